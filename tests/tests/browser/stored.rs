//! What happens to the stored plan and its variants: two tabs, a full browser, damage, and a newer planner.

use super::main_job::{TODAY, save_what_waits, saved, stored_plan, until_stored};
use super::page::Page;
use super::{Failure, Outcome};
use serde_json::{Value, json};

const KEY: &str = "centering-planner:plan";
const VARIANTS: &str = "centering-planner:plan:variants";
/// Where texts that could not be read are set aside: the first two of the plan, and the first of the variants.
const ASIDE: &str = "centering-planner:plan:set-aside";
const SECOND_ASIDE: &str = "centering-planner-set-aside:2:plan";
const VARIANTS_ASIDE: &str = "centering-planner-variants-set-aside:1:plan";

/// What another tab may have stored.
const SMALL: &str = "centering-planner/1 9 1\n{\"format\":\"centering-plan\",\"version\":\"1.0\",\"title\":\"Ander plan\"}";
const NEWER: &str =
    "centering-planner/1 9 2\n{\"format\":\"centering-plan\",\"version\":\"2.0\",\"later\":true}";
const DAMAGED: &str =
    "centering-planner/1 9 3\n{\"format\":\"centering-plan\",\"version\":\"1.0\",\"groups\":[";
const DAMAGED_TOO: &str = "centering-planner/1 9 4\nno plan at all";

const NEWER_TITLE: &str = "Je opgeslagen plan is van een nieuwere planner";
const DAMAGED_TITLE: &str = "Je opgeslagen plan was beschadigd";
const NO_ROOM: &str = "het kon niet apart gezet worden: de browser is vol";
const DOWNLOAD: &str = "Download de beschadigde tekst";
const LET_GO: &str = "Gooi de beschadigde tekst weg";

async fn with_example(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_example().await?;
    saved(page).await
}

pub async fn rename(page: &mut Page, title: &str) -> Outcome {
    page.click("button", "Bestand").await?;
    page.click("button", "Geef het plan een naam").await?;
    page.paste(
        "dialog[open] input[type=text], dialog[open] input:not([type])",
        title,
    )
    .await?;
    page.click("dialog[open] footer button", "Bewaar").await
}

pub async fn a_second_tab_never_overwrites_silently(page: &mut Page) -> Outcome {
    with_example(page).await?;
    let first = page.client().window().await?;
    let second = page.client().new_window(true).await?.handle;
    page.client().switch_to_window(second).await?;
    page.open_planner("index.html", TODAY).await?;
    page.find("h1", "Vandaag").await?;
    rename(page, "Tweede tabblad").await?;
    title_is_stored(page, "Tweede tabblad").await?;
    let second_text = item(page, KEY).await?;

    page.client().switch_to_window(first).await?;
    rename(page, "Eerste tabblad").await?;
    page.sees("Dit plan is in een ander tabblad gewijzigd")
        .await?;
    save_what_waits(page).await?;
    is_stored(page, KEY, second_text.as_str().ok_or("no plan is stored")?).await?;
    // Taking the other version over can be undone: nothing that was typed is lost.
    page.click("button", "Neem de andere versie over").await?;
    page.sees("Tweede tabblad").await?;
    page.click("button", "Maak ongedaan").await?;
    page.sees("Eerste tabblad").await?;
    title_is_stored(page, "Eerste tabblad").await
}

pub async fn a_tab_in_which_nothing_was_done_follows_the_other(page: &mut Page) -> Outcome {
    with_example(page).await?;
    // A new tab only shows the plan, with nothing to take back.
    let fresh = page.client().new_window(true).await?.handle;
    page.client().close_window().await?;
    page.client().switch_to_window(fresh).await?;
    page.open_planner("index.html", TODAY).await?;
    page.find("h1", "Vandaag").await?;
    store_in_another_tab(page, SMALL).await?;
    page.sees("Bijgewerkt: dit plan is in een ander tabblad gewijzigd.")
        .await?;
    page.sees("Ander plan").await?;
    is_stored(page, KEY, SMALL).await?;
    // What is done here is not lost to the next one.
    rename(page, "Van dit tabblad").await?;
    title_is_stored(page, "Van dit tabblad").await?;
    store_in_another_tab(page, SMALL).await?;
    page.find("button", "Neem de andere versie over").await?;
    page.sees("Van dit tabblad").await
}

