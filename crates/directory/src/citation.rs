//! How a page is cited: in the words of three style guides, and as records that
//! reference managers read.

use serde_json::{Value, json};

use crate::{Directory, PartialDate};

/// A page as it was read.
#[derive(Debug, Clone)]
pub struct CitedPage<'a> {
    /// Of which it is a page.
    pub directory: &'a Directory,
    /// What the page is called.
    pub title: &'a str,
    /// Its whole address.
    pub address: &'a str,
    /// The day on which it was read.
    pub read: PartialDate,
}

/// A style guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// APA, 7th edition.
    Apa,
    /// The Chicago Manual of Style, 17th edition: a bibliography.
    Chicago,
    /// MLA, 9th edition.
    Mla,
}

impl Style {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Apa, Self::Chicago, Self::Mla];

    /// What it is called, in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Apa => "APA",
            Self::Chicago => "Chicago",
            Self::Mla => "MLA",
        }
    }
}

/// The form of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// BibTeX, with the fields that BibLaTeX knows for a page.
    BibTex,
    /// RIS.
    Ris,
    /// An item of CSL-JSON 1.0, in a list.
    CslJson,
}

impl Record {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::BibTex, Self::Ris, Self::CslJson];

    /// What it is called, the ending of its file, and its media type.
    pub fn form(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::BibTex => ("BibTeX", "bib", "application/x-bibtex"),
            Self::Ris => ("RIS", "ris", "application/x-research-info-systems"),
            Self::CslJson => (
                "CSL-JSON",
                "json",
                "application/vnd.citationstyles.csl+json",
            ),
        }
    }
}

impl CitedPage<'_> {
    /// The citation in the reader's language, as a style guide wants it. The
    /// network is the author, which MLA and Chicago do not name once more as the
    /// site.
    pub fn in_style(&self, style: Style) -> String {
        let words = &self.directory.catalogue;
        let published = self.directory.network.data_date;
        let version = &self.directory.network.data_version;
        let (author, title, address) = (self.author(), self.title, self.address);
        let months = words.date_months();
        let day = |date| {
            date_in(months, date, |day, month, year| {
                words.cite_day(month, day, year)
            })
        };
        match style {
            Style::Apa => {
                let published = date_in(months, published, |day, month, year| {
                    words.cite_published(year, month, day)
                });
                words.cite_apa(author, &published, title, version, &day(self.read), address)
            }
            Style::Chicago => {
                let (published, read) = (day(published), day(self.read));
                words.cite_chicago(author, title, version, &published, &read, address)
            }
            Style::Mla => {
                let months = words.cite_mla_months();
                let day = |date| {
                    date_in(months, date, |day, month, year| {
                        words.date_day(day, month, year)
                    })
                };
                let (published, read) = (day(published), day(self.read));
                words.cite_mla(author, title, version, &published, address, &read)
            }
        }
    }

    /// The record as a text.
    pub fn as_record(&self, record: Record) -> String {
        match record {
            Record::BibTex => self.bibtex(),
            Record::Ris => self.ris(),
            Record::CslJson => format!("{:#}\n", json!([self.csl_item()])),
        }
    }

    fn author(&self) -> &str {
        let network = &self.directory.network;
        network.names.get(self.directory.language())
    }

    /// What tells the citation from others: network, and words of the address.
    fn key(&self) -> String {
        let path = self
            .address
            .split_once("://")
            .map_or(self.address, |(_, rest)| rest);
        let path = path.split_once('/').map_or("", |(_, path)| path);
        let words = path.split(|sign: char| !sign.is_ascii_alphanumeric());
        let id = &self.directory.network.id;
        let words = words.filter(|word| !word.is_empty()).take(8);
        words.fold(id.clone(), |key, word| key + "-" + word)
    }

    fn bibtex(&self) -> String {
        let network = &self.directory.network;
        let published = network.data_date;
        let mut fields = vec![
            ("author", format!("{{{}}}", escaped(self.author()))),
            ("title", format!("{{{}}}", escaped(self.title))),
            ("year", published.year().to_string()),
        ];
        let month = published.month().map(|month| month.to_string());
        fields.extend(month.map(|month| ("month", month)));
        fields.extend([
            ("date", published.to_string()),
            ("version", escaped(&network.data_version)),
            // Addresses are taken as they are.
            ("url", self.address.to_owned()),
            ("urldate", self.read.to_string()),
            ("language", self.directory.language().to_owned()),
        ]);
        let fields = fields.into_iter();
        let fields = fields.map(|(name, value)| format!("  {name} = {{{value}}},\n"));
        let fields: Vec<_> = fields.collect();
        format!("@online{{{},\n{}}}\n", self.key(), fields.concat())
    }

    fn ris(&self) -> String {
        let network = &self.directory.network;
        let published = network.data_date.to_string().replace('-', "/");
        let read = self.read.to_string().replace('-', "/");
        let year = network.data_date.year().to_string();
        let lines = [
            ("TY", "ELEC"),
            ("ID", &self.key()),
            ("AU", self.author()),
            ("TI", self.title),
            ("PY", &year),
            ("DA", &published),
            ("ET", &network.data_version),
            ("UR", self.address),
            ("Y2", &read),
            ("LA", self.directory.language()),
            ("ER", ""),
        ];
        lines
            .map(|(tag, value)| format!("{tag}  - {value}\r\n"))
            .concat()
    }

    fn csl_item(&self) -> Value {
        let network = &self.directory.network;
        json!({
            "id": self.key(),
            "type": "webpage",
            "author": [{ "literal": self.author() }],
            "title": self.title,
            "version": network.data_version,
            "issued": csl_date(network.data_date),
            "accessed": csl_date(self.read),
            "URL": self.address,
            "language": self.directory.language(),
        })
    }
}

