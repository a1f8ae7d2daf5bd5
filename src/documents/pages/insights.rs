//! What the figures say.

use directory::{Directory, Query};
use leptos::prelude::*;

use crate::address::Page;
use crate::documents::insights::{Counted, SECTIONS};
use crate::head::describe;
use crate::navigation::use_here;

/// `/insights/`: written when the site is published.
pub fn insights_page(directory: &'static Directory) -> AnyView {
    let network = &directory.network;
    let language = directory.language();
    let words = &directory.catalogue;
    let short_name = network.short_names.get(language);
    let title = words.page_title(words.header_insights(), short_name);
    describe(
        move || title.clone(),
        &words.insights_description(short_name),
    );
    let counted = Counted::new(directory);
    let count = words.number(counted.members.count());
    let lead = words.insights_lead(network.movement.get(language), &count);
    let compare = use_here().to(Page::Compare, &Query::default());
    let sections = SECTIONS.iter().filter_map(|section| {
        let drawn = (section.draw)(&counted)?;
        let href = format!("#{}", section.id);
        let title = (section.title)(words);
        Some((
            view! { <li><a href=href rel="external">{title}</a></li> },
            drawn,
        ))
    });
    let (contents, sections): (Vec<_>, Vec<_>) = sections.unzip();
    view! {
        <div class="page insights-page">
            <h1>{words.header_insights()}</h1>
            <p class="lead">{lead}</p>
            <p>
                <a href=compare>{words.compare_title()}</a>
            </p>
            <nav aria-label=words.insights_contents()>
                <ul class="insights-page__contents">{contents}</ul>
            </nav>
            {sections}
        </div>
    }
    .into_any()
}