pub async fn a_full_storage_keeps_the_work_and_says_so(page: &mut Page) -> Outcome {
    with_example(page).await?;
    let before = stored_plan(page).await?;
    fill(page).await?;
    // Longer than what is left.
    let title = "Een lange naam ".repeat(20);
    rename(page, title.trim()).await?;
    page.sees("Niet opgeslagen: de browser is vol.").await?;
    page.find("button", "Bewaar als bestand").await?;
    page.sees(title.trim()).await?;
    if stored_plan(page).await? != before {
        return Err("the old state did not survive the save that failed".into());
    }
    make_room(page).await?;
    rename(page, "Weer plaats").await?;
    title_is_stored(page, "Weer plaats").await
}

pub async fn a_damaged_plan_is_set_aside(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    store(page, KEY, DAMAGED).await?;
    page.reload(TODAY).await?;
    page.sees(DAMAGED_TITLE).await?;
    page.find("button", DOWNLOAD).await?;
    is_stored(page, ASIDE, DAMAGED).await?;
    page.click("button", "Bekijk het voorbeeld").await?;
    saved(page).await
}

pub async fn a_plan_of_a_newer_planner_is_left_alone(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    store(page, KEY, NEWER).await?;
    page.reload(TODAY).await?;
    page.sees(NEWER_TITLE).await?;
    page.open_example().await?;
    page.find(".save.off", "").await?;
    save_what_waits(page).await?;
    is_stored(page, KEY, NEWER).await
}

pub async fn a_newer_plan_of_another_tab_is_left_alone(page: &mut Page) -> Outcome {
    with_example(page).await?;
    store_in_another_tab(page, NEWER).await?;
    page.sees(NEWER_TITLE).await?;
    rename(page, "Eerste tabblad").await?;
    page.sees("Niet opgeslagen: hier staat een plan van een nieuwere planner.")
        .await?;
    is_stored(page, KEY, NEWER).await?;

    // It can also come between the question and the answer. A tab hears nothing of what it writes itself.
    for answer in ["Neem de andere versie over", "Houd deze versie"] {
        store_in_another_tab(page, SMALL).await?;
        page.sees("Dit plan is in een ander tabblad gewijzigd")
            .await?;
        store(page, KEY, NEWER).await?;
        page.click("button", answer).await?;
        page.sees(NEWER_TITLE).await?;
        page.sees("Eerste tabblad").await?;
        is_stored(page, KEY, NEWER).await?;
    }
    page.reload(TODAY).await?;
    page.sees(NEWER_TITLE).await?;
    is_stored(page, KEY, NEWER).await
}

pub async fn a_plan_that_another_tab_erased_is_not_stored_again(page: &mut Page) -> Outcome {
    with_example(page).await?;
    rename(page, "Van dit tabblad").await?;
    title_is_stored(page, "Van dit tabblad").await?;
    open_variants(page).await?;
    page.click("main button", "Bewaar als variant").await?;
    page.sees("Alle datums zijn gelijk").await?;

    erase_in_another_tab(page).await?;
    page.sees("Dit plan is in een ander tabblad gewist.")
        .await?;
    page.click("button", "Houd dit plan").await?;
    title_is_stored(page, "Van dit tabblad").await?;
    page.wait(
        "the variant is stored again",
        "return !!localStorage.getItem(arguments[0])",
        &[json!(VARIANTS)],
    )
    .await?;

    erase_in_another_tab(page).await?;
    page.click("button", "Wis het hier ook").await?;
    page.find("main button", "Nieuw plan").await?;
    page.wait(
        "nothing is to be saved",
        "return all('.save').every((status) => status.textContent === '')",
        &[],
    )
    .await?;
    page.click(".toast button", "Maak ongedaan").await?;
    title_is_stored(page, "Van dit tabblad").await?;

    erase_in_another_tab(page).await?;
    page.click("button", "Wis het hier ook").await?;
    page.find("main button", "Nieuw plan").await?;
    // What waits to be saved is saved when the page is left.
    page.reload(TODAY).await?;
    page.find("main button", "Nieuw plan").await?;
    is_gone(page, KEY).await?;
    is_gone(page, VARIANTS).await
}

