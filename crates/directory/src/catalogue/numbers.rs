//! Numbers, dates and lists as a language writes them.

use super::{Catalogue, decimal};
use crate::PartialDate;

impl Catalogue {
    /// A whole number with its thousands parted: `1,234`.
    pub fn number(&self, number: usize) -> String {
        self.grouped(&number.to_string())
    }

    /// A number with so many places behind the decimal sign: `12.5`.
    pub fn decimal(&self, number: f64, places: u32) -> String {
        let plain = decimal(number, places);
        match plain.split_once('.') {
            Some((whole, fraction)) => {
                let sign = self.number_decimal();
                self.grouped(whole) + sign + &self.in_digits(fraction)
            }
            None => self.grouped(&plain),
        }
    }

    /// A share in percent with one decimal: `12.5%`.
    pub fn share(&self, percent: f64) -> String {
        self.number_percent(&self.decimal(percent, 1))
    }

    /// A number that is never parted, such as a year or a code.
    pub fn year(&self, year: u16) -> String {
        self.in_digits(&year.to_string())
    }

    fn grouped(&self, digits: &str) -> String {
        let from = self.number_group_from().parse().unwrap_or(usize::MAX);
        if digits.len() < from {
            return self.in_digits(digits);
        }
        let mut grouped = String::with_capacity(digits.len() * 2);
        for (index, digit) in digits.char_indices() {
            let behind = digits.len() - index;
            if index > 0 && behind.is_multiple_of(3) {
                grouped.push_str(self.number_group());
            }
            grouped.push(digit);
        }
        self.in_digits(&grouped)
    }

    /// With the digits of the language.
    pub(super) fn in_digits(&self, text: &str) -> String {
        let own = |ch: char| {
            let digit = ch.to_digit(10).map(|digit| digit as usize);
            digit.and_then(|digit| self.number_digits().chars().nth(digit))
        };
        text.chars().map(|ch| own(ch).unwrap_or(ch)).collect()
    }

    /// `28 November 2021`, `November 2021` or `2021`, as much as is known.
    pub fn date(&self, date: PartialDate) -> String {
        let year = self.year(date.year());
        let month = |months: &[String], month: u8| {
            let name = months.get(usize::from(month) - 1);
            name.cloned().unwrap_or_default()
        };
        match (date.month(), date.day()) {
            (Some(in_year), Some(day)) => {
                // Some languages count the first day of a month.
                let day = match day {
                    1 => self.date_first().to_owned(),
                    day => self.number(day.into()),
                };
                self.date_day(&day, &month(self.date_months(), in_year), &year)
            }
            (Some(in_year), None) => {
                self.date_month(&month(self.date_months_alone(), in_year), &year)
            }
            (None, _) => self.date_year(&year),
        }
    }

    /// From one date to another: `1–6 September 1961`, or both in full.
    pub fn dates(&self, start: PartialDate, end: Option<PartialDate>) -> String {
        let Some(end) = end else {
            return self.date(start);
        };
        let same_month = start.year() == end.year() && start.month() == end.month();
        match (start.month(), start.day(), end.day()) {
            (Some(month), Some(from), Some(to)) if same_month => {
                let from = match from {
                    1 => self.date_first().to_owned(),
                    day => self.number(day.into()),
                };
                let days = format!("{from}–{}", self.number(to.into()));
                let month = self.date_months().get(usize::from(month) - 1);
                let month = month.map_or("", String::as_str);
                self.date_day(&days, month, &self.year(start.year()))
            }
            _ => self.events_range(&self.date(start), &self.date(end)),
        }
    }

    /// `Nov 2021` or `2021`: how old something is, where space is short.
    pub fn short_date(&self, date: PartialDate) -> String {
        let year = self.year(date.year());
        let months = self.date_months_short();
        let month = date.month().map(|month| usize::from(month) - 1);
        match month.and_then(|month| months.get(month)) {
            Some(month) => self.date_month_short(month, &year),
            None => self.date_year(&year),
        }
    }

    /// `1960s`.
    pub fn decade(&self, first_year: u16) -> String {
        self.date_decade(&self.year(first_year))
    }

    /// `a, b or c`; nothing for no items.
    pub fn join_or(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [before @ .., last] => self.list_or(&self.join(before), last),
        }
    }

    /// `a, b, c`.
    pub fn join(&self, items: &[String]) -> String {
        items.join(self.list_separator())
    }
}
