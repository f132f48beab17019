//! Words of the screen groups.

use super::{Lang, texts};

impl Lang {
    texts! {
    }
}
