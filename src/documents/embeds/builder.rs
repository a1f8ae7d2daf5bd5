//! The page that gives the code for a frame.

use directory::colouring::COLOURINGS;
use directory::model::RegionIdx;
use directory::{Directory, Query};
use leptos::prelude::*;

use super::{EMBED_FOLDER, Embed};
use crate::Site;
use crate::address::Page;
use crate::components::list_gap::list_gap;
use crate::components::site_footer::SiteFooter;
use crate::components::site_header::SiteHeader;
use crate::documents::no_translate::no_translate;
use crate::head::describe;
use crate::navigation::use_here;

/// Has a page set the height of each frame to that of what it shows.
const FOLLOW_HEIGHT: &str = r#"<script>
addEventListener("message", ({ source, data }) => {
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source && data?.hemicycle) frame.height = data.hemicycle.height;
  }
});
</script>"#;

/// `/embed/`: examples of all that can be framed; with scripts a form that shows
/// what is chosen, and gives the code for it.
pub fn builder(site: &'static Site) -> AnyView {
    let directory = site.directory;
    let words = &directory.catalogue;
    let short_name = directory.network.short_names.get(directory.language());
    describe(
        move || words.page_title(words.embed_title(), short_name),
        words.embed_description(),
    );
    view! {
        <div id="app" data-page="embed">
            <a class="skip-link" href="#content">{words.page_skip()}</a>
            <SiteHeader site />
            <main id="content" tabindex="-1">
                <div class="page embed-page">
                    <h1>{words.embed_title()}</h1>
                    <p class="lead">{words.embed_lead()}</p>
                    {form(site)}
                    {by_hand(directory)}
                </div>
            </main>
            <SiteFooter directory />
        </div>
    }
    .into_any()
}

/// A choice: what an address calls it, and what a reader does.
type Choice = (String, String);

/// The choices, the preview and the code.
fn form(site: &'static Site) -> AnyView {
    let directory = site.directory;
    let (network, language) = (&directory.network, directory.language());
    let words = &directory.catalogue;
    let choice = |value: &str, name: &str| (value.to_owned(), name.to_owned());
    let kinds = [
        choice("members", words.embed_card()),
        choice("map", words.embed_map()),
        choice("list", words.embed_list()),
        choice("events", words.embed_events()),
    ];
    let members = directory.by_name();
    let members = members.map(|member| choice(&member.slug, member.names.get(language)));
    let regions = RegionIdx::all(network).map(|region| &network[region]);
    let regions = regions.map(|region| choice(&region.id, region.names.get(language)));
    let regions = [choice("all", words.embed_all_regions())]
        .into_iter()
        .chain(regions);
    let colours = site.colourings().map(|facet| {
        let facet = facet.facet();
        (facet.parameter.to_owned(), (facet.label)(directory))
    });
    let themes = themes(directory).map(|(value, name)| choice(value, name));
    let languages = site.languages.iter();
    let languages = languages.map(|one| choice(&one.code, &one.name));
    let folders = site.languages.iter().enumerate();
    let folders = folders.map(|(place, one)| match place {
        0 => String::new(),
        _ => format!("{}/", one.code),
    });
    let folders: Vec<_> = folders.collect();
    let selects = [
        select(words.embed_what(), "what", "", kinds),
        select(words.status_member(), "member", "members", members),
        select(words.filters_region(), "region", "map list", regions),
        select(words.embed_colour(), "colour", "map", colours),
        select(words.header_theme(), "theme", "", themes),
        select(words.header_language(), "language", "", languages),
    ];
    let root = use_here().file("");
    view! {
        <form
            class="embed-form"
            id="embed"
            data-needs="script"
            data-root=root
            data-folder=EMBED_FOLDER
            data-folders=folders.join(",")
            data-own-language=language
        >
            <div class="embed-form__choices">
                {selects}
                <label>
                    {words.embed_width()}
                    <input type="number" name="width" min="240" max="1600" step="1" value="480" />
                </label>
            </div>
            <p class="embed-form__problem" id="embed-problem" role="status"></p>
            <h2>{words.embed_preview()}</h2>
            // It scrolls where the frame is wider than the page.
            <div
                class="embed-form__stage"
                tabindex="0"
                role="group"
                aria-label=words.embed_preview()
            >
                <iframe id="embed-preview" title=words.embed_preview()></iframe>
            </div>
            <h2><label for="embed-code">{words.embed_code()}</label></h2>
            <textarea
                id="embed-code"
                rows="5"
                readonly=true
                spellcheck="false"
                translate="no"
                dir="ltr"
            ></textarea>
            <p>
                <button type="button" class="button" id="embed-copy">{words.embed_copy()}</button>
                " "
                <span role="status" id="embed-copied" data-done=words.embed_copied()></span>
            </p>
        </form>
    }
    .into_any()
}

