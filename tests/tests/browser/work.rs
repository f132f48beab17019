//! Long work: in a worker where the page allows one, otherwise on the page, with the same plan.

use super::main_job::{TODAY, saved, stored_plan, until_stored};
use super::page::Page;
use super::parts::Copy;
use super::{Failure, Outcome};
use serde_json::Value;
use std::path::PathBuf;
use xtask::serve::{CONTENT_SECURITY_POLICY, Options, Server};

pub async fn a_proposal_is_the_same_in_a_worker_and_on_the_page(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    let beside = propose(page).await?;
    if workers(page).await? != 1 {
        return Err("the proposal was not made in a worker".into());
    }
    // The demo page, served with a policy that forbids workers.
    let site = PathBuf::from(std::env::var("CENTERING_SITE")?);
    let policy = CONTENT_SECURITY_POLICY.replace("worker-src 'self'", "worker-src 'none'");
    if policy == CONTENT_SECURITY_POLICY {
        return Err("the policy of the server names no workers".into());
    }
    let options = Options {
        content_security_policy: policy,
        ..Options::default()
    };
    let server = Server::start(&site, options)?;
    page.visit(server.address().to_string());
    page.open("host-demo.html").await?;
    page.script("planner().scrollIntoView(); return true", &[])
        .await?;
    page.planner_is_up(TODAY).await?;
    let on_page = propose(page).await?;
    if beside != on_page {
        return Err("the plan of the worker differs from that of the page".into());
    }
    Ok(())
}

pub async fn work_goes_on_without_its_worker(page: &mut Page) -> Outcome {
    let copy = Copy::new(&format!("work-{}", page.engine().name()))?;
    let server = Server::start(copy.path(), Options::default())?;
    page.visit(server.address().to_string());
    page.open_planner("index.html", TODAY).await?;
    page.open_example().await?;
    saved(page).await?;
    // The program of the worker cannot be had any more: that of the page is there already.
    let program = "pkg/centering_web_bg";
    copy.take_away("pkg", "centering_web_bg")?;
    again(page, "KPL-2027-03-1")
        .await
        .map_err(|failure| format!("without {program}: {failure}"))?;
    copy.copy("pkg")?;
    // A worker that never says anything.
    std::fs::write(copy.path().join("centering-worker.js"), "")?;
    again(page, "KPL-2027-03-1")
        .await
        .map_err(|failure| format!("with a silent worker: {failure}").into())
}

/// Dissolves a group and has the planner make it again.
async fn again(page: &mut Page, group: &str) -> Outcome {
    let before = groups(page, |count| count > 0).await?;
    // The message would lie over the buttons below.
    page.without_message().await?;
    page.click("main button.rowbtn", group).await?;
    page.click("main button", "Hef groep op").await?;
    groups(page, |count| count == before - 1).await?;
    page.click("main button", "Maak een nieuw voorstel").await?;
    groups(page, |count| count == before).await?;
    Ok(())
}

/// Dissolves a group of the example, makes a new proposal, and gives the plan.
async fn propose(page: &mut Page) -> Result<Value, Failure> {
    let count = "window.workersStarted = 0; const Real = Worker; \
        window.Worker = class extends Real { constructor(...words) { super(...words); window.workersStarted += 1; } }; return true";
    page.script(count, &[]).await?;
    page.open_example().await?;
    saved(page).await?;
    let before = groups(page, |count| count > 0).await?;
    page.without_message().await?;
    page.click("main button.rowbtn", "KPL-2027-03-1").await?;
    page.click("main button", "Hef groep op").await?;
    groups(page, |count| count == before - 1).await?;
    page.click("main button", "Maak een nieuw voorstel").await?;
    groups(page, |count| count == before).await?;
    saved(page).await?;
    stored_plan(page).await
}

async fn workers(page: &Page) -> Result<u64, Failure> {
    let started = page.script("return window.workersStarted", &[]).await?;
    Ok(started.as_u64().unwrap_or_default())
}

/// Waits until the stored plan has as many groups as wanted.
async fn groups(page: &Page, is_wanted: impl Fn(usize) -> bool) -> Result<usize, Failure> {
    let read = |plan: &Value| plan["groups"].as_array().map_or(0, Vec::len);
    until_stored(page, "the number of groups", read, |count| {
        is_wanted(*count)
    })
    .await
}
