//! Folding: text as it is compared, with the way back to its spelling.
//!
//! Two spellings that a reader would call the same fold to the same letters:
//! without case, accents, apostrophes and the variants of Arabic letters, and
//! with one character for the traditional and the simplified one of Chinese.
//! Cyrillic `й` and `ё` fold to `и` and `е`, since Unicode decomposes them
//! like accented Latin letters.

use std::ops::Range;

/// A word as it is compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Word {
    /// Folded letters; never none.
    pub letters: Vec<char>,
    /// For each letter, the bytes of the text that it stands for: whole
    /// characters, with the accents written after them.
    pub spans: Vec<Range<usize>>,
    /// Number of letters of an article or elided word before the word proper:
    /// 2 for the Arabic article, 1 for `d'` and `l'`, else 0.
    pub article: usize,
}

/// What the characters of some texts decompose to (Unicode NFKD), in lower case,
/// and for a variant the character that it is taken for.
///
/// A text decomposes to what its characters decompose to, one after the
/// other, apart from the order of combining marks, which folding removes. So
/// each character is asked for once, all of them in one call, and a folded
/// letter is known to come from one character.
#[derive(Debug, Clone)]
pub struct NfkdTable(Vec<(char, Box<str>)>);

impl NfkdTable {
    /// Knows the characters of `texts`, by one call of `nfkd_lowercase` at most;
    /// `letter_variants` are those of a directory.
    pub fn new<'a>(
        texts: impl Iterator<Item = &'a str>,
        letter_variants: &str,
        nfkd_lowercase: fn(&str) -> String,
    ) -> Self {
        let mut characters = Vec::new();
        for character in texts.flat_map(str::chars).filter(|one| !one.is_ascii()) {
            if let Err(index) = characters.binary_search(&character) {
                characters.insert(index, character);
            }
        }
        if characters.is_empty() {
            return Self(Vec::new());
        }
        let lines: Vec<String> = characters.iter().map(char::to_string).collect();
        let decomposed = nfkd_lowercase(&lines.join("\n"));
        let pairs = characters.into_iter().zip(decomposed.split('\n'));
        let mut table: Vec<(char, Box<str>)> = pairs
            .map(|(character, parts)| (character, parts.into()))
            .collect();
        let mut forms = letter_variants.chars();
        while let (Some(variant), Some(letter)) = (forms.next(), forms.next()) {
            if let Ok(index) = table.binary_search_by_key(&variant, |(known, _)| *known) {
                table[index].1 = letter.to_string().into();
            }
        }
        Self(table)
    }

    /// The words of `text`, folded.
    pub fn fold(&self, text: &str) -> Vec<Word> {
        let mut words = vec![Word::default()];
        for (start, character) in text.char_indices() {
            let span = start..start + character.len_utf8();
            let word = words.last_mut().expect("one word is always begun");
            if is_apostrophe(character) {
                if word.letters.len() == 1 {
                    word.article = 1;
                }
                continue;
            }
            let mut buffer = [0; 4];
            for part in self.parts(character, &mut buffer).chars() {
                let word = words.last_mut().expect("one word is always begun");
                if is_mark(part) {
                    word.extend_last_letter(&span);
                } else if part.is_alphanumeric() {
                    word.push(part, &span);
                } else {
                    words.push(Word::default());
                }
            }
        }
        words.retain(|word| !word.letters.is_empty());
        for word in &mut words {
            word.find_article();
        }
        words
    }

    fn parts<'a>(&'a self, character: char, buffer: &'a mut [u8; 4]) -> &'a str {
        let find = || self.0.binary_search_by_key(&character, |(known, _)| *known);
        let known = (!character.is_ascii()).then(find).and_then(Result::ok);
        known.map_or_else(|| &*character.encode_utf8(buffer), |index| &self.0[index].1)
    }
}

impl Word {
    /// Whether another word may begin at the letter after `skipped` ones, in a
    /// script that puts no spaces between words or beside it: `151` and `届` in
    /// `第151届`.
    pub fn may_begin_after(&self, skipped: usize) -> bool {
        self.letters[skipped - 1..=skipped]
            .iter()
            .any(|letter| is_unspaced(*letter))
    }

