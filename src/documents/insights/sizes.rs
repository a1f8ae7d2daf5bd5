//! How many seats the parliaments have.

use std::collections::BTreeMap;

use directory::facets::{FacetId, UNKNOWN};
use directory::insights::{Rank, median, ranking};
use directory::model::{Member, Origin};
use leptos::prelude::*;

use super::Counted;
use crate::documents::charts::{Dot, DotRow, Dots, Figure, Table, TableRow, dots, figure_of_facts};

pub const SIZES: &str = "sizes";
pub const RANK: &str = "size-rank";

/// Every parliament as a dot, by region.
pub fn sizes(counted: &Counted) -> Option<AnyView> {
    let words = counted.words;
    let title = words.insights_sizes();
    let groups = counted.by_region();
    // All together would be the same dots once more.
    let parts = groups.iter().filter(|named| named.group != counted.members);
    let rows = parts.map(|named| {
        let mut by_seats: BTreeMap<u32, usize> = BTreeMap::new();
        for seats in named
            .group
            .each(counted.directory)
            .filter_map(Member::seats)
        {
            *by_seats.entry(seats).or_default() += 1;
        }
        let dots = by_seats.into_iter().map(|(seats, count)| {
            let group = named
                .group
                .narrowed(&counted.context, &[(FacetId::Seats, &seats.to_string())]);
            let seats_in_words = words.list_row_seats(seats as usize);
            Dot {
                figure: f64::from(seats),
                count,
                link: counted.link(&group),
                name: words.list_named(&seats_in_words, &counted.names(&group.members)),
            }
        });
        DotRow {
            name: named.name.clone(),
            value: words.number(named.group.narrowed(&counted.context, &KNOWN).count()),
            class: named.class.clone(),
            dots: dots.collect(),
        }
    });
    let picture = dots(
        words,
        Dots {
            unit: words.insights_unit_seats().to_owned(),
            rows: rows.collect(),
        },
    );
    let classes = counted.values(FacetId::Seats);
    let rows = groups.iter().map(|named| {
        let cells = classes.iter().map(|value| {
            let choices = [(FacetId::Seats, value.as_str())];
            counted.count(&named.group.narrowed(&counted.context, &choices))
        });
        TableRow {
            name: named.name.clone().into_any(),
            cells: cells.collect(),
        }
    });
    let heads = classes
        .iter()
        .map(|value| counted.name(FacetId::Seats, value));
    let table = Table {
        caption: title.to_owned(),
        heads: [words.insights_group().to_owned()]
            .into_iter()
            .chain(heads)
            .map(IntoAny::into_any)
            .collect(),
        rows: rows.collect(),
    };
    figure_of_facts(
        counted.directory,
        Figure {
            id: SIZES,
            title,
            text: text(counted).into_any(),
            picture: Some(picture),
            is_folded: true,
            table,
            origins: origins(counted),
        },
    )
}

/// With any number of seats.
const KNOWN: [(FacetId, &str); 1] = [(FacetId::Seats, "0-")];

fn ranks(counted: &Counted) -> Vec<Rank> {
    let members = counted.members.members.iter();
    ranking(members.map(|member| {
        let seats = counted.directory[*member].seats();
        (*member, seats.map(f64::from))
    }))
}

/// The largest, the smallest and the one in the middle.
fn text(counted: &Counted) -> String {
    let words = counted.words;
    let ranks = ranks(counted);
    let (Some(first), Some(last), Some(median)) = (ranks.first(), ranks.last(), median(&ranks))
    else {
        return words.figure_none().to_owned();
    };
    let seats = |seats: f64| {
        // Between two whole numbers there may be a half.
        let places = u32::from(seats.fract() > 0.0);
        words.decimal(seats, places)
    };
    let sharing = |with: &Rank| {
        let same = ranks.iter().filter(|rank| rank.place == with.place);
        counted.names(&same.map(|rank| rank.member).collect::<Vec<_>>())
    };
    words.insights_sizes_text(
        &sharing(first),
        &seats(first.figure),
        &sharing(last),
        &seats(last.figure),
        &seats(median),
    )
}

/// All members by their seats.
pub fn rank(counted: &Counted) -> Option<AnyView> {
    let words = counted.words;
    let directory = counted.directory;
    let table = counted.rank_table(
        words.insights_size_rank(),
        &[words.table_seats(), words.table_structure()],
        &ranks(counted),
        |rank| {
            let member = &directory[rank.member];
            let structure = member.parliament.as_ref();
            let structure = structure.map(|parliament| words.structure(parliament.structure));
            vec![
                words.decimal(rank.figure, 0).into_any(),
                structure.into_any(),
            ]
        },
    );
    let unranked = counted.narrowed(&[(FacetId::Seats, UNKNOWN)]);
    figure_of_facts(
        directory,
        Figure {
            id: RANK,
            title: words.insights_size_rank(),
            text: counted.rank_note(&unranked),
            picture: None,
            is_folded: true,
            table,
            origins: origins(counted),
        },
    )
}

fn origins(counted: &Counted) -> Vec<&'static Origin> {
    let known = counted.narrowed(&KNOWN);
    let parliaments = known
        .each(counted.directory)
        .filter_map(|one| one.parliament.as_ref());
    let chambers = parliaments.flat_map(|parliament| &parliament.chambers);
    chambers
        .map(|chamber| chamber.provenance.origin_of("seats"))
        .collect()
}
