//! The ten indicators as a table, the worst first: light, figure, limit, where it comes from, trend, and the
//! steps that help. Below it what is asked, who is missed most, and the days that were kept.

use super::answers::Answers;
use super::history;
use super::limits::LimitsForm;
use super::missed::Missed;
use super::trend::trend;
use crate::parts::table::{By, Phone, Table, columns, panel};
use crate::parts::{Icon, sets, small_icon};
use crate::state::{Action, Ctx, Page, PageProps, Selection, planner};
use centering_core::assurance::{Basis, Indicator, Indicators as Proposal, Light, Reading};
use centering_core::calendar::Date;
use centering_core::edit::{AssuranceEdit, Edit};
use centering_core::insight::{Resilience, figures};
use centering_core::plan::Plan;
use centering_core::steps::{Step, StepEdit, StepId};
use centering_words::Lang;
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
    let onlimits = sets(&is_limiting, !*is_limiting);
    let oncompute = sets(&is_wanted, true);
    let beside = html! {
        <>
            <button type="button" class="btn s" aria-expanded={is_limiting.to_string()} onclick={onlimits}>
                { small_icon(Icon::Settings) }{ lang.change_limits() }
            </button>
            { keep(ctx, &readings, today) }
        </>
    };
    html! {
        <>
            { counts(ctx, &readings) }
            { panel("indicators-title", lang.part_indicators(), beside, table(ctx, &readings)) }
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

fn table(ctx: &Ctx, readings: &[Reading]) -> Html {
    let (lang, limits) = (ctx.model.lang, &ctx.model.plan.assurance.limits);
    let mut rows: Vec<&Reading> = readings.iter().collect();
    rows.sort_by_key(|reading| match reading.light {
        Light::Red => 0,
        Light::Amber => 1,
        Light::Unknown => 2,
        Light::Green => 3,
    });
    let rule = |reading: &Reading| {
        let own = limits.get(&reading.indicator).copied();
        own.or_else(|| proposed(reading).map(|indicator| indicator.rule))
    };
    let name = |reading: &Reading| {
        let detail = detail(lang, reading);
        html! {
            <>
                { proposed(reading).map(|indicator| lang.wording(&indicator.name)) }
                if let Some(detail) = detail { <span class="sub-l">{ detail }</span> }
            </>
        }
    };
    let source = |reading: &Reading| {
        let source = match basis(reading) {
            Basis::Answer => lang.asked(),
            Basis::Plan | Basis::PlanAndAnswer => lang.computed(),
        };
        let norm = proposed(reading).and_then(|indicator| indicator.norm.as_ref());
        let norm = match norm {
            _ if limits.contains_key(&reading.indicator) => lang.limit_own(),
            Some(norm) => lang.wording(norm),
            None => lang.limit_proposed(),
        };
        html! { <>{ source }<span class="sub-l">{ norm }</span></> }
    };
    columns! { Table::of(|reading: &Reading| format!("{:?}", reading.indicator)).look("wraps ind");
        name(lang.indicator(), name);
        column(lang.indicator_state(), |reading| mark(reading.light, html! { lang.light(reading.light) })).nowrap();
        number(lang.indicator_now(), |reading| reading.amount.map(|amount| html! { <b>{ lang.amount(reading.indicator, amount) }</b> })).nowrap().dash();
        column(lang.indicator_norm(), |reading| rule(reading).map(|rule| lang.norm(reading.indicator, rule))).nowrap();
        column(lang.indicator_source(), source).roomy();
        column(lang.indicator_trend(), |reading| rule(reading).map(|rule| trend(ctx, reading, rule)));
        column(lang.indicator_do(), |reading| measures(ctx, reading)).class("do").phone(Phone::Bare).dash();
    }.rows(By::Id("indicators-title"), rows)
}

/// What stands under the name of an indicator: where it is worst, or what it was counted from.
fn detail(lang: Lang, reading: &Reading) -> Option<String> {
    let place = proposed(reading).zip(reading.place.as_ref());
    place
        .map(|(indicator, place)| lang.indicator_place(indicator, place))
        .or_else(|| reading.parts.map(|(is, wanted)| lang.part_of(is, wanted)))
}

/// The indicator of a reading as we propose it.
fn proposed(reading: &Reading) -> Option<&'static Indicator> {
    Proposal::proposal().indicator(reading.indicator)
}

fn basis(reading: &Reading) -> Basis {
    proposed(reading).map_or(Basis::Plan, |indicator| indicator.basis)
}

/// What to do about a light that is not green: steps that can be added, or the question to answer.
fn measures(ctx: &Ctx, reading: &Reading) -> Html {
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    if reading.light == Light::Unknown {
        return if basis(reading) != Basis::Plan {
            html! { <span class="small">{ lang.answer_it() }</span> }
        } else {
            Html::default()
        };
    }
    let steps: Vec<&Step> = Proposal::proposal().steps(&reading.measures).collect();
    if steps.is_empty() {
        return Html::default();
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
                let next = if is_there {
                    html! {
                        <span class="st ok">{ small_icon(Icon::Ok) }{ open_step(ctx, &step.id, lang.measure_there().to_owned()) }</span>
                    }
                } else {
                    let edit = StepEdit::AddSteps(vec![step.clone()]);
                    html! {
                        <button type="button" class="btn s" aria-label={lang.add_measure(title)}
                            onclick={ctx.on(Action::edit(Edit::Steps(Box::new(edit))))}>
                            { small_icon(Icon::Plus) }{ lang.measure_add() }
                        </button>
                    }
                };
                html! { <li key={step.id.to_string()} class="stack xt"><span class="small">{ title }</span>{ next }</li> }
            }) }
        </ul>
    }
}

/// A button that shows a step in the step plan.
pub fn open_step(ctx: &Ctx, id: &StepId, words: String) -> Html {
    let label = ctx.model.lang.open_step();
    let action = Action::GoTo(Page::Steps, Selection::Step(id.clone()));
    html! {
        <button type="button" class="link small" title={label} onclick={ctx.on(action)}>{ words }</button>
    }
}
