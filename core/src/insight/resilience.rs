//! Uitvalbestendigheid: what happens to the coming bijeenkomsten when one person drops out, for each person
//! in turn, and on which half-day one more trained begeleider would help. Source: `docs/domain.md#4.3`.

use crate::calendar::{Date, HalfDay, HalfDaySet};
use crate::plan::{LocationId, Person, PersonId, Plan};
use crate::replan::{Covered, coming_pairs, cover};
use std::collections::{BTreeMap, BTreeSet};

/// What becomes of the coming bijeenkomsten without one person.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Missed {
    /// Who drops out.
    pub person: PersonId,
    /// What the team calls this person.
    pub alias: PersonId,
    /// The bijeenkomsten that keep two begeleiders, on the same day.
    pub kept: u32,
    /// The bijeenkomsten that have two now.
    pub all: u32,
    /// The bijeenkomsten that this person leads, each with who stands in, in order of day.
    pub led: Vec<Covered>,
}

impl Missed {
    /// The bijeenkomsten for which nobody can stand in.
    pub fn short(&self) -> impl Iterator<Item = &Covered> {
        self.led.iter().filter(|one| one.substitute.is_none())
    }
}

/// Where one more trained begeleider helps most.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TrainingAdvice {
    /// The location.
    pub location: LocationId,
    /// The half-day on which the person must be able to work.
    pub half_day: HalfDay,
    /// The bijeenkomsten on this half-day for which nobody can stand in, for the person who is missed most.
    pub short: u32,
    /// People of the team who work there then and are not trained yet.
    pub could: Vec<PersonId>,
    /// What is kept with one more trained person, for the person who is missed most then: so many of so many.
    pub then: (u32, u32),
}

/// The resilience of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Resilience {
    /// Everybody who leads a coming bijeenkomst, the one who is missed most first.
    pub people: Vec<Missed>,
    /// The half-days that need one more trained begeleider, the one that helps most first.
    pub advice: Vec<TrainingAdvice>,
}

impl Resilience {
    /// What is kept without the person who is missed most: so many of so many.
    pub fn lowest(&self) -> Option<(u32, u32)> {
        self.people.first().map(|missed| (missed.kept, missed.all))
    }

    /// What is kept without each person, by alias.
    pub fn kept_without(&self) -> BTreeMap<String, (u32, u32)> {
        let people = self.people.iter();
        people
            .map(|missed| (missed.alias.to_string(), (missed.kept, missed.all)))
            .collect()
    }
}

/// How many half-days are tried, those with most shortfalls first.
const MOST_TRIED: usize = 6;
/// How many half-days are advised at most.
const MOST_ADVICE: usize = 3;

/// Lets each person of the team drop out in turn, from today on, and re-plans with substitutes of the
/// location on the same days. Bijeenkomsten that lack a begeleider already do not count.
pub fn resilience(plan: &Plan, today: Option<Date>) -> Resilience {
    let people = all_missed(plan, today);
    let advice = advice(plan, &people, today);
    Resilience { people, advice }
}

fn all_missed(plan: &Plan, today: Option<Date>) -> Vec<Missed> {
    missed(plan, today, |_| true)
}

/// The same for those that are asked for.
fn missed(plan: &Plan, today: Option<Date>, is_asked: impl Fn(&PersonId) -> bool) -> Vec<Missed> {
    let mut all = 0;
    let mut leading: BTreeSet<&PersonId> = BTreeSet::new();
    for (_, _, meeting) in coming_pairs(plan, today) {
        all += 1;
        leading.extend(meeting.facilitators);
    }
    let mut people: Vec<Missed> = leading
        .into_iter()
        .filter(|id| is_asked(id))
        .filter_map(|id| plan.people.get(id))
        .map(|person| {
            let led = cover(plan, &person.id, today);
            let short = led.iter().filter(|one| one.substitute.is_none()).count();
            Missed {
                person: person.id.clone(),
                alias: person.alias.clone(),
                kept: all - u32::try_from(short).unwrap_or(all).min(all),
                all,
                led,
            }
        })
        .collect();
    people.sort_by(|one, other| (one.kept, &one.alias).cmp(&(other.kept, &other.alias)));
    people
}

fn advice(plan: &Plan, people: &[Missed], today: Option<Date>) -> Vec<TrainingAdvice> {
    let mut most: BTreeMap<(LocationId, HalfDay), u32> = BTreeMap::new();
    for missed in people {
        let mut short: BTreeMap<(LocationId, HalfDay), u32> = BTreeMap::new();
        for one in missed.short() {
            if let Some(place) = place(plan, one) {
                *short.entry(place).or_insert(0) += 1;
            }
        }
        for (place, count) in short {
            let known = most.entry(place).or_insert(0);
            *known = count.max(*known);
        }
    }
    let mut places: Vec<((LocationId, HalfDay), u32)> = most.into_iter().collect();
    places.sort_by(|(one, count), (other, more)| more.cmp(count).then_with(|| one.cmp(other)));
    places.truncate(MOST_TRIED);
    let mut advice: Vec<TrainingAdvice> = places
        .into_iter()
        .map(|((location, half_day), short)| {
            let could = plan.people.values().filter(|person| {
                !person.trained && person.role.leads_groups() && person.works(&location, half_day)
            });
            TrainingAdvice {
                could: could.map(|person| person.alias.clone()).collect(),
                then: with_one_more(plan, people, (&location, half_day), today),
                location,
                half_day,
                short,
            }
        })
        .collect();
    // Of equals the one with more shortfalls stays first.
    advice.sort_by_key(|one| std::cmp::Reverse(one.then.0));
    advice.truncate(MOST_ADVICE);
    advice
}

/// The location and half-day of a bijeenkomst.
fn place(plan: &Plan, one: &Covered) -> Option<(LocationId, HalfDay)> {
    let group = plan.groups.get(&one.group)?;
    let session = group.sessions.get(&one.session)?;
    let line = crate::schedule::line_of(plan, group, session)?;
    Some((group.location.clone(), line.half_day))
}

/// What is kept for the person who is missed most when the location has one more trained begeleider on this
/// half-day. Whoever is not missed now is not missed then.
fn with_one_more(
    plan: &Plan,
    people: &[Missed],
    (location, half_day): (&LocationId, HalfDay),
    today: Option<Date>,
) -> (u32, u32) {
    let free = (1..1_000).find_map(|number| {
        let id = PersonId::parse(&format!("NEW-{number}")).ok()?;
        (!plan.people.contains_key(&id)).then_some(id)
    });
    let Some(id) = free else { return (0, 0) };
    let mut more = plan.clone();
    let person = Person {
        half_days: HalfDaySet::default().with(half_day),
        locations: BTreeSet::from([location.clone()]),
        ..Person::new(id.clone())
    };
    more.people.insert(id, person);
    let is_missed = |id: &PersonId| {
        people
            .iter()
            .any(|missed| missed.person == *id && missed.kept < missed.all)
    };
    let lowest = missed(&more, today, is_missed);
    lowest
        .first()
        .map_or((0, 0), |missed| (missed.kept, missed.all))
}
