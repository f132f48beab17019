//! After every edit, undo and redo, what follows from what was touched is the same as looking through the whole plan:
//! the problems, and the reasons of a day.

use crate::edits::edit;
use crate::random::{cases, family, plan, settings, start};
use crate::team::{crowd, made, member, small_groups, wished, with_team};
use centering_core::calendar::Date;
use centering_core::layers::{CatchUps, catch_up};
use centering_core::plan::{Change, Edit, GroupId, History, Plan};
use centering_core::problem::{Problem, Problems, Severity, Touched};
use centering_core::schedule::{Nearby, reasons, reasons_near};
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
        let Ok(changes) = edit.changes(&self.plan, self.today) else {
            return Ok(());
        };
        let touched = Touched::by(&changes, &self.plan);
        self.history.commit(&mut self.plan, edit.name(), changes);
        self.compare(&touched, edit)
    }

    fn cross(&mut self, back: bool) -> Result<(), TestCaseError> {
        let changes: Vec<Change> = if back {
            self.history.next_undo_changes().to_vec()
        } else {
            self.history.next_redo_changes().to_vec()
        };
        let touched = Touched::by(&changes, &self.plan);
        let name = if back {
            self.history.undo(&mut self.plan)
        } else {
            self.history.redo(&mut self.plan)
        };
        self.compare(&touched, &name)
    }

    fn compare(
        &mut self,
        touched: &Touched,
        after: &impl std::fmt::Debug,
    ) -> Result<(), TestCaseError> {
        self.problems = self.problems.after(&self.plan, self.today, touched);
        let whole = Problems::of(&self.plan, self.today);
        self.catch_ups = match touched.only_groups() {
            Some(groups) => self.catch_ups.after(&self.plan, groups),
            None => CatchUps::of(&self.plan, self.today),
        };
        self.compare_reasons(touched)?;
        let expected = catch_up(&self.plan, None, self.today);
        prop_assert_eq!(self.catch_ups.list(None), expected, "after {:?}", after);
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
                let found = reasons_near(plan, &self.nearby, group, *number, today, 5);
                let expected = reasons(plan, group, *number, today, 5);
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
    #![proptest_config(cases(48))]

    #[test]
    fn edits_of_families_and_groups_are_checked_where_they_touch(
        families in prop::collection::vec(family(), 4..24),
        start in start(),
        settings in settings(),
        today in prop::option::of(-20..200),
        wishes in prop::collection::vec((any::<u8>(), 0_usize..50, 0_usize..50, 0..200), 1..14),
        grouping in grouping(),
    ) {
        let today = today.map(|days| start.plus_days(days));
        let base = grouped(plan(&families, start, settings), grouping);
        let settings = base.settings.clone();
        let mut watched = Watched::new(base, today);
        watched.make(&Edit::Propose)?;
        for wish in wishes {
            let edit = edit(wish, &watched.plan, &families, start, &settings);
            watched.make(&edit)?;
        }
        watched.there_and_back()?;
    }

    #[test]
    fn edits_of_the_team_are_checked_where_they_touch(
        families in crowd(),
        start in start(),
        people in prop::collection::vec(member(), 1..8),
        rooms in prop::collection::vec(10_u16..40, 1..4),
        lines in prop::collection::vec(made(), 1..4),
        today in prop::option::of(-20..200),
        wishes in prop::collection::vec((0_u8..14, 0_usize..20, 0_usize..20), 1..14),
        grouping in grouping(),
    ) {
        let today = today.map(|days| start.plus_days(days));
        let base = grouped(plan(&families, start, small_groups()), grouping);
        let team = with_team(base.clone(), &people, &rooms, &lines, start);
        let mut watched = Watched::new(base, today);
        watched.make(&Edit::Propose)?;
        let people = team.people.values().cloned();
        let edits = team.rooms.values().cloned().map(Edit::SetRoom)
            .chain(people.map(|person| Edit::SetPerson(Box::new(person))))
            .chain(team.lines.values().cloned().map(Edit::SetLine));
        for edit in edits {
            watched.make(&edit)?;
        }
        watched.make(&Edit::Propose)?;
        for wish in wishes {
            if let Some(edit) = wished(&watched.plan, wish, start) {
                watched.make(&edit)?;
            }
        }
        watched.there_and_back()?;
    }
}
