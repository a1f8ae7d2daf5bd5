//! Characters of Chinese that its readers take for one.

use std::collections::BTreeSet;

/// Traditional characters, each with the simplified one.
///
/// From `Unihan_Variants.txt` of Unicode 15.0: of the field
/// `kSimplifiedVariant` the first other character, where both are in the Basic
/// Multilingual Plane.
const SIMPLIFIED: &str = include_str!("han_variants.txt");

/// What of it one needs to find `characters` in either form, as
/// `Directory::letter_variants` holds it.
pub(crate) fn letter_variants(characters: &BTreeSet<char>) -> String {
    let pairs = SIMPLIFIED.split_whitespace();
    let is_needed = |pair: &&str| pair.chars().any(|form| characters.contains(&form));
    pairs.filter(is_needed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_has_one_form_that_is_compared() {
        let pairs = SIMPLIFIED.split_whitespace().map(|pair| {
            let forms: Vec<char> = pair.chars().collect();
            <[char; 2]>::try_from(forms).unwrap()
        });
        let traditional: BTreeSet<char> = pairs.clone().map(|[form, _]| form).collect();
        assert_eq!(traditional.len(), pairs.clone().count());
        for [_, simplified] in pairs {
            assert!(!traditional.contains(&simplified), "{simplified}");
        }
    }

    #[test]
    fn only_what_is_needed_is_taken() {
        let needed = |characters: &str| letter_variants(&characters.chars().collect());
        assert_eq!(needed("a语é中"), "語语");
        assert_eq!(needed("國"), "國国");
        assert_eq!(needed("发"), "發发髮发");
    }
}
