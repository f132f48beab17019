//! Values that stand in a document as text: how they are read, and what is said of a text that is none. And how a fault
//! is made: its kinds, each with what it says.

use serde::{Deserialize, Deserializer, de};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// A text that is looked at and then let go: borrowed from the document where nothing in it is escaped. A
/// plan of a whole country has hundreds of thousands of them.
#[derive(Deserialize)]
pub(crate) struct Text<'a>(#[serde(borrow)] pub Cow<'a, str>);

/// That a text is not what it was read as, such as a day or a half-day.
///
/// It says what was expected and does not repeat the text, which can be anything that somebody pasted. Who reads a
/// document gets the text beside it, in the error of the document.
///
/// ```
/// use centering_core::calendar::Date;
/// let error = "1-2-2027".parse::<Date>().unwrap_err();
/// assert_eq!(error.to_string(), "not a day; expected yyyy-mm-dd, 1900 to 2199");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseError {
    what: &'static str,
    expected: &'static str,
}

impl ParseError {
    pub(crate) const fn new(what: &'static str, expected: &'static str) -> Self {
        Self { what, expected }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "not {}; expected {}", self.what, self.expected)
    }
}

impl std::error::Error for ParseError {}

/// Reads a value that stands in a document as text; the text that is refused is named.
pub(crate) fn read<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromStr<Err = ParseError>,
    D: Deserializer<'de>,
{
    let text = Text::deserialize(deserializer)?.0;
    text.parse()
        .map_err(|error| de::Error::custom(format_args!("'{text}' is {error}")))
}

/// Types that are written in a document as they are printed, and read as they are parsed.
macro_rules! as_text {
    ($($name:ty),+) => {$(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::text::read(deserializer)
            }
        }
    )+};
}

/// What every id has that is a text: one way to be read, the rules of which the check holds, and one to be printed.
macro_rules! text_id {
    ($($name:ident: $check:expr => $fault:ty;)+) => {$(
        impl $name {
            /// Reads it from a text; spaces around it do not count.
            ///
            /// # Errors
            /// What is expected of such a text.
            pub fn parse(text: &str) -> Result<Self, $fault> {
                $check(text.trim()).map(Self)
            }

            /// As text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = $fault;

            fn from_str(text: &str) -> Result<Self, $fault> {
                Self::parse(text)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }
    )+};
}

/// An enum of faults, made of one line for each kind: its meaning, what it holds, and the sentence for developers, which
/// can name what it holds.
macro_rules! faults {
    ($(#[$about:meta])* pub enum $name:ident {$(
        $(#[$meaning:meta])*
        $kind:ident $(($($part:ident: $held:ty),+))? $({$($(#[$what:meta])* $field:ident: $type:ty,)+})?
            => $text:literal $(, $value:expr)*;
    )+}) => {
        $(#[$about])*
        pub enum $name {$(
            $(#[$meaning])*
            $kind $(($($held),+))? $({$($(#[$what])* $field: $type),+})?,
        )+}

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {$(
                    Self::$kind $(($($part),+))? $({$($field),+})? => write!(out, $text $(, $value)*),
                )+}
            }
        }

        impl std::error::Error for $name {}
    };
}

pub(crate) use {as_text, faults, text_id};
