//! The outlines: land, members by region, and lines of dispute.

use directory::Directory;
use directory::catalogue::decimal;
use directory::map::{Camera, MapPoint, MapTransform, MemberGeometry, PxPoint, Viewport};
use directory::membership::{former_members, parts_of_others};
use directory::model::{FormerMemberIdx, Map, MemberIdx, Outline, RegionIdx};
use directory::model::{Member, Status};
use leptos::prelude::*;
use leptos::svg;
use web_sys::Element;

use super::image_link;
use crate::browser;
use crate::site::Results;
use crate::target::IN_BROWSER;

/// A member with its outline.
pub type MemberShape = (MemberIdx, &'static Member, &'static Outline);

/// The members that have an outline, each with it; sorted like the members.
pub fn member_shapes(
    directory: &'static Directory,
    map: &'static Map,
) -> impl Iterator<Item = MemberShape> {
    let members = MemberIdx::each(directory);
    members.filter_map(|(index, member)| {
        let shape = map
            .shapes
            .iter()
            .find(|shape| shape.id == member.id.as_str())?;
        Some((index, member, shape))
    })
}

/// Where each member is on the map.
pub fn member_geometries(directory: &'static Directory, map: &'static Map) -> Vec<MemberGeometry> {
    let shapes = member_shapes(directory, map);
    shapes
        .map(|(index, _, shape)| MemberGeometry::new(index, shape))
        .collect()
}

/// The class of a small state's marker.
pub fn marker_class(member: &Member) -> String {
    let observer = if member.status == Status::Observer {
        " map-marker--observer"
    } else {
        ""
    };
    format!("map-marker--region-{}{observer}", member.region.get() + 1)
}

/// The group of the map's picture that holds all land.
pub const GROUND: &str = "ground";
/// The group that holds the lines of dispute, above all land.
pub const LINES: &str = "lines";

/// All outlines, with what is drawn `between` land and lines of dispute; calls
/// `drawn` with the element that holds the land.
///
/// A page that is written as HTML shows a picture of them in their place: they
/// would make it many times as long. The program takes them from that picture.
pub fn shapes(
    map: &'static Map,
    between: impl IntoView + 'static,
    drawn: impl FnOnce(&Element) + 'static,
) -> AnyView {
    if !IN_BROWSER {
        return image_link::image(map);
    }
    let ground = NodeRef::<svg::G>::new();
    ground.on_load(move |ground| {
        browser::draw_group(&ground, GROUND);
        drawn(&ground);
    });
    let lines = NodeRef::<svg::G>::new();
    lines.on_load(|lines| browser::draw_group(&lines, LINES));
    view! {
        <g>
            <g node_ref=ground></g>
            {between}
            <g node_ref=lines></g>
        </g>
    }
    .into_any()
}

/// The land in `year` of former members, in the colour of their region, and
/// that of states that lay within a member then, in the colour of that; what is
/// not among the `results` fades.
pub fn past_outlines(
    directory: &Directory,
    map: &'static Map,
    results: &Results,
    year: u16,
) -> AnyView {
    let then = former_members(directory, year);
    let network = &directory.network;
    let outline = |id: &str, region: RegionIdx, is_shown: bool| {
        let path = browser::path_of_outline(id);
        let faded = (!is_shown).then_some("");
        view! { <path class=Fill::Region(region).class() d=path data-faded=faded></path> }
    };
    let former = map.shapes.iter().filter_map(|shape| {
        // Several may have shared what is one outline today.
        let held = |former: &&FormerMemberIdx| network[**former].shapes.contains(&shape.id);
        let holder = results.former.iter().find(held);
        let former = holder.or_else(|| then.iter().find(held))?;
        Some(outline(
            &shape.id,
            network[*former].region,
            holder.is_some(),
        ))
    });
    let parts = parts_of_others(directory, year).into_iter();
    let parts = parts.map(|(part, whole)| {
        let is_shown = results.shown.binary_search(&whole).is_ok();
        outline(
            directory[part].id.as_str(),
            directory[whole].region,
            is_shown,
        )
    });
    let outlines: Vec<_> = former.chain(parts).collect();
    view! { <g>{outlines}</g> }.into_any()
}

