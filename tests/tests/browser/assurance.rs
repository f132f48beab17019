//! Borging: a measurement filled in and compared, an answer that changes a light, a checklist that keeps its
//! ticks, and undo of each.

use super::main_job::{TODAY, record, saved, stored_plan, until_stored};
use super::page::Page;
use super::{Failure, Outcome};
use centering_tests::scenario::Absence;
use serde_json::{Value, json};

const SCENARIO_9: &str = include_str!("../../scenarios/09-begeleider-valt-uit.txt");

pub async fn group_care_is_measured_asked_and_ticked(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_example().await?;
    page.click("nav button", "Borging").await?;
    page.find("h1", "Borging").await?;
    an_answer_changes_its_light(page).await?;
    a_red_light_names_a_step(page).await?;
    a_measurement_is_filled_in_and_compared(page).await?;
    a_checklist_keeps_its_ticks(page).await
}

/// Scenario 9 of `docs/domain.md` as a coordinator sees it.
pub async fn who_drops_out_is_named_with_what_comes_short(page: &mut Page) -> Outcome {
    let scenario = Absence::read(SCENARIO_9)?;
    page.open_planner("index.html", "2027-02-14").await?;
    let stored = format!("centering-planner/1 1 1\n{}", scenario.document());
    let body = "localStorage.setItem('centering-planner:plan', arguments[0]); return true";
    page.script(body, &[json!(stored)]).await?;
    page.reload("2027-02-14").await?;
    page.click("nav button", "Borging").await?;
    light(page, "Resilience", "error").await?;
    let kept = "return root().querySelector('[data-key=Resilience]').innerText.includes('75 %')";
    page.wait("the resilience is 75 %", kept, &[]).await?;
    for words in [
        "Train iemand die op donderdagochtend kan werken in Noord. Dan houdt 100 % van de bijeenkomsten twee begeleiders",
        "C1 bij G1 (4×)",
        "B1 bij G3 (4×)",
        "G2: do 25 feb, do 18 mrt, do 22 apr, do 3 jun",
        "12 van 16",
        "16 van 16",
    ] {
        page.sees(words).await?;
    }
    Ok(())
}

/// Waits until the light of an indicator is `ok`, `warn`, `error` or `none`.
async fn light(page: &Page, indicator: &str, light: &str) -> Outcome {
    let body =
        "return root().querySelector(`[data-key=${arguments[0]}] .st`)?.className ?? 'missing'";
    let arguments = [json!(indicator)];
    let see = async || page.script(body, &arguments).await;
    let wanted = format!("st {light}");
    let what = format!("{indicator} is {light}");
    let found = page.until(&what, see, |shown| *shown == wanted).await;
    found.map(drop)
}

async fn an_answer_changes_its_light(page: &mut Page) -> Outcome {
    light(page, "CoordinatorWithBackup", "ok").await?;
    let question = "Is er een coördinator met een benoemde vervanger?";
    page.choose(question, "nee").await?;
    light(page, "CoordinatorWithBackup", "error").await?;
    saved(page).await?;
    let answers = stored_plan(page).await?["assurance"]["answers"].clone();
    if answers["coordinator_with_backup"] != json!(false) {
        return Err(format!("the answer is not stored: {answers}").into());
    }
    page.click("button", "Maak ongedaan").await?;
    light(page, "CoordinatorWithBackup", "ok").await?;
    // An evaluation that is to come cannot have been held.
    page.paste("#ask-evaluated", "1-1-2199").await?;
    page.click("main button", "Bewaar de antwoorden").await?;
    page.find("#ask-evaluated[aria-invalid=true]", "").await?;
    page.paste("#ask-evaluated", "1-2-2026").await?;
    page.click("main button", "Bewaar de antwoorden").await?;
    light(page, "Evaluated", "error").await
}

