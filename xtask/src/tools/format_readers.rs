//! The programs of Python that read in the tests what is published for such.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{apt, lock, remove};
use crate::paths;
use crate::run::{self, OrHelp};

/// What they are, each in one version.
const REQUIREMENTS: &str = "tests/readers/requirements.txt";

/// A Python that has them, in a folder of its own.
///
/// # Errors
/// They are missing and cannot be installed.
pub fn ensure() -> Result<PathBuf> {
    let requirements = paths::root().join(REQUIREMENTS);
    let wanted = fs::read(&requirements).with_context(|| requirements.display().to_string())?;
    let tools = paths::tools()?;
    let folder = tools.join("format-readers");
    let python = folder.join("bin/python");
    // Two clones may want them at the same time.
    let _alone = lock(&tools, "format-readers")?;
    // Written last, so that an interrupted installation is repaired.
    let installed = folder.join("installed.txt");
    if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    eprintln!("installing readers of formats in {}, once", tools.display());
    remove(&folder)?;
    let make = || {
        let mut make = Command::new("python3");
        run::run_captured(make.args(["-m", "venv"]).arg(&folder))
    };
    if make().is_err() {
        // Debian has this part of Python in a package of its own.
        apt::install(&["--no-install-recommends", "python3-venv"])?;
        remove(&folder)?;
        make()?;
    }
    let mut install = Command::new(&python);
    install.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]);
    // Nothing is compiled here, and nothing else taken than what is listed.
    install.args(["--only-binary", ":all:", "--no-deps", "--requirement"]);
    run::run(install.arg(&requirements)).or_help("with a network, run it again")?;
    fs::write(&installed, wanted).with_context(|| installed.display().to_string())?;
    Ok(python)
}