/// A menu, shown for the kinds in `of` alone, or for all.
fn select(
    label: &'static str,
    name: &'static str,
    of: &'static str,
    choices: impl IntoIterator<Item = Choice>,
) -> AnyView {
    let options = choices.into_iter().map(|(value, name)| {
        view! { <option value=value>{name}</option> }
    });
    let options: Vec<_> = options.collect();
    let of = (!of.is_empty()).then_some(of);
    view! { <label data-of=of>{label} <select name=name>{options}</select></label> }.into_any()
}

/// The themes: as addresses call them, and what they are.
fn themes(directory: &'static Directory) -> [(&'static str, &'static str); 3] {
    let words = &directory.catalogue;
    [
        ("auto", words.embed_theme_auto()),
        ("light", words.embed_theme_light()),
        ("dark", words.embed_theme_dark()),
    ]
}

/// Addresses for frames and their options, for who writes the code by hand.
fn by_hand(directory: &'static Directory) -> AnyView {
    let here = use_here();
    let words = &directory.catalogue;
    let gap = list_gap(words);
    let link = |embed: Embed, name: String| {
        let href = here.home_file(&embed.path(directory));
        view! { <li><a href=href>{name}</a></li> }
    };
    let wholes = [
        (Embed::Map(None), words.embed_map()),
        (Embed::List(None), words.embed_list()),
        (Embed::Events, words.embed_events()),
    ];
    let wholes = wholes.map(|(embed, name)| link(embed, name.to_owned()));
    let cards = directory.by_name().map(|member| {
        let name = member.names.get(directory.language()).to_owned();
        link(Embed::Card(member), name)
    });
    let cards: Vec<_> = cards.collect();
    let regions = RegionIdx::all(&directory.network).map(|region| {
        let name = directory.network[region].names.get(directory.language());
        let named = |kind| words.list_named(kind, name);
        [
            link(Embed::Map(Some(region)), named(words.embed_map())),
            link(Embed::List(Some(region)), named(words.embed_list())),
        ]
    });
    let regions: Vec<_> = regions.collect();
    let themes = themes(directory).map(|(value, name)| (value, name.to_owned()));
    let colours = COLOURINGS.map(|facet| {
        let facet = facet.facet();
        (facet.parameter, (facet.label)(directory))
    });
    let rows = |name: &'static str, values: Vec<(&'static str, String)>| {
        let rows = values.into_iter().map(move |(value, meaning)| {
            let option = format!("?{name}={value}");
            view! { <div><dt><code>{no_translate(option)}</code></dt><dd>{meaning}</dd></div> }
        });
        rows.collect::<Vec<_>>()
    };
    let data = here.to(Page::Data, &Query::default()) + "#boundaries";
    view! {
        <section>
            <h2>{words.embed_by_hand()}</h2>
            <p>{words.embed_addresses()}</p>
            <ul class="files">{wholes}{regions}</ul>
            <details>
                <summary>{words.embed_card()}</summary>
                <ul class="files">{cards}</ul>
            </details>
            <h3>{words.header_theme()}</h3>
            <dl class="embed-page__options">{rows("theme", themes.to_vec())}</dl>
            <h3>{words.embed_colour()}</h3>
            <dl class="embed-page__options">{rows("colour", colours.to_vec())}</dl>
            <h3>{words.embed_height()}</h3>
            <p>{words.embed_height_text()}</p>
            <pre class="embed-page__code" translate="no" dir="ltr" tabindex="0">
                {FOLLOW_HEIGHT}
            </pre>
            <p>{words.embed_terms()} {gap} <a href=data>{words.map_policy()}</a></p>
        </section>
    }
    .into_any()
}
