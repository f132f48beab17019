//! Writes the instances of the benchmark: invented births, locations, lines and older bookings, the same
//! bytes on every machine. Their format and their md5 are in `bench/README.md`; nothing here plans anything
//! except the groups that problem b starts from, which are formed by a small recursion of its own.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::days::{Closures, START_WEEKDAY};
use crate::sizes::{HORIZON, Size, Template};

/// A source of chance whose numbers are the same everywhere.
struct Chance(u64);

impl Chance {
    fn new(seed: u64) -> Self {
        let state = seed
            .wrapping_mul(0x9E37_79B9_7F4A_7C15)
            .wrapping_add(0xD1B5_4A32_D192_ED03);
        Self(state.max(1))
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// From 0 up to 1.
    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, limit: usize) -> usize {
        ((self.next() >> 16) % limit as u64) as usize
    }

    fn sample(&mut self, from: &[usize], count: usize) -> Vec<usize> {
        let mut items = from.to_vec();
        for place in 0..count {
            let other = place + self.below(items.len() - place);
            items.swap(place, other);
        }
        items.truncate(count);
        items
    }
}

/// A birth; the order of the fields is the order in which births are sorted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Child {
    birth: i32,
    location: usize,
    language: usize,
    half_days: u16,
    group_choice: u8,
}

struct Location {
    region: usize,
    x: f64,
    y: f64,
}

struct Cohort {
    location: usize,
    first: i32,
    median: i32,
    last: i32,
    size: usize,
    half_days: u16,
}

struct Line {
    location: usize,
    slot: usize,
    pair: [usize; 2],
    room: usize,
}

struct Person {
    location: usize,
    half_days: usize,
    slots: u16,
}

/// The text of an instance.
#[must_use]
pub fn instance(size: &Size) -> String {
    let mut chance = Chance::new(size.seed);
    let weights: Vec<f64> = (0..size.locations)
        .map(|_| {
            let draws = chance.part() + chance.part() + chance.part();
            (0.5 * (draws - 1.5) * 2.0).exp()
        })
        .collect();
    let locations: Vec<Location> = (0..size.locations)
        .map(|place| Location {
            region: place * size.regions / size.locations,
            x: chance.part() * 200.0,
            y: chance.part() * 300.0,
        })
        .collect();
    let children = births(&mut chance, size, &weights);
    let mut cohorts = cohorts(&children, &locations, size.template);
    let mut staffing = Staffing::default();
    let mut absent = Vec::new();
    for location in 0..size.locations {
        staffing.open_lines(&mut chance, size, location, &cohorts);
        absent.push(days_without_doctor(&mut chance));
    }
    for cohort in &mut cohorts {
        let own: BTreeSet<usize> = (staffing.lines.iter())
            .filter(|line| line.location == cohort.location)
            .map(|line| line.slot)
            .collect();
        let own: Vec<usize> = own.into_iter().collect();
        let wanted = own.len().min(2 + chance.below(3));
        let slots = chance.sample(&own, wanted);
        cohort.half_days = slots.iter().fold(0, |set, slot| set | 1 << slot);
    }
    let bookings = bookings(&mut chance, &staffing.lines);
    let mut text = String::new();
    head(&mut text, size);
    places(&mut text, &locations, &absent);
    staffing.write(&mut text);
    list(&mut text, "bookings", &bookings, |(line, day)| {
        format!("[{line},{day}]")
    });
    people(&mut text, &children, &cohorts);
    text
}

/// The first place whose running share reaches `part`.
fn place_in(running: &[f64], part: f64) -> usize {
    running
        .partition_point(|share| *share < part)
        .min(running.len() - 1)
}

fn running(weights: &[f64]) -> Vec<f64> {
    let total: f64 = weights.iter().sum();
    let mut sum = 0.0;
    let add = |weight: &f64| {
        sum += weight / total;
        sum
    };
    weights.iter().map(add).collect()
}

fn births(chance: &mut Chance, size: &Size, weights: &[f64]) -> Vec<Child> {
    const DAYS: i32 = 365;
    let season: Vec<f64> = (0..DAYS)
        .map(|day| {
            let turn = 2.0 * std::f64::consts::PI * f64::from(day - 140) / f64::from(DAYS);
            1.0 + 0.06 * turn.sin()
        })
        .collect();
    let (season, places) = (running(&season), running(weights));
    let all: [usize; 5] = [0, 1, 2, 3, 4];
    let mut children: Vec<Child> = (0..size.births)
        .map(|_| {
            let birth = place_in(&season, chance.part()) as i32;
            let location = place_in(&places, chance.part());
            let language = match chance.part() {
                part if part < 0.92 => 0,
                part if part < 0.95 => 1,
                part if part < 0.98 => 2,
                _ => 3,
            };
            let mut half_days = 0;
            if chance.part() < 0.25 {
                half_days = 1023;
            } else {
                let count = 1 + chance.below(3);
                for weekday in chance.sample(&all, count) {
                    half_days |= (1 + chance.below(3) as u16) << (2 * weekday);
                }
            }
            Child {
                birth,
                location,
                language,
                half_days,
                group_choice: u8::from(chance.part() < 0.42),
            }
        })
        .collect();
    children.sort_unstable();
    children
}

