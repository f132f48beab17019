//! Steps that are done by what the plan itself knows. They are offered, never taken over by themselves.

use super::deadlines::first_group;
use super::needs::{Need, least_trained, needs};
use crate::assurance::SuccessFactors;
use crate::calendar::Date;
use crate::plan::{Evaluation, Group, GroupId, LocationId, Plan, Session, Status};
use crate::schedule::{Stage, stage};
use crate::steps::{StepId, StepState};

/// Why a step can be called done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// So many begeleiders of the location are in the team.
    Recruited(LocationId, usize),
    /// So many begeleiders of the location are trained.
    Trained(LocationId, usize),
    /// Every location with groups has the trained begeleiders that it needs.
    TrainedEverywhere,
    /// The location has a room.
    Room(LocationId),
    /// The organisation has a template of its own.
    Template,
    /// The group has so many families.
    GroupFull(GroupId, usize),
    /// All dates of the group were told to its parents.
    DatesShared(GroupId),
    /// The first three bijeenkomsten of the group are over.
    ThreeHeld(GroupId),
    /// The group has had its last bijeenkomst.
    GroupFinished(GroupId),
    /// An evaluation was held on this day.
    Evaluated(Date),
    /// Two or more respondents answered every statement in the measurement of this day.
    SelfStudy(Date),
    /// Groups run at more than one location.
    MoreLocations(usize),
    /// It is part of the budget.
    InBudget,
    /// It is part of the product catalogue.
    InProductCatalogue,
    /// There is a coordinator with a named back-up.
    Backup,
}

/// A step that the plan knows to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Offer {
    /// The step.
    pub step: StepId,
    /// Why.
    pub evidence: Evidence,
}

/// The steps of the plan that are open or busy and that the plan knows to be done, in order of step.
/// Without a day of [today](crate#today) nothing has started or is over.
pub fn offers(plan: &Plan, today: Option<Date>) -> Vec<Offer> {
    let Some(steps) = &plan.steps else {
        return Vec::new();
    };
    let found = evidence(plan, today);
    let mut offers: Vec<Offer> = found
        .into_iter()
        .filter_map(|(code, evidence)| {
            let step = steps.steps.get(&StepId::parse(code).ok()?)?;
            let is_left = matches!(step.progress.state, StepState::Open | StepState::Busy);
            is_left.then(|| Offer {
                step: step.id.clone(),
                evidence,
            })
        })
        .collect();
    offers.sort_by(|one, other| one.step.cmp(&other.step));
    offers.dedup_by(|one, other| one.step == other.step);
    offers
}

/// What the plan knows, with the code of the step that it finishes. Source of the codes and of what must be
/// there: `docs/domain.md#4.4`.
fn evidence(plan: &Plan, today: Option<Date>) -> Vec<(&'static str, Evidence)> {
    let mut found = Vec::new();
    found.extend(people(plan));
    found.extend(places(plan, today));
    found.extend(groups(plan, today));
    found.extend(answers(plan));
    found
}

fn people(plan: &Plan) -> Vec<(&'static str, Evidence)> {
    let least = least_trained(plan).max(1);
    let mut found = Vec::new();
    for location in plan.locations.keys() {
        let here = || {
            plan.people
                .values()
                .filter(|one| one.role.leads_groups() && one.locations.contains(location))
        };
        let trained = here().filter(|one| one.trained).count();
        if here().count() >= least {
            found.push(("V10", Evidence::Recruited(location.clone(), here().count())));
        }
        if trained >= least {
            found.push(("V11", Evidence::Trained(location.clone(), trained)));
        }
    }
    found
}

fn places(plan: &Plan, today: Option<Date>) -> Vec<(&'static str, Evidence)> {
    let mut found = Vec::new();
    if let Some(room) = plan.rooms.values().next() {
        found.push(("V09", Evidence::Room(room.location.clone())));
    }
    if plan.template.is_some() {
        found.push(("V07", Evidence::Template));
    }
    let needs = needs(plan, today);
    let has_groups = |need: &&Need| need.groups > 0;
    let locations = needs.iter().filter(has_groups).count();
    if locations > 1
        && needs
            .iter()
            .filter(has_groups)
            .all(|need| need.to_train() == 0)
    {
        found.push(("P02", Evidence::TrainedEverywhere));
    }
    let running = plan
        .locations
        .keys()
        .filter(|location| {
            let mut groups = plan.groups.values();
            groups
                .any(|group| group.location == **location && stage(group, today) == Stage::Started)
        })
        .count();
    if running > 1 {
        found.push(("P03", Evidence::MoreLocations(running)));
    }
    found
}

fn groups(plan: &Plan, today: Option<Date>) -> Vec<(&'static str, Evidence)> {
    let mut found = Vec::new();
    let first = first_group(plan).and_then(|first| plan.groups.get(&first.group));
    if let Some(group) = first {
        let families = plan.families(group);
        if families >= usize::from(plan.settings.group_size.min) {
            found.push(("U01", Evidence::GroupFull(group.id.clone(), families)));
        }
        let sessions = || group.sessions.values();
        let is_told = |session: &Session| session.status != Status::Draft;
        if sessions().count() > 0 && sessions().all(is_told) {
            found.push(("U02", Evidence::DatesShared(group.id.clone())));
        }
        let early: Vec<&Session> = sessions().take(3).collect();
        if early.len() == 3 && early.iter().all(|session| session.was_held(today)) {
            found.push(("U03", Evidence::ThreeHeld(group.id.clone())));
        }
    }
    let finished = |group: &&Group| stage(group, today) == Stage::Finished;
    if let Some(group) = plan.groups.values().find(finished) {
        found.push(("U08", Evidence::GroupFinished(group.id.clone())));
    }
    found
}

fn answers(plan: &Plan) -> Vec<(&'static str, Evidence)> {
    let answers = &plan.assurance.answers;
    let mut found = Vec::new();
    if let Some(Evaluation::On(day)) = answers.evaluation {
        let sessions = plan
            .groups
            .values()
            .flat_map(|group| group.sessions.values());
        let agreed = sessions.filter(|session| session.is_agreed());
        let first = agreed.filter_map(|session| session.date).min();
        if first.is_some_and(|first| first <= day) {
            found.push(("U05", Evidence::Evaluated(day)));
        }
    }
    let factors = SuccessFactors::current();
    let whole = plan.assurance.measurements.values().find(|measurement| {
        let done = |person: &&crate::assurance::Respondent| person.next(factors).is_none();
        measurement.respondents.iter().filter(done).count() > 1
    });
    if let Some(measurement) = whole {
        found.push(("V03", Evidence::SelfStudy(measurement.began)));
    }
    if answers.in_budget == Some(true) {
        found.push(("B02", Evidence::InBudget));
    }
    if answers.in_product_catalogue == Some(true) {
        found.push(("B03", Evidence::InProductCatalogue));
    }
    if answers.coordinator_with_backup == Some(true) {
        found.push(("B04", Evidence::Backup));
    }
    found
}
