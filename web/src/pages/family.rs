//! One family: add it, change it, replace its due date by the birth date, or remove it.

use crate::app::Action;
use crate::parts::Modal;
use crate::store::Ctx;
use centering_core::plan::EnrolmentCode;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct FamilyProps {
    pub ctx: Ctx,
    /// The family to change; `None` to add one.
    pub code: Option<EnrolmentCode>,
}

#[component]
pub fn Family(props: &FamilyProps) -> Html {
    let ctx = &props.ctx;
    html! { <Modal title="?" close_label="x" onclose={ctx.on(Action::CloseDialog)}>{ "" }</Modal> }
}
