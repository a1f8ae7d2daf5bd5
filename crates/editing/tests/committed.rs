//! The data files of this repository.

mod files;

use editing::licences::by_licence;
use editing::prune::without_source;
use editing::{check, read};

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
    for group in by_licence(&directory) {
        let mut sources = group.sources;
        sources.sort_by_key(|source| source.cited.len());
        let id = &sources.last().unwrap().source.id;
        match without_source(&files, id) {
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
}
