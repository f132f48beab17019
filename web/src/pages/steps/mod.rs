//! The screen of the step plan (stappenplan): from first idea to embedded group care, as a table with the same
//! over time beside it, by role, and on one page.

mod bar;
mod checklists;
mod estimates;
mod facts;
mod inspector;
mod one_page;
mod roles;
mod screens;
mod start;
mod table;
mod ties;
mod what_if;

use super::PageProps;
use crate::app::Action;
use crate::chart::Scale;
use crate::parts::{Icon, print_page, small_icon};
use crate::store::{Ctx, Dialog, Same, Selection};
use bar::Ground;
use centering_core::calendar::{Date, DateRange};
use centering_core::plan::Edit;
use centering_core::steps::{Phase, Role, StepEdit, StepId, StepState, WorkCalendar};
use facts::Facts;
use inspector::Inspector;
use start::StartForm;
use std::collections::BTreeSet;
use table::Rows;
use what_if::{Trial, Tried};
use yew::prelude::*;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    Phases,
    OnePage,
    Roles,
    Groups,
}

#[component]
pub fn Steps(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang, today) = (&ctx.model.plan, ctx.model.lang, ctx.model.today);
    let facts = {
        let basis = (Same(plan.clone()), today, lang);
        use_memo(basis, |(plan, today, lang)| {
            Facts::of(&plan.0, *today, *lang)
        })
    };
    let view = use_state_eq(|| View::Phases);
    let role = use_state_eq(|| None::<Role>);
    // Finished phases start folded.
    let folded = use_state_eq(|| match facts.as_ref() {
        Some(Ok(facts)) => facts
            .phases
            .iter()
            .filter(|phase| phase.done() == phase.kept())
            .map(|phase| phase.phase)
            .collect::<BTreeSet<Phase>>(),
        _ => BTreeSet::new(),
    });
    let is_dating = use_state_eq(|| false);
    let trial = use_state_eq(|| None::<Trial>);
    {
        // Another step, or a change of the plan, ends what was tried.
        let trial = trial.clone();
        let basis = (Same(plan.clone()), ctx.model.selection.clone());
        use_effect_with(basis, move |(_, selection)| {
            let chosen = match selection {
                Selection::Step(id) => Some(id),
                _ => None,
            };
            if trial.as_ref().map(|trial| &trial.step) != chosen {
                trial.set(None);
            }
        });
    }
    let tried = trial.as_ref().and_then(|trial| trial.tried(&ctx.model));
    let facts = match facts.as_ref() {
        None => return empty(ctx),
        Some(Err(fault)) => {
            return html! {
                <div class="stack">
                    { head(ctx, &is_dating) }
                    <p class="note error">{ small_icon(Icon::Error) }<span>{ lang.step_fault(fault) }</span></p>
                    <StartForm ctx={ctx.clone()} button={lang.change_dates()} />
                </div>
            };
        }
        Some(Ok(facts)) => facts,
    };
    let tried_facts = match &tried {
        Some(Tried::Draft(draft)) => Facts::of(&draft.0, today, lang).and_then(Result::ok),
        _ => None,
    };
    let shown = tried_facts.as_ref().unwrap_or(facts);
    let ground = Ground {
        scale: Scale::new(chart_days(facts)),
        today,
        lang,
    };
    let chosen_role = (*role).clone().filter(|role| facts.roles().contains(role));
    let ondone = {
        let is_dating = is_dating.clone();
        Callback::from(move |()| is_dating.set(false))
    };
    let ontry = {
        let trial = trial.clone();
        Callback::from(move |next: Option<Trial>| trial.set(next))
    };
    let ondrag = {
        let (act, trial, plan) = (ctx.act.clone(), trial.clone(), plan.clone());
        Callback::from(move |(id, day): (StepId, Date)| {
            let known = plan.steps.as_ref().and_then(|steps| steps.steps.get(&id));
            if let Some(step) = known {
                trial.set(Some(Trial {
                    not_before: Some(day),
                    ..Trial::of(step)
                }));
                act.emit(Action::Select(Selection::Step(id)));
            }
        })
    };
    let oncancel = {
        let trial = trial.clone();
        Callback::from(move |()| trial.set(None))
    };
    let onmine = {
        let (view, role) = (view.clone(), role.clone());
        Callback::from(move |chosen: Role| {
            role.set(Some(chosen));
            view.set(View::Phases);
        })
    };
    let onoffers = {
        let view = view.clone();
        Callback::from(move |_: MouseEvent| view.set(View::Groups))
    };
    let chosen = ctx.model.selected_step();
    let inspected = chosen.and_then(|step| {
        let found = facts.steps().find(|one| one.id == step.id)?;
        let all = plan.steps.as_ref()?.steps.values();
        let later = all.filter(|other| other.after.iter().any(|link| link.step == step.id));
        Some((
            step.clone(),
            found.clone(),
            later.map(|step| step.id.to_string()).collect::<Vec<_>>(),
        ))
    });
    let bar = match (&*trial, &tried) {
        (Some(trial), Some(tried)) => what_if::bar(ctx, trial, tried, oncancel),
        _ => Html::default(),
    };
    let rows = Rows {
        ground: &ground,
        before: tried_facts.as_ref().map(|_| facts),
        ondrag: &ondrag,
    };
    html! {
        <div class="stack steps">
            { head(ctx, &is_dating) }
            if *is_dating {
                <section class="panel"><div class="pb"><StartForm ctx={ctx.clone()} button={lang.change_dates()} {ondone} /></div></section>
            }
            { keys(ctx, shown) }
            { notes(ctx, facts) }
            if !facts.offers.is_empty() && *view != View::Groups {
                <p class="note ok">
                    { small_icon(Icon::Ok) }
                    <span>{ lang.offers_note(facts.offers.len()) }{ " " }<button type="button" class="link" onclick={onoffers}>{ lang.offers_show() }</button></span>
                </p>
            }
            { bar_of_views(ctx, facts, &view, &role, chosen_role.as_ref()) }
            <div class={classes!("split", if inspected.is_some() { "chosen" } else { "none" })}>
                <div class="stack">
                    { match *view {
                        View::Phases => table::table(ctx, shown, &rows, chosen_role.as_ref(), &folded),
                        View::OnePage => one_page::one_page(ctx, facts),
                        View::Roles => roles::roles(ctx, facts, &onmine),
                        View::Groups => ties::ties(ctx, facts),
                    } }
                </div>
                if let Some((step, found, later)) = inspected {
                    <Inspector ctx={ctx.clone()} facts={found} ties={inspector::ties(ctx, facts, &step)} {step} {later} trial={(*trial).clone()} {ontry}
                        told={tried.as_ref().map(|tried| what_if::words(lang, tried).join(" "))} {bar} />
                }
            </div>
            <div class="acts">
                <button type="button" class="btn d" onclick={ctx.on(Action::edit(Edit::RemoveSteps))}>
                    { small_icon(Icon::Trash) }{ lang.remove_steps() }
                </button>
            </div>
        </div>
    }
}

