//! Vandaag: the screen a plan opens on, with what asks for somebody now; each thing answered where it stands, also with the
//! keyboard; and nothing where nothing asks.

use super::Outcome;
use super::main_job::{record, until_stored};
use super::page::Page;
use serde_json::{Value, json};

const TODAY: &str = "2027-03-16";

/// One group with something of every kind: a day that passed, parents who have not been told, a begeleider who is away, a
/// family that fits and one that does not, a due date that is over, and a step plan that has to begin. Another group is
/// small and its parents are not invited.
fn plan() -> String {
    let text = include_str!("../../data/een-groep.json");
    let mut plan: Value = serde_json::from_str(text).unwrap_or_default();
    plan["enrolments"][5]["provisional"] = json!(true);
    let waiting = [
        ("B1", "2027-01-20"),
        ("B2", "2027-06-01"),
        ("C1", "2027-02-22"),
    ];
    for (code, birth) in waiting {
        let family = json!({"code": code, "birth": birth, "location": "noord"});
        add(&mut plan["enrolments"], family);
    }
    let person = |alias: &str| json!({"id": alias, "alias": alias, "trained": true, "half_days": ["thu-am", "thu-pm"], "locations": ["noord"]});
    let mut away = person("D1");
    away["absences"] = json!([{"first": "2027-03-29", "last": "2027-04-04"}]);
    let line = |half_day: &str, pair: [&str; 2]| json!({"id": half_day, "location": "noord", "half_day": half_day, "room": "zaal", "facilitators": pair, "pinned": true});
    plan["title"] = json!("Alles tegelijk");
    plan["rooms"] = json!([{"id": "zaal", "location": "noord", "label": "Zaal", "capacity": 19}]);
    plan["people"] = json!([away, person("D2"), person("D3")]);
    plan["lines"] = json!([line("thu-am", ["D1", "D2"]), line("thu-pm", ["D2", "D3"])]);
    plan["groups"][0]["line"] = json!({"user": "thu-am"});
    plan["groups"][0]["sessions"] = json!([
        {"number": "B1", "date": "2027-02-18"},
        {"number": "B2", "date": "2027-03-04"},
        {"number": "B3", "date": "2027-04-01", "status": "shared", "told": "2027-04-08"},
    ]);
    let small = json!({
        "id": "G2", "location": "noord", "half_day": {"user": "thu-pm"}, "line": {"user": "thu-pm"}, "members": ["C1"],
        "sessions": [{"number": "B1", "date": "2027-04-08"}],
    });
    add(&mut plan["groups"], small);
    plan["steps"] = json!({"start": TODAY, "steps": [{"id": "A1", "title": {"nl": "Begin"}, "phase": "orientation", "role": "project_lead", "duration": 3}]});
    plan.to_string()
}

fn add(list: &mut Value, value: Value) {
    if let Some(list) = list.as_array_mut() {
        list.push(value);
    }
}

/// The statuses of the bijeenkomsten of the first group.
fn statuses(plan: &Value) -> Vec<Value> {
    let sessions = &record(&plan["groups"], "id", "G1")["sessions"];
    let all = sessions.as_array().into_iter().flatten();
    all.map(|one| one["status"].clone()).collect()
}

async fn is_gone(page: &Page, heading: &str) -> Outcome {
    let body = "return all('main h2').every((one) => !one.textContent.startsWith(arguments[0]))";
    page.wait(
        &format!("nothing under '{heading}'"),
        body,
        &[json!(heading)],
    )
    .await
}

