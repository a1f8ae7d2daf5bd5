//! `cargo xtask build`: makes dist/, the folder that any web host can serve.

mod fingerprint;
mod hosting;
mod pages;
mod weights;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use domain::directory::DataFiles;
use domain::licences::without_source;

use crate::run::{self, OrHelp};
use crate::tools::Tools;
use crate::{check, places};

pub use weights::table;

/// What to leave out of the site.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Options {
    /// Leave out the facts of this source; may be given several times
    #[arg(long, value_name = "ID")]
    pub without_source: Vec<String>,
}

/// Builds the site and tells what it weighs.
///
/// # Errors
/// As [`ensure`].
pub fn run(options: &Options) -> Result<()> {
    ensure(options)?;
    println!("{}", table(&weigh()?));
    Ok(())
}

/// What a reader downloads from the built site.
///
/// # Errors
/// A part of it is missing.
pub fn weigh() -> Result<Vec<weights::Weight>> {
    weights::of(&places::dist()).or_help("cargo xtask build")
}

/// Builds the site, unless it is there and nothing has changed since.
///
/// # Errors
/// The data have findings, a tool is missing, or the program does not compile.
pub fn ensure(options: &Options) -> Result<()> {
    let fingerprint = fingerprint::of(&places::root(), &options.without_source)?;
    // Outside of dist/, which holds only what is published.
    let stamp = places::made().join("dist.fingerprint");
    let same = fs::read_to_string(&stamp).is_ok_and(|built| built == fingerprint);
    if same && places::dist().join("index.html").is_file() {
        eprintln!("dist/ is up to date");
        return Ok(());
    }
    let files = check::read(&check::data())?;
    check::sound(&files)?;
    let files = leave_out(files, &options.without_source)?;
    let site = browser_build()?;
    for (name, text) in &files {
        let path = site.join("data").join(name);
        fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    let count = pages::write(&site)?;
    hosting::write(&site)?;
    replace(&places::dist(), &site)?;
    fs::write(&stamp, fingerprint).with_context(|| stamp.display().to_string())?;
    eprintln!("dist/ is built: {count} pages");
    Ok(())
}

/// Runs trunk; gives the folder that it wrote.
fn browser_build() -> Result<PathBuf> {
    let tools = Tools::for_build()?;
    let mut fetch = tools.command("cargo")?;
    // trunk builds offline, so that it fetches no tools behind our back.
    run::aloud(fetch.args(["fetch", "--quiet", "--locked"]))
        .or_help("with a network: cargo fetch --locked")?;
    let site = places::made().join("site");
    let mut trunk = tools.command("trunk")?;
    trunk.args(["build", "--release", "--dist"]).arg(&site);
    // Some terminals set NO_COLOR to a value that trunk does not understand.
    trunk.env_remove("NO_COLOR");
    run::aloud(&mut trunk)
        .or_help("correct what is said above; for the tools: cargo xtask tools")?;
    Ok(site)
}

/// The data without the facts of `sources`.
fn leave_out(mut files: DataFiles, sources: &[String]) -> Result<DataFiles> {
    for source in sources {
        let without = without_source(&files, source)
            .map_err(|finding| anyhow!("{} {}", finding.file, finding.problem))
            .with_context(|| format!("the source `{source}` cannot be left out"))
            .or_help("to see the sources: cargo xtask check --licences")?;
        eprintln!(
            "without `{source}`: {} facts left out",
            without.removed.len()
        );
        files = without.files;
    }
    Ok(files)
}

/// Puts the folder `site` in the place of `dist`, which is never half made.
fn replace(dist: &Path, site: &Path) -> Result<()> {
    if dist.exists() {
        fs::remove_dir_all(dist).with_context(|| dist.display().to_string())?;
    }
    fs::rename(site, dist).with_context(|| dist.display().to_string())
}