/// From the start of the first month to the last day on which anything can end.
fn chart_days(facts: &Facts) -> DateRange {
    let latest = facts.steps().filter_map(|step| step.latest).max();
    let first = facts.days.map_or(Date::FIRST, |days| days.first);
    let last = facts.days.map_or(first, |days| days.last);
    DateRange {
        first: first.first_of_month(),
        last: latest.map_or(last, |latest| latest.max(last)).plus_days(45),
    }
}

fn head(ctx: &Ctx, is_dating: &UseStateHandle<bool>) -> Html {
    let lang = ctx.model.lang;
    let ondate = {
        let is_dating = is_dating.clone();
        Callback::from(move |_: MouseEvent| is_dating.set(!*is_dating))
    };
    html! {
        <div class="head">
            <div class="t">
                <h1 tabindex="-1">{ lang.steps_page() }</h1>
                <p class="sub">{ lang.steps_sub() }</p>
            </div>
            <div class="acts">
                <button type="button" class="btn" aria-expanded={is_dating.to_string()} onclick={ondate}>
                    { small_icon(Icon::Pen) }{ lang.change_dates() }
                </button>
                <button type="button" class="btn" onclick={ctx.on(Action::Open(Dialog::Step(None)))}>
                    { small_icon(Icon::Plus) }{ lang.add_step() }
                </button>
                <button type="button" class="btn" onclick={Callback::from(|_: MouseEvent| print_page())}>
                    { small_icon(Icon::File) }{ lang.print_it() }
                </button>
            </div>
        </div>
    }
}

fn empty(ctx: &Ctx) -> Html {
    let lang = ctx.model.lang;
    html! {
        <div class="stack">
            <div class="head"><div class="t">
                <h1 tabindex="-1">{ lang.steps_page() }</h1>
                <p class="sub">{ lang.steps_sub() }</p>
            </div></div>
            <section class="panel empty" aria-labelledby="empty-title">
                <h2 id="empty-title">{ lang.steps_empty_title() }</h2>
                <p>{ lang.steps_empty_text() }</p>
                <StartForm ctx={ctx.clone()} button={lang.steps_start_now()} />
            </section>
        </div>
    }
}

