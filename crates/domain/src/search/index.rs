//! Everything that can be found, folded once when the directory is loaded.

use std::ops::Range;

use super::Why;
use super::distance::Ladder;
use super::fold::{Alphabet, Word, is_han, is_small_word};
use crate::directory::{Directory, Member, Name, Names};

/// Texts of all members with their folded words.
///
/// Words that occur many times are kept once, sorted, so that a typed word is
/// compared with each of them once.
pub struct Index<'a> {
    pub alphabet: Alphabet,
    /// Texts of a member stand side by side, members in their own order.
    pub texts: Vec<Text<'a>>,
    /// For each member, its places in `texts`.
    pub members: Vec<Range<usize>>,
    /// Distinct folded words, sorted.
    tokens: Vec<Box<[char]>>,
}

/// A text by which a member can be found.
pub struct Text<'a> {
    pub why: Why,
    /// BCP 47.
    pub lang: &'a str,
    pub spelling: &'a str,
    /// Written without spaces, as some type it: one word.
    pub joined: bool,
    /// Ways in to its words.
    pub entries: Vec<Entry>,
    /// Letters of its words.
    pub letters: usize,
    /// One bit a word: set for those that decide whether a text is complete.
    pub deciding: u32,
}

/// A way in to a word of a text.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Place among the distinct words.
    pub token: u32,
    /// Which word of its text.
    pub word: u8,
    /// Begins inside the word, in scripts without spaces.
    pub inside: bool,
}

/// What an [`Entry`] stands for, before it is looked up.
pub struct Form {
    pub letters: Box<[char]>,
    /// Which word of the text, and how many of its letters come before.
    pub word: usize,
    pub skipped: usize,
    pub inside: bool,
    /// Not the letters of the text: "saint" for "st".
    pub other_spelling: bool,
}

/// How badly a word of the directory fits a typed one; less is better.
///
/// Four times the number of slips, and [`Cost::BEGINNING`] where the typed
/// word is only its beginning, and [`Cost::FIRST_LETTER`] where a slip is in
/// the first letter, which people seldom get wrong.
pub struct Cost;

impl Cost {
    pub const BEGINNING: u8 = 1;
    pub const FIRST_LETTER: u8 = 2;
    pub const SLIP: u8 = 4;
    /// Does not fit at all.
    pub const MISS: u8 = u8::MAX;
}

/// Words of a text beyond this number are not looked at.
const MOST_WORDS: usize = 32;

impl<'a> Index<'a> {
    pub fn of(directory: &'a Directory, decompose: fn(&str) -> String) -> Self {
        let mut texts = Vec::new();
        let mut members = Vec::new();
        for member in &directory.members {
            let start = texts.len();
            texts_of(member, directory.language(), &mut texts);
            members.push(start..texts.len());
        }
        let alphabet = Alphabet::of(texts.iter().map(|text| text.spelling), decompose);

        let mut forms = Vec::new();
        for text in &mut texts {
            let words = text.words(&alphabet);
            text.letters = words.iter().map(|word| word.letters.len()).sum();
            text.deciding = deciding(&words);
            forms.push(forms_of(&words));
        }
        let mut tokens: Vec<Box<[char]>> = Vec::new();
        tokens.extend(forms.iter().flatten().map(|form| form.letters.clone()));
        tokens.sort_unstable();
        tokens.dedup();
        let entry = |form: Form| Entry {
            token: place(&tokens, &form.letters),
            word: u8::try_from(form.word).expect("a text has at most MOST_WORDS words"),
            inside: form.inside,
        };
        for (text, forms) in texts.iter_mut().zip(forms) {
            text.entries = forms.into_iter().map(entry).collect();
        }
        Self {
            alphabet,
            texts,
            members,
            tokens,
        }
    }

    /// The cost of each distinct word for a typed word, up to `slips` slips.
    pub fn costs(&self, typed: &Word, slips: u8) -> Vec<u8> {
        let mut costs = vec![Cost::MISS; self.tokens.len()];
        for letters in ways_to_read(typed) {
            if slips == 0 {
                let start = self.tokens.partition_point(|token| **token < *letters);
                let fitting = self.tokens[start..]
                    .iter()
                    .take_while(|token| token.starts_with(letters));
                for (cost, token) in costs[start..].iter_mut().zip(fitting) {
                    let beginning = u8::from(token.len() > letters.len());
                    *cost = (*cost).min(beginning * Cost::BEGINNING);
                }
            } else {
                let mut ladder = Ladder::of(letters);
                for (cost, token) in costs.iter_mut().zip(&self.tokens) {
                    *cost = (*cost).min(cost_of(&mut ladder, letters, token, slips).0);
                }
            }
        }
        costs
    }
}

impl Text<'_> {
    /// Its folded words, in order.
    pub fn words(&self, alphabet: &Alphabet) -> Vec<Word> {
        let mut words = alphabet.fold(self.spelling);
        if self.joined {
            let mut joined = Word::default();
            for word in words {
                joined.letters.extend(word.letters);
                joined.spans.extend(word.spans);
            }
            return vec![joined];
        }
        words.truncate(MOST_WORDS);
        words
    }
}

