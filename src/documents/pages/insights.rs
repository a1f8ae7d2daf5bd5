//! What the figures say.

use directory::{Directory, Query};
use leptos::prelude::*;

use crate::address::Page;
use crate::documents::insights::Counted;
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
    let contents = Counted::contents(words);
    let contents = contents.map(|(id, title)| {
        let href = format!("#{id}");
        view! { <li><a href=href rel="external">{title.to_owned()}</a></li> }
    });
    view! {
        <div class="page insights-page">
            <h1>{words.header_insights()}</h1>
            <p class="lead">{lead}</p>
            <p>
                <a href=compare>{words.compare_title()}</a>
            </p>
            <nav aria-label=words.insights_contents()>
                <ul class="insights-page__contents">{contents.collect_view()}</ul>
            </nav>
            {counted.sections()}
        </div>
    }
    .into_any()
}
