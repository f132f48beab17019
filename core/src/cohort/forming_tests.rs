//! Forming groups: hard half-days with their price, locations that share families, and the narrowest window.

use super::reach::Reach;
use super::{HalfDayPrice, HalfDayPricing, Unplaced, WhyUnplaced, propose};
use crate::calendar::{Date, DateRange, HalfDay};
use crate::edit::{Edit, Refusal};
use crate::plan::{Closure, Enrolment, Group, LocationId, Plan, SettingsFault};
use crate::schedule::families_that_can;
use std::collections::BTreeSet;

/// Families of `noord`, one per line: birth, location and half-days.
fn plan_of(families: &[(&str, &str, &str)]) -> Plan {
    let lines = families.iter().enumerate().map(|(number, family)| {
        let (birth, location, half_days) = family;
        format!("F{number};{birth};{location};{half_days}\n")
    });
    let list = format!(
        "Code;Geboortedatum;Locatie;Dagdelen\n{}",
        lines.collect::<String>()
    );
    let table = crate::intake::Table::read(&list);
    let mut plan = Plan::empty();
    let reading = crate::intake::Reading::guess(&table, &plan);
    let intake = crate::intake::read_enrolments(&table, &reading, &plan, None);
    assert_eq!(intake.enrolments.len(), families.len());
    let changes = intake.edit().unwrap().changes(&plan, None).unwrap();
    plan.apply_all(changes);
    plan
}

fn groups(plan: &Plan) -> Vec<Group> {
    propose(plan, None).into_values().flatten().collect()
}

fn price(plan: &Plan) -> HalfDayPrice {
    let mut pricing = HalfDayPricing::new(plan, None).unwrap();
    while !pricing.advance(1_000).done {}
    pricing.price()
}

fn reason(plan: &Plan, code: &str) -> Unplaced {
    let waiting: Vec<&Enrolment> = plan.unplaced().collect();
    let family = waiting.iter().find(|one| one.code.as_str() == code);
    let family = family.unwrap();
    WhyUnplaced::new(plan, &family.location, &waiting, None).of(family)
}

/// Seven families that can come on Tuesday morning, and five on Thursday morning only.
fn two_camps() -> Plan {
    let mut families = vec![("4-1-2027", "Noord", "di ochtend"); 7];
    families.extend([("6-1-2027", "Noord", "do ochtend"); 5]);
    plan_of(&families)
}

#[test]
fn hard_half_days_leave_families_out_and_the_price_says_how_many() {
    let mut plan = two_camps();
    let price = price(&plan);
    assert_eq!(
        (price.as_wishes, price.when_hard, price.at_most),
        (12, 7, 7)
    );
    assert_eq!(price.fewer(), 5);
    assert_eq!(groups(&plan).len(), 2);
    plan.settings.hard_half_days = true;
    let hard = groups(&plan);
    let [group] = hard.as_slice() else {
        panic!("one group was expected: {hard:?}");
    };
    assert_eq!(group.members.len(), 7);
    assert_eq!(
        group.half_day.unwrap().half_day().to_string(),
        "tue-am",
        "all families can come"
    );
}

#[test]
fn a_family_without_others_on_its_half_day_is_told_so() {
    let mut plan = two_camps();
    plan.settings.hard_half_days = true;
    for (id, group) in propose(&plan, None) {
        plan.groups.extend(group.map(|group| (id, group)));
    }
    let expected = Unplaced::PoolTooSmall {
        waiting: 5,
        needed: 6,
        nearest: None,
    };
    assert_eq!(reason(&plan, "F7"), expected);
    plan.groups.clear();
    let expected = Unplaced::NoSharedHalfDay {
        nearby: 5,
        needed: 6,
    };
    assert_eq!(reason(&plan, "F7"), expected);
    assert_eq!(reason(&plan, "F0"), Unplaced::NotProposedYet);
}

#[test]
fn every_group_with_hard_half_days_has_one_for_all_and_the_slices_do_not_matter() {
    let half_days = ["ma ochtend", "di ochtend", "wo middag", "do ochtend", ""];
    let births: Vec<String> = (1..=28).map(|day| format!("{day}-1-2027")).collect();
    let mut families = Vec::new();
    for (position, birth) in births.iter().enumerate() {
        for offset in [0, 2] {
            let own = half_days[(position * 7 + offset) % half_days.len()];
            families.push((birth.as_str(), "Noord", own));
        }
    }
    let mut plan = plan_of(&families);
    plan.settings.hard_half_days = true;
    let whole = propose(&plan, None);
    let mut sliced = super::Proposal::new(&plan, None);
    while !sliced.advance(7).done {}
    assert_eq!(sliced.into_groups(), whole);
    let found: Vec<Group> = whole.into_values().flatten().collect();
    assert!(!found.is_empty());
    for group in &found {
        let half_day = group.half_day.unwrap().half_day();
        assert_eq!(
            families_that_can(&plan, group, half_day),
            group.members.len()
        );
    }
    let placed: usize = found.iter().map(|group| group.members.len()).sum();
    let price = price(&plan);
    assert_eq!(price.when_hard, placed);
    assert!(placed <= price.at_most && price.at_most <= price.as_wishes);
}

