//! `cargo xtask check`: says what is wrong with the data.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use domain::Directory;
use domain::directory::{DataFiles, TEXTS, texts_of};
use domain::licences::{LicenceGroup, by_licence};
use domain::words::faults;
use domain::words::prose::said;

use crate::places;
use crate::run::OrHelp;

/// Where the data are, from the root of the workspace.
const FOLDER: &str = "public/data";

/// What to do besides naming the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::Args)]
pub struct Options {
    /// Write the files in their canonical form: ordered by id, two spaces
    #[arg(long)]
    pub fix: bool,
    /// List the records under each licence
    #[arg(long)]
    pub licences: bool,
}

/// Checks the committed data.
///
/// # Errors
/// There are findings, or a file cannot be read or written.
pub fn run(options: Options) -> Result<()> {
    let folder = data();
    if options.fix {
        fix(&folder)?;
    }
    let files = read(&folder)?;
    sound(&files)?;
    println!("{} files, no findings", files.len());
    println!("{}", translated(&files)?);
    if options.licences {
        let lines = licences(&files)?;
        // They are many; `head` and the like may stop reading before the end.
        let _ = std::io::stdout().write_all(lines.as_bytes());
    }
    Ok(())
}

/// How far the site is translated into each of its languages.
///
/// # Errors
/// A catalogue is missing or has faults.
fn translated(files: &DataFiles) -> Result<String> {
    let directory = directory(files)?;
    let said = said(&directory);
    let mut lines = Vec::new();
    for language in &directory.network.languages {
        let path = places::root().join(format!("public/locales/{language}.json"));
        let catalogue = fs::read_to_string(&path)
            .with_context(|| path.display().to_string())
            .or_help("docs/translating.md tells how a language is added")?;
        let faults = faults(&catalogue);
        if !faults.is_empty() {
            let faults = format!("public/locales/{language}.json: {}", faults.join("\n"));
            return Err(anyhow::anyhow!(faults)).or_help("correct what is said above");
        }
        if *language == directory.own_language() {
            continue;
        }
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for file in texts_of(language) {
            let text = files.get(&file).map_or("{}", String::as_str);
            texts.append(&mut serde_json::from_str(text)?);
        }
        let missing = said.iter().filter(|text| !texts.contains_key(*text));
        let missing: Vec<String> = missing.map(|text| format!("\n  {text}")).collect();
        let (done, all) = (said.len() - missing.len(), said.len());
        let head = if missing.is_empty() { "" } else { "; without:" };
        lines.push(format!(
            "{language}: {done} of {all} texts of the data translated{head}{}",
            missing.concat()
        ));
    }
    Ok(lines.join("\n"))
}

/// The directory of sound files.
fn directory(files: &DataFiles) -> Result<Directory> {
    let read = Directory::read(files);
    let (directory, _) = read
        .map_err(|_| anyhow::anyhow!("the data make no directory"))
        .or_help("cargo xtask check")?;
    Ok(directory)
}

/// The folder of the committed data.
pub fn data() -> PathBuf {
    places::root().join(FOLDER)
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

/// Makes sure that nothing is wrong with `files`.
///
/// # Errors
/// All the findings, each with what to do about it.
pub fn sound(files: &DataFiles) -> Result<()> {
    let findings = domain::check(files);
    if findings.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = findings
        .iter()
        .map(|finding| format!("{FOLDER}/{finding}"))
        .collect();
    let unit = if lines.len() == 1 {
        "finding"
    } else {
        "findings"
    };
    let text = format!("{} {unit} in the data\n{}", lines.len(), lines.join("\n"));
    Err(anyhow::anyhow!(text))
        .or_help("correct the records; for their form: cargo xtask check --fix")
}

/// Writes every file of `folder` in its canonical form.
fn fix(folder: &Path) -> Result<()> {
    for (name, text) in read(folder)? {
        let canonical = domain::canonical(&name, &text)
            .map_err(|finding| anyhow::anyhow!("{FOLDER}/{finding}"))
            .or_help("correct it, then: cargo xtask check --fix")?;
        if canonical != text {
            let path = folder.join(&name);
            fs::write(&path, canonical).with_context(|| path.display().to_string())?;
            println!("written: {FOLDER}/{name}");
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
    use super::*;

    #[test]
    fn findings_are_told_with_their_file_and_the_remedy() {
        let error = sound(&DataFiles::new()).unwrap_err();
        let message = crate::run::message(&error);
        assert!(
            message.contains("\npublic/data/members.json: "),
            "{message}"
        );
        assert!(message.ends_with("cargo xtask check --fix"), "{message}");
    }
}
