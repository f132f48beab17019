//! The ten indicators as a table, the worst first: light, figure, limit, where it comes from, trend, and the
//! steps that help. Below it what is asked, who is missed most, and the days that were kept.

use super::super::PageProps;
use super::answers::Answers;
use super::history;
use super::limits::LimitsForm;
use super::missed::Missed;
use super::trend::trend;
use crate::app::Action;
use crate::later::planner;
use crate::parts::{Icon, small_icon};
use crate::store::{Ctx, Page, Selection};
use centering_core::assurance::{Figures, IndicatorId, Indicators as Proposal, Light, Reading};
use centering_core::calendar::Date;
use centering_core::insight::{Resilience, figures};
use centering_core::plan::{AssuranceEdit, Edit, Plan};
use centering_core::steps::{Step, StepEdit, StepId};
use std::rc::Rc;
use yew::prelude::*;

/// Up to so many people the simulation is made at once; with more somebody asks for it. Each of them is taken
/// out of the plan in turn. With 24 people and 93 groups that took 53 ms natively; the screen of the example, nine
/// people and twelve groups, appears in 35 to 60 ms.
const PEOPLE_AT_ONCE: usize = 25;

/// A plan as far as the simulation and the figures of groups go: answers and scores change nothing of them.
#[derive(Clone)]
struct Planned(Rc<Plan>);

impl PartialEq for Planned {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&*self.0, &*other.0);
        std::ptr::eq(one, other)
            || one.groups == other.groups
                && one.people == other.people
                && one.lines == other.lines
                && one.rooms == other.rooms
                && one.settings == other.settings
                && one.template == other.template
                && one.enrolments == other.enrolments
                && one.locations == other.locations
    }
}

/// Whether an indicator rests on an answer.
pub fn is_asked(indicator: IndicatorId) -> bool {
    matches!(
        indicator,
        IndicatorId::CoordinatorWithBackup | IndicatorId::Embedded | IndicatorId::Evaluated
    )
}

#[component]
pub fn Indicators(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang, today) = (&ctx.model.plan, ctx.model.lang, ctx.model.today);
    let is_small = plan.people.len() <= PEOPLE_AT_ONCE;
    let is_wanted = use_state_eq(|| false);
    // The planner can arrive after this screen.
    let compute = (is_small || *is_wanted) && planner().is_some();
    let simulated = use_memo(
        (Planned(plan.clone()), today, compute),
        |(plan, today, compute)| {
            let planner = planner().filter(|_| *compute)?;
            Some((planner.resilience)(&plan.0, *today))
        },
    );
    let is_limiting = use_state_eq(|| false);
    let none = Resilience::default();
    let figures = figures(plan, (*simulated).as_ref().unwrap_or(&none), today);
    let readings = Proposal::proposal().read(&figures, &plan.assurance.limits);
    let onlimits = {
        let is_limiting = is_limiting.clone();
        Callback::from(move |_: MouseEvent| is_limiting.set(!*is_limiting))
    };
    let oncompute = {
        let is_wanted = is_wanted.clone();
        Callback::from(move |()| is_wanted.set(true))
    };
    html! {
        <>
            { counts(ctx, &readings) }
            <section class="panel">
                <div class="ph">
                    <h2 id="indicators-title">{ lang.part_indicators() }</h2>
                    <button type="button" class="btn s" aria-expanded={is_limiting.to_string()} onclick={onlimits}>
                        { small_icon(Icon::Settings) }{ lang.change_limits() }
                    </button>
                    { keep(ctx, &readings, today) }
                </div>
                { table(ctx, &readings, &figures) }
            </section>
            if *is_limiting { <LimitsForm ctx={ctx.clone()} /> }
            <Answers ctx={ctx.clone()} />
            <Missed ctx={ctx.clone()} found={Rc::new((*simulated).clone())} {oncompute} />
            { history::history(ctx) }
        </>
    }
}

/// How many of each light, in one line.
fn counts(ctx: &Ctx, readings: &[Reading]) -> Html {
    let lang = ctx.model.lang;
    let of = |light| readings.iter().filter(|one| one.light == light).count();
    let item = |light, word: &'static str| {
        html! { <div><dt>{ word }</dt><dd>{ mark(light, of(light).into()) }</dd></div> }
    };
    html! {
        <dl class="keys">
            { item(Light::Red, lang.lights_red()) }
            { item(Light::Amber, lang.lights_amber()) }
            { item(Light::Green, lang.lights_green()) }
            { item(Light::Unknown, lang.lights_unknown()) }
        </dl>
    }
}

/// A light as an icon with its word or number.
pub fn mark(light: Light, content: Html) -> Html {
    let (class, icon) = match light {
        Light::Red => ("st error", Icon::Error),
        Light::Amber => ("st warn", Icon::Warn),
        Light::Green => ("st ok", Icon::Ok),
        Light::Unknown => ("st none", Icon::Help),
    };
    html! { <span {class}>{ small_icon(icon) }{ content }</span> }
}

fn keep(ctx: &Ctx, readings: &[Reading], today: Option<Date>) -> Html {
    let Some(on) = today.filter(|_| readings.iter().any(|one| one.amount.is_some())) else {
        return Html::default();
    };
    let edit = AssuranceEdit::KeepReadings {
        on,
        readings: readings.to_vec(),
    };
    html! {
        <button type="button" class="btn s" onclick={ctx.on(Action::edit(Edit::Assurance(Box::new(edit))))}>
            { small_icon(Icon::Pin) }{ ctx.model.lang.keep_today() }
        </button>
    }
}

