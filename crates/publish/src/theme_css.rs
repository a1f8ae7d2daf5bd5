//! The rules of the style sheet that follow from network.json: a colour for
//! each of its regions and kinds of events, however many there are; and who takes
//! those of `styles/tokens.css` by which members are coloured otherwise.

use std::fmt::Write;

use directory::colouring::{CATEGORIES, STEPS};
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
    for (what, count) in [
        ("region", network.regions.len()),
        ("step", STEPS),
        ("category", CATEGORIES),
    ] {
        for number in 1..=count {
            let _ = write!(
                rules,
                ".shade--{what}-{number}{{--shade:var(--{what}-{number})}}"
            );
        }
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
            (".shade--region-8{--shade:var(--region-8)}", 1),
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

    /// How colours look to readers without one of the three cones, and printed
    /// without colours: linear RGB by Machado, Oliveira and Fernandes (2009) at
    /// full severity, and relative luminance (WCAG 2).
    const VISIONS: [(&str, [[f64; 3]; 3]); 5] = [
        (
            "all colours",
            [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        ),
        (
            "protanopia",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "deuteranopia",
            [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
        ),
        (
            "tritanopia",
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        ),
        ("grey", [[0.2126, 0.7152, 0.0722]; 3]),
    ];

    type Triple = [f64; 3];

    fn times(matrix: [[f64; 3]; 3], vector: Triple) -> Triple {
        matrix.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum())
    }

    /// `#rrggbb` as linear RGB.
    fn linear(colour: &str) -> Triple {
        [1, 3, 5].map(|at| {
            let byte = u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
            let value = f64::from(byte) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    /// Linear RGB as `OKLab` (Ottosson 2020), in which distances are those that
    /// readers see.
    fn oklab(rgb: Triple) -> Triple {
        let cones = times(
            [
                [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
                [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
                [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
            ],
            rgb,
        );
        times(
            [
                [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
                [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
                [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
            ],
            cones.map(|cone| cone.max(0.0).cbrt()),
        )
    }

    fn distance(vision: [[f64; 3]; 3], one: &str, other: &str) -> f64 {
        let seen = |colour| oklab(times(vision, linear(colour)).map(|part| part.clamp(0.0, 1.0)));
        let (one, other) = (seen(one), seen(other));
        let squares = one.iter().zip(other).map(|(a, b)| (a - b) * (a - b));
        squares.sum::<f64>().sqrt()
    }

    /// The colours of a theme, 0 for the light one, by their name and number in
    /// `styles/tokens.css`, and the land between them.
    fn tokens(theme: usize) -> (Vec<String>, Vec<String>, String) {
        let sheet = include_str!("../../../styles/tokens.css");
        let block = sheet.split(":root").nth(theme + 1).unwrap();
        let colour = |name: &str| {
            let (_, value) = block.split_once(&format!("--{name}: ")).unwrap();
            value[..7].to_owned()
        };
        let colours = |name: &str, count: usize| -> Vec<String> {
            let names = (1..=count).map(|number| format!("{name}-{number}"));
            names.map(|name| colour(&name)).collect()
        };
        (
            colours("step", STEPS),
            colours("category", CATEGORIES),
            colour("land"),
        )
    }

    #[test]
    fn classes_stay_apart_for_all_readers_and_from_land_without_a_class() {
        for theme in [0, 1] {
            let (scale, categories, land) = tokens(theme);
            for (vision, matrix) in VISIONS {
                for pair in scale.windows(2) {
                    let apart = distance(matrix, &pair[0], &pair[1]);
                    assert!(apart > 0.065, "{pair:?}: {apart} to {vision}");
                }
                for (at, one) in categories.iter().enumerate() {
                    for other in &categories[at + 1..] {
                        let apart = distance(matrix, one, other);
                        assert!(apart > 0.1, "{one} {other}: {apart} to {vision}");
                    }
                }
                for colour in scale.iter().chain(&categories) {
                    let apart = distance(matrix, colour, &land);
                    assert!(apart > 0.055, "{colour} on land: {apart} to {vision}");
                }
            }
        }
    }

    #[test]
    fn the_scale_goes_from_what_is_near_to_the_ground_to_what_is_far_from_it() {
        let lightness = |colour: &String| oklab(linear(colour))[0];
        assert!(tokens(0).0.iter().map(lightness).is_sorted_by(|a, b| a > b));
        assert!(tokens(1).0.iter().map(lightness).is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn every_theme_and_paper_have_all_colours_of_the_scale() {
        let sheet = include_str!("../../../styles/tokens.css");
        for (theme, count) in [(0, 2), (1, 2)] {
            let (scale, categories, _) = tokens(theme);
            for colour in scale.iter().chain(&categories) {
                let name = format!(": {colour};");
                assert_eq!(sheet.matches(&name).count(), count, "{colour}");
            }
        }
    }
}
