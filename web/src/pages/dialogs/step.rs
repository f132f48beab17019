//! One step of the step plan: add it, change every word and number of it, or remove it.

use crate::parts::form::{Entries, Form, gone, or_none, use_form};
use crate::parts::{Icon, small_icon};
use crate::state::Ctx;
use centering_core::calendar::Date;
use centering_core::edit::Edit;
use centering_core::intake::read_date;
use centering_core::steps::{
    Link, LinkKind, Phase, Role, Step, StepEdit, StepId, StepPlan, StepState, Wording, roles,
};
use centering_words::Lang;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use yew::prelude::*;

/// The fields as they stand.
#[derive(Clone)]
struct Draft {
    code: String,
    title: String,
    deliverable: String,
    phase: Phase,
    role: Role,
    duration: String,
    links: Entries<Tied>,
    not_before: String,
    fixed_start: String,
    deadline: String,
    started: String,
    finished: String,
    milestone: bool,
    decision: bool,
    who: String,
    notes: String,
}

/// A link as it is chosen and typed.
#[derive(Clone, Default)]
struct Tied {
    step: Option<StepId>,
    kind: LinkKind,
    lag: String,
    extra: Map<String, Value>,
}

impl Tied {
    fn of(link: &Link) -> Self {
        let lag = match link.lag {
            0 => String::new(),
            days => days.to_string(),
        };
        Self {
            step: Some(link.step.clone()),
            kind: link.kind,
            lag,
            extra: link.extra.clone(),
        }
    }

    /// The link; nothing while no step is chosen.
    fn read(&self, before: &[Link], lang: Lang) -> Result<Option<Link>, String> {
        let Some(step) = self.step.clone() else {
            return Ok(None);
        };
        let text = self.lag.trim().replace('−', "-");
        let lag = if text.is_empty() {
            Some(0)
        } else {
            text.parse().ok()
        };
        let lag = lag.filter(|days| (-Step::LONGEST..=Step::LONGEST).contains(days));
        let lag = lag.ok_or_else(|| lang.step_link_lag_wrong().to_owned())?;
        let is_there = |link: &Link| link.step == step && link.kind == self.kind;
        if before.iter().any(is_there) {
            return Err(lang.step_link_twice().to_owned());
        }
        Ok(Some(Link {
            step,
            kind: self.kind,
            lag,
            extra: self.extra.clone(),
        }))
    }
}

/// What is wrong, by the id of the field.
type Faults = BTreeMap<String, String>;

fn lag_id(key: u32) -> String {
    format!("step-lag-{key}")
}

impl Draft {
    fn of(known: Option<&Step>, lang: Lang) -> Self {
        let text =
            |text: fn(&Step) -> &str| known.map_or_else(String::new, |step| text(step).to_owned());
        let words = |words: fn(&Step) -> &Wording| {
            known
                .map_or("", |step| lang.wording(words(step)))
                .to_owned()
        };
        let day = |day: fn(&Step) -> Option<Date>| {
            known
                .and_then(day)
                .map_or_else(String::new, |day| lang.day_typed(day))
        };
        let links = known.into_iter().flat_map(|step| &step.after);
        let first = roles().first().map(|role| role.id.clone());
        Self {
            code: text(|step| step.id.as_str()),
            title: words(|step| &step.title),
            deliverable: words(|step| &step.deliverable),
            phase: known.map_or(Phase::Preparation, |step| step.phase),
            role: known
                .map(|step| step.role.clone())
                .or(first)
                .unwrap_or_default(),
            duration: known.map_or(5, |step| step.duration).to_string(),
            links: links.map(Tied::of).collect(),
            not_before: day(|step| step.not_before),
            fixed_start: day(|step| step.fixed_start),
            deadline: day(|step| step.deadline),
            started: day(|step| step.progress.started),
            finished: day(|step| step.progress.finished),
            milestone: known.is_some_and(|step| step.milestone),
            decision: known.is_some_and(|step| step.decision),
            who: text(|step| &step.progress.who),
            notes: text(|step| &step.progress.notes),
        }
    }

