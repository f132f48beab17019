//! Checks the team: lines, rooms and people against each other, and every coming bijeenkomst against who and
//! where it is held by. What the plan does not know (no lines, no jeugdarts) is not judged.

use super::{Finding, Place, Problem, Severity};
use crate::calendar::{Date, HalfDay, Workday};
use crate::plan::{Group, GroupId, Line, LineId, Person, PersonId, Plan, Room, RoomId, Session};
use crate::schedule::{Hindrance, Meeting, at_once, half_day_of, has_lines, meeting, unable};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with who and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TeamFinding {
    /// LIJ-01: Another group meets on the same line on the same day.
    SameLine {
        /// The line.
        line: LineId,
        /// The other group.
        other: GroupId,
    },
    /// RUI-01: Another group meets in the same room at the same time.
    SameRoom {
        /// The room.
        room: RoomId,
        /// The other group.
        other: GroupId,
    },
    /// TEA-01: Somebody leads two groups at the same time.
    SamePerson {
        /// Who it is.
        person: PersonId,
        /// The other group.
        other: GroupId,
    },
    /// TEA-02: Somebody who leads the bijeenkomst is away.
    Absent {
        /// Who it is.
        person: PersonId,
    },
    /// TEA-03: Somebody who leads this does not work there on that half-day: who does so this once, and the pair of a line
    /// when it is held on another half-day than theirs.
    NotAvailable {
        /// Who it is.
        person: PersonId,
        /// The half-day.
        half_day: HalfDay,
    },
    /// TEA-04: Somebody who leads this once did not follow the training.
    NotTrained {
        /// Who it is.
        person: PersonId,
    },
    /// TEA-05: Somebody who leads this once is a jeugdarts, who leads no groups.
    PhysicianLeads {
        /// Who it is.
        person: PersonId,
    },
    /// ART-01: The bijeenkomst needs a jeugdarts, and none is there on that half-day.
    NoPhysician {
        /// The half-day.
        half_day: HalfDay,
    },
    /// ART-02: The bijeenkomst needs a jeugdarts, and all who are there are with other groups.
    PhysicianBusy {
        /// A group that has one at the same time.
        other: GroupId,
    },
    /// ART-03: The jeugdarts who was named is away.
    PhysicianAbsent {
        /// Who it is.
        person: PersonId,
    },
    /// ART-04: The jeugdarts who was named does not work there on that half-day.
    PhysicianNotAvailable {
        /// Who it is.
        person: PersonId,
        /// The half-day.
        half_day: HalfDay,
    },
    /// ART-05: Somebody is needed as the jeugdarts of one group and at another one at the same time.
    PhysicianElsewhere {
        /// Who it is.
        person: PersonId,
        /// The other group.
        other: GroupId,
    },
    /// ART-06: Who was named as the jeugdarts is none.
    NotPhysician {
        /// Who it is.
        person: PersonId,
    },
    /// RUI-03: The room is closed on that day.
    RoomClosed {
        /// The room.
        room: RoomId,
    },
    /// RUI-04: The organisation does not have the room on that half-day.
    RoomNotOurs {
        /// The room.
        room: RoomId,
        /// The half-day.
        half_day: HalfDay,
    },
    /// RUI-02: The room is too small for the group.
    RoomTooSmall {
        /// The room.
        room: RoomId,
        /// Adults of the group with staff.
        adults: usize,
        /// Adults that fit in.
        capacity: u16,
    },
    /// LIJ-02: The location has lines, and the group is on none.
    WithoutLine,
    /// LIJ-03: A line has fewer than two begeleiders.
    WithoutPair {
        /// How many it has.
        people: usize,
    },
    /// LIJ-04: A line has no room.
    WithoutRoom,
    /// LIJ-05: Two lines need the same room or person on the same half-day.
    LinesClash {
        /// The other line.
        other: LineId,
    },
    /// LIJ-06: The line of a group, or of one bijeenkomst this once, is at another location.
    LineElsewhere {
        /// The line.
        line: LineId,
    },
    /// TEA-03: Somebody of the pair of a line does not work there on that half-day.
    LineNotAvailable {
        /// Who it is.
        person: PersonId,
    },
    /// TEA-04: Somebody of the pair of a line did not follow the training.
    LineNotTrained {
        /// Who it is.
        person: PersonId,
    },
    /// TEA-05: Somebody of the pair of a line is a jeugdarts, who leads no groups.
    LineLedByPhysician {
        /// Who it is.
        person: PersonId,
    },
    /// TEA-06: Somebody of the pair of a line has more half-days on lines than the working week holds; named at the lines
    /// that are too many, in order of id.
    WeekTooShort {
        /// Who it is.
        person: PersonId,
        /// Half-days of the week on which the person leads lines.
        half_days: usize,
        /// Half-days that the working week holds.
        most: usize,
    },
    /// DOC-04: A line that is named is not in the plan.
    UnknownLine(LineId),
    /// DOC-04: A room that is named is not in the plan.
    UnknownRoom(RoomId),
    /// DOC-04: A person who is named is not in the plan.
    UnknownPerson(PersonId),
}

