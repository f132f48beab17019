//! The chosen group: its facts, its windows, its families, its problems, and what can be done with it.

use super::families::{families_list, offers};
use super::stop::{schemes, stop_button, stopped_note};
use super::table::stage_chip;
use super::windows::windows_list;
use crate::pages::frame::close_inspector;
use crate::pages::telling::Telling;
use crate::parts::form::{choose, or_none};
use crate::parts::{Icon, severity_mark, small_icon};
use crate::state::{Action, Ctx, Dialog, Page, Selection, notes};
use centering_core::calendar::HalfDay;
use centering_core::edit::Edit;
use centering_core::plan::{Group, GroupId, HalfDayChoice, Language, LineChoice, LineId};
use centering_core::problem::{Finding, Problem, Severity};
use centering_core::schedule::{families_that_can, has_lines, lines_of, stage};
use yew::prelude::*;

/// The id of the heading, which takes focus when a group is chosen.
pub const TITLE_ID: &str = "group-title";

#[derive(PartialEq, Properties)]
pub struct InspectorProps {
    pub ctx: Ctx,
    pub id: GroupId,
}

#[component]
pub fn Inspector(props: &InspectorProps) -> Html {
    let ctx = &props.ctx;
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let Some(group) = model.plan.groups.get(&props.id) else {
        return Html::default();
    };
    let problems: Vec<Problem> = model.problems_of(&group.id).cloned().collect();
    let families = model.plan.families(group);
    let most = usize::from(model.plan.settings.group_size.max);
    html! {
        <aside class="insp" aria-labelledby={TITLE_ID}>
            <header>
                { places(families, most) }
                <div class="tt">
                    <h2 id={TITLE_ID} tabindex="-1">{ group.id.as_str() }</h2>
                    <span class="small muted">
                        { lang.families(families) }
                        { " · " }
                        { lang.places_left(most.saturating_sub(families)) }
                    </span>
                </div>
                { close_inspector(ctx) }
            </header>
            { facts(ctx, group, &problems) }
            <Telling ctx={ctx.clone()} group={group.id.clone()} />
            { windows_list(ctx, group) }
            if !problems.is_empty() {
                <section aria-labelledby="group-problems-title">
                    <h3 id="group-problems-title">{ lang.problems_of_group() }</h3>
                    { notes(ctx, problems) }
                </section>
            }
            { schemes(ctx, group) }
            { families_list(ctx, group) }
            { offers(ctx, group) }
            { actions(ctx, group) }
        </aside>
    }
}

/// A ring of dots: places taken and places left.
fn places(families: usize, most: usize) -> Html {
    // Positions on a circle of radius 16 around (22, 22); of larger groups the first eight places.
    let dots = [
        ("22", "6"),
        ("33.3", "10.7"),
        ("38", "22"),
        ("33.3", "33.3"),
        ("22", "38"),
        ("10.7", "33.3"),
        ("6", "22"),
        ("10.7", "10.7"),
    ];
    html! {
        <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
            { for dots.into_iter().take(most.max(families)).enumerate().map(|(place, (cx, cy))| {
                let class = if place < families { "fam" } else { "fam empty" };
                html! { <circle {class} {cx} {cy} r="4" /> }
            }) }
        </svg>
    }
}

fn facts(ctx: &Ctx, group: &Group, problems: &[Problem]) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let plan = &model.plan;
    let location = plan.locations.get(&group.location);
    let births = plan.births(group);
    let is_wide = problems
        .iter()
        .any(|problem| matches!(problem.finding, Finding::WideSpread { .. }));
    let minutes = plan
        .template()
        .sessions
        .first()
        .map_or(0, |spec| spec.duration_minutes);
    let time = group
        .half_day
        .and_then(|choice| Some(location?.start(choice.half_day())))
        .map(|start| {
            format!(
                "{} – {}",
                lang.time(start),
                lang.time(start.plus_minutes(minutes))
            )
        });
    html! {
        <section>
            <dl class="facts">
                <dt>{ lang.status() }</dt>
                <dd>{ stage_chip(lang, stage(group, model.today)) }</dd>
                <dt>{ lang.location() }</dt>
                <dd>{ model.plan.location_name(&group.location) }</dd>
                if group.language != Language::dutch() {
                    <dt>{ lang.language() }</dt>
                    <dd>{ lang.language_name(&group.language) }</dd>
                }
                if let Some(births) = births {
                    <dt>{ lang.born() }</dt>
                    <dd>{ lang.births_range(births, None) }</dd>
                    <dt>{ lang.spread() }</dt>
                    <dd>
                        if is_wide { { severity_mark(lang, Severity::Warning, html! { lang.days(births.spread_days()) }) } }
                        else { { lang.days(births.spread_days()) } }
                    </dd>
                }
                if let Some(time) = time {
                    <dt>{ lang.start_time() }</dt>
                    <dd>{ time }</dd>
                }
            </dl>
            { stopped_note(ctx, group) }
            // On a line the half-day follows from it.
            if has_lines(plan, &group.location) { { line_field(ctx, group) } } else { { half_day_field(ctx, group) } }
        </section>
    }
}

