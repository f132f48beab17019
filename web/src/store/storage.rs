//! The plan in localStorage. One item holds a stamp and the plan, so that a save replaces both at once or
//! not at all. A save never overwrites what another tab wrote in the meantime.

use super::model::{Page, Theme};
use crate::later::{Files, Planner};
use crate::text::Lang;
use centering_core::plan::{Plan, ReadError};
use std::rc::Rc;

const PREFIX: &str = "centering-planner";

/// The first word of every stored plan; the number is that of this layout.
const MARK: &str = "centering-planner/1";

/// The place of one plan in localStorage.
pub struct Storage {
    key: String,
    /// Names this tab in the stamps that it writes.
    tab: String,
    /// The stamp that the stored plan should still have; empty when nothing was stored.
    stamp: String,
    saves: u32,
}

/// What was found at the start.
pub enum Loaded {
    /// No plan is stored.
    Nothing,
    /// A plan.
    Plan(Box<Plan>),
    /// A plan of a newer major version; it stays where it is.
    Newer,
    /// Something that cannot be read; it was set aside and can be downloaded.
    Damaged(String),
    /// The browser forbids localStorage.
    Forbidden,
}

/// Why a save did not happen. What was stored before is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveFault {
    /// Another tab changed the stored plan.
    OtherTab,
    /// There is no room.
    Full,
    /// The browser forbids localStorage.
    Forbidden,
}

/// Of this tab only, so that every tab comes back to its own page after a reload.
fn session_storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

fn local_storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Whether a change of this stored value was made by another tab. `None` is a removed value.
pub fn is_other_tab(storage: &Storage, value: Option<&str>) -> bool {
    stamp_of(value.unwrap_or_default()) != storage.stamp
}

/// No browser keeps more characters than this for one site; the usual limit is 5 MB.
const LARGEST: usize = 5_300_000;

/// So many characters the plan takes at least: what every record has, without its optional fields. Counting ends
/// where it is too many.
fn least_size(plan: &Plan) -> usize {
    const ENROLMENT: usize =
        r#"{"code":"A1","birth":"2027-01-01","location":"a","language":"nl"},"#.len();
    const GROUP: usize =
        r#"{"id":"A","location":"a","language":"nl","members":[],"sessions":[]},"#.len();
    const SESSION: usize = r#"{"number":"B1","date":null,"status":"held"},"#.len();
    let mut size = plan.enrolments.len() * ENROLMENT + plan.groups.len() * GROUP;
    let mut groups = plan.groups.values();
    while size <= LARGEST
        && let Some(group) = groups.next()
    {
        size += group.sessions.len() * SESSION;
    }
    size
}

/// Whether no browser has room for the plan.
pub fn is_too_large(plan: &Plan) -> bool {
    least_size(plan) > LARGEST
}

/// The first line of a stored plan.
fn stamp_of(stored: &str) -> &str {
    stored.split('\n').next().unwrap_or_default()
}

impl Storage {
    /// The place for the plan with this name; several planners of one site use different names.
    pub fn new(name: &str) -> Self {
        // Tells tabs apart, nothing else; planning uses no randomness.
        let tab = ((js_sys::Math::random() * f64::from(u32::MAX)) as u32).to_string();
        Self {
            key: format!("{PREFIX}:{name}"),
            tab,
            stamp: String::new(),
            saves: 0,
        }
    }

    /// The key in localStorage.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Whether anything is stored; `None` when the browser forbids localStorage.
    pub fn has_plan(&self) -> Option<bool> {
        let stored = local_storage()?.get_item(&self.key).ok()?;
        Some(stored.is_some())
    }

    /// Reads the stored plan. From now on saves expect to find what was read here.
    pub fn load(&mut self, files: &Files) -> Loaded {
        let Some(storage) = local_storage() else {
            return Loaded::Forbidden;
        };
        let Ok(stored) = storage.get_item(&self.key) else {
            return Loaded::Forbidden;
        };
        let Some(stored) = stored else {
            self.stamp = String::new();
            return Loaded::Nothing;
        };
        self.stamp = stamp_of(&stored).to_owned();
        let body = stored.split_once('\n').map_or("", |(_, body)| body);
        let is_ours = self.stamp.starts_with(PREFIX);
        match (files.read)(if is_ours { body } else { &stored }) {
            Ok(plan) => Loaded::Plan(Box::new(plan)),
            Err(ReadError::Newer(_)) => Loaded::Newer,
            Err(ReadError::NotAPlan | ReadError::Damaged { .. }) => {
                // When there is no room for the copy the damaged text stays where it is until the next save.
                let _ = storage.set_item(&format!("{}:set-aside", self.key), &stored);
                Loaded::Damaged(if is_ours { body.to_owned() } else { stored })
            }
        }
    }

