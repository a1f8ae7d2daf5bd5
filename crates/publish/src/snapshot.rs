//! What the program fetches of the data: the parts of [`directory::snapshot`],
//! and the picture of the map.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use directory::Directory;
use directory::catalogue::ContentTranslations;
use directory::model::Map;
use directory::snapshot::{self, LanguagePart, Part};
use editing::translatable::translatable_texts;
use editing::{FINE_MAP, read_fine_map};
use hemicycle::{FINE_MAP_SVG, MAP_SVG, map_svg};

use crate::files::{ClientFile, Files, read};
use crate::localizations::Localization;

/// Writes the picture of the map at both its levels; `data` is the folder of the
/// data files.
///
/// # Errors
/// One cannot be read or written.
pub fn maps(
    data: &Path,
    localizations: &[Localization],
    files: &mut Files,
) -> Result<Vec<ClientFile>> {
    let directory = localizations[0].site.directory;
    let mut client_files = Vec::new();
    let maps = [
        (MAP_SVG, directory.map.get()),
        (FINE_MAP_SVG, fine_map(data)?),
    ];
    for (name, map) in maps {
        let Some(map) = map else { continue };
        client_files.push(ClientFile {
            asset: files.asset(name, map_svg(directory, map))?,
            name: name.to_owned(),
            language: None,
            is_lazy: true,
            program_parts: Vec::new(),
        });
    }
    Ok(client_files)
}

/// Writes the parts that all languages share, and that of each language.
///
/// # Errors
/// A file cannot be written, or what was written cannot be read.
pub fn write(localizations: &[Localization], files: &mut Files) -> Result<Vec<ClientFile>> {
    let directory = localizations[0].site.directory;
    let mut client_files = Vec::new();
    for part in Part::ALL {
        let name = format!("{}.json", part.name());
        client_files.push(ClientFile {
            asset: files.asset(&name, snapshot::write(directory, part))?,
            name: format!("snapshot/{name}"),
            language: None,
            is_lazy: part != Part::Core,
            program_parts: Vec::new(),
        });
    }
    let texts = translatable_texts(&as_client_reads(directory)?);
    let languages: Vec<_> = localizations
        .iter()
        .map(Localization::site_language)
        .collect();
    for localization in localizations {
        let directory = localization.site.directory;
        let code = localization.language();
        let name = format!("{code}.json");
        let text = LanguagePart::write(
            directory,
            &directory.translations.filtered(&texts),
            &languages,
        );
        client_files.push(ClientFile {
            asset: files.asset(&name, text)?,
            name: format!("snapshot/{name}"),
            language: Some(code.to_owned()),
            is_lazy: false,
            program_parts: Vec::new(),
        });
    }
    Ok(client_files)
}

/// The map at its finer level; a network need not have one.
fn fine_map(data: &Path) -> Result<Option<&'static Map>> {
    let file = data.join(FINE_MAP);
    if !file.exists() {
        return Ok(None);
    }
    let map = read_fine_map(&read(&file)?).context(FINE_MAP)?;
    Ok(Some(Box::leak(Box::new(map))))
}

/// The directory as the program has it, once all parts have come: without what
/// only published pages tell.
fn as_client_reads(directory: &Directory) -> Result<Directory> {
    let problem = |error| anyhow!("the snapshot that was just written {error}");
    let language = LanguagePart::write(directory, &ContentTranslations::default(), &[]);
    let language = LanguagePart::read(&language).map_err(problem)?;
    let core = snapshot::write(directory, Part::Core);
    let read = language.directory(&core).map_err(problem)?;
    for part in Part::ALL {
        read.add(part, &snapshot::write(directory, part))
            .map_err(problem)?;
    }
    Ok(read)
}
