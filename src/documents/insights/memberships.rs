//! To which other organisations the parliaments belong.

use directory::facets::FacetId;
use leptos::prelude::*;

use super::{Counted, part_of};
use crate::documents::charts::{Figure, Table, TableRow, bar_cell, figure_of_facts};
use crate::documents::no_translate::no_translate;

pub const ID: &str = "memberships";

/// Regions down, organisations across.
pub fn memberships(counted: &Counted) -> Option<AnyView> {
    let words = counted.words;
    let title = words.insights_memberships();
    let facet = FacetId::Belongs;
    let organisations = counted.values(facet);
    let rows = counted.by_region().into_iter().map(|named| {
        let whole = named.group.count();
        let cells = organisations.iter().map(|organisation| {
            let choices = [(facet, organisation.as_str())];
            let group = named.group.narrowed(&counted.context, &choices);
            if group.count() == 0 {
                return ().into_any();
            }
            bar_cell(counted.count(&group), part_of(group.count(), whole))
        });
        let cells: Vec<_> = cells.collect();
        TableRow {
            name: named.name.into_any(),
            cells: [counted.count(&named.group)]
                .into_iter()
                .chain(cells)
                .collect(),
        }
    });
    // Abbreviations are the same in every language.
    let heads = organisations.iter();
    let heads = heads.map(|one| no_translate(counted.name(facet, one)));
    let table = Table {
        caption: title.to_owned(),
        heads: [words.insights_group(), words.insights_counted()]
            .into_iter()
            .map(IntoAny::into_any)
            .chain(heads)
            .collect(),
        rows: rows.collect(),
    };
    let of = |organisation: &String| counted.narrowed(&[(facet, organisation)]).count();
    let most = organisations
        .iter()
        .max_by_key(|organisation| of(organisation));
    let text = most.map(|most| {
        words.insights_memberships_text(&counted.name(facet, most), &words.number(of(most)))
    });
    let members = counted.members.each(counted.directory);
    let origins = members.flat_map(|member| {
        let memberships = member.memberships.iter();
        memberships.map(|membership| &membership.origin)
    });
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
