//! What is published of each edition of the data: its files, what it changed, and
//! of the earlier ones also what the program fetches.

use anyhow::{Context, Result};
use directory::model::{ChangeKind, Edition, FileChanges};
use editing::DataFiles;
use editing::editions::{completed, kept};
use serde_json::{Value, json};

use crate::base_url::BaseUrl;
use crate::editions::{Editions, FOLDER};
use crate::files::{ClientFile, Files};
use crate::localizations::{self, Localization};
use crate::{client_files, scripts};

/// Writes the list of the editions, the files of each, and what each changed; of
/// the earlier ones also what the program fetches. Gives the files that tell
/// boot.js where that is, by the names under which it asks for them.
///
/// # Errors
/// A file cannot be written, or an edition is not valid any more.
pub fn write(
    editions: &Editions,
    newest: &[Localization],
    base_url: &BaseUrl,
    files: &mut Files,
) -> Result<Vec<ClientFile>> {
    let mut lists = Vec::new();
    let data = [&editions.newest].into_iter().chain(&editions.earlier);
    for (place, (edition, data)) in editions.listed.iter().zip(data).enumerate() {
        let folder = format!("{FOLDER}/{}", edition.version);
        for (name, text) in kept(data) {
            files.write(&format!("{folder}/{name}"), text)?;
        }
        if let Some(changes) = &edition.changes {
            let changes = json_of_changes(changes);
            files.write(&format!("{folder}/changes.json"), format!("{changes:#}\n"))?;
        }
        if place == 0 {
            continue;
        }
        let list = client_files_of(editions, edition, data, newest, base_url, files)?;
        let list = Value::Object(scripts::entries(&list).collect());
        let asset = files.with_assets_in(&folder, |files| {
            files.asset("client-files.json", format!("{list}\n"))
        })?;
        lists.push(ClientFile {
            name: format!("editions/{}.json", edition.version),
            language: None,
            is_lazy: true,
            program_parts: Vec::new(),
            asset,
        });
    }
    let list: Value = editions.listed.iter().map(json_of).collect();
    files.write(&format!("{FOLDER}/editions.json"), format!("{list:#}\n"))?;
    Ok(lists)
}

/// Writes what the program fetches of an earlier edition, in the languages of the
/// newest, into the folder of the edition; what is the same as in the newest is
/// not written again.
fn client_files_of(
    editions: &Editions,
    edition: &Edition,
    data: &DataFiles,
    newest: &[Localization],
    base_url: &BaseUrl,
    files: &mut Files,
) -> Result<Vec<ClientFile>> {
    let data = completed(data, &editions.newest);
    let localizations = localizations::of_edition(&data, newest)
        .with_context(|| format!("edition {}", edition.version))?;
    files.with_assets_in(&format!("{FOLDER}/{}", edition.version), |files| {
        client_files::of_data(&localizations, base_url, files)
    })
}

/// An edition in the list of all.
fn json_of(edition: &Edition) -> Value {
    let Edition {
        version,
        date,
        changes,
    } = edition;
    let counts = edition.counts();
    let at = |name: &str| format!("{version}/{name}");
    let changes = changes.as_ref().map(|_| {
        json!({ "file": at("changes.json"), "added": counts[0], "changed": counts[1], "removed": counts[2] })
    });
    let files = Edition::FILES.map(at);
    json!({ "version": version, "date": date.to_string(), "changes": changes, "files": files })
}

/// What an edition changed, for programs.
fn json_of_changes(changes: &[FileChanges]) -> Value {
    let files = changes.iter().map(|file| {
        let records = file.records.iter().map(|record| match &record.kind {
            ChangeKind::Added => json!({ "id": record.id, "change": "added" }),
            ChangeKind::Removed => json!({ "id": record.id, "change": "removed" }),
            ChangeKind::Changed(fields) => {
                let fields = fields.iter().map(|field| {
                    json!({ "field": field.field, "before": field.before, "after": field.after })
                });
                json!({ "id": record.id, "change": "changed", "fields": fields.collect::<Value>() })
            }
        });
        json!({ "file": file.file, "records": records.collect::<Value>() })
    });
    files.collect()
}
