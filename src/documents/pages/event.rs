//! An event.

use directory::facets::FacetId;
use directory::model::{Event, EventDetails, EventState, Origin, StateIdx};
use directory::{Directory, Query};
use leptos::prelude::*;

use crate::address::Page;
use crate::components::event_mark::mark_of;
use crate::components::icon::Icon;
use crate::components::lang_name::localized;
use crate::components::visually_hidden::visually_hidden;
use crate::documents::fact::fact;
use crate::documents::locator_map::place_locator;
use crate::documents::source_note::{citation, link_to, source_note, unconfirmed};
use crate::head::describe;
use crate::navigation::{Here, use_here};

/// `/events/{id}/`: written when the site is published.
pub fn event_page(directory: &'static Directory, event: &'static Event) -> AnyView {
    let words = &directory.catalogue;
    let language = directory.language();
    let titled = directory.full_title(event);
    let title = words.page_title(&titled, directory.network.short_names.get(language));
    let dates = words.dates(event.start, event.end);
    let about = words.event_about(
        &directory.title_of(event).text,
        &directory.place_of(event),
        &dates,
    );
    describe(move || title.clone(), &about);

    view! {
        <article class="page member-page event-page">
            {steps(directory, event)}
            <header class="member-page__head">
                <div>
                    <p class="event-page__kind">
                        {mark_of(&directory.network, event)}
                        {kind(directory, event)}
                    </p>
                    <h1>{localized(directory.title_of(event))}</h1>
                    <p class="lead">{place(directory, event)}" · "{dates}</p>
                    {facts(directory, event)}
                </div>
                {place_locator(directory, event)}
            </header>
            <div class="member-page__body">
                {record(directory, event)}
                <aside aria-label=words.event_sources()>
                    {calendar(directory, event)}
                    {related(directory, event)}
                    {sources(directory, event)}
                </aside>
            </div>
        </article>
    }
    .into_any()
}

/// The name of its type.
fn kind(directory: &'static Directory, event: &'static Event) -> AnyView {
    localized(directory.localized(&directory.network[event.kind].names))
}

/// Where it was, if that is known.
fn place(directory: &'static Directory, event: &'static Event) -> Option<String> {
    Some(directory.place_of(event)).filter(|place| !place.is_empty())
}

/// The way back, and to the events before and after in the series.
fn steps(directory: &'static Directory, event: &'static Event) -> AnyView {
    let here = use_here();
    let words = &directory.catalogue;
    let all = here.to(Page::Events, &Query::default());
    let kind_id = &directory.network[event.kind].id;
    let of_kind = Query::default().with_toggled(directory, FacetId::Type, kind_id);
    let of_kind = here.to(Page::Events, &of_kind);
    let step = |event: &'static Event, text: &'static str| {
        let href = here.to(Page::Event(event), &Query::default());
        let title = directory.full_title(event);
        (href, view! { <span>{visually_hidden(text)}{title}</span> })
    };
    let (before, after) = directory.neighbours_in_series(event);
    let before = before.map(|before| {
        let (href, name) = step(before, words.event_before());
        view! { <a class="pager__step" href=href rel="prev">{Icon::Back.view()}{name}</a> }
    });
    let after = after.map(|after| {
        let (href, name) = step(after, words.event_after());
        view! { <a class="pager__step" href=href rel="next">{name}{Icon::Forward.view()}</a> }
    });
    view! {
        <div class="pager">
            <nav class="breadcrumbs" aria-label=words.member_breadcrumbs()>
                <ol>
                    <li><a href=all>{words.events_title()}</a></li>
                    <li><a href=of_kind>{kind(directory, event)}</a></li>
                </ol>
            </nav>
            <nav class="pager__around" aria-label=words.event_series()>
                {before}
                {after}
            </nav>
        </div>
    }
    .into_any()
}

/// Days, state, place, hosts and organ, each with its source.
fn facts(directory: &'static Directory, event: &'static Event) -> AnyView {
    let words = &directory.catalogue;
    let details = &event.details;
    let origin = |field: &str| -> &'static Origin { details.provenance.origin_of(field) };
    let days = words.dates(event.start, event.end);
    let days = view! { <b>{days}</b> };
    // Where only the end is told in two ways, that is what a reader must see.
    let days_origin = if origin("end").also.is_empty() {
        origin("start")
    } else {
        origin("end")
    };
    let times = times(directory, details);
    let times = times.map(|text| fact(directory, words.event_times(), Some(text), origin("times")));
    let data_date = directory.network.data_date;
    let state = match event.state {
        EventState::Planned if event.has_ended(data_date.day_range().0) => words.events_passed(),
        state => words.state_of_event(state),
    };
    let state = view! { <b>{state}</b> };
    let place = place(directory, event).map(|place| {
        let venue = details.venue.as_deref();
        let venue = venue.map(|venue| localized(directory.translated(venue)));
        let venue = venue.map(|venue| view! { <span class="fact__detail">{venue}</span> });
        // A list of cities gives the position, and does not say that it was there.
        let doubt = unconfirmed(directory, &details.provenance.record);
        view! { <b>{place}</b>" "{venue}{doubt} }
    });
    let hosts = (!event.hosts.is_empty()).then(|| states(directory, &event.hosts));
    let organ = event.organ.map(|organ| {
        let name = localized(directory.localized(&directory.network[organ].names));
        fact(directory, words.event_organ(), Some(name), origin("organ"))
    });
    view! {
        <dl class="key-facts">
            {fact(directory, words.event_dates(), Some(days), days_origin)}
            {times}
            {fact(directory, words.event_state_name(), Some(state), origin("state"))}
            {fact(directory, words.event_place(), place, origin("place"))}
            {fact(directory, words.event_host(), hosts, origin("hosts"))}
            {organ}
        </dl>
    }
    .into_any()
}

