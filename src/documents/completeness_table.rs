//! How many members have what on record, and how many of these are old.

use directory::facets::{FacetContext, FacetId, RecordField, record_fields};
use directory::results::results;
use directory::{Directory, Query};
use leptos::prelude::*;

use crate::Site;
use crate::address::Page;
use crate::components::lang_name::localized;
use crate::navigation::use_here;

/// A row for each field; for all members what is on record, old and missing, for
/// each region the first two. Each number leads to the list of those it counts.
pub fn completeness_table(site: &'static Site) -> AnyView {
    let directory = site.directory;
    let words = &directory.catalogue;
    let total = words.number(directory.members.len());
    let months = directory.network.contacts.fresh_months.into();
    let explained = words.record_of(months, &total, &words.date(directory.network.data_date));
    let regions = directory.network.regions.iter();
    let heads = regions.map(|region| {
        let name = localized(directory.localized(&region.names));
        view! {
            <th scope="colgroup" colspan="2">
                {name}
            </th>
        }
    });
    let heads: Vec<_> = heads.collect();
    let known = (words.record_head_known(), words.record_head_old());
    let sub_heads = heads.iter().flat_map(|_| [known.0, known.1]);
    let sub_heads = [known.0, known.1, words.record_head_missing()]
        .into_iter()
        .chain(sub_heads);
    let sub_heads: Vec<_> = sub_heads
        .map(|name| view! { <th scope="col">{name}</th> })
        .collect();
    let rows = record_fields(directory);
    let rows = rows.map(|(name, field)| row(directory, name, *field));
    let rows: Vec<_> = rows.collect();
    view! {
        <section id="completeness">
            <h2>{words.record_title()}</h2>
            <p>{explained}</p>
            <section class="completeness" tabindex="0" aria-label=words.record_title()>
                <table>
                    <thead>
                        <tr>
                            <td rowspan="2"></td>
                            <th scope="colgroup" colspan="3">
                                {words.record_all()}
                            </th>
                            {heads}
                        </tr>
                        <tr>{sub_heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        </section>
    }
    .into_any()
}

fn row(directory: &'static Directory, name: &str, field: RecordField) -> AnyView {
    let regions = directory.network.regions.iter();
    let regions = regions.map(|region| Some(region.id.as_str()));
    let cells = [None].into_iter().chain(regions).flat_map(|region| {
        let asked: &[&str] = match region {
            None => &["", "old-", "no-"],
            Some(_) => &["", "old-"],
        };
        asked.iter().map(move |prefix| {
            let mut query = Query::default();
            query
                .filters
                .choose(FacetId::Data, &format!("{prefix}{name}"));
            if let Some(region) = region {
                query.filters.choose(FacetId::Region, region);
            }
            count(directory, &query)
        })
    });
    let cells: Vec<_> = cells.collect();
    view! {
        <tr>
            <th scope="row">{field.label(directory)}</th>
            {cells}
        </tr>
    }
    .into_any()
}

/// How many a query shows, with a link to them.
fn count(directory: &'static Directory, query: &Query) -> AnyView {
    let context = FacetContext {
        directory,
        today: directory.network.data_date.day_range().1,
    };
    let number = results(&context, query, None).len();
    let number_in_words = directory.catalogue.number(number);
    let number = if number == 0 {
        number_in_words.into_any()
    } else {
        view! { <a href=use_here().to(Page::Directory, query)>{number_in_words}</a> }.into_any()
    };
    view! { <td>{number}</td> }.into_any()
}
