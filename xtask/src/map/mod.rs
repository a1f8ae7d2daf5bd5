//! `cargo xtask map`: makes public/data/map.json from the atlas and the
//! register of boundaries.

mod atlas;
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

const REGISTER: &str = "public/data/boundaries.json";
const FILE: &str = "public/data/map.json";

/// Makes the map file of the workspace at `root`; with `check` only says
/// whether the committed one is fresh.
///
/// Needs npm the first time, to fetch the atlas; the same atlas and register
/// give the same bytes.
///
/// # Errors
///
/// When the atlas cannot be fetched or is not the expected one, when the
/// register names a shape that the atlas does not have, when a file cannot be
/// read or written, and with `check` when the committed file differs.
pub fn run(root: &Path, check: bool) -> Result<()> {
    let register = root.join(REGISTER);
    let register = fs::read_to_string(&register)
        .with_context(|| format!("{REGISTER} cannot be read"))
        .and_then(|text| {
            serde_json::from_str::<Vec<Boundary>>(&text)
                .with_context(|| format!("{REGISTER} is not a list of boundaries"))
        })?;
    let atlas = atlas::fetch()?;
    let map = draw::map(&atlas.coarse, &atlas.fine, &register)?;
    let text = draw::text(&map)?;

    let file = root.join(FILE);
    if check {
        let committed =
            fs::read_to_string(&file).with_context(|| format!("{FILE} cannot be read"))?;
        if committed != text {
            bail!(
                "{FILE} is not what the atlas and {REGISTER} give\n  help: run `cargo xtask map`"
            );
        }
    } else {
        fs::write(&file, text).with_context(|| format!("{FILE} cannot be written"))?;
    }
    Ok(())
}
