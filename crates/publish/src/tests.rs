//! The site of the committed data, and of an invented network of three members.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use directory::Directory;
use directory::model::Event;
use directory::snapshot::Part;
use editing::DataFiles;
use hemicycle::{EMBED_FOLDER, Embed, FINE_MAP_SVG, Page, Site};
use lzma_rust2::LzmaReader;
use resvg::tiny_skia::Pixmap;
use sha2::{Digest, Sha256};

use super::*;
use crate::files::read;
use crate::localizations::Localization;
use crate::policy::ADDRESS_SCRIPT;

/// The committed data in English.
pub fn nam() -> &'static Localization {
    &localizations()[0]
}

/// The committed data in every language.
pub fn localizations() -> &'static [Localization] {
    static NAM: LazyLock<Vec<Localization>> = LazyLock::new(|| {
        let (data, locales) = (project("public/data"), project("public/locales"));
        read_localizations(&data, &locales, None)
    });
    &NAM
}

/// The site of the data in a folder, with the editions in another.
fn read_localizations(data: &Path, locales: &Path, keep: Option<&Path>) -> Vec<Localization> {
    let editions = crate::editions::read(data, keep).unwrap();
    crate::localizations::read(&editions, locales).unwrap()
}

pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

/// A site that was made for a test.
pub struct TestSite {
    folder: PathBuf,
    /// Pages by their address.
    pub pages: BTreeMap<String, String>,
    /// What others show in a frame, and the page with the code for it.
    pub frames: BTreeMap<String, String>,
}

impl TestSite {
    /// From the data in a folder of the project.
    fn new(data: &str, name: &str, site_url: Option<&str>) -> Self {
        Self::publish(Options {
            site_url: site_url.map(str::to_owned),
            ..options(data, name)
        })
    }

    pub fn publish(options: Options) -> Self {
        let mut made = Vec::new();
        publish(&options, |what, _| made.push(what.to_owned())).unwrap();
        let folder = options.out;
        let localizations =
            read_localizations(&options.data, &options.locales, options.keep.as_deref());
        let (mut pages, mut frames) = (BTreeMap::new(), BTreeMap::new());
        let html_at = |address: &str| read(&folder.join(address).join("index.html")).unwrap();
        for localization in &localizations {
            let directory = localization.site.directory;
            for page in Page::all(directory) {
                let address = localization.address(page);
                pages.insert(address.clone(), html_at(&address));
            }
            let embeds = Embed::all(directory).map(|embed| embed.path(directory));
            for path in embeds.chain([EMBED_FOLDER.to_owned()]) {
                let address = localization.at(&path);
                frames.insert(address.clone(), html_at(&address));
            }
        }
        let count = format!("{} pages", pages.len());
        assert_eq!(made[0], count, "each page has an address of its own");
        Self {
            folder,
            pages,
            frames,
        }
    }

    /// Every file by its address below the site's folder.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let all = files::all(&self.folder).unwrap();
        let file = |path: PathBuf| {
            let name = path.strip_prefix(&self.folder).unwrap();
            (name.display().to_string(), fs::read(&path).unwrap())
        };
        all.into_iter().map(file).collect()
    }
}

/// The files of the parts of the program.
const PROGRAM_PARTS: [&str; 2] = ["part-contacts-events.wasm", "part-events.wasm"];

/// What to publish of the data in a folder of the project, with what stands in
/// for a program; `name` keeps tests apart.
pub fn options(data: &str, name: &str) -> Options {
    let folder =
        std::env::temp_dir().join(format!("hemicycle-publish-{name}-{}", std::process::id()));
    let program = folder.join("program");
    fs::create_dir_all(&program).unwrap();
    fs::copy(project("public/icon.svg"), program.join("icon.svg")).unwrap();
    for file in ["hemicycle.js", "hemicycle_bg.wasm"]
        .into_iter()
        .chain(PROGRAM_PARTS)
    {
        fs::write(program.join(file), file).unwrap();
    }
    Options {
        program,
        data: project(data),
        keep: None,
        locales: project("public/locales"),
        styles: project("styles"),
        out: folder.join("site"),
        site_url: None,
        uncompressed: false,
        dev: false,
    }
}

