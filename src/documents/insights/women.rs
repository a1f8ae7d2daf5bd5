//! The share of women: by region, by kind of chamber, spread and ranked.

use directory::facets::{FacetId, UNKNOWN};
use directory::insights::{Average, ChamberGroup, ranking};
use directory::model::{Chamber, ChamberKind, Origin};
use leptos::prelude::*;

use super::{Counted, NamedGroup, counts_figure, heads};
use crate::documents::charts::{
    Bar, BarPart, Bars, Figure, Table, TableRow, bars, figure_of_facts,
};

pub const REGIONS: &str = "women";
pub const CHAMBERS: &str = "women-by-chamber";
pub const SPREAD: &str = "women-spread";
pub const RANK: &str = "women-rank";

/// By region, of single and lower chambers.
pub fn by_region(counted: &Counted) -> Option<AnyView> {
    let words = counted.words;
    let averages = counted.by_region().into_iter().map(|named| {
        let average = Average::new(&counted.context, &named.group, ChamberGroup::First);
        (named, average)
    });
    let averages: Vec<_> = averages.collect();
    let all = &averages[0].1;
    // Observers are of no region.
    let mut regions: Vec<_> = averages[1..]
        .iter()
        .filter(|(named, _)| named.group.query != counted.observers.query)
        .filter_map(|(named, average)| Some((average.of_shares?, &named.name)))
        .collect();
    regions.sort_by(|one, other| one.0.total_cmp(&other.0));
    let text = match (&regions[..], all.of_shares, all.of_seats) {
        ([low, .., high], Some(of_shares), Some(of_seats)) => words.insights_women_text(
            &words.share(of_seats),
            &words.share(of_shares),
            high.1,
            &words.share(high.0),
            low.1,
            &words.share(low.0),
        ),
        _ => words.figure_none().to_owned(),
    };
    averages_figure(
        counted,
        REGIONS,
        words.insights_women(),
        text,
        averages,
        &[ChamberKind::Single, ChamberKind::Lower],
    )
}

/// By kind of chamber, and so by structure.
pub fn by_chamber(counted: &Counted) -> Option<AnyView> {
    let words = counted.words;
    let kinds = [
        (ChamberGroup::Single, ChamberKind::Single),
        (ChamberGroup::Lower, ChamberKind::Lower),
        (ChamberGroup::Upper, ChamberKind::Upper),
    ];
    let averages = kinds.map(|(chambers, kind)| {
        let named = NamedGroup {
            name: words.chamber_kind(kind).to_owned(),
            class: "shade--all".to_owned(),
            group: counted.members.clone(),
        };
        let average = Average::new(&counted.context, &named.group, chambers);
        (named, average)
    });
    let [singles, lowers, uppers] =
        [0, 1, 2].map(|place: usize| counted.share(averages[place].1.of_shares));
    let text = words.insights_chambers_text(&singles, &lowers, &uppers);
    averages_figure(
        counted,
        CHAMBERS,
        words.insights_chambers(),
        text,
        averages.into(),
        &kinds.map(|(_, kind)| kind),
    )
}

