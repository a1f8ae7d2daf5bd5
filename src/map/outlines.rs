//! The outlines: land, members by region, and lines of dispute.

use directory::Directory;
use directory::catalogue::decimal;
use directory::map::{Camera, MapPoint, MapTransform, MemberGeometry, PxPoint, Viewport};
use directory::membership::{belonged, former_members};
use directory::model::{FormerMemberIdx, Map, MemberIdx, Outline, RegionIdx};
use directory::model::{Member, Status};

use super::image_link;
use crate::markup::{Element, Markup, svg};
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

/// All outlines, with `members` above the land of others.
///
/// A page that is written as HTML shows a picture of them in their place: they
/// would make it many times as long.
pub fn shapes(
    directory: &'static Directory,
    map: &'static Map,
    members: impl Into<Markup>,
) -> Element {
    if IN_BROWSER {
        outlines(directory, map, members)
    } else {
        image_link::image(map)
    }
}

/// Land, `members` and lines of dispute.
pub fn outlines(
    directory: &'static Directory,
    map: &'static Map,
    members: impl Into<Markup>,
) -> Element {
    let land = map.shapes.iter().filter(|shape| {
        let mut members = directory.members.iter();
        !members.any(|member| member.id.as_str() == shape.id)
    });
    let land = land.map(|shape| {
        if shape.hatched {
            path(shape)
                .class("map-shape map-shape--undetermined")
                .attr("fill", "url(#hatch-undetermined)")
        } else {
            self::land(shape)
        }
    });
    let dashed = map.dashed.iter();
    let dashed = dashed.map(|line| svg("path").class("map-dispute").attr("d", line.as_str()));

    svg("g")
        .child(svg("g").children(land))
        .child(members)
        .child(svg("g").children(dashed))
}

/// The members; those that are not in `shown`, which is in order, fade.
/// Who did not belong in a past year is land like any other.
pub fn member_outlines(
    directory: &Directory,
    members: &[MemberShape],
    shown: &[MemberIdx],
    past_year: Option<u16>,
) -> Element {
    let paths = members.iter().map(|(index, member, shape)| {
        if past_year.is_some_and(|year| !belonged(directory, member, year)) {
            return land(shape);
        }
        outline(member, shape)
            .flag("data-faded", shown.binary_search(index).is_err())
            .attr("data-member", index.get().to_string())
    });
    svg("g").children(paths)
}

/// The land of former members that belonged in `year`, in the colour of their
/// region; those that are not in `shown` fade.
pub fn former_outlines(
    directory: &Directory,
    map: &'static Map,
    shown: &[FormerMemberIdx],
    year: u16,
) -> Element {
    let then = former_members(directory, year);
    let network = &directory.network;
    let mut paths = svg("g");
    for shape in &map.shapes {
        // Several may have shared what is one outline today.
        let held = |former: &&FormerMemberIdx| network[**former].shapes.contains(&shape.id);
        let holder = shown.iter().find(held);
        if let Some(former) = holder.or_else(|| then.iter().find(held)) {
            let path = coloured(network[*former].region, shape);
            paths = paths.child(path.flag("data-faded", holder.is_none()));
        }
    }
    paths
}

fn land(shape: &'static Outline) -> Element {
    path(shape).class("map-shape")
}

/// In the colour of this region.
fn coloured(region: RegionIdx, shape: &'static Outline) -> Element {
    path(shape).class(format!("map-shape map-shape--region-{}", region.get() + 1))
}

fn path(shape: &'static Outline) -> Element {
    svg("path").attr("d", shape.path.as_str())
}

/// A member in the colour of its region; hatched for observers.
pub fn outline(member: &Member, shape: &'static Outline) -> Element {
    let number = member.region.get() + 1;
    match member.status {
        Status::Member => coloured(member.region, shape),
        Status::Observer => path(shape)
            .class(format!(
                "map-shape map-shape--observer map-shape--region-{number}"
            ))
            .attr("fill", format!("url(#hatch-{number})")),
    }
}

/// Hatching for observers, a pattern for each of `regions`, and for
/// undetermined areas; `unit` is the map units for a pixel, so that the
/// hatching stays equally fine.
pub fn hatching(regions: usize, unit: f64) -> Element {
    let mut patterns = vec![pattern(
        "hatch-undetermined".to_owned(),
        String::new(),
        unit,
    )];
    for number in 1..=regions {
        let class = format!(" map-hatch--region-{number}");
        patterns.push(pattern(format!("hatch-{number}"), class, unit));
    }
    svg("defs").children(patterns)
}

fn pattern(id: String, class: String, unit: f64) -> Element {
    svg("pattern")
        .id(id)
        .class(format!("map-hatch{class}"))
        .attr("width", "5")
        .attr("height", "5")
        .attr("patternUnits", "userSpaceOnUse")
        .attr(
            "patternTransform",
            format!("rotate(-45) scale({})", decimal(unit, 3)),
        )
        .child(svg("rect").attr("width", "5").attr("height", "5"))
        .child(svg("path").attr("d", "M0 2.5h5"))
}

/// A round mark in pixels.
pub fn dot(class: String, at: PxPoint, radius: &'static str) -> Element {
    svg("circle")
        .class(class)
        .attr("cx", px(at.x))
        .attr("cy", px(at.y))
        .attr("r", radius)
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
