//! Ways through the planner: back, undo after a reload, search; and what saving and dragging do at the edges.

use super::Outcome;
use super::main_job::{saved, session_date, stored_plan};
use super::page::Page;
use super::stored::{fill, make_room, rename};
use serde_json::{Value, json};

const TODAY: &str = "2026-07-01";
const GROUP: &str = "NRD-2027-01-1";

async fn with_example(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_example().await?;
    saved(page).await?;
    page.without_message().await
}

pub async fn back_goes_to_the_screen_before(page: &mut Page) -> Outcome {
    with_example(page).await?;
    for screen in ["Rooster", "Team"] {
        page.click("nav button", screen).await?;
        page.find("h1", screen).await?;
        let is_named = "return document.title === `${arguments[0]} – Centering-planner`";
        page.wait("the title of the page", is_named, &[json!(screen)])
            .await?;
    }
    page.client().back().await?;
    page.find("h1", "Rooster").await?;
    page.client().back().await?;
    page.find("h1", "Groepen").await?;
    page.client().forward().await?;
    page.find("h1", "Rooster").await?;
    let hash = page.script("return location.hash", &[]).await?;
    if hash != json!("#/rooster") {
        return Err(format!("the address names {hash}").into());
    }
    // An address with a screen opens it.
    page.client().goto("about:blank").await?;
    page.open_planner("index.html#/team", TODAY).await?;
    page.find("h1", "Team").await?;
    Ok(())
}

pub async fn an_embedded_planner_leaves_the_address_alone(page: &mut Page) -> Outcome {
    page.open("host-demo.html").await?;
    page.script("planner().scrollIntoView(); return true", &[])
        .await?;
    page.planner_is_up(TODAY).await?;
    let address = "return [location.href, history.length, document.title]";
    let before = page.script(address, &[]).await?;
    page.open_example().await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    let after = page.script(address, &[]).await?;
    if before != after {
        return Err(format!("the page was {before} and is {after}").into());
    }
    page.click("header button", "Terug naar Groepen").await?;
    page.find("h1", "Groepen").await?;
    Ok(())
}

pub async fn what_was_done_can_be_undone_after_a_reload(page: &mut Page) -> Outcome {
    with_example(page).await?;
    let before = session_date(&stored_plan(page).await?, GROUP, 5)?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    page.click_mark(GROUP, 5).await?;
    page.click("aside ol.alts button", "Probeer").await?;
    saved(page).await?;
    page.reload(TODAY).await?;
    page.find("h1", "Rooster").await?;
    page.click("header button", "Maak ongedaan").await?;
    saved(page).await?;
    if session_date(&stored_plan(page).await?, GROUP, 5)? != before {
        return Err("the move is not taken back".into());
    }
    // What another tab made of the plan has no such past.
    let other = "const key = 'centering-planner:plan'; const stored = localStorage.getItem(key); \
        localStorage[key] = stored.replace(/^centering-planner.1 \\d+/, 'centering-planner/1 7'); return true";
    page.script(other, &[]).await?;
    page.reload(TODAY).await?;
    page.find("h1", "Rooster").await?;
    page.find("header button", "Er is niets om ongedaan te maken")
        .await?;
    // What is erased is erased here as well.
    page.click("button", "Bestand").await?;
    page.click("#file-menu button", "Wis alles").await?;
    page.click("dialog[open] footer button", "Wis").await?;
    page.find("button", "Nieuw plan").await?;
    let left = "return Object.keys(sessionStorage).filter((key) => key.includes('history'))";
    let left = page.script(left, &[]).await?;
    if left != json!([]) {
        return Err(format!("still in this tab: {left}").into());
    }
    Ok(())
}

pub async fn groups_families_people_and_steps_are_found(page: &mut Page) -> Outcome {
    with_example(page).await?;
    page.click("nav button", "Borging").await?;
    page.find("h1", "Borging").await?;
    page.press(&["Control+k"]).await?;
    page.find("dialog[open] h2", "Zoek").await?;
    page.paste("#search-words", "nrd-2027").await?;
    page.find("dialog[open] h3", "Groepen").await?;
    page.press(&["Enter"]).await?;
    page.find("h1", "Groepen").await?;
    page.find("aside h2", "NRD-2027-01-1").await?;
    for (words, kind, found, place) in [
        ("bg-4", "Team", "BG-4", "dialog[open] h2"),
        ("nrd-0322", "Gezinnen", "NRD-0322", "dialog[open] h2"),
    ] {
        page.click("header button", "Zoek").await?;
        page.paste("#search-words", words).await?;
        page.find("dialog[open] h3", kind).await?;
        page.click("dialog[open] .found button", found).await?;
        page.find(place, found).await?;
        page.press(&["Escape"]).await?;
    }
    page.click("header button", "Zoek").await?;
    page.paste("#search-words", "tweede lichting").await?;
    page.click("dialog[open] .found button", "Tweede lichting")
        .await?;
    page.find("h1", "Stappenplan").await?;
    Ok(())
}

