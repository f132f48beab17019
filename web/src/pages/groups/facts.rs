//! What the screen shows of a plan, computed once per plan and day: one entry per group and one per family
//! without a group, in order of location and birth.

use centering_core::calendar::{ClockTime, Date, HalfDay};
use centering_core::care::{BirthWindow, SessionNumber};
use centering_core::cohort::Unplaced;
use centering_core::plan::{
    EnrolmentCode, Group, GroupId, HalfDayChoice, Language, LocationId, Plan,
};
use centering_core::problem::{Finding, Place, Problems, Severity};
use centering_core::schedule::{Stage, stage, tightest};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A family on the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Birth {
    pub code: EnrolmentCode,
    pub date: Date,
    pub provisional: bool,
}

/// How many problems there are per severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub errors: usize,
    pub warnings: usize,
}

impl Counts {
    fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Strong | Severity::Warning => self.warnings += 1,
            Severity::Info => {}
        }
    }
}

/// One group, as the timeline and the table show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupFacts {
    pub id: GroupId,
    pub stage: Stage,
    pub births: Option<BirthWindow>,
    /// The spread in days, and whether there is a problem with it.
    pub spread: i32,
    pub is_wide: bool,
    pub families: usize,
    pub children: usize,
    pub most: u8,
    pub half_day: Option<HalfDay>,
    pub start: Option<ClockTime>,
    pub first: Option<Date>,
    pub tightest: Option<(SessionNumber, usize)>,
    /// Nothing before the plan was checked.
    pub problems: Option<Counts>,
    pub pinned: bool,
    pub members: Vec<Birth>,
}

/// A family without a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingFacts {
    pub birth: Birth,
    pub location: LocationId,
    pub location_name: String,
    pub language: Language,
    pub why: Option<Unplaced>,
}

/// One location with its groups and the families that wait there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocationFacts {
    pub id: LocationId,
    pub name: String,
    pub groups: Vec<Rc<GroupFacts>>,
    pub waiting: Vec<Rc<WaitingFacts>>,
}

impl LocationFacts {
    /// Families of the location that have a group.
    pub fn placed(&self) -> usize {
        self.groups.iter().map(|group| group.families).sum()
    }
}

/// Everything the screen shows of the plan as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub locations: Vec<LocationFacts>,
}

impl Facts {
    /// The locations with their names.
    pub fn names(&self) -> Vec<(LocationId, String)> {
        let named = |one: &LocationFacts| (one.id.clone(), one.name.clone());
        self.locations.iter().map(named).collect()
    }

    pub fn of(plan: &Plan, problems: Option<&Problems>, today: Option<Date>) -> Self {
        let mut counts: BTreeMap<&GroupId, (Counts, bool)> = BTreeMap::new();
        let mut reasons: BTreeMap<&EnrolmentCode, Unplaced> = BTreeMap::new();
        for problem in problems.into_iter().flat_map(Problems::iter) {
            if let Some(group) = problem.place.group() {
                let (count, is_wide) = counts.entry(group).or_default();
                count.add(problem.severity);
                *is_wide |= matches!(problem.finding, Finding::WideSpread { .. });
            }
            if let (Place::Enrolment(code), Finding::NotPlaced(why)) =
                (&problem.place, &problem.finding)
            {
                reasons.insert(code, *why);
            }
        }
        let mut locations: BTreeMap<&LocationId, LocationFacts> = BTreeMap::new();
        let name = |id: &LocationId| plan.location_name(id).to_owned();
        let empty = |id: &LocationId| LocationFacts {
            id: id.clone(),
            name: name(id),
            groups: Vec::new(),
            waiting: Vec::new(),
        };
        for group in plan.groups.values() {
            let (count, is_wide) = counts.get(&group.id).copied().unwrap_or_default();
            let facts = group_facts(plan, group, problems.map(|_| count), is_wide, today);
            let location = locations
                .entry(&group.location)
                .or_insert_with(|| empty(&group.location));
            location.groups.push(Rc::new(facts));
        }
        for family in plan.unplaced() {
            let location = locations
                .entry(&family.location)
                .or_insert_with(|| empty(&family.location));
            location.waiting.push(Rc::new(WaitingFacts {
                birth: Birth {
                    code: family.code.clone(),
                    date: family.birth,
                    provisional: family.provisional,
                },
                location: family.location.clone(),
                location_name: name(&family.location),
                language: family.language.clone(),
                why: reasons.get(&family.code).copied(),
            }));
        }
        let mut locations: Vec<LocationFacts> = locations.into_values().collect();
        locations.sort_by(|one, other| one.name.cmp(&other.name));
        for location in &mut locations {
            location
                .groups
                .sort_by(|one, other| (one.births, &one.id).cmp(&(other.births, &other.id)));
            location.waiting.sort_by(|one, other| {
                (one.birth.date, &one.birth.code).cmp(&(other.birth.date, &other.birth.code))
            });
        }
        Self { locations }
    }

    /// The first and the last birth of all families; `None` when no birth is known.
    pub fn births(&self) -> Option<BirthWindow> {
        let windows = self
            .locations
            .iter()
            .flat_map(|location| &location.groups)
            .filter_map(|group| group.births)
            .flat_map(|births| [births.oldest(), births.youngest()]);
        let waiting = self
            .locations
            .iter()
            .flat_map(|location| &location.waiting)
            .map(|family| family.birth.date);
        BirthWindow::around(windows.chain(waiting))
    }

    /// The facts of one group.
    pub fn group(&self, id: &GroupId) -> Option<&Rc<GroupFacts>> {
        self.locations
            .iter()
            .flat_map(|location| &location.groups)
            .find(|group| group.id == *id)
    }

    pub fn groups(&self) -> usize {
        self.locations.iter().map(|one| one.groups.len()).sum()
    }

    pub fn waiting(&self) -> usize {
        self.locations.iter().map(|one| one.waiting.len()).sum()
    }

    pub fn placed(&self) -> usize {
        self.locations.iter().map(LocationFacts::placed).sum()
    }

    /// Only this location, or all of them.
    pub fn only(&self, location: Option<&LocationId>) -> Self {
        let is_meant =
            |facts: &&LocationFacts| location.is_none_or(|location| facts.id == *location);
        Self {
            locations: self.locations.iter().filter(is_meant).cloned().collect(),
        }
    }
}

fn group_facts(
    plan: &Plan,
    group: &Group,
    problems: Option<Counts>,
    is_wide: bool,
    today: Option<Date>,
) -> GroupFacts {
    let births = plan.births(group);
    let half_day = group.half_day.map(HalfDayChoice::half_day);
    let location = plan.locations.get(&group.location);
    let mut members: Vec<Birth> = plan
        .members(group)
        .map(|member| Birth {
            code: member.code.clone(),
            date: member.birth,
            provisional: member.provisional,
        })
        .collect();
    members.sort_by(|one, other| (one.date, &one.code).cmp(&(other.date, &other.code)));
    GroupFacts {
        id: group.id.clone(),
        stage: stage(group, today),
        births,
        spread: births.map_or(0, BirthWindow::spread_days),
        is_wide,
        families: plan.families(group),
        children: plan.children(group),
        most: plan.settings.group_size.max,
        half_day,
        start: half_day.and_then(|half_day| Some(location?.start(half_day))),
        first: group
            .sessions
            .values()
            .filter_map(|session| session.date)
            .min(),
        tightest: tightest(plan, group, today),
        problems,
        pinned: group.pinned,
        members,
    }
}
