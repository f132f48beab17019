//! Every text has a user. The crate of words is public, so the compiler does not tell of one that nobody says any more.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, iter};

/// Who says the words, the crate of words itself among them.
const SPEAKERS: [&str; 3] = ["words", "exchange", "web"];

#[test]
fn every_text_is_said_by_somebody() {
    let (mut texts, mut said) = (BTreeSet::new(), BTreeSet::new());
    for package in SPEAKERS {
        for file in files(package) {
            let text = fs::read_to_string(&file).unwrap();
            let tokens: TokenStream = text.parse().unwrap();
            let mut reader = Reader::default();
            reader.read(tokens);
            said.extend(reader.said);
            if package == "words" {
                texts.extend(reader.texts);
            }
        }
    }
    assert!(texts.len() > 900, "only {} texts", texts.len());
    let silent: Vec<&String> = texts.difference(&said).collect();
    assert_eq!(silent, [] as [&String; 0]);
}

fn files(package: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut folders = vec![root.join(package).join("src")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files
}

/// What stands in one file, without its tests.
#[derive(Default)]
struct Reader {
    /// What `texts!` and `pub fn` of methods define.
    texts: BTreeSet<String>,
    /// What is called as a method, or named by its type.
    said: BTreeSet<String>,
}

impl Reader {
    fn read(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let words: Vec<String> = tokens.iter().map(word).collect();
        let mut is_test = false;
        for (place, token) in tokens.iter().enumerate() {
            let before = |back: usize| {
                let place = place.checked_sub(back);
                place
                    .and_then(|place| words.get(place))
                    .map_or("", |word| word)
            };
            match token {
                TokenTree::Group(group) => {
                    let is_body = group.delimiter() == Delimiter::Brace;
                    if is_body && before(2) == "texts" && before(1) == "!" {
                        self.define(group.stream());
                    }
                    if !(is_body && std::mem::take(&mut is_test)) {
                        self.read(group.stream());
                    }
                    let attribute = group.to_string().replace(' ', "");
                    is_test |= before(1) == "#" && attribute == "[cfg(test)]";
                }
                TokenTree::Ident(name) => {
                    let has_self = tokens.get(place + 1).is_some_and(takes_self);
                    if before(1) == "fn" && before(2) == "pub" && has_self {
                        self.texts.insert(name.to_string());
                    }
                    let is_call = matches!(tokens.get(place + 1), Some(TokenTree::Group(group))
                        if group.delimiter() == Delimiter::Parenthesis);
                    let is_path = before(1) == ":" && matches!(before(3), "Lang" | "Self");
                    if before(1) == "." && is_call || is_path {
                        self.said.insert(name.to_string());
                    }
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }

    /// The names in `texts!`: each stands first, or after the `;` of the one before.
    fn define(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let starts = iter::once(true).chain(tokens.iter().map(|token| word(token) == ";"));
        for (token, starts) in tokens.iter().zip(starts) {
            if let (TokenTree::Ident(name), true) = (token, starts) {
                self.texts.insert(name.to_string());
            }
        }
    }
}

/// A token that is no group.
fn word(token: &TokenTree) -> String {
    match token {
        TokenTree::Group(_) => String::new(),
        token => token.to_string(),
    }
}

fn takes_self(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group)
        if matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(first)) if first == "self"))
}
