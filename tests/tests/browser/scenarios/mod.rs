//! The acceptance scenarios of `tests/scenarios` as a coordinator plays them: with the pointer, through the
//! dialogs and screens, and what must come out read off the screens. The expectations are those of the files.

mod absence;
mod enter;
mod read;
mod words;

pub use absence::scenario_9_a_begeleider_drops_out;

use super::Outcome;
use super::page::Page;
use centering_tests::scenario::{Expected, Scenario};
use serde_json::json;
use words::Words;

/// Plays a scenario and reads off the screens what it expects; gives the group.
async fn play(page: &mut Page, text: &str) -> Result<String, super::Failure> {
    let scenario = Scenario::read(text)?;
    let group = enter::enter(page, &scenario).await?;
    let wrong = read::mismatches(page, &scenario, &group).await?;
    if wrong.is_empty() {
        return Ok(group);
    }
    Err(wrong.join("\n        ").into())
}

pub async fn scenario_3_a_spread_of_20_days_fits(page: &mut Page) -> Outcome {
    let text = include_str!("../../../scenarios/03-spreiding-20-dagen-past.txt");
    play(page, text).await.map(|_| ())
}

pub async fn scenario_4_a_holiday_and_what_is_left(page: &mut Page) -> Outcome {
    let text = include_str!("../../../scenarios/04-feestdag-en-alternatief.txt");
    play(page, text).await.map(|_| ())
}

pub async fn scenario_5_a_spread_of_27_days_does_not_fit(page: &mut Page) -> Outcome {
    let text = include_str!("../../../scenarios/05-spreiding-27-dagen-past-niet-op-donderdag.txt");
    play(page, text).await.map(|_| ())
}

/// B4 also carries a sign in the layer of the vaccinations, and no other bijeenkomst does.
pub async fn scenario_7_rsv_and_the_summer(page: &mut Page) -> Outcome {
    let text = include_str!("../../../scenarios/07-rsv-en-zomer.txt");
    let group = play(page, text).await?;
    page.click("nav button", page.say("Rooster", "Schedule"))
        .await?;
    let table = page.say("Tabel", "Table");
    page.click("main .seg button", table).await?;
    let layer = page.say("Prikken (RVP)", "Vaccinations");
    page.click("main .layers label", layer).await?;
    let sign = page.say("RSV in sept. of okt.", "RSV in Sept. or Oct.");
    let marked = "const rows = all('table.roster tbody tr').filter((row) => row.textContent.includes(arguments[0])); \
        const marked = rows.filter((row) => row.textContent.includes(arguments[1])); \
        return rows.length > 1 && marked.length === 1 && marked[0].textContent.includes('B4')";
    let arguments = [json!(group), json!(sign)];
    page.wait("only B4 has the sign of RSV", marked, &arguments)
        .await
}

pub async fn scenario_13_a_bijeenkomst_without_a_day(page: &mut Page) -> Outcome {
    let text = include_str!("../../../scenarios/13-niet-te-plannen.txt");
    play(page, text).await.map(|_| ())
}

/// The month names the day, also where it is a Saturday.
pub async fn scenario_12_the_day_of_koningsdag(page: &mut Page) -> Outcome {
    let scenario = Scenario::read(include_str!("../../../scenarios/12-koningsdag-regel.txt"))?;
    // A calendar has something to show once there is a group; that of scenario 7 is made in April.
    let families = Scenario::read(include_str!("../../../scenarios/07-rsv-en-zomer.txt"))?;
    enter::enter(page, &families).await?;
    page.click("nav button", page.say("Rooster", "Schedule"))
        .await?;
    let words = Words(page.look().lang);
    let mut shown = 2027;
    let kings_day = page.say("Koningsdag", "King's Day");
    for (line, expected) in &scenario.expected {
        let Expected::KingsDay(day) = expected else {
            return Err(format!("regel {line}: no Koningsdag").into());
        };
        let (year, ..) = day.parts();
        page.click("main .seg button", page.say("Jaar", "Year"))
            .await?;
        while shown != year {
            // A step of a year.
            let (next, label) = if year < shown {
                (shown - 1, page.say("Eerder", "Earlier"))
            } else {
                (shown + 1, page.say("Later", "Later"))
            };
            page.click("main .years button", label).await?;
            shown = next;
        }
        page.click("main .seg button", page.say("Maand", "Month"))
            .await?;
        page.sees(&format!("{} {year}", page.say("April", "April")))
            .await?;
        // Its own day and no other: that of the list above the days, and of its column on a workday.
        let named = format!("{kings_day} {}", words.day_week(*day, year));
        let body = "const text = root().querySelector('.calendar')?.innerText ?? ''; \
            const days = all('.cal > li').filter((day) => isShown(day) && day.textContent.includes(arguments[1])); \
            return text.includes(arguments[0]) && text.split(arguments[1]).length - 1 === 1 + days.length && days.length <= 1 \
                && days.every((day) => day.textContent.includes(arguments[2]))";
        let arguments = [
            json!(named),
            json!(kings_day),
            json!(words.day_week(*day, year)),
        ];
        page.wait(&format!("regel {line}: {named} {year}"), body, &arguments)
            .await?;
    }
    Ok(())
}
