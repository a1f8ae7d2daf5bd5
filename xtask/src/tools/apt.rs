//! Packages of Debian and its kin, which change the system.

use anyhow::{Context, Result};

use crate::run;

/// Installs what `words` name; they go to `apt-get install`.
///
/// # Errors
/// There is no `apt-get`, or the rights of root or the network are missing.
pub fn install(words: &[&str]) -> Result<()> {
    run::on_path("apt-get").context("there is no apt-get")?;
    run::run(run::as_root("apt-get")?.arg("update"))?;
    // At run level 1 no service starts that a package brings.
    let mut install = run::as_root("env")?;
    install.args(["RUNLEVEL=1", "apt-get", "install", "-y"]);
    run::run(install.args(words))
}
