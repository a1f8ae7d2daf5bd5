//! Compressed copies beside each file, for hosts that send such.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use exports::media_types::media_type_by_ending;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;

use crate::cache::Cache;

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
    fs::write(copy(".br"), cache.get("br", &bytes, || brotli(&bytes))?)?;
    fs::write(copy(".gz"), cache.get("gz", &bytes, || gzip(&bytes))?)?;
    Ok(())
}

/// Brotli at its highest level.
fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 24);
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
