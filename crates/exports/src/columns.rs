//! What the columns of tables hold, and what readers call them. A name means the
//! same in every table.

use directory::catalogue::Catalogue;
use directory::vocabulary::{
    CONTACT_CLASS, CONTACT_KIND, EVENT_STATE, PARLIAMENT_STATUS, STATUS, STRUCTURE, values,
};

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// Any text; so are codes such as `004` and `NA`, and phone numbers.
    Text,
    /// A date as exact as it is known, which is a text: `2024-05`.
    Date,
    /// One of these words of docs/data.md.
    Words(Vec<&'static str>),
    /// A whole number.
    Count,
    /// A number in percent.
    Share,
    /// `true` or `false`.
    Flag,
    /// Several texts; in CSV with `; ` between them.
    Texts,
}

/// What a date of [`Form::Date`] matches.
pub const PARTIAL_DATE: &str = "^[0-9]{4}(-[0-9]{2}){0,2}$";

impl Form {
    /// That of a column.
    pub fn of(column: &str) -> Self {
        match column {
            "joined" | "last_election" | "next_election" | "as_of" | "verified_on"
            | "valid_until" | "start" | "end" => Self::Date,
            "status" => Self::Words(values(STATUS)),
            "structure" => Self::Words(values(STRUCTURE)),
            "parliament_status" => Self::Words(values(PARLIAMENT_STATUS)),
            "kind" => Self::Words(values(CONTACT_KIND)),
            "class" => Self::Words(values(CONTACT_CLASS)),
            "state" => Self::Words(values(EVENT_STATE)),
            "seats" => Self::Count,
            "women_share" => Self::Share,
            "online" | "outdated_plan" => Self::Flag,
            "hosts" | "members" | "organisers" | "documents" | "related" | "sources"
            | "source_ids" => Self::Texts,
            _ => Self::Text,
        }
    }
}

/// What readers call a column, where the site has a word for it.
pub fn title<'a>(words: &'a Catalogue, column: &str) -> Option<&'a str> {
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
    use crate::cell::Cell;
    use crate::{contacts, events, members};
    use directory::PartialDate;
    use directory::fixture::directory;

    #[test]
    fn every_cell_has_the_form_of_its_column() {
        let directory = directory();
        for sheet in [members::sheet, contacts::sheet, events::sheet] {
            let sheet = sheet(&directory);
            assert!(!sheet.rows.is_empty());
            for row in sheet.rows {
                for (column, cell) in sheet.columns.iter().zip(row) {
                    let holds = match (Form::of(column), &cell) {
                        (_, Cell::Unknown)
                        | (Form::Text, Cell::Text(_))
                        | (Form::Texts, Cell::Texts(_))
                        | (Form::Count, Cell::Count(_))
                        | (Form::Share, Cell::Share(_))
                        | (Form::Flag, Cell::Flag(_)) => true,
                        (Form::Date, Cell::Text(date)) => date.parse::<PartialDate>().is_ok(),
                        (Form::Words(words), Cell::Text(word)) => words.contains(&&**word),
                        _ => false,
                    };
                    assert!(holds, "{column}: {cell:?}");
                }
            }
        }
    }
}
