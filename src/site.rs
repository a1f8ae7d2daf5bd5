//! What every page is made from: the directory, its search, and what is
//! missing of them.

use std::sync::{Arc, OnceLock};

use directory::facet_counts::{CountedFacets, event_facets, facets};
use directory::facets::FacetContext;
use directory::membership::{former_members, past_year_of};
use directory::model::{EventIdx, FormerMemberIdx, MemberIdx};
use directory::results::{event_results, former_results, left_out, results};
use directory::search::{Hit, SearchIndex};
use directory::snapshot::Part;
use directory::timeline::EventWords;
use directory::words::Tongue;
use directory::{Directory, Query};

use crate::prelude::*;

/// Loaded once; lives as long as the page.
pub struct Site {
    /// Everything that could be read.
    pub directory: &'static Directory,
    /// The search over it.
    pub search: SearchIndex<'static>,
    /// The languages in which there is a site, the network's own first.
    pub languages: Vec<Tongue>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    decompose: fn(&str) -> String,
    event_words: OnceLock<EventWords>,
    /// How many parts of the snapshot have come since the page was shown.
    parts_come: ArcRwSignal<u32>,
}

/// A part of the data that the reader has to do without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Says so.
    pub sentence: String,
    /// What helps those who keep the site, in English.
    pub detail: Option<String>,
}

/// The members that a query shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Results {
    /// In the order shown.
    pub members: Vec<MemberIdx>,
    /// The same, in the order of [`Directory::members`].
    pub shown: Vec<MemberIdx>,
    /// Why each was found; empty while there are no words.
    pub hits: Vec<Hit>,
    /// Former members, by name; for a past year alone.
    pub former: Vec<FormerMemberIdx>,
    /// The past year, if one is asked for.
    pub past_year: Option<u16>,
    /// How many are not shown since it is not known whether they belonged.
    pub left_out: usize,
}

/// The events that a query shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EventResults {
    /// In the order of time.
    pub events: Vec<EventIdx>,
}

impl Site {
    /// A site over `directory`, which must live as long as the page;
    /// `decompose` gives Unicode NFKD.
    pub fn new(
        directory: &'static Directory,
        decompose: fn(&str) -> String,
        languages: Vec<Tongue>,
        problems: Vec<Problem>,
    ) -> Self {
        Self {
            directory,
            languages,
            search: SearchIndex::of(directory, decompose),
            problems,
            decompose,
            event_words: OnceLock::new(),
            parts_come: ArcRwSignal::new(0),
        }
    }

    /// Has what is being drawn drawn again when a further part of the snapshot
    /// comes.
    pub fn follow_parts(&self) {
        self.parts_come.track();
    }

    /// Does `act` once a part of the snapshot has come, told what keeps it away
    /// if it does not come.
    #[cfg(target_arch = "wasm32")]
    pub fn with_part(&'static self, part: Part, act: impl FnOnce(Result<(), Problem>) + 'static) {
        wasm_bindgen_futures::spawn_local(async move { act(self.ensure(part).await) });
    }

    /// Natively all parts are there.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn with_part(&'static self, _: Part, act: impl FnOnce(Result<(), Problem>) + 'static) {
        act(Ok(()));
    }

    /// Tells all that follow the parts that one has come.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn part_has_come(&self) {
        self.parts_come.update(|count| *count += 1);
    }

    /// The number of the present day; of the data's where there is no clock.
    pub fn today(&self) -> i32 {
        let today = crate::browser::today();
        today.unwrap_or(self.directory.network.data_date).days().1
    }

    /// The words of the events, folded once they are needed.
    fn event_words(&self) -> &EventWords {
        let fold = || EventWords::of(self.directory, self.decompose);
        self.event_words.get_or_init(fold)
    }

    /// What facets ask besides the item.
    fn context(&self) -> FacetContext<'static> {
        FacetContext {
            directory: self.directory,
            today: self.today(),
        }
    }

    /// The facets of members, counted beside `results`; those that rest on a
    /// further `part` of the snapshot first.
    pub fn facets(&self, query: &Query, results: &Results, part: Option<Part>) -> CountedFacets {
        let found = found(query, &results.hits);
        let former = self.former(query);
        facets(&self.context(), query, found.as_deref(), &former, part)
    }

    /// The facets of events with their counts.
    pub fn event_facets(&self, query: &Query) -> CountedFacets {
        event_facets(&self.context(), query, self.found_events(query).as_deref())
    }

    /// The events that `query` shows.
    pub fn event_results(&self, query: &Query) -> Arc<EventResults> {
        let found = self.found_events(query);
        let events = event_results(&self.context(), query, found.as_deref());
        Arc::new(EventResults { events })
    }

    /// The events that the words of `query` find; none where it has no words.
    fn found_events(&self, query: &Query) -> Option<Vec<EventIdx>> {
        query.has_words().then(|| {
            let answers = self.event_words().answers(&query.words);
            let events = EventIdx::all(self.directory).zip(answers);
            events
                .filter_map(|(event, answers)| answers.then_some(event))
                .collect()
        })
    }

    /// The members that `query` shows.
    pub fn results(&self, query: &Query) -> Arc<Results> {
        let hits = self
            .search
            .search_in(&query.words, self.directory.language());
        let found = found(query, &hits);
        let (context, found) = (self.context(), found.as_deref());
        let members = results(&context, query, found);
        let mut is_shown = vec![false; self.directory.members.len()];
        for member in &members {
            is_shown[member.get()] = true;
        }
        let shown = MemberIdx::all(self.directory).filter(|member| is_shown[member.get()]);
        Arc::new(Results {
            shown: shown.collect(),
            members,
            former: former_results(&context, query, self.former(query)),
            past_year: past_year_of(self.directory, query),
            left_out: left_out(&context, query, found),
            hits,
        })
    }

    /// The former members that belonged in the year of `query` and are called
    /// by its words.
    fn former(&self, query: &Query) -> Vec<FormerMemberIdx> {
        let Some(year) = past_year_of(self.directory, query) else {
            return Vec::new();
        };
        let mut former = former_members(self.directory, year);
        former.retain(|&one| {
            let names = &self.directory.network[one].names;
            !query.has_words() || self.search.calls(&query.words, names)
        });
        former
    }
}

/// The members that the words of `query` find, best first; none where it has no
/// words.
fn found(query: &Query, hits: &[Hit]) -> Option<Vec<MemberIdx>> {
    let found = || hits.iter().map(|hit| hit.member).collect();
    query.has_words().then(found)
}

impl Results {
    /// How many are shown, former members included.
    pub fn count(&self) -> usize {
        self.members.len() + self.former.len()
    }

    /// Why a member was found.
    pub fn hit(&self, member: MemberIdx) -> Option<&Hit> {
        self.hits.iter().find(|hit| hit.member == member)
    }
}
