//! Pictures as pixels: what those show who link to a page, and icons.

mod palette;
mod social_preview;

use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

pub use social_preview::SocialPreviews;

// The colours of light pages, as in `styles/tokens.css`.
/// `--paper`, the background.
pub const PAPER: &str = "#fbfaf7";
/// `--accent`, the colour of the emblem.
pub const ACCENT: &str = "#12485a";
/// `--sunken`, the background of maps.
const SEA: &str = "#f1efe9";
/// `--land`, what is no member.
const LAND: &str = "#e3dfd6";
/// `--ink`, of names.
const INK: &str = "#1b2430";
/// `--muted`, of what stands beside them.
const MUTED: &str = "#5c6672";

/// The icon as pixels on a light background, `size` wide and high: for home
/// screens, which know no transparent one and cut off what is near the edge.
///
/// # Errors
/// `svg` cannot be read.
pub fn icon(svg: &str, size: u32) -> Result<Vec<u8>> {
    let drawing = svg.split_once('>').context("no SVG")?.1;
    // A mask may cut off all but a circle of 80 % (Web App Manifest, "safe zone").
    let framed = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\" fill=\"{ACCENT}\">\
         <rect width=\"64\" height=\"64\" fill=\"{PAPER}\"/>\
         <g transform=\"translate(12.8 10.6) scale(.6)\">{}</g></svg>",
        drawing.trim_end().trim_end_matches("</svg>")
    );
    let tree = SvgParser::new().parse(&framed)?;
    let mut pixels = Pixmap::new(size, size).context("an icon of no size")?;
    let scale = f64::from(size) / 64.0;
    #[expect(clippy::cast_possible_truncation, reason = "a small scale")]
    let scale = scale as f32;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    Ok(pixels.encode_png()?)
}

/// An .ico file that holds one PNG file of 48 pixels.
pub fn ico(png: &[u8]) -> Result<Vec<u8>> {
    const HEAD: u32 = 22;
    let length = u32::try_from(png.len())?;
    // ICONDIR, then one ICONDIRENTRY: width, height, no palette, one plane, 32 bits.
    let mut file = vec![0, 0, 1, 0, 1, 0, 48, 48, 0, 0, 1, 0, 32, 0];
    file.extend(length.to_le_bytes());
    file.extend(HEAD.to_le_bytes());
    file.extend(png);
    Ok(file)
}

/// Parses drawings, with the fonts of the pictures.
struct SvgParser(Options<'static>);

impl SvgParser {
    fn new() -> Self {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
        fonts.load_font_data(notosans::BOLD_TTF.to_vec());
        Self(Options {
            fontdb: Arc::new(fonts),
            ..Options::default()
        })
    }

    fn parse(&self, svg: &str) -> Result<Tree> {
        let tree = Tree::from_str(svg, &self.0);
        tree.map_err(|error| anyhow!("a drawing cannot be read: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_style_sheet() {
        let tokens = include_str!("../../../styles/tokens.css");
        let (light, _) = tokens.split_once("[data-theme=\"dark\"]").unwrap();
        for (name, colour) in [
            ("paper", PAPER),
            ("accent", ACCENT),
            ("sunken", SEA),
            ("land", LAND),
            ("ink", INK),
            ("muted", MUTED),
        ] {
            let line = format!("--{name}: {colour};");
            assert!(light.contains(&line), "{line}");
        }
    }

    #[test]
    fn the_map_has_its_colours_outside_of_browsers_too() {
        let directory = crate::tests::nam().site.directory;
        let map = directory.map.get().expect("the outlines are there");
        let svg = hemicycle::map_svg(directory, map);
        let tree = SvgParser::new().parse(&svg).unwrap();
        let scale = 1000.0 / tree.size().width();
        let mut pixels = Pixmap::new(1000, 500).unwrap();
        let transform = Transform::from_scale(scale, scale);
        resvg::render(&tree, transform, &mut pixels.as_mut());
        let count = |colour: &str| {
            let [red, green, blue] =
                [1, 3, 5].map(|at| u8::from_str_radix(&colour[at..at + 2], 16));
            let colour = [red.unwrap(), green.unwrap(), blue.unwrap(), 255];
            let pixels = pixels.data().chunks(4);
            pixels.filter(|pixel| *pixel == colour).count()
        };
        for region in &directory.network.regions {
            let colour = &region.colours.light;
            assert!(count(colour) > 100, "{}: {}", region.id, count(colour));
        }
        assert!(count(LAND) > 10_000, "land: {}", count(LAND));
        assert_eq!(count("#000000"), 0);
    }

    #[test]
    fn an_icon_has_its_size_and_no_transparent_background() {
        let png = icon(include_str!("../../../public/icon.svg"), 48).unwrap();
        let pixels = Pixmap::decode_png(&png).unwrap();
        assert_eq!((pixels.width(), pixels.height()), (48, 48));
        assert!(pixels.pixels().iter().all(|pixel| pixel.alpha() == 255));
        let corner = pixels.pixel(0, 0).unwrap();
        let background = pixels
            .pixels()
            .iter()
            .filter(|pixel| **pixel == corner)
            .count();
        assert!(
            (1200..2200).contains(&background),
            "{background} of 2304 are background"
        );
        let file = ico(&png).unwrap();
        assert_eq!(&file[22..], png);
    }
}
