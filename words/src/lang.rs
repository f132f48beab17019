//! The languages of the planner: the one list of them. What is not said in all of them does not compile.

/// A language of the planner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Lang {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The tag for the `lang` attribute.
    pub fn tag(self) -> &'static str {
        self.of(["nl", "en"])
    }

    /// What it calls itself.
    pub fn own_name(self) -> &'static str {
        self.of(["Nederlands", "English"])
    }

    /// The language of a tag such as `nl-NL`.
    pub fn tagged(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let mut all = Self::ALL.into_iter();
        all.find(|lang| tag.starts_with(lang.tag()))
    }

    /// The same; Dutch for tags of other languages.
    pub fn of_tag(tag: &str) -> Self {
        Self::tagged(tag).unwrap_or(Self::Nl)
    }

    /// The language after this one, round the list.
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }

    /// The text, or part of one, for this language; they stand in the order of [`Lang::ALL`].
    pub fn of<T>(self, texts: [T; Self::ALL.len()]) -> T {
        let [nl, en] = texts;
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }
}
