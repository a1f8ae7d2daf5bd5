//! The web hosts of the tests.

use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::apt;
use crate::run;

/// Where hosts lie that are not on PATH, which often leaves these folders out.
const FOLDERS: [&str; 2] = ["/usr/sbin", "/usr/local/sbin"];

/// A web host that reads a file of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// Reads `nginx.conf`.
    Nginx,
    /// Reads `.htaccess`.
    Apache,
}

impl Host {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Nginx, Self::Apache];

    /// What its program is called, Debian's name first.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Nginx => &["nginx"],
            Self::Apache => &["apache2", "httpd"],
        }
    }

    /// Debian's package with no more than the program.
    fn package(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Apache => "apache2-bin",
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
        apt::install(&["--no-install-recommends", self.package()])?;
        self.find()
            .with_context(|| format!("apt-get installed no {self}"))
    }

    /// The first of its programs.
    fn find(self) -> Option<PathBuf> {
        self.programs().iter().find_map(|program| {
            let beside = FOLDERS.map(|folder| Path::new(folder).join(program));
            run::on_path(program).or_else(|| beside.into_iter().find(|file| file.is_file()))
        })
    }
}

impl fmt::Display for Host {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Nginx => "nginx",
            Self::Apache => "Apache",
        })
    }
}
