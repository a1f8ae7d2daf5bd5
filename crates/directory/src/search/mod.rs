//! One search box for everything a person may type.
//!
//! Names in every language, former and other names, capitals, parliaments,
//! chambers are folded once (`fold`) into an index; typed words are compared
//! with its distinct words, as beginnings and with slips (`distance`, `cost`),
//! and the texts that answer to all of them are ranked (`rank`). Codes fit
//! only as a whole.

mod cost;
mod distance;
mod fold;
mod index;
mod rank;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::Directory;
use crate::letters::is_small;
use crate::model::{Member, MemberIdx, Names};
use cost::{cost_of, ways_to_read};
use distance::Ladder;
use fold::{Alphabet, Word, is_small_word};
use index::{Index, Text, forms_of};
use rank::{Answers, CODE, CODE_IN_CAPITALS, Found, MOST_TYPED};

/// Finds members by whatever a reader types; made once for a directory.
pub struct SearchIndex<'a> {
    directory: &'a Directory,
    decompose: fn(&str) -> String,
    index: Index<'a>,
}

/// Texts as they are searched: their words without case and accents, with a
/// space before each; `decompose` gives Unicode NFKD.
pub fn folded(texts: &[String], decompose: fn(&str) -> String) -> Vec<String> {
    let alphabet = Alphabet::of(texts.iter().map(String::as_str), decompose);
    let fold = |text: &String| {
        let mut folded = String::new();
        for word in alphabet.fold(text) {
            folded.push(' ');
            folded.extend(word.letters);
        }
        folded
    };
    texts.iter().map(fold).collect()
}

/// A member that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which member.
    pub member: MemberIdx,
    /// What kind of text was found.
    pub why: Why,
    /// The text, in its own spelling.
    pub text: String,
    /// Its language, BCP 47; `zxx` (no language) for codes.
    pub lang: String,
    /// What answers to the typed words: byte ranges in `text`, on the bounds
    /// of characters, in order and apart from each other.
    pub marks: Vec<Range<usize>>,
}

/// By which kind of text a member was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Why {
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
}