impl TeamFinding {
    /// The code of the rule and how bad breaking it is.
    pub fn rule(&self) -> (&'static str, Severity) {
        use Severity::{Error, Strong, Warning};
        match self {
            Self::SameLine { .. } => ("LIJ-01", Error),
            Self::WithoutLine => ("LIJ-02", Warning),
            Self::WithoutPair { .. } => ("LIJ-03", Warning),
            Self::WithoutRoom => ("LIJ-04", Warning),
            Self::LinesClash { .. } => ("LIJ-05", Strong),
            Self::LineElsewhere { .. } => ("LIJ-06", Error),
            Self::SameRoom { .. } => ("RUI-01", Error),
            Self::RoomTooSmall { .. } => ("RUI-02", Strong),
            Self::RoomClosed { .. } => ("RUI-03", Error),
            Self::RoomNotOurs { .. } => ("RUI-04", Error),
            Self::SamePerson { .. } => ("TEA-01", Error),
            Self::Absent { .. } => ("TEA-02", Error),
            Self::NotAvailable { .. } | Self::LineNotAvailable { .. } => ("TEA-03", Warning),
            Self::NotTrained { .. } | Self::LineNotTrained { .. } => ("TEA-04", Warning),
            Self::PhysicianLeads { .. } | Self::LineLedByPhysician { .. } => ("TEA-05", Warning),
            Self::WeekTooShort { .. } => ("TEA-06", Warning),
            Self::NoPhysician { .. } => ("ART-01", Error),
            Self::PhysicianBusy { .. } => ("ART-02", Error),
            // Whether any jeugdarts can come is said by the two above; another one can be named.
            Self::PhysicianAbsent { .. } => ("ART-03", Strong),
            Self::PhysicianNotAvailable { .. } => ("ART-04", Warning),
            Self::PhysicianElsewhere { .. } => ("ART-05", Strong),
            Self::NotPhysician { .. } => ("ART-06", Strong),
            Self::UnknownLine(_) | Self::UnknownRoom(_) | Self::UnknownPerson(_) => {
                ("DOC-04", Error)
            }
        }
    }
}

fn problem(place: Place, finding: TeamFinding) -> Problem {
    Problem::new(place, Finding::Team(finding))
}

/// What is wrong with the lines themselves, in order of id.
pub(crate) fn check_lines(plan: &Plan) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut earlier = EarlierLines::default();
    let mut weeks = Weeks::default();
    for line in plan.lines.values() {
        let mut findings = Vec::new();
        match &line.room {
            None => findings.push(TeamFinding::WithoutRoom),
            Some(room) if !plan.rooms.contains_key(room) => {
                findings.push(TeamFinding::UnknownRoom(room.clone()));
            }
            Some(id) => {
                let known = plan.rooms.get(id);
                let finding = known.and_then(|room| not_ours(room, line.half_day));
                findings.extend(finding);
            }
        }
        if !line.has_pair() {
            let people = line.facilitators.len();
            findings.push(TeamFinding::WithoutPair { people });
        }
        for id in &line.facilitators {
            let person = id.clone();
            match plan.people.get(id) {
                None => findings.push(TeamFinding::UnknownPerson(person)),
                Some(known) if !known.works(&line.location, line.half_day) => {
                    findings.push(TeamFinding::LineNotAvailable { person });
                }
                Some(known) if !known.trained => {
                    findings.push(TeamFinding::LineNotTrained { person });
                }
                Some(_) => {}
            }
            if let Some(known) = plan.people.get(id) {
                let person = || id.clone();
                if !known.role.leads_groups() {
                    findings.push(TeamFinding::LineLedByPhysician { person: person() });
                }
                findings.extend(weeks.add(plan, known, line));
            }
        }
        let clashing = earlier.clash(plan, line);
        findings.extend(clashing.map(|other| TeamFinding::LinesClash {
            other: other.clone(),
        }));
        earlier.add(line);
        let place = Place::Line(line.id.clone());
        let found = findings.into_iter();
        problems.extend(found.map(|finding| problem(place.clone(), finding)));
    }
    problems
}

