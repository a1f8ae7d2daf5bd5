//! The facets by a figure of a member: each value is a range, `50-99`, `400-`,
//! `-2021` or `3`.
//!
//! No menu offers them until one is chosen or the map is coloured by it
//! ([`crate::colouring`]). A class of shares holds all up to the next whole
//! percent, so that none falls between two.

use std::fmt;

use super::filters::{UNKNOWN, Unit};
use super::{AllowedValues, Facet, FacetBehaviour, FacetContext, FacetId, FacetValue};
use super::{Filters, Item};
use crate::model::{ChamberKind, Directory, Member, Parliament, RecordState};
use crate::snapshot::Part;
use crate::{Catalogue, PartialDate, SortedSet};

/// How many years have a class of their own where a figure is a year.
const YEARS: usize = 6;

/// What members are filtered and coloured by as a figure.
#[derive(Clone, Copy)]
enum Figure {
    /// Seats of all chambers.
    Seats,
    /// Share of women in the lower or single chamber, percent.
    Women,
    /// The same in the upper chamber.
    UpperWomen,
    /// Term of the lower or single chamber, years.
    Term,
    /// Year of the last election.
    LastElection,
    /// Year of the next election.
    NextElection,
    /// Events held in its land.
    Hosted,
    /// Fields that are older than the network's limit, or not dated.
    Outdated,
}

/// The facet of a figure; a macro, since functions of a `static` know nothing but
/// what they are given.
macro_rules! figure {
    ($figure:ident, $parameter:literal, $part:expr) => {
        Facet {
            id: FacetId::$figure,
            parameter: $parameter,
            allowed_values: AllowedValues::Ranges(Figure::$figure.unit()),
            label: |directory| Figure::$figure.label(directory),
            values: |context, filters| {
                Figure::$figure.values(context.directory, FacetId::$figure, filters)
            },
            name: |directory, value| Figure::$figure.name(directory, value),
            has: |context, item, value| Figure::$figure.has(context, item, value),
            behaviour: FacetBehaviour {
                part: $part,
                on_request: true,
                chip: Some(|directory, value| {
                    FacetId::$figure.facet().named_chip(directory, value)
                }),
                clause: |directory, filters, _| {
                    FacetId::$figure.facet().named_clause(directory, filters)
                },
                ..FacetBehaviour::DEFAULT
            },
        }
    };
}

pub(super) static SEATS: Facet = figure!(Seats, "seats", None);
pub(super) static WOMEN: Facet = figure!(Women, "women", None);
pub(super) static UPPER_WOMEN: Facet = figure!(UpperWomen, "upper-women", None);
pub(super) static TERM: Facet = figure!(Term, "term", None);
pub(super) static LAST_ELECTION: Facet = figure!(LastElection, "last-election", None);
pub(super) static NEXT_ELECTION: Facet = figure!(NextElection, "next-election", None);
pub(super) static HOSTED: Facet = figure!(Hosted, "hosted", Some(Part::Events));
pub(super) static OUTDATED: Facet = figure!(Outdated, "outdated", None);

impl Figure {
    const fn unit(self) -> Unit {
        match self {
            Self::Women | Self::UpperWomen => Unit::Percent,
            Self::LastElection | Self::NextElection => Unit::Year,
            Self::Seats | Self::Term | Self::Hosted | Self::Outdated => Unit::Number,
        }
    }

    fn label(self, directory: &Directory) -> String {
        let words = &directory.catalogue;
        let label = match self {
            Self::Seats => words.table_seats(),
            Self::Women => words.sort_women(),
            Self::UpperWomen => words.figure_upper_women(),
            Self::Term => words.figure_term(),
            Self::LastElection => words.table_last_election(),
            Self::NextElection => words.fact_next_election(),
            Self::Hosted => words.figure_hosted(),
            Self::Outdated => words.figure_outdated(),
        };
        label.to_owned()
    }

    /// The figure of a member, none where it is not known.
    fn of(self, directory: &Directory, member: &Member) -> Option<u32> {
        let year = |of: fn(&Parliament) -> Option<PartialDate>| {
            let date = member.sitting_parliament().and_then(of);
            date.map(|date| u32::from(date.year()))
        };
        match self {
            Self::Seats => member.seats(),
            Self::Women => member.women_share().map(whole_percent),
            Self::UpperWomen => member
                .chamber(ChamberKind::Upper)?
                .women_share
                .map(whole_percent),
            Self::Term => member.first_chamber()?.term,
            Self::LastElection => year(|parliament| parliament.last_election),
            Self::NextElection => year(|parliament| parliament.next_election),
            Self::Hosted => {
                let member = directory.member_idx(&member.id)?;
                Some(count(directory.events_hosted(member)))
            }
            Self::Outdated => {
                let states = member.record_states.iter();
                Some(count(states.filter(|state| **state == RecordState::Old)))
            }
        }
    }

