//! Who can stand in, on the same days, when a person drops out: the same simulation as a re-planning, with
//! substitutes as the only way to keep a bijeenkomst.

use super::event::{Event, facts};
use super::lacks::Site;
use super::options::{Options, Ways};
use super::{Kept, StandIn, choose, lacks};
use crate::calendar::{Date, DateRange};
use crate::care::SessionNumber;
use crate::plan::{GroupId, Line, LocationId, PersonId, Plan};
use crate::schedule::{Meeting, meeting};
use std::collections::{BTreeMap, BTreeSet};

/// A bijeenkomst that a person leads, and who can stand in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Covered {
    /// The group.
    pub group: GroupId,
    /// The bijeenkomst.
    pub session: SessionNumber,
    /// Its day, which stays.
    pub date: Date,
    /// Who stands in; `None` when nobody can, so that one begeleider is short.
    pub substitute: Option<PersonId>,
}

/// The coming bijeenkomsten that a person leads together with somebody, each with its substitute when this
/// person drops out from today on. In order of day.
///
/// All of them are re-planned at once on the engine, so nobody stands in twice at one moment.
pub fn cover(plan: &Plan, person: &PersonId, today: Option<Date>) -> Vec<Covered> {
    let led: BTreeMap<(GroupId, SessionNumber), Date> = coming_pairs(plan, today)
        .filter(|(_, _, meeting)| meeting.facilitators.contains(person))
        .map(|(group, session, meeting)| ((group.clone(), session), meeting.date))
        .collect();
    let (Some(first), Some(last)) = (led.values().min(), led.values().max()) else {
        return Vec::new();
    };
    let event = Event::PersonAbsent {
        person: person.clone(),
        days: DateRange {
            first: *first,
            last: *last,
        },
    };
    let mut after = plan.clone();
    after.apply_all(facts(plan, &event, today));
    let mut stands_in: BTreeMap<(GroupId, SessionNumber), PersonId> = BTreeMap::new();
    for site in sites(plan, led.keys()) {
        let options = Options::of(&after, &site, today, &BTreeSet::new(), Ways::Substitutes);
        for change in options.changes(&choose(&options).0) {
            let Kept::Substitutes(stand_ins) = change.kept else {
                continue;
            };
            // Only this person is away, so one stands in.
            for StandIn { substitute, .. } in stand_ins {
                stands_in.insert((change.group.clone(), change.session), substitute);
            }
        }
    }
    let mut covered: Vec<Covered> = led
        .into_iter()
        .map(|((group, session), date)| Covered {
            substitute: stands_in.remove(&(group.clone(), session)),
            group,
            session,
            date,
        })
        .collect();
    covered.sort_by(|one, other| {
        (one.date, &one.group, one.session).cmp(&(other.date, &other.group, other.session))
    });
    covered
}

/// The locations of these bijeenkomsten. What the absence takes is known, so nothing else is looked through.
fn sites<'a>(plan: &Plan, led: impl Iterator<Item = &'a (GroupId, SessionNumber)>) -> Vec<Site> {
    let mut sites: BTreeMap<LocationId, BTreeSet<(GroupId, SessionNumber)>> = BTreeMap::new();
    for place in led {
        if let Some(group) = plan.groups.get(&place.0) {
            let lost = sites.entry(group.location.clone()).or_default();
            lost.insert(place.clone());
        }
    }
    sites
        .into_iter()
        .map(|(location, lost)| Site { location, lost })
        .collect()
}

/// The coming bijeenkomsten with two begeleiders who are there, as the plan stands.
/// Without a day of [today](crate#today) all are still to come.
pub fn coming_pairs(
    plan: &Plan,
    today: Option<Date>,
) -> impl Iterator<Item = (&GroupId, SessionNumber, Meeting<'_>)> {
    plan.groups.values().flat_map(move |group| {
        let coming = group.sessions.values();
        coming
            .filter(move |session| lacks::is_coming(session, today))
            .filter_map(move |session| {
                let held = meeting(plan, group, session)?;
                let has_two =
                    held.facilitators.len() >= Line::PAIR && lacks::absent(plan, &held).is_empty();
                has_two.then_some((&group.id, session.number, held))
            })
    })
}
