//! The chambers of some members at one scale.

use directory::Directory;
use directory::catalogue::decimal;
use directory::model::{Chamber, Member, MemberIdx, Parliament};
use directory::seats::{Seat, SeatChart, SeatCount, SeatKind, WIDTH};
use leptos::prelude::*;

use super::lang_name::name_of;

/// The charts, a picture for each member.
pub fn charts(directory: &'static Directory, compared: &[MemberIdx]) -> AnyView {
    let charts: Vec<ChamberCharts> = compared
        .iter()
        .map(|member| ChamberCharts::new(&directory[*member]))
        .collect();
    // One seat is as large everywhere: as in the largest chamber.
    let seats = charts
        .iter()
        .flat_map(|of| &of.charts)
        .map(|(_, chart)| chart.seat);
    let seat = seats.fold(f64::INFINITY, f64::min);
    let high = |place: usize| {
        let heights = charts.iter().filter_map(|of| of.charts.get(place));
        heights
            .map(|(_, chart)| chart.height * seat / chart.seat)
            .fold(0.0, f64::max)
    };
    let highs = [high(0), high(1)];
    let pictures = compared.iter().zip(&charts);
    let pictures =
        pictures.map(|(member, charts)| picture(directory, *member, charts, seat, highs));
    let pictures: Vec<_> = pictures.collect();
    view! { <div class="compare__charts">{pictures}</div> }.into_any()
}

/// The chambers of a member of which the size is known.
struct ChamberCharts {
    charts: Vec<(&'static Chamber, SeatChart)>,
}

impl ChamberCharts {
    fn new(member: &'static Member) -> Self {
        let parliament = member.parliament.iter();
        let chambers = parliament.flat_map(|parliament: &'static Parliament| {
            let sits = parliament.status.sits();
            let chambers = parliament.chambers.iter();
            chambers.filter_map(move |chamber| {
                let count = SeatCount::from_chamber(chamber)?;
                let count = if sits {
                    count
                } else {
                    SeatCount::vacant(count.total())
                };
                Some((chamber, SeatChart::new(count)))
            })
        });
        Self {
            charts: chambers.collect(),
        }
    }
}

/// Between what stands below each other in a picture, and its margin.
const GAP: f64 = 10.0;
const LINE: f64 = 16.0;
const PICTURE: f64 = WIDTH + 2.0 * GAP;

/// A member's chambers below its name, each with what it counts.
fn picture(
    directory: &'static Directory,
    member: MemberIdx,
    charts: &ChamberCharts,
    seat: f64,
    highs: [f64; 2],
) -> AnyView {
    let words = &directory.catalogue;
    let middle = decimal(PICTURE / 2.0, 1);
    let mut y = LINE + GAP;
    let mut drawn = Vec::new();
    for (place, high) in highs.into_iter().enumerate() {
        if high <= 0.0 {
            continue;
        }
        let base = y + high;
        if let Some((chamber, chart)) = charts.charts.get(place) {
            let scale = seat / chart.seat;
            let left = (PICTURE - WIDTH * scale) / 2.0;
            let top = base - chart.height * scale;
            let seats = [
                (SeatKind::Woman, "woman"),
                (SeatKind::Other, "other"),
                (SeatKind::Unknown, "unknown"),
                (SeatKind::Vacant, "vacant"),
            ]
            .map(|(kind, class)| seats(chart, kind, class));
            let transform = format!(
                "translate({} {}) scale({})",
                decimal(left, 1),
                decimal(top, 1),
                decimal(scale, 4)
            );
            let lines = [
                words.chamber_kind(chamber.kind).to_owned(),
                chamber.seats.or(chamber.filled).map_or_else(
                    || words.fact_unknown().to_owned(),
                    |seats| words.list_row_seats(seats as usize),
                ),
                chamber.women_share.map_or_else(
                    || words.list_named(words.chamber_women(), words.fact_unknown()),
                    |share| words.list_row_women(&words.share(share)),
                ),
            ];
            let lines = lines.into_iter().enumerate().map(|(number, line)| {
                #[expect(clippy::cast_precision_loss, reason = "three lines")]
                let y = decimal(base + LINE * (number as f64 + 1.0), 1);
                view! { <text x=middle.clone() y=y>{line}</text> }
            });
            let lines: Vec<_> = lines.collect();
            drawn.push(view! { <g transform=transform>{seats}</g> {lines} }.into_any());
        }
        y = base + 3.0 * LINE + 2.0 * GAP;
    }
    let name = name_of(directory, member);
    view! {
        <svg
            class="compare__chart"
            viewBox=format!("0 0 {} {}", decimal(PICTURE, 0), decimal(y, 0))
            role="img"
            aria-label=name
        >
            <text class="compare__name" x=middle y=decimal(LINE, 0)>{name}</text>
            {drawn}
        </svg>
    }
    .into_any()
}

/// All seats of one kind: lines of no length with round ends.
fn seats(chart: &SeatChart, kind: SeatKind, class: &'static str) -> AnyView {
    let own = chart.seats.iter().filter(|seat: &&Seat| seat.kind == kind);
    let points = own.map(|seat| format!("M{} {}h0", decimal(seat.x, 1), decimal(seat.y, 1)));
    let line: String = points.collect();
    let width = if kind == SeatKind::Vacant {
        chart.seat / 2.0
    } else {
        chart.seat
    };
    let class = format!("seat-chart__seats seat-chart__seats--{class}");
    (!line.is_empty())
        .then(|| view! { <path class=class d=line stroke-width=decimal(width, 2)></path> })
        .into_any()
}
