//! The figures of the ten indicators as far as the plan knows them, and the answers for the rest.
//! Source: domain facts, section 4.3.

use super::resilience::Resilience;
use crate::assurance::{Figures, within_a_year};
use crate::calendar::Date;
use crate::plan::{Evaluation, Group, LineChoice, PersonId, Plan, Status};
use crate::schedule::{Stage, meeting, session_windows, stage};
use std::collections::{BTreeMap, BTreeSet};

/// How many months count as the coming half year.
const COMING_MONTHS: u16 = 6;

/// The figures of a plan. Groups that have finished or stopped do not count; without a day of today nothing
/// that depends on it is known.
pub fn figures(plan: &Plan, resilience: &Resilience, today: Option<Date>) -> Figures {
    let answers = &plan.assurance.answers;
    let places_of = places_of(plan, today);
    Figures {
        trained: trained(plan),
        kept_without: resilience.kept_without(),
        coordinator_with_backup: answers.coordinator_with_backup,
        places: count(active(plan, today).count() * 2),
        places_of,
        fixed_pair: fixed_pair(plan, today),
        size_at_start: sizes(plan, today),
        starting: today.map(|today| starting(plan, today)),
        wanted: answers.groups_wanted.map(u32::from),
        preferred: preferred(plan, today),
        in_budget: answers.in_budget,
        in_work_plan: answers.in_work_plan,
        in_product_catalogue: answers.in_product_catalogue,
        evaluated: match (answers.evaluation, today) {
            (Some(Evaluation::Never), _) => Some(false),
            (Some(Evaluation::On(day)), Some(today)) => Some(within_a_year(day, today)),
            _ => None,
        },
    }
}

/// The groups that run or are planned.
pub(super) fn active(plan: &Plan, today: Option<Date>) -> impl Iterator<Item = &Group> {
    plan.groups.values().filter(move |group| {
        matches!(
            stage(group, today),
            Stage::Preparing | Stage::Planned | Stage::Started
        )
    })
}

/// The day of the first bijeenkomst that takes place.
pub(super) fn first_day(group: &Group) -> Option<Date> {
    let sessions = group.sessions.values();
    let held = sessions.filter(|session| session.status != Status::Cancelled);
    held.filter_map(|session| session.date).min()
}

/// The pair of the line of a group; empty without a line.
fn pair<'a>(plan: &'a Plan, group: &Group) -> Option<&'a BTreeSet<PersonId>> {
    let line = group.line.as_ref().map(LineChoice::line)?;
    plan.lines.get(line).map(|line| &line.facilitators)
}

/// Trained begeleiders by location; unknown while the plan has no begeleiders.
fn trained(plan: &Plan) -> BTreeMap<String, u32> {
    let leads = |person: &&crate::plan::Person| person.role.leads_groups();
    if !plan.people.values().any(|person| leads(&person)) {
        return BTreeMap::new();
    }
    plan.locations
        .values()
        .map(|location| {
            let trained = plan.people.values().filter(leads);
            let here = trained
                .filter(|person| person.trained && person.locations.contains(&location.id))
                .count();
            (location.name.clone(), count(here))
        })
        .collect()
}

/// The begeleidersplaatsen of each person.
fn places_of(plan: &Plan, today: Option<Date>) -> BTreeMap<String, u32> {
    let mut places = BTreeMap::new();
    for group in active(plan, today) {
        for id in pair(plan, group).into_iter().flatten() {
            let alias = plan.people.get(id).map_or(id, |person| &person.alias);
            *places.entry(alias.to_string()).or_insert(0) += 1;
        }
    }
    places
}

/// The bijeenkomsten with both begeleiders of their group, of all that have a day, over ones included; a
/// begeleider who is away is not there.
fn fixed_pair(plan: &Plan, today: Option<Date>) -> Option<(u32, u32)> {
    let (mut kept, mut all) = (0, 0);
    for group in active(plan, today) {
        let Some(pair) = pair(plan, group).filter(|pair| pair.len() > 1) else {
            continue;
        };
        for session in group.sessions.values() {
            let Some(held) = meeting(plan, group, session) else {
                continue;
            };
            all += 1;
            let is_away = |id: &PersonId| {
                let person = plan.people.get(id);
                person.is_some_and(|person| person.is_absent(held.date))
            };
            let is_kept = held.facilitators == pair && !pair.iter().any(is_away);
            kept += u32::from(is_kept);
        }
    }
    (all > 0).then_some((kept, all))
}

/// The families of each group that has a first day, as they are now: what was at the start is not kept.
fn sizes(plan: &Plan, today: Option<Date>) -> BTreeMap<String, u32> {
    active(plan, today)
        .filter(|group| first_day(group).is_some())
        .map(|group| (group.id.to_string(), count(plan.families(group))))
        .collect()
}

/// The groups whose first bijeenkomst lies in the coming six months, today included.
fn starting(plan: &Plan, today: Date) -> u32 {
    let last = today.plus_months(COMING_MONTHS);
    let groups = active(plan, Some(today));
    count(
        groups
            .filter(|group| first_day(group).is_some_and(|day| today <= day && day <= last))
            .count(),
    )
}

/// The bijeenkomsten in their preferred window, of all that are not cancelled; one without a day is not.
fn preferred(plan: &Plan, today: Option<Date>) -> Option<(u32, u32)> {
    let (mut inside, mut all) = (0, 0);
    for group in active(plan, today) {
        for window in session_windows(plan, group) {
            let session = group.sessions.get(&window.number);
            if session.is_some_and(|session| session.status == Status::Cancelled) {
                continue;
            }
            all += 1;
            let date = session.and_then(|session| session.date);
            inside += u32::from(date.is_some_and(|date| window.preferred.contains(date)));
        }
    }
    (all > 0).then_some((inside, all))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
