//! What lies behind a chart: school holidays and closures as columns, public holidays as dotted lines, and
//! the line of today.

use super::Scale;
use centering_core::calendar::{
    Date, DateRange, PublicHoliday, Region, SchoolHolidayKind, SchoolHolidays, Workday,
};
use centering_core::plan::Plan;
use yew::prelude::*;

/// The days behind one chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Backdrop {
    pub school: Vec<(SchoolHolidayKind, DateRange)>,
    /// The organisation's own closed days, with their names.
    pub own: Vec<(String, DateRange)>,
    /// Those on working days; the others take no day away.
    pub public: Vec<(Date, PublicHoliday)>,
    pub today: Option<Date>,
}

impl Backdrop {
    /// What lies behind the days of this scale in this region.
    pub fn new(plan: &Plan, region: Region, scale: Scale, today: Option<Date>) -> Self {
        let school = SchoolHolidays::official()
            .of(region)
            .iter()
            .filter_map(|holiday| Some((holiday.kind, scale.visible(holiday.days)?)));
        let own = plan
            .settings
            .closures
            .iter()
            .filter_map(|closure| Some((closure.label.clone(), scale.visible(closure.days)?)));
        let public = scale
            .range()
            .iter()
            .filter(|date| Workday::of(*date).is_some())
            .filter_map(|date| Some((date, plan.settings.holidays.holiday_on(date)?)));
        Self {
            school: school.collect(),
            own: own.collect(),
            public: public.collect(),
            today: today.filter(|today| scale.range().contains(*today)),
        }
    }

    /// The columns and lines, `height` pixels or the whole height of the chart.
    pub fn draw(&self, scale: Scale, height: &'static str) -> Html {
        let line = |class: &'static str, date: Date| {
            let x = scale.middle_of(date);
            html! { <line {class} x1={x.clone()} x2={x} y1="0" y2={height} /> }
        };
        let column = |class: &'static str, days: DateRange| {
            html! { <rect {class} x={scale.start_of(days.first)} width={scale.width_of(days)} y="0" {height} /> }
        };
        html! {
            <g class="back">
                { for self.school.iter().map(|(_, days)| column("closed", *days)) }
                { for self.own.iter().map(|(_, days)| column("closed own", *days)) }
                { for self.public.iter().map(|(date, _)| line("pub", *date)) }
                { for self.today.iter().map(|date| line("today", *date)) }
            </g>
        }
    }
}
