//! What asks for somebody today: the list with which a day begins. A thing stands on it once; where it is a problem as well,
//! the task stands for that problem.

use super::done::offers;
use crate::calendar::{Date, DateRange};
use crate::care::SessionNumber;
use crate::cohort::{Joinable, Unplaced};
use crate::edit::Audience;
use crate::layers::{UntoldSession, untold};
use crate::plan::{
    Enrolment, EnrolmentCode, Group, GroupId, IntakeStatus, Person, PersonId, Plan, Role, Standing,
    Status,
};
use crate::problem::{Finding, Place, Problem, Problems, Severity, TeamFinding};
use crate::schedule::{Stage, meeting, stage};
use crate::steps::{StepId, StepPlan, StepState, WorkCalendar};
use std::collections::{BTreeMap, BTreeSet};

/// How many days ahead an absence is looked at. Own choice: in four weeks somebody else can still be found.
pub const AWAY_DAYS: i32 = 28;
/// So many days before parents have to be invited the invitation is asked for. Own choice: two weeks to write and send it.
pub const INVITE_DAYS: i32 = 14;
/// So many days ahead a step is due. Own choice: a working week.
pub const STEP_DAYS: i32 = 7;

/// Something that asks for somebody today, with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// The parents of a group or somebody of the team have not been told what changed.
    Tell {
        /// Who has to be told.
        to: Audience,
        /// Of what, in order of the first day that somebody counts on or that it is now.
        sessions: Vec<(GroupId, UntoldSession)>,
    },
    /// The day of a bijeenkomst is over, and nobody said whether it took place.
    Confirm {
        /// The group.
        group: GroupId,
        /// The bijeenkomst.
        session: SessionNumber,
        /// Its day, before today.
        day: Date,
    },
    /// Somebody is away in the next [`AWAY_DAYS`] days and misses bijeenkomsten.
    Away {
        /// Who it is.
        person: PersonId,
        /// The days of the absence, both ends included.
        days: DateRange,
        /// What lacks this person, in order of day.
        sessions: Vec<(Date, GroupId, SessionNumber)>,
    },
    /// The next bijeenkomst of a group comes near, and its parents do not know the day.
    Invite {
        /// The group.
        group: GroupId,
        /// The day of that bijeenkomst.
        day: Date,
        /// The last day that leaves parents the time that the settings give them; it can be over.
        by: Date,
    },
    /// The due date of a family is over, and its birth date is not known.
    Birth {
        /// The family.
        family: EnrolmentCode,
        /// The due date.
        due: Date,
    },
    /// A group that still meets has fewer families than the smallest group.
    Small {
        /// The group.
        group: GroupId,
        /// Its families.
        families: usize,
        /// The smallest size that is set.
        min: u8,
    },
    /// A family waits, and a group fits it: within the spread that is set, on a half-day that it can.
    Place {
        /// The family.
        family: EnrolmentCode,
        /// The group that fits best.
        group: GroupId,
        /// The families of that group with it.
        families: usize,
    },
    /// Families wait that fit no group.
    Wait {
        /// How many.
        families: usize,
        /// Why most of them wait, as one of them has it, and for how many that holds; `None` before the plan was checked.
        reason: Option<(Unplaced, usize)>,
    },
    /// A step of the step plan has to begin or to end, or nothing that is set can be kept.
    Step {
        /// The step.
        step: StepId,
        /// The last day on which it can; it can be over.
        day: Date,
        /// Whether it has to begin; otherwise it began and has to end.
        begins: bool,
    },
    /// A problem that was not there the day before.
    News(Problem),
}