    fn push(&mut self, part: char, span: &Range<usize>) {
        if part.is_ascii() {
            self.letters.push(part.to_ascii_lowercase());
            self.spans.push(span.clone());
            return;
        }
        let plain = plain(part);
        for letter in plain.chars() {
            self.letters.push(letter);
            self.spans.push(span.clone());
        }
        if plain.is_empty() {
            self.letters.push(part);
            self.spans.push(span.clone());
        }
    }

    /// Counts a mark in with the letter right before it.
    fn extend_last_letter(&mut self, span: &Range<usize>) {
        if let Some(last) = self.spans.last_mut().filter(|last| last.end == span.start) {
            last.end = span.end;
        }
    }

    /// The Arabic article, also behind the conjunction that is written
    /// together with it, counts only where a word of two letters is left.
    fn find_article(&mut self) {
        if self.article >= self.letters.len() {
            self.article = 0;
        }
        if self.article == 0 {
            let and = usize::from(self.letters.len() > 4 && self.letters[0] == 'و');
            let rest = &self.letters[and..];
            let article = rest.len() > 3 && rest.starts_with(&['ا', 'ل']);
            self.article = and + if article { 2 } else { 0 };
        }
    }
}

/// Apostrophes, and letters used like them in transliterations. The acute
/// accent standing alone is one too: it would decompose to a space.
fn is_apostrophe(character: char) -> bool {
    matches!(
        character,
        '\'' | '`' | '´' | '‘' | '’' | '‛' | '′' | '＇' | 'ʹ'..='ˁ' | 'ˈ' | 'ꞌ'
    )
}

/// Marks that are left out: accents, Arabic and Hebrew vowel signs, the
/// tatweel, the silent signs of the scripts of South and South-East Asia, and
/// characters that show nothing.
fn is_mark(part: char) -> bool {
    match part {
        '\u{AD}'
        | '\u{300}'..='\u{36F}'
        | '\u{483}'..='\u{489}'
        | '\u{591}'..='\u{5BD}'
        | '\u{5BF}'..='\u{5C7}'
        | '\u{610}'..='\u{61A}'
        | '\u{640}'
        | '\u{64B}'..='\u{65F}'
        | '\u{670}'
        | '\u{6D6}'..='\u{6ED}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE2F}'
        | '\u{FEFF}' => true,
        '\u{964}' | '\u{965}' => false,
        '\u{900}'..='\u{109F}' | '\u{1780}'..='\u{17D3}' => !part.is_alphanumeric(),
        _ => false,
    }
}

/// Plain letters for those that Unicode does not decompose; empty for others.
fn plain(lower: char) -> &'static str {
    match lower {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'đ' | 'ð' | 'ɗ' => "d",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'ə' => "e",
        'ɓ' => "b",
        'ƙ' => "k",
        'ٱ' => "ا",
        'ى' | 'ی' => "ي",
        'ة' | 'ہ' | 'ھ' | 'ە' => "ه",
        'ک' => "ك",
        'қ' => "к",
        'ғ' | 'ґ' => "г",
        'ң' => "н",
        'ү' | 'ұ' => "у",
        'ө' => "о",
        'ҳ' => "х",
        'ҷ' => "ч",
        'ә' => "а",
        _ => "",
    }
}

/// Thai, Lao, Tibetan, Burmese, Khmer, kana and Han.
fn is_unspaced(letter: char) -> bool {
    matches!(
        letter,
        '\u{E00}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
    ) || is_han(letter)
}

/// Letters each of which says about as much as a syllable.
pub fn is_han(letter: char) -> bool {
    matches!(
        letter,
        '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}'
    )
}