pub async fn what_asks_for_somebody_is_answered_where_it_stands(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_file(&plan()).await?;
    page.find("h1", "Vandaag").await?;
    page.sees("Dinsdag 16 maart 2027: 10 dingen vragen je aandacht.")
        .await?;
    page.sees("1 bijeenkomst: van do 8 apr naar do 1 apr")
        .await?;
    for heading in [
        "Nog te vertellen 1",
        "Is dit doorgegaan? 2",
        "Wie er binnenkort niet is 1",
        "Uitnodigingen die de deur uit moeten 1",
        "Is de baby er al? 1",
        "Groepen met weinig gezinnen 1",
        "Gezinnen die wachten 2",
        "Stappen die nu aan de beurt zijn 1",
    ] {
        page.find("main h2", heading).await?;
    }
    // With the keyboard: focus goes on to what is next.
    page.find("main button", "Ja: G1, bijeenkomst 1").await?;
    let focus = "named('main button', 'Ja: G1, bijeenkomst 1').focus(); return true";
    page.script(focus, &[]).await?;
    page.press(&["Enter"]).await?;
    let held = |found: &Vec<Value>| found[0] == json!("held");
    until_stored(page, "bijeenkomst 1 took place", statuses, held).await?;
    let is_next =
        "return nameOf(root()?.activeElement ?? document.body).includes('G1, bijeenkomst 2')";
    page.wait("focus at the next", is_next, &[]).await?;
    page.click("main button", "Nee: G1, bijeenkomst 2").await?;
    let lapsed = |found: &Vec<Value>| found[1] == json!("cancelled");
    until_stored(page, "bijeenkomst 2 did not take place", statuses, lapsed).await?;
    is_gone(page, "Is dit doorgegaan?").await?;
    page.press(&["Control+z"]).await?;
    page.find("main h2", "Is dit doorgegaan? 1").await?;
    page.press(&["Control+y"]).await?;
    is_gone(page, "Is dit doorgegaan?").await?;

    page.click("main button", "Verteld").await?;
    is_gone(page, "Nog te vertellen").await?;
    page.click("main button", "Zet in G1").await?;
    let placed = |plan: &Value| record(&plan["groups"], "id", "G1")["members"].clone();
    let is_in = |found: &Value| {
        found
            .as_array()
            .is_some_and(|all| all.contains(&json!("B1")))
    };
    until_stored(page, "the family is in its group", placed, is_in).await?;
    page.paste("main input[type=date]", "2027-01-17").await?;
    page.script("root().activeElement?.blur(); named('main input[type=date]', '')?.dispatchEvent(new FocusEvent('focusout', { bubbles: true })); return true", &[]).await?;
    let birth = |plan: &Value| record(&plan["enrolments"], "code", "A6")["birth"].clone();
    until_stored(page, "the birth", birth, |found| {
        *found == json!("2027-01-17")
    })
    .await?;
    is_gone(page, "Is de baby er al?").await?;

    // The rest leads to where it is answered.
    page.click("main button", "Maak de uitnodiging").await?;
    page.find("dialog[open] h2", "Uitnodiging voor G2").await?;
    page.press(&["Escape"]).await?;
    page.click("main button", "Er is iets gebeurd").await?;
    page.find("h1", "Wat is er gebeurd?").await?;
    let is_filled = "return all('#replan-first')[0]?.value === '29-3-2027' && all('#replan-last')[0]?.value === '4-4-2027'";
    page.wait("the absence is filled in", is_filled, &[])
        .await?;
    page.click("nav button", "Vandaag").await?;
    page.click("main button", "Naar de stap").await?;
    page.find("h1", "Stappenplan").await?;
    // A tab comes back to its own screen; the plan opens on this one in another.
    page.reload(TODAY).await?;
    page.find("h1", "Stappenplan").await?;
    Ok(())
}

pub async fn nothing_asks_where_nothing_is_to_do(page: &mut Page) -> Outcome {
    page.open_at(360, TODAY).await?;
    let quiet = json!({
        "format": "centering-plan", "version": "1.1",
        "locations": [{"id": "noord", "name": "Noord", "prefix": "NRD"}],
        "people": [{"id": "D1", "alias": "D1"}],
    });
    page.open_file(&quiet.to_string()).await?;
    page.find("h1", "Vandaag").await?;
    page.find("main h2", "Niets vraagt nu je aandacht").await?;
    let is_narrow =
        "return document.documentElement.scrollWidth <= innerWidth && all('.todo').length === 0";
    page.wait("nothing else", is_narrow, &[]).await
}

/// Somebody comes to the planner on this day. The page gives the day with the element: a planner that first reads the clock
/// would have seen the problems on that other day.
async fn comes_back(page: &Page, day: &str) -> Outcome {
    // A page without a content policy, so that the check may put the planner on it.
    page.open("there-is-no-such-page").await?;
    let body = "document.body.innerHTML = ''; const made = document.createElement('centering-planner'); \
        made.setAttribute('today', arguments[0]); made.setAttribute('lang', 'nl'); made.setAttribute('eager', ''); \
        const script = document.createElement('script'); script.type = 'module'; script.src = '/centering-planner.js'; \
        document.body.append(made, script); return true";
    page.script(body, &[json!(day)]).await?;
    page.planner_is_up(day).await
}

/// A problem that comes with the days is new once, and one that is made today is not.
pub async fn a_problem_of_today_is_new_and_one_that_is_made_is_not(page: &mut Page) -> Outcome {
    comes_back(page, "2027-03-15").await?;
    page.open_file(&plan()).await?;
    page.find("main h2", "Is dit doorgegaan? 2").await?;
    let kept = "const text = localStorage.getItem('centering-planner-problems:plan'); return !!text && text.startsWith(arguments[0])";
    page.wait("what there is", kept, &[json!("2027-03-15\n\n")])
        .await?;
    let heading = "Nieuw sinds de vorige dag";
    is_gone(page, heading).await?;
    // A day later nothing came: what there was is still there.
    comes_back(page, TODAY).await?;
    page.find("main h2", "Is dit doorgegaan? 2").await?;
    page.wait("the next day", kept, &[json!("2027-03-16\n\n")])
        .await?;
    is_gone(page, heading).await?;
    // As if one had not been there.
    let forget = "const key = 'centering-planner-problems:plan'; localStorage.setItem(key, '2027-03-15\\n\\n'); return true";
    page.script(forget, &[]).await?;
    comes_back(page, TODAY).await?;
    page.find("main h2", heading).await?;
    comes_back(page, TODAY).await?;
    page.find("main h2", heading).await?;
    Ok(())
}
