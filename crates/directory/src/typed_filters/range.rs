//! Figures and dates that are compared: `>200`, `<=1969`, `50-99`.

use std::ops::RangeInclusive;

use crate::facets::{AllowedValues, Facet, Unit, parse_decade};

/// Values of a facet as they may be typed; none where its values have names.
pub fn examples(facet: &Facet) -> &'static [&'static str] {
    match facet.allowed_values {
        AllowedValues::Decades | AllowedValues::DecadesOrUnknown => {
            &["1960s", "<1970", "1970-1989"]
        }
        AllowedValues::Ranges(Unit::Year) => &["2024", ">=2020", "2015-2019"],
        AllowedValues::Ranges(Unit::Percent) => &[">=30", "<10", "30-39"],
        AllowedValues::Ranges(Unit::Number) => &["5", ">200", "<50", "50-99"],
        AllowedValues::Ids | AllowedValues::Fixed(_) => &[],
    }
}

/// Whether the values of a facet can be compared.
pub fn compares(facet: &Facet) -> bool {
    !examples(facet).is_empty()
}

/// The values that a typed comparison stands for, as an address says them; none
/// where it is none, or where the values of the facet do not end where it does.
pub fn values(facet: &Facet, offered: &[&str], typed: &str) -> Option<Vec<String>> {
    let is_share = matches!(facet.allowed_values, AllowedValues::Ranges(Unit::Percent));
    let range = parse(typed, is_share)?;
    match facet.allowed_values {
        AllowedValues::Ranges(_) => {
            let mut forms = forms(&range).into_iter();
            let known = forms.clone().find(|form| offered.contains(&form.as_str()));
            let value = known.or_else(|| forms.find(|form| facet.allowed_values.accepts(form)))?;
            Some(vec![value])
        }
        AllowedValues::Decades | AllowedValues::DecadesOrUnknown => {
            let (from, to) = (*range.start(), *range.end());
            let is_whole = from % 10 == 0 && (to == u32::MAX || to % 10 == 9);
            let inside = offered.iter().filter(|value| {
                parse_decade(value).is_some_and(|first_year| range.contains(&u32::from(first_year)))
            });
            let inside: Vec<String> = inside.map(|value| (*value).to_owned()).collect();
            (is_whole && !inside.is_empty()).then_some(inside)
        }
        _ => None,
    }
}

/// The ways in which an address may write a range; from nothing on is the same
/// as up to an end.
fn forms(range: &RangeInclusive<u32>) -> Vec<String> {
    let (from, to) = (*range.start(), *range.end());
    match (from, to) {
        (from, to) if from == to => vec![from.to_string()],
        (from, u32::MAX) => vec![format!("{from}-")],
        (0, to) => vec![format!("-{to}"), format!("0-{to}")],
        (from, to) => vec![format!("{from}-{to}")],
    }
}

/// The whole numbers that a comparison lets through. A share of 30 percent stands
/// for all up to the next whole percent, so that neither more than that nor up to
/// that can be told.
fn parse(typed: &str, is_share: bool) -> Option<RangeInclusive<u32>> {
    let typed = typed.replace('≥', ">=").replace('≤', "<=");
    let typed: String = typed.chars().map(plain).collect();
    let number = |text: &str| -> Option<u32> {
        let text = text.trim().trim_end_matches('%').trim_end();
        let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        is_plain.then(|| text.parse().ok())?
    };
    let bound = |sign: &str| typed.strip_prefix(sign).map(number);
    let range = if let Some(number) = bound(">=") {
        number?..=u32::MAX
    } else if let Some(number) = bound("<=") {
        0..=number.filter(|_| !is_share)?
    } else if let Some(number) = bound(">") {
        number.filter(|_| !is_share)?.checked_add(1)?..=u32::MAX
    } else if let Some(number) = bound("<") {
        0..=number?.checked_sub(1)?
    } else if let Some((from, to)) = typed.split_once("..").or_else(|| typed.split_once('-')) {
        let end = |text: &str, none| {
            if text.is_empty() {
                Some(none)
            } else {
                number(text)
            }
        };
        end(from, 0)?..=end(to, u32::MAX)?
    } else {
        let number = number(typed.strip_prefix('=').unwrap_or(&typed))?;
        number..=number
    };
    (!range.is_empty() && range != (0..=u32::MAX)).then_some(range)
}

/// A sign as keyboards of the site's languages have it: digits of Arabic and of
/// Persian, wide signs of Chinese, dashes.
fn plain(sign: char) -> char {
    let digit = |first: char| {
        let digit = u32::from(sign).checked_sub(u32::from(first));
        digit.and_then(|digit| char::from_digit(digit, 10))
    };
    match sign {
        '–' | '—' | '－' => '-',
        '＞' => '>',
        '＜' => '<',
        '＝' => '=',
        '٪' | '％' => '%',
        _ => ['٠', '۰', '０'].into_iter().find_map(digit).unwrap_or(sign),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comparisons_are_read_as_they_are_typed() {
        for (typed, range) in [
            (">200", Some(201..=u32::MAX)),
            (">=200", Some(200..=u32::MAX)),
            ("≥200", Some(200..=u32::MAX)),
            ("<50", Some(0..=49)),
            ("<=50", Some(0..=50)),
            ("50-99", Some(50..=99)),
            ("50–99", Some(50..=99)),
            ("50..99", Some(50..=99)),
            ("400-", Some(400..=u32::MAX)),
            ("-49", Some(0..=49)),
            ("=3", Some(3..=3)),
            ("3", Some(3..=3)),
            (">=30%", Some(30..=u32::MAX)),
            ("٣٠-٣٩", Some(30..=39)),
            ("＞２０", Some(21..=u32::MAX)),
            ("", None),
            (">", None),
            ("-", None),
            ("<0", None),
            ("9-5", None),
            ("3x", None),
            ("many", None),
            ("1.5", None),
            ("99999999999", None),
        ] {
            assert_eq!(parse(typed, false), range, "{typed}");
        }
    }

    #[test]
    fn of_shares_only_whole_percents_are_told_apart() {
        assert_eq!(parse(">=30", true), Some(30..=u32::MAX));
        assert_eq!(parse("<30", true), Some(0..=29));
        assert_eq!(parse(">30", true), None);
        assert_eq!(parse("<=30", true), None);
    }
}
