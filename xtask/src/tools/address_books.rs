//! The address books that read contact cards in the tests.

use std::process::Command;

use anyhow::Result;

use super::apt;
use crate::run;

/// Debian's packages, which are called like their programs.
const PACKAGES: [&str; 4] = ["abook", "khard", "radicale", "vdirsyncer"];

/// The Python of the system, for which vobject comes with khard.
pub const PYTHON: &str = "/usr/bin/python3";

/// Finds all of them, or installs them.
///
/// # Errors
/// One is missing and cannot be installed.
pub fn ensure() -> Result<()> {
    let vobject = run::run_captured(Command::new(PYTHON).args(["-c", "import vobject"]));
    let mut programs = PACKAGES.iter();
    if vobject.is_ok() && programs.all(|program| run::on_path(program).is_some()) {
        return Ok(());
    }
    eprintln!("installing address books");
    let mut words = vec!["--no-install-recommends"];
    words.extend(PACKAGES);
    apt::install(&words)
}