impl Task {
    /// Whether this task says what the problem says.
    fn stands_for(&self, problem: &Problem) -> bool {
        let Problem { place, finding, .. } = problem;
        match self {
            Self::Tell { sessions, .. } => {
                let is_here = |id: &GroupId, number: SessionNumber| {
                    let mut sessions = sessions.iter();
                    sessions.any(|(group, session)| group == id && session.number == number)
                };
                matches!((finding, place), (Finding::Lapsed { .. }, Place::Session(id, number))
                    if is_here(id, *number))
            }
            Self::Away {
                person, sessions, ..
            } => {
                let is_meant = match finding {
                    Finding::Team(
                        TeamFinding::Absent { person: absent }
                        | TeamFinding::PhysicianAbsent { person: absent },
                    ) => absent == person,
                    Finding::Team(TeamFinding::NoPhysician { .. }) => true,
                    _ => false,
                };
                let is_here = |id: &GroupId, number: SessionNumber| {
                    let mut sessions = sessions.iter();
                    sessions.any(|(_, group, session)| group == id && *session == number)
                };
                is_meant && matches!(place, Place::Session(id, number) if is_here(id, *number))
            }
            Self::Invite { group, .. } => {
                matches!(finding, Finding::ShortInvitation { .. }) && place.group() == Some(group)
            }
            Self::Birth { family, .. } => {
                matches!(finding, Finding::Provisional(families) if families.contains(family))
            }
            Self::Small { group, .. } => {
                matches!(finding, Finding::TooFewFamilies { .. }) && place.group() == Some(group)
            }
            Self::Place { family, .. } => {
                matches!(finding, Finding::NotPlaced(_))
                    && *place == Place::Enrolment(family.clone())
            }
            Self::Wait { .. } => matches!(finding, Finding::NotPlaced(_)),
            Self::News(other) => other == problem,
            Self::Confirm { group, session, .. } => {
                let here = Place::Session(group.clone(), *session);
                matches!(finding, Finding::Unconfirmed) && *place == here
            }
            Self::Step { .. } => false,
        }
    }
}

