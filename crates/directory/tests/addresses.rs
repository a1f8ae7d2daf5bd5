//! Holds docs/addresses.md to what the code reads and writes.

use std::collections::BTreeSet;

use directory::Query;
use directory::colouring::COLOURINGS;
use directory::facets::{EVENT_FACETS, MEMBER_FACETS, RECORD_FIELDS};
use directory::query::{Layout, Order, parameters};

const DOCS: &str = include_str!("../../../docs/addresses.md");

/// The cells of every row of the table whose first heading is `heading`.
fn rows(heading: &str) -> Vec<Vec<&'static str>> {
    let mut lines = DOCS.lines();
    let start = format!("| {heading} |");
    assert!(lines.any(|line| line.starts_with(&start)), "{start}");
    let rows = lines.skip(1).map_while(|line| line.strip_prefix("| "));
    rows.map(|row| row.trim_end_matches(" |").split(" | ").collect())
        .collect()
}

/// The text between code marks.
fn code(cell: &'static str) -> &'static str {
    cell.trim_matches('`')
}

#[test]
fn the_docs_have_every_parameter_in_the_order_in_which_it_is_written() {
    let rows = rows("Parameter");
    let named: Vec<&str> = rows.iter().map(|row| code(row[0])).collect();
    assert_eq!(named, parameters());
}

#[test]
fn each_example_in_the_table_asks_for_something() {
    for row in rows("Parameter") {
        let [parameter, example] = [row[0], row[3]].map(code);
        assert!(example.starts_with(&format!("?{parameter}=")), "{example}");
        assert_ne!(Query::parse(example), Query::default(), "{example}");
    }
}

#[test]
fn the_docs_have_every_value_of_the_parameters_with_a_fixed_set_of_values() {
    let all = Query::default();
    let facets = MEMBER_FACETS.into_iter().chain(EVENT_FACETS);
    let fixed = facets.flat_map(|facet| {
        let values = facet.allowed_values.fixed().into_iter();
        values.map(|value| format!("{}={value}", facet.parameter))
    });
    let others = [
        all.with_order(Order::Joined),
        all.with_order(Order::Seats),
        all.with_order(Order::Women),
        all.with_layout(Layout::Table),
        all.with_layout(Layout::Map),
        all.with_layout(Layout::Month),
    ];
    let colours = COLOURINGS[1..].iter().map(|facet| all.with_colour(*facet));
    let others = others.into_iter().chain(colours);
    let others = others.map(|query| query.to_string());
    let written: BTreeSet<String> = fixed.chain(others).collect();
    let rows = rows("Value");
    let documented: BTreeSet<String> = rows.iter().map(|row| code(row[0]).to_owned()).collect();
    assert_eq!(written, documented);
    for value in documented {
        assert_eq!(Query::parse(&value).to_string(), value);
    }
}

#[test]
fn the_docs_have_every_field_of_what_is_on_record() {
    let rows = rows("Field of `data`");
    let named: Vec<&str> = rows.iter().map(|row| code(row[0])).collect();
    let fields: Vec<&str> = RECORD_FIELDS.iter().map(|(name, _)| *name).collect();
    assert_eq!(named, fields);
}

#[test]
fn every_address_in_the_docs_is_written_as_the_code_writes_it() {
    let code = DOCS.split('`').skip(1).step_by(2);
    let queries = code.filter_map(|text| Some(text.split_once('?')?.1));
    let queries: Vec<&str> = queries.filter(|query| !query.is_empty()).collect();
    assert!(queries.len() > parameters().len(), "{queries:?}");
    for query in queries {
        assert_eq!(Query::parse(query).to_string(), query);
    }
}

#[test]
fn what_the_docs_call_default_is_never_written() {
    for default in ["sort=name", "view=list"] {
        assert!(DOCS.contains(&format!("`{default}`")), "{default}");
        assert_eq!(Query::parse(default).to_string(), "");
    }
}
