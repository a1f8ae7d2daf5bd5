//! Ranks of members by a figure.

use std::cmp::Ordering;

use crate::model::MemberIdx;

/// The place of a member among others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rank {
    /// From 1; those with equal figures share a place, and as many places after
    /// it stay empty.
    pub place: usize,
    /// How many share the place, itself included.
    pub sharing: usize,
    /// Who.
    pub member: MemberIdx,
    /// Its figure.
    pub figure: f64,
}

/// The members that have a figure, the highest first, equals as they stood;
/// who has none has no place.
pub fn ranking(figures: impl Iterator<Item = (MemberIdx, Option<f64>)>) -> Vec<Rank> {
    let mut known: Vec<_> = figures
        .filter_map(|(member, figure)| Some((member, figure?)))
        .collect();
    known.sort_by(|one, other| descending(one.1, other.1));
    let mut ranks = Vec::new();
    for sharing in known.chunk_by(|one, other| descending(one.1, other.1).is_eq()) {
        let place = ranks.len() + 1;
        ranks.extend(sharing.iter().map(|&(member, figure)| Rank {
            place,
            sharing: sharing.len(),
            member,
            figure,
        }));
    }
    ranks
}

/// The figure that as many lie above as below; the mean of two in the middle.
pub fn median(ranks: &[Rank]) -> Option<f64> {
    let last = ranks.len().checked_sub(1)?;
    Some(f64::midpoint(
        ranks[last / 2].figure,
        ranks[last.div_ceil(2)].figure,
    ))
}

fn descending(one: f64, other: f64) -> Ordering {
    other.total_cmp(&one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranks(figures: &[Option<f64>]) -> Vec<Rank> {
        let figures = figures.iter().enumerate();
        ranking(figures.map(|(index, figure)| (MemberIdx::new(index), *figure)))
    }

    #[test]
    fn equals_share_a_place_and_who_has_no_figure_has_none() {
        let ranks = ranks(&[Some(3.0), None, Some(7.0), Some(3.0), Some(1.0)]);
        let told: Vec<_> = ranks
            .iter()
            .map(|rank| (rank.place, rank.sharing, rank.member.get()))
            .collect();
        assert_eq!(told, [(1, 1, 2), (2, 2, 0), (2, 2, 3), (4, 1, 4)]);
    }

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(&ranks(&[])), None);
        assert_eq!(median(&ranks(&[Some(5.0)])), Some(5.0));
        assert_eq!(
            median(&ranks(&[Some(1.0), Some(9.0), Some(2.0)])),
            Some(2.0)
        );
        assert_eq!(median(&ranks(&[Some(4.0), Some(2.0)])), Some(3.0));
    }
}
