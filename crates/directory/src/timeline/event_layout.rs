//! Lays out events beside the line: in the lane of their type, one behind
//! the other where they would touch, with a label where there is room for it.

use super::view::Scale;
use crate::model::{Directory, EventIdx, EventTypeIdx};

/// Half of a mark, and the space between what stands in one row, pixels.
const HALF: f64 = 7.0;
const GAP: f64 = 5.0;
/// Rows that a lane may have.
const MAX_ROWS: usize = 2;
/// The height of a label where the line runs down, pixels.
const LABEL_HEIGHT: f64 = 17.0;

/// How much room a label takes: pixels for a letter, and for a character of a
/// script that writes without spaces; larger than any type face of a browser.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Widths {
    /// A letter.
    pub letter: f64,
    /// A character of Chinese, Japanese or Korean.
    pub cjk: f64,
}

impl Widths {
    /// How wide a text is at most, pixels.
    pub fn text_width(&self, text: &str) -> f64 {
        let widths = text.chars().map(|ch| {
            if ch > '\u{2e7f}' {
                self.cjk
            } else {
                self.letter
            }
        });
        widths.sum()
    }
}

/// The time that an event takes, on the line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Which event.
    pub event: EventIdx,
    /// Its lane.
    pub lane: EventTypeIdx,
    /// Where it begins and how long it is, pixels.
    pub at: f64,
    /// Never negative.
    pub length: f64,
}

/// Where an event stands.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedEvent {
    /// Its part of the line.
    pub bar: Bar,
    /// In which row, over all lanes.
    pub row: usize,
    /// Its label, the longest that fits.
    pub label: Option<String>,
}

/// These events as bars, in the lanes of their types.
fn bars(directory: &Directory, events: &[EventIdx], scale: &Scale) -> Vec<Bar> {
    let bar = |&event: &EventIdx| {
        let dates = &directory[event];
        let (first, last) = (dates.start.day_range().0, dates.last().day_range().1);
        Bar {
            event,
            lane: dates.kind,
            at: scale.at(first),
            length: f64::from(last - first + 1) * scale.per_day(),
        }
    };
    events.iter().map(bar).collect()
}

/// The rows of each lane: as many as keep apart what stands in it when the
/// line shows `home`, at most two; none where nothing stands in it.
pub fn rows(directory: &Directory, events: &[EventIdx], home: &Scale) -> Vec<usize> {
    let mut rows = vec![0; directory.network.event_types.len()];
    let mut ends = vec![[f64::MIN; MAX_ROWS]; rows.len()];
    for bar in bars(directory, events, home) {
        let lane = bar.lane.get();
        let row = free_row(&mut ends[lane], &bar);
        rows[lane] = rows[lane].max(row + 1);
    }
    rows
}

/// The row of a lane in which a bar touches nothing, or the one that ends
/// first; it ends behind the bar from then on.
fn free_row(ends: &mut [f64], bar: &Bar) -> usize {
    let start = bar.at - HALF;
    let free = ends.iter().position(|end| *end <= start);
    let row = free.unwrap_or_else(|| {
        let mut first = 0;
        for row in 1..ends.len() {
            if ends[row] < ends[first] {
                first = row;
            }
        }
        first
    });
    ends[row] = bar.at + bar.length.max(HALF) + 1.0;
    row
}

/// Lays out events on a line that runs across a page, whose lanes have so
/// many `rows`; `labels` gives the longer and the shorter name of an event.
///
/// A label stands behind its mark, and before the next mark of the row, so
/// that labels touch neither each other nor a mark.
pub fn layout_across(
    directory: &Directory,
    events: &[EventIdx],
    scale: &Scale,
    rows: &[usize],
    widths: Widths,
    labels: &dyn Fn(EventIdx) -> [String; 2],
) -> Vec<PlacedEvent> {
    let mut shown = in_rows(directory, events, scale, rows);
    for index in 0..shown.len() {
        let bar = shown[index].bar;
        let start = bar.at + bar.length.max(HALF) + GAP;
        let mut behind = shown[index + 1..].iter();
        let next = behind.find(|next| next.row == shown[index].row);
        let end = next.map_or(scale.length, |next| next.bar.at - HALF - GAP);
        let end = end.min(scale.length);
        // What has left the view has no label that hangs into it.
        if bar.at >= -HALF {
            let label = labels(bar.event).into_iter();
            let mut fitting = label.filter(|label| start + widths.text_width(label) <= end);
            shown[index].label = fitting.next();
        }
    }
    shown
}