/// From when to when of the day, by the clocks of the place.
fn times(directory: &'static Directory, details: &EventDetails) -> Option<String> {
    let words = &directory.catalogue;
    let times = details.times.as_ref()?;
    let clock = |(hour, minute): (u8, u8)| format!("{hour:02}:{minute:02}");
    let start = clock(times.start);
    Some(match times.end {
        Some(end) => words.event_clock_range(&start, &clock(end), &times.zone),
        None => words.event_clock(&start, &times.zone),
    })
}

/// The names of states, those of members as links to their pages.
fn states(directory: &'static Directory, states: &[StateIdx]) -> Vec<AnyView> {
    let here = use_here();
    let mut parts = Vec::new();
    for state_idx in states {
        if !parts.is_empty() {
            parts.push(directory.catalogue.list_separator().into_any());
        }
        parts.push(state(directory, here, *state_idx));
    }
    parts
}

fn state(directory: &'static Directory, here: Here, state: StateIdx) -> AnyView {
    let name = localized(directory.localized(directory.names_of(state)));
    let StateIdx::Member(member) = state else {
        return name;
    };
    let href = here.to(Page::Member(&directory[member]), &Query::default());
    view! { <a href=href>{name}</a> }.into_any()
}

/// What it was about: theme, summary, who took part, documents, remarks.
fn record(directory: &'static Directory, event: &'static Event) -> AnyView {
    let words = &directory.catalogue;
    let details = &event.details;
    let text = |text: &'static String| localized(directory.translated(text));
    let texts = |texts: &'static [String]| {
        let items = texts.iter().map(|one| view! { <li>{text(one)}</li> });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| view! { <ul class="notes">{items}</ul> }.into_any())
    };
    // What is to be known of a field alone, beside the sources of the whole.
    let note = |field: &str, heading: &'static str| {
        let provenance = &details.provenance;
        let note = provenance
            .has(field)
            .then(|| source_note(directory, provenance.origin_of(field), heading));
        note.map(|note| view! { <div>{note}</div> })
    };
    let theme = event.theme.as_ref();
    let theme = theme.map(|theme| view! { <p class="event-page__theme">{text(theme)}</p> });
    let summary = details.summary.as_ref();
    let summary = summary.map(|summary| view! { <p>{text(summary)}</p> });
    let organisers = texts(&details.organisers);
    let organisers = organisers.map(|list| (list, note("organisers", words.event_organisers())));
    let participants = details.participants.as_ref();
    let participants = participants.map(|who| {
        let note = note("participants", words.event_participants());
        view! { <p>{text(who)}</p>{note} }
    });
    let concerned = (!event.concerned.is_empty()).then(|| {
        let states = states(directory, &event.concerned);
        view! { <p>{states}</p> }
    });
    view! {
        <div>
            {section(words.event_theme(), theme)}
            {section(words.event_summary(), summary)}
            {section(words.event_organisers(), organisers)}
            {section(words.event_participants(), participants)}
            {section(words.event_concerned(), concerned)}
            {section(words.event_documents(), texts(&details.documents))}
            {section(words.event_notes(), texts(&details.notes))}
        </div>
    }
    .into_any()
}

/// What there is under a heading; nothing where there is nothing.
fn section(heading: &'static str, content: Option<impl IntoView + 'static>) -> Option<AnyView> {
    content.map(|content| view! { <section><h2>{heading}</h2>{content}</section> }.into_any())
}

/// The event for the reader's own calendar.
fn calendar(directory: &'static Directory, event: &'static Event) -> AnyView {
    let file_name = format!("{}.ics", event.id);
    view! {
        <p>
            <a class="button" href="event.ics" download=file_name>
                {Icon::Calendar.view()}
                {directory.catalogue.event_add()}
            </a>
        </p>
    }
    .into_any()
}

fn related(directory: &'static Directory, event: &'static Event) -> Option<AnyView> {
    let here = use_here();
    let words = &directory.catalogue;
    let ids = event.details.related.iter();
    let links = ids.filter_map(|id| directory.event(id)).map(|other| {
        let href = here.to(Page::Event(other), &Query::default());
        let title = directory.full_title(other);
        let dates = words.dates(other.start, other.end);
        view! {
            <li>
                {mark_of(&directory.network, other)}
                <p><a href=href>{title}</a>" "<small>{dates}</small></p>
            </li>
        }
    });
    let links: Vec<_> = links.collect();
    (!links.is_empty()).then(|| {
        view! {
            <section class="panel">
                <h2>{words.event_related()}</h2>
                <ul class="event-page__related">{links}</ul>
            </section>
        }
        .into_any()
    })
}

/// All sources of the record, with the days on which they were read.
fn sources(directory: &'static Directory, event: &'static Event) -> AnyView {
    let here = use_here();
    let words = &directory.catalogue;
    let record = &event.details.provenance.record;
    let sources = record.sources.iter().map(|source| &directory[*source]);
    let lines = sources.map(|source| {
        let citation = citation(directory, source, Some(link_to(here, source)));
        let read = words.data_retrieved(&words.date(source.retrieved));
        view! { <li>{citation}" "<small>{read}</small></li> }
    });
    let lines: Vec<_> = lines.collect();
    let as_of = record
        .as_of
        .map(|date| words.source_as_of(&words.date(date)));
    let as_of = as_of.map(|text| view! { <p class="panel__foot">{text}</p> });
    view! {
        <section class="panel">
            <h2>{words.event_sources()}</h2>
            <ul class="memberships">{lines}</ul>
            {as_of}
        </section>
    }
    .into_any()
}
