//! The plan in localStorage, its variants, and what of them was set aside. One item holds a stamp and the plan, so that
//! a save replaces both at once or not at all. A save never overwrites what another tab wrote in the meantime.

use crate::place::{Damaged, Kind, Place, SaveFault, body_of, local_storage};
use crate::state::{Files, Page, Planner, Theme};
use centering_core::calendar::Date;
use centering_core::edit::History;
use centering_core::plan::{Plan, ReadError};
use centering_core::problem::Problems;
use centering_words::Lang;
use std::collections::BTreeSet;
use std::rc::Rc;

/// What this planner keeps in the browser.
pub struct Storage {
    plan: Place,
    variants: Place,
    page_key: String,
    problems_key: String,
    history_key: String,
}

/// What is found in the place of the plan.
pub enum Loaded {
    /// No plan is stored.
    Nothing,
    /// A plan.
    Plan(Box<Plan>),
    /// A plan of a newer planner; it stays where it is.
    Newer,
    /// Something that cannot be read.
    Damaged,
    /// The browser forbids localStorage.
    Forbidden,
}

/// Of this tab only, so that every tab comes back to its own page after a reload.
fn session_storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// No browser keeps more characters than this for one site; the usual limit is 5 MB.
const LARGEST: usize = 5_300_000;

/// At most so many bytes of what can be taken back are kept for a reload.
const MOST_HISTORY: usize = 200_000;

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

/// What a stored text holds. The plan is one line of JSON below the stamp; one without a stamp was put there by hand.
fn read(files: &Files, stored: &str) -> Loaded {
    if stored.is_empty() {
        return Loaded::Nothing;
    }
    match body_of(stored).map(files.read) {
        Some(Ok(plan)) => Loaded::Plan(Box::new(plan)),
        Some(Err(ReadError::NotAPlan | ReadError::Damaged { .. })) => Loaded::Damaged,
        Some(Err(ReadError::Newer(_))) | None => Loaded::Newer,
    }
}

impl Storage {
    /// The place for the plan with this name; several planners of one site use different names.
    pub fn new(name: &str) -> Self {
        // Tells tabs apart, nothing else; planning uses no randomness.
        let tab = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
        let plan = Place::new(Kind::Plan, name, tab);
        Self {
            page_key: format!("{}:page", plan.key()),
            // No plan, whatever its name, has this key.
            problems_key: format!("centering-planner-problems:{name}"),
            history_key: format!("{}:history", plan.key()),
            variants: Place::new(Kind::Variants, name, tab),
            plan,
        }
    }

    /// What a change of this item concerns; `None` stands for all items.
    pub fn concerns(&self, key: Option<&str>) -> Concerned {
        let is = |place: &Place| key.is_none_or(|key| key == place.key());
        let is_aside = |place: &Place| key.is_none_or(|key| place.is_aside(key));
        Concerned {
            plan: is(&self.plan),
            variants: is(&self.variants),
            set_aside: is_aside(&self.plan) || is_aside(&self.variants),
        }
    }

    /// Whether a plan is stored; `None` when the browser forbids localStorage.
    pub fn has_plan(&self) -> Option<bool> {
        let stored = self.plan.stored().ok()?;
        Some(!stored.is_empty())
    }

    /// Whether anything is stored or was set aside.
    pub fn has_any(&self) -> bool {
        self.plan.has_any() || self.variants.has_any()
    }

    /// Whether what is stored is what this tab wrote or read last.
    pub fn is_as_known(&self) -> bool {
        self.plan
            .stored()
            .is_ok_and(|stored| self.plan.knows(&stored))
    }

    /// Looks at what is stored now, and changes nothing.
    pub fn look(&self, files: &Files) -> Loaded {
        let stored = self.plan.stored();
        stored.map_or(Loaded::Forbidden, |stored| read(files, &stored))
    }

    /// Reads what is stored now. From now on saves expect to find that, and may replace it: what is damaged once it is
    /// set aside, a plan of a newer planner never.
    pub fn load(&mut self, files: &Files) -> Loaded {
        let Ok(stored) = self.plan.stored() else {
            return Loaded::Forbidden;
        };
        let loaded = read(files, &stored);
        if !matches!(loaded, Loaded::Newer) {
            let is_damaged = matches!(loaded, Loaded::Damaged);
            self.plan.accept(&stored, is_damaged);
        }
        loaded
    }

    /// Saves the plan, unless another tab saved one since our last load or save.
    pub fn save(&mut self, planner: &Planner, plan: &Plan) -> Result<(), SaveFault> {
        self.plan.replace(&|| {
            if is_too_large(plan) {
                // Nothing is written: that alone would take a second.
                return Err(SaveFault::Full);
            }
            Ok(Some((planner.write)(plan)))
        })
    }

