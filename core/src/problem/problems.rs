//! The problems of a whole plan in parts: by group, by location, and by locations that share people or rooms.
//! The list remembers of which plan it is: of another plan only the parts are checked in which the two differ, the
//! others are shared with the list before.

use super::check::{families_of, same_time};
use super::check_group::check_group;
use super::moments::check_moments;
use super::team::check_lines;
use super::touched::{Touched, has_own};
use super::{Finding, Place, Problem, Severity};
use crate::calendar::Date;
use crate::care::Programme;
use crate::cohort::{WhyUnplaced, pool_of, share_families};
use crate::plan::{Enrolment, Group, GroupId, LineChoice, LocationId, Plan, unknown_fields};
use crate::schedule::line_of;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Everything that is wrong with a plan, in a fixed order: the plan and its lines, each group by itself, then
/// the groups and the families of each location, then what locations share. Cheap to copy.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    /// What was checked: a copy that shares its records.
    plan: Plan,
    today: Option<Date>,
    head: Rc<Vec<Problem>>,
    /// In order of group.
    groups: Vec<Rc<OfGroup>>,
    /// In order of location.
    places: Vec<Rc<OfPlace>>,
    /// In order of their first location.
    circles: Vec<Rc<OfCircle>>,
    /// Which circle a location is in.
    circle_of: Rc<BTreeMap<LocationId, usize>>,
    /// Which groups meet at a location.
    groups_at: Rc<BTreeMap<LocationId, BTreeSet<GroupId>>>,
    counts: Counts,
}

/// More groups than this, and than half of them, are checked as a whole plan.
const MOST_BY_GROUP: usize = 200;

/// How many problems there are of each severity.
type Counts = [usize; 4];

/// What is wrong with one group, without regard to others.
#[derive(Debug)]
struct OfGroup {
    id: GroupId,
    location: LocationId,
    /// Other locations to which families of the group belong.
    homes: Vec<LocationId>,
    /// Whether bijeenkomsten wait for a day on the line of the group: what is wrong with them depends on what
    /// other groups take.
    waits: bool,
    problems: Vec<Problem>,
}

/// What is wrong at one location: groups at the same time, and families.
#[derive(Debug)]
struct OfPlace {
    location: LocationId,
    same_time: Vec<Problem>,
    families: Vec<Problem>,
}

/// What is needed twice at one moment, in locations that share people, rooms or lines.
#[derive(Debug)]
struct OfCircle {
    locations: BTreeSet<LocationId>,
    problems: Vec<Problem>,
}

impl Problems {
    /// Checks the whole plan. Bijeenkomsten before `today` are not judged any more.
    pub fn of(plan: &Plan, today: Option<Date>) -> Self {
        let (circles, circle_of) = circles(plan);
        let groups: Vec<Rc<OfGroup>> = plan
            .groups
            .values()
            .map(|group| Rc::new(OfGroup::of(plan, group, today)))
            .collect();
        let mut groups_at: BTreeMap<LocationId, BTreeSet<GroupId>> = BTreeMap::new();
        for group in &groups {
            enter(&mut groups_at, group);
        }
        let waiting = Waiting::of(plan, None);
        let mut of_place: BTreeMap<&LocationId, Vec<&Group>> = BTreeMap::new();
        for group in plan.groups.values() {
            of_place.entry(&group.location).or_default().push(group);
        }
        let places = places(plan);
        let mut found = Self {
            plan: plan.clone(),
            today,
            head: Rc::new(head(plan)),
            places: places
                .iter()
                .map(|location| {
                    let groups = of_place.get(location).map_or(&[][..], Vec::as_slice);
                    Rc::new(OfPlace {
                        location: (*location).clone(),
                        same_time: same_time(groups.iter().copied(), today),
                        families: waiting.check(plan, location, today),
                    })
                })
                .collect(),
            circles: Vec::new(),
            circle_of: Rc::new(circle_of),
            groups,
            groups_at: Rc::new(groups_at),
            counts: Counts::default(),
        };
        let of_circle = |locations: &BTreeSet<LocationId>| {
            let mut groups: Vec<&Group> = locations
                .iter()
                .filter_map(|location| of_place.get(location))
                .flatten()
                .copied()
                .collect();
            groups.sort_by(|one, other| one.id.cmp(&other.id));
            check_moments(plan, groups.into_iter(), today)
        };
        found.circles = circles
            .into_iter()
            .map(|locations| {
                let problems = of_circle(&locations);
                Rc::new(OfCircle {
                    locations,
                    problems,
                })
            })
            .collect();
        found.counts = found.count();
        found
    }

