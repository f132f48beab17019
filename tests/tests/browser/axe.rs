//! axe-core finds no violation of WCAG 2.2 AA on any screen: empty, with the example, with problems, and
//! with each dialog open, light and dark, Dutch and English.

use super::Outcome;
use super::main_job::TODAY;
use super::page::Page;
use serde_json::{Value, json};

/// The dialogs of the file menu, and the words of a button that closes each.
const DIALOGS: &[(&str, &str)] = &[
    ("Voeg een lijst toe", "Niet doen"),
    ("Voeg een gezin toe", "Niet doen"),
    ("Geef het plan een naam", "Niet doen"),
    ("Instellingen", "Niet doen"),
    ("Bijeenkomstenschema", "Niet doen"),
    ("Nieuw plan", "Niet doen"),
    ("Wis alles in deze browser", "Niet doen"),
];

pub async fn every_screen_and_dialog_passes_axe(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    load_axe(page).await?;
    passes(page, "start").await?;
    page.click("button", "Nieuw plan").await?;
    page.paste(
        "#paste",
        "Code;Geboortedatum;Locatie\nNRD-1;31-2-2027;Noord\nNRD-2;4-1-2027;Noord\n",
    )
    .await?;
    page.sees("1 gezin gelezen").await?;
    passes(page, "list dialog with a fault").await?;
    page.click("dialog[open] footer button", "Zet 1 gezin in het plan")
        .await?;
    page.find("h1", "Groepen").await?;
    passes(page, "one family and no group").await?;
    for screen in [
        "Instroom",
        "Rooster",
        "Team",
        "Stappenplan",
        "Borging",
        "Problemen",
    ] {
        page.click("nav button", screen).await?;
        page.find("h1", screen).await?;
        passes(page, &format!("{screen} without groups")).await?;
    }
    page.click("button", "Bestand").await?;
    passes(page, "file menu").await?;
    page.click("button", "Bekijk het voorbeeld").await?;
    page.click("dialog[open] footer button", "Ga door").await?;
    page.find("h1", "Groepen").await?;
    page.click("nav button", "Rooster").await?;
    for layer in ["Jeugdarts", "Prikken (RVP)", "Spreekuur", "Inhaalafspraken"] {
        page.click("main .layers label", layer).await?;
    }
    passes(page, "year with all layers").await?;
    for view in ["Maand", "Week", "Agenda", "Tabel"] {
        page.click("main .seg button", view).await?;
        passes(page, &format!("roster, {view} with all layers")).await?;
    }
    page.click("main .seg button", "Jaar").await?;
    page.click("main button", "Er is iets gebeurd").await?;
    page.click("main button", "Bewaar als variant").await?;
    page.sees("Alle data zijn gelijk").await?;
    page.choose("Wie?", "BG-2, begeleider").await?;
    page.paste("#replan-last", "31-7-2027").await?;
    page.click("main button", "Zoek de wijzigingen").await?;
    page.sees("Wijzigingen").await?;
    passes(page, "re-plan assistant").await?;
    page.click("nav button", "Stappenplan").await?;
    page.find("table", "Stappenplan").await?;
    page.click("main button", "Eén pagina").await?;
    passes(page, "step plan on one page").await?;
    for part in ["Rollen", "Je groepen"] {
        page.click("main button", part).await?;
        passes(page, &format!("step plan, {part}")).await?;
    }
    page.click("main button", "Fasen").await?;
    page.click("main button.rowbtn", "Tweede lichting").await?;
    page.click("main button", "5 dagen langer").await?;
    page.sees("einde van het plan").await?;
    passes(page, "a chosen step and what if").await?;
    page.click("nav button", "Borging").await?;
    page.click("main button", "Pas de normen aan").await?;
    passes(page, "indicators with their limits").await?;
    for part in ["Succesfactoren", "Zelfstudie"] {
        page.click("main button", part).await?;
        passes(page, &format!("borging, {part}")).await?;
    }
    let screens_nl = [
        "Instroom",
        "Groepen",
        "Rooster",
        "Team",
        "Stappenplan",
        "Borging",
        "Problemen",
    ];
    screens(page, screens_nl, "example").await?;
    page.click("nav button", "Stappenplan").await?;
    dialog(page, "Voeg een stap toe").await?;
    page.click("nav button", "Instroom").await?;
    dialog(page, "Neem een CenteringZwangerschap-groep over").await?;
    for view in ["Verwachte geboorten", "Werving"] {
        page.click("main button", view).await?;
        passes(page, view).await?;
    }
    page.click("nav button", "Team").await?;
    dialog(page, "Stel vaste dagdelen voor").await?;
    dialog(page, "Voeg iemand toe").await?;
    dialog(page, "Voeg een ruimte toe").await?;
    dialog(page, "Voeg een vast dagdeel toe: maandagochtend").await?;
    page.click("nav button", "Groepen").await?;
    page.click("main button.rowbtn", "NRD-2027-01-1").await?;
    dialog(page, "Voeg samen met").await?;
    page.click("main button", "Splits de groep").await?;
    page.click("dialog[open] label.check", "NRD-").await?;
    page.find("dialog[open] td", "").await?;
    passes(page, "split dialog with its consequences").await?;
    page.click("dialog[open] footer button", "Niet doen")
        .await?;
    for (title, close) in DIALOGS {
        page.click("button", "Bestand").await?;
        page.click("#file-menu button", title).await?;
        page.find("dialog[open] h2", "").await?;
        passes(page, title).await?;
        page.click("dialog[open] footer button", close).await?;
    }
    page.click("button", "Hulp en sneltoetsen").await?;
    passes(page, "help").await?;
    page.press(&["Escape"]).await?;
    page.click("button", "Zo gaan we om met gegevens").await?;
    passes(page, "privacy").await?;
    page.press(&["Escape"]).await?;
    page.client()
        .execute(
            "document.querySelector('centering-planner').setAttribute('theme', 'dark')",
            vec![],
        )
        .await?;
    page.click("button", "English").await?;
    let screens_en = [
        "Intake",
        "Groups",
        "Schedule",
        "Team",
        "Step plan",
        "Assurance",
        "Problems",
    ];
    screens(page, screens_en, "dark and English").await
}

