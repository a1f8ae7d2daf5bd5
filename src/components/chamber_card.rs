//! A chamber: its seats as a chart and its facts.

use domain::Directory;
use domain::directory::Chamber;
use domain::words::{date_in_words, decimal};
use leptos::prelude::*;

use super::fact::Fact;
use super::lang_name::LangName;
use super::seat_chart::SeatChart;

/// Everything known of a chamber.
///
/// Figures that are older than its last election say before which vote they
/// were true.
#[component]
pub fn ChamberCard(
    /// Loaded once; lives as long as the page.
    directory: &'static Directory,
    /// The chamber.
    chamber: &'static Chamber,
) -> impl IntoView {
    let mut names = chamber.names.iter();
    let name = names.next().map_or("", |name| name.name.as_str());
    let others = names.map(|name| view! { <LangName lang=&name.lang name=&name.name /> });
    let seats = match (chamber.seats, chamber.filled) {
        (Some(seats), Some(filled)) if filled != seats => {
            Some(format!("{seats} by law, {filled} filled"))
        }
        (Some(seats), _) => Some(seats.to_string()),
        (None, Some(filled)) => Some(format!("{filled} filled; the number by law is not known")),
        (None, None) => None,
    };
    let seats_field = if chamber.seats.is_some() {
        "seats"
    } else {
        "filled"
    };
    let share = chamber
        .women_share
        .map(|share| format!("{} %", decimal(share, 1)));
    let women = match (chamber.women, share) {
        (Some(women), Some(share)) => Some(format!("{women} ({share})")),
        (Some(women), None) => Some(women.to_string()),
        (None, share) => share,
    };
    let women_field = if chamber.women.is_some() {
        "women"
    } else {
        "women_share"
    };
    let term = chamber.term.map(|years| {
        if years == 1 {
            "1 year".to_owned()
        } else {
            format!("{years} years")
        }
    });
    let system = chamber
        .electoral_system
        .map(|system| system.label().to_owned());
    let before = chamber.later_election.map(|vote| {
        view! {
            <p class="chamber-card__older">
                {format!("The figures were true before the vote of {}.", date_in_words(vote))}
            </p>
        }
    });
    let facts = [
        ("Seats", seats_field, seats),
        ("Women", women_field, women),
        ("Term", "term", term),
        ("Elected by", "electoral_system", system),
        ("Composition", "composition", chamber.composition.clone()),
    ];
    let facts = facts.into_iter().map(|(name, field, value)| {
        let value = value.map(IntoAny::into_any);
        view! { <Fact directory name value origin=chamber.provenance.of(field) /> }
    });
    let notes = chamber
        .notes
        .iter()
        .map(|note| view! { <li>{note.as_str()}</li> })
        .collect::<Vec<_>>();

    view! {
        <article class="chamber-card">
            <SeatChart chamber />
            <div>
                <h3>{name} " " <small>{chamber.kind.label()}</small></h3>
                <p class="chamber-card__names">{others.collect_view()}</p>
                {before}
                <dl class="facts">{facts.collect_view()}</dl>
                {(!notes.is_empty()).then(|| view! { <ul class="notes">{notes}</ul> })}
            </div>
        </article>
    }
}
