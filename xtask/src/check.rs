//! `cargo xtask check`: says what is wrong with the data.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use domain::directory::{DataFiles, FILES};
use domain::{Directory, Finding};

use crate::run::OrHelp;
use crate::{places, stand_in as rules};

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
    if options.licences {
        print!("{}", licences(&files)?);
    }
    Ok(())
}

/// The folder of the committed data.
pub fn data() -> std::path::PathBuf {
    places::root().join("public/data")
}

/// The text of those data files that `folder` has.
///
/// # Errors
/// A file is there but cannot be read.
pub fn read(folder: &Path) -> Result<DataFiles> {
    let mut files = DataFiles::new();
    for name in FILES {
        let path = folder.join(name);
        if path.is_file() {
            let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            files.insert(name.to_owned(), text);
        }
    }
    Ok(files)
}

/// Makes sure that nothing is wrong with `files`.
///
/// # Errors
/// All the findings, each with what to do about it.
pub fn sound(files: &DataFiles) -> Result<()> {
    let findings = rules::check(files);
    if findings.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = findings.iter().map(said).collect();
    let text = format!("{} findings in the data\n{}", lines.len(), lines.join("\n"));
    Err(anyhow::anyhow!(text))
        .or_help("correct the records; for their form: cargo xtask check --fix")
}

/// A finding in the form that an editor reads.
fn said(finding: &Finding) -> String {
    let part = |word: &str, name: &str| match name {
        "" => String::new(),
        name => format!(", {word} `{name}`"),
    };
    let record = part("record", &finding.record);
    let field = part("field", &finding.field);
    let Finding {
        file,
        problem,
        rule,
        help,
        ..
    } = finding;
    format!("public/data/{file}{record}{field}: {problem} [{rule}]\n  help: {help}")
}

/// Writes every file of `folder` in its canonical form.
fn fix(folder: &Path) -> Result<()> {
    for (name, text) in read(folder)? {
        let canonical = match rules::canonical(&name, &text) {
            Ok(canonical) => canonical,
            Err(finding) => {
                let problem = anyhow::anyhow!(said(&finding));
                return Err(problem).or_help("correct it, then: cargo xtask check --fix");
            }
        };
        if canonical != text {
            let path = folder.join(&name);
            fs::write(&path, canonical).with_context(|| path.display().to_string())?;
            println!("written: public/data/{name}");
        }
    }
    Ok(())
}

/// The records under each licence, as lines.
fn licences(files: &DataFiles) -> Result<String> {
    let (directory, _) = Directory::read(files)
        .map_err(|_| anyhow::anyhow!("the data cannot be read"))
        .or_help("cargo xtask check")?;
    let groups = rules::by_licence(&directory).into_iter().map(|group| {
        let head = format!("\n{}: {} records\n", group.licence, group.records.len());
        let records = group.records.iter().map(|record| format!("  {record}\n"));
        head + &records.collect::<String>()
    });
    Ok(groups.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_names_its_place_and_the_remedy() {
        let finding = Finding {
            file: "members.json".to_owned(),
            record: "abc".to_owned(),
            field: "slug".to_owned(),
            rule: "unique-slug",
            problem: "`one` is the slug of `xyz` too".to_owned(),
            help: "choose another slug".to_owned(),
            left_out: true,
        };
        assert_eq!(
            said(&finding),
            "public/data/members.json, record `abc`, field `slug`: \
             `one` is the slug of `xyz` too [unique-slug]\n  help: choose another slug"
        );
        let whole_file = Finding {
            record: String::new(),
            field: String::new(),
            ..finding
        };
        assert!(said(&whole_file).starts_with("public/data/members.json: "));
    }
}
