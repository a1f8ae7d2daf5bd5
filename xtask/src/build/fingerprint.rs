//! Tells whether anything that the build reads has changed.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result};

/// Files and folders that the browser program is made from, with the part of
/// xtask that shapes it.
pub const PROGRAM: [&str; 14] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "crates/directory/Cargo.toml",
    "crates/directory/build.rs",
    "crates/directory/src",
    "index.html",
    "js/parts.js",
    "public/icon.svg",
    "public/locales/en.json",
    "rust-toolchain.toml",
    "src",
    "xtask/src/build/split.rs",
];

/// Those of the whole site.
pub const SITE: [&str; 19] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "crates/directory/Cargo.toml",
    "crates/directory/build.rs",
    "crates/directory/src",
    "crates/editing/Cargo.toml",
    "crates/editing/src",
    "crates/exports",
    "crates/publish",
    "index.html",
    "js",
    "public",
    "rust-toolchain.toml",
    "src",
    "styles",
    "xtask/src/build",
    "xtask/src/build.rs",
];

/// A number, as text, that changes with the `inputs`, from `root`, and with
/// the `options` of the build.
///
/// # Errors
/// A file cannot be read.
pub fn of(root: &Path, inputs: &[&Path], options: &str) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    options.hash(&mut hasher);
    for input in inputs {
        add(root, &root.join(input), &mut hasher)?;
    }
    Ok(format!("{:016x}\n", hasher.finish()))
}

/// Adds the name and bytes of a file, or of all files in a folder by name.
fn add(root: &Path, path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    if path.is_dir() {
        let entries = fs::read_dir(path).with_context(|| path.display().to_string())?;
        let mut inside = entries
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<Vec<_>>>()?;
        inside.sort();
        for path in inside {
            add(root, &path, hasher)?;
        }
    } else if path.is_file() {
        path.strip_prefix(root).unwrap_or(path).hash(hasher);
        let bytes = fs::read(path).with_context(|| path.display().to_string())?;
        bytes.hash(hasher);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_is_made_from_all_that_the_program_is() {
        for input in PROGRAM {
            let whole = SITE.iter().any(|site| input.starts_with(site));
            assert!(whole, "{input}");
        }
    }

    #[test]
    fn no_crate_of_the_site_is_forgotten() {
        for entry in fs::read_dir(crate::paths::root().join("crates")).unwrap() {
            let package = entry.unwrap().file_name();
            let folder = format!("crates/{}", package.display());
            let source = format!("{folder}/src");
            let is_input = SITE.iter().any(|site| *site == folder || *site == source);
            assert!(is_input, "{folder}");
        }
    }

    #[test]
    fn a_change_of_a_file_or_of_an_option_is_noticed() {
        let root = std::env::temp_dir().join(format!("hemicycle-print-{}", std::process::id()));
        fs::create_dir_all(root.join("src/pages")).unwrap();
        fs::write(root.join("src/pages/a.rs"), "a").unwrap();
        let fingerprint = |options: &str| of(&root, &SITE.map(Path::new), options).unwrap();

        let before = fingerprint("");
        assert_eq!(before, fingerprint(""));
        assert_ne!(before, fingerprint("without wikidata"));
        fs::write(root.join("README.md"), "not an input").unwrap();
        assert_eq!(before, fingerprint(""));
        fs::write(root.join("src/pages/a.rs"), "b").unwrap();
        let changed = fingerprint("");
        assert_ne!(before, changed);
        fs::rename(root.join("src/pages/a.rs"), root.join("src/pages/b.rs")).unwrap();
        assert_ne!(changed, fingerprint(""));
        fs::remove_dir_all(&root).unwrap();
    }
}
