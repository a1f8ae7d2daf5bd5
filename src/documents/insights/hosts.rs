//! In which regions meetings took place, decade by decade.

use directory::Query;
use directory::facets::FacetId;
use directory::model::EventState;
use directory::results::event_results;
use directory::vocabulary::{EVENT_STATE, as_str};
use leptos::prelude::*;

use super::{Counted, part_of};
use crate::address::Page;
use crate::documents::charts::{Figure, Table, TableRow, bar_cell, figure_of_facts};

pub const ID: &str = "hosts";

/// Regions down, decades across; events that were held.
pub fn hosts(counted: &Counted) -> Option<AnyView> {
    let words = counted.words;
    let title = words.insights_hosts();
    let mut decades = counted.values(FacetId::Period);
    decades.reverse();
    let regions = counted.values(FacetId::Region);
    let cell = |region: Option<&String>, decade: Option<&String>| {
        let mut query = Query::default();
        query
            .filters
            .choose(FacetId::State, as_str(EVENT_STATE, &EventState::Held));
        if let Some(region) = region {
            query.filters.choose(FacetId::Region, region);
        }
        if let Some(decade) = decade {
            query.filters.choose(FacetId::Period, decade);
        }
        let count = event_results(&counted.context, &query, None).len();
        (count, counted.here.to(Page::Events, &query))
    };
    let (whole, _) = cell(None, None);
    let row = |name: String, region: Option<&String>| {
        let cells = decades.iter().map(|decade| {
            let (count, link) = cell(region, Some(decade));
            let number = counted.linked_number(count, link);
            let (of_decade, _) = cell(None, Some(decade));
            bar_cell(number, part_of(count, of_decade))
        });
        let (count, link) = cell(region, None);
        let total = counted.linked_number(count, link);
        TableRow {
            name: name.into_any(),
            cells: cells.chain([total]).collect(),
        }
    };
    let rows = regions.iter().map(|region| {
        let name = counted.name(FacetId::Region, region);
        row(name, Some(region))
    });
    let total = row(words.insights_total().to_owned(), None);
    let heads = decades
        .iter()
        .map(|decade| counted.name(FacetId::Period, decade));
    let table = Table {
        caption: title.to_owned(),
        heads: [words.table_region().to_owned()]
            .into_iter()
            .chain(heads)
            .chain([words.insights_total().to_owned()])
            .map(IntoAny::into_any)
            .collect(),
        rows: rows.chain([total]).collect(),
    };
    let of = |region: &String| cell(Some(region), None).0;
    let most = regions.iter().max_by_key(|region| of(region));
    let inside: usize = regions.iter().map(of).sum();
    let text = most.map(|most| {
        words.insights_hosts_text(
            &words.number(whole),
            &counted.name(FacetId::Region, most),
            &words.number(of(most)),
            &words.number(whole - inside),
        )
    });
    let events = counted.directory.events.iter();
    let placed = events.filter(|event| event.country.is_some());
    let origins = placed.map(|event| &event.details.provenance.record);
    figure_of_facts(
        counted.directory,
        Figure {
            id: ID,
            title,
            text: text.unwrap_or_default().into_any(),
            picture: None,
            is_folded: false,
            table,
            origins: origins.collect(),
        },
    )
}
