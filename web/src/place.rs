//! A place in localStorage for plans: a stamp, and below it a plan a line. A text that cannot be read is set aside
//! before anything takes its place, and stays until the user lets it go.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// What the items of plans begin with.
const PREFIX: &str = "centering-planner";
/// The layout of a stored text, in the first word of its stamp.
const LAYOUT: u32 = 1;

/// Why a save did not happen. What was stored before is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveFault {
    /// Another tab changed what is stored.
    OtherTab,
    /// What is stored is damaged, kept nowhere else, and there is no room to set it aside.
    Damaged,
    /// There is no room.
    Full,
    /// The browser forbids localStorage.
    Forbidden,
}

/// What is stored in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The plan.
    Plan,
    /// The plans that are kept beside it.
    Variants,
}

impl Kind {
    /// The key of its place, for the plan with this name.
    fn key(self, name: &str) -> String {
        match self {
            Self::Plan => format!("{PREFIX}:{name}"),
            Self::Variants => format!("{PREFIX}:{name}:variants"),
        }
    }

    /// The key of a text of it that was set aside; they are counted from 1. No plan, whatever its name, has one of
    /// these keys, except the first, which earlier versions wrote.
    fn aside_key(self, name: &str, number: u32) -> String {
        match (self, number) {
            (Self::Plan, 1) => format!("{PREFIX}:{name}:set-aside"),
            (Self::Plan, _) => format!("{PREFIX}-set-aside:{number}:{name}"),
            (Self::Variants, _) => format!("{PREFIX}-variants-set-aside:{number}:{name}"),
        }
    }

    /// The number in such a key; `None` for every other key.
    fn aside_number(self, name: &str, key: &str) -> Option<u32> {
        let written = key.split(':').nth(1).and_then(|word| word.parse().ok());
        let mut numbers = [1, written.unwrap_or(1)].into_iter();
        numbers.find(|number| self.aside_key(name, *number) == key)
    }
}

/// A text that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    pub kind: Kind,
    /// The item that holds it.
    key: String,
    stored: String,
    /// Whether it was set aside; otherwise it stands where it was found, and nothing may take its place.
    pub is_set_aside: bool,
}

impl Damaged {
    /// The text without our stamp.
    pub fn text(&self) -> &str {
        body_of(&self.stored).unwrap_or(&self.stored)
    }
}

/// Whether what stands in a place may be replaced.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Guard {
    /// It could be read, or was set aside.
    None,
    /// It is damaged and kept nowhere else.
    Only,
    /// The same, and the user has downloaded it.
    Downloaded,
}

/// One place of the plan with a name.
pub struct Place {
    kind: Kind,
    name: String,
    key: String,
    /// Names this tab in the stamps that it writes.
    tab: u32,
    saves: u32,
    /// The stamp of what may be replaced; empty when nothing was stored.
    stamp: String,
    guard: Guard,
}

pub fn local_storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// What tells a stored text from another one: its first line, or all of it where that is no stamp.
pub fn stamp_of(stored: &str) -> &str {
    match layout_of(stored) {
        Some(_) => stored.split('\n').next().unwrap_or_default(),
        None => stored,
    }
}

/// The layout that the stamp of a stored text names; `None` where it has no stamp.
fn layout_of(stored: &str) -> Option<u32> {
    let rest = stored.strip_prefix(PREFIX)?.strip_prefix('/')?;
    rest.split([' ', '\n']).next()?.parse().ok()
}

/// What follows the stamp, or all of a text without one; `None` for the layout of a newer planner.
pub fn body_of(stored: &str) -> Option<&str> {
    match layout_of(stored) {
        None => Some(stored),
        Some(LAYOUT) => Some(stored.split_once('\n').map_or("", |(_, body)| body)),
        Some(_) => None,
    }
}

impl Place {
    pub fn new(kind: Kind, name: &str, tab: u32) -> Self {
        Self {
            kind,
            name: name.to_owned(),
            key: kind.key(name),
            tab,
            saves: 0,
            stamp: String::new(),
            guard: Guard::None,
        }
    }

