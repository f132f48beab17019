//! Brings a scenario into the planner as a coordinator does: the list is pasted, holidays are set in the
//! settings, and the group is proposed or put together by hand.

use super::super::page::Page;
use super::super::{Failure, Outcome};
use super::words::Words;
use centering_tests::scenario::{Scenario, read_day};
use serde_json::json;

/// Enters a scenario on the day after the last birth; gives the code of its one group.
pub async fn enter(page: &mut Page, scenario: &Scenario) -> Result<String, Failure> {
    let births = scenario
        .families
        .iter()
        .map(|family| read_day(&family.birth));
    let births: Vec<_> = births.collect::<Result<_, _>>()?;
    let last = births
        .into_iter()
        .max()
        .ok_or("the scenario has no families")?;
    page.open_in_look(&last.plus(1).to_string()).await?;
    let count = scenario.families.len();
    page.click("button", page.say("Nieuw plan", "New plan"))
        .await?;
    page.paste("#paste", &list(scenario)).await?;
    let read = page.say("gezinnen gelezen", "families read");
    page.sees(&format!("{count} {read}")).await?;
    if scenario.by_hand {
        let propose = page.say("Maak meteen een voorstel", "Make a proposal");
        page.click("dialog[open] footer label.check", propose)
            .await?;
    }
    let put = page.either(
        format!("Zet {count} gezinnen in het plan"),
        format!("Put {count} families in the plan"),
    );
    page.click("dialog[open] footer button", &put).await?;
    page.find("h1", page.say("Groepen", "Groups")).await?;
    configure(page, scenario).await?;
    if scenario.by_hand {
        by_hand(page, scenario).await?;
    }
    let groups = "return all('.gtable button.rowbtn').map((row) => row.textContent.trim())";
    page.wait(
        "one group",
        "return all('.gtable button.rowbtn').length === 1",
        &[],
    )
    .await?;
    let group = page.script(groups, &[]).await?[0]
        .as_str()
        .map(str::to_owned);
    let group = group.ok_or("no group")?;
    if let Some(half_day) = &scenario.half_day {
        meets_on(page, &group, half_day).await?;
    }
    Ok(group)
}

/// The list as a person has it in Excel.
fn list(scenario: &Scenario) -> String {
    let rows = scenario.families.iter().map(|family| {
        let cells = [
            &family.code,
            &family.birth,
            &scenario.location,
            &family.half_days,
        ];
        cells.map(String::as_str).join("\t") + "\n"
    });
    format!(
        "Code\tGeboortedatum\tLocatie\tDagdelen\n{}",
        rows.collect::<String>()
    )
}

/// Sets the region of the school holidays and the holidays in which no bijeenkomst may be.
async fn configure(page: &mut Page, scenario: &Scenario) -> Outcome {
    let region = match scenario.region.as_str() {
        "north" => page.say("Noord", "North"),
        "middle" => page.say("Midden", "Middle"),
        _ => page.say("Zuid", "South"),
    };
    if !scenario.forbidden.is_empty() {
        page.click("nav button", page.say("Instellingen", "Settings"))
            .await?;
        let label = page.say(
            "Regio van de schoolvakanties",
            "Region of the school holidays",
        );
        page.choose(label, region).await?;
        for forbidden in &scenario.forbidden {
            let name = Words(page.look().lang).closed(forbidden)?;
            let capital: String = name[..1].to_uppercase() + &name[1..];
            page.choose(&capital, page.say("Nooit", "Never")).await?;
        }
        let again = page.say("Maak meteen een nieuw voorstel", "Make a new proposal");
        page.click("dialog[open] footer label.check", again).await?;
        page.click("dialog[open] footer button", page.say("Bewaar", "Save"))
            .await?;
    }
    let of_region = page.either(
        format!("Schoolvakanties regio {region}."),
        format!("School holidays of region {region}."),
    );
    page.sees(&of_region).await
}

/// Chooses every family and makes a group of them.
async fn by_hand(page: &mut Page, scenario: &Scenario) -> Outcome {
    for family in &scenario.families {
        let choose = format!("{} {}", page.say("Kies", "Choose"), family.code);
        page.click(".waiting label.check", &choose).await?;
    }
    let count = page.either(
        format!("{} gezinnen gekozen", scenario.families.len()),
        format!("{} families chosen", scenario.families.len()),
    );
    page.sees(&count).await?;
    let make = page.say(
        "Maak een groep van deze gezinnen",
        "Make a group of these families",
    );
    page.click("main button", make).await
}

/// Gives the group its fixed half-day.
async fn meets_on(page: &mut Page, group: &str, half_day: &str) -> Outcome {
    page.click(".gtable button.rowbtn", group).await?;
    let words = Words(page.look().lang).half_day(half_day)?;
    let body = "const list = root().getElementById('half-day'); if (!list) return false; \
        list.selectedIndex = [...list.options].findIndex((one) => one.textContent.startsWith(arguments[0])); \
        list.dispatchEvent(new Event('change', { bubbles: true })); return list.selectedIndex > 0";
    page.wait(&format!("the half-day {words}"), body, &[json!(words)])
        .await?;
    let chosen = "return root().getElementById('half-day')?.selectedOptions[0]?.textContent.startsWith(arguments[0]) ?? false";
    page.wait(&format!("{words} is chosen"), chosen, &[json!(words)])
        .await
}