/// The sizes of the groups of one pool that place the most families at the least cost.
fn best_cut(births: &[i32], template: &Template) -> Vec<(usize, usize)> {
    let mut best = vec![(0_usize, 0_i64)];
    let mut sizes = vec![0];
    for end in 1..=births.len() {
        let (mut value, mut choice) = (best[end - 1], 0);
        for size in template.smallest..=template.largest.min(end) {
            let span = births[end - 1] - births[end - size];
            if span > template.spread {
                break;
            }
            let off = size as i64 - template.target as i64;
            let before = best[end - size];
            let with = (before.0 + size, before.1 - i64::from(span) - 5 * off * off);
            if with > value {
                (value, choice) = (with, size);
            }
        }
        best.push(value);
        sizes.push(choice);
    }
    let mut cut = Vec::new();
    let mut end = births.len();
    while end > 0 {
        let size = sizes[end];
        if size > 0 {
            cut.push((end - size, end));
        }
        end -= size.max(1);
    }
    cut.reverse();
    cut
}

fn cohorts(children: &[Child], locations: &[Location], template: &Template) -> Vec<Cohort> {
    let mut pools: BTreeMap<(usize, usize), Vec<&Child>> = BTreeMap::new();
    for child in children.iter().filter(|child| child.group_choice == 1) {
        let place = match child.language {
            0 => child.location,
            _ => locations[child.location].region,
        };
        pools
            .entry((child.language, place))
            .or_default()
            .push(child);
    }
    let mut cohorts = Vec::new();
    for pool in pools.values() {
        let births: Vec<i32> = pool.iter().map(|child| child.birth).collect();
        for (from, to) in best_cut(&births, template) {
            let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
            for child in &pool[from..to] {
                *counts.entry(child.location).or_default() += 1;
            }
            let most = counts
                .iter()
                .min_by_key(|(place, count)| (Reverse(**count), **place));
            cohorts.push(Cohort {
                location: most.map_or(0, |(place, _)| *place),
                first: births[from],
                median: births[from + (to - from) / 2],
                last: births[to - 1],
                size: to - from,
                half_days: 0,
            });
        }
    }
    cohorts.sort_by_key(|cohort| (cohort.first, cohort.location));
    cohorts
}

#[derive(Default)]
struct Staffing {
    lines: Vec<Line>,
    people: Vec<Person>,
}

impl Staffing {
    /// As many lines as the groups of the location fill for three quarters, with the fewest people.
    fn open_lines(
        &mut self,
        chance: &mut Chance,
        size: &Size,
        location: usize,
        cohorts: &[Cohort],
    ) {
        let groups = cohorts
            .iter()
            .filter(|cohort| cohort.location == location)
            .count();
        let sessions = size.template.sessions.len();
        let wanted = match groups {
            0 => 0,
            _ => (((groups * sessions) as f64 / 46.0 / 0.75).ceil() as usize).max(2),
        };
        let all: Vec<usize> = (0..10).collect();
        let mut slots = Vec::new();
        while slots.len() < wanted {
            let count = (wanted - slots.len()).min(10);
            slots.extend(chance.sample(&all, count));
        }
        let base = self.people.len();
        let mut taken = vec![BTreeSet::new(); (2 * wanted.div_ceil(4)).max(2)];
        for (number, slot) in slots.iter().enumerate() {
            let mut free: Vec<usize> = (0..taken.len())
                .filter(|person| !taken[*person].contains(slot))
                .collect();
            free.sort_by_key(|person| (taken[*person].len(), *person));
            while free.len() < 2 {
                free.push(taken.len());
                taken.push(BTreeSet::new());
            }
            let pair = [free[0].min(free[1]), free[0].max(free[1])];
            for person in pair {
                taken[person].insert(*slot);
            }
            self.lines.push(Line {
                location,
                slot: *slot,
                pair: pair.map(|person| base + person),
                room: slots[..number]
                    .iter()
                    .filter(|other| *other == slot)
                    .count(),
            });
        }
        self.people.extend(taken.iter().map(|slots| Person {
            location,
            half_days: slots.len().max(1),
            slots: slots.iter().fold(0, |set, slot| set | 1 << slot),
        }));
    }