    /// The step as typed, or what is wrong.
    fn read(&self, plan: &StepPlan, known: Option<&Step>, lang: Lang) -> Result<Step, Faults> {
        let mut faults = Faults::new();
        let id = match known {
            Some(step) => Some(step.id.clone()),
            None => StepId::parse(&self.code).ok(),
        };
        match &id {
            None => {
                faults.insert("step-code".to_owned(), lang.step_code_wrong().to_owned());
            }
            Some(id) if known.is_none() && plan.steps.contains_key(id) => {
                faults.insert("step-code".to_owned(), lang.step_code_taken().to_owned());
            }
            Some(_) => {}
        }
        let title = self.title.trim();
        if title.is_empty() {
            faults.insert("step-what".to_owned(), lang.step_what_wrong().to_owned());
        }
        let duration = self.duration.trim().parse::<i32>().ok();
        let duration = duration.filter(|days| (0..=Step::LONGEST).contains(days));
        if duration.is_none() {
            faults.insert(
                "step-duration".to_owned(),
                lang.step_duration_wrong().to_owned(),
            );
        }
        let mut after: Vec<Link> = Vec::new();
        for (key, tied) in self.links.iter() {
            match tied.read(&after, lang) {
                Ok(link) => after.extend(link),
                Err(fault) => {
                    faults.insert(lag_id(key), fault);
                }
            }
        }
        let mut day = |id: &'static str, text: &str| {
            let day = (!text.trim().is_empty()).then(|| read_date(text))?;
            day.map_err(|wrong| faults.insert(id.to_owned(), lang.cell_fault(wrong)))
                .ok()
        };
        let not_before = day("step-not-before", &self.not_before);
        let fixed_start = day("step-fixed", &self.fixed_start);
        let deadline = day("step-deadline", &self.deadline);
        let started = day("step-started", &self.started);
        let finished = day("step-finished", &self.finished);
        let (Some(id), Some(duration), true) = (id, duration, faults.is_empty()) else {
            return Err(faults);
        };
        let mut step = known
            .cloned()
            .unwrap_or_else(|| Step::new(id, title, self.phase, duration));
        step.title = step.title.reworded(lang.tag(), title);
        step.deliverable = step
            .deliverable
            .reworded(lang.tag(), self.deliverable.trim());
        step.phase = self.phase;
        step.role = self.role.clone();
        step.duration = duration;
        if let Some(estimate) = &mut step.estimate {
            estimate.optimistic = estimate.optimistic.min(duration);
            estimate.pessimistic = estimate.pessimistic.max(duration);
        }
        step.after = after;
        step.not_before = not_before;
        step.fixed_start = fixed_start;
        step.deadline = deadline;
        step.milestone = self.milestone;
        step.decision = self.decision;
        step.progress.who = self.who.clone();
        step.progress.notes = self.notes.trim().to_owned();
        if matches!(step.progress.state, StepState::Busy | StepState::Done) {
            step.progress.started = started;
        }
        if step.progress.state == StepState::Done {
            step.progress.finished = finished;
        }
        Ok(step)
    }
}

#[derive(PartialEq, Properties)]
pub struct StepProps {
    pub ctx: Ctx,
    /// The step to change; `None` to add one.
    pub id: Option<StepId>,
}

