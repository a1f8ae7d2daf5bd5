//! Files that nobody needs to read the site, for those who take all of it away
//! (docs/decisions/formats.md).

use anyhow::Result;
use directory::model::Network;
use exports::{contacts, events, json_schema, markdown, members, popolo};
use serde_json::Value;

use crate::files::Files;
use crate::localizations::Localization;
use crate::{database, workbook};

/// Writes them: those of the site, and those of each localization.
///
/// # Errors
/// One cannot be made or written.
pub fn write(localizations: &[Localization], files: &mut Files) -> Result<()> {
    let directory = localizations[0].site.directory;
    let Network { id, .. } = &directory.network;
    let database = database::bytes(localizations)?;
    files.write(&format!("{id}.sqlite"), database)?;
    let mut write = |address: &str, json: Value| files.write(address, format!("{json:#}\n"));
    write("popolo.json", popolo::json(directory))?;
    write("schemas/popolo.json", popolo::schema())?;
    let tables = [
        ("members", members::sheet(directory)),
        ("contacts", contacts::sheet(directory)),
        ("events", events::sheet(directory)),
    ];
    for (name, sheet) in tables {
        let schema = json_schema::json(name, &sheet, &directory.catalogue);
        write(&format!("schemas/table-{name}.json"), schema)?;
    }
    for (file, schema) in editing::schema::file_schemas() {
        write(&format!("schemas/{file}"), schema)?;
    }
    for localization in localizations {
        let workbook = workbook::bytes(localization)?;
        files.write(&localization.at(&format!("{id}.xlsx")), workbook)?;
        let table = markdown::members(localization.site.directory);
        files.write(&localization.at("members.md"), table)?;
    }
    Ok(())
}
