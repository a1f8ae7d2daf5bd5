//! The data files of this repository.

mod files;

use std::collections::BTreeSet;

use domain::licences::{by_licence, without_source};
use domain::{Directory, check};

#[test]
fn the_committed_data_give_no_findings() {
    let files = files::read(&files::folder("../../public/data"));
    let findings: Vec<String> = check(&files).iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn the_committed_data_stay_sound_without_any_one_source() {
    let files = files::read(&files::folder("../../public/data"));
    let (directory, _) = Directory::read(&files).unwrap();
    for source in by_licence(&directory)
        .iter()
        .flat_map(|group| &group.sources)
    {
        let id = &source.source.id;
        match without_source(&files, id) {
            Ok(without) => {
                assert_eq!(check(&without.files), [], "without {id}");
                let cited = without
                    .files
                    .values()
                    .any(|text| text.contains(&format!("\"{id}\"")));
                assert!(!cited, "{id}");
            }
            // What the whole site rests on is said, not taken out.
            Err(finding) => {
                let whole: BTreeSet<&str> = ["network.json", "map.json"].into();
                assert!(whole.contains(finding.file.as_str()), "{finding}");
            }
        }
    }
}
