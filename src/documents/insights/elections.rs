//! The elections of the coming two years, month by month.

use directory::facets::FacetId;
use directory::insights::Group;
use directory::{PartialDate, SortedSet};
use leptos::prelude::*;

use super::{Counted, heads};
use crate::documents::charts::{Figure, Table, TableRow, figure_of_facts};

pub const ID: &str = "elections";

/// For how many months elections are shown.
const MONTHS: u16 = 24;

/// A calendar of months, from that of the data on.
pub fn elections(counted: &Counted) -> Option<AnyView> {
    let words = counted.words;
    let title = words.insights_elections();
    let first = counted.directory.network.data_date.to_month();
    let months = (0..MONTHS).map(|number| first.plus_months(number).to_month());
    let last = first.plus_months(MONTHS - 1);
    // Those known by the year alone stand before its months.
    let years = (first.year()..=last.year()).map(PartialDate::from_year);
    let dates: SortedSet<PartialDate> = months.chain(years).collect();
    let dates = dates
        .iter()
        .map(|date| (*date, of_dates(counted, &[*date])));
    let dates = dates.filter(|(date, group)| date.month().is_some() || group.count() > 0);
    let dates: Vec<(PartialDate, Group)> = dates.collect();
    let all: Vec<PartialDate> = dates.iter().map(|(date, _)| *date).collect();
    let coming = of_dates(counted, &all);
    let past = counted.values(FacetId::Election).into_iter();
    let past = past.filter_map(|value| value.parse().ok());
    let past: Vec<PartialDate> = past.filter(|date| first.is_surely_after(*date)).collect();
    let overdue = (!past.is_empty()).then(|| {
        view! {
            " "
            {words.insights_elections_past()}
            {counted.count(&of_dates(counted, &past))}
        }
    });
    let text = words.insights_elections_text(coming.count(), &words.date(first));
    let cells = dates.iter().map(|(date, group)| {
        let states = group.members.iter();
        let states = states.map(|member| view! { <li>{counted.state(*member)}</li> });
        let states: Vec<_> = states.collect();
        let name = words.date(*date);
        let head = if group.count() > 0 {
            view! { <a href=counted.link(group)>{name}</a> }.into_any()
        } else {
            name.into_any()
        };
        view! {
            <li>
                <h3>{head}</h3>
                <ul>{states}</ul>
            </li>
        }
    });
    let cells: Vec<_> = cells.collect();
    let rows = dates.iter().filter(|(_, group)| group.count() > 0);
    let rows = rows.map(|(date, group)| TableRow {
        name: words.date(*date).into_any(),
        cells: vec![
            counted.count(group),
            counted.names(&group.members).into_any(),
        ],
    });
    let table = Table {
        caption: title.to_owned(),
        heads: heads(&[
            words.fact_next_election(),
            words.insights_counted(),
            words.contacts_state(),
        ]),
        rows: rows.collect(),
    };
    let shown: Vec<PartialDate> = all.into_iter().chain(past).collect();
    let shown = of_dates(counted, &shown);
    let parliaments = shown.each(counted.directory);
    let parliaments = parliaments.filter_map(|member| member.parliament.as_ref());
    let origins = parliaments.map(|parliament| parliament.provenance.origin_of("next_election"));
    figure_of_facts(
        counted.directory,
        Figure {
            id: ID,
            title,
            text: (text, overdue).into_any(),
            picture: Some(view! { <ol class="months">{cells}</ol> }.into_any()),
            is_folded: true,
            table,
            origins: origins.collect(),
        },
    )
}

/// The members whose next election is expected at one of these months and years.
fn of_dates(counted: &Counted, dates: &[PartialDate]) -> Group {
    let dates: Vec<String> = dates.iter().map(ToString::to_string).collect();
    let choices = dates.iter().map(|date| (FacetId::Election, date.as_str()));
    counted.narrowed(&choices.collect::<Vec<_>>())
}
