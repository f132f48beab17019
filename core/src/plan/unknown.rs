//! Fields of a plan that this planner does not know. They are kept as they were read; of a plan that no newer
//! planner wrote they are a slip in a name, which switches off what the field would say.

use super::{Plan, Version};
use crate::care::SessionTemplate;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// What may stand beside a plan: the schema that it follows, and what the command for scripts found.
const BESIDE: [&str; 2] = ["$schema", "problems"];
/// The most characters of a name that are repeated.
const LONGEST_NAME: usize = 60;

/// The unknown fields of a plan that no newer planner wrote, in order and each once, such as
/// `settings.holidays.good_fryday`: of the plan itself and of what holds rules for all groups (settings, template,
/// locations, rooms, people and lines).
pub fn unknown_fields(plan: &Plan) -> Vec<String> {
    if plan.version > Version::CURRENT {
        return Vec::new();
    }
    let mut found = Found::default();
    found.add("", &plan.extra);
    for beside in BESIDE {
        found.0.remove(beside);
    }
    let settings = &plan.settings;
    found.add("settings.", &settings.extra);
    found.add("settings.group_size.", &settings.group_size.extra);
    found.add("settings.holidays.", &settings.holidays.extra);
    for closure in &settings.closures {
        found.add("settings.closures.", &closure.extra);
    }
    if let Some(template) = &plan.template {
        found.template(template);
    }
    for location in plan.locations.values() {
        found.add("locations.", &location.extra);
    }
    for room in plan.rooms.values() {
        found.add("rooms.", &room.extra);
        for closure in &room.closures {
            found.add("rooms.closures.", &closure.extra);
        }
    }
    for person in plan.people.values() {
        found.add("people.", &person.extra);
        for absence in &person.absences {
            found.add("people.absences.", &absence.extra);
        }
    }
    for line in plan.lines.values() {
        found.add("lines.", &line.extra);
    }
    found.0.into_iter().collect()
}

#[derive(Default)]
struct Found(BTreeSet<String>);

impl Found {
    fn add(&mut self, record: &str, extra: &Map<String, Value>) {
        let names = extra.keys();
        let names = names.map(|name| name.chars().take(LONGEST_NAME).collect::<String>());
        self.0.extend(names.map(|name| format!("{record}{name}")));
    }

    fn template(&mut self, template: &SessionTemplate) {
        self.add("template.", &template.extra);
        for spec in &template.sessions {
            self.add("template.sessions.", &spec.extra);
            self.add("template.sessions.allowed.", &spec.allowed.extra);
            self.add("template.sessions.preferred.", &spec.preferred.extra);
            for dose in &spec.doses {
                self.add("template.sessions.doses.", &dose.extra);
            }
            for interval in &spec.after {
                self.add("template.sessions.after.", &interval.extra);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(version: &str, fields: &str) -> Plan {
        let text = format!(r#"{{"format":"centering-plan","version":"{version}",{fields}}}"#);
        Plan::from_json(&text).unwrap()
    }

    const SLIPS: &str = r#""setings":{},"settings":{"closure":[],"holidays":{"good_fryday":"always"},
        "group_size":{"min":6,"target":8,"max":8,"maximum":9}},
        "locations":[{"id":"noord","name":"Noord","prefix":"NRD","start_time":{"tue-am":"09:00"}}],
        "people":[{"id":"BG-1","alias":"BG-1","absence":[]},{"id":"BG-2","alias":"BG-2","absence":[],
        "absences":[{"first":"2027-01-04","last":"2027-01-05","sort":"leave"}]}],
        "template":{"source":"own","version":"2027-01-01","sessions":[{"number":"B1","name":"x","duration_minutes":60,
        "preferred":{"from":"0m28d","to":"0m56d"},"allowed":{"from":"0m21d","to":"0m63d"},
        "dose":[{"dose":"ROTA1"}],"doses":[{"dose":"ROTA1","schema":"3-5-12"}]}]}"#;

    #[test]
    fn a_slip_in_the_name_of_a_field_is_found_where_it_switches_a_rule_off() {
        let found = unknown_fields(&plan("1.1", SLIPS));
        let expected = [
            "locations.start_time",
            "people.absence",
            "people.absences.sort",
            "settings.closure",
            "settings.group_size.maximum",
            "settings.holidays.good_fryday",
            "setings",
            "template.sessions.dose",
            "template.sessions.doses.schema",
        ];
        assert_eq!(
            found.into_iter().collect::<BTreeSet<_>>(),
            expected.map(str::to_owned).into()
        );
        let beside = plan("1.0", r#""$schema":"plan.schema.json","problems":[]"#);
        assert_eq!(unknown_fields(&beside), [""; 0]);
        // A newer planner may have written them.
        assert_eq!(unknown_fields(&plan("1.7", SLIPS)), [""; 0]);
        assert_eq!(unknown_fields(&Plan::empty()), [""; 0]);
    }

    #[test]
    fn the_planners_own_data_has_no_field_that_it_does_not_know() {
        let mut plan = Plan::empty();
        plan.template = Some(SessionTemplate::proposal().clone());
        assert_eq!(unknown_fields(&plan), [""; 0]);
    }

    #[test]
    fn a_name_of_any_length_is_repeated_in_part() {
        let long = format!(r#""{}":1"#, "x".repeat(70_000));
        let found = unknown_fields(&plan("1.0", &long));
        assert_eq!(found, ["x".repeat(LONGEST_NAME)]);
    }
}
