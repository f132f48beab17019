//! The step plan: made from a date, followed, changed and undone.

use super::Outcome;
use super::main_job::{record, saved, stored_plan, until_stored};
use super::page::Page;
use serde_json::{Value, json};

/// A Monday on which everybody works.
const START: &str = "4-1-2027";
const TODAY: &str = "2027-01-18";

pub async fn a_step_plan_is_made_followed_and_kept(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.click("button", "Nieuw plan").await?;
    page.paste("#paste", "Code;Geboortedatum;Locatie\nN1;4-7-2026;Noord\n")
        .await?;
    page.click("dialog[open] footer button", "Zet 1 gezin in het plan")
        .await?;
    page.find("h1", "Groepen").await?;
    page.click("nav button", "Stappenplan").await?;
    page.sees("Geen officieel stappenplan van Stichting Centering Nederland")
        .await?;
    page.paste("#steps-date", "31-2-2027").await?;
    page.click("main button", "Maak het stappenplan").await?;
    page.find("main .err", "").await?;
    page.paste("#steps-date", START).await?;
    page.click("main button", "Maak het stappenplan").await?;

    // 515 working days: `docs/domain.md#4.4`. Nothing was done since: all of it counts from today.
    page.sees("0 van 515").await?;
    page.sees("werkdagen vanaf 18 jan 2027").await?;
    page.sees("Het plan zou op 4 januari beginnen").await?;
    page.choose("Stand van Aanleiding en doel", "Klaar").await?;
    let progress = |plan: &Value| record(&plan["steps"]["steps"], "id", "O01")["progress"].clone();
    let is_done = |found: &Value| found["state"] == "done" && found["finished"] == TODAY;
    until_stored(page, "O01 is done today", progress, is_done).await?;
    page.click("button", "Maak ongedaan").await?;
    let is_open = |found: &Value| !is_done(found);
    until_stored(page, "O01 is open again", progress, is_open).await?;

    // What if it takes a week longer: the plan stays as it is until the change is accepted.
    page.click("main button.rowbtn", "Aanleiding en doel")
        .await?;
    page.click("main button", "5 dagen langer").await?;
    page.sees("Het einde van het plan komt 5 werkdagen later.")
        .await?;
    page.click(".movebar button", "Niet doen").await?;
    page.sees("van 515").await?;
    page.click("main button", "5 dagen langer").await?;
    page.click(".movebar button", "Neem over").await?;
    page.sees("van 520").await?;
    page.click("button", "Maak ongedaan").await?;
    page.sees("van 515").await?;

    // Dragging its bar tries a later start, as the button does.
    // In a narrow window the chosen step is a sheet over the chart.
    page.click("main button", "Sluit de stap").await?;
    let bar = ".gantt .ch.drag .hold";
    page.drag(bar, bar, 40.0).await?;
    page.let_go().await?;
    page.sees("5 werkdagen duurt en niet voor").await?;
    page.click(".movebar button", "Niet doen").await?;
    page.click("main button", "Week later").await?;
    page.sees("5 werkdagen duurt en niet voor maandag 25 januari 2027 begint")
        .await?;
    page.sees("Het einde van het plan komt 5 werkdagen later.")
        .await?;
    page.click(".movebar button", "Niet doen").await?;

    // A slip of the pen is named.
    page.click("main button", "Wijzig de stap").await?;
    page.paste("#step-deadline", "1-1-2127").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.find("dialog[open] [role=alert]", "").await?;
    page.paste("#step-deadline", "").await?;

    // The same step twice as long, in its dialog.
    page.paste("#step-duration", "veel").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.find("#step-duration[aria-invalid=true]", "").await?;
    page.paste("#step-duration", "10").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.sees("van 520").await?;

    // One project lead for all steps costs working days; what is of one role can be shown alone.
    page.click("main button", "Sluit de stap").await?;
    page.click("main button", "Rollen").await?;
    page.choose("Mensen tegelijk: projectleider", "1").await?;
    page.sees("werkdagen later.").await?;
    page.click("main button", "Mijn stappen: projectleider")
        .await?;
    page.find("main button.rowbtn", "Werkbezoek").await?;
    page.wait(
        "only the steps of the role are shown",
        "return !named('main button.rowbtn', 'Aanleiding en doel')",
        &[],
    )
    .await?;
    page.click("main button", "Overzicht").await?;
    page.click("main summary", "Pas de schattingen aan").await?;
    page.paste("#estimate-long", "90").await?;
    page.click("main button", "Bewaar de schattingen").await?;
    page.find("#estimate-long[aria-invalid=true]", "").await?;
    page.paste("#estimate-long", "150").await?;
    page.click("main button", "Bewaar de schattingen").await?;
    saved(page).await?;
    let stored = stored_plan(page).await?;
    if stored["steps"]["uncertainty"]["pessimistic_percent"] != 150
        || stored["steps"]["limits"]["project_lead"] != 1
    {
        return Err(format!(
            "limit and estimates are not stored: {}",
            stored["steps"]["limits"]
        )
        .into());
    }

    page.reload(TODAY).await?;
    page.click("nav button", "Stappenplan").await?;
    page.sees("van 520").await?;
    page.click("main button", "Verwijder het stappenplan")
        .await?;
    page.sees("Hoe voer je groepszorg in, en houd je het vast?")
        .await?;
    page.click("button", "Maak ongedaan").await?;
    page.sees("van 520").await
}

