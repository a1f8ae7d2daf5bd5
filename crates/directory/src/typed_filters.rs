//! Filters that are typed among the words of the search box, such as
//! `region:africa seats:>200`: what they choose, and what helps to type them.
//!
//! A filter goes by the name of its parameter in an address or by what readers
//! call it; so does a value. Figures are compared as well.

mod range;

use crate::facets::{Facet, FacetContext, FacetId, FacetValue, Filters};
use crate::query::{Query, TypedFilter, kept, words};

/// What else a filter goes by: there is more to an event than its year, but
/// nothing else that chooses members.
const SHORT_NAMES: [(&str, FacetId); 1] = [("event", FacetId::EventYear)];

/// How many suggestions are given at most.
const SUGGESTIONS: usize = 12;

/// A value of a facet.
type Choice = (FacetId, String);

/// Whether the words of a search box hold a filter, or end with the name of one.
pub fn are_typed(query: &Query, facets: &[&Facet]) -> bool {
    let last = words(&query.words).last();
    let is_name = |word: &str| facets.iter().any(|facet| facet.parameter == word);
    query.typed_filters().next().is_some()
        || last.is_some_and(|(word, is_finished)| !is_finished && is_name(word))
}

/// Reads the filters that are typed on a page.
pub struct TypedFilters<'a> {
    /// What they are asked of.
    pub context: FacetContext<'a>,
    /// The facets of the page.
    pub facets: &'a [&'static Facet],
    /// Gives a text as it is compared, in lower case, letters apart from their
    /// marks.
    pub fold: &'a dyn Fn(&str) -> String,
}

/// What helps to type a filter.
#[derive(Debug, Clone, PartialEq)]
pub struct Help {
    /// What it is about, or what is wrong.
    pub text: String,
    /// Values as they may be typed.
    pub examples: &'static [&'static str],
    /// What may be meant, most likely first.
    pub suggestions: Vec<Suggestion>,
}

/// A filter that may be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// What readers call it, or how it is typed.
    pub label: String,
    /// What is asked for when it is taken.
    pub query: Query,
}

