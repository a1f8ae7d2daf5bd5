//! The layers of the workspace: a crate uses only those below it, and so does a
//! module in its crate.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use directory::catalogue::{ENGLISH, PUBLISHED_SECTIONS};

/// A crate by its folder, with its modules from the top down; those of one line
/// know nothing of each other.
type Layers = (&'static str, &'static [&'static [&'static str]]);

const MODULES: [Layers; 7] = [
    (
        "src",
        &[
            &["main"],
            &["load", "prerender"],
            &["app"],
            &["opening"],
            &["parts"],
            &["pages"],
            &["documents"],
            &["map", "timeline"],
            &["components"],
            &["gestures", "head", "navigation", "turns"],
            &["address", "distinct", "dynamic", "site"],
            &["browser"],
            &["problem", "target"],
        ],
    ),
    (
        "crates/directory/src",
        &[
            &["fixture"],
            &["facet_counts", "insights", "typed_filters"],
            &["export", "results", "sentence"],
            &["completeness"],
            &[
                "chips",
                "citation",
                "contacts",
                "labels",
                "membership",
                "order",
            ],
            &["map", "timeline"],
            &["query"],
            &["colouring"],
            &["facets"],
            // A facet names the part of the snapshot that it waits for.
            &["regions", "search", "seats", "snapshot", "vocabulary"],
            &["model"],
            // The model holds the reader's language.
            &["catalogue"],
            &["date", "sin_cos", "sorted_set"],
        ],
    ),
    (
        "crates/editing/src",
        &[
            &[
                "catalogue",
                "check",
                "editions",
                "import",
                "new_network",
                "prune",
            ],
            &["canonical", "load"],
            &["correction_form", "licences", "read"],
            &["encoding"],
            &["positions"],
            &["json", "schema"],
            &["finding"],
            &["signs"],
            &[
                "collation",
                "files",
                "han_variants",
                "records",
                "rules",
                "translatable",
            ],
        ],
    ),
    (
        "crates/exports/src",
        &[
            &["csvw", "formats", "markdown"],
            &[
                "calendars",
                "cards",
                "data_package",
                "feeds",
                "geojson",
                "json_schema",
                "popolo",
            ],
            &["columns"],
            &["contacts", "edition_text", "event_text"],
            &["events"],
            &["members"],
            &["table"],
            &["cell", "content_lines", "csv", "days"],
            &["media_types", "page_urls", "plain_text"],
        ],
    ),
    (
        "crates/publish/src",
        &[
            &["archive", "dev", "offline"],
            &["pages"],
            &["embeds", "json_ld"],
            &["template"],
            &["edition_files", "shared_files"],
            &["calendars", "client_files", "downloads", "styles"],
            &[
                "contacts",
                "data_files",
                "data_package",
                "database",
                "feeds",
                "manifest",
                "scripts",
                "workbook",
            ],
            &[
                "compress",
                "hosting",
                "pack",
                "page_urls",
                "pictures",
                "snapshot",
            ],
            &["cache", "citation_file", "policy", "robots", "sitemap"],
            &["base_url", "theme_css"],
            &["localizations"],
            &["editions"],
            &["files"],
        ],
    ),
    (
        "fuzz/src",
        &[
            &["main"],
            &[
                "address",
                "catalogue",
                "correction_form",
                "data_file",
                "date",
                "import",
                "search",
                "snapshot",
            ],
            &["choices", "walk"],
            &["door", "files"],
        ],
    ),
    (
        "xtask/src",
        &[
            &["bench", "fuzz", "test"],
            &["serve"],
            &["build", "import", "new"],
            &["edition"],
            &["check", "map", "tools"],
            &["data_folder", "npm_package", "run"],
            &["paths"],
        ],
    ),
];

/// A crate by its folder, with those of ours that it uses on both targets, and
/// those that it uses natively alone.
type Uses = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

const CRATES: [Uses; 7] = [
    ("crates/directory", &[], &[]),
    ("crates/exports", &["directory"], &[]),
    ("crates/editing", &["directory", "exports"], &[]),
    (".", &["directory"], &["editing", "exports"]),
    (
        "crates/publish",
        &["directory", "editing", "exports", "hemicycle"],
        &[],
    ),
    ("fuzz", &["directory", "editing", "exports"], &[]),
    ("xtask", &["directory", "editing", "exports"], &[]),
];

#[test]
fn no_module_uses_what_stands_above_it() {
    for (folder, layers) in MODULES {
        let level = |module: &str| layers.iter().position(|layer| layer.contains(&module));
        let arrows = arrows(&at(folder));
        assert!(!arrows.is_empty(), "{folder}: nothing was read");
        for (from, to) in arrows {
            let [above, below] = [&from, &to].map(|module| {
                level(module).unwrap_or_else(|| panic!("{folder}: `{module}` has no layer"))
            });
            assert!(above < below, "{folder}: `{from}` must not use `{to}`");
        }
    }
}

