//! Between a [`Query`] and the query string of an address.
//!
//! Reading is lenient, writing is canonical: whatever was read is written in
//! one form, which reads back to the same query. `docs/addresses.md` explains
//! the parameters to readers.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Colour, Layout, MapView, Order, Query, Span};
use crate::PartialDate;
use crate::colouring::COLOURINGS;
use crate::facets::{EVENT_FACETS, Facet, MEMBER_FACETS, is_id};
use crate::model::MemberId;

/// The parameters, in the order in which they are written.
pub fn parameters() -> Vec<&'static str> {
    let pairs = Query::default().pairs().into_iter();
    pairs.map(|(name, _)| name).collect()
}

/// The parameter of the member that is marked.
const SELECTED: &str = "selected";
/// The parameter of the reader's list.
const LIST: &str = "members";
/// The parameter of the edition, which boot.js reads too.
const EDITION: &str = "edition";

const ORDERS: [(Order, &str); 4] = [
    (Order::Name, "name"),
    (Order::Joined, "joined"),
    (Order::Seats, "seats"),
    (Order::Women, "women"),
];

const LAYOUTS: [(Layout, &str); 4] = [
    (Layout::List, "list"),
    (Layout::Table, "table"),
    (Layout::Map, "map"),
    (Layout::Month, "month"),
];

/// What is escaped in an address: all but letters, digits and `-_.~` (RFC 3986, 2.3).
pub(crate) const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

impl Query {
    /// Reads the query string of an address, with or without its leading `?`.
    ///
    /// Parameters and values that mean nothing are passed over, and with a year
    /// those that ask for facts of today. Several values
    /// of a filter are separated by commas or by repeating the parameter; of
    /// the other parameters the last good one counts, and the words of several
    /// `q` stand one after the other.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let text = text.strip_prefix('?').unwrap_or(text);
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            query.apply(&name, &value);
        }
        query.in_its_year()
    }

    fn apply(&mut self, name: &str, value: &str) {
        match name {
            "q" => {
                if !self.words.is_empty() && !value.is_empty() {
                    self.words.push(' ');
                }
                self.words.push_str(value);
            }
            "year" => self.year = parse_year(value).or(self.year),
            "sort" => self.order = parse_term(&ORDERS, value).unwrap_or(self.order),
            "view" => self.layout = parse_term(&LAYOUTS, value).unwrap_or(self.layout),
            "colour" => self.colour = parse_colour(value).unwrap_or(self.colour),
            SELECTED => self.selected = value.parse().ok().or(self.selected.take()),
            "at" => self.at = MapView::parse(value).or(self.at),
            "event" => self.event = parse_id(value).or(self.event.take()),
            "span" => self.span = Span::parse(value).or(self.span),
            "month" => self.month = parse_month(value).or(self.month),
            EDITION => value.clone_into(&mut self.edition),
            _ => {
                for word in value.split(',') {
                    self.choose(name, word);
                }
            }
        }
    }

    fn choose(&mut self, name: &str, word: &str) {
        // What the list was called while only contacts were taken along.
        if matches!(name, LIST | "chosen")
            && let Ok(member) = word.parse()
            && !self.list.contains(&member)
        {
            self.list.push(member);
        }
        let mut facets = MEMBER_FACETS.iter().chain(&EVENT_FACETS);
        if let Some(facet) = facets.find(|facet| facet.parameter == name) {
            self.filters.choose(facet.id, word);
        }
    }

    /// Each parameter with what is written behind it, empty where that is the
    /// default.
    fn pairs(&self) -> Vec<(&'static str, String)> {
        let order = (self.order != Order::default()).then(|| term_for(&ORDERS, self.order));
        let layout = (self.layout != Layout::default()).then(|| term_for(&LAYOUTS, self.layout));
        let colour = (self.colour != Colour::default()).then(|| self.colour.0.facet().parameter);
        let year = self.year.map(|year| year.to_string());
        let selected = self.selected.as_ref().map(ToString::to_string);
        let at = self.at.map(|at| at.to_string());
        let span = self.span.map(|span| span.to_string());
        let month = self.month.map(|month| month.to_string());
        let list: Vec<&str> = self.list.iter().map(MemberId::as_str).collect();
        let filter = |facet: &&Facet| (facet.parameter, self.filters.to_query_value(facet.id));
        // Some are of members too.
        let is_of_both = |facet: &&Facet| MEMBER_FACETS.iter().any(|one| one.id == facet.id);
        let of_events = EVENT_FACETS.iter().filter(|facet| !is_of_both(facet));
        let mut pairs = vec![("q", percent_encoded(&self.words))];
        pairs.extend(MEMBER_FACETS.iter().map(filter));
        pairs.push(("year", year.unwrap_or_default()));
        pairs.extend(of_events.map(filter));
        pairs.extend([
            ("sort", order.unwrap_or_default().to_owned()),
            ("view", layout.unwrap_or_default().to_owned()),
            ("colour", colour.unwrap_or_default().to_owned()),
            (SELECTED, selected.unwrap_or_default()),
            (LIST, list.join(",")),
            ("at", at.unwrap_or_default()),
            ("event", self.event.clone().unwrap_or_default()),
            ("span", span.unwrap_or_default()),
            ("month", month.unwrap_or_default()),
            (EDITION, percent_encoded(&self.edition)),
        ]);
        pairs
    }
}

