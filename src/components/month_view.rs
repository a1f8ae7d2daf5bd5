//! The events month by month: a grid of days.

use std::sync::Arc;

use directory::model::EventIdx;
use directory::timeline::{MonthGrid, has_exact_days, next_event, place_in_week, touches};
use directory::{Catalogue, Directory, PartialDate, Query};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::event_mark::mark_of;
use super::icon::Icon;
use crate::Site;
use crate::browser;
use crate::dynamic::dynamic;
use crate::navigation::{Here, Step, use_here};
use crate::site::EventResults;

/// The month that the address asks for, else that of what comes next among
/// those shown, else the present one.
fn month_shown(site: &Site, query: &Query, results: &EventResults) -> PartialDate {
    let events = results.events.iter().map(|event| &site.directory[*event]);
    let next = || next_event(events, site.today()).map(|event| event.start);
    let month = query.month.or_else(next);
    let month = month.unwrap_or_else(|| PartialDate::from_day(site.today()));
    // Of a year alone its first month.
    PartialDate::from_day(month.day_range().0).to_month()
}

/// The days of a month with the events of the results, what is known by month or
/// year alone above them.
#[component]
pub fn MonthView(site: &'static Site, results: Memo<Arc<EventResults>>) -> impl IntoView {
    let here = use_here();
    let month = Memo::new(move |_| month_shown(site, &here.query.read(), &results.read()));
    // The day that the tab key comes to, as numbers count days.
    let active = RwSignal::new(None);
    view! {
        <section class="month" aria-labelledby="month-name">
            {dynamic(move || head(site, here, month.get(), &results.read()))}
            {dynamic(move || inexact(site, here, month.get(), &results.read()))}
            {dynamic(move || grid(site, here, month.get(), &results.read(), active))}
        </section>
    }
}

/// Its name, and ways to others.
fn head(site: &'static Site, here: Here, month: PartialDate, results: &EventResults) -> AnyView {
    let directory = site.directory;
    let words = &directory.catalogue;
    let (first, last) = month.day_range();
    let query = here.query.read();
    let to = move |query: &Query, month: PartialDate| here.to_listing(&query.with_month(month));
    let step = |month: PartialDate, icon: Icon, name: &'static str| {
        let href = to(&query, month);
        view! {
            <a class="button" href=href aria-label=name title=name data-noscroll="">
                {icon.view()}
            </a>
        }
    };
    let events = || results.events.iter().map(|event| &directory[*event]);
    let before = events().filter(|event| event.last().day_range().1 < first);
    let before = before.max_by_key(|event| event.last().day_range().1);
    let before = before.map(|event| month_of(event.last().day_range().1));
    let after = events().filter(|event| event.start.day_range().0 > last);
    let after = after.min_by_key(|event| event.start.day_range().0);
    let after = after.map(|event| month_of(event.start.day_range().0));
    let link = |month: PartialDate, name: String| {
        let href = to(&query, month);
        view! { <a href=href data-noscroll="">{name}</a> }
    };
    let before = before.map(|month| link(month, words.month_before(&words.date(month))));
    let after = after.map(|month| link(month, words.month_after(&words.date(month))));
    let years = events().map(|event| event.start.year());
    let today = PartialDate::from_day(site.today()).year();
    let from = years.clone().min().unwrap_or(today).min(month.year());
    let to_year = years.max().unwrap_or(today).max(month.year()).max(today);
    let years = (from..=to_year).rev().map(|year| {
        view! { <option value=year.to_string() selected=year == month.year()>{words.year(year)}</option> }
    });
    let years: Vec<_> = years.collect();
    let names = words.date_months_alone().iter().enumerate();
    let own = month.month().unwrap_or(1);
    let months = names.map(|(place, name)| {
        let number = u8::try_from(place + 1).unwrap_or(1);
        view! { <option value=number.to_string() selected=number == own>{name.as_str()}</option> }
    });
    let months: Vec<_> = months.collect();
    let go = move |month: PartialDate| {
        let query = here.query.get_untracked();
        here.go(&query.with_month(month), Step::Push);
    };
    let choose_month = move |event| {
        if let Ok(number) = event_target_value(&event).parse() {
            go(PartialDate::from_month(month.year(), number));
        }
    };
    let choose_year = move |event| {
        if let Ok(year) = event_target_value(&event).parse() {
            go(PartialDate::from_month(year, own));
        }
    };
    view! {
        <div class="month__head">
            <h2 id="month-name" aria-live="polite">
                {words.date(month)}
            </h2>
            {step(month_of(first - 1), Icon::Back, words.month_earlier())}
            {step(month_of(last + 1), Icon::Forward, words.month_later())}
            <select aria-label=words.view_month() on:change=choose_month>
                {months}
            </select>
            <select aria-label=words.years_slider() on:change=choose_year>
                {years}
            </select>
            <span class="month__steps">{before} {after}</span>
        </div>
    }
    .into_any()
}

fn month_of(day: i32) -> PartialDate {
    PartialDate::from_day(day).to_month()
}

/// What is known by month or year alone, or that there is nothing at all.
fn inexact(
    site: &'static Site,
    here: Here,
    month: PartialDate,
    results: &EventResults,
) -> Option<AnyView> {
    let directory = site.directory;
    let words = &directory.catalogue;
    let touching = || {
        let events = results.events.iter().copied();
        events.filter(move |event| touches(&directory[*event], month))
    };
    if touching().next().is_none() {
        return Some(view! { <p class="missing">{words.month_none()}</p> }.into_any());
    }
    let links = touching().filter(|event| !has_exact_days(&directory[*event]));
    let links = links.map(|event| {
        let dates = words.dates(directory[event].start, directory[event].end);
        view! { <li>{link(directory, here, event)} " " <small>{dates}</small></li> }
    });
    let links: Vec<_> = links.collect();
    (!links.is_empty()).then(|| {
        view! {
            <div class="month__inexact">
                <h3>{words.month_inexact()}</h3>
                <ul>{links}</ul>
            </div>
        }
        .into_any()
    })
}

