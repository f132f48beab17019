//! How recruitment (werving) goes: where every family stands, how many of those that were approached took part,
//! and how many groups the expected births would make.

use crate::calendar::{Date, Month};
use crate::plan::{EnrolmentCode, Group, IntakeStatus, LocationId, Plan, Route};
use std::collections::BTreeMap;

/// Where a family stands, with what follows from its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IntakeState {
    /// It was asked and has not answered yet (uitgenodigd).
    Invited,
    /// It wants to take part and has no group yet (aangemeld).
    Registered,
    /// The same, and it knows that it has to wait (op wachtlijst).
    Waitlisted,
    /// It has a group that goes on, or was finished (geplaatst).
    Placed,
    /// It does not take part any more, or its group stopped (gestopt).
    Stopped,
}

impl IntakeState {
    /// Every state, in the order in which a family goes through them.
    pub const ALL: [Self; 5] = [
        Self::Invited,
        Self::Registered,
        Self::Waitlisted,
        Self::Placed,
        Self::Stopped,
    ];
}

/// Where every enrolment of the plan stands, and its group if it has one.
pub fn intake_states(plan: &Plan) -> BTreeMap<&EnrolmentCode, (IntakeState, Option<&Group>)> {
    let mut groups: BTreeMap<&EnrolmentCode, &Group> = BTreeMap::new();
    for group in plan.groups.values() {
        groups.extend(group.members.iter().map(|code| (code, group)));
    }
    let states = plan.enrolments.values().map(|enrolment| {
        let group = groups.get(&enrolment.code).copied();
        let state = match (group, enrolment.status) {
            (Some(group), _) if group.stopped.is_some() => IntakeState::Stopped,
            (Some(_), _) => IntakeState::Placed,
            (None, IntakeStatus::Invited) => IntakeState::Invited,
            (None, IntakeStatus::Registered) => IntakeState::Registered,
            (None, IntakeStatus::Waitlisted) => IntakeState::Waitlisted,
            (None, IntakeStatus::Stopped) => IntakeState::Stopped,
        };
        (&enrolment.code, (state, group))
    });
    states.collect()
}

/// How far families came: each count is a part of the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Funnel {
    /// Families that were approached (benaderd), as the organisation typed it.
    pub approached: usize,
    /// Families that signed up (aangemeld), also when they stopped later.
    pub registered: usize,
    /// Families whose group has met (gestart).
    pub started: usize,
}

impl Funnel {
    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            approached: self.approached + other.approached,
            registered: self.registered + other.registered,
            started: self.started + other.started,
        }
    }
}

/// The funnel by location, month of birth and route; `None` is an unknown route. Only what is not empty.
/// Without a day of [today](crate#today) no group has started.
pub fn funnels(
    plan: &Plan,
    today: Option<Date>,
) -> BTreeMap<(LocationId, Month, Option<Route>), Funnel> {
    let mut funnels: BTreeMap<(LocationId, Month, Option<Route>), Funnel> = BTreeMap::new();
    for recruitment in plan.recruitment.values() {
        for (month, routes) in &recruitment.approached {
            for (route, families) in routes {
                let key = (recruitment.location.clone(), *month, Some(*route));
                funnels.entry(key).or_default().approached += usize::from(*families);
            }
        }
    }
    for (code, (_, group)) in intake_states(plan) {
        let Some(enrolment) = plan.enrolments.get(code) else {
            continue;
        };
        if group.is_none() && enrolment.status == IntakeStatus::Invited {
            continue;
        }
        let month = Month::of(enrolment.birth);
        let key = (enrolment.location.clone(), month, enrolment.route);
        let funnel = funnels.entry(key).or_default();
        funnel.registered += 1;
        let mut sessions = group.into_iter().flat_map(|group| group.sessions.values());
        funnel.started += usize::from(sessions.any(|session| session.has_begun(today)));
    }
    funnels
}

