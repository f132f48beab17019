//! For everyone: where focus goes, what a screen reader is told, what keys and clicks without a pointer do, and what a
//! small or low window leaves.

use super::Outcome;
use super::main_job::saved;
use super::page::Page;
use serde_json::json;

const TODAY: &str = "2026-07-01";
/// What has focus is shown, and nothing of the planner lies over its middle.
const IS_SEEN: &str = "const one = root()?.activeElement; if (!one) return false; const box = one.getBoundingClientRect(); \
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]; \
    const over = root().elementFromPoint(x, y); \
    return y > 0 && y < innerHeight && (one.contains(over) || over?.contains(one) || !over?.closest('.movebar, .chosenbar, .insp')) && nameOf(one).includes(arguments[0])";

async fn with_example(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_example().await?;
    saved(page).await?;
    page.without_message().await
}

/// Waits until what has focus has these words and is seen.
async fn focus_is_at(page: &Page, after: &str, words: &str) -> Outcome {
    let what = format!("focus after {after} at '{words}'");
    let found = page.wait(&what, IS_SEEN, &[json!(words)]).await;
    let focused = page.focused().await?;
    found.map_err(|failure| format!("{failure}; it is at '{focused}'").into())
}

/// Gives focus to what has these words, and presses it with the keyboard.
async fn press_on(page: &Page, selector: &str, words: &str) -> Outcome {
    page.find(selector, words).await?;
    let body = "named(...arguments).focus(); return true";
    page.script(body, &[json!(selector), json!(words)]).await?;
    page.press(&["Enter"]).await
}

pub async fn focus_goes_to_what_stands_in_the_place_of_what_went(page: &mut Page) -> Outcome {
    with_example(page).await?;
    press_on(page, "header button", "Bestand").await?;
    page.press(&["Tab", "Tab", "Escape"]).await?;
    focus_is_at(page, "Escape in the menu", "Bestand").await?;
    let is_closed = "return all('#file-menu').every((menu) => menu.hidden)";
    page.wait("the menu is closed", is_closed, &[]).await?;

    // The button switches itself off at the last period.
    page.find("main button", "Later").await?;
    let is_off =
        "const later = named('main button', 'Later'); later.focus(); return later.disabled";
    for _ in 0..12 {
        if page.script(is_off, &[]).await? == json!(true) {
            break;
        }
        page.press(&["Enter"]).await?;
    }
    focus_is_at(page, "the last period", "Eerder").await?;

    press_on(page, "main button.rowbtn", "NRD-2027-01-1").await?;
    press_on(page, "aside button", "Haal NRD-0322 uit de groep").await?;
    focus_is_at(page, "a family that leaves", "uit de groep").await?;

    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    page.click_mark("NRD-2027-01-1", 5).await?;
    press_on(page, "aside button", "Sluit").await?;
    focus_is_at(page, "closing the panel", "Bijeenkomst 5, NRD-2027-01-1").await?;
    page.click("main .seg button", "Maand").await?;
    page.find("main button.ev", "").await?;
    page.script("named('main button.ev', '').focus(); return true", &[])
        .await?;
    let before = page.focused().await?;
    page.press(&["PageDown"]).await?;
    page.wait(
        "focus in another month",
        "const one = root()?.activeElement; return !!one?.matches('.ev') && `${one.localName} ${nameOf(one)}` !== arguments[0]",
        &[json!(before)],
    )
    .await
}

pub async fn nothing_lies_over_what_has_focus(page: &mut Page) -> Outcome {
    with_example(page).await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    // A mark that stands at the bottom of the window: the bar of the move would cover it.
    // A screen that just came moves once more: it counts when the mark is found where it was put.
    let body = "const mark = root().querySelector(arguments[0]); if (!mark) return false; \
        const off = mark.getBoundingClientRect().bottom - innerHeight + 40; \
        if (root().activeElement === mark && Math.abs(off) < 2) return true; \
        mark.focus(); scrollBy(0, off); return false";
    let mark = "[data-mark='NRD-2027-01-1/B5']";
    page.wait("the mark", body, &[json!(mark)]).await?;
    page.press(&["Alt+Right"]).await?;
    page.find(".movebar button", "Verplaats").await?;
    focus_is_at(page, "a move", "Bijeenkomst 5, NRD-2027-01-1").await?;
    page.press(&["Escape"]).await
}

