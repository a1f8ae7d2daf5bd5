//! What stands in the search box: words to search for, and filters that are typed
//! among them, such as `region:africa`.

use std::borrow::Cow;

use super::Query;

/// A filter as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedFilter<'a> {
    /// All of it.
    pub text: &'a str,
    /// What stands before the colon.
    pub name: &'a str,
    /// What stands behind it.
    pub value: &'a str,
    /// Whether a space follows, so that it is not being typed any more.
    pub is_finished: bool,
}

impl<'a> TypedFilter<'a> {
    /// None where a word is no filter: before the colon stand letters and hyphens,
    /// and what follows makes neither an address of it nor a smiley.
    fn parse(text: &'a str, is_finished: bool) -> Option<Self> {
        let colon = text.find(COLONS)?;
        let (name, rest) = text.split_at(colon);
        let value = rest.trim_start_matches(COLONS);
        let is_name = name.chars().all(|sign| sign.is_alphabetic() || sign == '-');
        let is_smiley = name.is_empty() && !value.is_empty();
        (is_name && !is_smiley && !value.starts_with("//")).then_some(Self {
            text,
            name,
            value,
            is_finished,
        })
    }
}

/// That of most keyboards, and that of Chinese ones.
const COLONS: [char; 2] = [':', '：'];

/// The words of a search box, each with whether a space follows. A space inside
/// quotation marks ends no word.
pub fn words(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut is_quoted = false;
    let ends_word = move |sign: char| {
        is_quoted ^= sign == '"';
        sign.is_whitespace() && !is_quoted
    };
    let words = text.split_inclusive(ends_word);
    let is_finished = |word: &str| {
        word.ends_with(char::is_whitespace) && word.matches('"').count().is_multiple_of(2)
    };
    words
        .map(move |word| (word.trim(), is_finished(word)))
        .filter(|(word, _)| !word.is_empty())
}

/// The words of a search box that `keep` names, with a space behind the last where
/// one was.
pub(crate) fn kept(text: &str, keep: impl Fn(&str) -> bool) -> String {
    let kept = words(text).filter(|(word, _)| keep(word));
    let kept: Vec<(&str, bool)> = kept.collect();
    let is_finished = kept.last().is_some_and(|last| last.1);
    let words: Vec<&str> = kept.into_iter().map(|(word, _)| word).collect();
    words.join(" ") + if is_finished { " " } else { "" }
}

impl Query {
    /// The filters that are typed among the words, in their order.
    pub fn typed_filters(&self) -> impl Iterator<Item = TypedFilter<'_>> {
        words(&self.words).filter_map(|(word, is_finished)| TypedFilter::parse(word, is_finished))
    }

    /// What is searched for: the words without the filters that are typed among
    /// them.
    pub fn search_text(&self) -> Cow<'_, str> {
        if self.typed_filters().next().is_none() {
            return Cow::Borrowed(&self.words);
        }
        Cow::Owned(kept(&self.words, |word| {
            TypedFilter::parse(word, true).is_none()
        }))
    }

    /// Whether there is anything to search for; blanks alone are nothing.
    pub fn has_words(&self) -> bool {
        !self.search_text().trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is searched for, and the filters in what was typed.
    fn taken_apart(typed: &str) -> (String, Vec<(String, String)>) {
        let query = Query::default().with_words(typed);
        let filters = query.typed_filters();
        let filters = filters.map(|filter| (filter.name.to_owned(), filter.value.to_owned()));
        (query.search_text().into_owned(), filters.collect())
    }

    #[test]
    fn filters_are_told_from_words() {
        for (typed, text, filters) in [
            ("two words ", "two words ", &[][..]),
            ("region:africa", "", &[("region", "africa")]),
            ("  ke region:af", "ke ", &[("region", "af")]),
            (
                "12region:a region:a ke",
                "12region:a ke",
                &[("region", "a")],
            ),
            ("women:>=30 ke", "ke", &[("women", ">=30")]),
            (
                "region:\"Latin America\" ke",
                "ke",
                &[("region", "\"Latin America\"")],
            ),
            ("地区：非洲", "", &[("地区", "非洲")]),
            ("last-election:", "", &[("last-election", "")]),
            (":", "", &[("", "")]),
            (":-)", ":-)", &[]),
            (
                "https://example.org 12:30",
                "https://example.org 12:30",
                &[],
            ),
        ] {
            let filters: Vec<_> = filters
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect();
            assert_eq!(taken_apart(typed), (text.to_owned(), filters), "{typed}");
        }
    }

    #[test]
    fn a_filter_is_finished_by_a_space_outside_quotation_marks() {
        for (typed, is_finished) in [
            ("region:africa", false),
            ("region:africa ", true),
            ("region:\"Latin ", false),
            ("region:\"Latin America\" ", true),
        ] {
            let query = Query::default().with_words(typed);
            let filter = query.typed_filters().next().unwrap();
            assert_eq!(filter.is_finished, is_finished, "{typed}");
        }
    }
}
