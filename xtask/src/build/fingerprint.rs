//! Tells whether anything that the build reads has changed.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result};

/// Files and folders that the build reads, and the parts of xtask that shape
/// what it writes.
const INPUTS: [&str; 16] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "boot.js",
    "crates/domain/Cargo.toml",
    "crates/domain/src",
    "crates/publish",
    "index.html",
    "public",
    "rust-toolchain.toml",
    "src",
    "styles",
    "xtask/src/build",
    "xtask/src/build.rs",
    "xtask/src/policy.rs",
    "xtask/src/styles.rs",
];

/// A number, as text, that changes with the files under `root` and with what
/// is left out.
///
/// # Errors
/// A file cannot be read.
pub fn of(root: &Path, without_source: &[String]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    without_source.hash(&mut hasher);
    for input in INPUTS {
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
    fn a_change_of_a_file_or_of_the_sources_is_noticed() {
        let root = std::env::temp_dir().join(format!("hemicycle-print-{}", std::process::id()));
        fs::create_dir_all(root.join("src/pages")).unwrap();
        fs::write(root.join("src/pages/a.rs"), "a").unwrap();
        let print = |sources: &[String]| of(&root, sources).unwrap();

        let before = print(&[]);
        assert_eq!(before, print(&[]));
        assert_ne!(before, print(&["wikidata".to_owned()]));
        fs::write(root.join("README.md"), "not an input").unwrap();
        assert_eq!(before, print(&[]));
        fs::write(root.join("src/pages/a.rs"), "b").unwrap();
        let changed = print(&[]);
        assert_ne!(before, changed);
        fs::rename(root.join("src/pages/a.rs"), root.join("src/pages/b.rs")).unwrap();
        assert_ne!(changed, print(&[]));
        fs::remove_dir_all(&root).unwrap();
    }
}
