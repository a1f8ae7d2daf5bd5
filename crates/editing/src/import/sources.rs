//! Sources, from the rows of sources.csv.

use super::export::{SOURCE_COLUMNS, from_row};
use super::{Importer, Row, add_exact};
use crate::records::Source;

/// How the terms of a licence begin, and the group of docs/data.md.
const LICENCES: [(&str, &str); 12] = [
    ("copyright of the publisher", "facts-only"),
    ("facts only", "facts-only"),
    ("public domain", "public-domain"),
    ("odc-pddl", "odc-pddl"),
    ("odbl", "odbl"),
    ("unicode", "unicode"),
    ("cc by-nc-sa", "cc-by-nc-sa"),
    ("cc by-nc", "cc-by-nc"),
    ("cc by-sa", "cc-by-sa"),
    ("cc by", "cc-by"),
    ("gpl", "gpl-code"),
    ("agpl", "gpl-code"),
];

impl Importer {
    pub(super) fn source(&mut self, row: &Row) -> Result<(), String> {
        let source = match row.more()? {
            Some(more) => from_row(row, more, &SOURCE_COLUMNS, &self.language)?,
            None => Source {
                id: row.get("id").to_owned(),
                title: row.get("title").to_owned(),
                publisher: row.known("publisher"),
                url: row.known("url"),
                licence: self.licence_group(row.get("licence"))?,
                terms: row.get("licence").to_owned(),
                covers: row.known("what_it_covers"),
                retrieved: row.get("retrieved").to_owned(),
                unverified: false,
            },
        };
        let id = source.id.clone();
        if add_exact(&mut self.sources, source)? {
            self.has_changed("sources.json", &id);
        }
        Ok(())
    }

    /// The group of a licence: that of a source with the same terms, or by how
    /// they begin.
    fn licence_group(&self, terms: &str) -> Result<String, String> {
        let same = self.sources.iter().find(|source| source.terms == terms);
        if let Some(source) = same {
            return Ok(source.licence.clone());
        }
        let lower = terms.to_lowercase();
        let known = LICENCES.iter().find(|(begin, _)| lower.starts_with(begin));
        let group = known.map(|(_, group)| (*group).to_owned());
        group.ok_or_else(|| format!("has the terms `{terms}`, whose group is not known"))
    }
}
