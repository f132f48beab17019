//! Lays wasm files that are needed together in one file. The cutter puts what several parts share in a file for
//! every combination of parts: dozens, most of them small. On a slow line each waits for its own answer, and
//! together they compress better. A pack is a wasm module of nothing but custom sections, one for each file, so
//! that every host serves and compresses it like the others; the loader takes each out by its place.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::{Context, Result, ensure};

/// The list of packs, beside the parts until the site is laid together.
pub const LIST: &str = "packs.json";
/// The name of a pack, and the parts for which it is fetched: what they need and no earlier pack holds. In the order
/// in which the app fetches the parts.
const PACKS: [(&str, &[&str]); 3] = [
    ("first", &["files", "today"]),
    ("planner", &["planner"]),
    ("groups", &["groups"]),
];
/// The pack of what the other parts share.
const SHARED: &str = "shared";
/// The start of every wasm module.
const HEAD: [u8; 8] = *b"\0asm\x01\0\0\0";
/// Takes a file out of a pack. A pack that did not come is fetched again when it is asked for again.
const UNPACK: &str = "const packs = new Map();
function unpack(url, start, length) {
    const { href } = url;
    if (!packs.has(href)) {
        const pack = get(url);
        packs.set(href, pack);
        pack.catch(() => packs.delete(href));
    }
    return packs.get(href).then((bytes) => new Uint8Array(bytes, start, length));
}
";

/// The files of each pack by their stems, from what the cutter says that each part needs.
#[must_use]
pub fn list(needs: &HashMap<String, Vec<String>>) -> Vec<(String, Vec<String>)> {
    let mut packed = BTreeSet::new();
    let mut take = |parts: &[&str], only_shared: bool| -> Vec<String> {
        let stems = parts.iter().filter_map(|part| needs.get(*part)).flatten();
        stems
            .filter(|stem| !only_shared || !stem.starts_with("split_"))
            .filter(|stem| packed.insert((*stem).clone()))
            .cloned()
            .collect()
    };
    let mut packs: Vec<(String, Vec<String>)> = PACKS
        .iter()
        .map(|(name, parts)| ((*name).to_owned(), take(parts, false)))
        .collect();
    let mut others: Vec<&str> = needs.keys().map(String::as_str).collect();
    others.sort_unstable();
    packs.push((SHARED.to_owned(), take(&others, true)));
    packs
}

