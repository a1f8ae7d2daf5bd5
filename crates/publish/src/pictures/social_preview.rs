//! The picture shown by those who link to a page, social networks above all:
//! the map, with a member marked.

use std::fmt::Write;

use anyhow::{Context, Result};
use directory::Directory;
use directory::model::{Map, Outline};
use directory::model::{Member, Status};
use html_escape::encode_text;
use resvg::tiny_skia::{Pixmap, Transform};

use super::palette::Palette;
use super::{ACCENT, INK, LAND, MUTED, PAPER, SEA, SvgParser};
use crate::cache::Cache;

/// Pixels, as social networks ask for.
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;
/// From map units to pixels, and the place of the map: right, below the text.
const SCALE: f64 = 0.086;
const LEFT: f64 = 320.0;
const TOP: f64 = 204.0;

/// Draws one after the other on backgrounds that are drawn once.
pub struct SocialPreviews<'a> {
    directory: &'a Directory,
    map: &'a Map,
    cache: &'a Cache,
    /// What the backgrounds are drawn from.
    backgrounds: String,
    parser: SvgParser,
    palette: Palette,
    /// All members in their colours.
    base: Pixmap,
    /// All members paler, so that one stands out.
    dimmed: Pixmap,
}

impl<'a> SocialPreviews<'a> {
    /// Draws the backgrounds; nothing where the outlines are missing. A picture
    /// that is drawn from the same as before comes from `cache`.
    ///
    /// # Errors
    /// The map cannot be drawn.
    pub fn new(directory: &'a Directory, cache: &'a Cache) -> Result<Option<Self>> {
        let Some(map) = directory.map.get() else {
            return Ok(None);
        };
        let parser = SvgParser::new();
        let blank = || Pixmap::new(WIDTH, HEIGHT).context("a picture of no size");
        let backgrounds = [1.0, 0.4].map(|strength| background(directory, map, strength));
        let base = render_over(&parser, &backgrounds[0], blank()?)?;
        let dimmed = render_over(&parser, &backgrounds[1], blank()?)?;
        Ok(Some(Self {
            palette: Palette::from_pictures([
                &base,
                &dimmed,
                &render_over(&parser, &sample_text(), blank()?)?,
            ]),
            directory,
            map,
            cache,
            backgrounds: backgrounds.concat(),
            parser,
            base,
            dimmed,
        }))
    }

    /// The picture of the whole network, as PNG.
    ///
    /// # Errors
    /// It cannot be drawn.
    pub fn network_preview(&self) -> Result<Vec<u8>> {
        let network = &self.directory.network;
        let language = self.directory.language();
        let text = text_block(
            network.taglines.get(language),
            network.short_names.get(language),
            "",
        );
        self.png(&text, "base.png", &self.base)
    }

    /// The picture of one member, as PNG.
    ///
    /// # Errors
    /// It cannot be drawn.
    pub fn member_preview(&self, member: &Member) -> Result<Vec<u8>> {
        let network = &self.directory.network;
        let language = self.directory.language();
        let parliament = member.parliament.as_ref();
        let parliament = parliament.and_then(|parliament| {
            let name = &parliament.names.first()?.name;
            let words = &self.directory.catalogue;
            Some(words.parliament_name(name, parliament.status))
        });
        let mut drawing = text_block(
            network.short_names.get(language),
            member.names.get(language),
            &parliament.unwrap_or_default(),
        );
        let shape = |shape: &&Outline| shape.id == member.id.as_str();
        if let Some(shape) = self.map.shapes.iter().find(shape) {
            let colour = &network[member.region].colours.light;
            write!(
                drawing,
                "<g transform=\"translate({LEFT} {TOP}) scale({SCALE})\">\
                 <path d=\"{}\" fill=\"{colour}\" stroke=\"{INK}\" stroke-width=\"12\"/>\
                 <circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"none\" stroke=\"{ACCENT}\" stroke-width=\"40\"/></g>",
                shape.path,
                shape.point[0],
                shape.point[1],
                // Around a state that is hard to see, beside nothing of a large one.
                (shape.area.sqrt() * 0.8).clamp(150.0, 900.0),
            )?;
        }
        self.png(&drawing, "dimmed.png", &self.dimmed)
    }

