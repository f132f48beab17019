//! Long lists on paper: what is drawn only in part on the screen is printed whole.

use super::Outcome;
use super::main_job::{saved, stored_plan};
use super::page::Page;
use serde_json::json;

const TODAY: &str = "2027-01-20";
const FAMILIES: u64 = 300;

pub async fn every_row_is_on_paper(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    let rows = (0..FAMILIES).map(|number| format!("N{number};{}-1-2027;Noord\n", number % 19 + 1));
    let list = format!("Code;Geboortedatum;Locatie\n{}", rows.collect::<String>());
    page.click("button", "Nieuw plan").await?;
    page.paste("#paste", &list).await?;
    page.click("dialog[open] footer button", "Zet 300 gezinnen in het plan")
        .await?;
    page.find("h1", "Groepen").await?;
    page.click("nav button", "Instroom").await?;
    page.find("h1", "Instroom").await?;
    let few = "return all('.itable [data-row]').length > 0 && all('.itable [data-row]').length < arguments[0]";
    page.wait("a part of the rows is drawn", few, &[json!(FAMILIES)])
        .await?;
    // In one task, as the browser does it: between the event and the paper nothing else runs.
    let print = "window.dispatchEvent(new Event('beforeprint')); \
        return [all('.itable [data-row]').length, all('.itable .gap').length]";
    let drawn = page.script(print, &[]).await?;
    if drawn != json!([FAMILIES, 0]) {
        return Err(format!("rows and gaps on paper: {drawn}").into());
    }
    page.script(
        "window.dispatchEvent(new Event('afterprint')); return true",
        &[],
    )
    .await?;
    page.wait("the screen is as it was", few, &[json!(FAMILIES)])
        .await
}

pub async fn steps_and_groups_are_whole_on_paper(page: &mut Page) -> Outcome {
    page.open_planner("index.html", "2026-07-01").await?;
    page.open_example().await?;
    saved(page).await?;
    let plan = stored_plan(page).await?;
    let count = |list: &serde_json::Value| list.as_array().map_or(0, Vec::len);
    let (groups, steps) = (count(&plan["groups"]), count(&plan["steps"]["steps"]));
    for (screen, rows, wanted) in [
        (
            "Groepen",
            "main .panel [data-row], main table tbody tr",
            groups,
        ),
        ("Rooster", ".yline", groups),
        ("Stappenplan", ".gantt tbody .rowbtn", steps),
    ] {
        page.click("nav button", screen).await?;
        page.find("h1", screen).await?;
        let body = "window.dispatchEvent(new Event('beforeprint')); \
            const drawn = all(arguments[0]).length; const gaps = all('main .gap').filter((gap) => gap.tagName !== 'rect').length; \
            window.dispatchEvent(new Event('afterprint')); return [drawn, gaps]";
        let seen = page.script(body, &[json!(rows)]).await?;
        if seen[0].as_u64().is_none_or(|drawn| drawn < wanted as u64) || seen[1] != json!(0) {
            return Err(format!("{screen} on paper: rows and gaps {seen}, wanted {wanted}").into());
        }
    }
    Ok(())
}
