//! What the planner cannot see and asks: each answer counts at once.

use crate::parts::form::{choose, or_none, use_form_of};
use crate::parts::use_leaving;
use crate::state::{Action, Ctx, PageProps};
use centering_core::edit::{AssuranceEdit, Edit, happened};
use centering_core::intake::read_date;
use centering_core::plan::{Answers as Given, Assurance, Evaluation};
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
    let onchoose = {
        let ctx = ctx.clone();
        Callback::from(move |yes: Option<bool>| {
            let mut given = given.clone();
            *field(&mut given) = yes;
            answer(&ctx, given);
        })
    };
    let words = |yes: &Option<bool>| match yes {
        None => lang.answer_open(),
        Some(true) => lang.yes(),
        Some(false) => lang.no(),
    };
    choose(or_none([true, false]), &now, words, onchoose)
        .field(id, question)
        .into()
}

/// The answers that are typed.
#[derive(Clone, PartialEq)]
struct Draft {
    evaluated: String,
    wanted: String,
    never: bool,
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
    // Undo and another plan bring other answers.
    let form = use_form_of(&Draft {
        evaluated: day,
        wanted: groups,
        never: given.evaluation == Some(Evaluation::Never),
    });
    let Draft {
        evaluated,
        wanted,
        never,
    } = form.draft();
    let read_day = if *never {
        Ok(Some(Evaluation::Never))
    } else if evaluated.trim().is_empty() {
        Ok(None)
    } else {
        let day = read_date(evaluated).map_err(|fault| lang.day_fault(fault));
        day.and_then(|day| {
            let held = happened(day, ctx.model.today).map(|()| Some(Evaluation::On(day)));
            held.map_err(|refusal| lang.assurance_refusal(&refusal))
        })
    };
    let read_groups = match wanted.trim() {
        "" => Ok(None),
        text => match text.parse::<u16>() {
            Ok(groups) if groups <= Assurance::MOST_GROUPS => Ok(Some(groups)),
            _ => Err(()),
        },
    };
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
        let read_day = read_day.clone();
        use_leaving(move || match (&read_day, read_groups) {
            (Ok(evaluation), Ok(groups_wanted)) => {
                if (*evaluation, groups_wanted) != now {
                    give(*evaluation, groups_wanted);
                }
            }
            (day, groups) => {
                if let Err(fault) = day {
                    let label = lang.ask_evaluated();
                    ctx.lose("ask-evaluated", label, &evaluated, fault);
                }
                if groups.is_err() {
                    let label = lang.ask_wanted();
                    ctx.lose("ask-wanted", label, &wanted, lang.wanted_wrong());
                }
            }
        });
    }
    let save = read_day
        .clone()
        .ok()
        .zip(read_groups.ok())
        .map(|(evaluation, groups_wanted)| {
            Callback::from(move |()| {
                give(evaluation, groups_wanted);
                Ok(())
            })
        });
    let day_fault = read_day.err();
    let groups_fault = read_groups.err().map(|()| lang.wanted_wrong());
    html! {
        <form class="stack t" ref={form.place()} novalidate={true} onsubmit={form.onsubmit(save)}>
            <div class="fields broad">
                { form.text("ask-wanted", lang.ask_wanted(), wanted, |typed, text| typed.wanted = text).keys("numeric").most(3).fault(groups_fault) }
                <div class="stack xt">
                    if !*never {
                        { form.text("ask-evaluated", lang.ask_evaluated(), evaluated, |typed, text| typed.evaluated = text)
                            .hint(lang.step_day_hint()).most(10).fault(day_fault) }
                    }
                    { form.tick(lang.never_evaluated(), *never, |typed, is_on| typed.never = is_on) }
                </div>
            </div>
            <div class="acts"><button type="submit" class="btn">{ lang.save_answers() }</button></div>
        </form>
    }
}