/// The dialog of one step.
#[component]
pub fn StepDialog(props: &StepProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let steps = ctx.model.plan.steps.clone().unwrap_or_default();
    let known = props.id.as_ref().and_then(|id| steps.steps.get(id));
    let form = use_form(|| Draft::of(known, lang));
    let title = props.id.as_ref().map_or_else(
        || lang.step_new().to_owned(),
        |id| lang.step_title(id.as_str()),
    );
    if props.id.is_some() && known.is_none() {
        return gone(ctx, title, lang.step_gone());
    }
    let draft = form.draft();
    let read = draft.read(&steps, known, lang);
    let fault = |id: &str| {
        read.as_ref()
            .err()
            .and_then(|faults| faults.get(id).cloned())
    };
    let text = |id: &'static str, label: &'static str, value: &str, set: fn(&mut Draft, String)| {
        form.text(id, label, value, set).most(300).fault(fault(id))
    };
    let day = |id: &'static str, label: &'static str, value: &str, set: fn(&mut Draft, String)| {
        text(id, label, value, set).hint(lang.step_day_hint())
    };
    let edits = read.as_ref().ok().map(|step| match known {
        Some(before) if before == step => Vec::new(),
        Some(_) => vec![step_edit(StepEdit::SetStep(Box::new(step.clone())))],
        None => vec![step_edit(StepEdit::AddSteps(vec![step.clone()]))],
    });
    let state = known.map_or(StepState::Open, |step| step.progress.state);
    let has_begun = matches!(state, StepState::Busy | StepState::Done);
    // The roles of the proposal, and those that the steps of this plan have.
    let mut all_roles: Vec<Role> = roles().iter().map(|role| role.id.clone()).collect();
    for step in steps.steps.values() {
        if !all_roles.contains(&step.role) {
            all_roles.push(step.role.clone());
        }
    }
    // Someone of the team by alias; there is no field in which a name could be typed.
    let people = ctx.model.plan.people.values();
    let mut people: Vec<String> = people.map(|person| person.alias.to_string()).collect();
    if !draft.who.is_empty() && !people.contains(&draft.who) {
        people.push(draft.who.clone());
    }
    people.insert(0, String::new());
    let who = |alias: &String| match alias.as_str() {
        "" => lang.step_nobody().to_owned(),
        alias => alias.to_owned(),
    };
    let fields = html! {
        <>
            if known.is_none() {
                { text("step-code", lang.step_code(), &draft.code, |draft, text| draft.code = text).hint(lang.step_code_hint()) }
            }
            { text("step-what", lang.step_what(), &draft.title, |draft, text| draft.title = text) }
            { text("step-deliverable", lang.step_deliverable(), &draft.deliverable, |draft, text| draft.deliverable = text) }
            <div class="pair">
                { form.choice("step-phase", lang.step_phase(), Phase::ALL, &draft.phase, |phase| lang.phase(*phase), |draft, phase| draft.phase = phase) }
                { form.choice("step-role", lang.step_role_word(), all_roles, &draft.role, |role| lang.step_role(role), |draft, role| draft.role = role) }
            </div>
            { text("step-duration", lang.step_duration(), &draft.duration, |draft, text| draft.duration = text)
                .unit(lang.step_duration_unit()).keys("numeric").most(5) }
            { links(&form, lang, &steps, props.id.as_ref(), read.as_ref().err()) }
            <div class="pair">
                { day("step-not-before", lang.step_not_before(), &draft.not_before, |draft, text| draft.not_before = text) }
                { day("step-fixed", lang.step_fixed(), &draft.fixed_start, |draft, text| draft.fixed_start = text) }
                { day("step-deadline", lang.step_deadline(), &draft.deadline, |draft, text| draft.deadline = text) }
            </div>
            if has_begun {
                <div class="pair">
                    { text("step-started", lang.step_started(), &draft.started, |draft, text| draft.started = text) }
                    if state == StepState::Done {
                        { text("step-finished", lang.step_finished(), &draft.finished, |draft, text| draft.finished = text) }
                    }
                </div>
            }
            <div class="checks">
                { form.tick(lang.step_is_milestone(), draft.milestone, |draft, is_on| draft.milestone = is_on) }
                { form.tick(lang.step_is_decision(), draft.decision, |draft, is_on| draft.decision = is_on) }
            </div>
            { form.choice("step-who", lang.step_who(), people, &draft.who, who, |draft, who| draft.who = who) }
            { text("step-notes", lang.step_notes(), &draft.notes, |draft, text| draft.notes = text).hint(lang.step_notes_hint()) }
        </>
    };
    let remove = props.id.clone().map(StepEdit::RemoveStep).map(step_edit);
    form.dialog(ctx, "step-form", title, edits)
        .remove(lang.step_remove(), remove)
        .wide()
        .show(fields)
}