    fn png(&self, drawing: &str, kind: &str, background: &Pixmap) -> Result<Vec<u8>> {
        let drawing = svg(drawing);
        let input = format!("{drawing}{}", self.backgrounds);
        self.cache.get(kind, input.as_bytes(), || {
            let picture = render_over(&self.parser, &drawing, background.clone())?;
            self.palette.png(&picture)
        })
    }
}

/// Many letters, so that the palette learns their colours as well.
fn sample_text() -> String {
    let lines = (0..6).map(|line| {
        let text = text_block("mnnmHHM", "HHMMWWMMHHMMWWMMH", "HHMMWWMMHH");
        format!("<g transform=\"translate(0 {})\">{text}</g>", line * 105)
    });
    let background = format!("<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{PAPER}\"/>");
    svg(&(background + &lines.collect::<String>()))
}

/// A line above, the name, a line below.
fn text_block(above: &str, name: &str, below: &str) -> String {
    // Wide letters take 0.62 of their size on average; the line is 1,100 wide.
    let size = match name.chars().count() {
        0..=22 => 76,
        23..=30 => 58,
        _ => 46,
    };
    let line = |y, size, weight, colour, text| {
        format!(
            "<text x=\"48\" y=\"{y}\" font-family=\"Noto Sans\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{}</text>",
            encode_text(text)
        )
    };
    line(60, 26, 400, ACCENT, above)
        + &line(134, size, 700, INK, name)
        + &line(174, 26, 400, MUTED, below)
}

/// Sea, land and members, lines of dispute, and the disclaimer of every map.
fn background(directory: &Directory, map: &Map, strength: f64) -> String {
    let mut drawing = format!(
        "<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{PAPER}\"/>\
         <rect y=\"{TOP}\" width=\"{WIDTH}\" height=\"{}\" fill=\"{SEA}\"/><defs>",
        f64::from(HEIGHT) - TOP
    );
    let regions = &directory.network.regions;
    let colours = regions.iter().map(|region| region.colours.light.as_str());
    for (number, colour) in (0..).zip(colours.chain([MUTED])) {
        let _ = write!(
            drawing,
            "<pattern id=\"h{number}\" width=\"60\" height=\"60\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(-45)\">\
             <rect width=\"60\" height=\"60\" fill=\"{LAND}\"/><path d=\"M0 30h60\" stroke=\"{colour}\" stroke-width=\"20\"/></pattern>"
        );
    }
    let _ = write!(
        drawing,
        "</defs><g transform=\"translate({LEFT} {TOP}) scale({SCALE})\" stroke=\"{SEA}\" stroke-width=\"7\" stroke-linejoin=\"round\">"
    );
    for shape in &map.shapes {
        let member = directory
            .members
            .iter()
            .find(|member| member.id.as_str() == shape.id);
        let (fill, strength) = match member {
            Some(member) if member.status == Status::Member => (
                directory.network[member.region].colours.light.clone(),
                strength,
            ),
            Some(member) => (format!("url(#h{})", member.region.get()), strength),
            None if shape.hatched => (format!("url(#h{})", regions.len()), 1.0),
            None => (LAND.to_owned(), 1.0),
        };
        let _ = write!(
            drawing,
            "<path d=\"{}\" fill=\"{fill}\" fill-opacity=\"{strength}\"/>",
            shape.path
        );
    }
    for line in &map.dashed {
        let _ = write!(
            drawing,
            "<path d=\"{line}\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"10\" stroke-dasharray=\"30 30\"/>"
        );
    }
    drawing += "</g>";
    let disclaimer = directory.network.disclaimer.get(directory.language());
    for (y, line) in (0..)
        .map(|line| 480 + line * 20)
        .zip(wrapped(disclaimer, 36))
    {
        let _ = write!(
            drawing,
            "<text x=\"48\" y=\"{y}\" font-family=\"Noto Sans\" font-size=\"15\" fill=\"{MUTED}\">{}</text>",
            encode_text(&line)
        );
    }
    svg(&drawing)
}

/// `text` in lines of at most `max_letters` letters, where no word is longer.
fn wrapped(text: &str, max_letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= max_letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn svg(drawing: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">{drawing}</svg>"
    )
}

/// `svg` drawn over `pixels`.
fn render_over(parser: &SvgParser, svg: &str, mut pixels: Pixmap) -> Result<Pixmap> {
    let tree = parser.parse(svg)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    Ok(pixels)
}