    /// The variants that are kept beside the plan, and whether any is of a newer planner; then they are left alone.
    pub fn load_variants(&mut self, files: &Files) -> (Vec<Rc<Plan>>, bool) {
        let stored = self.variants.stored().unwrap_or_default();
        let Some(lines) = body_of(&stored) else {
            return (Vec::new(), true);
        };
        let (mut plans, mut is_newer, mut is_damaged) = (Vec::new(), false, false);
        for line in lines.lines() {
            match read(files, line) {
                Loaded::Plan(plan) => plans.push(Rc::from(plan)),
                Loaded::Newer => is_newer = true,
                _ => is_damaged = true,
            }
        }
        if !is_newer {
            self.variants.accept(&stored, is_damaged);
        }
        (plans, is_newer)
    }

    /// Keeps the variants beside the plan, unless another tab changed them since they were read.
    pub fn save_variants(
        &mut self,
        planner: &Planner,
        variants: &[Rc<Plan>],
    ) -> Result<(), SaveFault> {
        self.variants.replace(&|| {
            if variants.iter().map(|plan| least_size(plan)).sum::<usize>() > LARGEST {
                return Err(SaveFault::Full);
            }
            let lines: Vec<String> = variants.iter().map(|plan| (planner.write)(plan)).collect();
            Ok((!lines.is_empty()).then(|| lines.join("\n")))
        })
    }

    /// Every text that could not be read and is still there.
    pub fn damaged(&self) -> Vec<Damaged> {
        let mut texts = self.plan.damaged();
        texts.extend(self.variants.damaged());
        texts
    }

    /// The user has downloaded a text that could not be read.
    pub fn downloaded(&mut self, text: &Damaged) {
        self.place(text.kind).downloaded(text);
    }

    /// Takes a text that could not be read away for good.
    pub fn let_go(&mut self, text: &Damaged) {
        self.place(text.kind).let_go(text);
    }

    fn place(&mut self, kind: Kind) -> &mut Place {
        match kind {
            Kind::Plan => &mut self.plan,
            Kind::Variants => &mut self.variants,
        }
    }

    /// Remembers the page of this tab; where the browser forbids that, a reload starts at the usual one.
    pub fn keep_page(&self, page: Page) {
        if let Some(storage) = session_storage() {
            let _ = storage.set_item(&self.page_key, page.name());
        }
    }

    /// The page where this tab was before it was loaded again.
    pub fn page(&self) -> Option<Page> {
        let name = session_storage()?.get_item(&self.page_key).ok()??;
        Page::from_name(&name)
    }

    /// Takes note of the problems of the plan as it is on this day, and gives the marks of those that are new since the
    /// day before: see [`seen`].
    pub fn see_problems(
        &self,
        planner: &Planner,
        day: Date,
        found: &Problems,
    ) -> Rc<BTreeSet<u32>> {
        let Some(storage) = local_storage() else {
            return Rc::default();
        };
        let stored = storage.get_item(&self.problems_key).ok().flatten();
        let (news, kept) = (planner.seen)(stored.as_deref(), day, found);
        match kept {
            Some(kept) => {
                let _ = storage.set_item(&self.problems_key, &kept);
            }
            None => self.forget_problems(),
        }
        news
    }

    /// Forgets which problems there were: another plan takes the place of this one.
    pub fn forget_problems(&self) {
        if let Some(storage) = local_storage() {
            let _ = storage.remove_item(&self.problems_key);
        }
    }

    /// Keeps what can be taken back for this tab, with the stamp of the plan it belongs to; where there is no room for
    /// it a reload forgets it.
    pub fn keep_history(&self, planner: &Planner, history: &History) {
        let Some(storage) = session_storage() else {
            return;
        };
        let steps = (planner.newest)(history, MOST_HISTORY);
        let text = format!("{}\n{steps}", self.plan.stamp());
        if steps.is_empty() || storage.set_item(&self.history_key, &text).is_err() {
            self.forget_history();
        }
    }

    /// What can be taken back of the plan that was just loaded, where that is as this tab left it.
    pub fn history(&self, planner: &Planner) -> Option<History> {
        let stored = session_storage()?.get_item(&self.history_key).ok()??;
        let (stamp, steps) = stored.split_once('\n')?;
        if stamp == self.plan.stamp() {
            (planner.history)(steps)
        } else {
            self.forget_history();
            None
        }
    }

