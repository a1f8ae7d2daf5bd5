//! Dates as programs for tables write them.

use directory::PartialDate;

/// How far ahead a date of a form can be: elections are not told earlier.
const YEARS_AHEAD: u16 = 10;

/// The days that a date in numbers can be, by the orders in which programs
/// write it; a year of two digits is the one at most ten years after `today`.
/// None where the text is no date in numbers; no day at all where it is one that
/// cannot be read, such as one of the Hijri calendar.
pub(super) fn readings(text: &str, today: PartialDate) -> Option<Vec<PartialDate>> {
    let parts: Vec<&str> = text.trim_end_matches('日').split(SEPARATORS).collect();
    let [first, second, third] = parts.try_into().ok()?;
    let parts = [first, second, third];
    let is_number = |part: &&str| !part.is_empty() && part.chars().all(char::is_numeric);
    if !parts.iter().all(is_number) {
        return None;
    }
    let orders: &[[&str; 3]] = if text.contains('年') || first.len() == 4 {
        &[[first, second, third]]
    } else if text.contains('.') {
        &[[third, second, first]]
    } else {
        &[[third, second, first], [third, first, second]]
    };
    let mut days: Vec<PartialDate> = orders
        .iter()
        .filter_map(|[year, month, day]| {
            let year = full_year(year, today)?;
            format!("{year}-{month:0>2}-{day:0>2}").parse().ok()
        })
        .collect();
    days.dedup();
    Some(days)
}

/// What stands between the numbers of a date.
const SEPARATORS: [char; 5] = ['/', '.', '-', '年', '月'];

/// A year with its century.
fn full_year(year: &str, today: PartialDate) -> Option<u16> {
    let number: u16 = year.parse().ok()?;
    if year.len() == 4 {
        return Some(number);
    }
    let latest = today.year() + YEARS_AHEAD;
    (year.len() == 2).then(|| latest - (latest - number) % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_numbers_is_read_in_each_way_that_there_is() {
        let check = |text: &str, expected: &[&str]| {
            let days = readings(text, "2026-11-26".parse().unwrap()).unwrap();
            let days: Vec<String> = days.iter().map(ToString::to_string).collect();
            assert_eq!(days, expected, "{text}");
        };
        // As LibreOffice 7.4 writes them in German, French, English (US) and Chinese.
        check("05.11.29", &["2029-11-05"]);
        check("25/11/61", &["1961-11-25"]);
        check("05/11/29", &["2029-11-05", "2029-05-11"]);
        check("11/25/29", &["2029-11-25"]);
        check("29年11月5日", &["2029-11-05"]);
        // As it leaves them.
        check("2029-11-05", &["2029-11-05"]);
        check("5/11/2029", &["2029-11-05", "2029-05-11"]);
        check("11/11/36", &["2036-11-11"]);
        check("11/11/37", &["1937-11-11"]);
        // The same day in Arabic (Egypt).
        check("١٤٥١/٠٦/٢٩", &[]);
        check("31.2.29", &[]);
        check("1.1.292", &[]);
    }

    #[test]
    fn words_and_other_numbers_are_no_date_in_numbers() {
        for text in [
            "November 2029",
            "2029",
            "2029-11",
            "5. 11. 2029",
            "1/2",
            "a/b/c",
            "1//2",
            "",
        ] {
            assert_eq!(readings(text, "2026".parse().unwrap()), None, "{text}");
        }
    }
}