    /// The problems of a plan that took the place of the one that this list is of: the same as those of a whole check,
    /// but only that is looked at in which the two differ.
    #[must_use]
    pub fn after(&self, plan: &Plan, today: Option<Date>) -> Self {
        let touched = &Touched::between(&self.plan, plan);
        if touched.everything
            || today != self.today
            || touched.groups.len() > MOST_BY_GROUP.max(plan.groups.len() / 2)
        {
            return Self::of(plan, today);
        }
        let mut next = self.clone();
        next.plan = plan.clone();
        if touched.is_nothing() {
            return next;
        }
        // The circles as they were and as they are: what left one is no longer in the way there.
        let mut stale = self.circles_around(touched);
        let mut whole = touched.whole.clone();
        if touched.team {
            let (circles, circle_of) = circles(plan);
            let new_head = head(plan);
            swap(&mut next.counts, &self.head, &new_head);
            next.head = Rc::new(new_head);
            next.circle_of = Rc::new(circle_of);
            for old in &stale {
                let locations = self.circles.get(*old).map(|circle| &circle.locations);
                whole.extend(locations.into_iter().flatten().cloned());
            }
            let same = |locations: &BTreeSet<LocationId>| {
                let known = self.circles.iter();
                known
                    .enumerate()
                    .find(|(_, circle)| circle.locations == *locations)
            };
            let old: Vec<Rc<OfCircle>> = circles
                .into_iter()
                .map(|locations| match same(&locations) {
                    Some((_, circle)) => circle.clone(),
                    None => {
                        whole.extend(locations.iter().cloned());
                        Rc::new(OfCircle {
                            locations,
                            problems: Vec::new(),
                        })
                    }
                })
                .collect();
            for circle in &self.circles {
                swap(&mut next.counts, &circle.problems, &[]);
            }
            for circle in &old {
                swap(&mut next.counts, &[], &circle.problems);
            }
            next.circles = old;
            stale = next.circles_around(&Touched {
                whole: whole.clone(),
                groups: touched.groups.clone(),
                ..Touched::default()
            });
        }
        next.check_groups(plan, touched, &whole, &stale);
        stale.extend(next.circles_around(touched));
        next.check_places(plan, touched, &whole, self);
        for position in stale {
            let Some(circle) = next.circles.get_mut(position) else {
                continue;
            };
            let locations = circle.locations.clone();
            let here = locations.iter().filter_map(|id| next.groups_at.get(id));
            // In order of group, as in a whole check.
            let here: BTreeSet<&GroupId> = here.flatten().collect();
            let groups = here.into_iter().filter_map(|id| plan.groups.get(id));
            let problems = check_moments(plan, groups, today);
            swap(&mut next.counts, &circle.problems, &problems);
            *circle = Rc::new(OfCircle {
                locations,
                problems,
            });
        }
        next
    }

