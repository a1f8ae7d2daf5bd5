//! The outlines: land, members in their colours, and lines of dispute.

use directory::Directory;
use directory::catalogue::decimal;
use directory::colouring::{Colouring, Shade};
use directory::map::{Camera, MapPoint, MapTransform, MemberGeometry, PxPoint, Viewport};
use directory::membership::{former_members, parts_of_others};
use directory::model::{FormerMemberIdx, Map, Member, MemberIdx, Outline};
use leptos::prelude::*;
use leptos::svg;
use web_sys::Element;

use super::image_link;
use crate::browser::{self, Detail};
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

/// The group of the map's picture that holds all land.
pub const GROUND: &str = "ground";
/// The group that holds the lines of dispute, above all land.
pub const LINES: &str = "lines";

/// All outlines at the level of `detail`, with what is drawn `between` land and
/// lines of dispute; calls `drawn` with the element that holds the land.
///
/// A page that is written as HTML shows a picture of them in their place: they
/// would make it many times as long. The program takes them from that picture.
pub fn shapes(
    map: &'static Map,
    detail: RwSignal<Detail>,
    between: impl IntoView + 'static,
    drawn: impl FnOnce(&Element) + 'static,
) -> AnyView {
    if !IN_BROWSER {
        return image_link::image(map);
    }
    let ground = NodeRef::<svg::G>::new();
    ground.on_load(move |ground| {
        browser::draw_group(detail.get_untracked(), &ground, GROUND);
        drawn(&ground);
    });
    let lines = NodeRef::<svg::G>::new();
    lines.on_load(move |lines| {
        browser::draw_group(detail.get_untracked(), &lines, LINES);
    });
    Effect::watch(
        move || detail.get(),
        move |detail, _, _| {
            let groups = [(ground, GROUND), (lines, LINES)];
            for (group, id) in groups {
                if let Some(group) = group.get_untracked() {
                    browser::draw_group(*detail, &group, id);
                }
            }
        },
        false,
    );
    view! {
        <g>
            <g node_ref=ground></g>
            {between}
            <g node_ref=lines></g>
        </g>
    }
    .into_any()
}

/// The land in `year` of former members, and that of states that lay within a
/// member then, in the colour of that; what is not among the `results` fades.
pub fn past_outlines(
    directory: &Directory,
    map: &'static Map,
    detail: Detail,
    results: &Results,
    colouring: &Colouring,
    year: u16,
) -> AnyView {
    let then = former_members(directory, year);
    let network = &directory.network;
    let outline = |id: &str, shade: Shade, is_shown: bool| {
        let path = browser::path_of_outline(detail, id);
        let faded = (!is_shown).then_some("");
        let fill = Fill::Shade(shade);
        view! { <path class=fill.class() fill=fill.pattern() d=path data-faded=faded></path> }
    };
    let former = map.shapes.iter().filter_map(|shape| {
        // Several may have shared what is one outline today.
        let held = |former: &&FormerMemberIdx| network[**former].shapes.contains(&shape.id);
        let holder = results.former.iter().find(held);
        let former = holder.or_else(|| then.iter().find(held))?;
        Some(outline(
            &shape.id,
            colouring.shade_of_former(*former),
            holder.is_some(),
        ))
    });
    let parts = parts_of_others(directory, year).into_iter();
    let parts = parts.map(|(part, whole)| {
        let is_shown = results.shown.binary_search(&whole).is_ok();
        outline(
            directory[part].id.as_str(),
            colouring.shade(whole),
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
    /// The colour of a class of members.
    Shade(Shade),
}

impl Fill {
    /// The class of an outline with it.
    pub fn class(self) -> String {
        match self {
            Self::Land => "map-shape".to_owned(),
            Self::Undetermined => "map-shape map-shape--undetermined".to_owned(),
            Self::Shade(shade) => format!("map-shape {}", shade.class()),
        }
    }

    /// The pattern of [`hatching`] that it takes.
    pub fn pattern(self) -> Option<String> {
        match self {
            Self::Undetermined => Some("url(#hatch-undetermined)".to_owned()),
            Self::Shade(Shade::Observer(Some(region))) => {
                Some(format!("url(#hatch-{})", region.get() + 1))
            }
            Self::Shade(Shade::Unknown) => Some("url(#hatch-unknown)".to_owned()),
            Self::Land | Self::Shade(_) => None,
        }
    }
}

/// Hatching for observers, a pattern for each of `regions`, for undetermined
/// areas and for members without a figure; `unit` gives the map units for a
/// pixel, so that the hatching stays equally fine.
pub fn hatching(regions: usize, unit: impl Fn() -> f64 + Copy + Send + Sync + 'static) -> AnyView {
    let plain = ["hatch-undetermined", "hatch-unknown"];
    let plain = plain.map(|id| pattern(id.to_owned(), "map-hatch".to_owned(), unit));
    let regions = (1..=regions).map(|number| {
        let class = format!("map-hatch shade--region-{number}");
        pattern(format!("hatch-{number}"), class, unit)
    });
    view! { <defs>{plain.collect_view()}{regions.collect_view()}</defs> }.into_any()
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
