//! An event.

use directory::facets::FacetId;
use directory::model::{Event, EventState, Origin, StateIdx};
use directory::{Directory, Query};

use crate::address::Page;
use crate::components::event_mark::mark_of;
use crate::components::icon::Icon;
use crate::components::lang_name::localized;
use crate::components::visually_hidden::visually_hidden;
use crate::documents::fact::fact;
use crate::documents::locator_map::place_locator;
use crate::documents::source_note::{citation, link_to, source_note, unconfirmed};
use crate::head::describe;
use crate::markup::{Element, Markup, el};
use crate::navigation::{Here, use_here};

/// `/events/{id}/`: written when the site is published.
pub fn event_page(directory: &'static Directory, event: &'static Event) -> Markup {
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

    let kind = &directory.network[event.kind];
    let line = el("p")
        .class("event-page__kind")
        .child(mark_of(&directory.network, event))
        .child(localized(directory.localized(&kind.names)));
    let text = el("div")
        .child(line)
        .child(el("h1").child(localized(directory.title_of(event))))
        .child(
            el("p")
                .class("lead")
                .child(directory.place_of(event))
                .child(" · ")
                .child(dates),
        )
        .child(facts(directory, event));
    let head = el("header")
        .class("member-page__head")
        .child(text)
        .children(place_locator(directory, event));
    let aside = el("aside")
        .attr("aria-label", words.event_sources())
        .child(calendar(directory, event))
        .children(related(directory, event))
        .child(sources(directory, event));
    let body = el("div")
        .class("member-page__body")
        .child(record(directory, event))
        .child(aside);
    el("article")
        .class("page member-page event-page")
        .key(event.id.as_str())
        .child(steps(directory, event))
        .child(head)
        .child(body)
        .into()
}

/// The way back, and to the events before and after in the series.
fn steps(directory: &'static Directory, event: &'static Event) -> Element {
    let here = use_here();
    let words = &directory.catalogue;
    let kind = &directory.network[event.kind];
    let crumb = |query: Query, name: Markup| {
        let link = el("a").href(here.to(Page::Events, &query));
        el("li").child(link.child(name))
    };
    let of_kind = Query::default().with_toggled(directory, FacetId::Type, &kind.id);
    let crumbs = el("ol")
        .child(crumb(Query::default(), words.events_title().into()))
        .child(crumb(of_kind, localized(directory.localized(&kind.names))));
    let step = |event: &'static Event, rel: &'static str, text: &'static str| {
        let link = el("a")
            .class("pager__step")
            .href(here.to(Page::Event(event), &Query::default()))
            .attr("rel", rel);
        (
            link,
            el("span")
                .child(visually_hidden(text))
                .child(directory.full_title(event)),
        )
    };
    let (before, after) = directory.neighbours_in_series(event);
    let before = before.map(|before| {
        let (link, name) = step(before, "prev", words.event_before());
        link.child(Icon::Back.view()).child(name)
    });
    let after = after.map(|after| {
        let (link, name) = step(after, "next", words.event_after());
        link.child(name).child(Icon::Forward.view())
    });
    el("div")
        .class("pager")
        .child(
            el("nav")
                .class("breadcrumbs")
                .attr("aria-label", words.member_breadcrumbs())
                .child(crumbs),
        )
        .child(
            el("nav")
                .class("pager__around")
                .attr("aria-label", words.event_series())
                .children(before)
                .children(after),
        )
}

/// Days, state, place, hosts and organ, each with its source.
fn facts(directory: &'static Directory, event: &'static Event) -> Element {
    let words = &directory.catalogue;
    let details = &event.details;
    let origin = |field: &str| -> &'static Origin { details.provenance.origin_of(field) };
    let days = words.dates(event.start, event.end);
    let days = vec![el("b").child(days).into()];
    // Where only the end is told in two ways, that is what a reader must see.
    let days_origin = if origin("end").also.is_empty() {
        origin("start")
    } else {
        origin("end")
    };
    let times = details.times.as_ref().map(|times| {
        let clock = |(hour, minute): (u8, u8)| format!("{hour:02}:{minute:02}");
        let start = clock(times.start);
        let text = match times.end {
            Some(end) => words.event_clock_range(&start, &clock(end), &times.zone),
            None => words.event_clock(&start, &times.zone),
        };
        fact(
            directory,
            words.event_times(),
            Some(vec![text.into()]),
            origin("times"),
        )
    });
    let data_date = directory.network.data_date;
    let state = match event.state {
        EventState::Planned if event.has_ended(data_date.day_range().0) => words.events_passed(),
        state => words.state_of_event(state),
    };
    let place = directory.place_of(event);
    let place = (!place.is_empty()).then(|| {
        let venue = details.venue.as_deref();
        let venue = venue.map(|venue| {
            el("span")
                .class("fact__detail")
                .child(localized(directory.translated(venue)))
        });
        // A list of cities gives the position, and does not say that it was there.
        let doubt = unconfirmed(directory, &details.provenance.record);
        vec![
            el("b").child(place).into(),
            " ".into(),
            venue.into(),
            doubt.into(),
        ]
    });
    let hosts = (!event.hosts.is_empty()).then(|| states(directory, &event.hosts));
    let organ = event.organ.map(|organ| {
        let names = &directory.network[organ].names;
        let name = localized(directory.localized(names));
        fact(
            directory,
            words.event_organ(),
            Some(vec![name]),
            origin("organ"),
        )
    });
    el("dl")
        .class("key-facts")
        .child(fact(
            directory,
            words.event_dates(),
            Some(days),
            days_origin,
        ))
        .children(times)
        .child(fact(
            directory,
            words.event_state_name(),
            Some(vec![el("b").child(state).into()]),
            origin("state"),
        ))
        .child(fact(directory, words.event_place(), place, origin("place")))
        .child(fact(directory, words.event_host(), hosts, origin("hosts")))
        .children(organ)
}

