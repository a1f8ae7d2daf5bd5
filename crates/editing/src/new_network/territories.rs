//! States and their regions, from CLDR.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::records::Names;

/// The version of CLDR, that of its packages.
pub const CLDR_VERSION: &str = "48.2.0";

/// The world of UN M49, whose parts are the continents.
const WORLD: &str = "001";

/// The states and territories of CLDR, with their regions of UN M49.
pub struct Territories {
    /// By ISO 3166-1 alpha-3 in lower case.
    states: BTreeMap<String, Territory>,
    /// Names by code (alpha-2, or three digits), by language.
    names: BTreeMap<String, BTreeMap<String, String>>,
}

/// A state or territory.
pub struct Territory {
    /// ISO 3166-1 alpha-2, upper case.
    pub iso2: String,
    /// UN M49, three digits.
    pub m49: String,
    /// The finest region of UN M49 in which it lies, three digits.
    pub sub_region: String,
    /// The continent of that, three digits.
    pub continent: String,
}

impl Territories {
    /// Reads three kinds of files of CLDR: `codeMappings.json` and
    /// `territoryContainment.json` of cldr-core, and by language
    /// `territories.json` of cldr-localenames-full.
    ///
    /// # Errors
    /// One is not JSON, or not of that form.
    pub fn read(
        code_mappings: &str,
        containment: &str,
        names: &BTreeMap<String, String>,
    ) -> serde_json::Result<Self> {
        let codes: Value = serde_json::from_str(code_mappings)?;
        let codes = &codes["supplemental"]["codeMappings"];
        let regions: Value = serde_json::from_str(containment)?;
        let within = |region: &str| -> serde_json::Result<Vec<String>> {
            let parts = &regions["supplemental"]["territoryContainment"][region]["_contains"];
            serde_json::from_value(parts.clone())
        };
        let mut states = BTreeMap::new();
        for continent in within(WORLD)? {
            // What lies in no region of UN M49 has letters for one.
            let mut sub_regions = within(&continent)?;
            sub_regions.retain(|code| is_m49(code));
            for sub_region in sub_regions {
                for iso2 in within(&sub_region)? {
                    let code = |name: &str| codes[&iso2][name].as_str().map(str::to_owned);
                    if let (Some(iso3), Some(m49)) = (code("_alpha3"), code("_numeric")) {
                        let territory = Territory {
                            m49,
                            sub_region: sub_region.clone(),
                            continent: continent.clone(),
                            iso2,
                        };
                        states.insert(iso3.to_lowercase(), territory);
                    }
                }
            }
        }
        let names = names.iter().map(|(language, text)| {
            let file: Value = serde_json::from_str(text)?;
            let locales = file["main"].as_object();
            let locale = locales.and_then(|locales| locales.values().next());
            let names = locale.map_or(
                &Value::Null,
                |locale| &locale["localeDisplayNames"]["territories"],
            );
            Ok((language.clone(), serde_json::from_value(names.clone())?))
        });
        let names = names.collect::<serde_json::Result<_>>()?;
        Ok(Self { states, names })
    }

    /// The state with this code, ISO 3166-1 alpha-3 in lower case.
    pub fn state(&self, iso3: &str) -> Option<&Territory> {
        self.states.get(iso3)
    }

    /// All of them, by code.
    pub fn states(&self) -> impl Iterator<Item = (&str, &Territory)> {
        let states = self.states.iter();
        states.map(|(iso3, state)| (iso3.as_str(), state))
    }

    /// The name of a state (alpha-2) or of a region (three digits) in a language.
    pub fn name(&self, language: &str, code: &str) -> Option<&str> {
        Some(self.names.get(language)?.get(code)?)
    }

    /// The same in each of `languages` that has one.
    pub fn names<'a>(&self, languages: impl Iterator<Item = &'a str>, code: &str) -> Names {
        let name = |language: &str| {
            let name = self.name(language, code)?;
            Some((language.to_owned(), name.to_owned()))
        };
        languages.filter_map(name).collect()
    }
}

fn is_m49(code: &str) -> bool {
    code.bytes().all(|byte| byte.is_ascii_digit())
}
