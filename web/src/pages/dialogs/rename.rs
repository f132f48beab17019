//! The name of the plan.

use crate::app::Action;
use crate::pages::PageProps;
use crate::parts::{Modal, TextField};
use centering_core::plan::Edit;
use yew::prelude::*;

#[component]
pub fn Rename(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let title = {
        let title = ctx.model.plan.title.clone();
        use_state_eq(move || title)
    };
    let oninput = {
        let title = title.clone();
        Callback::from(move |text| title.set(text))
    };
    let onsubmit = {
        let (ctx, title) = (ctx.clone(), title.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if title.trim() != ctx.model.plan.title {
                ctx.act(Action::edit(Edit::Rename((*title).clone())));
            }
            ctx.act(Action::CloseDialog);
        })
    };
    let footer = html! {
        <>
            <button type="button" class="btn" onclick={ctx.on(Action::CloseDialog)}>{ lang.cancel() }</button>
            <button type="submit" form="rename-form" class="btn p">{ lang.save() }</button>
        </>
    };
    html! {
        <Modal title={lang.rename()} close_label={lang.close()} onclose={ctx.on(Action::CloseDialog)} {footer}>
            <form id="rename-form" novalidate={true} {onsubmit}>
                <TextField id="plan-title" label={lang.plan_title()} value={(*title).clone()} hint={lang.plan_title_hint()}
                    autofocus={true} maxlength="80" {oninput} />
            </form>
        </Modal>
    }
}
