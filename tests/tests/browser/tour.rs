//! A walk past every screen and every dialog: empty, with a fault, with the example, with problems. Each check
//! that must hold everywhere looks at all of them, so that there is one list to keep.

use super::Outcome;
use super::page::Page;

/// The dialogs of the file menu.
const FILE_DIALOGS: &[&str] = &[
    "Voeg een lijst toe",
    "Voeg een gezin toe",
    "Geef het plan een naam",
    "Bijeenkomstenschema",
    "Nieuw plan",
    "Wis alles in deze browser",
];
const SCREENS: [&str; 8] = [
    "Vandaag",
    "Instroom",
    "Groepen",
    "Rooster",
    "Team",
    "Stappenplan",
    "Borging",
    "Problemen",
];
const SCREENS_EN: [&str; 8] = [
    "Today",
    "Intake",
    "Groups",
    "Schedule",
    "Team",
    "Step plan",
    "Assurance",
    "Problems",
];
/// A worker that tells how far it is and never ends.
const SLOW_WORKER: &str = "window.Worker = class Worker extends EventTarget { \
    constructor() { super(); this.timer = setInterval(() => this.dispatchEvent(new MessageEvent('message', { data: '0 400 1000 0 0 5000 4800' })), 300); } \
    postMessage() {} terminate() { clearInterval(this.timer); } }; return true";

/// What is done at a screen: gets the page and the name of the screen.
pub trait Visit: AsyncFn(&Page, &str) -> Outcome {}
impl<T: AsyncFn(&Page, &str) -> Outcome> Visit for T {}

/// All in Dutch, from the start screen of an empty planner on; ends with the example.
pub async fn everything(page: &mut Page, visit: &impl Visit) -> Outcome {
    visit(page, "start").await?;
    without_groups(page, visit).await?;
    page.click("button", "Bestand").await?;
    visit(page, "file menu").await?;
    page.click("button", "Bekijk het voorbeeld").await?;
    visit(page, "dialog before another plan").await?;
    page.click("dialog[open] footer button", "Ga door").await?;
    page.find("h1", "Vandaag").await?;
    // It would lie over what is clicked next.
    page.without_message().await?;
    roster(page, visit).await?;
    steps(page, visit).await?;
    assurance(page, visit).await?;
    screens(page, SCREENS, "example", visit).await?;
    intake(page, visit).await?;
    team(page, visit).await?;
    groups(page, visit).await?;
    frame(page, visit).await
}

/// The screens of the example again in English.
pub async fn in_english(page: &mut Page, when: &str, visit: &impl Visit) -> Outcome {
    // A message would lie over the foot of the page.
    page.without_message().await?;
    page.click("button", "English").await?;
    screens(page, SCREENS_EN, when, visit).await
}

async fn screens(page: &mut Page, names: [&str; 8], when: &str, visit: &impl Visit) -> Outcome {
    for name in names {
        page.click("nav button", name).await?;
        page.find("h1", name).await?;
        visit(page, &format!("{name}, {when}")).await?;
    }
    Ok(())
}

/// Opens a dialog with this button of the screen, looks, and closes it.
async fn dialog(page: &mut Page, button: &str, visit: &impl Visit) -> Outcome {
    page.click("main button", button).await?;
    page.find("dialog[open] h2", "").await?;
    visit(page, button).await?;
    page.click("dialog[open] footer button", "Niet doen").await
}

async fn without_groups(page: &mut Page, visit: &impl Visit) -> Outcome {
    page.click("button", "Nieuw plan").await?;
    page.paste("#paste", "Code;Geboortedatum;Locatie\nNRD-1;31-2-2027;Noord\nNRD-2;4-1-2027;Een locatie met een erg lange naam en nog langer\n")
        .await?;
    page.sees("1 gezin gelezen").await?;
    visit(page, "list dialog with a fault").await?;
    page.click("dialog[open] footer button", "Zet 1 gezin in het plan")
        .await?;
    page.find("h1", "Groepen").await?;
    visit(page, "one family and no group").await?;
    for screen in SCREENS.into_iter().filter(|screen| *screen != "Groepen") {
        page.click("nav button", screen).await?;
        page.find("h1", screen).await?;
        visit(page, &format!("{screen} without groups")).await?;
    }
    Ok(())
}

async fn roster(page: &mut Page, visit: &impl Visit) -> Outcome {
    page.click("nav button", "Rooster").await?;
    for layer in ["Jeugdarts", "Prikken (RVP)", "Spreekuur", "Inhaalafspraken"] {
        page.click("main .layers label", layer).await?;
    }
    visit(page, "year with all layers").await?;
    for view in ["Maand", "Week", "Agenda", "Tabel"] {
        page.click("main .seg button", view).await?;
        visit(page, &format!("roster, {view} with all layers")).await?;
    }
    page.click("main table.roster button.rowbtn", "").await?;
    page.find("aside h2", "").await?;
    visit(page, "roster with a chosen bijeenkomst").await?;
    page.click("main .seg button", "Jaar").await?;
    page.click("main button", "Er is iets gebeurd").await?;
    page.click("main button", "Bewaar als variant").await?;
    page.sees("Alle datums zijn gelijk").await?;
    page.choose("Wie?", "BG-2, begeleider").await?;
    page.paste("#replan-last", "31-7-2027").await?;
    page.click("main button", "Zoek de wijzigingen").await?;
    page.sees("Wijzigingen").await?;
    visit(page, "re-plan assistant").await
}

