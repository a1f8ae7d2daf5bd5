//! How old contacts are, told anew from the reader's day.

use directory::contacts::{age, is_stale};

use crate::Site;
use crate::browser;

/// The classes of an age, and of one that calls for a new look.
pub const AGE: &str = "age";
pub const OLD: &str = "doubt";

/// Tells from the reader's day how old contacts are, which was told from the
/// day of the data when the page was published: in every `time` element, by its
/// `datetime`.
pub fn refresh_contact_ages(site: &'static Site) {
    browser::effect(move || {
        let (words, today) = (&site.directory.catalogue, site.today());
        let months = site.directory.network.contacts.fresh_months;
        browser::refresh_relative_dates(|date| {
            let date = date.parse().ok()?;
            let class = if is_stale(date, months, today) {
                OLD
            } else {
                AGE
            };
            Some((age(words, date, today), class))
        });
    });
}
