//! The chosen step: its days, what it waits for, what the groups say about it, trying a change out, and its
//! checklists.

use super::checklists::Checklists;
use super::facts::{Facts, StepFacts};
use super::screens::screen_of;
use super::ties::{need_words, take};
use super::what_if::Trial;
use crate::parts::{Icon, icon, small_icon};
use crate::state::{Action, Ctx, Dialog, Selection};
use centering_core::insight::Need;
use centering_core::steps::{Link, Step, StepState};
use centering_words::Lang;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct InspectorProps {
    pub ctx: Ctx,
    pub facts: StepFacts,
    /// What stands in the plan about it.
    pub step: Step,
    /// The steps that it waits for, with what is tied together.
    pub before: Vec<String>,
    /// The steps that come after it.
    pub later: Vec<String>,
    pub trial: Option<Trial>,
    pub ontry: Callback<Option<Trial>>,
    /// What the groups say about the step.
    #[prop_or_default]
    pub ties: Html,
    /// What is tried, with the buttons that accept it or go back.
    #[prop_or_default]
    pub bar: Html,
    /// The same in one text, for screen readers.
    #[prop_or_default]
    pub told: Option<String>,
}

/// The steps that are about what the groups need: recruiting, training, and scaling up.
const NEEDED_BY: [&str; 5] = ["V10", "V11", "P01", "P02", "P03"];

/// A week, for the buttons that move a step.
const WEEK: i32 = 7;

#[component]
pub fn Inspector(props: &InspectorProps) -> Html {
    let (ctx, facts, step) = (&props.ctx, &props.facts, &props.step);
    let lang = ctx.model.lang;
    let heading = use_node_ref();
    {
        let heading = heading.clone();
        use_effect_with(step.id.clone(), move |_| {
            if let Some(heading) = heading.cast::<web_sys::HtmlElement>() {
                // Where it cannot take focus it stays where it was.
                let _ = heading.focus();
            }
        });
    }
    let today = ctx.model.today;
    let day = |day| lang.day_month(day, today);
    let list = |steps: &[String]| {
        if steps.is_empty() {
            html! { { lang.step_none() } }
        } else {
            html! { <ul>{ for steps.iter().map(|step| html! { <li>{ step }</li> }) }</ul> }
        }
    };
    let screen = screen_of(lang, &step.id);
    html! {
        <aside class="insp" aria-labelledby="step-heading">
            <header>
                <div class="tt">
                    <h2 id="step-heading" tabindex="-1" ref={heading}>{ format!("{} {}", step.id, facts.title) }</h2>
                    <span class="small muted">{ lang.phase(step.phase) }{ ", " }{ lang.step_role(&step.role) }</span>
                </div>
                <button type="button" class="btn i q" aria-label={lang.step_close()} onclick={ctx.on(Action::Select(Selection::Nothing))}>{ icon(Icon::Close) }</button>
            </header>
            <section aria-label={lang.step_facts()}>
                <dl class="facts">
                    if let Some(days) = facts.days {
                        <dt>{ lang.step_planned() }</dt><dd>{ lang.range(days, today) }</dd>
                    }
                    <dt>{ lang.step_days() }</dt><dd>{ lang.working_days(step.duration) }</dd>
                    if let Some(slack) = facts.slack.filter(|_| facts.is_open()) {
                        <dt>{ lang.step_slack() }</dt>
                        <dd>{ lang.step_slack_of(slack) }if slack < 0 { <span class="sub-l">{ lang.step_slack_missed() }</span> }</dd>
                    }
                    if facts.is_open() && facts.slack.is_some() && !facts.critical {
                        <dt>{ lang.step_free_slack() }</dt><dd>{ lang.step_slack_days(facts.free_slack) }</dd>
                    }
                    if let Some(base) = facts.base { <dt>{ lang.milestone_base() }</dt><dd>{ lang.range(base, today) }</dd> }
                    if let Some(first) = step.not_before { <dt>{ lang.step_not_before() }</dt><dd>{ day(first) }</dd> }
                    if let Some(first) = step.fixed_start { <dt>{ lang.step_fixed() }</dt><dd>{ day(first) }</dd> }
                    if let Some(last) = step.deadline { <dt>{ lang.step_deadline() }</dt><dd>{ day(last) }</dd> }
                    <dt>{ lang.step_before() }</dt><dd>{ list(&props.before) }</dd>
                    <dt>{ lang.step_next() }</dt><dd>{ list(&props.later) }</dd>
                    if !facts.deliverable.is_empty() { <dt>{ lang.step_deliverable() }</dt><dd>{ &facts.deliverable }</dd> }
                    if !step.progress.notes.is_empty() { <dt>{ lang.step_notes() }</dt><dd>{ &step.progress.notes }</dd> }
                </dl>
                <div class="acts">
                    <button type="button" class="btn s" onclick={ctx.on(Action::Open(Dialog::Step(Some(step.id.clone()))))}>
                        { small_icon(Icon::Pen) }{ lang.step_change() }
                    </button>
                    if let Some((action, name)) = screen {
                        <button type="button" class="btn s" onclick={ctx.on(action)}>{ small_icon(Icon::Right) }{ lang.step_open_screen(name) }</button>
                    }
                </div>
            </section>
            { props.ties.clone() }
            if step.progress.state == StepState::Open { { what_if(props) } }
            <Checklists ctx={ctx.clone()} step={step.id.clone()} role={step.role.clone()} />
            <p class="sr" role="status">{ props.told.clone() }</p>
            { props.bar.clone() }
        </aside>
    }
}

