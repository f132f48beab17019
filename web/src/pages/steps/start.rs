//! Where the organisation has no step plan yet: what it is, and the date to count from. The same form changes
//! that date later.

use crate::parts::form::use_form;
use crate::parts::{Icon, small_icon};
use crate::state::{Action, Ctx};
use centering_core::calendar::Date;
use centering_core::edit::Edit;
use centering_core::intake::read_date;
use centering_core::steps::{Edge, StepEdit, StepId, StepPlan, Wish};
use centering_words::Lang;
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
                step: StepId::parse(code).ok()?,
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
    let form = use_form(|| {
        let day = date_now.or(ctx.model.today);
        let date = day.map_or_else(String::new, |day| lang.day_typed(day));
        (from_now, date)
    });
    let (from, date) = form.draft();
    let read = read_date(date);
    let save = read.ok().map(|date| {
        let (ctx, from, ondone) = (ctx.clone(), *from, props.ondone.clone());
        Callback::from(move |()| {
            let edit = match &ctx.model.plan.steps {
                Some(known) => {
                    let StepPlan { start, wish, .. } = from.dated(known, date);
                    Edit::Steps(Box::new(StepEdit::CountFrom { start, wish }))
                }
                None => Edit::StartSteps(Box::new(from.dated(StepPlan::proposal(), date))),
            };
            ctx.act(Action::edit(edit));
            ondone.emit(());
            Ok(())
        })
    });
    let fault = read.err().map(|fault| lang.day_fault(fault));
    html! {
        <form class="stack t from" ref={form.place()} novalidate={true} onsubmit={form.onsubmit(save)}>
            <fieldset class="field">
                <legend>{ lang.steps_from() }</legend>
                { for From::ALL.map(|choice| {
                    let onchange = form.on(move |(from, _), _: Event| *from = choice);
                    html! {
                        <label class="check"><input type="radio" name="steps-from" checked={*from == choice} {onchange} />{ choice.label(lang) }</label>
                    }
                }) }
            </fieldset>
            { form.text("steps-date", lang.steps_date(), date, |(_, date), text| *date = text).hint(lang.family_date_hint()).most(10).fault(fault) }
            <div class="acts"><button type="submit" class="btn p">{ small_icon(Icon::Kring) }{ &props.button }</button></div>
        </form>
    }
}
