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

    /// The columns and lines, `height` pixels or the whole height of the chart. Each kind is one path: a long
    /// list has this in every row.
    pub fn draw(&self, scale: Scale, height: &'static str) -> Html {
        let columns = |days: &mut dyn Iterator<Item = &DateRange>| -> String {
            days.map(|days| {
                let (first, last) = (scale.start_at(days.first), scale.end_at(days.last));
                format!("M{first} 0H{last}V1H{first}z")
            })
            .collect()
        };
        let lines = |days: &mut dyn Iterator<Item = &Date>| -> String {
            days.map(|date| format!("M{} 0V1", scale.start_at(*date) + 1))
                .collect()
        };
        // A column differs little from its ground; its edges are seen.
        let edges = |days: &mut dyn Iterator<Item = &DateRange>| -> String {
            days.map(|days| {
                let (first, last) = (scale.start_at(days.first), scale.end_at(days.last));
                format!("M{first} 0V1M{last} 0V1")
            })
            .collect()
        };
        let path = |class: &'static str, d: String| {
            (!d.is_empty()).then(|| html! { <path {class} {d} /> })
        };
        let view = format!("0 0 {} 1", scale.half_days());
        html! {
            <svg class="back" width="100%" {height} viewBox={view} preserveAspectRatio="none" overflow="visible">
                { path("closed", columns(&mut self.school.iter().map(|(_, days)| days))) }
                { path("closed-e", edges(&mut self.school.iter().map(|(_, days)| days))) }
                { path("closed own", columns(&mut self.own.iter().map(|(_, days)| days))) }
                { path("pub", lines(&mut self.public.iter().map(|(date, _)| date))) }
                { path("today", lines(&mut self.today.iter())) }
            </svg>
        }
    }
}