pub async fn a_damaged_plan_of_another_tab_is_kept_aside(page: &mut Page) -> Outcome {
    with_example(page).await?;
    rename(page, "Van dit tabblad").await?;
    title_is_stored(page, "Van dit tabblad").await?;
    store_in_another_tab(page, DAMAGED).await?;
    page.sees("Een ander tabblad heeft een beschadigd plan opgeslagen")
        .await?;
    page.find("button", DOWNLOAD).await?;
    is_stored(page, KEY, DAMAGED).await?;
    page.click("button", "Houd deze versie").await?;
    title_is_stored(page, "Van dit tabblad").await?;
    is_stored(page, ASIDE, DAMAGED).await?;

    // A damaged version that comes between the question and the answer is not taken over either.
    store_in_another_tab(page, SMALL).await?;
    page.sees("Dit plan is in een ander tabblad gewijzigd")
        .await?;
    store(page, KEY, DAMAGED_TOO).await?;
    page.click("button", "Neem de andere versie over").await?;
    page.sees("Een ander tabblad heeft een beschadigd plan opgeslagen")
        .await?;
    page.sees("Van dit tabblad").await?;
    is_stored(page, KEY, DAMAGED_TOO).await?;
    is_stored(page, SECOND_ASIDE, DAMAGED_TOO).await
}

pub async fn keeping_mine_in_a_full_browser_keeps_what_is_stored(page: &mut Page) -> Outcome {
    with_example(page).await?;
    store_in_another_tab(page, SMALL).await?;
    page.sees("Dit plan is in een ander tabblad gewijzigd")
        .await?;
    fill(page).await?;
    page.click("button", "Houd deze versie").await?;
    page.sees("Niet opgeslagen: de browser is vol.").await?;
    is_stored(page, KEY, SMALL).await?;
    make_room(page).await?;
    rename(page, "Weer plaats").await?;
    title_is_stored(page, "Weer plaats").await
}

pub async fn a_damaged_plan_without_room_is_not_overwritten(page: &mut Page) -> Outcome {
    // Larger than the example, so that there is room for that in its place.
    let large = |text: &str| format!("{text}{}", "x".repeat(400_000));
    let (first, second) = (large(DAMAGED), large(DAMAGED_TOO));
    page.open_planner("index.html", TODAY).await?;
    store(page, KEY, &first).await?;
    fill(page).await?;
    for _ in 0..2 {
        page.reload(TODAY).await?;
        page.sees(NO_ROOM).await?;
        page.click("main button", "Bekijk het voorbeeld").await?;
        page.sees("Niet opgeslagen: hier staat een beschadigd plan.")
            .await?;
        is_stored(page, KEY, &first).await?;
        is_gone(page, ASIDE).await?;
    }
    // With room it is set aside, and the plan saved.
    make_room(page).await?;
    rename(page, "Weer plaats").await?;
    title_is_stored(page, "Weer plaats").await?;
    is_stored(page, ASIDE, &first).await?;

    // Without room the user can let it go.
    store(page, KEY, &second).await?;
    fill(page).await?;
    page.reload(TODAY).await?;
    page.sees(NO_ROOM).await?;
    page.click("main button", "Bekijk het voorbeeld").await?;
    page.sees("Niet opgeslagen: hier staat een beschadigd plan.")
        .await?;
    is_stored(page, KEY, &second).await?;
    page.click("button", "Gooi de beschadigde tekst 2 weg")
        .await?;
    saved(page).await?;
    stored_plan(page).await?;
    is_stored(page, ASIDE, &first).await?;

    // Or keep it as a file.
    make_room(page).await?;
    store(page, KEY, &second).await?;
    fill(page).await?;
    page.reload(TODAY).await?;
    page.click("main button", "Bekijk het voorbeeld").await?;
    page.sees("Niet opgeslagen: hier staat een beschadigd plan.")
        .await?;
    // The browsers of the tests have no place for downloads.
    let offer = "HTMLAnchorElement.prototype.click = function () { document.body.dataset.offered = this.download }; return true";
    page.script(offer, &[]).await?;
    page.click("button", "Download de beschadigde tekst 2")
        .await?;
    saved(page).await?;
    stored_plan(page).await?;
    page.wait(
        "a file was offered",
        "return document.body.dataset.offered === 'centering-planner-beschadigd.txt'",
        &[],
    )
    .await?;
    is_stored(page, ASIDE, &first).await
}

