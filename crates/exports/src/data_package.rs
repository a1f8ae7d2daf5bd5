//! The tables of a site as a data package: what their columns hold, for programs
//! that would guess it (Data Package 1, with Table Schema).

use directory::Directory;
use directory::catalogue::Catalogue;
use directory::model::Network;
use serde_json::{Map, Value, json};

use crate::columns::{Form, PARTIAL_DATE, title};

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

impl Table<'_> {
    /// The names of its columns, which need no escapes.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &str> {
        let header = self.csv.lines().next().unwrap_or_default();
        let columns = header.trim_start_matches('\u{FEFF}').split(',');
        columns.map(|column| column.trim_matches('"'))
    }

    /// What a reader should know of it: its edition, its licence, how it is
    /// written.
    pub(crate) fn description(&self) -> String {
        let Directory {
            network, catalogue, ..
        } = self.directory;
        let description = [
            &catalogue.export_data(&network.data_version, &catalogue.date(network.data_date)),
            &*self.directory.localized(&network.licence).text,
            catalogue.export_formula(),
            catalogue.export_empty(),
        ];
        description.join("\n")
    }
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
    let words = &table.directory.catalogue;
    let fields: Vec<Value> = table.columns().map(|column| field(words, column)).collect();
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.path,
        "description": table.description(),
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
    let (kind, constraints) = match Form::of(column) {
        Form::Text | Form::Texts => ("string", None),
        Form::Date => ("string", Some(json!({ "pattern": PARTIAL_DATE }))),
        Form::Words(words) => ("string", Some(json!({ "enum": words }))),
        Form::Count => ("integer", None),
        Form::Share => ("number", None),
        Form::Flag => ("boolean", None),
    };
    field.insert("type".to_owned(), kind.into());
    if let Some(constraints) = constraints {
        field.insert("constraints".to_owned(), constraints);
    }
    if let Some(title) = title(words, column) {
        field.insert("title".to_owned(), title.into());
    }
    field.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::fixture::directory;

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
