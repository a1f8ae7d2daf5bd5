//! The name of the member under the pointer or the focus.

use directory::Directory;
use directory::catalogue::decimal;
use directory::map::PxPoint;
use directory::model::{MemberIdx, Status};

use crate::components::lang_name::{institution_name, localized};
use crate::markup::{Element, el};

/// Where the tip stands, and for whom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TooltipTarget {
    /// Whom it names.
    pub member: MemberIdx,
    /// Where it stands on the map.
    pub at: PxPoint,
    /// Width of the map, so that the tip stays on it.
    pub width: f64,
}

/// Name and parliament beside the member that is pointed at, if any.
pub fn tooltip(directory: &'static Directory, hovered: Option<TooltipTarget>) -> Element {
    let tooltip = el("div").class("map-tooltip").attr("aria-hidden", "true");
    let Some(TooltipTarget { member, at, width }) = hovered else {
        return tooltip.flag("hidden", true);
    };
    let member = &directory[member];
    let parliament = member.parliament.as_ref();
    let parliament = parliament.and_then(|parliament| directory.display_name(&parliament.names));
    let side = match (at.x > width * 0.6, at.y < 90.0) {
        (true, true) => "start below",
        (true, false) => "start",
        (false, true) => "end below",
        (false, false) => "end",
    };
    let (x, y) = (decimal(at.x, 0), decimal(at.y, 0));
    let name = el("b").child(localized(directory.localized(&member.names)));
    let observer =
        (member.status == Status::Observer).then_some(directory.catalogue.map_observer());
    let text = el("div")
        .class("map-tooltip__box")
        .child(name)
        .child(" ")
        .child(observer)
        .child(
            el("span").child(parliament.map(|name| institution_name(&directory.catalogue, name))),
        );
    tooltip
        .attr("data-side", side)
        .attr("style", format!("transform: translate({x}px, {y}px)"))
        .child(text)
}