const KINDS: [LinkKind; 3] = [
    LinkKind::FinishStart,
    LinkKind::StartStart,
    LinkKind::FinishFinish,
];

/// The steps that this one comes after, each with what is tied together and the days between.
fn links(
    form: &Form<Draft>,
    lang: Lang,
    plan: &StepPlan,
    own: Option<&StepId>,
    faults: Option<&Faults>,
) -> Html {
    let rows = &form.draft().links;
    let words = |id: &Option<StepId>| match id {
        None => lang.step_link_choose().to_owned(),
        Some(id) => plan.steps.get(id).map_or_else(
            || id.to_string(),
            |step| lang.step_named(id.as_str(), lang.wording(&step.title)),
        ),
    };
    let row = |(position, (key, tied)): (usize, (u32, &Tied))| {
        // What a file ties the step to stays to choose, also itself.
        let others = plan.steps.keys().filter(|id| Some(*id) != own);
        let strange = tied
            .step
            .iter()
            .filter(|id| !plan.steps.contains_key(id) || Some(*id) == own);
        let steps: Vec<StepId> = others.chain(strange).cloned().collect();
        let number = lang.step_link_number(position + 1);
        let onremove = {
            let form = form.clone();
            Callback::from(move |_: MouseEvent| {
                form.change(move |draft| draft.links.remove(key));
                form.focus.emit("#step-link-add".into());
            })
        };
        let lag = lag_id(key);
        let fault = faults.and_then(|faults| faults.get(&lag).cloned());
        html! {
            <li {key}>
                <fieldset class="closure tied">
                    <legend class="sr">{ &number }</legend>
                    { form.choice(format!("step-link-{key}"), lang.step_link_step(), or_none(steps), &tied.step, words,
                        move |draft, step| draft.links.alter(key, |tied| tied.step = step)) }
                    { form.choice(format!("step-kind-{key}"), lang.step_link_kind(), KINDS, &tied.kind, |kind| lang.link_kind(*kind),
                        move |draft, kind| draft.links.alter(key, |tied| tied.kind = kind)) }
                    { form.text(lag, lang.step_link_lag(), &tied.lag, move |draft, text| draft.links.alter(key, |tied| tied.lag = text))
                        .most(6).fault(fault) }
                    <button type="button" class="btn i q" aria-label={format!("{}: {number}", lang.step_unlink())}
                        title={lang.step_unlink()} onclick={onremove}>{ small_icon(Icon::Trash) }</button>
                </fieldset>
            </li>
        }
    };
    let onadd = {
        let form = form.clone();
        Callback::from(move |_: MouseEvent| {
            form.change(|draft| draft.links.add(Tied::default()));
            form.focus.emit(".closures > li:last-child select".into());
        })
    };
    html! {
        <fieldset class="field" aria-describedby="step-links-hint">
            <legend>{ lang.step_after() }</legend>
            if rows.is_empty() { <p class="small">{ lang.step_after_none() }</p> }
            else { <ul class="closures stack t">{ for rows.iter().enumerate().map(row) }</ul> }
            <span class="hint" id="step-links-hint">{ lang.step_after_hint() }</span>
            <div class="acts">
                <button type="button" class="btn s" id="step-link-add" onclick={onadd}>{ small_icon(Icon::Plus) }{ lang.step_link_add() }</button>
            </div>
        </fieldset>
    }
}

fn step_edit(edit: StepEdit) -> Edit {
    Edit::Steps(Box::new(edit))
}
