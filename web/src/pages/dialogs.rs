//! Shows the dialog that is open.

use super::PageProps;
use super::family::Family;
use super::import::Import;
use crate::app::Action;
use crate::parts::Modal;
use crate::store::{Dialog, Replacement};
use yew::prelude::*;

#[component]
pub fn Dialogs(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let _ = (Action::CloseDialog, Replacement::New);
    match &ctx.model.dialog {
        None => Html::default(),
        Some(Dialog::Import(file)) => html! { <Import ctx={ctx.clone()} file={file.clone()} /> },
        Some(Dialog::Family(code)) => html! { <Family ctx={ctx.clone()} code={code.clone()} /> },
        Some(_) => html! { <Modal title="?" close_label="x" onclose={ctx.on(Action::CloseDialog)}>{ "" }</Modal> },
    }
}
