//! The births of every location on a time axis, with the groups around them. Shows some months at a time
//! and pages through the rest.

use super::drag::DragEvent;
use super::facts::Facts;
use super::timeline_row::TimelineRow;
use crate::chart::{Scale, today_label};
use crate::parts::{Icon, gap, small_icon, use_rows};
use crate::state::{Action, Ctx, Drag, planner};
use centering_core::calendar::{Date, DateRange, Month};
use centering_core::plan::GroupId;
use centering_words::Lang;
use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Below this width in pixels fewer months are shown, so that the marks stay apart.
const NARROW: i32 = 440;
/// About the height of a location in pixels.
const USUAL_HEIGHT: u32 = 90;

#[derive(PartialEq, Properties)]
pub struct TimelineProps {
    pub ctx: Ctx,
    pub facts: Rc<Facts>,
    pub today: Option<Date>,
    pub lang: Lang,
    pub selected: Option<GroupId>,
    pub select: Callback<GroupId>,
}

#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let (lang, facts, today) = (props.lang, &props.facts, props.today);
    let head = use_node_ref();
    let width = use_width(&head);
    let start = use_state_eq(|| None::<i32>);
    let months = if width < NARROW { 3 } else { 6 };
    let (lowest, highest) = bounds(facts, today, months);
    let first = start
        .unwrap_or_else(|| today.map_or(lowest, |today| month_number(today) - months + 2))
        .clamp(lowest, highest);
    let range = shown_days(first, months);
    let scale = Scale::new(range);

    // A group that was selected elsewhere comes into view.
    {
        let (start, facts) = (start.clone(), facts.clone());
        use_effect_with(props.selected.clone(), move |selected| {
            let births = selected
                .as_ref()
                .and_then(|id| facts.group(id))
                .and_then(|group| group.births);
            if let Some(births) = births
                && (births.youngest() < range.first || births.oldest() > range.last)
            {
                start.set(Some(month_number(births.oldest()) - months / 2 + 1));
            }
        });
    }
    let drag = use_state_eq(|| None::<Drag>);
    let on_drag = {
        let (drag, act, plan) = (
            drag.clone(),
            props.ctx.act.clone(),
            props.ctx.model.plan.clone(),
        );
        Callback::from(move |event: DragEvent| match event {
            DragEvent::Move(now) => drag.set(Some(now)),
            DragEvent::Cancel => drag.set(None),
            DragEvent::Drop => {
                if let Some(edit) = drag.as_ref().and_then(|drag| drag.edit(&plan)) {
                    act.emit(Action::edit(edit));
                }
                drag.set(None);
            }
        })
    };
    {
        let drag = drag.clone();
        use_effect_with(drag.is_some(), move |is_dragging| {
            // Focus may be anywhere while the pointer is down.
            let listener = web_sys::window().filter(|_| *is_dragging).map(|window| {
                EventListener::new(&window, "keydown", move |event| {
                    let key = event.dyn_ref::<web_sys::KeyboardEvent>();
                    if key.is_some_and(|key| key.key() == "Escape") {
                        drag.set(None);
                    }
                })
            });
            move || drop(listener)
        });
    }
    let body = use_node_ref();
    let drawn = use_rows(&body, facts.locations.len(), USUAL_HEIGHT);
    let over = drag
        .as_ref()
        .filter(|drag| drag.edit(&props.ctx.model.plan).is_some())
        .and_then(|drag| drag.over.clone());
    let go = |to: i32| {
        let start = start.clone();
        Callback::from(move |_: MouseEvent| start.set(Some(to)))
    };
    let step = months / 2;
    let period = format!(
        "{} – {}",
        lang.month_year(range.first),
        lang.month_year(range.last)
    );
    let is_today_away = today.filter(|today| {
        let number = month_number(*today);
        !range.contains(*today) && (lowest..=highest + months).contains(&number)
    });
    html! {
        <section class="panel" aria-labelledby="births-title">
            <div class="ph">
                <h2 id="births-title">{ lang.births_and_groups() }</h2>
                <div class="acts">
                    if let Some(today) = is_today_away {
                        <button type="button" class="btn s q" onclick={go(month_number(today) - step)}>{ lang.to_today() }</button>
                    }
                    <button type="button" class="btn i s q" aria-label={lang.earlier()} title={lang.earlier()}
                        disabled={first <= lowest} onclick={go(first - step)}>{ small_icon(Icon::Left) }</button>
                    <span class="small period" aria-live="polite">{ period.clone() }</span>
                    <button type="button" class="btn i s q" aria-label={lang.later()} title={lang.later()}
                        disabled={first >= highest} onclick={go(first + step)}>{ small_icon(Icon::Right) }</button>
                </div>
            </div>
            <div class="year births">
                <div class="yh hd" aria-hidden="true">{ lang.location() }</div>
                <div class="yc hd" aria-hidden="true">
                    <svg class="ch" height="38" ref={head}>
                        { for scale.months().enumerate().map(|(position, month)| {
                            let text = if position == 0 || month.month() == 1 {
                                lang.month_year(month)
                            } else {
                                lang.month_short(month.month()).to_owned()
                            };
                            html! { <text x={scale.start_of(month)} dx="4" y="28">{ text }</text> }
                        }) }
                        if let Some(today) = today.filter(|today| range.contains(*today)) {
                            { today_label(lang, scale, today, "12") }
                            <line class="today" x1={scale.middle_of(today)} x2={scale.middle_of(today)} y1="16" y2="38" />
                        }
                    </svg>
                </div>
            </div>
            <div class="year births ybody" ref={body}>
                { drawn.flat(
                    |key, height| html! { <div {key} class="ygap" aria-hidden="true">{ gap(height) }</div> },
                    |position| {
                        let location = facts.locations.get(position)?;
                        Some(html! {
                            <TimelineRow key={location.id.to_string()} location={location.clone()} {position} {scale} {width} {today} {lang}
                                period={period.clone()} selected={props.selected.clone()} select={props.select.clone()}
                                over={over.clone()} is_dragging={drag.is_some()} on_drag={on_drag.clone()} />
                        })
                    },
                ) }
            </div>
            <div class="pb stack t">
                { legend(lang) }
                <p class="xs muted hide-s">{ lang.walk_hint() }{ " " }{ lang.drag_legend() }</p>
            </div>
            if let Some((drag, planner)) = drag.as_ref().zip(planner()) { { (planner.drag)(&props.ctx, drag) } }
        </section>
    }
}

