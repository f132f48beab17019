//! A proposal for the groups of a plan: which families belong together, pool by pool.

use super::exact::Limits;
use super::forming::{Formed, Forming};
use crate::calendar::Date;
use crate::care::BirthWindow;
use crate::plan::{
    Change, EnrolmentCode, Group, GroupId, HalfDayChoice, Language, LocationId, Plan,
};
use crate::schedule::{Progress, SharedDates, has_lines, plan_group};
use std::collections::{BTreeMap, BTreeSet};

/// What a proposal makes of groups; `None` for those that give way.
pub type Proposed = BTreeMap<GroupId, Option<Group>>;

/// Whether the planner may take the group apart in a new proposal: nothing in it was settled by the user.
/// Without a day of [today](crate#today) no bijeenkomst is over.
pub fn is_free(group: &Group, today: Option<Date>) -> bool {
    let settled = group
        .sessions
        .values()
        .any(|session| session.is_settled(today));
    !group.pinned
        && group.stopped.is_none()
        && !settled
        && group.known_births.is_none()
        && !matches!(group.half_day, Some(HalfDayChoice::User(_)))
}

impl Limits {
    /// The limits that the settings of a plan set.
    pub fn of(plan: &Plan) -> Self {
        let size = &plan.settings.group_size;
        Self {
            min: usize::from(size.min),
            target: usize::from(size.target),
            max: usize::from(size.max),
            max_spread: i32::from(plan.settings.max_spread_days),
        }
    }
}

/// Whether a family born on this day is too old for a new group: its first bijeenkomst lies in the past.
pub(super) fn is_too_old(plan: &Plan, birth: Date, today: Option<Date>) -> bool {
    let (Some(today), Some(first)) = (today, plan.template().sessions.first()) else {
        return false;
    };
    first.allowed.to.on(birth) < today
}

/// New groups, with their days, for the families of free groups and those without a group; `None` for the
/// free groups that give way. Without a day of [today](crate#today) no family is too old for a new group.
pub fn propose(plan: &Plan, today: Option<Date>) -> Proposed {
    Proposal::new(plan, today).into_groups()
}

/// A proposal in the making, in slices, so that a page can show how far it is and stop it.
///
/// First the groups are formed. Then groups of a location without lines are planned one by one in order of their
/// code, so that later ones avoid the days of earlier ones where that costs nothing. Groups of a location with
/// lines are planned together: all that have an open bijeenkomst, except pinned ones that have their line and
/// days already.
#[derive(Clone, Debug)]
pub struct Proposal {
    draft: Plan,
    today: Option<Date>,
    result: Proposed,
    stage: Stage,
    /// What the stages before this one took.
    spent: u64,
}

#[derive(Clone, Debug)]
enum Stage {
    Forming(Box<Forming>),
    /// The groups are formed; the search for their days begins with the next step.
    Formed(Vec<Formed>),
    Dating(Box<Dating>),
}

/// What planning a group on its own weighs, in iterations of the search on lines: about as much work as so many.
const ALONE: u64 = 100;

/// Searches the days of groups.
#[derive(Clone, Debug)]
struct Dating {
    /// Groups that are still to be planned on their own, the last one first.
    alone: Vec<GroupId>,
    shared: SharedDates,
}

impl Proposal {
    /// Prepares the search; nothing is formed or planned yet.
    pub fn new(plan: &Plan, today: Option<Date>) -> Self {
        let mut draft = plan.clone();
        let mut result = Proposed::new();
        for group in plan.groups.values().filter(|group| is_free(group, today)) {
            draft.groups.remove(&group.id);
            result.insert(group.id.clone(), None);
        }
        let forming = Forming::new(&draft, today);
        Self {
            draft,
            today,
            result,
            stage: Stage::Forming(Box::new(forming)),
            spent: 0,
        }
    }

    /// Does about so many iterations more, and tells how far the proposal is; a group that is planned on its
    /// own counts as a hundred. The proposal at the end is the same however it was cut in slices.
    pub fn advance(&mut self, iterations: u64) -> Progress {
        let mut left = iterations.max(1);
        let mut progress = match &mut self.stage {
            Stage::Forming(forming) => {
                let progress = forming.advance(left);
                if progress.done {
                    self.spent += progress.iterations;
                    self.stage = Stage::Formed(forming.groups(&self.draft));
                }
                return Progress {
                    done: false,
                    ..progress
                };
            }
            Stage::Formed(_) => {
                self.start_dating();
                return Progress {
                    iterations: self.spent,
                    budget: self.spent,
                    ..Progress::default()
                };
            }
            Stage::Dating(dating) => {
                while left > 0
                    && let Some(id) = dating.alone.pop()
                {
                    plan_alone(&mut self.draft, &mut self.result, &id, self.today);
                    self.spent += ALONE;
                    left = left.saturating_sub(ALONE);
                }
                let mut progress = if left > 0 {
                    dating.shared.advance(left)
                } else {
                    dating.shared.progress()
                };
                progress.budget += ALONE * dating.alone.len() as u64;
                progress.done = progress.done && dating.alone.is_empty();
                progress
            }
        };
        progress.iterations += self.spent;
        progress.budget += self.spent;
        progress
    }