pub async fn a_mark_acts_on_a_click_without_a_pointer(page: &mut Page) -> Outcome {
    with_example(page).await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    let mark = "[data-mark='NRD-2027-01-1/B3']";
    // As a screen reader, a voice or a switch does.
    let click = "const mark = root().querySelector(arguments[0]); if (!mark) return false; \
        mark.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })); return true";
    page.wait("the mark", click, &[json!(mark)]).await?;
    page.find("aside h2", "Donderdag 29 april 2027").await?;
    let about = "const mark = root().querySelector(arguments[0]); \
        return [mark.getAttribute('role'), mark.getAttribute('aria-selected'), mark.closest('svg[role=listbox]') !== null, \
        mark.hasAttribute('aria-describedby'), mark.getAttribute('aria-label')]";
    let about = page.script(about, &[json!(mark)]).await?;
    let name = about[4].as_str().unwrap_or_default();
    let says = [
        "Bijeenkomst 3, NRD-2027-01-1",
        "donderdag 29 april 2027",
        "13.30",
        "mag van ",
    ];
    if about[0] != "option" || about[1] != "true" || about[2] != true || about[3] != false {
        return Err(format!("the mark is {about}").into());
    }
    if let Some(missing) = says.iter().find(|words| !name.contains(**words)) {
        return Err(format!("'{missing}' is not in '{name}'").into());
    }
    // With the pointer it is chosen once, too.
    page.click_mark("NRD-2027-01-1", 5).await?;
    page.find("aside h2", "2027").await?;
    let why = "return all('[data-mark]').map((mark) => mark.getAttribute('aria-label')).filter((name) => /\\. (Let op|Kan niet)/.test(name))\
        .filter((name) => !/\\. (Let op|Kan niet): .+/.test(name))";
    let silent = page.script(why, &[]).await?;
    if silent != json!([]) {
        return Err(format!("these do not say what is wrong: {silent}").into());
    }
    Ok(())
}

pub async fn a_list_tells_what_was_chosen_and_not_every_key(page: &mut Page) -> Outcome {
    with_example(page).await?;
    let theme = "return root().querySelector('.cp').dataset.theme";
    let enter =
        "const list = all('footer select')[0]; list.focus(); list.selectedIndex = 0; return true";
    page.script(enter, &[]).await?;
    // As the browsers do at every arrow on a closed list.
    let walk = "const list = all('footer select')[0]; \
        for (const index of [1, 2]) { list.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true })); \
            list.selectedIndex = index; list.dispatchEvent(new Event('change', { bubbles: true })); } return true";
    page.script(walk, &[]).await?;
    if page.script(theme, &[]).await? != "auto" {
        return Err("a key on a list is a choice already".into());
    }
    page.press(&["Tab"]).await?;
    page.wait(
        "the colours",
        "return root().querySelector('.cp').dataset.theme === 'dark'",
        &[],
    )
    .await?;
    // What is chosen with the pointer is told at once.
    let pointer = "const list = all('footer select')[0]; list.selectedIndex = 1; list.dispatchEvent(new Event('change', { bubbles: true })); return true";
    page.script(pointer, &[]).await?;
    page.wait(
        "the colours",
        "return root().querySelector('.cp').dataset.theme === 'light'",
        &[],
    )
    .await
}

