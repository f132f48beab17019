//! Every word of the planner in Dutch and English. Each text stands once, in both languages side by side;
//! one that lacks a language does not compile. Dutch comes first: je-form, plain words, level B1.

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
mod layers;
mod line_problems;
mod problems;
mod recruitment;
mod regroup;
mod replan;
mod roster;
mod settings;
mod start;
mod step_work;
mod steps;
mod stored;
mod team;
mod template;
mod variants;

pub use common::capital;
pub use problems::problem_family;

/// A language of the planner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    Nl,
    En,
}

impl Lang {
    /// The language of a language tag such as `nl-NL`; Dutch for every other tag than English.
    pub fn of_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("en") {
            Self::En
        } else {
            Self::Nl
        }
    }

    /// The tag for the `lang` attribute.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }
}

/// Texts as methods of `Lang`: `name: "nl", "en";` is a fixed text, `name(arguments): nl, en;` is made from
/// values by two expressions of type `String`, in which `Lang::Nl` or `Lang::En` stands for the language.
macro_rules! texts {
    () => {};
    ($name:ident: $nl:literal, $en:literal; $($rest:tt)*) => {
        pub fn $name(self) -> &'static str {
            match self {
                Self::Nl => $nl,
                Self::En => $en,
            }
        }
        texts! { $($rest)* }
    };
    ($name:ident($($argument:ident: $kind:ty),*): $nl:expr, $en:expr; $($rest:tt)*) => {
        pub fn $name(self, $($argument: $kind),*) -> String {
            match self {
                Self::Nl => $nl,
                Self::En => $en,
            }
        }
        texts! { $($rest)* }
    };
}
use texts;