/// An event, which the list and the map mark as well.
fn link(directory: &'static Directory, here: Here, event: EventIdx) -> AnyView {
    let event = &directory[event];
    let title = directory.full_title(event);
    view! {
        <a
            class="month__event"
            href=move || here.to_event(event, &here.query.read())
            aria-current=move || {
                (here.query.read().event.as_ref() == Some(&event.id)).then_some("true")
            }
            aria-label=title.clone()
            title=title.clone()
            data-noscroll=""
        >
            {mark_of(&directory.network, event)}
            <span>{title.clone()}</span>
        </a>
    }
    .into_any()
}

/// The days.
fn grid(
    site: &'static Site,
    here: Here,
    month: PartialDate,
    results: &EventResults,
    active: RwSignal<Option<i32>>,
) -> AnyView {
    let directory = site.directory;
    let words = &directory.catalogue;
    let first_weekday = first_weekday(words);
    let grid = MonthGrid::new(month, first_weekday);
    let (first, last) = month.day_range();
    let today = site.today();
    let in_month = |day: &i32| first <= *day && *day <= last;
    // What was gone to stays; else today, else the first.
    let start = active.get_untracked().filter(in_month);
    let start = start
        .or_else(|| Some(today).filter(in_month))
        .unwrap_or(first);
    active.set(Some(start));
    let names = words.date_weekdays();
    let short = words.date_weekdays_short();
    let heads = (0..7).map(|place| {
        let at = (usize::from(first_weekday) - 1 + place) % 7;
        let (name, short) = (names.get(at).cloned(), short.get(at).cloned());
        view! { <th scope="col" abbr=name>{short}</th> }
    });
    let heads: Vec<_> = heads.collect();
    let exact = results.events.iter().copied();
    let exact: Vec<EventIdx> = exact
        .filter(|event| has_exact_days(&directory[*event]) && touches(&directory[*event], month))
        .collect();
    let weeks = grid.weeks.iter().map(|week| {
        let days = week.iter().map(|day| match *day {
            None => view! { <td class="month__blank"></td> }.into_any(),
            Some(day) => {
                let of_day = exact.iter().filter(|event| {
                    let event = &directory[**event];
                    event.start.day_range().0 <= day && day <= event.last().day_range().1
                });
                let links: Vec<_> = of_day
                    .map(|event| view! { <li>{link(directory, here, *event)}</li> })
                    .collect();
                let date = PartialDate::from_day(day);
                let number = words.number(date.day().unwrap_or(1).into());
                let links = (!links.is_empty()).then(|| view! { <ul>{links}</ul> });
                view! {
                    <td
                        id=format!("day-{day}")
                        role="gridcell"
                        tabindex=move || if active.get() == Some(day) { "0" } else { "-1" }
                        aria-current=(day == today).then_some("date")
                    >
                        <time datetime=date.to_string()>{number}</time>
                        {links}
                    </td>
                }
                .into_any()
            }
        });
        let days: Vec<_> = days.collect();
        view! { <tr>{days}</tr> }
    });
    let weeks: Vec<_> = weeks.collect();
    let press = move |event: KeyboardEvent| press(words, here, month, active, &event);
    view! {
        <table role="grid" aria-labelledby="month-name" aria-describedby="month-keys" on:keydown=press>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{weeks}</tbody>
        </table>
        <p class="visually-hidden" id="month-keys">{words.month_keys()}</p>
    }
    .into_any()
}

/// The day on which weeks begin in a language, 1 for Monday.
fn first_weekday(words: &Catalogue) -> u8 {
    words.date_first_weekday().parse().unwrap_or(1)
}

/// Goes by days, weeks and months, as the pattern for grids of dates has it.
fn press(
    words: &Catalogue,
    here: Here,
    month: PartialDate,
    active: RwSignal<Option<i32>>,
    event: &KeyboardEvent,
) {
    let Some(day) = active.get_untracked() else {
        return;
    };
    let is_mirrored = words.language_direction() == "rtl";
    let on = if is_mirrored { -1 } else { 1 };
    let place = place_in_week(day, first_weekday(words));
    let (first, _) = month.day_range();
    let next = match browser::key(event).as_str() {
        "ArrowRight" => day + on,
        "ArrowLeft" => day - on,
        "ArrowDown" => day + 7,
        "ArrowUp" => day - 7,
        "Home" => day - place,
        "End" => day + 6 - place,
        "PageUp" => in_month(month_of(first - 1), day),
        "PageDown" => in_month(month.plus_months(1).to_month(), day),
        "Enter" => {
            browser::focus_inside(&format!("day-{day}"));
            return;
        }
        _ => return,
    };
    event.prevent_default();
    active.set(Some(next));
    let there = month_of(next);
    if there != month {
        let query = here.query.get_untracked();
        here.go(&query.with_month(there), Step::Replace);
    }
    browser::focus_drawn(format!("day-{next}"));
}

/// The same day of another month, or its last.
fn in_month(month: PartialDate, day: i32) -> i32 {
    let (first, last) = month.day_range();
    let ahead = i32::from(PartialDate::from_day(day).day().unwrap_or(1)) - 1;
    (first + ahead).min(last)
}
