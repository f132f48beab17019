//! The step plan: made from a date, followed, changed and undone.

use super::main_job::{saved, stored_plan};
use super::page::Page;
use super::{Failure, Outcome};
use serde_json::Value;

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

    // 515 working days: domain facts, section 4.4.
    page.sees("van 515").await?;
    page.sees("stappen klaar").await?;
    page.choose("Stand van O01", "Klaar").await?;
    page.sees("stap klaar").await?;
    saved(page).await?;
    let step = step(page, "O01").await?;
    if step["progress"]["state"] != "done" || step["progress"]["finished"] != TODAY {
        return Err(format!("the step is not stored as done today: {step}").into());
    }
    page.click("button", "Maak ongedaan").await?;
    page.sees("stappen klaar").await?;

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
    page.sees("5 werkdagen duurt en niet voor maandag 11 januari 2027 begint")
        .await?;
    page.sees("Het einde van het plan komt 5 werkdagen later.")
        .await?;
    page.click(".movebar button", "Niet doen").await?;

    // A slip of the pen is named.
    page.click("main button", "Wijzig de stap").await?;
    page.paste("#step-deadline", "1-1-2127").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.sees("ligt te ver weg").await?;
    page.paste("#step-deadline", "").await?;

    // The same step twice as long, in its dialog.
    page.paste("#step-duration", "veel").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.sees("Schrijf een heel getal van 0 tot en met 10000.")
        .await?;
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
    page.click("main button", "Eén pagina").await?;
    page.click("main summary", "Pas de schattingen aan").await?;
    page.paste("#estimate-long", "90").await?;
    page.click("main button", "Bewaar de schattingen").await?;
    page.sees("Schrijf een heel getal van 100 tot en met 1000.")
        .await?;
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

/// A step of the stored plan.
async fn step(page: &Page, id: &str) -> Result<Value, Failure> {
    let plan = stored_plan(page).await?;
    let steps = plan["steps"]["steps"].as_array().cloned();
    let mut steps = steps.unwrap_or_default().into_iter();
    steps
        .find(|step| step["id"] == id)
        .ok_or_else(|| format!("no step {id} is stored").into())
}
