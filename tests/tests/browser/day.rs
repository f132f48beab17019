//! The day the planner counts from follows the clock of the browser.

use super::Outcome;
use super::main_job::{saved, stored_plan};
use super::page::Page;
use serde_json::json;

/// Eight families of whom a group would begin at the end of March, and still can in April.
const LIST: &str = "Code;Geboortedatum;Locatie\nN1;12-2-2027;Noord\nN2;13-2-2027;Noord\nN3;14-2-2027;Noord\nN4;15-2-2027;Noord\n\
    N5;16-2-2027;Noord\nN6;17-2-2027;Noord\nN7;18-2-2027;Noord\nN8;19-2-2027;Noord\n";

/// Sets the clock of the browser; from then on it goes on by itself.
async fn set_clock(page: &Page, time: &str) -> Outcome {
    let body = "window.RealDate ??= Date; const Real = window.RealDate; const shift = new Real(arguments[0]).getTime() - Real.now(); \
        window.Date = class extends Real { \
            constructor(...words) { words.length ? super(...words) : super(Real.now() + shift); } \
            static now() { return Real.now() + shift; } }; \
        planner().removeAttribute('today'); return true";
    page.script(body, &[json!(time)]).await?;
    Ok(())
}

/// The browser tells that the page is seen again.
async fn look_again(page: &Page) -> Outcome {
    let body = "document.dispatchEvent(new Event('visibilitychange')); return true";
    page.script(body, &[]).await?;
    Ok(())
}

pub async fn today_is_today_after_midnight(page: &mut Page) -> Outcome {
    page.open_planner("index.html", "2027-02-28").await?;
    set_clock(page, "2027-02-28T12:00:00").await?;
    page.click("button", "Nieuw plan").await?;
    page.paste("#paste", LIST).await?;
    page.click("dialog[open] label", "Maak meteen").await?;
    page.click("dialog[open] footer button", "in het plan")
        .await?;
    page.find("h1", "Groepen").await?;
    saved(page).await?;
    // The tab stays open for a month, and the first thing that happens is a proposal.
    set_clock(page, "2027-04-01T09:00:00").await?;
    page.click("main button", "Maak een voorstel").await?;
    page.find("main button.rowbtn", "NOO-2027-02-1").await?;
    saved(page).await?;
    let plan = stored_plan(page).await?;
    let first = plan["groups"][0]["sessions"][0]["date"].clone();
    let date = first.as_str().unwrap_or("9999-12-31");
    if date < "2027-04-01" {
        return Err(format!("a proposal of 1 April begins on {date}").into());
    }
    page.click("main button.rowbtn", "NOO-2027-02-1").await?;
    page.click("aside button", "Maak de uitnodiging").await?;
    page.click("dialog[open] footer button", "Ouders weten deze datums")
        .await?;
    page.press(&["Escape"]).await?;
    saved(page).await?;
    // Seen again on another day: what lies behind that day is told without any edit.
    set_clock(page, "2028-12-31T09:00:00").await?;
    look_again(page).await?;
    page.sees("Afgerond").await?;
    // Midnight while a week is looked at.
    set_clock(page, "2027-03-31T12:00:00").await?;
    look_again(page).await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    page.click("main .seg button", "Week").await?;
    today_is(page, "31").await?;
    set_clock(page, "2027-03-31T23:59:58").await?;
    look_again(page).await?;
    today_is(page, "1").await
}

/// Waits until the week marks this day of the month as today.
async fn today_is(page: &Page, day: &str) -> Outcome {
    let body = "const shown = all('.day.today h3 span')[0]?.textContent.match(/\\d+/)?.[0]; return shown === arguments[0]";
    page.wait(&format!("today is the {day}"), body, &[json!(day)])
        .await
}

pub async fn days_are_those_of_the_place_in_the_east(page: &mut Page) -> Outcome {
    days_are_those_of_the_place(page, -13).await
}

pub async fn days_are_those_of_the_place_in_the_west(page: &mut Page) -> Outcome {
    days_are_those_of_the_place(page, 8).await
}

/// In a zone so many hours behind the time of Greenwich in winter: days of a plan are counted over both changes of the
/// clock in Europe, and today is the day of the place, just after midnight and just before it.
async fn days_are_those_of_the_place(page: &mut Page, hours: i64) -> Outcome {
    page.open_planner("index.html", "2027-03-22").await?;
    let zone = "return new Date(2027, 0, 15).getTimezoneOffset() / 60";
    let found = page.script(zone, &[]).await?;
    if found != json!(hours) {
        return Err(format!("the browser is {found} hours behind, not {hours}").into());
    }
    // Ten working days from the Monday before the change to summer time, Easter Monday not among them; and in autumn.
    for (start, last) in [("2027-03-22", "5 apr 2027"), ("2027-10-25", "5 nov 2027")] {
        let step = json!({ "id": "A1", "title": { "nl": "werk" }, "phase": "preparation", "duration": 10, "after": [] });
        let file = json!({
            "format": "centering-plan", "version": "1.1", "today": start,
            "steps": { "start": start, "steps": [step] },
        });
        page.script(
            "localStorage.clear(); sessionStorage.clear(); return true",
            &[],
        )
        .await?;
        page.open_planner("index.html", start).await?;
        page.open_file(&file.to_string()).await?;
        page.click("nav button", "Stappenplan").await?;
        page.sees(last).await?;
        saved(page).await?;
    }
    page.script(
        "localStorage.clear(); sessionStorage.clear(); return true",
        &[],
    )
    .await?;
    page.open_planner("index.html", "2027-02-28").await?;
    page.click("button", "Nieuw plan").await?;
    page.paste("#paste", LIST).await?;
    page.click("dialog[open] footer button", "in het plan")
        .await?;
    page.find("h1", "Groepen").await?;
    set_clock(page, "2027-03-31T12:00:00").await?;
    look_again(page).await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    page.click("main .seg button", "Week").await?;
    for time in ["2027-03-31T00:05:00", "2027-03-31T23:50:00"] {
        set_clock(page, time).await?;
        look_again(page).await?;
        today_is(page, "31").await?;
    }
    Ok(())
}
