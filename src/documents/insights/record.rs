//! What is on record of the members, and how old it is.

use directory::facets::{FacetId, record_fields};
use directory::insights::Group;
use leptos::prelude::*;

use super::{Counted, part_of};
use crate::documents::charts::{Bar, BarPart, Bars, Figure, Table, TableRow, bars, figure};

pub const ID: &str = "record";

/// Each field: how many have it on record, and inside that how many old.
#[expect(
    clippy::unnecessary_wraps,
    reason = "other sections may have nothing to show"
)]
pub fn record(counted: &Counted) -> Option<AnyView> {
    let words = counted.words;
    let title = words.insights_record();
    let whole = counted.members.count();
    let fields = record_fields(counted.directory).map(|(name, field)| {
        let of = |prefix: &str| counted.narrowed(&[(FacetId::Data, &format!("{prefix}{name}"))]);
        (
            field.label(counted.directory),
            [of(""), of("old-"), of("no-")],
        )
    });
    let fields: Vec<_> = fields.collect();
    let heads = [
        words.record_head_known(),
        words.record_head_old(),
        words.record_head_missing(),
    ];
    let rows = fields.iter().map(|(name, [known, old, _])| {
        let value = words.list_noted(&words.number(known.count()), &words.number(old.count()));
        let part = |group, state, class: &str| {
            counted.part(group, &words.list_noted(name, state), class.to_owned())
        };
        let old = part(old, heads[1], "shade--old").map(|part| BarPart {
            is_narrow: true,
            ..part
        });
        let parts = part(known, heads[0], "shade--all").into_iter().chain(old);
        Bar {
            name: name.clone(),
            value,
            parts: parts.collect(),
            mark: None,
        }
    });
    let picture = bars(
        words,
        Bars {
            label: title.to_owned(),
            unit: words.insights_unit_members().to_owned(),
            rows: rows.collect(),
        },
    );
    let rows = fields.iter().map(|(name, groups)| TableRow {
        name: name.clone().into_any(),
        cells: groups.iter().map(|group| counted.count(group)).collect(),
    });
    let table = Table {
        caption: title.to_owned(),
        heads: super::heads(&[&[words.sheet_field()], &heads[..]].concat()),
        rows: rows.collect(),
    };
    let share = |known: usize| words.share(part_of(known, whole) * 100.0);
    let by_count = |(_, groups): &&(String, [Group; 3])| groups[0].count();
    let best = fields.iter().max_by_key(by_count);
    let worst = fields.iter().min_by_key(by_count);
    let months = words.number(counted.directory.network.contacts.fresh_months.into());
    let best = best.filter(|(_, groups)| groups[0].count() > 0);
    let text = best.zip(worst).map(|(best, worst)| {
        words.insights_record_text(
            &best.0,
            &share(best.1[0].count()),
            &worst.0,
            &share(worst.1[0].count()),
            &months,
        )
    });
    Some(figure(
        counted.directory,
        Figure {
            id: ID,
            title,
            text: text
                .unwrap_or_else(|| words.figure_none().to_owned())
                .into_any(),
            picture: best.is_some().then_some(picture),
            is_folded: best.is_some(),
            table,
            origins: Vec::new(),
        },
    ))
}
