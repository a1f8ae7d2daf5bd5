//! The data files of this repository.

mod files;

use directory::model::{Contact, ContactKind, Status};
use editing::licences::by_licence;
use editing::prune::without_source;
use editing::{DataFiles, check, read};

#[test]
fn the_committed_data_give_no_findings() {
    let files = files::read(&files::folder("../../public/data"));
    let findings: Vec<String> = check(&files).iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

/// Tried for the source of each licence that most rests on: the others, tried
/// one by one, take minutes.
#[test]
fn the_committed_data_stay_valid_without_a_source() {
    let files = files::read(&files::folder("../../public/data"));
    let (directory, _) = read(&files).unwrap();
    let groups = by_licence(&directory);
    std::thread::scope(|scope| {
        for group in groups {
            let sources = group.sources.iter();
            let most_cited = sources.max_by_key(|source| source.cited.len());
            let id = most_cited.unwrap().source.id.clone();
            let files = &files;
            scope.spawn(move || stays_valid_without(files, &id));
        }
    });
}

fn stays_valid_without(files: &DataFiles, id: &str) {
    match without_source(files, id) {
        Ok(pruned) => {
            let findings = check(&pruned.files);
            assert!(findings.is_empty(), "without {id}: {}", findings[0]);
            let left = format!("\"id\": \"{id}\"");
            assert!(!pruned.files["sources.json"].contains(&left), "{id}");
        }
        // What the whole site rests on is said, not taken out.
        Err(finding) => {
            let whole = ["network.json", "map.json"];
            assert!(whole.contains(&finding.file.as_str()), "{finding}");
        }
    }
}

/// Members whose parliament is reached so: what the first facts had, and what
/// they have with the second round, of 2026-11-28, by the README of that round.
#[test]
fn as_many_members_are_reached_as_the_facts_say() {
    use ContactKind::{Address, Email, Fax, Phone, Place, Website};
    let files = files::read(&files::folder("../../public/data"));
    let (directory, _) = read(&files).unwrap();
    for (kinds, before, now) in [
        (&[Email, Phone, Fax, Address][..], 13, 71),
        (&[Email, Phone, Fax, Address, Place], 13, 80),
        (&[Email], 8, 43),
        (&[Phone], 9, 51),
        (&[Email, Phone], 12, 57),
        (&[Address], 8, 62),
        (&[Website], 99, 109),
    ] {
        let is_reached = |contacts: &[Contact]| {
            let mut contacts = contacts.iter();
            contacts.any(|contact| kinds.contains(&contact.kind))
        };
        let members = directory.members.iter();
        let members = members.filter(|member| member.status == Status::Member);
        let count = members.filter(|member| is_reached(&member.contacts));
        assert_eq!(count.count(), now, "{kinds:?}, {before} before");
    }
}
