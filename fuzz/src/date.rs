//! A date of which the day, or the month and day, may be unknown.

use directory::PartialDate;

use crate::door::Door;

pub const DOOR: Door = Door {
    name: "date",
    longest: 64,
    seeds: || {
        let dates = ["1000", "9999-12", "9999-12-31", "2024-02-29", "1900-02-28"];
        dates.map(|date| date.as_bytes().to_vec()).to_vec()
    },
    words: || {
        let words = [
            "-", "-01", "-12", "-31", "-30", "-29", "2000", "0999", "２０",
        ];
        words.map(str::to_owned).to_vec()
    },
    shown: crate::door::as_text,
    try_input,
};

/// What can be read is written as it stood, and each of its days is within it.
fn try_input(input: &[u8]) {
    let text = crate::door::as_text(input);
    let Ok(date) = text.parse::<PartialDate>() else {
        return;
    };
    assert_eq!(date.to_string(), text);
    let (first, last) = date.day_range();
    assert!(first <= last, "{date}: {first} to {last}");
    for day in [first, last] {
        let day = PartialDate::from_day(day);
        assert_eq!(day.year(), date.year());
        assert!(date.month().is_none_or(|month| day.month() == Some(month)));
        assert!(!day.is_surely_after(date) && !date.is_surely_after(day));
    }
    for months in [0, 1, 11, 12, 48, u16::MAX] {
        let later = date.plus_months(months);
        assert!(
            later.day_range().0 >= first,
            "{months} months after {date}: {later}"
        );
    }
}
