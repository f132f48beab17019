//! The command `cargo xtask bench screens`: the roster with a national plan in headless Chromium, slowed down four times,
//! and the same plan in other libraries from their npm packages. How and what came out: `bench/README.md`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::Browser;
use xtask::project::Project;
use xtask::run::{cargo, run, run_quietly, say};
use xtask::serve::{CONTENT_SECURITY_POLICY, Options, Server};
use xtask::{machine, site, tools};

/// How often each figure is measured; the median of the runs counts.
const RUNS: usize = 5;
/// The slowdown of the processor.
const SLOWDOWN: u32 = 4;
/// Keys of one run: walk, move and back, place, pin and unpin, undo. A key with what is held beside it.
const KEYS: [(&str, &str, u32, u32); 12] = [
    ("ArrowRight", "ArrowRight", 39, 0),
    ("ArrowLeft", "ArrowLeft", 37, 0),
    ("ArrowRight", "ArrowRight", 39, ALT),
    ("ArrowRight", "ArrowRight", 39, ALT),
    ("Enter", "Enter", 13, 0),
    ("p", "KeyP", 80, 0),
    ("p", "KeyP", 80, 0),
    ("z", "KeyZ", 90, CONTROL),
    ("z", "KeyZ", 90, CONTROL),
    ("z", "KeyZ", 90, CONTROL),
    ("ArrowLeft", "ArrowLeft", 37, ALT),
    ("Escape", "Escape", 27, 0),
];
const ALT: u32 = 1;
const CONTROL: u32 = 2;
/// How often the keys are pressed in one run.
const ROUNDS: usize = 6;
/// How far each frame scrolls, in pixels, and how many frames.
const SCROLL: (u32, u32) = (120, 300);
/// The locations of the region that is planned again.
const REGION: &str = "30";
/// 1.6 Mbps in bytes a second, and the round trip in milliseconds.
const NETWORK: (u32, u32) = (1_600_000 / 8, 150);
/// The longest another library may take to draw.
const PEER_LIMIT: Duration = Duration::from_secs(90);
/// The other libraries, with what is served of each.
const PEERS: [(&str, &str); 4] = [
    ("fullcalendar", "7.1.0"),
    ("temporal-polyfill", "1.0.8"),
    ("vis-timeline", "8.5.4"),
    ("frappe-gantt", "1.2.2"),
];

/// What is measured of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The example on a slow line.
    Example,
    /// The longest task while a plan is made.
    Proposal,
    /// The roster of a national plan.
    National,
    /// Other libraries with that plan.
    Peers,
}

impl Figure {
    /// All of them, in the order in which they are measured.
    pub const ALL: [Self; 4] = [Self::Example, Self::Proposal, Self::National, Self::Peers];

    /// The word of the command.
    pub fn name(self) -> &'static str {
        match self {
            Self::Example => "example",
            Self::Proposal => "proposal",
            Self::National => "national",
            Self::Peers => "peers",
        }
    }
}

/// Measures these figures of the screens, or all, and prints a line for each.
///
/// # Errors
/// When something cannot be built, or the browser or a page fails.
pub fn all(project: &Project, figures: &[Figure]) -> Result<()> {
    machine::prepare_node(project)?;
    machine::prepare_chromium()?;
    if std::env::var_os("CENTERING_SITE").is_none() {
        site::build(project)?;
    }
    let folder = project.bench().join("screens");
    lay_out(project, &folder)?;
    let script = fs::read_to_string(project.root().join("bench/screens/measure.js"))?;
    let server = Server::start(&folder, Options::default())?;
    let address = format!("http://{}/index.html", server.address());
    let all = Figure::ALL.into_iter();
    for figure in all.filter(|figure| figures.is_empty() || figures.contains(figure)) {
        match figure {
            Figure::Example => example(&address)?,
            Figure::Proposal => proposal(&folder, &script)?,
            Figure::National => national(&address, &script)?,
            Figure::Peers => peers(project, &folder)?,
        }
    }
    Ok(())
}

/// The site with the national plan and the pages of the other libraries beside it.
fn lay_out(project: &Project, folder: &Path) -> Result<()> {
    copy_folder(&project.site(), folder)?;
    national_plan(project, &folder.join("national.json"), None)?;
    let region = folder.join("region.json");
    national_plan(project, &region, Some(REGION))?;
    without_groups(&region)?;
    let list = project.root().join("tests/data/aanmeldingen.csv");
    fs::copy(list, folder.join("list.csv"))?;
    for page in ["peers.html", "peers.js"] {
        let from = project.root().join("bench/screens").join(page);
        fs::copy(from, folder.join(page))?;
    }
    Ok(())
}

