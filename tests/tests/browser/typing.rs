//! What is typed into a table is what is stored: at every speed, through saves, scrolling, resizing and redraws, and
//! what cannot be stored is named.

use super::main_job::{record, saved, stored_plan, until_stored};
use super::page::Page;
use super::{Failure, Outcome};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

const TODAY: &str = "2027-02-15";
const FAMILIES: usize = 20;
/// The times from key to key in milliseconds, and how many values of each table are typed at each: the fastest loses
/// most, the slowest takes longest.
const PACES: [(u64, usize); 3] = [(40, 16), (120, 8), (250, 5)];
/// Which value of each round something happens in the middle of.
const BROKEN: usize = 3;

/// So many families at one location, born day after day.
fn list(families: usize) -> String {
    let mut list = "Code;Geboortedatum;Locatie\n".to_owned();
    for number in 0..families {
        let (month, day) = (1 + number / 28, 1 + number % 28);
        let line = writeln!(list, "N{:02};{day}-{month}-2027;Noord", number + 1);
        // Writing to a string never fails.
        line.unwrap_or_default();
    }
    list
}

/// A plan with so many families and without groups, at the intake.
async fn with_families(page: &mut Page, families: usize) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.click("button", "Nieuw plan").await?;
    page.paste("#paste", &list(families)).await?;
    page.click("dialog[open] label", "Maak meteen").await?;
    page.click("dialog[open] footer button", "in het plan")
        .await?;
    page.click("nav button", "Instroom").await?;
    page.find("h1", "Instroom").await?;
    saved(page).await
}

/// The names of the fields in the tables, in order.
async fn fields(page: &Page) -> Result<Vec<String>, Failure> {
    let body =
        "return all('main table input.cell').map((field) => field.getAttribute('aria-label'))";
    let found = page.script(body, &[]).await?;
    Ok(serde_json::from_value(found)?)
}

/// The first of them.
async fn first_fields(page: &Page, most: usize) -> Result<Vec<String>, Failure> {
    let mut names = fields(page).await?;
    names.truncate(most);
    Ok(names)
}

/// Goes into a field as Tab does, with what stands there selected.
async fn enter(page: &Page, name: &str) -> Outcome {
    let body = "const field = all('input').find((one) => one.getAttribute('aria-label') === arguments[0]); if (!field) return false; \
        field.focus(); field.select(); return true";
    page.wait(&format!("the field '{name}'"), body, &[json!(name)])
        .await
}

/// Waits until the stored plan holds exactly these values: by the name of the field.
async fn stored(page: &Page, expected: &BTreeMap<String, Value>) -> Outcome {
    let wrong = |plan: &Value| -> Vec<String> {
        let wrong = expected.iter().filter_map(|(name, value)| {
            let found = value_of(plan, name);
            (found != *value).then(|| format!("{name}: {found} and not {value}"))
        });
        wrong.collect()
    };
    let found = until_stored(page, "what was typed, none wrong", wrong, Vec::is_empty).await;
    found.map(drop)
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
];

/// What the plan holds for a field of this name.
fn value_of(plan: &Value, name: &str) -> Value {
    if let Some(code) = name.strip_prefix("Geboren of uitgerekend van ") {
        return record(&plan["enrolments"], "code", code)["birth"].clone();
    }
    let month = |text: &str| {
        let (name, year) = text.split_once(' ').unwrap_or_default();
        let number = MONTHS.iter().position(|one| *one == name).unwrap_or(12) + 1;
        format!("{year}-{number:02}")
    };
    let known = &plan["recruitment"][0];
    if let Some(text) = name.strip_prefix("Geboorten in ") {
        return known["births"][month(text)].clone();
    }
    match name.strip_prefix("Benaderd in ") {
        Some(text) => known["approached"][month(text)]["home_visit"].clone(),
        None => known["participation"].clone(),
    }
}

/// A value typed in two halves, with something happening in between.
async fn type_broken(page: &Page, text: &str, pace: Duration, scroll: i32) -> Outcome {
    let (half, rest) = text.split_at(text.len() / 2);
    page.type_at(half, pace).await?;
    page.script("scrollBy(0, arguments[0]); return true", &[json!(scroll)])
        .await?;
    let body = "return window.kept.stored === window.kept.edits";
    page.wait("what was typed before is saved", body, &[])
        .await?;
    page.type_at(rest, pace).await
}

