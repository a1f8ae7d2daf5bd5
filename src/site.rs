//! What every page is made from: the directory, its search, and what is
//! missing of them.

use std::sync::{Arc, OnceLock};

use directory::catalogue::SiteLanguage;
use directory::colouring::{COLOURINGS, Colouring};
use directory::facet_counts::{CountedFacets, event_facets, facets, tells_apart};
use directory::facets::{Facet, FacetContext, FacetId};
use directory::membership::{former_members, past_year_of};
use directory::model::{EventIdx, FormerMemberIdx, MemberIdx};
use directory::results::{event_results, former_results, results, unknown_membership_count};
use directory::search::{Hit, SearchIndex};
use directory::snapshot::Part;
use directory::typed_filters::TypedFilters;
use directory::{Directory, Query};

use crate::problem::Problem;
use leptos::prelude::*;

/// Loaded once; lives as long as the page.
pub struct Site {
    /// Everything that could be read.
    pub directory: &'static Directory,
    /// The languages in which there is a site, the network's own first.
    pub languages: Vec<SiteLanguage>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    nfkd_lowercase: fn(&str) -> String,
    search: OnceLock<SearchIndex<'static, MemberIdx>>,
    former_search: OnceLock<SearchIndex<'static, FormerMemberIdx>>,
    event_search: OnceLock<SearchIndex<'static, EventIdx>>,
    /// How many parts of the snapshot have come since the page was shown.
    parts_come: ArcRwSignal<u32>,
}

/// The members that a query shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Results {
    /// In the order shown.
    pub members: Vec<MemberIdx>,
    /// The same, in the order of [`Directory::members`].
    pub shown: Vec<MemberIdx>,
    /// Why each was found; empty while there are no words.
    pub hits: Vec<Hit<MemberIdx>>,
    /// Former members, by name; for a past year alone.
    pub former: Vec<FormerMemberIdx>,
    /// The past year, if one is asked for.
    pub past_year: Option<u16>,
    /// How many are not shown since it is not known whether they belonged.
    pub unknown_membership_count: usize,
}

/// The events that a query shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EventResults {
    /// In the order of time.
    pub events: Vec<EventIdx>,
    /// Why each was found; empty while there are no words.
    pub hits: Vec<Hit<EventIdx>>,
}

impl EventResults {
    /// Why an event was found.
    pub fn hit(&self, event: EventIdx) -> Option<&Hit<EventIdx>> {
        self.hits.iter().find(|hit| hit.item == event)
    }
}

