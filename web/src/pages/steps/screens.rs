//! Where the work of a step is done in the planner.

use crate::state::{Action, Dialog, Page, Selection};
use centering_core::steps::StepId;
use centering_words::Lang;

/// What opens the place where a step is worked on, and what that place is called. The codes are those of the
/// proposal; a step of the organisation's own has none.
pub fn screen_of(lang: Lang, step: &StepId) -> Option<(Action, &'static str)> {
    let page = |page: Page| Some((Action::GoTo(page, Selection::Nothing), page.title(lang)));
    match step.as_str() {
        "O04" | "U01" | "U07" | "P01" | "P03" => page(Page::Groups),
        "V07" => Some((Action::Open(Dialog::Settings), lang.settings())),
        "V09" | "V10" | "V11" | "V19" | "P02" | "M01" | "M02" => page(Page::Team),
        "V08" | "V14" | "U02" | "U03" | "M04" | "M05" | "M07" | "M08" => page(Page::Roster),
        "V03" | "V04" | "U05" | "U08" | "B01" | "B02" | "B03" | "B04" | "B06" | "M03" | "M09"
        | "M10" | "M11" | "M12" => page(Page::Assurance),
        _ => None,
    }
}
