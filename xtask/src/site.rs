//! Makes the site: wasm-pack builds the web crate, wasm-opt makes it small, and everything is laid
//! together with the static files in `target/site`, each compressible file with its brotli twin.
//! The folder can be copied to any web host as it is.

use std::collections::BTreeMap;
use std::fs;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::cache::Cache;
use crate::lean::lean;
use crate::project::Project;
use crate::run::{cargo, in_project, run, say};
use crate::wasm_opt::WasmOpt;
use crate::{pack, split, tools};

/// The crate that becomes wasm.
const APP: &str = "web";
/// The target for which it is compiled.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// Where the site has what wasm-pack makes.
const PACKAGE: &str = "pkg/";

/// Whether wasm-opt has made the wasm of a site smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wasm {
    /// It has.
    Optimised,
    /// It has not, for Node is missing.
    AsCompiled,
}

/// The files of the site by their path with `/`, in the order of their names.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Builds the site into `target/site` and removes from it what no longer belongs there.
///
/// # Errors
/// When a crate does not compile, a tool fails or a file cannot be written.
pub fn build(project: &Project) -> Result<Wasm> {
    say("Site: compile the planner to wasm and lay the site together in target/site");
    let wasm = if tools::has_node() {
        Wasm::Optimised
    } else {
        say("Site: no Node and npm here, so wasm-opt is skipped and the app is larger");
        Wasm::AsCompiled
    };
    let cache = Cache::open(&project.cache())?;
    let (wasm_opt, step) = (WasmOpt::new(project), WasmOpt::step());
    let app = compile(project, Profile::Web)?.laid(|path, content| {
        if wasm == Wasm::AsCompiled || !path.ends_with(".wasm") {
            return Ok(content);
        }
        cache.get(&step, &content, |place| wasm_opt.smaller(&content, place))
    })?;
    let mut files = www(project)?;
    files.extend(app);
    files = files
        .into_iter()
        .map(|(path, content)| {
            let content = lean(&path, content);
            (path, content)
        })
        .collect();
    add_brotli_twins(&cache, &mut files)?;
    cache.forget_unused()?;
    write_site(&project.site(), &files).context("the site cannot be written")?;
    Ok(wasm)
}

/// The static files as they are written.
///
/// # Errors
/// When one cannot be read.
pub fn www(project: &Project) -> Result<Files> {
    let mut files = Files::new();
    read_folder(&project.www(), "", &mut files)?;
    Ok(files)
}

/// How the app is compiled: a profile in `Cargo.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// As it is shipped.
    Web,
    /// As quickly as possible.
    DevWeb,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::DevWeb => "dev-web",
        }
    }
}

/// What wasm-pack has made, cut into parts.
pub struct App {
    files: Files,
    packs: Vec<(String, Vec<String>)>,
}

impl App {
    /// The files as the site has them: each after its last step, and those that are needed together in packs.
    ///
    /// # Errors
    /// When that step fails, or the loader is not as expected.
    pub fn laid(self, last: impl Fn(&str, Vec<u8>) -> Result<Vec<u8>> + Sync) -> Result<Files> {
        let last = |(path, content): (String, Vec<u8>)| {
            let content = last(&path, content)?;
            Ok((path, content))
        };
        let mut files = self
            .files
            .into_par_iter()
            .map(last)
            .collect::<Result<Files>>()?;
        pack::pack(&self.packs, PACKAGE, split::LOADER, &mut files)?;
        Ok(files)
    }
}

/// Compiles the app and cuts it into parts.
///
/// # Errors
/// When it does not compile, or wasm-pack fails.
pub fn compile(project: &Project, profile: Profile) -> Result<App> {
    let out = project.packages().join(profile.name());
    if out.is_dir() {
        fs::remove_dir_all(&out)?;
    }
    wasm_pack(project, profile, &out)?;
    let mut files = Files::new();
    read_folder(&out, PACKAGE, &mut files)?;
    let packs = files.remove(&format!("{PACKAGE}{}", pack::LIST));
    let packs = packs.context("the program was not cut")?;
    files.retain(|path, _| path.ends_with(".js") || path.ends_with(".wasm"));
    let packs = serde_json::from_slice(&packs)?;
    Ok(App { files, packs })
}