    /// All problems in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        let groups = self.groups.iter().flat_map(|part| &part.problems);
        let places = self.places.iter();
        let same_time = places.clone().flat_map(|part| &part.same_time);
        let moments = self.circles.iter().flat_map(|part| &part.problems);
        let families = places.flat_map(|part| &part.families);
        self.head
            .iter()
            .chain(groups)
            .chain(same_time)
            .chain(moments)
            .chain(families)
    }

    /// The problems of one group and its bijeenkomsten, in their order.
    pub fn of_group<'a>(&'a self, id: &'a GroupId) -> impl Iterator<Item = &'a Problem> {
        let part = self.group(id);
        let location = part.map(|part| &part.location);
        let place = location.and_then(|location| self.place(location));
        let circle = location
            .and_then(|location| self.circle_of.get(location))
            .and_then(|circle| self.circles.get(*circle));
        let own = part.into_iter().flat_map(|part| &part.problems);
        let others = place
            .into_iter()
            .flat_map(|part| &part.same_time)
            .chain(circle.into_iter().flat_map(|part| &part.problems));
        own.chain(others.filter(move |problem| problem.place.group() == Some(id)))
    }

    /// The groups with other problems than in the list before, as far as that can be told without comparing:
    /// a group of which everything was checked again counts.
    pub fn changed_since(&self, before: &Self) -> BTreeSet<GroupId> {
        let mut changed = BTreeSet::new();
        let mut old = before.groups.iter().peekable();
        for part in &self.groups {
            // Nearly always the same in the same place: no code has to be compared.
            if old.next_if(|other| Rc::ptr_eq(other, part)).is_some() {
                continue;
            }
            while old.next_if(|other| other.id < part.id).is_some() {}
            let same = old.next_if(|other| other.id == part.id);
            if same.is_none_or(|same| !Rc::ptr_eq(same, part)) {
                changed.insert(part.id.clone());
            }
        }
        let named = |problems: &[Problem]| -> Vec<GroupId> {
            let groups = problems.iter().filter_map(|problem| problem.place.group());
            groups.cloned().collect()
        };
        for (position, place) in self.places.iter().enumerate() {
            let is_same = |old: &Rc<OfPlace>| Rc::ptr_eq(old, place);
            // Nearly always the same in the same place, too.
            if before.places.get(position).is_some_and(is_same) {
                continue;
            }
            let old = before.place(&place.location);
            if !old.is_some_and(is_same) {
                changed.extend(named(&place.same_time));
                changed.extend(old.map(|old| named(&old.same_time)).unwrap_or_default());
            }
        }
        let differ = |own: &[Rc<OfCircle>], other: &[Rc<OfCircle>]| -> Vec<GroupId> {
            let is_same = |one: &Rc<OfCircle>| other.iter().any(|circle| Rc::ptr_eq(circle, one));
            let pairs = own.iter().zip(other);
            if own.len() == other.len() {
                let differing = pairs.filter(|(one, other)| !Rc::ptr_eq(one, other));
                return differing
                    .flat_map(|(one, _)| named(&one.problems))
                    .collect();
            }
            let new = own.iter().filter(|circle| !is_same(circle));
            new.flat_map(|circle| named(&circle.problems)).collect()
        };
        changed.extend(differ(&self.circles, &before.circles));
        changed.extend(differ(&before.circles, &self.circles));
        changed
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.counts.iter().sum()
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many there are of this severity.
    pub fn count_of(&self, severity: Severity) -> usize {
        self.counts
            .get(severity as usize)
            .copied()
            .unwrap_or_default()
    }

    fn group(&self, id: &GroupId) -> Option<&Rc<OfGroup>> {
        let place = self.groups.binary_search_by(|part| part.id.cmp(id)).ok()?;
        self.groups.get(place)
    }

    fn place(&self, location: &LocationId) -> Option<&Rc<OfPlace>> {
        let found = self
            .places
            .binary_search_by(|part| part.location.cmp(location));
        self.places.get(found.ok()?)
    }

    /// The circles of what is touched, as this list knows them.
    fn circles_around(&self, touched: &Touched) -> BTreeSet<usize> {
        let of_groups = touched.groups.iter().filter_map(|id| self.group(id));
        of_groups
            .map(|part| &part.location)
            .chain(&touched.whole)
            .filter_map(|location| self.circle_of.get(location).copied())
            .collect()
    }

    fn check_groups(
        &mut self,
        plan: &Plan,
        touched: &Touched,
        whole: &BTreeSet<LocationId>,
        stale: &BTreeSet<usize>,
    ) {
        let new = touched.groups.iter().filter_map(|id| plan.groups.get(id));
        let around: BTreeSet<usize> = new
            .filter_map(|group| self.circle_of.get(&group.location).copied())
            .chain(stale.iter().copied())
            .collect();
        let mut stale: BTreeSet<GroupId> = touched.groups.clone();
        let here = whole.iter().filter_map(|id| self.groups_at.get(id));
        stale.extend(here.flatten().cloned());
        for circle in around.iter().filter_map(|place| self.circles.get(*place)) {
            let here = circle.locations.iter();
            let here = here.filter_map(|id| self.groups_at.get(id)).flatten();
            let waits = |id: &&GroupId| self.group(id).is_some_and(|part| part.waits);
            stale.extend(here.filter(waits).cloned());
        }
        for id in &stale {
            self.check_group(plan, id);
        }
    }

    /// Checks one group again; one that is gone leaves the list.
    fn check_group(&mut self, plan: &Plan, id: &GroupId) {
        let found = self.groups.binary_search_by(|part| part.id.cmp(id));
        let part = plan.groups.get(id);
        let part = part.map(|group| Rc::new(OfGroup::of(plan, group, self.today)));
        let old = match (found, part.clone()) {
            (Ok(place), Some(part)) => {
                let slot = self.groups.get_mut(place);
                slot.map(|slot| std::mem::replace(slot, part))
            }
            (Ok(place), None) => Some(self.groups.remove(place)),
            (Err(place), Some(part)) => {
                self.groups.insert(place, part);
                None
            }
            (Err(_), None) => None,
        };
        let problems = |part: &Option<Rc<OfGroup>>| match part {
            Some(part) => count_of(&part.problems),
            None => Counts::default(),
        };
        exchange(&mut self.counts, problems(&old), problems(&part));
        let place = |part: &Option<Rc<OfGroup>>| part.as_ref().map(|part| part.location.clone());
        let (from, to) = (place(&old), place(&part));
        if from != to {
            let groups_at = Rc::make_mut(&mut self.groups_at);
            if let Some(groups) = from.and_then(|from| groups_at.get_mut(&from)) {
                groups.remove(id);
            }
            if let Some(part) = &part {
                enter(groups_at, part);
            }
        }
    }

    fn check_places(
        &mut self,
        plan: &Plan,
        touched: &Touched,
        whole: &BTreeSet<LocationId>,
        before: &Self,
    ) {
        let mut stale: BTreeSet<&LocationId> = whole.iter().collect();
        for id in &touched.groups {
            stale.extend(before.group(id).map(|part| &part.location));
            stale.extend(plan.groups.get(id).map(|group| &group.location));
        }
        let mut all: BTreeSet<&LocationId> = stale.iter().copied().collect();
        all.extend(&touched.families);
        let today = self.today;
        for location in all {
            let known = self
                .places
                .binary_search_by(|part| part.location.cmp(location));
            let before = known.ok().and_then(|place| self.places.get(place));
            let same = match before.filter(|_| !stale.contains(location)) {
                Some(before) => before.same_time.clone(),
                None => {
                    let here = self.groups_at.get(location).into_iter().flatten();
                    same_time(here.filter_map(|id| plan.groups.get(id)), today)
                }
            };
            let families = match before.filter(|_| !touched.families.contains(location)) {
                Some(before) => before.families.clone(),
                None => {
                    let pool = pool_of(plan, location);
                    let is_of_pool =
                        |part: &&Rc<OfGroup>| pool.iter().any(|own| part.has_home(own));
                    let parts = self.groups.iter().filter(is_of_pool);
                    let holding = parts.filter_map(|part| plan.groups.get(&part.id));
                    let waiting = Waiting::of(plan, Some((location, holding.collect())));
                    waiting.check(plan, location, today)
                }
            };
            let part = Rc::new(OfPlace {
                location: location.clone(),
                same_time: same,
                families,
            });
            let of = |part: &OfPlace| [count_of(&part.same_time), count_of(&part.families)];
            for counts in of(&part) {
                exchange(&mut self.counts, Counts::default(), counts);
            }
            match known {
                Ok(place) => {
                    if let Some(slot) = self.places.get_mut(place) {
                        let old = std::mem::replace(slot, part);
                        for counts in of(&old) {
                            exchange(&mut self.counts, counts, Counts::default());
                        }
                    }
                }
                Err(place) => self.places.insert(place, part),
            }
        }
    }

    fn count(&self) -> Counts {
        let mut counts = Counts::default();
        for problem in self.iter() {
            if let Some(count) = counts.get_mut(problem.severity as usize) {
                *count += 1;
            }
        }
        counts
    }
}

