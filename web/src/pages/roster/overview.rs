//! What the roster shows of a plan, worked out once per plan and kept as far as an edit leaves it.

use super::row_view::{Counts, RowView};
use crate::state::{Model, Same, SessionView};
use centering_core::calendar::{ClockTime, Date, DateRange, Region};
use centering_core::care::SessionNumber;
use centering_core::plan::{Group, GroupId, HalfDayChoice, LocationId, Plan, Status};
use centering_core::problem::{Place, Problem, Problems};
use centering_core::schedule::{self, Nearby};
use centering_words::Lang;
use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// One location with groups.
#[derive(Clone, Debug, PartialEq)]
pub struct LocationView {
    pub id: LocationId,
    pub name: String,
    pub region: Region,
    pub started: usize,
    pub preparing: usize,
}

/// What is known of a group before its row is worked out.
struct Slot {
    id: GroupId,
    location: LocationId,
    /// From the first to the last of its days.
    dates: Option<DateRange>,
    /// Whether any bijeenkomst has no day.
    has_missing: bool,
    has_shared: bool,
    sessions: usize,
    row: OnceCell<Rc<RowView>>,
}

/// How far beyond its days the windows of a group can reach, in days: the widest is three months.
const WINDOW_MARGIN: i32 = 100;

/// A bijeenkomst with hardly a day to choose from: its free days, the day of its mark, the place of its group, and its
/// position there. In this order the tightest comes first.
pub type Tight = (usize, Date, usize, usize);

/// Everything the roster shows. The row of a group is worked out when it is first asked for: of a national
/// plan that is seldom all of them.
pub struct Overview {
    plan: Rc<Plan>,
    problems: Rc<Problems>,
    today: Option<Date>,
    /// In order of name.
    pub locations: Vec<Rc<LocationView>>,
    /// In order of code.
    slots: Vec<Rc<Slot>>,
    /// The places of the groups of each location.
    per_location: Rc<BTreeMap<LocationId, Vec<usize>>>,
    /// The same object as long as the same groups end on the same days.
    ends_of_groups: Rc<()>,
    names: OnceCell<Rc<Vec<(LocationId, String)>>>,
    nearby: OnceCell<Rc<Nearby>>,
    tight: OnceCell<Vec<Tight>>,
    /// So many rows are worked out, from the first on.
    filled: Cell<usize>,
    counts: OnceCell<Counts>,
}

impl Overview {
    /// Looks the plan through.
    pub fn of(model: &Model) -> Self {
        let plan = model.plan.clone();
        let today = model.today;
        let slots: Vec<Rc<Slot>> = plan
            .groups
            .values()
            .map(|group| Rc::new(Slot::of(group)))
            .collect();
        let mut per_location: BTreeMap<LocationId, Vec<usize>> = BTreeMap::new();
        for (place, slot) in slots.iter().enumerate() {
            match per_location.get_mut(&slot.location) {
                Some(places) => places.push(place),
                None => {
                    per_location.insert(slot.location.clone(), vec![place]);
                }
            }
        }
        let mut locations: Vec<Rc<LocationView>> = per_location
            .iter()
            .map(|(id, places)| {
                let ids = places.iter().filter_map(|place| slots.get(*place));
                Rc::new(location(&plan, id, ids.map(|slot| &slot.id), today))
            })
            .collect();
        locations.sort_by(|one, other| one.name.cmp(&other.name));
        Self {
            problems: model.problems.clone(),
            plan,
            today,
            locations,
            slots,
            per_location: Rc::new(per_location),
            ends_of_groups: Rc::new(()),
            names: OnceCell::new(),
            nearby: OnceCell::new(),
            tight: OnceCell::new(),
            filled: Cell::new(0),
            counts: OnceCell::new(),
        }
    }

