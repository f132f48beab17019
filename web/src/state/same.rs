//! Identity as equality, for what screens compute once per plan.

use std::rc::Rc;

/// A shared value that equals another only when it is one and the same: a plan is the same as long as nobody
/// made an edit.
pub struct Same<T>(pub Rc<T>);

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
