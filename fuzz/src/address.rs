//! The text of an address, and what it asks of the directory.

use directory::Query;
use directory::query::{QueryText, parameters};

use crate::door::Door;
use crate::files::THREE_IN_ENGLISH;
use crate::walk::walk_query;

pub const DOOR: Door = Door {
    name: "address",
    longest: 400,
    seeds: || {
        let addresses = [
            "?q=two+words&region=north-shore&status=observer&year=1975&sort=seats&view=map",
            "selected=xaa&chosen=xaa,xab&at=-1_2_300&event=first-regatta&span=1961_1975-12-31",
            "q=%C3%A9&joined=1960s,unknown&membership=unknown&structure=none",
        ];
        addresses.map(|text| text.as_bytes().to_vec()).to_vec()
    },
    words: || {
        let names = parameters().into_iter().map(|name| format!("&{name}="));
        let directory = &*THREE_IN_ENGLISH;
        let members = directory.members.iter().map(|member| member.id.to_string());
        let regions = directory
            .network
            .regions
            .iter()
            .map(|region| region.id.clone());
        let others = [
            "%",
            "%00",
            "%ff",
            "+",
            ",",
            "_",
            "&",
            "=",
            "&q=",
            "unknown",
            "1960s",
            "none",
            "member",
            "observer",
            "bicameral",
            "2147483647",
            "-2147483648",
            "9999-12-31",
            "1000-01-01",
            "1000",
            "9999",
            "women",
            "table",
            "constructor",
        ];
        let others = others.into_iter().map(str::to_owned);
        names.chain(members).chain(regions).chain(others).collect()
    },
    shown: crate::door::as_text,
    try_input,
};

/// What was read is written so that it reads as the same, and can be shown.
fn try_input(input: &[u8]) {
    let text = crate::door::as_text(input);
    let query = Query::parse(&text);
    let written = query.to_string();
    assert_eq!(Query::parse(&written), query, "{written}");
    assert_eq!(Query::parse(&format!("?{written}")).to_string(), written);
    let directory = &*THREE_IN_ENGLISH;
    let text = QueryText::new(&query);
    assert_eq!(text.whole, written);
    let member = &directory.members[0].id;
    let selecting = query.clone().with_selected(member);
    assert_eq!(text.selecting(member), selecting.to_string());
    // One in many, since that takes a thousand times as long.
    if written.len() % 32 == 1 {
        walk_query(directory, &query);
    }
}