impl Site {
    /// A site over `directory`, which must live as long as the page;
    /// `nfkd_lowercase` gives Unicode NFKD in lower case.
    pub fn new(
        directory: &'static Directory,
        nfkd_lowercase: fn(&str) -> String,
        languages: Vec<SiteLanguage>,
        problems: Vec<Problem>,
    ) -> Self {
        Self {
            directory,
            languages,
            problems,
            nfkd_lowercase,
            search: OnceLock::new(),
            former_search: OnceLock::new(),
            event_search: OnceLock::new(),
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

    /// The search over the members; they are folded when it is first asked for.
    pub fn search(&self) -> &SearchIndex<'static, MemberIdx> {
        let fold = || SearchIndex::of_members(self.directory, self.nfkd_lowercase);
        self.search.get_or_init(fold)
    }

    /// Folds the members for the search before a reader asks for it, a slice of the
    /// work in each task.
    #[cfg(target_arch = "wasm32")]
    pub async fn prepare_search(&self) {
        use directory::search::MemberSearchBuilder;

        let mut builder = MemberSearchBuilder::new(self.directory, self.nfkd_lowercase);
        let mut slices = crate::browser::Slices::new();
        while self.search.get().is_none() && builder.fold_next() {
            slices.rest().await;
        }
        self.search.get_or_init(|| builder.build());
    }

    /// A text as it is compared: in lower case, letters apart from their marks.
    pub fn folded(&self, text: &str) -> String {
        (self.nfkd_lowercase)(text)
    }

    /// The number of the present day; of the data's where there is no clock.
    pub fn today(&self) -> i32 {
        let today = crate::browser::today();
        today
            .unwrap_or(self.directory.network.data_date)
            .day_range()
            .1
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
        let former = self.former(query, &results.hits);
        facets(&self.context(), query, found.as_deref(), &former, part)
    }

    /// What reads filters that are typed, of these facets.
    pub fn typed_filters<'a>(&'a self, facets: &'a [&'static Facet]) -> TypedFilters<'a> {
        TypedFilters {
            context: self.context(),
            facets,
            fold: &self.nfkd_lowercase,
        }
    }

    /// What members may be coloured by: that which tells some apart.
    pub fn colourings(&self) -> impl Iterator<Item = FacetId> {
        let context = self.context();
        let tells_apart = move |facet: &FacetId| tells_apart(&context, *facet);
        COLOURINGS.into_iter().filter(tells_apart)
    }

    /// Members coloured by one of these.
    pub fn colouring(&self, facet: FacetId) -> Colouring {
        // Some rest on the events.
        self.follow_parts();
        Colouring::new(&self.context(), facet)
    }

    /// The facets of events, counted beside `results`.
    pub fn event_facets(&self, query: &Query, results: &EventResults) -> CountedFacets {
        let found = found(query, &results.hits);
        event_facets(&self.context(), query, found.as_deref())
    }

    /// The events that `query` shows.
    pub fn event_results(&self, query: &Query) -> Arc<EventResults> {
        let hits = self.event_hits(query);
        let events = event_results(&self.context(), query, found(query, &hits).as_deref());
        Arc::new(EventResults { events, hits })
    }

    /// The events that the words of `query` find, best first. They are folded
    /// when they are first searched.
    fn event_hits(&self, query: &Query) -> Vec<Hit<EventIdx>> {
        if !query.has_words() {
            return Vec::new();
        }
        let fold = || SearchIndex::of_events(self.directory, self.nfkd_lowercase);
        self.event_search
            .get_or_init(fold)
            .search(&query.search_text())
    }

    /// The members that `query` shows.
    pub fn results(&self, query: &Query) -> Arc<Results> {
        let hits = self.hits(query);
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
            former: former_results(&context, query, self.former(query, &hits)),
            past_year: past_year_of(self.directory, query),
            unknown_membership_count: unknown_membership_count(&context, query, found),
            hits,
        })
    }

    /// The members that the words of `query` find, best first.
    fn hits(&self, query: &Query) -> Vec<Hit<MemberIdx>> {
        if !query.has_words() {
            return Vec::new();
        }
        let language = self.directory.language();
        self.search().search_in(&query.search_text(), language)
    }

    /// The former members that belonged in the year of `query` and answer to
    /// its words; with typos only where no member does, which `hits` are.
    fn former(&self, query: &Query, hits: &[Hit<MemberIdx>]) -> Vec<FormerMemberIdx> {
        let Some(year) = past_year_of(self.directory, query) else {
            return Vec::new();
        };
        let mut former = former_members(self.directory, year);
        if query.has_words() {
            let fold = || SearchIndex::of_former_members(self.directory, self.nfkd_lowercase);
            let search = self.former_search.get_or_init(fold);
            let found = if hits.is_empty() {
                search.search(&query.search_text())
            } else {
                search.search_exact(&query.search_text())
            };
            former.retain(|one| found.iter().any(|hit| hit.item == *one));
        }
        former
    }
}

/// What the words of `query` find, best first; none where it has no words.
fn found<I: Copy>(query: &Query, hits: &[Hit<I>]) -> Option<Vec<I>> {
    let found = || hits.iter().map(|hit| hit.item).collect();
    query.has_words().then(found)
}

impl Results {
    /// How many are shown, former members included.
    pub fn count(&self) -> usize {
        self.members.len() + self.former.len()
    }

    /// Why each member was found, in their order.
    pub fn hits_by_member(&self, directory: &Directory) -> Vec<Option<Hit<MemberIdx>>> {
        let mut hits = vec![None; directory.members.len()];
        for hit in &self.hits {
            hits[hit.item.get()] = Some(hit.clone());
        }
        hits
    }

    /// Why a member was found.
    pub fn hit(&self, member: MemberIdx) -> Option<&Hit<MemberIdx>> {
        self.hits.iter().find(|hit| hit.item == member)
    }
}
