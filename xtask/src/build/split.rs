//! Splits the browser program: what every page needs, and a part for each page
//! that needs more (docs/decisions/program-in-parts.md).

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::{self, ScopedJoinHandle};

use anyhow::{Context, Result, anyhow, ensure};
use serde_json::Value;
use wasm_split_cli_support::{Options, transform};

use crate::paths;
use crate::run::{self, OrHelp};
use crate::tools::Tools;

/// The program, as trunk names its files.
const PROGRAM: &str = "hemicycle_bg.wasm";
const GLUE: &str = "hemicycle.js";
/// What the glue imports where it is the loader of parts.
const LOADER: &str = "./__wasm_split.js";
/// Our loader, which stands in the glue instead.
const PARTS_JS: &str = "js/parts.js";

/// How small the program is made, each time it is written anew; why so:
/// docs/decisions/program-size.md.
const OPTIMISE: [&str; 6] = [
    "-Oz",
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
];

/// How cargo compiled the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quickly, for a developer; it is split and no more.
    Debug,
    /// For readers: each part is made small.
    Release,
}

/// Puts the program that cargo compiled, split, in the place of the whole one
/// that trunk put into `folder`.
///
/// # Errors
/// A tool fails, or a file cannot be read or written.
pub fn split(tools: &Tools, profile: Profile, folder: &Path) -> Result<()> {
    let whole = compiled(profile)?;
    let whole = fs::read(&whole).with_context(|| whole.display().to_string())?;
    let work = paths::intermediates().join("parts");
    let main = work.join("hemicycle.wasm");
    let mut options = Options::new(&whole);
    options.output_dir = &work;
    options.main_out_path = &main;
    options.link_name = LOADER;
    let split = transform(options).map_err(|problem| anyhow!("{problem:#}"))?;
    let parts = Parts::new(split.prefetch_map);

    // The parts find what they use of the program by names that wasm-bindgen
    // would take away.
    let mut bindgen = tools.command("wasm-bindgen")?;
    bindgen.args(["--target", "web", "--keep-lld-exports", "--no-demangle"]);
    bindgen.args(["--no-typescript", "--out-name", "hemicycle", "--out-dir"]);
    run::run(bindgen.arg(&work).arg(&main)).or_help("cargo xtask tools")?;

    let glue = read(&work.join(GLUE))?;
    let loader = read(&paths::root().join(PARTS_JS))?;
    let path = folder.join(GLUE);
    fs::write(&path, parts.glue(&glue, &loader)?).with_context(|| path.display().to_string())?;
    let mut files = parts.files;
    files.insert(PROGRAM.to_owned(), PROGRAM.to_owned());
    thread::scope(|scope| {
        let finishing = files.iter().map(|(from, to)| {
            let (from, to) = (work.join(from), folder.join(to));
            scope.spawn(move || finish(tools, profile, &from, &to))
        });
        let finishing: Vec<_> = finishing.collect();
        let mut finished = finishing.into_iter().map(ScopedJoinHandle::join);
        finished.try_for_each(|result| result.expect("finishing a file does not panic"))
    })
}

/// Writes one file of the program, made small for readers.
fn finish(tools: &Tools, profile: Profile, from: &Path, to: &Path) -> Result<()> {
    if profile == Profile::Debug {
        fs::copy(from, to).with_context(|| from.display().to_string())?;
        return Ok(());
    }
    let mut optimise = tools.command("wasm-opt")?;
    optimise.args(OPTIMISE).arg(from).arg("--output").arg(to);
    // Captured, as it wonders about names of data, which it takes out in the end.
    run::run_captured(&mut optimise).or_help("cargo xtask tools")?;
    Ok(())
}

/// The program as cargo compiled it.
fn compiled(profile: Profile) -> Result<PathBuf> {
    let mut metadata = Command::new("cargo");
    metadata.args([
        "metadata",
        "--format-version",
        "1",
        "--no-deps",
        "--offline",
    ]);
    metadata.current_dir(paths::root());
    let metadata = run::run_captured(&mut metadata).or_help("cargo metadata")?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let target = metadata["target_directory"].as_str();
    let target = Path::new(target.context("cargo names its target folder")?);
    let profile = match profile {
        Profile::Debug => "debug",
        Profile::Release => "release",
    };
    let target = target.join("wasm32-unknown-unknown").join(profile);
    Ok(target.join("hemicycle.wasm"))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}

