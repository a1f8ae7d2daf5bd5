//! Bars, one below the other.

use directory::Catalogue;
use directory::catalogue::decimal;
use directory::insights::ticks;
use leptos::prelude::*;

use super::Axis;

/// Of a row, pixels: all of it, and of that the line of text above the bar.
const ROW: usize = 44;
const TEXT: usize = 16;
const BAR: usize = 14;
const NARROW_BAR: usize = 6;
/// Below the rows: the numbers of the axis, and its unit.
const FOOT: usize = 44;

/// A picture of bars.
pub struct Bars {
    /// What it shows, for those who do not see it.
    pub label: String,
    /// What the axis counts.
    pub unit: String,
    /// From above.
    pub rows: Vec<Bar>,
}

/// A row.
pub struct Bar {
    /// What it is called.
    pub name: String,
    /// What it says, in figures.
    pub value: String,
    /// Pieces one after the other, or a narrow one inside the first.
    pub parts: Vec<BarPart>,
    /// A second figure, drawn as a line across.
    pub mark: Option<f64>,
}

/// A piece of a bar.
pub struct BarPart {
    /// In units of the axis.
    pub size: f64,
    /// The class of its colour.
    pub class: String,
    /// The address of those it counts.
    pub link: String,
    /// What it says, for those who do not see it.
    pub name: String,
    /// Whether it lies inside the one before.
    pub is_narrow: bool,
}

/// Draws them.
pub fn bars(words: &Catalogue, chart: Bars) -> AnyView {
    let axis = Axis::new(words);
    let whole = |bar: &Bar| {
        let parts = bar.parts.iter().filter(|part| !part.is_narrow);
        let length: f64 = parts.map(|part| part.size).sum();
        length.max(bar.mark.unwrap_or_default())
    };
    let most = chart.rows.iter().map(whole).fold(0.0, f64::max);
    let ticks = ticks(most);
    let end = ticks.last().copied().unwrap_or_default().max(1.0);
    let foot = chart.rows.len() * ROW + 8;
    let grid = ticks.iter().map(|tick| {
        let at = axis.at(tick * 100.0 / end);
        // The first and the last number stay inside.
        let anchor = match *tick {
            tick if tick <= 0.0 => "start",
            tick if tick >= end => "end",
            _ => "middle",
        };
        view! {
            <line x1=at.clone() x2=at.clone() y1="4" y2=foot></line>
            <text x=at y=foot + 15 text-anchor=anchor>
                {words.decimal(*tick, 0)}
            </text>
        }
    });
    let grid: Vec<_> = grid.collect();
    let rows = chart.rows.into_iter().enumerate();
    let rows: Vec<_> = rows
        .map(|(place, bar)| row(axis, end, place * ROW + 4, bar))
        .collect();
    view! {
        <svg class="chart" height=foot + FOOT role="group" aria-label=chart.label>
            <g class="chart__grid" aria-hidden="true">
                {grid}
                <text x=axis.at(0.0) y=foot + 34>
                    {chart.unit}
                </text>
            </g>
            {rows}
        </svg>
    }
    .into_any()
}

fn row(axis: Axis, end: f64, top: usize, bar: Bar) -> AnyView {
    let only = bar.parts.len() == 1;
    let mut from = 0.0;
    let parts = bar.parts.into_iter().map(|part| {
        let length = part.size * 100.0 / end;
        let start = if part.is_narrow { 0.0 } else { from };
        from = start + length;
        let (y, height) = if part.is_narrow {
            (top + TEXT + 4 + (BAR - NARROW_BAR) / 2, NARROW_BAR)
        } else {
            (top + TEXT + 4, BAR)
        };
        // Alone, it is pressed anywhere in its row.
        let (hit_x, hit_width) = if only {
            ("0".to_owned(), "100%".to_owned())
        } else {
            (axis.left(start, length), format!("{}%", decimal(length, 2)))
        };
        view! {
            <a href=part.link aria-label=part.name>
                <rect class="chart__hit" x=hit_x y=top width=hit_width height=ROW - 4></rect>
                <rect
                    class=format!("chart__bar {}", part.class)
                    x=axis.left(start, length)
                    y=y
                    width=format!("{}%", decimal(length, 2))
                    height=height
                ></rect>
            </a>
        }
    });
    let parts: Vec<_> = parts.collect();
    let mark = bar.mark.map(|mark| {
        let at = axis.at(mark * 100.0 / end);
        let (y1, y2) = (top + TEXT, top + TEXT + BAR + 8);
        view! { <line class="chart__mark" x1=at.clone() x2=at y1=y1 y2=y2></line> }
    });
    view! {
        <text x=axis.at(0.0) y=top + 12>
            {bar.name}
        </text>
        <text class="chart__value" x=axis.at(100.0) y=top + 12 text-anchor="end">
            {bar.value}
        </text>
        {parts}
        {mark}
    }
    .into_any()
}
