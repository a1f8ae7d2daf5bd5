//! The whole site as one file to take away.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::pages::PREVIEWS;
use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs everything in `folder` into the file `name` in it, in which all lies
/// in a folder of that name without its ending; but for the pictures that only
/// other sites show, three quarters of the bytes.
///
/// # Errors
/// A file cannot be read or written.
pub fn write(folder: &Path, name: &str) -> Result<()> {
    let top = name.trim_end_matches(".zip");
    let mut files = crate::files::all(folder)?;
    files.retain(|file| !file.starts_with(folder.join(PREVIEWS)));
    let file = File::create(folder.join(name)).with_context(|| name.to_owned())?;
    let mut archive = ZipWriter::new(file);
    for path in files {
        let inside: PathBuf = path.strip_prefix(folder)?.components().collect();
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        // Pictures are compressed already. The time is always the same, so
        // that the same site gives the same bytes.
        let method = match path.extension().and_then(|ending| ending.to_str()) {
            Some("png") => CompressionMethod::Stored,
            _ => CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .compression_level((method == CompressionMethod::Deflated).then_some(9))
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        archive.start_file(format!("{top}/{}", inside.display()), options)?;
        archive.write_all(&bytes)?;
    }
    archive.finish()?;
    Ok(())
}
