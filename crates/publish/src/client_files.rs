//! The files that the program fetches; boot.js has the list of them.

use std::path::Path;

use anyhow::Result;
use exports::formats::{FORMATS, Format};

use crate::base_url::BaseUrl;
use crate::files::{self, ClientFile, Files};
use crate::localizations::Localization;
use crate::page_urls::LocalizationUrls;
use crate::{scripts, snapshot};

/// Writes all of them: the program, which trunk made, what it asks for of the
/// folder of `data`, and what readers take away.
///
/// # Errors
/// One cannot be read or written.
pub fn write(
    program: &Path,
    data: &Path,
    localizations: &[Localization],
    base_url: &BaseUrl,
    files: &mut Files,
) -> Result<Vec<ClientFile>> {
    let assets = [
        ("hemicycle.js", files.copy(program, "hemicycle.js")?),
        (
            "hemicycle_bg.wasm",
            files.copy(program, "hemicycle_bg.wasm")?,
        ),
        ("offline.js", files.asset("offline.js", scripts::OFFLINE)?),
    ];
    let mut client_files: Vec<ClientFile> = assets
        .into_iter()
        .map(|(name, asset)| ClientFile {
            name: name.to_owned(),
            language: None,
            is_lazy: false,
            program_parts: Vec::new(),
            asset,
        })
        .collect();
    client_files.extend(program_parts(program, files)?);
    client_files.extend(snapshot::maps(data, localizations, files)?);
    client_files.extend(of_data(localizations, base_url, files)?);
    Ok(client_files)
}

/// Writes what is made from the facts alone: the snapshot, and what readers take
/// away.
///
/// # Errors
/// A file cannot be written.
pub fn of_data(
    localizations: &[Localization],
    base_url: &BaseUrl,
    files: &mut Files,
) -> Result<Vec<ClientFile>> {
    let mut client_files = snapshot::write(localizations, files)?;
    for localization in localizations {
        client_files.extend(exports(localization, base_url, files)?);
    }
    Ok(client_files)
}

/// Writes the files of the parts of the program, each of which is named by the
/// parts that need it: `part-contacts-events.wasm`.
fn program_parts(program: &Path, files: &mut Files) -> Result<Vec<ClientFile>> {
    let mut client_files = Vec::new();
    for path in files::all(program)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let parts = name.strip_prefix("part-");
        let Some(parts) = parts.and_then(|parts| parts.strip_suffix(".wasm")) else {
            continue;
        };
        client_files.push(ClientFile {
            asset: files.copy(program, &name)?,
            language: None,
            is_lazy: true,
            program_parts: parts.split('-').map(str::to_owned).collect(),
            name: name.into_owned(),
        });
    }
    Ok(client_files)
}

/// Writes a localization in every format in which readers take it away.
fn exports(
    localization: &Localization,
    base_url: &BaseUrl,
    files: &mut Files,
) -> Result<Vec<ClientFile>> {
    let urls = LocalizationUrls {
        localization,
        base_url,
    };
    let language = localization.language();
    let client_files = FORMATS.iter().map(|format| {
        let Format { name, ending, .. } = format;
        let text = (format.write)(localization.site.directory, &urls)?;
        Ok(ClientFile {
            name: format!("{name}/{language}.{ending}"),
            language: Some(language.to_owned()),
            is_lazy: true,
            program_parts: Vec::new(),
            asset: files.asset(&format!("export-{name}-{language}.{ending}"), text)?,
        })
    });
    client_files.collect()
}
