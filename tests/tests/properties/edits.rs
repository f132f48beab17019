//! Sequences of edits as a user could make them: undo takes all back, redo makes all again, and what is
//! pinned or settled stays when the planner makes a new proposal.

use crate::random::{Family, cases, closure, code, enrolment, family, plan, settings, start};
use centering_core::calendar::{Date, HalfDay};
use centering_core::care::{Scheme, SessionTemplate};
use centering_core::plan::{Edit, GroupId, History, IntakeStatus, Plan, Settings};
use centering_tests::document::Document;
use centering_tests::planning::{day, json};
use centering_tests::validator::faults;
use proptest::prelude::*;

/// An edit still without the plan it is made on: the numbers choose among what the plan has.
pub type Wish = (u8, usize, usize, i32);

/// The edit that a wish stands for.
pub fn edit(
    wish: Wish,
    plan: &Plan,
    families: &[Family],
    start: Date,
    settings: &Settings,
) -> Edit {
    let (kind, one, other, days) = wish;
    let group = plan
        .groups
        .keys()
        .nth(one % plan.groups.len().max(1))
        .cloned()
        .unwrap_or_else(|| GroupId::new("X"));
    let sessions = &plan.template().sessions;
    let session = sessions[other % sessions.len()].number;
    let family = code(other % (families.len() + 1));
    let half_day = HalfDay::all().nth(other % 11);
    let is_even = other % 2 == 0;
    match kind % 23 {
        0 => Edit::Rename(format!("plan {one}")),
        1 => Edit::SetEnrolment(enrolment(
            one % 40,
            &families[other % families.len()],
            start,
        )),
        2 => Edit::RemoveEnrolment(family),
        3 => Edit::ConfirmBirth {
            code: family,
            birth: start.plus_days(days),
        },
        4 => Edit::PlanDates(group),
        5 => Edit::CreateGroup(
            (0..3)
                .map(|more| code((other + more) % families.len()))
                .collect(),
        ),
        6 => Edit::Place {
            code: family,
            group,
        },
        7 => Edit::TakeOut(family),
        8 => Edit::Dissolve(group),
        9 => Edit::SetHalfDay { group, half_day },
        10 => Edit::Move {
            group,
            session,
            date: start.plus_days(days * 4),
        },
        11 => Edit::PinSession {
            group,
            session,
            pinned: is_even,
        },
        12 => Edit::PinGroup {
            group,
            pinned: is_even,
        },
        13 => Edit::Configure(Box::new(settings.clone())),
        14 => Edit::Import {
            locations: Vec::new(),
            enrolments: (0..other % 5)
                .map(|more| enrolment(one % 40 + more, &families[more % families.len()], start))
                .collect(),
        },
        15 => Edit::Open(Box::new(Plan::empty())),
        16 => Edit::SetIntakeStatus {
            codes: vec![family],
            status: IntakeStatus::ALL[other % 4],
        },
        17 => Edit::StopGroup {
            group,
            from: start.plus_days(days * 3),
        },
        18 => Edit::ResumeGroup(group),
        19 => Edit::SetSchemes {
            group,
            schemes: [(Scheme::M3M5M12, u8::try_from(other % 9).expect("small"))].into(),
        },
        20 => Edit::TakeOver {
            locations: Vec::new(),
            families: (0..other % 5)
                .map(|more| enrolment(one % 40 + more, &families[more % families.len()], start))
                .collect(),
        },
        21 => seven_sessions(),
        _ => Edit::Propose,
    }
}

/// A template without its last bijeenkomst.
fn seven_sessions() -> Edit {
    let mut template = SessionTemplate::proposal().clone();
    template.sessions.pop();
    let numbers = template.sessions.iter().map(|spec| spec.number);
    Edit::SetTemplate {
        kept: numbers.map(|number| (number, number)).collect(),
        template: Some(Box::new(template)),
    }
}

