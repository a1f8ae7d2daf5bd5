//! The order of names in a language, by the tables of CLDR.
//!
//! Pages are written in it, and the program takes it from the snapshot, so that
//! both show the same.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorPreferences};
use icu_locale_core::Locale;

/// Compares names as readers of `locale`, BCP 47, sort them; as the root
/// collation of CLDR does where the tag is none.
pub fn collator_for(locale: &str) -> impl Fn(&str, &str) -> Ordering + use<> {
    let locale: Option<Locale> = locale.parse().ok();
    let preferences = locale.map(|locale| CollatorPreferences::from(&locale));
    let collator = Collator::try_new(preferences.unwrap_or_default(), CollatorOptions::default());
    let collator = collator.expect("the tables are part of the program");
    move |one, other| collator.compare(one, other)
}
