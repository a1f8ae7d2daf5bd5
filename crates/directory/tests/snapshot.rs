//! What the program reads is what was proved.

#[path = "../../editing/tests/files/mod.rs"]
mod files;

use std::sync::Arc;

use directory::Directory;
use directory::catalogue::{Catalogue, SiteLanguage};
use directory::fixture::directory as fixture;
use directory::model::Provenance;
use directory::model::{
    ContactDetails, Deferred, EventDetails, Locality, LocalizedText, LonLat, MemberIdx, Name,
    NameRanks, Origin, SourceScope,
};
use directory::snapshot::{self, LanguagePart, Part, SnapshotError, VERSION};
use proptest::prelude::*;

/// The directory as it is written and read again, with all its parts.
fn read_back(directory: &Directory) -> Directory {
    let language = LanguagePart::write(directory, &directory.translations, &[]);
    let language = LanguagePart::read(&language).expect("a language");
    let core = snapshot::write(directory, Part::Core);
    let read = language.directory(&core).expect("the core");
    for part in Part::ALL {
        read.add(part, &snapshot::write(directory, part))
            .unwrap_or_else(|error| panic!("{}: {error}", part.name()));
    }
    read
}

/// The directory without what only published pages tell, and without names in a
/// script that only readers of another language type.
fn without_published(mut directory: Directory) -> Directory {
    let is_chinese = directory.language() == "zh";
    let strip_names = |names: &mut Vec<Name>| {
        for name in names {
            name.sources.clear();
        }
    };
    directory.catalogue = Arc::new(directory.catalogue.without_published());
    let network = &mut directory.network;
    network.history.clear();
    network.changes.clear();
    network.provenance = Provenance::default();
    for organ in &mut network.organs {
        organ.text = None;
        organ.offices.clear();
        organ.origin = Origin::default();
    }
    for former in &mut network.former_members {
        former.provenance.fields.clear();
        let sources = std::mem::take(&mut former.provenance.record.sources);
        former.provenance.record = Origin {
            sources,
            ..Origin::default()
        };
    }
    for organisation in &mut directory.organisations {
        organisation.founded = None;
        organisation.seat = None;
        organisation.country = None;
        organisation.contacts.clear();
        organisation.members_count = None;
        organisation.notes.clear();
        organisation.provenance = Provenance::default();
    }
    for member in &mut directory.members {
        member.wikidata = None;
        member.joined_at = None;
        member.notes.clear();
        member.provenance = Provenance::default();
        strip_names(&mut member.native_names);
        strip_names(&mut member.aliases);
        let aliases = &mut member.aliases;
        aliases.retain(|alias| is_chinese || !alias.lang.starts_with("zh-Hant"));
        for membership in &mut member.memberships {
            membership.origin = Origin::default();
        }
        for contact in member.contacts.iter_mut() {
            contact.details = ContactDetails::default();
        }
        let Some(parliament) = &mut member.parliament else {
            continue;
        };
        parliament.wikidata = None;
        parliament.notes.clear();
        parliament.provenance = Provenance::default();
        strip_names(&mut parliament.names);
        for chamber in &mut parliament.chambers {
            chamber.composition = None;
            chamber.later_election = None;
            chamber.notes.clear();
            chamber.provenance = Provenance::default();
            strip_names(&mut chamber.names);
        }
    }
    for event in directory.events.iter_mut() {
        event.details = EventDetails::default();
    }
    for source in directory.sources.iter_mut() {
        source.covers = None;
        source.scope = SourceScope::default();
    }
    directory.boundaries.clear();
    if let Some(map) = directory.map.get_mut() {
        map.dashed.clear();
        for shape in &mut map.shapes {
            shape.path.clear();
            shape.hatched = false;
        }
    }
    directory
}

fn data(folder: &str, language: &str) -> Directory {
    let data = files::read(&files::folder(folder));
    let catalogue = format!("../../public/locales/{language}.json");
    let catalogue = std::fs::read_to_string(files::folder(&catalogue)).expect("a catalogue");
    let words = Arc::new(Catalogue::read(&catalogue).expect("a sound catalogue"));
    let read = editing::read_for_language(&words, &str::cmp, &data);
    read.expect("the data can be read").0
}

#[test]
fn the_committed_data_come_back_as_they_were_proved() {
    for (folder, language) in [
        ("../../public/data", "en"),
        ("../../public/data", "zh"),
        ("../editing/tests/three", "en"),
    ] {
        let proved = data(folder, language);
        let read = read_back(&proved);
        let (read, proved) = (
            format!("{read:#?}"),
            format!("{:#?}", without_published(proved)),
        );
        let lines = || read.lines().zip(proved.lines());
        let other = lines().position(|(one, other)| one != other);
        assert!(
            read == proved,
            "{folder} in {language}: {:?}",
            other.map(|line| lines().nth(line))
        );
    }
}