#[test]
fn no_crate_uses_what_stands_above_it() {
    for (folder, everywhere, natively) in CRATES {
        let used = dependencies(&at(folder).join("Cargo.toml"));
        let allowed = [everywhere, natively].map(|names| names.iter().map(ToString::to_string));
        let allowed = allowed.map(BTreeSet::from_iter);
        assert_eq!(used, allowed, "{folder}");
    }
}

#[test]
fn only_the_app_knows_that_there_are_two_targets() {
    for folder in CRATES.map(|(folder, ..)| folder) {
        let src = at(folder).join("src");
        for file in files(&src).iter().filter(|_| folder != ".") {
            let is_told = code(file).contains("target_arch");
            assert!(!is_told, "{} asks for the target", file.display());
        }
    }
}

#[test]
fn the_program_says_nothing_that_only_published_pages_have_texts_for() {
    let english: serde_json::Value = serde_json::from_str(ENGLISH).unwrap();
    let sections = PUBLISHED_SECTIONS.iter().flat_map(|section| {
        let keys = english[section].as_object().expect("a section").keys();
        keys.map(move |key| format!("{section}_{key}"))
    });
    let published: BTreeSet<String> = sections.collect();
    let published_alone = ["documents", "prerender"];
    let of_app = files(&at("src")).into_iter().filter(|file| {
        let module = module_of(&at("src"), file);
        !published_alone.contains(&module.as_str())
    });
    for file in of_app.chain(files(&at("crates/directory/src"))) {
        let code = code(&file);
        let said = words(&code).find(|word| published.contains(*word));
        assert_eq!(said, None, "{}", file.display());
    }
}

fn at(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// Which crates of ours a manifest names, but for its tests: on both targets,
/// and natively alone.
fn dependencies(manifest: &Path) -> [BTreeSet<String>; 2] {
    let text = fs::read_to_string(manifest).expect("the manifest can be read");
    let ours = CRATES.map(|(folder, ..)| folder.trim_start_matches("crates/"));
    let mut used = [BTreeSet::new(), BTreeSet::new()];
    let mut section = "";
    for line in text.lines() {
        if line.starts_with('[') {
            section = line;
        }
        let name = words(line).next().unwrap_or_default();
        if name == "hemicycle" || ours.contains(&name) {
            match section {
                "[dependencies]" | "[build-dependencies]" => used[0].insert(name.to_owned()),
                _ if section.starts_with("[target.'cfg(not(") => used[1].insert(name.to_owned()),
                _ => false,
            };
        }
    }
    used
}

/// Which module of a crate uses which other one, but for its tests.
fn arrows(src: &Path) -> BTreeSet<(String, String)> {
    let root = code(&root(src));
    let mut homes = BTreeMap::new();
    for line in root.split("pub use ").skip(1) {
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
            let (names, rest) = path.split_at(path.find(ends).unwrap_or(path.len()));
            for name in words(names) {
                // A function may have the name of another module.
                let is_module = rest.starts_with("::") && name.starts_with(char::is_lowercase);
                let home = homes.get(name).filter(|_| !is_module);
                let used = home.copied().unwrap_or(name);
                if used != module {
                    arrows.insert((module.clone(), used.to_owned()));
                }
            }
        }
    }
    arrows
}

/// The module at the top of the crate that a file belongs to; the root says by
/// `path` where another file stands in its place.
fn module_of(src: &Path, file: &Path) -> String {
    let below = file.strip_prefix(src).expect("the file is in the crate");
    let first = below.iter().next().expect("a file has a name");
    let name = first.to_string_lossy().replace(".rs", "");
    let root = code(&root(src));
    let stand_in = root.split_once(&format!("path = \"{name}.rs\")]\nmod "));
    let module = stand_in.and_then(|(_, rest)| words(rest).next());
    module.map_or(name.clone(), str::to_owned)
}

/// The file that names the modules of a crate.
fn root(src: &Path) -> PathBuf {
    let lib = src.join("lib.rs");
    if lib.exists() {
        lib
    } else {
        src.join("main.rs")
    }
}

/// All files of Rust in a folder and below it, but the root of the crate and
/// what is tests alone.
fn files(src: &Path) -> Vec<PathBuf> {
    let mut folders = vec![src.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(folder).expect("the folder can be read");
        for path in entries.map(|entry| entry.expect("the entry can be read").path()) {
            if path.file_stem().is_some_and(|stem| stem == "tests") || path == root(src) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                files.push(path);
            }
        }
    }
    files
}

/// What a file says beside its comments and its tests, which stand at its end.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("the file can be read");
    let lines = text
        .lines()
        .take_while(|line| !line.starts_with("mod tests {"))
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
