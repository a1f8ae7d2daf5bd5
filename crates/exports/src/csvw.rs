//! The tables of a site by CSV on the Web: what their columns hold, for programs
//! that read this in place of a data package (W3C, Metadata Vocabulary for
//! Tabular Data).

use directory::Directory;
use directory::model::Network;
use serde_json::{Map, Value, json};

use crate::columns::{Form, PARTIAL_DATE, title};
use crate::data_package::Table;

/// Where it stands: beside the data package.
pub const PATH: &str = "csv-metadata.json";

/// The group of these tables; its sentences are those of a data package.
pub fn json(network: &Network, tables: &[Table]) -> Value {
    let tables: Vec<Value> = tables.iter().map(table).collect();
    json!({
        "@context": "http://www.w3.org/ns/csvw",
        "dc:title": network.id,
        "dc:hasVersion": network.data_version,
        "dc:modified": network.data_date.to_string(),
        "tables": tables,
    })
}

fn table(table: &Table) -> Value {
    let directory = table.directory;
    let licence = directory.localized(&directory.network.licence).text;
    let columns = table.columns().map(|name| column(directory, name));
    json!({
        "url": table.path,
        "lang": directory.language(),
        "dc:title": table.name,
        "dc:description": table.description(),
        "dc:rights": licence,
        "tableSchema": {
            "columns": columns.collect::<Vec<_>>(),
            "primaryKey": "id",
        },
    })
}

fn column(directory: &Directory, name: &str) -> Value {
    let mut column = Map::new();
    let mut set = |term: &str, value: Value| {
        column.insert(term.to_owned(), value);
    };
    set("name", name.into());
    // The first title is the heading by which a column is known again.
    let further = title(&directory.catalogue, name);
    let titles: Vec<&str> = [name].into_iter().chain(further).collect();
    set("titles", json!(titles));
    let datatype = match Form::of(name) {
        Form::Date => json!({ "base": "string", "format": PARTIAL_DATE }),
        Form::Words(words) => json!({ "base": "string", "format": words.join("|") }),
        Form::Count => json!("integer"),
        Form::Share => json!("decimal"),
        Form::Flag => json!({ "base": "boolean", "format": "true|false" }),
        Form::Text | Form::Texts => json!("string"),
    };
    set("datatype", datatype);
    if name == "id" {
        set("required", true.into());
    }
    column.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::fixture::directory;

    #[test]
    fn codes_and_partial_dates_are_texts_and_figures_are_numbers() {
        let directory = directory();
        let table = Table {
            name: "members-en".to_owned(),
            path: "assets/members.csv".to_owned(),
            csv: crate::members::csv(&directory, &directory.members),
            directory: &directory,
        };
        let group = json(&directory.network, &[table]);
        let table = &group["tables"][0];
        assert_eq!(table["url"], "assets/members.csv");
        assert_eq!(table["lang"], "en");
        let columns = table["tableSchema"]["columns"].as_array().unwrap();
        let datatype = |name: &str| {
            let column = columns.iter().find(|column| column["name"] == name);
            column.unwrap()["datatype"].clone()
        };
        assert_eq!(columns.len(), 22);
        assert_eq!(datatype("m49"), "string");
        assert_eq!(datatype("joined")["base"], "string");
        assert_eq!(datatype("seats"), "integer");
        assert_eq!(columns[3]["titles"], json!(["name", "Name"]));
    }
}
