//! The name of the member under the pointer or the focus.

use directory::Directory;
use directory::map::PxPoint;
use directory::model::{MemberIdx, Status};
use directory::words::decimal;

use crate::components::lang_name::{briefly_called, told};
use crate::markup::{Element, el};

/// Where the tip stands, and for whom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pointed {
    /// Which member.
    pub member: MemberIdx,
    /// Where it stands on the map.
    pub at: PxPoint,
    /// Width of the map, so that the tip stays on it.
    pub width: f64,
}

/// Name and parliament beside the member that is pointed at, if any.
pub fn tip(directory: &'static Directory, pointed: Option<Pointed>) -> Element {
    let tip = el("div").class("map-tip").attr("aria-hidden", "true");
    let Some(Pointed { member, at, width }) = pointed else {
        return tip.flag("hidden", true);
    };
    let member = &directory[member];
    let parliament = member.parliament.as_ref();
    let parliament = parliament.and_then(|parliament| directory.called(&parliament.names));
    let side = match (at.x > width * 0.6, at.y < 90.0) {
        (true, true) => "start below",
        (true, false) => "start",
        (false, true) => "end below",
        (false, false) => "end",
    };
    let (x, y) = (decimal(at.x, 0), decimal(at.y, 0));
    let name = el("b").child(told(directory.told_of(&member.names.0)));
    let observer = (member.status == Status::Observer).then_some(directory.words.map_observer());
    let text = el("div")
        .class("map-tip__box")
        .child(name)
        .child(" ")
        .child(observer)
        .child(el("span").child(parliament.map(|name| briefly_called(&directory.words, name))));
    tip.attr("data-side", side)
        .attr("style", format!("transform: translate({x}px, {y}px)"))
        .child(text)
}
