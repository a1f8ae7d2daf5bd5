//! The folders of the project and of its tools.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folder of the workspace.
pub fn root() -> PathBuf {
    // Cargo says at run time which clone it runs for; two clones may share
    // their target folder, and then the path known when compiling is wrong.
    let package = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package
        .parent()
        .expect("xtask lies inside the workspace")
        .to_owned()
}

/// The folder that is published.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What the build makes on its way; Trunk.toml and index.html name it as well.
pub fn intermediates() -> PathBuf {
    intermediates_of(&root())
}

/// The same of another clone.
pub fn intermediates_of(root: &Path) -> PathBuf {
    root.join("target/hemicycle")
}

/// The browser tests.
pub fn e2e() -> PathBuf {
    root().join("tests/e2e")
}

/// Where every clone of this user finds the tools again.
///
/// # Errors
/// Neither `XDG_CACHE_HOME` nor `HOME` is set.
pub fn tools() -> Result<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME")
        .filter(|cache| !cache.is_empty())
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache")))
        .context("no folder for tools: neither XDG_CACHE_HOME nor HOME is set")?;
    Ok(cache.join("hemicycle/tools"))
}