/// Which files hold the parts of the program.
struct Parts {
    /// What the splitter calls each file, and what we do: `part-events.wasm`, or
    /// `part-contacts-events.wasm` where both parts need it.
    files: BTreeMap<String, String>,
    /// Our names of the files of each part, in the order in which they are
    /// loaded.
    of_part: BTreeMap<String, Vec<String>>,
}

impl Parts {
    /// From the stems of the files of each part, as the splitter gives them.
    fn new(stems_of_part: HashMap<String, Vec<String>>) -> Self {
        let stems_of_part = BTreeMap::from_iter(stems_of_part);
        let mut parts_of_file: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (part, stems) in &stems_of_part {
            for stem in stems {
                let file = format!("{stem}.wasm");
                parts_of_file.entry(file).or_default().push(part);
            }
        }
        let name = |(file, parts): (String, Vec<&str>)| {
            let name = format!("part-{}.wasm", parts.join("-"));
            (file, name)
        };
        let files: BTreeMap<_, _> = parts_of_file.into_iter().map(name).collect();
        let of_part = stems_of_part.iter().map(|(part, stems)| {
            let names = stems
                .iter()
                .map(|stem| files[&format!("{stem}.wasm")].clone());
            (part.clone(), names.collect())
        });
        let of_part = of_part.collect();
        Self { files, of_part }
    }

    /// The glue with our loader in the place of the one that it imports, so that
    /// it is one file with one hash.
    fn glue(&self, glue: &str, loader: &str) -> Result<String> {
        let empty = "const PARTS = {};";
        let (before, after) = loader.split_once(empty).context(empty)?;
        let list = serde_json::to_string(&self.of_part)?;
        let from = format!(" from \"{LOADER}\"");
        let lines = glue.lines().map(|line| {
            let import = line.strip_prefix("import * as ");
            match import.and_then(|import| import.strip_suffix(&from)) {
                Some(name) => format!("const {name} = LOADERS;\n"),
                None => format!("{line}\n"),
            }
        });
        let glue: String = lines.collect();
        let text = format!("{before}const PARTS = {list};{after}{glue}");
        // Another version of wasm-bindgen may write it otherwise.
        ensure!(text.contains("= LOADERS;"), "the glue imports no {LOADER}");
        ensure!(
            !text.contains("\nimport "),
            "the glue imports something else"
        );
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        let stems = |stems: &[&str]| stems.iter().map(ToString::to_string).collect();
        Parts::new(HashMap::from([
            ("map".to_owned(), stems(&["chunk_7", "split_map"])),
            ("events".to_owned(), stems(&["chunk_7", "split_events"])),
            ("data".to_owned(), stems(&["split_data"])),
        ]))
    }

    #[test]
    fn a_file_is_named_by_the_parts_that_need_it() {
        let parts = parts();
        assert_eq!(parts.files["chunk_7.wasm"], "part-events-map.wasm");
        assert_eq!(parts.files["split_map.wasm"], "part-map.wasm");
        assert_eq!(
            parts.of_part["map"],
            ["part-events-map.wasm", "part-map.wasm"]
        );
        assert_eq!(parts.of_part["data"], ["part-data.wasm"]);
    }

    #[test]
    fn the_glue_has_our_loader_and_imports_nothing() {
        let glue = "import * as import1 from \"./__wasm_split.js\"\nlet wasm;\n";
        let loader = read(&paths::root().join(PARTS_JS)).unwrap();
        let glue = parts().glue(glue, &loader).unwrap();
        assert!(
            glue.ends_with("const import1 = LOADERS;\nlet wasm;\n"),
            "{glue}"
        );
        assert!(
            glue.contains(r#"const PARTS = {"data":["part-data.wasm"],"#),
            "{glue}"
        );
    }

    #[test]
    fn a_glue_of_another_form_is_not_taken() {
        let loader = read(&paths::root().join(PARTS_JS)).unwrap();
        for glue in [
            "let wasm;\n",
            "import * as one from \"./__wasm_split.js\"\nimport \"./x.js\"\n",
        ] {
            assert!(parts().glue(glue, &loader).is_err(), "{glue}");
        }
    }
}
