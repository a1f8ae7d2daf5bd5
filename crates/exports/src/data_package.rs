//! The tables of a site as a data package: what their columns hold, for programs
//! that would guess it (Data Package 1, with Table Schema).

use directory::Directory;
use directory::catalogue::Catalogue;
use directory::model::Network;
use serde_json::{Map, Value, json};

/// Where the package stands. It names files below its own folder alone, as it must.
pub const PATH: &str = "datapackage.json";

/// A table of a site in one language.
pub struct Table<'a> {
    /// What it is called in the package: `members-en`.
    pub name: String,
    /// Where it stands, from the package on.
    pub path: String,
    /// What it holds.
    pub csv: String,
    /// Of which it was made.
    pub directory: &'a Directory,
}

/// The package of these tables. Its sentences are those that readers see with a
/// table, each in the language of the table.
pub fn json(network: &Network, tables: &[Table]) -> Value {
    let tables: Vec<Value> = tables.iter().map(resource).collect();
    json!({
        "profile": "tabular-data-package",
        "name": network.id,
        "version": network.data_version,
        "resources": tables,
    })
}

fn resource(table: &Table) -> Value {
    let Directory {
        network, catalogue, ..
    } = table.directory;
    let licence = table.directory.localized(&network.licence).text;
    let header = table.csv.lines().next().unwrap_or_default();
    // Names of columns need no escapes.
    let columns = header.trim_start_matches('\u{FEFF}').split(',');
    let columns = columns.map(|column| column.trim_matches('"'));
    let fields: Vec<Value> = columns.map(|column| field(catalogue, column)).collect();
    let description = [
        &catalogue.export_data(&network.data_version, &catalogue.date(network.data_date)),
        &*licence,
        catalogue.export_formula(),
        catalogue.export_empty(),
    ];
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.path,
        "description": description.join("\n"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": table.csv.len(),
        "schema": {
            "fields": fields,
            "primaryKey": "id",
            "missingValues": [""],
        },
    })
}

fn field(words: &Catalogue, column: &str) -> Value {
    let mut field = Map::new();
    field.insert("name".to_owned(), column.into());
    field.insert("type".to_owned(), field_type(column).into());
    if let Some(title) = title(words, column) {
        field.insert("title".to_owned(), title.into());
    }
    field.into()
}

/// The type of a column by its name, which means the same in every table. Codes
/// such as `004` and `NA` are texts, and so are dates, as many are known in part.
fn field_type(column: &str) -> &'static str {
    match column {
        "seats" => "integer",
        "women_share" => "number",
        "online" | "outdated_plan" => "boolean",
        _ => "string",
    }
}

/// What readers call a column, where the site has a word for it.
fn title<'a>(words: &'a Catalogue, column: &str) -> Option<&'a str> {
    Some(match column {
        "name" => words.table_name(),
        "formal_name" => words.names_formal(),
        "region" => words.table_region(),
        "joined" => words.table_joined(),
        "capital" => words.sheet_capital(),
        "parliament" => words.table_parliament(),
        "structure" => words.table_structure(),
        "parliament_status" => words.fact_state(),
        "seat_city" => words.fact_seat(),
        "seats" => words.table_seats(),
        "women_share" => words.table_women(),
        "last_election" => words.table_last_election(),
        "next_election" => words.fact_next_election(),
        "institution" => words.contacts_institution(),
        "type_name" => words.events_type(),
        "country_name" => words.events_country(),
        "organ_name" => words.events_organ(),
        "hosts" => words.event_host(),
        "members" => words.event_concerned(),
        "organisers" => words.event_organisers(),
        "theme" => words.event_theme(),
        "summary" => words.event_summary(),
        "participants" => words.event_participants(),
        "documents" => words.event_documents(),
        "related" => words.event_related(),
        "notes" => words.event_notes(),
        "sources" | "source_ids" => words.event_sources(),
        "as_of" => words.sheet_as_of(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::FORMATS;
    use crate::page_urls::NoUrls;
    use directory::fixture::directory;

    #[test]
    fn every_cell_has_the_type_of_its_column() {
        let directory = directory();
        for format in FORMATS.iter().filter(|format| format.ending == "json") {
            let text = (format.write)(&directory, &NoUrls).unwrap();
            let rows: Vec<Map<String, Value>> = serde_json::from_str(&text).unwrap();
            for (column, value) in rows.iter().flatten() {
                let kind = match value {
                    Value::Bool(_) => "boolean",
                    Value::Number(number) if number.is_u64() => "integer",
                    Value::Number(_) => "number",
                    _ => "string",
                };
                assert_eq!(kind, field_type(column), "{}, {column}", format.name);
            }
        }
    }

    #[test]
    fn a_table_has_a_field_for_each_of_its_columns() {
        let directory = directory();
        let csv = crate::members::csv(&directory, &directory.members);
        let bytes = csv.len();
        let table = Table {
            name: "members-en".to_owned(),
            path: "assets/members.csv".to_owned(),
            csv,
            directory: &directory,
        };
        let package = json(&directory.network, &[table]);
        let resource = &package["resources"][0];
        assert_eq!(resource["bytes"], bytes);
        let schema = &resource["schema"];
        assert_eq!(schema["missingValues"], json!([""]));
        let fields = schema["fields"].as_array().unwrap();
        assert_eq!(fields.len(), 22);
        assert_eq!(fields[0], json!({ "name": "id", "type": "string" }));
        assert_eq!(fields[2], json!({ "name": "m49", "type": "string" }));
        let seats = json!({ "name": "seats", "type": "integer", "title": "Seats" });
        assert_eq!(fields[15], seats);
    }
}