    /// The overview after a change of the plan that touched only these groups; other rows are kept.
    pub fn after(&self, model: &Model, touched: &BTreeSet<GroupId>) -> Self {
        let mut changed = model.problems.changed_since(&self.problems);
        changed.extend(touched.iter().cloned());
        let plan = model.plan.clone();
        let mut slots = self.slots.clone();
        // The counts of all but the rows that are worked out anew.
        let mut counts = self.counts.get().copied();
        let mut places = BTreeSet::new();
        let mut locations = self.locations.clone();
        for id in &changed {
            let place = slots.binary_search_by(|slot| slot.id.cmp(id));
            let (Ok(place), Some(group)) = (place, plan.groups.get(id)) else {
                // A group came or went.
                return Self::of(model);
            };
            let slot = Slot::of(group);
            if let Some(old) = slots.get_mut(place) {
                if old.location != slot.location {
                    return Self::of(model);
                }
                let known = counts.zip(old.row.get());
                counts = known.and_then(|(counts, row)| counts.less(row.counts));
                places.insert(place);
                *old = Rc::new(slot);
            }
            for view in &mut locations {
                if view.id == group.location {
                    let places = self.per_location.get(&view.id);
                    let ids = places.into_iter().flatten();
                    let ids = ids.filter_map(|place| slots.get(*place));
                    let ids = ids.map(|slot| &slot.id);
                    *view = Rc::new(location(&plan, &group.location, ids, model.today));
                }
            }
        }
        let mut next = Self {
            problems: model.problems.clone(),
            plan,
            today: model.today,
            locations,
            slots,
            per_location: self.per_location.clone(),
            ends_of_groups: self.ends_of_groups.clone(),
            // No group came or went, and nobody else did.
            names: self.names.clone(),
            nearby: self.nearby.clone(),
            tight: OnceCell::new(),
            // The few that changed are worked out when they are asked for.
            filled: self.filled.clone(),
            counts: OnceCell::new(),
        };
        if let Some(mut counts) = counts {
            let rows = places.iter().filter_map(|place| next.at(*place));
            rows.for_each(|row| counts.add(row.counts));
            next.counts.get_or_init(|| counts);
        }
        if let Some(known) = self.tight.get() {
            let others = known
                .iter()
                .filter(|(_, _, place, _)| !places.contains(place));
            let mut tight: Vec<Tight> = others.copied().collect();
            tight.extend(places.iter().flat_map(|place| next.tight_of(*place)));
            next.tight.get_or_init(|| tight);
        }
        let are_same = |place: &usize| {
            let old = self.slots.get(*place).and_then(|slot| slot.row.get());
            old.zip(next.at(*place))
                .is_some_and(|(old, new)| old.end() == new.end())
        };
        if !places.iter().all(are_same) {
            next.ends_of_groups = Rc::new(());
        }
        next
    }

    /// The number of groups.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// The row at this place in the order of code.
    pub fn at(&self, place: usize) -> Option<&Rc<RowView>> {
        let slot = self.slots.get(place)?;
        if let Some(row) = slot.row.get() {
            return Some(row);
        }
        let group = self.plan.groups.get(&slot.id)?;
        let make = || Rc::new(RowView::of(&self.plan, &self.problems, self.today, group));
        Some(slot.row.get_or_init(make))
    }

    pub fn row(&self, id: &GroupId) -> Option<&Rc<RowView>> {
        self.at(self.slots.binary_search_by(|slot| slot.id.cmp(id)).ok()?)
    }

    /// The same as long as the same groups end on the same days.
    pub fn ends_of_groups(&self) -> Same<()> {
        Same(self.ends_of_groups.clone())
    }

    /// The locations by name; the same object as long as no edit touches them.
    pub fn names(&self) -> Rc<Vec<(LocationId, String)>> {
        let all = || self.locations.iter();
        let named = || all().map(|one| (one.id.clone(), one.name.clone()));
        self.names
            .get_or_init(|| Rc::new(named().collect()))
            .clone()
    }

