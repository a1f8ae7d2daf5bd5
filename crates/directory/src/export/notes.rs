//! What is said of the members or events that are taken away.

use super::json::{list, object, quoted};
use crate::Directory;
use crate::membership::past_year_of;
use crate::model::Source;
use crate::query::Query;

/// What is shown where a reader takes it away.
pub struct ExportNotes<'a> {
    /// Of which it is shown.
    pub directory: &'a Directory,
    /// What the page says above its results.
    pub sentence: String,
    /// The page's own, so that a reader can come back to the same results.
    pub address: String,
}

impl ExportNotes<'_> {
    /// What stands under `about` in the JSON of events and of contacts.
    pub fn about_rows(&self) -> String {
        object(self.pairs())
    }

    /// What stands under `about` in the JSON of members, picked as these
    /// `rows`: also the query and the sources used; for a past year also that,
    /// and how many `former` members belong to the results and have no row.
    pub fn about_members(&self, query: &Query, rows: &[&str], former: usize) -> String {
        object(self.pairs_of_members(query, rows, former))
    }

    /// What stands under `about` in the `GeoJSON` of members: the same, and
    /// what is said of boundaries.
    pub fn about_features(&self, query: &Query, rows: &[&str], former: usize) -> String {
        let mut about = self.pairs_of_members(query, rows, former);
        let disclaimer = self.directory.localized(&self.directory.network.disclaimer);
        about.push(("boundaries", quoted(&disclaimer.text)));
        object(about)
    }

    fn pairs_of_members(
        &self,
        query: &Query,
        rows: &[&str],
        former: usize,
    ) -> Vec<(&'static str, String)> {
        let mut about = self.pairs();
        about.push(("query", quoted(&query.to_string())));
        if let Some(year) = past_year_of(self.directory, query) {
            about.push(("year", year.to_string()));
            about.push(("former_members_without_row", former.to_string()));
        }
        let sources = self.sources_of(rows).map(record);
        about.push(("sources", list(sources)));
        about
    }

    /// What goes with events and contacts as a text: what the rows are, their edition, and
    /// how far they may be used. Their sources stand in each row.
    pub fn notes_of_rows(&self) -> String {
        let mut text = self.notes();
        text += self.directory.catalogue.export_in_rows();
        text.push('\n');
        text
    }

    /// What goes with members as a text: the same, and the sources behind
    /// them; for a past year also how many `former` members have no row.
    pub fn notes_of_members(&self, query: &Query, rows: &[&str], former: usize) -> String {
        let words = &self.directory.catalogue;
        let mut text = self.notes();
        if let Some(year) = past_year_of(self.directory, query) {
            text += &words.export_former(former, &words.year(year));
            text += "\n\n";
        }
        text += words.export_sources();
        text.push('\n');
        let sources = self.sources_of(rows);
        text.extend(sources.map(|source| in_words(self.directory, source)));
        text
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let network = &self.directory.network;
        let language = self.directory.language();
        vec![
            ("network", quoted(network.names.get(language))),
            ("sentence", quoted(&self.sentence)),
            ("address", quoted(&self.address)),
            ("data_version", quoted(&network.data_version)),
            ("data_date", quoted(&network.data_date.to_string())),
            ("licence", quoted(network.licence.get(language))),
        ]
    }

    fn notes(&self) -> String {
        let (network, words) = (&self.directory.network, &self.directory.catalogue);
        let language = self.directory.language();
        format!(
            "{}\n{}\n{}\n\n{}\n{}\n\n{}\n{}\n\n",
            network.names.get(language),
            self.sentence,
            self.address,
            words.export_data(&network.data_version, &words.date(network.data_date)),
            network.licence.get(language),
            words.export_formula(),
            words.export_empty(),
        )
    }

    /// The sources that rows of the JSON name by id, each once, in the order of
    /// the list of sources.
    fn sources_of(&self, rows: &[&str]) -> impl Iterator<Item = &Source> {
        let named: Vec<&str> = rows.iter().flat_map(|row| ids_of_sources(row)).collect();
        let sources = self.directory.sources.iter();
        sources.filter(move |source| named.contains(&source.id.as_str()))
    }
}

/// What stands under `sources` in a row; ids need no escapes.
fn ids_of_sources(row: &str) -> impl Iterator<Item = &str> {
    let (_, list) = row.rsplit_once("\"sources\": [").unwrap_or_default();
    let (list, _) = list.split_once(']').unwrap_or_default();
    list.split(',').map(|id| id.trim_matches('"'))
}

/// A source as JSON.
fn record(source: &Source) -> String {
    let pairs = [
        ("id", Some(source.id.as_str())),
        ("title", Some(&source.title)),
        ("publisher", source.publisher.as_deref()),
        ("url", source.url.as_deref()),
        ("licence", Some(&source.licence)),
        ("terms", Some(&source.terms)),
        ("retrieved", Some(&source.retrieved.to_string())),
    ];
    let known = pairs.into_iter();
    object(known.filter_map(|(key, text)| Some((key, quoted(text?)))))
}

/// A source as a line of text.
fn in_words(directory: &Directory, source: &Source) -> String {
    let words = &directory.catalogue;
    let retrieved = words.export_retrieved(&words.date(source.retrieved));
    let terms = directory.translated(&source.terms);
    let parts = [
        Some(source.title.as_str()),
        source.publisher.as_deref(),
        source.url.as_deref(),
        Some(&*terms.text),
        Some(&retrieved),
        source.unverified.then_some(words.export_unconfirmed()),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    format!("- {}: {}\n", source.id, parts.join("; "))
}
