//! In which decade the members joined.

use directory::facets::FacetId;
use leptos::prelude::*;

use super::{Counted, counts_figure};

pub const ID: &str = "joined";

/// Members by decade.
pub fn joined(counted: &Counted) -> Option<AnyView> {
    let words = counted.words;
    let facet = FacetId::Joined;
    let values = counted.values(facet).into_iter().map(|value| {
        let group = counted.narrowed(&[(facet, &value)]);
        (counted.name(facet, &value), group)
    });
    let decades: Vec<_> = values.filter(|(_, group)| group.count() > 0).collect();
    let most = decades.iter().max_by_key(|(_, group)| group.count());
    let text = most.and_then(|(_, group)| {
        let member = group.each(counted.directory).next()?;
        let decade = words.decade(member.joined?.decade());
        Some(words.insights_joined_text(&decade, &words.number(group.count())))
    });
    let members = counted.members.each(counted.directory);
    let known = members.filter(|member| member.joined.is_some());
    let origins = known.map(|member| member.provenance.origin_of("joined"));
    counts_figure(
        counted,
        ID,
        (words.insights_joined(), words.table_joined()),
        text.unwrap_or_else(|| words.figure_none().to_owned()),
        &decades,
        origins.collect(),
    )
}
