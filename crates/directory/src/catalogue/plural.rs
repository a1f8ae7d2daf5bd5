//! Which form of a text a number takes, by the rules of CLDR.
//!
//! The rules stand in the catalogue of each language, written as CLDR writes
//! them (Unicode Technical Standard #35, "Language Plural Rules"), so that a
//! language can be added without a change of code.

use serde::{Deserialize, Serialize};
use serde_tuple::{Deserialize_tuple, Serialize_tuple};

/// The rules of a language, in their order; what none holds for is `other`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Rules(Vec<(String, Condition)>);

/// Relations joined by "and", joined by "or".
type Condition = Vec<Vec<Relation>>;

/// `i % 100 = 2..4,7`.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
struct Relation {
    operand: u8,
    modulus: Option<u32>,
    holds: bool,
    ranges: Vec<(u32, u32)>,
}

impl Rules {
    /// Reads rules such as `one: i = 1 and v = 0`; none where one has another
    /// form.
    pub fn parse(rules: &[String]) -> Option<Self> {
        let mut read = Vec::new();
        for rule in rules {
            let (category, condition) = rule.split_once(':')?;
            let mut either = vec![Vec::new()];
            let mut relation = Vec::new();
            for word in condition.split_ascii_whitespace().chain(["or"]) {
                if word != "and" && word != "or" {
                    relation.push(word);
                    continue;
                }
                let relation = Relation::parse(&std::mem::take(&mut relation))?;
                either.last_mut()?.push(relation);
                if word == "or" {
                    either.push(Vec::new());
                }
            }
            either.pop();
            read.push((category.to_owned(), either));
        }
        Some(Self(read))
    }

    /// The categories that have a rule.
    pub fn categories(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(category, _)| category.as_str())
    }

    /// The category of a number as it is written in digits, such as `1.50`.
    pub fn category(&self, number: &str) -> &str {
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let holds = |relation: &Relation| relation.holds_for(whole, fraction);
        let mut rules = self.0.iter();
        let found = rules.find(|(_, either)| either.iter().any(|both| both.iter().all(holds)));
        found.map_or("other", |(category, _)| category)
    }
}

impl Relation {
    /// Reads `i`, `%`, `100`, `=`, `2..4,7`.
    fn parse(words: &[&str]) -> Option<Self> {
        let (operand, modulus, equals, ranges) = match words {
            [operand, equals, ranges] => (operand, None, equals, ranges),
            [operand, "%", modulus, equals, ranges] => {
                let modulus = modulus.parse().ok().filter(|modulus| *modulus > 0)?;
                (operand, Some(modulus), equals, ranges)
            }
            _ => return None,
        };
        let range = |range: &str| {
            let (first, last) = range.split_once('.').unwrap_or((range, range));
            let last = last.trim_start_matches('.');
            Some((first.parse().ok()?, last.parse().ok()?))
        };
        let ranges: Option<Vec<(u32, u32)>> = ranges.split(',').map(range).collect();
        let holds = match *equals {
            "=" => true,
            "!=" => false,
            _ => return None,
        };
        let operand = operand.bytes().next()?;
        b"nivwfte".contains(&operand).then_some(Self {
            operand,
            modulus,
            holds,
            ranges: ranges?,
        })
    }

    fn holds_for(&self, whole: &str, fraction: &str) -> bool {
        let shortest = fraction.trim_end_matches('0');
        let number = |digits: &str| digits.parse().unwrap_or(0);
        let digits = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
        let value: u32 = match self.operand {
            b'v' => digits(fraction),
            b'w' => digits(shortest),
            b'f' => number(fraction),
            b't' => number(shortest),
            // Numbers are written in full, without an exponent.
            b'e' => 0,
            _ => number(whole),
        };
        let value = self.modulus.map_or(value, |modulus| value % modulus);
        // A number with a fraction equals no whole one.
        let is_whole = self.operand != b'n' || shortest.is_empty();
        let within = |range: &(u32, u32)| range.0 <= value && value <= range.1;
        (is_whole && self.ranges.iter().any(within)) == self.holds
    }
}