/// A number for each problem by which it is known again on another day: it says the rule, the place, and which of them it is.
/// In the order of the list. Two problems seldom have the same one.
pub fn marks(problems: &Problems) -> Vec<u32> {
    let mut seen: BTreeMap<(&str, &Place), u32> = BTreeMap::new();
    let marks = problems.iter().map(|problem| {
        let count = seen.entry((problem.code, &problem.place)).or_insert(0);
        *count += 1;
        let place = match &problem.place {
            Place::Plan => String::new(),
            Place::Location(id) => format!("l{id}"),
            Place::Line(id) => format!("v{id}"),
            Place::Enrolment(code) => format!("f{code}"),
            Place::Group(id) => format!("g{id}"),
            Place::Session(id, number) => format!("g{id}/{number}"),
        };
        // FNV-1a: it has to stay the same in every version, and nobody gains from two that are the same.
        let text = format!("{} {place} {count}", problem.code);
        text.bytes().fold(0x811c_9dc5_u32, |mark, byte| {
            (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
    });
    marks.collect()
}

/// What asks for somebody today: kind after kind, the most urgent first, each in order of day. Without a day of
/// [today](crate#today) nothing does.
///
/// What only a check knows waits for it: without problems nobody is away, no group is small, and nothing is new. `news` holds
/// the [`marks`] of the problems that are new; those that are only good to know do not ask for anybody.
pub fn tasks(
    plan: &Plan,
    problems: Option<&Problems>,
    news: &BTreeSet<u32>,
    today: Option<Date>,
) -> Vec<Task> {
    let Some(today) = today else {
        return Vec::new();
    };
    let mut tasks = to_tell(plan, today);
    tasks.extend(unconfirmed(plan, today));
    tasks.extend(
        problems
            .into_iter()
            .flat_map(|found| away(plan, found, today)),
    );
    tasks.extend(to_invite(plan, today));
    tasks.extend(births(plan, today));
    tasks.extend(
        problems
            .into_iter()
            .flat_map(|found| small(plan, found, today)),
    );
    tasks.extend(waiting(plan, problems, today));
    tasks.extend(steps(plan, today));
    let problems = problems.filter(|_| !news.is_empty());
    for (problem, mark) in problems
        .into_iter()
        .flat_map(|found| found.iter().zip(marks(found)))
    {
        let is_known = || tasks.iter().any(|task| task.stands_for(problem));
        if news.contains(&mark) && problem.severity > Severity::Info && !is_known() {
            tasks.push(Task::News(problem.clone()));
        }
    }
    tasks
}

/// Who has to be told, each once, whoever counts on the nearest day first.
fn to_tell(plan: &Plan, today: Date) -> Vec<Task> {
    let mut found: BTreeMap<Audience, Vec<(GroupId, UntoldSession)>> = BTreeMap::new();
    for untold in untold(plan, Some(today)) {
        let parents = Audience::Parents(untold.group.clone());
        let people = untold.people.into_iter();
        let people = people.map(|(person, sessions)| (Audience::Person(person), sessions));
        for (to, sessions) in people.chain([(parents, untold.sessions)]) {
            let sessions = sessions.into_iter().map(|one| (untold.group.clone(), one));
            found.entry(to).or_default().extend(sessions);
        }
    }
    let day = |session: &UntoldSession| session.next_day(today).unwrap_or(today);
    by_day(found.into_iter().filter_map(|(to, mut sessions)| {
        sessions.sort_by_key(|(_, session)| day(session));
        let first = sessions.first().map(|(_, session)| day(session))?;
        Some((first, Task::Tell { to, sessions }))
    }))
}

/// The tasks in order of day, those of one day in the order in which they come.
fn by_day(tasks: impl Iterator<Item = (Date, Task)>) -> Vec<Task> {
    let mut tasks: Vec<(Date, Task)> = tasks.collect();
    tasks.sort_by_key(|(day, _)| *day);
    tasks.into_iter().map(|(_, task)| task).collect()
}

fn unconfirmed(plan: &Plan, today: Date) -> Vec<Task> {
    let mut found = Vec::new();
    for group in plan.groups.values() {
        for session in group.sessions.values() {
            if session.standing(Some(today)) == Standing::Unconfirmed
                && let Some(day) = session.date
            {
                found.push((day, group.id.clone(), session.number));
            }
        }
    }
    found.sort();
    let task = |(day, group, session)| Task::Confirm {
        group,
        session,
        day,
    };
    found.into_iter().map(task).collect()
}

/// Who is missed by what a check found, each absence by itself.
fn away(plan: &Plan, problems: &Problems, today: Date) -> Vec<Task> {
    let last = today.plus_days(AWAY_DAYS);
    type Absence<'a> = (Date, Date, &'a PersonId);
    let mut found: BTreeMap<Absence<'_>, Vec<(Date, GroupId, SessionNumber)>> = BTreeMap::new();
    for problem in problems.iter() {
        let (Place::Session(id, number), Finding::Team(finding)) =
            (&problem.place, &problem.finding)
        else {
            continue;
        };
        let session = plan
            .groups
            .get(id)
            .and_then(|group| group.sessions.get(number));
        let Some(day) = session.and_then(|session| session.date) else {
            continue;
        };
        if day > last {
            continue;
        }
        for person in missed(plan, id, *number, finding) {
            let absence = person.absences.iter().find(|own| own.days.contains(day));
            if let Some(absence) = absence {
                let key = (absence.days.first, absence.days.last, &person.id);
                found
                    .entry(key)
                    .or_default()
                    .push((day, id.clone(), *number));
            }
        }
    }
    let tasks = found.into_iter();
    by_day(tasks.filter_map(|((first, last, person), mut sessions)| {
        sessions.sort();
        sessions.dedup();
        let day = sessions.first()?.0;
        let task = Task::Away {
            person: person.clone(),
            days: DateRange { first, last },
            sessions,
        };
        Some((day, task))
    }))
}

/// Who of the team is missed at a bijeenkomst: whom the finding names, or the jeugdartsen who work there at that time.
fn missed<'a>(
    plan: &'a Plan,
    group: &GroupId,
    number: SessionNumber,
    finding: &TeamFinding,
) -> Vec<&'a Person> {
    match finding {
        TeamFinding::Absent { person } | TeamFinding::PhysicianAbsent { person } => {
            plan.people.get(person).into_iter().collect()
        }
        TeamFinding::NoPhysician { half_day } => {
            let group = plan.groups.get(group);
            let held = group.and_then(|group| {
                let held = meeting(plan, group, group.sessions.get(&number)?)?;
                Some((group, held.date))
            });
            let people = plan
                .people
                .values()
                .filter(|one| one.role == Role::YouthPhysician);
            let is_missed = |one: &&Person| {
                held.is_some_and(|(group, date)| {
                    one.works(&group.location, *half_day) && one.is_absent(date)
                })
            };
            people.filter(is_missed).collect()
        }
        _ => Vec::new(),
    }
}

fn to_invite(plan: &Plan, today: Date) -> Vec<Task> {
    let notice = i32::from(plan.settings.invitation_days);
    let last = today.plus_days(notice + INVITE_DAYS);
    let next = |group: &Group| {
        let coming = group.to_come(Some(today));
        let (day, status) = coming
            .filter_map(|session| Some((session.date?, session.status)))
            .min_by_key(|(day, _)| *day)?;
        let is_meant = status == Status::Draft && day <= last && plan.families(group) > 0;
        is_meant.then(|| (day, group.id.clone()))
    };
    let mut found: Vec<(Date, GroupId)> = plan.groups.values().filter_map(next).collect();
    found.sort();
    let task = |(day, group): (Date, GroupId)| Task::Invite {
        group,
        day,
        by: day.plus_days(-notice),
    };
    found.into_iter().map(task).collect()
}