pub async fn every_damaged_text_stays_until_it_is_let_go(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    store(page, KEY, DAMAGED).await?;
    page.reload(TODAY).await?;
    page.sees(DAMAGED_TITLE).await?;
    page.click("main button", "Bekijk het voorbeeld").await?;
    saved(page).await?;
    page.reload(TODAY).await?;
    page.find("button", DOWNLOAD).await?;

    // A second one does not push the first one out, and none is kept twice.
    for text in [DAMAGED_TOO, DAMAGED] {
        store(page, KEY, text).await?;
        page.reload(TODAY).await?;
        page.find("button", "Download de beschadigde tekst 2")
            .await?;
        is_stored(page, ASIDE, DAMAGED).await?;
        is_stored(page, SECOND_ASIDE, DAMAGED_TOO).await?;
    }
    let buttons = page
        .script(
            "return all('.messages button').filter((one) => nameOf(one).startsWith(arguments[0])).length",
            &[json!(DOWNLOAD)],
        )
        .await?;
    if buttons != json!(2) {
        return Err(format!("{buttons} damaged texts are offered").into());
    }
    // The first is also in the place of the plan.
    page.click("button", "Gooi de beschadigde tekst 1 weg")
        .await?;
    page.find("button", LET_GO).await?;
    is_gone(page, ASIDE).await?;
    is_gone(page, KEY).await?;
    page.reload(TODAY).await?;
    page.find("button", LET_GO).await?;
    is_stored(page, SECOND_ASIDE, DAMAGED_TOO).await?;

    // All of it goes with everything, and nothing of others.
    store(page, "other", "of others").await?;
    store(page, "centering-planner:second", SMALL).await?;
    store(page, VARIANTS_ASIDE, DAMAGED).await?;
    page.click("button", "Bestand").await?;
    page.click("button", "Wis alles in deze browser").await?;
    page.click("dialog[open] footer button", "Wis alles")
        .await?;
    page.wait(
        "nothing of this planner is left",
        "return Object.keys(localStorage).sort().join() === 'centering-planner:second,other'",
        &[],
    )
    .await?;
    page.wait(
        "the message is gone",
        "return all('.messages .note').length === 0",
        &[],
    )
    .await
}

