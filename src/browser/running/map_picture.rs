//! The map as it is on screen, or charts side by side, as a picture that stands alone: an SVG file of
//! plain attributes, which programs draw alike that know no style sheets, and a
//! PNG file of it.

use std::fmt::Write;

use directory::catalogue::decimal;
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement, HtmlElement,
    HtmlImageElement, Url,
};

use super::super::{PictureText, blob_of, download, save};

/// Between the edge and all that is written, pixels.
const MARGIN: f64 = 20.0;
/// Lines of a text stand so many times its size apart.
const LEADING: f64 = 1.4;
/// A text may be so much wider where another program draws it in its own font.
const OTHER_FONTS: f64 = 1.1;
/// What is narrower than this has no room for its texts, pixels.
const LEAST_WIDTH: f64 = 480.0;
/// Pixels of the PNG for one of the drawing.
const DENSITY: f64 = 2.0;
/// Programs without the fonts of the page take theirs.
const FONTS: &str = "system-ui, sans-serif";

/// Gives the reader the map of the page as a file whose `name` ends in `.svg` or
/// `.png`; calls `fail` where the browser cannot draw it.
pub fn save_map(text: &PictureText, name: String, fail: Box<dyn FnOnce()>) {
    let Some(picture) = MapPicture::new(text) else {
        fail();
        return;
    };
    let ending = name.rsplit('.').next();
    if ending != Some("png") {
        download(&name, "image/svg+xml", &picture.svg);
        return;
    }
    spawn_local(async move {
        if picture.draw_png(name).await.is_err() {
            fail();
        }
    });
}

/// A picture of the map.
struct MapPicture {
    /// The SVG file.
    svg: String,
    width: f64,
    height: f64,
}

impl MapPicture {
    /// Draws the map of the page as it is, with `text` around it; none where the
    /// page has none.
    fn new(text: &PictureText) -> Option<Self> {
        let drawings = elements(text.drawings);
        let drawing = drawings.first()?;
        let view_box = drawing.get_attribute("viewBox")?;
        let mut sides = view_box.split(' ').skip(2).map(number);
        let [one_width, map_height] = [sides.next()?, sides.next()?];
        #[expect(clippy::cast_precision_loss, reason = "they are few")]
        let map_width = one_width * drawings.len() as f64;
        let width = map_width.max(LEAST_WIDTH);
        let paper = property(
            &style_of(&drawing.closest(".world-map, .compare").ok()??)?,
            "background-color",
        );
        let [ink, muted, line] = ["--ink", "--muted", "--line"].map(|name| token(drawing, name));
        let mut writer = Writer::new(width, text.is_right_to_left)?;

        writer.paragraph(&text.title, 20, "700", &ink);
        writer.paragraph(&text.sentence, 15, "400", &ink);
        writer.y += MARGIN / 2.0;
        let top = writer.y;
        writer.y += map_height + MARGIN;
        writer.legend(&ink);
        for note in &text.notes {
            writer.paragraph(note, 12, "400", &muted);
        }
        let height = (writer.y + MARGIN / 2.0).ceil();

        let mut map = String::new();
        for (place, drawing) in drawings.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "they are few")]
            let left = decimal(one_width * place as f64, 1);
            let _ = write!(map, "<g transform=\"translate({left} 0)\">");
            draw(drawing, 1.0, &mut map);
            map += "</g>";
        }
        let left = (width - map_width) / 2.0;
        let [panel_width, panel_height] = [map_width, map_height].map(|side| decimal(side, 0));
        let panel = format!(" width=\"{panel_width}\" height=\"{panel_height}\"");
        let [width_text, height_text] = [width, height].map(|side| decimal(side, 0));
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width_text}\" height=\"{height_text}\" \
             viewBox=\"0 0 {width_text} {height_text}\" font-family=\"{FONTS}\">\n\
             <title>{}</title>\n<desc>{}</desc>\n\
             <rect width=\"{width_text}\" height=\"{height_text}\" fill=\"{paper}\"/>\n\
             <clipPath id=\"panel\"><rect{panel}/></clipPath>\n\
             <g transform=\"translate({} {})\"><g clip-path=\"url(#panel)\">\n{map}</g>\
             <rect{panel} fill=\"none\" stroke=\"{line}\"/></g>\n{}</svg>\n",
            escaped(&format!("{} – {}", text.title, text.sentence)),
            escaped(&text.description),
            decimal(left, 1),
            decimal(top, 1),
            writer.svg,
        );
        Some(Self { svg, width, height })
    }

    /// Gives the reader a PNG file of twice the size.
    async fn draw_png(&self, name: String) -> Result<(), JsValue> {
        let address = Url::create_object_url_with_blob(&blob_of("image/svg+xml", &self.svg)?)?;
        let image = HtmlImageElement::new()?;
        image.set_src(&address);
        let decoded = JsFuture::from(image.decode()).await;
        let drawn = decoded.and_then(|_| self.canvas(&image));
        Url::revoke_object_url(&address)?;
        let act = Closure::once_into_js(move |png: Option<Blob>| {
            if let Some(png) = png {
                let _ = save(&name, &png);
            }
        });
        drawn?.to_blob_with_type(act.unchecked_ref(), "image/png")
    }

    fn canvas(&self, image: &HtmlImageElement) -> Result<HtmlCanvasElement, JsValue> {
        let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
        let [width, height] = [self.width, self.height].map(|side| side * DENSITY);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few thousand pixels"
        )]
        {
            canvas.set_width(width.round() as u32);
            canvas.set_height(height.round() as u32);
        }
        context(&canvas)?
            .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
        Ok(canvas)
    }
}