/// The first and the last month with which the chart can start.
fn bounds(facts: &Facts, today: Option<Date>, months: i32) -> (i32, i32) {
    let births = facts.births().map(|births| {
        (
            month_number(births.oldest()),
            month_number(births.youngest()),
        )
    });
    let (first, last) = births
        .or_else(|| today.map(|today| (month_number(today), month_number(today))))
        .unwrap_or_default();
    (first, (last - months + 1).max(first))
}

fn month_number(date: Date) -> i32 {
    Month::of(date).number()
}

/// The days of so many months from this one on, up to the end of the calendar.
fn shown_days(first: i32, months: i32) -> DateRange {
    let days = |number: i32| Month::from_number(number).map(Month::days);
    DateRange {
        first: days(first).map_or(Date::FIRST, |days| days.first),
        last: days(first + months - 1).map_or(Date::LAST, |days| days.last),
    }
}

/// The width of an element in pixels, also after the window or the space for it has changed.
#[hook]
fn use_width(node: &NodeRef) -> i32 {
    let width = use_state_eq(|| 640);
    let measure = {
        let (node, width) = (node.clone(), width.clone());
        move || {
            if let Some(element) = node.cast::<web_sys::Element>() {
                let found = element.get_bounding_client_rect().width();
                if found > 0.0 {
                    // Screens are narrower than an i32 counts pixels.
                    width.set(found as i32);
                }
            }
        }
    };
    {
        let measure = measure.clone();
        use_effect(measure);
    }
    use_effect_with((), move |()| {
        let listener = web_sys::window()
            .map(|window| EventListener::new(&window, "resize", move |_| measure()));
        move || drop(listener)
    });
    *width
}

fn legend(lang: Lang) -> Html {
    let mark = |class: &'static str, text: &'static str| {
        html! {
            <li><svg width="12" height="12" aria-hidden="true"><circle {class} cx="6" cy="6" r="4.5" /></svg>{ text }</li>
        }
    };
    let bar = |class: &'static str, text: &'static str| {
        html! {
            <li><svg width="30" height="16" aria-hidden="true"><rect {class} x="1" y="1" width="28" height="14" rx="6" /></svg>{ text }</li>
        }
    };
    html! {
        <ul class="legend">
            { mark("fam", lang.family_born()) }
            { mark("fam exp", lang.family_expected()) }
            { mark("fam out", lang.family_out()) }
            { bar("grpbar", lang.a_group()) }
            { bar("grpbar pre", lang.a_group_preparing()) }
            { bar("grpbar wrn", lang.a_group_wide()) }
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_months_that_are_shown_end_with_the_calendar() {
        let day = |text: &str| Date::parse_iso(text).unwrap();
        let shown = |from: &str, months| shown_days(month_number(day(from)), months);
        let usual = shown("2027-03-16", 6);
        assert_eq!(
            (usual.first, usual.last),
            (day("2027-03-01"), day("2027-08-31"))
        );
        let end = shown("2199-12-31", 6);
        assert_eq!((end.first, end.last), (day("2199-12-01"), Date::LAST));
        let start = shown("1900-01-01", 3);
        assert_eq!((start.first, start.last), (Date::FIRST, day("1900-03-31")));
    }
}