#[test]
fn locations_that_share_families_form_one_group_where_most_go() {
    let mut families = vec![("4-1-2027", "Noord", ""); 3];
    families.extend([("5-1-2027", "Zuid", ""); 4]);
    let mut plan = plan_of(&families);
    assert!(groups(&plan).is_empty());
    let both: BTreeSet<LocationId> = plan.locations.keys().cloned().collect();
    plan.settings.shared_pools = vec![both];
    let found = groups(&plan);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].members.len(), 7);
    assert_eq!(plan.locations[&found[0].location].name, "Zuid");
}

#[test]
fn of_equally_good_groups_those_with_less_travel_are_formed() {
    // Fifteen births on one day: groups of 7 and 8, or of 8 and 7.
    for north in [7, 8] {
        let mut families = vec![("4-1-2027", "Noord", ""); north];
        families.extend(vec![("4-1-2027", "Zuid", ""); 15 - north]);
        let mut plan = plan_of(&families);
        let both: BTreeSet<LocationId> = plan.locations.keys().cloned().collect();
        plan.settings.shared_pools = vec![both];
        for group in groups(&plan) {
            let mut places = plan.members(&group).map(|own| &own.location);
            assert!(places.all(|place| *place == group.location), "{group:?}");
        }
    }
}

#[test]
fn a_location_in_two_pools_is_refused() {
    let plan = plan_of(&[("4-1-2027", "Noord", ""), ("4-1-2027", "Zuid", "")]);
    let ids: Vec<&LocationId> = plan.locations.keys().collect();
    let pool = |ids: &[&LocationId]| ids.iter().map(|id| (*id).clone()).collect();
    let mut settings = plan.settings.clone();
    settings.shared_pools = vec![pool(&ids), pool(&ids[..1])];
    let refused = Edit::Configure(Box::new(settings)).changes(&plan, None);
    assert_eq!(refused, Err(Refusal::Settings(SettingsFault::Pools)));
}

#[test]
fn a_closure_caps_the_spread_of_the_groups_that_it_touches() {
    // The whole of the first window is closed: the spread is too wide, each family alone still fits.
    let days = [
        "1-3-2027",
        "4-3-2027",
        "8-3-2027",
        "12-3-2027",
        "17-3-2027",
        "22-3-2027",
    ];
    let mut plan = plan_of(&days.map(|day| (day, "Noord", "")));
    assert_eq!(groups(&plan).len(), 1);
    let births = crate::care::BirthWindow::new(
        Date::new(2027, 3, 1).unwrap(),
        Date::new(2027, 3, 22).unwrap(),
    );
    let programme = crate::care::Programme::current();
    let mut first = crate::care::windows(plan.template(), programme, births, Default::default());
    let first = first.swap_remove(0);
    plan.settings.closures = vec![Closure {
        days: DateRange {
            first: first.allowed.first,
            last: first.allowed.last,
        },
        label: "verbouwing".to_owned(),
        extra: serde_json::Map::new(),
    }];
    assert!(groups(&plan).is_empty());
    assert!(matches!(
        reason(&plan, "F0"),
        Unplaced::WindowsTooNarrow { needed: 6, .. }
    ));
}

#[test]
fn half_days_cannot_be_hard_with_groups_that_the_search_cannot_count() {
    let plan = two_camps();
    let mut settings = plan.settings.clone();
    settings.hard_half_days = true;
    settings.group_size.max = 16;
    let refused = Edit::Configure(Box::new(settings)).changes(&plan, None);
    assert_eq!(refused, Err(Refusal::Settings(SettingsFault::HardSizes)));
}

/// The most families around this one, by trying every period of births with it in between.
fn most_together(
    plan: &Plan,
    family: &Enrolment,
    holds: impl Fn(&Enrolment) -> bool,
    can_meet: bool,
) -> usize {
    let births: BTreeSet<Date> = plan.unplaced().map(|one| one.birth).collect();
    let all = crate::care::BirthWindow::around(births.iter().copied()).unwrap();
    let mut reach = Reach::new(plan, &family.location, all, None);
    let spread = i32::from(plan.settings.max_spread_days);
    let mut most = 0;
    for first in births.range(..=family.birth) {
        for last in births.range(family.birth..) {
            let between = births.range(*first..=*last).copied();
            if last.days_since(*first) <= spread && (!can_meet || reach.can_meet(between)) {
                let inside = |one: &&Enrolment| *first <= one.birth && one.birth <= *last;
                most = most.max(
                    plan.unplaced()
                        .filter(inside)
                        .filter(|one| holds(one))
                        .count(),
                );
            }
        }
    }
    most
}