pub async fn variants_of_two_tabs_never_overwrite_each_other(page: &mut Page) -> Outcome {
    with_example(page).await?;
    open_variants(page).await?;
    page.click("main button", "Bewaar als variant").await?;
    page.sees("Alle datums zijn gelijk").await?;

    // Another tab adds one, and this tab shows it.
    let first = page.client().window().await?;
    let second = page.client().new_window(true).await?.handle;
    page.client().switch_to_window(second).await?;
    page.open_planner("index.html", TODAY).await?;
    page.find("h1", "Vandaag").await?;
    open_variants(page).await?;
    page.click("main button", "Bewaar als variant").await?;
    page.find("main button", "Variant B").await?;
    page.client().close_window().await?;
    page.client().switch_to_window(first).await?;
    page.find("main button", "Variant B").await?;
    page.sees("Je hebt twee varianten.").await?;

    // Another tab changed them a moment ago; a tab hears nothing of what it writes itself.
    let plan = stored_plan(page).await?;
    let others = format!("centering-planner/1 9 5\n{plan}");
    for action in ["Wis Variant A", "Neem Variant A over"] {
        store(page, VARIANTS, &others).await?;
        page.click("main button", action).await?;
        page.sees("De varianten zijn in een ander tabblad gewijzigd.")
            .await?;
        page.wait(
            "the one variant of the other tab",
            "return !named('main button', 'Variant B')",
            &[],
        )
        .await?;
        is_stored(page, VARIANTS, &others).await?;
        // Then there are two again.
        page.click("main button", "Bewaar als variant").await?;
        page.find("main button", "Variant B").await?;
    }
    let stored = item(page, VARIANTS).await?;
    let lines: Vec<&str> = stored.as_str().unwrap_or_default().lines().collect();
    match lines.as_slice() {
        [stamp, _, _] if stamp.starts_with("centering-planner/1 ") => Ok(()),
        lines => Err(format!("the variants are stored as {} lines", lines.len()).into()),
    }
}

pub async fn variants_that_cannot_be_read_are_left_alone(page: &mut Page) -> Outcome {
    with_example(page).await?;
    let plan = stored_plan(page).await?.to_string();

    // Those of an earlier version had no stamp.
    store(page, VARIANTS, &plan).await?;
    page.reload(TODAY).await?;
    open_variants(page).await?;
    page.find("main button", "Wis Variant A").await?;

    let newer = format!(
        "centering-planner/1 9 6\n{plan}\n{{\"format\":\"centering-plan\",\"version\":\"2.0\"}}"
    );
    store(page, VARIANTS, &newer).await?;
    page.reload(TODAY).await?;
    open_variants(page).await?;
    for action in ["Bewaar als variant", "Wis Variant A", "Neem Variant A over"] {
        page.click("main button", action).await?;
        page.sees("De varianten zijn van een nieuwere planner.")
            .await?;
        is_stored(page, VARIANTS, &newer).await?;
        page.click(".toast button", "Sluit deze melding").await?;
    }

    let damaged = format!("centering-planner/1 9 7\n{plan}\n{{\"format\":");
    store(page, VARIANTS, &damaged).await?;
    page.reload(TODAY).await?;
    page.sees("Je bewaarde varianten waren beschadigd").await?;
    is_stored(page, VARIANTS_ASIDE, &damaged).await?;
    open_variants(page).await?;
    page.click("main button", "Bewaar als variant").await?;
    page.find("main button", "Variant B").await?;
    is_stored(page, VARIANTS_ASIDE, &damaged).await?;
    page.click("button", LET_GO).await?;
    page.wait(
        "the message is gone",
        "return all('.messages .note').length === 0",
        &[],
    )
    .await?;
    is_gone(page, VARIANTS_ASIDE).await?;
    page.find("main button", "Variant B").await?;
    Ok(())
}

/// Goes to the variants.
async fn open_variants(page: &mut Page) -> Outcome {
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    page.click("main button", "Er is iets gebeurd").await?;
    page.find("main button", "Bewaar als variant").await?;
    Ok(())
}

/// Leaves no room in the browser.
pub async fn fill(page: &Page) -> Outcome {
    let body = "let size = 1 << 22; let number = 0; \
        while (size > 0) { try { localStorage.setItem('fill-' + number, 'x'.repeat(size)); number += 1; } catch { size >>= 1; } } \
        return true";
    page.script(body, &[]).await?;
    Ok(())
}