    fn write(&self, text: &mut String) {
        let people: Vec<(usize, &Person)> = self.people.iter().enumerate().collect();
        list(text, "staff", &people, |(id, person)| {
            format!(
                "{{\"id\":{id},\"loc\":{},\"half_days\":{},\"slots\":{},\"trained\":true}}",
                person.location, person.half_days, person.slots
            )
        });
        let lines: Vec<(usize, &Line)> = self.lines.iter().enumerate().collect();
        list(text, "lines", &lines, |(id, line)| {
            let [first, second] = line.pair;
            format!(
                "{{\"id\":{id},\"loc\":{},\"slot\":{},\"fac\":[{first},{second}],\"room\":{}}}",
                line.location, line.slot, line.room
            )
        });
    }
}

fn days_without_doctor(chance: &mut Chance) -> Vec<i32> {
    (0..HORIZON)
        .filter(|day| (START_WEEKDAY + day) % 7 < 5 && chance.part() < 0.10)
        .collect()
}

/// What older groups have taken already; the farther away, the less.
fn bookings(chance: &mut Chance, lines: &[Line]) -> Vec<(usize, i32)> {
    let mut bookings = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let first = ((line.slot / 2) as i32 - START_WEEKDAY).rem_euclid(7);
        for day in (first..HORIZON).step_by(7) {
            if chance.part() < 0.35 * (1.0 - f64::from(day) / 800.0) {
                bookings.push((number, day));
            }
        }
    }
    bookings
}

/// Adds `"name":[..],` to the text.
fn list<T>(text: &mut String, name: &str, items: &[T], show: impl Fn(&T) -> String) {
    let shown: Vec<String> = items.iter().map(show).collect();
    // Writing to a string cannot fail.
    let _ = write!(text, "\"{name}\":[{}],", shown.join(","));
}

fn head(text: &mut String, size: &Size) {
    let template = &size.template;
    let _ = write!(
        text,
        "{{\"format\":\"groepsplan-bench/1\",\"name\":\"{}\",\"seed\":{},\"synthetic\":true,\
         \"horizon\":{{\"start\":\"2027-01-01\",\"days\":{HORIZON},\"weekday_of_day0\":{START_WEEKDAY}}},\
         \"group\":{{\"min\":{},\"target\":{},\"max\":{},\"window_days\":{}}},\
         \"cost\":{{\"size_weight\":5,\"span_weight\":1}},",
        size.name, size.seed, template.smallest, template.target, template.largest, template.spread
    );
    list(text, "sessions", template.sessions, |session| {
        format!(
            "{{\"id\":\"{}\",\"min_age\":{},\"ideal_age\":{},\"max_age\":{},\"doctor\":{},\"min_gap_prev\":{}}}",
            session.id,
            session.min_age,
            session.ideal_age,
            session.max_age,
            session.doctor,
            session.gap
        )
    });
    let closures = Closures::between(2027, 2030, HORIZON);
    let pair = |(from, to): &(i32, i32)| format!("[{from},{to}]");
    text.push_str("\"closed\":{");
    list(text, "public", &closures.public, i32::to_string);
    list(text, "school_reduced", &closures.reduced, pair);
    list(text, "school_full", &closures.full, pair);
    text.push_str("\"mode\":\"school_reduced\"},");
}

fn places(text: &mut String, locations: &[Location], absent: &[Vec<i32>]) {
    let numbered: Vec<(usize, &Location)> = locations.iter().enumerate().collect();
    list(text, "locations", &numbered, |(id, location)| {
        format!(
            "{{\"id\":{id},\"region\":{},\"x\":{},\"y\":{}}}",
            location.region,
            one_decimal(location.x),
            one_decimal(location.y)
        )
    });
    list(text, "doctor_absent", absent, |days| {
        let days: Vec<String> = days.iter().map(i32::to_string).collect();
        format!("[{}]", days.join(","))
    });
}

fn one_decimal(value: f64) -> String {
    format!("{value:.1}")
}

fn people(text: &mut String, children: &[Child], cohorts: &[Cohort]) {
    text.push_str("\"children\":{");
    list(text, "birth", children, |child| child.birth.to_string());
    list(text, "loc", children, |child| child.location.to_string());
    list(text, "lang", children, |child| child.language.to_string());
    list(text, "slots", children, |child| child.half_days.to_string());
    list(text, "group_choice", children, |child| {
        child.group_choice.to_string()
    });
    text.pop();
    text.push_str("},\"cohorts\":{");
    let columns = [
        "loc",
        "birth_first",
        "birth_median",
        "birth_last",
        "size",
        "slots",
    ];
    list(text, "cols", &columns, |name| format!("\"{name}\""));
    list(text, "rows", cohorts, |cohort| {
        let Cohort {
            location,
            first,
            median,
            last,
            size,
            half_days,
        } = cohort;
        format!("[{location},{first},{median},{last},{size},{half_days}]")
    });
    text.pop();
    text.push_str("}}");
}