/// A date with a month of `months`, as `write` puts day, month and year; the year
/// alone where no more is known.
fn date_in(
    months: &[String],
    date: PartialDate,
    write: impl Fn(&str, &str, &str) -> String,
) -> String {
    let year = date.year().to_string();
    let month = date
        .month()
        .and_then(|month| months.get(usize::from(month) - 1));
    match (date.day(), month) {
        (Some(day), Some(month)) => write(&day.to_string(), month, &year),
        _ => year,
    }
}

/// The parts of a date that are known.
fn csl_date(date: PartialDate) -> Value {
    let parts = [date.month(), date.day()];
    let parts = parts.into_iter().flatten().map(u16::from);
    let parts: Vec<u16> = [date.year()].into_iter().chain(parts).collect();
    json!({ "date-parts": [parts] })
}

/// A text in which no sign means anything to TeX.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for sign in text.chars() {
        match sign {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => escaped.extend(['\\', sign]),
            _ => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::directory;

    fn written<T>(read: impl FnOnce(&CitedPage) -> T) -> T {
        read(&CitedPage {
            directory: &directory(),
            title: "3 of 8: parliaments matching “a & b_c”",
            address: "https://lakes.example/?q=a+%26+b_c",
            read: "2026-12-01".parse().unwrap(),
        })
    }

    #[test]
    fn each_style_says_who_when_what_and_where() {
        let [apa, chicago, mla] = written(|page| Style::ALL.map(|style| page.in_style(style)));
        let title = "3 of 8: parliaments matching “a & b_c”";
        let address = "https://lakes.example/?q=a+%26+b_c";
        let directory = directory();
        let (network, version) = (
            directory.network.names.get("en"),
            &directory.network.data_version,
        );
        assert_eq!(
            apa,
            format!(
                "{network}. (2026, November 23). {title} (Version {version}). \
                 Retrieved December 1, 2026, from {address}"
            )
        );
        assert_eq!(
            chicago,
            format!(
                "{network}. “{title}.” Version {version}, November 23, 2026. \
                 Accessed December 1, 2026. {address}."
            )
        );
        assert_eq!(
            mla,
            format!(
                "{network}. “{title}.” Version {version}, 23 Nov. 2026, {address}. \
                 Accessed 1 Dec. 2026."
            )
        );
    }

    #[test]
    fn records_hold_what_reference_managers_read() {
        let [bibtex, ris, csl] = written(|page| Record::ALL.map(|record| page.as_record(record)));
        assert!(
            bibtex.contains("title = {{3 of 8: parliaments matching “a \\& b\\_c”}}"),
            "{bibtex}"
        );
        assert!(
            bibtex.contains("url = {https://lakes.example/?q=a+%26+b_c}"),
            "{bibtex}"
        );
        assert!(
            ris.starts_with("TY  - ELEC\r\n") && ris.ends_with("ER  - \r\n"),
            "{ris}"
        );
        assert!(ris.contains("\r\nY2  - 2026/12/01\r\n"), "{ris}");
        let csl: Value = serde_json::from_str(&csl).unwrap();
        assert_eq!(csl[0]["accessed"]["date-parts"], json!([[2026, 12, 1]]));
        assert_eq!(csl[0]["id"], csl[0]["id"].as_str().unwrap().trim());
    }

    #[test]
    fn a_date_is_told_as_far_as_it_is_known() {
        let months = vec!["Jan.".to_owned(); 12];
        let told = |date: &str| {
            let write = |day: &str, month: &str, year: &str| format!("{day} {month} {year}");
            date_in(&months, date.parse().unwrap(), write)
        };
        assert_eq!(told("2026-01-09"), "9 Jan. 2026");
        assert_eq!(told("2026"), "2026");
        assert_eq!(
            csl_date("2026-02".parse().unwrap()),
            json!({ "date-parts": [[2026, 2]] })
        );
    }
}
