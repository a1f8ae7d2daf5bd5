//! What is chosen in all facets, as an address says it.

use super::FacetId;
use super::figures::Range;
use crate::{Directory, SortedSet};

/// The value for what is not known, in facets that have it.
pub const UNKNOWN: &str = "unknown";

/// The chosen values of all facets, each once: by facet, and in it in the order
/// of its vocabulary.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filters(SortedSet<Choice>);

/// A value chosen in a facet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// The facet.
    pub facet: FacetId,
    /// Where its vocabulary has the value; by alphabet where that is equal.
    rank: usize,
    /// The value, as an address says it.
    pub value: String,
}

/// The values that an address may choose in a facet.
#[derive(Clone, Copy)]
pub enum AllowedValues {
    /// What has the form of an id.
    Ids,
    /// Decades, such as `1960s`.
    Decades,
    /// The same, or that it is not known.
    DecadesOrUnknown,
    /// Ranges of whole numbers such as `50-99`, `400-` or `3`, or that there is no
    /// number.
    Ranges(Unit),
    /// These alone, in this order.
    Fixed(fn() -> Vec<&'static str>),
}

/// What the numbers of a range count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Things.
    Number,
    /// Whole percents, each of which stands for all shares up to the next.
    Percent,
    /// Years of the calendar.
    Year,
}

impl AllowedValues {
    /// Where it has a value, nowhere if it does not.
    fn rank(self, value: &str) -> Option<usize> {
        match self {
            Self::Ids => is_id(value).then_some(0),
            Self::DecadesOrUnknown | Self::Ranges(_) if value == UNKNOWN => Some(0),
            Self::Decades | Self::DecadesOrUnknown => parse_decade(value).map(|_| 1),
            Self::Ranges(_) => Range::parse(value).map(Range::rank),
            Self::Fixed(values) => values().iter().position(|known| *known == value),
        }
    }

    /// Whether a text has the form of a value.
    pub(crate) fn accepts(self, value: &str) -> bool {
        self.rank(value).is_some()
    }

    /// The values that do not depend on the data.
    pub fn fixed(self) -> Vec<&'static str> {
        match self {
            Self::Ids | Self::Decades => Vec::new(),
            Self::DecadesOrUnknown | Self::Ranges(_) => vec![UNKNOWN],
            Self::Fixed(values) => values(),
        }
    }
}

impl Choice {
    /// None where the facet has no such value.
    fn new(facet: FacetId, value: &str) -> Option<Self> {
        let rank = facet.facet().allowed_values.rank(value)?;
        let value = value.to_owned();
        Some(Self { facet, rank, value })
    }
}

impl Filters {
    /// What is chosen in a facet.
    pub fn values_in(&self, facet: FacetId) -> impl Iterator<Item = &str> {
        let choices = self.0.iter().filter(move |choice| choice.facet == facet);
        choices.map(|choice| choice.value.as_str())
    }

    /// The same without what the directory does not know.
    pub fn known_values_in<'a>(
        &'a self,
        directory: &'a Directory,
        facet: FacetId,
    ) -> impl Iterator<Item = &'a str> {
        let knows = facet.facet().behaviour.knows;
        self.values_in(facet)
            .filter(move |value| knows(directory, value))
    }

    /// Whether anything is chosen in a facet.
    pub fn any_in(&self, facet: FacetId) -> bool {
        self.values_in(facet).next().is_some()
    }

    /// Whether anything is chosen by where it lies.
    pub fn any_geographic(&self) -> bool {
        self.0.iter().any(|choice| choice.facet.is_geographic())
    }

    /// Whether a value is chosen in a facet.
    pub fn contains(&self, facet: FacetId, value: &str) -> bool {
        self.values_in(facet).any(|chosen| chosen == value)
    }

    /// Leaves what is chosen in the facets that `keeps` names.
    pub fn retain(&mut self, keeps: impl Fn(FacetId) -> bool) {
        self.0.retain(|choice| keeps(choice.facet));
    }

    /// Chooses a value; one that the facet does not have is passed over.
    pub fn choose(&mut self, facet: FacetId, value: &str) {
        self.0.extend(Choice::new(facet, value));
    }

    /// Chooses a value, which takes the place of those that it replaces, or
    /// chooses it no longer.
    pub fn toggle(&mut self, directory: &Directory, facet: FacetId, value: &str) {
        let replaces = facet.facet().behaviour.replaces;
        if let Some(choice) = Choice::new(facet, value)
            && self.0.toggle(choice.clone())
        {
            self.0
                .retain(|other| *other == choice || !replaces(directory, value, other));
        }
    }

    /// What is chosen in a facet as an address writes it, the unknown last.
    pub(crate) fn to_query_value(&self, facet: FacetId) -> String {
        let known = self.values_in(facet).filter(|value| *value != UNKNOWN);
        let unknown = self.values_in(facet).filter(|value| *value == UNKNOWN);
        known.chain(unknown).collect::<Vec<_>>().join(",")
    }
}

/// Whether a text has the form of an id of network.json: lower-case letters,
/// digits and hyphens.
pub(crate) fn is_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.bytes().all(plain)
}

/// `1960s` as 1960.
pub(crate) fn parse_decade(value: &str) -> Option<u16> {
    let digits = value.strip_suffix("0s")?;
    let plain = digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let tens: u16 = plain.then(|| digits.parse().ok())??;
    (tens >= 100).then_some(tens * 10)
}

/// The value that stands for a decade in an address.
pub(super) fn format_decade(decade: Option<u16>) -> String {
    decade.map_or_else(|| UNKNOWN.to_owned(), |year| format!("{year}s"))
}
