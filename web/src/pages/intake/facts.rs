//! What the table of enrolments shows: which rows. They stay while they are edited, until the user filters again.

use centering_core::cohort::{IntakeState, intake_states};
use centering_core::plan::{Enrolment, EnrolmentCode, GroupId, LocationId, Plan, Route};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Where every family stands, and its group; computed once per plan.
#[derive(Debug, PartialEq, Eq)]
pub struct States {
    of: BTreeMap<EnrolmentCode, (IntakeState, Option<GroupId>)>,
}

impl States {
    pub fn of(plan: &Plan) -> Self {
        let states = intake_states(plan)
            .into_iter()
            .map(|(code, (state, group))| {
                (code.clone(), (state, group.map(|group| group.id.clone())))
            });
        Self {
            of: states.collect(),
        }
    }

    pub fn state(&self, code: &EnrolmentCode) -> IntakeState {
        self.of
            .get(code)
            .map_or(IntakeState::Registered, |(state, _)| *state)
    }

    pub fn group(&self, code: &EnrolmentCode) -> Option<&GroupId> {
        self.of.get(code).and_then(|(_, group)| group.as_ref())
    }

    /// How many families of a location, or of all, stand where.
    pub fn count(&self, plan: &Plan, location: Option<&LocationId>, state: IntakeState) -> usize {
        let is_there = |code: &EnrolmentCode| {
            location.is_none_or(|id| {
                plan.enrolments
                    .get(code)
                    .is_some_and(|family| family.location == *id)
            })
        };
        self.of
            .iter()
            .filter(|(code, (own, _))| *own == state && is_there(code))
            .count()
    }
}

/// Which families are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A part of the code, in capitals.
    pub code: String,
    pub states: BTreeSet<IntakeState>,
    pub location: Option<LocationId>,
    /// `Some(None)` for families of which the route is unknown.
    pub route: Option<Option<Route>>,
}

impl Filter {
    fn shows(&self, family: &Enrolment, states: &States) -> bool {
        family.code.as_str().contains(&self.code)
            && (self.states.is_empty() || self.states.contains(&states.state(&family.code)))
            && self
                .location
                .as_ref()
                .is_none_or(|id| family.location == *id)
            && self.route.is_none_or(|route| family.route == route)
    }
}

/// The rows in order of code, kept while the families and what was asked stay the same.
#[derive(Debug, Default)]
pub struct Kept {
    asked: Option<Filter>,
    /// All families of the plan, in order.
    families: Vec<EnrolmentCode>,
    pub rows: Rc<Vec<EnrolmentCode>>,
}

impl Kept {
    /// The rows for what is asked now.
    pub fn update(&mut self, plan: &Plan, states: &States, filter: &Filter) {
        let has_all = self.families.len() == plan.enrolments.len()
            && self.families.iter().eq(plan.enrolments.keys());
        if has_all && self.asked.as_ref() == Some(filter) {
            return;
        }
        if !has_all {
            self.families = plan.enrolments.keys().cloned().collect();
        }
        let families = plan.enrolments.values();
        let shown = families.filter(|family| filter.shows(family, states));
        self.rows = Rc::new(shown.map(|family| family.code.clone()).collect());
        self.asked = Some(filter.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use centering_core::calendar::Date;
    use centering_core::plan::IntakeStatus;

    fn plan() -> Plan {
        let text = r#"{"format":"centering-plan","version":"1.1","enrolments":[
            {"code":"A1","birth":"2027-03-01","location":"n"},
            {"code":"A2","birth":"2027-01-01","location":"z","route":"midwife","status":"invited"},
            {"code":"B3","birth":"2027-02-01","location":"n","status":"stopped"}]}"#;
        Plan::from_json(text).unwrap()
    }

    fn rows(kept: &Kept) -> Vec<&str> {
        kept.rows.iter().map(EnrolmentCode::as_str).collect()
    }

    #[test]
    fn rows_are_filtered_and_stay_while_edited() {
        let mut plan = plan();
        let mut kept = Kept::default();
        let only = Filter {
            code: "A".to_owned(),
            states: [IntakeState::Invited].into(),
            route: Some(Some(Route::Midwife)),
            ..Filter::default()
        };
        kept.update(&plan, &States::of(&plan), &only);
        assert_eq!(rows(&kept), ["A2"]);
        let before = kept.rows.clone();
        plan.enrolments.values_mut().for_each(|family| {
            if family.code.as_str() == "A2" {
                family.birth = Date::new(2027, 12, 1).unwrap();
                family.status = IntakeStatus::Registered;
            }
        });
        // The same object: the table keeps its rows in their places.
        kept.update(&plan, &States::of(&plan), &only);
        assert!(Rc::ptr_eq(&kept.rows, &before));
        kept.update(&plan, &States::of(&plan), &Filter::default());
        assert_eq!(rows(&kept), ["A1", "A2", "B3"]);
        kept.update(&plan, &States::of(&plan), &only);
        assert_eq!(rows(&kept), [] as [&str; 0]);
    }
}
