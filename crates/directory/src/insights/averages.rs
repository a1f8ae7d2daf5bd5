//! The share of women in the chambers of many parliaments.

use super::Group;
use crate::facets::{FacetContext, FacetId, STRUCTURE_GROUPS, StructureGroup};
use crate::model::{Chamber, ChamberKind, Member};
use crate::vocabulary::as_str;

/// Which chambers are taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChamberGroup {
    /// The single or lower chamber, by which the IPU ranks parliaments.
    First,
    /// The chambers of parliaments that have one.
    Single,
    /// Lower chambers.
    Lower,
    /// Upper chambers.
    Upper,
}

/// The share of women in a group, told in two ways.
#[derive(Debug, Clone, PartialEq)]
pub struct Average {
    /// Those with a share, which [`Self::of_shares`] counts.
    pub with_share: Group,
    /// The mean of their shares, each parliament counting alike, percent: the
    /// unweighted average.
    pub of_shares: Option<f64>,
    /// How many parliaments have both numbers of seats.
    pub with_seats: usize,
    /// Women in all these chambers among all their filled seats, percent: the
    /// average weighted by seats.
    pub of_seats: Option<f64>,
}

impl ChamberGroup {
    /// Those of a group that have a share of women in such a chamber.
    fn with_share(self, context: &FacetContext, group: &Group) -> Group {
        // Any share is at least none.
        let (women, upper) = ((FacetId::Women, "0-"), (FacetId::UpperWomen, "0-"));
        let structure = |group| (FacetId::Structure, as_str(STRUCTURE_GROUPS, &group));
        let choices: &[(FacetId, &str)] = match self {
            Self::First => &[women],
            Self::Single => &[women, structure(StructureGroup::Unicameral)],
            Self::Lower => &[women, structure(StructureGroup::Bicameral)],
            Self::Upper => &[upper],
        };
        group.narrowed(context, choices)
    }

    fn chamber(self, member: &Member) -> Option<&Chamber> {
        match self {
            Self::First => member.first_chamber(),
            Self::Single => member.chamber(ChamberKind::Single),
            Self::Lower => member.chamber(ChamberKind::Lower),
            Self::Upper => member.chamber(ChamberKind::Upper),
        }
    }
}

impl Average {
    /// The averages of a group.
    pub fn new(context: &FacetContext, group: &Group, chambers: ChamberGroup) -> Self {
        let directory = context.directory;
        let with_share = chambers.with_share(context, group);
        let chambers = || {
            let members = with_share.each(directory);
            members.filter_map(|member| chambers.chamber(member))
        };
        let shares: Vec<f64> = chambers()
            .filter_map(|chamber| chamber.women_share)
            .collect();
        let seats: Vec<(u32, u32)> = chambers()
            .filter_map(|one| one.women.zip(one.filled))
            .collect();
        let women: u32 = seats.iter().map(|(women, _)| women).sum();
        let filled: u32 = seats.iter().map(|(_, filled)| filled).sum();
        Self {
            of_shares: mean(&shares),
            with_seats: seats.len(),
            of_seats: (filled > 0).then(|| f64::from(women) * 100.0 / f64::from(filled)),
            with_share,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "parliaments are few")]
fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{context, directory};
    use crate::model::{MemberIdx, Status};

    #[test]
    fn the_mean_of_shares_counts_parliaments_and_the_other_counts_seats() {
        let mut directory = directory();
        for (id, filled, women) in [("alb", 90, 36), ("bel", 80, 10)] {
            let index = directory.member_idx(&id.parse().unwrap()).unwrap();
            let parliament = directory.members[index.get()].parliament.as_mut().unwrap();
            parliament.chambers[0].filled = Some(filled);
            parliament.chambers[0].women = Some(women);
        }
        let context = context(&directory);
        let members = Group::of_status(&context, Status::Member);
        let average = Average::new(&context, &members, ChamberGroup::First);
        let names: Vec<&str> = average
            .with_share
            .each(&directory)
            .map(|member| member.id.as_str())
            .collect();
        assert_eq!(names, ["alb", "bel", "hal", "isk"], "an observer is none");
        assert_eq!(average.of_shares, Some((40.0 + 12.5 + 50.0 + 50.0) / 4.0));
        assert_eq!(average.with_seats, 2);
        assert_eq!(average.of_seats, Some(46.0 * 100.0 / 170.0));
        assert_eq!(
            average.with_share.query.to_string(),
            "status=member&women=0-"
        );
    }

    #[test]
    fn chambers_are_told_apart_and_one_that_does_not_sit_is_in_none() {
        let directory = directory();
        let context = context(&directory);
        let all = Group::new(&context, &[]);
        let shown = |chambers| {
            let average = Average::new(&context, &all, chambers);
            let shown = average.with_share.members;
            let ids = shown
                .into_iter()
                .map(|member: MemberIdx| directory[member].id.as_str());
            (ids.collect::<Vec<_>>().join(" "), average.of_shares)
        };
        assert_eq!(shown(ChamberGroup::Lower), ("alb".to_owned(), Some(40.0)));
        assert_eq!(
            shown(ChamberGroup::Upper),
            ("alb gor".to_owned(), Some(35.0))
        );
        let (singles, _) = shown(ChamberGroup::Single);
        assert_eq!(singles, "bel ela hal isk");
    }
}
