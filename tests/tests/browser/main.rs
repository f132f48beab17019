//! The pages in Chromium, Firefox and WebKitGTK, driven through WebDriver as a user would.
//! Runs only when `cargo xtask test` sets CENTERING_BROWSER; each engine is required, none is skipped.
//! Words after `--` choose the checks and engines whose names contain one of them.
#![expect(clippy::print_stdout, reason = "a test program prints its results")]

mod access;
mod assurance;
mod axe;
mod day;
mod driver;
mod host_page;
mod intake;
mod keyboard;
mod lists;
mod looks;
mod main_job;
mod narrow;
mod page;
mod paper;
mod parents;
mod parts;
mod refusals;
mod replan;
mod roster;
mod running;
mod scenarios;
mod steps;
mod stored;
mod team;
mod template;
mod today;
mod tour;
mod typing;
mod ways;
mod work;

use driver::{Browser, Browsers, Engine};
use page::Page;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::num::NonZero;
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::{Duration, Instant};
use tokio::task::LocalSet;
use tokio::time::timeout;
use xtask::serve::{Options, Server};

/// So many checks run beside each other at most, and never more than there are cores: a message that goes by itself
/// after seconds is there for a person, and not for a browser that gets no turn.
const MOST_LANES: usize = 3;

/// A check that takes longer has failed: a browser that no longer answers would hold up all others. The longest take a
/// minute or two.
const CHECK_WITHIN: Duration = Duration::from_secs(420);
/// How long it may take to look at what failed.
const LOOK_WITHIN: Duration = Duration::from_secs(15);

/// What went wrong, in words for the person who runs the tests.
pub type Failure = Box<dyn std::error::Error>;
/// What a check gives.
pub type Outcome = Result<(), Failure>;

/// A check that runs in every engine, in a browser that has stored nothing.
struct Check {
    name: &'static str,
    browser: Needed,
    run: for<'a> fn(&'a mut Page) -> std::pin::Pin<Box<dyn Future<Output = Outcome> + 'a>>,
}

