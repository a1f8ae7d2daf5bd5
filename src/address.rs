//! The pages of the site and their addresses, in one table of routes.

use directory::Directory;
use directory::model::{Edition, Event, Member, SourceScope};
use directory::snapshot::Part;

/// A page of the site.
#[derive(Clone, Copy)]
pub enum Page {
    /// The directory: list and map.
    Directory,
    /// The directory with one region chosen: an address of its own for those
    /// who read without the program, in which parameters mean nothing.
    Region(RegionPage),
    /// A folder that holds pages: the directory again, so that a reader who
    /// shortens an address finds something.
    Folder(&'static str),
    /// A member.
    Member(&'static Member),
    /// Events: time line, list and map.
    Events,
    /// How the parliaments are reached.
    Contacts,
    /// Some parliaments side by side.
    Compare,
    /// An event.
    Event(&'static Event),
    /// What the figures say.
    Insights,
    /// What the network is.
    Network,
    /// Downloads, and how the map treats boundaries.
    Data,
    /// The editions of the data.
    Editions,
    /// What an edition changed.
    Edition(&'static Edition),
    /// Sources and licences; those of events and of contacts alone have pages
    /// of their own.
    Sources(SourceScope),
}

/// A region or sub-region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegionPage {
    /// The parameter that chooses it, and its folder: `region` or `subregion`.
    parameter: &'static str,
    /// Its id in network.json.
    id: &'static str,
}

impl RegionPage {
    fn all(directory: &'static Directory) -> impl Iterator<Item = Self> {
        let network = &directory.network;
        let page = |parameter, id: &'static String| Self { parameter, id };
        let regions = network.regions.iter();
        let regions = regions.map(move |region| page(REGION, &region.id));
        let sub_regions = network.sub_regions.iter();
        regions.chain(sub_regions.map(move |sub_region| page(SUB_REGION, &sub_region.id)))
    }

    fn find(directory: &'static Directory, parameter: &str, id: &str) -> Option<Page> {
        let mut pages = Self::all(directory);
        let page = pages.find(|page| page.parameter == parameter && page.id == id);
        page.map(Page::Region)
    }
}

/// The parameters that choose a [`RegionPage`], which are its folders too.
const REGION: &str = "region";
const SUB_REGION: &str = "subregion";
/// The folder of the members.
const MEMBERS: &str = "members";
/// The folder of the editions.
const EDITIONS: &str = "data/editions";

/// What is known of an address without the data.
struct Route {
    /// What stands there.
    pages: Pages,
    /// The page whose filters, search and views the reader has before them.
    listing: Page,
    /// Where what is read there is rendered.
    rendering: Rendering,
}

/// The pages of a route.
enum Pages {
    /// One, at its own address.
    One(Page),
    /// One for each of some records, by its id in a folder; the part of the
    /// snapshot holds the records.
    Each(
        &'static str,
        Part,
        fn(&'static Directory, id: &str) -> Option<Page>,
    ),
}

/// Where what is read on a page is rendered, and so whether the program fetches
/// the published page to show it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rendering {
    /// By the program.
    Client,
    /// When it was published; the program arranges it.
    Enhanced,
    /// When it was published (docs/decisions/pages-as-published.md).
    Static,
}

/// Every route, in the order in which the site has its pages.
const ROUTES: [Route; 20] = {
    use Page::Sources;
    use Page::{Compare, Contacts, Data, Directory, Editions, Events, Folder, Insights, Network};
    use Rendering::{Client, Enhanced, Static};
    [
        one(Directory, Directory, Client),
        one(Events, Events, Client),
        one(Contacts, Contacts, Enhanced),
        one(Compare, Compare, Client),
        one(Insights, Directory, Static),
        one(Network, Directory, Static),
        one(Data, Directory, Static),
        one(Editions, Directory, Static),
        one(Sources(SourceScope::Facts), Directory, Static),
        one(Sources(SourceScope::Events), Directory, Static),
        one(Sources(SourceScope::Contacts), Directory, Static),
        one(Sources(SourceScope::Parliaments), Directory, Static),
        one(Folder(MEMBERS), Directory, Client),
        one(Folder(REGION), Directory, Client),
        one(Folder(SUB_REGION), Directory, Client),
        each(
            REGION,
            Part::Core,
            |directory, id| RegionPage::find(directory, REGION, id),
            Directory,
            Client,
        ),
        each(
            SUB_REGION,
            Part::Core,
            |directory, id| RegionPage::find(directory, SUB_REGION, id),
            Directory,
            Client,
        ),
        each(
            MEMBERS,
            Part::Core,
            |directory, slug| directory.member_at(slug).map(Page::Member),
            Directory,
            Static,
        ),
        each(
            EDITIONS,
            Part::Core,
            |directory, version| directory.edition(version).map(Page::Edition),
            Directory,
            Static,
        ),
        each(
            "events",
            Part::Events,
            |directory, id| directory.event(id).map(Page::Event),
            Events,
            Static,
        ),
    ]
};

const fn one(page: Page, listing: Page, rendering: Rendering) -> Route {
    Route {
        pages: Pages::One(page),
        listing,
        rendering,
    }
}

const fn each(
    folder: &'static str,
    records: Part,
    find: fn(&'static Directory, &str) -> Option<Page>,
    listing: Page,
    rendering: Rendering,
) -> Route {
    Route {
        pages: Pages::Each(folder, records, find),
        listing,
        rendering,
    }
}

impl Route {
    /// The route of an address below the home, whatever it asks for; with the
    /// id of the record where the route has a page for each.
    fn at(address: &str) -> Option<(&'static Self, &str)> {
        let path = address.split('?').next().unwrap_or_default();
        // Some readers, and some servers, name the file.
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let path = path.trim_end_matches('/');
        ROUTES.iter().find_map(|route| match route.pages {
            Pages::One(page) => (page.path().trim_end_matches('/') == path).then_some((route, "")),
            Pages::Each(folder, ..) => {
                let id = path.strip_prefix(folder)?.strip_prefix('/')?;
                Some((route, id))
            }
        })
    }

    /// Where what is read at an address is rendered; the program tells of one
    /// that it does not know.
    fn rendering_at(address: &str) -> Rendering {
        Self::at(address).map_or(Rendering::Client, |(route, _)| route.rendering)
    }
}

/// Whether what stands at an address below the home is read as it was
/// published, if there is anything.
pub fn is_document(address: &str) -> bool {
    Route::rendering_at(address) == Rendering::Static
}

/// Whether what stands at an address below the home is drawn from the data by the
/// program alone, so that it can be shown as it was in another edition.
pub fn is_kept_in_editions(address: &str) -> bool {
    Route::rendering_at(address) == Rendering::Client
}

/// The page whose filters, search and views the reader has at an address: the
/// events, the contacts, or else the directory.
pub fn listing_at(address: &str) -> Page {
    Route::at(address).map_or(Page::Directory, |(route, _)| route.listing)
}

/// What the folder of a region chooses, as a parameter says it: `region=africa`.
pub fn filter_of_path(path: &str) -> Option<String> {
    let (parameter, id) = path.trim_end_matches('/').split_once('/')?;
    matches!(parameter, REGION | SUB_REGION).then(|| format!("{parameter}={id}"))
}

/// The address of the one region that the text of a query chooses, if that is
/// all it asks for: `region/africa/`.
pub fn region_path_of(query: &str) -> Option<String> {
    let (parameter @ (REGION | SUB_REGION), id) = query.split_once('=')? else {
        return None;
    };
    let is_one = !id.contains(['&', ',', '%']);
    is_one.then(|| format!("{parameter}/{id}/"))
}

impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        self.path() == other.path()
    }
}

impl Page {
    /// The page at an address below the site's root, if there is one.
    pub fn at(path: &str, directory: &'static Directory) -> Option<Self> {
        let (route, id) = Route::at(path)?;
        match route.pages {
            Pages::One(page) => Some(page),
            Pages::Each(.., find) => find(directory, id),
        }
    }

    /// The part of the snapshot that says which pages like the one at an address
    /// there are.
    pub fn listed_in(path: &str) -> Part {
        match Route::at(path).map(|(route, _)| &route.pages) {
            Some(Pages::Each(_, records, _)) => *records,
            _ => Part::Core,
        }
    }

    /// Every page of the site.
    pub fn all(directory: &'static Directory) -> impl Iterator<Item = Self> {
        let single = ROUTES.iter().filter_map(|route| match route.pages {
            Pages::One(page) => Some(page),
            Pages::Each(..) => None,
        });
        let regions = RegionPage::all(directory).map(Self::Region);
        let members = directory.members.iter().map(Self::Member);
        let events = directory.events.iter().map(Self::Event);
        let editions = directory.network.editions.iter().map(Self::Edition);
        let records = members.chain(events).chain(editions);
        single.chain(regions).chain(records)
    }

    /// Whether the page is read as it was published: nothing on it changes but
    /// the way back to the list, so the program leaves it as it is and does
    /// without what only it tells (docs/decisions/pages-as-published.md).
    pub fn is_published(self) -> bool {
        is_document(&self.path())
    }

    /// Whether it can be shown as it was in another edition.
    pub fn is_kept_in_editions(self) -> bool {
        is_kept_in_editions(&self.path())
    }

    /// Whether the program shows what was published of it, be it as it is or
    /// arranged anew.
    pub fn has_published_content(self) -> bool {
        Route::rendering_at(&self.path()) != Rendering::Client
    }

    /// The parts of the snapshot that the program needs before it can show the
    /// page, beside that of all pages.
    pub fn parts(self) -> &'static [Part] {
        match self {
            Self::Directory | Self::Region(_) | Self::Folder(_) => &[Part::Map],
            Self::Events => &[Part::Events, Part::Map],
            Self::Event(_) => &[Part::Events],
            Self::Contacts => &[Part::Contacts],
            Self::Member(_)
            | Self::Compare
            | Self::Insights
            | Self::Network
            | Self::Data
            | Self::Editions
            | Self::Edition(_)
            | Self::Sources(_) => &[],
        }
    }

    /// What style sheets call a page of its kind.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Directory | Self::Region(_) | Self::Folder(_) => "directory",
            Self::Member(_) => "member",
            Self::Events => "events",
            Self::Contacts => "contacts",
            Self::Compare => "compare",
            Self::Event(_) => "event",
            Self::Insights => "insights",
            Self::Network => "network",
            Self::Data => "data",
            Self::Editions | Self::Edition(_) => "editions",
            Self::Sources(_) => "sources",
        }
    }

    /// The address below the site's root, without a leading slash.
    pub fn path(self) -> String {
        match self {
            Self::Directory => String::new(),
            Self::Region(RegionPage { parameter, id }) => format!("{parameter}/{id}/"),
            Self::Folder(folder) => format!("{folder}/"),
            Self::Member(member) => format!("members/{}/", member.slug),
            Self::Events => "events/".to_owned(),
            Self::Event(event) => format!("events/{}/", event.id),
            Self::Contacts => "contacts/".to_owned(),
            Self::Compare => "compare/".to_owned(),
            Self::Insights => "insights/".to_owned(),
            Self::Network => "network/".to_owned(),
            Self::Data => "data/".to_owned(),
            Self::Editions => format!("{EDITIONS}/"),
            Self::Edition(edition) => format!("{EDITIONS}/{}/", edition.version),
            Self::Sources(SourceScope::Facts) => "sources/".to_owned(),
            Self::Sources(SourceScope::Events) => "sources/events/".to_owned(),
            Self::Sources(SourceScope::Contacts) => "sources/contacts/".to_owned(),
            Self::Sources(SourceScope::Parliaments) => "sources/parliaments/".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_events_and_what_tells_of_them_are_read_as_published() {
        let documents = [
            "members/chad/",
            "members/chad/?q=n",
            "members/chad/index.html",
            "events/bandung-1955/",
            "network/",
            "data/",
            "data/editions/",
            "data/editions/2026.11.26/",
            "sources/events/",
        ];
        let listings = [
            "",
            "?region=africa",
            "region/africa/",
            "members/",
            "events/",
        ];
        assert!(documents.into_iter().all(is_document));
        assert!(!listings.into_iter().any(is_document));
        assert!(!is_document("contacts/"), "the program arranges them");
        assert!(Page::Contacts.has_published_content());
        assert!(!Page::Events.has_published_content());
        for address in ["", "?edition=1", "events/", "compare/", "region/africa/"] {
            assert!(is_kept_in_editions(address), "{address}");
        }
        for address in ["contacts/", "members/chad/", "data/editions/"] {
            assert!(!is_kept_in_editions(address), "{address}");
        }
    }
}
