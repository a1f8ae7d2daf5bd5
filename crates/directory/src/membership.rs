//! Who belonged in which year.
//!
//! A state counts as a member at the end of the year in which it joined, and
//! no longer at the end of the year in which it left, nor in a year in which it
//! was absent; an observer counts from the year since which it observes. The
//! year of the data is the present, in which all of [`Directory::members`]
//! belong and no former member does.

use crate::SortedSet;
use crate::model::{Directory, FormerMember, FormerMemberIdx, Member, MemberIdx, Status};
use crate::query::Query;

/// The first and the last year that can be asked for: that of the first
/// joining and that of the data. None where nobody joined before the data.
pub fn years(directory: &Directory) -> Option<(u16, u16)> {
    let network = &directory.network;
    let last = network.data_date.year();
    let mut first = last;
    for member in &directory.members {
        first = member.joined.map_or(first, |date| first.min(date.year()));
    }
    for former in &network.former_members {
        first = first.min(former.joined.year());
    }
    (first < last).then_some((first, last))
}

/// The year that `query` asks for, where it is one of [`years`].
pub fn year_of(directory: &Directory, query: &Query) -> Option<u16> {
    let (asked, (first, last)) = (query.year?, years(directory)?);
    (first <= asked && asked <= last).then_some(asked)
}

/// The same where it lies before the present, so that others belonged.
pub fn past_year_of(directory: &Directory, query: &Query) -> Option<u16> {
    year_of(directory, query).filter(|year| *year < directory.network.data_date.year())
}

/// Whether a member of today belonged at the end of `year` as what it is
/// today. One whose date is not known did not; one that observes today and was
/// a member then stands among the former members.
pub fn belonged(directory: &Directory, member: &Member, year: u16) -> bool {
    since(member).is_some_and(|since| since <= year)
        && !was_absent(member, year)
        && !was_former_member(directory, member, year)
}

/// Whether it may have belonged, but since when is not known.
pub fn may_have_belonged(directory: &Directory, member: &Member, year: u16) -> bool {
    since(member).is_none() && !was_former_member(directory, member, year)
}

/// Whether a former member was one at the end of `year`.
pub fn was_member(former: &FormerMember, year: u16) -> bool {
    former.joined.year() <= year && year < former.left.year()
}

/// The former members that belonged at the end of `year`, by name.
pub fn former_members(directory: &Directory, year: u16) -> Vec<FormerMemberIdx> {
    let mut former = directory.former_by_name.clone();
    former.retain(|one| was_member(&directory.network[*one], year));
    former
}

/// Who lay within another member at the end of `year`, with that: both are
/// members of today, and the land of the first is that of the other.
pub fn parts_of_others(directory: &Directory, year: u16) -> Vec<(MemberIdx, MemberIdx)> {
    let parts = MemberIdx::each(directory).filter_map(|(index, member)| {
        let part_of = member.part_of.as_ref()?;
        let whole = directory.member_idx(&part_of.member)?;
        let did_lie = year < part_of.until.year() && belonged(directory, &directory[whole], year);
        did_lie.then_some((index, whole))
    });
    parts.collect()
}

/// The years, up to `year`, in which a member was host of an event; empty as
/// long as the events have not come.
pub fn hosted(directory: &Directory, member: MemberIdx, year: u16) -> SortedSet<u16> {
    let events = directory.events_hosted(member);
    let years = events.map(|event| event.start.year());
    years.filter(|held| *held <= year).collect()
}

/// How many belonged: at the end of a past year, former members included;
/// without one, today.
pub fn count(directory: &Directory, past_year: Option<u16>) -> usize {
    member_count(directory, past_year, true)
}

/// The number of member states at the end of each of the [`years`], from the
/// first on; for the last, at the date of the data. Observers are not counted.
pub fn growth(directory: &Directory) -> Vec<usize> {
    let mut counts = Vec::new();
    if let Some((first, last)) = years(directory) {
        for year in first..=last {
            let past_year = Some(year).filter(|year| *year < last);
            counts.push(member_count(directory, past_year, false));
        }
    }
    counts
}

fn member_count(directory: &Directory, past_year: Option<u16>, with_observers: bool) -> usize {
    let mut count = 0;
    for member in &directory.members {
        let belonged = past_year.is_none_or(|year| belonged(directory, member, year));
        count += usize::from(belonged && (with_observers || member.status == Status::Member));
    }
    past_year.map_or(count, |year| count + former_members(directory, year).len())
}

/// The year from which a member counts as what it is.
fn since(member: &Member) -> Option<u16> {
    let since = match member.status {
        Status::Member => member.joined,
        Status::Observer => member.observing_since,
    };
    since.map(crate::PartialDate::year)
}

