//! Parts of the directory for the pages of others, each a page of its own that
//! is shown in a frame, and the page that gives the code for it
//! (docs/decisions/embeds.md).
//!
//! They are HTML alone: the program knows nothing of them.

mod builder;
mod card;
mod events;
mod list;
mod map;

use directory::model::{Member, RegionIdx, Status};
use directory::{Directory, Query};
use leptos::prelude::*;

use crate::Site;
use crate::address::Page;
use crate::components::lang_name::localized;
use crate::head::describe;
use crate::navigation::use_here;

pub use builder::builder;

/// The folder of all of them, and the page that gives the code for them.
pub const EMBED_FOLDER: &str = "embed/";

/// What can be shown in a frame.
#[derive(Clone, Copy)]
pub enum Embed {
    /// The card of a member.
    Card(&'static Member),
    /// The map, of one region or of all.
    Map(Option<RegionIdx>),
    /// The members as a list, of one region or all.
    List(Option<RegionIdx>),
    /// What comes next.
    Events,
}

impl Embed {
    /// The folders of each kind, below [`EMBED_FOLDER`]: what stands in them may
    /// be framed.
    pub const FOLDERS: [&str; 4] = ["events/", "list/", "map/", "members/"];

    /// All that can be shown of a network.
    pub fn all(directory: &'static Directory) -> impl Iterator<Item = Self> {
        let regions = || RegionIdx::all(&directory.network).map(Some);
        let wholes = [Self::Events, Self::Map(None), Self::List(None)];
        let parts = regions().map(Self::Map).chain(regions().map(Self::List));
        let cards = directory.members.iter().map(Self::Card);
        wholes.into_iter().chain(parts).chain(cards)
    }

    /// Its address below the home of a language.
    pub fn path(self, directory: &Directory) -> String {
        let region = |region: Option<RegionIdx>| {
            let id = region.map(|region| format!("{}/", directory.network[region].id));
            id.unwrap_or_default()
        };
        let below = match self {
            Self::Card(member) => format!("members/{}/", member.slug),
            Self::Map(of) => format!("map/{}", region(of)),
            Self::List(of) => format!("list/{}", region(of)),
            Self::Events => "events/".to_owned(),
        };
        format!("{EMBED_FOLDER}{below}")
    }

    /// The page that it shows a part of.
    pub fn page(self, directory: &'static Directory) -> Page {
        match self {
            Self::Card(member) => Page::Member(member),
            Self::Map(region) | Self::List(region) => region
                .and_then(|region| {
                    let id = &directory.network[region].id;
                    Page::at(&format!("region/{id}/"), directory)
                })
                .unwrap_or(Page::Directory),
            Self::Events => Page::Events,
        }
    }

    /// What shows a part of a page, if anything does.
    pub fn of(page: Page, directory: &'static Directory) -> Option<Self> {
        match page {
            Page::Member(member) => Some(Self::Card(member)),
            Page::Events => Some(Self::Events),
            Page::Directory => Some(Self::Map(None)),
            Page::Region(_) => {
                let mut regions = RegionIdx::all(&directory.network);
                let region =
                    regions.find(|region| Self::Map(Some(*region)).page(directory) == page);
                region.map(|region| Self::Map(Some(region)))
            }
            _ => None,
        }
    }

    /// The size of a frame that holds it in every language, pixels.
    pub fn size(self) -> [u32; 2] {
        match self {
            Self::Card(_) => [480, 680],
            Self::Map(_) => [640, 640],
            Self::List(_) => [480, 640],
            Self::Events => [480, 720],
        }
    }

    /// What it is called.
    fn title(self, directory: &'static Directory) -> String {
        let (network, language) = (&directory.network, directory.language());
        let words = &directory.catalogue;
        match self {
            Self::Card(member) => member.names.get(language).to_owned(),
            Self::Events => words.embed_events().to_owned(),
            Self::Map(None) | Self::List(None) => network.names.get(language).to_owned(),
            Self::Map(Some(region)) | Self::List(Some(region)) => {
                network[region].names.get(language).to_owned()
            }
        }
    }

