//! The head of a chart of one year: months, week numbers, names of the school holidays, and today.

use super::{Backdrop, Scale};
use crate::text::Lang;
use centering_core::calendar::Date;
use yew::prelude::*;

/// How many weeks lie between two week numbers.
const WEEK_STEP: usize = 4;
/// A shorter part of a holiday at the edge of the chart has no room for its name, in days.
const SHORTEST_NAMED: i32 = 8;

/// The head, drawn above the rows on the same scale.
pub fn year_head(lang: Lang, scale: Scale, backdrop: &Backdrop) -> Html {
    let first_monday = scale.range().first.plus_days(6).monday();
    let weeks = (0..)
        .map(|week: i32| first_monday.plus_days(7 * week))
        .take_while(|monday| *monday <= scale.range().last)
        .step_by(WEEK_STEP);
    html! {
        <svg class="ch" height="78" aria-hidden="true">
            <svg y="58" height="20" overflow="visible">{ backdrop.draw(Scale::new(scale.range()), "20") }</svg>
            if let Some(today) = backdrop.today {
                <svg x={scale.middle_of(today)} overflow="visible"><text class="today-l mid" y="12">{ lang.today() }</text></svg>
                <line class="today" x1={scale.middle_of(today)} x2={scale.middle_of(today)} y1="17" y2="100%" />
            }
            { for scale.months().into_iter().map(|month| html! {
                <text class={classes!("lab", "t-b", (month.month() % 2 == 0).then_some("mo-odd"))} x={scale.start_of(month)} y="30">
                    { lang.month_short(month.month()) }
                </text>
            }) }
            { for weeks.enumerate().map(|(position, monday)| html! {
                <text class="t-s wk" x={scale.start_of(monday)} y="47">{ week_label(lang, position, monday) }</text>
            }) }
            { for backdrop.school.iter().filter(|(_, days)| days.days() >= SHORTEST_NAMED).map(|(kind, days)| {
                let middle = Date::from_number((days.first.number() + days.last.number()).div_euclid(2));
                html! { <text class="t-s mid hl" x={scale.middle_of(middle)} y="72">{ lang.school_holiday_short(*kind) }</text> }
            }) }
        </svg>
    }
}

/// `wk 1`, and only the number after that.
fn week_label(lang: Lang, position: usize, monday: Date) -> String {
    let week = monday.iso_week();
    if position == 0 {
        lang.week_label(week)
    } else {
        week.to_string()
    }
}
