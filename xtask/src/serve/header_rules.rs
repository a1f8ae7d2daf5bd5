//! The file `_headers`, which ships with the site: what it asks hosts to send.
//!
//! Read here as Cloudflare Pages reads it, and Netlify where no rule has a `*`
//! before its end, so that `serve` and the tests send exactly what ships.

/// The headers for the address `path`, which begins with `/`, by the text of
/// the file: of all rules that fit, in their order.
pub fn of<'a>(text: &'a str, path: &str) -> Vec<(&'a str, String)> {
    let mut headers = Vec::new();
    let mut fits = false;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if !line.starts_with(' ') {
            fits = match line.split_once('*') {
                Some((start, end)) => path.starts_with(start) && path.ends_with(end),
                None => path == line,
            };
        } else if let Some((name, value)) = line.split_once(':').filter(|_| fits) {
            headers.push((name.trim(), value.trim().to_owned()));
        }
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_that_fits_adds_its_headers() {
        let text = "/*\n  a: b: c\n/assets/*\n  d: e\n/one\n  f: g\n/*.ics\n  h: i\n";
        let names = |path: &str| -> String {
            let headers = of(text, path);
            headers.iter().map(|(name, _)| *name).collect()
        };
        assert_eq!(names("/"), "a");
        assert_eq!(names("/assets/x.js"), "ad");
        assert_eq!(names("/one"), "af");
        assert_eq!(names("/one/"), "a");
        assert_eq!(names("/one/a.ics"), "ah");
        assert_eq!(names("/one/a.ics/"), "a");
        assert_eq!(of(text, "/")[0].1, "b: c");
    }
}
