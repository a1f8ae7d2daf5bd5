//! The browser of the tests.

use std::fmt;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, anyhow};

use super::apt;
use crate::paths;
use crate::run::{self, OrHelp};

/// Names another Chromium than the first one on PATH.
const VARIABLE: &str = "HEMICYCLE_CHROMIUM";

/// Chromium without windows: the same engine, which Playwright fetches for
/// itself too, and half the work for a page.
const HEADLESS_SHELL: &str = "chromium-headless-shell";

/// What the whole browser is called on PATH.
const WHOLE: [&str; 4] = [
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
    /// Finds a Chromium without windows, or installs one; the whole browser
    /// where there is none without.
    ///
    /// # Errors
    /// There is none and none can be installed; the help tells what to do.
    pub fn ensure() -> Result<Self> {
        if let Some(found) = Self::find(&[HEADLESS_SHELL])? {
            return Ok(found);
        }
        eprintln!("installing Chromium without windows");
        if apt::install(&[HEADLESS_SHELL]).is_ok() {
            return Self::find(&[HEADLESS_SHELL])?
                .context("apt-get installed no Chromium")
                .or_help(help());
        }
        Self::ensure_whole()
    }

    /// Finds Chromium as readers have it, or installs it: to measure, and for
    /// what the one without windows lacks, as pages that are kept for "back".
    ///
    /// # Errors
    /// There is none and none can be installed; the help tells what to do.
    pub fn ensure_whole() -> Result<Self> {
        if let Some(found) = Self::find(&WHOLE)? {
            return Ok(found);
        }
        eprintln!("installing Chromium");
        if apt::install(&["chromium"]).is_ok() {
            return Self::find(&WHOLE)?
                .context("apt-get installed no Chromium")
                .or_help(help());
        }
        let mut playwright = Command::new("npx");
        playwright.args(["--no-install", "playwright", "install", "chromium"]);
        run::run(playwright.current_dir(paths::e2e())).or_help(help())?;
        Ok(Self::Bundled)
    }

    /// The one that the environment names, else the first of `programs` on PATH.
    fn find(programs: &[&str]) -> Result<Option<Self>> {
        if let Some(named) = std::env::var_os(VARIABLE) {
            let named = PathBuf::from(named);
            if !named.is_file() {
                return Err(anyhow!(
                    "{VARIABLE} names {}, which is no file",
                    named.display()
                ))
                .or_help(help());
            }
            return Ok(Some(Self::System(named)));
        }
        Ok(programs
            .iter()
            .find_map(|program| run::on_path(program))
            .map(Self::System))
    }

    /// Tells Playwright, by the `variable` that its configuration reads.
    pub fn configure(&self, command: &mut Command, variable: &str) {
        if let Self::System(path) = self {
            command.env(variable, path);
        }
    }
}

/// What can be done where there is none.
fn help() -> String {
    format!("install Chromium, or set {VARIABLE} to its path")
}

impl fmt::Display for Chromium {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::System(path) => write!(formatter, "Chromium at {}", path.display()),
            Self::Bundled => formatter.write_str("the Chromium of Playwright"),
        }
    }
}
