//! Every feed is read back by a library that did not write it.

use std::collections::{BTreeMap, BTreeSet};

use directory::model::LocalizedText;
use exports::event_text::{description, title};
use exports::plain_text::strip_controls;
use feed_rs::model;
use proptest::prelude::*;

use super::*;
use crate::tests::{LAKES, SITE, changed, lakes, localizations};

fn read(bytes: &[u8]) -> model::Feed {
    let feed = feed_rs::parser::parse(bytes).unwrap();
    assert_eq!(feed.feed_type, model::FeedType::Atom);
    feed
}

fn base_url(site_url: Option<&str>) -> BaseUrl {
    BaseUrl::new(site_url.map(str::to_owned)).unwrap()
}

#[test]
fn every_feed_is_read_alike_by_another_library() {
    let mut ids = BTreeSet::new();
    for (site, localizations) in [(&*SITE, localizations()), (&*LAKES, lakes())] {
        let files = site.files();
        for localization in localizations {
            let directory = localization.site.directory;
            let network = directory.network.short_names.get(localization.language());
            let feed = read(&files[&localization.at(Feed::Events.path())]);
            assert_eq!(feed.language.as_deref(), Some(localization.language()));
            assert_eq!(feed.entries.len(), directory.events.len());
            assert!(feed.title.unwrap().content.starts_with(network));
            assert!(ids.insert(feed.id));
            let mut newest = directory.events.last().unwrap().start;
            let mut last_moments = BTreeMap::new();
            for entry in feed.entries {
                let link = &entry.links[0].href;
                let id = link.trim_end_matches('/').rsplit('/').next().unwrap();
                let event = directory.event(id).unwrap();
                assert_eq!(entry.title.unwrap().content, title(directory, event));
                assert!(event.start <= newest, "the newest first");
                newest = event.start;
                // Of those of one day, a reader who sorts by moments has the same.
                let moment = entry.updated.unwrap();
                let last = last_moments.insert(moment.date_naive(), (moment, event.start));
                if let Some((last_moment, last_start)) = last {
                    let order = (event.start < last_start, moment < last_moment);
                    assert!(
                        matches!(order, (true, true) | (false, false)),
                        "{id}: {order:?}"
                    );
                }
                let summary = entry.summary.unwrap().content;
                assert_eq!(summary, description(directory, event));
                let kind = &directory.network[event.kind].id;
                assert_eq!(&entry.categories[0].term, kind);
                assert!(ids.insert(entry.id), "{id}: an id of its own");
            }
            let feed = read(&files[&localization.at(Feed::Changes.path())]);
            assert_eq!(feed.entries.len(), directory.network.changes.len());
            assert!(ids.insert(feed.id));
            for (entry, change) in feed.entries.into_iter().zip(&directory.network.changes) {
                let text = directory.translated(&change.text).text;
                assert_eq!(entry.title.unwrap().content, text);
                let updated = entry.updated.unwrap().to_rfc3339();
                assert!(
                    updated.starts_with(&format!("{}T00:0", change.date)),
                    "{updated}"
                );
                assert!(ids.insert(entry.id));
            }
        }
    }
}

#[test]
fn ids_are_the_same_wherever_the_site_stands_and_links_are_not() {
    let french = &lakes()[1];
    let events = |site_url| read(xml(french, &base_url(site_url), Feed::Events).as_bytes());
    let (here, there) = (events(None), events(Some("https://lakes.example")));
    assert_eq!(here.id, there.id);
    assert!(here.id.starts_with("urn:uuid:") && here.id.len() == 45);
    assert_eq!(&here.id[23..24], "8", "the version: {}", here.id);
    let newest = |feed: &model::Feed| {
        let entry = &feed.entries[0];
        (entry.id.clone(), entry.links[0].href.clone())
    };
    let (id, link) = newest(&here);
    let (same, absolute) = newest(&there);
    assert_eq!(id, same);
    assert_eq!(link, "../../fr/events/lake-day-2030/");
    assert_eq!(absolute, "https://lakes.example/fr/events/lake-day-2030/");
    assert_eq!(
        there.links[1].href,
        "https://lakes.example/fr/feeds/events.atom"
    );
    assert_eq!(there.links[0].href, "https://lakes.example/fr/events/");
}

#[test]
fn a_further_change_on_a_day_leaves_the_ids_of_others() {
    let localization = changed(0, |_| {});
    let ids = |localization: &Localization| -> Vec<String> {
        let feed = read(xml(localization, &base_url(None), Feed::Changes).as_bytes());
        feed.entries.into_iter().map(|entry| entry.id).collect()
    };
    let before = ids(&localization);
    let mut directory = localization.site.directory.clone();
    let mut newer = directory.network.changes[0].clone();
    newer.text = "More.".to_owned();
    directory.network.changes.insert(0, newer);
    let site = hemicycle::Site::new(
        Box::leak(Box::new(directory)),
        str::to_owned,
        Vec::new(),
        Vec::new(),
    );
    let after = ids(&Localization {
        site: Box::leak(Box::new(site)),
        ..localization
    });
    assert_eq!(after[1..], before);
    assert!(!before.contains(&after[0]));
}

proptest! {
    #[test]
    fn any_title_comes_back_and_adds_nothing(
        title in prop_oneof![any::<String>(), "[<>&'\"\\]!\r\n\t a-z-]{0,30}",
            Just("</title><entry>]]>&amp;".to_owned())],
    ) {
        let title = format!("a{title}z");
        let localization = changed(0, |event| {
            event.titles = LocalizedText([("en".to_owned(), title.clone())].into());
            event.place = None;
        });
        let count = localization.site.directory.events.len();
        let read = read(xml(&localization, &base_url(None), Feed::Events).as_bytes());
        prop_assert_eq!(read.entries.len(), count);
        let page = format!("/events/{}/", localization.site.directory.events[0].id);
        let entry = read.entries.into_iter().find(|entry| entry.links[0].href.ends_with(&page));
        prop_assert_eq!(entry.unwrap().title.unwrap().content, strip_controls(&title));
    }
}
