//! What feeds and pages say of an edition of the data.

use directory::Catalogue;
use directory::model::Edition;

/// How many records it changed; that it is the earliest where nothing is known
/// before it.
pub fn changes(words: &Catalogue, edition: &Edition) -> String {
    if edition.changes.is_none() {
        return words.editions_earliest().to_owned();
    }
    let [added, changed, removed] = edition.counts();
    words.editions_counts(
        &words.editions_added(added),
        &words.editions_changed(changed),
        &words.editions_removed(removed),
    )
}
