//! At 320 CSS pixels the page never scrolls sideways, in every language and screen; wide content scrolls in
//! a box of its own that the keyboard can reach.

use super::Outcome;
use super::main_job::TODAY;
use super::page::Page;
use super::tour;
use serde_json::json;

const WIDTH: u32 = 320;

pub async fn nothing_scrolls_sideways_at_320_pixels(page: &mut Page) -> Outcome {
    page.open_at(WIDTH, TODAY).await?;
    tour::everything(page, &fits).await?;
    tour::in_english(page, "English", &fits).await?;
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
        const unreachable = boxes.filter((box) => box.tabIndex < 0 && !box.matches('textarea, input, select, dialog, dialog *')).map((box) => { const edge = box.getBoundingClientRect().left + box.clientWidth + 1; \
            const wide = [...box.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > edge || one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1); \
            return `${box.className}: ${wide.slice(-3).map((one) => `${one.localName}.${one.className.baseVal ?? one.className} '${one.textContent.slice(0, 40)}'`)}`; }); \
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
