//! `cargo xtask check`: says what is wrong with the data.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use directory::{Catalogue, Directory};
use editing::collation::collator_for;
use editing::correction_form::differences;
use editing::licences::{LicenceGroup, by_licence};
use editing::translatable::translatable_texts;
use editing::{DataFiles, Finding, TEXTS, texts_of};

use crate::paths;
use crate::run::OrHelp;

/// Where the data are, from the root of the workspace.
const FOLDER: &str = "public/data";

/// Where the catalogues are, from there.
const LOCALES: &str = "public/locales";

/// What to do besides naming the findings.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct Options {
    /// Write the files in their canonical form: ordered by id, two spaces
    #[arg(long)]
    pub fix: bool,
    /// List the records under each licence
    #[arg(long)]
    pub licences: bool,
    /// Show what a returned correction form (CSV) has otherwise; nothing is
    /// changed
    #[arg(long, alias = "sheet", value_name = "FILE")]
    pub corrections: Option<PathBuf>,
}

/// Checks the committed data.
///
/// # Errors
/// There are findings, or a file cannot be read or written.
pub fn run(options: &Options) -> Result<()> {
    if options.fix {
        fix(&data_dir())?;
    }
    let files = valid_data()?;
    if let Some(form) = &options.corrections {
        println!("{}", corrections(&files, form)?);
        return Ok(());
    }
    println!("{} files, no findings", files.len());
    println!("{}", translated(&files)?);
    if options.licences {
        let lines = licences(&files)?;
        // They are many; `head` and the like may stop reading before the end.
        let _ = std::io::stdout().write_all(lines.as_bytes());
    }
    Ok(())
}

/// What the correction form in `file` has otherwise than the data.
///
/// # Errors
/// It cannot be read, or is no such form.
fn corrections(files: &DataFiles, file: &Path) -> Result<String> {
    let shown = file.display();
    let text = fs::read_to_string(file).with_context(|| shown.to_string());
    let form = text.or_help("save the form as CSV in UTF-8")?;
    let own = directory(files)?;
    let others = own.network.languages.iter().skip(1);
    let others = others.map(|language| {
        let words =
            Catalogue::read(&catalogue(language)?).map_err(|why| anyhow!("{language}: {why}"))?;
        let compare = collator_for(words.language_locale());
        let read = editing::read_for_language(&Arc::new(words), &compare, files);
        let (directory, _) = read.map_err(|_| anyhow!("the data make no directory"))?;
        Ok(directory)
    });
    let others = others.collect::<Result<Vec<_>>>()?;
    let directories: Vec<&Directory> = [&own].into_iter().chain(&others).collect();
    let differences = differences(&form, &directories)
        .map_err(|problem| anyhow!("{shown} {problem}"))
        .or_help("take the form from the page of the member, and keep its columns")?;
    if differences.is_empty() {
        return Ok(format!("{shown}: no corrections"));
    }
    let lines = differences.iter().map(ToString::to_string);
    let lines = lines.collect::<Vec<_>>().join("\n");
    Ok(format!(
        "{shown}: {} to look at; nothing is changed\n{lines}",
        differences.len()
    ))
}

/// The text of a catalogue.
fn catalogue(language: &str) -> Result<String> {
    let path = paths::root().join(format!("{LOCALES}/{language}.json"));
    fs::read_to_string(&path)
        .with_context(|| path.display().to_string())
        .or_help("docs/translating.md tells how a language is added")
}

/// How far the site is translated into each of its languages.
///
/// # Errors
/// A catalogue is missing.
fn translated(files: &DataFiles) -> Result<String> {
    let directory = directory(files)?;
    let wanted = translatable_texts(&directory);
    let mut lines = Vec::new();
    for language in &directory.network.languages {
        catalogue(language)?;
        if *language == directory.own_language() {
            continue;
        }
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for file in texts_of(language) {
            let text = files.get(&file).map_or("{}", String::as_str);
            texts.append(&mut serde_json::from_str(text)?);
        }
        let missing = wanted.iter().filter(|text| !texts.contains_key(*text));
        let missing: Vec<String> = missing.map(|text| format!("\n  {text}")).collect();
        let (done, all) = (wanted.len() - missing.len(), wanted.len());
        let head = if missing.is_empty() { "" } else { "; without:" };
        lines.push(format!(
            "{language}: {done} of {all} texts of the data translated{head}{}",
            missing.concat()
        ));
    }
    Ok(lines.join("\n"))
}

/// The directory of valid files.
fn directory(files: &DataFiles) -> Result<Directory> {
    let read = editing::read(files);
    let (directory, _) = read
        .map_err(|_| anyhow!("the data make no directory"))
        .or_help("cargo xtask check")?;
    Ok(directory)
}

/// The folder of the committed data.
pub fn data_dir() -> PathBuf {
    paths::root().join(FOLDER)
}

/// The text of the JSON files in `folder`, and of the translations in it.
///
/// # Errors
/// The folder or a file in it cannot be read.
pub fn read(folder: &Path) -> Result<DataFiles> {
    let mut files = read_only(folder)?;
    let texts = folder.join(TEXTS);
    if texts.is_dir() {
        let texts = read_only(&texts)?.into_iter();
        files.extend(texts.map(|(name, text)| (format!("{TEXTS}/{name}"), text)));
    }
    Ok(files)
}

fn read_only(folder: &Path) -> Result<DataFiles> {
    let mut files = DataFiles::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".json") {
            let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            files.insert(name.into_owned(), text);
        }
    }
    Ok(files)
}

