//! What the planner of [`centering_core`] says to people who plan, in each [`Lang`]: what is wrong in a plan and what
//! helps, what an edit did or why it is refused, dates, and the words of its screens.
//!
//! ```
//! use centering_core::prelude::*;
//! use centering_words::Lang;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let today = Some("2027-01-25".parse()?);
//! let mut plan = Plan::empty();
//! let table = Table::read("Code;Geboortedatum;Locatie\nN1;4-1-2027;Noord\nN2;6-1-2027;Noord\n");
//! let intake = read_enrolments(&table, &Reading::guess(&table, &plan), &plan, today);
//! plan.edit(&intake.edit().ok_or("the list leaves something to ask")?, today)?;
//!
//! let problems = check(&plan, today);
//! let [first, ..] = problems.as_slice() else { return Err("two families are too few".into()) };
//! assert_eq!(Lang::Nl.problem_title(&plan, first), "Gezin N1 heeft geen groep: te weinig gezinnen die hier wachten: 2 van de 6");
//! for remedy in remedies(&plan, first, today) {
//!     let (what, consequence) = Lang::Nl.remedy(&plan, &remedy);
//!     println!("{what}: {consequence}");
//! }
//!
//! let refused = plan.edit(&Edit::Dissolve("NOO-1".parse()?), today);
//! let why = refused.err().map(|refusal| Lang::En.refusal(&plan, &refusal));
//! assert_eq!(why.as_deref(), Some("Group NOO-1 does not exist any more."));
//! # Ok(())
//! # }
//! ```
//!
//! All texts are methods of [`Lang`]. Those for a program are [`problem_title`](Lang::problem_title),
//! [`problem_detail`](Lang::problem_detail), [`problem_help`](Lang::problem_help), [`remedy`](Lang::remedy),
//! [`edit_name`](Lang::edit_name), [`refusal`](Lang::refusal), [`read_error`](Lang::read_error) and the dates
//! ([`day_full`](Lang::day_full) and its like); the others stand on the screens and say in their documentation what
//! they say. They change as the screens do, in any version.
//!
//! A text stands once, its languages side by side in the order of [`Lang::ALL`]; one that lacks a language does not
//! compile. Dutch comes first: je-form, plain words, level B1. A language more is a variant of `Lang` with its tag and
//! name, and a pattern in `pick` and `say`; from there the compiler names what lacks it, and the tests below name the
//! texts in data.

mod assurance;
mod calendar;
mod common;
mod dates;
mod dialogs;
mod edits;
mod factors;
mod family;
mod frame;
mod groups;
mod intake;
mod invitation;
mod lang;
mod layers;
mod line_problems;
mod problems;
mod recruitment;
mod regroup;
mod replan;
mod roster;
mod running;
mod settings;
mod start;
mod step_work;
mod steps;
mod stored;
mod team;
mod template;
mod today;
mod variants;

pub use common::capital;
pub use lang::Lang;
pub use problems::problem_family;

/// `pick!(lang; nl, en)`: the expression for the language; the others are not evaluated.
macro_rules! pick {
    ($lang:expr; $nl:expr, $en:expr) => {
        match $lang {
            $crate::Lang::Nl => $nl,
            $crate::Lang::En => $en,
        }
    };
    ($lang:expr; $($other:tt)+) => {
        compile_error!(concat!("not once for every language: ", stringify!($($other)+)))
    };
}
use pick;

/// `say!(lang; "nl", "en")`: a `String` from the format string for the language; values for all of them follow
/// after another `;`.
macro_rules! say {
    ($lang:expr; $nl:literal, $en:literal $(; $($value:tt)+)?) => {
        $crate::pick!($lang; format!($nl $(, $($value)+)?), format!($en $(, $($value)+)?))
    };
    ($lang:expr; $($other:tt)+) => {
        compile_error!(concat!("not once for every language: ", stringify!($($other)+)))
    };
}
use say;