/// The browser that a check needs.
#[derive(Clone, Copy)]
enum Needed {
    /// One that knows nothing.
    Any,
    /// One that has loaded nothing before: the check is about what cannot be loaded.
    First,
    /// One in this time zone.
    Zone(&'static str),
}

/// A check from an async function.
macro_rules! check {
    (first $module:ident :: $name:ident) => {
        Check {
            browser: Needed::First,
            ..check!($module::$name)
        }
    };
    (in $zone:literal $module:ident :: $name:ident) => {
        Check {
            browser: Needed::Zone($zone),
            ..check!($module::$name)
        }
    };
    ($module:ident :: $name:ident) => {
        Check {
            name: stringify!($name),
            browser: Needed::Any,
            run: |page| Box::pin($module::$name(page)),
        }
    };
}

const CHECKS: &[Check] = &[
    // The longest first, so that none of them runs on alone at the end.
    check!(typing::what_is_typed_is_what_is_stored),
    check!(typing::a_monkey_types_and_nothing_is_lost),
    check!(main_job::from_list_to_reloaded_plan),
    check!(keyboard::the_whole_job_with_the_keyboard),
    check!(scenarios::scenario_3_a_spread_of_20_days_fits),
    check!(scenarios::scenario_4_a_holiday_and_what_is_left),
    check!(scenarios::scenario_5_a_spread_of_27_days_does_not_fit),
    check!(scenarios::scenario_7_rsv_and_the_summer),
    check!(scenarios::scenario_9_a_begeleider_drops_out),
    check!(scenarios::scenario_12_the_day_of_koningsdag),
    check!(scenarios::scenario_13_a_bijeenkomst_without_a_day),
    check!(axe::every_screen_and_dialog_passes_axe),
    check!(narrow::nothing_scrolls_sideways_at_320_pixels),
    check!(stored::a_second_tab_never_overwrites_silently),
    check!(stored::a_tab_in_which_nothing_was_done_follows_the_other),
    check!(stored::a_full_storage_keeps_the_work_and_says_so),
    check!(stored::a_damaged_plan_is_set_aside),
    check!(stored::a_plan_of_a_newer_planner_is_left_alone),
    check!(stored::a_newer_plan_of_another_tab_is_left_alone),
    check!(stored::a_plan_that_another_tab_erased_is_not_stored_again),
    check!(stored::a_damaged_plan_of_another_tab_is_kept_aside),
    check!(stored::keeping_mine_in_a_full_browser_keeps_what_is_stored),
    check!(stored::a_damaged_plan_without_room_is_not_overwritten),
    check!(stored::every_damaged_text_stays_until_it_is_let_go),
    check!(stored::variants_of_two_tabs_never_overwrite_each_other),
    check!(stored::variants_that_cannot_be_read_are_left_alone),
    check!(stored::where_nothing_may_be_kept_the_planner_works_and_says_so),
    check!(running::running_groups_come_in_with_their_days),
    check!(team::a_team_gets_its_weekly_lines),
    check!(intake::enrolments_are_pasted_edited_in_place_and_counted),
    check!(typing::what_is_wrong_is_named_and_kept),
    check!(intake::a_group_stops_and_keeps_its_history),
    check!(intake::a_family_and_an_edge_are_dragged),
    check!(lists::what_a_list_leaves_open_is_asked_before_it_is_stored),
    check!(template::a_template_is_checked_and_taken_back),
    check!(steps::a_step_plan_is_made_followed_and_kept),
    check!(steps::a_circle_of_a_file_is_mended_and_links_have_days_between),
    check!(paper::every_row_is_on_paper),
    check!(paper::steps_and_groups_are_whole_on_paper),
    check!(assurance::group_care_is_measured_asked_and_ticked),
    check!(assurance::who_drops_out_is_named_with_what_comes_short),
    check!(parents::parents_get_an_invitation),
    check!(parents::what_parents_know_changes_with_a_message_until_it_is_told),
    check!(parents::a_past_proposal_asks_whether_it_took_place),
    check!(today::what_asks_for_somebody_is_answered_where_it_stands),
    check!(today::nothing_asks_where_nothing_is_to_do),
    check!(today::a_problem_of_today_is_new_and_one_that_is_made_is_not),
    check!(replan::an_absence_is_answered_with_few_changes),
    check!(roster::one_plan_in_four_views),
    check!(roster::a_location_is_chosen_for_all_screens),
    check!(roster::each_layer_over_one_group),
    check!(roster::the_month_with_the_keyboard),
    check!(roster::two_variants_are_compared_and_taken_over),
    check!(roster::a_plan_too_large_for_the_browser_stays_open),
    check!(roster::dates_at_the_end_of_the_calendar_are_shown),
    check!(first work::a_proposal_is_the_same_in_a_worker_and_on_the_page),
    check!(refusals::a_refused_setting_stays_in_its_dialog),
    check!(refusals::a_dialog_keeps_what_lies_under_it),
    check!(first work::work_goes_on_without_its_worker),
    check!(day::today_is_today_after_midnight),
    check!(in "Pacific/Auckland" day::days_are_those_of_the_place_in_the_east),
    check!(in "America/Los_Angeles" day::days_are_those_of_the_place_in_the_west),
    check!(first parts::a_part_that_cannot_load_is_named_and_tried_again),
    check!(access::focus_goes_to_what_stands_in_the_place_of_what_went),
    check!(access::nothing_lies_over_what_has_focus),
    check!(access::a_mark_acts_on_a_click_without_a_pointer),
    check!(access::a_list_tells_what_was_chosen_and_not_every_key),
    check!(access::letters_do_nothing_alone_and_stay_in_the_planner),
    check!(access::every_edit_is_told_once_and_in_short),
    check!(access::a_dialog_can_be_used_in_a_low_window),
    check!(access::states_and_holidays_do_not_hang_on_a_border_or_a_shade),
    check!(ways::back_goes_to_the_screen_before),
    check!(ways::an_embedded_planner_leaves_the_address_alone),
    check!(ways::what_was_done_can_be_undone_after_a_reload),
    check!(ways::groups_families_people_and_steps_are_found),
    check!(ways::the_roster_shows_every_group_for_fifteen_months),
    check!(ways::a_phone_begins_high_and_loses_nothing),
    check!(ways::saving_goes_on_when_there_is_room_and_closing_asks),
    check!(ways::what_is_let_go_outside_lands_nowhere),
    check!(ways::the_page_scrolls_where_a_drag_waits_at_its_edge),
    check!(ways::a_press_that_does_not_move_is_no_edit),
    check!(ways::undo_in_a_field_is_of_its_text),
    check!(ways::a_finger_drags_on_the_birth_timeline),
    check!(host_page::the_widget_survives_a_hostile_page),
];

fn main() -> ExitCode {
    let names: Vec<&str> = CHECKS.iter().map(|check| check.name).collect();
    if let Err(gap) = looks::cover(&names) {
        eprintln!("{gap}");
        return ExitCode::FAILURE;
    }
    if std::env::var_os("CENTERING_BROWSER").is_none() {
        println!("browser tests run with: cargo xtask test --only browser");
        return ExitCode::SUCCESS;
    }
    match run_all() {
        Ok(Tally { passed, failed }) => {
            // Once more at the end, where whoever sees a part of the output finds them.
            for failure in &failed {
                println!("{failure}");
            }
            println!("{passed} passed, {} failed", failed.len());
            if failed.is_empty() && passed > 0 {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(failure) => {
            eprintln!("browser tests could not run: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// How the checks ended.
#[derive(Default)]
struct Tally {
    passed: usize,
    /// What is said of each.
    failed: Vec<String>,
}

fn run_all() -> Result<Tally, Failure> {
    let site = PathBuf::from(std::env::var("CENTERING_SITE")?);
    let server = Server::start(&site, Options::default())?;
    let chosen: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let is_chosen =
        |title: &str| chosen.is_empty() || chosen.iter().any(|word| title.contains(word.as_str()));
    // Engine after engine for each check, so that two that run beside each other are seldom of one engine.
    let all = CHECKS
        .iter()
        .flat_map(|check| Engine::ALL.map(move |engine| Run { engine, check }));
    let runs: VecDeque<Run> = all.filter(|run| is_chosen(&run.title())).collect();
    let started = Instant::now();
    let queue = Rc::new(RefCell::new(Queue {
        runs,
        tally: Tally::default(),
    }));
    let browsers = Rc::new(Browsers::default());
    let lanes = std::thread::available_parallelism().map_or(1, NonZero::get);
    let tasks = LocalSet::new();
    for _ in 0..lanes.min(MOST_LANES) {
        let address = server.address().to_string();
        tasks.spawn_local(lane(queue.clone(), browsers.clone(), address));
    }
    runtime.block_on(tasks);
    runtime.block_on(browsers.stop());
    println!("all checks in {:.0} s", started.elapsed().as_secs_f32());
    Ok(queue.take().tally)
}

/// One check in one engine.
#[derive(Clone, Copy)]
struct Run {
    engine: Engine,
    check: &'static Check,
}

impl Run {
    fn title(self) -> String {
        format!("{} {}", self.engine.name(), self.check.name)
    }
}

/// What is still to run, and how the others ended.
#[derive(Default)]
struct Queue {
    runs: VecDeque<Run>,
    tally: Tally,
}

/// Runs one check after the other until none is left. A check mostly waits for its browser, so that two beside
/// each other take little longer than one.
async fn lane(queue: Rc<RefCell<Queue>>, browsers: Rc<Browsers>, address: String) {
    loop {
        let next = queue.borrow_mut().runs.pop_front();
        let Some(run) = next else { return };
        let (title, began) = (run.title(), Instant::now());
        let outcome = run_one(run, &browsers, address.clone()).await;
        let seconds = began.elapsed().as_secs_f32();
        let tally = &mut queue.borrow_mut().tally;
        match outcome {
            Ok(()) => {
                tally.passed += 1;
                println!("ok      {title} ({seconds:.1} s)");
            }
            Err(failure) => {
                let failed = format!("FAILED  {title} ({seconds:.1} s)\n        {failure}");
                println!("{failed}");
                tally.failed.push(failed);
            }
        }
    }
}

async fn run_one(run: Run, browsers: &Browsers, address: String) -> Outcome {
    let (engine, check) = (run.engine, run.check);
    let browser = match check.browser {
        Needed::Any => browsers.take(engine, &address).await?,
        Needed::First => Browser::start(engine, None).await?,
        Needed::Zone(zone) => Browser::start(engine, Some(zone)).await?,
    };
    let mut page = Page::new(browser, address, looks::look(check.name, engine));
    let outcome = timeout(CHECK_WITHIN, async {
        (check.run)(&mut page).await?;
        page.asked_only_its_own_origin().await
    });
    let outcome = outcome
        .await
        .unwrap_or_else(|_| Err(format!("not done within {} s", CHECK_WITHIN.as_secs()).into()));
    let Err(failure) = outcome else {
        match check.browser {
            Needed::Zone(_) => page.close().await,
            Needed::Any | Needed::First => page.hand_on(browsers).await,
        }
        return Ok(());
    };
    let pointed = timeout(LOOK_WITHIN, page.last_pointed()).await;
    let shot = timeout(LOOK_WITHIN, page.keep_picture(check.name)).await;
    page.close().await;
    let (pointed, shot) = (pointed.unwrap_or_default(), shot.unwrap_or_default());
    Err(format!("{failure}{pointed}{shot}").into())
}
