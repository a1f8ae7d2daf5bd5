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
