//! The seats of a chamber as a half circle, with the same numbers as a table
//! for those who do not see it.

use domain::directory::Chamber;
use domain::seats::{SeatChart as Chart, SeatCount, SeatKind, WIDTH};
use domain::words::decimal;
use leptos::prelude::*;

/// Draws a chamber; nothing where its size is not known.
#[component]
pub fn SeatChart(
    /// The chamber.
    chamber: &'static Chamber,
) -> impl IntoView {
    SeatCount::of(chamber).map(|count| {
        let chart = Chart::of(count);
        let kinds = [
            (SeatKind::Woman, "woman", "Women", count.women),
            (SeatKind::Other, "other", "Other members", count.other),
            (SeatKind::Unknown, "unknown", "Women not counted", count.unknown),
            (SeatKind::Vacant, "vacant", "Not filled", count.vacant),
        ];
        let shown = || kinds.into_iter().filter(|(.., seats)| *seats > 0);
        let dots = shown().map(|(kind, name, ..)| {
            let class = format!("seat-chart__seats seat-chart__seats--{name}");
            view! { <path class=class d=dots(&chart, kind) stroke-width=decimal(diameter(&chart, kind), 2) /> }
        });
        let rows = shown().map(|(_, _, name, seats)| {
            view! { <tr><th scope="row">{name}</th><td>{seats}</td></tr> }
        });
        let keys = shown().map(|(_, name, text, seats)| {
            let class = format!("seat-chart__key seat-chart__key--{name}");
            view! { <span class=class>{format!("{text} {seats}")}</span> }
        });
        let total = count.total();
        let middle = (!chart.single_row).then(|| {
            view! {
                <text class="seat-chart__total" x=decimal(WIDTH / 2.0, 0) y=decimal(chart.height - 4.0, 1)>{total}</text>
            }
        });
        let (width, height) = (decimal(WIDTH, 0), decimal(chart.height, 1));

        view! {
            <figure class="seat-chart">
                <svg viewBox=format!("0 0 {width} {height}") aria-hidden="true">
                    {dots.collect_view()}
                    {middle}
                </svg>
                <div class="seat-chart__keys" aria-hidden="true">{keys.collect_view()}</div>
                <table class="visually-hidden">
                    <caption>"Seats"</caption>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </figure>
        }
    })
}

/// All seats of one kind as round dots of one path: lines of no length with
/// round ends.
fn dots(chart: &Chart, kind: SeatKind) -> String {
    let seats = chart.seats.iter().filter(|seat| seat.kind == kind);
    let dots: Vec<String> = seats
        .map(|seat| format!("M{} {}h0", decimal(seat.x, 1), decimal(seat.y, 1)))
        .collect();
    dots.concat()
}

/// Vacant seats are drawn smaller, so that they differ by more than colour.
fn diameter(chart: &Chart, kind: SeatKind) -> f64 {
    if kind == SeatKind::Vacant {
        chart.seat * 0.5
    } else {
        chart.seat
    }
}
