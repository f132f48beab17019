//! Cuts the app into a small first wasm file and others that are loaded later, at the functions that carry
//! `wasm_split`. That has to happen after linking and before wasm-bindgen makes the JavaScript, and wasm-pack
//! runs the one right after the other. So xtask puts a copy of itself on wasm-pack's path under the name
//! `wasm-bindgen`: called by that name it cuts, and then does what wasm-bindgen does, by its library.

use std::collections::HashMap;
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::mem;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail, ensure};
use walrus::{ConstExpr, Element, ElementItems};
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

use crate::project::Project;
use crate::run::say;
use crate::{pack, tools, traps};

/// The name under which wasm-pack looks for wasm-bindgen.
const BINDGEN: &str = "wasm-bindgen";
/// How wasm-bindgen begins the names of what the program imports: they end in a hash, twice in the first load.
const IMPORTED: &str = "__wbg_";
/// The JavaScript that loads the parts.
pub const LOADER: &str = "__wasm_split.js";
/// How the cutter writes the loading of a part: it needs a server that knows the type of wasm files, and
/// takes any answer for the part.
const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// The same for every server.
const BUFFERED: &str = "src.then((bytes) => WebAssembly.instantiate(bytes, imports))";
/// How the cutter begins to fetch a part.
const FETCH: &str = "fetch(new URL(";
/// The same with [`GET`].
const GET_URL: &str = "get(new URL(";
/// Gets a part: an error where there is none, and another try when nothing came. WebKitGTK sometimes leaves one of
/// many answers waiting for ever.
const GET: &str = "async function get(url) {
    for (const patience of [8000, 30000, 120000]) {
        const stop = new AbortController();
        const timer = setTimeout(() => stop.abort(), patience);
        try {
            const answer = await fetch(url, { signal: stop.signal });
            if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
            return await answer.arrayBuffer();
        } catch (error) {
            if (!stop.signal.aborted || patience === 120000) throw error;
        } finally {
            clearTimeout(timer);
        }
    }
}
";

/// Set where panics keep their messages.
const MESSAGES: &str = "XTASK_PANIC_MESSAGES";

/// Puts the stand-in in place and has wasm-pack find it before any other wasm-bindgen. With `messages` a panic says in
/// the console what it is.
///
/// # Errors
/// When the stand-in cannot be written.
pub fn stand_in(project: &Project, wasm_pack: &mut Command, messages: bool) -> Result<()> {
    if messages {
        wasm_pack.env(MESSAGES, "1");
    } else {
        wasm_pack.env_remove(MESSAGES);
    }
    let folder = project.split_bin();
    let copy = folder.join(format!("{BINDGEN}{}", env::consts::EXE_SUFFIX));
    fs::create_dir_all(&folder)?;
    // A running program cannot be written over, but its name can be given away.
    let fresh = folder.join(format!("{}.new", std::process::id()));
    fs::copy(env::current_exe()?, &fresh)
        .and_then(|_| fs::rename(&fresh, &copy))
        .with_context(|| format!("{} cannot be written", copy.display()))?;
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder).chain(env::split_paths(&path));
    wasm_pack.env("PATH", env::join_paths(folders)?);
    Ok(())
}

/// Whether this program was started by the name `wasm-bindgen`.
#[must_use]
pub fn is_called_as_bindgen() -> bool {
    env::args_os()
        .next()
        .is_some_and(|name| Path::new(&name).file_stem() == Some(OsStr::new(BINDGEN)))
}

/// Does what wasm-bindgen does, with the parts cut off first.
///
/// # Errors
/// When a step fails, or when wasm-pack calls in another way than expected.
pub fn as_bindgen() -> Result<()> {
    let words: Vec<OsString> = env::args_os().skip(1).collect();
    if words.iter().any(|word| word == "--version") {
        // wasm-pack holds it against the version of the crate.
        say(&format!("{BINDGEN} {}", tools::WASM_BINDGEN.version));
        return Ok(());
    }
    let call = Call::read(&words)?;
    let parts = call.out.with_extension("parts");
    if parts.is_dir() {
        fs::remove_dir_all(&parts)?;
    }
    fs::create_dir_all(&parts)?;
    let mut linked = fs::read(&call.wasm).with_context(|| call.wasm.display().to_string())?;
    if env::var_os(MESSAGES).is_none() {
        linked = traps::without_messages(&linked)?;
    }
    let first = parts.join(
        call.wasm
            .file_name()
            .context("a wasm file without a name")?,
    );
    let glue = format!("./{}.js", call.name()?);
    let mut options = Options::new(&linked);
    options.output_dir = &parts;
    options.main_out_path = &first;
    options.main_module = &glue;
    let cut = transform(options).map_err(|error| anyhow!("{error:?}"))?;
    let mut made = Bindgen::new()
        .input_path(&first)
        .web(true)?
        .omit_default_module_path(false)
        .keep_lld_exports(true)
        .generate_output()?;
    let mut short = HashMap::new();
    let imports = made.wasm_mut().imports.iter_mut();
    for import in imports.filter(|import| import.name.starts_with(IMPORTED)) {
        let name = format!("i{}", short.len());
        short.insert(mem::replace(&mut import.name, name.clone()), name);
    }
    let elements = &mut made.wasm_mut().elements;
    let idle: Vec<_> = elements
        .iter()
        .filter(|element| is_idle(element))
        .map(Element::id)
        .collect();
    for element in idle {
        elements.delete(element);
    }
    made.emit(&call.out)?;
    let script = call.out.join(&glue);
    fs::write(&script, renamed(&fs::read_to_string(&script)?, &short))?;
    let packs = serde_json::to_string(&pack::list(&cut.prefetch_map))?;
    fs::write(call.out.join(pack::LIST), packs)?;
    lay_parts(&parts, &cut.split_modules, &linked, &call.out)
}