fn table(ctx: &Ctx, readings: &[Reading], figures: &Figures) -> Html {
    let lang = ctx.model.lang;
    let mut rows: Vec<&Reading> = readings.iter().collect();
    rows.sort_by_key(|reading| match reading.light {
        Light::Red => 0,
        Light::Amber => 1,
        Light::Unknown => 2,
        Light::Green => 3,
    });
    html! {
        <div class="tw" tabindex="0" role="region" aria-labelledby="indicators-title">
            <table class="tb cards wraps ind" aria-labelledby="indicators-title">
                <thead><tr>
                    <th scope="col">{ lang.indicator() }</th>
                    <th scope="col">{ lang.indicator_state() }</th>
                    <th scope="col" class="num">{ lang.indicator_now() }</th>
                    <th scope="col">{ lang.indicator_norm() }</th>
                    <th scope="col">{ lang.indicator_source() }</th>
                    <th scope="col">{ lang.indicator_trend() }</th>
                    <th scope="col">{ lang.indicator_do() }</th>
                </tr></thead>
                <tbody>{ for rows.into_iter().map(|reading| row(ctx, reading, figures)) }</tbody>
            </table>
        </div>
    }
}

fn row(ctx: &Ctx, reading: &Reading, figures: &Figures) -> Html {
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    let id = reading.indicator;
    let Some(indicator) = Proposal::proposal().indicator(id) else {
        return Html::default();
    };
    let own = plan.assurance.limits.get(&id);
    let rule = own.copied().unwrap_or(indicator.rule);
    let now = reading.amount.map(|amount| lang.amount(id, amount));
    let source = if is_asked(id) {
        lang.asked()
    } else {
        lang.computed()
    };
    let norm_source = if own.is_some() {
        lang.limit_own()
    } else {
        lang.norm_source(id)
    };
    let detail = match (&reading.place, id) {
        (Some(place), _) => Some(lang.indicator_place(id, place)),
        (None, IndicatorId::IntakeShort) => figures
            .starting
            .zip(figures.wanted)
            .map(|(starting, wanted)| lang.part_of(starting, wanted)),
        _ => None,
    };
    html! {
        <tr key={format!("{id:?}")} data-indicator={format!("{id:?}")}>
            <th scope="row">
                { lang.wording(&indicator.name) }
                if let Some(detail) = detail { <span class="sub-l">{ detail }</span> }
            </th>
            <td class="nw" data-l={lang.indicator_state()}>{ mark(reading.light, html! { lang.light(reading.light) }) }</td>
            <td class="num nw" data-l={lang.indicator_now()}><b>{ now.unwrap_or_else(|| "–".to_owned()) }</b></td>
            <td class="nw" data-l={lang.indicator_norm()}>{ lang.norm(id, rule) }</td>
            <td class="small" data-l={lang.indicator_source()}>{ source }<span class="sub-l">{ norm_source }</span></td>
            <td data-l={lang.indicator_trend()}>{ trend(ctx, reading, rule) }</td>
            <td class="do">{ measures(ctx, reading) }</td>
        </tr>
    }
}

/// What to do about a light that is not green: steps that can be added, or the question to answer.
fn measures(ctx: &Ctx, reading: &Reading) -> Html {
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    if reading.light == Light::Unknown {
        let is_question =
            is_asked(reading.indicator) || reading.indicator == IndicatorId::IntakeShort;
        return if is_question {
            html! { <span class="small">{ lang.answer_it() }</span> }
        } else {
            html! { "–" }
        };
    }
    let steps: Vec<&Step> = Proposal::proposal().steps(&reading.measures).collect();
    if steps.is_empty() {
        return html! { "–" };
    }
    let Some(known) = &plan.steps else {
        return html! {
            <>
                { for steps.iter().map(|step| html! { <p class="small">{ lang.wording(&step.title) }</p> }) }
                <p class="xs muted">{ lang.measure_no_steps() }</p>
            </>
        };
    };
    html! {
        <ul class="stack xt">
            { for steps.into_iter().map(|step| {
                let title = lang.wording(&step.title);
                let is_there = known.steps.contains_key(&step.id);
                if is_there {
                    html! { <li>{ open_step(ctx, &step.id, lang.measure_there(step.id.as_str())) }</li> }
                } else {
                    let edit = StepEdit::AddSteps(vec![step.clone()]);
                    html! {
                        <li>
                            <button type="button" class="link small" aria-label={lang.add_measure(step.id.as_str(), title)}
                                onclick={ctx.on(Action::edit(Edit::Steps(Box::new(edit))))}>
                                { title }
                            </button>
                        </li>
                    }
                }
            }) }
        </ul>
    }
}

/// A button that shows a step in the step plan.
pub fn open_step(ctx: &Ctx, id: &StepId, words: String) -> Html {
    let label = ctx.model.lang.open_step(id.as_str());
    let action = Action::GoTo(Page::Steps, Selection::Step(id.clone()));
    html! {
        <button type="button" class="link small" title={label} onclick={ctx.on(action)}>{ words }</button>
    }
}