async fn a_red_light_names_a_step(page: &mut Page) -> Outcome {
    // Kerkplein has two begeleiders: nobody stands in for either of them.
    page.sees("Wie wordt het meest gemist?").await?;
    light(page, "Resilience", "error").await?;
    page.click("main button", "Zet in stappenplan: Voor elk vast dagdeel")
        .await?;
    page.sees("Stap ‘Voor elk vast dagdeel een vervanger afspreken’ in het stappenplan gezet")
        .await?;
    page.sees("Staat in je stappenplan").await?;
    let read = |plan: &Value| record(&plan["steps"]["steps"], "id", "M02").clone();
    until_stored(page, "M02 is a step", read, Value::is_object).await?;
    page.click("main button", "Bewaar de stand van vandaag")
        .await?;
    saved(page).await?;
    let plan = stored_plan(page).await?;
    if plan["assurance"]["history"]["2027-03-16"]["known"]["resilience"][0] != json!("red") {
        return Err(format!("the day is not kept: {}", plan["assurance"]["history"]).into());
    }
    Ok(())
}

async fn a_measurement_is_filled_in_and_compared(page: &mut Page) -> Outcome {
    page.click("main button", "Succesfactoren").await?;
    page.click("main button", "Begin een meting").await?;
    page.choose("Rol", "planner").await?;
    page.click("main button", "Voeg deze rol toe").await?;
    page.click("main button", "Ga verder: Planner").await?;
    page.sees("0 van 35 beantwoord").await?;
    for factor in 1..=7 {
        page.sees(&format!("Factor {factor} van 7")).await?;
        if factor == 2 {
            // Stopped and taken up again: it goes on at the first open statement.
            page.click("main button", "Indicatoren").await?;
            page.click("main button", "Zelfstudie").await?;
            page.sees("Factor 2 van 7").await?;
        }
        for statement in 1..=5 {
            answer(page, factor, statement, 4).await?;
        }
        let words = if factor < 7 {
            "Volgende factor"
        } else {
            "Klaar: bekijk de uitkomst"
        };
        page.click("main button", words).await?;
    }
    page.sees("35 van 35 beantwoord").await?;
    // Beside the measurement of February 2027, in which Financieren scored 2.1.
    page.sees("Verandering").await?;
    let shown = row(page, "Financieren").await?;
    if !(shown.contains("4,0") && shown.contains("2,1") && shown.contains("+2,0")) {
        return Err(format!("the measurements are not beside each other: {shown}").into());
    }
    page.click("button", "Maak ongedaan").await?;
    page.sees("34 van 35 beantwoord").await
}

/// Chooses a score of a statement.
async fn answer(page: &mut Page, factor: u32, statement: u32, points: usize) -> Outcome {
    // With the pointer: WebKit does not tick what a script clicks just after a real click.
    let label = format!("main label:has(input[name$='KSF{factor}-{statement}'])");
    page.click(&label, &points.to_string()).await
}

/// The text of the row of the heat table with this heading.
async fn row(page: &Page, heading: &str) -> Result<String, Failure> {
    let body = "const rows = [...root().querySelectorAll('.heat tbody tr')]; \
        const row = rows.find((one) => one.querySelector('th').innerText.trim() === arguments[0]); return row?.innerText ?? ''";
    let found: Value = page.script(body, &[json!(heading)]).await?;
    Ok(found.as_str().unwrap_or_default().to_owned())
}

async fn a_checklist_keeps_its_ticks(page: &mut Page) -> Outcome {
    page.click("nav button", "Stappenplan").await?;
    page.click("main button", "Voorbereiding").await?;
    page.click("main button.rowbtn", "Wervingsaanpak").await?;
    page.sees("7 van 11").await?;
    page.click(".ticks label.check", "Vertel ouders welke losse")
        .await?;
    page.sees("8 van 11").await?;
    page.paste("#own-recruitment", "Hang de poster op").await?;
    page.click(".checklist button", "Voeg toe").await?;
    page.sees("8 van 12").await?;
    saved(page).await?;
    page.reload(TODAY).await?;
    page.click("nav button", "Stappenplan").await?;
    page.click("main button", "Voorbereiding").await?;
    page.click("main button.rowbtn", "Wervingsaanpak").await?;
    page.sees("8 van 12").await?;
    page.sees("Hang de poster op").await?;
    page.click(".ticks label.check", "Hang de poster op")
        .await?;
    page.sees("9 van 12").await?;
    page.click("button", "Maak ongedaan").await?;
    page.sees("8 van 12").await
}