/// The half-days of the week on which each person leads lines: all of them, and those of the lines so far.
#[derive(Default)]
struct Weeks<'a> {
    so_far: BTreeMap<&'a PersonId, BTreeSet<HalfDay>>,
}

impl<'a> Weeks<'a> {
    /// Counts a line that the person leads; says so when the working week holds no more. Half-days on which the person does
    /// not work are named as such.
    fn add(&mut self, plan: &Plan, person: &'a Person, line: &Line) -> Option<TeamFinding> {
        let most = person.half_days_a_week();
        let so_far = self.so_far.entry(&person.id).or_default();
        let is_new = so_far.insert(line.half_day);
        (is_new && so_far.len() > most).then(|| {
            let lines = plan.lines.values();
            let led = lines.filter(|line| line.facilitators.contains(&person.id));
            TeamFinding::WeekTooShort {
                person: person.id.clone(),
                half_days: led.map(|line| line.half_day).collect::<BTreeSet<_>>().len(),
                most,
            }
        })
    }
}

/// The lines on each day of the week that have a room or a person.
#[derive(Default)]
struct EarlierLines<'a> {
    rooms: BTreeMap<(Workday, &'a RoomId), Vec<&'a Line>>,
    people: BTreeMap<(Workday, &'a PersonId), Vec<&'a Line>>,
}

impl<'a> EarlierLines<'a> {
    /// The first line that has the room or a person of this one at the same time.
    fn clash(&self, plan: &Plan, line: &'a Line) -> Option<&'a LineId> {
        let workday = line.half_day.workday;
        let room = line.room.as_ref();
        let room = room.and_then(|room| self.rooms.get(&(workday, room)));
        let people = line.facilitators.iter();
        let people = people.filter_map(|id| self.people.get(&(workday, id)));
        let known = room.into_iter().chain(people).flatten();
        let at_once = known.filter(|other| at_once(plan, line, other));
        at_once.map(|other| &other.id).min()
    }

    fn add(&mut self, line: &'a Line) {
        let workday = line.half_day.workday;
        if let Some(room) = &line.room {
            self.rooms.entry((workday, room)).or_default().push(line);
        }
        for id in &line.facilitators {
            self.people.entry((workday, id)).or_default().push(line);
        }
    }
}

/// What is wrong with the line of a group and with who and where its coming bijeenkomsten are held by,
/// without regard to other groups.
pub(super) fn check_group_team(plan: &Plan, group: &Group, today: Option<Date>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let place = Place::Group(group.id.clone());
    let is_over = !group.sessions.is_empty() && group.to_come(today).next().is_none();
    let line = group.line.as_ref().map(|choice| choice.line());
    match line {
        None if has_lines(plan, &group.location) && !is_over => {
            problems.push(problem(place, TeamFinding::WithoutLine));
        }
        Some(line) => match plan.lines.get(line) {
            None => problems.push(problem(place, TeamFinding::UnknownLine(line.clone()))),
            Some(line) if !is_over => {
                let finding = elsewhere(group, line);
                problems.extend(finding.map(|finding| problem(place.clone(), finding)));
                let room = line.room.as_ref().and_then(|room| plan.rooms.get(room));
                let finding = room.and_then(|room| too_small(plan, group, room));
                problems.extend(finding.map(|finding| problem(place, finding)));
            }
            Some(_) => {}
        },
        None => {}
    }
    for session in group.to_come(today) {
        let place = || Place::Session(group.id.clone(), session.number);
        for finding in of_session(plan, group, session) {
            problems.push(problem(place(), finding));
        }
    }
    problems
}

fn elsewhere(group: &Group, line: &Line) -> Option<TeamFinding> {
    let line = (line.location != group.location).then(|| line.id.clone())?;
    Some(TeamFinding::LineElsewhere { line })
}

fn not_ours(room: &Room, half_day: HalfDay) -> Option<TeamFinding> {
    let room = (!room.is_ours(half_day)).then(|| room.id.clone())?;
    Some(TeamFinding::RoomNotOurs { room, half_day })
}

fn too_small(plan: &Plan, group: &Group, room: &Room) -> Option<TeamFinding> {
    let families = plan.families(group);
    (!room.fits(families)).then(|| TeamFinding::RoomTooSmall {
        room: room.id.clone(),
        adults: Room::adults(families),
        capacity: room.capacity,
    })
}

fn of_session(plan: &Plan, group: &Group, session: &Session) -> Vec<TeamFinding> {
    let mut findings = Vec::new();
    if let Some(id) = &session.line {
        findings.extend(match plan.lines.get(id) {
            None => Some(TeamFinding::UnknownLine(id.clone())),
            Some(line) => elsewhere(group, line),
        });
    }
    findings.extend(physician(plan, group, session));
    let Some(meeting) = meeting(plan, group, session) else {
        return findings;
    };
    let held_on = meeting.half_day();
    let of_line = session.room.is_none() && meeting.line.map(|line| line.half_day) == held_on;
    let not_ours_at = |room: &Room| not_ours(room, held_on?);
    if let Some(id) = meeting.room {
        match plan.rooms.get(id) {
            None if session.room.is_some() => {
                findings.push(TeamFinding::UnknownRoom(id.clone()));
            }
            Some(room) if room.is_closed(meeting.date) => {
                findings.push(TeamFinding::RoomClosed { room: id.clone() });
            }
            // Of the room of a line on its own half-day the line speaks.
            Some(room) if !of_line && not_ours_at(room).is_some() => {
                findings.extend(not_ours_at(room));
            }
            Some(room) if session.room.is_some() || session.line.is_some() => {
                findings.extend(too_small(plan, group, room));
            }
            _ => {}
        }
    }
    let is_own = !session.facilitators.is_empty();
    for id in meeting.facilitators {
        let person = id.clone();
        match plan.people.get(id) {
            None if is_own => findings.push(TeamFinding::UnknownPerson(person)),
            None => {}
            Some(known) if known.is_absent(meeting.date) => {
                findings.push(TeamFinding::Absent { person });
            }
            Some(known) => findings.extend(leader(group, &meeting, known)),
        }
    }
    findings
}

/// What is wrong with who was named as the jeugdarts, without regard to other bijeenkomsten.
fn physician(plan: &Plan, group: &Group, session: &Session) -> Option<TeamFinding> {
    let (id, date) = session.physician.as_ref().zip(session.date)?;
    let Some(known) = plan.people.get(id) else {
        return Some(TeamFinding::UnknownPerson(id.clone()));
    };
    let person = id.clone();
    let half_day = half_day_of(plan, group, session).filter(|_| Workday::of(date).is_some());
    match unable(known, &group.location, date, half_day)? {
        Hindrance::OtherRole => Some(TeamFinding::NotPhysician { person }),
        Hindrance::Away => Some(TeamFinding::PhysicianAbsent { person }),
        Hindrance::NotAtWork(half_day) => {
            Some(TeamFinding::PhysicianNotAvailable { person, half_day })
        }
        Hindrance::NoHalfDay | Hindrance::Elsewhere(_) | Hindrance::WeekFull => None,
    }
}

/// What is wrong with somebody who leads this: of who is of the pair of the line its line speaks, but for a day on which
/// that line is not.
fn leader(group: &Group, meeting: &Meeting<'_>, person: &Person) -> Option<TeamFinding> {
    let half_day = meeting.half_day()?;
    let id = || person.id.clone();
    let is_of_pair = |line: &&Line| line.facilitators.contains(&person.id);
    let line = meeting.line.filter(is_of_pair);
    if line.is_some_and(|line| line.half_day == half_day) {
        None
    } else if !person.works(&group.location, half_day) {
        Some(TeamFinding::NotAvailable {
            person: id(),
            half_day,
        })
    } else if line.is_some() {
        None
    } else if !person.role.leads_groups() {
        Some(TeamFinding::PhysicianLeads { person: id() })
    } else if !person.trained {
        Some(TeamFinding::NotTrained { person: id() })
    } else {
        None
    }
}

#[cfg(test)]
#[path = "team_tests.rs"]
mod tests;
