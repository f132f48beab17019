//! The name of the plan.

use crate::parts::form::use_form;
use crate::state::PageProps;
use centering_core::edit::Edit;
use yew::prelude::*;

#[component]
pub fn Rename(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let form = use_form(|| plan.title.clone());
    let title = form.draft();
    let edits = vec![Edit::Rename(title.clone())];
    form.dialog(ctx, "rename-form", lang.rename(), Some(edits))
        .show(
            form.text("plan-title", lang.plan_title(), title, |title, text| {
                *title = text
            })
            .hint(lang.plan_title_hint())
            .first(true)
            .most(80)
            .into(),
        )
}
