//! The seats of a chamber as a half circle, with the same numbers as a table
//! for those who do not see it.

use directory::Catalogue;
use directory::catalogue::decimal;
use directory::model::{Chamber, Parliament};
use directory::seats::{Seat, SeatChart, SeatCount, SeatKind, WIDTH};
use leptos::prelude::*;

/// Draws a chamber; nothing where its size is not known. Nobody fills the seats
/// of one that does not sit.
pub fn seat_chart(
    words: &'static Catalogue,
    parliament: &Parliament,
    chamber: &Chamber,
) -> Option<AnyView> {
    let mut count = SeatCount::from_chamber(chamber)?;
    if !parliament.status.sits() {
        count = SeatCount::vacant(count.total());
    }
    let chart = SeatChart::new(count);
    let kinds = [
        (
            SeatKind::Woman,
            "woman",
            words.chamber_women_seats(),
            count.women,
        ),
        (
            SeatKind::Other,
            "other",
            words.chamber_other_seats(),
            count.other,
        ),
        (
            SeatKind::Unknown,
            "unknown",
            words.chamber_unknown_seats(),
            count.unknown,
        ),
        (
            SeatKind::Vacant,
            "vacant",
            words.chamber_vacant_seats(),
            count.vacant,
        ),
    ];
    let kinds = kinds.into_iter().filter(|(.., seats)| *seats > 0);
    let (mut drawing, mut keys, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for (kind, class, name, seats) in kinds {
        let number = words.number(seats as usize);
        let key = format!("seat-chart__key seat-chart__key--{class}");
        drawing.push(seats_of(&chart, kind, class));
        keys.push(view! { <span class=key>{format!("{name} {number}")}</span> });
        rows.push(view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{number}</td>
            </tr>
        });
    }
    let (wide, high) = (decimal(WIDTH, 0), decimal(chart.height, 1));
    let total = (!chart.rows.is_empty()).then(|| {
        let (x, y) = (decimal(WIDTH / 2.0, 0), decimal(chart.height - 4.0, 1));
        let total = words.number(count.total() as usize);
        view! { <text class="seat-chart__total" x=x y=y>{total}</text> }
    });

    // A table does not become as small as what hides it.
    let figure = view! {
        <figure class="seat-chart">
            <svg viewBox=format!("0 0 {wide} {high}") aria-hidden="true">
                {drawing}
                {total}
            </svg>
            <div class="seat-chart__keys" aria-hidden="true">{keys}</div>
            <div class="visually-hidden">
                <table>
                    <caption>{words.chamber_seats()}</caption>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </figure>
    };
    Some(figure.into_any())
}

/// The seats of one kind.
fn seats_of(chart: &SeatChart, kind: SeatKind, class: &'static str) -> AnyView {
    let class = format!("seat-chart__seats seat-chart__seats--{class}");
    let width = decimal(width(chart, kind), 2);
    let dots = dots(chart, kind);
    view! { <g class=class stroke-width=width stroke-dasharray="0 1">{dots}</g> }.into_any()
}

/// All seats of one kind: for each row a line from the first of them to the
/// last, dashed so that nothing is left of it but round ends.
///
/// Told one by one, the seats of the largest chamber of the world would make
/// up half of its page.
fn dots(chart: &SeatChart, kind: SeatKind) -> Vec<AnyView> {
    let rows = 0..chart.rows.len().max(1);
    let rows = rows.filter_map(|row| {
        let is_own = |seat: &&Seat| seat.kind == kind && seat.row == row;
        let mut seats = chart.seats.iter().filter(is_own);
        let first = seats.next()?;
        let start = format!("M{} {}", decimal(first.x, 1), decimal(first.y, 1));
        let (others, last) = seats.fold((0, first), |(others, _), seat| (others + 1, seat));
        let end = format!("{} {}", decimal(last.x, 1), decimal(last.y, 1));
        let radius = chart.rows.get(row).map(|radius| decimal(*radius, 1));
        let (line, dashes) = match radius {
            _ if others == 0 => (start + "h0", Some("none")),
            Some(radius) => (format!("{start}A{radius} {radius} 0 0 1 {end}"), None),
            None => (format!("{start}L{end}"), None),
        };
        // So many dashes, and a little more, so that the last is drawn as well.
        let length = (others > 0).then(|| format!("{others}.01"));
        let path = view! { <path d=line stroke-dasharray=dashes pathLength=length></path> };
        Some(path.into_any())
    });
    rows.collect()
}

/// Vacant seats are drawn smaller, so that they differ by more than colour.
fn width(chart: &SeatChart, kind: SeatKind) -> f64 {
    if kind == SeatKind::Vacant {
        chart.seat * 0.5
    } else {
        chart.seat
    }
}