fn count_of(problems: &[Problem]) -> Counts {
    let mut counts = Counts::default();
    for problem in problems {
        if let Some(count) = counts.get_mut(problem.severity as usize) {
            *count += 1;
        }
    }
    counts
}

/// Counts the new problems in place of the old ones.
fn swap(counts: &mut Counts, old: &[Problem], new: &[Problem]) {
    exchange(counts, count_of(old), count_of(new));
}

fn exchange(counts: &mut Counts, old: Counts, new: Counts) {
    for (count, (old, new)) in counts.iter_mut().zip(old.into_iter().zip(new)) {
        *count = (*count + new).saturating_sub(old);
    }
}

fn enter(groups_at: &mut BTreeMap<LocationId, BTreeSet<GroupId>>, part: &OfGroup) {
    match groups_at.get_mut(&part.location) {
        Some(groups) => {
            groups.insert(part.id.clone());
        }
        None => {
            let groups = BTreeSet::from([part.id.clone()]);
            groups_at.insert(part.location.clone(), groups);
        }
    }
}

impl PartialEq for Problems {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl OfGroup {
    fn of(plan: &Plan, group: &Group, today: Option<Date>) -> Self {
        let mut homes: Vec<LocationId> = Vec::new();
        for member in plan.members(group) {
            if member.location != group.location && !homes.contains(&member.location) {
                homes.push(member.location.clone());
            }
        }
        let template = plan.template();
        let lacks = |number| {
            let session = group.sessions.get(&number);
            session.is_none_or(|session| session.date.is_none())
        };
        Self {
            id: group.id.clone(),
            location: group.location.clone(),
            homes,
            waits: group.line.is_some() && template.sessions.iter().any(|spec| lacks(spec.number)),
            problems: check_group(plan, group, today),
        }
    }

