//! The head of a chart of a year or somewhat more: months, week numbers, names of the school holidays, and today.

use super::{Backdrop, Scale, today_label};
use centering_core::calendar::{Date, Workday};
use centering_words::Lang;
use yew::prelude::*;

/// How many weeks lie between two week numbers.
const WEEK_STEP: usize = 4;
/// A shorter part of a holiday at the edge of the chart has no room for its name, in days.
const SHORTEST_NAMED: i32 = 8;

/// The head, drawn above the rows on the same scale.
pub fn year_head(lang: Lang, scale: Scale, backdrop: &Backdrop) -> Html {
    let weeks = week_lines(scale);
    html! {
        <svg class="ch" height="78" aria-hidden="true">
            <svg y="58" height="20" overflow="visible">{ backdrop.draw(Scale::new(scale.range()), "20") }</svg>
            if let Some(today) = backdrop.today {
                { today_label(lang, scale, today, "12") }
                // Not through the name of a month.
                <line class="today" x1={scale.middle_of(today)} x2={scale.middle_of(today)} y1="52" y2="100%" />
            }
            { for scale.months().enumerate().map(|(position, month)| {
                // The year stands in the place of its first month: beside it there is no room for both.
                let label = match month.month() {
                    1 => month.year().to_string(),
                    number => lang.month_short(number).to_owned(),
                };
                let is_beside_year = matches!(month.month(), 2 | 12);
                let may_hide = month.month() > 1 && (position % 3 > 0 || is_beside_year);
                html! {
                    <text class={classes!("lab", "t-b", may_hide.then_some("mo-odd"))} x={scale.start_of(month)} y="30">{ label }</text>
                }
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

/// The Mondays that get a week number.
fn week_lines(scale: Scale) -> impl Iterator<Item = Date> {
    scale.range().on_weekday(Workday::Monday).step_by(WEEK_STEP)
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

#[cfg(test)]
mod tests {
    use super::*;
    use centering_core::calendar::DateRange;

    fn year(year: i32) -> Scale {
        Scale::new(DateRange {
            first: Date::new(year, 1, 1).unwrap(),
            last: Date::new(year, 12, 31).unwrap(),
        })
    }

    #[test]
    fn the_weeks_and_months_of_the_first_and_the_last_year_are_those_of_any_year() {
        for number in [1900, 2027, 2199] {
            let scale = year(number);
            let weeks: Vec<Date> = week_lines(scale).collect();
            assert!((13..=14).contains(&weeks.len()), "{number}: {weeks:?}");
            assert!(
                weeks
                    .iter()
                    .all(|day| day.monday() == *day && day.year() == number)
            );
            let months: Vec<u32> = scale.months().map(Date::month).collect();
            assert_eq!(months, (1..=12).collect::<Vec<u32>>(), "{number}");
        }
        let first: Vec<u32> = week_lines(year(2027)).take(3).map(Date::iso_week).collect();
        assert_eq!(first, [1, 5, 9]);
    }
}