/// Texts as methods of `Lang`, each in every language, documented by what they say:
///
/// * `name: "nl", "en";` is a fixed text;
/// * `name(arguments): "nl", "en";` fills the arguments in, and values for the places `{}` after `=> |lang|`;
/// * `name(count: usize): "one" | "{count} more", ..;` is one text for 1 and another for other numbers;
/// * `name(arguments): nl, en;` is made by expressions of type `String`.
macro_rules! texts {
    () => {};
    ($name:ident: $first:literal $(, $text:literal)+; $($rest:tt)*) => {
        #[doc = concat!("`", $first, "`" $(, ", `", $text, "`")+)]
        pub fn $name(self) -> &'static str {
            $crate::pick!(self; $first $(, $text)+)
        }
        texts! { $($rest)* }
    };
    ($name:ident($($argument:ident: $kind:ty),*):
        $first:literal $(, $text:literal)+ $(=> |$lang:ident| $($value:expr),+)?; $($rest:tt)*) => {
        #[doc = concat!("`", $first, "`" $(, ", `", $text, "`")+)]
        pub fn $name(self, $($argument: $kind),*) -> String {
            $(let $lang = self;)?
            $crate::say!(self; $first $(, $text)+ $(; $($value),+)?)
        }
        texts! { $($rest)* }
    };
    ($name:ident($count:ident: $number:ty $(, $argument:ident: $kind:ty)*):
        $first:literal | $other:literal $(, $one:literal | $many:literal)+ $(=> |$lang:ident| $($value:expr),+)?;
        $($rest:tt)*) => {
        #[doc = concat!("`", $first, "` or `", $other, "`" $(, ", `", $one, "` or `", $many, "`")+)]
        pub fn $name(self, $count: $number $(, $argument: $kind)*) -> String {
            $(let $lang = self;)?
            if $count == 1 {
                $crate::say!(self; $first $(, $one)+ $(; $($value),+)?)
            } else {
                $crate::say!(self; $other $(, $many)+ $(; $($value),+)?)
            }
        }
        texts! { $($rest)* }
    };
    ($name:ident($($argument:ident: $kind:ty),*): $first:expr $(, $text:expr)+; $($rest:tt)*) => {
        #[doc = concat!("`", stringify!($first), "`" $(, ", `", stringify!($text), "`")+)]
        pub fn $name(self, $($argument: $kind),*) -> String {
            $crate::pick!(self; $first $(, $text)+)
        }
        texts! { $($rest)* }
    };
}
use texts;

#[cfg(test)]
mod tests {
    use super::Lang;
    use serde_json::Value;
    use std::path::Path;

    /// Holds that every text below a value that is in one language is in all of them.
    fn is_complete(file: &Path, value: &Value) {
        let parts: Vec<&Value> = match value {
            Value::Object(fields) => fields.values().collect(),
            Value::Array(items) => items.iter().collect(),
            _ => Vec::new(),
        };
        let texts = Lang::ALL.map(|lang| value.get(lang.tag()).and_then(Value::as_str));
        let missing = |text: &Option<&str>| text.is_none_or(|text| text.trim().is_empty());
        assert!(
            texts.iter().all(Option::is_none) || !texts.iter().any(missing),
            "{}: {value} lacks a language",
            file.display()
        );
        for part in parts {
            is_complete(file, part);
        }
    }

    #[test]
    fn the_words_of_data_are_in_every_language() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/data");
        for file in std::fs::read_dir(folder).unwrap() {
            let file = file.unwrap().path();
            let text = std::fs::read_to_string(&file).unwrap();
            is_complete(&file, &serde_json::from_str(&text).unwrap());
        }
    }

    #[test]
    fn the_loader_can_say_in_every_language_that_it_cannot_start() {
        let loader = include_str!("../../www/centering-planner.js");
        for lang in Lang::ALL {
            assert!(loader.contains(&format!("\n  {}: \"", lang.tag())));
        }
    }

    #[test]
    fn a_tag_gives_its_language() {
        assert_eq!(Lang::tagged("en-GB"), Some(Lang::En));
        assert_eq!(Lang::tagged("-"), None);
        assert_eq!(Lang::of_tag("fy"), Lang::Nl);
        assert_eq!(Lang::Nl.next().next(), Lang::Nl);
    }
}