#[test]
fn a_part_of_another_version_is_told_apart_from_a_broken_one() {
    let directory = fixture();
    let events = snapshot::write(&directory, Part::Events);
    let read = |text: &str| read_back(&directory).add_again(Part::Events, text);
    let newer = events.replacen(&format!("[{VERSION},"), &format!("[{},", VERSION + 1), 1);
    assert_eq!(read(&newer), Err(SnapshotError::OtherVersion));
    // Also where its form is another.
    let other_form = format!("[{},{{\"events\":[]}}]", VERSION + 1);
    assert_eq!(read(&other_form), Err(SnapshotError::OtherVersion));
    let no_number_of_ours = format!("[{},[]]", u64::MAX);
    assert_eq!(read(&no_number_of_ours), Err(SnapshotError::OtherVersion));
    let cut = &events[..events.len() / 2];
    let empty = format!("[{VERSION}]");
    let other = format!("[{VERSION},{{}}]");
    for broken in [cut, "", "[", "<!doctype html>", &empty, &other, "{}"] {
        assert!(
            matches!(read(broken), Err(SnapshotError::Unreadable)),
            "{broken:.20}"
        );
    }
}

#[test]
fn a_part_without_its_dates_is_refused() {
    let directory = fixture();
    let language = LanguagePart::write(&directory, &directory.translations, &[]);
    let language = || LanguagePart::read(&language).unwrap();
    // A record that is not there has no date; nor has one with a number for it.
    for core in [
        format!("[{VERSION},null]"),
        format!("[{VERSION},[[],[],[]]]"),
    ] {
        let read = language().directory(&core);
        assert_eq!(read.err(), Some(SnapshotError::Unreadable), "{core}");
    }
    let events = snapshot::write(&directory, Part::Events);
    let first = directory.events[0].start.to_string();
    let numbered = events.replacen(&format!("\"{first}\""), "7", 1);
    assert_ne!(numbered, events);
    for events in [format!("[{VERSION},[null]]"), numbered] {
        let read = read_back(&directory).add_again(Part::Events, &events);
        assert_eq!(read, Err(SnapshotError::Unreadable), "{events}");
    }
}

#[test]
fn a_language_of_fewer_or_more_texts_than_the_program_says_is_of_another_version() {
    let directory = fixture();
    let language = LanguagePart::write(&directory, &directory.translations, &[]);
    let mut fewer: serde_json::Value = serde_json::from_str(&language).unwrap();
    let mut more = fewer.clone();
    let [of_fewer, of_more] = [&mut fewer, &mut more].map(|part| {
        let texts = part[1][0][0].as_array_mut();
        texts.expect("a catalogue begins with its texts")
    });
    of_fewer.remove(0);
    of_more.push("New".into());
    for other in [fewer, more] {
        let read = LanguagePart::read(&other.to_string());
        assert_eq!(read.err(), Some(SnapshotError::OtherVersion));
    }
}

/// The fixture without its last member.
fn without_last_member() -> Directory {
    let mut directory = fixture();
    directory.members.pop();
    let by_name: Vec<_> = MemberIdx::all(&directory).collect();
    directory.name_ranks = NameRanks::from_order(&by_name);
    directory
}

#[test]
fn a_language_of_fewer_or_more_members_than_the_core_is_of_another_version() {
    let whole = fixture();
    let other = without_last_member();
    for (language, core) in [(&whole, &other), (&other, &whole)] {
        let language = LanguagePart::write(language, &language.translations, &[]);
        let language = LanguagePart::read(&language).unwrap();
        let read = language.directory(&snapshot::write(core, Part::Core));
        assert_eq!(read.err(), Some(SnapshotError::OtherVersion));
    }
}

#[test]
fn contacts_of_fewer_or_more_members_than_there_are_are_refused() {
    let whole = fixture();
    let other = without_last_member();
    let contacts = [&whole, &other].map(|directory| snapshot::write(directory, Part::Contacts));
    for (directory, contacts) in [(&other, &contacts[0]), (&whole, &contacts[1])] {
        let language = LanguagePart::write(directory, &directory.translations, &[]);
        let core = snapshot::write(directory, Part::Core);
        let read = LanguagePart::read(&language).unwrap();
        let read = read.directory(&core).unwrap();
        assert_eq!(
            read.add(Part::Contacts, contacts),
            Err(SnapshotError::Unreadable)
        );
        assert!(!read.has(Part::Contacts));
    }
}