pub async fn letters_do_nothing_alone_and_stay_in_the_planner(page: &mut Page) -> Outcome {
    page.open("host-demo.html").await?;
    page.script("planner().scrollIntoView(); return true", &[])
        .await?;
    page.planner_is_up(TODAY).await?;
    let hear = "window.heard = []; for (const kind of ['keydown', 'keypress', 'keyup']) \
        document.addEventListener(kind, (event) => heard.push(`${kind} ${event.key}`)); return true";
    page.script(hear, &[]).await?;
    page.open_example().await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    page.press(&["?"]).await?;
    let enter = "all('main input[type=search]')[0].focus(); heard.length = 0; return true";
    page.script(enter, &[]).await?;
    page.type_text("nrd?").await?;
    page.wait(
        "what was typed",
        "return all('main input[type=search]')[0].value === 'nrd?'",
        &[],
    )
    .await?;
    let heard = page.script("return heard", &[]).await?;
    if heard != json!([]) {
        return Err(format!("the page around the planner heard {heard}").into());
    }
    if page.script("return !!topDialog()", &[]).await? != json!(false) {
        return Err("a question mark opens a dialog".into());
    }
    Ok(())
}

pub async fn every_edit_is_told_once_and_in_short(page: &mut Page) -> Outcome {
    with_example(page).await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    page.click_mark("NRD-2027-01-1", 5).await?;
    let note = "window.told = []; const place = root().querySelector('.messages > [role=status]'); \
        new MutationObserver((list) => list.forEach((one) => one.addedNodes.forEach((node) => told.push(node.textContent)))).observe(place, { childList: true }); return !!place";
    page.wait("the place of messages", note, &[]).await?;
    for _ in 0..2 {
        page.click("aside button", "Zet vast").await?;
        page.click("aside button", "Maak los").await?;
    }
    page.wait("four messages", "return told.length === 4", &[])
        .await?;
    let told = page.script("return told", &[]).await?;
    let live = "return all('[role=status], [aria-live]').filter((one) => one.querySelector('button, table')).map((one) => one.className)";
    let live = page.script(live, &[]).await?;
    let is_short = told.as_array().into_iter().flatten().all(|text| {
        text.as_str()
            .is_some_and(|text| !text.is_empty() && text.len() < 120)
    });
    if live != json!([]) || !is_short {
        return Err(format!("told: {told}; live with buttons or tables: {live}").into());
    }
    Ok(())
}

pub async fn a_dialog_can_be_used_in_a_low_window(page: &mut Page) -> Outcome {
    with_example(page).await?;
    page.client().set_window_size(1280, 460).await?;
    page.click("nav button", "Instellingen").await?;
    // What is between head and buttons has the whole window.
    let body = "const dialog = topDialog(); if (!dialog || innerHeight > 480) return false; \
        const field = dialog.querySelector('#size-max'); field.scrollIntoView({ block: 'center' }); \
        const box = field.getBoundingClientRect(); const top = root().elementFromPoint(box.x + 5, box.y + box.height / 2); \
        return getComputedStyle(dialog.querySelector('.b')).overflowY === 'visible' && top === field";
    page.wait("a field in the dialog", body, &[]).await?;
    page.press(&["Escape"]).await
}

pub async fn states_and_holidays_do_not_hang_on_a_border_or_a_shade(page: &mut Page) -> Outcome {
    with_example(page).await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    page.wait(
        "edges of the holidays",
        "return all('.yrow .closed-e').length > 0",
        &[],
    )
    .await?;
    let spoken = "return all('.legend svg').filter((one) => one.getAttribute('aria-hidden') !== 'true').length";
    if page.script(spoken, &[]).await? != json!(0) {
        return Err("drawings of the legend are read out".into());
    }
    page.click("main .layers label", "Jeugdarts").await?;
    let faint = "return all('.year .m').filter((mark) => Number(getComputedStyle(mark).opacity) < 1).length";
    if page.script(faint, &[]).await? != json!(0) {
        return Err("marks that are not of the layer are faint".into());
    }
    page.click("main .seg button", "Maand").await?;
    page.find("main button.ev", "geweest").await?;
    page.find(".calendar .legend li", "gedeeld met ouders")
        .await?;
    Ok(())
}
