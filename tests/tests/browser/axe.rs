//! axe-core finds no violation of WCAG 2.2 AA on any screen: empty, with the example, with problems, and
//! with each dialog open, light and dark, Dutch and English.

use super::Outcome;
use super::driver::Engine;
use super::main_job::TODAY;
use super::page::Page;
use super::tour;
use serde_json::{Value, json};

pub async fn every_screen_and_dialog_passes_axe(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    load_axe(page).await?;
    // The whole walk in the colours of one kind, the screens in those of the other; each kind has both in an engine.
    let [walk, again] = match page.engine() {
        Engine::Firefox => ["dark", "light"],
        Engine::Chromium | Engine::WebKit => ["light", "dark"],
    };
    colours(page, walk).await?;
    tour::everything(page, &passes).await?;
    colours(page, again).await?;
    tour::in_english(page, &format!("{again} and English"), &passes).await
}

async fn colours(page: &Page, theme: &str) -> Outcome {
    let set = "document.querySelector('centering-planner').setAttribute('theme', arguments[0]); return true";
    page.script(set, &[json!(theme)]).await?;
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
    // What lies behind a dialog was looked at before it opened, and cannot be reached now.
    let script = "const done = arguments[arguments.length - 1]; \
        const behind = { fromShadowDom: ['centering-planner', '.cp-body'] }; \
        const what = topDialog() ? { include: [['html']], exclude: [behind] } : document; \
        const settled = Promise.allSettled(root().getAnimations({ subtree: true }).map((animation) => animation.finished)); \
        settled.then(() => axe.run(what, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], selectors: false, preload: false })) \
        .then((result) => done(result.violations.map((rule) => `${rule.id}: ${rule.nodes.slice(0, 3).map((node) => node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '')).join(' | ')}`)), (error) => done([String(error)]))";
    let violations = page.script_async(script, &[]).await?;
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