    fn has_home(&self, location: &LocationId) -> bool {
        self.location == *location || self.homes.contains(location)
    }
}

/// The plan as a whole and its lines.
fn head(plan: &Plan) -> Vec<Problem> {
    let (template, programme) = (plan.template(), Programme::current());
    let mut findings: Vec<Finding> = Vec::new();
    findings.extend(template.check().err().map(Finding::Template));
    let unknown = template.unknown_doses(programme).into_iter();
    findings.extend(unknown.map(|(session, doses)| Finding::UnknownDoses { session, doses }));
    let loose = template.loose_doses(programme).into_iter();
    findings.extend(loose.map(|(session, doses)| Finding::LooseDoses { session, doses }));
    let fields = unknown_fields(plan);
    findings.extend((!fields.is_empty()).then_some(Finding::UnknownFields(fields)));
    let of_plan = |finding| Problem::new(Place::Plan, finding);
    let findings = findings.into_iter().map(of_plan);
    findings.chain(check_lines(plan)).collect()
}

/// Every location that the plan has or names, in order.
fn places(plan: &Plan) -> BTreeSet<&LocationId> {
    let groups = plan.groups.values().map(|group| &group.location);
    let families = plan.enrolments.values().map(|family| &family.location);
    plan.locations
        .keys()
        .chain(groups)
        .chain(families)
        .collect()
}

/// The families of a location, or of all, with the groups they are in.
struct Waiting<'a> {
    groups: BTreeMap<&'a crate::plan::EnrolmentCode, Vec<&'a GroupId>>,
    families: BTreeMap<&'a LocationId, Vec<&'a Enrolment>>,
}

impl<'a> Waiting<'a> {
    /// Those that may share a group with families of one location, given the groups that hold any of them;
    /// otherwise all.
    fn of(plan: &'a Plan, only: Option<(&LocationId, Vec<&'a Group>)>) -> Self {
        let mut found = Self {
            groups: BTreeMap::new(),
            families: BTreeMap::new(),
        };
        let is_meant = |location: &LocationId| {
            only.as_ref()
                .is_none_or(|(one, _)| share_families(plan, one, location))
        };
        for family in plan.enrolments.values() {
            if is_meant(&family.location) {
                found
                    .families
                    .entry(&family.location)
                    .or_default()
                    .push(family);
            }
        }
        let mut add = |group: &'a Group| {
            for code in &group.members {
                found.groups.entry(code).or_default().push(&group.id);
            }
        };
        match &only {
            Some((_, groups)) => groups.iter().for_each(|group| add(group)),
            None => plan.groups.values().for_each(add),
        }
        found
    }

    fn check(&self, plan: &Plan, location: &LocationId, today: Option<Date>) -> Vec<Problem> {
        let of = |location| self.families.get(location).map_or(&[][..], Vec::as_slice);
        let pool = pool_of(plan, location).into_iter().flat_map(of);
        let waiting: Vec<&Enrolment> = pool
            .copied()
            .filter(|family| family.status.wants_group() && !self.groups.contains_key(&family.code))
            .collect();
        let unplaced = WhyUnplaced::new(plan, location, &waiting, today);
        families_of(plan, of(location), &unplaced, &self.groups)
    }
}

