//! How much shorter or longer steps can become: what the chances of the milestones are drawn from.

use crate::parts::form::{saves, use_form_of};
use crate::parts::use_leaving;
use crate::state::{Action, PageProps};
use centering_core::edit::Edit;
use centering_core::steps::{StepEdit, Uncertainty};
use yew::prelude::*;

/// The shortest and the longest share of a duration that can be set, in per cents; core has the same bounds.
const LOWEST: i32 = 1;
const HIGHEST: i32 = 1_000;

#[component]
pub fn Estimates(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let steps = ctx.model.plan.steps.as_ref();
    let known = steps
        .map(|steps| steps.uncertainty.clone())
        .unwrap_or_default();
    let now = [known.optimistic_percent, known.pessimistic_percent];
    let now = now.map(|percent| percent.to_string());
    let form = use_form_of(&now);
    let typed = form.draft();
    let read = |place: usize, least: i32, most: i32| {
        let percent = typed.get(place)?.trim().parse::<i32>().ok()?;
        (least..=most).contains(&percent).then_some(percent)
    };
    let (shortest, longest) = (read(0, LOWEST, 100), read(1, 100, HIGHEST));
    let set = move |(optimistic_percent, pessimistic_percent)| {
        let edit = StepEdit::SetUncertainty(Uncertainty {
            optimistic_percent,
            pessimistic_percent,
            ..known.clone()
        });
        Action::edit(Edit::Steps(Box::new(edit)))
    };
    {
        let (ctx, typed, now, set) = (ctx.clone(), typed.clone(), now, set.clone());
        use_leaving(move || {
            if typed == now {
                return;
            }
            if let Some(both) = shortest.zip(longest) {
                ctx.act(set(both));
                return;
            }
            let fields = [
                (shortest, lang.estimate_short(), lang.estimate_short_wrong()),
                (longest, lang.estimate_long(), lang.estimate_long_wrong()),
            ];
            for ((read, label, wrong), text) in fields.into_iter().zip(typed.iter()) {
                if read.is_none() {
                    ctx.lose(label, label, text, wrong);
                }
            }
        });
    }
    let save = shortest.zip(longest).map(|both| saves(ctx, set(both)));
    let field = |place: usize,
                 id: &'static str,
                 label: &'static str,
                 read: Option<i32>,
                 wrong: &'static str| {
        form.text(id, label, &typed[place], move |typed, text| {
            typed[place] = text
        })
        .unit("%")
        .keys("numeric")
        .most(4)
        .fault(read.is_none().then_some(wrong))
    };
    html! {
        <form class="stack t" ref={form.place()} novalidate={true} onsubmit={form.onsubmit(save)}>
            <p class="small muted">{ lang.estimates_text() }</p>
            <div class="fields">
                { field(0, "estimate-short", lang.estimate_short(), shortest, lang.estimate_short_wrong()) }
                { field(1, "estimate-long", lang.estimate_long(), longest, lang.estimate_long_wrong()) }
            </div>
            <div class="acts"><button type="submit" class="btn s">{ lang.estimates_save() }</button></div>
        </form>
    }
}
