//! Reading by hand and by serde is the same.

use serde_json::Value;

use super::super::whole;
use super::*;

/// Checks that both ways agree on `text`.
fn same(text: &str) {
    let by_serde = serde_json::from_str::<Value>(text);
    let by_hand = whole(text);
    match (by_serde, by_hand) {
        (Ok(by_serde), Ok(by_hand)) => alike(&by_hand, &by_serde),
        (Err(by_serde), Err(by_hand)) if by_serde.is_eof() => {
            let empty = text.trim_ascii().is_empty();
            let ends = if empty {
                "is empty"
            } else {
                "ends in the middle"
            };
            assert_eq!(by_hand, ends, "{text}");
        }
        (Err(by_serde), Err(by_hand)) => {
            assert_eq!(by_hand, format!("is not JSON: {by_serde}"), "{text}");
        }
        (by_serde, by_hand) => panic!("{by_serde:?}\n{by_hand:?}\n{text}"),
    }
}

fn alike(json: &Json, by_serde: &Value) {
    match (json, by_serde) {
        (Json::Number(_), Value::Number(number)) => {
            let (by_hand, by_serde) = (json.number().unwrap(), number.as_f64().unwrap());
            // Either may be off by the last bit where a number is very long.
            let off = (by_hand - by_serde).abs();
            assert!(off <= 1e-15 * by_serde.abs(), "{by_hand} {by_serde}");
            let whole = number.as_u64().and_then(|whole| whole.try_into().ok());
            assert_eq!(json.whole(), whole);
        }
        (Json::List(by_hand), Value::Array(by_serde)) => {
            assert_eq!(by_hand.len(), by_serde.len());
            for (by_hand, by_serde) in by_hand.iter().zip(by_serde) {
                alike(by_hand, by_serde);
            }
        }
        (Json::Object(by_hand), Value::Object(by_serde)) => {
            assert!(by_hand.iter().map(|(key, _)| key).eq(by_serde.keys()));
            for ((_, by_hand), by_serde) in by_hand.iter().zip(by_serde.values()) {
                alike(by_hand, by_serde);
            }
        }
        _ => assert_eq!(*json, Json::from(by_serde.clone())),
    }
}

/// Everything that JSON has, on few lines.
const ALL: &str = r#"{"b": [1, -20, 3.25, 1e3, 4E-2, 0, -0.5e+1, 12345678901],
  "a": {"": null, "k": true, "é": false}, "list": [], "object": { },
  "text": "a\"\\\/\b\f\n\r\té\u00e9\u20AC\ud83d\ude00😀", "a": "again" }
"#;

#[test]
fn everything_that_json_has_is_read() {
    same(ALL);
    let json = parse(ALL).unwrap();
    assert_eq!(json.at("a").text(), Some("again"));
    let text = "a\"\\/\u{8}\u{c}\n\r\té\u{e9}€😀😀";
    assert_eq!(json.at("text").text(), Some(text));
    let numbers: [f64; 8] = json.at("b").numbers();
    let expected = "[1.0, -20.0, 3.25, 1000.0, 0.04, 0.0, -5.0, 12345678901.0]";
    assert_eq!(format!("{numbers:?}"), expected);
}

#[test]
fn every_slip_is_told_as_by_serde() {
    for (at, sign) in ALL.char_indices() {
        let (before, after) = ALL.split_at(at);
        same(before);
        let after = &after[sign.len_utf8()..];
        same(&format!("{before}{after}"));
        for slip in "0.-+eE\"\\/{}[],: \n\u{1}\0éux9dcntf".chars() {
            same(&format!("{before}{slip}{after}"));
            same(&format!("{before}{slip}{sign}{after}"));
        }
    }
}

#[test]
fn numbers_are_those_of_serde() {
    for number in [
        "0",
        "-0",
        "-0.0",
        "00",
        "01",
        "1.",
        "1.e5",
        ".5",
        "+1",
        "1e",
        "1e+",
        "--1",
        "1e400",
        "-1e400",
        "1e-400",
        "0e400",
        "4294967295",
        "4294967296",
        "39.8",
        "-61.51",
        "12.0049",
        "179.98",
        "0.1",
        "100.0",
        "1e22",
        "9007199254740991",
    ] {
        same(number);
        same(&format!("[{number}]"));
    }
}

#[test]
fn what_lies_too_deep_is_refused() {
    for depth in [126, 127, 128, 129, 100_000] {
        let lists = "[".repeat(depth);
        same(&format!("{lists}{}", "]".repeat(depth)));
        same(&format!("{}1", r#"{"a":"#.repeat(depth)));
        same(&lists);
    }
}
