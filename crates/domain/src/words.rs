//! English words around numbers, lists and dates.

use crate::PartialDate;

/// `one` for exactly one, else `many`.
pub fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

/// `a, b or c`, joined by `joint` ("or", "and"); nothing for no items.
pub fn list_in_words(items: &[&str], joint: &str) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [before @ .., last] => format!("{} {joint} {last}", before.join(", ")),
    }
}

/// The words of a search as they are quoted in a text.
pub fn in_quotes(words: &str) -> String {
    format!("“{}”", words.trim())
}

/// `12.50` for 12.5 and two places: the nearest such number, of two equally
/// near the even one, as `{:.2}` writes it.
///
/// For numbers under 10¹² and up to six places. The standard library writes
/// any number to any length, by 15 KB of code.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "both parts are positive and within their type"
)]
pub fn decimal(number: f64, places: u32) -> String {
    let sign = if number.is_sign_negative() { "-" } else { "" };
    let whole = number.abs().trunc();
    // In parts of 2⁶⁴, which loses nothing.
    let fraction = ((number.abs() - whole) * 18_446_744_073_709_551_616.0) as u64;
    let unit = 10_u64.pow(places);
    let scaled = u128::from(fraction) * u128::from(unit);
    let steps = whole as u64 * unit + (scaled >> 64) as u64;
    let (rest, half) = (scaled as u64, 1 << 63);
    let up = rest > half || rest == half && steps % 2 == 1;
    let steps = steps + u64::from(up);
    let (whole, part) = (steps / unit, steps % unit);
    match places {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{part:0width$}", width = places as usize),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `Nov 2021` or `2021`: how old something is, where space is short.
pub fn month_in_words(date: PartialDate) -> String {
    match date.month() {
        Some(month) => format!("{} {}", &MONTHS[usize::from(month) - 1][..3], date.year()),
        None => date.year().to_string(),
    }
}

/// `28 November 2021`, `November 2021` or `2021`, as much as is known.
pub fn date_in_words(date: PartialDate) -> String {
    let month = date
        .month()
        .map_or("", |month| MONTHS[usize::from(month) - 1]);
    let day = date.day().map(|day| day.to_string()).unwrap_or_default();
    let year = date.year().to_string();
    let known = [day.as_str(), month, &year];
    let known: Vec<&str> = known.into_iter().filter(|part| !part.is_empty()).collect();
    known.join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_one_is_singular() {
        let seats = |count| plural(count, "seat", "seats");
        assert_eq!([seats(0), seats(1), seats(2)], ["seats", "seat", "seats"]);
    }

    #[test]
    fn lists_read_as_spoken() {
        assert_eq!(list_in_words(&[], "or"), "");
        assert_eq!(list_in_words(&["a"], "or"), "a");
        assert_eq!(list_in_words(&["a", "b"], "and"), "a and b");
        assert_eq!(list_in_words(&["a", "b", "c"], "or"), "a, b or c");
    }

    #[test]
    fn decimals_are_those_of_the_standard_library() {
        for number in [
            0.0, -0.0, 0.05, 0.15, 0.25, 0.75, 2.5, -2.5, 99.95, 1e-300, 1e11,
        ] {
            assert_eq!(decimal(number, 0), format!("{number:.0}"));
            assert_eq!(decimal(number, 1), format!("{number:.1}"));
        }
    }

    proptest! {
        #[test]
        fn any_decimal_is_that_of_the_standard_library(
            number in prop_oneof![-1e12..1e12, -2.0..2.0, (-9999..9999).prop_map(|one| f64::from(one) / 64.0)],
            places in 0..=6_u32,
        ) {
            let expected = format!("{number:.*}", places as usize);
            prop_assert_eq!(decimal(number, places), expected);
        }
    }

    #[test]
    fn dates_say_what_is_known() {
        for (date, words) in [
            ("2021-11-28", "28 November 2021"),
            ("2021-11", "November 2021"),
            ("2021", "2021"),
            ("1961-01-01", "1 January 1961"),
            ("1999-12", "December 1999"),
        ] {
            assert_eq!(date_in_words(date.parse().unwrap()), words);
        }
    }
}
