//! Compressed copies beside each file, for hosts that send such.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use exports::media_types::media_type_by_ending;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;

use crate::cache::Cache;
use crate::files::ASSETS;

/// Below this many bytes a copy saves nothing worth a second file: as much
/// comes in the first packets of an answer, and some hosts limit the number of
/// files. Most calendars are that small.
const MIN_BYTES: usize = 4096;

/// Writes `a.br` and `a.gz` beside every file `a` in `folder` that gets
/// smaller, on all processors; of what has not changed, from `cache`.
///
/// # Errors
/// A file cannot be read or written.
pub fn write(folder: &Path, cache: &Cache) -> Result<()> {
    let mut files = crate::files::all(folder)?;
    files.retain(|file| {
        let ending = file.extension().and_then(|ending| ending.to_str());
        let media_type = ending.and_then(media_type_by_ending);
        media_type.is_some_and(|media_type| media_type.is_compressible)
    });
    files
        .par_iter()
        .try_for_each(|file| write_copies(file, cache).with_context(|| file.display().to_string()))
}

fn write_copies(file: &Path, cache: &Cache) -> Result<()> {
    let bytes = fs::read(file)?;
    if bytes.len() < MIN_BYTES {
        return Ok(());
    }
    let copy = |ending: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        name
    };
    let is_asset = file.parent().is_some_and(|folder| folder.ends_with(ASSETS));
    let (kind, level) = if is_asset { ("br", 11) } else { ("br10", 10) };
    let compressed = cache.get(kind, &bytes, || brotli(&bytes, level))?;
    fs::write(copy(".br"), compressed)?;
    fs::write(copy(".gz"), cache.get("gz", &bytes, || gzip(&bytes))?)?;
    Ok(())
}

/// Brotli: at its highest level, 11, what every reader waits for. The next one
/// takes a third of the time and 1.5 % more bytes, which is 0.1 KB of a page
/// (docs/decisions/publishing-again.md).
fn brotli(bytes: &[u8], level: u32) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, level, 24);
    writer.write_all(bytes)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

/// Gzip at its highest level, without name and time.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzBuilder::new().write(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}
