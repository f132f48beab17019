//! Makes the site: wasm-pack builds the web crate, wasm-opt makes it small, and everything is laid
//! together with the static files in `target/site`, each compressible file with its brotli twin.
//! The folder can be copied to any web host as it is.

use std::collections::BTreeMap;
use std::fs;
use std::io::{IsTerminal, Write};
use std::path::Path;

use anyhow::{Context, Result};

use crate::cache::Cache;
use crate::project::Project;
use crate::run::{in_project, run, run_quietly, say};
use crate::{pack, split, tools};

/// The crates that become wasm modules of their own.
const WASM_CRATES: [&str; 1] = ["web"];

/// Where the site has what wasm-pack makes.
const PACKAGE: &str = "pkg/";
/// What the browsers that the planner supports understand; names of functions are left out.
const WASM_OPT_FLAGS: [&str; 10] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Whether wasm-opt has made the wasm of a site smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wasm {
    /// It has.
    Optimised,
    /// It has not, for Node is missing.
    AsCompiled,
}

/// The files of the site by their path with `/`, in the order of their names.
type Files = BTreeMap<String, Vec<u8>>;

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
    let mut files = Files::new();
    read_folder(&project.www(), "", &mut files)?;
    for folder in WASM_CRATES {
        add_wasm_crate(project, &cache, folder, wasm, &mut files)?;
    }
    add_brotli_twins(&cache, &mut files)?;
    cache.forget_unused()?;
    write_site(&project.site(), &files).context("the site cannot be written")?;
    Ok(wasm)
}

fn add_wasm_crate(
    project: &Project,
    cache: &Cache,
    folder: &str,
    wasm: Wasm,
    files: &mut Files,
) -> Result<()> {
    let out = project.packages().join(folder);
    if out.is_dir() {
        fs::remove_dir_all(&out)?;
    }
    wasm_pack(project, folder, &out)?;
    let mut made = Files::new();
    read_folder(&out, PACKAGE, &mut made)?;
    let packs = made.remove(&format!("{PACKAGE}{}", pack::LIST));
    let packs = packs.context("the program was not cut")?;
    for (path, content) in made {
        let content = match (path.rsplit_once('.'), wasm) {
            (Some((_, "js")), _) | (Some((_, "wasm")), Wasm::AsCompiled) => content,
            (Some((_, "wasm")), Wasm::Optimised) => {
                let step = format!("{:?} {WASM_OPT_FLAGS:?}", tools::BINARYEN);
                cache.get(&step, &content, || wasm_opt(project, &content))?
            }
            _ => continue,
        };
        files.insert(path, content);
    }
    let packs: Vec<(String, Vec<String>)> = serde_json::from_slice(&packs)?;
    pack::pack(&packs, PACKAGE, split::LOADER, files)
}

fn wasm_pack(project: &Project, folder: &str, out: &Path) -> Result<()> {
    let program = project.tools_bin().join("wasm-pack");
    let mut command = in_project(project, program);
    if !std::io::stderr().is_terminal() {
        command.arg("--quiet");
    }
    command
        .arg("build")
        .arg(project.root().join(folder))
        .args([
            "--profile",
            "web",
            "--target",
            "web",
            "--mode",
            "no-install",
        ])
        .args(["--no-pack", "--no-typescript", "--out-dir"])
        .arg(out);
    split::stand_in(project, &mut command)?;
    run(&mut command).with_context(|| format!("the crate in {folder} cannot be built for the web"))
}

fn wasm_opt(project: &Project, wasm: &[u8]) -> Result<Vec<u8>> {
    let before = project.cache().join("before.wasm");
    let after = project.cache().join("after.wasm");
    fs::write(&before, wasm)?;
    let mut command = in_project(project, "node");
    command
        .arg(tools::wasm_opt(project))
        .args(WASM_OPT_FLAGS)
        .arg(&before)
        .arg("-o")
        .arg(&after);
    // It warns about names that are stripped in the same step.
    run_quietly(&mut command).context("wasm-opt cannot make the wasm smaller")?;
    Ok(fs::read(&after)?)
}

fn add_brotli_twins(cache: &Cache, files: &mut Files) -> Result<()> {
    let mut twins = Files::new();
    for (path, content) in files.iter().filter(|(path, _)| compresses(path)) {
        let packed = cache.get("brotli 11", content, || brotli(content))?;
        twins.insert(format!("{path}.br"), packed);
    }
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

/// Writes only what differs, so that a running server never meets an empty folder.
fn write_site(site: &Path, files: &Files) -> Result<()> {
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
