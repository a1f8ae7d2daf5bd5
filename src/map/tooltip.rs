//! The name of the member under the pointer or the focus.

use directory::Directory;
use directory::catalogue::decimal;
use directory::colouring::Colouring;
use directory::map::PxPoint;
use directory::model::{MemberIdx, Status};
use leptos::prelude::*;

use crate::components::lang_name::{localized, parliament_name};

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

/// Name and parliament beside the member that is pointed at, if any, and why it
/// has its colour.
pub fn tooltip(
    directory: &'static Directory,
    colouring: &Colouring,
    hovered: Option<TooltipTarget>,
) -> AnyView {
    let side = hovered.map(side);
    let place = hovered.map(|TooltipTarget { at, .. }| {
        format!("translate({}px, {}px)", decimal(at.x, 0), decimal(at.y, 0))
    });
    let text = hovered.map(|TooltipTarget { member, .. }| text(directory, colouring, member));
    view! {
        <div
            class="map-tooltip"
            aria-hidden="true"
            hidden=hovered.is_none()
            data-side=side
            style:transform=place
        >
            {text}
        </div>
    }
    .into_any()
}

/// On which side of the point there is room.
fn side(TooltipTarget { at, width, .. }: TooltipTarget) -> &'static str {
    match (at.x > width * 0.6, at.y < 90.0) {
        (true, true) => "start below",
        (true, false) => "start",
        (false, true) => "end below",
        (false, false) => "end",
    }
}

fn text(directory: &'static Directory, colouring: &Colouring, member: MemberIdx) -> AnyView {
    let reason = colouring.reason(directory, member);
    let reason = reason.map(|reason| view! { <span>{reason}</span> });
    let member = &directory[member];
    let words = &directory.catalogue;
    let parliament = parliament_name(directory, member.parliament.as_ref());
    let observer = (member.status == Status::Observer).then_some(words.map_observer());
    view! {
        <div class="map-tooltip__box">
            <b>{localized(directory.localized(&member.names))}</b>
            " "
            {observer}
            <span class="of-today">{parliament}</span>
            {reason}
        </div>
    }
    .into_any()
}
