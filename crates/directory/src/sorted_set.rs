//! A small set.

use std::ops::Deref;

/// Values in their order, each once.
///
/// The sets of the program are small, and a list does for them: each type that
/// the standard library's set holds is 3 KB more for every reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortedSet<T>(Vec<T>);

impl<T: Ord> SortedSet<T> {
    /// Puts a value in, unless it is there.
    pub fn insert(&mut self, value: T) {
        if let Err(index) = self.0.binary_search(&value) {
            self.0.insert(index, value);
        }
    }

    /// Puts a value in, or takes it out if it is there; whether it is there now.
    pub fn toggle(&mut self, value: T) -> bool {
        let found = self.0.binary_search(&value);
        match found {
            Ok(index) => drop(self.0.remove(index)),
            Err(index) => self.0.insert(index, value),
        }
        found.is_err()
    }

    /// Keeps only the values for which this holds.
    pub fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        self.0.retain(keep);
    }
}

/// Read like a list.
impl<T> Deref for SortedSet<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T> Default for SortedSet<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> Extend<T> for SortedSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, values: I) {
        for value in values {
            self.insert(value);
        }
    }
}

impl<T: Ord> FromIterator<T> for SortedSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut ordered = Self::default();
        ordered.extend(values);
        ordered
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_their_order_each_once() {
        let mut ordered = SortedSet::from_iter([3, 1, 2, 1]);
        assert_eq!(*ordered, [1, 2, 3]);
        assert!(!ordered.toggle(2));
        assert!(ordered.toggle(0));
        assert_eq!(*ordered, [0, 1, 3]);
    }
}
