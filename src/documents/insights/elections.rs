//! The elections of the coming two years, month by month.

use directory::PartialDate;
use directory::facets::FacetId;
use directory::insights::Group;
use leptos::prelude::*;

use super::{Counted, heads};
use crate::documents::charts::{Figure, Table, TableRow, figure};

pub const ID: &str = "elections";

/// For how many months elections are shown.
const MONTHS: u16 = 24;

/// A calendar of months, from that of the data on.
pub fn elections(counted: &Counted) -> AnyView {
    let words = counted.words;
    let title = words.insights_elections();
    let first = counted.directory.network.data_date.to_month();
    let months = (0..MONTHS).map(|number| first.plus_months(number).to_month());
    let months: Vec<(PartialDate, Group)> = months
        .map(|month| (month, of_months(counted, &[month])))
        .collect();
    let all: Vec<PartialDate> = months.iter().map(|(month, _)| *month).collect();
    let coming = of_months(counted, &all);
    let past = counted.values(FacetId::Election).into_iter();
    let past = past.filter_map(|value| value.parse().ok());
    let past: Vec<PartialDate> = past.filter(|month| *month < first).collect();
    let past = of_months(counted, &past);
    let overdue = (!past.query.filters.any_in(FacetId::Election)).then_some(());
    let overdue = overdue.is_none().then(|| {
        view! {
            " "
            {words.insights_elections_past()}
            {counted.count(&past)}
        }
    });
    let text = words.insights_elections_text(coming.count(), &words.date(first));
    let cells = months.iter().map(|(month, group)| {
        let states = group.members.iter();
        let states = states.map(|member| view! { <li>{counted.state(*member)}</li> });
        let states: Vec<_> = states.collect();
        let name = words.date(*month);
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
    let rows = months.iter().filter(|(_, group)| group.count() > 0);
    let rows = rows.map(|(month, group)| TableRow {
        name: words.date(*month).into_any(),
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
    let parliaments = coming.each(counted.directory);
    let parliaments = parliaments.filter_map(|member| member.parliament.as_ref());
    let origins = parliaments.map(|parliament| parliament.provenance.origin_of("next_election"));
    figure(
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

/// The members whose next election is expected in one of these months.
fn of_months(counted: &Counted, months: &[PartialDate]) -> Group {
    let months: Vec<String> = months.iter().map(ToString::to_string).collect();
    let choices = months
        .iter()
        .map(|month| (FacetId::Election, month.as_str()));
    counted.narrowed(&choices.collect::<Vec<_>>())
}
