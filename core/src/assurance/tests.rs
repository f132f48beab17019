//! The success factors and checklists against figures written by hand, and their data files against what
//! must be in them.

use super::*;
use crate::calendar::Date;
use crate::steps::{FactorId, Role, StepId, StepPlan, roles};

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn respondent(role: &str, scores: &[(&str, u8)]) -> Respondent {
    Respondent {
        role: Role::new(role),
        scores: scores
            .iter()
            .map(|(id, points)| (id.parse().unwrap(), Score::new(*points).unwrap()))
            .collect(),
        ..Respondent::default()
    }
}

fn measurement(on: &str, respondents: Vec<Respondent>) -> Measurement {
    let mut measurement = Measurement::begun(day(on));
    measurement.respondents = respondents;
    measurement
}

#[test]
fn seven_factors_have_five_statements_each_with_a_source_and_steps() {
    let factors = SuccessFactors::current();
    let names: Vec<FactorId> = factors.factors.iter().map(|factor| factor.id).collect();
    assert_eq!(names, FactorId::all().collect::<Vec<_>>());
    assert_eq!(factors.statements().count(), 35);
    let plan = StepPlan::proposal();
    for factor in &factors.factors {
        assert_eq!(factor.statements.len(), 5, "{}", factor.id);
        for (statement, number) in factor.statements.iter().zip(1..) {
            assert_eq!(
                (statement.id.factor, statement.id.number),
                (factor.id, number)
            );
            assert!(!statement.text.nl.is_empty() && statement.text.en.is_some());
            let is_sourced = statement.source == "eigen voorstel"
                || statement.source.split(", ").all(|key| key.starts_with('S'));
            assert!(is_sourced, "{}", statement.source);
            assert!(!statement.steps.is_empty());
            for step in &statement.steps {
                assert!(plan.steps.contains_key(step), "{step}");
            }
        }
    }
}

#[test]
fn scores_give_a_mean_a_spread_and_the_weakest_statements() {
    let factors = SuccessFactors::current();
    let scored = measurement(
        "2027-02-01",
        vec![
            respondent("planner", &[("KSF1-1", 4), ("KSF1-2", 2), ("KSF2-1", 5)]),
            respondent("planner", &[("KSF1-1", 5), ("KSF1-2", 3), ("KSF1-3", 5)]),
            respondent("executive", &[("KSF2-1", 4), ("KSF1-9", 1)]),
        ],
    );
    let results = scored.results(factors);
    // 4 + 2 + 5 + 3 + 5 = 19 over 5 scores; the two planners have 3.00 and 4.33.
    assert_eq!((results[0].mean, results[0].spread), (Some(380), 133));
    assert_eq!(results[0].respondents, 2);
    let order: Vec<String> = results[0]
        .statements
        .iter()
        .map(|result| format!("{} {}", result.statement, result.mean))
        .collect();
    assert_eq!(order, ["KSF1-2 250", "KSF1-1 450", "KSF1-3 500"]);
    let weakest = &results[0].statements[0];
    assert_eq!(
        (
            weakest.lowest.points(),
            weakest.highest.points(),
            weakest.scores
        ),
        (2, 3, 2)
    );
    assert_eq!(
        weakest.steps,
        ["O05", "V01"].map(|code| StepId::parse(code).unwrap())
    );
    assert_eq!((results[1].mean, results[1].spread), (Some(450), 100));
    assert_eq!((results[2].mean, results[2].spread), (None, 0));

    let weakest = scored.weakest(factors, 2);
    let names: Vec<String> = weakest
        .iter()
        .map(|one| one.statement.to_string())
        .collect();
    assert_eq!(names, ["KSF1-2", "KSF1-1"]);
}

#[test]
fn a_second_measurement_stands_beside_the_first() {
    let factors = SuccessFactors::current();
    let first = measurement(
        "2027-02-01",
        vec![respondent("planner", &[("KSF1-1", 2), ("KSF2-1", 3)])],
    );
    let second = measurement("2028-02-01", vec![respondent("planner", &[("KSF1-1", 4)])]);
    let changes = compare(&first, &second, factors);
    assert_eq!(changes.len(), 7);
    assert_eq!(changes[0].change, Some(200));
    assert_eq!(
        (changes[1].before, changes[1].after, changes[1].change),
        (Some(300), None, None)
    );
}

#[test]
fn the_self_study_goes_on_at_the_first_open_statement() {
    let factors = SuccessFactors::current();
    let mut person = respondent("planner", &[("KSF1-1", 2), ("KSF1-3", 3)]);
    assert_eq!(person.next(factors).unwrap().to_string(), "KSF1-2");
    for statement in factors.statements() {
        person.scores.insert(statement.id, Score::new(3).unwrap());
    }
    assert_eq!(person.next(factors), None);
}

#[test]
fn measurements_are_read_and_written_without_loss() {
    let text = r#"{"began":"2027-02-01","respondents":[{"role":"planner","scores":{"KSF1-1":4},"mood":1}],"later":true}"#;
    let read: Measurement = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    for wrong in [
        text.replace(":4", ":6"),
        text.replace(":4", ":0"),
        text.replace("KSF1-1", "KSF8-1"),
    ] {
        assert!(
            serde_json::from_str::<Measurement>(&wrong).is_err(),
            "{wrong}"
        );
    }
}

#[test]
fn the_checklists_have_their_items_and_say_how_to_order_the_handreiking() {
    let lists = Checklist::proposals();
    let codes: Vec<&str> = lists.iter().map(|list| list.id.as_str()).collect();
    assert_eq!(codes, ["handreiking", "recruitment", "care_system"]);
    let known: Vec<&Role> = roles().iter().map(|role| &role.id).collect();
    for list in lists {
        assert!(list.items.len() >= 8, "{}", list.id);
        for step in &list.steps {
            assert!(StepPlan::proposal().steps.contains_key(step), "{step}");
        }
        for item in &list.items {
            assert!(item.text.en.is_some() && !item.when.nl.is_empty() && !item.source.is_empty());
            assert!(known.contains(&&item.role), "{}", item.text.nl);
        }
    }
    let order = &lists[0].items[0].text.nl;
    assert!(order.contains("info@centeringzorg.nl") && order.contains("o.v.v. handreiking JGZ"));
    assert_eq!(lists[0].steps, [StepId::parse("O02").unwrap()]);
    assert!(
        Checklist::proposals_source()
            .nl
            .contains("Voorstel van ons")
    );
}

#[test]
fn items_are_ticked_edited_added_and_removed() {
    let list = &Checklist::proposals()[1];
    let all = list.items.len();
    let ticked = list.with_tick(2, Some(day("2027-03-01"))).unwrap();
    assert_eq!(ticked.ticked(), (1, all));
    assert_eq!(ticked.with_tick(2, None).unwrap(), *list);
    let longer = ticked
        .with_item(" Bel de huisarts ", Role::new("planner"))
        .unwrap();
    assert_eq!(longer.items[all].text.nl, "Bel de huisarts");
    assert_eq!(longer.without_item(all).unwrap(), ticked);
    let edited = list.with_text(0, "Anders").unwrap();
    assert_eq!(edited.items[0].text.en(), "Anders");
    assert_eq!(list.with_text(0, "  "), Err(ChecklistFault::NoText));
    assert_eq!(list.with_tick(all, None), Err(ChecklistFault::NoItem(all)));
    assert_eq!(list.without_item(all), Err(ChecklistFault::NoItem(all)));
    let written = serde_json::to_string(&ticked).unwrap();
    assert_eq!(serde_json::from_str::<Checklist>(&written).unwrap(), ticked);
}