fn births(plan: &Plan, today: Date) -> Vec<Task> {
    let is_meant = |one: &&Enrolment| {
        one.provisional && one.birth < today && one.status != IntakeStatus::Stopped
    };
    let mut found: Vec<&Enrolment> = plan.enrolments.values().filter(is_meant).collect();
    found.sort_by_key(|one| one.birth);
    let task = |one: &Enrolment| Task::Birth {
        family: one.code.clone(),
        due: one.birth,
    };
    found.into_iter().map(task).collect()
}

fn small(plan: &Plan, problems: &Problems, today: Date) -> Vec<Task> {
    let still_meets = |id: &GroupId| {
        let group = plan.groups.get(id);
        group.is_some_and(|group| {
            let stage = stage(group, Some(today));
            !matches!(stage, Stage::Finished | Stage::Stopped)
        })
    };
    let found = problems
        .iter()
        .filter_map(|problem| match &problem.finding {
            Finding::TooFewFamilies { families, min } => {
                let group = problem.place.group().filter(|id| still_meets(id))?.clone();
                Some(Task::Small {
                    group,
                    families: *families,
                    min: *min,
                })
            }
            _ => None,
        });
    found.collect()
}

/// The families that wait: each with the group that fits it, and those without one together.
fn waiting(plan: &Plan, problems: Option<&Problems>, today: Date) -> Vec<Task> {
    let joinable = Joinable::new(plan, Some(today));
    let mut families: Vec<&Enrolment> = plan.unplaced().collect();
    families.sort_by_key(|family| family.birth);
    let most = i32::from(plan.settings.max_spread_days);
    let (mut found, mut others) = (Vec::new(), BTreeSet::new());
    for family in families {
        let fits = joinable.fits(family);
        let good = fits
            .into_iter()
            .find(|fit| fit.half_day_fits && fit.spread_days <= most);
        match good {
            Some(fit) => found.push(Task::Place {
                family: family.code.clone(),
                group: fit.group,
                families: fit.families,
            }),
            None => {
                others.insert(&family.code);
            }
        }
    }
    if !others.is_empty() {
        let mut reasons: Vec<(Unplaced, usize)> = Vec::new();
        for problem in problems.into_iter().flat_map(Problems::iter) {
            let (Place::Enrolment(code), Finding::NotPlaced(why)) =
                (&problem.place, &problem.finding)
            else {
                continue;
            };
            if !others.contains(code) {
                continue;
            }
            let kind = std::mem::discriminant(why);
            let known = reasons
                .iter_mut()
                .find(|(other, _)| std::mem::discriminant(other) == kind);
            match known {
                Some((_, count)) => *count += 1,
                None => reasons.push((*why, 1)),
            }
        }
        // The first of equals.
        let most = reasons.iter().rev().max_by_key(|(_, count)| *count);
        found.push(Task::Wait {
            families: others.len(),
            reason: most.copied(),
        });
    }
    found
}

/// The steps that are to begin or to end within [`STEP_DAYS`] days, or were; those that still wait for another step or that
/// the plan knows to be done are left out, and so are all where no days can be computed.
fn steps(plan: &Plan, today: Date) -> Vec<Task> {
    let calendar = WorkCalendar::from(&plan.settings);
    let forecast = |steps: &StepPlan| steps.forecast(&calendar, today).ok();
    let Some((steps, timetable)) = plan
        .steps
        .as_ref()
        .and_then(|steps| Some((steps, forecast(steps)?)))
    else {
        return Vec::new();
    };
    let done: BTreeSet<StepId> = offers(plan, Some(today))
        .into_iter()
        .map(|offer| offer.step)
        .collect();
    let last = today.plus_days(STEP_DAYS);
    let mut found: Vec<(Date, StepId, bool)> = Vec::new();
    for (id, days) in &timetable.steps {
        let begins = match steps.steps.get(id).map(|step| step.progress.state) {
            Some(StepState::Open) => true,
            Some(StepState::Busy) => false,
            _ => continue,
        };
        // What has to be before all days that were computed is due today.
        let late = timetable.dates(days.late);
        let day = late.map_or(today, |late| if begins { late.first } else { late.last });
        let can_begin = timetable
            .dates(days.early)
            .is_none_or(|early| early.first <= last);
        if day <= last && can_begin && !done.contains(id) {
            found.push((day, id.clone(), begins));
        }
    }
    found.sort();
    let task = |(day, step, begins)| Task::Step { step, day, begins };
    found.into_iter().map(task).collect()
}
