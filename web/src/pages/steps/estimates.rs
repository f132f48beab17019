//! How much shorter or longer steps can become: what the chances of the milestones are drawn from.

use super::super::PageProps;
use crate::app::Action;
use crate::parts::{TextField, use_leaving};
use centering_core::plan::Edit;
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
    let texts = || now.map(|percent| percent.to_string());
    let typed = use_state_eq(texts);
    let is_tried = use_state_eq(|| false);
    {
        let (typed, texts) = (typed.clone(), texts());
        use_effect_with(now, move |_| typed.set(texts));
    }
    let read = |place: usize| {
        let percent = typed
            .get(place)
            .and_then(|text| text.trim().parse::<i32>().ok());
        percent.filter(|percent| {
            let (least, most) = if place == 0 {
                (LOWEST, 100)
            } else {
                (100, HIGHEST)
            };
            (least..=most).contains(percent)
        })
    };
    let (shortest, longest) = (read(0), read(1));
    let set = move |(optimistic_percent, pessimistic_percent)| {
        let edit = StepEdit::SetUncertainty(Uncertainty {
            optimistic_percent,
            pessimistic_percent,
            ..known.clone()
        });
        Action::edit(Edit::Steps(Box::new(edit)))
    };
    {
        let (ctx, typed, now, set) = (ctx.clone(), typed.clone(), texts(), set.clone());
        use_leaving(move || {
            if *typed == now {
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
    let onsubmit = {
        let (act, is_tried) = (ctx.act.clone(), is_tried.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let both = shortest.zip(longest);
            is_tried.set(both.is_none());
            if let Some(both) = both {
                act.emit(set(both));
            }
        })
    };
    let field = |place: usize, id: &'static str, label: &'static str, wrong: &'static str| {
        let typed_now = typed.clone();
        let oninput = Callback::from(move |text: String| {
            let mut changed = (*typed_now).clone();
            if let Some(field) = changed.get_mut(place) {
                *field = text;
            }
            typed_now.set(changed);
        });
        let error = (*is_tried && read(place).is_none()).then(|| AttrValue::from(wrong));
        let value = typed.get(place).cloned().unwrap_or_default();
        html! { <TextField {id} {label} {value} unit="%" inputmode="numeric" maxlength="4" {oninput} {error} /> }
    };
    html! {
        <form class="stack t" novalidate={true} {onsubmit}>
            <p class="small muted">{ lang.estimates_text() }</p>
            <div class="fields">
                { field(0, "estimate-short", lang.estimate_short(), lang.estimate_short_wrong()) }
                { field(1, "estimate-long", lang.estimate_long(), lang.estimate_long_wrong()) }
            </div>
            <div class="acts"><button type="submit" class="btn s">{ lang.estimates_save() }</button></div>
        </form>
    }
}
