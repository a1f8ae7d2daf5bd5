//! One search box for everything a person may type.
//!
//! The texts of members, former members and events (`documents`) are folded
//! once (`fold`) into an index each; typed words are compared with its distinct
//! words, as beginnings and with slips (`edit_distance`, `cost`), and the texts that
//! answer to all of them are ranked (`rank`). Codes fit only as a whole.

mod cost;
mod documents;
mod edit_distance;
mod fold;
mod index;
mod rank;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::Directory;
use crate::model::{EventIdx, FormerMemberIdx, Member, MemberIdx};
use cost::{cost_of, variants};
use documents::{texts_of_event, texts_of_member, texts_of_names};
use edit_distance::EditDistance;
use fold::{NfkdTable, Word, is_stop_word};
use index::{Index, Text, forms_of};
use rank::{Answers, CODE, CODE_IN_CAPITALS, Effort, Found, MOST_TYPED};

/// Finds documents, such as members or events, by whatever a reader types.
pub struct SearchIndex<'a, I> {
    language: &'a str,
    nfkd_lowercase: fn(&str) -> String,
    index: Index<'a>,
    /// For each document, the codes that stand for it.
    codes: Vec<Vec<&'a str>>,
    effort: Effort,
    /// The index of the document that so many others come before.
    item_at: fn(usize) -> I,
}

/// A document that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<I> {
    /// Which one.
    pub item: I,
    /// What kind of text was found.
    pub why: MatchReason,
    /// The text, in its own spelling.
    pub text: String,
    /// Its language, BCP 47; `zxx` (no language) for codes.
    pub lang: String,
    /// What answers to the typed words: byte ranges in `text`, on the bounds
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

/// The typed words that decide: without the small ones, unless there are no
/// others.
struct Typed {
    words: Vec<Word>,
    /// Whether a small word comes last: the reader may be about to type a
    /// longer one.
    unfinished: bool,
}

impl<'a> SearchIndex<'a, MemberIdx> {
    /// The members of a directory.
    ///
    /// `nfkd_lowercase` gives a text in Unicode NFKD and lower case. It is called once here, with
    /// the distinct characters of all texts, one a line, and at most once for
    /// each query.
    pub fn of_members(directory: &'a Directory, nfkd_lowercase: fn(&str) -> String) -> Self {
        let members = directory.members.iter();
        Self {
            codes: members.clone().map(codes).collect(),
            ..Self::of(
                directory,
                members.map(|member| texts_of_member(directory, member)),
                nfkd_lowercase,
                MemberIdx::new,
            )
        }
    }
}

impl<'a> SearchIndex<'a, FormerMemberIdx> {
    /// The former members of the network.
    pub fn of_former_members(directory: &'a Directory, nfkd_lowercase: fn(&str) -> String) -> Self {
        let former = directory.network.former_members.iter();
        let texts = former.map(|former| texts_of_names(directory, &former.names));
        Self::of(directory, texts, nfkd_lowercase, FormerMemberIdx::new)
    }
}

impl<'a> SearchIndex<'a, EventIdx> {
    /// The events. They are listed in the order of time, so slips are forgiven
    /// only where nothing answers to the words as typed.
    pub fn of_events(directory: &'a Directory, nfkd_lowercase: fn(&str) -> String) -> Self {
        let events = directory.events.iter();
        let texts = events.map(|event| texts_of_event(directory, event));
        Self {
            effort: Effort::UntilAny,
            ..Self::of(directory, texts, nfkd_lowercase, EventIdx::new)
        }
    }
}

impl<'a, I: Copy + PartialEq> SearchIndex<'a, I> {
    fn of(
        directory: &'a Directory,
        texts: impl Iterator<Item = Vec<Text<'a>>>,
        nfkd_lowercase: fn(&str) -> String,
        item_at: fn(usize) -> I,
    ) -> Self {
        Self {
            language: directory.language(),
            nfkd_lowercase,
            index: Index::of(texts, nfkd_lowercase),
            codes: Vec::new(),
            effort: Effort::UntilSure,
            item_at,
        }
    }

    /// Documents that answer to all of `words`, best first, for a reader of
    /// the default language; none for empty words.
    ///
    /// A code fits only as a whole. Typed in capitals it comes before names
    /// that begin with it, otherwise after them.
    pub fn search(&self, words: &str) -> Vec<Hit<I>> {
        self.search_in(words, self.language)
    }