pub async fn make_room(page: &Page) -> Outcome {
    let body = "for (const key of Object.keys(localStorage)) if (key.startsWith('fill-')) localStorage.removeItem(key); return true";
    page.script(body, &[]).await?;
    Ok(())
}

/// Stores a text; this tab hears nothing of it.
async fn store(page: &Page, key: &str, text: &str) -> Outcome {
    // By its name: `setItem` is what the planner calls, and counts as a save.
    let body = "localStorage[arguments[0]] = arguments[1]; return true";
    page.script(body, &[json!(key), json!(text)]).await?;
    Ok(())
}

/// Stores a plan in another tab of the site, without a planner in it, and comes back.
async fn store_in_another_tab(page: &Page, text: &str) -> Outcome {
    let first = page.client().window().await?;
    let second = page.client().new_window(true).await?.handle;
    page.client().switch_to_window(second).await?;
    page.open("there-is-no-such-page").await?;
    store(page, KEY, text).await?;
    page.client().close_window().await?;
    page.client().switch_to_window(first).await?;
    Ok(())
}

/// Erases everything in another tab, as a person does there, and comes back.
async fn erase_in_another_tab(page: &mut Page) -> Outcome {
    let first = page.client().window().await?;
    let second = page.client().new_window(true).await?.handle;
    page.client().switch_to_window(second).await?;
    page.open_planner("index.html", TODAY).await?;
    page.find("h1", "Vandaag").await?;
    page.click("button", "Bestand").await?;
    page.click("button", "Wis alles in deze browser").await?;
    page.click("dialog[open] footer button", "Wis alles")
        .await?;
    page.find("main button", "Nieuw plan").await?;
    page.client().close_window().await?;
    page.client().switch_to_window(first).await?;
    Ok(())
}

async fn item(page: &Page, key: &str) -> Result<Value, Failure> {
    let body = "return localStorage.getItem(arguments[0])";
    page.script(body, &[json!(key)]).await
}

async fn is_stored(page: &Page, key: &str, text: &str) -> Outcome {
    let found = item(page, key).await?;
    if found == json!(text) {
        return Ok(());
    }
    let shown = |text: &str| text.chars().take(200).collect::<String>();
    let found = shown(&found.to_string());
    Err(format!("{key} holds {found} and not {}", shown(text)).into())
}

async fn is_gone(page: &Page, key: &str) -> Outcome {
    match item(page, key).await? {
        Value::Null => Ok(()),
        _ => Err(format!("{key} is still there").into()),
    }
}

/// Waits until the plan with this title is stored.
async fn title_is_stored(page: &Page, title: &str) -> Outcome {
    let what = format!("the plan '{title}'");
    let read = |plan: &Value| plan["title"].clone();
    let found = until_stored(page, &what, read, |found| found == title).await;
    found.map(drop)
}

pub async fn where_nothing_may_be_kept_the_planner_works_and_says_so(page: &mut Page) -> Outcome {
    // The planner of this page starts when it comes near the screen: by then the browser refuses both stores.
    page.open("host-demo.html").await?;
    let body = "const refuse = () => { throw new DOMException('refused', 'SecurityError'); }; \
        for (const store of ['localStorage', 'sessionStorage']) Object.defineProperty(window, store, { get: refuse }); \
        planner().scrollIntoView(); return !root()?.querySelector('h1')";
    if page.script(body, &[]).await? != json!(true) {
        return Err("the planner had started before".into());
    }
    page.planner_is_up(TODAY).await?;
    page.open_example().await?;
    page.sees("Niet opgeslagen: deze browser bewaart geen gegevens.")
        .await?;
    page.find("button", "Bewaar als bestand").await?;
    // What is done goes on, and can be taken back.
    rename(page, "Zonder opslag").await?;
    page.sees("Zonder opslag").await?;
    page.click("button", "Maak ongedaan").await?;
    page.wait(
        "the name is taken back",
        "return !root().querySelector('header').innerText.includes('Zonder opslag')",
        &[],
    )
    .await
}
