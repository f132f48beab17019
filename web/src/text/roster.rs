//! Words of the screen roster.

use super::{Lang, texts};

impl Lang {
    texts! {
    }
}