impl Why {
    /// Whether the text is how people usually call the member.
    fn is_name(self) -> bool {
        matches!(
            self,
            Self::Name | Self::OtherLanguage | Self::CommonName | Self::NativeName
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

impl<'a> SearchIndex<'a> {
    /// Folds every text of the directory.
    ///
    /// `decompose` gives Unicode NFKD of a text. It is called once here, with
    /// the distinct characters of all texts, one a line, and at most once for
    /// each query.
    pub fn of(directory: &'a Directory, decompose: fn(&str) -> String) -> Self {
        Self {
            directory,
            decompose,
            index: Index::of(directory, decompose),
        }
    }

    /// Members that answer to all of `words`, best first, for a reader of the
    /// default language; none for empty words.
    ///
    /// A code fits only as a whole. Typed in capitals it comes before names
    /// that begin with it, otherwise after them.
    pub fn search(&self, words: &str) -> Vec<Hit> {
        self.search_in(words, self.directory.language())
    }

    /// The same for a reader of `language`: where several texts of a member
    /// answer equally well, the one in that language is given.
    pub fn search_in(&self, words: &str, language: &str) -> Vec<Hit> {
        let folded = self.fold(words);
        let code = match folded.as_slice() {
            [word] => word.letters.iter().collect(),
            _ => String::new(),
        };
        let typed = Typed::of(folded);
        let mut hits: Vec<(usize, Hit)> = self
            .index
            .find(&typed, language)
            .into_iter()
            .map(|found| (found.rank, self.hit(found, &typed.words, language)))
            .collect();
        for (member, code) in self.with_code(&code) {
            let capitals = !words.chars().any(is_small);
            let rank = if capitals { CODE_IN_CAPITALS } else { CODE };
            let known = hits.iter().position(|(_, hit)| hit.member == member);
            if known.is_some_and(|known| hits[known].0 <= rank) {
                continue;
            }
            if let Some(known) = known {
                hits.remove(known);
            }
            let place = hits.partition_point(|(other, _)| *other < rank);
            hits.insert(place, (rank, code_hit(member, code)));
        }
        hits.into_iter().map(|(_, hit)| hit).collect()
    }

    /// The members whose names come nearest to `words`, at most `most`: for
    /// when nothing is found.
    pub fn nearest(&self, words: &str, most: usize) -> Vec<Hit> {
        let typed = Typed::of(self.fold(words));
        let found = self.index.nearest(typed.deciding()).into_iter().take(most);
        let language = self.directory.language();
        found
            .map(|found| self.hit(found, &typed.words, language))
            .collect()
    }

    /// Whether each of `words` begins a word of one of `names`: for what has no
    /// more than names, and is not in the index.
    pub fn calls(&self, words: &str, names: &Names) -> bool {
        let typed = Typed::of(self.fold(words));
        let typed = typed.deciding();
        let mut names = names.0.values();
        !typed.is_empty()
            && names.any(|name| {
                let forms = forms_of(&self.fold(name));
                let begins =
                    |letters: &[char]| forms.iter().any(|form| form.letters.starts_with(letters));
                typed.iter().all(|word| ways_to_read(word).any(begins))
            })
    }

    fn fold(&self, words: &str) -> Vec<Word> {
        Alphabet::of([words].into_iter(), self.decompose).fold(words)
    }

    fn hit(&self, found: Found, typed: &[Word], language: &str) -> Hit {
        let text = &self.index.texts[found.text];
        let foreign = text.lang != language;
        Hit {
            member: found.member,
            why: match text.why {
                Why::Name | Why::CommonName if foreign => Why::OtherLanguage,
                why => why,
            },
            text: text.spelling.to_owned(),
            lang: text.lang.to_owned(),
            marks: marks(text, &self.index.alphabet, typed, &found.answers),
        }
    }

    /// Members that have `typed` for a code, with the code.
    fn with_code(&self, typed: &str) -> impl Iterator<Item = (MemberIdx, String)> {
        let members = MemberIdx::each(self.directory);
        members.filter_map(move |(index, member)| {
            let code = codes(member).find(|code| code.eq_ignore_ascii_case(typed))?;
            Some((index, code.to_ascii_uppercase()))
        })
    }
}

impl Typed {
    fn of(mut words: Vec<Word>) -> Self {
        for word in &mut words {
            word.letters.truncate(MOST_LETTERS);
        }
        let small = |word: &Word| is_small_word(&word.letters);
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
    fn deciding(&self) -> &[Word] {
        &self.words[..self.words.len() - usize::from(self.unfinished)]
    }
}

/// Letters of a typed word beyond this number are not looked at.
const MOST_LETTERS: usize = 40;

/// ISO 3166-1 in two and three letters, UN M49, and the Wikidata items of the
/// state and of its parliament.
fn codes(member: &Member) -> impl Iterator<Item = &str> {
    let parliament = member.parliament.as_ref();
    let items = [
        member.wikidata.as_deref(),
        parliament.and_then(|parliament| parliament.wikidata.as_deref()),
    ];
    [&*member.iso2, member.id.as_str(), &*member.m49]
        .into_iter()
        .chain(items.into_iter().flatten())
}

fn code_hit(member: MemberIdx, code: String) -> Hit {
    Hit {
        member,
        why: Why::Code,
        marks: std::iter::once(0..code.len()).collect(),
        text: code,
        lang: "zxx".to_owned(),
    }
}

/// What of `text` answers to the typed words.
fn marks(text: &Text, alphabet: &Alphabet, typed: &[Word], answers: &Answers) -> Vec<Range<usize>> {
    let words = text.words(alphabet);
    let forms = forms_of(&words);
    let mut marks: Vec<Range<usize>> = Vec::new();
    for (typed, answer) in typed.iter().zip(answers) {
        let Some(answer) = answer else { continue };
        let form = &forms[usize::from(*answer)];
        let spans = &words[form.word].spans;
        let (_, letters) = ways_to_read(typed)
            .map(|typed| cost_of(&mut Ladder::of(typed), typed, &form.letters, u8::MAX / 8))
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
