//! Shows what was read, as pages do.

use directory::Directory;
use directory::Query;
use directory::chips::chips;
use directory::facet_counts::{event_facets, facets};
use directory::facets::{EVENT_FACETS, FacetContext, MEMBER_FACETS};
use directory::membership::{former_members, growth, past_year_of, years};
use directory::model::EventIdx;
use directory::results::{event_results, former_results, results, unknown_membership_count};
use directory::search::SearchIndex;
use directory::seats::{SeatChart, SeatCount};
use directory::sentence::{event_sentence, sentence};
use directory::snapshot::Part;
use directory::timeline::{Extent, Scale, Widths, density, layout_across, rows, ticks};
use unicode_normalization::UnicodeNormalization;

/// 2026-02-01.
const TODAY: i32 = 20_485;

/// As browsers give it to the search.
pub fn nfkd_lowercase(text: &str) -> String {
    text.nfkd().collect::<String>().to_lowercase()
}

/// Shows all that a directory holds, in several views.
pub fn walk(directory: &Directory) {
    let everything = Query::default();
    walk_query(directory, &everything);
    if let Some((first, last)) = years(directory) {
        for year in [first, last] {
            let year = Some(year);
            walk_query(
                directory,
                &Query {
                    year,
                    ..Query::default()
                },
            );
        }
    }
    assert!(growth(directory).len() < 10_000);
    let words = &directory.catalogue;
    let settings = directory.network.contacts;
    for member in &directory.members {
        for contact in &member.contacts {
            let shown = (
                contact.link(settings),
                contact.owners(words),
                contact.caution(words),
            );
            drop(shown);
            contact.is_stale(settings, TODAY);
        }
        editing::correction_form::lines(directory, member);
        let chambers = member
            .parliament
            .iter()
            .flat_map(|parliament| &parliament.chambers);
        for chamber in chambers {
            SeatCount::from_chamber(chamber).map(SeatChart::new);
        }
    }
    for event in &directory.events {
        words.dates(event.start, event.end);
        directory.localized(&event.titles);
    }
    let search = SearchIndex::of_members(directory, nfkd_lowercase);
    search.search("republic of a");
    SearchIndex::of_events(directory, nfkd_lowercase).search("meting");
    SearchIndex::of_former_members(directory, nfkd_lowercase).search("old");
}

/// Shows what a query asks for.
pub fn walk_query(directory: &Directory, query: &Query) {
    let context = FacetContext {
        directory,
        today: TODAY,
    };
    let shown = results(&context, query, None);
    let former = past_year_of(directory, query).map(|year| former_members(directory, year));
    let former = former_results(&context, query, former.unwrap_or_default());
    unknown_membership_count(&context, query, None);
    for part in [None, Some(Part::Contacts)] {
        facets(&context, query, None, &former, part);
    }
    sentence(directory, query, shown.len());
    chips(directory, query, &MEMBER_FACETS);
    let events = event_results(&context, query, None);
    event_facets(&context, query, None);
    event_sentence(directory, query, events.len());
    chips(directory, query, &EVENT_FACETS);
    let extent = Extent::new(directory, TODAY);
    let span = extent.clamped(query.span);
    assert!(span.from < span.to, "{span:?} is no span");
    let scale = Scale {
        span,
        length: 800.0,
    };
    ticks(&directory.catalogue, &scale);
    density(directory, &events, extent.whole);
    let home = Scale {
        span: extent.home,
        ..scale
    };
    let lanes = rows(directory, &events, &home);
    let widths = Widths {
        letter: 7.0,
        cjk: 14.0,
    };
    let label = |event: EventIdx| {
        let title = directory.localized(&directory[event].titles).text;
        [title.to_string(), String::new()]
    };
    layout_across(directory, &events, &scale, &lanes, widths, &label);
}
