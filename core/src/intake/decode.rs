//! From the bytes of a file to text, and text without what nobody sees: spreadsheets and mail programs leave
//! invisible characters, other spaces and other hyphens in cells that look right.

use std::borrow::Cow;

/// The text of a file as Excel and its like save it: UTF-8, UTF-16 with or without byte order mark, or else
/// Windows-1252. Never fails.
pub fn decode(bytes: &[u8]) -> String {
    match (bytes, zeros(bytes)) {
        ([0xFF, 0xFE, rest @ ..], _) => utf_16(rest, u16::from_le_bytes),
        ([0xFE, 0xFF, rest @ ..], _) => utf_16(rest, u16::from_be_bytes),
        (_, [_, true]) => utf_16(bytes, u16::from_le_bytes),
        (_, [true, _]) => utf_16(bytes, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).map_or_else(|_| windows_1252(bytes), str::to_owned),
    }
}

/// Whether most of the first bytes of pairs, and of the second ones, are zero: Latin letters in UTF-16 are so.
fn zeros(bytes: &[u8]) -> [bool; 2] {
    const LOOKED_AT: usize = 4096;
    let (mut zeros, mut pairs) = ([0; 2], 0);
    for pair in bytes.chunks_exact(2).take(LOOKED_AT) {
        pairs += 1;
        for (count, byte) in zeros.iter_mut().zip(pair) {
            *count += usize::from(*byte == 0);
        }
    }
    zeros.map(|count| count * 2 > pairs)
}

fn utf_16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> String {
    let pairs = bytes.chunks_exact(2);
    let units = pairs.filter_map(|pair| Some(unit(pair.try_into().ok()?)));
    let characters = char::decode_utf16(units);
    characters
        .map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// What stands at 80 to 9F in Windows-1252; the five places that it leaves empty are not written by anybody.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

fn windows_1252(bytes: &[u8]) -> String {
    let special: Vec<char> = WINDOWS.chars().collect();
    let characters = bytes.iter().map(|byte| {
        let place = byte.checked_sub(0x80).map(usize::from);
        let found = place.and_then(|place| special.get(place));
        found.copied().unwrap_or(char::from(*byte))
    });
    characters.collect()
}

/// Accents as they stand alone behind a letter, with pairs of that letter and the one with the accent on it. Programs
/// of Apple write them apart.
const ACCENTS: [(char, &str); 9] = [
    ('\u{300}', "AÀEÈIÌOÒUÙaàeèiìoòuù"),
    ('\u{301}', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćNŃnńSŚsśZŹzź"),
    ('\u{302}', "AÂEÊIÎOÔUÛaâeêiîoôuû"),
    ('\u{303}', "AÃNÑOÕaãnñoõ"),
    ('\u{308}', "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ"),
    ('\u{30a}', "AÅUŮaåuů"),
    ('\u{327}', "CÇSŞcçsş"),
    ('\u{30c}', "CČSŠZŽEĚRŘcčsšzžeěrř"),
    ('\u{306}', "GĞAĂgğaă"),
];

/// The pairs of a letter without and with an accent.
fn pairs(letters: &str) -> impl Iterator<Item = (char, char)> {
    let (bare, accented) = (
        letters.chars().step_by(2),
        letters.chars().skip(1).step_by(2),
    );
    bare.zip(accented)
}

fn is_accent(character: char) -> bool {
    ACCENTS.iter().any(|(accent, _)| *accent == character)
}

/// The letter with this accent on it.
fn with_accent(letter: char, accent: char) -> Option<char> {
    let (_, letters) = ACCENTS.iter().find(|(one, _)| *one == accent)?;
    pairs(letters).find_map(|(bare, accented)| (bare == letter).then_some(accented))
}

/// The letter without its accent.
pub(super) fn without_accent(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    let mut all = ACCENTS.iter().flat_map(|(_, letters)| pairs(letters));
    all.find_map(|(bare, accented)| (accented == letter).then_some(bare))
        .unwrap_or(letter)
}

/// The text as it looks: without characters that are not seen, with plain spaces and hyphens for their like, and
/// with accents on their letters.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    let is_plain = |character| seen(character) == Some(character) && !is_accent(character);
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    for character in text.chars().filter_map(seen) {
        let joined = clean.chars().next_back();
        let joined = joined.and_then(|letter| with_accent(letter, character));
        if joined.is_some() {
            clean.pop();
        }
        clean.push(joined.unwrap_or(character));
    }
    Cow::Owned(clean)
}

/// What is seen of a character, in its plain form.
fn seen(character: char) -> Option<char> {
    Some(match character {
        '\0'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => return None,
        '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_in_the_four_ways_in_which_excel_saves_it() {
        let text = "Code\tCoördinatiepunt Één €\r\n";
        let units =
            |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let (little, big) = (units(u16::to_le_bytes), units(u16::to_be_bytes));
        let marked = |mark: [u8; 2], bytes: &[u8]| [&mark[..], bytes].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            marked([0xFF, 0xFE], &little),
            marked([0xFE, 0xFF], &big),
            little,
            big,
            b"Code\tCo\xF6rdinatiepunt \xC9\xE9n \x80\r\n".to_vec(),
        ] {
            assert_eq!(decode(&bytes), text);
        }
        assert_eq!(decode(b""), "");
        assert_eq!(decode(&[0xFF, 0xFE, 0x41]), "", "half a character");
    }

    #[test]
    fn what_is_not_seen_is_left_out_and_what_looks_alike_is_alike() {
        assert_eq!(visible("\u{feff}A\u{200b}-1\u{ad}"), "A-1");
        assert_eq!(
            visible("di\u{a0}ochtend 6\u{2011}1\u{2013}27"),
            "di ochtend 6-1-27"
        );
        assert_eq!(visible("Noe\u{308}l, E\u{301}e\u{301}n"), "Noël, Één");
        assert!(matches!(visible("Noël; A-1"), Cow::Borrowed(_)));
        assert_eq!("Één".chars().map(without_accent).collect::<String>(), "Een");
    }
}
