//! PNG files of few colours: a third of the bytes that all colours would take.

use std::collections::HashMap;

use anyhow::Result;
use color_quant::NeuQuant;
use resvg::tiny_skia::Pixmap;

/// As many as a byte can number.
const COLOURS: usize = 256;
/// The palette is learnt from one in this many pixels.
const SAMPLE_EVERY: i32 = 7;

/// The colours of several pictures that are alike.
pub struct Palette(NeuQuant);

impl Palette {
    /// Chooses the colours that serve these pictures best.
    pub fn from_pictures<'a>(pictures: impl IntoIterator<Item = &'a Pixmap>) -> Self {
        let pixels: Vec<u8> = pictures
            .into_iter()
            .flat_map(|picture| picture.data().iter().copied())
            .collect();
        Self(NeuQuant::new(SAMPLE_EVERY, COLOURS, &pixels))
    }

    /// The picture, which has no transparent parts, as a PNG file.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn png(&self, picture: &Pixmap) -> Result<Vec<u8>> {
        let mut known = HashMap::new();
        let mut index = |pixel: &[u8]| {
            let colour = [pixel[0], pixel[1], pixel[2], 255];
            let index = known
                .entry(colour)
                .or_insert_with(|| self.0.index_of(&colour));
            u8::try_from(*index).expect("there are at most 256 colours")
        };
        let indices: Vec<u8> = picture.data().chunks_exact(4).map(&mut index).collect();
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, picture.width(), picture.height());
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(self.0.color_map_rgb());
        encoder.set_compression(png::Compression::High);
        // Neighbouring numbers are no neighbouring colours.
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&indices)?;
        writer.finish()?;
        Ok(file)
    }
}
