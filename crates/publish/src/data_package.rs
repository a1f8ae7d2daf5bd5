//! The data package and its like of CSV on the Web, which say what the columns of
//! the published tables hold.

use anyhow::{Context, Result};
use exports::csvw;
use exports::data_package::{PATH, Table, json};

use crate::files::{ClientFile, Files};
use crate::localizations::Localization;

/// Writes both for all tables that the program fetches.
///
/// # Errors
/// A table cannot be read, or one of them cannot be written.
pub fn write(
    localizations: &[Localization],
    client_files: &[ClientFile],
    files: &mut Files,
) -> Result<()> {
    let mut tables = Vec::new();
    for file in client_files {
        let Some(name) = file.name.strip_suffix(".csv") else {
            continue;
        };
        let mut localizations = localizations.iter();
        let localization = localizations
            .find(|localization| file.language.as_deref() == Some(localization.language()));
        let localization = localization.with_context(|| format!("{name} is of no language"))?;
        tables.push(Table {
            name: name.replace('/', "-"),
            path: file.asset.address.clone(),
            csv: String::from_utf8(files.read(&file.asset.address)?)?,
            directory: localization.site.directory,
        });
    }
    let network = &localizations[0].site.directory.network;
    files.write(PATH, format!("{:#}\n", json(network, &tables)))?;
    files.write(csvw::PATH, format!("{:#}\n", csvw::json(network, &tables)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::PATH;
    use crate::tests::{SITE, localizations};

    #[test]
    fn every_published_table_is_described_and_its_codes_are_texts() {
        let files = SITE.files();
        let package: Value = serde_json::from_slice(&files[PATH]).unwrap();
        let resources = package["resources"].as_array().unwrap();
        assert_eq!(resources.len(), 3 * localizations().len());
        let described: BTreeSet<&str> = resources
            .iter()
            .map(|resource| {
                let path = resource["path"].as_str().unwrap();
                assert_eq!(resource["bytes"], files[path].len(), "{path}");
                let text = std::str::from_utf8(&files[path]).unwrap();
                let header = text.lines().next().unwrap().trim_start_matches('\u{FEFF}');
                let fields = resource["schema"]["fields"].as_array().unwrap();
                let names = fields.iter().map(|field| field["name"].to_string());
                assert_eq!(header, names.collect::<Vec<_>>().join(","), "{path}");
                for code in ["iso2", "m49", "joined", "data_version"] {
                    let field = fields.iter().find(|field| field["name"] == code);
                    assert!(
                        field.is_none_or(|field| field["type"] == "string"),
                        "{path}"
                    );
                }
                path
            })
            .collect();
        let paths = files.keys().map(String::as_str);
        let tables = paths.filter(|path| path.rsplit('.').next() == Some("csv"));
        let tables: BTreeSet<&str> = tables.filter(|path| path.starts_with("assets/")).collect();
        assert_eq!(described, tables);
    }
}
