//! What the colours mean; at the same time a filter by each of their classes.

use std::sync::Arc;

use directory::colouring::Colouring;
use directory::facet_counts::CountedFacets;
use leptos::prelude::*;

use crate::Site;
use crate::components::choice_menu::{MenuChoice, choice_menu};
use crate::components::legend_item::LegendItem;
use crate::dynamic::dynamic;

/// The classes with their colours and live counts; each is the link that its
/// filter is. Before them the choice of what the colours stand for.
#[component]
pub fn MapLegend(
    site: &'static Site,
    facets: Memo<CountedFacets>,
    colouring: RwSignal<Arc<Colouring>>,
) -> impl IntoView {
    let directory = site.directory;
    let words = &directory.catalogue;
    let links = move || {
        let colouring = colouring.read();
        let links = colouring.classes.iter().map(|class| {
            let swatch = format!("swatch swatch--square {}", class.shade.class());
            view! {
                <LegendItem directory facets facet=class.facet value=class.value.clone()>
                    <span class=swatch aria-hidden="true"></span>
                </LegendItem>
            }
        });
        links.collect_view()
    };
    view! {
        <div data-needs="program">{colour_menu(site)}</div>
        <ul class="legend" aria-label=words.map_legend()>
            {dynamic(links)}
        </ul>
    }
}

/// Links to the same results in other colours.
fn colour_menu(site: &'static Site) -> AnyView {
    let words = &site.directory.catalogue;
    let choices = site.colourings().map(|facet| MenuChoice {
        name: (facet.facet().label)(site.directory),
        is_of_today: facet.is_of_today(),
        choose: Box::new(move |query| query.with_colour(facet)),
    });
    let panel = "menu__panel--up";
    choice_menu(words, words.colour_label(), panel, choices.collect())
}
