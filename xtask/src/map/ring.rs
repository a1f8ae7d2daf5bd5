//! Rings of arcs: joining shapes, finding the lines they share.

use std::collections::BTreeMap;

use super::topology::{Arc, Ring, Topology, position};

/// The rings around all of `rings`: lines that two of them share, once in
/// each direction, are inner lines and disappear.
pub fn dissolve(topology: &Topology, rings: &[&Ring]) -> Vec<Ring> {
    let mut used: BTreeMap<Arc, usize> = BTreeMap::new();
    for arc in rings.iter().copied().flatten() {
        *used.entry(*arc).or_default() += 1;
    }
    let inner = |arc: &Arc| used.contains_key(&!arc);

    let (touched, whole): (Vec<&Ring>, Vec<&Ring>) =
        rings.iter().partition(|ring| ring.iter().any(inner));
    let mut loose: Vec<Arc> = touched
        .into_iter()
        .flatten()
        .copied()
        .filter(|arc| !inner(arc))
        .collect();

    let mut joined: Vec<Ring> = whole.into_iter().cloned().collect();
    while !loose.is_empty() {
        let first = loose.remove(0);
        let start = ends(topology, first).0;
        let mut ring = vec![first];
        let mut end = ends(topology, first).1;
        while end != start {
            let Some(next) = loose.iter().position(|arc| ends(topology, *arc).0 == end) else {
                break;
            };
            let arc = loose.remove(next);
            end = ends(topology, arc).1;
            ring.push(arc);
        }
        joined.push(ring);
    }
    joined
}

/// The lines that two shapes have in common, consecutive arcs in one line.
pub fn shared(topology: &Topology, one: &[Ring], other: &[Ring]) -> Vec<Vec<Arc>> {
    let other: Vec<Arc> = other.iter().flatten().copied().collect();
    let mut lines: Vec<Vec<Arc>> = Vec::new();
    for arc in one.iter().flatten().filter(|arc| other.contains(&!**arc)) {
        let follows = lines.last_mut().filter(|line| {
            let last = *line.last().expect("a line starts with an arc");
            ends(topology, last).1 == ends(topology, *arc).0
        });
        match follows {
            Some(line) => line.push(*arc),
            None => lines.push(vec![*arc]),
        }
    }
    lines
}

/// First and last point of an arc in its direction.
fn ends(topology: &Topology, arc: Arc) -> ([i64; 2], [i64; 2]) {
    let points = &topology.arcs[position(arc)];
    let (first, last) = (points[0], points[points.len() - 1]);
    if arc < 0 {
        (last, first)
    } else {
        (first, last)
    }
}
