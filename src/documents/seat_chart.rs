//! The seats of a chamber as a half circle, with the same numbers as a table
//! for those who do not see it.

use directory::Catalogue;
use directory::catalogue::decimal;
use directory::model::Chamber;
use directory::seats::{Seat, SeatChart, SeatCount, SeatKind, WIDTH};

use crate::markup::{Element, el, svg};

/// Draws a chamber; nothing where its size is not known.
pub fn seat_chart(words: &'static Catalogue, chamber: &Chamber) -> Option<Element> {
    let count = SeatCount::from_chamber(chamber)?;
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
        let dots = svg("g")
            .class(format!("seat-chart__seats seat-chart__seats--{class}"))
            .attr("stroke-width", decimal(width(&chart, kind), 2))
            .attr("stroke-dasharray", "0 1")
            .children(dots(&chart, kind));
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
    let total = (!chart.rows.is_empty()).then(|| {
        svg("text")
            .class("seat-chart__total")
            .attr("x", decimal(WIDTH / 2.0, 0))
            .attr("y", decimal(chart.height - 4.0, 1))
            .child(words.number(count.total() as usize))
    });

    // A table does not become as small as what hides it.
    let table = el("table")
        .child(el("caption").child(words.chamber_seats()))
        .child(rows);
    let figure = el("figure").class("seat-chart");
    Some(
        figure
            .child(drawing.children(total))
            .child(keys)
            .child(el("div").class("visually-hidden").child(table)),
    )
}

/// All seats of one kind: for each row a line from the first of them to the
/// last, dashed so that nothing is left of it but round ends.
///
/// Told one by one, the seats of the largest chamber of the world would make
/// up half of its page.
fn dots(chart: &SeatChart, kind: SeatKind) -> Vec<Element> {
    let rows = 0..chart.rows.len().max(1);
    let rows = rows.filter_map(|row| {
        let is_own = |seat: &&Seat| seat.kind == kind && seat.row == row;
        let mut seats = chart.seats.iter().filter(is_own);
        let first = seats.next()?;
        let start = format!("M{} {}", decimal(first.x, 1), decimal(first.y, 1));
        let (others, last) = seats.fold((0, first), |(others, _), seat| (others + 1, seat));
        let end = format!("{} {}", decimal(last.x, 1), decimal(last.y, 1));
        let path = svg("path");
        Some(match chart.rows.get(row) {
            _ if others == 0 => path
                .attr("d", start + "h0")
                .attr("stroke-dasharray", "none"),
            Some(radius) => {
                let radius = decimal(*radius, 1);
                let arc = format!("{start}A{radius} {radius} 0 0 1 {end}");
                path.attr("d", arc).attr("pathLength", length(others))
            }
            None => path
                .attr("d", format!("{start}L{end}"))
                .attr("pathLength", length(others)),
        })
    });
    rows.collect()
}

/// So many dashes, and a little more, so that the last is drawn as well.
fn length(dashes: usize) -> String {
    format!("{dashes}.01")
}

/// Vacant seats are drawn smaller, so that they differ by more than colour.
fn width(chart: &SeatChart, kind: SeatKind) -> f64 {
    if kind == SeatKind::Vacant {
        chart.seat * 0.5
    } else {
        chart.seat
    }
}
