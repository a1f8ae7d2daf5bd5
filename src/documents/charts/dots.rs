//! Dots along a logarithmic axis, a row for each group.

use directory::Catalogue;
use directory::catalogue::decimal;
use directory::insights::LogScale;
use leptos::prelude::*;

use super::Axis;

/// Of a row and below all of them, pixels.
const ROW: usize = 56;
const FOOT: usize = 44;
/// Of a dot that stands for one.
const RADIUS: f64 = 5.0;
/// What is left free at both ends of the axis, percent, so that no dot is cut.
const MARGIN: f64 = 2.0;

/// A picture of dots.
pub struct Dots {
    /// What the axis counts.
    pub unit: String,
    /// From above.
    pub rows: Vec<DotRow>,
}

/// A row.
pub struct DotRow {
    /// What it is called.
    pub name: String,
    /// What it says, in figures.
    pub value: String,
    /// The class of its colour.
    pub class: String,
    /// In any order.
    pub dots: Vec<Dot>,
}

/// Those of a group that have the same figure.
pub struct Dot {
    /// The figure, at least 1.
    pub figure: f64,
    /// How many have it.
    pub count: usize,
    /// The address of those.
    pub link: String,
    /// Who they are and what they have.
    pub name: String,
}

/// Draws them. A dot is a link for the pointer; keyboards and screen readers
/// have the table, where the same stands without a hundred steps between.
pub fn dots(words: &Catalogue, chart: Dots) -> AnyView {
    let axis = Axis::new(words);
    let figures = || {
        let dots = chart.rows.iter().flat_map(|row| &row.dots);
        dots.map(|dot| dot.figure)
    };
    let scale = LogScale::new(
        figures().fold(f64::INFINITY, f64::min).max(1.0),
        figures().fold(1.0, f64::max),
    );
    let at = |figure: f64| {
        let inner = scale.at(figure) * (100.0 - 2.0 * MARGIN) / 100.0;
        axis.at(MARGIN + inner)
    };
    let foot = chart.rows.len() * ROW + 8;
    let grid = scale.ticks.iter().map(|tick| {
        let at = at(*tick);
        view! {
            <line x1=at.clone() x2=at.clone() y1="4" y2=foot></line>
            <text x=at y=foot + 15 text-anchor="middle">
                {words.decimal(*tick, 0)}
            </text>
        }
    });
    let grid: Vec<_> = grid.collect();
    let rows = chart.rows.iter().enumerate().map(|(place, row)| {
        let top = place * ROW;
        let class = format!("chart__dot {}", row.class);
        let dots = row.dots.iter().map(|dot| {
            // As many take as much room.
            #[expect(clippy::cast_precision_loss, reason = "they are few")]
            let radius = RADIUS * (dot.count as f64).sqrt();
            view! {
                <a href=dot.link.clone() tabindex="-1">
                    <title>{dot.name.clone()}</title>
                    <circle class=class.clone() cx=at(dot.figure) cy=top + 36 r=decimal(radius, 1)></circle>
                </a>
            }
        });
        let dots: Vec<_> = dots.collect();
        view! {
            <text x=axis.at(0.0) y=top + 16>
                {row.name.clone()}
            </text>
            <text class="chart__value" x=axis.at(100.0) y=top + 16 text-anchor="end">
                {row.value.clone()}
            </text>
            {dots}
        }
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <svg class="chart" height=foot + FOOT aria-hidden="true">
            <g class="chart__grid">
                {grid}
                <text x=axis.at(0.0) y=foot + 34>
                    {chart.unit.clone()}
                </text>
            </g>
            {rows}
        </svg>
    }
    .into_any()
}
