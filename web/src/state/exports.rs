//! The files that the planner can make, in one table: the menu, the buttons, the name and the type of a file follow from
//! its line here. One more is that line with what it makes, and its words.

use super::Model;
use centering_core::plan::Plan;
use centering_words::Lang;

// Functions and not a table of values: what makes a file is reached only through `Planner::export`, and so no part of
// the first load.
macro_rules! exports {
    ($($(#[$doc:meta])* $export:ident: $title:expr, $ending:literal, $media_type:literal, $make:expr;)+) => {
        /// A file that the planner can make.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Export {
            $($(#[$doc])* $export,)+
        }

        impl Export {
            /// All of them, in the order of the menu.
            pub const ALL: [Self; [$(Self::$export),+].len()] = [$(Self::$export),+];

            /// What the menu says.
            pub fn title(self, lang: Lang) -> &'static str {
                match self { $(Self::$export => $title(lang)),+ }
            }

            /// How the name of the file ends.
            fn ending(self) -> &'static str {
                match self { $(Self::$export => $ending),+ }
            }

            pub fn media_type(self) -> &'static str {
                match self { $(Self::$export => $media_type),+ }
            }

            fn text(self, model: &Model) -> String {
                match self { $(Self::$export => $make(model)),+ }
            }
        }
    };
}

exports! {
    /// The plan itself, as it is opened again.
    Plan: Lang::save_file, ".json", "application/json", |model: &Model| Plan::to_json_pretty(&model.plan);
}

impl Export {
    /// The name and the text of the file.
    pub fn make(self, model: &Model) -> (String, String) {
        (self.file_name(model), self.text(model))
    }

    /// The title of the plan, and today.
    fn file_name(self, model: &Model) -> String {
        let title = model.plan.title.to_lowercase();
        let words = title.split(|character: char| !character.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let name = match words.as_slice() {
            [] => "centering-plan".to_owned(),
            words => words.join("-"),
        };
        let day = model
            .today
            .map_or_else(String::new, |day| format!("-{day}"));
        format!("{name}{day}{}", self.ending())
    }
}
