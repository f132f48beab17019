//! The month and the week as a calendar: the days of the period with their bijeenkomsten. On a narrow screen
//! the days stand below each other and those without anything are left out.

use super::layers::{Layers, Marks, signs};
use super::legend::calendar_legend;
use super::moving::Moving;
use super::row::RowEvent;
use crate::chart::{standing_class, waits};
use crate::parts::severity_mark;
use crate::state::{Ctx, Same, Selection};
use centering_core::calendar::{Date, DateRange, Month, Part, Workday};
use centering_core::care::SessionNumber;
use centering_core::layers::{Entry, Scope, agenda};
use centering_core::plan::{GroupId, LocationId, Standing};
use centering_core::problem::Severity;
use centering_core::schedule::Days;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// A month shows so many bijeenkomsten of one day; the week shows the others.
const MOST_IN_MONTH: usize = 4;
/// A week shows so many of one day.
const MOST_IN_WEEK: usize = 60;

/// Which calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    Month,
    Week,
}

impl Span {
    /// The days of the period around a day.
    pub fn around(self, day: Date) -> DateRange {
        match self {
            Self::Month => Month::of(day).days(),
            Self::Week => DateRange {
                first: day.monday(),
                last: day.monday().plus_days(6),
            },
        }
    }

    /// A day in the period before or after the one around a day.
    pub fn step(self, day: Date, forward: bool) -> Date {
        let now = self.around(day);
        if forward {
            now.last.plus_days(1)
        } else {
            self.around(now.first.plus_days(-1)).first
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct CalendarProps {
    pub ctx: Ctx,
    pub span: Span,
    /// A day in the period.
    pub day: Date,
    pub location: Option<LocationId>,
    pub layers: Layers,
    pub marks: Same<Marks>,
    pub moving: Option<Moving>,
    pub on: Callback<(GroupId, RowEvent)>,
    /// Goes to a day; with `true` in the week.
    pub on_day: Callback<(Date, bool)>,
}

#[component]
pub fn Calendar(props: &CalendarProps) -> Html {
    let (ctx, lang, span) = (&props.ctx, props.ctx.model.lang, props.span);
    let period = span.around(props.day);
    let shown = match span {
        Span::Month => DateRange {
            first: period.first.monday(),
            last: period.last.monday().plus_days(6),
        },
        Span::Week => period,
    };
    let found = {
        let basis = (
            Same(ctx.model.plan.clone()),
            props.location.clone(),
            shown,
            props.moving.clone(),
        );
        use_memo(basis, |(plan, location, shown, moving)| {
            let scope = location
                .as_ref()
                .map_or(Scope::All, |id| Scope::Location(id.clone()));
            let mut found = agenda(&plan.0, &scope, *shown);
            if let Some(moving) = moving {
                // While a bijeenkomst is moved it stands where it would go.
                let is_it =
                    |entry: &Entry| entry.group == moving.group && entry.number == moving.number;
                found.retain(|entry| !is_it(entry));
                let own = agenda(&moving.draft, &Scope::Group(moving.group.clone()), *shown);
                found.extend(own.into_iter().filter(is_it));
            }
            found
        })
    };
    let walked_to = use_state_eq(|| None::<(GroupId, SessionNumber)>);
    let list = use_node_ref();
    let mut per_day: BTreeMap<Date, Vec<&Entry>> = BTreeMap::new();
    for entry in found.iter() {
        per_day.entry(entry.date).or_default().push(entry);
    }
    let most = match span {
        Span::Month => MOST_IN_MONTH,
        Span::Week => MOST_IN_WEEK,
    };
    let is_selected = |entry: &Entry| {
        ctx.model.selection == Selection::Session(entry.group.clone(), entry.number)
    };
    let drawn = || {
        per_day
            .values()
            .flat_map(|entries| in_sight(entries, most, &is_selected))
    };
    let is_walked =
        |entry: &Entry| (*walked_to).as_ref() == Some(&(entry.group.clone(), entry.number));
    let stop = drawn()
        .find(|entry| is_selected(entry))
        .or_else(|| drawn().find(|entry| is_walked(entry)))
        .or_else(|| drawn().next())
        .map(|entry| (entry.group.clone(), entry.number));
    let keys = Keys {
        list: list.clone(),
        on: props.on.clone(),
        on_day: props.on_day.clone(),
        walked_to: walked_to.setter(),
        span,
        day: props.day,
    };
    let event = |entry: &Entry| {
        let at = (entry.group.clone(), entry.number);
        let is_moving = props
            .moving
            .as_ref()
            .is_some_and(|moving| moving.group == entry.group && moving.number == entry.number);
        let problems = ctx.model.problems_of_session(&entry.group, entry.number);
        let severity = problems.map(|problem| problem.severity).max();
        let onclick = {
            let (on, at) = (props.on.clone(), at.clone());
            Callback::from(move |event: MouseEvent| {
                let choose = match event.detail() {
                    0 => RowEvent::Enter,
                    _ => RowEvent::Choose,
                };
                on.emit((at.0.clone(), choose(at.1)));
            })
        };
        let stands = standing(ctx, entry);
        let class = classes!(
            "ev",
            is_selected(entry).then_some("sel"),
            is_moving.then_some("moving"),
            standing_class(stands),
        );
        let pressed = is_selected(entry).to_string();
        let tabindex = if stop.as_ref() == Some(&at) {
            "0"
        } else {
            "-1"
        };
        let label = lang.day_full(entry.date);
        html! {
            <li key={format!("{}/{}", entry.group, entry.number)}>
                <button type="button" {class} {tabindex} aria-pressed={pressed}
                    data-mark={format!("{}/{}", entry.group, entry.number)} {onclick} onkeydown={keys.clone().of(at, is_moving)}>
                    <span class="sr">{ label }{ " " }</span>
                    <span class="when">{ entry.start.map(|start| lang.time(start)) }{ " " }<b>{ entry.number.to_string() }</b></span>
                    <span class="who">{ entry.group.as_str() }</span>
                    <span class={if waits(stands) { "waits" } else { "sr" }}>{ " " }{ lang.standing(stands) }</span>
                    if let Some(severity) = severity.filter(|severity| *severity > Severity::Info) {
                        { severity_mark(lang, severity, Html::default()) }
                    }
                    { for signs(lang, &ctx.model.plan, props.layers, &props.marks.0, &entry.group, entry.number) }
                </button>
            </li>
        }
    };
    let has_weekend = per_day.keys().any(|date| Workday::of(*date).is_none());
    let location = props
        .location
        .clone()
        .or_else(|| ctx.model.plan.locations.keys().next().cloned());
    let days = shown
        .iter()
        .filter(|date| has_weekend || Workday::of(*date).is_some());
    let day = |date: Date| {
        let entries = per_day.get(&date).map_or(&[][..], Vec::as_slice);
        let sight: Vec<&Entry> = in_sight(entries, most, &is_selected).collect();
        let left = entries.len() - sight.len();
        let off = location.as_ref().and_then(|id| off(ctx, id, date));
        let is_today = ctx.model.today == Some(date);
        let class = classes!(
            "day",
            (!period.contains(date)).then_some("other"),
            is_today.then_some("today"),
            off.is_some().then_some("off"),
            entries.is_empty().then_some("none"),
        );
        let more = props.on_day.reform(move |_: MouseEvent| (date, true));
        let parts = [Some(Part::Morning), Some(Part::Afternoon), None];
        html! {
            <li key={date.number()} {class}>
                <h3>
                    <span>{ lang.day_of_week(date) }</span>
                    if is_today { <span class="chip accent">{ lang.today() }</span> }
                    if Workday::of(date) == Some(Workday::Monday) && span == Span::Month { <span class="muted xs">{ lang.week_label(date.iso_week()) }</span> }
                </h3>
                if let Some(off) = off { <p class="xs muted">{ off }</p> }
                if span == Span::Week {
                    { for parts.map(|part| {
                        let of_part: Vec<&&Entry> = sight.iter().filter(|entry| entry.part == part).collect();
                        if of_part.is_empty() { return Html::default(); }
                        html! { <><h4>{ part.map_or(lang.without_time(), |part| lang.part(part)) }</h4><ul>{ for of_part.into_iter().map(|entry| event(entry)) }</ul></> }
                    }) }
                } else if !sight.is_empty() {
                    <ul>{ for sight.iter().map(|entry| event(entry)) }</ul>
                }
                if left > 0 {
                    <button type="button" class="btn s q" aria-label={lang.more_on_day_label(left, &lang.day(date, Some(date)))} onclick={more}>{ lang.more_on_day(left) }</button>
                }
            </li>
        }
    };
    let name = match span {
        Span::Month => lang.month_name(period.first),
        Span::Week => lang.week_name(period.first),
    };
    let count = found
        .iter()
        .filter(|entry| period.contains(entry.date))
        .count();
    // By name as well: a weekend has no column, and on a narrow screen a day without anything no place.
    let feasts: Vec<String> = period
        .iter()
        .filter_map(|date| {
            let holiday = ctx.model.plan.settings.holidays.holiday_on(date)?;
            Some(format!(
                "{} {}",
                lang.public_holiday(holiday),
                lang.day(date, Some(date))
            ))
        })
        .collect();
    html! {
        <section class="panel calendar" aria-labelledby="calendar-title" aria-describedby="calendar-keys">
            <div class="ph"><h2 id="calendar-title">{ lang.calendar_title(&name, count) }</h2></div>
            <p class="sr" id="calendar-keys">{ lang.calendar_keys() }</p>
            if count == 0 { <p class="pb small">{ lang.calendar_none() }</p> }
            if !feasts.is_empty() { <p class="pb small muted">{ lang.calendar_holidays(&lang.list(&feasts)) }</p> }
            <ol ref={list} class={classes!("cal", if has_weekend { "d7" } else { "d5" }, (span == Span::Week).then_some("days"))}>
                { for days.map(day) }
            </ol>
            <div class="pb">{ calendar_legend(lang) }</div>
        </section>
    }
}

/// Where a bijeenkomst of the calendar stands.
pub fn standing(ctx: &Ctx, entry: &Entry) -> Standing {
    let group = ctx.model.plan.groups.get(&entry.group);
    let session = group.and_then(|group| group.sessions.get(&entry.number));
    session.map_or(Standing::Undated, |session| {
        session.standing(ctx.model.today)
    })
}

/// Those of a day that are drawn: the first ones, and the selected one wherever it stands.
fn in_sight<'a>(
    entries: &'a [&'a Entry],
    most: usize,
    is_selected: &impl Fn(&Entry) -> bool,
) -> impl Iterator<Item = &'a Entry> {
    // One more in place of a button that says so.
    let limit = if entries.len() == most + 1 {
        most + 1
    } else {
        most
    };
    let chosen = entries.iter().skip(limit).find(|entry| is_selected(entry));
    entries.iter().take(limit).chain(chosen).copied()
}

