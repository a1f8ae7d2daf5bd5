//! What the map shows, and where everything then stands in pixels.

use directory::Query;
use directory::map::{
    Bounds, Camera, MapTransform, Margins, Marker, MemberGeometry, PxPoint, Viewport, markers,
    name_places, nearest,
};
use directory::model::MemberIdx;

use crate::Site;

/// What is selected stands no nearer than this to the edges, pixels.
pub const EDGES: Margins = Margins {
    left: 60.0,
    top: 60.0,
    right: 60.0,
    bottom: 60.0,
};
/// Pixels within which a click beside a member still means it.
const REACH: f64 = 16.0;

/// One position of the map in a panel of one size.
#[derive(Debug, Clone, PartialEq)]
pub struct MapFrame {
    /// The panel.
    pub viewport: Viewport,
    /// How the map fits into the panel.
    pub transform: MapTransform,
    /// The position.
    pub camera: Camera,
    /// For each member, in their order: the middle of what can be hit.
    points: Vec<Option<PxPoint>>,
    /// Marks for those too small to be hit.
    markers: Vec<Marker>,
    /// The middles of the names that have room.
    names: Vec<(MemberIdx, PxPoint)>,
}

impl MapFrame {
    /// Works out where each of `geometries` stands, which are as many as
    /// `name_widths`, those of the names of all members in pixels, or fewer; marks
    /// stay where they stood in the frame `before`, as far as they can.
    pub fn new(
        name_widths: &[f64],
        geometries: &[MemberGeometry],
        viewport: Viewport,
        transform: MapTransform,
        camera: Camera,
        before: Option<&Self>,
    ) -> Self {
        let before = before.map(|frame| frame.markers.as_slice());
        let markers = markers(geometries, &transform, camera, before.unwrap_or_default());
        let width_of = |member: MemberIdx| name_widths[member.get()];
        let names = name_places(geometries, &markers, width_of, &transform, camera);
        let mut points = vec![None; name_widths.len()];
        for geometry in geometries {
            points[geometry.member.get()] = Some(transform.to_px(camera, geometry.point));
        }
        for marker in &markers {
            points[marker.member.get()] = Some(marker.centre());
        }
        Self {
            viewport,
            transform,
            camera,
            points,
            markers,
            names,
        }
    }

    /// The member nearest to a point of the panel, if one is near.
    pub fn nearest(&self, at: PxPoint) -> Option<MemberIdx> {
        let points = self.points.iter().enumerate();
        let known = points.filter_map(|(member, point)| Some((MemberIdx::new(member), (*point)?)));
        nearest(known, at, REACH)
    }

    /// Where a member stands.
    pub fn point(&self, member: MemberIdx) -> Option<PxPoint> {
        self.points[member.get()]
    }

    /// The mark of a member that is too small to be hit.
    pub fn marker(&self, member: MemberIdx) -> Option<&Marker> {
        self.markers.iter().find(|marker| marker.member == member)
    }

    /// The middle of a member's name, where it has room.
    pub fn name_place(&self, member: MemberIdx) -> Option<PxPoint> {
        let name = self.names.iter().find(|(named, _)| *named == member);
        name.map(|(_, at)| *at)
    }

    /// The middle of the panel.
    pub fn middle(&self) -> PxPoint {
        PxPoint {
            x: self.viewport.width / 2.0,
            y: self.viewport.height / 2.0,
        }
    }
}

/// What the map shows: where the reader has moved it, else the chosen regions,
/// else everything; moved as little as needed where something is selected.
pub fn target_camera(
    site: &Site,
    geometries: &[MemberGeometry],
    query: &Query,
    shown: &[MemberIdx],
    transform: &MapTransform,
) -> Camera {
    let framing = query.filters.any_geographic();
    let framed = geometries
        .iter()
        .filter(|geometry| framing && shown.binary_search(&geometry.member).is_ok());
    let camera = match (
        query.at,
        Bounds::around(framed.map(|geometry| geometry.bounds)),
    ) {
        (None, Some(bounds)) => transform.framed(bounds),
        (at, _) => transform.camera_at(at),
    };
    match selected(site, geometries, query) {
        Some(geometry) if query.at.is_none() => {
            transform.brought_into_view(camera, geometry.point, EDGES)
        }
        _ => camera,
    }
}

/// Where the selected member is.
pub fn selected<'a>(
    site: &Site,
    geometries: &'a [MemberGeometry],
    query: &Query,
) -> Option<&'a MemberGeometry> {
    let id = query.selected.as_ref()?;
    let is_selected = |geometry: &&MemberGeometry| site.directory[geometry.member].id == *id;
    geometries.iter().find(is_selected)
}
