//! Words typed into the search of the published directory.

use std::sync::LazyLock;

use directory::model::{EventIdx, FormerMemberIdx, MemberIdx};
use directory::search::{Hit, SearchIndex};

use crate::door::Door;
use crate::files::PUBLISHED;
use crate::walk::nfkd_lowercase;

pub const DOOR: Door = Door {
    name: "search",
    longest: 300,
    seeds: || {
        let words = [
            "south afrcia",
            "CIV",
            "cote d'ivoire",
            "大會",
            "conference of speakers 2019",
        ];
        words.map(|words| words.as_bytes().to_vec()).to_vec()
    },
    words: || {
        let names = PUBLISHED
            .members
            .iter()
            .map(|member| member.names.get("en").to_owned());
        let others = [
            " ", "\u{301}", "\u{200d}", "ß", "ﷺ", "İ", "Å", "æ", "-", "'", "’", "the ", "of ",
        ];
        names.chain(others.map(str::to_owned)).collect()
    },
    shown: crate::door::as_text,
    try_input,
};

struct Indices {
    members: SearchIndex<'static, MemberIdx>,
    former: SearchIndex<'static, FormerMemberIdx>,
    events: SearchIndex<'static, EventIdx>,
}

static INDICES: LazyLock<Indices> = LazyLock::new(|| Indices {
    members: SearchIndex::of_members(&PUBLISHED, nfkd_lowercase),
    former: SearchIndex::of_former_members(&PUBLISHED, nfkd_lowercase),
    events: SearchIndex::of_events(&PUBLISHED, nfkd_lowercase),
});

/// Whatever is typed, what is marked lies on bounds of characters, in order and
/// apart; nothing is found twice.
fn try_input(input: &[u8]) {
    let words = crate::door::as_text(input);
    check(&INDICES.members.search(&words));
    check(&INDICES.members.search_in(&words, "zh"));
    check(&INDICES.members.nearest(&words, 3));
    check(&INDICES.former.search(&words));
    check(&INDICES.events.search(&words));
}

fn check<I: PartialEq>(hits: &[Hit<I>]) {
    for (place, hit) in hits.iter().enumerate() {
        assert!(
            hits[..place].iter().all(|other| other.item != hit.item),
            "{} twice",
            hit.text
        );
        let mut end = 0;
        for mark in &hit.marks {
            assert!(
                end <= mark.start && mark.start < mark.end,
                "{:?} of {}",
                hit.marks,
                hit.text
            );
            assert!(
                hit.text.get(mark.clone()).is_some(),
                "{:?} of {}",
                hit.marks,
                hit.text
            );
            end = mark.end;
        }
    }
}
