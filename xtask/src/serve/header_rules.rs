//! The file `_headers`, which ships with the site: what it asks hosts to send.
//!
//! Its rules fit as on Cloudflare Pages, and on Netlify where no rule has a `*`
//! before its end, so that `serve` and the tests send exactly what ships.

use hyper::HeaderMap;
use hyper::header::{HeaderName, HeaderValue};

/// The headers for the address `path`, which begins with `/`, by the text of
/// the file: of all rules that fit.
///
/// A header has one value, that of the last rule that gives it: browsers hold
/// a page to all policies that are sent, so that a second one could not allow
/// more. A line that is no header is passed over.
pub fn of(text: &str, path: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let mut fits = false;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if !line.starts_with(' ') {
            fits = match line.split_once('*') {
                Some((start, end)) => path.starts_with(start) && path.ends_with(end),
                None => path == line,
            };
        } else if let Some((name, value)) = line.split_once(':').filter(|_| fits)
            && let Ok(name) = HeaderName::try_from(name.trim())
            && let Ok(value) = HeaderValue::try_from(value.trim())
        {
            headers.insert(name, value);
        }
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, path: &str, expected: &[(&str, &str)]) {
        let headers = of(text, path);
        let mut found: Vec<_> = headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.to_str().unwrap()))
            .collect();
        found.sort_unstable();
        assert_eq!(found, expected, "{path}");
    }

    #[test]
    fn every_rule_that_fits_adds_its_headers() {
        let text = "/*\n  a: b: c\n/assets/*\n  d: e\n/one\n  f: g\n/*.ics\n  h: i\n";
        let of_all = ("a", "b: c");
        check(text, "/", &[of_all]);
        check(text, "/assets/x.js", &[of_all, ("d", "e")]);
        check(text, "/one", &[of_all, ("f", "g")]);
        check(text, "/one/", &[of_all]);
        check(text, "/one/a.ics", &[of_all, ("h", "i")]);
        check(text, "/one/a.ics/", &[of_all]);
    }

    #[test]
    fn the_last_rule_that_fits_gives_the_value() {
        let text = "/*\n  Policy: strict\n/embed/*\n  policy: for frames\n";
        check(text, "/", &[("policy", "strict")]);
        check(text, "/embed/", &[("policy", "for frames")]);
    }
}