/// Whether it puts nothing into a table: the cutter writes one for the places of every part, and they are empty anyway.
fn is_idle(element: &Element) -> bool {
    let ElementItems::Expressions(_, items) = &element.items else {
        return false;
    };
    items
        .iter()
        .all(|item| matches!(item, ConstExpr::RefNull(_)))
}

/// A script with other names for what the program imports.
fn renamed(script: &str, names: &HashMap<String, String>) -> String {
    let mut text = String::new();
    let mut rest = script;
    while let Some(start) = rest.find(IMPORTED) {
        let (before, name) = rest.split_at(start);
        let is_part = |character: char| character.is_ascii_alphanumeric() || character == '_';
        let end = name.find(|character| !is_part(character));
        let (name, after) = name.split_at(end.unwrap_or(name.len()));
        text.push_str(before);
        text.push_str(names.get(name).map_or(name, String::as_str));
        rest = after;
    }
    text.push_str(rest);
    text
}

/// Puts the parts and their loader beside the JavaScript of the first file.
fn lay_parts(from: &Path, parts: &[PathBuf], linked: &[u8], out: &Path) -> Result<()> {
    let mut loader = fs::read_to_string(from.join(LOADER))?;
    ensure!(
        loader.contains(STREAMING),
        "the cutter writes another loader than expected"
    );
    loader = loader.replace(STREAMING, BUFFERED).replace(FETCH, GET_URL);
    loader.push_str(GET);
    // A part of another build would be linked to the wrong functions, so the parts of a build have its name.
    let mut hasher = DefaultHasher::new();
    linked.hash(&mut hasher);
    let build = format!("{:016x}", hasher.finish());
    for path in parts {
        let stem = path
            .file_stem()
            .context("a part without a name")?
            .to_string_lossy();
        let named = format!("{stem}-{build}.wasm");
        loader = loader.replace(&format!("\"./{stem}.wasm\""), &format!("\"./{named}\""));
        // The loader leaves out parts that are empty.
        if loader.contains(&named) {
            fs::copy(path, out.join(&named))?;
        }
    }
    fs::write(out.join(LOADER), loader)?;
    Ok(())
}

/// What wasm-pack asks of wasm-bindgen, as far as it matters here.
#[derive(Debug, PartialEq, Eq)]
struct Call {
    wasm: PathBuf,
    out: PathBuf,
}

impl Call {
    fn read(words: &[OsString]) -> Result<Self> {
        let out = words
            .iter()
            .position(|word| word == "--out-dir")
            .and_then(|place| words.get(place + 1));
        match (words.first(), out) {
            (Some(wasm), Some(out)) if Path::new(wasm).extension() == Some(OsStr::new("wasm")) => {
                Ok(Self {
                    wasm: wasm.into(),
                    out: out.into(),
                })
            }
            _ => bail!("wasm-pack calls wasm-bindgen in an unexpected way: {words:?}"),
        }
    }

    /// The name of the crate, as in the name of its wasm file.
    fn name(&self) -> Result<String> {
        let stem = self
            .wasm
            .file_stem()
            .context("a wasm file without a name")?;
        Ok(stem.to_string_lossy().into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_call_of_wasm_pack_is_read() {
        let words = ["a/b.wasm", "--out-dir", "c/pkg", "--no-typescript"].map(OsString::from);
        let call = Call::read(&words).unwrap();
        assert_eq!(call.wasm, Path::new("a/b.wasm"));
        assert_eq!(call.out, Path::new("c/pkg"));
        assert_eq!(call.name().unwrap(), "b");
        assert!(Call::read(&words[1..]).is_err());
    }

    #[test]
    fn imports_have_short_names() {
        let names = HashMap::from([("__wbg_get_1f".to_owned(), "i0".to_owned())]);
        let script = "{ __wbg_get_1f: f, __wbg_get_1f2: g }; this.__wbg_ptr";
        assert_eq!(
            renamed(script, &names),
            "{ i0: f, __wbg_get_1f2: g }; this.__wbg_ptr"
        );
    }

    #[test]
    fn parts_carry_the_build_in_their_names_and_empty_ones_stay_behind() {
        let folder = env::temp_dir().join(format!("xtask-split-{}", std::process::id()));
        fs::create_dir_all(folder.join("out")).unwrap();
        let loader = format!("fetch(new URL(\"./split_a.wasm\", here)); {STREAMING}\n");
        fs::write(folder.join(LOADER), loader).unwrap();
        let parts = ["split_a.wasm", "split_empty.wasm"].map(|name| folder.join(name));
        for part in &parts {
            fs::write(part, "part").unwrap();
        }
        lay_parts(&folder, &parts, b"linked", &folder.join("out")).unwrap();
        let loader = fs::read_to_string(folder.join("out").join(LOADER)).unwrap();
        let (_, name) = loader.split_once("./").unwrap();
        let (name, rest) = name.split_once('"').unwrap();
        assert!(name.starts_with("split_a-") && name.len() > "split_a-.wasm".len());
        assert_eq!(
            fs::read_to_string(folder.join("out").join(name)).unwrap(),
            "part"
        );
        assert!(rest.contains("answer.ok") && !rest.contains("Streaming"));
        assert_eq!(fs::read_dir(folder.join("out")).unwrap().count(), 2);
        fs::remove_dir_all(&folder).unwrap();
    }
}
