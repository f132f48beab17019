//! The plan that is worked on, with its history and a second copy of it. The screens keep the plan that they
//! show; a copy of a national plan for every edit would take longer than a key press may. So the copy that
//! the screens let go of is brought up to date with the last changes and becomes the next plan.

use super::copying::Copying;
use centering_core::plan::{Change, EditName, History, Plan};
use centering_core::problem::Touched;
use std::rc::Rc;

/// Undo and redo, and the copy of the plan for the next edit.
#[derive(Default)]
pub struct Desk {
    pub history: History,
    /// The plan as it was, `behind` these changes.
    spare: Option<Rc<Plan>>,
    behind: Vec<Change>,
    /// The copy that is being made.
    copying: Option<Copying>,
}

impl Desk {
    /// Applies the changes of an edit; with `joins` one undo takes them back with those before.
    pub fn commit(
        &mut self,
        plan: &mut Rc<Plan>,
        name: EditName,
        changes: Vec<Change>,
        joins: bool,
    ) -> Touched {
        let touched = Touched::by(&changes, plan);
        self.make_own(plan, &changes);
        let plan = Rc::make_mut(plan);
        if joins {
            self.history.join(plan, name, changes);
        } else {
            self.history.commit(plan, name, changes);
        }
        touched
    }

    /// Puts another plan in place; nothing where it is the same plan. Needs none of what other edits need.
    pub fn open(&mut self, plan: &mut Rc<Plan>, other: Rc<Plan>) -> Option<(EditName, Touched)> {
        if *other == **plan {
            return None;
        }
        let before = std::mem::replace(plan, other);
        self.history.opened(Box::new(Rc::unwrap_or_clone(before)));
        self.forget();
        Some((self.history.next_undo()?.clone(), Touched::everything()))
    }

    /// Lets go of the copy: the old plan is of no use any more.
    fn forget(&mut self) {
        self.spare = None;
        self.behind = Vec::new();
        self.copying = None;
    }

    /// Takes the last edit back.
    pub fn undo(&mut self, plan: &mut Rc<Plan>) -> Option<(EditName, Touched)> {
        let changes = self.history.next_undo_changes().to_vec();
        let touched = Touched::by(&changes, plan);
        self.make_own(plan, &changes);
        Some((self.history.undo(Rc::make_mut(plan))?, touched))
    }

    /// Makes the last edit that was taken back again.
    pub fn redo(&mut self, plan: &mut Rc<Plan>) -> Option<(EditName, Touched)> {
        let changes = self.history.next_redo_changes().to_vec();
        let touched = Touched::by(&changes, plan);
        self.make_own(plan, &changes);
        Some((self.history.redo(Rc::make_mut(plan))?, touched))
    }

    /// Makes the copy, so that the first edit need not: as much of it as there is time for. Says whether it
    /// is there.
    pub fn prepare(&mut self, plan: &Rc<Plan>, is_time: &dyn Fn() -> bool) -> bool {
        if self.spare.is_some() {
            return true;
        }
        let begun = self.copying.take().filter(|copying| copying.is_of(plan));
        let mut copying = begun.unwrap_or_else(|| Copying::new(plan));
        while !copying.advance() {
            if !is_time() {
                self.copying = Some(copying);
                return false;
            }
        }
        self.spare = Some(Rc::new(copying.copy));
        self.behind = Vec::new();
        true
    }

