//! A proposal for the groups of a plan: which families belong together, pool by pool.

use super::exact::{Limits, best_groups};
use crate::calendar::Date;
use crate::care::BirthWindow;
use crate::plan::{
    Enrolment, EnrolmentCode, Group, GroupId, HalfDayChoice, Language, LocationId, Plan,
};
use crate::schedule::plan_group;
use serde_json::Map;
use std::collections::{BTreeMap, BTreeSet};

/// Whether the planner may take the group apart in a new proposal: nothing in it was settled by the user.
pub fn is_free(group: &Group, today: Option<Date>) -> bool {
    let settled = group
        .sessions
        .values()
        .any(|session| session.is_settled(today));
    !group.pinned
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
/// free groups that give way. Groups are planned in order of their code, so that later ones avoid the days
/// of earlier ones where that costs nothing.
pub fn propose(plan: &Plan, today: Option<Date>) -> BTreeMap<GroupId, Option<Group>> {
    let mut draft = plan.clone();
    let mut result: BTreeMap<GroupId, Option<Group>> = BTreeMap::new();
    for group in plan.groups.values().filter(|group| is_free(group, today)) {
        draft.groups.remove(&group.id);
        result.insert(group.id.clone(), None);
    }
    let mut pools: BTreeMap<(&LocationId, &Language), Vec<&Enrolment>> = BTreeMap::new();
    let waiting: Vec<Enrolment> = draft.unplaced().cloned().collect();
    for enrolment in &waiting {
        if !is_too_old(plan, enrolment.birth, today) {
            pools
                .entry((&enrolment.location, &enrolment.language))
                .or_default()
                .push(enrolment);
        }
    }
    let mut formed: Vec<GroupId> = Vec::new();
    for ((location, language), mut pool) in pools {
        pool.sort_by_key(|enrolment| (enrolment.birth, &enrolment.code));
        let births: Vec<i32> = pool.iter().map(|family| family.birth.number()).collect();
        for range in best_groups(&births, Limits::of(plan)) {
            let families = pool.get(range).unwrap_or_default();
            let members: BTreeSet<EnrolmentCode> =
                families.iter().map(|family| family.code.clone()).collect();
            let Some(births) = BirthWindow::around(families.iter().map(|family| family.birth))
            else {
                continue;
            };
            let group = new_group(&draft, location, language, members, births);
            formed.push(group.id.clone());
            draft.groups.insert(group.id.clone(), group);
        }
    }
    // Groups of a document that were never planned get their days as well.
    let never_planned = plan
        .groups
        .values()
        .filter(|group| group.sessions.is_empty() && draft.groups.contains_key(&group.id));
    formed.extend(never_planned.map(|group| group.id.clone()));
    formed.sort();
    formed.dedup();
    for id in formed {
        if let Some(group) = draft.groups.get(&id) {
            let planned = plan_group(&draft, group, today);
            draft.groups.insert(id.clone(), planned.clone());
            result.insert(id, Some(planned));
        }
    }
    result
}

/// A group of these families without half-day and days, with the first free code.
pub fn new_group(
    plan: &Plan,
    location: &LocationId,
    language: &Language,
    members: BTreeSet<EnrolmentCode>,
    births: BirthWindow,
) -> Group {
    Group {
        id: group_id(plan, location, births.oldest),
        location: location.clone(),
        language: language.clone(),
        members,
        known_births: None,
        half_day: None,
        pinned: false,
        sessions: BTreeMap::new(),
        extra: Map::new(),
    }
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
