//! A chamber: its seats as a chart and its facts.

use domain::Directory;
use domain::directory::Chamber;
use domain::words::{date_in_words, decimal};

use super::fact::fact;
use super::lang_name::lang_name;
use super::seat_chart::seat_chart;
use crate::markup::{Element, el};

/// Everything known of a chamber.
///
/// Figures that are older than its last election say before which vote they
/// were true.
pub fn chamber_card(directory: &'static Directory, chamber: &'static Chamber) -> Element {
    let mut names = chamber.names.iter();
    let name = names.next().map_or("", |name| name.name.as_str());
    let others = names.map(|name| lang_name(&name.lang, &name.name));
    let before = chamber.later_election.map(|vote| {
        let vote = date_in_words(vote);
        let text = format!("The figures were true before the vote of {vote}.");
        el("p").class("chamber-card__older").child(text)
    });
    let facts = figures(chamber).into_iter().map(|(name, field, value)| {
        let value = value.map(|value| vec![value.into()]);
        fact(directory, name, value, chamber.provenance.of(field))
    });

    let text = el("div")
        .child(
            el("h3")
                .child(name)
                .child(" ")
                .child(el("small").child(chamber.kind.label())),
        )
        .child(el("p").class("chamber-card__names").children(others))
        .children(before)
        .child(el("dl").class("facts").children(facts))
        .children(notes(chamber.notes.iter()));
    el("article")
        .class("chamber-card")
        .children(seat_chart(chamber))
        .child(text)
}

/// Remarks as a list, if there are any.
pub fn notes(notes: impl Iterator<Item = &'static String>) -> Option<Element> {
    let notes: Vec<_> = notes.map(|note| el("li").child(note.as_str())).collect();
    (!notes.is_empty()).then(|| el("ul").class("notes").children(notes))
}

/// What each figure is called, the field that it stands in, and its value.
fn figures(chamber: &Chamber) -> [(&'static str, &'static str, Option<String>); 5] {
    let (seats_field, seats) = match (chamber.seats, chamber.filled) {
        (Some(seats), Some(filled)) if filled != seats => {
            ("seats", Some(format!("{seats} by law, {filled} filled")))
        }
        (Some(seats), _) => ("seats", Some(seats.to_string())),
        (None, Some(filled)) => {
            let text = format!("{filled} filled; the number by law is not known");
            ("filled", Some(text))
        }
        (None, None) => ("filled", None),
    };
    let share = chamber
        .women_share
        .map(|share| format!("{} %", decimal(share, 1)));
    let (women_field, women) = match (chamber.women, share) {
        (Some(women), Some(share)) => ("women", Some(format!("{women} ({share})"))),
        (Some(women), None) => ("women", Some(women.to_string())),
        (None, share) => ("women_share", share),
    };
    let term = chamber.term.map(|years| match years {
        1 => "1 year".to_owned(),
        years => format!("{years} years"),
    });
    let system = chamber
        .electoral_system
        .map(|system| system.label().to_owned());
    [
        ("Seats", seats_field, seats),
        ("Women", women_field, women),
        ("Term", "term", term),
        ("Elected by", "electoral_system", system),
        ("Composition", "composition", chamber.composition.clone()),
    ]
}
