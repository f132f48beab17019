//! In what two plans differ, as far as the check of a plan is concerned: what it has to look at again.

use crate::cohort::pool_of;
use crate::plan::{EnrolmentCode, Group, GroupId, LocationId, Plan, Record, Records, Version};
use std::collections::BTreeSet;

/// What has to be checked again where one plan took the place of another.
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

    /// In what two plans differ. Records that they share are not looked at.
    pub fn between(before: &Plan, after: &Plan) -> Self {
        let is_newer = |plan: &Plan| plan.version > Version::CURRENT;
        if before.settings != after.settings
            || before.template != after.template
            || before.extra != after.extra
            || is_newer(before) != is_newer(after)
        {
            return Self::everything();
        }
        let mut touched = Self::default();
        touched.add_locations(before, after);
        touched.add_families(before, after);
        touched.add_groups(before, after);
        touched.add_teams(before, after);
        // Families wait for a group together with those of locations that share families.
        let pools = touched.families.iter().flat_map(|own| pool_of(after, own));
        let pools: Vec<LocationId> = pools.cloned().collect();
        touched.families.extend(pools);
        touched
    }

    /// Whether nothing has to be checked again.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// The groups whose records changed, when nothing else that lies under a group did; `None` otherwise.
    pub fn only_groups(&self) -> Option<&BTreeSet<GroupId>> {
        let is_only = !self.everything && !self.team && self.whole.is_empty();
        is_only.then_some(&self.groups)
    }

    fn add_locations(&mut self, before: &Plan, after: &Plan) {
        for id in after.locations.changed(&before.locations) {
            self.team = true;
            self.whole.insert(id.clone());
            self.families.insert(id.clone());
        }
    }

    fn add_families(&mut self, before: &Plan, after: &Plan) {
        let mut codes: BTreeSet<EnrolmentCode> = BTreeSet::new();
        for (code, was, is) in pairs(&before.enrolments, &after.enrolments) {
            codes.insert(code.clone());
            let places = was.into_iter().chain(is);
            self.families
                .extend(places.map(|enrolment| enrolment.location.clone()));
        }
        if !codes.is_empty() {
            let holding = after.groups.values();
            let holding = holding.filter(|group| !group.members.is_disjoint(&codes));
            self.groups.extend(holding.map(|group| group.id.clone()));
        }
    }

    fn add_groups(&mut self, before: &Plan, after: &Plan) {
        for (id, was, is) in pairs(&before.groups, &after.groups) {
            self.groups.insert(id.clone());
            let is_moved = was.map(|group| &group.location) != is.map(|group| &group.location);
            if is_moved || was.map(|group| &group.members) != is.map(|group| &group.members) {
                self.add_homes(before, was);
                self.add_homes(after, is);
            }
            self.team |= is_moved || has_own(was) || has_own(is);
            self.team |= was.map(|group| &group.line) != is.map(|group| &group.line);
        }
    }

    fn add_teams(&mut self, before: &Plan, after: &Plan) {
        for (_, was, is) in pairs(&before.rooms, &after.rooms) {
            let places = was.into_iter().chain(is);
            self.add_team(places.map(|room| room.location.clone()));
        }
        for (_, was, is) in pairs(&before.lines, &after.lines) {
            let places = was.into_iter().chain(is).map(|line| line.location.clone());
            let places: Vec<LocationId> = places.collect();
            // Groups can only meet on the days of their lines: why a family has none may change.
            self.families.extend(places.iter().cloned());
            self.add_team(places.into_iter());
        }
        for (id, was, is) in pairs(&before.people, &after.people) {
            let people = was.into_iter().chain(is);
            let places = people.flat_map(|person| person.locations.iter());
            let led = after.lines.values();
            let led = led.filter(|line| line.facilitators.contains(id));
            self.add_team(places.chain(led.map(|line| &line.location)).cloned());
        }
    }

    fn add_team(&mut self, places: impl Iterator<Item = LocationId>) {
        self.team = true;
        self.whole.extend(places);
    }

    /// Where the families of a group are counted: at its location and at their own.
    fn add_homes(&mut self, plan: &Plan, group: Option<&Group>) {
        let Some(group) = group else { return };
        self.families.insert(group.location.clone());
        let homes = plan.members(group).map(|member| member.location.clone());
        self.families.extend(homes);
    }
}

/// The keys of records that differ, with what stood there and what stands there.
fn pairs<'a, R: Record + PartialEq>(
    before: &'a Records<R>,
    after: &'a Records<R>,
) -> impl Iterator<Item = (&'a R::Key, Option<&'a R>, Option<&'a R>)> {
    let changed = after.changed(before);
    changed.map(move |key| (key, before.get(key), after.get(key)))
}

/// Whether a bijeenkomst of the group is held this once elsewhere or by others.
pub(super) fn has_own(group: Option<&Group>) -> bool {
    group.is_some_and(|group| {
        group.sessions.values().any(|session| {
            session.line.is_some() || session.room.is_some() || !session.facilitators.is_empty()
        })
    })
}