/// Articles, prepositions and conjunctions, folded, which do not decide
/// whether a text fits.
pub fn is_stop_word(letters: &[char]) -> bool {
    const STOP_WORDS: [&str; 31] = [
        "a", "al", "an", "and", "as", "d", "da", "das", "de", "del", "des", "do", "dos", "du", "e",
        "el", "et", "i", "l", "la", "las", "le", "les", "los", "o", "of", "os", "the", "y", "и",
        "و",
    ];
    let mut stop_words = STOP_WORDS.iter();
    letters.len() <= 3 && stop_words.any(|word| letters.iter().copied().eq(word.chars()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn nfkd_lowercase(text: &str) -> String {
        text.nfkd().collect::<String>().to_lowercase()
    }

    fn fold(text: &str) -> Vec<Word> {
        NfkdTable::new([text].into_iter(), "國国臺台", nfkd_lowercase).fold(text)
    }

    fn check(text: &str, expected: &str) {
        let words = fold(text).into_iter();
        let folded: Vec<String> = words.map(|word| word.letters.iter().collect()).collect();
        assert_eq!(folded.join(" "), expected, "{text}");
    }

    #[test]
    fn spellings_that_readers_call_the_same_fold_to_the_same_letters() {
        check("Assemblée", "assemblee");
        check(
            "Câmara dos Deputados da Nação",
            "camara dos deputados da nacao",
        );
        check("  lower-house ", "lower house");
        check("House — of/Elders", "house of elders");
        check("N.P.C. (people’s)", "n p c peoples");
        check("Lords & Commons", "lords commons");
        check("l'union, l’union, lʼunion", "lunion lunion lunion");
        check(
            "majlis ash-sha‘b, sha`b, sha´b, ʾumma",
            "majlis ash shab shab shab umma",
        );
        check("Straße Ærø Œuvre Łódź Đà", "strasse aero oeuvre lodz da");
        check("Þingvellir ALÞINGIS Eyðis", "thingvellir althingis eydis");
        check("İLİM ısı", "ilim isi");
        check("Nümayəndələr", "numayendeler");
        check("ＦＵＬＬ　ｗｉｄｔｈ", "full width");
        check("Quốc hội", "quoc hoi");
        check("Дума; объединённый, район", "дума объединенныи раион");
        check("Народної", "народноі");
        check("Мәжіліс Қаласы", "мажіліс каласы");
        check("أعيان إدارة آداب ٱلأمة", "اعيان اداره اداب الامه");
        check("شورى شوري", "شوري شوري");
        check("مؤتمر رئيس", "موتمر رييس");
        check("مَجْلِسُ الشَّعْبِ شــورى", "مجلس الشعب شوري");
        check("شورای ملی، ملک", "شوراي ملي ملك");
        check("全国人民代表大会", "全国人民代表大会");
        check("全國，臺、台", "全国 台 台");
        check("लोकतान्त्रिक", "लोकतानतरिक");
        check("\u{202B}مجلس\u{202C}", "مجلس");
        check("soft\u{AD}hyphen", "softhyphen");
        check("— ’ …", "");
    }

    #[test]
    fn articles_are_found_only_where_a_word_is_left() {
        let article = |text: &str| fold(text)[0].article;
        assert_eq!(article("المجلس"), 2);
        assert_eq!(article("والمجلس"), 3);
        assert_eq!(article("ومجلس"), 1);
        assert_eq!(article("الي"), 0);
        assert_eq!(article("l'union"), 1);
        assert_eq!(article("l'"), 0);
        assert_eq!(article("sha'b"), 0);
    }

    #[test]
    fn an_accent_written_apart_belongs_to_its_letter() {
        let words = fold("Se\u{301}nat");
        assert_eq!(words[0].spans[1], 1..4);
    }

    proptest! {
        #[test]
        fn letters_stand_for_whole_characters_in_order(text in "\\PC{0,20}|[a-zé' ßﬁ½ا-ي\u{301}阿-陀-]{0,20}") {
            let words = fold(&text);
            let spans: Vec<_> = words.iter().flat_map(|word| &word.spans).collect();
            for span in &spans {
                prop_assert!(text.get((*span).clone()).is_some_and(|part| !part.is_empty()));
            }
            prop_assert!(spans.windows(2).all(|pair| pair[0].start <= pair[1].start));
            for word in &words {
                prop_assert_eq!(word.letters.len(), word.spans.len());
                prop_assert!(word.article < word.letters.len());
            }
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,20}") {
            let once: Vec<String> = fold(&text).iter().map(|word| word.letters.iter().collect()).collect();
            let twice: Vec<String> = fold(&once.join(" ")).iter().map(|word| word.letters.iter().collect()).collect();
            prop_assert_eq!(once, twice);
        }
    }
}
