//! What can be done about a problem: edits that were tried on the plan and found to help, never guesses.

mod days;
mod merging;
mod team;

use crate::calendar::{Date, HalfDay};
use crate::care::{PlannedDose, SessionNumber};
use crate::cohort::{Fit, Unplaced, fits};
use crate::edit::Edit;
use crate::plan::{EnrolmentCode, Group, GroupId, HalfDayChoice, LineId, PersonId, Plan, Status};
use crate::problem::{Finding, Place, Problem, TeamFinding, check_group, check_lines};
use crate::replan::{Event, facts};
use crate::schedule::{
    Alternative, Visit, Windowed, families_that_cannot, has_lines, plan_group, session_windows,
};
use days::{leaves, solving};
use serde::{Deserialize, Serialize};
use team::{better_lines, other_lines, other_physicians, stand_ins};

pub use days::{next_days, reasons};
pub use merging::{Merged, merges};

/// Something that helps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
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
    /// Put all families of a group in another one.
    Merge {
        /// The group that they leave.
        from: GroupId,
        /// The group that they join, as it is then.
        merged: Merged,
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
    /// Let another jeugdarts come.
    Physician {
        /// The group.
        group: GroupId,
        /// The bijeenkomst.
        session: SessionNumber,
        /// Who can.
        physician: PersonId,
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
    /// Say whether this took place.
    Confirm {
        /// The group.
        group: GroupId,
        /// The bijeenkomst.
        session: SessionNumber,
        /// Whether it did.
        held: bool,
    },
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
            Self::Merge { from, merged } => Edit::Merge {
                from: from.clone(),
                into: merged.into.clone(),
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
            Self::Physician {
                group,
                session,
                physician,
            } => Edit::AssignPhysicians(vec![Visit {
                group: group.clone(),
                session: *session,
                physician: Some(physician.clone()),
            }]),
            Self::Line { group, line, .. } => Edit::AssignLine {
                group: group.clone(),
                line: Some(line.clone()),
            },
            Self::ProposeLines => Edit::ProposeLines,
            Self::Confirm {
                group,
                session,
                held,
            } => Edit::SetStatus {
                group: group.clone(),
                session: *session,
                status: if *held {
                    Status::Held
                } else {
                    Status::Cancelled
                },
            },
            Self::EnterBirth(_) | Self::Individually(_) => return None,
        })
    }
}

/// A group after a family left it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Left {
    /// The group.
    pub group: GroupId,
    /// The families that are left.
    pub families: usize,
    /// Whether they are fewer than the smallest group.
    pub is_small: bool,
    /// What helps then, on the plan without the family.
    pub remedies: Vec<Remedy>,
}

/// What becomes of its group when a family takes part no more, and what helps; `None` for a family in no group.
pub fn left(plan: &Plan, family: &EnrolmentCode, today: Option<Date>) -> Option<Left> {
    let group = plan.group_of(family)?.id.clone();
    let mut after = plan.clone();
    after.apply_all(facts(plan, &Event::Left(family.clone()), today));
    let Some(known) = after.groups.get(&group) else {
        return Some(Left {
            group,
            families: 0,
            is_small: true,
            remedies: Vec::new(),
        });
    };
    let mut problems = check_group(&after, known, today).into_iter();
    let small = problems.find(|one| matches!(one.finding, Finding::TooFewFamilies { .. }));
    Some(Left {
        group,
        families: after.families(known),
        is_small: small.is_some(),
        remedies: small.map_or_else(Vec::new, |small| remedies(&after, &small, today)),
    })
}

/// At most this many days are offered as a remedy.
pub(super) const MOST_DAYS: usize = 3;

/// What can be done about a problem, the best first, from [`today`](crate#today) on: what solves it, or brings a size or a
/// spread nearer to what it should be. What leaves the problem is not offered. Computed on demand, because it plans again.
pub fn remedies(plan: &Plan, problem: &Problem, today: Option<Date>) -> Vec<Remedy> {
    match &problem.place {
        Place::Session(id, number) => plan.groups.get(id).map_or_else(Vec::new, |group| {
            for_session(plan, group, *number, problem, today)
        }),
        Place::Group(id) => plan
            .groups
            .get(id)
            .map_or_else(Vec::new, |group| for_group(plan, group, problem, today)),
        Place::Enrolment(code) => for_family(plan, code, &problem.finding, today),
        Place::Line(_) => {
            let lines = Some(Remedy::ProposeLines).into_iter();
            let helps = lines.filter(|remedy| !is_left(plan, problem, remedy, today));
            helps.collect()
        }
        Place::Plan | Place::Location(_) => Vec::new(),
    }
}

/// Whether a remedy that plans again leaves the problem of a line, or one that a group has by itself.
fn is_left(plan: &Plan, problem: &Problem, remedy: &Remedy, today: Option<Date>) -> bool {
    let Some(Ok(changes)) = remedy.edit().map(|edit| edit.changes(plan, today)) else {
        return true;
    };
    let mut after = plan.clone();
    after.apply_all(changes);
    let group = problem.place.group();
    let mut found = match group.and_then(|group| after.groups.get(group)) {
        Some(group) => check_group(&after, group, today),
        None => check_lines(&after),
    };
    found.retain(|other| other.place == problem.place);
    leaves(problem, &found)
}

