//! The engines of the tests beside Chromium.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::apt;
use crate::run;

/// An engine as Debian has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Firefox ESR.
    Firefox,
    /// `WebKitGTK`, by its `MiniBrowser` in an X server without a screen.
    Webkit,
}

impl Engine {
    /// As the tests name it.
    fn name(self) -> &'static str {
        match self {
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Debian's packages with all that it needs.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Firefox => &["firefox-esr"],
            Self::Webkit => &["libwebkit2gtk-4.1-0", "xvfb", "xdotool"],
        }
    }

    /// Its program, where all that it needs is here.
    fn find(self) -> Option<PathBuf> {
        match self {
            Self::Firefox => run::on_path("firefox-esr").or_else(|| run::on_path("firefox")),
            Self::Webkit => {
                run::on_path("Xvfb")?;
                run::on_path("xdotool")?;
                // In the folder of libraries of this architecture.
                let folders = Path::new("/usr/lib").read_dir().ok()?.flatten();
                let browsers =
                    folders.map(|folder| folder.path().join("webkit2gtk-4.1/MiniBrowser"));
                browsers.into_iter().find(|browser| browser.is_file())
            }
        }
    }

    /// Finds its program, or installs it.
    ///
    /// # Errors
    /// There is none and none can be installed.
    pub fn ensure(self) -> Result<PathBuf> {
        if let Some(found) = self.find() {
            return Ok(found);
        }
        eprintln!("installing {self}");
        let words = [&["--no-install-recommends"], self.packages()].concat();
        apt::install(&words)?;
        self.find()
            .with_context(|| format!("apt-get installed no {self}"))
    }

    /// Has Playwright use it, by the variables that its configuration reads.
    pub fn configure(self, program: &Path, command: &mut Command) {
        let variable = match self {
            Self::Firefox => "FIREFOX",
            Self::Webkit => "WEBKIT",
        };
        command.env("ENGINE", self.name()).env(variable, program);
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Firefox => "Firefox",
            Self::Webkit => "WebKitGTK",
        })
    }
}
