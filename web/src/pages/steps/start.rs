//! Where the organisation has no step plan yet: what it is, and the date to count from. The same form changes
//! that date later.

use crate::app::Action;
use crate::parts::{Icon, TextField, small_icon, use_focus};
use crate::store::Ctx;
use crate::text::Lang;
use centering_core::calendar::Date;
use centering_core::intake::read_date;
use centering_core::plan::Edit;
use centering_core::steps::{Edge, StepEdit, StepId, StepPlan, Wish};
use yew::prelude::*;

use super::facts::{FIRST_GROUPS, HANDOVER};

/// What the date is the date of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum From {
    Start,
    FirstGroup,
    Handover,
}

impl From {
    const ALL: [Self; 3] = [Self::Start, Self::FirstGroup, Self::Handover];

    fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Start => lang.steps_from_start(),
            Self::FirstGroup => lang.steps_from_group(),
            Self::Handover => lang.steps_from_handover(),
        }
    }

    /// The plan that counts from this date.
    fn dated(self, plan: &StepPlan, date: Date) -> StepPlan {
        let wish = |code: &str, edge: Edge| {
            Some(Wish {
                step: StepId::parse(code)?,
                edge,
                date,
                extra: Default::default(),
            })
        };
        let mut plan = plan.clone();
        (plan.start, plan.wish) = match self {
            Self::Start => (Some(date), None),
            Self::FirstGroup => (None, wish(FIRST_GROUPS, Edge::Start)),
            Self::Handover => (None, wish(HANDOVER, Edge::Finish)),
        };
        plan
    }

    /// What the dates of a plan count from now.
    fn of(plan: Option<&StepPlan>) -> (Self, Option<Date>) {
        match plan.and_then(|plan| plan.wish.as_ref()) {
            Some(wish) if wish.step.as_str() == HANDOVER => (Self::Handover, Some(wish.date)),
            Some(wish) => (Self::FirstGroup, Some(wish.date)),
            None => (Self::Start, plan.and_then(|plan| plan.start)),
        }
    }
}

#[derive(PartialEq, Properties)]
pub struct StartFormProps {
    pub ctx: Ctx,
    /// What stands on the button.
    pub button: AttrValue,
    /// After the date was taken over.
    #[prop_or_default]
    pub ondone: Callback<()>,
}

/// The form with the date to count from.
#[component]
pub fn StartForm(props: &StartFormProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let (from_now, date_now) = From::of(plan.steps.as_ref());
    let from = use_state_eq(|| from_now);
    let date = use_state_eq(|| {
        date_now
            .or(ctx.model.today)
            .map_or_else(String::new, |day| lang.day_typed(day))
    });
    let is_tried = use_state_eq(|| false);
    let form = use_node_ref();
    let focus = use_focus(form.clone());
    let read = read_date(&date);
    let onsubmit = {
        let (act, from, is_tried) = (ctx.act.clone(), *from, is_tried.clone());
        let (steps, ondone) = (plan.steps.clone(), props.ondone.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_tried.set(true);
            let Ok(date) = read else {
                focus.emit("[aria-invalid=true]");
                return;
            };
            let edit = match &steps {
                Some(known) => {
                    let StepPlan { start, wish, .. } = from.dated(known, date);
                    Edit::Steps(Box::new(StepEdit::CountFrom { start, wish }))
                }
                None => Edit::StartSteps(Box::new(from.dated(StepPlan::proposal(), date))),
            };
            act.emit(Action::edit(edit));
            ondone.emit(());
        })
    };
    let oninput = {
        let date = date.clone();
        Callback::from(move |text| date.set(text))
    };
    let error = read
        .err()
        .filter(|_| *is_tried)
        .map(|fault| lang.day_fault(fault));
    html! {
        <form class="stack t from" ref={form} novalidate={true} {onsubmit}>
            <fieldset class="field">
                <legend>{ lang.steps_from() }</legend>
                { for From::ALL.map(|choice| {
                    let from = from.clone();
                    let checked = *from == choice;
                    let onchange = Callback::from(move |_: Event| from.set(choice));
                    html! {
                        <label class="check"><input type="radio" name="steps-from" {checked} {onchange} />{ choice.label(lang) }</label>
                    }
                }) }
            </fieldset>
            <TextField id="steps-date" label={lang.steps_date()} value={(*date).clone()} hint={lang.family_date_hint()}
                {oninput} maxlength="10" error={error.map(AttrValue::from)} />
            <div class="acts"><button type="submit" class="btn p">{ small_icon(Icon::Kring) }{ &props.button }</button></div>
        </form>
    }
}
