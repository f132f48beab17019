//! Small plans with a team, for the unit tests beside the code.

use crate::calendar::Date;
use crate::edit::Edit;
use crate::intake::{Reading, Table, read_enrolments};
use crate::plan::Plan;

/// The day with this ISO date.
pub(crate) fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

/// Makes an edit that must be possible.
pub(crate) fn make(plan: &mut Plan, edit: &Edit, today: Option<Date>) {
    let changes = edit.changes(plan, today);
    plan.apply_all(changes.unwrap_or_else(|refusal| panic!("{edit:?}: {refusal:?}")));
}

/// A plan from its records as JSON, between the header and the end of the document.
pub(crate) fn plan_of(records: &str) -> Plan {
    Plan::from_json(&format!(
        r#"{{"format":"centering-plan","version":"1.1","locations":[{{"id":"noord","name":"Noord","prefix":"NRD"}}],{records}}}"#
    ))
    .unwrap()
}

/// The plan of a list of families of Noord, born on these days of January 2027, who can come on Thursday morning, with
/// its proposal. With births on 4, 6, 9, 12, 20 and 24 it is scenario 3 of `docs/domain.md#8.2`.
pub(crate) fn on_thursdays(births: &[u8]) -> Plan {
    let lines = births.iter().enumerate();
    let lines = lines.map(|(line, day)| format!("N{line};{day}-1-2027;Noord;do ochtend\n"));
    let list = format!(
        "Code;Geboortedatum;Locatie;Dagdelen\n{}",
        lines.collect::<String>()
    );
    let table = Table::read(&list);
    let mut plan = Plan::empty();
    let intake = read_enrolments(&table, &Reading::guess(&table, &plan), &plan, None);
    make(&mut plan, &intake.edit().unwrap(), None);
    make(&mut plan, &Edit::Propose, None);
    plan
}

/// The group with this id whose seven children were born in these three weeks.
pub(crate) fn group(id: &str, oldest: &str, youngest: &str, rest: &str) -> String {
    format!(
        r#"{{"id":"{id}","location":"noord","known_births":{{"oldest":"{oldest}","youngest":"{youngest}","families":7,"children":7}}{rest}}}"#
    )
}

/// A trained begeleider of Noord who works full time on these half-days.
pub(crate) fn person(alias: &str, half_days: &str) -> String {
    format!(
        r#"{{"id":"{alias}","alias":"{alias}","trained":true,"half_days":[{half_days}],"locations":["noord"]}}"#
    )
}

/// Scenario 9 of `docs/domain.md#8.2`: four running groups on four lines of three begeleiders,
/// with two rooms. The groups are some weeks apart, so that several of their bijeenkomsten fall in any
/// sixteen weeks.
pub(crate) fn scenario_9() -> Plan {
    let both = r#""tue-am","tue-pm","thu-am","thu-pm""#;
    let line = |half_day: &str, room: &str, pair: &str| {
        format!(
            r#"{{"id":"NRD-{half_day}-1","location":"noord","half_day":"{half_day}","room":"{room}","facilitators":[{pair}],"pinned":true}}"#
        )
    };
    let on = |half_day: &str| {
        format!(r#","line":{{"user":"NRD-{half_day}-1"}},"half_day":{{"user":"{half_day}"}}"#)
    };
    let records = format!(
        r#""rooms":[{{"id":"r1","location":"noord","label":"Zaal","capacity":20}}],
        "people":[{},{},{}],"lines":[{},{},{},{}],"groups":[{},{},{},{}]"#,
        person("A1", both),
        person("B1", both),
        person("C1", r#""tue-am","tue-pm","thu-pm""#),
        line("thu-am", "r1", r#""A1","B1""#),
        line("thu-pm", "r1", r#""A1","C1""#),
        line("tue-am", "r1", r#""A1","B1""#),
        line("tue-pm", "r1", r#""B1","C1""#),
        group("G1", "2027-01-04", "2027-01-18", &on("tue-am")),
        group("G2", "2027-01-06", "2027-01-20", &on("thu-am")),
        group("G3", "2027-01-06", "2027-01-20", &on("thu-pm")),
        group("G4", "2027-01-04", "2027-01-18", &on("tue-pm")),
    );
    let mut plan = plan_of(&records);
    make(&mut plan, &Edit::Propose, None);
    let groups = plan.groups.keys().cloned().collect();
    make(&mut plan, &Edit::Share(groups), None);
    plan
}
