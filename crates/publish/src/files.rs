//! The files of the site: written, named by their content, their hashes kept.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The folder of files that are named by their content.
pub const ASSETS: &str = "assets";

/// How pages and style sheets begin. They are in UTF-8, and this says so even
/// where the host names another charset in a header, which `<meta>` does not
/// outweigh (Encoding Standard, "decode": the mark comes first). JSON and modules
/// are always read as UTF-8.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// The folder that is being written.
#[derive(Debug)]
pub struct Files {
    folder: PathBuf,
    hashes: BTreeMap<String, String>,
    /// Where files that are named by their content are put.
    assets: String,
}

/// A file that is named by its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Below the site's folder: `assets/members-0123456789abcdef.json`.
    pub address: String,
    /// Bytes as the program reads them.
    pub bytes: usize,
    /// As in the attribute of that name: `sha256-…`.
    pub integrity: String,
}

/// A file that the program fetches.
#[derive(Debug)]
pub struct ClientFile {
    /// What it is asked for by: its plain address below the site's folder.
    pub name: String,
    /// The one language that needs it, if not all do.
    pub language: Option<String>,
    /// Whether it is fetched only when a reader asks for it.
    pub is_lazy: bool,
    /// The parts of the program that need it, if it is a file of such.
    pub program_parts: Vec<String>,
    /// Where it is.
    pub asset: Asset,
}

impl Files {
    /// Begins with an empty folder.
    ///
    /// # Errors
    /// It cannot be emptied or made.
    pub fn new(folder: &Path) -> Result<Self> {
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        Ok(Self {
            folder: folder.to_owned(),
            hashes: BTreeMap::new(),
            assets: ASSETS.to_owned(),
        })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The hash of every file written so far, by its address: that of a
    /// folder's page is the folder.
    pub fn hashes(&self) -> &BTreeMap<String, String> {
        &self.hashes
    }

    /// Writes the file at `address`; one that is a folder, or empty, gets its
    /// index.html.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&mut self, address: &str, bytes: impl AsRef<[u8]>) -> Result<()> {
        let bytes = bytes.as_ref();
        let path = self.path(address);
        let folder = path.parent().expect("it is inside the site's folder");
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        fs::write(&path, bytes).with_context(|| path.display().to_string())?;
        self.hashes.insert(address.to_owned(), integrity(bytes));
        Ok(())
    }

    /// What has been written at `address`.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn read(&self, address: &str) -> Result<Vec<u8>> {
        let path = self.path(address);
        fs::read(&path).with_context(|| path.display().to_string())
    }

    fn path(&self, address: &str) -> PathBuf {
        let mut path = self.folder.join(address);
        if address.is_empty() || address.ends_with('/') {
            path.push("index.html");
        }
        path
    }

    /// Writes the file `name` of another folder, as [`Self::asset`] does.
    ///
    /// # Errors
    /// It cannot be read or written.
    pub fn copy(&mut self, folder: &Path, name: &str) -> Result<Asset> {
        let path = folder.join(name);
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        self.asset(name, bytes)
    }

    /// Has `write` put files that are named by their content into `folder`, but
    /// for those that [`ASSETS`] has already.
    pub fn with_assets_in<T>(&mut self, folder: &str, write: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.assets, folder.to_owned());
        let written = write(self);
        self.assets = before;
        written
    }

    /// Writes a file whose name is made from `name` and its content.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn asset(&mut self, name: &str, bytes: impl AsRef<[u8]>) -> Result<Asset> {
        let bytes = bytes.as_ref();
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let digest = Sha256::digest(bytes);
        // Enough that no two versions of a file share a name.
        let start = digest[..8]
            .iter()
            .fold(0_u64, |start, byte| (start << 8) | u64::from(*byte));
        let name = format!("{stem}-{start:016x}.{ending}");
        let mut address = format!("{ASSETS}/{name}");
        if self.assets != ASSETS && !self.hashes.contains_key(&address) {
            address = format!("{}/{name}", self.assets);
        }
        self.write(&address, bytes)?;
        Ok(Asset {
            address,
            bytes: bytes.len(),
            integrity: integrity(bytes),
        })
    }
}

/// The text of a file.
///
/// # Errors
/// It cannot be read, or is no text.
pub fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| file.display().to_string())
}

/// Every file in `folder` and below it, by name.
///
/// # Errors
/// A folder cannot be read.
pub fn all(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(all(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The hash of a file as browsers compare it (Subresource Integrity).
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_the_content_alone() {
        let folder = std::env::temp_dir().join(format!("hemicycle-files-{}", std::process::id()));
        let mut files = Files::new(&folder).unwrap();
        let empty = files.asset("a.css", "").unwrap();
        // The SHA-256 of nothing, as FIPS 180-4's examples give it.
        assert_eq!(empty.address, "assets/a-e3b0c44298fc1c14.css");
        assert_eq!(
            empty.integrity,
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
        assert_eq!(files.asset("a.css", "").unwrap(), empty);
        assert_ne!(files.asset("a.css", "b").unwrap().address, empty.address);
        files.write("members/chad/", "page").unwrap();
        assert!(folder.join("members/chad/index.html").is_file());
        assert!(files.hashes().contains_key("members/chad/"));
        let again = files.with_assets_in("data/1", |files| {
            ["", "c"].map(|bytes| files.asset("a.css", bytes).unwrap().address)
        });
        assert_eq!(again[0], empty.address, "it is there already");
        assert!(again[1].starts_with("data/1/a-"), "{}", again[1]);
        let lacking = files.copy(&folder, "program.js").unwrap_err();
        assert!(lacking.to_string().contains("program.js"), "{lacking}");
        fs::remove_dir_all(&folder).unwrap();
    }
}
