//! What takes long to make, kept from one publication of a site to the next.
//!
//! Kept by what it is made from and by the program that makes it, so that a
//! site has the same bytes with and without it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// A folder of made files, named by what they are made from.
pub struct Cache {
    folder: PathBuf,
    /// The hash of this program.
    program: [u8; 32],
    /// Names of what this publication has asked for.
    used: Mutex<BTreeSet<String>>,
}

impl Cache {
    /// The cache of the site in the folder `site`, beside which it lies.
    ///
    /// # Errors
    /// The folder cannot be made, or the program cannot be read.
    pub fn for_site(site: &Path) -> Result<Self> {
        let folder = site.with_extension("cache");
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        let program = fs::read(std::env::current_exe()?)?;
        Ok(Self {
            folder,
            program: Sha256::digest(program).into(),
            used: Mutex::default(),
        })
    }

    /// What `make` makes from `input` alone, or has made before; `kind` tells
    /// what is made from the same input apart.
    ///
    /// # Errors
    /// Those of `make`, or a file cannot be read or written.
    pub fn get(
        &self,
        kind: &str,
        input: &[u8],
        make: impl FnOnce() -> Result<Vec<u8>>,
    ) -> Result<Vec<u8>> {
        let digest = Sha256::new().chain_update(self.program).chain_update(input);
        let name = format!("{:x}.{kind}", digest.finalize());
        let path = self.folder.join(&name);
        let is_first = self
            .used
            .lock()
            .expect("no thread stops while it holds the names")
            .insert(name);
        if let Ok(kept) = fs::read(&path) {
            return Ok(kept);
        }
        let bytes = make()?;
        // Only a whole file gets its name, and only one thread writes it.
        if is_first {
            let partial = path.with_extension(format!("{kind}.partial"));
            fs::write(&partial, &bytes).with_context(|| partial.display().to_string())?;
            fs::rename(&partial, &path).with_context(|| path.display().to_string())?;
        }
        Ok(bytes)
    }

    /// Removes what this publication has not asked for.
    ///
    /// # Errors
    /// A file cannot be removed.
    pub fn prune(self) -> Result<()> {
        let used = self
            .used
            .into_inner()
            .expect("no thread stops while it holds the names");
        for path in crate::files::all(&self.folder)? {
            let name = path.file_name().and_then(|name| name.to_str());
            if !name.is_some_and(|name| used.contains(name)) {
                fs::remove_file(&path).with_context(|| path.display().to_string())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_is_found_again_until_nobody_asks_for_it() {
        let folder = std::env::temp_dir().join(format!("hemicycle-cache-{}", std::process::id()));
        let site = folder.join("site");
        let cache = || Cache::for_site(&site).unwrap();
        let made = |cache: &Cache, kind, input: &[u8], bytes: &str| {
            let made = cache.get(kind, input, || Ok(bytes.into())).unwrap();
            String::from_utf8(made).unwrap()
        };
        let first = cache();
        assert_eq!(made(&first, "br", b"a", "1"), "1");
        assert_eq!(made(&first, "br", b"a", "2"), "1");
        assert_eq!(made(&first, "gz", b"a", "3"), "3");
        assert_eq!(made(&first, "br", b"b", "4"), "4");
        first.prune().unwrap();

        let second = cache();
        assert_eq!(made(&second, "br", b"a", "5"), "1");
        second.prune().unwrap();
        assert_eq!(made(&cache(), "br", b"b", "6"), "6");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn what_failed_is_not_kept() {
        let folder = std::env::temp_dir().join(format!("hemicycle-failed-{}", std::process::id()));
        let cache = Cache::for_site(&folder.join("site")).unwrap();
        let failed = cache.get("br", b"a", || anyhow::bail!("no memory"));
        assert!(failed.is_err());
        assert_eq!(cache.get("br", b"a", || Ok(vec![1])).unwrap(), [1]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
