//! The figures of the indicators as far as the plan knows them, and the answers for the rest.
//! Source: `docs/domain.md#4.3`.

use super::resilience::Resilience;
use crate::assurance::{Figure, Figures, IndicatorId, Indicators, within_a_year};
use crate::calendar::Date;
use crate::plan::{Answers, Evaluation, Group, LineChoice, Person, PersonId, Plan, Status};
use crate::schedule::{Stage, meeting, session_windows, stage};
use std::collections::{BTreeMap, BTreeSet};

/// How many months count as the coming half year.
const COMING_MONTHS: u16 = 6;

/// The figures of a plan. Groups that have finished or stopped do not count; without a day of today nothing
/// that depends on it is known.
pub fn figures(plan: &Plan, resilience: &Resilience, today: Option<Date>) -> Figures {
    let indicators = Indicators::proposal().indicators.iter();
    indicators
        .map(|indicator| (indicator.id, found(indicator.id, plan, resilience, today)))
        .collect()
}

/// What is known of one indicator.
fn found(
    indicator: IndicatorId,
    plan: &Plan,
    resilience: &Resilience,
    today: Option<Date>,
) -> Vec<Figure> {
    let answers = &plan.assurance.answers;
    let one = |figure: Option<Figure>| Vec::from_iter(figure);
    match indicator {
        IndicatorId::TrainedPerLocation => trained(plan),
        IndicatorId::Resilience => kept_without(resilience),
        IndicatorId::CoordinatorWithBackup => {
            one(answers.coordinator_with_backup.map(Figure::answer))
        }
        IndicatorId::LargestShare => shares(plan, today),
        IndicatorId::FixedPair => one(fixed_pair(plan, today).map(Figure::share)),
        IndicatorId::SizeAtStart => sizes(plan, today),
        IndicatorId::IntakeShort => {
            let starting = today.map(|today| starting(plan, today));
            let wanted = answers.groups_wanted.map(u32::from);
            let both = starting.zip(wanted);
            one(both.map(|(starting, wanted)| Figure::short(starting, wanted)))
        }
        IndicatorId::PreferredWindow => one(preferred(plan, today).map(Figure::share)),
        IndicatorId::Embedded => one(embedded(answers)),
        IndicatorId::Evaluated => one(evaluated(answers, today).map(Figure::answer)),
    }
}

/// In how many of the three documents group care is; unknown until all three are answered.
fn embedded(answers: &Answers) -> Option<Figure> {
    let all = [
        answers.in_budget?,
        answers.in_work_plan?,
        answers.in_product_catalogue?,
    ];
    Some(Figure::count(all.map(u32::from).iter().sum()))
}

/// Whether an evaluation was held in the last twelve months.
fn evaluated(answers: &Answers, today: Option<Date>) -> Option<bool> {
    match (answers.evaluation?, today) {
        (Evaluation::Never, _) => Some(false),
        (Evaluation::On(day), today) => Some(within_a_year(day, today?)),
    }
}

/// What is kept without each person, in order of alias.
fn kept_without(resilience: &Resilience) -> Vec<Figure> {
    let kept = resilience.kept_without().into_iter();
    kept.map(|(person, kept)| Figure::share(kept).at(&person))
        .collect()
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

/// Trained begeleiders by location, in order of name; unknown while the plan has no begeleiders.
fn trained(plan: &Plan) -> Vec<Figure> {
    let leads = |person: &&Person| person.role.leads_groups();
    if !plan.people.values().any(|person| leads(&person)) {
        return Vec::new();
    }
    let counts: BTreeMap<&str, usize> = plan
        .locations
        .values()
        .map(|location| {
            let trained = plan.people.values().filter(leads);
            let here = trained
                .filter(|person| person.trained && person.locations.contains(&location.id))
                .count();
            (location.name.as_str(), here)
        })
        .collect();
    let counts = counts.into_iter();
    counts
        .map(|(location, here)| Figure::count(count(here)).at(location))
        .collect()
}

/// The share of the begeleidersplaatsen that each person has, in order of alias. The whole is the number of groups times
/// two, also where a place is still free.
fn shares(plan: &Plan, today: Option<Date>) -> Vec<Figure> {
    let mut places: BTreeMap<&PersonId, u32> = BTreeMap::new();
    for group in active(plan, today) {
        for id in pair(plan, group).into_iter().flatten() {
            let alias = plan.people.get(id).map_or(id, |person| &person.alias);
            *places.entry(alias).or_insert(0) += 1;
        }
    }
    let whole = count(active(plan, today).count() * 2);
    let places = places.into_iter();
    places
        .map(|(person, own)| Figure::share((own, whole)).at(person.as_str()))
        .collect()
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
fn sizes(plan: &Plan, today: Option<Date>) -> Vec<Figure> {
    active(plan, today)
        .filter(|group| first_day(group).is_some())
        .map(|group| Figure::count(count(plan.families(group))).at(group.id.as_str()))
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
