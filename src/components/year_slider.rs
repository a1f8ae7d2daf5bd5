//! Membership through time: a slider over the years, with the line of growth.

use std::fmt::Write;

use directory::Directory;
use directory::membership::{growth, year_of, years};
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::icon::Icon;
use crate::browser;
use crate::dynamic::dynamic;
use crate::navigation::{Here, Step, use_here};
use crate::target::IN_BROWSER;

/// Milliseconds that a year stays while the years are played.
const PACE: u64 = 600;

/// The link to the directory through time, and back; nothing where the data
/// tell of no years. In a page without a year only the running program has it:
/// the place for it is kept by the style sheet.
#[component]
pub fn YearLink(directory: &'static Directory) -> impl IntoView {
    let here = use_here();
    let year = Memo::new(move |_| year_of(directory, &here.query.read()));
    let last = years(directory).map(|(_, last)| last);
    let link = move || {
        let next = last.filter(|_| year.get().is_none());
        here.to_listing(&here.linked.read().with_year(next))
    };
    let is_written = IN_BROWSER || year.get_untracked().is_some();
    last.filter(|_| is_written).map(|_| {
        view! {
            <a
                id="through-time"
                class="button through-time"
                href=link
                aria-current=move || year.get().map(|_| "true")
                data-noscroll=""
            >
                {Icon::Time.view()}
                {directory.catalogue.years_link()}
            </a>
        }
    })
}

/// The band of the year that the address asks for; nothing without one. Tells
/// `playing` whether the years go by on their own.
#[component]
pub fn YearSlider(directory: &'static Directory, playing: RwSignal<bool>) -> impl IntoView {
    let here = use_here();
    let (first, last) = years(directory)?;
    let asked = Memo::new(move |_| year_of(directory, &here.query.read()));
    let years = Years {
        here,
        directory,
        first,
        last,
        asked,
        playing,
    };
    years.play();
    let is_asked = Memo::new(move |_| asked.get().is_some());
    Some(dynamic(move || {
        is_asked.get().then(|| view! { <Band years /> }.into_any())
    }))
}

/// What the parts of the band share.
#[derive(Clone, Copy)]
struct Years {
    here: Here,
    directory: &'static Directory,
    first: u16,
    last: u16,
    /// The year that the address asks for.
    asked: Memo<Option<u16>>,
    playing: RwSignal<bool>,
}

/// Buttons, the year with its count, the slider over the line of growth, and
/// the way out.
#[component]
fn Band(years: Years) -> impl IntoView {
    let words = &years.directory.catalogue;
    let here = years.here;
    let counts = growth(years.directory);
    let growth_line = growth_line(years, &counts);
    let year = move || years.year();
    let count = Memo::new(move |_| {
        let place = usize::from(years.year() - years.first);
        counts.get(place).copied().unwrap_or_default()
    });
    let play = move || {
        let (icon, name) = if years.playing.get() {
            (Icon::Pause, words.years_pause())
        } else {
            (Icon::Play, words.years_play())
        };
        view! {
            <button
                type="button"
                class="button year-slider__play"
                aria-label=name
                on:click=move |_| years.start_or_stop()
            >
                {icon.view()}
            </button>
        }
    };
    let value = move || words.list_named(&words.year(year()), &words.years_members(count.get()));
    let slide = move |event| {
        if let Ok(year) = event_target_value(&event).parse() {
            years.show(year);
        }
    };
    // Along the line wherever it begins: in WebKitGTK 2.50 the left arrow goes
    // back from right to left, too.
    let is_mirrored = words.language_direction() == "rtl";
    let on = if is_mirrored { -1 } else { 1 };
    let press = move |event: KeyboardEvent| {
        let step = match browser::key(&event).as_str() {
            "ArrowRight" => on,
            "ArrowLeft" => -on,
            _ => return,
        };
        event.prevent_default();
        years.step(step);
    };
    view! {
        <section class="year-slider" aria-label=words.years_label()>
            <div class="year-slider__buttons">
                <StepButton years icon=Icon::Back name=words.years_back() step=-1 />
                {dynamic(play)}
                <StepButton years icon=Icon::Forward name=words.years_on() step=1 />
            </div>
            <p class="year-slider__summary">
                <b>{dynamic(move || words.year(year()))}</b>
                " "
                {dynamic(move || words.years_members(count.get()))}
            </p>
            <div class="year-slider__years">
                <input
                    type="range"
                    min=years.first
                    max=years.last
                    value=untrack(year)
                    prop:value=move || year().to_string()
                    aria-label=words.years_slider()
                    aria-valuetext=value
                    on:input=slide
                    on:keydown=press
                />
                {growth_line}
                <p class="year-slider__ends" aria-hidden="true">
                    <span>{words.year(years.first)}</span>
                    <span>{words.year(years.last)}</span>
                </p>
            </div>
            // The band goes with its year; the reader stays where it came from.
            <a
                class="button"
                href=move || here.to_listing(&here.query.read().with_year(None))
                aria-label=words.years_close()
                on:click=|_| {
                    let _ = browser::focus("through-time") || browser::focus("content");
                }
                data-noscroll=""
            >
                {Icon::Close.view()}
            </a>
            <p class="year-slider__of-today" hidden=move || year() == years.last>
                {words.years_of_today()}
            </p>
        </section>
    }
}