#[test]
fn trunks_page_finds_styles_and_data_under_plain_names() {
    let options = options(THREE, "dev");
    dev::write(&options).unwrap();
    for name in [
        "main.css",
        "lists.css",
        "pages.css",
        "snapshot/core.json",
        "snapshot/map.json",
        "map.svg",
        "snapshot/events.json",
        "snapshot/en.json",
        "members/en.csv",
    ] {
        assert!(options.program.join(name).is_file(), "{name}");
    }
    let page = read(&project("index.html")).unwrap();
    for sheet in ["main", "lists", "pages"] {
        assert!(page.contains(&format!("href=\"/{sheet}.css\"")), "{sheet}");
    }
    let core = read(&options.program.join("snapshot/core.json")).unwrap();
    let published = LAKES.files();
    let core_published = published
        .iter()
        .find(|(name, _)| name.starts_with("assets/core-"));
    assert_eq!(core.as_bytes(), core_published.unwrap().1);
    fs::remove_dir_all(options.program.parent().unwrap()).unwrap();
}

/// That of the committed data, without copies and packs, which take minutes and
/// are made of any network alike.
pub static SITE: LazyLock<TestSite> = LazyLock::new(|| {
    TestSite::publish(Options {
        uncompressed: true,
        ..options("public/data", "nam")
    })
});

/// That of the invented network.
pub static LAKES: LazyLock<TestSite> = LazyLock::new(|| TestSite::new(THREE, "lakes", None));

/// That of the invented network where its own address is known.
pub fn known() -> &'static TestSite {
    static KNOWN: LazyLock<TestSite> =
        LazyLock::new(|| TestSite::new(THREE, "known", Some("https://lakes.example/")));
    &KNOWN
}

/// The invented network.
pub const THREE: &str = "crates/editing/tests/three";

/// The invented network in every language.
pub fn lakes() -> &'static [Localization] {
    static LOCALIZATIONS: LazyLock<Vec<Localization>> = LazyLock::new(|| {
        let (data, locales) = (project(THREE), project("public/locales"));
        read_localizations(&data, &locales, None)
    });
    &LOCALIZATIONS
}

/// A localization of the invented network whose event at `place` is another.
pub fn changed(place: usize, change: impl FnOnce(&mut Event)) -> Localization {
    let localization = &lakes()[0];
    let mut directory = localization.site.directory.clone();
    change(&mut directory.events[place]);
    let directory: &'static Directory = Box::leak(Box::new(directory));
    let site = Site::new(directory, str::to_owned, Vec::new(), Vec::new());
    Localization {
        site: Box::leak(Box::new(site)),
        folder: String::new(),
        texts: DataFiles::new(),
    }
}

/// What stands in every `attribute` of `html`.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    let values = html.split(&start).skip(1);
    values.filter_map(|rest| rest.split('"').next()).collect()
}

