//! Languages that nobody speaks, to find what no catalogue has reached.
//!
//! Every letter of their texts has an accent and every text is longer by two
//! fifths, so that what is still plain is hard-coded, and what has no room is
//! cut off. One is read from right to left and has digits of its own. They are
//! added as any language is: by files alone.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use editing::translatable::translatable_texts;
use editing::{DataFiles, texts_of};
use serde_json::{Map, Value, json};

use crate::data_folder::DataFolder;
use crate::{check, paths};

/// Code, direction and digits of each.
const LANGUAGES: [[&str; 3]; 2] = [
    ["en-XA", "ltr", "0123456789"],
    ["ar-XB", "rtl", "٠١٢٣٤٥٦٧٨٩"],
];

/// Writes the committed data and the English catalogue with these languages
/// into the folders `data` and `locales` of `folder`.
///
/// # Errors
/// A file cannot be read or written.
pub fn write(folder: &Path) -> Result<()> {
    let mut files = check::valid_data(&DataFolder::OWN)?;
    let english = paths::root().join("public/locales/en.json");
    let english = fs::read_to_string(&english).with_context(|| english.display().to_string())?;
    let catalogue: Value = serde_json::from_str(&english)?;
    write_file(&folder.join("locales/en.json"), &english)?;
    for [code, direction, digits] in LANGUAGES {
        let mut catalogue = accented_catalogue(&catalogue);
        catalogue["language"]["code"] = json!(code);
        catalogue["language"]["locale"] = json!(code);
        catalogue["language"]["direction"] = json!(direction);
        catalogue["language"]["plural"] = json!(["one: i = 1 and v = 0"]);
        catalogue["number"]["digits"] = json!(digits);
        catalogue["number"]["group_from"] = json!("4");
        write_file(
            &folder.join(format!("locales/{code}.json")),
            &catalogue.to_string(),
        )?;
    }
    let translations = translations(&files)?;
    files.retain(|name, _| !name.starts_with(editing::TEXTS));
    for text in files.values_mut() {
        let mut file: Value = serde_json::from_str(text)?;
        add_names(&mut file);
        if let Some(languages) = file.get_mut("languages") {
            *languages = json!(["en", LANGUAGES[0][0], LANGUAGES[1][0]]);
        }
        *text = file.to_string();
    }
    for [code, ..] in LANGUAGES {
        let [all, _] = texts_of(code);
        files.insert(all, translations.clone());
    }
    for (name, text) in files {
        write_file(&folder.join("data").join(name), &text)?;
    }
    Ok(())
}

fn write_file(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().expect("it is inside a folder");
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    fs::write(path, text).with_context(|| path.display().to_string())
}

/// The translations of the data.
fn translations(files: &DataFiles) -> Result<String> {
    let (directory, _) =
        editing::read(files).map_err(|_| anyhow::anyhow!("the data make no directory"))?;
    let texts = translatable_texts(&directory).into_iter();
    let texts = texts.map(|text| (text.clone(), json!(accented(&text))));
    Ok(Value::from(texts.collect::<Map<_, _>>()).to_string())
}

/// A catalogue with all its texts accented.
fn accented_catalogue(english: &Value) -> Value {
    match english {
        Value::String(text) => json!(accented(text)),
        Value::Array(texts) => texts.iter().map(accented_catalogue).collect(),
        Value::Object(texts) => {
            let texts = texts.iter();
            texts
                .map(|(key, text)| (key.clone(), accented_catalogue(text)))
                .collect()
        }
        other => other.clone(),
    }
}

/// Adds these languages to whatever has English beside other languages.
fn add_names(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(add_names),
        Value::Object(entries) => {
            let english = entries.get("en").and_then(Value::as_str).map(accented);
            match english {
                Some(english) => {
                    for [code, ..] in LANGUAGES {
                        entries.insert(code.to_owned(), json!(english));
                    }
                }
                None => entries.values_mut().for_each(add_names),
            }
        }
        _ => {}
    }
}

/// `text` with accents, and longer by two fifths; what is filled in stays, and
/// so does a space at the end.
fn accented(text: &str) -> String {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ";
    let mut in_placeholder = false;
    let accent = |letter| {
        in_placeholder = (in_placeholder || letter == '{') && letter != '}';
        let index = PLAIN.find(letter).filter(|_| !in_placeholder);
        index
            .and_then(|index| ACCENTED.chars().nth(index))
            .unwrap_or(letter)
    };
    let letters: String = text.chars().map(accent).collect();
    let trimmed = letters.trim_end();
    let end = &letters[trimmed.len()..];
    let filler_length = trimmed
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .count()
        * 2
        / 5;
    let filler: String = (0..filler_length)
        .map(|index| if index % 7 == 0 { ' ' } else { 'ẋ' })
        .collect();
    format!("{trimmed}{}{end}", filler.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_accented_and_longer_around_what_is_filled_in() {
        assert_eq!(accented("Map: {name} "), "Ḿȧƥ: {name} ẋ ");
        assert_eq!(accented(", "), ", ");
        let long = accented("Read this page in English");
        assert!(long.chars().count() >= 32, "{long}");
    }
}