    /// The same for a reader of `language`: where several texts of a document
    /// answer equally well, the one in that language is given.
    pub fn search_in(&self, words: &str, language: &str) -> Vec<Hit<I>> {
        self.search_with(words, language, self.effort)
    }

    /// The same without any slips.
    pub fn search_exact(&self, words: &str) -> Vec<Hit<I>> {
        self.search_with(words, self.language, Effort::Exact)
    }

    fn search_with(&self, words: &str, language: &str, effort: Effort) -> Vec<Hit<I>> {
        let folded = self.fold(words);
        let code = match folded.as_slice() {
            [word] => word.letters.iter().collect(),
            _ => String::new(),
        };
        let typed = Typed::of(folded);
        let mut hits: Vec<(usize, Hit<I>)> = self
            .index
            .find(&typed, language, effort)
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
            let place = hits.partition_point(|(other, _)| *other < rank);
            hits.insert(place, (rank, code_hit(item, code)));
        }
        hits.into_iter().map(|(_, hit)| hit).collect()
    }

    /// The documents whose names come nearest to `words`, at most `most`: for
    /// when nothing is found.
    pub fn nearest(&self, words: &str, most: usize) -> Vec<Hit<I>> {
        let typed = Typed::of(self.fold(words));
        let found = self
            .index
            .nearest(typed.significant())
            .into_iter()
            .take(most);
        found
            .map(|found| self.hit(found, &typed.words, self.language))
            .collect()
    }

    fn fold(&self, words: &str) -> Vec<Word> {
        NfkdTable::of([words].into_iter(), self.nfkd_lowercase).fold(words)
    }

    fn hit(&self, found: Found, typed: &[Word], language: &str) -> Hit<I> {
        let text = &self.index.texts[found.text];
        let foreign = text.lang != language;
        Hit {
            item: (self.item_at)(found.document),
            why: match text.why {
                MatchReason::Name | MatchReason::CommonName if foreign => {
                    MatchReason::OtherLanguage
                }
                MatchReason::Title if foreign => MatchReason::OtherTitle,
                why => why,
            },
            text: text.spelling.clone().into_owned(),
            lang: text.lang.to_owned(),
            marks: marks(text, &self.index.nfkd_table, typed, &found.answers),
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
    fn of(mut words: Vec<Word>) -> Self {
        for word in &mut words {
            word.letters.truncate(MOST_LETTERS);
        }
        let small = |word: &Word| is_stop_word(&word.letters);
        if words.iter().all(small) {
            words.truncate(MOST_TYPED);
            return Self {
                words,
                unfinished: false,
            };
        }
        let last = words.pop_if(|last| small(last));
        words.retain(|word| !small(word));
        words.truncate(MOST_TYPED - 1);
        let unfinished = last.is_some();
        words.extend(last);
        Self { words, unfinished }
    }

    /// The words to which a text must answer.
    fn significant(&self) -> &[Word] {
        &self.words[..self.words.len() - usize::from(self.unfinished)]
    }
}

/// Letters of a typed word beyond this number are not looked at.
const MOST_LETTERS: usize = 40;

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
        why: MatchReason::Code,
        marks: std::iter::once(0..code.len()).collect(),
        text: code,
        lang: "zxx".to_owned(),
    }
}

/// What of `text` answers to the typed words.
fn marks(
    text: &Text,
    nfkd_table: &NfkdTable,
    typed: &[Word],
    answers: &Answers,
) -> Vec<Range<usize>> {
    let words = text.words(nfkd_table);
    let forms = forms_of(&words);
    let mut marks: Vec<Range<usize>> = Vec::new();
    for (typed, answer) in typed.iter().zip(answers) {
        let Some(answer) = answer else { continue };
        let form = &forms[usize::from(*answer)];
        let spans = &words[form.word].spans;
        let (_, letters) = variants(typed)
            .map(|typed| {
                cost_of(
                    &mut EditDistance::of(typed),
                    typed,
                    &form.letters,
                    u8::MAX / 8,
                )
            })
            .min()
            .expect("a word can always be read as typed");
        let spans = if form.other_spelling {
            &spans[..]
        } else {
            &spans[form.skipped..form.skipped + letters]
        };
        if let [first, .., last] | [first @ last] = spans {
            let place = marks.partition_point(|mark| mark.start < first.start);
            marks.insert(place, first.start..last.end);
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
