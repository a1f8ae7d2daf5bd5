//! One search box for everything a person may type.
//!
//! The texts of members, former members and events (`documents`) are folded
//! once (`fold`) into an index each; typed words are compared with its distinct
//! words, as prefixes and with typos (`edit_distance`, `cost`), and the texts
//! that match all of them are ranked (`rank`). Codes fit only as a whole.

mod cost;
mod documents;
mod edit_distance;
mod fold;
mod index;
mod rank;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::Directory;
use crate::model::{EventIdx, FormerMemberIdx, Member, MemberIdx};
use cost::{cost_of, typed_variants};
use documents::{texts_of_event, texts_of_member, texts_of_names};
use edit_distance::EditDistance;
use fold::{NfkdTable, Word, is_stop_word};
use index::{Index, IndexBuilder, Text, variants_of};
use rank::{Alignment, CODE, CODE_IN_CAPITALS, MAX_TYPED_WORDS, TextMatch, TypoTolerance};

/// Finds documents, such as members or events, by whatever a reader types.
pub struct SearchIndex<'a, I> {
    language: &'a str,
    letter_variants: &'a str,
    nfkd_lowercase: fn(&str) -> String,
    index: Index<'a>,
    /// For each document, the codes that stand for it.
    codes: Vec<Vec<&'a str>>,
    tolerance: TypoTolerance,
    /// The index of the document that so many others come before.
    item_at: fn(usize) -> I,
}

/// A document that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<I> {
    /// Which one.
    pub item: I,
    /// What kind of text was found.
    pub reason: MatchReason,
    /// The text, in its own spelling.
    pub text: String,
    /// Its language, BCP 47; `zxx` (no language) for codes.
    pub lang: String,
    /// What matches the typed words: byte ranges in `text`, on the bounds
    /// of characters, in order and apart from each other.
    pub marks: Vec<Range<usize>>,
}

/// By which kind of text a document was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum MatchReason {
    Name,
    OtherLanguage,
    CommonName,
    FormalName,
    NativeName,
    Alias,
    Capital,
    SeatCity,
    Parliament,
    Chamber,
    Code,
    Title,
    OtherTitle,
    Theme,
    City,
    Country,
    Host,
    Organ,
    EventType,
    Year,
}

impl MatchReason {
    /// Whether the text is how people usually call the document.
    fn is_name(self) -> bool {
        use MatchReason::{CommonName, Name, NativeName, OtherLanguage, OtherTitle, Title};
        matches!(
            self,
            Name | OtherLanguage | CommonName | NativeName | Title | OtherTitle
        )
    }

    /// Whether the text says something of the document that others may share.
    fn is_secondary(self) -> bool {
        use MatchReason::{
            Chamber, City, Country, EventType, Host, Organ, Parliament, Theme, Year,
        };
        matches!(
            self,
            Parliament | Chamber | Theme | City | Country | Host | Organ | EventType | Year
        )
    }
}

/// The characters of the texts in the reader's language by which members,
/// former members and events are found.
pub fn characters(directory: &Directory) -> BTreeSet<char> {
    let members = directory.members.iter();
    let members = members.flat_map(|member| texts_of_member(directory, member));
    let former = directory.network.former_members.iter();
    let former = former.flat_map(|former| texts_of_names(directory, &former.names));
    let events = directory.events.iter();
    let events = events.flat_map(|event| texts_of_event(directory, event));
    let texts = members.chain(former).chain(events);
    let in_language =
        texts.filter(|text| text.lang.split('-').next() == Some(directory.language()));
    in_language
        .flat_map(|text| text.spelling.chars().collect::<Vec<_>>())
        .collect()
}

/// The typed words that decide: without stop words, unless there are no others.
struct Typed {
    words: Vec<Word>,
    /// Whether a stop word comes last: the reader may be about to type a
    /// longer one.
    unfinished: bool,
}

/// The search over the members while it is being made, a text at a time.
pub struct MemberSearchBuilder<'a> {
    directory: &'a Directory,
    nfkd_lowercase: fn(&str) -> String,
    index: IndexBuilder<'a>,
}

impl<'a> MemberSearchBuilder<'a> {
    /// Nothing is folded yet of the members of `directory`.
    ///
    /// `nfkd_lowercase` gives a text in Unicode NFKD and lower case. It is called once here, with
    /// the distinct characters of all texts, one a line, and at most once for
    /// each query.
    pub fn new(directory: &'a Directory, nfkd_lowercase: fn(&str) -> String) -> Self {
        let members = directory.members.iter();
        let texts = members.map(|member| texts_of_member(directory, member));
        Self {
            directory,
            nfkd_lowercase,
            index: IndexBuilder::new(texts, &directory.letter_variants, nfkd_lowercase),
        }
    }