/// What fills an outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// The colour of land.
    Land,
    /// The hatching of areas whose status is not determined.
    #[cfg_attr(
        target_arch = "wasm32",
        expect(dead_code, reason = "the picture of the map has it")
    )]
    Undetermined,
    /// The colour of a region.
    Region(RegionIdx),
    /// The hatching of observers in a region.
    Observer(RegionIdx),
}

impl Fill {
    /// A member in the colour of its region; hatched for observers.
    pub fn of(member: &Member) -> Self {
        match member.status {
            Status::Member => Self::Region(member.region),
            Status::Observer => Self::Observer(member.region),
        }
    }

    /// The class of an outline with it.
    pub fn class(self) -> String {
        match self {
            Self::Land => "map-shape".to_owned(),
            Self::Undetermined => "map-shape map-shape--undetermined".to_owned(),
            Self::Region(region) => format!("map-shape map-shape--region-{}", region.get() + 1),
            Self::Observer(region) => {
                let number = region.get() + 1;
                format!("map-shape map-shape--observer map-shape--region-{number}")
            }
        }
    }

    /// The pattern of [`hatching`] that it takes.
    pub fn pattern(self) -> Option<String> {
        match self {
            Self::Land | Self::Region(_) => None,
            Self::Undetermined => Some("url(#hatch-undetermined)".to_owned()),
            Self::Observer(region) => Some(format!("url(#hatch-{})", region.get() + 1)),
        }
    }
}

/// Hatching for observers, a pattern for each of `regions`, and for
/// undetermined areas; `unit` gives the map units for a pixel, so that the
/// hatching stays equally fine.
pub fn hatching(regions: usize, unit: impl Fn() -> f64 + Copy + Send + Sync + 'static) -> AnyView {
    let undetermined = pattern(
        "hatch-undetermined".to_owned(),
        "map-hatch".to_owned(),
        unit,
    );
    let regions = (1..=regions).map(|number| {
        let class = format!("map-hatch map-hatch--region-{number}");
        pattern(format!("hatch-{number}"), class, unit)
    });
    view! { <defs>{undetermined}{regions.collect_view()}</defs> }.into_any()
}

fn pattern(id: String, class: String, unit: impl Fn() -> f64 + Send + Sync + 'static) -> AnyView {
    let transform = move || format!("rotate(-45) scale({})", decimal(unit(), 3));
    view! {
        <pattern
            id=id
            class=class
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform=transform
        >
            <rect width="5" height="5"></rect>
            <path d="M0 2.5h5"></path>
        </pattern>
    }
    .into_any()
}

/// A round mark in pixels.
pub fn dot(class: String, at: PxPoint, radius: &'static str) -> AnyView {
    view! { <circle class=class cx=px(at.x) cy=px(at.y) r=radius></circle> }.into_any()
}

/// A position in the drawing, pixels; a page that is written as HTML does with
/// whole ones.
pub fn px(at: f64) -> String {
    decimal(at, u32::from(IN_BROWSER))
}

/// What brings map units to pixels, as the SVG attribute says it.
pub fn svg_transform(transform: &MapTransform, camera: Camera) -> String {
    let PxPoint { x, y } = transform.to_px(camera, MapPoint { x: 0.0, y: 0.0 });
    let (x, y, scale) = (decimal(x, 2), decimal(y, 2), decimal(camera.scale, 5));
    format!("translate({x} {y}) scale({scale})")
}

/// All of a panel, as the SVG attribute says it.
pub fn view_box(panel: Viewport) -> String {
    format!(
        "0 0 {} {}",
        decimal(panel.width, 0),
        decimal(panel.height, 0)
    )
}
