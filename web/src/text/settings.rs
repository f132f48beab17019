//! Words of the screen settings.

use super::{Lang, texts};

impl Lang {
    texts! {
    }
}