/// The committed data, of which nothing is wrong, as of the catalogues.
///
/// # Errors
/// A file cannot be read; or all the findings, each with what to do about it.
pub fn valid_data() -> Result<DataFiles> {
    let files = read(&data_dir())?;
    let catalogues = read_only(&paths::root().join(LOCALES))?;
    validate(&files, &catalogues)?;
    Ok(files)
}

/// Makes sure that nothing is wrong with the data and with the catalogues.
fn validate(files: &DataFiles, catalogues: &DataFiles) -> Result<()> {
    let shown = |folder: &str, findings: Vec<Finding>| {
        let lines = findings.iter().map(|finding| format!("{folder}/{finding}"));
        lines.collect::<Vec<_>>()
    };
    let mut lines = shown(FOLDER, editing::check(files));
    for (file, text) in catalogues {
        lines.extend(shown(LOCALES, editing::catalogue::check(file, text)));
    }
    if lines.is_empty() {
        return Ok(());
    }
    let unit = if lines.len() == 1 {
        "finding"
    } else {
        "findings"
    };
    let text = format!("{} {unit}\n{}", lines.len(), lines.join("\n"));
    Err(anyhow!(text)).or_help("correct what is said above; for the form: cargo xtask check --fix")
}

/// Writes every file of `folder` in its canonical form. One of which that form
/// would lose something stays as it is, and is told.
fn fix(folder: &Path) -> Result<()> {
    for (name, text) in read(folder)? {
        match editing::canonical(&name, &text) {
            Ok(canonical) if canonical != text => {
                let path = folder.join(&name);
                fs::write(&path, canonical).with_context(|| path.display().to_string())?;
                println!("written: {FOLDER}/{name}");
            }
            Ok(_) => {}
            Err(_) => println!("left as it is, since something is wrong: {FOLDER}/{name}"),
        }
    }
    Ok(())
}

/// The sources under each licence, and the records and fields that cite them.
fn licences(files: &DataFiles) -> Result<String> {
    Ok(by_licence(&directory(files)?).iter().map(licence).collect())
}

/// The lines of one licence.
fn licence(group: &LicenceGroup) -> String {
    let sources = group.sources.iter().map(|source| {
        let cited = source.cited.iter().map(|cited| format!("    {cited}\n"));
        let head = format!("  {}: {}\n", source.source.id, source.source.title);
        head + &cited.collect::<String>()
    });
    format!("\n{}\n", group.licence) + &sources.collect::<String>()
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Arguments {
        #[command(flatten)]
        options: Options,
    }

    #[test]
    fn a_returned_form_is_named_by_either_flag() {
        for flag in ["--corrections", "--sheet"] {
            let arguments = Arguments::try_parse_from(["check", flag, "form.csv"]).unwrap();
            let form = arguments.options.corrections.as_deref();
            assert_eq!(form, Some(Path::new("form.csv")), "{flag}");
        }
    }

    #[test]
    fn a_form_in_any_language_is_compared_with_the_committed_data() {
        let files = read(&data_dir()).unwrap();
        let folder = std::env::temp_dir().join(format!("hemicycle-form-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("form.csv");
        let form = "file;record;field;what;published;as_of;correction\n\
                     contacts.json;brb-phone;value;x;'+1 246 426 3712;2021;'+1 246 426 0000\n\
                     parliaments.json;brb;status;x;En fonction;;Dissous\n";
        fs::write(&file, form).unwrap();
        let told = corrections(&files, &file).unwrap();
        fs::write(&file, "a;b\n").unwrap();
        let refused = corrections(&files, &file).unwrap_err();
        fs::remove_dir_all(&folder).unwrap();
        assert!(
            told.contains(
                "contacts.json, record `brb-phone`, field `value`: `+1 246 426 3712`\n  \
                 the form: `+1 246 426 0000`"
            ),
            "{told}"
        );
        assert!(
            told.contains("parliaments.json, record `brb`, field `status`: `"),
            "{told}"
        );
        let message = crate::run::message(&refused);
        assert!(message.contains("has no column `file`"), "{message}");
    }

    #[test]
    fn what_the_canonical_form_would_lose_stays_and_the_other_files_are_written() {
        let folder = std::env::temp_dir().join(format!("hemicycle-fix-{}", std::process::id()));
        fs::create_dir_all(folder.join(TEXTS)).unwrap();
        let twice = [
            (
                "cities.json",
                r#"[{"id": "a", "names": {"en": "A", "en": "B"}}]"#,
            ),
            ("texts/fr.json", r#"{"A": "B", "A": "C"}"#),
        ];
        for (file, text) in twice {
            fs::write(folder.join(file), text).unwrap();
        }
        fs::write(folder.join("texts/fr-events.json"), r#"{"A": "B"}"#).unwrap();
        let result = fix(&folder);
        let left = twice.map(|(file, text)| fs::read_to_string(folder.join(file)).unwrap() == text);
        let written = fs::read_to_string(folder.join("texts/fr-events.json")).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        result.unwrap();
        assert_eq!(left, [true; 2]);
        assert_eq!(written, "{\n  \"A\": \"B\"\n}\n");
    }

    #[test]
    fn findings_are_told_with_their_file_and_the_remedy() {
        let catalogues = DataFiles::from([("fr.json".to_owned(), "{}".to_owned())]);
        let error = validate(&DataFiles::new(), &catalogues).unwrap_err();
        let message = crate::run::message(&error);
        for file in ["public/data/members.json", "public/locales/fr.json"] {
            assert!(message.contains(&format!("\n{file}")), "{message}");
        }
        assert!(message.ends_with("cargo xtask check --fix"), "{message}");
    }
}
