//! The files in which readers take away all of a subject in a language.

use directory::Directory;

use crate::calendars::InvalidTime;
use crate::media_types::{MediaType, media_type_by_ending};
use crate::page_urls::PageUrls;
use crate::{calendars, cards, contacts, events, geojson, members};

/// A file that holds all records of a subject.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// The name by which the program asks for it, the folder of the file's plain
    /// address: `members/en.csv`. With the ending it stands for one format alone.
    pub name: &'static str,
    /// The ending of the file's name.
    pub ending: &'static str,
    /// Gives what it holds.
    ///
    /// # Errors
    /// An event has a time that no clock shows.
    pub write: fn(&Directory, &dyn PageUrls) -> Result<String, InvalidTime>,
}

impl Format {
    /// The media type of the file.
    pub fn media_type(&self) -> MediaType {
        media_type_by_ending(self.ending).expect("a test looks up every format")
    }
}

/// All of them, in the order in which they are published.
///
/// The program fetches one when a reader asks for what is shown, and picks that
/// from the whole ([`directory::export::subset`]).
pub const FORMATS: [Format; 9] = [
    Format {
        name: "members",
        ending: "csv",
        write: |directory, _| Ok(members::csv(directory, &directory.members)),
    },
    Format {
        name: "members",
        ending: "json",
        write: |directory, _| Ok(members::json(directory, &directory.members)),
    },
    Format {
        name: "members",
        ending: "geojson",
        write: |directory, _| Ok(geojson::members(directory)),
    },
    Format {
        name: "contacts",
        ending: "csv",
        write: |directory, _| Ok(contacts::csv(directory, &directory.members)),
    },
    Format {
        name: "contacts",
        ending: "json",
        write: |directory, _| Ok(contacts::json(directory, &directory.members)),
    },
    Format {
        name: "contacts",
        ending: "vcf",
        write: |directory, urls| Ok(cards::cards(directory, &directory.members, urls)),
    },
    Format {
        name: "events",
        ending: "csv",
        write: |directory, _| Ok(events::csv(directory, &directory.events)),
    },
    Format {
        name: "events",
        ending: "json",
        write: |directory, _| Ok(events::json(directory, &directory.events)),
    },
    Format {
        name: "events",
        ending: "ics",
        write: |directory, urls| calendars::full_calendar(directory, urls),
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use directory::fixture::directory;

    use super::*;
    use crate::page_urls::NoUrls;

    #[test]
    fn every_format_has_a_media_type_and_holds_something() {
        let directory = directory();
        for format in FORMATS {
            assert!(format.media_type().is_compressible, "{format:?}");
            let text = (format.write)(&directory, &NoUrls).unwrap();
            assert!(text.lines().count() > 2, "{format:?}: {text}");
        }
    }

    #[test]
    fn a_name_with_its_ending_stands_for_one_format() {
        let names = FORMATS.map(|format| (format.name, format.ending));
        let unique: BTreeSet<_> = names.into_iter().collect();
        assert_eq!(unique.len(), FORMATS.len(), "{names:?}");
    }
}
