//! Why a bijeenkomst has this day: its window as a small chart, and the rules that took days away, in words.

use super::moving::Moving;
use super::row_view::RowView;
use crate::chart::{Backdrop, Scale, WindowLook, badge, mark, mark_classes, window_bar};
use crate::state::{Ctx, SessionView, WindowState};
use centering_core::calendar::{Date, DateRange, Workday};
use centering_core::care::SessionSpec;
use centering_core::plan::Plan;
use centering_core::schedule::{Days, Sieve};
use centering_words::Lang;
use yew::prelude::*;

/// How far from the top the marks and the window of the small chart are drawn, in pixels.
const MARKS: i32 = 24;
const TRACK: i32 = 52;
/// The most day labels that fit below each other.
const MOST_LABELS: i32 = 7;
/// The most days that are named one by one; a preferred window never has more on one weekday.
const MOST_NAMED: usize = 8;

/// The section `Waarom deze datum?`.
pub fn why(
    ctx: &Ctx,
    row: &RowView,
    session: &SessionView,
    sieve: Option<&Sieve>,
    moving: Option<&Moving>,
) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let spec = model.plan.template().session(session.number);
    let (Some(sieve), Some(spec)) = (sieve, spec) else {
        return Html::default();
    };
    html! {
        <section aria-labelledby="insp-why">
            <h3 id="insp-why">{ if session.date.is_some() { lang.why_date() } else { lang.why_no_date() } }</h3>
            { chart(ctx, row, session, sieve, moving) }
            <ol class="why">{ for steps(lang, &model.plan, row, (session, moving), spec, sieve) }</ol>
        </section>
    }
}

fn chart(
    ctx: &Ctx,
    row: &RowView,
    session: &SessionView,
    sieve: &Sieve,
    moving: Option<&Moving>,
) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let day = moving.map(|moving| moving.to).or(session.date);
    let look = if moving.is_some() {
        session.look.moving()
    } else {
        session.look
    };
    let window = &session.window;
    let around = if window.allowed.is_empty() {
        window.template
    } else {
        window.allowed
    };
    let days = [around.first, around.last, window.ideal]
        .into_iter()
        .chain(day)
        .chain(session.date);
    let (first, last) = (
        days.clone().min().unwrap_or(window.ideal),
        days.max().unwrap_or(window.ideal),
    );
    let scale = Scale::new(DateRange {
        first: first.plus_days(-4),
        last: last.plus_days(4),
    });
    let backdrop = Backdrop::new(
        &model.plan,
        model.plan.region(&row.location),
        scale,
        model.today,
    );
    let weekdays: Vec<Date> = row
        .half_day
        .map(|half_day| scale.range().on_weekday(half_day.workday).collect())
        .unwrap_or_default();
    let step = weekdays.len().div_ceil(MOST_LABELS as usize).max(1);
    let fits = |date: Date| sieve.left.contains(&date) || Some(date) == session.date;
    let at = |date: Date, y: i32, content: Html| {
        html! { <svg x={scale.middle_of(date)} y={y.to_string()} overflow="visible">{ content }</svg> }
    };
    html! {
        <svg class="ch whych" height="84" role="img" aria-label={lang.why_chart(session.number.get())}>
            <svg height="62" overflow="visible">{ backdrop.draw(scale, "62") }</svg>
            { window_bar(scale, window, TRACK, WindowLook::Plain) }
            { for weekdays.iter().enumerate().filter(|(position, _)| position % step == 0).map(|(_, date)| {
                at(*date, 78, html! { <text class="t-s mid">{ format!("{}/{}", date.day(), date.month()) }</text> })
            }) }
            { for sieve.on_weekday.iter().filter(|date| Some(**date) != day).map(|date| at(*date, MARKS, html! {
                <>
                    <circle class="ghost" r="7" />
                    if !fits(*date) { <path class="cross" d="M-4 -4 4 4M4 -4-4 4" /> }
                </>
            })) }
            if let Some(day) = day {
                <svg class={mark_classes(look)} x={scale.middle_of(day)} y={MARKS.to_string()} overflow="visible">
                    { mark(look, true, TRACK - MARKS) }
                    if moving.is_none() { { session.severity.map(badge) } }
                </svg>
            }
        </svg>
    }
}