/// Opens a dialog from the screen, checks it and closes it.
async fn dialog(page: &mut Page, button: &str) -> Outcome {
    page.click("main button", button).await?;
    page.find("dialog[open] h2", "").await?;
    passes(page, button).await?;
    page.click("dialog[open] footer button", "Niet doen").await
}

async fn screens(page: &mut Page, names: [&str; 7], when: &str) -> Outcome {
    for name in names {
        page.click("nav button", name).await?;
        page.find("h1", name).await?;
        passes(page, &format!("{name}, {when}")).await?;
    }
    Ok(())
}

async fn load_axe(page: &Page) -> Outcome {
    let source = std::fs::read_to_string(std::env::var("CENTERING_AXE")?)?;
    page.client()
        .execute(&format!("{source}; window.axe = axe; return true"), vec![])
        .await?;
    Ok(())
}

/// Fails with every violation, the rule first, then the elements.
async fn passes(page: &Page, screen: &str) -> Outcome {
    let script = "const done = arguments[arguments.length - 1]; \
        const settled = Promise.allSettled(root().getAnimations({ subtree: true }).map((animation) => animation.finished)); \
        settled.then(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })) \
        .then((result) => done(result.violations.map((rule) => `${rule.id}: ${rule.nodes.slice(0, 3).map((node) => node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '')).join(' | ')}`)), (error) => done([String(error)]))";
    let violations = page.script_async(script).await?;
    if violations == json!([]) {
        return Ok(());
    }
    let list: Vec<&str> = violations
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    Err(format!("{screen}: {}", list.join("\n          ")).into())
}