    /// Folds the next text; tells whether there was one.
    pub fn fold_next(&mut self) -> bool {
        self.index.fold_next()
    }

    /// The search, with the texts that are left folded.
    pub fn build(self) -> SearchIndex<'a, MemberIdx> {
        SearchIndex {
            codes: self.directory.members.iter().map(codes).collect(),
            ..SearchIndex::new(
                self.directory,
                self.index,
                self.nfkd_lowercase,
                MemberIdx::new,
            )
        }
    }
}

impl<'a> SearchIndex<'a, MemberIdx> {
    /// The members of a directory, as [`MemberSearchBuilder::new`] takes them.
    pub fn of_members(directory: &'a Directory, nfkd_lowercase: fn(&str) -> String) -> Self {
        MemberSearchBuilder::new(directory, nfkd_lowercase).build()
    }
}

impl<'a> SearchIndex<'a, FormerMemberIdx> {
    /// The former members of the network.
    pub fn of_former_members(directory: &'a Directory, nfkd_lowercase: fn(&str) -> String) -> Self {
        let former = directory.network.former_members.iter();
        let texts = former.map(|former| texts_of_names(directory, &former.names));
        let index = IndexBuilder::new(texts, &directory.letter_variants, nfkd_lowercase);
        Self::new(directory, index, nfkd_lowercase, FormerMemberIdx::new)
    }
}

impl<'a> SearchIndex<'a, EventIdx> {
    /// The events. They are listed in the order of time, so typos are forgiven
    /// only where nothing matches the words as typed.
    pub fn of_events(directory: &'a Directory, nfkd_lowercase: fn(&str) -> String) -> Self {
        let events = directory.events.iter();
        let texts = events.map(|event| texts_of_event(directory, event));
        let index = IndexBuilder::new(texts, &directory.letter_variants, nfkd_lowercase);
        Self {
            tolerance: TypoTolerance::UntilAny,
            ..Self::new(directory, index, nfkd_lowercase, EventIdx::new)
        }
    }
}

impl<'a, I: Copy + PartialEq> SearchIndex<'a, I> {
    fn new(
        directory: &'a Directory,
        index: IndexBuilder<'a>,
        nfkd_lowercase: fn(&str) -> String,
        item_at: fn(usize) -> I,
    ) -> Self {
        Self {
            language: directory.language(),
            letter_variants: &directory.letter_variants,
            nfkd_lowercase,
            index: index.build(),
            codes: Vec::new(),
            tolerance: TypoTolerance::UntilConfident,
            item_at,
        }
    }

    /// Documents that match all of `words`, best first, for a reader of
    /// the default language; none for empty words.
    ///
    /// A code fits only as a whole. Typed in capitals it comes before names
    /// that begin with it, otherwise after them.
    pub fn search(&self, words: &str) -> Vec<Hit<I>> {
        self.search_in(words, self.language)
    }

    /// The same for a reader of `language`: where several texts of a document
    /// match equally well, the one in that language is given.
    pub fn search_in(&self, words: &str, language: &str) -> Vec<Hit<I>> {
        self.search_with(words, language, self.tolerance)
    }

    /// The same without any typos.
    pub fn search_exact(&self, words: &str) -> Vec<Hit<I>> {
        self.search_with(words, self.language, TypoTolerance::Exact)
    }

    fn search_with(&self, words: &str, language: &str, tolerance: TypoTolerance) -> Vec<Hit<I>> {
        let folded = self.fold(words);
        let code = match folded.as_slice() {
            [word] => word.letters.iter().collect(),
            _ => String::new(),
        };
        let typed = Typed::new(folded);
        let mut hits: Vec<(usize, Hit<I>)> = self
            .index
            .find(&typed, language, tolerance)
            .into_iter()
            .map(|found| (found.rank, self.hit(found, &typed.words, language)))
            .collect();
        for (item, code) in self.with_code(&code) {
            let capitals = !words.chars().any(|letter| letter.is_ascii_lowercase());
            let rank = if capitals { CODE_IN_CAPITALS } else { CODE };
            let known = hits.iter().position(|(_, hit)| hit.item == item);
            if known.is_some_and(|known| hits[known].0 <= rank) {
                continue;
            }
            if let Some(known) = known {
                hits.remove(known);
            }
            let index = hits.partition_point(|(other, _)| *other < rank);
            hits.insert(index, (rank, code_hit(item, code)));
        }
        hits.into_iter().map(|(_, hit)| hit).collect()
    }

