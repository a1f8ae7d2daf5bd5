//! What is made from packages of npm: each fetched once, checked by its hash,
//! kept in the user's cache where every clone finds it.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha512};

/// A package in exactly one version.
pub struct NpmPackage {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// As `npm view NAME@VERSION dist.integrity` prints it.
    pub integrity: &'static str,
}

/// The packed files of a package.
pub struct Tarball(PathBuf);

impl NpmPackage {
    /// Takes it from the cache, after fetching it there if need be.
    ///
    /// # Errors
    /// npm cannot fetch it, or it has another hash.
    pub fn fetch(&self) -> Result<Tarball> {
        let folder = cache()?;
        let tarball = folder.join(self.file());
        if !tarball.exists() {
            self.download(&folder)?;
        }
        let bytes =
            fs::read(&tarball).with_context(|| format!("{} cannot be read", tarball.display()))?;
        let found = format!("sha512-{}", BASE64_STANDARD.encode(Sha512::digest(&bytes)));
        if found != self.integrity {
            bail!(
                "{} has the hash {found}, not {}\n  help: remove the file and run the command again",
                tarball.display(),
                self.integrity
            );
        }
        Ok(Tarball(tarball))
    }

    /// The name that npm gives the tarball.
    fn file(&self) -> String {
        format!("{}-{}.tgz", self.name, self.version)
    }

    /// Lets npm write the tarball, in a folder of its own, so that a broken
    /// download never stands under the final name.
    fn download(&self, folder: &Path) -> Result<()> {
        let package = format!("{}@{}", self.name, self.version);
        let parts = folder.join("incoming");
        fs::create_dir_all(&parts)
            .with_context(|| format!("{} cannot be made", parts.display()))?;
        let status = Command::new("npm")
            .args(["pack", "--silent", &package, "--pack-destination"])
            .arg(&parts)
            .current_dir(&parts)
            .stdout(std::process::Stdio::null())
            .status()
            .context("npm cannot be started\n  help: install Node.js, which brings npm")?;
        if !status.success() {
            bail!(
                "`npm pack {package}` failed\n  help: check the connection and run the command again"
            );
        }
        let file = self.file();
        fs::rename(parts.join(&file), folder.join(&file))
            .with_context(|| format!("{file} cannot be moved to {}", folder.display()))
    }
}

impl Tarball {
    /// Reads one file of the package; none where it has no such file.
    ///
    /// # Errors
    /// tar cannot be started.
    pub fn read(&self, file: &str) -> Result<Option<Vec<u8>>> {
        let output = Command::new("tar")
            .arg("-xzOf")
            .arg(&self.0)
            .arg(format!("package/{file}"))
            .output()
            .context("tar cannot be started\n  help: install tar")?;
        Ok(output.status.success().then_some(output.stdout))
    }

    /// Reads one file that the package has.
    ///
    /// # Errors
    /// As [`Self::read`], or it is not there.
    pub fn read_known(&self, file: &str) -> Result<Vec<u8>> {
        let bytes = self.read(file)?;
        bytes.with_context(|| format!("{file} is not in {}", self.0.display()))
    }
}

/// `$XDG_CACHE_HOME/hemicycle/packages`, or the same below `~/.cache`.
fn cache() -> Result<PathBuf> {
    let base = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .context("no cache folder: neither XDG_CACHE_HOME nor a home folder is known")?;
    let folder = base.join("hemicycle").join("packages");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    Ok(folder)
}
