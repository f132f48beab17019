//! Proposals: every plan keeps the hard rules, its days are the best there are, its groups place the most
//! families, and what a person settled stays.

use crate::random::{Family, cases, family, plan, settings, start, today};
use centering_core::calendar::Date;
use centering_core::care::SessionTemplate;
use centering_core::cohort::HalfDayPricing;
use centering_core::edit::Edit;
use centering_core::plan::Plan;
use centering_core::remedy::next_days;
use centering_tests::brute_force::{Limits, best_dates, best_grouping};
use centering_tests::day::Day;
use centering_tests::document::Document;
use centering_tests::optimum::assert_best_dates;
use centering_tests::planning::{day, json, make};
use centering_tests::rules::{can_meet, closed_by, cost, of_group};
use centering_tests::validator::{assert_valid, faults};
use proptest::prelude::*;

/// Makes the edit; a plan in which nothing changes is fine.
fn propose(plan: &mut Plan, today: Option<Date>) {
    if let Ok(changes) = Edit::Propose.changes(plan, today) {
        plan.apply_all(changes);
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn every_proposal_keeps_the_rules_and_has_the_best_days(
        families in prop::collection::vec(family(), 0..24),
        start in start(),
        settings in settings(),
        today in today(),
    ) {
        let today = today.map(|days| start.plus_days(days));
        let mut plan = plan(&families, start, settings);
        propose(&mut plan, today);
        let plan = json(&plan);
        assert_valid(&plan, today.map(day));
        let plan = Document::read(&plan);
        for group in &plan.groups {
            prop_assert!(group.is_free(today.map(day)), "a day in the past was chosen");
            assert_best_dates(&plan, group, today.map(day));
        }
    }

    /// With hard half-days every family of a group can come, and with shared locations families go where most
    /// of their group do; the validator knows both.
    #[test]
    fn hard_half_days_and_shared_locations_are_kept(
        families in prop::collection::vec(family(), 0..30),
        start in start(),
        settings in settings(),
        shared in any::<bool>(),
        hard in any::<bool>(),
    ) {
        let mut plan = plan(&families, start, settings);
        plan.settings.hard_half_days = hard;
        if shared {
            plan.settings.shared_pools = vec![plan.locations.keys().cloned().collect()];
        }
        propose(&mut plan, None);
        assert_valid(&json(&plan), None);
        let price = HalfDayPricing::new(&plan, None).map(|mut pricing| {
            while !pricing.advance(5_000).done {}
            pricing.price()
        });
        let price = price.expect("these sizes can be planned");
        let placed: usize = plan.groups.values().map(|group| group.members.len()).sum();
        prop_assert_eq!(placed, if hard { price.when_hard } else { price.as_wishes });
        prop_assert!(price.when_hard <= price.at_most && price.at_most <= price.as_wishes);
    }

    /// The other days that are offered keep every rule and cost what section 2.1 says, also in the holidays
    /// that the planner itself would avoid.
    #[test]
    fn other_days_that_are_offered_keep_the_rules_and_have_the_right_cost(
        families in prop::collection::vec(family(), 8..12),
        start in start(),
        settings in settings(),
    ) {
        let mut plan = plan(&families, start, settings);
        propose(&mut plan, None);
        let document = Document::read(&json(&plan));
        for (group, seen) in plan.groups.values().zip(&document.groups) {
            for (number, rule) in group.sessions.keys().zip(&of_group(&document, seen)) {
                for offered in next_days(&plan, group, *number, None, usize::MAX) {
                    let date = day(offered.date);
                    prop_assert!(rule.holds(date), "{number} on {date} is outside its windows");
                    prop_assert_eq!(closed_by(&document, &seen.location, date), None);
                    prop_assert_eq!(offered.cost, cost(&document, &seen.location, rule, date));
                }
            }
        }
    }

    /// No template of an organisation can relax a vaccine limit: here every bijeenkomst may be at any age
    /// up to half a year around its own, and the template asks for no interval.
    #[test]
    fn a_wide_template_keeps_the_vaccine_limits(
        families in prop::collection::vec(family(), 4..9),
        start in start(),
        wider in 1_u16..180,
    ) {
        let mut template = SessionTemplate::proposal().clone();
        for spec in &mut template.sessions {
            spec.after.clear();
            let age = spec.preferred.from;
            let from = (age.months() * 30 + age.days()).saturating_sub(wider);
            spec.allowed.from = format!("0m{from}d").parse().expect("an age");
            let age = spec.preferred.to;
            spec.allowed.to = format!("{}m{}d", age.months(), age.days() + wider).parse().expect("an age");
        }
        let mut settings = centering_core::plan::Settings::default();
        settings.group_size.min = 2;
        settings.max_spread_days = 30;
        let mut plan = plan(&families, start, settings);
        plan.template = Some(template);
        propose(&mut plan, None);
        let plan = json(&plan);
        assert_valid(&plan, None);
        let plan = Document::read(&plan);
        for group in &plan.groups {
            assert_best_dates(&plan, group, None);
        }
    }

    /// Some bijeenkomsten of a group were put on any day at all, in any order; the others are searched again.
    #[test]
    fn pinned_days_stay_and_the_others_are_the_best(
        families in prop::collection::vec(family(), 6),
        start in start(),
        settings in settings(),
        moves in prop::collection::vec((0_usize..8, 0..500), 1..5),
        today in today(),
        half_day_is_set in any::<bool>(),
    ) {
        let one_pool: Vec<Family> = families
            .into_iter()
            .map(|family| Family { location: 0, language: "nl", birth: family.birth / 3, ..family })
            .collect();
        let mut plan = plan(&one_pool, start, settings);
        let codes = plan.enrolments.keys().cloned().collect();
        make(&mut plan, &Edit::CreateGroup(codes), None);
        let group = plan.groups.keys().next().expect("a group").clone();
        if half_day_is_set {
            let half_day = centering_core::calendar::HalfDay::all().next();
            let _ = Edit::SetHalfDay { group: group.clone(), half_day }
                .changes(&plan, None)
                .map(|changes| plan.apply_all(changes));
        }
        let numbers: Vec<_> = plan.groups[&group].sessions.keys().copied().collect();
        for (session, days) in moves {
            let date = start.plus_days(days);
            let edit = Edit::Move { group: group.clone(), session: numbers[session], date };
            if let Ok(changes) = edit.changes(&plan, None) {
                plan.apply_all(changes);
            }
        }
        let today = today.map(|days| start.plus_days(days));
        let before = plan.groups[&group].clone();
        if let Ok(changes) = Edit::PlanDates(group.clone()).changes(&plan, today) {
            plan.apply_all(changes);
        }
        for (number, session) in &before.sessions {
            if session.pinned || session.is_settled(today) {
                prop_assert_eq!(session, &plan.groups[&group].sessions[number]);
            }
        }
        prop_assert_eq!(before.half_day, plan.groups[&group].half_day, "settled days keep the half-day");
        let document = json(&plan);
        assert_valid(&document, today.map(day));
        let document = Document::read(&document);
        let group = &document.groups[0];
        let weekday = group.half_day.as_ref().expect("a half-day").weekday();
        let (_, dates) = best_dates(&document, group, weekday, today.map(day));
        let found: Vec<Option<Day>> = group
            .sessions
            .iter()
            .map(|session| session.date)
            .collect();
        prop_assert_eq!(found, dates);

        let kept = plan.groups.clone();
        propose(&mut plan, today);
        prop_assert_eq!(kept, plan.groups, "a new proposal leaves a pinned group alone");
    }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn groups_place_as_many_families_as_any_division_can_at_the_least_cost(
        births in prop::collection::vec(0..45, 0..9),
        settings in settings(),
        start in start(),
    ) {
        let families: Vec<Family> = births
            .iter()
            .map(|birth| Family {
                birth: *birth,
                provisional: false,
                children: 1,
                location: 0,
                language: "nl",
                half_days: [].into_iter().collect(),
            })
            .collect();
        let mut plan = plan(&families, start, settings);
        propose(&mut plan, None);
        let document = json(&plan);
        prop_assert_eq!(faults(&document, None), []);
        let document = Document::read(&document);
        let sizes = document.settings.group_size;
        let limits = Limits {
            min: sizes.min,
            target: sizes.target,
            max: sizes.max,
            max_spread: document.settings.max_spread_days,
        };
        let groups: Vec<Vec<i32>> = document
            .groups
            .iter()
            .map(|group| document.members(group).map(|one| one.birth.0).collect())
            .collect();
        let placed = groups.iter().map(Vec::len).sum::<usize>();
        let total = groups.iter().map(|births| limits.cost(births)).sum::<i64>();
        let can_meet = |oldest: i32, youngest: i32| {
            let between = births.iter().filter(|birth| (oldest..=youngest).contains(*birth));
            let born: Vec<Day> = between.map(|birth| day(start.plus_days(*birth))).collect();
            can_meet(&document, &document.enrolments[0].location, &born, None)
        };
        prop_assert_eq!((placed, total), best_grouping(&births, limits, &can_meet));
        for births in &groups {
            let spread = births.iter().max().unwrap_or(&0) - births.iter().min().unwrap_or(&0);
            let by_core = centering_core::cohort::Limits::of(&plan).cost(births.len(), spread);
            prop_assert_eq!(by_core, limits.cost(births), "the cost that a place in a group is ranked by");
        }
    }
}
