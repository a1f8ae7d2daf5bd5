//! The address books that read contact cards in the tests.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::apt;
use crate::run;

/// Debian's packages that are called like their programs.
const PROGRAMS: [&str; 4] = ["abook", "khard", "radicale", "vdirsyncer"];

/// Those of the libraries of Evolution and of KDE, the first for Python, the
/// second for C++.
const LIBRARIES: [&str; 4] = [
    "gir1.2-ebookcontacts-1.2",
    "python3-gi",
    "libkf5contacts-dev",
    "g++",
];

/// Where the last of them is.
const KCONTACTS: &str = "/usr/include/KF5/KContacts";

/// What the first are read with.
const IMPORTS: &str = "import vobject, gi; gi.require_version('EBookContacts', '1.2')";

/// The Python of the system, for which vobject comes with khard.
pub const PYTHON: &str = "/usr/bin/python3";

/// Finds all of them, or installs them.
///
/// # Errors
/// One is missing and cannot be installed.
pub fn ensure() -> Result<()> {
    let imports = run::run_captured(Command::new(PYTHON).args(["-c", IMPORTS]));
    let mut programs = PROGRAMS.iter().chain(&["g++"]);
    let has_programs = programs.all(|program| run::on_path(program).is_some());
    if imports.is_ok() && has_programs && Path::new(KCONTACTS).is_dir() {
        return Ok(());
    }
    eprintln!("installing address books");
    let mut words = vec!["--no-install-recommends"];
    words.extend(PROGRAMS);
    words.extend(LIBRARIES);
    apt::install(&words)
}
