//! How many chambers the parliaments have, by region.

use directory::facets::{FacetId, STRUCTURE_GROUPS};
use leptos::prelude::*;

use super::Counted;
use crate::documents::charts::{Bar, Bars, Figure, Table, TableRow, bars, figure_of_facts};

pub const ID: &str = "structures";

/// The structures of each region, one behind the other.
pub fn structures(counted: &Counted) -> Option<AnyView> {
    let words = counted.words;
    let title = words.insights_structures();
    let facet = FacetId::Structure;
    let values = STRUCTURE_GROUPS.iter().map(|(value, _)| *value);
    let values: Vec<&str> = values.collect();
    let names: Vec<String> = values
        .iter()
        .map(|value| counted.name(facet, value))
        .collect();
    let rows = counted.by_region().into_iter().map(|named| {
        let groups = values
            .iter()
            .map(|value| named.group.narrowed(&counted.context, &[(facet, *value)]));
        let groups: Vec<_> = groups.collect();
        (named, groups)
    });
    let rows: Vec<_> = rows.collect();
    let bars_of = rows.iter().map(|(named, groups)| {
        let numbers = groups.iter().map(|group| words.number(group.count()));
        let numbers: Vec<String> = numbers.collect();
        let parts = groups.iter().enumerate().filter_map(|(place, group)| {
            let name = words.list_noted(&named.name, &names[place]);
            counted.part(group, &name, format!("shade--category-{}", place + 1))
        });
        Bar {
            name: named.name.clone(),
            value: numbers.join(" · "),
            parts: parts.collect(),
            mark: None,
        }
    });
    let picture = bars(
        words,
        Bars {
            label: title.to_owned(),
            unit: words.insights_unit_states().to_owned(),
            rows: bars_of.collect(),
        },
    );
    let keys = names.iter().enumerate().map(|(place, name)| {
        let class = format!("chart-key__part shade--category-{}", place + 1);
        view! { <span class=class>{name.clone()}</span> }
    });
    let keys: Vec<_> = keys.collect();
    let key = view! { <p class="chart-key" aria-hidden="true">{keys}</p> };
    let number = |place: usize| words.number(rows[0].1[place].count());
    let text = words.insights_structures_text(&number(0), &number(1), &number(2));
    let heads = [words.insights_group().to_owned()].into_iter();
    let table = Table {
        caption: title.to_owned(),
        heads: heads
            .chain(names.iter().cloned())
            .map(IntoAny::into_any)
            .collect(),
        rows: rows
            .iter()
            .map(|(named, groups)| TableRow {
                name: named.name.clone().into_any(),
                cells: groups.iter().map(|group| counted.count(group)).collect(),
            })
            .collect(),
    };
    let parliaments = counted.members.each(counted.directory);
    let parliaments = parliaments.filter_map(|member| member.parliament.as_ref());
    let origins = parliaments.map(|parliament| parliament.provenance.origin_of("structure"));
    figure_of_facts(
        counted.directory,
        Figure {
            id: ID,
            title,
            text: text.into_any(),
            picture: Some((key, picture).into_any()),
            is_folded: true,
            table,
            origins: origins.collect(),
        },
    )
}
