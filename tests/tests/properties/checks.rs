//! After every edit, undo and redo, what follows from what was touched is the same as looking through the whole plan:
//! the problems, and the reasons of a day.

use crate::edits::{edit, wish};
use crate::random::{cases, family, plan, settings, start};
use crate::team::{team, with_team};
use centering_core::calendar::Date;
use centering_core::edit::{Edit, History};
use centering_core::layers::{CatchUps, catch_up};
use centering_core::plan::{GroupId, Plan};
use centering_core::problem::{Problem, Problems, Severity, Touched};
use centering_core::remedy::reasons;
use centering_core::schedule::Nearby;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The problems beside a plan that is edited.
struct Watched {
    plan: Plan,
    today: Option<Date>,
    history: History,
    problems: Problems,
    catch_ups: CatchUps,
    nearby: Nearby,
    groups: BTreeSet<GroupId>,
    edits: usize,
}

impl Watched {
    fn new(plan: Plan, today: Option<Date>) -> Self {
        Self {
            problems: Problems::of(&plan, today),
            catch_ups: CatchUps::of(&plan, today),
            nearby: Nearby::of(&plan),
            groups: plan.groups.keys().cloned().collect(),
            edits: 0,
            history: History::default(),
            plan,
            today,
        }
    }

    fn make(&mut self, edit: &Edit) -> Result<(), TestCaseError> {
        let Ok((name, changes)) = edit.named(&self.plan, self.today) else {
            return Ok(());
        };
        let before = self.plan.clone();
        self.history.commit(&mut self.plan, name, changes);
        self.compare(&before, edit)
    }

    fn cross(&mut self, back: bool) -> Result<(), TestCaseError> {
        let before = self.plan.clone();
        let name = if back {
            self.history.undo(&mut self.plan)
        } else {
            self.history.redo(&mut self.plan)
        };
        self.compare(&before, &name)
    }

    fn compare(
        &mut self,
        before: &Plan,
        after: &impl std::fmt::Debug,
    ) -> Result<(), TestCaseError> {
        let touched = &Touched::between(before, &self.plan);
        self.problems = self.problems.after(&self.plan, self.today);
        let whole = Problems::of(&self.plan, self.today);
        self.catch_ups = match touched.only_groups() {
            Some(groups) => self.catch_ups.after(&self.plan, groups),
            None => CatchUps::of(&self.plan, self.today),
        };
        self.compare_reasons(touched)?;
        let expected = catch_up(&self.plan, None, self.today);
        prop_assert_eq!(self.catch_ups.list(None), expected, "after {:?}", after);
        let expected = CatchUps::of(&self.plan, self.today).missed(None);
        prop_assert_eq!(self.catch_ups.missed(None), expected, "after {:?}", after);
        let list = |problems: &Problems| problems.iter().cloned().collect::<Vec<Problem>>();
        prop_assert_eq!(list(&self.problems), list(&whole), "after {:?}", after);
        for severity in [
            Severity::Info,
            Severity::Warning,
            Severity::Strong,
            Severity::Error,
        ] {
            let counted = list(&whole)
                .iter()
                .filter(|one| one.severity == severity)
                .count();
            prop_assert_eq!(
                self.problems.count_of(severity),
                counted,
                "after {:?}",
                after
            );
        }
        for id in self.plan.groups.keys() {
            let own: Vec<&Problem> = self.problems.of_group(id).collect();
            let all = whole.iter();
            let expected: Vec<&Problem> = all
                .filter(|problem| problem.place.group() == Some(id))
                .collect();
            prop_assert_eq!(own, expected);
        }
        Ok(())
    }

    /// Who and what is nearby is kept while groups change that were there before.
    fn compare_reasons(&mut self, touched: &Touched) -> Result<(), TestCaseError> {
        let ids: BTreeSet<GroupId> = self.plan.groups.keys().cloned().collect();
        if touched.only_groups().is_none() || ids != self.groups {
            self.nearby = Nearby::of(&self.plan);
            self.groups = ids;
        }
        // Another bijeenkomst of every group after every edit.
        self.edits += 1;
        for group in self.plan.groups.values() {
            let number = group.sessions.keys().cycle().nth(self.edits % 8);
            if let Some(number) = number {
                let (plan, today) = (&self.plan, self.today);
                let found = reasons(plan, Some(&self.nearby), group, *number, today, 5);
                let expected = reasons(plan, None, group, *number, today, 5);
                prop_assert_eq!(found, expected, "{} of {}", number, group.id);
            }
        }
        Ok(())
    }

    fn there_and_back(&mut self) -> Result<(), TestCaseError> {
        while self.history.next_undo().is_some() {
            self.cross(true)?;
        }
        while self.history.next_redo().is_some() {
            self.cross(false)?;
        }
        Ok(())
    }
}

/// Whether half-days are hard, and whether the locations share families.
fn grouping() -> impl Strategy<Value = (bool, bool)> {
    (prop::bool::weighted(0.3), prop::bool::weighted(0.3))
}

fn grouped(mut plan: Plan, (hard, shared): (bool, bool)) -> Plan {
    plan.settings.hard_half_days = hard;
    if shared {
        plan.settings.shared_pools = vec![plan.locations.keys().cloned().collect()];
    }
    plan
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn every_edit_is_checked_where_it_touches(
        families in prop::collection::vec(family(), 4..24),
        start in start(),
        settings in settings(),
        (people, rooms, lines) in team(),
        today in prop::option::of(-20..200),
        wishes in prop::collection::vec(wish(), 1..20),
        grouping in grouping(),
    ) {
        let today = today.map(|days| start.plus_days(days));
        let base = grouped(plan(&families, start, settings), grouping);
        let settings = base.settings.clone();
        let mut watched = Watched::new(with_team(base, &people, &rooms, &lines, start), today);
        watched.make(&Edit::Propose)?;
        for wish in wishes {
            let edit = edit(wish, &watched.plan, &families, start, &settings);
            watched.make(&edit)?;
        }
        watched.there_and_back()?;
    }
}