    /// Adds the groups that were formed, and prepares the search for their days.
    fn start_dating(&mut self) {
        let Stage::Formed(groups) = &mut self.stage else {
            return;
        };
        let mut formed = BTreeSet::new();
        for group in std::mem::take(groups) {
            let births = BirthWindow::around(group.families.iter().map(|family| family.birth));
            let Some(births) = births else { continue };
            let members = group.families.into_iter().map(|family| family.code);
            let group = new_group(
                &self.draft,
                &group.location,
                &group.language,
                members.collect(),
                births,
            );
            formed.insert(group.id.clone());
            self.draft.groups.insert(group.id.clone(), group);
        }
        let draft = &self.draft;
        // Groups of a document that were never planned get their days as well.
        let wants_days = |group: &Group| {
            group.stopped.is_none() && (group.sessions.is_empty() || formed.contains(&group.id))
        };
        let on_lines = |group: &Group| {
            let stays = group.pinned && group.line.is_some() && !group.sessions.is_empty();
            group.stopped.is_none() && has_lines(draft, &group.location) && !stays
        };
        let together = draft
            .groups
            .values()
            .filter(|group| on_lines(group))
            .map(|group| group.id.clone())
            .collect();
        let shared = SharedDates::new(draft.clone(), &together, self.today);
        let mut alone: Vec<GroupId> = draft
            .groups
            .values()
            .filter(|group| wants_days(group) && !shared.plans(&group.id))
            .map(|group| group.id.clone())
            .collect();
        alone.reverse();
        self.stage = Stage::Dating(Box::new(Dating { alone, shared }));
    }

    /// The groups of the proposal, `None` for those that give way; does what is left to do first.
    pub fn into_groups(mut self) -> Proposed {
        while !self.advance(u64::MAX).done {}
        self.stopped()
    }

    /// The groups as far as the search came: stopped when it is good enough.
    pub fn stopped(mut self) -> Proposed {
        if let Stage::Forming(forming) = &mut self.stage {
            self.stage = Stage::Formed(forming.groups(&self.draft));
        }
        self.start_dating();
        let Stage::Dating(dating) = self.stage else {
            return self.result;
        };
        for id in dating.alone.iter().rev() {
            plan_alone(&mut self.draft, &mut self.result, id, self.today);
        }
        let shared = dating.shared.into_groups();
        self.result
            .extend(shared.into_iter().map(|(id, group)| (id, Some(group))));
        self.result
    }
}

/// Plans one group of the draft on its own.
fn plan_alone(draft: &mut Plan, result: &mut Proposed, id: &GroupId, today: Option<Date>) {
    if let Some(group) = draft.groups.get(id) {
        let planned = plan_group(draft, group, today);
        draft.groups.insert(id.clone(), planned.clone());
        result.insert(id.clone(), Some(planned));
    }
}

/// The changes that take these groups over into the plan from which they were proposed.
pub fn adopt(plan: &Plan, groups: Proposed) -> Vec<Change> {
    groups
        .into_iter()
        .filter(|(id, group)| plan.groups.get(id) != group.as_ref())
        .map(|(id, group)| Change::Group(id, group.map(Box::new)))
        .collect()
}

/// A group of these families without half-day and days, with the first free code.
pub fn new_group(
    plan: &Plan,
    location: &LocationId,
    language: &Language,
    members: BTreeSet<EnrolmentCode>,
    births: BirthWindow,
) -> Group {
    let id = group_id(plan, location, births.oldest());
    Group::new(id, location.clone(), language.clone(), members)
}

/// The first free group code `<location>-<year>-<month>-<number>` for a group with this oldest birth.
pub fn group_id(plan: &Plan, location: &LocationId, oldest: Date) -> GroupId {
    let prefix = plan.locations.get(location).map_or_else(
        || propose_prefix(plan, location.as_str()),
        |location| location.prefix.clone(),
    );
    let mut number: u32 = 1;
    loop {
        let id = GroupId::new(format!(
            "{prefix}-{}-{:02}-{number}",
            oldest.year(),
            oldest.month()
        ));
        if !plan.groups.contains_key(&id) {
            return id;
        }
        number = number.saturating_add(1);
    }
}

/// The first part of group codes for a location with this name: three capitals from its last word, not used
/// by another location of the plan. `Noord` gives NOO, `De Wetering` WET.
pub fn propose_prefix(plan: &Plan, name: &str) -> String {
    let articles = ["de", "het", "een", "the"];
    let words: Vec<&str> = name
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let word = words
        .iter()
        .find(|word| !articles.contains(&word.to_ascii_lowercase().as_str()))
        .or(words.first())
        .copied()
        .unwrap_or("LOC");
    let stem: String = word
        .chars()
        .take(3)
        .collect::<String>()
        .to_ascii_uppercase();
    let is_used = |prefix: &str| {
        plan.locations
            .values()
            .any(|location| location.prefix == prefix)
    };
    if !is_used(&stem) {
        return stem;
    }
    (2_u32..)
        .map(|number| format!("{stem}{number}"))
        .find(|prefix| !is_used(prefix))
        .unwrap_or(stem)
}
