//! `cargo xtask new`: makes a folder of data for another network.

mod cldr;

use std::fs;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Result, anyhow, bail};
use directory::{Catalogue, PartialDate};
use editing::DataFiles;
use editing::new_network::{NewNetwork, new_network};
use editing::records::{Map, Network};

use crate::check;
use crate::data_folder::{DataFolder, write};
use crate::run::OrHelp;

/// What to make.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct Options {
    /// The folder to make; one that is there must be empty
    pub folder: PathBuf,
    /// Its name in its own language [default: that of the folder]
    #[arg(long)]
    pub name: Option<String>,
    /// The ISO 3166-1 alpha-3 codes of its members, between commas
    #[arg(
        long,
        value_name = "CODES",
        value_delimiter = ',',
        default_value = "ken,nor,ury"
    )]
    pub members: Vec<String>,
    /// Its languages, between commas, its own first
    #[arg(
        long,
        value_name = "CODES",
        value_delimiter = ',',
        default_value = "en"
    )]
    pub languages: Vec<String>,
}

/// Makes the folder, and says what comes next.
///
/// # Errors
/// The folder is not empty or cannot be written, a member or a language is not
/// known, or CLDR cannot be fetched.
pub fn run(options: &Options) -> Result<()> {
    let folder = &options.folder;
    let shown = folder.display();
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(anyhow!("{shown} is not empty")).or_help("name a folder that is not there yet");
    }
    let files = files(options, today())?;
    write(folder, &files)?;
    println!(
        "{shown}: {} files\n  next: cargo xtask serve --data {shown}; docs/another-network.md \
         tells what to edit",
        files.len()
    );
    Ok(())
}

/// The files of the network, as they are made on a day.
///
/// # Errors
/// As for [`run`].
pub fn files(options: &Options, date: PartialDate) -> Result<DataFiles> {
    let languages = catalogues(&options.languages)?;
    let folder_name = options.folder.file_name().unwrap_or_default();
    let folder_name = folder_name.to_string_lossy();
    let wanted = NewNetwork {
        name: options.name.as_deref().unwrap_or(&folder_name),
        members: &options.members,
        languages: &languages,
        date,
    };
    let project = check::readable(&DataFolder::OWN)?;
    let files = new_network(&wanted, &cldr::territories(&languages)?, &project);
    files.or_else(|refusal| Err(anyhow!(refusal.problem)).or_help(refusal.help))
}

/// Makes sure that a network of all states, in all languages of the project, has
/// no findings.
///
/// # Errors
/// The first finding; or as for [`run`].
pub fn check_every_state() -> Result<()> {
    let project = check::readable(&DataFolder::OWN)?;
    let network: Network = serde_json::from_str(&project["network.json"])?;
    let map: Map = serde_json::from_str(&project["map.json"])?;
    let territories = cldr::territories(&catalogues(&network.languages)?)?;
    let shapes = map.shapes.into_iter().map(|shape| shape.id);
    let options = Options {
        folder: PathBuf::from("every-state"),
        name: None,
        members: shapes
            .filter(|id| territories.state(id).is_some())
            .collect(),
        languages: network.languages,
    };
    match editing::check(&files(&options, today())?).first() {
        None => Ok(()),
        Some(finding) => bail!("{finding}"),
    }
}

fn catalogues(languages: &[String]) -> Result<Vec<Catalogue>> {
    let catalogues = languages.iter().map(|language| {
        let text = check::catalogue(language)?;
        Catalogue::read(&text).map_err(|why| anyhow!("{language}: {why}"))
    });
    catalogues.collect()
}

fn today() -> PartialDate {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH);
    let days = seconds.unwrap_or_default().as_secs() / (24 * 60 * 60);
    PartialDate::from_day(i32::try_from(days).unwrap_or(i32::MAX))
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

    fn options(arguments: &[&str]) -> Options {
        let arguments = [&["new"], arguments].concat();
        Arguments::parse_from(arguments).options
    }

    #[test]
    fn a_folder_that_holds_something_is_left_alone() {
        let folder = std::env::temp_dir().join(format!("hemicycle-new-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("notes.txt"), "").unwrap();
        let refused = run(&options(&[&folder.display().to_string()])).unwrap_err();
        let left = fs::read_dir(&folder).unwrap().count();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(left, 1);
        let message = crate::run::message(&refused);
        assert!(
            message.ends_with("is not empty\n  help: name a folder that is not there yet"),
            "{message}"
        );
    }

    #[test]
    fn a_language_without_a_catalogue_is_refused() {
        let refused = run(&options(&["nowhere", "--languages", "en,xx"])).unwrap_err();
        let message = crate::run::message(&refused);
        assert!(message.contains("xx.json") && message.contains("docs/translating.md"));
    }

    #[test]
    fn members_are_named_between_commas_and_three_where_none_are() {
        let members = |arguments: &[&str]| options(arguments).members;
        assert_eq!(members(&["a", "--members", "fin,swe"]), ["fin", "swe"]);
        assert_eq!(members(&["a"]).len(), 3);
    }
}