    /// Puts a copy of the plan in its place that nobody shows, and remembers what will be done to it.
    fn make_own(&mut self, plan: &mut Rc<Plan>, changes: &[Change]) {
        if changes
            .iter()
            .any(|change| matches!(change, Change::Plan(_)))
        {
            self.forget();
            return;
        }
        // What was begun is brought to its end rather than begun again.
        if self.copying.is_some() {
            self.prepare(plan, &|| true);
        }
        if Rc::get_mut(plan).is_some() {
            self.behind.extend(changes.iter().cloned());
            return;
        }
        let behind = std::mem::take(&mut self.behind);
        let spare = self.spare.take().and_then(|mut spare| {
            Rc::get_mut(&mut spare)?.apply_all(behind);
            Some(spare)
        });
        let copy = spare.unwrap_or_else(|| Rc::new((**plan).clone()));
        self.spare = Some(std::mem::replace(plan, copy));
        self.behind = changes.to_vec();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use centering_core::plan::Edit;

    fn rename(desk: &mut Desk, plan: &mut Rc<Plan>, title: &str) {
        let edit = Edit::Rename(title.to_owned());
        let changes = edit.changes(plan, None).unwrap();
        desk.commit(plan, edit.name(), changes, false);
    }

    fn large(groups: usize) -> Plan {
        let groups: Vec<String> = (0..groups)
            .map(|number| format!(r#"{{"id":"G{number:04}","location":"a","sessions":[]}}"#))
            .collect();
        let text = format!(
            r#"{{"format":"centering-plan","version":"1.1","groups":[{}]}}"#,
            groups.join(",")
        );
        Plan::from_json(&text).unwrap()
    }

    #[test]
    fn a_plan_that_is_opened_can_be_undone() {
        let mut desk = Desk::default();
        let mut plan = Rc::new(Plan::empty());
        rename(&mut desk, &mut plan, "a");
        let same = Rc::new((*plan).clone());
        assert_eq!(desk.open(&mut plan, same), None);
        let (shown, other) = (plan.clone(), Rc::new(large(3)));
        let (_, touched) = desk.open(&mut plan, other.clone()).unwrap();
        assert!(touched.is_everything());
        rename(&mut desk, &mut plan, "b");
        assert_eq!((plan.title.as_str(), plan.groups.len()), ("b", 3));
        desk.undo(&mut plan);
        assert_eq!(plan, other);
        desk.undo(&mut plan);
        assert_eq!(plan, shown);
        desk.redo(&mut plan);
        assert_eq!(plan, other);
    }

    #[test]
    fn every_plan_that_is_shown_stays_as_it_was() {
        let mut desk = Desk::default();
        let mut plan = Rc::new(Plan::empty());
        let mut shown = Vec::new();
        for (step, title) in ["a", "b", "c", "d"].into_iter().enumerate() {
            // The screens let go of the one before the last.
            if step % 2 == 0 {
                shown.clear();
            }
            shown.push((plan.clone(), plan.title.clone()));
            rename(&mut desk, &mut plan, title);
            assert_eq!(plan.title, title);
            assert!(shown.iter().all(|(plan, title)| plan.title == *title));
        }
        let undone: Vec<String> = (0..4)
            .map(|_| {
                let before = plan.clone();
                desk.undo(&mut plan);
                assert_ne!(before.title, plan.title);
                plan.title.clone()
            })
            .collect();
        assert_eq!(undone, ["c", "b", "a", ""]);
        desk.redo(&mut plan);
        assert_eq!(plan.title, "a");
    }

    #[test]
    fn a_copy_that_an_edit_interrupts_is_whole_all_the_same() {
        for slices in 0..4 {
            let mut desk = Desk::default();
            let mut plan = Rc::new(large(700));
            for _ in 0..slices {
                desk.prepare(&plan, &|| false);
            }
            let shown = plan.clone();
            rename(&mut desk, &mut plan, "a");
            assert_eq!((shown.title.as_str(), plan.title.as_str()), ("", "a"));
            let mut expected = (*shown).clone();
            expected.title = "a".to_owned();
            assert_eq!(*plan, expected);
            drop(shown);
            rename(&mut desk, &mut plan, "b");
            assert_eq!(plan.groups, expected.groups);
        }
    }

    #[test]
    fn a_copy_that_nobody_shows_is_used_again() {
        let mut desk = Desk::default();
        let mut plan = Rc::new(Plan::empty());
        let first = Rc::as_ptr(&plan);
        for title in ["a", "b"] {
            let before = plan.clone();
            rename(&mut desk, &mut plan, title);
            drop(before);
        }
        assert_eq!(Rc::as_ptr(&plan), first);
    }
}
