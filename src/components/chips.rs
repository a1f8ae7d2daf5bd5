//! The filters in force.

use directory::Directory;
use directory::chips::chips as in_force;
use directory::facets::Facet;
use leptos::prelude::*;

use super::icon::Icon;
use super::visually_hidden::visually_hidden;
use crate::dynamic::dynamic;
use crate::navigation::use_here;

/// One link a filter in these `facets`, which takes it away; and one that takes
/// all away, with the words of the search.
#[component]
pub fn Chips(directory: &'static Directory, facets: &'static [&'static Facet]) -> impl IntoView {
    let here = use_here();
    let words = &directory.catalogue;
    let links = move || {
        let query = here.query.read();
        let chips = in_force(directory, &query, facets);
        let many = chips.len() + usize::from(query.has_words()) > 1;
        let links = chips.into_iter().map(|chip| {
            view! {
                <li>
                    <a class="chip" href=here.to_listing(&chip.without) data-noscroll="">
                        {visually_hidden(words.filters_remove())}
                        {chip.label}
                        {Icon::Close.view()}
                    </a>
                </li>
            }
        });
        let all = query.cleared().with_year(query.year);
        let clear = many.then(|| {
            view! {
                <li>
                    <a class="chip chip--all" href=here.to_listing(&all) data-noscroll="">
                        {words.filters_clear()}
                    </a>
                </li>
            }
        });
        let links = links.collect_view();
        (!links.is_empty()).then(|| {
            view! { <ul class="chips" aria-label=words.filters_in_force()>{links} {clear}</ul> }
        })
    };
    dynamic(links)
}
