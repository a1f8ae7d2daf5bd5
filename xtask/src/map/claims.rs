//! Lines that a state claims where no outline of the atlas runs.
//!
//! They are lines of Natural Earth's `ne_50m_admin_0_boundary_lines_disputed_areas`,
//! the same scale and publisher as the fine shapes; `ne_id` is the number that it
//! gives them. Coordinates are rounded to a thousandth of a degree.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;

/// Longitudes and latitudes, degrees, by the name of the claim.
pub type Claims = BTreeMap<String, Vec<[f64; 2]>>;

/// The claims that the register of boundaries can draw.
///
/// # Errors
///
/// When the file beside this is no list of lines.
pub fn read() -> Result<Claims> {
    let file: Collection = serde_json::from_str(include_str!("claims.geojson"))
        .context("claims.geojson is not a list of lines")?;
    let features = file.features.into_iter();
    Ok(features
        .map(|feature| (feature.id, feature.geometry.coordinates))
        .collect())
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    id: String,
    geometry: Line,
}

#[derive(Deserialize)]
struct Line {
    coordinates: Vec<[f64; 2]>,
}
