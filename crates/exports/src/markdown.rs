//! The members as a table in Markdown, to be pasted where such is read.

use directory::Directory;
use directory::model::MemberIdx;

use crate::cell::Cell;
use crate::columns::title;
use crate::csv::on_one_line;
use crate::members;

/// What is shown of a member: what fits a page.
const COLUMNS: [&str; 8] = [
    "name",
    "region",
    "joined",
    "parliament",
    "structure",
    "seats",
    "women_share",
    "last_election",
];

/// All members and observers by name, with the edition and the licence below.
pub fn members(directory: &Directory) -> String {
    let words = &directory.catalogue;
    let network = &directory.network;
    let sheet = members::sheet(directory);
    let places = COLUMNS.map(|name| {
        let place = sheet.columns.iter().position(|column| *column == name);
        place.expect("it is a column of the members")
    });
    let header = COLUMNS.map(|name| title(words, name).unwrap_or(name).to_owned());
    let rule = COLUMNS.map(|name| match name {
        "seats" | "women_share" => "--:".to_owned(),
        _ => "---".to_owned(),
    });
    let row = |member: MemberIdx| {
        let row = &sheet.rows[member.get()];
        places.map(|place| match (sheet.columns[place], &row[place]) {
            ("structure", Cell::Text(_)) => {
                let parliament = directory[member].parliament.as_ref();
                let structure = parliament.map(|parliament| words.structure(parliament.structure));
                structure.unwrap_or_default().to_owned()
            }
            ("women_share", Cell::Share(share)) => words.share(*share),
            (_, cell) => cell.clone().into_text(),
        })
    };
    let rows = directory.name_ranks.in_order().into_iter().map(row);
    let lines = [header, rule].into_iter().chain(rows).map(|cells| {
        let cells = cells.map(|cell| escaped(&on_one_line(&cell)));
        format!("| {} |\n", cells.join(" | "))
    });
    let edition = words.export_data(&network.data_version, &words.date(network.data_date));
    let licence = directory.localized(&network.licence).text;
    format!(
        "# {}\n\n{}\n{}\n\n{}\n",
        network.names.get(directory.language()),
        lines.collect::<String>(),
        escaped(&edition),
        escaped(&licence)
    )
}

/// A text without what Markdown takes for signs of its own.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        if "\\`*_[]<>|#".contains(sign) {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::fixture::directory;

    #[test]
    fn each_member_is_a_row_and_no_sign_divides_a_cell() {
        let mut directory = directory();
        let own = directory.members[0].names.0.get_mut("en").unwrap();
        *own = "Al|bany *".to_owned();
        let table = members(&directory);
        let rows: Vec<&str> = table.lines().filter(|line| line.starts_with('|')).collect();
        assert_eq!(rows.len(), directory.members.len() + 2);
        assert_eq!(rows[1], "| --- | --- | --- | --- | --- | --: | --: | --- |");
        let row = rows
            .iter()
            .find(|row| row.contains("Al\\|bany \\*"))
            .unwrap();
        assert_eq!(
            row.replace("\\|", "").matches('|').count(),
            COLUMNS.len() + 1
        );
    }
}