pub async fn the_roster_shows_every_group_for_fifteen_months(page: &mut Page) -> Outcome {
    with_example(page).await?;
    page.click("nav button", "Rooster").await?;
    page.find("main .years b", "mrt 2027 – mei 2028").await?;
    let plan = stored_plan(page).await?;
    let ends = |group: &Value| {
        let sessions = group["sessions"].as_array().into_iter().flatten();
        let dates = sessions.map(|one| one["date"].as_str().unwrap_or("9"));
        dates.max().unwrap_or("9").to_owned()
    };
    let groups = plan["groups"].as_array().into_iter().flatten();
    let wanted: Vec<&str> = groups
        .filter(|group| ends(group).as_str() >= "2027-03-01")
        .filter_map(|group| group["id"].as_str())
        .collect();
    page.wait(
        "a row for every group that is not over",
        "const rows = all('.yline .rowbtn').map((row) => row.textContent); return arguments[0].every((id) => rows.includes(id))",
        &[json!(wanted)],
    )
    .await?;
    page.click("main .years button", "Later").await?;
    page.find("main .years b", "mrt 2028 – mei 2029").await?;
    page.click("main .years button", "Naar vandaag").await?;
    page.find("main .years b", "2027").await?;
    Ok(())
}

pub async fn a_phone_begins_high_and_loses_nothing(page: &mut Page) -> Outcome {
    page.open_at(360, TODAY).await?;
    page.open_example().await?;
    saved(page).await?;
    page.find("nav button", "Instellingen").await?;
    page.sees("Voorbeeld: alsof het dinsdag 16 maart 2027 is")
        .await?;
    page.script("scrollTo(0, 0); return true", &[]).await?;
    let height = "return root().querySelector('main').getBoundingClientRect().top + scrollY";
    let height = page.script(height, &[]).await?;
    if height.as_f64().is_none_or(|height| height > 120.0) {
        return Err(format!("the head and the screens take {height} px").into());
    }
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    let numbers =
        "const marks = all('.year .hold text'); return marks.length > 0 && marks.every(isShown)";
    page.wait("the numbers in the marks", numbers, &[]).await?;
    page.wait(
        "when each group meets",
        "return all('.yline .pairs').every(isShown)",
        &[],
    )
    .await
}

pub async fn saving_goes_on_when_there_is_room_and_closing_asks(page: &mut Page) -> Outcome {
    with_example(page).await?;
    let asks = "return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    if page.script(asks, &[]).await? != json!(false) {
        return Err("closing asks while everything is saved".into());
    }
    fill(page).await?;
    rename(page, "Een lange naam ".repeat(20).trim()).await?;
    page.sees("Niet opgeslagen: de browser is vol.").await?;
    page.wait("closing asks", asks, &[]).await?;
    // Nothing is done in the planner: it saves by itself.
    make_room(page).await?;
    saved(page).await?;
    page.wait(
        "closing does not ask any more",
        &asks.replace("return !", "return "),
        &[],
    )
    .await
}

pub async fn what_is_let_go_outside_lands_nowhere(page: &mut Page) -> Outcome {
    page.open("host-demo.html").await?;
    page.script("planner().scrollIntoView(); return true", &[])
        .await?;
    page.planner_is_up(TODAY).await?;
    page.open_example().await?;
    saved(page).await?;
    page.without_message().await?;
    let before = stored_plan(page).await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    let mark = format!("[data-mark='{GROUP}/B5'] .hit");
    let is_there = "return !!root().querySelector(arguments[0])";
    page.wait("the mark", is_there, &[json!(mark)]).await?;
    page.drag_outside(&mark).await?;
    // It was held: it is chosen.
    page.find("aside h2", "2027").await?;
    page.wait(
        "nothing is moved",
        "return all('.movebar').length === 0",
        &[],
    )
    .await?;
    if stored_plan(page).await? != before {
        return Err("what was let go outside the planner is moved".into());
    }
    Ok(())
}

