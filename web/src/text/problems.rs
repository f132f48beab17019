//! Words of the screen problems.

use super::{Lang, texts};

impl Lang {
    texts! {
    }
}