/// The cost of `token` for the typed letters, and how many letters of it
/// answer to them.
pub fn cost_of(ladder: &mut Ladder, typed: &[char], token: &[char], limit: u8) -> (u8, usize) {
    let found = ladder.climb(token, limit);
    let cost = |slips: u8| {
        let first = slips > 0 && typed.first() != token.first();
        slips * Cost::SLIP + u8::from(first) * Cost::FIRST_LETTER
    };
    let beginning = found.beginning;
    match found.whole {
        Some(slips) if slips <= limit && slips <= beginning.slips => (cost(slips), token.len()),
        _ if beginning.slips <= limit && beginning.letters > 0 => {
            (cost(beginning.slips) + Cost::BEGINNING, beginning.letters)
        }
        _ => (Cost::MISS, 0),
    }
}

/// As typed, and without its article where enough is left to tell.
pub fn ways_to_read(typed: &Word) -> impl Iterator<Item = &[char]> {
    let bare = &typed.letters[typed.article..];
    let bare = (typed.article > 0 && bare.len() > 2).then_some(bare);
    [Some(&*typed.letters), bare].into_iter().flatten()
}

/// How many slips a typed word may have: one from four letters, two from
/// seven; a Han sign more counts, since each is a syllable.
pub fn slips_allowed(typed: &Word) -> u8 {
    let han = typed.letters.first().is_some_and(|first| is_han(*first));
    match typed.letters.len() + usize::from(han) {
        0..4 => 0,
        4..7 => 1,
        _ => 2,
    }
}

/// The ways in to the words of a text, always in the same order.
pub fn forms_of(words: &[Word]) -> Vec<Form> {
    /// Spellings of one word, folded.
    const SAINT: [&str; 2] = ["saint", "st"];
    let mut forms = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let part = |skipped: usize, inside: bool| Form {
            letters: word.letters[skipped..].into(),
            word: place,
            skipped,
            inside,
            other_spelling: false,
        };
        forms.push(part(0, false));
        if word.article > 0 {
            forms.push(part(word.article, false));
        }
        if word.is_unspaced() {
            forms.extend((1..word.letters.len()).map(|skipped| part(skipped, true)));
        }
        let spelling: String = word.letters.iter().collect();
        if SAINT.contains(&spelling.as_str()) {
            let others = SAINT.iter().filter(|other| **other != spelling);
            forms.extend(others.map(|other| Form {
                letters: other.chars().collect(),
                other_spelling: true,
                ..part(0, false)
            }));
        }
    }
    forms
}

/// All words but the small ones; all where there are no others.
fn deciding(words: &[Word]) -> u32 {
    let bits = |keep: fn(&Word) -> bool| {
        let kept = words.iter().enumerate().filter(|(_, word)| keep(word));
        kept.fold(0_u32, |bits, (place, _)| bits | 1 << place)
    };
    match bits(|word| !is_small_word(&word.letters)) {
        0 => bits(|_| true),
        deciding => deciding,
    }
}

fn place(tokens: &[Box<[char]>], letters: &[char]) -> u32 {
    let place = tokens.binary_search_by(|token| (**token).cmp(letters));
    let place = place.expect("every form of a text was put among the tokens");
    u32::try_from(place).expect("there are fewer distinct words than four milliards")
}

/// The texts of a member, those to be preferred first.
fn texts_of<'a>(member: &'a Member, language: &'a str, texts: &mut Vec<Text<'a>>) {
    let mut add = |why: Why, lang: &'a str, text: &'a str| {
        let new = |joined: bool| Text {
            why,
            lang,
            spelling: text,
            joined,
            entries: Vec::new(),
            letters: 0,
            deciding: 0,
        };
        texts.push(new(false));
        if why.is_name() && (2..=4).contains(&text.split([' ', '-']).count()) {
            texts.push(new(true));
        }
    };
    for (why, names) in [
        (Why::Name, &member.names),
        (Why::CommonName, &member.common_names),
        (Why::FormalName, &member.formal_names),
    ] {
        for (lang, text) in in_order(names, language) {
            add(why, lang, text);
        }
    }
    let mut add_all = |why: Why, names: &'a [Name]| {
        for name in names {
            add(why, &name.lang, &name.name);
        }
    };
    add_all(Why::NativeName, &member.native_names);
    add_all(Why::Alias, &member.aliases);
    if let Some(parliament) = &member.parliament {
        add_all(Why::Parliament, &parliament.names);
        for chamber in &parliament.chambers {
            add_all(Why::Chamber, &chamber.names);
        }
    }
    add(Why::Capital, language, &member.capital.city);
    let seat = member
        .parliament
        .as_ref()
        .map(|parliament| &parliament.seat.city);
    if let Some(seat) = seat.filter(|seat| **seat != member.capital.city) {
        add(Why::SeatCity, language, seat);
    }
}

/// The default language first, the others in the order of their tags.
fn in_order<'a>(names: &'a Names, language: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let first = names.0.get_key_value(language);
    let others = names
        .0
        .iter()
        .filter(move |(lang, _)| first.is_none_or(|(tag, _)| tag != *lang));
    first
        .into_iter()
        .chain(others)
        .map(|(lang, text)| (lang.as_str(), text.as_str()))
}
