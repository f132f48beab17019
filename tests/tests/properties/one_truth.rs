//! No two places contradict each other about a day: what a preview says of it, what a check says once the bijeenkomst is
//! there, what is offered as the next best day or as a remedy, what a re-planning takes, and what the validator says, which
//! shares no code with core.

use crate::edits::{edit, wish};
use crate::random::{cases, family, plan, settings, start};
use crate::team::{propose, team, with_team};
use centering_core::calendar::{Date, DateRange};
use centering_core::care::SessionNumber;
use centering_core::edit::Edit;
use centering_core::plan::{Closure, Group, GroupId, Plan, Status};
use centering_core::problem::{Finding, Place, Problem, Problems, Severity, problems_if_held_on};
use centering_core::remedy::{Remedy, next_days, remedies};
use centering_core::replan::{Event, replan};
use centering_core::schedule::session_windows;
use centering_tests::document::Document;
use centering_tests::planning::{day, json};
use centering_tests::rules::{self, of_group};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// What two groups need at one moment. A check names it at the later group, a preview at the one that moves.
const CLASHES: [&str; 7] = [
    "BOT-01", "LIJ-01", "RUI-01", "TEA-01", "ART-01", "ART-02", "ART-05",
];

fn is_clash(problem: &Problem) -> bool {
    CLASHES.contains(&problem.code)
}

/// The plan after an edit, with its problems; `None` where it is refused.
fn after(
    plan: &Plan,
    problems: &Problems,
    edit: &Edit,
    today: Option<Date>,
) -> Option<(Plan, Problems)> {
    let changes = edit.changes(plan, today).ok()?;
    let mut plan = plan.clone();
    plan.apply_all(changes);
    let problems = problems.after(&plan, today);
    Some((plan, problems))
}

/// A bijeenkomst of a plan, and all that is known of it.
struct Asked<'a> {
    plan: &'a Plan,
    problems: &'a Problems,
    today: Option<Date>,
    group: &'a Group,
    number: SessionNumber,
}

impl<'a> Asked<'a> {
    fn place(&self) -> Place {
        Place::Session(self.group.id.clone(), self.number)
    }

    fn moved(&self, to: Date) -> Option<(Plan, Problems)> {
        let edit = Edit::Move {
            group: self.group.id.clone(),
            session: self.number,
            date: to,
        };
        after(self.plan, self.problems, &edit, self.today)
    }

