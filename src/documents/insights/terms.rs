//! For how long and how single and lower chambers are elected.

use directory::facets::{FacetId, UNKNOWN};
use directory::insights::Group;
use leptos::prelude::*;

use super::{Counted, part_of};
use crate::documents::charts::{Figure, Table, TableRow, bar_cell, figure_of_facts};

pub const ID: &str = "terms";

/// Electoral systems down, terms across.
pub fn terms(counted: &Counted) -> Option<AnyView> {
    let words = counted.words;
    let title = words.insights_terms();
    let systems = groups(counted, FacetId::System);
    let terms = groups(counted, FacetId::Term);
    let whole = counted.members.count();
    let rows = systems.iter().map(|(system, of_system)| {
        let cells = terms.iter().map(|(term, _)| {
            let both = of_system.narrowed(&counted.context, &[(FacetId::Term, term)]);
            bar_cell(counted.count(&both), part_of(both.count(), whole))
        });
        TableRow {
            name: counted.name(FacetId::System, system).into_any(),
            cells: cells.chain([counted.count(of_system)]).collect(),
        }
    });
    let total = terms.iter().map(|(_, of_term)| counted.count(of_term));
    let total = TableRow {
        name: words.insights_total().into_any(),
        cells: total.chain([counted.count(&counted.members)]).collect(),
    };
    let heads = terms
        .iter()
        .map(|(term, _)| counted.name(FacetId::Term, term));
    let table = Table {
        caption: title.to_owned(),
        heads: [words.chamber_elected_by().to_owned()]
            .into_iter()
            .chain(heads)
            .chain([words.insights_total().to_owned()])
            .map(IntoAny::into_any)
            .collect(),
        rows: rows.chain([total]).collect(),
    };
    let text = match (most(&terms), most(&systems)) {
        (Some((term, of_term)), Some((system, of_system))) => words.insights_terms_text(
            &counted.name(FacetId::Term, term),
            &words.number(of_term.count()),
            &counted.name(FacetId::System, system),
            &words.number(of_system.count()),
        ),
        _ => words.figure_none().to_owned(),
    };
    let chambers = counted.members.each(counted.directory);
    let chambers = chambers.filter_map(|member| member.first_chamber());
    let origins = chambers.flat_map(|chamber| {
        let term = chamber.term.map(|_| "term");
        let system = chamber.electoral_system.map(|_| "electoral_system");
        let fields = term.into_iter().chain(system);
        fields.map(|field| chamber.provenance.origin_of(field))
    });
    figure_of_facts(
        counted.directory,
        Figure {
            id: ID,
            title,
            text: text.into_any(),
            picture: None,
            is_folded: false,
            table,
            origins: origins.collect(),
        },
    )
}

/// The values of a facet that some member has, with these.
fn groups(counted: &Counted, facet: FacetId) -> Vec<(String, Group)> {
    let values = counted.values(facet).into_iter();
    let groups = values.map(|value| {
        let group = counted.narrowed(&[(facet, &value)]);
        (value, group)
    });
    groups.filter(|(_, group)| group.count() > 0).collect()
}

/// The known value that most have.
fn most(groups: &[(String, Group)]) -> Option<&(String, Group)> {
    let known = groups.iter().filter(|(value, _)| value != UNKNOWN);
    known.max_by_key(|(_, group)| group.count())
}