/// Locations that share people, rooms or lines, directly or through others: what is taken in one circle is
/// never in the way in another.
fn circles(plan: &Plan) -> (Vec<BTreeSet<LocationId>>, BTreeMap<LocationId, usize>) {
    let places: Vec<&LocationId> = {
        let mut places = places(plan);
        places.extend(plan.people.values().flat_map(|person| &person.locations));
        places.extend(plan.rooms.values().map(|room| &room.location));
        places.extend(plan.lines.values().map(|line| &line.location));
        places.into_iter().collect()
    };
    let mut parents: Vec<usize> = (0..places.len()).collect();
    let at = |location: &LocationId| places.binary_search(&location).ok();
    let mut join = |one: &LocationId, other: &LocationId| {
        if let (Some(one), Some(other)) = (at(one), at(other)) {
            let (one, other) = (root(&mut parents, one), root(&mut parents, other));
            // The first location stays the root, so that the order does not depend on who joined whom.
            let (first, last) = (one.min(other), one.max(other));
            if let Some(parent) = parents.get_mut(last) {
                *parent = first;
            }
        }
    };
    for person in plan.people.values() {
        let mut locations = person.locations.iter();
        if let Some(first) = locations.next() {
            locations.for_each(|other| join(first, other));
        }
    }
    for line in plan.lines.values() {
        let room = line.room.as_ref().and_then(|room| plan.rooms.get(room));
        room.iter()
            .for_each(|room| join(&line.location, &room.location));
        for id in &line.facilitators {
            let person = plan.people.get(id);
            let of_person = person.into_iter().flat_map(|person| &person.locations);
            of_person.for_each(|location| join(&line.location, location));
            // Somebody the plan does not know, or who works nowhere, still leads one line at a time.
            let others = plan.lines.values();
            if person.is_none_or(|person| person.locations.is_empty()) {
                let shared = others.filter(|other| other.facilitators.contains(id));
                shared.for_each(|other| join(&line.location, &other.location));
            }
        }
        if let Some(id) = line.room.as_ref().filter(|_| room.is_none()) {
            let others = plan
                .lines
                .values()
                .filter(|other| other.room.as_ref() == Some(id));
            others.for_each(|other| join(&line.location, &other.location));
        }
    }
    // Rooms and people that only single bijeenkomsten use, by the first location that does.
    let mut users: BTreeMap<(u8, &str), &LocationId> = BTreeMap::new();
    for group in plan.groups.values() {
        let of_group = group.line.as_ref().map(LineChoice::line);
        let line = of_group.and_then(|line| plan.lines.get(line));
        line.iter()
            .for_each(|line| join(&group.location, &line.location));
        if !has_own(plan, Some(group)) {
            continue;
        }
        for session in group.sessions.values() {
            let line = line_of(plan, group, session);
            line.iter()
                .for_each(|line| join(&group.location, &line.location));
            let room = session.room.as_ref().map(|room| (0, room.as_str()));
            let people = || session.facilitators.iter().chain(&session.physician);
            let used = people().map(|id| (1, id.as_str()));
            for used in room.into_iter().chain(used) {
                let user = *users.entry(used).or_insert(&group.location);
                join(user, &group.location);
            }
            let room = session.room.as_ref().and_then(|room| plan.rooms.get(room));
            room.iter()
                .for_each(|room| join(&group.location, &room.location));
            for id in people() {
                let person = plan.people.get(id);
                let of_person = person.into_iter().flat_map(|person| &person.locations);
                of_person.for_each(|location| join(&group.location, location));
                let led = plan
                    .lines
                    .values()
                    .filter(|line| line.facilitators.contains(id));
                led.for_each(|line| join(&group.location, &line.location));
            }
        }
    }
    let mut circles: BTreeMap<usize, BTreeSet<LocationId>> = BTreeMap::new();
    for (place, location) in places.iter().enumerate() {
        let root = root(&mut parents, place);
        circles.entry(root).or_default().insert((*location).clone());
    }
    let circles: Vec<BTreeSet<LocationId>> = circles.into_values().collect();
    let circle_of = circles
        .iter()
        .enumerate()
        .flat_map(|(circle, locations)| {
            locations
                .iter()
                .map(move |location| (location.clone(), circle))
        })
        .collect();
    (circles, circle_of)
}

fn root(parents: &mut [usize], place: usize) -> usize {
    let mut place = place;
    while let Some(parent) = parents
        .get(place)
        .copied()
        .filter(|parent| *parent != place)
    {
        let above = parents.get(parent).copied().unwrap_or(parent);
        if let Some(slot) = parents.get_mut(place) {
            *slot = above;
        }
        place = above;
    }
    place
}
