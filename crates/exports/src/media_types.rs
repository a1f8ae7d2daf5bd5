//! The media types of the files of a site, by the endings of their names.

/// What a kind of file is called in `content-type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MediaType {
    /// The ending of the files' names.
    pub ending: &'static str,
    /// As registered with IANA, without parameters.
    pub name: &'static str,
    /// Whether compressing makes such files smaller: they are not compressed
    /// already.
    pub is_compressible: bool,
}

impl MediaType {
    /// The name with the encoding of its text, which is UTF-8 in every file.
    pub fn with_charset(&self) -> String {
        format!("{}; charset=utf-8", self.name)
    }
}

/// All kinds of files that a site holds, by their endings.
pub const MEDIA_TYPES: [MediaType; 21] = [
    compressible("atom", "application/atom+xml"),
    compressed("bin", "application/octet-stream"),
    compressible("css", "text/css"),
    compressible("csv", "text/csv"),
    compressible("geojson", "application/geo+json"),
    compressible("html", "text/html"),
    compressed("ico", "image/vnd.microsoft.icon"),
    compressible("ics", "text/calendar"),
    compressible("js", "text/javascript"),
    compressible("json", "application/json"),
    compressible("md", "text/markdown"),
    compressed("png", "image/png"),
    compressible("sqlite", "application/vnd.sqlite3"),
    compressible("svg", "image/svg+xml"),
    compressible("txt", "text/plain"),
    compressible("vcf", "text/vcard"),
    compressible("wasm", "application/wasm"),
    compressible("webmanifest", "application/manifest+json"),
    compressed(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    compressible("xml", "application/xml"),
    compressed("zip", "application/zip"),
];

/// The media type of files with this ending.
pub fn media_type_by_ending(ending: &str) -> Option<MediaType> {
    let known = MEDIA_TYPES.iter().find(|known| known.ending == ending);
    known.copied()
}

const fn compressible(ending: &'static str, name: &'static str) -> MediaType {
    MediaType {
        ending,
        name,
        is_compressible: true,
    }
}

const fn compressed(ending: &'static str, name: &'static str) -> MediaType {
    MediaType {
        is_compressible: false,
        ..compressible(ending, name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_stands_once_and_is_found() {
        assert!(MEDIA_TYPES.is_sorted_by(|one, next| one.ending < next.ending));
        for known in MEDIA_TYPES {
            assert_eq!(media_type_by_ending(known.ending), Some(known));
        }
        assert_eq!(media_type_by_ending("exe"), None);
        let calendar = media_type_by_ending("ics").map(|known| known.with_charset());
        assert_eq!(calendar.as_deref(), Some("text/calendar; charset=utf-8"));
    }
}
