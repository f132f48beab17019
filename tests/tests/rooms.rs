//! The rooms of core and of web stand in one order, in which each uses only those before it. It is stated here once;
//! what each room is for stands in ARCHITECTURE.md. Every file is read from its `mod` on, without its tests
//! and without what only a feature for development brings.
//!
//! A re-export is an import of the room that re-exports, so nobody can reach a higher room through a lower one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};

/// From the ground up.
const CORE: [&str; 17] = [
    "text",
    "engine",
    "calendar",
    "care",
    "steps",
    "assurance",
    "plan",
    "schedule",
    "cohort",
    "layers",
    "replan",
    "problem",
    "edit",
    "insight",
    "intake",
    "remedy",
    "prelude",
];

/// The ground that every screen is made of, the screens, and the shell that loads, works and keeps.
const WEB: [&str; 34] = [
    "place",
    "slices",
    "clipboard",
    "download",
    "state",
    "text",
    "chart",
    "parts",
    // Screens. What several of them use comes first.
    "pages::list",
    "pages::import",
    "pages::frame",
    "pages::stored",
    "pages::start",
    "pages::family",
    "pages::grouping",
    "pages::telling",
    "pages::physicians",
    "pages::settings",
    "pages::today",
    "pages::dialogs",
    "pages::intake",
    "pages::groups",
    "pages::roster",
    "pages::team",
    "pages::replan",
    "pages::steps",
    "pages::assurance",
    "pages::problems",
    "pages",
    "store",
    "host",
    "work",
    "later",
    "app",
];

#[test]
fn core_uses_only_rooms_below() {
    assert_eq!(upward(&arrows("core"), &CORE), [] as [String; 0]);
}

#[test]
fn web_uses_only_rooms_below() {
    assert_eq!(upward(&arrows("web"), &WEB), [] as [String; 0]);
}

/// Which room uses which, and one place where it does.
type Arrows = BTreeMap<(String, String), String>;

/// The arrows that run up, in words.
fn upward(arrows: &Arrows, order: &[&str]) -> Vec<String> {
    let height = |room: &str| {
        let place = order.iter().position(|known| *known == room);
        place.unwrap_or_else(|| panic!("the room `{room}` has no place in the order"))
    };
    let rises = |(from, to): &(String, String)| height(to) > height(from);
    let up = arrows.iter().filter(|(arrow, _)| rises(arrow));
    up.map(|((from, to), place)| format!("{from} uses {to}: {place}"))
        .collect()
}

fn arrows(package: &str) -> Arrows {
    let source = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(package)
        .join("src");
    let mut reader = Reader {
        folder: source.clone(),
        module: Vec::new(),
        file: String::new(),
        arrows: Arrows::new(),
        rooms: BTreeSet::new(),
    };
    reader.read(&source.join("lib.rs"), &source);
    assert!(reader.rooms.len() > 8, "no rooms in {}", source.display());
    reader.arrows
}

struct Reader {
    folder: PathBuf,
    /// The module that is read.
    module: Vec<String>,
    file: String,
    arrows: Arrows,
    rooms: BTreeSet<String>,
}

impl Reader {
    /// Reads the module in this file; those that it names lie in `below`.
    fn read(&mut self, file: &Path, below: &Path) {
        let text =
            fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let parsed =
            syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let name = file
            .strip_prefix(&self.folder)
            .unwrap_or(file)
            .display()
            .to_string();
        let outer = std::mem::replace(&mut self.file, name);
        for item in &parsed.items {
            match item {
                syn::Item::Mod(module) if module.content.is_none() => {
                    if !is_test(&module.attrs) {
                        self.read_module(&module.ident.to_string(), below);
                    }
                }
                item => self.visit_item(item),
            }
        }
        self.file = outer;
    }

    fn read_module(&mut self, name: &str, below: &Path) {
        self.module.push(name.to_owned());
        let folder = below.join(name);
        let flat = below.join(format!("{name}.rs"));
        let file = if flat.is_file() {
            flat
        } else {
            folder.join("mod.rs")
        };
        self.read(&file, &folder);
        self.module.pop();
    }

    /// The room in which a module lies; `None` for the crate itself.
    fn room_of(&self, path: &[String]) -> Option<String> {
        match path {
            [] => None,
            [screens, screen, ..] if screens == "pages" && self.is_screen(screen) => {
                Some(format!("pages::{screen}"))
            }
            [room, ..] => Some(room.clone()),
        }
    }

    /// Whether this is a module below `pages`, which only web has, and not an item that `pages` offers.
    fn is_screen(&self, name: &str) -> bool {
        let pages = self.folder.join("pages");
        pages.join(name).is_dir() || pages.join(format!("{name}.rs")).is_file()
    }

    /// Notes what a path uses. One that leads nowhere near the crate is of another crate or of the module itself.
    fn uses(&mut self, path: &[String]) {
        let mut base = self.module.clone();
        let mut rest = path;
        match rest.first().map(String::as_str) {
            Some("crate") => base.clear(),
            Some("super") => {
                base.pop();
            }
            _ => return,
        }
        rest = &rest[1..];
        while rest.first().is_some_and(|word| word == "super") {
            base.pop();
            rest = &rest[1..];
        }
        base.extend(rest.iter().cloned());
        let (Some(from), Some(to)) = (self.room_of(&self.module), self.room_of(&base)) else {
            return;
        };
        self.rooms.insert(from.clone());
        if from != to && !is_item(&to) {
            let place = format!("{} ({})", path.join("::"), self.file);
            self.arrows.entry((from, to)).or_insert(place);
        }
    }

    fn use_tree(&mut self, tree: &syn::UseTree, path: &mut Vec<String>) {
        match tree {
            syn::UseTree::Path(part) => {
                path.push(part.ident.to_string());
                self.use_tree(&part.tree, path);
                path.pop();
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.use_tree(tree, path);
                }
            }
            syn::UseTree::Name(syn::UseName { ident })
            | syn::UseTree::Rename(syn::UseRename { ident, .. }) => {
                path.push(ident.to_string());
                self.uses(path);
                path.pop();
            }
            syn::UseTree::Glob(_) => self.uses(path),
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if !is_test(&module.attrs) {
            self.module.push(module.ident.to_string());
            visit::visit_item_mod(self, module);
            self.module.pop();
        }
    }

    fn visit_item_use(&mut self, import: &'ast syn::ItemUse) {
        if !is_test(&import.attrs) {
            self.use_tree(&import.tree, &mut Vec::new());
        }
    }

    /// `pub(super)` uses nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let words: Vec<String> = path
            .segments
            .iter()
            .map(|part| part.ident.to_string())
            .collect();
        self.uses(&words);
        visit::visit_path(self, path);
    }

    /// What stands in `html!` and its like is no syntax of Rust: the words after `crate ::` count.
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let text = call.tokens.to_string();
        for found in text.split("crate :: ").skip(1) {
            let words = found.split(" :: ").map(|word| {
                let end = word.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
                word[..end.unwrap_or(word.len())].to_owned()
            });
            let path: Vec<String> = std::iter::once("crate".to_owned())
                .chain(words.take(2))
                .collect();
            self.uses(&path);
        }
        visit::visit_macro(self, call);
    }
}

/// Whether an item is only there in tests, or with a feature, all of which are for development.
fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let is_apart =
            |meta: syn::Meta| meta.path().is_ident("test") || meta.path().is_ident("feature");
        attribute.path().is_ident("cfg") && attribute.parse_args().is_ok_and(is_apart)
    })
}

/// Whether the word names an item and not a module.
fn is_item(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