/// The address that a relative link leads to, seen from `address`.
fn resolved(address: &str, link: &str) -> String {
    let mut parts: Vec<&str> = address.split_terminator('/').collect();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => {
                assert!(parts.pop().is_some(), "{link} leaves the site");
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_link_leads_to_a_page_or_file_and_to_a_place_on_it() {
    let TestSite {
        folder,
        pages,
        frames,
    } = &*SITE;
    let pages: BTreeMap<_, _> = pages.iter().chain(frames).collect();
    for (address, html) in &pages {
        let address = *address;
        let pictures = values(html, "content").into_iter();
        let pictures = pictures.filter(|value| value.contains("previews/"));
        let links = values(html, "href").into_iter().chain(values(html, "src"));
        for link in links.chain(pictures) {
            if ["https://", "mailto:", "tel:"]
                .iter()
                .any(|scheme| link.starts_with(scheme))
            {
                continue;
            }
            let (path, place) = link.split_once('#').unwrap_or((link, ""));
            let path = path.split('?').next().unwrap_or_default();
            let target = if path.is_empty() {
                address.clone()
            } else {
                resolved(address, path)
            };
            let page = pages.get(&target);
            let exists = page.is_some() || folder.join(&target).is_file();
            assert!(exists, "{address}: {link} leads to {target}");
            if !place.is_empty() {
                let id = format!(" id=\"{place}\"");
                assert!(
                    page.is_some_and(|page| page.contains(&id)),
                    "{address}: {link}"
                );
            }
        }
    }
}

#[test]
fn a_page_is_whole_without_the_program() {
    let pages = &SITE.pages;
    let home = &pages[""];
    assert_eq!(home.matches("class=\"member-list__row ").count(), 138);
    assert!(
        home.contains("<title>All 138: parliaments, by name"),
        "{}",
        &home[..300]
    );
    let africa = &pages["region/africa/"];
    assert_eq!(africa.matches("class=\"member-list__row ").count(), 54);
    assert!(africa.contains("<title>54 of 138: parliaments in Africa, by name"));
    assert!(
        home.contains("href=\"region/africa/\""),
        "the legend leads there"
    );
    let algeria = &pages["members/algeria/"];
    for text in [
        "National People's Assembly",
        "407",
        "before the vote of 2 July 2026",
        "seat-chart",
    ] {
        assert!(algeria.contains(text), "{text}");
    }
}

/// What stands in the body of a page, but for what `boot.js` brings in.
fn without_scripts(html: &str) -> String {
    let (_, body) = html.split_once("<body").unwrap();
    let stretches = body.split(" data-content='").enumerate();
    stretches
        .map(|(place, stretch)| match stretch.split_once('\'') {
            Some((_, after)) if place > 0 => after,
            _ => stretch,
        })
        .collect()
}

/// What a page says where no style holds; a line for each element that every
/// reader of HTML takes for a block, a bar where another begins or ends.
fn unstyled(html: &str) -> String {
    const BLOCKS: [&str; 13] = [
        "br", "dd", "div", "dt", "h1", "h2", "h3", "li", "p", "td", "th", "tr", "wbr",
    ];
    let body = without_scripts(html);
    let parts = body.split('<').map(|part| {
        let name = part.trim_start_matches('/');
        let name = name
            .split(|character: char| !character.is_ascii_alphanumeric())
            .next();
        let boundary = match name {
            Some(name) if BLOCKS.contains(&name) => '\n',
            _ => '|',
        };
        // No text has the character that ends a tag.
        let text = part.rsplit('>').next().unwrap_or_default();
        format!("{boundary}{text}")
    });
    let text: Vec<String> = parts.collect();
    text.concat()
}

#[test]
fn pages_read_as_prose_without_style() {
    for (address, html) in &SITE.pages {
        let text = unstyled(html);
        for line in text.lines() {
            let touching = line.split('|').filter(|text| !text.is_empty());
            let touching: Vec<&str> = touching.collect();
            for pair in touching.windows(2) {
                let ends = pair[0].ends_with(char::is_alphanumeric);
                let begins = pair[1].starts_with(char::is_alphanumeric);
                assert!(
                    !(ends && begins),
                    "{address}: {} touches {}",
                    pair[0],
                    pair[1]
                );
            }
        }
    }
}

#[test]
fn a_page_says_no_state_and_has_no_button_until_scripts_run() {
    for (address, html) in &SITE.pages {
        let body = without_scripts(html);
        assert!(html.contains("<button"), "{address}");
        for control in ["<button", "<input", "<kbd"] {
            assert!(!body.contains(control), "{address}: {control}");
        }
    }
    for localization in localizations() {
        let words = localization.words();
        let text = unstyled(&SITE.pages[&localization.address(Page::Events)]);
        for word in [
            words.offline_newer(),
            words.offline_saved(),
            words.offline_failed(),
            words.start_again(),
            words.timeline_keys(),
            words.export_print(),
        ] {
            assert!(!text.contains(word), "{word}");
        }
        assert!(text.contains(words.footer_sources()), "{text}");
    }
}

#[test]
fn pages_and_style_sheets_name_their_charset_where_no_header_outweighs_it() {
    let files = SITE.files();
    let texts = files.iter().filter(|(name, _)| {
        let ending = name.rsplit('.').next().unwrap_or_default();
        ["html", "css"].contains(&ending)
    });
    let mut pages = 0;
    for (name, bytes) in texts {
        pages += 1;
        assert!(bytes.starts_with("\u{feff}".as_bytes()), "{name}");
    }
    assert!(pages > SITE.pages.len(), "{pages}");
}

#[test]
fn no_page_needs_an_inline_script_or_style_but_the_one_that_the_policy_names() {
    for (address, html) in &SITE.pages {
        let of_address = format!("<script>{ADDRESS_SCRIPT}</script>");
        assert_eq!(html.matches(&of_address).count(), 1, "{address}");
        // A block of data is no script: the policy does not ask for it.
        let scripts = html.matches("<script type=\"module\" src=").count();
        let data = html
            .matches("<script type=\"application/ld+json\">")
            .count();
        assert_eq!((scripts, data), (1, 1), "{address}");
        assert_eq!(html.matches("<script").count(), 3, "{address}");
        for inline in ["<style", " style=", " onclick=", "javascript:"] {
            assert!(!html.contains(inline), "{address} has {inline}");
        }
        let ids = values(html, "id");
        let once: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), once.len(), "{address}: an id stands once");
    }
}