    pub fn key(&self) -> &str {
        &self.key
    }

    /// Names what is known to stand here; empty when nothing does.
    pub fn stamp(&self) -> &str {
        &self.stamp
    }

    /// What is stored now; empty when nothing is.
    pub fn stored(&self) -> Result<String, SaveFault> {
        let storage = local_storage().ok_or(SaveFault::Forbidden)?;
        let stored = storage.get_item(&self.key);
        Ok(stored
            .map_err(|_| SaveFault::Forbidden)?
            .unwrap_or_default())
    }

    /// Whether this is what this tab may replace.
    pub fn knows(&self, stored: &str) -> bool {
        stamp_of(stored) == self.stamp
    }

    /// From now on this may be replaced; where it is damaged, once it is set aside.
    pub fn accept(&mut self, stored: &str, is_damaged: bool) {
        self.stamp = stamp_of(stored).to_owned();
        self.guard = if is_damaged && !self.set_aside() {
            Guard::Only
        } else {
            Guard::None
        };
    }

    /// Puts plans in the place of what is known, or takes it away where there are none.
    pub fn replace(
        &mut self,
        plans: &dyn Fn() -> Result<Option<String>, SaveFault>,
    ) -> Result<(), SaveFault> {
        let storage = local_storage().ok_or(SaveFault::Forbidden)?;
        if !self.knows(&self.stored()?) {
            return Err(SaveFault::OtherTab);
        }
        if self.guard == Guard::Only {
            // There may be room by now.
            if !self.set_aside() {
                return Err(SaveFault::Damaged);
            }
            self.guard = Guard::None;
        }
        let stamp = if let Some(plans) = plans()? {
            self.saves += 1;
            let stamp = format!("{PREFIX}/{LAYOUT} {} {}", self.tab, self.saves);
            let text = format!("{stamp}\n{plans}");
            let written = storage.set_item(&self.key, &text);
            written.map_err(|_| SaveFault::Full)?;
            stamp
        } else {
            // A browser that forbids removing also forbade storing.
            let _ = storage.remove_item(&self.key);
            String::new()
        };
        self.stamp = stamp;
        self.guard = Guard::None;
        Ok(())
    }

    /// Sets what is stored now aside, unless that text is there already; says whether it is there.
    pub fn set_aside(&self) -> bool {
        let Some(storage) = local_storage() else {
            return false;
        };
        // As a text of JavaScript: half a character would not survive the way through ours.
        let text_of = |key: &str| {
            let text = Reflect::get(&storage, &JsValue::from_str(key)).ok();
            text.filter(JsValue::is_string)
        };
        let text = text_of(&self.key);
        let kept = self.asides(&storage);
        if kept.iter().any(|(_, key)| text_of(key) == text) {
            return true;
        }
        let is_free = |number: &u32| kept.iter().all(|(taken, _)| taken != number);
        let free = (1..).find(is_free).unwrap_or_default();
        let key = JsValue::from_str(&self.kind.aside_key(&self.name, free));
        text.is_some_and(|text| Reflect::set(&storage, &key, &text).is_ok())
    }

    /// The items that were set aside, by number.
    fn asides(&self, storage: &web_sys::Storage) -> Vec<(u32, String)> {
        let count = storage.length().unwrap_or_default();
        let keys = (0..count).filter_map(|at| storage.key(at).ok().flatten());
        let mut asides = Vec::new();
        for key in keys {
            if let Some(number) = self.kind.aside_number(&self.name, &key) {
                let place = asides.partition_point(|(other, _)| *other < number);
                asides.insert(place, (number, key));
            }
        }
        asides
    }

    /// Whether this is the key of an item that was set aside.
    pub fn is_aside(&self, key: &str) -> bool {
        self.kind.aside_number(&self.name, key).is_some()
    }

    /// Whether anything is stored here, or was set aside.
    pub fn has_any(&self) -> bool {
        let is_aside = local_storage().is_some_and(|storage| !self.asides(&storage).is_empty());
        is_aside || self.stored().is_ok_and(|stored| !stored.is_empty())
    }