/// Replaces the files of each pack by the pack, in the files below `folder` and in their `loader`.
///
/// # Errors
/// When the loader is not there or fetches a file in another way than expected.
pub fn pack(
    packs: &[(String, Vec<String>)],
    folder: &str,
    loader: &str,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<()> {
    let loader = format!("{folder}{loader}");
    let text = files.get(&loader).context("a site without a loader")?;
    let mut text = String::from_utf8(text.clone())?;
    for (name, stems) in packs {
        let mut content = HEAD.to_vec();
        let mut places = Vec::new();
        let mut build = String::new();
        for stem in stems {
            let start = format!("{folder}{stem}-");
            let found = files.keys().find(|path| path.starts_with(&start)).cloned();
            // The cutter leaves out what is empty.
            let Some(path) = found else { continue };
            let file = files.remove(&path).unwrap_or_default();
            build = path[start.len()..].to_owned();
            add_section(&mut content, stem, &file);
            places.push((path, content.len() - file.len(), file.len()));
        }
        if places.is_empty() {
            continue;
        }
        let name = format!("pack_{name}-{build}");
        for (path, start, length) in places {
            let fetch = |file: &str| format!("new URL(\"./{file}\", import.meta.url)");
            let old = format!("get({})", fetch(&path[folder.len()..]));
            ensure!(text.contains(&old), "the loader does not fetch {path}");
            let new = format!("unpack({}, {start}, {length})", fetch(&name));
            text = text.replace(&old, &new);
        }
        files.insert(format!("{folder}{name}"), content);
    }
    text.push_str(UNPACK);
    files.insert(loader, text.into_bytes());
    Ok(())
}

/// Adds a custom section.
pub fn add_section(module: &mut Vec<u8>, name: &str, content: &[u8]) {
    let mut head = Vec::new();
    add_number(&mut head, name.len());
    head.extend(name.as_bytes());
    module.push(0);
    add_number(module, head.len() + content.len());
    module.extend(head);
    module.extend(content);
}

/// Adds a number as wasm writes it: seven bits a byte, the last without the eighth bit.
pub fn add_number(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(list: &[(&str, &[&str])]) -> HashMap<String, Vec<String>> {
        let stems = |stems: &[&str]| stems.iter().map(|stem| (*stem).to_owned()).collect();
        list.iter()
            .map(|(part, of)| ((*part).to_owned(), stems(of)))
            .collect()
    }

    #[test]
    fn a_file_is_in_the_first_pack_that_needs_it() {
        let packs = list(&needs(&[
            ("files", &["chunk_1", "split_files"]),
            ("today", &["chunk_1", "chunk_2", "split_today"]),
            ("planner", &["chunk_2", "chunk_3", "split_planner"]),
            ("groups", &["chunk_3", "chunk_5", "split_groups"]),
            ("steps", &["chunk_3", "chunk_4", "split_steps"]),
            ("dialogs", &["chunk_4", "split_dialogs"]),
        ]));
        let of = |name: &str| {
            let pack = packs.iter().find(|(other, _)| other == name);
            pack.unwrap().1.join(" ")
        };
        assert_eq!(of("first"), "chunk_1 split_files chunk_2 split_today");
        assert_eq!(of("planner"), "chunk_3 split_planner");
        assert_eq!(of("groups"), "chunk_5 split_groups");
        assert_eq!(of("shared"), "chunk_4");
    }

    #[test]
    fn a_pack_holds_its_files_where_the_loader_says() {
        let fetch = |name: &str| format!("get(new URL(\"./{name}\", import.meta.url));");
        let large = vec![7; 300];
        let mut files: BTreeMap<String, Vec<u8>> = [
            ("pkg/a-1f.wasm", b"first".to_vec()),
            ("pkg/b-1f.wasm", large.clone()),
            ("pkg/other-1f.wasm", b"other".to_vec()),
            (
                "pkg/loader.js",
                ["a-1f.wasm", "b-1f.wasm", "other-1f.wasm"]
                    .map(fetch)
                    .concat()
                    .into_bytes(),
            ),
        ]
        .map(|(path, content)| (path.to_owned(), content))
        .into();
        let stems = ["a", "b", "left-out"].map(str::to_owned).to_vec();
        pack(&[("x".to_owned(), stems)], "pkg/", "loader.js", &mut files).unwrap();
        let paths: Vec<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(
            paths,
            ["pkg/loader.js", "pkg/other-1f.wasm", "pkg/pack_x-1f.wasm"]
        );
        let loader = String::from_utf8(files["pkg/loader.js"].clone()).unwrap();
        assert!(loader.contains(&fetch("other-1f.wasm")));
        let content = &files["pkg/pack_x-1f.wasm"];
        assert!(content.starts_with(&HEAD));
        let places = loader.split("unpack(new URL(\"./pack_x-1f.wasm\", import.meta.url), ");
        let found: Vec<&[u8]> = places
            .skip(1)
            .map(|place| {
                let (place, _) = place.split_once(')').unwrap();
                let (start, length) = place.split_once(", ").unwrap();
                let start: usize = start.parse().unwrap();
                &content[start..start + length.parse::<usize>().unwrap()]
            })
            .collect();
        assert_eq!(found, [b"first".as_slice(), &large]);
        // Sections end where the next begins, and the last at the end.
        assert_eq!(content.len(), 8 + (1 + 1 + 2 + 5) + (1 + 2 + 2 + 300));
    }
}