/// The names of states, those of members as links to their pages.
fn states(directory: &'static Directory, states: &[StateIdx]) -> Vec<Markup> {
    let here = use_here();
    let mut parts: Vec<Markup> = Vec::new();
    for state_idx in states {
        if !parts.is_empty() {
            parts.push(directory.catalogue.list_separator().into());
        }
        parts.push(state(directory, here, *state_idx));
    }
    parts
}

fn state(directory: &'static Directory, here: Here, state: StateIdx) -> Markup {
    let name = localized(directory.localized(directory.names_of(state)));
    let StateIdx::Member(member) = state else {
        return name;
    };
    let page = Page::Member(&directory[member]);
    let link = el("a").href(here.to(page, &Query::default()));
    link.child(name).into()
}

/// What it was about: theme, summary, who took part, documents, remarks.
fn record(directory: &'static Directory, event: &'static Event) -> Element {
    let words = &directory.catalogue;
    let details = &event.details;
    let section = |heading: &'static str, content: Element| {
        el("section").child(el("h2").child(heading)).child(content)
    };
    let text = |text: &'static String| el("p").child(localized(directory.translated(text)));
    let texts = |texts: &'static [String]| {
        let items = texts.iter();
        let items = items.map(|text| el("li").child(localized(directory.translated(text))));
        el("ul").class("notes").children(items)
    };
    let theme = event.theme.as_ref().map(|theme| {
        let quote = el("p").class("event-page__theme");
        section(
            words.event_theme(),
            quote.child(localized(directory.translated(theme))),
        )
    });
    let summary = details.summary.as_ref();
    let summary = summary.map(|summary| section(words.event_summary(), text(summary)));
    // With what is to be known of that alone, beside the sources of the whole.
    let sourced = |field: &str, heading: &'static str, content: Element| {
        let provenance = &details.provenance;
        let note = provenance.has(field).then(|| {
            let note = source_note(directory, provenance.origin_of(field), heading);
            el("div").children(note)
        });
        section(heading, content).children(note)
    };
    let organisers = (!details.organisers.is_empty()).then(|| {
        let organisers = texts(&details.organisers);
        sourced("organisers", words.event_organisers(), organisers)
    });
    let participants = details.participants.as_ref();
    let participants =
        participants.map(|who| sourced("participants", words.event_participants(), text(who)));
    let concerned = (!event.concerned.is_empty()).then(|| {
        let states = el("p").children(states(directory, &event.concerned));
        section(words.event_concerned(), states)
    });
    let documents = (!details.documents.is_empty())
        .then(|| section(words.event_documents(), texts(&details.documents)));
    let notes =
        (!details.notes.is_empty()).then(|| section(words.event_notes(), texts(&details.notes)));
    el("div")
        .children(theme)
        .children(summary)
        .children(organisers)
        .children(participants)
        .children(concerned)
        .children(documents)
        .children(notes)
}

/// The event for the reader's own calendar.
fn calendar(directory: &'static Directory, event: &'static Event) -> Element {
    let link = el("a")
        .class("button")
        .href("event.ics")
        .attr("download", format!("{}.ics", event.id))
        .child(Icon::Calendar.view())
        .child(directory.catalogue.event_add());
    el("p").child(link)
}

fn related(directory: &'static Directory, event: &'static Event) -> Option<Element> {
    let here = use_here();
    let words = &directory.catalogue;
    let ids = event.details.related.iter();
    let links = ids.filter_map(|id| directory.event(id)).map(|other| {
        let link = el("a").href(here.to(Page::Event(other), &Query::default()));
        el("li").child(mark_of(&directory.network, other)).child(
            el("p")
                .child(link.child(directory.full_title(other)))
                .child(" ")
                .child(el("small").child(words.dates(other.start, other.end))),
        )
    });
    let links: Vec<_> = links.collect();
    (!links.is_empty()).then(|| {
        el("section")
            .class("panel")
            .child(el("h2").child(words.event_related()))
            .child(el("ul").class("event-page__related").children(links))
    })
}

/// All sources of the record, with the days on which they were read.
fn sources(directory: &'static Directory, event: &'static Event) -> Element {
    let here = use_here();
    let words = &directory.catalogue;
    let record = &event.details.provenance.record;
    let sources = record.sources.iter().map(|source| &directory[*source]);
    let lines = sources.map(|source| {
        let link = el("a").href(link_to(here, source));
        let read = words.data_retrieved(&words.date(source.retrieved));
        el("li")
            .child(citation(directory, source, Some(link)))
            .child(" ")
            .child(el("small").child(read))
    });
    let as_of = record
        .as_of
        .map(|date| words.source_as_of(&words.date(date)));
    el("section")
        .class("panel")
        .child(el("h2").child(words.event_sources()))
        .child(el("ul").class("memberships").children(lines))
        .children(as_of.map(|text| el("p").class("panel__foot").child(text)))
}
