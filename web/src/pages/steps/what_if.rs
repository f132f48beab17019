//! Trying a change of a step out: the plan as it would be, and the difference in words before it is accepted.

use super::facts::{Facts, timetable};
use crate::state::{Action, Ctx, Model};
use centering_core::calendar::Date;
use centering_core::edit::Edit;
use centering_core::plan::Plan;
use centering_core::steps::{Difference, Step, StepEdit, StepId};
use centering_words::Lang;
use std::collections::BTreeSet;
use yew::prelude::*;

/// A change that is not accepted yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    pub step: StepId,
    pub duration: i32,
    pub not_before: Option<Date>,
}

impl Trial {
    /// The step as it is.
    pub fn of(step: &Step) -> Self {
        Self {
            step: step.id.clone(),
            duration: step.duration,
            not_before: step.not_before,
        }
    }

    /// The edit; `None` when the step would stay as it is.
    fn edit(&self, known: &Step) -> Option<StepEdit> {
        if Self::of(known) == *self {
            return None;
        }
        let mut step = known.clone();
        step.duration = self.duration;
        step.not_before = self.not_before;
        if let Some(estimate) = &mut step.estimate {
            estimate.optimistic = estimate.optimistic.min(step.duration);
            estimate.pessimistic = estimate.pessimistic.max(step.duration);
        }
        Some(StepEdit::SetStep(Box::new(step)))
    }

    /// The plan with the change, and how it differs. Only the step plan is touched, so that nothing else of
    /// the planner is needed here.
    pub fn tried(&self, model: &Model) -> Option<Tried> {
        let (plan, today) = (&model.plan, model.today);
        let steps = plan.steps.as_ref()?;
        let edit = self.edit(steps.steps.get(&self.step)?)?;
        let changes = match edit.changes(steps, today) {
            Ok(changes) => changes,
            Err(refusal) => {
                return Some(Tried::Refused(model.lang.step_refusal(steps, &refusal)));
            }
        };
        let mut draft = (**plan).clone();
        if let Some(steps) = &mut draft.steps {
            steps.apply_all(changes);
        }
        let before = timetable(plan, today)?.ok()?;
        let after = timetable(&draft, today)?.ok()?;
        let difference = Difference::between(&before, &after);
        let edit = Edit::Steps(Box::new(edit));
        Some(Tried::Draft(Box::new((draft, edit, difference))))
    }
}

/// What a change would do.
pub enum Tried {
    /// It cannot be made; the reason in words.
    Refused(String),
    /// The plan with it, the edit, and the difference.
    Draft(Box<(Plan, Edit, Difference)>),
}

/// The bar that stays in sight while a change is tried.
pub fn bar(ctx: &Ctx, facts: &Facts, trial: &Trial, tried: &Tried, oncancel: Callback<()>) -> Html {
    let lang = ctx.model.lang;
    let name = lang.step_quoted(&facts.name(&trial.step));
    let title = match trial.not_before {
        Some(day) => lang.what_if_title_from(&name, trial.duration, &lang.day_full(day)),
        None => lang.what_if_title(&name, trial.duration),
    };
    let accept = match tried {
        Tried::Refused(_) => None,
        Tried::Draft(draft) => {
            let (act, edit, oncancel) = (ctx.act.clone(), draft.1.clone(), oncancel.clone());
            Some(Callback::from(move |_: MouseEvent| {
                act.emit(Action::edit(edit.clone()));
                oncancel.emit(());
            }))
        }
    };
    let oncancel = Callback::from(move |_: MouseEvent| oncancel.emit(()));
    html! {
        <section class="movebar" aria-label={lang.what_if()}>
            <div class="words">
                <p><b>{ title }</b></p>
                <ul>{ for words(lang, facts, tried).into_iter().map(|words| html! { <li>{ words }</li> }) }</ul>
            </div>
            <div class="acts">
                <button type="button" class="btn q" onclick={oncancel}>{ lang.cancel() }</button>
                if let Some(onclick) = accept { <button type="button" class="btn p" {onclick}>{ lang.accept() }</button> }
            </div>
        </section>
    }
}

/// What a change would do, in words.
pub fn words(lang: Lang, facts: &Facts, tried: &Tried) -> Vec<String> {
    match tried {
        Tried::Refused(reason) => vec![reason.clone()],
        Tried::Draft(draft) => consequences(lang, facts, &draft.2),
    }
}

/// How many steps are named in one sentence.
const NAMED: usize = 4;

fn consequences(lang: Lang, facts: &Facts, difference: &Difference) -> Vec<String> {
    let moved = difference
        .steps
        .values()
        .filter(|one| one.shift.start != 0 || one.shift.finish != 0)
        .count();
    let named = |ids: &BTreeSet<StepId>| {
        let first = ids.iter().take(NAMED);
        let mut names: Vec<String> = first.map(|id| lang.step_quoted(&facts.name(id))).collect();
        let others = ids.len() - names.len();
        if others > 0 {
            names.push(lang.steps_others(others));
        }
        lang.list(&names)
    };
    let mut words = Vec::new();
    words.push(match difference.finish {
        0 if moved == 0 => lang.what_if_nothing().to_owned(),
        0 => lang.what_if_end_same().to_owned(),
        days if days > 0 => lang.what_if_end_later(days),
        days => lang.what_if_end_earlier(-days),
    });
    if moved > 0 {
        words.push(lang.what_if_moved(moved));
    }
    if !difference.milestones.is_empty() {
        words.push(lang.what_if_milestones(&named(&difference.milestones)));
    }
    if !difference.now_critical.is_empty() {
        words.push(lang.what_if_critical(&named(&difference.now_critical)));
    }
    if !difference.no_longer_critical.is_empty() {
        words.push(lang.what_if_relaxed(&named(&difference.no_longer_critical)));
    }
    words
}
