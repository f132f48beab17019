//! What can be done about a problem: edits that were tried on the plan and found to help, never guesses.

use super::remedy_team::{for_lines, other_lines, stand_ins};
use super::{Finding, Place, Problem, TeamFinding};
use crate::calendar::{Date, HalfDay};
use crate::care::{PlannedDose, Programme, SessionNumber, windows};
use crate::cohort::{Fit, Unplaced, fits};
use crate::plan::{Edit, EnrolmentCode, Group, GroupId, HalfDayChoice, LineId, PersonId, Plan};
use crate::schedule::{Alternative, alternatives, plan_group};
use serde::Serialize;

/// Something that helps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// Hold the bijeenkomst on another day.
    Move {
        /// The group.
        group: GroupId,
        /// The bijeenkomst.
        session: SessionNumber,
        /// The day and what it costs.
        to: Alternative,
        /// Whether that day is in the preferred window.
        preferred: bool,
    },
    /// Give the group another fixed half-day; so many bijeenkomsten stay without a day or outside the
    /// preferred window then.
    HalfDay {
        /// The group.
        group: GroupId,
        /// The half-day.
        half_day: HalfDay,
        /// Bijeenkomsten without a day.
        unscheduled: usize,
        /// Bijeenkomsten outside the preferred window.
        outside_preferred: usize,
        /// Families that did not name the half-day.
        families_cannot: usize,
    },
    /// Take this family out of the group, after which the bijeenkomst fits or the spread is small enough.
    TakeOut {
        /// The family.
        family: EnrolmentCode,
        /// The spread of the group without it, in days.
        spread_days: i32,
    },
    /// Search the days of the group again.
    PlanAgain(GroupId),
    /// Put the family in this group.
    Place {
        /// The family.
        family: EnrolmentCode,
        /// The group and what it costs.
        fit: Fit,
    },
    /// Make a new proposal for the groups.
    Propose,
    /// Enter the birth date in place of the due date.
    EnterBirth(EnrolmentCode),
    /// Let somebody else lead this once.
    Substitute {
        /// The group.
        group: GroupId,
        /// The bijeenkomst.
        session: SessionNumber,
        /// Who cannot.
        absent: PersonId,
        /// Who can.
        substitute: PersonId,
    },
    /// Put the group on this line; so many bijeenkomsten stay without a day then.
    Line {
        /// The group.
        group: GroupId,
        /// The line.
        line: LineId,
        /// Bijeenkomsten without a day.
        unscheduled: usize,
    },
    /// Set the lines up anew.
    ProposeLines,
    /// Give these vaccinations in individual appointments. Not an edit.
    Individually(Vec<PlannedDose>),
}

impl Remedy {
    /// The edit that carries the remedy out; `None` where the user must enter something or act outside
    /// the planner.
    pub fn edit(&self) -> Option<Edit> {
        Some(match self {
            Self::Move {
                group, session, to, ..
            } => Edit::Move {
                group: group.clone(),
                session: *session,
                date: to.date,
            },
            Self::HalfDay {
                group, half_day, ..
            } => Edit::SetHalfDay {
                group: group.clone(),
                half_day: Some(*half_day),
            },
            Self::TakeOut { family, .. } => Edit::TakeOut(family.clone()),
            Self::PlanAgain(group) => Edit::PlanDates(group.clone()),
            Self::Place { family, fit } => Edit::Place {
                code: family.clone(),
                group: fit.group.clone(),
            },
            Self::Propose => Edit::Propose,
            Self::Substitute {
                group,
                session,
                absent,
                substitute,
            } => Edit::Substitute {
                group: group.clone(),
                session: *session,
                absent: absent.clone(),
                substitute: substitute.clone(),
            },
            Self::Line { group, line, .. } => Edit::AssignLine {
                group: group.clone(),
                line: Some(line.clone()),
            },
            Self::ProposeLines => Edit::ProposeLines,
            Self::EnterBirth(_) | Self::Individually(_) => return None,
        })
    }
}

/// At most this many days are offered as a remedy.
pub(super) const MOST_DAYS: usize = 3;

