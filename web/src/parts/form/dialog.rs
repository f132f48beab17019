//! The dialog around the form of a record: why it was refused, and the buttons that remove, cancel and save.

use super::{Form, Save};
use crate::parts::dialog::{Modal, refusal_note};
use crate::parts::icon::{Icon, small_icon};
use crate::state::{Action, Ctx};
use centering_core::edit::Edit;
use yew::prelude::*;

/// The dialog of a form; [`Frame::show`] draws it.
pub struct Frame {
    ctx: Ctx,
    /// The id of the form.
    id: &'static str,
    title: AttrValue,
    refused: Option<String>,
    place: NodeRef,
    onsubmit: Callback<SubmitEvent>,
    class: &'static str,
    wide: bool,
    footer: Html,
}

impl Frame {
    /// As wide as for tables.
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// The class of the form, where it is not the usual one.
    pub fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// What stands before the buttons.
    pub fn footer(mut self, footer: Html) -> Self {
        self.footer = footer;
        self
    }

    /// The button that removes the record, where it is there already.
    pub fn remove(mut self, words: &'static str, edit: Option<Edit>) -> Self {
        if let Some(edit) = edit {
            let act = self.ctx.act.clone();
            let onclick = Callback::from(move |_: MouseEvent| {
                act.emit(Action::CloseDialog);
                act.emit(Action::edit(edit.clone()));
            });
            self.footer = html! {
                <button type="button" class="btn d push" {onclick}>{ small_icon(Icon::Trash) }{ words }</button>
            };
        }
        self
    }

    /// The dialog with these fields.
    pub fn show(self, fields: Html) -> Html {
        let lang = self.ctx.model.lang;
        let close = self.ctx.on(Action::CloseDialog);
        let footer = html! {
            <>
                { self.footer }
                <button type="button" class="btn" onclick={close}>{ lang.cancel() }</button>
                <button type="submit" form={self.id} class="btn p">{ lang.save() }</button>
            </>
        };
        html! {
            <Modal id={format!("{}-title", self.id)} title={self.title} {lang} onclose={self.ctx.on(Action::CloseDialog)} wide={self.wide} {footer}>
                <form id={self.id} class={self.class} ref={self.place} novalidate=true autocomplete="off" onsubmit={self.onsubmit}>
                    { refusal_note(self.refused.as_deref()) }
                    { fields }
                </form>
            </Modal>
        }
    }
}

impl<D: Clone + 'static> Form<D> {
    /// The dialog of the form. It saves by these edits; `None` as long as something is wrong.
    pub fn dialog(
        &self,
        ctx: &Ctx,
        id: &'static str,
        title: impl Into<AttrValue>,
        edits: Option<Vec<Edit>>,
    ) -> Frame {
        self.dialog_by(ctx, id, title, edits.map(|edits| saving_by(ctx, edits)))
    }

    /// The same where saving is more than edits.
    pub fn dialog_by(
        &self,
        ctx: &Ctx,
        id: &'static str,
        title: impl Into<AttrValue>,
        save: Option<Save>,
    ) -> Frame {
        Frame {
            ctx: ctx.clone(),
            id,
            title: title.into(),
            refused: self.state.refused.clone(),
            place: self.place(),
            onsubmit: self.onsubmit(save),
            class: "stack t",
            wide: false,
            footer: Html::default(),
        }
    }
}

/// Saves by these edits and closes the dialog.
pub fn saving_by(ctx: &Ctx, edits: Vec<Edit>) -> Save {
    let ctx = ctx.clone();
    Callback::from(move |()| ctx.edits_and_close(edits.clone()))
}

/// A dialog that says that its record is not in the plan any more.
pub fn gone(ctx: &Ctx, title: impl Into<AttrValue>, words: &'static str) -> Html {
    html! {
        <Modal title={title.into()} lang={ctx.model.lang} onclose={ctx.on(Action::CloseDialog)}><p>{ words }</p></Modal>
    }
}