    /// Every text that could not be read and is still there.
    pub fn damaged(&self) -> Vec<Damaged> {
        let Some(storage) = local_storage() else {
            return Vec::new();
        };
        let asides = self
            .asides(&storage)
            .into_iter()
            .map(|(_, key)| (key, true));
        let here = (self.guard != Guard::None).then(|| (self.key.clone(), false));
        asides
            .chain(here)
            .filter_map(|(key, is_set_aside)| {
                Some(Damaged {
                    kind: self.kind,
                    stored: storage.get_item(&key).ok()??,
                    key,
                    is_set_aside,
                })
            })
            .collect()
    }

    /// The user has downloaded a text: where it stands in this place, it may be replaced.
    pub fn downloaded(&mut self, text: &Damaged) {
        if text.key == self.key && self.guard == Guard::Only {
            self.guard = Guard::Downloaded;
        }
    }

    /// Takes a text away for good, also where it still stands in this place.
    pub fn let_go(&mut self, text: &Damaged) {
        let Some(storage) = local_storage() else {
            return;
        };
        let holds = |key: &str| storage.get_item(key).ok().flatten().as_ref() == Some(&text.stored);
        if holds(&self.key) {
            let _ = storage.remove_item(&self.key);
            self.accept("", false);
        }
        if holds(&text.key) {
            let _ = storage.remove_item(&text.key);
        }
    }

    /// Takes everything away.
    pub fn erase(&mut self) {
        if let Some(storage) = local_storage() {
            let _ = storage.remove_item(&self.key);
            for (_, key) in self.asides(&storage) {
                let _ = storage.remove_item(&key);
            }
        }
        self.accept("", false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_told_from_what_follows_it() {
        let ours = "centering-planner/1 7 3\n{}\n{}";
        assert_eq!(stamp_of(ours), "centering-planner/1 7 3");
        assert_eq!(body_of(ours), Some("{}\n{}"));
        assert_eq!(body_of("centering-planner/1 7 3"), Some(""));
    }

    #[test]
    fn a_text_without_a_stamp_is_read_whole_and_is_known_by_all_of_it() {
        for text in ["", "{\n}", "centering-planner", "centering-planner/x 1\n{}"] {
            assert_eq!((stamp_of(text), body_of(text)), (text, Some(text)));
        }
    }

    #[test]
    fn a_layout_of_a_newer_planner_is_not_read() {
        for text in ["centering-planner/2 7 3\n{}", "centering-planner/12\n{}"] {
            assert_eq!(body_of(text), None);
        }
    }

    #[test]
    fn texts_that_are_set_aside_are_found_by_their_keys() {
        for kind in [Kind::Plan, Kind::Variants] {
            for name in ["plan", "3", "a:b", "2:plan", ""] {
                for number in [1, 2, 3, 12] {
                    let key = kind.aside_key(name, number);
                    assert_eq!(kind.aside_number(name, &key), Some(number), "{key}");
                }
            }
        }
        let first = "centering-planner:plan:set-aside";
        assert_eq!(Kind::Plan.aside_number("plan", first), Some(1));
    }

    #[test]
    fn keys_of_different_things_do_not_meet() {
        let names = ["plan", "2:plan", "plan:variants", "set-aside", "3"];
        let kinds = [Kind::Plan, Kind::Variants];
        for (kind, name) in kinds
            .into_iter()
            .flat_map(|kind| names.map(|name| (kind, name)))
        {
            for number in 2..5 {
                let key = kind.aside_key(name, number);
                assert!(!key.starts_with("centering-planner:"), "{key}");
                for (other, also) in kinds
                    .into_iter()
                    .flat_map(|kind| names.map(|name| (kind, name)))
                {
                    let is_same = (other, also) == (kind, name);
                    assert_eq!(other.aside_number(also, &key).is_some(), is_same, "{key}");
                }
            }
        }
        for key in [
            "centering-planner-set-aside:02:plan",
            "centering-planner:plan",
            "other",
        ] {
            assert_eq!(Kind::Plan.aside_number("plan", key), None);
        }
    }
}
