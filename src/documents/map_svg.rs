//! The map as an SVG file of its own: the image of pages without the program,
//! from which the program takes the outlines of its maps.

use std::fmt::Write;

use directory::Directory;
use directory::colouring::region_shade;
use directory::map::Viewport;
use directory::model::{Map, MemberIdx, Outline};
use leptos::prelude::*;

use crate::map::outlines::{Fill, GROUND, LINES, hatching, member_shapes, view_box};

/// The outline of all land that is no member's, and was none's.
const LAND: &str = "land";

/// Map units for a pixel where the whole world is about 1,000 pixels wide.
const UNIT: f64 = 10.0;

/// What is the same in all colours. A picture is apart from the page and its
/// style sheets: these rules repeat those of `styles/components/map.css`.
const RULES: &str = ".map-shape{stroke-width:.7px;stroke-linejoin:round;vector-effect:non-scaling-stroke}\
    .map-dispute{fill:none;stroke-width:1px;stroke-dasharray:3 3;vector-effect:non-scaling-stroke}\
    .map-hatch path{stroke-width:1.6}";

/// The colours of one theme that are no region's, by their name in
/// `styles/tokens.css`.
type Theme = [(&'static str, &'static str); 4];

const LIGHT: Theme = [
    ("land", "#e3dfd6"),
    ("sunken", "#f1efe9"),
    ("muted", "#5c6672"),
    ("ink", "#1b2430"),
];
const DARK: Theme = [
    ("land", "#2b343d"),
    ("sunken", "#0e1318"),
    ("muted", "#9aa5b1"),
    ("ink", "#e9e6df"),
];

/// All outlines in their colours, for the light and the dark theme.
pub fn world(directory: &'static Directory, map: &'static Map) -> AnyView {
    let [width, height] = map.size;
    let size = Viewport { width, height };
    let members: Vec<_> = member_shapes(directory, map).collect();
    let others = map.shapes.iter().filter(|shape| {
        let mut members = members.iter();
        !members.any(|(_, _, other)| other.id == shape.id)
    });
    // What nobody asks for by its id is one outline: a page has the fewer elements.
    let former = &directory.network.former_members;
    let (asked_for, rest): (Vec<_>, Vec<_>) = others.partition(|shape| {
        let mut former = former.iter();
        shape.hatched || former.any(|former| former.shapes.contains(&shape.id))
    });
    // Each begins with a step from the origin.
    let rest = rest.iter().map(|shape| format!("M0 0{}", shape.path));
    let rest: String = rest.collect();
    let rest = view! { <path id=LAND class=Fill::Land.class() d=rest></path> };
    let asked_for = asked_for.into_iter().map(|shape| {
        let fill = if shape.hatched {
            Fill::Undetermined
        } else {
            Fill::Land
        };
        outline(shape, fill, None)
    });
    let land = [rest.into_any()].into_iter().chain(asked_for);
    let members = members.iter();
    let members = members.map(|(index, member, shape)| {
        let fill = Fill::Shade(region_shade(member));
        outline(shape, fill, Some(*index))
    });
    let dashed = map.dashed.iter();
    let dashed = dashed.map(|line| view! { <path class="map-dispute" d=line.as_str()></path> });
    let regions = &directory.network.regions;
    let light = colours(LIGHT, regions.iter().map(|region| &region.colours.light));
    let dark = colours(DARK, regions.iter().map(|region| &region.colours.dark));
    let style = format!("{RULES}{light}@media(prefers-color-scheme:dark){{{dark}}}");
    view! {
        <svg xmlns="http://www.w3.org/2000/svg" viewBox=view_box(size)>
            <style>{style}</style>
            {hatching(regions.len(), || UNIT)}
            <g id=GROUND>{land.chain(members).collect_view()}</g>
            <g id=LINES>{dashed.collect_view()}</g>
        </svg>
    }
    .into_any()
}

/// An outline; with the number of its `member`, by which the program finds it.
fn outline(shape: &'static Outline, fill: Fill, member: Option<MemberIdx>) -> AnyView {
    view! {
        <path
            id=shape.id.as_str()
            class=fill.class()
            d=shape.path.as_str()
            fill=fill.pattern()
            data-member=member.map(MemberIdx::get)
        ></path>
    }
    .into_any()
}

/// The rules for one theme. Only classes choose: to Inkscape and resvg a rule
/// with `:not()` is none, and a custom property ends the whole sheet for one of
/// them.
fn colours<'a>(theme: Theme, regions: impl Iterator<Item = &'a String>) -> String {
    let [(_, land), (_, sea), (_, muted), (_, ink)] = theme;
    let mut rules = format!(
        ".map-shape{{fill:{land};stroke:{sea}}}.map-shape--undetermined{{fill:url(#hatch-undetermined)}}\
         .map-hatch rect{{fill:{land}}}\
         .map-hatch path{{stroke:{muted}}}.map-dispute{{stroke:{ink}}}"
    );
    for (number, colour) in (1..).zip(regions) {
        let _ = write!(
            rules,
            ".shade--region-{number}{{fill:{colour}}}\
             .shade--observer.shade--region-{number}{{fill:url(#hatch-{number});stroke:{colour}}}\
             .map-hatch.shade--region-{number} path{{stroke:{colour}}}"
        );
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_has_the_colours_of_the_style_sheet() {
        let tokens = include_str!("../../styles/tokens.css");
        let (light, dark) = tokens
            .split_once(":root[data-theme=\"dark\"]")
            .expect("the sheet has a dark theme");
        for (sheet, theme) in [(light, LIGHT), (dark, DARK)] {
            for (name, colour) in theme {
                let line = format!("--{name}: {colour};");
                assert!(sheet.contains(&line), "styles/tokens.css has no {line}");
            }
        }
    }
}