/// Writes texts below each other.
struct Writer {
    svg: String,
    width: f64,
    /// Where the next line begins.
    y: f64,
    is_right_to_left: bool,
    ruler: CanvasRenderingContext2d,
}

impl Writer {
    fn new(width: f64, is_right_to_left: bool) -> Option<Self> {
        let canvas = document().create_element("canvas").ok()?;
        Some(Self {
            svg: String::new(),
            width,
            y: MARGIN,
            is_right_to_left,
            ruler: context(canvas.unchecked_ref()).ok()?,
        })
    }

    /// How wide a text is at most, pixels.
    fn width_of(&self, text: &str, size: u16, weight: &str) -> f64 {
        self.ruler.set_font(&format!("{weight} {size}px {FONTS}"));
        let measured = self.ruler.measure_text(text);
        measured.map_or(0.0, |measured| measured.width() * OTHER_FONTS)
    }

    /// A line of text that begins `at` pixels from where lines begin.
    fn line(&mut self, text: &str, at: f64, size: u16, weight: &str, colour: &str) {
        let (x, anchor) = if self.is_right_to_left {
            (self.width - at, "end")
        } else {
            (at, "start")
        };
        // Not all programs know `direction`; a mark at both ends keeps the signs
        // there where they belong.
        let mark = if self.is_right_to_left {
            "\u{200f}"
        } else {
            ""
        };
        let _ = writeln!(
            self.svg,
            "<text x=\"{}\" y=\"{}\" font-size=\"{size}\" font-weight=\"{weight}\" \
             text-anchor=\"{anchor}\" fill=\"{colour}\">{mark}{}{mark}</text>",
            decimal(x, 1),
            decimal(self.y + f64::from(size), 1),
            escaped(text),
        );
    }

    /// A text in as many lines as it needs.
    fn paragraph(&mut self, text: &str, size: u16, weight: &str, colour: &str) {
        let room = self.width - 2.0 * MARGIN;
        let mut line = String::new();
        // Words where there are blanks, letters where a language has none.
        let words = text.split_inclusive(|sign: char| sign == ' ' || sign > '\u{2e7f}');
        for word in words {
            if !line.is_empty() && self.width_of(&format!("{line}{word}"), size, weight) > room {
                self.line(line.trim_end(), MARGIN, size, weight, colour);
                self.y += f64::from(size) * LEADING;
                line.clear();
            }
            line += word;
        }
        self.line(line.trim_end(), MARGIN, size, weight, colour);
        self.y += f64::from(size) * LEADING;
    }

