//! At 320 CSS pixels the page never scrolls sideways, in every language and screen; wide content scrolls in
//! a box of its own that the keyboard can reach. An iframe stands for windows that cannot be so narrow.

use super::Outcome;
use super::main_job::TODAY;
use super::page::Page;
use serde_json::json;
use std::time::Duration;

const WIDTH: u32 = 320;

pub async fn nothing_scrolls_sideways_at_320_pixels(page: &mut Page) -> Outcome {
    // A page without a content policy, so that the test may put a frame in it.
    page.open("there-is-no-such-page").await?;
    let frame = "document.body.innerHTML = ''; const frame = document.createElement('iframe'); frame.src = '/index.html'; \
        frame.width = arguments[0]; frame.height = 800; frame.style.border = '0'; frame.title = 'narrow'; \
        document.body.append(frame); return true";
    page.client().execute(frame, vec![json!(WIDTH)]).await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    page.client().enter_frame(0).await?;
    page.planner_is_up(TODAY).await?;
    fits(page, "start").await?;
    page.click("button", "Nieuw plan").await?;
    page.paste("#paste", "Code;Geboortedatum;Locatie\nNRD-1;31-2-2027;Noord\nNRD-2;4-1-2027;Een locatie met een erg lange naam en nog langer\n")
        .await?;
    page.sees("1 gezin gelezen").await?;
    fits(page, "list dialog").await?;
    page.click("dialog[open] footer button", "Niet doen")
        .await?;
    page.click("button", "Bekijk het voorbeeld").await?;
    for screen in [
        "Instroom",
        "Groepen",
        "Rooster",
        "Team",
        "Stappenplan",
        "Borging",
        "Problemen",
    ] {
        page.click("nav button", screen).await?;
        page.find("h1", screen).await?;
        fits(page, screen).await?;
    }
    page.click("nav button", "Rooster").await?;
    for layer in ["Jeugdarts", "Prikken (RVP)", "Spreekuur", "Inhaalafspraken"] {
        page.click("main .layers label", layer).await?;
    }
    for view in ["Maand", "Week", "Agenda", "Tabel", "Jaar"] {
        page.click("main .seg button", view).await?;
        fits(page, view).await?;
    }
    page.click("main button", "Er is iets gebeurd").await?;
    page.click("main button", "Bewaar als variant").await?;
    page.sees("Alle data zijn gelijk").await?;
    fits(page, "variants").await?;
    // It would lie over the foot of the page.
    page.click("button", "Sluit deze melding").await?;
    page.click("button", "English").await?;
    for screen in [
        "Intake",
        "Groups",
        "Schedule",
        "Team",
        "Step plan",
        "Assurance",
        "Problems",
    ] {
        page.click("nav button", screen).await?;
        page.find("h1", screen).await?;
        fits(page, screen).await?;
    }
    page.click("nav button", "Assurance").await?;
    for part in ["Success factors", "Self-study"] {
        page.click("main button", part).await?;
        fits(page, part).await?;
    }
    page.click("nav button", "Step plan").await?;
    page.click("main button.rowbtn", "Train a second batch")
        .await?;
    page.sees("What if?").await?;
    fits(page, "the chosen step").await?;
    for part in ["Roles", "Your groups"] {
        page.click("main button", part).await?;
        fits(page, part).await?;
    }
    Ok(())
}

/// Nothing is wider than the window, but for what lies in a scrolling box that takes focus.
async fn fits(page: &Page, screen: &str) -> Outcome {
    let body = "const wide = document.documentElement.scrollWidth - innerWidth; \
        const boxes = all('*').filter((box) => box.scrollWidth > box.clientWidth + 1 && isShown(box) && /auto|scroll/.test(getComputedStyle(box).overflowX)); \
        const unreachable = boxes.filter((box) => box.tabIndex < 0 && !box.matches('textarea, input, select, dialog, dialog *')).map((box) => box.className); \
        const culprits = wide > 0 ? all('*').filter((element) => element.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map((element) => `${element.localName}.${element.className.baseVal ?? element.className}`) : []; \
        return { wide, unreachable, culprits }";
    let found = page.script(body, &[]).await?;
    if found["wide"].as_i64().unwrap_or(1) > 0 {
        return Err(format!(
            "{screen} is {} px too wide: {}",
            found["wide"], found["culprits"]
        )
        .into());
    }
    if found["unreachable"] != json!([]) {
        return Err(format!(
            "{screen} has scrolling boxes the keyboard cannot reach: {}",
            found["unreachable"]
        )
        .into());
    }
    Ok(())
}