    /// What is said of the bijeenkomst, and of later ones that follow it too soon.
    fn own<'p>(&self, problems: &'p Problems) -> Vec<&'p Problem>
    where
        'a: 'p,
    {
        let is_own = |problem: &&Problem| {
            let follows = matches!(
                &problem.finding,
                Finding::TooSoon { after, .. } | Finding::OutOfOrder { after } if *after == self.number
            );
            let is_rsv = matches!(problem.finding, Finding::Rsv { .. });
            !is_rsv && (problem.place == self.place() || follows)
        };
        problems.of_group(&self.group.id).filter(is_own).collect()
    }

    /// A preview of a day says what a check says once the bijeenkomst is there.
    fn preview(&self, date: Date) -> Result<(), TestCaseError> {
        let seen = problems_if_held_on(self.plan, &self.group.id, self.number, date, self.today);
        let Some((moved, problems)) = self.moved(date) else {
            return Ok(());
        };
        prop_assert!(seen.is_sorted_by_key(|one| std::cmp::Reverse(one.severity)));
        let set = |problems: Vec<&Problem>| -> BTreeSet<String> {
            let others = problems.into_iter().filter(|one| !is_clash(one));
            others.map(|one| format!("{one:?}")).collect()
        };
        prop_assert_eq!(
            set(seen.iter().collect()),
            set(self.own(&problems)),
            "{} on {}",
            self.number,
            date
        );
        let clashes = |problems: &Problems| -> BTreeSet<(String, &'static str)> {
            let clashes = problems.iter().filter(|one| is_clash(one));
            clashes
                .map(|one| (format!("{:?}", one.place), one.code))
                .collect()
        };
        let (before, then) = (clashes(self.problems), clashes(&problems));
        let has_new = then.difference(&before).next().is_some();
        let is_own = self.own(&problems).into_iter().any(is_clash);
        let is_seen = seen.iter().any(is_clash);
        prop_assert!(
            !has_new || is_seen,
            "{} on {date}: {then:?} after {before:?}",
            self.number
        );
        prop_assert!(!is_own || is_seen, "{} on {date}: {then:?}", self.number);
        tick(1);
        if seen.iter().any(is_clash) {
            tick(2);
        }
        self.validate(&moved, date, &seen)
    }

    /// The validator forbids the days that a preview forbids.
    fn validate(&self, moved: &Plan, date: Date, seen: &[Problem]) -> Result<(), TestCaseError> {
        let document = Document::read(&json(moved));
        let Some(group) = document
            .groups
            .iter()
            .find(|one| one.id == self.group.id.as_str())
        else {
            return Ok(());
        };
        let all = of_group(&document, group);
        let name = format!("{:?}", self.number);
        let Some(at) = all
            .iter()
            .position(|one| one.number == self.number.to_string())
        else {
            prop_assert!(all.is_empty(), "{name}");
            return Ok(());
        };
        let held = |own: &rules::SessionRules| {
            let session = group.session(&own.number)?;
            (session.status != "cancelled").then_some(session.date?)
        };
        let date = day(date);
        let says = |codes: &[&str]| seen.iter().any(|one| codes.contains(&one.code));
        prop_assert_eq!(
            says(&["DAG-01"]),
            rules::closed_by(&document, &group.location, date).is_some()
        );
        prop_assert_eq!(says(&["VEN-02", "VAC-01", "VAC-02"]), !all[at].holds(date));
        let is_in_order = all.iter().enumerate().all(|(other, rule)| {
            let session = group.session(&rule.number);
            // Nothing is said of what took place or is over, and it is named at the later of the two.
            let is_judged = other < at
                || session.is_some_and(|one| {
                    one.status != "held"
                        && one
                            .date
                            .is_none_or(|date| self.today.is_none_or(|today| day(today) <= date))
                });
            other == at
                || !is_judged
                || held(rule).is_none_or(|held| {
                    if other < at {
                        all[at].may_follow(other, held, date)
                    } else {
                        rule.may_follow(at, date, held)
                    }
                })
        });
        prop_assert_eq!(says(&["INT-01", "INT-02"]), !is_in_order);
        Ok(())
    }

    /// Days that are offered are better, in one order, and solve what they are offered for.
    fn offers(&self) -> Result<(), TestCaseError> {
        let all = next_days(self.plan, self.group, self.number, self.today, usize::MAX);
        let order: Vec<Date> = all.iter().map(|one| one.date).collect();
        let now = self.own(self.problems);
        if !now.is_empty() {
            tick(6);
        }
        let wrong = |problems: &[&Problem]| {
            [Severity::Error, Severity::Strong, Severity::Warning].map(|severity| {
                problems
                    .iter()
                    .filter(|one| one.severity == severity)
                    .count()
            })
        };
        let mut before = [0; 3];
        for date in order.iter().take(4) {
            let Some((_, problems)) = self.moved(*date) else {
                prop_assert!(false, "{} cannot move to {date}", self.number);
                continue;
            };
            let then = wrong(&self.own(&problems));
            prop_assert_eq!(then[0], 0, "{} on {}", self.number, date);
            prop_assert!(
                wrong(&now) == [0; 3] || then <= wrong(&now),
                "{} on {date}",
                self.number
            );
            let seen =
                problems_if_held_on(self.plan, &self.group.id, self.number, *date, self.today);
            let seen = wrong(&seen.iter().collect::<Vec<_>>());
            prop_assert!(
                before <= seen,
                "{} on {date} comes after a worse day",
                self.number
            );
            before = seen;
        }
        for problem in now.into_iter().filter(|one| one.place == self.place()) {
            let mut rest = order.iter();
            for remedy in remedies(self.plan, problem, self.today) {
                if let Remedy::Move { to, .. } = &remedy {
                    prop_assert!(
                        rest.any(|date| *date == to.date),
                        "{problem:?}: {remedy:?} in {order:?}"
                    );
                }
                self.solves(problem, &remedy)?;
            }
        }
        Ok(())
    }

    fn solves(&self, problem: &Problem, remedy: &Remedy) -> Result<(), TestCaseError> {
        solves(self.plan, self.problems, problem, remedy, self.today)
    }
}

/// What is offered against a problem solves it, or brings a number nearer to what it should be.
fn solves(
    plan: &Plan,
    problems: &Problems,
    problem: &Problem,
    remedy: &Remedy,
    today: Option<Date>,
) -> Result<(), TestCaseError> {
    let Some(edit) = remedy.edit() else {
        return Ok(());
    };
    tick(3);
    let found = after(plan, problems, &edit, today);
    prop_assert!(found.is_some(), "{problem:?}: {remedy:?} is refused");
    let (_, problems) = found.expect("it was just seen");
    let left = problems
        .iter()
        .find(|one| one.place == problem.place && one.code == problem.code);
    let is_nearer = match (left.map(|left| &left.finding), &problem.finding) {
        (None, _) => true,
        (
            Some(Finding::TooFewFamilies { families, .. }),
            Finding::TooFewFamilies {
                families: before, ..
            },
        ) => families > before,
        (Some(Finding::WideSpread { days }), Finding::WideSpread { days: before }) => days < before,
        // Another person who is away is another problem, and who is left over by a proposal waits for another reason.
        (Some(left), before) => {
            let is_other = matches!(
                remedy,
                Remedy::Substitute { .. } | Remedy::Physician { .. } | Remedy::Propose
            );
            is_other && left != before
        }
    };
    prop_assert!(is_nearer, "{problem:?}: {remedy:?} leaves {left:?}");
    Ok(())
}