pub async fn a_circle_of_a_file_is_mended_and_links_have_days_between(page: &mut Page) -> Outcome {
    page.open_planner("index.html", "2027-01-04").await?;
    let step = |code: &str, after: &str| json!({ "id": code, "title": { "nl": format!("werk {code}") }, "phase": "preparation", "duration": 5, "after": [after] });
    let file = json!({
        "format": "centering-plan", "version": "1.1",
        "steps": { "start": "2027-01-04", "steps": [step("A1", "C1"), step("B1", "A1"), step("C1", "B1")] },
    });
    page.open_file(&file.to_string()).await?;
    page.click("nav button", "Stappenplan").await?;
    page.sees("Deze stappen wachten op elkaar in een kring: ‘werk A1’, ‘werk B1’ en ‘werk C1’.")
        .await?;
    page.find("main button.rowbtn", "werk B1").await?;
    page.click(
        "main button",
        "Haal dit verband weg: ‘werk A1’ wacht op ‘werk C1’",
    )
    .await?;
    page.wait("the circle is mended", "return !all('.mend').length", &[])
        .await?;
    page.sees("van 15").await?;

    // C1 begins two days before B1 is done; then it may not be done on Tuesday the 19th.
    page.click("main button.rowbtn", "werk C1").await?;
    page.click("main button", "Wijzig de stap").await?;
    page.paste("#step-lag-0", "veel").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.find("#step-lag-0[aria-invalid=true]", "").await?;
    page.paste("#step-lag-0", "-2").await?;
    page.paste("#step-deadline", "19-1-2027").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    let link = |plan: &Value| record(&plan["steps"]["steps"], "id", "C1")["after"][0].clone();
    let is_lead = |found: &Value| found["step"] == "B1" && found["lag"] == -2;
    until_stored(page, "C1 overlaps B1", link, is_lead).await?;
    page.sees("B1 werk B1: begint 2 werkdagen voordat die klaar is")
        .await?;
    page.sees("van 13").await?;
    page.sees("‘werk C1’ is pas klaar op 20 januari 2027. Dat moest uiterlijk op 19 januari.")
        .await?;
    page.sees("−1 dag").await?;

    // The circle cannot be made again.
    page.click("main button", "Sluit de stap").await?;
    page.click("main button.rowbtn", "werk A1").await?;
    page.click("main button", "Wijzig de stap").await?;
    page.click("dialog[open] button", "Voeg een verband toe")
        .await?;
    page.choose("Na stap", "C1 werk C1").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.sees("Deze stappen wachten op elkaar in een kring: ‘werk A1’, ‘werk B1’ en ‘werk C1’.")
        .await
}