/// Compiles the app as wasm-pack will, which then finds it done.
#[must_use]
pub fn compile_ahead(project: &Project, profile: Profile) -> Command {
    let mut command = cargo(project);
    command
        .args(["build", "--quiet", "--lib"])
        .args(["--profile", profile.name()])
        .args(["--target", TARGET])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .current_dir(project.root().join(APP));
    command
}

fn wasm_pack(project: &Project, profile: Profile, out: &Path) -> Result<()> {
    let program = project.tools_bin().join("wasm-pack");
    let mut command = in_project(project, program);
    if !std::io::stderr().is_terminal() {
        command.arg("--quiet");
    }
    command
        .arg("build")
        .arg(project.root().join(APP))
        .args(["--profile", profile.name()])
        .args(["--target", "web", "--mode", "no-install"])
        .args(["--no-pack", "--no-typescript", "--out-dir"])
        .arg(out);
    split::stand_in(project, &mut command, profile == Profile::DevWeb)?;
    run(&mut command).with_context(|| format!("the crate in {APP} cannot be built for the web"))
}

fn add_brotli_twins(cache: &Cache, files: &mut Files) -> Result<()> {
    let twin = |(path, content): (&String, &Vec<u8>)| {
        let packed = cache.get("brotli 11", content, |_| brotli(content))?;
        Ok((format!("{path}.br"), packed))
    };
    let mut twins = files
        .par_iter()
        .filter(|(path, _)| compresses(path))
        .map(twin)
        .collect::<Result<Files>>()?;
    files.append(&mut twins);
    Ok(())
}

fn compresses(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    matches!(
        ending,
        Some("html" | "js" | "css" | "wasm" | "json" | "svg" | "csv" | "txt" | "webmanifest")
    )
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    const BUFFER: usize = 1 << 16;
    const BEST: u32 = 11;
    const WINDOW: u32 = 22;
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, BUFFER, BEST, WINDOW);
    writer.write_all(content)?;
    drop(writer);
    Ok(packed)
}

fn read_folder(folder: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            read_folder(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.insert(path, fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// Makes the folder hold these files and no others. Writes only what differs, so that a running server never meets
/// an empty folder.
///
/// # Errors
/// When a file cannot be written.
pub fn write_site(site: &Path, files: &Files) -> Result<()> {
    for (path, content) in files {
        let file = site.join(path);
        if fs::read(&file).is_ok_and(|old| old == *content) {
            continue;
        }
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&file, content).with_context(|| file.display().to_string())?;
    }
    let mut old = Files::new();
    read_folder(site, "", &mut old)?;
    let stale = |path: &&String| !files.contains_key(*path);
    for path in old.keys().filter(stale) {
        fs::remove_file(site.join(path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_folder_holds_exactly_the_files() {
        let site = std::env::temp_dir().join(format!("xtask-site-{}", std::process::id()));
        let files = |names: &[&str]| -> Files {
            names
                .iter()
                .map(|name| ((*name).to_owned(), name.as_bytes().to_vec()))
                .collect()
        };
        write_site(&site, &files(&["index.html", "pkg/old.wasm"])).unwrap();
        write_site(&site, &files(&["index.html", "pkg/new.wasm"])).unwrap();
        let mut found = Files::new();
        read_folder(&site, "", &mut found).unwrap();
        assert_eq!(found, files(&["index.html", "pkg/new.wasm"]));
        fs::remove_dir_all(&site).unwrap();
    }

    #[test]
    fn brotli_is_read_back_as_it_was() {
        let text = "bijeenkomst ".repeat(1000);
        let packed = brotli(text.as_bytes()).unwrap();
        assert!(packed.len() < 100);
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut plain).unwrap();
        assert_eq!(plain, text.as_bytes());
    }
}