/// A week in which the organisation is closed takes days that parents know: none of them goes to a worse day than one
/// that is free.
fn replans(plan: &Plan, today: Option<Date>, place: usize) -> Result<(), TestCaseError> {
    let days: Vec<Date> = plan
        .groups
        .values()
        .flat_map(|group| group.sessions.values())
        .filter(|session| session.status == Status::Shared && session.is_to_come(today))
        .filter_map(|session| session.date)
        .collect();
    let Some(date) = days.get(place % days.len().max(1)) else {
        return Ok(());
    };
    let closure = Closure {
        days: DateRange {
            first: date.plus_days(-2),
            last: date.plus_days(2),
        },
        label: "dicht".to_owned(),
        extra: serde_json::Map::new(),
    };
    let event = Event::Closed(closure);
    let found = replan(plan, &event, today);
    let mut then = plan.clone();
    for edit in [
        Edit::Happened(Box::new(event)),
        Edit::Replan(found.changes.clone()),
    ] {
        if let Ok(changes) = edit.changes(&then, today) {
            then.apply_all(changes);
        }
    }
    let before = Problems::of(plan, today);
    let problems = Problems::of(&then, today);
    for change in &found.changes {
        tick(4);
        if change.shared {
            tick(5);
        }
        let group = &then.groups[&change.group];
        let place = Place::Session(group.id.clone(), change.session);
        let own = problems.iter().filter(|one| one.place == place);
        let own: Vec<&Problem> = own.collect();
        // What was broken before stays the user's.
        let is_old = |one: &&&Problem| {
            let mut known = before.iter();
            known.any(|old| old.place == one.place && old.code == one.code)
        };
        let errors = own
            .iter()
            .filter(|one| one.severity == Severity::Error && !is_old(one));
        prop_assert_eq!(errors.count(), 0, "{:?}: {:?}", change, own);
        if !change.shared
            || !own
                .iter()
                .any(|one| ["VAK-01", "VAK-02"].contains(&one.code))
        {
            continue;
        }
        let notice = i32::from(then.settings.notice_days);
        let first = today.map_or(Date::FIRST, |today| today.plus_days(notice));
        let weekday = group.sessions[&change.session].date.map(Date::weekday);
        let better = next_days(&then, group, change.session, today, usize::MAX)
            .into_iter()
            .find(|one| {
                let seen = problems_if_held_on(&then, &group.id, change.session, one.date, today);
                one.date >= first
                    && Some(one.date.weekday()) == weekday
                    && one.date != change.from
                    && !seen.iter().any(|one| one.severity >= Severity::Warning)
            });
        prop_assert!(
            better.is_none(),
            "{change:?} has {own:?}, and {better:?} is free"
        );
    }
    Ok(())
}

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
static N: [AtomicUsize; 8] = [const { AtomicUsize::new(0) }; 8];
fn tick(at: usize) {
    N[at].fetch_add(1, Relaxed);
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn no_two_places_contradict_each_other(
        families in prop::collection::vec(family(), 4..24),
        start in start(),
        settings in settings(),
        team in prop::option::of(team()),
        today in prop::option::of(-20..200),
        wishes in prop::collection::vec(wish(), 0..8),
        shared in prop::collection::vec(any::<bool>(), 6),
        [at, from, closed] in [0_usize..8, 0_usize..40, 0_usize..40],
    ) {
        let today = today.map(|days| start.plus_days(days));
        let mut plan = plan(&families, start, settings.clone());
        if let Some((people, rooms, lines)) = &team {
            plan = with_team(plan, people, rooms, lines, start);
        }
        propose(&mut plan, today);
        for wish in wishes {
            if let Ok(changes) = edit(wish, &plan, &families, start, &settings).changes(&plan, today) {
                plan.apply_all(changes);
            }
        }
        let known: Vec<GroupId> = plan.groups.keys().zip(shared).filter(|(_, is)| *is).map(|(id, _)| id.clone()).collect();
        if let Ok(changes) = Edit::Share(known).changes(&plan, today) {
            plan.apply_all(changes);
        }
        let problems = Problems::of(&plan, today);
        for group in plan.groups.values() {
            let coming: Vec<SessionNumber> = group.sessions.values().filter(|one| one.is_to_come(today)).map(|one| one.number).collect();
            let Some(number) = coming.get(at % coming.len().max(1)) else { continue };
            let asked = Asked { plan: &plan, problems: &problems, today, group, number: *number };
            tick(0); asked.offers()?;
            let windows = session_windows(&plan, group);
            let Some(window) = windows.iter().find(|one| one.number == *number) else { continue };
            let (first, last) = (window.template.first.plus_days(-9), window.template.last.plus_days(9));
            let days = DateRange { first, last };
            for date in days.iter().skip(from % 7).step_by(7) {
                asked.preview(date)?;
            }
        }
        for problem in problems.iter() {
            if !matches!(problem.place, Place::Session(..)) {
                for remedy in remedies(&plan, problem, today) {
                    solves(&plan, &problems, problem, &remedy, today)?;
                }
            }
        }
        replans(&plan, today, closed)?;
        tick(7); eprintln!("COUNT {:?}", N.each_ref().map(|n| n.load(Relaxed)));
    }
}