    /// Its classes, from the lowest: fixed, so that an address stands for the
    /// same whatever the data become; of years those that occur.
    fn classes(self, directory: &Directory) -> Vec<Range> {
        let starts: &[u32] = match self {
            Self::Seats => &[0, 50, 100, 200, 400],
            Self::Women | Self::UpperWomen => &[0, 10, 20, 30, 40],
            Self::Term => return self.found(directory).into_iter().map(Range::one).collect(),
            Self::Hosted => &[0, 1, 2, 3, 5],
            Self::Outdated => &[0, 1, 3, 5],
            Self::LastElection | Self::NextElection => {
                let years = self.found(directory).into_iter();
                let mut classes: Vec<_> = years.map(Range::one).collect();
                let rest = classes.len().saturating_sub(YEARS);
                // Of the past the latest are told apart, of what is to come the next.
                if matches!(self, Self::LastElection) {
                    classes.drain(..rest);
                    if let Some(first) = classes.first_mut().filter(|_| rest > 0) {
                        first.from = None;
                    }
                } else {
                    classes.truncate(YEARS);
                    if let Some(last) = classes.last_mut().filter(|_| rest > 0) {
                        last.to = None;
                    }
                }
                return classes;
            }
        };
        let ends = starts.iter().skip(1).map(|next| Some(next - 1));
        let classes = starts.iter().zip(ends.chain([None]));
        let range = |(&from, to)| Range {
            from: Some(from),
            to,
        };
        classes.map(range).collect()
    }

    /// The figures that occur, from the lowest.
    fn found(self, directory: &Directory) -> Vec<u32> {
        let members = directory.members.iter();
        let found = members.filter_map(|member| self.of(directory, member));
        found.collect::<SortedSet<_>>().iter().copied().collect()
    }

    fn values(self, directory: &Directory, facet: FacetId, filters: &Filters) -> Vec<FacetValue> {
        let classes = self.classes(directory).into_iter();
        let mut values: Vec<String> = classes.map(|class| class.to_string()).collect();
        // What is counted here is always known.
        if !matches!(self, Self::Hosted | Self::Outdated) {
            values.push(UNKNOWN.to_owned());
        }
        // Any other range may be typed into an address.
        let chosen = filters.values_in(facet).map(str::to_owned);
        let typed: Vec<_> = chosen.filter(|value| !values.contains(value)).collect();
        let values = values.into_iter().chain(typed);
        values.map(|value| FacetValue::new(facet, value)).collect()
    }

    fn name(self, directory: &Directory, value: &str) -> String {
        let words = &directory.catalogue;
        match Range::parse(value) {
            Some(range) if matches!(self, Self::Term) => range.name(words, Unit::Number, |years| {
                words.chamber_years(years as usize)
            }),
            Some(range) => range.name_in(words, self.unit()),
            None => words.figure_none().to_owned(),
        }
    }

    fn has(self, context: &FacetContext, item: Item, value: &str) -> bool {
        let Item::Member(member) = item else {
            return false;
        };
        let figure = self.of(context.directory, member);
        match Range::parse(value) {
            Some(range) => figure.is_some_and(|figure| range.contains(figure)),
            None => figure.is_none(),
        }
    }
}

/// The whole percent of a share.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share is 0 to 100 percent"
)]
fn whole_percent(share: f64) -> u32 {
    share as u32
}

fn count(items: impl Iterator) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

/// Whole numbers from one to another, both inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    from: Option<u32>,
    to: Option<u32>,
}

impl Range {
    fn one(number: u32) -> Self {
        Self {
            from: Some(number),
            to: Some(number),
        }
    }

    pub(super) fn contains(self, number: u32) -> bool {
        self.from.is_none_or(|from| from <= number) && self.to.is_none_or(|to| number <= to)
    }

    /// Reads a range as it is written; none where it is written otherwise.
    pub(super) fn parse(text: &str) -> Option<Self> {
        // No member is asked without it, so that it must not take long.
        let number = |digits: &str| {
            let is_sound = digits == "0" || digits.starts_with(|first| matches!(first, '1'..='9'));
            is_sound.then(|| digits.parse().ok()).flatten()
        };
        let Some((from, to)) = text.split_once('-') else {
            return number(text).map(Self::one);
        };
        let end = |digits: &str| match digits {
            "" => Some(None),
            digits => number(digits).map(Some),
        };
        let (from, to) = (end(from)?, end(to)?);
        let is_sound = match (from, to) {
            (Some(from), Some(to)) => from < to,
            (from, to) => from.is_some() || to.is_some(),
        };
        is_sound.then_some(Self { from, to })
    }