    /// Saves the plan, unless another tab saved one since our last load or save.
    pub fn save(&mut self, planner: &Planner, plan: &Plan) -> Result<(), SaveFault> {
        let storage = local_storage().ok_or(SaveFault::Forbidden)?;
        let stored = storage
            .get_item(&self.key)
            .map_err(|_| SaveFault::Forbidden)?;
        if stamp_of(stored.as_deref().unwrap_or_default()) != self.stamp {
            return Err(SaveFault::OtherTab);
        }
        if is_too_large(plan) {
            // Nothing is written: that alone would take a second.
            return Err(SaveFault::Full);
        }
        self.saves += 1;
        let stamp = format!("{MARK} {} {}", self.tab, self.saves);
        let text = format!("{stamp}\n{}", (planner.write)(plan));
        storage
            .set_item(&self.key, &text)
            .map_err(|_| SaveFault::Full)?;
        self.stamp = stamp;
        Ok(())
    }

    /// Accepts what another tab stored as known, so that the next save may replace it.
    pub fn accept_other(&mut self) {
        let stored = local_storage().and_then(|storage| storage.get_item(&self.key).ok().flatten());
        self.stamp = stamp_of(stored.as_deref().unwrap_or_default()).to_owned();
    }

    /// The variants that are kept beside the plan; those that cannot be read are left out.
    pub fn load_variants(&self, files: &Files) -> Vec<Rc<Plan>> {
        let key = self.variants_key();
        let stored = local_storage().and_then(|storage| storage.get_item(&key).ok().flatten());
        let stored = stored.unwrap_or_default();
        // A plan is one line of JSON.
        let plans = stored.lines().filter_map(|line| (files.read)(line).ok());
        plans.map(Rc::new).collect()
    }

    /// Keeps the variants beside the plan; says whether there is room for them.
    pub fn save_variants(&self, planner: &Planner, variants: &[Rc<Plan>]) -> bool {
        let key = self.variants_key();
        let Some(storage) = local_storage() else {
            return variants.is_empty();
        };
        if variants.is_empty() {
            // A browser that forbids removing also forbade storing.
            let _ = storage.remove_item(&key);
            return true;
        }
        if variants.iter().map(|plan| least_size(plan)).sum::<usize>() > LARGEST {
            return false;
        }
        let lines: Vec<String> = variants.iter().map(|plan| (planner.write)(plan)).collect();
        storage.set_item(&key, &lines.join("\n")).is_ok()
    }

    fn variants_key(&self) -> String {
        format!("{}:variants", self.key)
    }

    /// Remembers the page of this tab; where the browser forbids that, a reload starts at the usual one.
    pub fn keep_page(&self, page: Page) {
        if let Some(storage) = session_storage() {
            let _ = storage.set_item(&self.page_key(), page.name());
        }
    }

    /// The page where this tab was before it was loaded again.
    pub fn page(&self) -> Option<Page> {
        let name = session_storage()?.get_item(&self.page_key()).ok()??;
        Page::from_name(&name)
    }

    fn page_key(&self) -> String {
        format!("{}:page", self.key)
    }

    /// Removes everything of this planner from the browser.
    pub fn erase(&mut self) {
        if let Some(storage) = session_storage() {
            let _ = storage.remove_item(&self.page_key());
        }
        if let Some(storage) = local_storage() {
            for key in [
                self.key.clone(),
                format!("{}:set-aside", self.key),
                self.variants_key(),
                Preferences::KEY.to_owned(),
            ] {
                // A browser that forbids removing also forbade storing.
                let _ = storage.remove_item(&key);
            }
        }
        self.stamp = String::new();
    }
}

/// What a user set for all plans in this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    pub lang: Option<Lang>,
    pub theme: Option<Theme>,
}

impl Preferences {
    const KEY: &str = "centering-planner:preferences";

    /// Reads them; what cannot be read is absent.
    pub fn load() -> Self {
        let stored = local_storage().and_then(|storage| storage.get_item(Self::KEY).ok().flatten());
        let stored = stored.unwrap_or_default();
        let mut words = stored.split(' ');
        Self {
            lang: match words.next() {
                Some("nl") => Some(Lang::Nl),
                Some("en") => Some(Lang::En),
                _ => None,
            },
            theme: match words.next() {
                Some("auto") => Some(Theme::Auto),
                Some("light") => Some(Theme::Light),
                Some("dark") => Some(Theme::Dark),
                _ => None,
            },
        }
    }

    /// Stores them; where the browser forbids that, they hold until the page is closed.
    pub fn save(self) {
        let lang = self.lang.map_or("-", Lang::tag);
        let theme = self.theme.map_or("-", Theme::name);
        if let Some(storage) = local_storage() {
            let _ = storage.set_item(Self::KEY, &format!("{lang} {theme}"));
        }
    }
}