#[test]
fn the_data_in_every_page_are_json() {
    for (address, html) in &SITE.pages {
        let (_, data) = html.split_once("application/ld+json\">").unwrap();
        let (data, _) = data.split_once("</script>").unwrap();
        let data: serde_json::Value = serde_json::from_str(data).unwrap();
        let terms = &data["@context"]["@vocab"];
        assert_eq!(terms, "https://schema.org/", "{address}");
    }
}

#[test]
fn each_page_names_itself_and_shortened_addresses_name_the_directory() {
    let canonical = |address: &str| {
        let html = &SITE.pages[address];
        let (_, rest) = html.split_once("rel=\"canonical\" href=\"").unwrap();
        resolved(address, rest.split('"').next().unwrap())
    };
    for address in ["members/chad/", "region/africa/", "data/", ""] {
        assert_eq!(canonical(address), address);
    }
    assert_eq!(canonical("members/"), "");
}

#[test]
fn machines_are_given_absolute_addresses_where_the_site_is_known() {
    assert!(!SITE.folder.join("sitemap.xml").exists());
    let site = known();
    let files = site.files();
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    assert!(text("robots.txt").contains("Sitemap: https://lakes.example/sitemap.xml"));
    let sitemap = text("sitemap.xml");
    let pages = site.pages.keys().filter(|address| {
        let folders = ["members/", "region/", "subregion/"];
        !folders.contains(&address.trim_start_matches("fr/"))
    });
    for address in pages {
        let entry = format!("<loc>https://lakes.example/{address}</loc>");
        assert_eq!(sitemap.matches(&entry).count(), 1, "{entry}");
    }
    assert!(site.pages[""].contains("content=\"https://lakes.example/previews/directory.png\""));
}

#[test]
fn boot_and_worker_know_the_hash_of_what_they_fetch() {
    let files = SITE.files();
    let list = |script: &str, name: &str| -> serde_json::Value {
        let (_, list) = script.split_once(&format!("const {name} = ")).unwrap();
        let (list, _) = list.split_once("};").unwrap();
        serde_json::from_str(&format!("{list}}}")).unwrap()
    };
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    let boot = files.keys().find(|name| name.starts_with("assets/boot-"));
    let boot = list(&text(boot.unwrap()), "PUBLISHED");
    let parts = Part::ALL.map(|part| format!("snapshot/{}.json", part.name()));
    let others = [
        "hemicycle.js",
        "hemicycle_bg.wasm",
        "offline.js",
        "snapshot/ar.json",
    ];
    let parts_of_program = PROGRAM_PARTS.into_iter();
    for name in parts
        .iter()
        .map(String::as_str)
        .chain(others)
        .chain(parts_of_program)
    {
        let entry = &boot[name];
        let bytes = &files[entry["address"].as_str().unwrap()];
        assert_eq!(entry["bytes"], bytes.len(), "{name}");
    }
    assert_eq!(boot["snapshot/fr.json"]["language"], "fr");
    let of_both = serde_json::json!(["contacts", "events"]);
    assert_eq!(boot["part-contacts-events.wasm"]["parts"], of_both);

    let worker = text("sw.js");
    let keys = |list: &serde_json::Value| -> BTreeSet<String> {
        list.as_object().unwrap().keys().cloned().collect()
    };
    let shared = keys(&list(&worker, "PUBLISHED"));
    let on_request = keys(&list(&worker, "ON_REQUEST"));
    let languages = list(&worker, "LANGUAGES");
    let mut kept = shared.clone();
    for localization in localizations() {
        let entry = &languages[localization.language()];
        assert_eq!(entry["folder"], localization.folder);
        let address = entry["list"]["address"].as_str().unwrap();
        let rows: Vec<(String, String, usize)> = serde_json::from_str(&text(address)).unwrap();
        for (address, _, length) in &rows {
            let index = address.is_empty() || address.ends_with('/');
            let name = format!("{address}{}", if index { "index.html" } else { "" });
            assert_eq!(files[&name].len(), *length, "{address}");
        }
        let pages: BTreeSet<_> = rows.into_iter().map(|(address, ..)| address).collect();
        let shared_page = pages.intersection(&kept).next();
        assert_eq!(shared_page, None, "{} has its own", localization.language());
        kept.extend(pages);
        for file in localization.texts.keys() {
            let address = format!("data/{file}");
            assert!(on_request.contains(&address), "{address}");
        }
    }
    let is_kept = on_request.intersection(&kept).next();
    assert_eq!(is_kept, None, "what no page needs is not fetched");
    assert_eq!(boot["events/fr.ics"]["later"], true);
    for (name, entry) in boot.as_object().unwrap() {
        assert_eq!(
            entry.get("later").is_some(),
            ["contacts/", "editions/", "events/", "members/"]
                .iter()
                .any(|folder| name.starts_with(folder))
                || parts[1..].contains(name)
                || PROGRAM_PARTS.contains(&name.as_str())
                || [MAP_SVG, FINE_MAP_SVG].contains(&name.as_str())
                // A page has one of them from the start.
                || ["lists.css", "pages.css"].contains(&name.as_str()),
            "{name}"
        );
        let address = entry["address"].as_str().unwrap();
        // Outlines to take away or to zoom in on, and editions, are kept once they were asked for.
        let is_kept = kept.contains(address);
        let is_of_edition = name.starts_with("editions/");
        let is_extra = name.ends_with(".geojson") || name == FINE_MAP_SVG || is_of_edition;
        assert_eq!(is_kept, !is_extra, "{name}");
        assert!(is_kept || on_request.contains(address), "{name}");
        let is_shared = entry.get("language").is_none();
        assert_eq!(shared.contains(address), is_shared && is_kept, "{name}");
    }
    for address in SITE.pages.keys() {
        assert!(
            kept.contains(address) && !shared.contains(address),
            "{address} is read without a network"
        );
    }
    let pictures = kept.iter().any(|address| address.starts_with("previews/"));
    assert!(!pictures, "what no page shows is not kept");
    let is_for_others = |address: &String| {
        let folders = address.contains("calendars/") || address.contains("feeds/");
        folders || address.ends_with("/event.ics")
    };
    assert!(!kept.iter().any(is_for_others), "nor what others ask for");
}

