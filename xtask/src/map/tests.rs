//! A world of three states: two that share a line, and one across the 180th
//! meridian.

use editing::records::{Boundary, Map};

use super::{claims::Claims, draw, topology::Topology};

/// One degree a step. Aa is left of Bb; Cc lies on both sides of 180°; Dd is
/// at the pole; the fine sheet knows the islet Ee.
fn world() -> [Topology; 2] {
    let coarse = r#"{"transform": {"scale": [1, 1], "translate": [0, 0]}, "arcs": [
        [[20, 0], [0, 10]],
        [[20, 10], [-10, 0], [0, -10], [10, 0]],
        [[20, 0], [10, 0], [0, 10], [-10, 0]],
        [[175, 0], [0, 5], [-345, 0], [0, -5], [345, 0]],
        [[0, -70], [10, 0], [0, -10], [-10, 10]]
      ], "objects": {"countries": {"geometries": [
        {"id": "001", "properties": {"a3": "AAA"}, "arcs": [[[0, 1]]]},
        {"id": "002", "properties": {"a3": "BBB"}, "arcs": [[[2, -1]]]},
        {"id": "003", "properties": {"a3": "CCC"}, "arcs": [[[3]]]},
        {"id": "004", "properties": {"a3": "DDD"}, "arcs": [[[4]]]}
      ]}}}"#;
    let fine = r#"{"transform": {"scale": [0.001, 0.001], "translate": [0, 0]}, "arcs": [
        [[5000, 5000], [2, 0], [0, 2], [-2, -2]]
      ], "objects": {"countries": {"geometries": [
        {"id": "005", "properties": {"a3": "EEE"}, "arcs": [[[0]]]},
        {"id": "FFF", "properties": {"a3": "FFF"}, "arcs": [[[0]]]}
      ]}}}"#;
    [coarse, fine].map(|text| Topology::read(text.as_bytes()).expect("the text is a topology"))
}

/// Both sheets, with a register that knows the shape without a number.
fn drawn(register: &[Boundary]) -> anyhow::Result<Map> {
    let [coarse, fine] = world();
    let register = [register, &[boundary(&["FFF"])]].concat();
    draw::map(&[&coarse, &fine], &register, &Claims::new(), draw::COARSE)
}

fn boundary(shapes: &[&str]) -> Boundary {
    Boundary {
        id: "case".into(),
        shapes: shapes.iter().map(ToString::to_string).collect(),
        ..Boundary::default()
    }
}

fn ids(map: &Map) -> Vec<&str> {
    map.shapes.iter().map(|shape| shape.id.as_str()).collect()
}

#[test]
fn polar_land_and_parts_without_a_number_are_left_out() {
    assert_eq!(ids(&drawn(&[]).unwrap()), ["aaa", "bbb", "ccc", "eee"]);
}

#[test]
fn a_shape_across_the_180th_meridian_stays_in_one_piece() {
    let map = drawn(&[]).unwrap();
    let [left, _, right, _] = map.shapes[2].bounds;
    assert!(
        right - left < 500.0,
        "15 degrees are {} units",
        right - left
    );
}

#[test]
fn a_shape_drawn_with_another_leaves_no_inner_line() {
    let register = Boundary {
        drawn_with: Some("AAA".into()),
        ..boundary(&["BBB"])
    };
    let map = drawn(&[register]).unwrap();
    assert_eq!(ids(&map), ["aaa", "ccc", "eee"]);
    let path = &map.shapes[0].path;
    assert_eq!(path.matches('m').count(), 1, "{path}");
    let apart = drawn(&[]).unwrap();
    let areas = apart.shapes[0].area + apart.shapes[1].area;
    assert!((map.shapes[0].area - areas).abs() < 2.0);
}

#[test]
fn the_common_line_of_two_shapes_can_be_dashed() {
    let register = Boundary {
        dashed: vec![["AAA".into(), "BBB".into()]],
        ..boundary(&[])
    };
    let map = drawn(&[register]).unwrap();
    // Ten degrees of one meridian, twenty east and nine of the central one.
    assert_eq!(map.dashed.len(), 1);
    assert!(
        map.dashed[0].starts_with("m52") && !map.dashed[0].ends_with('z'),
        "{:?}",
        map.dashed
    );
}

