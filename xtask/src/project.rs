//! The places of the project: its root, its target folder and what lies in them, and the tools that all checkouts share.
//! It only names paths; the modules that use a path make it.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folders of one checkout of the project.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
    target: PathBuf,
    tools: PathBuf,
}

impl Project {
    /// The checkout that this command was started from.
    ///
    /// # Errors
    /// When the command was not started by cargo and the checkout it was built in is gone.
    pub fn find() -> Result<Self> {
        let manifest =
            env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest)
            .parent()
            .filter(|root| root.is_dir())
            .with_context(|| format!("the project folder above {manifest} is gone"))?
            .to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => env::current_dir()?.join(folder),
            None => root.join("target"),
        };
        let tools = user_cache().map_or_else(
            || target.join("tools"),
            |cache| cache.join("centering-planner").join("tools"),
        );
        Ok(Self {
            root,
            target,
            tools,
        })
    }

    /// The folder that holds the workspace.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of everything that is made.
    #[must_use]
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The pages and instances of the benchmark.
    #[must_use]
    pub fn bench(&self) -> PathBuf {
        self.target.join("bench")
    }

    /// The static files as they are written.
    #[must_use]
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The assembled site, ready to be served or copied to a web host.
    #[must_use]
    pub fn site(&self) -> PathBuf {
        self.target.join("site")
    }

    /// The site of `serve --dev`, which nobody copies to a web host.
    #[must_use]
    pub fn dev_site(&self) -> PathBuf {
        self.target.join("dev-site")
    }

    /// What wasm-pack makes, before it is optimised.
    #[must_use]
    pub fn packages(&self) -> PathBuf {
        self.target.join("pkg")
    }

    /// Results of slow steps, kept by the content they were made from.
    #[must_use]
    pub fn cache(&self) -> PathBuf {
        self.target.join("site-cache")
    }

    /// Where `cargo install` puts the tools. All checkouts of a user share them: they take minutes to build, and have
    /// one version.
    #[must_use]
    pub fn tools(&self) -> &Path {
        &self.tools
    }

    /// The programs that `cargo install` made.
    #[must_use]
    pub fn tools_bin(&self) -> PathBuf {
        self.tools.join("bin")
    }

    /// Where the stand-in for wasm-bindgen lies that wasm-pack finds first.
    #[must_use]
    pub fn split_bin(&self) -> PathBuf {
        self.target.join("split")
    }

    /// Where npm puts its packages.
    #[must_use]
    pub fn npm(&self) -> PathBuf {
        self.tools.join("npm")
    }

    /// The file inside an npm package, by its path below `node_modules`.
    #[must_use]
    pub fn npm_file(&self, path: &str) -> PathBuf {
        self.npm().join("node_modules").join(path)
    }
}

/// Where this system keeps what a user can do without.
fn user_cache() -> Option<PathBuf> {
    let folder = |name: &str| env::var_os(name).map(PathBuf::from);
    folder("XDG_CACHE_HOME")
        .or_else(|| folder("HOME").map(|home| home.join(".cache")))
        .or_else(|| folder("LOCALAPPDATA"))
        .filter(|folder| folder.is_absolute())
}
