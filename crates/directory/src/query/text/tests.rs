use std::fmt::Debug;
use std::ops::Range;

use proptest::collection::btree_set;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::SortedSet;
use crate::colouring::COLOURINGS;
use crate::facets::{AllowedValues, Filters};
use crate::model::MemberId;

/// `text` is written back as `canonical`.
fn check(text: &str, canonical: &str) {
    assert_eq!(Query::parse(text).to_string(), canonical, "{text}");
}

#[test]
fn an_address_is_read_leniently_and_written_in_one_form() {
    for text in [
        "",
        "?",
        "&&",
        "=",
        "?sort=name&view=list",
        "?colour=red",
        "q",
    ] {
        check(text, "");
        assert_eq!(Query::parse(text), Query::default(), "{text}");
    }
    check("?q=two+words", "q=two+words");
    check(
        "edition=1&edition=2026.11.26&view=map",
        "view=map&edition=2026.11.26",
    );
    check("edition=no such&edition=", "");
    check("?q=two%20words", "q=two+words");
    check("q=a&q=&q=b", "q=a+b");
    check("q=a%26b%3Dc%2Cd", "q=a%26b%3Dc%2Cd");
    check("q=caf%C3%A9", "q=caf%C3%A9");
    check("q=café", "q=caf%C3%A9");
    check("view=map&region=b&q=x", "q=x&region=b&view=map");
    check("region=b,a&region=c", "region=a,b,c");
    check("region=b%2Ca", "region=a,b");
    check("region=,A,a b,%00,../..", "");
    check("subregion=far-north", "subregion=far-north");
    check("status=observer,member,guest", "status=member,observer");
    check(
        "structure=none&structure=bicameral",
        "structure=bicameral,none",
    );
    check(
        "membership=unknown,suspended",
        "membership=suspended,unknown",
    );
    check("joined=unknown,1970s,1960s", "joined=1960s,1970s,unknown");
    check("joined=1965s,60s,1960,+960s,0960s,%2B960s", "");
    check("contact=phone,email&contact=fax", "contact=email,phone");
    check(
        "members=jam,brb,jam,x&selected=abc",
        "selected=abc&members=jam,brb",
    );
    // As it was called once.
    check("chosen=jam,brb", "members=jam,brb");
    check("year=1975&year=1976&year=soon", "year=1976");
    check("sort=joined&year=1975", "year=1975&sort=joined");
    check("sort=seats&year=1975&structure=none", "year=1975");
    for malformed in ["", "75", "0975", "19750", "+975", "1975s", "1975,1976"] {
        check(&format!("year={malformed}"), "");
    }
    check("sort=seats&sort=beauty", "sort=seats");
    check("sort=seats&sort=women", "sort=women");
    check("view=table", "view=table");
    check("selected=abc&selected=ABCD", "selected=abc");
}

#[test]
fn the_map_view_is_three_whole_numbers_and_its_zoom_stays_in_range() {
    check("at=4520_1800_250", "at=4520_1800_250");
    check("at=-4520_-1800_250", "at=-4520_-1800_250");
    check("at=1_2_5", "at=1_2_100");
    check("at=1_2_99999", "at=1_2_3200");
    for malformed in ["", "1", "1_2", "1_2_3_4", "1.5_2_300", "a_b_c", "1_2_-300"] {
        check(&format!("at={malformed}"), "");
    }
    check("at=99999999999_0_100", "");
}

#[test]
fn the_days_of_a_span_are_written_within_the_years_of_a_date() {
    let span = |from, to| {
        Query::default()
            .with_span(Some(Span { from, to }))
            .to_string()
    };
    assert_eq!(span(0, 364), "span=1970-01-01_1970-12-31");
    assert_eq!(span(2_895_018, 2_932_897), "span=9896-04-16_9999-12-31");
    assert_eq!(span(-354_286, 0), "span=1000-01-01_1970-01-01");
}

#[test]
fn a_broken_escape_stays_as_it_stands() {
    check("q=100%", "q=100%25");
    check("q=100%zz", "q=100%25zz");
    check("q=%é1", "q=%25%C3%A91");
    check("q=%FF", "q=%EF%BF%BD");
    check("re%67ion=a", "region=a");
}

fn set<T: Ord + Debug>(
    value: impl Strategy<Value = T>,
    size: Range<usize>,
) -> impl Strategy<Value = SortedSet<T>> {
    btree_set(value, size).prop_map(SortedSet::from_iter)
}