/// Buttons that try a change out; dragging the bar does the same.
fn what_if(props: &InspectorProps) -> Html {
    let (lang, step) = (props.ctx.model.lang, &props.step);
    let trial = props.trial.clone().unwrap_or_else(|| Trial::of(step));
    let button = |words: String, next: Option<Trial>| {
        let ontry = props.ontry.clone();
        let is_off = next.is_none();
        let onclick = Callback::from(move |_: MouseEvent| ontry.emit(next.clone()));
        html! { <button type="button" class="btn s" disabled={is_off} {onclick}>{ words }</button> }
    };
    let longer = |days: i32| {
        let duration = trial.duration + days;
        (0..=Step::LONGEST).contains(&duration).then(|| Trial {
            duration,
            ..trial.clone()
        })
    };
    let first = props.facts.days.map(|days| days.first);
    // What is tried already counts on from there.
    let from = trial.not_before.or(first);
    let moved = |days: i32| {
        let day = from.map(|first| first.plus_days(days));
        // Nothing begins before today.
        let day = day.filter(|day| !props.ctx.model.is_past(*day));
        day.map(|day| Trial {
            not_before: Some(day),
            ..trial.clone()
        })
    };
    let free = trial.not_before.is_some().then(|| Trial {
        not_before: None,
        ..trial.clone()
    });
    html! {
        <section aria-labelledby="what-if">
            <h3 id="what-if">{ lang.what_if() }</h3>
            <p class="small muted">{ lang.what_if_text() }</p>
            <div class="acts">
                { button(lang.what_if_longer(5), longer(5)) }
                { button(lang.what_if_shorter(5), longer(-5)) }
            </div>
            <div class="acts">
                { button(lang.what_if_later().to_owned(), moved(WEEK)) }
                { button(lang.what_if_earlier().to_owned(), trial.not_before.and_then(|_| moved(-WEEK))) }
                { button(lang.what_if_free().to_owned(), free) }
            </div>
        </section>
    }
}

/// The steps that a step waits for, each with what is tied together.
pub fn before(lang: Lang, facts: &Facts, step: &Step) -> Vec<String> {
    let words = |link: &Link| {
        let name = lang.step_named(link.step.as_str(), &facts.name(&link.step));
        lang.step_link(&name, link)
    };
    step.after.iter().map(words).collect()
}

/// What the groups say about a step: a deadline, and whether it is known to be done.
pub fn ties(ctx: &Ctx, facts: &Facts, step: &Step) -> Html {
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    let deadline = facts.deadlines.iter().find(|one| one.step == step.id);
    let offer = facts.offers.iter().find(|one| one.step == step.id);
    let needs: &[Need] = if NEEDED_BY.contains(&step.id.as_str()) {
        &facts.needs
    } else {
        &[]
    };
    if deadline.is_none() && offer.is_none() && needs.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-label={lang.steps_groups()}>
            if let (Some(one), Some(first)) = (deadline, &facts.first) {
                <p class={classes!("note", (one.slack < 0 && !one.done).then_some("warn"))}>
                    { small_icon(if one.slack < 0 && !one.done { Icon::Warn } else { Icon::Info }) }
                    <span>{ lang.deadline_of_group(first.group.as_str(), &lang.day_full(first.day), &lang.day_words(one.by, None), ctx.model.is_past(first.day)) }{ " " }
                        if one.done { <b>{ lang.step_state_name(StepState::Done) }</b> }
                        else { <b>{ lang.deadline_planned(&lang.day_words(one.planned, None)) }</b> }
                    </span>
                </p>
            }
            if !needs.is_empty() {
                <h3>{ lang.needs_title() }</h3>
                <dl class="facts">
                    { for needs.iter().map(|need| html! {
                        <><dt>{ plan.location_name(&need.location) }</dt><dd>{ need_words(lang, need) }</dd></>
                    }) }
                </dl>
            }
            if let Some(offer) = offer {
                <div class="note ok">
                    { small_icon(Icon::Ok) }
                    <div class="stack xt">
                        <span>{ lang.evidence(plan, &offer.evidence) }</span>
                        <button type="button" class="btn s" onclick={ctx.on(take(ctx, facts, &offer.step))}>{ lang.offer_take(&lang.step_quoted(&facts.name(&offer.step))) }</button>
                    </div>
                </div>
            }
        </section>
    }
}
