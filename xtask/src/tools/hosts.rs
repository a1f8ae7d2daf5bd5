//! The web hosts of the tests.

use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{apt, e2e_modules};
use crate::{paths, run};

/// Where hosts lie that are not on PATH, which often leaves these folders out.
const FOLDERS: [&str; 2] = ["/usr/sbin", "/usr/local/sbin"];

/// A web host on which the site is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// Reads `nginx.conf`.
    Nginx,
    /// Reads `apache.conf`.
    Apache,
    /// Reads no file of the site.
    Plain(PlainHost),
}

/// A web host that knows nothing of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlainHost {
    /// The `httpd` of busybox, as small machines have it.
    BusyBox,
    /// lighttpd with the media types of the site.
    Lighttpd,
    /// `mini_httpd`.
    MiniHttpd,
    /// webfsd with the media types of the site.
    Webfs,
    /// `caddy file-server`.
    Caddy,
    /// H2O.
    H2o,
    /// `python3 -m http.server`.
    Python,
    /// `serve`, from npm.
    Serve,
    /// `sirv`, from npm.
    Sirv,
    /// `http-server`, from npm.
    HttpServer,
}

/// Where a host comes from.
enum Source {
    /// Debian's package with no more than the program, and what the program is
    /// called, Debian's name first.
    Debian(&'static str, &'static [&'static str]),
    /// A module of the browser tests, and its program.
    Npm(&'static str),
}

impl Host {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Nginx,
        Self::Apache,
        Self::Plain(PlainHost::BusyBox),
        Self::Plain(PlainHost::Lighttpd),
        Self::Plain(PlainHost::MiniHttpd),
        Self::Plain(PlainHost::Webfs),
        Self::Plain(PlainHost::Caddy),
        Self::Plain(PlainHost::H2o),
        Self::Plain(PlainHost::Python),
        Self::Plain(PlainHost::Serve),
        Self::Plain(PlainHost::Sirv),
        Self::Plain(PlainHost::HttpServer),
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Apache => "Apache",
            Self::Plain(PlainHost::BusyBox) => "BusyBox",
            Self::Plain(PlainHost::Lighttpd) => "lighttpd",
            Self::Plain(PlainHost::MiniHttpd) => "mini-httpd",
            Self::Plain(PlainHost::Webfs) => "webfs",
            Self::Plain(PlainHost::Caddy) => "Caddy",
            Self::Plain(PlainHost::H2o) => "H2O",
            Self::Plain(PlainHost::Python) => "Python",
            Self::Plain(PlainHost::Serve) => "serve",
            Self::Plain(PlainHost::Sirv) => "sirv",
            Self::Plain(PlainHost::HttpServer) => "http-server",
        }
    }

    fn source(self) -> Source {
        use Source::{Debian, Npm};
        match self {
            Self::Nginx => Debian("nginx", &["nginx"]),
            Self::Apache => Debian("apache2-bin", &["apache2", "httpd"]),
            Self::Plain(PlainHost::BusyBox) => Debian("busybox", &["busybox"]),
            Self::Plain(PlainHost::Lighttpd) => Debian("lighttpd", &["lighttpd"]),
            Self::Plain(PlainHost::MiniHttpd) => Debian("mini-httpd", &["mini_httpd"]),
            Self::Plain(PlainHost::Webfs) => Debian("webfs", &["webfsd"]),
            Self::Plain(PlainHost::Caddy) => Debian("caddy", &["caddy"]),
            Self::Plain(PlainHost::H2o) => Debian("h2o", &["h2o"]),
            Self::Plain(PlainHost::Python) => Debian("python3", &["python3"]),
            Self::Plain(PlainHost::Serve) => Npm("serve"),
            Self::Plain(PlainHost::Sirv) => Npm("sirv"),
            Self::Plain(PlainHost::HttpServer) => Npm("http-server"),
        }
    }

    /// Finds its program, or installs it.
    ///
    /// # Errors
    /// There is none and none can be installed.
    pub fn ensure(self) -> Result<PathBuf> {
        let (package, programs) = match self.source() {
            Source::Debian(package, programs) => (package, programs),
            Source::Npm(program) => {
                e2e_modules()?;
                return Ok(paths::e2e().join("node_modules/.bin").join(program));
            }
        };
        if let Some(found) = find(programs) {
            return Ok(found);
        }
        eprintln!("installing {self}");
        apt::install(&["--no-install-recommends", package])?;
        find(programs).with_context(|| format!("apt-get installed no {self}"))
    }
}

/// The first of some programs that is here.
fn find(programs: &[&str]) -> Option<PathBuf> {
    programs.iter().find_map(|program| {
        let beside = FOLDERS.map(|folder| Path::new(folder).join(program));
        run::on_path(program).or_else(|| beside.into_iter().find(|file| file.is_file()))
    })
}

impl fmt::Display for Host {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}
