//! What the user typed about a step, and what is wrong with it.

use crate::text::Lang;
use centering_core::calendar::Date;
use centering_core::intake::read_date;
use centering_core::steps::{
    Link, LinkKind, Phase, Role, Step, StepId, StepPlan, StepState, Wording, roles,
};

/// The fields as they stand.
#[derive(Clone, PartialEq)]
pub struct Draft {
    pub code: String,
    pub title: String,
    pub deliverable: String,
    pub phase: Phase,
    pub role: Role,
    pub duration: String,
    pub after: String,
    pub not_before: String,
    pub fixed_start: String,
    pub deadline: String,
    pub started: String,
    pub finished: String,
    pub milestone: bool,
    pub decision: bool,
    pub who: String,
    pub notes: String,
}

/// What is wrong, field by field.
#[derive(Default)]
pub struct Faults {
    pub code: Option<String>,
    pub title: Option<String>,
    pub duration: Option<String>,
    pub after: Option<String>,
    pub not_before: Option<String>,
    pub fixed_start: Option<String>,
    pub deadline: Option<String>,
    pub started: Option<String>,
    pub finished: Option<String>,
}

impl Faults {
    fn is_empty(&self) -> bool {
        [
            &self.code,
            &self.title,
            &self.duration,
            &self.after,
            &self.not_before,
            &self.fixed_start,
            &self.deadline,
            &self.started,
            &self.finished,
        ]
        .iter()
        .all(|fault| fault.is_none())
    }
}

/// Whether the field of earlier steps shows a link; others are kept as they are.
pub fn is_shown(link: &Link) -> bool {
    link.kind == LinkKind::FinishStart && link.lag == 0
}

impl Draft {
    pub fn of(known: Option<&Step>, lang: Lang) -> Self {
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| lang.day_typed(day));
        let Some(step) = known else {
            return Self {
                code: String::new(),
                title: String::new(),
                deliverable: String::new(),
                phase: Phase::Preparation,
                role: roles()
                    .first()
                    .map(|role| role.id.clone())
                    .unwrap_or_default(),
                duration: "5".to_owned(),
                after: String::new(),
                not_before: String::new(),
                fixed_start: String::new(),
                deadline: String::new(),
                started: String::new(),
                finished: String::new(),
                milestone: false,
                decision: false,
                who: String::new(),
                notes: String::new(),
            };
        };
        let after = step.after.iter().filter(|link| is_shown(link));
        let after: Vec<String> = after.map(|link| link.step.to_string()).collect();
        Self {
            code: step.id.to_string(),
            title: lang.wording(&step.title).to_owned(),
            deliverable: lang.wording(&step.deliverable).to_owned(),
            phase: step.phase,
            role: step.role.clone(),
            duration: step.duration.to_string(),
            after: after.join(", "),
            not_before: day(step.not_before),
            fixed_start: day(step.fixed_start),
            deadline: day(step.deadline),
            started: day(step.progress.started),
            finished: day(step.progress.finished),
            milestone: step.milestone,
            decision: step.decision,
            who: step.progress.who.clone(),
            notes: step.progress.notes.clone(),
        }
    }

    /// The step as typed, or what is wrong.
    pub fn read(
        &self,
        plan: &StepPlan,
        known: Option<&Step>,
        lang: Lang,
    ) -> Result<Step, Box<Faults>> {
        let mut faults = Faults::default();
        let id = match known {
            Some(step) => Some(step.id.clone()),
            None => StepId::parse(&self.code),
        };
        match &id {
            None => faults.code = Some(lang.step_code_wrong().to_owned()),
            Some(id) if known.is_none() && plan.steps.contains_key(id) => {
                faults.code = Some(lang.step_code_taken().to_owned());
            }
            Some(_) => {}
        }
        let title = self.title.trim();
        if title.is_empty() {
            faults.title = Some(lang.step_what_wrong().to_owned());
        }
        let duration = self.duration.trim().parse::<i32>().ok();
        let duration = duration.filter(|days| (0..=Step::LONGEST).contains(days));
        if duration.is_none() {
            faults.duration = Some(lang.step_duration_wrong().to_owned());
        }
        let mut after: Vec<Link> = known
            .into_iter()
            .flat_map(|step| &step.after)
            .filter(|link| !is_shown(link))
            .cloned()
            .collect();
        for code in self.after.split([',', ';', ' ']).map(str::trim) {
            if code.is_empty() {
                continue;
            }
            match StepId::parse(code).filter(|id| plan.steps.contains_key(id)) {
                Some(id) => after.push(Link::after(id)),
                None => faults.after = Some(lang.step_after_unknown(code)),
            }
        }
        let day = |text: &str, fault: &mut Option<String>| {
            if text.trim().is_empty() {
                return None;
            }
            read_date(text)
                .map_err(|wrong| *fault = Some(lang.cell_fault(wrong)))
                .ok()
        };
        let not_before = day(&self.not_before, &mut faults.not_before);
        let fixed_start = day(&self.fixed_start, &mut faults.fixed_start);
        let deadline = day(&self.deadline, &mut faults.deadline);
        let started = day(&self.started, &mut faults.started);
        let finished = day(&self.finished, &mut faults.finished);
        let (Some(id), Some(duration), true) = (id, duration, faults.is_empty()) else {
            return Err(Box::new(faults));
        };
        let mut step = known
            .cloned()
            .unwrap_or_else(|| Step::new(id, title, self.phase, duration));
        step.title = reworded(&step.title, title, lang);
        step.deliverable = reworded(&step.deliverable, self.deliverable.trim(), lang);
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

/// The text with what was typed in this language. A changed Dutch text no longer has the old English one.
fn reworded(before: &Wording, text: &str, lang: Lang) -> Wording {
    match lang {
        Lang::Nl if text == before.nl => before.clone(),
        Lang::Nl => Wording::own(text),
        Lang::En if text == before.en() => before.clone(),
        Lang::En => Wording {
            nl: if before.nl.is_empty() {
                text.to_owned()
            } else {
                before.nl.clone()
            },
            en: Some(text.to_owned()),
        },
    }
}
