//! The browser of the tests.

use std::fmt;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::apt;
use crate::paths;
use crate::run::{self, OrHelp};

/// Names another Chromium than the first one on PATH.
const VARIABLE: &str = "HEMICYCLE_CHROMIUM";

/// Chromium without windows: the same engine, which Playwright fetches for
/// itself too, and half the work for a page.
const HEADLESS_SHELL: &str = "chromium-headless-shell";

/// What Chromium is called on PATH.
const NAMES: [&str; 5] = [
    HEADLESS_SHELL,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// A Chromium for the tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chromium {
    /// The program in this place.
    System(PathBuf),
    /// The one that Playwright fetched for itself.
    Bundled,
}

impl Chromium {
    /// Finds a Chromium, or installs one.
    ///
    /// # Errors
    /// There is none and none can be installed; the help tells what to do.
    pub fn ensure() -> Result<Self> {
        let help = format!("install Chromium, or set {VARIABLE} to its path");
        if let Some(found) = Self::find().or_help(&help)? {
            return Ok(found);
        }
        eprintln!("installing Chromium");
        let installed = apt::install(&[HEADLESS_SHELL]).or_else(|_| apt::install(&["chromium"]));
        if installed.is_ok() {
            return Self::find()?
                .context("apt-get installed no Chromium")
                .or_help(help);
        }
        let mut playwright = Command::new("npx");
        playwright.args(["--no-install", "playwright", "install", "chromium"]);
        run::run(playwright.current_dir(paths::e2e())).or_help(help)?;
        Ok(Self::Bundled)
    }

    /// The one that the environment names, else the first on PATH.
    fn find() -> Result<Option<Self>> {
        if let Some(named) = std::env::var_os(VARIABLE) {
            let named = PathBuf::from(named);
            if !named.is_file() {
                bail!("{VARIABLE} names {}, which is no file", named.display());
            }
            return Ok(Some(Self::System(named)));
        }
        Ok(NAMES
            .iter()
            .find_map(|name| run::on_path(name))
            .map(Self::System))
    }

    /// Tells Playwright, by the variable that its configuration reads.
    pub fn configure(&self, command: &mut Command) {
        if let Self::System(path) = self {
            command.env("CHROMIUM", path);
        }
    }
}

impl fmt::Display for Chromium {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::System(path) => write!(formatter, "Chromium at {}", path.display()),
            Self::Bundled => formatter.write_str("the Chromium of Playwright"),
        }
    }
}