    /// Who and what is at each location.
    pub fn nearby(&self) -> &Nearby {
        self.nearby.get_or_init(|| Rc::new(Nearby::of(&self.plan)))
    }

    /// The bijeenkomsten with hardly a day to choose from, in no order; works out every row.
    pub fn tight(&self) -> &[Tight] {
        let all = || (0..self.slots.len()).flat_map(|place| self.tight_of(place));
        self.tight.get_or_init(|| all().collect())
    }

    fn tight_of(&self, place: usize) -> impl Iterator<Item = Tight> {
        let row = self.at(place);
        let positions = row.into_iter().flat_map(|row| &row.tight);
        positions.filter_map(move |position| {
            let session = row?.sessions.get(*position)?;
            Some((session.free?, session.place(), place, *position))
        })
    }

    /// The rows of these groups, in order of code: of all, or of one location, with a code that holds the text.
    fn places<'a>(
        &'a self,
        location: Option<&'a LocationId>,
        search: &'a str,
    ) -> impl Iterator<Item = (usize, &'a Rc<Slot>)> + 'a {
        let of_location = location.map(|location| {
            let places = self.per_location.get(location);
            places.map_or(&[][..], Vec::as_slice)
        });
        let count = of_location.map_or(self.slots.len(), <[usize]>::len);
        (0..count)
            .filter_map(move |index| {
                let place = match of_location {
                    Some(places) => *places.get(index)?,
                    None => index,
                };
                Some((place, self.slots.get(place)?))
            })
            .filter(move |(_, slot)| {
                search.is_empty() || slot.id.as_str().to_uppercase().contains(search)
            })
    }

    /// The places of the groups of a location that are not over before a day, in order of code.
    pub fn groups_from<'a>(
        &'a self,
        location: &'a LocationId,
        first: Date,
        search: &'a str,
    ) -> impl Iterator<Item = usize> + 'a {
        self.places(Some(location), search)
            .filter(move |(place, slot)| match slot.dates {
                Some(dates) if dates.last >= first => true,
                Some(dates) if !slot.has_missing && dates.last.plus_days(WINDOW_MARGIN) < first => {
                    false
                }
                _ => self.at(*place).is_some_and(|row| row.end() >= Some(first)),
            })
            .map(|(place, _)| place)
    }

    /// The worst that is wrong with each bijeenkomst of a group, in words.
    pub fn why(&self, lang: Lang, row: &RowView) -> Vec<(SessionNumber, String)> {
        let sessions = row.sessions.iter().filter(|one| one.severity.is_some());
        let worst = sessions.filter_map(|one| {
            let is_it = |problem: &&Problem| {
                matches!(&problem.place, Place::Session(_, number) if *number == one.number)
                    && Some(problem.severity) == one.severity
            };
            let problem = self.problems.of_group(&row.id).find(is_it)?;
            Some((one.number, lang.problem_title(&self.plan, problem)))
        });
        worst.collect()
    }

    /// The bijeenkomsten whose mark stands in the range, in order of group: day, start, place of the group and
    /// number.
    pub fn sessions_in(
        &self,
        location: Option<&LocationId>,
        range: DateRange,
        search: &str,
    ) -> Vec<(Date, Option<ClockTime>, usize, SessionNumber)> {
        let mut found = Vec::new();
        for (place, slot) in self.places(location, search) {
            let is_near = |dates: DateRange| !dates.and(range).is_empty();
            if !slot.has_missing && !slot.dates.is_some_and(is_near) {
                continue;
            }
            let Some(group) = self.plan.groups.get(&slot.id) else {
                continue;
            };
            let half_day = group.half_day.map(HalfDayChoice::half_day);
            let start = half_day.and_then(|half_day| {
                Some(self.plan.locations.get(&group.location)?.start(half_day))
            });
            let mut add = |date: Date, number: SessionNumber| {
                if range.contains(date) {
                    found.push((date, start, place, number));
                }
            };
            if slot.has_missing {
                let sessions = self.at(place).map(|row| row.sessions.as_slice());
                for session in sessions.unwrap_or_default() {
                    add(session.place(), session.number);
                }
            } else {
                for session in group.sessions.values() {
                    session
                        .date
                        .iter()
                        .for_each(|date| add(*date, session.number));
                }
            }
        }
        found
    }

    pub fn location(&self, id: &LocationId) -> Option<&LocationView> {
        let mut known = self.locations.iter().map(Rc::as_ref);
        known.find(|location| location.id == *id)
    }

    /// Works rows out until the time is up; says whether all are.
    pub fn fill(&self, is_time: impl Fn() -> bool) -> bool {
        if !self.is_filled() {
            self.nearby();
        }
        while !self.is_filled() {
            if !is_time() {
                return false;
            }
            self.at(self.filled.get());
            self.filled.set(self.filled.get() + 1);
        }
        true
    }

    /// Whether all rows are worked out, but for a few.
    pub fn is_filled(&self) -> bool {
        self.filled.get() >= self.slots.len()
    }

    /// The rows of all groups, in order of code; works out every one.
    pub fn rows(&self) -> impl Iterator<Item = &Rc<RowView>> {
        (0..self.slots.len()).filter_map(|place| self.at(place))
    }

    /// How many bijeenkomsten lie where; works out every row.
    pub fn counts(&self) -> Counts {
        *self.counts.get_or_init(|| {
            let mut counts = Counts::default();
            self.rows().for_each(|row| counts.add(row.counts));
            counts
        })
    }

    /// How many bijeenkomsten the plan has, whatever their status.
    pub fn session_count(&self) -> usize {
        self.slots.iter().map(|slot| slot.sessions).sum()
    }

    /// Whether dates were told to parents.
    pub fn has_shared(&self) -> bool {
        self.slots.iter().any(|slot| slot.has_shared)
    }

    /// The first and the last day of which there is something to show.
    pub fn days(&self) -> Option<DateRange> {
        let dated = || self.slots.iter().filter_map(|slot| slot.dates);
        let missing = || {
            let places = self.slots.iter().enumerate();
            let places = places.filter(|(_, slot)| slot.has_missing);
            let rows = places.filter_map(|(place, _)| self.at(place));
            rows.flat_map(|row| row.sessions.iter().map(SessionView::place))
        };
        let first = dated().map(|dates| dates.first).chain(missing()).min()?;
        let last = dated().map(|dates| dates.last).chain(missing()).max()?;
        Some(DateRange { first, last })
    }
}