/// Whether it did not belong in that year, though it had joined.
fn was_absent(member: &Member, year: u16) -> bool {
    let (from, until) = (member.absent_from, member.absent_until);
    from.is_some_and(|from| from.year() <= year) && until.is_some_and(|until| year <= until.year())
}

/// Whether the state stands among the former members for that year.
fn was_former_member(directory: &Directory, member: &Member, year: u16) -> bool {
    let mut former = directory.network.former_members.iter();
    former.any(|former| former.id == member.id.as_str() && was_member(former, year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::directory;

    /// The ids of those that belonged, then those of former members.
    fn ids(directory: &Directory, year: u16) -> String {
        let members = directory.members.iter();
        let members = members.filter(|member| belonged(directory, member, year));
        let former = former_members(directory, year).into_iter();
        let former = former.map(|one| &*directory.network[one].id);
        let ids = members.map(|member| member.id.as_str());
        let (ids, former): (Vec<&str>, Vec<&str>) = (ids.collect(), former.collect());
        format!("{} + {}", ids.join(" "), former.join(" "))
    }

    #[test]
    fn a_state_belongs_from_the_end_of_the_year_it_joined_until_that_it_left() {
        let directory = directory();
        for (year, expected) in [
            (1960, " + "),
            (1961, "alb bel isk + old"),
            (1972, "alb bel isk + old"),
            (1973, "alb bel fen isk + old"),
            (1979, "alb bel fen gor isk + old"),
            (1989, "alb bel fen gor isk + old"),
            (1990, "alb bel fen gor isk + "),
            (1992, "alb bel fen gor hal isk + "),
            (2025, "alb bel fen gor hal isk + "),
        ] {
            assert_eq!(ids(&directory, year), expected, "{year}");
        }
    }

    #[test]
    fn an_observer_counts_from_the_year_since_which_it_observes() {
        let mut directory = directory();
        directory.members[7].observing_since = Some("1975-06".parse().unwrap());
        let jun = |year| belonged(&directory, &directory.members[7], year);
        assert_eq!([1974, 1975, 2000].map(jun), [false, true, true]);
        let unknown = |at: usize| may_have_belonged(&directory, &directory.members[at], 1974);
        assert_eq!([0, 2, 7].map(unknown), [false, true, false]);
    }

    #[test]
    fn a_state_does_not_belong_in_the_years_of_its_absence() {
        let mut directory = directory();
        let day = |text: &str| Some(text.parse().unwrap());
        directory.members[0].absent_from = day("1980");
        let alb = |directory: &Directory, year| belonged(directory, &directory.members[0], year);
        assert!(alb(&directory, 1985), "one year alone tells nothing");
        directory.members[0].absent_until = day("1991");
        let told = [1979, 1980, 1991, 1992].map(|year| alb(&directory, year));
        assert_eq!(told, [true, false, false, true]);
        assert!(!may_have_belonged(&directory, &directory.members[0], 1985));
    }

    #[test]
    fn who_observes_today_and_was_a_member_then_stands_once() {
        let mut directory = directory();
        directory.network.former_members[0].id = "jun".to_owned();
        directory.members[7].observing_since = Some("1961".parse().unwrap());
        assert_eq!(ids(&directory, 1989), "alb bel fen gor isk + jun");
        assert_eq!(ids(&directory, 1990), "alb bel fen gor isk jun + ");
        assert_eq!(count(&directory, Some(1989)), 6);
        directory.members[7].observing_since = None;
        let unknown = |year| may_have_belonged(&directory, &directory.members[7], year);
        assert_eq!([1989, 1990].map(unknown), [false, true]);
    }

    #[test]
    fn years_reach_from_the_first_joining_to_the_data() {
        let mut directory = directory();
        assert_eq!(years(&directory), Some((1961, 2026)));
        for (asked, year, past_year) in [
            ("", None, None),
            ("year=1960", None, None),
            ("year=1961", Some(1961), Some(1961)),
            ("year=2025", Some(2025), Some(2025)),
            ("year=2026", Some(2026), None),
            ("year=2027", None, None),
        ] {
            let query = Query::parse(asked);
            assert_eq!(year_of(&directory, &query), year, "{asked}");
            assert_eq!(past_year_of(&directory, &query), past_year, "{asked}");
        }
        directory.network.data_date = "1961-12".parse().unwrap();
        assert_eq!(years(&directory), None, "one year is no range");
        directory.members.retain(|member| member.joined.is_none());
        directory.network.former_members.clear();
        assert_eq!(years(&directory), None);
        assert_eq!(growth(&directory), [0; 0]);
    }

    #[test]
    fn growth_counts_member_states_alone() {
        let growth = growth(&directory());
        assert_eq!(growth.len(), 2026 - 1961 + 1);
        let at = |year: usize| growth[year - 1961];
        assert_eq!([1961, 1973, 1979, 1990, 1992].map(at), [4, 5, 6, 5, 6]);
        assert_eq!(at(2026), 6);
    }
}
