//! Everything that can be found, folded once when the directory is loaded.

use std::ops::Range;

use super::Why;
use super::cost::{Cost, cost_of, ways_to_read};
use super::distance::Ladder;
use super::fold::{Alphabet, Word, is_small_word};
use crate::model::{Directory, Member, MemberIdx, Name, Names};
use crate::sorted::sorted;

/// Texts of all members with their folded words.
///
/// Words that occur many times are kept once, sorted, so that a typed word is
/// compared with each of them once.
pub struct Index<'a> {
    pub alphabet: Alphabet,
    /// Texts of a member stand side by side, members in their own order.
    pub texts: Vec<Text<'a>>,
    /// For each member, where its own stand in `texts`.
    members: Vec<Range<usize>>,
    /// Distinct folded words, sorted.
    tokens: Vec<Box<[char]>>,
    /// For each distinct word, the members that have it, in their order.
    holders: Vec<Vec<MemberIdx>>,
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
        let all: Vec<&[char]> = forms.iter().flatten().map(|form| &*form.letters).collect();
        let mut tokens: Vec<Box<[char]>> = Vec::new();
        for place in sorted(all.len(), &|one, other| all[one].cmp(all[other])) {
            if tokens.last().is_none_or(|last| **last != *all[place]) {
                tokens.push(all[place].into());
            }
        }
        for (text, forms) in texts.iter_mut().zip(forms) {
            let entries = forms.into_iter().map(|form| Entry {
                token: place(&tokens, &form.letters),
                word: u8::try_from(form.word).expect("a text has at most MOST_WORDS words"),
                inside: form.inside,
            });
            text.entries = entries.collect();
        }
        let mut holders: Vec<Vec<MemberIdx>> = vec![Vec::new(); tokens.len()];
        for (member, own) in MemberIdx::all(directory).zip(&members) {
            for entry in texts[own.clone()].iter().flat_map(|text| &text.entries) {
                let holders = &mut holders[entry.token as usize];
                if holders.last() != Some(&member) {
                    holders.push(member);
                }
            }
        }
        Self {
            alphabet,
            texts,
            members,
            tokens,
            holders,
        }
    }

    /// The members, in their order, that have a fitting word for each typed one.
    pub fn holding_all(&self, costs: &[Vec<u8>]) -> Vec<MemberIdx> {
        let mut held = vec![0; self.members.len()];
        for (typed, costs) in costs.iter().enumerate() {
            let fitting = costs.iter().zip(&self.holders);
            for (_, holders) in fitting.filter(|(cost, _)| **cost != Cost::MISS) {
                for holder in holders {
                    let held = &mut held[holder.get()];
                    // Only what holds all earlier words is counted on.
                    *held += usize::from(*held == typed);
                }
            }
        }
        let holding = held.iter().enumerate();
        holding
            .filter(|(_, held)| **held == costs.len())
            .map(|(member, _)| MemberIdx::new(member))
            .collect()
    }

    /// Where the texts of a member stand.
    pub fn texts_of(&self, member: MemberIdx) -> Range<usize> {
        self.members[member.get()].clone()
    }

    /// All members, each with where its texts stand.
    pub fn members(&self) -> impl Iterator<Item = (MemberIdx, Range<usize>)> {
        let members = self.members.iter().enumerate();
        members.map(|(member, texts)| (MemberIdx::new(member), texts.clone()))
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
        let is = |spelling: &str| word.letters.iter().copied().eq(spelling.chars());
        if SAINT.iter().any(|spelling| is(spelling)) {
            let others = SAINT.iter().filter(|spelling| !is(spelling));
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
    let start = texts.len();
    let mut add = |why: Why, lang: &'a str, text: &'a str| {
        let mut others = texts[start..].iter();
        if why == Why::Alias && others.any(|other| other.spelling == text) {
            return;
        }
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
    let mut add_city = |why: Why, names: &'a Names| {
        for (lang, text) in in_order(names, language) {
            add(why, lang, text);
        }
    };
    add_city(Why::Capital, &member.capital.city);
    let seat = member
        .parliament
        .as_ref()
        .map(|parliament| &parliament.seat.city);
    if let Some(seat) = seat.filter(|seat| **seat != member.capital.city) {
        add_city(Why::SeatCity, seat);
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