    /// The documents whose names come nearest to `words`, at most `limit`: for
    /// when nothing is found.
    pub fn nearest(&self, words: &str, limit: usize) -> Vec<Hit<I>> {
        let typed = Typed::new(self.fold(words));
        let found = self
            .index
            .nearest(typed.significant())
            .into_iter()
            .take(limit);
        found
            .map(|found| self.hit(found, &typed.words, self.language))
            .collect()
    }

    fn fold(&self, words: &str) -> Vec<Word> {
        let words_alone = [words].into_iter();
        NfkdTable::new(words_alone, self.letter_variants, self.nfkd_lowercase).fold(words)
    }

    fn hit(&self, found: TextMatch, typed: &[Word], language: &str) -> Hit<I> {
        let text = &self.index.texts[found.text];
        let foreign = text.lang != language;
        Hit {
            item: (self.item_at)(found.document),
            reason: match text.reason {
                MatchReason::Name | MatchReason::CommonName if foreign => {
                    MatchReason::OtherLanguage
                }
                MatchReason::Title if foreign => MatchReason::OtherTitle,
                reason => reason,
            },
            text: text.spelling.clone().into_owned(),
            lang: text.lang.to_owned(),
            marks: marks(text, &self.index.nfkd_table, typed, &found.alignment),
        }
    }

    /// Documents that have `typed` for a code, with the code.
    fn with_code(&self, typed: &str) -> impl Iterator<Item = (I, String)> {
        let codes = self.codes.iter().enumerate();
        codes.filter_map(move |(item, codes)| {
            let code = codes.iter().find(|code| code.eq_ignore_ascii_case(typed))?;
            Some(((self.item_at)(item), code.to_ascii_uppercase()))
        })
    }
}

impl Typed {
    fn new(mut words: Vec<Word>) -> Self {
        for word in &mut words {
            word.letters.truncate(MAX_LETTERS);
        }
        let is_stop_word = |word: &Word| is_stop_word(&word.letters);
        if words.iter().all(is_stop_word) {
            words.truncate(MAX_TYPED_WORDS);
            return Self {
                words,
                unfinished: false,
            };
        }
        let last = words.pop_if(|last| is_stop_word(last));
        words.retain(|word| !is_stop_word(word));
        words.truncate(MAX_TYPED_WORDS - 1);
        let unfinished = last.is_some();
        words.extend(last);
        Self { words, unfinished }
    }

    /// The words that a text must match.
    fn significant(&self) -> &[Word] {
        &self.words[..self.words.len() - usize::from(self.unfinished)]
    }
}

/// Letters of a typed word beyond this number are not looked at.
const MAX_LETTERS: usize = 40;

/// ISO 3166-1 in two and three letters, UN M49, and the Wikidata items of the
/// state and of its parliament.
fn codes(member: &Member) -> Vec<&str> {
    let parliament = member.parliament.as_ref();
    let items = [
        member.wikidata.as_deref(),
        parliament.and_then(|parliament| parliament.wikidata.as_deref()),
    ];
    [&*member.iso2, member.id.as_str(), &*member.m49]
        .into_iter()
        .chain(items.into_iter().flatten())
        .collect()
}

fn code_hit<I>(item: I, code: String) -> Hit<I> {
    Hit {
        item,
        reason: MatchReason::Code,
        marks: std::iter::once(0..code.len()).collect(),
        text: code,
        lang: "zxx".to_owned(),
    }
}

/// What of `text` matches the typed words.
fn marks(
    text: &Text,
    nfkd_table: &NfkdTable,
    typed: &[Word],
    alignment: &Alignment,
) -> Vec<Range<usize>> {
    let words = text.words(nfkd_table);
    let variants = variants_of(&words);
    let mut marks: Vec<Range<usize>> = Vec::new();
    for (typed, matched) in typed.iter().zip(alignment) {
        let Some(matched) = matched else { continue };
        let variant = &variants[usize::from(*matched)];
        let spans = &words[variant.word].spans;
        let (_, letters) = typed_variants(typed)
            .map(|typed| {
                cost_of(
                    &mut EditDistance::new(typed),
                    typed,
                    &variant.letters,
                    u8::MAX / 8,
                )
            })
            .min()
            .expect("a word can always be read as typed");
        let spans = if variant.other_spelling {
            &spans[..]
        } else {
            &spans[variant.skipped..variant.skipped + letters]
        };
        if let [first, .., last] | [first @ last] = spans {
            let index = marks.partition_point(|mark| mark.start < first.start);
            marks.insert(index, first.start..last.end);
        }
    }
    marks.dedup_by(|next, mark| {
        let overlap = next.start < mark.end;
        if overlap {
            mark.end = mark.end.max(next.end);
        }
        overlap
    });
    marks
}