fn any_query() -> impl Strategy<Value = Query> {
    let facets = MEMBER_FACETS.into_iter().chain(EVENT_FACETS);
    let filters = facets.map(|facet| {
        let decades = "[1-9][0-9]{2}0s";
        let values = match facet.allowed_values {
            AllowedValues::Ids => set("[a-z0-9-]{1,12}", 0..4).boxed(),
            AllowedValues::Decades => set(decades, 0..4).boxed(),
            AllowedValues::DecadesOrUnknown => {
                set(prop_oneof![decades, Just("unknown".to_owned())], 0..4).boxed()
            }
            AllowedValues::Ranges(_) => {
                let ranges = (0..500_u32, 0..500_u32).prop_map(|(from, more)| match more % 4 {
                    0 => format!("{from}-"),
                    1 => format!("-{from}"),
                    2 => format!("{from}"),
                    _ => format!("{from}-{}", from + more),
                });
                set(prop_oneof![ranges, Just("unknown".to_owned())], 0..4).boxed()
            }
            AllowedValues::Fixed(values) => {
                set(select(values()).prop_map(str::to_owned), 0..6).boxed()
            }
        };
        values.prop_map(|values| (facet.id, values))
    });
    let list = set("[a-z]{3}", 0..4).prop_map(|ids| {
        let ids = ids.iter().map(|id| id.parse::<MemberId>().unwrap());
        ids.collect::<Vec<_>>()
    });
    let selected = "[a-z]{3}".prop_map(|id| id.parse::<MemberId>().unwrap());
    let at = (any::<i32>(), any::<i32>(), 100..=3200_u16);
    // Within the years 1000 to 9999, those that an address can say.
    let span = (-354_285..2_892_897_i32, 1..40_000_i32);
    let rest = (
        any::<String>(),
        option::of(1000..=9999_u16),
        select(ORDERS.map(|row| row.0).to_vec()),
        select(LAYOUTS.map(|row| row.0).to_vec()),
        select(COLOURINGS.to_vec()).prop_map(Colour),
        option::of(selected),
        option::of(at.prop_map(|(x, y, zoom)| MapView { x, y, zoom })),
        option::of("[a-z0-9-]{1,12}"),
        (
            option::of(span.prop_map(|(from, days)| Span {
                from,
                to: from + days,
            })),
            option::of(
                (1000..=9999_u16, 1..=12_u8)
                    .prop_map(|(year, month)| PartialDate::from_month(year, month)),
            ),
            any::<String>(),
        ),
    );
    let filters: Vec<_> = filters.collect();
    (filters, list, rest).prop_map(|(chosen_in, list, rest)| {
        let mut filters = Filters::default();
        for (facet, values) in chosen_in {
            for value in values.iter() {
                filters.choose(facet, value);
            }
        }
        let (words, year, order, layout, colour, selected, at, event, (span, month, edition)) =
            rest;
        let query = Query {
            words,
            filters,
            year: None,
            order,
            layout,
            colour,
            selected,
            list,
            at,
            event,
            span,
            month,
            edition,
        };
        query.with_year(year)
    })
}

/// Text that looks enough like an address to reach every branch.
fn any_address() -> impl Strategy<Value = String> {
    let name = select(parameters());
    let value = prop_oneof![
        any::<String>(),
        "[a-z0-9,_%+&=-]{0,20}",
        "(%[0-9A-F]{2}){0,6}",
        "-?[0-9]{1,6}_-?[0-9]{1,6}_[0-9]{1,6}",
        "[0-9]{3}0s",
        "[12][0-9]{3}(-0[1-9])?_[12][0-9]{3}(-0[1-9])?",
        "[0-9]{4}",
    ];
    let pair = (name, value).prop_map(|(name, value)| format!("{name}={value}"));
    proptest::collection::vec(pair, 0..6).prop_map(|pairs| pairs.join("&"))
}

proptest! {
    #[test]
    fn what_is_written_reads_back(query in any_query()) {
        prop_assert_eq!(Query::parse(&query.to_string()), query);
    }

    #[test]
    fn a_selection_is_written_like_the_query_that_selects(query in any_query()) {
        let member: MemberId = "ken".parse().unwrap();
        let text = QueryText::new(&query);
        prop_assert_eq!(&text.whole, &query.to_string());
        prop_assert_eq!(text.selecting(&member), query.with_selected(&member).to_string());
    }

    #[test]
    fn what_is_written_needs_no_further_escape(query in any_query()) {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~+%,&=".contains(&byte);
        prop_assert!(query.to_string().bytes().all(plain));
    }

    #[test]
    fn any_text_is_read_and_writing_it_settles(
        text in prop_oneof![any::<String>(), any_address()],
    ) {
        let once = Query::parse(&text).to_string();
        prop_assert_eq!(Query::parse(&once).to_string(), once);
    }
}
