//! `cargo xtask map`: makes the two levels of the map, map.json and
//! fine-map.json, from the atlas and the register of boundaries.

mod atlas;
mod claims;
mod draw;
mod label;
mod path;
mod ring;
mod topology;

#[cfg(test)]
mod tests;

use std::fs;

use anyhow::{Context, Result, bail};
use editing::FINE_MAP;
use editing::records::Boundary;

use crate::data_folder::DataFolder;
use crate::run::OrHelp;
use atlas::Atlas;

const REGISTER: &str = "boundaries.json";
/// What repairs a register that does not go with the shapes.
const CORRECT: &str = "correct boundaries.json as docs/data.md describes";

const COARSE_FILE: &str = "map.json";

/// Which map to make.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Options {
    #[command(flatten)]
    pub data: DataFolder,
    /// Only say whether the files are what would be made
    #[arg(long)]
    pub check: bool,
}

/// Makes the map files; with `check` only says whether those that are there are
/// fresh.
///
/// Needs npm the first time, to fetch the atlas; the same atlas and register
/// give the same bytes.
///
/// # Errors
///
/// When the atlas cannot be fetched or is not the expected one, when the
/// register and the shapes disagree, when a file cannot be read or written, and
/// with `check` when a file differs.
pub fn run(options: &Options) -> Result<()> {
    let file = options.data.path().join(REGISTER);
    let register = fs::read_to_string(&file)
        .with_context(|| format!("{} cannot be read", file.display()))
        .and_then(|text| {
            serde_json::from_str::<Vec<Boundary>>(&text)
                .with_context(|| format!("{} is not a list of boundaries", file.display()))
        })?;
    let atlas = atlas::fetch()?;
    let claims = claims::read()?;
    let Atlas { coarse, fine } = &atlas;
    let map = draw::map(&[coarse, fine], &register, &claims, draw::COARSE).or_help(CORRECT)?;
    keep(options, COARSE_FILE, &draw::text(&map)?)?;
    let map = draw::map(&[fine], &register, &claims, draw::FINE).or_help(CORRECT)?;
    keep(options, FINE_MAP, &draw::text(&map)?)
}

/// Writes a map file, or with `check` says whether it is that already.
fn keep(options: &Options, name: &str, text: &str) -> Result<()> {
    let file = options.data.path().join(name);
    if options.check {
        let found = fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        if found != text {
            bail!(
                "{}/{name} is not what the atlas and {REGISTER} give\n  help: run `cargo xtask map`",
                options.data.shown()
            );
        }
    } else {
        fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(())
}