    /// The legend of the page, its classes in rows.
    fn legend(&mut self, ink: &str) {
        const SIZE: u16 = 13;
        let row = f64::from(SIZE) * 1.6;
        let mut at = MARGIN;
        for link in elements(".world-map .legend a") {
            let text = text_of(&link);
            let count = link.query_selector(".legend__count").ok().flatten();
            let count = count.as_ref().map(text_of).unwrap_or_default();
            let label = text.strip_suffix(&count).unwrap_or(&text).trim();
            let entry = format!("{label} ({count})");
            let width = 20.0 + self.width_of(&entry, SIZE, "400") + 12.0;
            if at > MARGIN && at + width > self.width - MARGIN {
                at = MARGIN;
                self.y += row;
            }
            self.swatch(&link, at);
            self.line(&entry, at + 20.0, SIZE, "400", ink);
            at += width;
        }
        self.y += row + MARGIN / 2.0;
    }

    /// The swatch of an entry of the legend: filled, or framed and crossed.
    fn swatch(&mut self, link: &Element, at: f64) {
        let swatch = link.query_selector(".swatch").ok().flatten();
        let Some(style) = swatch.and_then(|swatch| style_of(&swatch)) else {
            return;
        };
        let x = if self.is_right_to_left {
            self.width - at - 12.0
        } else {
            at
        };
        let (x, y) = (decimal(x, 1), decimal(self.y + 1.5, 1));
        let is_framed = property(&style, "background-image") != "none";
        let colour = if is_framed {
            "border-top-color"
        } else {
            "background-color"
        };
        let colour = property(&style, colour);
        let _ = if is_framed {
            writeln!(
                self.svg,
                "<path transform=\"translate({x} {y})\" d=\"M1 1h10v10h-10zM2 10l8-8\" fill=\"none\" \
                 stroke=\"{colour}\" stroke-width=\"1.5\"/>"
            )
        } else {
            writeln!(
                self.svg,
                "<rect x=\"{x}\" y=\"{y}\" width=\"12\" height=\"12\" rx=\"2\" fill=\"{colour}\"/>"
            )
        };
    }
}

/// Writes what an element holds, each shape with its colours as attributes; a
/// pixel is as many units of the drawing as one is divided by `scale`.
fn draw(parent: &Element, scale: f64, svg: &mut String) {
    let children = parent.children();
    for child in (0..children.length()).filter_map(|number| children.item(number)) {
        let Some(style) = style_of(&child) else {
            continue;
        };
        let tag = child.local_name();
        // Patterns and what is in them are not shown themselves.
        let is_shown =
            property(&style, "display") != "none" && property(&style, "visibility") == "visible";
        match tag.as_str() {
            _ if !is_shown => {}
            "a" => draw(&child, scale, svg),
            "defs" | "g" | "pattern" => {
                let transform = child.get_attribute("transform");
                let own = transform.as_deref().and_then(scale_of);
                let _ = write!(svg, "<{tag}");
                let names = [
                    "id",
                    "transform",
                    "width",
                    "height",
                    "patternUnits",
                    "patternTransform",
                ];
                copy(&child, &names, svg);
                svg.push('>');
                draw(&child, own.unwrap_or(scale), svg);
                let _ = writeln!(svg, "</{tag}>");
            }
            _ => shape(&child, &style, scale, svg),
        }
    }
}