pub async fn what_is_typed_is_what_is_stored(page: &mut Page) -> Outcome {
    with_families(page, FAMILIES).await?;
    let mut expected = BTreeMap::new();
    for (round, (pace, most)) in PACES.into_iter().enumerate() {
        let pace = Duration::from_millis(pace);
        // Across: twelve months of births, from field to field with Tab.
        page.click("main button", "Verwachte geboorten").await?;
        let names = first_fields(page, most).await?;
        figures(page, &names, round, pace, "\t", &mut expected).await?;
        stored(page, &expected).await?;
        // Down: those approached, from row to row with Enter.
        page.click("main button", "Werving").await?;
        page.choose("Route", "Huisbezoek").await?;
        page.find("main table input.cell", "Benaderd in").await?;
        let names = first_fields(page, most).await?;
        figures(page, &names, round + 3, pace, "\n", &mut expected).await?;
        stored(page, &expected).await?;
        // Down: sixteen birth dates.
        page.click("main button", "Aanmeldingen").await?;
        page.find("main table input.cell", "Geboren of uitgerekend van")
            .await?;
        let names = first_fields(page, most).await?;
        enter(page, names.first().ok_or("no family is shown")?).await?;
        for (place, name) in names.iter().enumerate() {
            let (day, month) = (1 + (place * 7 + round) % 28, 1 + (place + round) % 2);
            let text = format!("{day}-{month}-2027\n");
            if place == BROKEN {
                type_broken(page, &text, pace, 120).await?;
            } else {
                page.type_at(&text, pace).await?;
            }
            let date = format!("2027-{month:02}-{day:02}");
            expected.insert(name.clone(), json!(date));
        }
        stored(page, &expected).await?;
    }
    Ok(())
}

/// Types a number into each of these fields, and leaves each with this key.
async fn figures(
    page: &Page,
    names: &[String],
    round: usize,
    pace: Duration,
    leave: &str,
    expected: &mut BTreeMap<String, Value>,
) -> Outcome {
    enter(page, names.first().ok_or("no field is shown")?).await?;
    for (place, name) in names.iter().enumerate() {
        let number = 100 * (round + 1) + place;
        let text = format!("{number}{leave}");
        if place == BROKEN {
            type_broken(page, &text, pace, 60).await?;
        } else {
            page.type_at(&text, pace).await?;
        }
        expected.insert(name.clone(), json!(number));
    }
    Ok(())
}

pub async fn what_is_wrong_is_named_and_kept(page: &mut Page) -> Outcome {
    with_families(page, 3).await?;
    let before = stored_plan(page).await?;
    let of = |code: &str| format!("Geboren of uitgerekend van {code}");
    // Left by a click on another screen: named there, and back in its field.
    enter(page, &of("N02")).await?;
    page.type_text("31-2-2027").await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    page.sees("Dit heb je getypt en is niet opgeslagen").await?;
    page.sees("Geboren of uitgerekend van N02: ‘31-2-2027’. Deze dag bestaat niet.")
        .await?;
    page.click("nav button", "Instroom").await?;
    page.find("h1", "Instroom").await?;
    holds(page, &of("N02"), "31-2-2027", true).await?;
    // Escape takes the value of the plan back, and nothing is left to tell.
    enter(page, &of("N02")).await?;
    page.press(&["Escape"]).await?;
    holds(page, &of("N02"), "2-1-2027", false).await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    page.wait(
        "nothing is told to be lost",
        "return !all('.messages').some((place) => place.textContent.includes('niet opgeslagen'))",
        &[],
    )
    .await?;
    if stored_plan(page).await?["enrolments"] != before["enrolments"] {
        return Err("a wrong date changed the plan".into());
    }
    // Good, and left by a click on another screen, without a key that ends it.
    page.click("nav button", "Instroom").await?;
    page.find("h1", "Instroom").await?;
    enter(page, &of("N03")).await?;
    page.type_text("9-1-2027").await?;
    page.click("nav button", "Groepen").await?;
    let mut expected = BTreeMap::from([(of("N03"), json!("2027-01-09"))]);
    stored(page, &expected).await?;
    // The planner is taken out of the page with the field half done.
    page.click("nav button", "Instroom").await?;
    page.find("h1", "Instroom").await?;
    enter(page, &of("N01")).await?;
    page.type_text("8-1-2027").await?;
    page.script("planner().remove(); return true", &[]).await?;
    expected.insert(of("N01"), json!("2027-01-08"));
    stored(page, &expected).await
}

/// Waits until a field holds this, and says that it is wrong, or not.
async fn holds(page: &Page, name: &str, text: &str, is_wrong: bool) -> Outcome {
    let body = "const field = all('input').find((one) => one.getAttribute('aria-label') === arguments[0]); \
        return field?.value === arguments[1] && (field.getAttribute('aria-invalid') === 'true') === arguments[2]";
    page.wait(
        &format!("'{name}' holds '{text}'"),
        body,
        &[json!(name), json!(text), json!(is_wrong)],
    )
    .await
}

/// How many actions the monkey makes in each engine; `CENTERING_ACTIONS` asks for more.
const ACTIONS: usize = 250;

/// A source of numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    /// A number below `count`.
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (count.max(1) as u64)).unwrap_or_default()
    }
}

/// What the monkey knows of the plan.
struct Monkey {
    dice: Dice,
    /// What each field should hold in the plan.
    expected: BTreeMap<String, Value>,
    /// Field and value before each edit that can be undone.
    done: Vec<(String, Value)>,
}

