//! What the network says of itself, and how its map treats boundaries.

use anyhow::Result;
use directory::model::{RegionIdx, SubRegion, SubRegionIdx};

use super::{Row, Writer};

impl Writer<'_> {
    pub(super) fn network(&mut self) -> Result<()> {
        let network = &self.directories[0].network;
        let row: Row = &[
            ("id", &network.id),
            ("name", &self.localized(|each| &each.network.names)?),
            (
                "short_name",
                &self.localized(|each| &each.network.short_names)?,
            ),
            ("purpose", &self.localized(|each| &each.network.purpose)?),
            ("movement", &self.localized(|each| &each.network.movement)?),
            (
                "disclaimer",
                &self.localized(|each| &each.network.disclaimer)?,
            ),
            ("licence", &self.localized(|each| &each.network.licence)?),
            ("data_version", &network.data_version),
            ("data_date", &network.data_date.to_string()),
        ];
        self.insert("network", row)?;
        self.provenance(("network", &network.id), &network.provenance)?;
        for region in RegionIdx::all(network) {
            let id = network[region].id.as_str();
            self.insert("regions", &[("id", &id)])?;
            self.names("region_names", id, |each| &each.network[region].names)?;
        }
        for sub_region in SubRegionIdx::all(network) {
            let SubRegion {
                id, m49, parent, ..
            } = &network[sub_region];
            let parent = parent.map(|parent| &network[parent].id);
            self.insert(
                "sub_regions",
                &[("id", id), ("m49", m49), ("parent", &parent)],
            )?;
            self.names("sub_region_names", id, |each| {
                &each.network[sub_region].names
            })?;
        }
        for change in &network.changes {
            let text = self.sentence(&change.text);
            let date = change.date.to_string();
            self.insert("changes", &[("date", &date), ("text", &text)])?;
        }
        Ok(())
    }

    pub(super) fn boundaries(&self) -> Result<()> {
        for (place, boundary) in self.directories[0].boundaries.iter().enumerate() {
            let row: Row = &[
                ("id", &boundary.id),
                (
                    "name",
                    &self.localized(|each| &each.boundaries[place].names)?,
                ),
                (
                    "drawn",
                    &self.localized(|each| &each.boundaries[place].drawn)?,
                ),
                (
                    "footnote",
                    &self.localized(|each| &each.boundaries[place].footnote)?,
                ),
                (
                    "authority",
                    &self.localized(|each| &each.boundaries[place].authority)?,
                ),
                ("as_of", &boundary.as_of.to_string()),
            ];
            self.insert("boundaries", row)?;
            for &source in &boundary.sources {
                let source = &self.directories[0][source].id;
                let row: Row = &[("boundary", &boundary.id), ("source", source)];
                self.insert("boundary_sources", row)?;
            }
        }
        Ok(())
    }
}
