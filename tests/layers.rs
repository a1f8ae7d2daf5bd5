//! The layers of each crate: a module uses only what stands below it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A crate by its folder, with its modules from the top down; those of one line
/// know nothing of each other.
type Layers = (&'static str, &'static [&'static [&'static str]]);

const CRATES: [Layers; 1] = [(
    "src",
    &[
        &["main"],
        &["load", "prerender"],
        &["app"],
        &["pages"],
        &["documents"],
        &["map", "timeline"],
        &["components"],
        &["gestures", "head", "navigation"],
        &["address", "site"],
        &["browser"],
        &["markup"],
        &["prelude", "target"],
    ],
)];

#[test]
fn no_module_uses_what_stands_above_it() {
    for (folder, layers) in CRATES {
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let level = |module: &str| layers.iter().position(|layer| layer.contains(&module));
        let arrows = arrows(&src);
        assert!(!arrows.is_empty(), "{folder}: nothing was read");
        for (from, to) in arrows {
            let [above, below] = [&from, &to].map(|module| {
                level(module).unwrap_or_else(|| panic!("{folder}: `{module}` has no layer"))
            });
            assert!(above < below, "{folder}: `{from}` must not use `{to}`");
        }
    }
}

/// Which module of a crate uses which other one.
fn arrows(src: &Path) -> BTreeSet<(String, String)> {
    let lib = code(&src.join("lib.rs"));
    let mut homes = BTreeMap::new();
    for line in lib.split("pub use ").skip(1) {
        let (module, names) = line.split_once("::").expect("a module exports by name");
        let names = names.split(';').next().unwrap_or_default();
        homes.extend(words(names).map(|name| (name, module)));
    }
    let mut arrows = BTreeSet::new();
    for file in files(src) {
        let module = module_of(src, &file);
        for path in code(&file).split("crate::").skip(1) {
            let is_list = path.starts_with('{');
            let ends = |sign: char| if is_list { sign == '}' } else { !in_name(sign) };
            for name in words(path.split(ends).next().unwrap_or_default()) {
                let used = homes.get(name).copied().unwrap_or(name);
                if used != module {
                    arrows.insert((module.clone(), used.to_owned()));
                }
            }
        }
    }
    arrows
}

/// The module at the top of the crate that a file belongs to; `lib.rs` says by
/// `path` where another file stands in its place.
fn module_of(src: &Path, file: &Path) -> String {
    let below = file.strip_prefix(src).expect("the file is in the crate");
    let first = below.iter().next().expect("a file has a name");
    let name = first.to_string_lossy().replace(".rs", "");
    let lib = code(&src.join("lib.rs"));
    let stand_in = lib.split_once(&format!("path = \"{name}.rs\")]\nmod "));
    let module = stand_in.and_then(|(_, rest)| words(rest).next());
    module.map_or(name.clone(), str::to_owned)
}

/// All files of Rust in a folder and below it but the root of the crate.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.expect("the entry can be read").path()) {
        if path.is_dir() {
            files.extend(self::files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("lib.rs") {
            files.push(path);
        }
    }
    files
}

/// What a file says beside its comments.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("the file can be read");
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The names in a piece of code.
fn words(code: &str) -> impl Iterator<Item = &str> {
    let words = code.split(|sign| !in_name(sign));
    words.filter(|word| !word.is_empty())
}

fn in_name(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}