#[test]
fn a_pack_holds_the_files_of_its_list_in_their_order() {
    let files = LAKES.files();
    let named = |start: &str, ending: &str| {
        let mut named = files.iter();
        let (_, bytes) = named
            .find(|(name, _)| name.starts_with(start) && name.ends_with(ending))
            .unwrap();
        bytes.as_slice()
    };
    let rows: Vec<(String, String, usize)> =
        serde_json::from_slice(named("assets/pages-fr-", ".json")).unwrap();
    // The parts of the snapshot and the drawings, in the order of their names.
    let stems = ["contacts-", "core-", "events-", "icon-", "map-", "sources-"];
    let is_known = |name: &str| {
        let file = name.strip_prefix("assets/").unwrap_or_default();
        let ending = Path::new(file).extension();
        let is_text = ending.is_some_and(|ending| ending == "json" || ending == "svg");
        is_text && stems.iter().any(|stem| file.starts_with(stem))
    };
    let known = files.iter().filter(|(name, _)| is_known(name));
    let known = known.map(|(_, bytes)| bytes.as_slice()).collect::<Vec<_>>();
    let known = known.concat();
    let length: usize = rows.iter().map(|(.., length)| length).sum();
    let mut content = Vec::new();
    LzmaReader::new_with_props(
        named("assets/pages-fr-", ".bin"),
        u64::try_from(length).unwrap(),
        3,
        u32::try_from(known.len() + length).unwrap(),
        Some(&known),
    )
    .and_then(|mut reader| reader.read_to_end(&mut content))
    .unwrap();
    let mut rest = content.as_slice();
    for (address, hash, length) in rows {
        let (file, others) = rest.split_at(length);
        let digest = BASE64_STANDARD.encode(Sha256::digest(file));
        assert_eq!(hash, format!("sha256-{digest}"), "{address}");
        rest = others;
    }
    let sizes: serde_json::Value = serde_json::from_slice(&files["offline.json"]).unwrap();
    let bytes = named("assets/pages-fr-", ".json").len() + named("assets/pages-fr-", ".bin").len();
    assert_eq!(sizes["fr"], bytes);
}

#[test]
fn the_archive_holds_the_whole_site_in_one_folder() {
    let archive = fs::File::open(SITE.folder.join("nam-pn.zip")).unwrap();
    let archive = zip::ZipArchive::new(archive).unwrap();
    let packed: BTreeSet<_> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    let is_left_out = |name: &String| {
        let endings = ["br", "gz", "zip"].map(Some);
        let ending = Path::new(name)
            .extension()
            .and_then(|ending| ending.to_str());
        endings.contains(&ending) || name.starts_with("previews/")
    };
    let files = SITE.files().into_keys().filter(|name| !is_left_out(name));
    let files: BTreeSet<_> = files.map(|name| format!("nam-pn/{name}")).collect();
    assert_eq!(packed, files);
}

