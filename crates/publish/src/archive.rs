//! The whole site as one file to take away.

use std::fs::{self, File};
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::cache::Cache;
use crate::pages::PREVIEWS;

/// Packs everything in `folder` into the file `name` in it, in which all lies
/// in a folder of that name without its ending; but for the pictures that only
/// other sites show, three quarters of the bytes. What has not changed comes
/// from `cache`; without one nothing is compressed.
///
/// # Errors
/// A file cannot be read or written.
pub fn write(folder: &Path, name: &str, cache: Option<&Cache>) -> Result<()> {
    let top = name.trim_end_matches(".zip");
    let mut files = crate::files::all(folder)?;
    files.retain(|file| !file.starts_with(folder.join(PREVIEWS)));
    let file = File::create(folder.join(name)).with_context(|| name.to_owned())?;
    let mut archive = ZipWriter::new(file);
    for path in files {
        let inside: PathBuf = path.strip_prefix(folder)?.components().collect();
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        let is_picture = path.extension().is_some_and(|ending| ending == "png");
        // Pictures are compressed already.
        let packed = match cache {
            Some(cache) if !is_picture => {
                let deflated = || pack(&bytes, CompressionMethod::Deflated);
                cache.get("zip", &bytes, deflated)?
            }
            _ => pack(&bytes, CompressionMethod::Stored)?,
        };
        let mut packed = ZipArchive::new(Cursor::new(packed))?;
        archive.raw_copy_file_rename(
            packed.by_index_raw(0)?,
            format!("{top}/{}", inside.display()),
        )?;
    }
    archive.finish()?;
    Ok(())
}

/// An archive of one file without a name.
fn pack(bytes: &[u8], method: CompressionMethod) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(method)
        .compression_level((method == CompressionMethod::Deflated).then_some(9))
        // Always the same, so that the same site gives the same bytes.
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("", options)?;
    archive.write_all(bytes)?;
    Ok(archive.finish()?.into_inner())
}
