//! The one place that sorts for the browser.

use std::cmp::Ordering;

/// The numbers below `count` in the order of what they stand for; equals keep
/// theirs.
///
/// Each further type of element that the standard library sorts is 3 KB more
/// for every reader, so all that is longer than a few elements is sorted by
/// place and here.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|&one, &other| compare(one, other).then(one.cmp(&other)));
    places
}
