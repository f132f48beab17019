//! The steps over time: one bar a step on a scale that all rows share, with slack, first planning, milestones
//! and today.

use super::facts::StepFacts;
use crate::chart::{Scale, today_label};
use crate::parts::is_outside;
use centering_core::calendar::{Date, DateRange};
use centering_core::steps::{StepId, StepState};
use centering_words::Lang;
use yew::prelude::*;

/// Labels that start further to the right would be cut off; a part of the width.
const LAST_LABEL: f64 = 0.92;

/// What lies behind every row.
#[derive(Clone, Copy, PartialEq)]
pub struct Ground {
    pub scale: Scale,
    pub today: Option<Date>,
    pub lang: Lang,
}

impl Ground {
    /// The quarters that have room for a label before the edge.
    fn labelled(&self) -> impl Iterator<Item = Date> {
        self.quarters()
            .filter(|month| self.scale.fraction(*month) < LAST_LABEL)
    }

    /// The first days of the quarters; on a chart of many years those of some years only, so that lines and labels
    /// stay apart.
    fn quarters(&self) -> impl Iterator<Item = Date> {
        quarters(self.scale)
    }

    fn shown_today(&self) -> Option<Date> {
        self.today
            .filter(|today| self.scale.range().contains(*today))
    }

    /// The years and quarters above the rows.
    pub fn head(&self) -> Html {
        let lang = self.lang;
        html! {
            <svg class="ch" height="52" aria-hidden="true">
                if let Some(today) = self.shown_today() {
                    { today_label(lang, self.scale, today, "10") }
                    <line class="today" x1={self.scale.middle_of(today)} x2={self.scale.middle_of(today)} y1="14" y2="100%" />
                }
                { for self.labelled().map(|month| {
                    let is_year = month.month() == 1;
                    html! {
                        <>
                            if is_year { <text class="t-b lab" x={self.scale.start_of(month)} dx="3" y="28">{ month.year() }</text> }
                            <text class="t-s" x={self.scale.start_of(month)} dx="3" y="45">{ lang.month_short(month.month()) }</text>
                        </>
                    }
                }) }
            </svg>
        }
    }

    fn lines(&self) -> Html {
        html! {
            <>
                { for self.quarters().map(|month| {
                    let x = self.scale.start_of(month);
                    html! { <line class="grid" x1={x.clone()} x2={x} y1="0" y2="100%" /> }
                }) }
                if let Some(today) = self.shown_today() {
                    <line class="today" x1={self.scale.middle_of(today)} x2={self.scale.middle_of(today)} y1="0" y2="100%" />
                }
            </>
        }
    }

    /// The bar of a phase, from its first day to its last.
    pub fn phase(&self, days: Option<DateRange>, is_done: bool) -> Html {
        html! {
            <svg class="ch" height="40" aria-hidden="true">
                { self.lines() }
                <svg y="50%" overflow="visible">
                    if let Some(days) = days {
                        <rect class={classes!("gb", is_done.then_some("done"))} x={self.scale.start_of(days.first)}
                            width={self.scale.width_of(days)} y="-3" height="6" rx="3" />
                    }
                </svg>
            </svg>
        }
    }
}

/// On a chart of more years not every quarter has a line: a plan takes two years, and a date of a file may be any.
const MOST_YEARS: i32 = 20;

fn quarters(scale: Scale) -> impl Iterator<Item = Date> {
    let years = scale.range().last.year() - scale.range().first.year();
    let step = years / MOST_YEARS;
    scale.months().filter(move |month| match step {
        0 => month.month() % 3 == 1,
        step => month.month() == 1 && month.year() % (step + 1) == 0,
    })
}

/// A step that is dragged to another day.
pub type Drag = Callback<(StepId, Date)>;

/// Where a drag began.
struct Held {
    x: f64,
    width: f64,
    first: Date,
    shown: i32,
}

#[derive(PartialEq, Properties)]
pub struct BarProps {
    pub ground: Ground,
    pub step: StepFacts,
    /// The days before a change that is tried out.
    #[prop_or_default]
    pub was: Option<DateRange>,
    /// Gets the first day to which an open step is dragged; buttons in the inspector do the same.
    pub ondrag: Drag,
}

