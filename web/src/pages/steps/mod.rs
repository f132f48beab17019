//! The screen of the step plan (stappenplan): from first idea to embedded group care, as a table with the same
//! over time beside it, by role, and on one page.

mod bar;
mod checklists;
mod estimates;
mod facts;
mod inspector;
mod mend;
mod one_page;
mod roles;
mod screens;
mod start;
mod table;
mod ties;
mod what_if;

use crate::chart::Scale;
use crate::parts::form::{choose, or_none};
use crate::parts::{Icon, print_page, sets, setter, small_icon, ways};
use crate::state::{Action, Ctx, Dialog, PageProps, Same, Selection};
use bar::Ground;
use centering_core::calendar::{Date, DateRange};
use centering_core::edit::Edit;
use centering_core::insight::FirstGroup;
use centering_core::steps::{
    Conflict, Edge, Phase, Role, SetDate, StepEdit, StepFault, StepId, StepState, WorkCalendar,
};
use centering_words::Lang;
use facts::{FIRST_GROUPS, Facts, HANDOVER};
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
    let folded = use_state_eq(|| {
        let phases = facts.iter().flat_map(|facts| &facts.phases);
        let done = phases.filter(|phase| phase.done() == phase.kept());
        done.map(|phase| phase.phase).collect::<BTreeSet<Phase>>()
    });
    let is_dating = use_state_eq(|| false);
    let toggle = use_node_ref();
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
    let Some(facts) = facts.as_ref() else {
        return empty(ctx);
    };
    let tried_facts = match &tried {
        Some(Tried::Draft(draft)) => Facts::of(&draft.0, today, lang),
        _ => None,
    };
    let shown = tried_facts.as_ref().unwrap_or(facts);
    let ground = Ground {
        scale: Scale::new(chart_days(facts, today)),
        today,
        lang,
    };
    let chosen_role = (*role).clone().filter(|role| facts.roles().contains(role));
    // Back to the button that opened the form.
    let ondone = {
        let (close, toggle) = (sets(&is_dating, false), toggle.clone());
        Callback::from(move |()| {
            close.emit(());
            if let Some(button) = toggle.cast::<web_sys::HtmlElement>() {
                // Where it cannot take focus it stays where it was.
                let _ = button.focus();
            }
        })
    };
    let ontry = setter(&trial);
    let ondrag = {
        let (act, trial, plan) = (ctx.act.clone(), trial.clone(), plan.clone());
        Callback::from(move |(id, day): (StepId, Date)| {
            // Nothing begins before today.
            let day = today.map_or(day, |today| day.max(today));
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
    let oncancel = sets(&trial, None);
    // Closes what was opened last, and nothing else.
    let onkeydown = {
        let close = match (&*trial, *is_dating, &ctx.model.selection) {
            (Some(_), ..) => Some(oncancel.clone()),
            (None, true, _) => Some(ondone.clone()),
            (None, false, Selection::Step(_)) => {
                let unselect = Action::Select(Selection::Nothing);
                Some(ctx.act.reform(move |()| unselect.clone()))
            }
            _ => None,
        };
        Callback::from(move |event: KeyboardEvent| {
            let is_escape = event.key() == "Escape" && !event.default_prevented();
            if let Some(close) = close.as_ref().filter(|_| is_escape) {
                event.prevent_default();
                close.emit(());
            }
        })
    };
    let onmine = {
        let (view, role) = (view.clone(), role.clone());
        Callback::from(move |chosen: Role| {
            role.set(Some(chosen));
            view.set(View::Phases);
        })
    };
    let onoffers = sets(&view, View::Groups);
    let chosen = ctx.model.selected_step();
    let inspected = chosen.and_then(|step| {
        let found = facts.steps().find(|one| one.id == step.id)?;
        let all = plan.steps.as_ref()?.steps.values();
        let later = all.filter(|other| other.after.iter().any(|link| link.step == step.id));
        Some((
            step.clone(),
            found.clone(),
            later
                .map(|step| lang.step_named(step.id.as_str(), &facts.name(&step.id)))
                .collect::<Vec<_>>(),
        ))
    });
    let bar = match (&*trial, &tried) {
        (Some(trial), Some(tried)) => what_if::bar(ctx, facts, trial, tried, oncancel),
        _ => Html::default(),
    };
    let rows = Rows {
        ground: &ground,
        before: tried_facts.as_ref().map(|_| facts),
        ondrag: &ondrag,
    };
    html! {
        <div class="stack steps" {onkeydown}>
            { head(ctx, &is_dating, &toggle) }
            if *is_dating || facts.fault == Some(StepFault::NoStart) {
                <section class="panel"><div class="pb"><StartForm ctx={ctx.clone()} button={lang.steps_take_date()} {ondone} /></div></section>
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
                    <Inspector ctx={ctx.clone()} facts={found} before={inspector::before(lang, facts, &step)} ties={inspector::ties(ctx, facts, &step)} {step} {later} trial={(*trial).clone()} {ontry}
                        told={tried.as_ref().map(|tried| what_if::words(lang, facts, tried).join(" "))} {bar} />
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
fn chart_days(facts: &Facts, today: Option<Date>) -> DateRange {
    let latest = facts.steps().filter_map(|step| step.latest).max();
    let first = facts.days.map(|days| days.first).or(today);
    let first = first.unwrap_or(Date::FIRST);
    let last = facts.days.map_or(first, |days| days.last);
    DateRange {
        first: first.first_of_month(),
        last: latest.map_or(last, |latest| latest.max(last)).plus_days(45),
    }
}

fn head(ctx: &Ctx, is_dating: &UseStateHandle<bool>, toggle: &NodeRef) -> Html {
    let lang = ctx.model.lang;
    let ondate = sets(is_dating, !**is_dating);
    html! {
        <div class="head">
            <div class="t">
                <h1 tabindex="-1">{ lang.steps_page() }</h1>
                <p class="sub">{ lang.steps_sub() }</p>
            </div>
            <div class="acts">
                <button type="button" class="btn" aria-expanded={is_dating.to_string()} ref={toggle} onclick={ondate}>
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
            if let Some(fault) = &facts.fault { { mend::mend(ctx, facts, fault) } }
            if let Some(start) = facts.missed_start {
                <p class="note warn">{ small_icon(Icon::Warn) }<span>{ lang.steps_missed_start(&lang.day_words(start, ctx.model.today)) }</span></p>
            }
            { for facts.conflicts.iter().map(|conflict| html! {
                <p class="note error">{ small_icon(Icon::Error) }<span>{ conflict_words(lang, facts, conflict) }</span></p>
            }) }
            if let Some(first) = facts.first.as_ref().filter(|_| facts.fault.is_none()) {
                <p class={classes!("note", facts.first_possible.and(Some("warn")))}>
                    { small_icon(if facts.first_possible.is_some() { Icon::Warn } else { Icon::Info }) }
                    <span>{ first_group_words(ctx, facts, first) }</span>
                </p>
            }
            <div class="acts">
                if let Some(base) = base {
                    <span class="small muted">{ lang.kept_on(&lang.day_month(base.kept_on, None)) }</span>
                    <button type="button" class="btn s q" onclick={edit(StepEdit::ForgetBaseline)}>{ lang.forget_baseline() }</button>
                } else if ctx.model.today.is_some() && facts.fault.is_none() {
                    <button type="button" class="btn s" onclick={edit(StepEdit::KeepBaseline(calendar))}>{ small_icon(Icon::Pin) }{ lang.keep_baseline() }</button>
                }
            </div>
        </>
    }
}

/// When the first group of the roster meets first, and whether the steps allow that; of one that has met nothing is asked.
fn first_group_words(ctx: &Ctx, facts: &Facts, first: &FirstGroup) -> String {
    let lang = ctx.model.lang;
    let is_over = ctx.model.is_past(first.day);
    let begins = lang.steps_first_group(first.group.as_str(), &lang.day_full(first.day), is_over);
    match facts.first_possible {
        Some(day) => {
            let late = lang.steps_first_group_late(&lang.day_full(day));
            format!("{begins} {late}")
        }
        None if is_over => begins,
        None => format!("{begins} {}", lang.steps_first_group_fits()),
    }
}

/// `De eerste groep kan pas op 22 juni 2027 (wens: 1 maart).`
fn conflict_words(lang: Lang, facts: &Facts, conflict: &Conflict) -> String {
    let what = match (conflict.kind, conflict.step.as_str()) {
        (SetDate::Wish(Edge::Start), FIRST_GROUPS) => lang.steps_first_of_all().to_owned(),
        (SetDate::Wish(Edge::Finish), HANDOVER) => lang.steps_the_handover().to_owned(),
        _ => lang.step_quoted(&facts.name(&conflict.step)),
    };
    lang.step_conflict(&what, conflict)
}

fn bar_of_views(
    ctx: &Ctx,
    facts: &Facts,
    view: &UseStateHandle<View>,
    role: &UseStateHandle<Option<Role>>,
    chosen: Option<&Role>,
) -> Html {
    let lang = ctx.model.lang;
    let views = [
        (View::Phases, lang.steps_by_phase()),
        (View::OnePage, lang.steps_milestones()),
        (View::Roles, lang.steps_roles()),
        (View::Groups, lang.steps_groups()),
    ];
    let onrole = setter(role);
    let words = |role: &Option<Role>| {
        let role = role.as_ref().map(|role| lang.step_role(role));
        role.unwrap_or_else(|| lang.steps_all_roles().to_owned())
    };
    html! {
        <div class="bar">
            { ways(lang.steps_view(), &**view, views, |to| sets(view, to)) }
            if **view == View::Phases {
                { choose(or_none(facts.roles()), &chosen.cloned(), words, onrole).filter(lang.step_role_word()) }
            }
        </div>
    }
}