/// The same on a line that runs down a page, where all labels stand in one
/// column beside the lanes, `width` pixels wide.
pub fn layout_down(
    directory: &Directory,
    events: &[EventIdx],
    scale: &Scale,
    rows: &[usize],
    widths: Widths,
    width: f64,
    labels: &dyn Fn(EventIdx) -> [String; 2],
) -> Vec<PlacedEvent> {
    let mut shown = in_rows(directory, events, scale, rows);
    let mut end = 0.0;
    for event in &mut shown {
        let top = event.bar.at - LABEL_HEIGHT / 2.0;
        if top >= end && top + LABEL_HEIGHT <= scale.length {
            let labels = labels(event.bar.event).into_iter();
            event.label = labels
                .into_iter()
                .find(|label| widths.text_width(label) <= width);
            if event.label.is_some() {
                end = top + LABEL_HEIGHT;
            }
        }
    }
    shown
}

/// The events that are at least in part on the line, each in its row.
fn in_rows(
    directory: &Directory,
    events: &[EventIdx],
    scale: &Scale,
    rows: &[usize],
) -> Vec<PlacedEvent> {
    let mut ends = vec![[f64::MIN; MAX_ROWS]; rows.len()];
    let mut shown = Vec::new();
    for bar in bars(directory, events, scale) {
        let lane = bar.lane.get();
        let row = free_row(&mut ends[lane][..rows[lane].max(1)], &bar);
        let before: usize = rows[..lane].iter().sum();
        if bar.at + bar.length >= -HALF && bar.at <= scale.length + HALF {
            shown.push(PlacedEvent {
                bar,
                row: before + row,
                label: None,
            });
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::PartialDate;
    use crate::fixture::directory;
    use crate::query::Span;

    const WIDTHS: Widths = Widths {
        letter: 7.0,
        cjk: 13.0,
    };

    fn scale(from: &str, to: &str, length: f64) -> Scale {
        let day = |text: &str| text.parse::<PartialDate>().unwrap().day_range();
        let span = Span {
            from: day(from).0,
            to: day(to).1,
        };
        Scale { span, length }
    }

    fn labels(event: EventIdx) -> [String; 2] {
        let number = event.get();
        [
            format!("the long name of {number}"),
            format!("no. {number}"),
        ]
    }

    #[test]
    fn types_have_lanes_and_lanes_as_many_rows_as_they_need() {
        let directory = directory();
        let all: Vec<EventIdx> = EventIdx::all(&directory).collect();
        assert_eq!(
            rows(&directory, &all, &scale("1961", "2027", 1000.0)),
            [1, 1]
        );
        // On a short line "first" and "second" come together, "online" and
        // "lost" too.
        assert_eq!(
            rows(&directory, &all, &scale("1961", "2027", 100.0)),
            [2, 2]
        );
        assert_eq!(
            rows(&directory, &all[..1], &scale("1961", "2027", 100.0)),
            [1, 0]
        );
    }

    #[test]
    fn a_label_is_as_long_as_there_is_room() {
        let directory = directory();
        let placed = |from, to| {
            let scale = scale(from, to, 600.0);
            let placed = layout_across(
                &directory,
                &[0, 1].map(EventIdx::new),
                &scale,
                &[1, 0],
                WIDTHS,
                &labels,
            );
            placed.into_iter().map(|one| one.label).collect::<Vec<_>>()
        };
        let [long, short] = labels(EventIdx::new(0));
        assert_eq!(placed("1961", "1965")[0], Some(long));
        assert_eq!(placed("1961", "1980")[0], Some(short));
        assert_eq!(placed("1961", "2027")[0], None);
    }

    #[test]
    fn what_is_out_of_view_is_left_out() {
        let directory = directory();
        let scale = scale("1963", "1965", 600.0);
        let events = [0, 1, 2, 3].map(EventIdx::new);
        let placed = layout_across(&directory, &events, &scale, &[1, 1], WIDTHS, &labels);
        let events: Vec<usize> = placed.iter().map(|one| one.bar.event.get()).collect();
        assert_eq!(events, [1, 2]);
    }

    proptest! {
        #[test]
        fn labels_never_overlap(from in 1961_u16..2020, years in 1_u16..60, length in 300.0..1600.0) {
            let directory = directory();
            let all: Vec<EventIdx> = EventIdx::all(&directory).collect();
            let scale = scale(&from.to_string(), &(from + years).to_string(), length);
            let placed = layout_across(&directory, &all, &scale, &[2, 2], WIDTHS, &labels);
            for (index, one) in placed.iter().enumerate() {
                let Some(label) = &one.label else { continue };
                let start = one.bar.at + one.bar.length.max(HALF) + GAP;
                let end = start + WIDTHS.text_width(label);
                prop_assert!(end <= scale.length + 0.01);
                for other in &placed[index + 1..] {
                    if other.row == one.row {
                        prop_assert!(end <= other.bar.at - HALF);
                    }
                }
            }
            let down = layout_down(&directory, &all, &scale, &[2, 2], WIDTHS, 200.0, &labels);
            let labelled: Vec<_> = down.iter().filter(|one| one.label.is_some()).collect();
            for pair in labelled.windows(2) {
                prop_assert!(pair[1].bar.at - pair[0].bar.at >= LABEL_HEIGHT - 0.01);
            }
        }
    }
}
