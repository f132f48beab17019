//! The widget on the demo host page: styles of its own that want to get in, and a strict content policy.

use super::Outcome;
use super::main_job::TODAY;
use super::page::Page;
use serde_json::json;

pub async fn the_widget_survives_a_hostile_page(page: &mut Page) -> Outcome {
    page.open("host-demo.html").await?;
    // The element starts when it comes near the screen.
    page.script("planner().scrollIntoView(); return true", &[])
        .await?;
    page.planner_is_up(TODAY).await?;
    page.open_example().await?;
    let looks = page
        .script(
            "const look = (element) => { const style = getComputedStyle(element); \
             return [style.textTransform, style.boxSizing, style.letterSpacing, style.textIndent].join(' '); }; \
             return [look(all('h1')[0]), look(all('button').find(isShown))]",
            &[],
        )
        .await?;
    let expected = "none border-box";
    for look in looks.as_array().into_iter().flatten() {
        if !look.as_str().unwrap_or_default().starts_with(expected) {
            return Err(format!("the styles of the page got in: {look}").into());
        }
    }
    let wide = page
        .script(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth + 1",
            &[],
        )
        .await?;
    if wide != json!(false) {
        return Err("the host page scrolls sideways".into());
    }
    // A plan of the page's own key: it does not touch the plan of the stand-alone page.
    let keys = page.script("return Object.keys(localStorage)", &[]).await?;
    if keys.to_string().contains("centering-planner:plan") {
        return Err(format!("the demo page wrote the plan of the stand-alone page: {keys}").into());
    }
    Ok(())
}
