//! The rules of the style sheet that follow from network.json: a colour for
//! each of its regions and kinds of events, however many there are.

use std::fmt::Write;

use directory::model::{Colours, Network};

/// The rules, for the end of the style sheet of all pages: first the colours as
/// custom properties for the light and the dark theme and for paper, as
/// `styles/tokens.css` has the others; then who takes which of them.
pub fn rules(network: &Network) -> String {
    let light = properties(network, |colours| &colours.light);
    let dark = properties(network, |colours| &colours.dark);
    let mut rules = format!(
        ":root{{{light}}}\
         :root[data-theme=\"dark\"]{{{dark}}}\
         @media (prefers-color-scheme:dark){{:root:not([data-theme]){{{dark}}}}}\
         @media print{{:root,:root[data-theme],:root:not([data-theme]){{{light}}}}}"
    );
    for number in 1..=network.regions.len() {
        let _ = write!(
            rules,
            ".swatch--region-{number}{{--swatch:var(--region-{number})}}\
             .map-shape--region-{number},.map-marker--region-{number}\
             {{--region:var(--region-{number})}}\
             .map-hatch--region-{number} path{{stroke:var(--region-{number})}}"
        );
    }
    for number in 1..=network.event_types.len() {
        let _ = write!(
            rules,
            ".event-mark--{number}{{--event:var(--event-{number})}}"
        );
    }
    rules
}

/// `--region-1:#1d7f6c;` and so on, for one theme.
fn properties(network: &Network, theme_colour: fn(&Colours) -> &String) -> String {
    let regions = network.regions.iter().map(|region| &region.colours);
    let types = network.event_types.iter().map(|kind| &kind.colours);
    let regions = (1..).zip(regions).map(|numbered| ("region", numbered));
    let types = (1..).zip(types).map(|numbered| ("event", numbered));
    let mut properties = String::new();
    for (what, (number, colours)) in regions.chain(types) {
        let number: usize = number;
        let _ = write!(properties, "--{what}-{number}:{};", theme_colour(colours));
    }
    properties
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{LAKES, lakes};

    #[test]
    fn eight_regions_and_nine_kinds_of_events_have_their_colours() {
        let mut network = lakes()[0].site.directory.network.clone();
        let mut region = network.regions[0].clone();
        region.colours.light = "#123456".to_owned();
        region.colours.dark = "#fedcba".to_owned();
        network.regions.resize(8, region);
        let kind = network.event_types[0].clone();
        network.event_types.resize(9, kind);
        let rules = rules(&network);
        for (text, count) in [
            ("--region-8:#123456;", 2),
            ("--region-8:#fedcba;", 2),
            (".swatch--region-8{--swatch:var(--region-8)}", 1),
            (
                ".map-shape--region-8,.map-marker--region-8{--region:var(--region-8)}",
                1,
            ),
            (".map-hatch--region-8 path{stroke:var(--region-8)}", 1),
            (".event-mark--9{--event:var(--event-9)}", 1),
            ("--region-9", 0),
        ] {
            assert_eq!(rules.matches(text).count(), count, "{text}\n{rules}");
        }
    }

    #[test]
    fn the_style_sheet_of_all_pages_has_the_colours_of_its_network() {
        let files = LAKES.files();
        let is_sheet = |name: &str| {
            let stem = name.strip_suffix(".css");
            stem.is_some_and(|stem| stem.starts_with("assets/main-"))
        };
        let mut sheets = files.iter().filter(|(name, _)| is_sheet(name));
        let (_, sheet) = sheets.next().expect("the sheet");
        let sheet = std::str::from_utf8(sheet).expect("text");
        let network = &lakes()[0].site.directory.network;
        assert!(sheet.starts_with("\u{feff}:root{"), "tokens come first");
        assert!(sheet.ends_with(&rules(network)), "{sheet}");
    }
}