/// How many groups of the size that is aimed for so many births make, in tenths of a group rounded down:
/// births times participation, over the size. Source: `docs/domain.md#6.3`.
///
/// ```
/// use centering_core::cohort::groups_in_tenths;
/// // 17 births, half of the families take part, 7 in a group: 1.2 groups.
/// assert_eq!(groups_in_tenths(17, 50, 7), 12);
/// ```
pub fn groups_in_tenths(births: u32, participation: u8, size: u8) -> u32 {
    let tenths = u64::from(births) * u64::from(participation) / (10 * u64::from(size.max(1)));
    u32::try_from(tenths).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Edit, Refusal};
    use crate::plan::{GroupId, Recruitment, RecruitmentFault};
    use crate::schedule::test_plans::{day, make, plan_of};

    /// Six families of Noord: two from the home visit, one that was only invited, and the rest unknown.
    fn six() -> Plan {
        let family = |code: &str, more: &str| {
            format!(r#"{{"code":"{code}","birth":"2027-01-1{code}","location":"noord"{more}}}"#)
                .replace("\"code\":\"", "\"code\":\"F")
        };
        plan_of(&format!(
            r#""enrolments":[{},{},{},{},{},{}],"settings":{{"group_size":{{"min":2,"target":5,"max":8}}}}"#,
            family("1", r#","route":"home_visit""#),
            family("2", r#","route":"home_visit","status":"waitlisted""#),
            family("3", r#","route":"home_visit","status":"invited""#),
            family("4", ""),
            family("5", r#","status":"stopped""#),
            family("6", ""),
        ))
    }

    fn code(text: &str) -> EnrolmentCode {
        EnrolmentCode::parse(text).unwrap()
    }

    #[test]
    fn a_proposal_leaves_out_who_was_only_invited_or_stopped() {
        let mut plan = six();
        make(&mut plan, &Edit::Propose, None);
        let group = plan.groups.values().next().unwrap();
        let members: Vec<&str> = group.members.iter().map(EnrolmentCode::as_str).collect();
        assert_eq!(members, ["F1", "F2", "F4", "F6"]);
        let problems = crate::problem::check(&plan, None);
        assert!(!problems.iter().any(|problem| problem.code == "GEZ-01"));
    }

    #[test]
    fn states_and_funnel_follow_from_groups() {
        let mut plan = six();
        make(&mut plan, &Edit::Propose, None);
        let mut noord = Recruitment::new(plan.locations.keys().next().unwrap().clone());
        let month: Month = "2027-01".parse().unwrap();
        noord
            .approached
            .entry(month)
            .or_default()
            .insert(Route::HomeVisit, 8);
        make(
            &mut plan,
            &Edit::SetRecruitment(Box::new(noord.clone())),
            None,
        );
        let states: Vec<IntakeState> = intake_states(&plan)
            .values()
            .map(|(state, _)| *state)
            .collect();
        use IntakeState::{Invited, Placed, Stopped};
        assert_eq!(states, [Placed, Placed, Invited, Placed, Stopped, Placed]);
        let key = |route| (noord.location.clone(), month, route);
        let before = funnels(&plan, Some(day("2027-01-20")));
        let visits = Funnel {
            approached: 8,
            registered: 2,
            started: 0,
        };
        assert_eq!(before.get(&key(Some(Route::HomeVisit))), Some(&visits));
        // F5 signed up before it stopped.
        assert_eq!(before.get(&key(None)).unwrap().registered, 3);
        // A proposal that nobody shared began nothing, also when its day is over.
        let unshared = funnels(&plan, Some(day("2027-06-01")));
        assert_eq!(unshared.get(&key(None)).unwrap().started, 0);
        let groups = plan.groups.keys().cloned().collect();
        make(&mut plan, &Edit::Share(groups), None);
        let after = funnels(&plan, Some(day("2027-06-01")));
        assert_eq!(after.get(&key(Some(Route::HomeVisit))).unwrap().started, 2);
        assert_eq!(after.get(&key(None)).unwrap().started, 2);
        noord.participation = 0;
        let refused = Edit::SetRecruitment(Box::new(noord)).changes(&plan, None);
        let fault = RecruitmentFault::Participation;
        assert_eq!(refused, Err(Refusal::Recruitment(fault)));
    }

    #[test]
    fn a_family_that_stops_leaves_its_group_and_one_placed_by_hand_takes_part() {
        let mut plan = six();
        make(&mut plan, &Edit::Propose, None);
        let stop = Edit::SetIntakeStatus {
            codes: vec![code("F1"), code("F2")],
            status: IntakeStatus::Stopped,
        };
        let before = plan.clone();
        let back = plan.apply_all(stop.changes(&plan, None).unwrap());
        let group = plan.groups.values().next().unwrap().clone();
        assert_eq!(group.members.len(), 2);
        assert!(plan.unplaced().next().is_none());
        let place = Edit::Place {
            code: code("F1"),
            group: group.id,
        };
        make(&mut plan, &place, None);
        assert_eq!(
            plan.enrolments[&code("F1")].status,
            IntakeStatus::Registered
        );
        plan.apply_all(back);
        assert_eq!(plan.enrolments[&code("F2")], before.enrolments[&code("F2")]);
    }

    #[test]
    fn a_group_of_centering_zwangerschap_comes_over_whole_in_one_edit() {
        let mut plan = six();
        let due = ["2027-05-02", "2027-05-20", "2027-05-23"];
        let families = due.iter().zip(1..).map(|(due, number)| {
            let mut family = plan.enrolments.values().next().unwrap().clone();
            family.code = code(&format!("CZ-{number}"));
            family.birth = day(due);
            family.provisional = true;
            family.route = None;
            family
        });
        let edit = Edit::TakeOver {
            locations: Vec::new(),
            families: families.collect(),
        };
        let before = plan.clone();
        let changes = edit.changes(&plan, Some(day("2027-03-01"))).unwrap();
        let back = plan.apply_all(changes);
        let group = plan.groups.get(&GroupId::new("NRD-2027-05-1")).unwrap();
        assert!(group.pinned);
        assert_eq!(group.members.len(), 3);
        let routes = plan.members(group).map(|family| family.route);
        assert!(
            routes
                .into_iter()
                .all(|route| route == Some(Route::CenteringPregnancy))
        );
        assert!(
            group
                .sessions
                .values()
                .all(|session| session.date.is_some())
        );
        plan.apply_all(back);
        assert_eq!(plan, before);
    }
}