/// What a new proposal may not touch is the same as before.
fn assert_kept(before: &Plan, after: &Plan, edit: &Edit, today: Option<Date>) {
    let (old, new) = (Document::read(&json(before)), Document::read(&json(after)));
    for group in old
        .groups
        .iter()
        .filter(|group| !group.is_free(today.map(day)))
    {
        let id = GroupId::new(group.id.clone());
        if matches!(edit, Edit::Propose) && !group.sessions.is_empty() {
            assert_eq!(
                before.groups[&id], after.groups[&id],
                "{id} was not the planner's"
            );
        }
    }
    for (id, group) in &before.groups {
        let (true, Some(again)) = (matches!(edit, Edit::PlanDates(_)), after.groups.get(id)) else {
            continue;
        };
        for (number, session) in &group.sessions {
            let is_settled = session.pinned || session.is_settled(today);
            assert!(
                !is_settled || again.sessions[number] == *session,
                "{id} {number} was settled"
            );
        }
    }
    if matches!(edit, Edit::Propose) {
        let free: Vec<&str> = new
            .groups
            .iter()
            .filter(|group| group.is_free(today.map(day)))
            .map(|group| group.id.as_str())
            .collect();
        let found = faults(&json(after), today.map(day));
        let own: Vec<_> = found
            .iter()
            .filter(|fault| free.contains(&fault.group.as_str()))
            .collect();
        assert!(own.is_empty(), "{own:?}");
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn undo_takes_everything_back_and_redo_makes_it_again(
        families in prop::collection::vec(family(), 4..24),
        start in start(),
        settings in settings(),
        closure in closure(),
        wishes in prop::collection::vec((any::<u8>(), 0_usize..40, 0_usize..40, 0..100), 1..16),
        today in prop::option::of(-20..300),
    ) {
        let today = today.map(|days| start.plus_days(days));
        let mut plan = plan(&families, start, settings.clone());
        if let Ok(changes) = Edit::Propose.changes(&plan, today) {
            plan.apply_all(changes);
        }
        let mut other_settings = settings;
        other_settings.closures.push(closure);
        let at_start = plan.to_json();
        let mut history = History::default();
        for wish in wishes {
            let edit = edit(wish, &plan, &families, start, &other_settings);
            let before = plan.clone();
            let Ok(changes) = edit.changes(&plan, today) else {
                continue;
            };
            prop_assert_eq!(&before, &plan, "looking for the changes changes nothing");
            history.commit(&mut plan, edit.name(), changes);
            assert_kept(&before, &plan, &edit, today);
            let read = Plan::from_json(&plan.to_json());
            prop_assert_eq!(read.as_ref(), Ok(&plan));
        }
        let at_end = plan.to_json();
        while history.undo(&mut plan).is_some() {}
        prop_assert_eq!(&plan.to_json(), &at_start);
        while history.redo(&mut plan).is_some() {}
        prop_assert_eq!(&plan.to_json(), &at_end);
    }

    #[test]
    fn the_same_input_gives_the_same_bytes(
        families in prop::collection::vec(family(), 0..24),
        start in start(),
        settings in settings(),
    ) {
        let planned = || {
            let mut plan = plan(&families, start, settings.clone());
            if let Ok(changes) = Edit::Propose.changes(&plan, None) {
                plan.apply_all(changes);
            }
            let problems = centering_core::problem::check(&plan, None);
            (plan.to_json(), serde_json::to_string(&problems).expect("problems are JSON"))
        };
        prop_assert_eq!(planned(), planned());
    }

    /// Families in another order, or read in two parts, give the same plan.
    #[test]
    fn the_order_of_the_list_does_not_matter(
        families in prop::collection::vec(family(), 0..24),
        start in start(),
        first in any::<prop::sample::Index>(),
    ) {
        let whole = plan(&families, start, Settings::default());
        let mut parts = plan(&[], start, Settings::default());
        let enrolments: Vec<_> = whole.enrolments.values().cloned().collect();
        let (one, other) = enrolments.split_at(first.index(enrolments.len() + 1));
        for part in [other, one] {
            let edit = Edit::Import { locations: Vec::new(), enrolments: part.to_vec() };
            if let Ok(changes) = edit.changes(&parts, None) {
                parts.apply_all(changes);
            }
        }
        prop_assert_eq!(whole.to_json(), parts.to_json());
    }
}
