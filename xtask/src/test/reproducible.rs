//! Whether the site is made of the same bytes wherever it is built.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Child;

use anyhow::{Context, Result, ensure};

use crate::run::low_priority;
use crate::{build, paths};

/// What of a clone the site is built from.
const BUILD_INPUTS: [&str; 14] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "crates",
    "fuzz",
    "index.html",
    "js",
    "public",
    "rust-toolchain.toml",
    "src",
    "styles",
    "xtask",
];

/// The program as it is compiled once more in another folder, with nothing
/// compiled before in common.
pub struct SecondBuild {
    clone: PathBuf,
    compile: Child,
}

impl SecondBuild {
    /// Begins to compile it.
    ///
    /// # Errors
    /// The clone cannot be copied.
    pub fn start() -> Result<Self> {
        let clone = paths::intermediates().join("second/clone");
        copy(&paths::root(), &clone)?;
        let mut compile = low_priority(env::current_exe()?);
        compile.arg("program").current_dir(&clone);
        compile.env("CARGO_MANIFEST_DIR", clone.join("xtask"));
        compile.env("CARGO_TARGET_DIR", clone.join("target"));
        let compile = compile
            .spawn()
            .context("cargo xtask program cannot be started")?;
        Ok(Self { clone, compile })
    }

    /// Waits until it is compiled, publishes the site with it, and compares every
    /// file.
    ///
    /// # Errors
    /// The second build fails, or a file differs.
    pub fn check(mut self) -> Result<()> {
        let is_compiled = self.compile.wait()?.success();
        ensure!(is_compiled, "the second build failed, as is said above");
        let (first, second) = (paths::dist(), build::publish_again(&self.clone)?);
        let files = files_in(&first)?;
        ensure!(
            files == files_in(&second)?,
            "two builds have different files"
        );
        for file in files {
            let same = read(&first.join(&file))? == read(&second.join(&file))?;
            ensure!(same, "two builds differ in {}", file.display());
        }
        fs::remove_dir_all(&second).with_context(|| second.display().to_string())
    }
}

impl Drop for SecondBuild {
    /// Nobody waits for it where a step before has failed.
    fn drop(&mut self) {
        let _ = self.compile.kill();
    }
}

/// Makes the copy what the clone is; what is the same stays untouched, so that
/// nothing is compiled in vain.
fn copy(root: &Path, copy: &Path) -> Result<()> {
    let (wanted, copied) = (build_inputs(root)?, build_inputs(copy)?);
    for file in copied.difference(&wanted) {
        let file = copy.join(file);
        fs::remove_file(&file).with_context(|| file.display().to_string())?;
    }
    for file in wanted {
        let (bytes, to) = (read(&root.join(&file))?, copy.join(&file));
        if fs::read(&to).is_ok_and(|copied| copied == bytes) {
            continue;
        }
        let folder = to.parent().context("a file lies in a folder")?;
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        fs::write(&to, bytes).with_context(|| to.display().to_string())?;
    }
    Ok(())
}

/// The files of a clone from which the site is built.
fn build_inputs(clone: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    for input in BUILD_INPUTS {
        let path = clone.join(input);
        if path.is_file() {
            found.insert(PathBuf::from(input));
        } else if path.is_dir() {
            let inside = files_in(&path)?.into_iter();
            found.extend(inside.map(|file| Path::new(input).join(file)));
        }
    }
    Ok(found)
}

/// Every file in `folder`, by its path in it.
fn files_in(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = PathBuf::from(path.file_name().unwrap_or_default());
        if path.is_dir() {
            let inside = files_in(&path)?.into_iter();
            found.extend(inside.map(|file| name.join(file)));
        } else {
            found.insert(name);
        }
    }
    Ok(found)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| file.display().to_string())
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    /// Cargo reads the manifest of each, whether it is built or not.
    #[test]
    fn every_package_of_the_workspace_is_copied() {
        let mut command = Command::new("cargo");
        command.args([
            "metadata",
            "--offline",
            "--no-deps",
            "--format-version",
            "1",
        ]);
        let output = command.current_dir(paths::root()).output().unwrap();
        let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let copied = build_inputs(&paths::root()).unwrap();
        let packages = metadata["packages"].as_array().unwrap();
        assert!(packages.len() > 1, "the workspace has several packages");
        for package in packages {
            let manifest = Path::new(package["manifest_path"].as_str().unwrap());
            let manifest = manifest.strip_prefix(paths::root()).unwrap();
            assert!(copied.contains(manifest), "{}", manifest.display());
        }
    }

    #[test]
    fn a_copy_follows_what_is_changed_added_and_removed() {
        let folder =
            std::env::temp_dir().join(format!("hemicycle-reproducible-{}", std::process::id()));
        let (root, second) = (folder.join("one"), folder.join("two"));
        fs::create_dir_all(root.join("src/pages")).unwrap();
        for (file, text) in [
            ("Cargo.toml", "a"),
            ("src/lib.rs", "b"),
            ("src/pages/x.rs", "c"),
        ] {
            fs::write(root.join(file), text).unwrap();
        }
        copy(&root, &second).unwrap();
        assert_eq!(files_in(&root).unwrap(), files_in(&second).unwrap());
        let written = || {
            fs::metadata(second.join("src/lib.rs"))
                .unwrap()
                .modified()
                .unwrap()
        };
        let before = written();
        fs::remove_file(root.join("src/pages/x.rs")).unwrap();
        fs::write(root.join("Cargo.toml"), "d").unwrap();
        copy(&root, &second).unwrap();
        assert_eq!(files_in(&root).unwrap(), files_in(&second).unwrap());
        assert_eq!(read(&second.join("Cargo.toml")).unwrap(), b"d");
        assert_eq!(written(), before, "what is the same is not written again");
        fs::remove_dir_all(&folder).unwrap();
    }
}
