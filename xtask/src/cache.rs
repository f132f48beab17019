//! Keeps the results of slow steps (wasm-opt, brotli) by a hash of what they were made from.
//! Entries that a run did not ask for are thrown away at its end, so the folder does not grow.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A folder of results, each named by its step and by the hash of its input.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    used: RefCell<BTreeSet<PathBuf>>,
}

impl Cache {
    /// Opens the folder and makes it where it is not there yet.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn open(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        Ok(Self {
            folder: folder.to_path_buf(),
            used: RefCell::default(),
        })
    }

    /// The result of `step` for this input; `make` is called only when it is not known yet.
    /// The name of the step carries everything else that the result depends on.
    ///
    /// # Errors
    /// When `make` fails or the result cannot be kept.
    pub fn get(
        &self,
        step: &str,
        input: &[u8],
        make: impl FnOnce() -> Result<Vec<u8>>,
    ) -> Result<Vec<u8>> {
        let mut hasher = DefaultHasher::new();
        (step, input).hash(&mut hasher);
        let path = self.folder.join(format!("{:016x}", hasher.finish()));
        let result = match fs::read(&path) {
            Ok(known) => known,
            Err(_) => {
                let made = make()?;
                let half = path.with_extension("part");
                fs::write(&half, &made)?;
                fs::rename(&half, &path)?;
                made
            }
        };
        self.used.borrow_mut().insert(path);
        Ok(result)
    }

    /// Throws away what was not asked for since the cache was opened.
    ///
    /// # Errors
    /// When the folder cannot be read or an entry cannot be removed.
    pub fn forget_unused(self) -> Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            if !self.used.borrow().contains(&path) {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_once_and_forgets_what_is_no_longer_asked_for() {
        let folder = std::env::temp_dir().join(format!("xtask-cache-{}", std::process::id()));
        let first = Cache::open(&folder).unwrap();
        assert_eq!(first.get("s", b"a", || Ok(b"1".to_vec())).unwrap(), b"1");
        assert_eq!(first.get("s", b"b", || Ok(b"2".to_vec())).unwrap(), b"2");
        assert_eq!(first.get("s", b"a", || Ok(b"9".to_vec())).unwrap(), b"1");

        let second = Cache::open(&folder).unwrap();
        assert_eq!(second.get("s", b"a", || Ok(b"9".to_vec())).unwrap(), b"1");
        second.forget_unused().unwrap();

        let third = Cache::open(&folder).unwrap();
        assert_eq!(third.get("s", b"b", || Ok(b"9".to_vec())).unwrap(), b"9");
        fs::remove_dir_all(&folder).unwrap();
    }
}
