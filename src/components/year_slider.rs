//! Membership through time: a slider over the years, with the line of growth.

use std::fmt::Write;

use directory::Directory;
use directory::membership::{growth, year_of, years};

use super::icon::{Icon, icon_button};
use crate::browser;
use crate::markup::{Element, Markup, el, live, svg};
use crate::navigation::{Here, Step, use_here};
use crate::prelude::*;
use crate::target::IN_BROWSER;

/// Milliseconds that a year stays while the years are played.
const PACE: u64 = 600;

/// The link to the directory through time, and back; nothing where the data
/// tell of no years. In a page without a year only the running program has it:
/// the place for it is kept by the style sheet.
pub fn year_link(directory: &'static Directory) -> Markup {
    let here = use_here();
    live(move || {
        let query = here.query.read();
        let year = year_of(directory, &query);
        let (_, last) = years(directory)?;
        let is_written = IN_BROWSER || year.is_some();
        let next = Some(last).filter(|_| year.is_none());
        is_written.then(|| {
            el("a")
                .id("through-time")
                .class("button through-time")
                .href(here.to_listing(&query.with_year(next)))
                .maybe("aria-current", year.map(|_| "true"))
                .flag("data-noscroll", true)
                .child(Icon::Time.view())
                .child(directory.catalogue.years_link())
        })
    })
}

/// The band of the year that the address asks for; nothing without one. Tells
/// `playing` whether the years go by on their own.
pub fn year_slider(directory: &'static Directory, playing: RwSignal<bool>) -> Markup {
    let counts = growth(directory);
    let (Some((first, last)), Some(most)) = (years(directory), counts.iter().max()) else {
        return Markup::NOTHING;
    };
    let years = Years {
        here: use_here(),
        directory,
        first,
        last,
        playing,
    };
    years.play();
    // A little air above the line, so that it is not cut.
    let top = most + most / 8 + 1;
    let line = line(&counts, top);
    live(move || {
        let year = year_of(directory, &years.here.query.read())?;
        let place = usize::from(year - first);
        let count = counts.get(place).copied().unwrap_or_default();
        let line = growth_line(&line, (counts.len() - 1, top), (place, count));
        Some(years.band(year, count, line))
    })
}

/// What the parts of the band share.
#[derive(Clone, Copy)]
struct Years {
    here: Here,
    directory: &'static Directory,
    first: u16,
    last: u16,
    playing: RwSignal<bool>,
}

impl Years {
    /// Buttons, the year with its count, the slider over the line of growth,
    /// and the way out.
    fn band(self, year: u16, count: usize, line: Element) -> Element {
        let words = &self.directory.catalogue;
        let playing = self.playing.get();
        let (icon, name) = if playing {
            (Icon::Pause, words.years_pause())
        } else {
            (Icon::Play, words.years_play())
        };
        let play = icon_button(icon, name, "button year-slider__play")
            .on("click", move |_| self.start_or_stop());
        let step = |icon, name, end: u16, to: u16| {
            icon_button(icon, name, "button")
                // One that is disabled would lose the focus at the end.
                .maybe("aria-disabled", (year == end).then_some("true"))
                .on("click", move |_| self.show(to.clamp(self.first, self.last)))
        };
        let buttons = el("div")
            .class("year-slider__buttons")
            .child(step(Icon::Back, words.years_back(), self.first, year - 1))
            .child(play)
            .child(step(Icon::Forward, words.years_on(), self.last, year + 1));
        let summary = el("p")
            .class("year-slider__summary")
            .child(el("b").child(words.year(year)))
            .child(" ")
            .child(words.years_members(count));
        let end = |year| el("span").child(words.year(year));
        let ends = el("p")
            .class("year-slider__ends")
            .attr("aria-hidden", "true")
            .child(end(self.first))
            .child(end(self.last));
        let slider = el("div")
            .class("year-slider__years")
            .child(self.range(year, count))
            .child(line)
            .child(ends);
        let today = self.here.query.read().with_year(None);
        let close = el("a")
            .class("button")
            .href(self.here.to_listing(&today))
            .attr("aria-label", words.years_close())
            // The band goes with its year; the reader stays where it came from.
            .on("click", |_| {
                let _ = browser::focus("through-time") || browser::focus("content");
            })
            .flag("data-noscroll", true)
            .child(Icon::Close.view());
        el("section")
            .class("year-slider")
            .attr("aria-label", words.years_label())
            .child(buttons)
            .child(summary)
            .child(slider)
            .child(close)
    }

    fn range(self, year: u16, count: usize) -> Element {
        let words = &self.directory.catalogue;
        let value = words.list_named(&words.year(year), &words.years_members(count));
        el("input")
            .attr("type", "range")
            .attr("min", self.first.to_string())
            .attr("max", self.last.to_string())
            .attr("value", year.to_string())
            .attr("aria-label", words.years_slider())
            .attr("aria-valuetext", value)
            .on("input", move |event| {
                if let Ok(year) = event_target_value(event).parse() {
                    self.show(year);
                }
            })
    }

    /// Goes to a year at the reader's wish, which ends the play.
    fn show(self, year: u16) {
        self.playing.set(false);
        self.go(year);
    }

    fn go(self, year: u16) {
        let query = self.here.query.get_untracked();
        self.here.go(&query.with_year(Some(year)), Step::Replace);
    }

    /// From the last year the play begins anew.
    fn start_or_stop(self) {
        let playing = self.playing.get_untracked();
        if !playing && self.here.query.read_untracked().year == Some(self.last) {
            self.go(self.first);
        }
        self.playing.set(!playing);
    }

    /// While playing, goes on a year after each; until the last, or until the
    /// address asks for none.
    fn play(self) {
        browser::effect(move || {
            if !self.playing.get() {
                return;
            }
            let asked = self.here.query.read().year;
            let Some(year) = asked.filter(|year| *year < self.last) else {
                self.playing.set(false);
                return;
            };
            // The reader may have stopped meanwhile, gone elsewhere or left.
            let next = move || {
                let goes_on = self.playing.try_get_untracked() == Some(true);
                if goes_on && self.here.query.read_untracked().year == asked {
                    self.go(year + 1);
                }
            };
            browser::later(PACE, Box::new(next));
        });
    }
}

/// The line in SVG path data, a unit a year and `top` high: from the ground up
/// to the first count, level through each year, then up or down.
fn line(counts: &[usize], top: usize) -> String {
    let mut line = format!("M0 {top}");
    for (place, count) in counts.iter().enumerate() {
        // Text takes all that is written to it.
        let _ = write!(line, "H{place}V{}", top - count);
    }
    line
}

/// The line of growth, with a mark at one year and its count; the slider says
/// the same by words.
fn growth_line(
    line: &str,
    (width, top): (usize, usize),
    (place, count): (usize, usize),
) -> Element {
    let height = top - count;
    let path = |class: &'static str, data: String| svg("path").class(class).attr("d", data);
    svg("svg")
        .class("growth")
        .attr("viewBox", format!("0 0 {width} {top}"))
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(path("growth__ground", format!("{line}V{top}Z")))
        .child(path("growth__line", line.to_owned()))
        .child(path("growth__year", format!("M{place} {top}V{height}")))
        // A line without length, which its round ends make a dot.
        .child(path("growth__mark", format!("M{place} {height}h0")))
}
