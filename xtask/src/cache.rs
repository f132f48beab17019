//! Keeps the results of slow steps (wasm-opt, brotli) by a hash of what they were made from.
//! Entries that a run did not ask for are thrown away at its end, so the folder does not grow.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};

/// A folder of results, each named by its step and by the hash of its input.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    /// Each entry that was asked for, locked while it is made: two files may be the same.
    used: Mutex<BTreeMap<PathBuf, Arc<Mutex<()>>>>,
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
            used: Mutex::default(),
        })
    }

    /// The result of `step` for this input; `make` is called only when it is not known yet, with a path that is
    /// its own.
    /// The name of the step carries everything else that the result depends on.
    ///
    /// # Errors
    /// When `make` fails or the result cannot be kept.
    pub fn get(
        &self,
        step: &str,
        input: &[u8],
        make: impl FnOnce(&Path) -> Result<Vec<u8>>,
    ) -> Result<Vec<u8>> {
        let mut hasher = DefaultHasher::new();
        (step, input).hash(&mut hasher);
        let path = self.folder.join(format!("{:016x}", hasher.finish()));
        let entry = lock(&self.used).entry(path.clone()).or_default().clone();
        let _alone = lock(&entry);
        match fs::read(&path) {
            Ok(known) => Ok(known),
            Err(_) => {
                let made = make(&path)?;
                let half = path.with_extension("part");
                fs::write(&half, &made)?;
                fs::rename(&half, &path)?;
                Ok(made)
            }
        }
    }

    /// Throws away what was not asked for since the cache was opened.
    ///
    /// # Errors
    /// When the folder cannot be read or an entry cannot be removed.
    pub fn forget_unused(self) -> Result<()> {
        let used = lock(&self.used);
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            if !used.contains_key(&path) {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_once_and_forgets_what_is_no_longer_asked_for() {
        let folder = std::env::temp_dir().join(format!("xtask-cache-{}", std::process::id()));
        let first = Cache::open(&folder).unwrap();
        assert_eq!(first.get("s", b"a", |_| Ok(b"1".to_vec())).unwrap(), b"1");
        assert_eq!(first.get("s", b"b", |_| Ok(b"2".to_vec())).unwrap(), b"2");
        assert_eq!(first.get("s", b"a", |_| Ok(b"9".to_vec())).unwrap(), b"1");

        let second = Cache::open(&folder).unwrap();
        assert_eq!(second.get("s", b"a", |_| Ok(b"9".to_vec())).unwrap(), b"1");
        second.forget_unused().unwrap();

        let third = Cache::open(&folder).unwrap();
        assert_eq!(third.get("s", b"b", |_| Ok(b"9".to_vec())).unwrap(), b"9");
        fs::remove_dir_all(&folder).unwrap();
    }
}