/// Adds a part as if it had not come.
trait AddAgain {
    fn add_again(self, part: Part, text: &str) -> Result<(), SnapshotError>;
}

impl AddAgain for Directory {
    fn add_again(mut self, part: Part, text: &str) -> Result<(), SnapshotError> {
        self.events = Deferred::default();
        self.add(part, text)
    }
}

#[test]
fn a_part_comes_once_and_is_missed_until_then() {
    let whole = fixture();
    let language = LanguagePart::write(&whole, &whole.translations, &[]);
    let language = LanguagePart::read(&language).unwrap();
    let directory = language
        .directory(&snapshot::write(&whole, Part::Core))
        .unwrap();
    for part in [Part::Contacts, Part::Events, Part::Sources] {
        assert!(!directory.has(part), "{}", part.name());
        directory.add(part, &snapshot::write(&whole, part)).unwrap();
        assert!(directory.has(part), "{}", part.name());
        // Whether or not it could be taken.
        directory.add(part, &format!("[{VERSION},[]]")).ok();
    }
    assert_eq!(directory.events.len(), whole.events.len());
    assert_eq!(directory.sources.len(), whole.sources.len());
    assert!(directory.map.get().is_none());
}

#[test]
fn a_language_brings_its_words_and_names_the_others() {
    let directory = fixture();
    let other = SiteLanguage {
        code: "ar".to_owned(),
        name: "العربية".to_owned(),
        direction: "rtl".to_owned(),
        offer: "؟".to_owned(),
        decline: "لا".to_owned(),
    };
    let text = LanguagePart::write(
        &directory,
        &directory.translations,
        std::slice::from_ref(&other),
    );
    let language = LanguagePart::read(&text).unwrap();
    let shorter = directory.catalogue.without_published();
    assert_eq!(*language.catalogue, shorter);
    assert_eq!(shorter.sheet_open(), "", "which published pages say alone");
    assert_eq!(language.languages, [other]);
    assert_eq!(language.catalogue.export_csv(1200), "CSV, 1,200 rows");
}

proptest! {
    #[test]
    fn any_values_come_back(
        texts in proptest::collection::vec(any::<String>(), 1..20),
        numbers in proptest::collection::vec(any::<Option<u32>>(), 1..9),
        // No value of the files has more digits; of numbers with sixteen and
        // more the parser may miss the last bit.
        shares in proptest::collection::vec(proptest::option::of(0_u32..100_000), 1..9),
        degrees in proptest::collection::vec(-1_800_000_i32..1_800_000, 1..9),
        dates in proptest::collection::vec((1000_u16..=9999, 1_u8..=12), 1..9),
        flags in proptest::collection::vec(any::<bool>(), 1..9),
    ) {
        let mut directory = fixture();
        let mut texts = texts.iter().cycle().cloned();
        let mut text = || texts.next().expect("it goes round");
        let mut numbers = numbers.iter().cycle().copied();
        let mut shares = shares.iter().cycle();
        let mut degrees = degrees.iter().cycle();
        let mut dates = dates.iter().cycle();
        let mut date = || {
            let (year, month) = dates.next().expect("it goes round");
            directory::PartialDate::from_month(*year, *month)
        };
        let mut flags = flags.iter().cycle().copied();
        let mut flag = || flags.next().expect("it goes round");
        for member in &mut directory.members {
            member.slug = text();
            member.names = LocalizedText([(text(), text()), (text(), text())].into());
            member.joined = flag().then(&mut date);
            let degree = degrees.next().expect("it goes round");
            member.capital = flag().then(|| Locality {
                city: Arc::new(LocalizedText([(text(), text())].into())),
                position: LonLat {
                    lon: f64::from(*degree) / 10_000.0,
                    lat: 0.0,
                },
            });
            for chamber in member.parliament.iter_mut().flat_map(|one| &mut one.chambers) {
                chamber.seats = numbers.next().expect("it goes round");
                let share = shares.next().expect("it goes round");
                chamber.women_share = share.map(|share| f64::from(share) / 1_000.0);
            }
            for contact in member.contacts.iter_mut() {
                contact.last_verified = flag().then(&mut date);
            }
        }
        for event in directory.events.iter_mut() {
            event.theme = flag().then(&mut text);
            event.titles = LocalizedText([(text(), text())].into());
            event.start = date();
            event.online = flag();
        }
        for source in directory.sources.iter_mut() {
            source.title = text();
            source.url = flag().then(&mut text);
        }
        prop_assert!(read_back(&directory) == without_published(directory));
    }
}