    /// How its kind is called by style sheets and scripts.
    fn kind(self) -> &'static str {
        match self {
            Self::Card(_) => "card",
            Self::Map(_) => "map",
            Self::List(_) => "list",
            Self::Events => "events",
        }
    }
}

/// What stands in the frame. Its links lead out of it.
pub fn embed(site: &'static Site, embed: Embed) -> AnyView {
    let directory = site.directory;
    let here = use_here();
    let (network, words) = (&directory.network, &directory.catalogue);
    let short_name = network.short_names.get(directory.language());
    let title = embed.title(directory);
    let name = title.clone();
    let about = words.embed_description();
    describe(move || words.page_title(&name, short_name), about);
    let full = here.to(embed.page(directory), &Query::default());
    let content = match embed {
        Embed::Card(member) => card::card(directory, member),
        Embed::Map(region) => map::map(site, region),
        Embed::List(region) => list::list(directory, region),
        Embed::Events => events::events(site),
    };
    let disclaimer = matches!(embed, Embed::Map(_)).then(|| {
        let disclaimer = localized(directory.localized(&network.disclaimer));
        view! { <p>{disclaimer}</p> }
    });
    let gathered = words.footer_gathered(&words.date(network.data_date));
    let is_named = matches!(embed, Embed::Map(None) | Embed::List(None));
    let over = (!is_named).then(|| view! { <p class="embed__network">{short_name}</p> });
    view! {
        <main id="app" class="embed" data-embed=embed.kind()>
            <header class="embed__head">
                {over}
                <h1>{outward(full.clone(), title)}</h1>
            </header>
            {content}
            <footer class="embed__foot">
                {disclaimer}
                <p>
                    {outward(full, words.embed_full())}
                    " "
                    <span>{gathered}</span>
                    " "
                    <span>{words.embed_new_tab()}</span>
                </p>
            </footer>
        </main>
    }
    .into_any()
}

/// The link to the page that gives the code, for the card of a member, or for
/// all. The program knows nothing of that page, and leaves it to the browser.
pub fn embed_link(directory: &'static Directory, member: Option<&'static Member>) -> AnyView {
    let page = use_here().home_file(EMBED_FOLDER);
    let asked = member.map(|member| format!("?what=members&member={}", member.slug));
    let href = page + &asked.unwrap_or_default();
    view! { <a href=href rel="external">{directory.catalogue.embed_link()}</a> }.into_any()
}

/// A link that leads out of the frame.
fn outward(href: String, content: impl IntoView + 'static) -> AnyView {
    view! { <a href=href target="_blank" rel="noopener">{content}</a> }.into_any()
}

/// The members of a region, or all, by name.
fn members_of(
    directory: &'static Directory,
    region: Option<RegionIdx>,
) -> impl Iterator<Item = &'static Member> {
    let members = directory.by_name();
    members.filter(move |member| region.is_none_or(|region| member.region == region))
}

/// How many members and observers there are.
fn count(directory: &'static Directory, region: Option<RegionIdx>) -> String {
    let words = &directory.catalogue;
    let of = |status| {
        members_of(directory, region)
            .filter(|member| member.status == status)
            .count()
    };
    let (members, observers) = (of(Status::Member), of(Status::Observer));
    let members = (members > 0).then(|| words.embed_members(members));
    let observers = (observers > 0).then(|| words.embed_observers(observers));
    words.join(&members.into_iter().chain(observers).collect::<Vec<_>>())
}

/// Standing, structure and seats in a line.
fn summary(directory: &'static Directory, member: &'static Member) -> String {
    let words = &directory.catalogue;
    let structure = member.parliament.as_ref();
    let structure = structure.map(|parliament| words.structure(parliament.structure).to_owned());
    let seats = member
        .seats()
        .map(|seats| words.list_row_seats(seats as usize));
    let standing = [words.status(member.status).to_owned()].into_iter();
    let parts: Vec<_> = standing.chain(structure).chain(seats).collect();
    parts.join(" · ")
}
