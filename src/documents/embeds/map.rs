//! The map: a picture with links, which the script makes out of outlines.

use directory::colouring::{Colouring, Shade, region_shade};
use directory::facets::FacetId;
use directory::map::{Bounds, MapTransform, Viewport};
use directory::model::{Map, MemberIdx, RegionIdx};
use directory::{Directory, Query};
use leptos::prelude::*;
use leptos::svg;

use super::{count, members_of, outward, summary};
use crate::Site;
use crate::address::Page;
use crate::components::lang_name::localized;
use crate::map::frame::MapFrame;
use crate::map::image_link::image;
use crate::map::outlines::{dot, hatching, member_geometries, px, svg_transform, view_box};
use crate::navigation::use_here;

/// Size of the drawing, pixels.
const PANEL: Viewport = Viewport {
    width: 640.0,
    height: 360.0,
};

/// The members of a region, or all, on the map, with the same as a list.
pub fn map(site: &'static Site, region: Option<RegionIdx>) -> AnyView {
    let directory = site.directory;
    let words = &directory.catalogue;
    let drawing = directory.map.get();
    let drawing = drawing.map(|map| drawing_of(directory, map, region));
    let drawing = drawing
        .unwrap_or_else(|| view! { <p class="missing">{words.map_missing()}</p> }.into_any());
    let colourings: Vec<_> = site
        .colourings()
        .map(|facet| (facet, site.colouring(facet)))
        .collect();
    let legends = colourings
        .iter()
        .map(|(facet, colouring)| legend(directory, *facet, colouring, region));
    let legends: Vec<_> = legends.collect();
    let rows = members_of(directory, region).filter_map(|member| {
        let index = directory.member_idx(&member.id)?;
        let classes = colourings.iter().map(|(_, colouring)| {
            let class = colouring.class(index);
            class.map_or(String::new(), |class| class.to_string())
        });
        let classes: Vec<_> = classes.collect();
        let swatch = format!("swatch {}", region_shade(member).class());
        let href = use_here().to(Page::Member(member), &Query::default());
        let name = localized(directory.localized(&member.names));
        Some(view! {
            <li data-member=index.get() data-classes=classes.join(",")>
                <span class=swatch aria-hidden="true"></span>
                <p>
                    {outward(href, name)}
                    <small>{summary(directory, member)}</small>
                </p>
            </li>
        })
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <div class="embed-map">
            {drawing}
            {legends}
            <details>
                <summary>{count(directory, region)}</summary>
                <ul class="embed-map__list">{rows}</ul>
            </details>
        </div>
    }
    .into_any()
}

/// The picture, with a link for each member that is too small to be seen.
fn drawing_of(
    directory: &'static Directory,
    map: &'static Map,
    region: Option<RegionIdx>,
) -> AnyView {
    let geometries = member_geometries(directory, map);
    let transform = MapTransform::around(PANEL, &geometries);
    let is_shown = |member: MemberIdx| region.is_none_or(|one| directory[member].region == one);
    let shown = geometries
        .iter()
        .filter(|geometry| region.is_some() && is_shown(geometry.member));
    let bounds = Bounds::around(shown.map(|geometry| geometry.bounds));
    let camera = bounds.map_or(transform.home(), |bounds| transform.framed(bounds));
    let widths = vec![0.0; directory.members.len()];
    let frame = MapFrame::new(&widths, &geometries, PANEL, transform, camera, None);
    let language = directory.language();
    let links = MemberIdx::each(directory).filter(|(index, _)| is_shown(*index));
    let links = links.filter_map(|(index, member)| {
        let marker = frame.marker(index)?;
        let href = use_here().to(Page::Member(member), &Query::default());
        let leader = marker.leader.then(|| {
            let [from_x, from_y, to_x, to_y] =
                [marker.anchor_x, marker.anchor_y, marker.x, marker.y].map(px);
            let drawn = format!("M{from_x} {from_y}L{to_x} {to_y}");
            view! { <path class="map-marker__leader" d=drawn></path> }
        });
        let class = format!("map-marker {}", region_shade(member).class());
        let target = dot("map-marker__target".to_owned(), marker.centre(), "12");
        let mark = dot(class, marker.centre(), "5");
        // At the root of a view `a` would be a link of HTML.
        let link = svg::a()
            .class("map-member")
            .attr("href", href)
            .attr("target", "_blank")
            .attr("rel", "noopener")
            .aria_label(member.names.get(language))
            .attr("data-member", index.get())
            .child((leader, target, mark));
        Some(link.into_any())
    });
    let links: Vec<_> = links.collect();
    let label = region.map_or(directory.network.short_names.get(language), |region| {
        directory.network[region].names.get(language)
    });
    let regions = directory.network.regions.len();
    view! {
        <div class="embed-map__panel">
            <svg
                viewBox=view_box(PANEL)
                role="group"
                aria-label=directory.catalogue.map_of(label)
            >
                {hatching(regions, move || 1.0 / camera.scale)}
                <g transform=svg_transform(&transform, camera)>{image(map)}</g>
                <g class="map-members">{links}</g>
            </svg>
        </div>
    }
    .into_any()
}

/// What the colours mean, with the number of each; all but that of regions are
/// shown by the script.
fn legend(
    directory: &'static Directory,
    facet: FacetId,
    colouring: &Colouring,
    region: Option<RegionIdx>,
) -> AnyView {
    let words = &directory.catalogue;
    let classes = colouring.classes.iter().enumerate().map(|(place, class)| {
        let is_own = |index: MemberIdx| match (colouring.class(index), colouring.shade(index)) {
            (Some(own), _) => own == place,
            // By region those who observe are a class of their own.
            (None, Shade::Observer(Some(_))) => class.shade == Shade::Observer(None),
            (None, shade) => class.shade == shade,
        };
        let members = MemberIdx::each(directory).filter(|(index, member)| {
            is_own(*index) && region.is_none_or(|region| member.region == region)
        });
        let number = members.count();
        let name = (class.facet.facet().name)(directory, &class.value);
        let swatch = format!("swatch swatch--square {}", class.shade.class());
        view! {
            <li hidden=number == 0>
                <span class=swatch aria-hidden="true"></span>
                {name}
                " "
                <span class="legend__count">{words.number(number)}</span>
            </li>
        }
    });
    let classes: Vec<_> = classes.collect();
    let parameter = facet.facet().parameter;
    let label = (facet.facet().label)(directory);
    view! {
        <div
            class="embed-map__legend"
            data-colour=parameter
            hidden=facet != FacetId::Region
        >
            <b>{label}</b>
            <ul class="legend">{classes}</ul>
        </div>
    }
    .into_any()
}
