//! How the data are cited, in the Citation File Format.

use directory::Directory;
use serde_json::json;

use crate::base_url::BaseUrl;

/// The address of the file, below the site's folder.
pub const PATH: &str = "CITATION.cff";

/// The file, by version 1.2.0 of the format. Its lists and texts are written as
/// JSON, which is YAML too.
pub fn text(directory: &Directory, base_url: &BaseUrl) -> String {
    let network = &directory.network;
    let language = directory.language();
    let (name, tagline) = (network.names.get(language), network.taglines.get(language));
    let url = base_url.is_known().then(|| base_url.link("", ""));
    let fields = [
        ("cff-version", Some(json!("1.2.0"))),
        ("type", Some(json!("dataset"))),
        ("message", Some(json!(directory.catalogue.sources_cite()))),
        ("title", Some(json!(format!("{name}: {tagline}")))),
        ("authors", Some(json!([{ "name": name }]))),
        ("version", Some(json!(network.data_version))),
        (
            "date-released",
            network.data_date.day().map(|_| json!(network.data_date)),
        ),
        ("url", url.map(|url| json!(url))),
    ];
    let lines = fields.into_iter();
    let lines = lines.filter_map(|(field, value)| Some(format!("{field}: {}\n", value?)));
    lines.collect()
}
