//! The picture shown by those who link to a page: the map, with a member marked.

use std::fmt::Write;

use anyhow::{Context, Result};
use directory::Directory;
use directory::model::{Map, Outline};
use directory::model::{Member, Status};
use html_escape::encode_text;
use resvg::tiny_skia::{Pixmap, Transform};

use super::palette::Palette;
use super::{ACCENT, INK, LAND, MUTED, PAPER, Reader, SEA};
use crate::cache::Cache;

/// Pixels, as social networks ask for.
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;
/// From map units to pixels, and the place of the map: right, below the text.
const SCALE: f64 = 0.086;
const LEFT: f64 = 320.0;
const TOP: f64 = 204.0;

/// Draws one after the other on grounds that are drawn once.
pub struct Previews<'a> {
    directory: &'a Directory,
    map: &'a Map,
    cache: &'a Cache,
    /// What the grounds are drawn from.
    grounds: String,
    reader: Reader,
    palette: Palette,
    /// All members in their colours.
    full: Pixmap,
    /// All members paler, so that one stands out.
    pale: Pixmap,
}

impl<'a> Previews<'a> {
    /// Draws the grounds; nothing where the outlines are missing. A picture that
    /// is drawn from the same as before comes from `cache`.
    ///
    /// # Errors
    /// The map cannot be drawn.
    pub fn new(directory: &'a Directory, cache: &'a Cache) -> Result<Option<Self>> {
        let Some(map) = directory.map.get() else {
            return Ok(None);
        };
        let reader = Reader::new();
        let blank = || Pixmap::new(WIDTH, HEIGHT).context("a picture of no size");
        let grounds = [1.0, 0.4].map(|strength| ground(directory, map, strength));
        let full = drawn(&reader, &grounds[0], blank()?)?;
        let pale = drawn(&reader, &grounds[1], blank()?)?;
        Ok(Some(Self {
            palette: Palette::of([&full, &pale, &drawn(&reader, &letters(), blank()?)?]),
            directory,
            map,
            cache,
            grounds: grounds.concat(),
            reader,
            full,
            pale,
        }))
    }

    /// The picture of the whole network, as PNG.
    ///
    /// # Errors
    /// It cannot be drawn.
    pub fn whole(&self) -> Result<Vec<u8>> {
        let network = &self.directory.network;
        let language = self.directory.language();
        let text = words(
            network.taglines.get(language),
            network.short_names.get(language),
            "",
        );
        self.png(&text, "full.png", &self.full)
    }

    /// The picture of one member, as PNG.
    ///
    /// # Errors
    /// It cannot be drawn.
    pub fn of(&self, member: &Member) -> Result<Vec<u8>> {
        let network = &self.directory.network;
        let language = self.directory.language();
        let parliament = member.parliament.as_ref();
        let parliament = parliament.and_then(|parliament| parliament.names.first());
        let mut drawing = words(
            network.short_names.get(language),
            member.names.get(language),
            parliament.map_or("", |name| name.name.as_str()),
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
        self.png(&drawing, "pale.png", &self.pale)
    }

    fn png(&self, drawing: &str, kind: &str, ground: &Pixmap) -> Result<Vec<u8>> {
        let drawing = svg(drawing);
        let input = format!("{drawing}{}", self.grounds);
        self.cache.get(kind, input.as_bytes(), || {
            let picture = drawn(&self.reader, &drawing, ground.clone())?;
            self.palette.png(&picture)
        })
    }
}

/// Many letters, so that the palette learns their colours as well.
fn letters() -> String {
    let lines = (0..6).map(|line| {
        let words = words("mnnmHHM", "HHMMWWMMHHMMWWMMH", "HHMMWWMMHH");
        format!("<g transform=\"translate(0 {})\">{words}</g>", line * 105)
    });
    let ground = format!("<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{PAPER}\"/>");
    svg(&(ground + &lines.collect::<String>()))
}

/// A line above, the name, a line below.
fn words(above: &str, name: &str, below: &str) -> String {
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
fn ground(directory: &Directory, map: &Map, strength: f64) -> String {
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
    for (y, line) in (0..).map(|line| 480 + line * 20).zip(lines(disclaimer, 36)) {
        let _ = write!(
            drawing,
            "<text x=\"48\" y=\"{y}\" font-family=\"Noto Sans\" font-size=\"15\" fill=\"{MUTED}\">{}</text>",
            encode_text(&line)
        );
    }
    svg(&drawing)
}

/// `text` in lines of at most `most` letters, where no word is longer.
fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
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
fn drawn(reader: &Reader, svg: &str, mut pixels: Pixmap) -> Result<Pixmap> {
    let tree = reader.read(svg)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    Ok(pixels)
}
