//! What the map draws, and what is said of its boundaries.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};

use super::{LocalizedText, SourceIdx};
use crate::PartialDate;

/// The outlines of the world on the Equal Earth projection.
#[derive(Debug, Clone, Default, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Map {
    /// Width and height of the drawing, map units.
    pub size: [f64; 2],
    /// Outlines, members of the network or not, by id.
    pub shapes: Vec<Outline>,
    /// Lines that are drawn dashed: SVG path data. The browser does without, since
    /// the picture of the map has them.
    #[serde(skip)]
    pub dashed: Vec<String>,
    /// Who tells it.
    pub sources: Vec<SourceIdx>,
}

/// The outline of a state or territory.
#[derive(Debug, Clone, Default, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Outline {
    /// ISO 3166-1 alpha-3 in lower case, or the atlas' own code.
    pub id: String,
    /// SVG path data in map units; the browser has it by the picture of the map.
    #[serde(skip)]
    pub path: String,
    /// Label point, map units.
    pub point: [f64; 2],
    /// Left, top, right, bottom of the largest part, map units.
    pub bounds: [f64; 4],
    /// Area of the largest part, square map units.
    pub area: f64,
    /// Whether the area is hatched as undetermined; so is the picture of the map.
    #[serde(skip)]
    pub hatched: bool,
}

/// How the map treats a sensitive case.
#[derive(Debug, Clone, PartialEq)]
pub struct Boundary {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub names: LocalizedText,
    /// What is drawn.
    pub drawn: LocalizedText,
    /// What stands below the map.
    pub footnote: LocalizedText,
    /// Whose usage it follows.
    pub authority: LocalizedText,
    /// Ids of the outlines that the case is about, upper case as in the atlas.
    pub shapes: Vec<String>,
    /// The outline into which the others are joined.
    pub drawn_with: Option<String>,
    /// Pairs of outlines whose common line is dashed.
    pub dashed: Vec<[String; 2]>,
    /// Whether the area is hatched as undetermined.
    pub hatched: bool,
    /// Who tells it.
    pub sources: Vec<SourceIdx>,
    /// The date of the decision.
    pub as_of: PartialDate,
}