impl TypedFilters<'_> {
    /// The query with what is typed chosen, as far as it is understood: every
    /// filter that is finished, or all of them.
    pub fn chosen(&self, query: &Query, are_all_finished: bool) -> Query {
        let typed = query.typed_filters();
        let finished = typed.filter(|filter| filter.is_finished || are_all_finished);
        finished.fold(query.clone(), |chosen, filter| {
            let choices = self.facet(filter.name).and_then(|facet| {
                let values = values(filter.value);
                let choices: Option<Vec<_>> =
                    values.map(|value| self.values(facet, value)).collect();
                choices.map(|choices| choices.concat())
            });
            match choices {
                Some(choices) => self.with_choices(&without(&chosen, &filter), &choices),
                None => chosen,
            }
        })
    }

    /// What helps with the last filter that is being typed or is not understood.
    pub fn help(&self, query: &Query) -> Option<Help> {
        let catalogue = &self.context.directory.catalogue;
        let Some(filter) = query.typed_filters().last() else {
            let (last, _) = words(&query.words).last()?;
            return Some(Help {
                text: catalogue.typed_names().to_owned(),
                examples: &[],
                suggestions: vec![self.name_suggestion(query, last, self.facet(last)?)],
            });
        };
        let Some(facet) = self.facet(filter.name) else {
            return Some(Help {
                text: if filter.name.is_empty() {
                    catalogue.typed_names().to_owned()
                } else {
                    catalogue.typed_unknown_name(filter.name)
                },
                examples: &[],
                suggestions: self.names(query, &filter),
            });
        };
        let label = (facet.label)(self.context.directory);
        let value = values(filter.value).last().unwrap_or_default();
        Some(Help {
            // What is understood once it is finished is among the words no more.
            text: if filter.is_finished {
                catalogue.typed_unknown_value(value, &label)
            } else {
                catalogue.typed_takes(&label)
            },
            examples: range::examples(facet),
            suggestions: self.suggestions(query, &filter, facet, value),
        })
    }

    /// The facet that goes by this name: that of an address before what readers
    /// call one.
    fn facet(&self, name: &str) -> Option<&'static Facet> {
        let facets = || self.facets.iter().copied();
        if let Some((_, id)) = SHORT_NAMES.iter().find(|short| short.0 == name) {
            return facets().find(|facet| facet.id == *id);
        }
        let name = self.key(name);
        let goes_by = |name_of: fn([String; 2]) -> String| {
            facets().find(|facet| name_of(self.names_of(facet)) == name)
        };
        goes_by(|[parameter, _]| parameter).or_else(|| goes_by(|[_, label]| label))
    }

    /// What a facet goes by, as it is compared.
    fn names_of(&self, facet: &Facet) -> [String; 2] {
        let label = (facet.label)(self.context.directory);
        [self.key(facet.parameter), self.key(&label)]
    }

    /// Letters and digits alone, as they are compared.
    fn key(&self, text: &str) -> String {
        let folded = (self.fold)(text);
        folded
            .chars()
            .filter(|sign| sign.is_alphanumeric())
            .collect()
    }

    /// All values that a facet offers, those inside others too, with what readers
    /// call them.
    fn offered(&self, facet: &Facet) -> Vec<(FacetValue, String)> {
        let mut offered = Vec::new();
        let mut rest = (facet.menu().facet().values)(&self.context, &Filters::default());
        while !rest.is_empty() {
            let children = rest.iter().flat_map(|value| value.children.clone());
            let children = children.collect();
            offered.extend(rest);
            rest = children;
        }
        if facet.menu() != facet.id {
            offered.retain(|value| value.facet == facet.id);
        }
        let named = offered.into_iter().map(|value| {
            let name = (value.facet.facet().name)(self.context.directory, &value.value);
            (value, name)
        });
        named.collect()
    }

    /// What a typed value stands for: it is one as an address says it, or
    /// compares, or is the name of one or the beginning of one alone.
    fn values(&self, facet: &Facet, typed: &str) -> Option<Vec<Choice>> {
        let offered = self.offered(facet);
        if let Some((value, _)) = offered.iter().find(|(value, _)| value.value == typed) {
            return Some(vec![(value.facet, value.value.clone())]);
        }
        let ids: Vec<&str> = offered.iter().map(|one| one.0.value.as_str()).collect();
        if let Some(values) = range::values(facet, &ids, typed) {
            return Some(values.into_iter().map(|value| (facet.id, value)).collect());
        }
        let key = self.key(typed);
        let is_figure = |key: &str| key.starts_with(|sign: char| sign.is_ascii_digit());
        if key.is_empty() || range::compares(facet) && is_figure(&key) {
            return None;
        }
        // What no menu offers is known by its id alone.
        let is_known = (facet.behaviour.knows)(self.context.directory, typed);
        if offered.is_empty() && is_known && facet.allowed_values.accepts(typed) {
            return Some(vec![(facet.id, typed.to_owned())]);
        }
        let keys = offered.iter().map(|(value, name)| {
            let keys = [self.key(&value.value), self.key(name)];
            (value, keys)
        });
        let keys: Vec<_> = keys.collect();
        let exact = keys.iter().find(|(_, keys)| keys.contains(&key));
        let found = exact.or_else(|| {
            let begins = |keys: &[String; 2]| keys.iter().any(|own| own.starts_with(&key));
            let mut begun = keys.iter().filter(|(_, keys)| begins(keys));
            begun.next().filter(|_| begun.next().is_none())
        });
        found.map(|(value, _)| vec![(value.facet, value.value.clone())])
    }

    /// The query with these values chosen too.
    fn with_choices(&self, query: &Query, choices: &[Choice]) -> Query {
        choices.iter().fold(query.clone(), |query, (facet, value)| {
            if query.filters.contains(*facet, value) {
                query
            } else {
                query.with_toggled(self.context.directory, *facet, value)
            }
        })
    }

    /// The values of a facet that a text begins, in a word of theirs; all of them
    /// where it begins none.
    fn suggestions(
        &self,
        query: &Query,
        filter: &TypedFilter,
        facet: &Facet,
        typed: &str,
    ) -> Vec<Suggestion> {
        let key = self.key(typed);
        let rest = without(query, filter);
        let mut offered = self.offered(facet);
        offered.retain(|(value, _)| !rest.filters.contains(value.facet, &value.value));
        let begins = |(value, name): &(FacetValue, String)| {
            let mut words = name.split_whitespace().chain([name.as_str(), &value.value]);
            words.any(|word| self.key(word).starts_with(&key))
        };
        if offered.iter().any(begins) {
            offered.retain(begins);
        }
        let suggested = offered.into_iter().take(SUGGESTIONS);
        suggested
            .map(|(value, label)| Suggestion {
                label,
                query: self.with_choices(&rest, &[(value.facet, value.value)]),
            })
            .collect()
    }

    /// The names of filters that begin as one that there is not.
    fn names(&self, query: &Query, filter: &TypedFilter) -> Vec<Suggestion> {
        let key = self.key(filter.name);
        let common = |name: &String| {
            let signs = name.chars().zip(key.chars());
            signs.take_while(|(one, other)| one == other).count()
        };
        let facets = self.facets.iter();
        // One of two that are called alike is enough.
        let mut labels = Vec::new();
        let mut candidates = Vec::new();
        for facet in facets {
            let names = self.names_of(facet);
            if !labels.contains(&names[1]) {
                candidates.push((names.iter().map(common).max(), *facet));
            }
            labels.extend(names);
        }
        let most = candidates.iter().map(|one| one.0).max().flatten();
        let nearest = candidates.into_iter().filter(|one| one.0 == most);
        let suggestion = |(_, facet)| self.name_suggestion(query, filter.text, facet);
        nearest.map(suggestion).collect()
    }

    /// A name in the place of what was typed.
    fn name_suggestion(&self, query: &Query, typed: &str, facet: &Facet) -> Suggestion {
        let before = query.words.trim_end();
        let before = before.strip_suffix(typed).unwrap_or(before);
        Suggestion {
            label: (facet.label)(self.context.directory),
            query: query.with_words(&format!("{before}{}:", facet.parameter)),
        }
    }
}

/// The values of a typed filter, of which each may stand in quotation marks.
fn values(typed: &str) -> impl Iterator<Item = &str> {
    typed.split(',').map(|value| value.trim_matches('"').trim())
}

/// The query without a filter that was typed.
fn without(query: &Query, filter: &TypedFilter) -> Query {
    query.with_words(&kept(&query.words, |word| word != filter.text))
}

#[cfg(test)]
mod tests;
