//! How far long work is: the best plan so far against what no plan can be below, and the ways to end it.

use crate::parts::Modal;
use crate::state::{Action, PageProps};
use yew::prelude::*;

#[component]
pub fn Working(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let sight = ctx.model.work.unwrap_or_default();
    // In thousandths; how much of the cost could be saved at most.
    let gap = (sight.cost > 0 && sight.cheapest > 0).then(|| {
        let more = (sight.cost - sight.cheapest).max(0);
        more.saturating_mul(1000) / sight.cost
    });
    let footer = html! {
        <>
            <button type="button" class="btn" onclick={ctx.on(Action::CancelWork)}>{ lang.cancel() }</button>
            <button type="button" class="btn p" onclick={ctx.on(Action::StopWork)}>{ lang.working_stop() }</button>
        </>
    };
    html! {
        <Modal title={lang.working_title()} {lang} onclose={ctx.on(Action::CancelWork)} {footer}>
            <div class="stack t">
                <progress class="work" max={sight.budget.max(1).to_string()} value={sight.iterations.to_string()} aria-label={lang.working_bar()}></progress>
                <p role="status">{ lang.working_so_far(sight.unscheduled, sight.fewest) }</p>
                if let Some(gap) = gap { <p class="small muted">{ lang.working_gap(gap) }</p> }
            </div>
        </Modal>
    }
}
