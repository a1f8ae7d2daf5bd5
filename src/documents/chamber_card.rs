//! A chamber: its seats as a chart and its facts.

use directory::model::Chamber;
use directory::{Catalogue, Directory};

use super::fact::fact;
use super::institution_name::marked_institution_name;
use super::seat_chart::seat_chart;
use crate::components::lang_name::{lang_name, localized};
use crate::markup::{Element, Markup, el};

/// Everything known of a chamber.
///
/// Figures that are older than its last election say before which vote they
/// were true.
pub fn chamber_card(directory: &'static Directory, chamber: &'static Chamber) -> Element {
    let words = &directory.catalogue;
    let name = directory.display_name(&chamber.names);
    let others = chamber.names.iter().filter(|other| Some(*other) != name);
    let others = others.map(|name| lang_name(&name.lang, &name.name));
    let before = chamber.later_election.map(|vote| {
        let text = words.chamber_older(&words.date(vote));
        el("p").class("chamber-card__older").child(text)
    });
    let composition = chamber.composition.as_deref();
    let composition = composition.map(|text| localized(directory.translated(text)));
    let facts = figures(words, chamber).into_iter();
    let facts = facts.map(|(name, field, value)| (name, field, value.map(Markup::from)));
    let facts = facts
        .chain([(words.chamber_composition(), "composition", composition)])
        .map(|(name, field, value)| {
            let value = value.map(|value| vec![value]);
            fact(directory, name, value, chamber.provenance.origin_of(field))
        });

    let text = el("div")
        .child(
            el("h3")
                .child(name.map(|name| marked_institution_name(words, name)))
                .child(" ")
                .child(el("small").child(words.chamber_kind(chamber.kind))),
        )
        .child(el("p").class("chamber-card__names").children(others))
        .children(before)
        .child(el("dl").class("facts").children(facts))
        .children(notes(directory, chamber.notes.iter()));
    el("article")
        .class("chamber-card")
        .children(seat_chart(words, chamber))
        .child(text)
}

/// Remarks as a list, if there are any.
pub fn notes(
    directory: &'static Directory,
    notes: impl Iterator<Item = &'static String>,
) -> Option<Element> {
    let notes: Vec<_> = notes
        .map(|note| el("li").child(localized(directory.translated(note))))
        .collect();
    (!notes.is_empty()).then(|| el("ul").class("notes").children(notes))
}

/// A figure: what it is called, the field that it stands in, and its value.
type Figure = (&'static str, &'static str, Option<String>);

fn figures(words: &'static Catalogue, chamber: &Chamber) -> [Figure; 4] {
    let number = |number: u32| words.number(number as usize);
    let (seats_field, seats) = match (chamber.seats, chamber.filled) {
        (Some(seats), Some(filled)) if filled != seats => {
            let text = words.chamber_by_law(&number(seats), &number(filled));
            ("seats", Some(text))
        }
        (Some(seats), _) => ("seats", Some(number(seats))),
        (None, Some(filled)) => ("filled", Some(words.chamber_filled(&number(filled)))),
        (None, None) => ("filled", None),
    };
    let share = chamber.women_share.map(|share| words.share(share));
    let (women_field, women) = match (chamber.women.map(number), share) {
        (Some(women), Some(share)) => ("women", Some(words.chamber_women_share(&women, &share))),
        (Some(women), None) => ("women", Some(women)),
        (None, share) => ("women_share", share),
    };
    let term = chamber.term;
    let term = term.map(|years| words.chamber_years(years as usize));
    let system = chamber
        .electoral_system
        .map(|system| words.electoral_system(system).to_owned());
    [
        (words.chamber_seats(), seats_field, seats),
        (words.chamber_women(), women_field, women),
        (words.chamber_term(), "term", term),
        (words.chamber_elected_by(), "electoral_system", system),
    ]
}
