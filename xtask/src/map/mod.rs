//! `cargo xtask map`: makes the two levels of the map, public/data/map.json and
//! public/data/fine-map.json, from the atlas and the register of boundaries.

mod atlas;
mod claims;
mod draw;
mod label;
mod path;
mod ring;
mod topology;

#[cfg(test)]
mod tests;

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use editing::records::Boundary;

use crate::run::OrHelp;
use atlas::Atlas;

const REGISTER: &str = "public/data/boundaries.json";
/// What repairs a register that does not go with the shapes.
const CORRECT: &str = "correct public/data/boundaries.json as docs/data.md describes";

const COARSE_FILE: &str = "public/data/map.json";
const FINE_FILE: &str = "public/data/fine-map.json";

/// Makes the map files of the workspace at `root`; with `check` only says
/// whether the committed ones are fresh.
///
/// Needs npm the first time, to fetch the atlas; the same atlas and register
/// give the same bytes.
///
/// # Errors
///
/// When the atlas cannot be fetched or is not the expected one, when the
/// register and the shapes disagree, when a file cannot be read or written, and
/// with `check` when a committed file differs.
pub fn run(root: &Path, check: bool) -> Result<()> {
    let register = root.join(REGISTER);
    let register = fs::read_to_string(&register)
        .with_context(|| format!("{REGISTER} cannot be read"))
        .and_then(|text| {
            serde_json::from_str::<Vec<Boundary>>(&text)
                .with_context(|| format!("{REGISTER} is not a list of boundaries"))
        })?;
    let atlas = atlas::fetch()?;
    let claims = claims::read()?;
    let Atlas { coarse, fine } = &atlas;
    let map = draw::map(&[coarse, fine], &register, &claims, draw::COARSE).or_help(CORRECT)?;
    keep(root, COARSE_FILE, &draw::text(&map)?, check)?;
    let map = draw::map(&[fine], &register, &claims, draw::FINE).or_help(CORRECT)?;
    keep(root, FINE_FILE, &draw::text(&map)?, check)
}

/// Writes a map file, or with `check` says whether it is that already.
fn keep(root: &Path, name: &str, text: &str, check: bool) -> Result<()> {
    let file = root.join(name);
    if check {
        let committed =
            fs::read_to_string(&file).with_context(|| format!("{name} cannot be read"))?;
        if committed != text {
            bail!(
                "{name} is not what the atlas and {REGISTER} give\n  help: run `cargo xtask map`"
            );
        }
    } else {
        fs::write(&file, text).with_context(|| format!("{name} cannot be written"))?;
    }
    Ok(())
}