/// Writes the canonical query string without a leading `?`; nothing for the
/// default query.
impl fmt::Display for Query {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&joined(&self.pairs()))
    }
}

/// The pairs that have a value, as a query string.
fn joined(pairs: &[(&str, String)]) -> String {
    let pairs = pairs.iter().filter(|(_, value)| !value.is_empty());
    let pairs = pairs.map(|(name, value)| format!("{name}={value}"));
    pairs.collect::<Vec<_>>().join("&")
}

/// A query as it is written, and around what it selects: each row of a list has
/// links to it and to the same with itself selected, so that the text is made
/// once for all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryText {
    /// The canonical query string.
    pub whole: String,
    before: String,
    after: String,
}

impl QueryText {
    /// The text of a query.
    pub fn new(query: &Query) -> Self {
        let pairs = query.pairs();
        let is_selected = |(name, _): &(&str, String)| *name == SELECTED;
        let at = pairs.iter().position(is_selected).unwrap_or(pairs.len());
        Self {
            whole: joined(&pairs),
            before: joined(&pairs[..at]),
            after: joined(pairs.get(at + 1..).unwrap_or_default()),
        }
    }

    /// What [`Query::with_selected`] is written as.
    pub fn selecting(&self, member: &MemberId) -> String {
        let Self { before, after, .. } = self;
        let first = if before.is_empty() { "" } else { "&" };
        let last = if after.is_empty() { "" } else { "&" };
        format!("{before}{first}{SELECTED}={member}{last}{after}")
    }
}

impl Span {
    /// Reads two days, `1961-01-01_1975-12-31`, the first before the other.
    fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once('_')?;
        let day = |text: &str| text.parse::<PartialDate>().ok();
        let (from, to) = (day(from)?.day_range().0, day(to)?.day_range().1);
        (from < to).then_some(Self { from, to })
    }
}

impl fmt::Display for Span {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [from, to] = [self.from, self.to].map(PartialDate::from_day);
        write!(formatter, "{from}_{to}")
    }
}

impl MapView {
    /// The least and the greatest zoom, in hundredths.
    pub const ZOOM: [u16; 2] = [100, 3200];

    /// This view with its zoom brought into [`MapView::ZOOM`].
    #[must_use]
    pub fn clamped(self) -> Self {
        let [least, greatest] = Self::ZOOM;
        let zoom = self.zoom.clamp(least, greatest);
        Self { zoom, ..self }
    }

    /// Reads `x_y_zoom`; none where a number is missing, too many or no number.
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('_');
        let x = parts.next()?.parse().ok()?;
        let y = parts.next()?.parse().ok()?;
        let zoom: u32 = parts.next()?.parse().ok()?;
        let zoom = u16::try_from(zoom).unwrap_or(u16::MAX);
        let view = Self { x, y, zoom }.clamped();
        parts.next().is_none().then_some(view)
    }
}

impl fmt::Display for MapView {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}_{}_{}", self.x, self.y, self.zoom)
    }
}

/// What stands for `meaning` in an address.
fn term_for<T: Copy + PartialEq>(table: &[(T, &'static str)], meaning: T) -> &'static str {
    let row = table.iter().find(|row| row.0 == meaning);
    row.map_or("", |row| row.1)
}

fn parse_term<T: Copy>(table: &[(T, &'static str)], word: &str) -> Option<T> {
    let row = table.iter().find(|row| row.1 == word)?;
    Some(row.0)
}

fn parse_colour(word: &str) -> Option<Colour> {
    let mut facets = COLOURINGS.into_iter();
    facets
        .find(|facet| facet.facet().parameter == word)
        .map(Colour)
}

/// The text if it has the form of an id.
fn parse_id(text: &str) -> Option<String> {
    is_id(text).then(|| text.to_owned())
}

/// A month of a year: `2027-03`.
fn parse_month(text: &str) -> Option<PartialDate> {
    let date: PartialDate = text.parse().ok()?;
    date.month().is_some().then(|| date.to_month())
}

/// A year of four digits.
fn parse_year(word: &str) -> Option<u16> {
    let plain = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let year: u16 = plain.then(|| word.parse().ok())??;
    (year >= 1000).then_some(year)
}

/// Letters, digits and `-_.~` as they are, a space as `+`, all else as UTF-8
/// in percent escapes.
fn percent_encoded(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED)
        .to_string()
        .replace("%20", "+")
}

#[cfg(test)]
mod tests;