#[test]
fn an_undetermined_area_is_hatched() {
    let register = Boundary {
        hatched: true,
        ..boundary(&["BBB"])
    };
    let map = drawn(&[register]).unwrap();
    let hatched: Vec<bool> = map.shapes.iter().map(|shape| shape.hatched).collect();
    assert_eq!(hatched, [false, true, false, false]);
}

#[test]
fn land_too_small_for_the_grid_is_a_dot() {
    let map = drawn(&[]).unwrap();
    assert!(
        map.shapes[3].path.ends_with(" 1 0 0 1-1 0z"),
        "{}",
        map.shapes[3].path
    );
}

#[test]
fn the_register_must_name_shapes_of_the_atlas() {
    let unknown = drawn(&[boundary(&["ZZZ"])]).unwrap_err().to_string();
    assert!(
        unknown.contains("`case`") && unknown.contains("`ZZZ`"),
        "{unknown}"
    );
    let apart = Boundary {
        dashed: vec![["AAA".into(), "CCC".into()]],
        ..boundary(&[])
    };
    let apart = drawn(&[apart]).unwrap_err().to_string();
    assert!(apart.contains("no common line"), "{apart}");
}

#[test]
fn the_file_is_the_same_each_time_and_reads_back_as_the_map() {
    let map = drawn(&[]).unwrap();
    let text = draw::text(&map).unwrap();
    assert_eq!(text, draw::text(&drawn(&[]).unwrap()).unwrap());
    assert_eq!(serde_json::from_str::<Map>(&text).unwrap(), map);
    assert_eq!(
        text.lines()
            .filter(|line| line.starts_with("{\"id\""))
            .count(),
        4
    );
}

#[test]
fn a_line_is_dashed_as_far_as_its_case_goes() {
    let case = |within| Boundary {
        dashed: vec![["AAA".into(), "BBB".into()]],
        within: Some(within),
        ..boundary(&[])
    };
    // The line runs along the 20th meridian from the equator to 10 degrees north.
    let whole = drawn(&[case([19.0, -1.0, 21.0, 11.0])]).unwrap();
    assert_eq!(
        whole.dashed,
        drawn(&[case([-180.0, -90.0, 180.0, 90.0])]).unwrap().dashed
    );
    let elsewhere = drawn(&[case([0.0, -1.0, 5.0, 11.0])]).unwrap_err();
    assert!(elsewhere.to_string().contains("no common line"));
}

#[test]
fn a_claim_is_dashed_and_needs_its_entry() {
    let [coarse, fine] = world();
    let claims = Claims::from([("valley".to_owned(), vec![[12.0, 1.0], [14.0, 3.0]])]);
    let draw = |claims: &Claims, case: Boundary| {
        let register = [case, boundary(&["FFF"])];
        draw::map(&[&coarse, &fine], &register, claims, draw::FINE)
    };
    let claimed = Boundary {
        claims: vec!["valley".into()],
        ..boundary(&["AAA"])
    };
    let map = draw(&claims, claimed.clone()).unwrap();
    assert_eq!(map.dashed.len(), 1);
    let unsaid = draw(&claims, boundary(&["AAA"])).unwrap_err().to_string();
    assert!(unsaid.contains("`valley`"), "{unsaid}");
    let unknown = draw(&Claims::new(), claimed).unwrap_err().to_string();
    assert!(unknown.contains("no claim `valley`"), "{unknown}");
}

#[test]
fn a_shape_without_a_number_needs_an_entry_and_is_drawn_where_it_is_fine() {
    let [_, fine] = world();
    let unsaid = draw::map(&[&fine], &[], &Claims::new(), draw::FINE).unwrap_err();
    assert!(unsaid.to_string().contains("`FFF`"), "{unsaid}");
    let register = [boundary(&["FFF"])];
    let map = draw::map(&[&fine], &register, &Claims::new(), draw::FINE).unwrap();
    assert_eq!(ids(&map), ["eee", "fff"]);
    assert!(
        map.shapes[0].path.ends_with(" .25 0 0 .25-.25 0z"),
        "{}",
        map.shapes[0].path
    );
}