    /// Takes away what could be taken back: it holds parts of the plan.
    pub fn forget_history(&self) {
        if let Some(storage) = session_storage() {
            let _ = storage.remove_item(&self.history_key);
        }
    }

    /// Removes everything of this planner from the browser.
    pub fn erase(&mut self) {
        if let Some(storage) = session_storage() {
            let _ = storage.remove_item(&self.page_key);
        }
        self.forget_history();
        self.forget_problems();
        self.plan.erase();
        self.variants.erase();
        if let Some(storage) = local_storage() {
            let _ = storage.remove_item(Preferences::KEY);
        }
    }
}

/// So many problems are remembered at most; a plan of one organisation has far fewer.
const MOST_PROBLEMS: usize = 4_000;

/// The marks of the problems that are new since the day before: those that the first look of a day found and the last
/// look of an earlier day did not; and what is to be kept of this look, where it can be. What comes later on the same day
/// is no news, for who makes it sees it come. On the first day nothing is new, and neither is anything of a plan with more
/// problems than can be kept.
pub fn seen(known: Option<&str>, day: Date, marks: &[u32]) -> (Rc<BTreeSet<u32>>, Option<String>) {
    let seen = Seen::after(known.and_then(Seen::read), day, marks);
    let kept = (marks.len() <= MOST_PROBLEMS).then(|| seen.write());
    (Rc::new(seen.news), kept)
}

/// Which problems there were, by their marks: what the planner knows of the day before.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    /// The last day on which somebody looked.
    day: Date,
    /// What was new on that day.
    news: BTreeSet<u32>,
    /// What there was when somebody looked last.
    last: BTreeSet<u32>,
}

impl Seen {
    /// What is known after a look; `before` is what was known, if anything.
    fn after(before: Option<Self>, day: Date, marks: &[u32]) -> Self {
        let last: BTreeSet<u32> = marks.iter().copied().collect();
        let news = match before {
            Some(seen) if seen.day == day => seen.news,
            Some(seen) if seen.day < day => &last - &seen.last,
            _ => BTreeSet::new(),
        };
        Self { day, news, last }
    }

    fn read(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let day = Date::parse_iso(lines.next()?)?;
        let mut marks = || {
            let words = lines.next()?.split_whitespace();
            let marks = words.map(|word| u32::from_str_radix(word, 16));
            marks.collect::<Result<BTreeSet<u32>, _>>().ok()
        };
        Some(Self {
            day,
            news: marks()?,
            last: marks()?,
        })
    }

    fn write(&self) -> String {
        let line = |marks: &BTreeSet<u32>| {
            let words: Vec<String> = marks.iter().map(|mark| format!("{mark:x}")).collect();
            words.join(" ")
        };
        format!("{}\n{}\n{}", self.day, line(&self.news), line(&self.last))
    }
}

/// What another tab changed.
#[derive(Clone, Copy)]
pub struct Concerned {
    pub plan: bool,
    pub variants: bool,
    pub set_aside: bool,
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
            lang: words.next().and_then(Lang::tagged),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    fn looked(before: Seen, on: &str, marks: &[u32]) -> (Seen, Vec<u32>) {
        // As it is kept.
        let kept = Seen::read(&before.write());
        assert_eq!(kept, Some(before));
        let seen = Seen::after(kept, day(on), marks);
        let news = seen.news.iter().copied().collect();
        (seen, news)
    }

    #[test]
    fn new_is_what_the_first_look_of_a_day_finds_and_the_day_before_did_not_have() {
        let seen = Seen::after(None, day("2027-03-15"), &[1, 2]);
        assert_eq!(
            seen.news,
            BTreeSet::new(),
            "on the first day nothing is new"
        );
        let (seen, news) = looked(seen, "2027-03-15", &[1, 2, 3]);
        assert!(news.is_empty(), "what is made today is no news");
        let (seen, news) = looked(seen, "2027-03-18", &[2, 3, 4]);
        assert_eq!(news, [4]);
        let (seen, news) = looked(seen, "2027-03-18", &[4, 5]);
        assert_eq!(news, [4], "it stays news for the day");
        let (seen, news) = looked(seen, "2027-03-17", &[6]);
        assert!(
            news.is_empty(),
            "a clock that goes back knows no day before"
        );
        assert_eq!(looked(seen, "2027-03-19", &[6, 7]).1, [7]);
    }

    #[test]
    fn what_cannot_be_read_is_nothing() {
        for text in ["", "2027-03-15", "gisteren\n1\n2", "2027-03-15\nx\n2"] {
            assert_eq!(Seen::read(text), None, "{text}");
        }
    }
}
