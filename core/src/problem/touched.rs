//! What an edit touches, as far as the check of a plan is concerned: what it has to look at again.

use crate::cohort::pool_of;
use crate::plan::{Change, EnrolmentCode, Group, GroupId, LocationId, Plan};
use std::collections::BTreeSet;

/// What has to be checked again after some changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// The plan as a whole: its settings, its template, or another plan.
    pub(super) everything: bool,
    /// People, rooms or lines, or who leads a bijeenkomst where: which locations share them may be other.
    pub(super) team: bool,
    /// Locations of which everything is checked again, with all that share people or rooms with them.
    pub(super) whole: BTreeSet<LocationId>,
    /// Locations of which the families are checked again.
    pub(super) families: BTreeSet<LocationId>,
    /// Groups that are set, replaced or removed, or whose families changed.
    pub(super) groups: BTreeSet<GroupId>,
}

impl Touched {
    /// Everything.
    pub fn everything() -> Self {
        Self {
            everything: true,
            ..Self::default()
        }
    }

    /// What these changes touch of the plan, before they are applied.
    pub fn by(changes: &[Change], plan: &Plan) -> Self {
        let mut touched = Self::default();
        for change in changes {
            touched.add(change, changes, plan);
        }
        // Families wait for a group together with those of locations that share families.
        let pools = touched.families.iter().flat_map(|own| pool_of(plan, own));
        let pools: Vec<LocationId> = pools.cloned().collect();
        touched.families.extend(pools);
        touched
    }

    /// Whether nothing has to be checked again.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the plan as a whole has to be.
    pub fn is_everything(&self) -> bool {
        self.everything
    }

    /// The groups whose records changed, when nothing else that lies under a group did; `None` otherwise.
    pub fn only_groups(&self) -> Option<&BTreeSet<GroupId>> {
        let is_only = !self.everything && !self.team && self.whole.is_empty();
        is_only.then_some(&self.groups)
    }

    fn add(&mut self, change: &Change, all: &[Change], plan: &Plan) {
        match change {
            Change::Plan(_) | Change::Settings(_) | Change::Template(_) => self.everything = true,
            Change::Version(_)
            | Change::Title(_)
            | Change::StepPlan(_)
            | Change::Step(_)
            | Change::Assurance(_)
            | Change::Recruitment(..) => {}
            Change::Location(id, _) => {
                self.team = true;
                self.whole.insert(id.clone());
                self.families.insert(id.clone());
            }
            Change::Enrolment(code, enrolment) => {
                let before = plan.enrolments.get(code);
                let after = enrolment.as_deref();
                let places = before.into_iter().chain(after);
                self.families
                    .extend(places.map(|enrolment| enrolment.location.clone()));
                self.groups.extend(holders(plan, code));
                let set = all.iter().filter_map(|other| match other {
                    Change::Group(id, Some(group)) if group.members.contains(code) => Some(id),
                    _ => None,
                });
                self.groups.extend(set.cloned());
            }
            Change::Group(id, group) => {
                let (before, after) = (plan.groups.get(id), group.as_deref());
                self.groups.insert(id.clone());
                let members = |group: Option<&Group>| group.map(|group| group.members.clone());
                let is_moved =
                    before.map(|group| &group.location) != after.map(|group| &group.location);
                if members(before) != members(after) || is_moved {
                    self.add_homes(plan, all, before);
                    self.add_homes(plan, all, after);
                }
                self.team |= is_moved || has_own(before) || has_own(after);
                self.team |= before.map(|group| &group.line) != after.map(|group| &group.line);
            }
            Change::Room(id, room) => {
                let places = plan.rooms.get(id).into_iter().chain(room.as_deref());
                self.add_team(places.map(|room| room.location.clone()));
            }
            Change::Line(id, line) => {
                let places = plan.lines.get(id).into_iter().chain(line.as_deref());
                let places: Vec<LocationId> = places.map(|line| line.location.clone()).collect();
                // Groups can only meet on the days of their lines: why a family has none may change.
                self.families.extend(places.iter().cloned());
                self.add_team(places.into_iter());
            }
            Change::Person(id, person) => {
                let people = plan.people.get(id).into_iter().chain(person.as_deref());
                let of_lines = plan.lines.values();
                let led = of_lines.filter(|line| line.facilitators.contains(id));
                let places: Vec<LocationId> = people
                    .flat_map(|person| person.locations.iter().cloned())
                    .chain(led.map(|line| line.location.clone()))
                    .collect();
                self.add_team(places.into_iter());
            }
        }
    }

    fn add_team(&mut self, places: impl Iterator<Item = LocationId>) {
        self.team = true;
        self.whole.extend(places);
    }

    /// Where the families of a group are counted: at its location and at their own.
    fn add_homes(&mut self, plan: &Plan, all: &[Change], group: Option<&Group>) {
        let Some(group) = group else { return };
        self.families.insert(group.location.clone());
        let known = plan.members(group).map(|member| member.location.clone());
        self.families.extend(known);
        // Families that come into the plan by the same edit.
        let added = all.iter().filter_map(|change| match change {
            Change::Enrolment(code, Some(enrolment)) if group.members.contains(code) => {
                Some(enrolment.location.clone())
            }
            _ => None,
        });
        self.families.extend(added);
    }
}

/// The groups that hold a family.
fn holders(plan: &Plan, code: &EnrolmentCode) -> Vec<GroupId> {
    let groups = plan.groups.values();
    let holding = groups.filter(|group| group.members.contains(code));
    holding.map(|group| group.id.clone()).collect()
}

/// Whether a bijeenkomst of the group is held this once elsewhere or by others.
pub(super) fn has_own(group: Option<&Group>) -> bool {
    group.is_some_and(|group| {
        group.sessions.values().any(|session| {
            session.line.is_some() || session.room.is_some() || !session.facilitators.is_empty()
        })
    })
}