impl Monkey {
    /// Something to type into a field, and the value it stands for; `None` where it is wrong.
    fn text_for(&mut self, name: &str) -> (String, Option<Value>) {
        let dice = &mut self.dice;
        if name.starts_with("Geboren") {
            let (day, month) = (1 + dice.below(28), 1 + dice.below(2));
            let date = json!(format!("2027-{month:02}-{day:02}"));
            return match dice.below(8) {
                0 => ("31-2-2027".to_owned(), None),
                1 => (format!("{day}-{month}"), None),
                2 => (format!("2027-{month:02}-{day:02}"), Some(date)),
                3 => (format!("{day:02}/{month:02}/2027"), Some(date)),
                _ => (format!("{day}-{month}-2027"), Some(date)),
            };
        }
        let number = dice.below(900) + 1;
        match dice.below(8) {
            0 => (format!("{number}x"), None),
            1 => (format!("0{number}"), Some(json!(number))),
            _ => (number.to_string(), Some(json!(number))),
        }
    }

    /// Notes that a value was typed and left.
    fn note(&mut self, name: &str, value: Value) {
        let before = self.expected.insert(name.to_owned(), value.clone());
        let before = before.unwrap_or(Value::Null);
        if before != value {
            self.done.push((name.to_owned(), before));
        }
    }
}

pub async fn a_monkey_types_and_nothing_is_lost(page: &mut Page) -> Outcome {
    // More families than are drawn at once.
    const MANY: usize = 70;
    with_families(page, MANY).await?;
    let seed = page.engine().name().bytes().map(u64::from).sum::<u64>() + 20_270_215;
    let plan = stored_plan(page).await?;
    let code = |number: usize| format!("Geboren of uitgerekend van N{number:02}");
    let known = (1..=MANY).map(|number| (code(number), value_of(&plan, &code(number))));
    let mut monkey = Monkey {
        dice: Dice(seed),
        expected: known.collect(),
        done: Vec::new(),
    };
    let wanted = std::env::var("CENTERING_ACTIONS").ok();
    let wanted = wanted.map_or(Ok(ACTIONS), |number| number.parse())?;
    let mut actions = 0;
    while actions < wanted {
        actions += one_turn(page, &mut monkey).await?;
        if monkey.dice.below(8) == 0 {
            stored(page, &monkey.expected)
                .await
                .map_err(|failure| format!("after {actions} actions: {failure}"))?;
        }
    }
    stored(page, &monkey.expected).await
}

/// A few actions: perhaps another view, then some values typed after each other. Gives how many.
async fn one_turn(page: &mut Page, monkey: &mut Monkey) -> Result<usize, Failure> {
    let mut actions = 0;
    match monkey.dice.below(5) {
        0 => page.click("main button", "Verwachte geboorten").await?,
        1 => {
            page.click("main button", "Werving").await?;
            page.find("main h2", "Per maand").await?;
            page.choose("Route", "Huisbezoek").await?;
        }
        2 => page.click("main button", "Aanmeldingen").await?,
        3 => {
            // Away and back.
            page.click("nav button", "Groepen").await?;
            page.find("h1", "Groepen").await?;
            page.click("nav button", "Instroom").await?;
            actions += 1;
        }
        _ => {}
    }
    page.find("main table input.cell", "").await?;
    let names = fields(page).await?;
    let start = monkey.dice.below(names.len());
    enter(page, names.get(start).ok_or("no field is shown")?).await?;
    actions += 2;
    for _ in 0..3 + monkey.dice.below(10) {
        let Some(name) = focused_field(page).await? else {
            break;
        };
        let (text, value) = monkey.text_for(&name);
        let pace = Duration::from_millis([0, 0, 0, 15, 40, 120][monkey.dice.below(6)]);
        let leave = ["\t", "\n", "\n"][monkey.dice.below(3)];
        match monkey.dice.below(16) {
            // Something happens with the value half typed.
            0 => type_broken(page, &text, pace, 150).await?,
            1 => type_broken(page, &text, pace, -400).await?,
            2 => {
                page.type_at(&text, pace).await?;
                let width = 900 + u32::try_from(monkey.dice.below(400))?;
                page.widen(width).await?;
            }
            _ => page.type_at(&text, pace).await?,
        }
        page.type_at(leave, pace).await?;
        actions += 2;
        if let Some(value) = value {
            monkey.note(&name, value);
        } else {
            // Named at its field, which Escape gives the value of the plan back.
            holds(page, &name, &text, true).await?;
            enter(page, &name).await?;
            page.press(&["Escape"]).await?;
            enter(page, &name).await?;
            actions += 2;
        }
    }
    if monkey.dice.below(4) == 0
        && let Some((name, before)) = monkey.done.pop()
    {
        // Not with the pointer: WebKitGTK now and then loses a click, which other checks try.
        let undo = "const button = named('header button', 'Maak ongedaan'); button?.click(); return !!button";
        page.wait("the button that undoes", undo, &[]).await?;
        monkey.expected.insert(name, before);
        actions += 1;
    }
    Ok(actions)
}

/// The name of the field of a table that has focus.
async fn focused_field(page: &Page) -> Result<Option<String>, Failure> {
    let body = "const field = root()?.activeElement; return field?.matches('table input.cell') ? field.getAttribute('aria-label') : null";
    let name = page.script(body, &[]).await?;
    Ok(name.as_str().map(str::to_owned))
}