/// Averages as bars, with a line where that by seats lies.
fn averages_figure(
    counted: &Counted,
    id: &'static str,
    title: &str,
    text: String,
    averages: Vec<(NamedGroup, Average)>,
    kinds: &[ChamberKind],
) -> Option<AnyView> {
    let words = counted.words;
    let rows = averages.iter().map(|(named, average)| {
        let count = words.number(average.with_share.count());
        let value = words.list_noted(
            &counted.share(average.of_shares),
            &counted.share(average.of_seats),
        );
        let part = average.of_shares.map(|share| BarPart {
            size: share,
            class: named.class.clone(),
            link: counted.link(&average.with_share),
            name: words.list_named(
                &words.list_noted(
                    &named.name,
                    &words.list_named(words.insights_counted(), &count),
                ),
                &value,
            ),
            is_narrow: false,
        });
        Bar {
            name: named.name.clone(),
            value,
            parts: part.into_iter().collect(),
            mark: average.of_seats,
        }
    });
    let picture = bars(
        words,
        Bars {
            label: title.to_owned(),
            unit: words.insights_unit_share().to_owned(),
            rows: rows.collect(),
        },
    );
    let key = view! {
        <p class="chart-key" aria-hidden="true">
            <span class="chart-key__bar">{words.insights_of_shares()}</span>
            <span class="chart-key__mark">{words.insights_of_seats()}</span>
        </p>
    };
    let rows = averages.iter().map(|(named, average)| TableRow {
        name: named.name.clone().into_any(),
        cells: vec![
            counted.count(&average.with_share),
            counted.share(average.of_shares).into_any(),
            counted.share(average.of_seats).into_any(),
            words.number(average.with_seats).into_any(),
        ],
    });
    let table = Table {
        caption: title.to_owned(),
        heads: heads(&[
            words.insights_group(),
            words.insights_counted(),
            words.insights_of_shares(),
            words.insights_of_seats(),
            words.insights_with_seats(),
        ]),
        rows: rows.collect(),
    };
    figure_of_facts(
        counted.directory,
        Figure {
            id,
            title,
            text: text.into_any(),
            picture: Some((key, picture).into_any()),
            is_folded: true,
            table,
            origins: origins(counted, kinds),
        },
    )
}

/// How many have which share.
pub fn spread(counted: &Counted) -> Option<AnyView> {
    let words = counted.words;
    let facet = FacetId::Women;
    let classes = counted.values(facet).into_iter();
    let classes: Vec<_> = classes
        .map(|value| {
            let group = counted.narrowed(&[(facet, &value)]);
            (counted.name(facet, &value), group)
        })
        .collect();
    let known = counted.narrowed(&[(facet, "0-")]).count();
    let reached = counted.narrowed(&[(facet, "30-")]).count();
    let text = words.insights_spread_text(&words.number(reached), &words.number(known));
    let title = words.insights_spread();
    let share = words.sort_women();
    let origins = origins(counted, &[ChamberKind::Single, ChamberKind::Lower]);
    counts_figure(counted, SPREAD, (title, share), text, &classes, origins)
}

/// All members by their share.
pub fn rank(counted: &Counted) -> Option<AnyView> {
    let words = counted.words;
    let directory = counted.directory;
    let members = counted.members.members.iter();
    let ranks = ranking(members.map(|member| (*member, directory[*member].women_share())));
    let number = |number: Option<u32>| match number {
        Some(number) => words.number(number as usize).into_any(),
        None => words.insights_unknown().into_any(),
    };
    let table = counted.rank_table(
        words.insights_women_rank(),
        &[
            words.sort_women(),
            words.chamber_women(),
            words.sheet_filled(),
        ],
        &ranks,
        |rank| {
            let chamber = directory[rank.member].first_chamber();
            vec![
                words.share(rank.figure).into_any(),
                number(chamber.and_then(|chamber| chamber.women)),
                number(chamber.and_then(|chamber| chamber.filled)),
            ]
        },
    );
    let unranked = counted.narrowed(&[(FacetId::Women, UNKNOWN)]);
    figure_of_facts(
        directory,
        Figure {
            id: RANK,
            title: words.insights_women_rank(),
            text: counted.rank_note(&unranked),
            picture: None,
            is_folded: true,
            table,
            origins: origins(counted, &[ChamberKind::Single, ChamberKind::Lower]),
        },
    )
}

/// Where the shares in these chambers come from.
fn origins(counted: &Counted, kinds: &[ChamberKind]) -> Vec<&'static Origin> {
    let members = counted.members.each(counted.directory);
    let chambers = members.flat_map(|member| {
        let chambers = kinds.iter().filter_map(|kind| member.chamber(*kind));
        chambers.collect::<Vec<&Chamber>>()
    });
    let known = chambers.filter(|chamber| chamber.women_share.is_some());
    known
        .map(|chamber| chamber.provenance.origin_of("women_share"))
        .collect()
}