#[test]
fn the_reason_counts_the_most_families_that_any_period_of_births_holds() {
    let half_days = ["ma ochtend", "di ochtend", "wo middag", ""];
    let mut seen = std::collections::HashSet::new();
    for seed in 1..=12 {
        let mut random = crate::engine::random::Random::new(seed);
        let births: Vec<String> = (0..18 + 2 * seed)
            .map(|_| format!("{}-{}-2027", 1 + random.below(28), 1 + random.below(3)))
            .collect();
        let families: Vec<(&str, &str, &str)> = births
            .iter()
            .map(|birth| (birth.as_str(), "Noord", half_days[random.below(4) as usize]))
            .collect();
        let mut plan = plan_of(&families);
        plan.settings.hard_half_days = true;
        let first = Date::new(2027, 3, 1 + random.below(20)).unwrap();
        plan.settings.closures = vec![Closure {
            days: DateRange {
                first,
                last: first.plus_days(24 + random.below(16) as i32),
            },
            label: "verbouwing".to_owned(),
            extra: serde_json::Map::new(),
        }];
        let needed = usize::from(plan.settings.group_size.min);
        for family in plan.unplaced() {
            let near = most_together(&plan, family, |_| true, false);
            let met = most_together(&plan, family, |_| true, true);
            let shared = HalfDay::all()
                .filter(|half_day| family.half_days.allows(*half_day))
                .map(|half_day| {
                    let can = |other: &Enrolment| other.half_days.allows(half_day);
                    most_together(&plan, family, can, true)
                })
                .max();
            let shared = shared.unwrap();
            let expected = if near < needed {
                let others = plan.unplaced().filter(|one| one.code != family.code);
                let days = others.map(|one| one.birth.days_since(family.birth).abs());
                let spread = i32::from(plan.settings.max_spread_days);
                Unplaced::TooFewNearby {
                    nearby: near,
                    needed,
                    nearest: days.min().filter(|days| *days > spread),
                }
            } else if met < needed {
                Unplaced::WindowsTooNarrow {
                    nearby: met,
                    needed,
                }
            } else if shared < needed {
                Unplaced::NoSharedHalfDay {
                    nearby: shared,
                    needed,
                }
            } else {
                Unplaced::NotProposedYet
            };
            assert_eq!(reason(&plan, family.code.as_str()), expected, "seed {seed}");
            seen.insert(std::mem::discriminant(&expected));
        }
    }
    assert_eq!(seen.len(), 4, "every reason occurs");
}

/// Four who wait are too few, however near they are; it is their language only where a group would come of it otherwise.
#[test]
fn the_reason_is_what_keeps_a_group_from_being_made() {
    let mut families = vec![("4-1-2027", "Noord", ""); 4];
    families.push(("28-1-2027", "Noord", ""));
    let mut plan = plan_of(&families);
    let alone = Unplaced::PoolTooSmall {
        waiting: 5,
        needed: 6,
        nearest: Some(24),
    };
    assert_eq!(reason(&plan, "F4"), alone);
    // With two more there are enough, and it is their age.
    families.extend([("4-1-2027", "Noord", ""); 2]);
    let many = plan_of(&families);
    assert!(matches!(
        reason(&many, "F4"),
        Unplaced::TooFewNearby {
            nearest: Some(24),
            ..
        }
    ));
    // Of seven together, five speak another language: with them there would be a group of the six.
    plan = many;
    let other = crate::plan::Language::parse("ar").unwrap();
    for (position, family) in plan.enrolments.values_mut().enumerate() {
        if position < 3 {
            family.language = other.clone();
        }
    }
    assert_eq!(
        reason(&plan, "F0"),
        Unplaced::OtherLanguage {
            waiting: 3,
            needed: 6
        }
    );
    let far = Unplaced::PoolTooSmall {
        waiting: 4,
        needed: 6,
        nearest: Some(24),
    };
    assert_eq!(reason(&plan, "F4"), far);
}

/// Of what is named something alone keeps a group from being made: with one language for all there is one.
#[test]
fn a_language_that_is_named_is_what_is_in_the_way() {
    let mut named = 0;
    for seed in 1..=40 {
        let mut random = crate::engine::random::Random::new(seed);
        let births: Vec<String> = (0..8 + seed % 9)
            .map(|_| format!("{}-{}-2027", 1 + random.below(28), 1 + random.below(2)))
            .collect();
        let families = births.iter().map(|birth| (birth.as_str(), "Noord", ""));
        let mut plan = plan_of(&families.collect::<Vec<_>>());
        let one = plan.clone();
        for family in plan.enrolments.values_mut() {
            let language = ["nl", "ar", "pl"][random.below(3) as usize];
            family.language = crate::plan::Language::parse(language).unwrap();
        }
        for family in plan.unplaced() {
            let code = family.code.as_str();
            let why = reason(&plan, code);
            let then = reason(&one, code);
            match why {
                Unplaced::OtherLanguage { .. } => assert_eq!(then, Unplaced::NotProposedYet),
                Unplaced::PoolTooSmall { .. } => assert_ne!(then, Unplaced::NotProposedYet),
                _ => {}
            }
            named += usize::from(matches!(why, Unplaced::OtherLanguage { .. }));
        }
    }
    assert!(named > 20, "{named}");
}