/// What closes the day or makes it one to avoid.
fn off(ctx: &Ctx, location: &LocationId, date: Date) -> Option<String> {
    let lang = ctx.model.lang;
    let days = Days::of(&ctx.model.plan, location);
    Workday::of(date)?;
    match (days.closed_by(date), days.school_holiday(date)) {
        (Some(by), _) => Some(lang.closed_by(&by)),
        (None, Some(kind)) => Some(lang.school_holiday(kind).to_owned()),
        (None, None) => None,
    }
}

/// What the keys do on a bijeenkomst.
#[derive(Clone)]
struct Keys {
    list: NodeRef,
    on: Callback<(GroupId, RowEvent)>,
    on_day: Callback<(Date, bool)>,
    walked_to: UseStateSetter<Option<(GroupId, SessionNumber)>>,
    span: Span,
    day: Date,
}

impl Keys {
    fn of(self, at: (GroupId, SessionNumber), is_moving: bool) -> Callback<KeyboardEvent> {
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() {
                return;
            }
            let days = if event.shift_key() { 1 } else { 7 };
            let moves = event.alt_key() || is_moving;
            let act = |what: RowEvent| self.on.emit((at.0.clone(), what));
            match event.key().as_str() {
                "ArrowLeft" if moves => act(RowEvent::Step(at.1, -days)),
                "ArrowRight" if moves => act(RowEvent::Step(at.1, days)),
                "ArrowLeft" | "ArrowUp" => self.walk(&at, false),
                "ArrowRight" | "ArrowDown" => self.walk(&at, true),
                "PageUp" => self.on_day.emit((self.span.step(self.day, false), false)),
                "PageDown" => self.on_day.emit((self.span.step(self.day, true), false)),
                "Enter" | " " => act(RowEvent::Enter(at.1)),
                "Escape" if is_moving => act(RowEvent::Cancel),
                "p" | "P" => act(RowEvent::Pin(at.1)),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    }

    /// Gives focus to the bijeenkomst before or after this one.
    fn walk(&self, (group, number): &(GroupId, SessionNumber), forward: bool) {
        let Some(list) = self.list.cast::<web_sys::Element>() else {
            return;
        };
        let Ok(marks) = list.query_selector_all("[data-mark]") else {
            return;
        };
        let own = format!("{group}/{number}");
        let mark = |index: u32| marks.item(index)?.dyn_into::<web_sys::HtmlElement>().ok();
        let name = |mark: &web_sys::HtmlElement| mark.get_attribute("data-mark");
        let here = (0..marks.length())
            .find(|index| mark(*index).and_then(|mark| name(&mark)).as_ref() == Some(&own));
        let next = here.and_then(|here| {
            if forward {
                here.checked_add(1)
            } else {
                here.checked_sub(1)
            }
        });
        if let Some(mark) = next.and_then(mark) {
            let at = name(&mark).and_then(|name| {
                let (group, number) = name.rsplit_once('/')?;
                Some((GroupId::new(group), number.parse().ok()?))
            });
            self.walked_to.set(at);
            // One that cannot take focus leaves it where it is.
            let _ = mark.focus();
        }
    }
}

/// The marks as a shared value that compares by identity.
pub fn shared(marks: Marks) -> Same<Marks> {
    Same(Rc::new(marks))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn periods_follow_each_other_without_a_gap() {
        for (span, first, last) in [
            (Span::Month, "2027-02-01", "2027-02-28"),
            (Span::Week, "2027-02-08", "2027-02-14"),
        ] {
            let now = span.around(day("2027-02-10"));
            assert_eq!((now.first, now.last), (day(first), day(last)));
            let before = span.around(span.step(now.first, false));
            let after = span.around(span.step(now.first, true));
            assert_eq!(before.last.plus_days(1), now.first);
            assert_eq!(now.last.plus_days(1), after.first);
        }
    }

    #[test]
    fn the_last_and_the_first_period_hold_the_ends_of_the_calendar() {
        for span in [Span::Month, Span::Week] {
            for (end, forward) in [(Date::LAST, true), (Date::FIRST, false)] {
                let now = span.around(end);
                assert!(now.contains(end), "{now:?}");
                assert_eq!(span.around(span.step(end, forward)), now);
                assert!(span.step(end, !forward) != end);
            }
        }
        assert_eq!(Span::Month.around(Date::LAST).first, day("2199-12-01"));
    }
}
