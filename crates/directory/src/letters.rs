//! Letters without their case.
//!
//! The standard library knows the case of every script that ever had one, in
//! tables that are 7 KB more to download for every reader. These are the
//! scripts in which people write to a parliament today.

/// The small letter for a capital; every other character as it is.
///
/// Latin with its African letters, Greek, Cyrillic, Armenian, Georgian and
/// Adlam, and the wide Latin letters of East Asian keyboards. `İ` becomes a
/// plain `i`.
pub(crate) fn small(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        0..0xC0 => return letter.to_ascii_lowercase(),
        0xC0..=0xD6
        | 0xD8..=0xDE
        | 0x391..=0x3A1
        | 0x3A3..=0x3AB
        | 0x410..=0x42F
        | 0xFF21..=0xFF3A => code + 32,
        0x130 => return 'i',
        // Capitals on even places, each before its small letter.
        0x100..=0x137
        | 0x14A..=0x177
        | 0x1A0..=0x1A5
        | 0x1DE..=0x1EF
        | 0x1F8..=0x21F
        | 0x222..=0x233
        | 0x246..=0x24F
        | 0x3D8..=0x3EF
        | 0x460..=0x481
        | 0x48A..=0x4BF
        | 0x4D0..=0x52F
        | 0x1E00..=0x1E95
        | 0x1EA0..=0x1EFF => code | 1,
        // The same on odd places.
        0x139..=0x148 | 0x179..=0x17E | 0x1CB..=0x1DC | 0x4C1..=0x4CE => code + (code & 1),
        0x400..=0x40F => code + 80,
        0x531..=0x556 => code + 48,
        0x1C90..=0x1CBA | 0x1CBD..=0x1CBF => code - 0xBC0,
        0x1E900..=0x1E921 => code + 34,
        0x178..=0x24F | 0x370..=0x3FF | 0x4C0 | 0x1E9E => return pair(letter),
        _ => return letter,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// Whether this is a letter, and no capital.
pub(crate) fn is_small(letter: char) -> bool {
    letter.is_alphabetic() && small(letter) == letter
}

/// Capitals far from their small letters.
const CAPITALS: &str = "ŸƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƦƧƩƬƮƯƱƲƳƵƷƸƼǄǅǇǈǊǱǲǴǶǷȠȺȻȽȾɁɃɄɅͰͲͶͿΆΈΉΊΌΎΏϏϴϷϹϺϽϾϿӀẞ";
const SMALL: &str = "ÿɓƃƅɔƈɖɗƌǝəɛƒɠɣɩɨƙɯɲɵʀƨʃƭʈưʊʋƴƶʒƹƽǆǆǉǉǌǳǳǵƕƿƞⱥȼƚⱦɂƀʉʌͱͳͷϳάέήίόύώϗθϸϲϻͻͼͽӏß";

fn pair(letter: char) -> char {
    let mut pairs = CAPITALS.chars().zip(SMALL.chars());
    let pair = pairs.find(|(capital, _)| *capital == letter);
    pair.map_or(letter, |(_, small)| small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_living_scripts_lose_their_case_as_in_the_standard_library() {
        let scripts = [
            '\0'..='\u{58F}',
            '\u{10D0}'..='\u{10FF}',
            '\u{1C90}'..='\u{1CBF}',
        ];
        let more = [
            '\u{1E00}'..='\u{1EFF}',
            '\u{FF00}'..='\u{FFEF}',
            '\u{1E900}'..='\u{1E95F}',
        ];
        for letter in scripts.into_iter().chain(more).flatten() {
            assert_eq!(
                Some(small(letter)),
                letter.to_lowercase().next(),
                "{letter}"
            );
        }
    }

    #[test]
    fn what_has_no_case_stays() {
        for letter in ['7', '-', 'ß', 'ا', '翡', 'ა', '\u{301}'] {
            assert_eq!(small(letter), letter);
        }
    }
}