pub async fn a_finger_drags_on_the_birth_timeline(page: &mut Page) -> Outcome {
    with_example(page).await?;
    // A group alone and a family of it; a finger takes the page along otherwise.
    let edge = format!("[data-of='{GROUP}'][data-edge='youngest']");
    let body = "root().querySelector(arguments[0])?.scrollIntoView({ block: 'center' }); return !!root().querySelector(arguments[0])";
    page.wait("the edge of a group", body, &[json!(edge)])
        .await?;
    page.swipe(&edge, -20.0, 0.0).await?;
    saved(page).await?;
    page.sees(GROUP).await?;
    let members = stored_plan(page).await?;
    let group = super::main_job::record(&members["groups"], "id", GROUP);
    match group["members"].as_array().map(Vec::len) {
        Some(6) => Ok(()),
        other => Err(format!("the group has {other:?} families and not 6").into()),
    }
}

pub async fn the_page_scrolls_where_a_drag_waits_at_its_edge(page: &mut Page) -> Outcome {
    with_example(page).await?;
    let before = stored_plan(page).await?;
    let family = "[data-group='NRD-2027-01-1'] [data-family='NRD-0322']";
    // Near the top of a page that goes on below it.
    let up = "const mark = root().querySelector(arguments[0]); if (!mark) return false; mark.scrollIntoView({ block: 'start' }); \
        scrollBy(0, -300); return document.documentElement.scrollHeight > scrollY + innerHeight + 100";
    page.wait("a page below", up, &[json!(family)]).await?;
    let top = page.script("return scrollY", &[]).await?;
    page.hold_at_the_foot(family).await?;
    page.wait(
        "the page scrolls",
        "return scrollY > arguments[0] + 60",
        &[top],
    )
    .await?;
    page.press(&["Escape"]).await?;
    page.let_go().await?;
    page.wait(
        "nothing is held any more",
        "return all('.effects li').length === 0",
        &[],
    )
    .await?;
    let after = page.script("return scrollY", &[]).await?;
    page.wait(
        "the page stands still",
        "return scrollY === arguments[0]",
        &[after],
    )
    .await?;
    if stored_plan(page).await? != before {
        return Err("a drag that was given up changed the plan".into());
    }
    Ok(())
}

pub async fn a_press_that_does_not_move_is_no_edit(page: &mut Page) -> Outcome {
    with_example(page).await?;
    let edits = "return window.kept.edits";
    let before = page.script(edits, &[]).await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    for _ in 0..10 {
        page.click_mark(GROUP, 5).await?;
    }
    page.click("nav button", "Stappenplan").await?;
    page.find("h1", "Stappenplan").await?;
    let bar = ".gantt rect.hold";
    page.wait(
        "a bar",
        "return !!root().querySelector(arguments[0])",
        &[json!(bar)],
    )
    .await?;
    for _ in 0..10 {
        page.drag(bar, bar, 0.0).await?;
        page.let_go().await?;
    }
    let after = page.script(edits, &[]).await?;
    if before != after {
        return Err(format!("{before} edits became {after} by pressing").into());
    }
    Ok(())
}

pub async fn undo_in_a_field_is_of_its_text(page: &mut Page) -> Outcome {
    with_example(page).await?;
    page.click("nav button", "Instroom").await?;
    page.find("h1", "Instroom").await?;
    let before = stored_plan(page).await?;
    let edits = page.script("return window.kept.edits", &[]).await?;
    page.tab_to("Geboren of uitgerekend van").await?;
    let value = "return root().activeElement.value";
    let was = page.script(value, &[]).await?;
    page.type_text("1").await?;
    page.press(&["Control+z"]).await?;
    page.press(&["Control+z"]).await?;
    // An engine that is driven need not undo the text, but nothing else is undone.
    let is = page.script(value, &[]).await?;
    if is != was && is.as_str().is_none_or(|text| !text.ends_with('1')) {
        return Err(format!("the field had {was} and has {is}").into());
    }
    page.press(&["Escape"]).await?;
    let after = page.script("return window.kept.edits", &[]).await?;
    if stored_plan(page).await? != before || edits != after {
        return Err("the plan was changed by an undo in a field".into());
    }
    Ok(())
}