/// The fixed half-day, with how many families can come on each.
fn half_day_field(ctx: &Ctx, group: &Group) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let of = plan.members(group).count();
    let text = |half_day: HalfDay| {
        lang.can_come(
            &lang.half_day_short(half_day),
            families_that_can(plan, group, half_day),
            of,
        )
    };
    let set_by_user = match group.half_day {
        Some(HalfDayChoice::User(half_day)) => Some(half_day),
        _ => None,
    };
    let planner_text = match group.half_day {
        Some(HalfDayChoice::Planner(half_day)) => lang.planner_chose(&text(half_day)),
        _ => lang.let_planner_choose().to_owned(),
    };
    let onchoose = {
        let (act, id) = (ctx.act.clone(), group.id.clone());
        Callback::from(move |half_day| {
            act.emit(Action::edit(Edit::SetHalfDay {
                group: id.clone(),
                half_day,
            }));
        })
    };
    let words = |half_day: &Option<HalfDay>| half_day.map_or_else(|| planner_text.clone(), text);
    choose(or_none(HalfDay::all()), &set_by_user, words, onchoose)
        .field("half-day", lang.fixed_time())
        .into()
}

/// The weekly line of the group, where its location has lines.
fn line_field(ctx: &Ctx, group: &Group) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let mut lines: Vec<_> = lines_of(plan, &group.location).collect();
    lines.sort_by_key(|line| (line.half_day, &line.id));
    let lines: Vec<LineId> = lines.into_iter().map(|line| line.id.clone()).collect();
    if lines.is_empty() {
        return Html::default();
    }
    let set_by_user = match &group.line {
        Some(LineChoice::User(line)) => Some(line),
        _ => None,
    };
    let planner_text = match &group.line {
        Some(LineChoice::Planner(line)) => lang.planner_chose(&lang.line_label(plan, line)),
        _ => lang.let_planner_choose().to_owned(),
    };
    let onchoose = {
        let (act, id) = (ctx.act.clone(), group.id.clone());
        Callback::from(move |line| {
            act.emit(Action::edit(Edit::AssignLine {
                group: id.clone(),
                line,
            }));
        })
    };
    let words = |line: &Option<LineId>| {
        let line = line.as_ref().map(|line| lang.line_label(plan, line));
        line.unwrap_or_else(|| planner_text.clone())
    };
    choose(or_none(lines), &set_by_user.cloned(), words, onchoose)
        .field("group-line", lang.group_line())
        .into()
}

fn actions(ctx: &Ctx, group: &Group) -> Html {
    let lang = ctx.model.lang;
    let pin = Edit::PinGroup {
        group: group.id.clone(),
        pinned: !group.pinned,
    };
    let edit = |edit: Edit| ctx.on(Action::edit(edit));
    let roster = Action::GoTo(Page::Roster, Selection::Group(group.id.clone()));
    html! {
        <section>
            if group.pinned { <p class="small muted">{ lang.pin_means() }</p> }
            <div class="acts">
                <button type="button" class="btn s" onclick={ctx.on(roster)}>{ lang.to_roster() }</button>
                if group.sessions.values().any(|session| session.date.is_some()) {
                    <button type="button" class="btn s" onclick={ctx.on(Action::Open(Dialog::Invitation(group.id.clone())))}>{ lang.invitation_make() }</button>
                }
                if group.has_drafts(ctx.model.today) {
                    <button type="button" class="btn s" onclick={edit(Edit::Share(vec![group.id.clone()]))}>
                        { small_icon(Icon::Ok) }{ lang.share_dates() }
                    </button>
                }
                <button type="button" class="btn s" onclick={edit(pin)}>
                    { small_icon(Icon::Pin) }{ if group.pinned { lang.unpin_group() } else { lang.pin_group() } }
                </button>
                <button type="button" class="btn s" onclick={ctx.on(Action::Open(Dialog::Merge(group.id.clone())))}>{ lang.merge_with() }</button>
                <button type="button" class="btn s" onclick={ctx.on(Action::Open(Dialog::Split(group.id.clone())))}>{ lang.split() }</button>
                <button type="button" class="btn s" onclick={edit(Edit::PlanDates(group.id.clone()))}>{ lang.plan_again() }</button>
                { stop_button(ctx, group) }
                <button type="button" class="btn s d" onclick={edit(Edit::Dissolve(group.id.clone()))}>{ lang.dissolve() }</button>
            </div>
        </section>
    }
}
