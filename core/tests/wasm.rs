//! The same list gives the same plan, byte for byte, natively and in the browser: this file is run as both,
//! and both hold the plan against one hash. It says nothing of whether the plan is good.

use centering_core::calendar::Date;
use centering_core::edit::Edit;
use centering_core::intake::{Reading, Table, read_enrolments};
use centering_core::plan::Plan;
use centering_core::problem::check;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const LIST: &str = include_str!("../../tests/data/aanmeldingen.csv");

/// The hash of the planned list with its problems. A change of the planner changes it: look at what changed
/// in the plan, then take the new hash from the failing test.
const EXPECTED: u64 = 0x5c15_2452_ee34_b2e8;

#[test]
fn the_list_gives_the_same_bytes_everywhere() {
    let today = Date::new(2026, 7, 1);
    let mut plan = Plan::empty();
    let table = Table::read(LIST);
    let reading = Reading::guess(&table, &plan);
    // Read without a day: the list goes two years ahead, and nobody is there to be asked about that.
    let intake = read_enrolments(&table, &reading, &plan, None);
    let import = intake.edit().expect("the list leaves nothing to ask");
    for edit in [import, Edit::Propose] {
        let changes = edit.changes(&plan, today).expect("the list can be planned");
        plan.apply_all(changes);
    }
    let problems = serde_json::to_string(&check(&plan, today)).expect("problems are JSON");
    let found = fnv_1a(&(plan.to_json() + &problems));
    assert_eq!(found, EXPECTED, "{found:#018x}");
}

/// The 64-bit FNV-1a hash of a text.
fn fnv_1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