/// What can be done about a problem, the best first. Computed on demand, because it plans again.
pub fn remedies(plan: &Plan, problem: &Problem, today: Option<Date>) -> Vec<Remedy> {
    match &problem.place {
        Place::Session(id, number) => plan.groups.get(id).map_or_else(Vec::new, |group| {
            for_session(plan, group, *number, &problem.finding, today)
        }),
        Place::Group(id) => plan.groups.get(id).map_or_else(Vec::new, |group| {
            for_group(plan, group, &problem.finding, today)
        }),
        Place::Enrolment(code) => for_family(plan, code, &problem.finding, today),
        Place::Line(_) => for_lines(plan, today),
        Place::Plan | Place::Location(_) => Vec::new(),
    }
}

fn for_session(
    plan: &Plan,
    group: &Group,
    number: SessionNumber,
    finding: &Finding,
    today: Option<Date>,
) -> Vec<Remedy> {
    let mut found = Vec::new();
    match finding {
        Finding::Unscheduled(_) => {
            found.extend(other_days(plan, group, number, today, |_| true));
            found.extend(other_half_day(plan, group, today));
            found.extend(smaller_spread(plan, group, today));
            found.extend(individually(plan, group, number));
        }
        Finding::OutsidePreferred { .. } => {
            found.extend(other_days(plan, group, number, today, |remedy| {
                matches!(
                    remedy,
                    Remedy::Move {
                        preferred: true,
                        ..
                    }
                )
            }));
            found.extend(individually(plan, group, number));
        }
        Finding::SchoolHoliday(_) | Finding::WindowInSchoolHoliday(_) => {
            found.extend(other_days(plan, group, number, today, |remedy| {
                matches!(remedy, Remedy::Move { to, .. } if to.cost < 1_000 || to.cost > 100_000)
            }));
        }
        Finding::Closed(_)
        | Finding::OutsideAllowed { .. }
        | Finding::BeforeDose { .. }
        | Finding::AfterDose { .. }
        | Finding::TooSoon { .. }
        | Finding::OutOfOrder { .. }
        | Finding::OtherWeekday { .. }
        | Finding::SameTime { .. } => {
            found.extend(other_days(plan, group, number, today, |_| true));
        }
        Finding::Team(finding) => {
            found.extend(stand_ins(plan, group, number, finding));
            found.extend(other_days(plan, group, number, today, |_| true));
        }
        _ => {}
    }
    found
}

/// The next best days; the rules between the bijeenkomsten of the group are kept by all of them.
fn other_days(
    plan: &Plan,
    group: &Group,
    number: SessionNumber,
    today: Option<Date>,
    is_wanted: impl Fn(&Remedy) -> bool,
) -> Vec<Remedy> {
    let preferred = crate::schedule::session_windows(plan, group)
        .into_iter()
        .find(|window| window.number == number)
        .map(|window| window.preferred);
    alternatives(plan, group, number, today, usize::MAX)
        .into_iter()
        .map(|to| Remedy::Move {
            group: group.id.clone(),
            session: number,
            preferred: preferred.is_some_and(|range| range.contains(to.date)),
            to,
        })
        .filter(is_wanted)
        .take(MOST_DAYS)
        .collect()
}

/// The half-day on which the fewest bijeenkomsten stay without a day, if that is fewer than now.
fn other_half_day(plan: &Plan, group: &Group, today: Option<Date>) -> Option<Remedy> {
    let unscheduled = |group: &Group| {
        let sessions = group.sessions.values();
        sessions.filter(|session| session.date.is_none()).count()
    };
    let now = unscheduled(group);
    HalfDay::all()
        .filter(|half_day| group.half_day.map(HalfDayChoice::half_day) != Some(*half_day))
        .map(|half_day| {
            let mut tried = group.clone();
            tried.half_day = Some(HalfDayChoice::User(half_day));
            let tried = plan_group(plan, &tried, today);
            let outside_preferred = crate::schedule::session_windows(plan, &tried)
                .iter()
                .filter(|window| {
                    let session = tried.sessions.get(&window.number);
                    let date = session.and_then(|session| session.date);
                    date.is_some_and(|date| !window.preferred.contains(date))
                })
                .count();
            let families_cannot = plan
                .members(&tried)
                .filter(|member| !member.half_days.allows(half_day))
                .count();
            (
                unscheduled(&tried),
                families_cannot,
                outside_preferred,
                half_day,
            )
        })
        .min()
        .filter(|(missing, ..)| *missing < now)
        .map(
            |(unscheduled, families_cannot, outside_preferred, half_day)| Remedy::HalfDay {
                group: group.id.clone(),
                half_day,
                unscheduled,
                outside_preferred,
                families_cannot,
            },
        )
}