/// Writes the plan of the country, or of its first locations, unless it is there.
fn national_plan(project: &Project, file: &Path, locations: Option<&str>) -> Result<()> {
    if file.is_file() {
        return Ok(());
    }
    let release = [
        "run",
        "--quiet",
        "--release",
        "--package",
        "centering-bench",
    ];
    run(cargo(project)
        .args(release)
        .args(["--bin", "national", "--"])
        .arg(file)
        .args(locations))
}

/// Leaves the families, the team and the weekly lines, before the first birth.
fn without_groups(file: &Path) -> Result<()> {
    let mut plan: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    plan["groups"] = json!([]);
    plan["today"] = json!("2025-12-01");
    fs::write(file, plan.to_string())?;
    Ok(())
}

/// From navigation to the example on the screen, on a slow line with an empty cache.
fn example(address: &str) -> Result<()> {
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let browser = Browser::open("about:blank")?;
        browser.devtools("Network.enable", &json!({}))?;
        let (bytes, latency) = NETWORK;
        let line = json!({ "offline": false, "latency": latency, "downloadThroughput": bytes, "uploadThroughput": bytes });
        browser.devtools("Network.emulateNetworkConditions", &line)?;
        browser.go(address)?;
        let body = "const done = arguments[arguments.length - 1]; \
            const root = () => document.querySelector('centering-planner')?.shadowRoot; \
            const find = (words) => [...(root()?.querySelectorAll('main button') ?? [])].find((one) => one.textContent.includes(words)); \
            const wait = (found, then) => { const value = found(); value ? then(value) : requestAnimationFrame(() => wait(found, then)); }; \
            wait(() => find('Bekijk het voorbeeld'), (button) => { const start = performance.now(); button.click(); \
                wait(() => root().querySelector('main .today .todo'), () => requestAnimationFrame(() => { const usable = performance.now();                     wait(() => root().querySelector('.nav .end .st.error'), () => done([start, usable, performance.now()])); })); })";
        let found = browser.script(body, &[])?;
        times.push([number(&found[0])?, number(&found[1])?, number(&found[2])?]);
    }
    let at = |place: usize| median(times.iter().map(|run| run[place]).collect());
    line(
        "start screen after navigation, 1.6 Mbps / 150 ms",
        at(0),
        None,
    );
    line(
        "example usable after navigation, 1.6 Mbps / 150 ms",
        at(1),
        Some(1_000.0),
    );
    line("  its problems are counted", at(2), None);
    Ok(())
}

/// The longest task of the page while a plan is made: of a list of 769 families without lines, and of a region of
/// [`REGION`] locations with weekly lines; where the page allows a worker, and where it allows none.
fn proposal(folder: &Path, script: &str) -> Result<()> {
    for (workers, place) in [("'self'", "worker"), ("'none'", "no worker")] {
        let policy =
            CONTENT_SECURITY_POLICY.replace("worker-src 'self'", &format!("worker-src {workers}"));
        let options = Options {
            content_security_policy: policy,
            ..Options::default()
        };
        let server = Server::start(folder, options)?;
        let address = format!("http://{}/host-demo.html", server.address());
        for (what, function, file) in [
            ("a list", "planList", "list.csv"),
            ("a region with lines", "planRegion", "region.json"),
        ] {
            let mut longest = Vec::new();
            for _ in 0..RUNS {
                let browser = Browser::open(&address)?;
                browser.run(script)?;
                let tasks = numbers(&browser.measure(function, &[json!(file)])?)?;
                longest.push(tasks.into_iter().fold(0.0, f64::max));
            }
            let name = format!("longest task of the page, {what}, {place}");
            line(&name, median(longest), Some(50.0));
        }
    }
    Ok(())
}