async fn steps(page: &mut Page, visit: &impl Visit) -> Outcome {
    page.click("nav button", "Stappenplan").await?;
    page.find("table", "Stappenplan").await?;
    dialog(page, "Voeg een stap toe", visit).await?;
    page.click("main button", "Overzicht").await?;
    visit(page, "step plan on one page").await?;
    for part in ["Rollen", "Je groepen"] {
        page.click("main button", part).await?;
        visit(page, &format!("step plan, {part}")).await?;
    }
    page.click("main button", "Fasen").await?;
    page.click("main button.rowbtn", "Tweede lichting").await?;
    page.click("main button", "5 dagen langer").await?;
    page.sees("einde van het plan").await?;
    visit(page, "a chosen step and what if").await
}

async fn assurance(page: &mut Page, visit: &impl Visit) -> Outcome {
    page.click("nav button", "Borging").await?;
    page.click("main button", "Pas de normen aan").await?;
    visit(page, "indicators with their limits").await?;
    for part in ["Succesfactoren", "Zelfstudie"] {
        page.click("main button", part).await?;
        visit(page, &format!("borging, {part}")).await?;
    }
    Ok(())
}

async fn intake(page: &mut Page, visit: &impl Visit) -> Outcome {
    page.click("nav button", "Instroom").await?;
    dialog(page, "Neem een CenteringZwangerschap-groep over", visit).await?;
    dialog(page, "Plak datums van groepen", visit).await?;
    for view in ["Verwachte geboorten", "Werving"] {
        page.click("main button", view).await?;
        visit(page, view).await?;
    }
    Ok(())
}

async fn team(page: &mut Page, visit: &impl Visit) -> Outcome {
    page.click("nav button", "Team").await?;
    for button in [
        "Stel vaste dagdelen voor",
        "Voeg iemand toe",
        "Plak een team",
        "Voeg een vast dagdeel toe: maandagochtend",
    ] {
        dialog(page, button, visit).await?;
    }
    page.click("main button", "Voeg een ruimte toe").await?;
    page.click("dialog[open] button", "Voeg dagen toe").await?;
    visit(page, "a room that is closed for some days").await?;
    page.click("dialog[open] footer button", "Niet doen").await
}

async fn groups(page: &mut Page, visit: &impl Visit) -> Outcome {
    page.click("nav button", "Groepen").await?;
    page.click("main button.rowbtn", "NRD-2027-01-1").await?;
    visit(page, "a chosen group").await?;
    dialog(page, "Voeg samen met", visit).await?;
    dialog(page, "Vul in wanneer ze waren", visit).await?;
    page.click("main button", "Splits de groep").await?;
    page.click("dialog[open] label.check", "NRD-").await?;
    page.find("dialog[open] td", "").await?;
    visit(page, "split dialog with its consequences").await?;
    page.click("dialog[open] footer button", "Niet doen")
        .await?;
    page.script(SLOW_WORKER, &[]).await?;
    page.click("main button", "Maak een nieuw voorstel").await?;
    page.find("dialog[open] progress", "").await?;
    visit(page, "progress of long work").await?;
    page.click("dialog[open] footer button", "Niet doen").await
}

/// What can be reached from every screen.
async fn frame(page: &mut Page, visit: &impl Visit) -> Outcome {
    for title in FILE_DIALOGS {
        page.click("button", "Bestand").await?;
        page.click("#file-menu button", title).await?;
        page.find("dialog[open] h2", "").await?;
        visit(page, title).await?;
        page.click("dialog[open] footer button", "Niet doen")
            .await?;
    }
    page.click("nav button", "Instellingen").await?;
    page.find("dialog[open] h2", "").await?;
    visit(page, "settings").await?;
    page.click("dialog[open] button", "Wijzig Noord").await?;
    page.find("dialog[open] h2", "Locatie Noord").await?;
    visit(page, "one location").await?;
    for _ in 0..2 {
        page.click("dialog[open] footer button", "Niet doen")
            .await?;
    }
    page.click("header button", "Zoek").await?;
    page.paste("dialog[open] #search-words", "nrd").await?;
    page.find("dialog[open] h3", "Gezinnen").await?;
    visit(page, "search").await?;
    page.press(&["Escape"]).await?;
    for (button, name) in [
        ("Hulp en sneltoetsen", "help"),
        ("Zo gaan we om met gegevens", "privacy"),
    ] {
        page.click("button", button).await?;
        page.find("dialog[open] h2", "").await?;
        visit(page, name).await?;
        page.press(&["Escape"]).await?;
        page.wait("the dialog is closed", "return !topDialog()", &[])
            .await?;
    }
    Ok(())
}
