//! Groups that run already when they come into the plan: their families, the days on which they met and those to come.

use super::families::leave_group;
use super::intake::joins;
use super::{GroupEdited, Made, Refusal, known_family};
use crate::calendar::{Date, HalfDay, Part, Workday};
use crate::care::SessionNumber;
use crate::plan::{
    Change, EnrolmentCode, Group, GroupId, HalfDayChoice, KnownBirths, Language, Location,
    LocationId, Plan, Session, Status,
};
use crate::schedule::plan_group;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A group that runs already, as far as somebody says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnteredGroup {
    /// Its code, in the plan or new.
    pub id: GroupId,
    /// Where it meets; of a group that the plan has its own place stays.
    pub location: LocationId,
    /// Families that join it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub families: BTreeSet<EnrolmentCode>,
    /// Families of whom only the births are known, in place of those that were known so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub births: Option<KnownBirths>,
    /// The half-day on which it meets; without one, of a new group, that of most of its days, in the morning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub half_day: Option<HalfDay>,
    /// The days on which its bijeenkomsten were and will be.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub dates: BTreeMap<SessionNumber, Date>,
    /// Bijeenkomsten that lapsed (vervallen), with a day among the others or without one.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub lapsed: BTreeSet<SessionNumber>,
}

impl EnteredGroup {
    /// A group of which no more is known.
    pub fn new(id: GroupId, location: LocationId) -> Self {
        Self {
            id,
            location,
            families: BTreeSet::new(),
            births: None,
            half_day: None,
            dates: BTreeMap::new(),
            lapsed: BTreeSet::new(),
        }
    }
}

/// Days until today are held, later ones known to the parents or pinned; what lapsed is cancelled; what else has no day is
/// planned where its window is open. All these groups are pinned.
pub(super) fn enter_groups(
    plan: &Plan,
    locations: &[Location],
    groups: &[EnteredGroup],
    shared: bool,
    today: Option<Date>,
) -> Made {
    let mut draft = plan.clone();
    let mut changes: Vec<Change> = Vec::new();
    let mut make = |draft: &mut Plan, change: Change| {
        draft.apply(change.clone());
        changes.push(change);
    };
    for location in locations {
        super::no_fault(location.faults(&draft), Refusal::Location)?;
        make(&mut draft, Change::location(location.clone()));
    }
    for entered in groups {
        let known = draft.groups.get(&entered.id);
        let stays = known.map_or_else(BTreeSet::new, |group| group.members.clone());
        for code in entered.families.difference(&stays) {
            let joined = joins(known_family(&draft, code)?);
            for change in leave_group(&draft, code, today).into_iter().chain(joined) {
                make(&mut draft, change);
            }
        }
        let group = entered.group(&draft, shared, today)?;
        make(&mut draft, Change::group(group.clone()));
        let planned = plan_group(&draft, &group, today);
        make(&mut draft, Change::group(planned));
    }
    let name = GroupEdited::Enter {
        groups: groups.len(),
    };
    Ok((name.into(), changes))
}

impl EnteredGroup {
    fn group(&self, plan: &Plan, shared: bool, today: Option<Date>) -> Result<Group, Refusal> {
        let language = || {
            let mut families = self.families.iter();
            let first = families.find_map(|code| plan.enrolments.get(code));
            first.map_or_else(Language::dutch, |family| family.language.clone())
        };
        let known = plan.groups.get(&self.id).cloned();
        let mut group = match known {
            Some(group) => group,
            None if plan.locations.contains_key(&self.location) => Group::new(
                self.id.clone(),
                self.location.clone(),
                language(),
                BTreeSet::new(),
            ),
            None => return Err(Refusal::OtherLocation),
        };
        group.members.extend(self.families.iter().cloned());
        if let Some(births) = &self.births {
            group.known_births = Some(births.clone());
        }
        let half_day = self.half_day.map(HalfDayChoice::User);
        if half_day.is_some() || group.half_day.is_none() {
            group.half_day = half_day.or(self.usual().map(HalfDayChoice::Planner));
        }
        group.pinned = true;
        let numbers: BTreeSet<&SessionNumber> = self.dates.keys().chain(&self.lapsed).collect();
        for number in numbers {
            if plan.template().session(*number).is_none() {
                return Err(Refusal::UnknownSession(self.id.clone(), *number));
            }
            let known = group.sessions.remove(number);
            let mut session = known.unwrap_or_else(|| Session::draft(*number, None));
            // What parents were told before is not a proposal again.
            let is_promised = session.promised().is_some();
            let date = self.dates.get(number).copied();
            session.date = date.or(session.date);
            match date.filter(|_| !self.lapsed.contains(number)) {
                None => session.status = Status::Cancelled,
                Some(date) if today.is_none_or(|today| date < today) => session.hold(date),
                Some(_) => {
                    session.pinned = true;
                    session.status = if shared || is_promised {
                        Status::Shared
                    } else {
                        Status::Draft
                    };
                    session.told = None;
                }
            }
            group.sessions.insert(*number, session);
        }
        Ok(group)
    }

    /// The morning of the weekday on which most of its days fall, the first of equals.
    fn usual(&self) -> Option<HalfDay> {
        let days = self.dates.values().filter_map(|date| Workday::of(*date));
        let mut counts: BTreeMap<Workday, usize> = BTreeMap::new();
        for day in days {
            *counts.entry(day).or_default() += 1;
        }
        let most = counts.values().max().copied()?;
        let (workday, _) = counts.into_iter().find(|(_, count)| *count == most)?;
        Some(HalfDay {
            workday,
            part: Part::Morning,
        })
    }
}
