//! Rust's standard library for WebAssembly.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::paths;
use crate::run::{self, OrHelp};

/// The target of the browser build.
const TARGET: &str = "wasm32-unknown-unknown";

/// Name under which rustup knows Debian's toolchain.
const SYSTEM: &str = "system";

/// Debian's Rust with its source, lints and linker.
const PACKAGES: [&str; 5] = [
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-clippy",
    "lld-22",
];

/// Sees to the standard library, and names the toolchain that has it; none
/// means the one in rust-toolchain.toml.
///
/// First comes what is there, then rustup, then Debian's packages.
///
/// # Errors
/// None of the three works; the help tells what to install.
pub fn ensure() -> Result<Option<&'static str>> {
    if has_target(None) {
        return Ok(None);
    }
    if has_target(Some(SYSTEM)) {
        return Ok(Some(SYSTEM));
    }
    eprintln!("adding the target {TARGET}");
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", TARGET]);
    let Err(failure) = run::run(rustup.current_dir(paths::root())) else {
        return Ok(None);
    };
    if run::on_path("apt-get").is_none() {
        return Err(failure).or_help(format!("with a network: rustup target add {TARGET}"));
    }
    eprintln!("rustup cannot add it; trying Debian's packages");
    from_debian().or_help(format!(
        "rustup target add {TARGET}, or as root: apt-get install {}",
        PACKAGES.join(" ")
    ))?;
    Ok(Some(SYSTEM))
}

/// Whether a toolchain has the standard library for the target.
fn has_target(toolchain: Option<&str>) -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    rustc.current_dir(paths::root());
    if let Some(toolchain) = toolchain {
        rustc.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    run::run_captured(&mut rustc).is_ok_and(|folder| {
        libraries(Path::new(folder.trim()))
            .is_ok_and(|files| files.iter().any(|file| is_library_of(file, "std")))
    })
}

/// Installs Debian's Rust beside rustup's and builds the standard library.
fn from_debian() -> Result<()> {
    run::run(run::as_root("apt-get")?.arg("update"))?;
    let mut install = run::as_root("apt-get")?;
    run::run(install.args(["install", "-y"]).args(PACKAGES))?;
    run::run(Command::new("rustup").args(["toolchain", "link", SYSTEM, "/usr"]))?;

    let sysroot = Path::new("/usr/lib/rustlib");
    let linker = sysroot.join("x86_64-unknown-linux-gnu/bin/rust-lld");
    let folder = linker.parent().expect("the path has a folder");
    run::run(run::as_root("mkdir")?.arg("-p").arg(folder))?;
    let mut link = run::as_root("ln")?;
    run::run(link.args(["-sfn", "/usr/bin/lld-22"]).arg(&linker))?;

    let built = standard_library()?;
    let target = sysroot.join(TARGET).join("lib");
    run::run(run::as_root("mkdir")?.arg("-p").arg(&target))?;
    let mut copy = run::as_root("cp")?;
    run::run(copy.args(built).arg(&target))?;
    if !has_target(Some(SYSTEM)) {
        bail!("{} still has no standard library", target.display());
    }
    Ok(())
}

/// Builds the standard library by means of an empty crate; gives its files.
fn standard_library() -> Result<Vec<PathBuf>> {
    let folder = paths::tools()?.join("standard-library");
    let source = folder.join("src");
    fs::create_dir_all(&source).with_context(|| source.display().to_string())?;
    let manifest = "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n";
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(source.join("lib.rs"), "")?;
    let built = folder.join("target");
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "--target", TARGET]);
    cargo.args(["-Z", "build-std=std,panic_abort,panic_unwind"]);
    cargo.current_dir(&folder).env("CARGO_TARGET_DIR", &built);
    cargo.env("RUSTUP_TOOLCHAIN", SYSTEM);
    // Building the library is an unstable option; `embed-bitcode` lets the
    // release build optimise across it.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo.env("RUSTFLAGS", "-C embed-bitcode=yes");
    run::run(&mut cargo)?;
    let mut files = libraries(&built.join(TARGET).join("release/deps"))?;
    files.retain(|file| !is_library_of(file, "empty"));
    Ok(files)
}

/// The Rust libraries in `folder`, by name.
fn libraries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.retain(|file| {
        file.extension()
            .is_some_and(|extension| extension == "rlib")
    });
    files.sort();
    Ok(files)
}

/// Whether `file` is the library of the crate `name`: `libstd-5f0c.rlib`.
fn is_library_of(file: &Path, name: &str) -> bool {
    let file = file.file_name().unwrap_or_default().to_string_lossy();
    file.starts_with(&format!("lib{name}-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_is_known_by_its_crate() {
        let is_std = |file| is_library_of(Path::new(file), "std");
        assert!(is_std("/lib/libstd-5f0c.rlib"));
        assert!(!is_std("/lib/libstd_detect-5f0c.rlib"));
        assert!(!is_std("/lib/libcore-5f0c.rlib"));
    }
}