impl Slot {
    fn of(group: &Group) -> Self {
        let dates = || group.sessions.values().filter_map(|session| session.date);
        let range = dates().min().zip(dates().max());
        Self {
            id: group.id.clone(),
            location: group.location.clone(),
            dates: range.map(|(first, last)| DateRange { first, last }),
            has_missing: group.sessions.is_empty()
                || group
                    .sessions
                    .values()
                    .any(|session| session.date.is_none()),
            has_shared: group
                .sessions
                .values()
                .any(|session| session.status == Status::Shared),
            sessions: group.sessions.len(),
            row: OnceCell::new(),
        }
    }
}

fn location<'a>(
    plan: &Plan,
    id: &LocationId,
    groups: impl Iterator<Item = &'a GroupId>,
    today: Option<Date>,
) -> LocationView {
    let mut view = LocationView {
        id: id.clone(),
        name: plan.location_name(id).to_owned(),
        region: plan.region(id),
        started: 0,
        preparing: 0,
    };
    for group in groups.filter_map(|id| plan.groups.get(id)) {
        match schedule::stage(group, today) {
            schedule::Stage::Preparing | schedule::Stage::Planned => view.preparing += 1,
            schedule::Stage::Started => view.started += 1,
            schedule::Stage::Finished | schedule::Stage::Stopped => {}
        }
    }
    view
}
