//! Reads JSON text (RFC 8259).
//!
//! Natively serde reads it, too, for the canonical form; a test holds both to
//! the same values and messages. In the browser serde, which can read any type
//! in any way, would cost 18 KB of program before compression.

use super::Json;

/// So many lists and objects may lie within one another.
const DEEPEST: usize = 127;

/// Why and where reading stopped.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stop {
    /// What is wrong; nothing where the text merely ends too early.
    pub(super) problem: Option<&'static str>,
    /// The bytes up to the end of what is wrong.
    pub(super) at: usize,
}

/// The value that `text` holds.
pub(super) fn parse(text: &str) -> Result<Json, Stop> {
    let mut parser = Parser {
        text,
        at: 0,
        depth: 0,
    };
    let value = parser.value()?;
    parser.skip_space();
    if parser.at < text.len() {
        return Err(parser.wrong("trailing characters"));
    }
    Ok(value)
}

struct Parser<'a> {
    text: &'a str,
    /// The byte that comes next.
    at: usize,
    /// How many lists and objects are open.
    depth: usize,
}

impl Parser<'_> {
    /// The next byte; nought, which JSON has nowhere, at the end.
    fn next(&self) -> u8 {
        let byte = self.text.as_bytes().get(self.at);
        byte.copied().unwrap_or_default()
    }

    fn skip_space(&mut self) {
        while let b' ' | b'\n' | b'\r' | b'\t' = self.next() {
            self.at += 1;
        }
    }

    /// Goes past the next byte, if it is one of `bytes`.
    fn skip(&mut self, bytes: &[u8]) -> bool {
        let found = bytes.contains(&self.next());
        self.at += usize::from(found);
        found
    }

    /// Stops at the next byte, which is wrong.
    fn wrong(&mut self, problem: &'static str) -> Stop {
        let ends = self.at >= self.text.len();
        self.at += usize::from(!ends);
        Stop {
            problem: (!ends).then_some(problem),
            at: self.at,
        }
    }

    fn value(&mut self) -> Result<Json, Stop> {
        self.skip_space();
        match self.next() {
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Flag(true)),
            b'f' => self.word("false", Json::Flag(false)),
            b'"' => Ok(Json::Text(self.string()?)),
            b'-' | b'0'..=b'9' => self.number(),
            b'[' | b'{' if self.depth == DEEPEST => Err(self.wrong("recursion limit exceeded")),
            b'[' => self.list(),
            b'{' => self.object(),
            _ => Err(self.wrong("expected value")),
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, Stop> {
        for byte in word.bytes() {
            if !self.skip(&[byte]) {
                return Err(self.wrong("expected ident"));
            }
        }
        Ok(value)
    }

    fn list(&mut self) -> Result<Json, Stop> {
        let mut elements = Vec::new();
        self.begin();
        while self.goes_on(elements.is_empty(), b']', "expected `,` or `]`")? {
            elements.push(self.value()?);
        }
        Ok(Json::List(elements))
    }

    fn object(&mut self) -> Result<Json, Stop> {
        let mut entries: Vec<(String, Json)> = Vec::new();
        self.begin();
        while self.goes_on(entries.is_empty(), b'}', "expected `,` or `}`")? {
            if self.next() != b'"' {
                return Err(self.wrong("key must be a string"));
            }
            let key = self.string()?;
            self.skip_space();
            if !self.skip(b":") {
                return Err(self.wrong("expected `:`"));
            }
            let value = self.value()?;
            // In the order of keys; of two that are the same, the last counts.
            let place = entries.partition_point(|(before, _)| *before < key);
            match entries.get_mut(place) {
                Some(entry) if entry.0 == key => entry.1 = value,
                _ => entries.insert(place, (key, value)),
            }
        }
        Ok(Json::Object(entries))
    }

    /// Goes into a list or an object.
    fn begin(&mut self) {
        self.at += 1;
        self.depth += 1;
    }

    /// Goes to the next element or entry, or past the end of them all.
    fn goes_on(&mut self, first: bool, end: u8, otherwise: &'static str) -> Result<bool, Stop> {
        self.skip_space();
        if self.skip(&[end]) {
            self.depth -= 1;
            return Ok(false);
        }
        if !first {
            if !self.skip(b",") {
                return Err(self.wrong(otherwise));
            }
            self.skip_space();
            if self.next() == end {
                return Err(self.wrong("trailing comma"));
            }
        }
        Ok(true)
    }

    fn number(&mut self) -> Result<Json, Stop> {
        let start = self.at;
        self.skip(b"-");
        if !self.skip(b"0") {
            self.digits()?;
        } else if self.next().is_ascii_digit() {
            return Err(self.wrong("invalid number"));
        }
        if self.skip(b".") {
            self.digits()?;
        }
        if self.skip(b"eE") {
            self.skip(b"+-");
            self.digits()?;
        }
        let number = &self.text[start..self.at];
        if !float(number).is_finite() {
            return Err(self.stop("number out of range"));
        }
        Ok(Json::Number(number.to_owned()))
    }

    /// Goes past digits, at least one.
    fn digits(&mut self) -> Result<(), Stop> {
        if !self.next().is_ascii_digit() {
            return Err(self.wrong("invalid number"));
        }
        while self.next().is_ascii_digit() {
            self.at += 1;
        }
        Ok(())
    }

    fn string(&mut self) -> Result<String, Stop> {
        self.at += 1;
        let mut string = String::new();
        loop {
            let start = self.at;
            while !matches!(self.next(), b'"' | b'\\' | 0..0x20) {
                self.at += 1;
            }
            string.push_str(&self.text[start..self.at]);
            if self.skip(b"\"") {
                return Ok(string);
            }
            if !self.skip(b"\\") {
                let problem = "control character (\\u0000-\\u001F) found while parsing a string";
                return Err(self.wrong(problem));
            }
            string.push(self.escaped()?);
        }
    }

    /// The sign that is written after a backslash.
    fn escaped(&mut self) -> Result<char, Stop> {
        let sign = match self.next() {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.by_number(),
            _ => return Err(self.wrong("invalid escape")),
        };
        self.at += 1;
        Ok(sign)
    }

    /// The sign that is written as `u` and four digits, or as a pair of those
    /// where it needs more.
    fn by_number(&mut self) -> Result<char, Stop> {
        let lone = "lone leading surrogate in hex escape";
        self.at += 1;
        let mut code = self.four_digits()?;
        if let 0xd800..0xdc00 = code {
            for byte in *b"\\u" {
                if !self.skip(&[byte]) {
                    return Err(self.wrong("unexpected end of hex escape"));
                }
            }
            let low = self.four_digits()?;
            if !(0xdc00..0xe000).contains(&low) {
                return Err(self.stop(lone));
            }
            code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        }
        char::from_u32(code).ok_or_else(|| self.stop(lone))
    }

    fn four_digits(&mut self) -> Result<u32, Stop> {
        let bytes = self.text.as_bytes();
        let Some(digits) = bytes.get(self.at..self.at + 4) else {
            self.at = bytes.len();
            return Err(self.wrong("invalid escape"));
        };
        self.at += 4;
        let mut code = 0;
        for &digit in digits {
            let Some(digit) = char::from(digit).to_digit(16) else {
                return Err(self.stop("invalid escape"));
            };
            code = 16 * code + digit;
        }
        Ok(code)
    }

    /// Stops after what is wrong.
    fn stop(&self, problem: &'static str) -> Stop {
        Stop {
            problem: Some(problem),
            at: self.at,
        }
    }
}

/// The number that is written so; exact up to fifteen digits.
pub(super) fn float(number: &str) -> f64 {
    let (digits, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let fraction = digits.split_once('.').map_or("", |(_, fraction)| fraction);
    let mut float = 0.0;
    for digit in digits.bytes().filter(u8::is_ascii_digit) {
        float = 10.0 * float + f64::from(digit - b'0');
    }
    // Whatever does not fit is far beyond any float.
    let far = if exponent.starts_with('-') { -999 } else { 999 };
    let mut places: i32 = exponent.parse().unwrap_or(far);
    places -= i32::try_from(fraction.len()).unwrap_or(0);
    let mut shift = 1.0;
    for _ in 0..places.unsigned_abs().min(999) {
        shift *= 10.0;
    }
    if float != 0.0 {
        float = if places < 0 {
            float / shift
        } else {
            float * shift
        };
    }
    if number.starts_with('-') {
        -float
    } else {
        float
    }
}

#[cfg(test)]
mod tests;