/// The bar of a step; that of an open one can be dragged.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let held = use_mut_ref(|| None::<Held>);
    let svg = use_node_ref();
    let can_move = props.step.state == StepState::Open;
    let onpointerdown = {
        let (held, svg, days) = (held.clone(), svg.clone(), props.step.days);
        Callback::from(move |event: PointerEvent| {
            let Some((days, svg)) = days.zip(svg.cast::<web_sys::Element>()) else {
                return;
            };
            if can_move && event.button() == 0 {
                let width = svg.get_bounding_client_rect().width();
                *held.borrow_mut() = Some(Held {
                    x: f64::from(event.client_x()),
                    width,
                    first: days.first,
                    shown: 0,
                });
                // Without it the drag ends at the edge of the row.
                let _ = svg.set_pointer_capture(event.pointer_id());
            }
        })
    };
    let onpointermove = {
        let (held, range) = (held.clone(), props.ground.scale.range());
        let (ondrag, id) = (props.ondrag.clone(), props.step.id.clone());
        Callback::from(move |event: PointerEvent| {
            let mut held = held.borrow_mut();
            let Some(held) = held.as_mut().filter(|held| held.width > 0.0) else {
                return;
            };
            let part = (f64::from(event.client_x()) - held.x) / held.width;
            // A screen is never wider than an i32 counts days.
            let days = (part * f64::from(range.days()))
                .round()
                .clamp(-10_000.0, 10_000.0) as i32;
            if days != held.shown {
                held.shown = days;
                ondrag.emit((id.clone(), held.first.plus_days(days)));
            }
        })
    };
    let onpointerup = {
        let (held, ondrag, id) = (held.clone(), props.ondrag.clone(), props.step.id.clone());
        Callback::from(move |event: PointerEvent| {
            let taken = held.borrow_mut().take();
            // Outside it lands nowhere: back to where it was.
            if let Some(held) = taken.filter(|held| held.shown != 0 && is_outside(&event)) {
                ondrag.emit((id.clone(), held.first));
            }
        })
    };
    let onpointercancel = onpointerup.clone();
    let (ground, step) = (&props.ground, &props.step);
    let lang = ground.lang;
    let Some(days) = step.days else {
        return html! { <svg class="ch" height="38" aria-hidden="true">{ ground.lines() }</svg> };
    };
    let label = lang.step_bar(
        &step.title,
        &lang.day_full(days.first),
        &lang.day_full(days.last),
    );
    html! {
        <svg class={classes!("ch", can_move.then_some("drag"))} height="38" role="img" aria-label={label} ref={svg}
            {onpointermove} {onpointerup} {onpointercancel}>
            { ground.lines() }
            { ground.bar(step, days, props.was) }
            if can_move {
                // A bar of a few days is too narrow to be caught.
                <svg y="50%" overflow="visible">
                    <rect class="hold" x={ground.scale.start_of(days.first)} width={ground.scale.width_of(days)} y="-12" height="24" {onpointerdown} />
                </svg>
            }
        </svg>
    }
}

impl Ground {
    fn bar(&self, step: &StepFacts, days: DateRange, was: Option<DateRange>) -> Html {
        let scale = self.scale;
        let look = match step.state {
            StepState::Done => Some("done"),
            _ if step.critical => Some("crit"),
            _ => None,
        };
        let slack = step
            .latest
            .filter(|latest| step.is_open() && *latest > days.last);
        html! {
                <svg y="50%" overflow="visible">
                    if let Some(base) = step.base {
                        <line class="base" x1={scale.start_of(base.first)} x2={scale.end_of(base.last)} y1="11.5" y2="11.5" />
                    }
                    if let Some(was) = was.filter(|was| *was != days) {
                        <rect class="ghost" x={scale.start_of(was.first)} width={scale.width_of(was)} y="-6.5" height="13" rx="3" />
                    }
                    <rect class={classes!("gb", look)} x={scale.start_of(days.first)} width={scale.width_of(days)} y="-6.5" height="13" rx="3" />
                    if let Some(latest) = slack {
                        <line class="slack" x1={scale.end_of(days.last)} x2={scale.end_of(latest)} y1="0" y2="0" />
                        <line class="slack-e" x1={scale.end_of(latest)} x2={scale.end_of(latest)} y1="-4.5" y2="4.5" />
                    }
                    if step.milestone {
                        <svg x={scale.end_of(days.last)} y="0" overflow="visible">
                            <path class={classes!("ms", (step.state != StepState::Done).then_some("open"))} d="M0 -8 8 0 0 8 -8 0z" />
                        </svg>
                    }
                </svg>
        }
    }
}

/// What the marks mean.
pub fn legend(lang: Lang) -> Html {
    html! {
        <ul class="legend" aria-hidden="true">
            <li><svg width="28" height="14"><rect class="gb crit" y="1" width="28" height="12" rx="3" /></svg>{ lang.legend_critical() }</li>
            <li><svg width="28" height="14"><rect class="gb" x="1" y="1" width="26" height="12" rx="3" /></svg>{ lang.legend_slack_bar() }</li>
            <li><svg width="28" height="14"><rect class="gb done" y="1" width="28" height="12" rx="3" /></svg>{ lang.legend_done() }</li>
            <li><svg width="30" height="14"><path class="slack" d="M0 7h28" /><path class="slack-e" d="M28 3v8" /></svg>{ lang.legend_slack() }</li>
            <li><svg width="28" height="8"><path class="base" d="M2 4h24" /></svg>{ lang.legend_base() }</li>
            <li><svg width="18" height="18" viewBox="-9 -9 18 18"><path class="ms open" d="M0 -7 7 0 0 7 -7 0z" /></svg>{ lang.legend_milestone() }</li>
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(first: &str, last: &str) -> Vec<String> {
        let scale = Scale::new(DateRange {
            first: Date::parse_iso(first).unwrap(),
            last: Date::parse_iso(last).unwrap(),
        });
        quarters(scale).map(|month| month.to_string()).collect()
    }

    #[test]
    fn a_chart_of_any_length_has_few_lines() {
        let usual = lines("2027-01-01", "2028-02-01");
        let quarters = [
            "2027-01-01",
            "2027-04-01",
            "2027-07-01",
            "2027-10-01",
            "2028-01-01",
        ];
        assert_eq!(usual, quarters);
        let long = lines("2027-01-01", "2199-12-31");
        assert!((15..=25).contains(&long.len()), "{long:?}");
        let all = lines("1900-01-01", "2199-12-31");
        assert!((15..=25).contains(&all.len()), "{all:?}");
        assert_eq!(lines("2199-11-01", "2199-12-31"), [""; 0]);
    }
}