fn shape(shape: &Element, style: &CssStyleDeclaration, scale: f64, svg: &mut String) {
    let [fill, stroke] = ["fill", "stroke"].map(|name| property(style, name).replace('"', ""));
    if fill == "none" && stroke == "none" {
        return;
    }
    let tag = shape.local_name();
    let names = ["d", "cx", "cy", "r", "x", "y", "dy", "width", "height"];
    let mut geometry = String::new();
    copy(shape, &names, &mut geometry);
    let keeps_width = property(style, "vector-effect") == "non-scaling-stroke";
    let unit = if keeps_width { scale } else { 1.0 };
    let pixels = |text: &str| number(text) / unit;
    let mut filled = format!(" fill=\"{fill}\"");
    attribute(
        &mut filled,
        "fill-opacity",
        &property(style, "fill-opacity"),
        "1",
    );
    let mut stroked = String::new();
    if stroke != "none" {
        let width = decimal(pixels(&property(style, "stroke-width")), 3);
        let dashes = property(style, "stroke-dasharray");
        let dashes: Vec<_> = dashes
            .split([',', ' '])
            .filter(|dash| !dash.is_empty())
            .collect();
        let _ = write!(stroked, " stroke=\"{stroke}\" stroke-width=\"{width}\"");
        attribute(
            &mut stroked,
            "stroke-opacity",
            &property(style, "stroke-opacity"),
            "1",
        );
        attribute(
            &mut stroked,
            "stroke-linejoin",
            &property(style, "stroke-linejoin"),
            "miter",
        );
        attribute(
            &mut stroked,
            "stroke-linecap",
            &property(style, "stroke-linecap"),
            "butt",
        );
        if dashes != ["none"] {
            let dashes: Vec<_> = dashes.iter().map(|dash| decimal(pixels(dash), 3)).collect();
            attribute(&mut stroked, "stroke-dasharray", &dashes.join(" "), "");
        }
    }
    if tag != "text" {
        let _ = writeln!(svg, "<{tag}{geometry}{filled}{stroked}/>");
        return;
    }
    let _ = write!(
        geometry,
        " font-size=\"{}\" font-weight=\"{}\" text-anchor=\"middle\"",
        decimal(pixels(&property(style, "font-size")), 1),
        property(style, "font-weight")
    );
    // Read, not written: the text as XML has it.
    let text = shape.inner_html();
    // First the halo: not all programs know `paint-order`.
    let _ = writeln!(svg, "<text{geometry} fill=\"none\"{stroked}>{text}</text>");
    let _ = writeln!(svg, "<text{geometry}{filled}>{text}</text>");
}

/// Writes the attributes of these `names` that an element has.
fn copy(element: &Element, names: &[&str], svg: &mut String) {
    for name in names {
        if let Some(value) = element.get_attribute(name) {
            let _ = write!(svg, " {name}=\"{}\"", escaped(&value));
        }
    }
}

/// Writes an attribute, unless it says what holds without it.
fn attribute(svg: &mut String, name: &str, value: &str, default: &str) {
    if !value.is_empty() && value != default {
        let _ = write!(svg, " {name}=\"{value}\"");
    }
}

/// By how much a transform scales, where it says so.
fn scale_of(transform: &str) -> Option<f64> {
    let (_, scale) = transform.split_once("scale(")?;
    Some(number(scale))
}

/// The number with which a text begins. As the browser reads it: our own reading
/// of fractions would be ten kilobytes of the program.
fn number(text: &str) -> f64 {
    js_sys::parse_float(text)
}

/// A text as it stands in XML.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('"', "&quot;")
}

fn style_of(element: &Element) -> Option<CssStyleDeclaration> {
    window().get_computed_style(element).ok()?
}

fn property(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

fn text_of(element: &Element) -> String {
    element.unchecked_ref::<HtmlElement>().inner_text()
}

/// A colour of the theme, as style sheets name it.
fn token(element: &Element, name: &str) -> String {
    let value = style_of(element).map(|style| property(&style, name));
    value.unwrap_or_default().trim().to_owned()
}

fn elements(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    let nodes = (0..list.length()).filter_map(|number| list.item(number));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, JsValue> {
    let context = canvas.get_context("2d")?;
    context
        .ok_or(JsValue::NULL)?
        .dyn_into()
        .map_err(JsValue::from)
}
