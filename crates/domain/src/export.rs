//! The shown results to take away, as CSV or JSON.
//!
//! Both hold the same facts, one row a member, in the order of the results.
//! Unknown values are empty in CSV and absent in JSON. What a reader must know
//! of the whole stands in JSON under `about` and beside the CSV in a text.

mod csv;
#[cfg(not(target_arch = "wasm32"))]
pub mod events;
mod fact;
pub mod picked;
mod row;

use crate::Ordered;
use crate::directory::{Directory, Member, Name, Provenance, Source};
use crate::membership::past_year_of;
use crate::query::Query;
use crate::sentence::sentence;
use fact::{Fact, quoted};
use row::{COLUMNS, row};

/// The members at `places` as CSV for spreadsheets: RFC 4180, UTF-8 with a
/// byte order mark, every cell quoted.
///
/// A cell that a spreadsheet would take for a formula begins with `'`, as the
/// OWASP advises; [`notes_text`] says so to readers. The column
/// `data_version` tells the edition of each row.
pub fn csv(directory: &Directory, places: &[usize]) -> String {
    let header = COLUMNS.map(str::to_owned);
    let rows = places.iter().map(|&place| {
        let row = row(directory, &directory.members[place]);
        row.map(Fact::cell)
    });
    csv::table([header].into_iter().chain(rows))
}

/// The members at `places` as JSON, with the columns of the CSV as keys, and
/// `about` them: the sentence above the results, the query, the edition, the
/// licence and the sources used; for a past year also that, and how many
/// `former` members belong to the results and have no row.
pub fn json(directory: &Directory, query: &Query, places: &[usize], former: usize) -> String {
    let network = &directory.network;
    let language = directory.language();
    let sources = sources_used(directory, places).into_iter();
    let sources = sources.map(|place| source(&directory.sources[place]));
    let sentence = sentence(directory, query, places.len() + former).whole;
    let past_year = past_year_of(directory, query);
    let mut about = vec![
        ("network", quoted(network.names.get(language))),
        ("sentence", quoted(&sentence)),
        ("query", quoted(&query.to_string())),
        ("data_version", quoted(&network.data_version)),
        ("data_date", quoted(&network.data_date.to_string())),
        ("licence", quoted(network.licence.get(language))),
        ("sources", list(sources)),
    ];
    if let Some(year) = past_year {
        about.push(("year", year.to_string()));
        about.push(("former_members_without_row", former.to_string()));
    }
    let about = object(about);
    let members = places.iter().map(|&place| {
        let row = row(directory, &directory.members[place]);
        let facts = COLUMNS.into_iter().zip(row);
        object(facts.filter_map(|(column, fact)| Some((column, fact.json()?))))
    });
    format!(
        "{{\n\"about\": {about},\n\"members\": {}\n}}\n",
        list(members)
    )
}

/// What goes with a CSV as a text: what the rows are, their edition, how far
/// they may be used, and the sources behind them. `address` is the page's
/// own, so that a reader can come back to the same results; of these so many
/// `former` members have no row.
pub fn notes_text(
    directory: &Directory,
    query: &Query,
    address: &str,
    places: &[usize],
    former: usize,
) -> String {
    let words = &directory.words;
    let sources = sources_used(directory, places).into_iter();
    let sources = sources.map(|place| in_words(directory, &directory.sources[place]));
    let mut said = sentence(directory, query, places.len() + former).whole;
    if let Some(year) = past_year_of(directory, query) {
        said.push('\n');
        said += &words.export_former(former, &words.year(year));
    }
    let mut text = picked::notes_about(directory, &said, address);
    text += words.export_sources();
    text.push('\n');
    text.extend(sources);
    text
}

/// A source as a line of text.
fn in_words(directory: &Directory, source: &Source) -> String {
    let words = &directory.words;
    let retrieved = words.export_retrieved(&words.date(source.retrieved));
    let terms = directory.told(&source.terms);
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

/// Places of the sources behind the members at `places`, in order.
///
/// All sources of a member's and its parliament's records count, also those
/// of fields that an export leaves out.
pub fn sources_used(directory: &Directory, places: &[usize]) -> Vec<usize> {
    let mut used = Ordered::default();
    for &place in places {
        add_member(&mut used, &directory.members[place]);
    }
    used.to_vec()
}

fn add_member(used: &mut Ordered<usize>, member: &Member) {
    add_provenance(used, &member.provenance);
    add_names(used, &member.native_names);
    add_names(used, &member.aliases);
    for membership in &member.memberships {
        add(used, &membership.origin.sources);
    }
    if let Some(parliament) = &member.parliament {
        add_provenance(used, &parliament.provenance);
        add_names(used, &parliament.names);
        for website in &parliament.websites {
            add(used, &website.origin.sources);
        }
        for chamber in &parliament.chambers {
            add_provenance(used, &chamber.provenance);
            add_names(used, &chamber.names);
        }
    }
}

fn add_provenance(used: &mut Ordered<usize>, provenance: &Provenance) {
    add(used, &provenance.record.sources);
    for (_, origin) in &provenance.fields {
        add(used, &origin.sources);
    }
}

fn add_names(used: &mut Ordered<usize>, names: &[Name]) {
    for name in names {
        add(used, &name.sources);
    }
}

fn add(used: &mut Ordered<usize>, sources: &[usize]) {
    for source in sources {
        used.insert(*source);
    }
}

fn source(source: &Source) -> String {
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

/// A JSON object on one line, its keys in the order given; values are JSON.
fn object(pairs: impl IntoIterator<Item = (&'static str, String)>) -> String {
    let pairs = pairs.into_iter();
    let pairs = pairs.map(|(key, value)| format!("\"{key}\": {value}"));
    format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
}

/// A JSON array with one line for each value.
fn list(values: impl Iterator<Item = String>) -> String {
    let values = values.map(|value| format!("\n{value}"));
    format!("[{}\n]", values.collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests;
