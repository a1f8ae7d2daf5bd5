//! The seats of a chamber as a half circle, with the same numbers as a table
//! for those who do not see it.

use domain::Words;
use domain::directory::Chamber;
use domain::seats::{SeatChart, SeatCount, SeatKind, WIDTH};
use domain::words::decimal;

use crate::markup::{Element, el, svg};

/// Draws a chamber; nothing where its size is not known.
pub fn seat_chart(words: &'static Words, chamber: &Chamber) -> Option<Element> {
    let count = SeatCount::of(chamber)?;
    let chart = SeatChart::of(count);
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
    let (wide, high) = (decimal(WIDTH, 0), decimal(chart.height, 1));
    let mut drawing = svg("svg")
        .attr("viewBox", format!("0 0 {wide} {high}"))
        .attr("aria-hidden", "true");
    let mut keys = el("div")
        .class("seat-chart__keys")
        .attr("aria-hidden", "true");
    let mut rows = el("tbody");
    for (kind, class, name, seats) in kinds {
        if seats == 0 {
            continue;
        }
        let dots = svg("path")
            .class(format!("seat-chart__seats seat-chart__seats--{class}"))
            .attr("d", dots(&chart, kind))
            .attr("stroke-width", decimal(width(&chart, kind), 2));
        drawing = drawing.child(dots);
        let key = el("span").class(format!("seat-chart__key seat-chart__key--{class}"));
        keys = keys.child(key.child(format!("{name} {}", words.number(seats as usize))));
        let head = el("th").attr("scope", "row").child(name);
        rows = rows.child(
            el("tr")
                .child(head)
                .child(el("td").child(words.number(seats as usize))),
        );
    }
    let total = (!chart.single_row).then(|| {
        svg("text")
            .class("seat-chart__total")
            .attr("x", decimal(WIDTH / 2.0, 0))
            .attr("y", decimal(chart.height - 4.0, 1))
            .child(words.number(count.total() as usize))
    });

    let table = el("table")
        .class("visually-hidden")
        .child(el("caption").child(words.chamber_seats()))
        .child(rows);
    let figure = el("figure").class("seat-chart");
    Some(
        figure
            .child(drawing.children(total))
            .child(keys)
            .child(table),
    )
}

/// All seats of one kind as round dots of one path: lines of no length with
/// round ends.
///
/// Each is told in tenths from the one before, which are alike, so that the
/// largest chamber of the world stays a small part of a page.
fn dots(chart: &SeatChart, kind: SeatKind) -> String {
    let (mut x, mut y) = (0.0, 0.0);
    let seats = chart.seats.iter().filter(|seat| seat.kind == kind);
    let dots = seats.map(|seat| {
        let from = (x, y);
        (x, y) = ((seat.x * 10.0).round(), (seat.y * 10.0).round());
        let (x, y) = (
            decimal((x - from.0) / 10.0, 1),
            decimal((y - from.1) / 10.0, 1),
        );
        format!("m{x} {y}h0")
    });
    dots.collect()
}

/// Vacant seats are drawn smaller, so that they differ by more than colour.
fn width(chart: &SeatChart, kind: SeatKind) -> f64 {
    if kind == SeatKind::Vacant {
        chart.seat * 0.5
    } else {
        chart.seat
    }
}
