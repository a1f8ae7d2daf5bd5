//! What the page of `cargo xtask serve --dev` needs beside what trunk makes.

use std::fs;

use anyhow::{Context, Result};

use crate::base_url::BaseUrl;
use crate::files::Files;
use crate::{client_files, editions, localizations, styles};

/// Adds the style sheets and all that the program fetches to what trunk made,
/// by the plain names under which `boot.js` asks for what is not published.
///
/// # Errors
/// A file cannot be read or written, or the data are not sound.
pub fn write(options: &super::Options) -> Result<()> {
    let editions = editions::read(&options.data, None)?;
    let localizations = localizations::read(&editions, &options.locales)?;
    let base_url = BaseUrl::new(None)?;
    let mut files = Files::new(&options.out)?;
    let client_files = client_files::write(
        &options.program,
        &options.data,
        &localizations,
        &base_url,
        &mut files,
    )?;
    for file in client_files {
        let path = options.program.join(&file.name);
        let folder = path
            .parent()
            .expect("it is inside the folder of the program");
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        let written = files.folder().join(&file.asset.address);
        fs::copy(written, &path).with_context(|| path.display().to_string())?;
    }
    let network = &localizations[0].site.directory.network;
    for (name, css) in [
        ("main.css", styles::of_all_pages(&options.styles, network)?),
        ("lists.css", styles::of_folder(&options.styles, "lists")?),
        ("pages.css", styles::of_folder(&options.styles, "pages")?),
    ] {
        let path = options.program.join(name);
        fs::write(&path, css).with_context(|| path.display().to_string())?;
    }
    Ok(())
}
