//! `cargo xtask edition`: keeps the data as they are as an edition.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use editing::DataFiles;
use editing::editions::{EDITIONS, changes, kept, number_and_date};

use crate::check;
use crate::data_folder::{DataFolder, write};

/// Whose data to keep.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct Options {
    #[command(flatten)]
    pub data: DataFolder,
}

/// Keeps the data under their number, and tells what they changed.
///
/// # Errors
/// The data have findings, or other data are kept under this number.
pub fn run(options: &Options) -> Result<()> {
    let files = check::valid_data(&options.data)?;
    let folder = options.data.path().join(EDITIONS);
    let (version, _) = check::number_of(&files)?;
    let earlier = read(&folder)?;
    if earlier.contains_key(&version) {
        println!("edition {version} is kept already");
        return Ok(());
    }
    let before = earlier
        .values()
        .filter_map(|files| Some((number_and_date(files)?.1, files)))
        .max_by_key(|(date, _)| *date);
    write(&folder.join(&version), &kept(&files))?;
    println!(
        "edition {version} is kept in {}/{EDITIONS}",
        options.data.shown()
    );
    if let Some((_, before)) = before {
        for file in changes(before, &files) {
            println!(
                "  {}: {} records are otherwise",
                file.file,
                file.records.len()
            );
        }
    }
    println!("  next: give network.json a new number and day before the next change");
    Ok(())
}

/// The editions in a folder by their number; none where there is no such folder.
///
/// # Errors
/// One cannot be read.
pub fn read(folder: &Path) -> Result<BTreeMap<String, DataFiles>> {
    let mut editions = BTreeMap::new();
    if !folder.is_dir() {
        return Ok(editions);
    }
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            let version = path.file_name().unwrap_or_default().to_string_lossy();
            editions.insert(version.into_owned(), check::read(&path)?.texts);
        }
    }
    Ok(editions)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::paths;

    #[derive(Parser)]
    struct Arguments {
        #[command(flatten)]
        options: Options,
    }

    #[test]
    fn data_are_kept_once_and_then_need_another_number() {
        let folder = std::env::temp_dir().join(format!("hemicycle-edition-{}", std::process::id()));
        let three = paths::root().join("crates/editing/tests/three");
        write(&folder, &check::read(&three).unwrap().texts).unwrap();
        let shown = folder.display().to_string();
        let options = Arguments::parse_from(["edition", "--data", &shown]).options;
        run(&options).unwrap();
        run(&options).expect("what is kept is kept");
        let editions = read(&folder.join(EDITIONS)).unwrap();
        let (version, _) = check::number_of(&check::read(&folder).unwrap().texts).unwrap();
        assert_eq!(
            editions[&version],
            kept(&check::read(&three).unwrap().texts)
        );

        let members = folder.join("members.json");
        let text = fs::read_to_string(&members).unwrap();
        fs::write(
            &members,
            text.replace("\"en\": \"Aldermere\"", "\"en\": \"Oldermere\""),
        )
        .unwrap();
        let refused = crate::run::message(&check::valid_data(&options.data).unwrap_err());
        assert!(
            refused.contains(&format!("since edition {version} was kept")),
            "{refused}"
        );
        let network = folder.join("network.json");
        let text = fs::read_to_string(&network).unwrap();
        fs::write(
            &network,
            text.replace(&format!("\"{version}\""), "\"next\""),
        )
        .unwrap();
        run(&options).unwrap();
        assert_eq!(read(&folder.join(EDITIONS)).unwrap().len(), 2);
        fs::remove_dir_all(&folder).unwrap();
    }
}
