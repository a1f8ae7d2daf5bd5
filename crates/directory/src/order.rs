//! The order of the results.

use crate::Directory;
use crate::model::{Member, MemberIdx};
use crate::query::Order;

/// Sorts members by `order`; what is unknown comes last, and equals stand by
/// name, then by id.
pub(crate) fn sort(directory: &Directory, order: Order, members: &mut [MemberIdx]) {
    let key = |member: &MemberIdx| {
        let rank = rank(&directory[*member], order);
        (rank, directory.name_ranks[*member])
    };
    let mut keys: Vec<(u64, u32)> = members.iter().map(key).collect();
    keys.sort_unstable();
    let by_name = directory.name_ranks.in_order();
    for (member, (_, name_rank)) in members.iter_mut().zip(keys) {
        *member = by_name[name_rank as usize];
    }
}

/// Least first; `u64::MAX` where unknown.
fn rank(member: &Member, order: Order) -> u64 {
    let rank = match order {
        Order::Name => Some(0),
        Order::Joined => member.joined.map(|date| {
            let parts = [date.month(), date.day()].map(|part| u64::from(part.unwrap_or(0)));
            u64::from(date.year()) * 10_000 + parts[0] * 100 + parts[1]
        }),
        Order::Seats => member.seats().map(|seats| u64::from(u32::MAX - seats)),
        // The bits of numbers that are not negative are in the numbers' order.
        Order::Women => member
            .women_share()
            .map(|share| u64::MAX - 1 - share.max(0.0).to_bits()),
    };
    rank.unwrap_or(u64::MAX)
}
