//! The one place that sorts for the browser.

use std::cmp::Ordering;

/// Which of two names comes first for readers of a language.
pub type Compare = dyn Fn(&str, &str) -> Ordering;

/// The indices of `names` in the order that `compare` gives; equals keep theirs.
pub(crate) fn by_name(names: &[String], compare: &Compare) -> Vec<usize> {
    sorted(names.len(), &|one, other| {
        compare(&names[one], &names[other]).then(one.cmp(&other))
    })
}

/// The numbers below `count` in the order of what they stand for; equals keep
/// theirs.
///
/// Each type of element that the standard library sorts is 3 to 6 KB more for
/// every reader, so all that is longer than a few elements is sorted here, by
/// merging runs of one, two, four numbers and so on.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..count).collect();
    let mut run = 1;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for pair in numbers.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([one, left_rest @ ..], [other, right_rest @ ..]) = (left, right) {
                if compare(*one, *other).is_le() {
                    merged.push(*one);
                    left = left_rest;
                } else {
                    merged.push(*other);
                    right = right_rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        numbers = merged;
        run *= 2;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_in_the_order_of_their_values_and_equals_keep_theirs() {
        for count in 0..40 {
            let values: Vec<usize> = (0..count).map(|number| number * 7 % 5).collect();
            let mut expected: Vec<usize> = (0..count).collect();
            expected.sort_by_key(|number| values[*number]);
            let found = sorted(count, &|one, other| values[one].cmp(&values[other]));
            assert_eq!(found, expected);
        }
    }
}
