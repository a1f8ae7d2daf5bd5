//! `cargo xtask check`: says what is wrong with the data.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use directory::{Catalogue, Directory, PartialDate};
use editing::collation::collator_for;
use editing::correction_form::{differences, text_of_form};
use editing::editions::{EDITIONS, kept, number_and_date};
use editing::licences::{LicenceGroup, by_licence};
use editing::rules::{BYTE_ORDER_MARK, FILE_MISSING, FILE_UNREADABLE};
use editing::translatable::translatable_texts;
use editing::{DataFiles, Finding, TEXTS, texts_of};

use crate::data_folder::DataFolder;
use crate::paths;
use crate::run::OrHelp;

/// Where the catalogues are, from the root of the workspace.
const LOCALES: &str = "public/locales";

/// What to do besides naming the findings.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct Options {
    #[command(flatten)]
    pub data: DataFolder,
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

/// Checks the data.
///
/// # Errors
/// There are findings, or a file cannot be read or written.
pub fn run(options: &Options) -> Result<()> {
    if options.fix {
        fix(&options.data)?;
    }
    let files = valid_data(&options.data)?;
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
    let bytes = fs::read(file).with_context(|| shown.to_string())?;
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
    let form = text_of_form(&bytes, &directories)
        .with_context(|| format!("{shown} is not UTF-8, nor beyond doubt windows-1252"))
        .or_help("save the form as CSV in UTF-8")?;
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
///
/// # Errors
/// There is none in this language.
pub fn catalogue(language: &str) -> Result<String> {
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

/// The JSON files of a folder, as far as they can be read.
#[derive(Default)]
pub struct Files {
    /// Their texts.
    pub texts: DataFiles,
    /// What is wrong with how they were saved.
    findings: Vec<Finding>,
}

/// The JSON files in `folder`, and the translations in it.
///
/// # Errors
/// The folder cannot be read.
pub fn read(folder: &Path) -> Result<Files> {
    let mut files = Files::default();
    files.add(folder, "")?;
    let texts = folder.join(TEXTS);
    if texts.is_dir() {
        files.add(&texts, &format!("{TEXTS}/"))?;
    }
    // Folders have no order.
    let findings = &mut files.findings;
    findings.sort_by(|one, other| one.file.cmp(&other.file));
    Ok(files)
}

impl Files {
    /// Adds the files of a folder, whose names get this prefix.
    fn add(&mut self, folder: &Path, prefix: &str) -> Result<()> {
        for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.ends_with(".json") {
                let name = format!("{prefix}{name}");
                match fs::read(&path) {
                    Ok(bytes) => {
                        let (text, finding) = editing::decode(&name, &bytes);
                        self.findings.extend(finding);
                        self.texts.insert(name, text);
                    }
                    Err(error) => {
                        let problem = format!("cannot be read: {error}");
                        let help = "see to it that the file can be read".to_owned();
                        let finding = Finding::new(&name, "", FILE_UNREADABLE, "", problem);
                        self.findings.push(Finding { help, ..finding });
                    }
                }
            }
        }
        Ok(())
    }
}

/// The data, of which nothing is wrong, as of the catalogues.
///
/// # Errors
/// A folder cannot be read; or all the findings, each with what to do about it.
pub fn valid_data(data: &DataFolder) -> Result<DataFiles> {
    let files = read(&data.path())?;
    let catalogues = read(&paths::root().join(LOCALES))?;
    validate(&data.shown(), &files, &catalogues)?;
    check_number(data, &files.texts)?;
    Ok(files.texts)
}

/// Makes sure that data which are kept under their number have not changed since.
fn check_number(data: &DataFolder, files: &DataFiles) -> Result<()> {
    let (version, _) = number_of(files)?;
    let folder = data.path().join(EDITIONS).join(&version);
    if folder.is_dir() && read(&folder)?.texts != kept(files) {
        return Err(anyhow!(
            "{}/network.json: the data have changed since edition {version} was kept",
            data.shown()
        ))
        .or_help("give `data.version` and `data.date` the number and the day of the next edition");
    }
    Ok(())
}

/// The number and the day of the data.
///
/// # Errors
/// network.json does not tell them.
pub fn number_of(files: &DataFiles) -> Result<(String, PartialDate)> {
    number_and_date(files)
        .context("network.json has no `data.version` and `data.date`")
        .or_help("cargo xtask check")
}

/// The JSON files of a folder, if each is saved as it should be.
///
/// # Errors
/// One is not: what it probably says must not be written again.
pub fn readable(data: &DataFolder) -> Result<DataFiles> {
    let files = read(&data.path())?;
    if files.findings.is_empty() {
        return Ok(files.texts);
    }
    let lines = files
        .findings
        .iter()
        .map(|finding| format!("{}/{finding}", data.shown()));
    Err(anyhow!(lines.collect::<Vec<_>>().join("\n"))).or_help("cargo xtask check")
}

/// Makes sure that nothing is wrong with the data of `folder` and with the
/// catalogues.
fn validate(folder: &str, files: &Files, catalogues: &Files) -> Result<()> {
    let in_catalogues = catalogues.texts.iter();
    let in_catalogues =
        in_catalogues.flat_map(|(file, text)| editing::catalogue::check(file, text));
    let mut lines = Vec::new();
    for (folder, saved, found) in [
        (folder, &files.findings, editing::check(&files.texts)),
        (LOCALES, &catalogues.findings, in_catalogues.collect()),
    ] {
        // What cannot be read is not missing.
        let is_told = |finding: &Finding| saved.iter().any(|told| told.file == finding.file);
        let found = found
            .iter()
            .filter(|finding| finding.rule != FILE_MISSING.name || !is_told(finding));
        let findings = saved.iter().chain(found);
        lines.extend(findings.map(|finding| format!("{folder}/{finding}")));
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

/// Writes every file in its canonical form. One of which that form
/// would lose something stays as it is, and is told.
fn fix(data: &DataFolder) -> Result<()> {
    let (folder, shown) = (data.path(), data.shown());
    let files = read(&folder)?;
    for (name, text) in &files.texts {
        let saved = files.findings.iter().find(|finding| finding.file == *name);
        let is_marked = saved.is_some_and(|finding| finding.rule == BYTE_ORDER_MARK.name);
        let canonical = editing::canonical(name, text);
        // Text that is only probably what it says is not written.
        match canonical.ok().filter(|_| saved.is_none() || is_marked) {
            Some(canonical) if canonical != *text || is_marked => {
                let path = folder.join(name);
                fs::write(&path, canonical).with_context(|| path.display().to_string())?;
                println!("written: {shown}/{name}");
            }
            Some(_) => {}
            None => println!("left as it is, since something is wrong: {shown}/{name}"),
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
        let files = read(&DataFolder::OWN.path()).unwrap().texts;
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
        // As Excel saves it in France.
        let western = b"file;record;field;what;published;as_of;correction\n\
                        members.json;dza;names;x;Alg\xe9rie;;R\xe9publique\n";
        fs::write(&file, western).unwrap();
        let from_excel = corrections(&files, &file).unwrap();
        fs::write(&file, b"file;record\n\xe9\n").unwrap();
        let in_doubt = corrections(&files, &file).unwrap_err();
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
        assert!(
            from_excel.contains("the form: `République`"),
            "{from_excel}"
        );
        for (refused, expected) in [
            (refused, "has no column `file`"),
            (
                in_doubt,
                "windows-1252\n  help: save the form as CSV in UTF-8",
            ),
        ] {
            let message = crate::run::message(&refused);
            assert!(message.contains(expected), "{message}");
        }
    }

    /// What is done with a folder that holds only these files.
    fn in_folder<T>(name: &str, files: &[(&str, &[u8])], test: impl FnOnce(&Path) -> T) -> T {
        let id = std::process::id();
        let folder = std::env::temp_dir().join(format!("hemicycle-{name}-{id}"));
        fs::create_dir_all(folder.join(TEXTS)).unwrap();
        for (file, bytes) in files {
            fs::write(folder.join(file), bytes).unwrap();
        }
        let result = test(&folder);
        fs::remove_dir_all(&folder).unwrap();
        result
    }

    #[test]
    fn what_the_canonical_form_would_lose_stays_and_the_other_files_are_written() {
        let canonical = "{\n  \"A\": \"É\"\n}\n";
        let marked = ["\u{feff}", canonical].concat();
        let files: [(&str, &[u8]); 6] = [
            (
                "cities.json",
                br#"[{"id": "a", "names": {"en": "A", "en": "B"}}]"#,
            ),
            (
                "members.json",
                b"[\n<<<<<<< HEAD\n=======\n>>>>>>> other\n]",
            ),
            ("texts/fr.json", br#"{"A": "B", "A": "C"}"#),
            ("texts/fr-events.json", b"{\"A\": \"\xc9\"}"),
            ("texts/es.json", marked.as_bytes()),
            ("texts/es-events.json", "{\"A\": \"É\"}".as_bytes()),
        ];
        in_folder("fix", &files, |folder| {
            let arguments = ["check", "--data", &folder.display().to_string(), "--fix"];
            fix(&Arguments::parse_from(arguments).options.data).unwrap();
            for (file, bytes) in &files[..4] {
                assert_eq!(fs::read(folder.join(file)).unwrap(), *bytes, "{file}");
            }
            for (file, _) in &files[4..] {
                assert_eq!(
                    fs::read_to_string(folder.join(file)).unwrap(),
                    canonical,
                    "{file}"
                );
            }
        });
    }

    #[test]
    fn a_file_that_cannot_be_read_hides_nothing_that_is_wrong_with_others() {
        let files: [(&str, &[u8]); 4] = [
            ("cities.json", b"\xef\xbb\xbf[{}]"),
            ("contacts.json", b"[\n{\"id\": \"\xe9\"}]"),
            ("events.json", b"[\n<<<<<<< HEAD\n=======\n>>>>>>> other\n]"),
            ("texts/fr.json", b"\xff\xfe{\0"),
        ];
        let error = in_folder("unread", &files, |folder| {
            fs::create_dir(folder.join("members.json")).unwrap();
            let files = read(folder).unwrap();
            validate("folder", &files, &Files::default()).unwrap_err()
        });
        let message = crate::run::message(&error);
        for told in [
            "cities.json: begins with a byte order mark\n  help: save the file as UTF-8 without it",
            "cities.json:1:2, record `#1`, field `id`: is missing",
            "contacts.json:2:9: is not UTF-8 at line 2, but probably windows-1252\n",
            "contacts.json:2:1, record `é`",
            "events.json:2:1: has marks of a merge at line 2, 3, 4\n  help: choose one of the two",
            "members.json: cannot be read: ",
            "parliaments.json: is missing",
            "texts/fr.json:1:1: is not UTF-8 at line 1, but probably UTF-16LE\n",
        ] {
            assert!(
                message.contains(&format!("\nfolder/{told}")),
                "{told}: {message}"
            );
        }
        assert!(!message.contains("members.json: is missing"), "{message}");
    }

    #[test]
    fn findings_are_told_with_their_file_and_the_remedy() {
        let texts = DataFiles::from([("fr.json".to_owned(), "{}".to_owned())]);
        let findings = Vec::new();
        let error =
            validate("public/data", &Files::default(), &Files { texts, findings }).unwrap_err();
        let message = crate::run::message(&error);
        for file in ["public/data/members.json", "public/locales/fr.json"] {
            assert!(message.contains(&format!("\n{file}")), "{message}");
        }
        assert!(message.ends_with("cargo xtask check --fix"), "{message}");
    }
}