/// Goes a year back or on. At the end it is not disabled, since it would lose
/// the focus.
#[component]
fn StepButton(years: Years, icon: Icon, name: &'static str, step: i16) -> impl IntoView {
    let next = move || years.year().saturating_add_signed(step);
    let is_end = move || next() < years.first || next() > years.last;
    view! {
        <button
            type="button"
            class="button"
            aria-label=name
            aria-disabled=move || is_end().then_some("true")
            on:click=move |_| years.step(step)
        >
            {icon.view()}
        </button>
    }
}

impl Years {
    /// The year that is shown; the last while there is none.
    fn year(self) -> u16 {
        self.asked.get().unwrap_or(self.last)
    }

    /// Goes to a year at the reader's wish, which ends the play.
    fn show(self, year: u16) {
        self.playing.set(false);
        self.go(year);
    }

    /// Goes so many years on, or back, as far as there are any.
    fn step(self, step: i16) {
        let next = untrack(|| self.year()).saturating_add_signed(step);
        self.show(next.clamp(self.first, self.last));
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
                if goes_on && untrack(|| self.here.is_on_document()) {
                    self.playing.set(false);
                } else if goes_on && self.here.query.read_untracked().year == asked {
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

/// The line of growth, with a mark at the year and its count; the slider says
/// the same by words.
fn growth_line(years: Years, counts: &[usize]) -> AnyView {
    let width = counts.len().saturating_sub(1);
    let most = counts.iter().max().copied().unwrap_or_default();
    // A little air above the line, so that it is not cut.
    let top = most + most / 8 + 1;
    let line = line(counts, top);
    let counts = counts.to_vec();
    let at = Memo::new(move |_| {
        let place = usize::from(years.year() - years.first);
        let count = counts.get(place).copied().unwrap_or_default();
        (place, top - count)
    });
    let year_line = move || {
        let (place, height) = at.get();
        format!("M{place} {top}V{height}")
    };
    // In shares of the drawing, which is stretched, as a dot must not be.
    let dot_x = move || percent(at.get().0, width);
    let dot_y = move || percent(at.get().1, top);
    view! {
        <svg class="growth" aria-hidden="true">
            <svg viewBox=format!("0 0 {width} {top}") preserveAspectRatio="none">
                <path class="growth__ground" d=format!("{line}V{top}Z")></path>
                <path class="growth__line" d=line></path>
                <path class="growth__year" d=year_line></path>
            </svg>
            <circle class="growth__mark" cx=dot_x cy=dot_y r="4.5"></circle>
        </svg>
    }
    .into_any()
}

/// A part of a whole in per cent, as attributes of SVG have it.
fn percent(part: usize, whole: usize) -> String {
    let tenths = part * 1000 / whole.max(1);
    format!("{}.{}%", tenths / 10, tenths % 10)
}