/// The rules one by one: a number or day, and what it means.
fn steps(
    lang: Lang,
    plan: &Plan,
    row: &RowView,
    (session, moving): (&SessionView, Option<&Moving>),
    spec: &SessionSpec,
    sieve: &Sieve,
) -> Vec<Html> {
    let step = |value: String, text: String| html! { <li><span class="v">{ value }</span><span>{ text }</span></li> };
    let window = &session.window;
    let allowed = window.allowed.days();
    let by_vaccines = window.allowed != window.template;
    let mut steps = vec![step(
        allowed.to_string(),
        lang.why_allowed(
            window.allowed,
            spec.allowed.from,
            spec.allowed.to,
            by_vaccines,
        ),
    )];
    if allowed == 0 {
        return steps;
    }
    let preferred = window.preferred.and(window.allowed);
    steps.push(step(
        preferred.days().to_string(),
        lang.why_preferred(preferred),
    ));
    let Some(half_day) = row.half_day else {
        return steps;
    };
    // One that is on another line this once has the weekday of that line.
    let first = sieve.on_weekday.first();
    let workday = first.and_then(|date| Workday::of(*date));
    let workday = workday.unwrap_or(half_day.workday);
    steps.push(step(
        sieve.on_weekday.len().to_string(),
        lang.why_weekday(sieve.on_weekday.len(), workday),
    ));
    for (date, closed_by) in &sieve.closed {
        steps.push(step("−1".to_owned(), lang.why_closed(*date, closed_by)));
    }
    if !sieve.past.is_empty() {
        steps.push(step(
            format!("−{}", sieve.past.len()),
            lang.why_past(sieve.past.len()),
        ));
    }
    if !sieve.too_close.is_empty() {
        let days: Vec<String> = sieve
            .too_close
            .iter()
            .map(|date| lang.day(*date, Some(session.place())))
            .collect();
        steps.push(step(
            format!("−{}", sieve.too_close.len()),
            lang.why_too_close(sieve.too_close.len(), &lang.list(&days)),
        ));
    }
    for (days, text) in [
        (&sieve.taken, lang.why_taken()),
        (&sieve.without_physician, lang.why_without_physician()),
    ] {
        if !days.is_empty() {
            let named: Vec<String> = days
                .iter()
                .map(|date| lang.day(*date, Some(session.place())))
                .collect();
            let text = format!("{}: {text}", lang.list(&named));
            steps.push(step(format!("−{}", days.len()), text));
        }
    }
    steps.push(step(
        sieve.left.len().to_string(),
        left(lang, plan, row, session, sieve),
    ));
    // While it is being moved its day is judged beside the buttons, and was chosen by nobody yet.
    if let Some(date) = session.date.filter(|_| moving.is_none()) {
        let is_preferred = session.state == WindowState::Preferred;
        let settled = if session.look.pinned {
            lang.why_chosen_pinned()
        } else {
            lang.why_chosen_planner()
        };
        let holiday = Days::of(plan, &row.location).school_holiday(date);
        let window = if is_preferred {
            lang.why_chosen_preferred()
        } else {
            lang.why_chosen_outside()
        };
        let text = [
            Some(window.to_owned()),
            holiday.map(|kind| lang.why_chosen_holiday(kind)),
            Some(settled.to_owned()),
        ];
        let text: Vec<String> = text.into_iter().flatten().collect();
        steps.push(html! {
            <li><span class="v last">{ format!("{}/{}", date.day(), date.month()) }</span><span>{ text.join(" ") }</span></li>
        });
    }
    steps
}

/// How many days are left, and which: the preferred ones where there are any, with their school holiday.
fn left(lang: Lang, plan: &Plan, row: &RowView, session: &SessionView, sieve: &Sieve) -> String {
    let text = lang.why_left(sieve.left.len(), sieve.left_preferred);
    let days = Days::of(plan, &row.location);
    let is_shown =
        |date: &Date| sieve.left_preferred == 0 || session.window.preferred.contains(*date);
    let named: Vec<String> = sieve
        .left
        .iter()
        .copied()
        .filter(is_shown)
        .map(|date| {
            let day = lang.day_month(date, Some(session.place()));
            match days.school_holiday(date) {
                Some(kind) => format!("{day} ({})", lang.school_holiday(kind)),
                None => day,
            }
        })
        .collect();
    if named.is_empty() || named.len() > MOST_NAMED {
        return text;
    }
    format!("{text}: {}", lang.list(&named))
}
