//! The example plan: three locations on 16 March 2027. Made by the planner itself from a synthetic list, so
//! it always shows what the planner does.

use centering_core::calendar::Date;
use centering_core::care::SessionNumber;
use centering_core::intake::{Table, guess_columns, read_enrolments};
use centering_core::plan::{Edit, EnrolmentCode, GroupId, Plan};

/// Synthetic families, none of them real.
const LIST: &str = include_str!("example.csv");
/// Families of Kerkplein whose group was put together by hand, with a spread of 27 days.
const BY_HAND: std::ops::RangeInclusive<u16> = 209..=216;

/// The example plan; `title` is its name in the language of the user.
pub fn example_plan(title: &str) -> Plan {
    let mut plan = Plan::empty();
    plan.title = title.to_owned();
    plan.example = true;
    let table = Table::read(LIST);
    let (columns, has_headings) = guess_columns(&table);
    let intake = read_enrolments(&table, &columns, has_headings, None, &plan);
    let by_hand =
        BY_HAND.filter_map(|number| EnrolmentCode::parse(&format!("KPL-{number:04}")).ok());
    make(&mut plan, &intake.edit(), None);
    make(&mut plan, &Edit::CreateGroup(by_hand.collect()), None);
    make(&mut plan, &Edit::Propose, None);
    plan.today = Date::new(2027, 3, 16);
    // Moved by hand to a day on which another group of Kerkplein meets at the same time.
    if let (Some(session), Some(date)) = (SessionNumber::new(7), Date::new(2027, 10, 28)) {
        let group = GroupId::new("KPL-2026-09-1");
        let moved = Edit::Move {
            group,
            session,
            date,
        };
        make(&mut plan, &moved, None);
    }
    let pinned = plan
        .groups
        .get(&GroupId::new("NRD-2027-01-1"))
        .and_then(|group| Some((group.id.clone(), *group.sessions.keys().nth(3)?)));
    if let Some((group, session)) = pinned {
        let pin = Edit::PinSession {
            group,
            session,
            pinned: true,
        };
        make(&mut plan, &pin, None);
    }
    plan
}

/// Makes an edit; the edits of the example are known to be possible, and a test holds that.
fn make(plan: &mut Plan, edit: &Edit, today: Option<Date>) {
    if let Ok(changes) = edit.changes(plan, today) {
        plan.apply_all(changes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use centering_core::problem::check;

    #[test]
    fn the_example_has_ten_groups_three_locations_and_something_to_see() {
        let plan = example_plan("Voorbeeld");
        assert_eq!(plan.locations.len(), 3);
        assert_eq!(plan.groups.len(), 10);
        let codes: Vec<&str> = check(&plan, plan.today)
            .iter()
            .map(|problem| problem.code)
            .collect();
        for code in [
            "SPR-01", "VOO-01", "VEN-01", "VAK-02", "GEZ-01", "RSV-01", "BOT-01", "DAG-02",
        ] {
            assert!(codes.contains(&code), "{code} is missing in {codes:?}");
        }
    }
}
