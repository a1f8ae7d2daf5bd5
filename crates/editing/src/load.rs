//! From the data files to the whole [`Directory`].

use std::sync::Arc;

use directory::Directory;
use directory::catalogue::Catalogue;
use directory::model::{Collation, Map, Outline};
use directory::search::characters;

use crate::Finding;
use crate::collation::collator_for;
use crate::files::DataFiles;
use crate::han_variants::letter_variants;
use crate::licences::assign_source_scopes;
use crate::read::read_records;
use crate::records;

/// Builds the directory out of all valid records, and names what is wrong with
/// the others, in the order of [`crate::FILES`] and of their place in them.
///
/// # Errors
/// Only where nothing can be shown: network.json or members.json is
/// missing from `files` or is no JSON of the right form.
pub fn read(files: &DataFiles) -> Result<(Directory, Vec<Finding>), Vec<Finding>> {
    let words = Arc::new(Catalogue::english());
    let compare = collator_for(words.language_locale());
    read_for_language(&words, &compare, files)
}

/// The same for readers of another language, who sort by `collation`; `files`
/// may hold the translations of the data, `texts/{code}.json`.
///
/// # Errors
/// As for [`read`].
pub fn read_for_language(
    words: &Arc<Catalogue>,
    collation: &Collation,
    files: &DataFiles,
) -> Result<(Directory, Vec<Finding>), Vec<Finding>> {
    match read_records(words, collation, files) {
        (Some(mut directory), findings) => {
            assign_source_scopes(&mut directory);
            directory.letter_variants = letter_variants(&characters(&directory));
            Ok((directory, findings))
        }
        (None, findings) => Err(findings),
    }
}

/// Reads the map as it is drawn where readers zoom in: the shapes of
/// fine-map.json, which a network need not have.
///
/// # Errors
/// It is not what `cargo xtask map` writes.
pub fn read_fine_map(text: &str) -> serde_json::Result<Map> {
    serde_json::from_str::<records::Map>(text).map(Map::from)
}

/// Without its sources, which are known by their place among all.
impl From<records::Map> for Map {
    fn from(map: records::Map) -> Self {
        let shapes = map.shapes.into_iter().map(|shape| Outline {
            id: shape.id,
            path: shape.path,
            point: shape.point,
            bounds: shape.bounds,
            area: shape.area,
            hatched: shape.hatched,
        });
        Self {
            size: map.size,
            shapes: shapes.collect(),
            dashed: map.dashed,
            sources: Vec::new(),
        }
    }
}