fn for_session(
    plan: &Plan,
    group: &Group,
    number: SessionNumber,
    problem: &Problem,
    today: Option<Date>,
) -> Vec<Remedy> {
    let windowed = Windowed::of(plan, group);
    let other_days = || solving(&windowed, number, problem, today).take(MOST_DAYS);
    let mut found = Vec::new();
    match &problem.finding {
        Finding::Unscheduled(_) => {
            found.extend(other_days());
            // Where there are lines a group meets on one of them.
            let again: Vec<Remedy> = if has_lines(plan, &group.location) {
                better_lines(plan, group, today)
            } else {
                Vec::from_iter(other_half_day(plan, group, today))
            };
            let again = again.into_iter().chain(smaller_spread(plan, group, today));
            found.extend(again.filter(|remedy| !is_left(plan, problem, remedy, today)));
            found.extend(individually(plan, group, number));
        }
        Finding::Unconfirmed => found.extend([true, false].map(|held| Remedy::Confirm {
            group: group.id.clone(),
            session: number,
            held,
        })),
        Finding::OutsidePreferred { .. } => {
            found.extend(other_days());
            found.extend(individually(plan, group, number));
        }
        Finding::ShortInvitation { .. }
        | Finding::SchoolHoliday(_)
        | Finding::WindowInSchoolHoliday(_)
        | Finding::Closed(_)
        | Finding::OutsideAllowed { .. }
        | Finding::BeforeDose { .. }
        | Finding::AfterDose { .. }
        | Finding::LateDose { .. }
        | Finding::TooSoon { .. }
        | Finding::OutOfOrder { .. }
        | Finding::OtherWeekday { .. }
        | Finding::SameTime { .. } => found.extend(other_days()),
        Finding::Team(finding) => {
            found.extend(stand_ins(plan, group, number, finding));
            found.extend(other_physicians(plan, group, number, finding, today));
            found.extend(other_days());
        }
        _ => {}
    }
    found
}

/// The half-day on which the fewest bijeenkomsten stay without a day, if that is fewer than now.
fn other_half_day(plan: &Plan, group: &Group, today: Option<Date>) -> Option<Remedy> {
    let unscheduled = |group: &Group| {
        let sessions = group.sessions.values();
        sessions.filter(|session| session.date.is_none()).count()
    };
    let now = unscheduled(group);
    let windowed = Windowed::of(plan, group);
    HalfDay::all()
        .filter(|half_day| group.half_day.map(HalfDayChoice::half_day) != Some(*half_day))
        .map(|half_day| {
            let mut tried = group.clone();
            tried.half_day = Some(HalfDayChoice::User(half_day));
            let tried = plan_group(plan, &tried, today);
            let windows = windowed.windows.iter();
            let outside_preferred = windows
                .filter(|window| {
                    let session = tried.sessions.get(&window.number);
                    let date = session.and_then(|session| session.date);
                    date.is_some_and(|date| !window.preferred.contains(date))
                })
                .count();
            let families_cannot = families_that_cannot(plan, &tried, half_day);
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
    let doses: Vec<PlannedDose> = session_windows(plan, group)
        .into_iter()
        .find(|window| window.number == number)?
        .doses
        .into_iter()
        .map(|dose| dose.planned)
        .collect();
    (!doses.is_empty()).then_some(Remedy::Individually(doses))
}

fn for_group(plan: &Plan, group: &Group, problem: &Problem, today: Option<Date>) -> Vec<Remedy> {
    match &problem.finding {
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
        Finding::Team(
            TeamFinding::WithoutLine
            | TeamFinding::LineElsewhere { .. }
            | TeamFinding::RoomTooSmall { .. },
        ) => {
            let lines = other_lines(plan, group, today).into_iter();
            let helps = lines.filter(|remedy| !is_left(plan, problem, remedy, today));
            helps.take(MOST_DAYS).collect()
        }
        Finding::Provisional(codes) => codes.iter().cloned().map(Remedy::EnterBirth).collect(),
        Finding::TooFewFamilies { .. } => {
            let waiting = plan.unplaced().filter_map(|family| {
                let fit = fits(plan, family, today)
                    .into_iter()
                    .find(|fit| fit.group == group.id)?;
                Some(Remedy::Place {
                    family: family.code.clone(),
                    fit,
                })
            });
            // A full group, or one of which dates fall out, is no help.
            let others = merges(plan, group, today).into_iter();
            let others = others.filter(|merged| !merged.is_full && merged.impossible == 0);
            let merge = |merged| Remedy::Merge {
                from: group.id.clone(),
                merged,
            };
            let others = others.take(1).map(merge);
            waiting.take(MOST_DAYS).chain(others).collect()
        }
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
