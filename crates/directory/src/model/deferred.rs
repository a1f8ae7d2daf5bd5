//! Lists that may come after the rest of the directory.

use std::ops::{Deref, DerefMut};
use std::sync::OnceLock;

/// A list that a part of the snapshot brings: empty until that has come, and
/// from then on unchanged.
///
/// Where the directory is read from the data files it is there from the start.
#[derive(Debug, Clone, PartialEq)]
pub struct Deferred<T>(OnceLock<Vec<T>>);

impl<T> Deferred<T> {
    /// Fills the list; one that has come already stays.
    pub fn fill(&self, list: Vec<T>) {
        // An error is the list that is not needed.
        let _ = self.0.set(list);
    }

    /// Whether the list has come.
    pub fn is_filled(&self) -> bool {
        self.0.get().is_some()
    }

    /// The list, to be changed where the directory is being made.
    pub fn to_mut(&mut self) -> &mut Vec<T> {
        self.0.get_or_init(Vec::new);
        self.0.get_mut().expect("it was filled just now")
    }
}

impl<T> Default for Deferred<T> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<T> Deref for Deferred<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.0.get().map_or(&[], Vec::as_slice)
    }
}

impl<T> DerefMut for Deferred<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        self.0.get_mut().map_or(&mut [], Vec::as_mut_slice)
    }
}

impl<T> From<Vec<T>> for Deferred<T> {
    fn from(list: Vec<T>) -> Self {
        Self(OnceLock::from(list))
    }
}

impl<'a, T> IntoIterator for &'a Deferred<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_empty_until_it_has_come_and_comes_once() {
        let list = Deferred::default();
        assert!(list.is_empty() && !list.is_filled());
        list.fill(vec![1, 2]);
        list.fill(vec![3]);
        assert_eq!((&*list, list.is_filled()), (&[1, 2][..], true));
    }

    #[test]
    fn a_list_that_came_empty_has_come() {
        let list = Deferred::<u8>::from(Vec::new());
        assert!(list.is_filled() && list.is_empty());
    }
}