#[test]
fn what_readers_take_away_is_everything_in_their_language() {
    let files = SITE.files();
    for localization in localizations() {
        let code = localization.language();
        let of = |what: &str, form: &str| {
            let start = format!("assets/export-{what}-{code}-");
            let ending = format!(".{form}");
            let mut names = files.keys();
            let name = names.find(|name| name.starts_with(&start) && name.ends_with(&ending));
            String::from_utf8(files[name.unwrap()].clone()).unwrap()
        };
        let directory = localization.site.directory;
        let counts = [
            ("members", directory.members.len()),
            ("events", directory.events.len()),
            (
                "contacts",
                directory.members.iter().map(|one| one.contacts.len()).sum(),
            ),
        ];
        for (what, count) in counts {
            assert_eq!(of(what, "csv").lines().count(), 1 + count, "{what} {code}");
            let json: serde_json::Value = serde_json::from_str(&of(what, "json")).unwrap();
            assert_eq!(json.as_array().unwrap().len(), count, "{what} {code}");
        }
        let calendar = &files[&localization.at("calendars/all.ics")];
        assert!(of("events", "ics").as_bytes() == calendar, "{code}");
    }
}

#[test]
fn the_pages_of_the_data_and_of_the_events_name_the_feeds() {
    for (address, html) in &SITE.pages {
        let named = html.matches("application/atom+xml").count();
        let folder = address.rsplit('/').nth(1).unwrap_or_default();
        let is_below = address.ends_with("sources/events/");
        let expected = match folder {
            "data" => 2,
            _ if address.contains("data/editions/") => 1,
            "events" if !is_below => 1,
            _ => 0,
        };
        assert_eq!(named, expected, "{address}");
    }
    let french = &SITE.pages["fr/data/"];
    assert!(french.contains("href=\"../../fr/feeds/changes.atom\""));
}

#[test]
fn compressed_copies_hold_the_same_bytes() {
    let files = LAKES.files();
    let copy = |name: &str, ending: &str| files.get(&format!("{name}{ending}"));
    let mut copies = 0;
    for (name, bytes) in &files {
        let (Some(brotli), Some(gzip)) = (copy(name, ".br"), copy(name, ".gz")) else {
            continue;
        };
        let mut text = Vec::new();
        brotli::Decompressor::new(brotli.as_slice(), 4096)
            .read_to_end(&mut text)
            .unwrap();
        assert!(text == *bytes, "{name}.br");
        text.clear();
        flate2::read::GzDecoder::new(gzip.as_slice())
            .read_to_end(&mut text)
            .unwrap();
        assert!(text == *bytes, "{name}.gz");
        assert!(
            brotli.len() < bytes.len() && gzip.len() < bytes.len(),
            "{name}"
        );
        copies += 1;
    }
    assert!(copies > LAKES.pages.len(), "{copies} files have copies");
}

#[test]
fn every_member_has_a_picture_of_its_own() {
    let files = SITE.files();
    let members = &nam().site.directory.members;
    let pictures = members
        .iter()
        .map(|member| &files[&format!("previews/members/{}.png", member.slug)]);
    let different: BTreeSet<_> = pictures.collect();
    assert_eq!(different.len(), members.len());
    // The name stands in ink, whatever colours the palette holds.
    let chad = Pixmap::decode_png(&files["previews/members/chad.png"]).unwrap();
    let ink = chad.pixels().iter().filter(|pixel| {
        let parts = [pixel.red(), pixel.green(), pixel.blue()];
        parts
            .into_iter()
            .zip([27_u8, 36, 48])
            .all(|(part, ink)| part.abs_diff(ink) < 10)
    });
    assert!(ink.count() > 2000, "pixels in ink");
    for picture in different {
        // Signature and IHDR of PNG: 1200 by 630.
        assert_eq!(picture[16..24], [0, 0, 4, 176, 0, 0, 2, 118]);
    }
}

#[test]
fn any_network_is_written_and_twice_the_same() {
    let first = LAKES.files();
    let second = TestSite::new(THREE, "second", None).files();
    for (name, bytes) in &first {
        assert!(second[name] == *bytes, "{name}");
    }
    assert_eq!(first.len(), second.len());
    let home = String::from_utf8_lossy(&first["index.html"]);
    assert!(
        !home.contains("Non-Aligned"),
        "no name stands in the program"
    );
}
