//! Text of a document while it is read.

use serde::Deserialize;
use std::borrow::Cow;

/// A text that is looked at and then let go: borrowed from the document where nothing in it is escaped. A
/// plan of a whole country has hundreds of thousands of them.
#[derive(Deserialize)]
pub(crate) struct Text<'a>(#[serde(borrow)] pub Cow<'a, str>);
