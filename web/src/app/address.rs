//! The address of a page of the planner's own: a screen is a hash such as `#/rooster`, so that Back goes to the screen
//! before. The address of a page around the planner is left alone.

use crate::state::Page;

const BEFORE: &str = "#/";

fn location() -> Option<web_sys::Location> {
    Some(web_sys::window()?.location())
}

/// The screen that the address names.
pub fn page() -> Option<Page> {
    let hash = location()?.hash().ok()?;
    if hash.is_empty() {
        return Some(Page::Start);
    }
    Page::from_name(hash.strip_prefix(BEFORE)?)
}

/// Names the screen that is shown: the first in place of what stood there, each after it as a place to come back from.
pub fn show(shown: Page, is_first: bool) {
    let Some(location) = location().filter(|_| page() != Some(shown)) else {
        return;
    };
    let hash = format!("{BEFORE}{}", shown.name());
    // A page that may not change its address keeps it.
    let _ = if is_first {
        location.replace(&hash)
    } else {
        location.set_hash(&hash)
    };
}

/// Names the screen in the title of the page.
pub fn title(text: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(text);
    }
}