/// Four figures in one line of words.
fn keys(ctx: &Ctx, facts: &Facts) -> Html {
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    let Some(days) = facts.days else {
        return Html::default();
    };
    let calendar = WorkCalendar::from(&plan.settings);
    let passed = ctx
        .model
        .today
        .filter(|today| *today >= days.first)
        .map(|today| {
            let until = today.min(days.last.plus_days(1));
            (0..until.days_since(days.first))
                .filter(|day| calendar.is_working(days.first.plus_days(*day)))
                .count()
        });
    let end = match facts.end_shift {
        Some(later) if later > 0 => lang.steps_end_later(later),
        Some(later) if later < 0 => lang.steps_end_earlier(-later),
        _ => lang.steps_end().to_owned(),
    };
    let p80 = facts
        .outlooks
        .as_ref()
        .and_then(|all| all.day(all.finish.p80));
    let (done, busy) = (facts.count(StepState::Done), facts.count(StepState::Busy));
    html! {
        <dl class="keys">
            <div><dt>{ lang.steps_done(done, busy) }</dt><dd>{ done }{ " " }<small>{ lang.of_all(&facts.kept().to_string()) }</small></dd></div>
            <div>
                <dt>{ lang.steps_length(&lang.day_month(days.first, None)) }</dt>
                <dd>
                    if let Some(passed) = passed { { passed }{ " " }<small>{ lang.of_all(&facts.length.to_string()) }</small> }
                    else { { facts.length } }
                </dd>
            </div>
            <div><dt>{ end }</dt><dd>{ lang.day_month(days.last, None) }</dd></div>
            if let Some(day) = p80 { <div><dt>{ lang.steps_p80() }</dt><dd>{ lang.day_month(day, None) }</dd></div> }
        </dl>
    }
}

/// What does not fit, and how the roster and the steps go together.
fn notes(ctx: &Ctx, facts: &Facts) -> Html {
    let lang = ctx.model.lang;
    let plan = ctx.model.plan.steps.as_ref();
    let base = plan.and_then(|steps| steps.baseline.as_ref());
    let edit = |edit: StepEdit| ctx.on(Action::edit(Edit::Steps(Box::new(edit))));
    let calendar = WorkCalendar::from(&ctx.model.plan.settings);
    html! {
        <>
            { for facts.conflicts.iter().map(|conflict| html! {
                <p class="note error">{ small_icon(Icon::Error) }<span>{ lang.step_conflict(conflict) }</span></p>
            }) }
            if let Some(first) = &facts.first_group {
                <p class={classes!("note", (first.late > 0).then_some("warn"))}>
                    { small_icon(if first.late > 0 { Icon::Warn } else { Icon::Info }) }
                    <span>
                        { lang.steps_first_group(&first.group, &lang.day_full(first.day)) }{ " " }
                        if first.late > 0 { { lang.steps_first_group_late(first.late) } } else { { lang.steps_first_group_fits() } }
                    </span>
                </p>
            }
            <div class="acts">
                if let Some(base) = base {
                    <span class="small muted">{ lang.kept_on(&lang.day_month(base.kept_on, None)) }</span>
                    <button type="button" class="btn s q" onclick={edit(StepEdit::ForgetBaseline)}>{ lang.forget_baseline() }</button>
                } else if ctx.model.today.is_some() {
                    <button type="button" class="btn s" onclick={edit(StepEdit::KeepBaseline(calendar))}>{ small_icon(Icon::Pin) }{ lang.keep_baseline() }</button>
                }
            </div>
        </>
    }
}

fn bar_of_views(
    ctx: &Ctx,
    facts: &Facts,
    view: &UseStateHandle<View>,
    role: &UseStateHandle<Option<Role>>,
    chosen: Option<&Role>,
) -> Html {
    let lang = ctx.model.lang;
    let button = |shown: View, name: &'static str| {
        let view = view.clone();
        let is_shown = *view == shown;
        let onclick = Callback::from(move |_: MouseEvent| view.set(shown));
        html! { <button type="button" aria-pressed={is_shown.to_string()} {onclick}>{ name }</button> }
    };
    let roles = facts.roles();
    let onrole = {
        let (role, roles) = (role.clone(), roles.clone());
        Callback::from(move |event: Event| {
            let index = crate::parts::chosen(&event);
            role.set(
                index
                    .and_then(|index| roles.get(index.checked_sub(1)?))
                    .cloned(),
            );
        })
    };
    html! {
        <div class="bar">
            <div class="seg wraps" role="group" aria-label={lang.steps_view()}>
                { button(View::Phases, lang.steps_by_phase()) }
                { button(View::OnePage, lang.steps_milestones()) }
                { button(View::Roles, lang.steps_roles()) }
                { button(View::Groups, lang.steps_groups()) }
            </div>
            if **view == View::Phases {
                <label class="filter"><span>{ lang.step_role_word() }</span>
                    <select class="select" onchange={onrole}>
                        <option selected={chosen.is_none()}>{ lang.steps_all_roles() }</option>
                        { for roles.iter().map(|role| html! { <option selected={chosen == Some(role)}>{ lang.step_role(role) }</option> }) }
                    </select>
                </label>
            }
        </div>
    }
}
