//! What the planner cannot see and asks: each answer counts at once.

use super::super::PageProps;
use crate::app::Action;
use crate::parts::{TextField, use_leaving};
use crate::store::Ctx;
use centering_core::intake::read_date;
use centering_core::plan::{Answers as Given, AssuranceEdit, Edit, Evaluation};
use yew::prelude::*;

#[component]
pub fn Answers(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    html! {
        <section class="panel" aria-labelledby="answers-title">
            <div class="ph"><h2 id="answers-title">{ lang.answers_title() }</h2></div>
            <div class="pb stack t">
                <p class="small muted">{ lang.answers_text() }</p>
                <div class="fields broad">
                    { yes_or_no(ctx, "ask-backup", lang.ask_backup(), |given| &mut given.coordinator_with_backup) }
                    { yes_or_no(ctx, "ask-budget", lang.ask_budget(), |given| &mut given.in_budget) }
                    { yes_or_no(ctx, "ask-work-plan", lang.ask_work_plan(), |given| &mut given.in_work_plan) }
                    { yes_or_no(ctx, "ask-catalogue", lang.ask_catalogue(), |given| &mut given.in_product_catalogue) }
                </div>
                <Typed ctx={ctx.clone()} />
            </div>
        </section>
    }
}

fn answer(ctx: &Ctx, given: Given) {
    let edit = AssuranceEdit::Answer(Box::new(given));
    ctx.act(Action::edit(Edit::Assurance(Box::new(edit))));
}

/// A question with a yes, a no, or no answer yet.
fn yes_or_no(
    ctx: &Ctx,
    id: &'static str,
    question: &'static str,
    field: fn(&mut Given) -> &mut Option<bool>,
) -> Html {
    let lang = ctx.model.lang;
    let mut given = ctx.model.plan.assurance.answers.clone();
    let now = *field(&mut given);
    let onchange = {
        let (ctx, given) = (ctx.clone(), given);
        Callback::from(move |event: Event| {
            let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
            let mut given = given.clone();
            *field(&mut given) = match select.selected_index() {
                1 => Some(true),
                2 => Some(false),
                _ => None,
            };
            answer(&ctx, given);
        })
    };
    html! {
        <div class="field">
            <label for={id}>{ question }</label>
            <select {id} class="select" {onchange}>
                <option selected={now.is_none()}>{ lang.answer_open() }</option>
                <option selected={now == Some(true)}>{ lang.yes() }</option>
                <option selected={now == Some(false)}>{ lang.no() }</option>
            </select>
        </div>
    }
}

/// The answers that are typed, with a button.
#[component]
fn Typed(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let given = &ctx.model.plan.assurance.answers;
    let day = match given.evaluation {
        Some(Evaluation::On(day)) => lang.day_typed(day),
        _ => String::new(),
    };
    let groups = given
        .groups_wanted
        .map_or_else(String::new, |groups| groups.to_string());
    let evaluated = use_state_eq(|| day.clone());
    let wanted = use_state_eq(|| groups.clone());
    let never = use_state_eq(|| given.evaluation == Some(Evaluation::Never));
    let is_tried = use_state_eq(|| false);
    // Undo and another plan bring other answers.
    {
        let (evaluated, wanted, never) = (evaluated.clone(), wanted.clone(), never.clone());
        use_effect_with(
            (given.evaluation, given.groups_wanted),
            move |(evaluation, _)| {
                evaluated.set(day);
                wanted.set(groups);
                never.set(*evaluation == Some(Evaluation::Never));
            },
        );
    }
    let read_day = if *never {
        Ok(Some(Evaluation::Never))
    } else if evaluated.trim().is_empty() {
        Ok(None)
    } else {
        read_date(&evaluated).map(|day| Some(Evaluation::On(day)))
    };
    let read_groups = match wanted.trim() {
        "" => Ok(None),
        text => text.parse::<u16>().map(Some).map_err(|_| ()),
    }
    .and_then(|groups| match groups {
        Some(groups) if groups > 999 => Err(()),
        groups => Ok(groups),
    });
    let give = {
        let (ctx, given) = (ctx.clone(), given.clone());
        move |evaluation, groups_wanted| {
            let given = Given {
                evaluation,
                groups_wanted,
                ..given.clone()
            };
            answer(&ctx, given);
        }
    };
    {
        let (ctx, give) = (ctx.clone(), give.clone());
        let now = (given.evaluation, given.groups_wanted);
        let (evaluated, wanted) = (evaluated.clone(), wanted.clone());
        use_leaving(move || match (read_day, read_groups) {
            (Ok(evaluation), Ok(groups_wanted)) => {
                if (evaluation, groups_wanted) != now {
                    give(evaluation, groups_wanted);
                }
            }
            (day, groups) => {
                if let Err(fault) = day {
                    let label = lang.ask_evaluated();
                    ctx.lose("ask-evaluated", label, &evaluated, &lang.day_fault(fault));
                }
                if groups.is_err() {
                    let label = lang.ask_wanted();
                    ctx.lose("ask-wanted", label, &wanted, lang.wanted_wrong());
                }
            }
        });
    }
    let onsubmit = {
        let is_tried = is_tried.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_tried.set(true);
            if let (Ok(evaluation), Ok(groups_wanted)) = (read_day, read_groups) {
                is_tried.set(false);
                give(evaluation, groups_wanted);
            }
        })
    };
    let ontick = {
        let never = never.clone();
        Callback::from(move |event: Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            never.set(input.checked());
        })
    };
    let typed = |field: &UseStateHandle<String>| {
        let field = field.clone();
        Callback::from(move |text: String| field.set(text))
    };
    let day_error = read_day
        .err()
        .filter(|_| *is_tried)
        .map(|fault| lang.day_fault(fault));
    let groups_error = read_groups
        .err()
        .filter(|()| *is_tried)
        .map(|()| lang.wanted_wrong());
    html! {
        <form class="stack t" novalidate={true} {onsubmit}>
            <div class="fields broad">
                <TextField id="ask-wanted" label={lang.ask_wanted()} value={(*wanted).clone()} inputmode="numeric" maxlength="3"
                    oninput={typed(&wanted)} error={groups_error.map(AttrValue::from)} />
                <div class="stack xt">
                    if !*never {
                        <TextField id="ask-evaluated" label={lang.ask_evaluated()} value={(*evaluated).clone()} hint={lang.step_day_hint()}
                            maxlength="10" oninput={typed(&evaluated)} error={day_error.map(AttrValue::from)} />
                    }
                    <label class="check"><input type="checkbox" checked={*never} onchange={ontick} />{ lang.never_evaluated() }</label>
                </div>
            </div>
            <div class="acts"><button type="submit" class="btn">{ lang.save_answers() }</button></div>
        </form>
    }
}