fn national(address: &str, script: &str) -> Result<()> {
    let (mut open, mut first, mut keys, mut scroll, mut worst) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut heap = Vec::new();
    for _ in 0..RUNS {
        let browser = Browser::open(address)?;
        let size = json!({ "width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        browser.devtools("Emulation.setDeviceMetricsOverride", &size)?;
        browser.run(script)?;
        open.push(number(
            &browser.measure("open", &[json!("national.json")])?,
        )?);
        browser.measure("settled", &[])?;
        heap.push(number(&browser.measure("heap", &[])?)?);
        let rate = json!({ "rate": SLOWDOWN });
        browser.devtools("Emulation.setCPUThrottlingRate", &rate)?;
        first.push(number(&browser.measure("firstPaint", &[])?)?);
        browser.measure("settled", &[])?;
        let mut frames = numbers(&browser.measure("scroll", &[json!(SCROLL.0), json!(SCROLL.1)])?)?;
        frames.sort_by(f64::total_cmp);
        scroll.push(percentile(&frames, 95));
        worst.push(frames.last().copied().unwrap_or_default());
        browser.measure("scroll", &[json!(0), json!(1)])?;
        browser.measure("listen", &[])?;
        let mut pressed = 0;
        for _ in 0..ROUNDS {
            for (key, code, number, modifiers) in KEYS {
                for kind in ["rawKeyDown", "keyUp"] {
                    let event = json!({ "type": kind, "key": key, "code": code,
                        "windowsVirtualKeyCode": number, "modifiers": modifiers });
                    browser.devtools("Input.dispatchKeyEvent", &event)?;
                }
                pressed += 1;
                browser.measure("keys", &[json!(pressed)])?;
            }
        }
        let mut times = numbers(&browser.measure("keys", &[json!(pressed)])?)?;
        times.sort_by(f64::total_cmp);
        keys.push(percentile(&times, 95));
    }
    line(
        "national plan opened from a file, no slowdown",
        median(open),
        Some(2_000.0),
    );
    line("  heap of it, MB", median(heap), None);
    line(
        "year overview first painted, slowdown 4",
        median(first),
        Some(500.0),
    );
    line(
        "scrolling the year, 95th percentile of frames, slowdown 4",
        median(scroll),
        Some(50.0),
    );
    line(
        "scrolling the year, longest frame, slowdown 4",
        median(worst),
        Some(50.0),
    );
    line(
        "key press to paint, 95th percentile, slowdown 4",
        median(keys),
        Some(50.0),
    );
    Ok(())
}

/// The same plan in other libraries; one line where npm cannot fetch them.
fn peers(project: &Project, folder: &Path) -> Result<()> {
    let place = project.bench().join("peers");
    fs::create_dir_all(&place)?;
    let names = PEERS.map(|(name, version)| format!("{name}@{version}"));
    let mut install = tools::npm();
    install
        .args([
            "install",
            "--no-save",
            "--no-package-lock",
            "--no-audit",
            "--no-fund",
        ])
        .args(["--ignore-scripts", "--loglevel", "error", "--prefix"])
        .arg(&place)
        .args(&names);
    if run_quietly(&mut install).is_err() {
        say("other libraries: npm cannot fetch them here");
        return Ok(());
    }
    for (name, _) in PEERS {
        let from = place.join("node_modules").join(name);
        copy_folder(&from, &folder.join("lib").join(name))?;
    }
    let policy = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:".to_owned();
    let options = Options {
        content_security_policy: policy,
        ..Options::default()
    };
    let server = Server::start(folder, options)?;
    for name in ["fullcalendar", "vis-timeline", "frappe-gantt"] {
        let mut browser = Browser::open(&format!("http://{}/peers.html", server.address()))?;
        browser.wait_at_most(PEER_LIMIT)?;
        let start = Instant::now();
        match browser.call("draw", &json!([name])) {
            Ok(found) => say(&format!(
                "{name:<14} first drawn after {:>8.0} ms, heap {:>5.0} MB, no slowdown",
                number(&found[0])?,
                number(&found[1])?
            )),
            Err(_) if start.elapsed() >= PEER_LIMIT => say(&format!(
                "{name:<14} not drawn within {} s, no slowdown",
                PEER_LIMIT.as_secs()
            )),
            Err(error) => say(&format!("{name:<14} gave up: {error:#}")),
        }
    }
    Ok(())
}

fn line(what: &str, found: f64, goal: Option<f64>) {
    let goal = goal.map_or_else(String::new, |goal| {
        let word = if found <= goal { "reached" } else { "missed" };
        format!("  goal {goal:>6.0}: {word}")
    });
    say(&format!("{what:<60} {found:>8.0}{goal}"));
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    percentile(&numbers, 50)
}

/// The least number that so many percent are at or below; the numbers are sorted.
fn percentile(sorted: &[f64], percent: usize) -> f64 {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or_default()
}

fn number(value: &Value) -> Result<f64> {
    value
        .as_f64()
        .with_context(|| format!("not a number: {value}"))
}

fn numbers(value: &Value) -> Result<Vec<f64>> {
    let list = value.as_array().context("not a list")?;
    ensure!(!list.is_empty(), "nothing was measured");
    list.iter().map(number).collect()
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("no folder {}", from.display()))? {
        let entry = entry?;
        let target: PathBuf = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::percentile;

    #[test]
    fn percentiles_are_of_the_list_itself() {
        let numbers: Vec<f64> = (1..=20).map(f64::from).collect();
        assert_eq!(percentile(&numbers, 95), 19.0);
        assert_eq!(percentile(&numbers, 50), 10.0);
        assert_eq!(percentile(&[7.0], 95), 7.0);
        assert_eq!(percentile(&[], 95), 0.0);
    }
}
