//! A chamber: its seats as a chart and its facts.

use directory::model::{Chamber, Parliament};
use directory::{Catalogue, Directory};
use leptos::prelude::*;

use super::fact::fact;
use super::institution_name::marked_institution_name;
use super::seat_chart::seat_chart;
use crate::components::lang_name::{lang_name, localized, parliament_tag};

/// Everything known of a chamber.
///
/// Figures that are older than its last election say before which vote they
/// were true.
pub fn chamber_card(
    directory: &'static Directory,
    parliament: &'static Parliament,
    chamber: &'static Chamber,
) -> AnyView {
    let words = &directory.catalogue;
    let name = directory.display_name(&chamber.names);
    let others = chamber.names.iter().filter(|other| Some(*other) != name);
    let others = others.map(|name| lang_name(&name.lang, &name.name));
    let others: Vec<_> = others.collect();
    let name = name.map(|name| marked_institution_name(words, name));
    let tag = parliament_tag(words, Some(parliament));
    let before = chamber.later_election.map(|vote| {
        let text = words.chamber_older(&words.date(vote));
        view! { <p class="chamber-card__older">{text}</p> }
    });
    let composition = chamber.composition.as_deref();
    let composition = composition.map(|text| localized(directory.translated(text)));
    let facts = figures(words, chamber).into_iter();
    let facts = facts.map(|(name, field, value)| (name, field, value.map(IntoAny::into_any)));
    let facts = facts
        .chain([(words.chamber_composition(), "composition", composition)])
        .map(|(name, field, value)| {
            fact(directory, name, value, chamber.provenance.origin_of(field))
        });
    let facts: Vec<_> = facts.collect();

    view! {
        <article class="chamber-card">
            {seat_chart(words, parliament, chamber)}
            <div>
                <h3>{name}" "<small>{words.chamber_kind(chamber.kind)}</small>{tag}</h3>
                <p class="chamber-card__names">{others}</p>
                {before}
                <dl class="facts">{facts}</dl>
                {notes(directory, chamber.notes.iter())}
            </div>
        </article>
    }
    .into_any()
}

/// Remarks as a list, if there are any.
pub fn notes(
    directory: &'static Directory,
    notes: impl Iterator<Item = &'static String>,
) -> Option<AnyView> {
    let notes = notes.map(|note| localized(directory.translated(note)));
    let notes = notes.map(|note| view! { <li>{note}</li> });
    let notes: Vec<_> = notes.collect();
    (!notes.is_empty()).then(|| view! { <ul class="notes">{notes}</ul> }.into_any())
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
