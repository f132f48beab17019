//! What a plan says about itself, on random teams: nobody stands in who cannot, and the simulation finds
//! every substitute that there is.

use crate::random::{cases, plan, start};
use crate::team::{crowd, made, member, propose, small_groups, with_team};
use centering_core::edit::Edit;
use centering_core::insight::{Task, figures, marks, needs, offers, resilience, tasks};
use centering_core::problem::{Finding, Problems, Severity};
use centering_core::replan::cover;
use centering_core::schedule::substitutes;
use proptest::prelude::*;
use std::collections::BTreeSet;

proptest! {
    #![proptest_config(cases(128))]

    /// One person leads one group at a moment, so a bijeenkomst keeps two begeleiders without this person
    /// exactly when somebody can stand in; lines made by hand may have a person twice, and then one is short.
    #[test]
    fn the_simulation_finds_every_substitute(
        families in crowd(),
        start in start(),
        people in prop::collection::vec(member(), 2..9),
        rooms in prop::collection::vec(10_u16..40, 1..4),
        lines in prop::collection::vec(made(), 0..2),
        today in prop::option::of(-20..300),
    ) {
        let today = today.map(|days| start.plus_days(days));
        let mut plan = with_team(plan(&families, start, small_groups()), &people, &rooms, &lines, start);
        if let Ok(changes) = Edit::ProposeLines.changes(&plan, today) {
            plan.apply_all(changes);
        }
        propose(&mut plan, today);
        let found = resilience(&plan, today);
        for missed in &found.people {
            let led = cover(&plan, &missed.person, today);
            prop_assert_eq!(&led, &missed.led);
            let short = led.iter().filter(|one| one.substitute.is_none()).count();
            prop_assert_eq!(missed.all as usize, missed.kept as usize + short);
            let moments: std::collections::BTreeSet<_> = led.iter().map(|one| {
                let group = &plan.groups[&one.group];
                (one.date, group.half_day.map(|choice| choice.half_day().part))
            }).collect();
            let is_once = moments.len() == led.len();
            for one in &led {
                let group = &plan.groups[&one.group];
                let can = substitutes(&plan, group, one.session, &missed.person);
                if let Some(substitute) = &one.substitute {
                    prop_assert!(can.contains(substitute), "{substitute} cannot stand in");
                }
                if is_once {
                    prop_assert_eq!(one.substitute.is_some(), !can.is_empty(), "{:?} {:?}", one, can);
                }
            }
        }
        // The rest never panics, and says nothing of steps where there are none.
        figures(&plan, &found, today);
        needs(&plan, today);
        prop_assert!(offers(&plan, today).is_empty());
    }

    /// Nothing asks for somebody twice: each thing is one task, and a problem that a task stands for is no news beside it.
    #[test]
    fn nothing_asks_for_somebody_twice(
        families in crowd(),
        start in start(),
        people in prop::collection::vec(member(), 2..9),
        rooms in prop::collection::vec(10_u16..40, 1..4),
        days in -20..400,
    ) {
        let mut plan = with_team(plan(&families, start, small_groups()), &people, &rooms, &[], start);
        propose(&mut plan, Some(start));
        let today = Some(start.plus_days(days));
        let problems = Problems::of(&plan, today);
        let news: BTreeSet<u32> = marks(&problems).into_iter().collect();
        let tasks = tasks(&plan, Some(&problems), &news, today);
        let subject = |task: &Task| match task {
            Task::Tell { to, .. } => format!("tell {to:?}"),
            Task::Confirm { group, session, .. } => format!("confirm {group} {session}"),
            Task::Away { person, days, .. } => format!("away {person} {days:?}"),
            Task::Invite { group, .. } => format!("invite {group}"),
            Task::Birth { family, .. } => format!("birth {family}"),
            Task::Small { group, .. } => format!("small {group}"),
            Task::Place { family, .. } => format!("place {family}"),
            Task::Wait { .. } => "wait".to_owned(),
            Task::Step { step, .. } => format!("step {step}"),
            Task::News(problem) => format!("news {problem:?}"),
        };
        let subjects: BTreeSet<String> = tasks.iter().map(subject).collect();
        prop_assert_eq!(subjects.len(), tasks.len(), "{:?}", tasks);
        for task in &tasks {
            if let Task::News(problem) = task {
                prop_assert!(problem.severity > Severity::Info);
                let is_a_task = matches!(
                    problem.finding,
                    Finding::Unconfirmed | Finding::NotPlaced(_) | Finding::TooFewFamilies { .. }
                );
                prop_assert!(!is_a_task, "{:?} is a task of its own", problem);
            }
        }
    }
}