    /// What readers call it.
    pub(super) fn name_in(self, words: &Catalogue, unit: Unit) -> String {
        self.name(words, unit, |number| match (unit, u16::try_from(number)) {
            (Unit::Year, Ok(year)) => words.year(year),
            _ => words.number(number as usize),
        })
    }

    /// The same with numbers as `number` writes them.
    fn name(self, words: &Catalogue, unit: Unit, number: impl Fn(u32) -> String) -> String {
        let (is_share, is_year) = (unit == Unit::Percent, unit == Unit::Year);
        // A class of shares ends where the next one begins.
        let last = |to| {
            if is_share {
                words.share(f64::from(to) + 0.9)
            } else {
                number(to)
            }
        };
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to && !is_share => number(from),
            (Some(0) | None, Some(to)) if is_year => words.figure_to_year(&last(to)),
            (Some(0) | None, Some(to)) => words.figure_to(&last(to)),
            (Some(from), Some(to)) => words.figure_between(&number(from), &last(to)),
            (Some(from), None) if is_year => words.figure_from_year(&number(from)),
            (Some(from), None) if is_share => {
                words.figure_from(&words.number_percent(&number(from)))
            }
            (Some(from), None) => words.figure_from(&number(from)),
            (None, None) => words.figure_none().to_owned(),
        }
    }

    /// Where it stands among others: by its first number.
    pub(super) fn rank(self) -> usize {
        self.from.map_or(1, |from| from as usize + 2)
    }
}

impl fmt::Display for Range {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |end: Option<u32>| end.map(|number| number.to_string()).unwrap_or_default();
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => write!(formatter, "{from}"),
            (from, to) => write!(formatter, "{}-{}", end(from), end(to)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;
    use crate::fixture::{context, directory};
    use crate::results::results;
    use crate::sentence::sentence;

    #[test]
    fn a_range_is_read_as_it_is_written_and_in_no_other_form() {
        for text in ["0-49", "400-", "-2021", "3"] {
            assert_eq!(Range::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "-", "9-5", "5-5", "05-9", "+5-9", "1-2-3", "x", "1.5"] {
            assert_eq!(Range::parse(text), None, "{text}");
        }
    }

    #[test]
    fn each_member_is_in_one_class_of_each_figure() {
        let directory = directory();
        let context = context(&directory);
        for facet in [
            &SEATS,
            &WOMEN,
            &UPPER_WOMEN,
            &TERM,
            &LAST_ELECTION,
            &NEXT_ELECTION,
            &HOSTED,
            &OUTDATED,
        ] {
            let values = (facet.values)(&context, &Filters::default());
            for member in &directory.members {
                let classes = values
                    .iter()
                    .filter(|value| (facet.has)(&context, Item::Member(member), &value.value));
                let id = &member.id;
                assert_eq!(classes.count(), 1, "{id} by {}", facet.parameter);
            }
        }
    }

    #[test]
    fn a_range_that_was_typed_chooses_and_is_told() {
        let directory = directory();
        let query = Query::parse("seats=150-250,400-");
        let shown = results(&context(&directory), &query, None);
        for member in &shown {
            let seats = directory[*member].seats().unwrap();
            assert!((150..=250).contains(&seats) || seats >= 400, "{seats}");
        }
        let told = sentence(&directory, &query, shown.len()).whole;
        assert!(told.contains("Seats: 150–250 or 400 or more"), "{told}");
    }

    #[test]
    fn classes_are_named_with_their_unit_and_bounds() {
        let directory = directory();
        let names = |facet: &Facet, values: &[&str]| -> Vec<String> {
            let name = |value: &&str| (facet.name)(&directory, value);
            values.iter().map(name).collect()
        };
        assert_eq!(
            names(&SEATS, &["0-49", "50-99", "400-", UNKNOWN]),
            ["up to 49", "50–99", "400 or more", "No figure"]
        );
        assert_eq!(
            names(&WOMEN, &["0-9", "20-29", "40-"]),
            ["up to 9.9%", "20–29.9%", "40% or more"]
        );
        assert_eq!(
            names(&LAST_ELECTION, &["-2021", "2024"]),
            ["2021 or earlier", "2024"]
        );
        assert_eq!(names(&NEXT_ELECTION, &["2031-"]), ["2031 or later"]);
        assert_eq!(names(&HOSTED, &["0", "1", "3-4"]), ["0", "1", "3–4"]);
    }
}
