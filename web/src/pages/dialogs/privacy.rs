//! Privacy: where data lives, what is kept, and how to take it away.

use crate::parts::{Icon, Modal, small_icon};
use crate::state::{Action, Dialog, Export, PageProps};
use yew::prelude::*;

#[component]
pub fn Privacy(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let footer = html! {
        <button type="button" class="btn p" onclick={ctx.on(Action::CloseDialog)}>{ lang.close() }</button>
    };
    html! {
        <Modal title={lang.privacy_link()} {lang} onclose={ctx.on(Action::CloseDialog)} {footer}>
            <dl class="plain-list">
                { for lang.privacy_lines().iter().map(|(title, text)| html! {
                    <div><dt>{ *title }</dt><dd>{ *text }</dd></div>
                }) }
            </dl>
            <div class="acts">
                <button type="button" class="btn s" onclick={ctx.on(Action::Export(Export::Plan))}>{ small_icon(Icon::Save) }{ Export::Plan.title(lang) }</button>
                <button type="button" class="btn s d" onclick={ctx.on(Action::Open(Dialog::Erase))}>{ small_icon(Icon::Trash) }{ lang.erase() }</button>
            </div>
        </Modal>
    }
}
