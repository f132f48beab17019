//! The example plan as it is shown: made beforehand, because making it takes the whole planner. A test holds it
//! equal to what `example` makes; after a change there, write it again:
//! `cargo test -p centering-web -- --ignored write_the_ready_example`.

use centering_core::plan::Plan;

/// The example without a title, as [`Plan::to_json`] writes it.
const READY: &str = include_str!("ready_example.json");

/// The example plan; `title` is its name in the language of the user.
pub fn ready_example(title: &str) -> Plan {
    // A test reads it.
    let mut plan = Plan::from_json(READY).unwrap_or_else(|_| Plan::empty());
    plan.title = title.to_owned();
    plan
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::example::example_plan;
    use centering_words::Lang;

    #[test]
    fn the_ready_example_is_what_the_planner_makes() {
        for lang in Lang::ALL {
            let title = lang.example_title();
            let made = example_plan(title).to_json();
            assert!(
                ready_example(title).to_json() == made,
                "write_the_ready_example was not run after a change"
            );
        }
        assert_eq!(example_plan("").to_json(), READY);
    }

    #[test]
    #[ignore = "writes the file"]
    fn write_the_ready_example() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/ready_example.json");
        std::fs::write(file, example_plan("").to_json()).unwrap();
    }
}
