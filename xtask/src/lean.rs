//! Leaves out of scripts and styles what only their authors read: lines of comment, and the room before a line.

/// A script or a style sheet without its comments; any other file as it is.
#[must_use]
pub fn lean(path: &str, content: Vec<u8>) -> Vec<u8> {
    let is_text = path.ends_with(".js") || path.ends_with(".css");
    match std::str::from_utf8(&content) {
        // A text over several lines would lose its room.
        Ok(text) if is_text && !has_long_text(text) => without_comments(text).into_bytes(),
        _ => content,
    }
}

/// Whether a text in a script goes on over several lines.
fn has_long_text(script: &str) -> bool {
    let quotes = |line: &str| line.matches('`').count();
    script
        .lines()
        .any(|line| !line.trim_start().starts_with(['/', '*']) && quotes(line) % 2 == 1)
}

fn without_comments(text: &str) -> String {
    let mut lean = String::new();
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        let begins = !in_comment && line.starts_with("/*");
        if in_comment || begins {
            // What stands behind the end of a comment stays.
            let end = line.find("*/");
            in_comment = end.is_none();
            let behind = end.map_or("", |end| line[end + 2..].trim());
            if !behind.is_empty() {
                lean.push_str(behind);
                lean.push('\n');
            }
        } else if !line.is_empty() && !line.starts_with("//") {
            lean.push_str(line);
            lean.push('\n');
        }
    }
    lean
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(path: &str, text: &str) -> String {
        String::from_utf8(lean(path, text.as_bytes().to_vec())).unwrap()
    }

    #[test]
    fn comments_and_room_go_and_code_stays() {
        let script = "/* what\n * it is */\nexport function f() {\n    // why\n    /** how */ return 'a // b';\n}\n";
        let short = "export function f() {\nreturn 'a // b';\n}\n";
        assert_eq!(made("pkg/a.js", script), short);
        assert_eq!(
            made("a.css", "/* a */\n.a {\n  b: c;\n}\n"),
            ".a {\nb: c;\n}\n"
        );
    }

    #[test]
    fn what_would_lose_something_stays_as_it_is() {
        let text = "const a = `one\n    two`;\n";
        assert_eq!(made("a.js", text), text);
        assert_eq!(
            made("a.html", "<!-- a -->\n  /* b */"),
            "<!-- a -->\n  /* b */"
        );
    }
}
