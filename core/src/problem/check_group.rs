//! Checks one group: its families, its spread and each of its bijeenkomsten.

use super::check_session::check_session;
use super::team::check_group_team;
use super::{Finding, Place, Problem};
use crate::calendar::Date;
use crate::care::SessionNumber;
use crate::layers::rsv_moments;
use crate::plan::{EnrolmentCode, Group, Plan};
use crate::schedule::Windowed;

/// Everything that is wrong with one group, without regard to other groups.
/// Without a day of [today](crate#today) no bijeenkomst is over.
pub fn check_group(plan: &Plan, group: &Group, today: Option<Date>) -> Vec<Problem> {
    let mut findings = Vec::new();
    let unknown: Vec<EnrolmentCode> = group
        .members
        .iter()
        .filter(|code| !plan.enrolments.contains_key(code))
        .cloned()
        .collect();
    if !unknown.is_empty() {
        findings.push(Finding::UnknownMembers(unknown));
    }
    if !plan.locations.contains_key(&group.location) {
        findings.push(Finding::UnknownLocation(group.location.clone()));
    }
    // Nobody comes to a group that stopped any more.
    if group.stopped.is_none() {
        findings.extend(check_families(plan, group, today));
    }
    let windowed = Windowed::of(plan, group);
    // What would have come after a group stopped is not asked for.
    let until = today.map(|today| group.stopped.map_or(today, |from| from.min(today)));
    let unsaid = windowed.unsaid(until).map(|window| window.number);
    let unsaid: Vec<SessionNumber> = unsaid.collect();
    if !unsaid.is_empty() {
        findings.push(Finding::Unsaid(unsaid));
    }
    let mut problems: Vec<Problem> = findings
        .into_iter()
        .map(|finding| Problem::new(Place::Group(group.id.clone()), finding))
        .collect();
    for window in windowed.windows.iter() {
        let place = Place::Session(group.id.clone(), window.number);
        let findings = check_session(&windowed, window, today);
        problems.extend(
            findings
                .into_iter()
                .map(|finding| Problem::new(place.clone(), finding)),
        );
    }
    problems.extend(check_group_team(plan, group, today));
    problems.extend(rsv(plan, group, today));
    problems
}

/// What is wrong with who is in the group, and how they fit together.
fn check_families(plan: &Plan, group: &Group, today: Option<Date>) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(size(plan, group, today));
    let spread = plan.births(group).map_or(0, |births| births.spread_days());
    if spread >= Finding::WIDE_SPREAD {
        findings.push(Finding::WideSpread { days: spread });
    }
    let provisional: Vec<EnrolmentCode> = codes(plan, group, |member| member.provisional);
    if !provisional.is_empty() {
        findings.push(Finding::Provisional(provisional));
    }
    if let Some(choice) = group.half_day {
        let half_day = choice.half_day();
        let families = codes(plan, group, |member| !member.half_days.allows(half_day));
        if !families.is_empty() {
            findings.push(Finding::HalfDay { half_day, families });
        }
    }
    findings
}

fn size(plan: &Plan, group: &Group, today: Option<Date>) -> Option<Finding> {
    let families = plan.families(group);
    let size = &plan.settings.group_size;
    // Nobody is left after a merge; what took place stays in the plan.
    if families == 0 && is_closed(group, today) {
        return None;
    }
    if families < usize::from(size.min) {
        Some(Finding::TooFewFamilies {
            families,
            min: size.min,
        })
    } else if families > usize::from(size.max) {
        Some(Finding::TooManyFamilies {
            families,
            max: size.max,
        })
    } else {
        None
    }
}

/// Whether the group has bijeenkomsten, and none of them is to come any more.
fn is_closed(group: &Group, today: Option<Date>) -> bool {
    !group.sessions.is_empty() && group.to_come(today).next().is_none()
}

fn codes(
    plan: &Plan,
    group: &Group,
    is_meant: impl Fn(&crate::plan::Enrolment) -> bool,
) -> Vec<EnrolmentCode> {
    plan.members(group)
        .filter(|member| is_meant(member))
        .map(|member| member.code.clone())
        .collect()
}

/// Near which bijeenkomsten children of the group get their RSV immunisation, as long as that is to come.
fn rsv(plan: &Plan, group: &Group, today: Option<Date>) -> Vec<Problem> {
    let of = plan.children(group);
    rsv_moments(plan, group)
        .into_iter()
        .filter(|moment| today.is_none_or(|today| today <= moment.season.last))
        .map(|moment| {
            Problem::new(
                Place::Session(group.id.clone(), moment.number),
                Finding::Rsv {
                    season: moment.season,
                    children: moment.children,
                    of,
                },
            )
        })
        .collect()
}