/// Taking out the oldest or the youngest family, where that leaves fewer bijeenkomsten without a day.
fn smaller_spread(plan: &Plan, group: &Group, today: Option<Date>) -> Vec<Remedy> {
    let missing = |plan: &Plan, group: &Group| {
        let planned = plan_group(plan, group, today);
        let sessions = planned.sessions.values();
        sessions.filter(|session| session.date.is_none()).count()
    };
    let now = missing(plan, group);
    ends(plan, group)
        .into_iter()
        .filter_map(|(family, smaller)| {
            let spread_days = plan.births(&smaller)?.spread_days();
            (missing(plan, &smaller) < now).then_some(Remedy::TakeOut {
                family,
                spread_days,
            })
        })
        .collect()
}

/// The oldest and the youngest family, each with the group without it.
fn ends(plan: &Plan, group: &Group) -> Vec<(EnrolmentCode, Group)> {
    let oldest = plan.members(group).min_by_key(|member| member.birth);
    let youngest = plan.members(group).max_by_key(|member| member.birth);
    let (Some(oldest), Some(youngest)) = (oldest, youngest) else {
        return Vec::new();
    };
    if oldest.code == youngest.code {
        return Vec::new();
    }
    [oldest, youngest]
        .map(|family| {
            let mut smaller = group.clone();
            smaller.members.remove(&family.code);
            (family.code.clone(), smaller)
        })
        .into()
}

fn individually(plan: &Plan, group: &Group, number: SessionNumber) -> Option<Remedy> {
    let births = plan.births(group)?;
    let doses: Vec<PlannedDose> = windows(plan.template(), Programme::current(), births)
        .into_iter()
        .find(|window| window.number == number)?
        .doses
        .into_iter()
        .map(|dose| dose.planned)
        .collect();
    (!doses.is_empty()).then_some(Remedy::Individually(doses))
}

fn for_group(plan: &Plan, group: &Group, finding: &Finding, today: Option<Date>) -> Vec<Remedy> {
    match finding {
        Finding::WideSpread { days } => ends(plan, group)
            .into_iter()
            .filter_map(|(family, smaller)| {
                let spread_days = plan.births(&smaller)?.spread_days();
                (spread_days < *days).then_some(Remedy::TakeOut {
                    family,
                    spread_days,
                })
            })
            .collect(),
        Finding::Team(TeamFinding::WithoutLine | TeamFinding::RoomTooSmall { .. }) => {
            other_lines(plan, group, today)
        }
        Finding::Provisional(codes) => codes.iter().cloned().map(Remedy::EnterBirth).collect(),
        Finding::TooFewFamilies { .. } => plan
            .unplaced()
            .filter_map(|family| {
                let fit = fits(plan, family, today)
                    .into_iter()
                    .find(|fit| fit.group == group.id)?;
                Some(Remedy::Place {
                    family: family.code.clone(),
                    fit,
                })
            })
            .take(MOST_DAYS)
            .collect(),
        _ => Vec::new(),
    }
}

fn for_family(
    plan: &Plan,
    code: &EnrolmentCode,
    finding: &Finding,
    today: Option<Date>,
) -> Vec<Remedy> {
    let (Finding::NotPlaced(why), Some(family)) = (finding, plan.enrolments.get(code)) else {
        return Vec::new();
    };
    let mut found: Vec<Remedy> = fits(plan, family, today)
        .into_iter()
        .take(MOST_DAYS)
        .map(|fit| Remedy::Place {
            family: code.clone(),
            fit,
        })
        .collect();
    if *why == Unplaced::NotProposedYet {
        found.insert(0, Remedy::Propose);
    }
    found
}
