//! The two dialogs that ask before a plan goes: another one takes its place, or everything is erased.

use crate::parts::{Icon, Modal, small_icon};
use crate::state::{Action, Ctx, Export, PageProps, Replacement};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ReplaceProps {
    pub ctx: Ctx,
    /// What would take the place of the plan.
    pub replacement: Replacement,
}

/// Asks before another plan takes the place of the present one.
#[component]
pub fn Replace(props: &ReplaceProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let title = match &props.replacement {
        Replacement::New => lang.replace_new(),
        Replacement::Example => lang.replace_example(),
        Replacement::File(_) => lang.replace_file(),
    };
    let footer = html! {
        <>
            { save_first(ctx) }
            <button type="button" class="btn" onclick={ctx.on(Action::CloseDialog)}>{ lang.cancel() }</button>
            <button type="button" class="btn p" onclick={ctx.on(Action::Replace(props.replacement.clone()))}>{ lang.go_on() }</button>
        </>
    };
    html! {
        <Modal {title} {lang} onclose={ctx.on(Action::CloseDialog)} {footer}>
            <p>{ in_it_now(ctx) }{ " " }{ lang.replace_text() }</p>
            if let Replacement::File(plan) = &props.replacement {
                <p>{ lang.replace_with(&plan.title, &lang.groups(plan.groups.len()), &lang.families(plan.enrolments.len())) }</p>
            }
            <p class="small muted">{ lang.replace_undo() }</p>
        </Modal>
    }
}

/// Asks before everything is removed from this browser.
#[component]
pub fn Erase(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let footer = html! {
        <>
            if !ctx.model.is_empty() { { save_first(ctx) } }
            <button type="button" class="btn" onclick={ctx.on(Action::CloseDialog)}>{ lang.cancel() }</button>
            <button type="button" class="btn d" onclick={ctx.on(Action::Erase)}>{ small_icon(Icon::Trash) }{ lang.erase_do() }</button>
        </>
    };
    html! {
        <Modal title={lang.erase_title()} {lang} onclose={ctx.on(Action::CloseDialog)} {footer}>
            <p>{ in_it_now(ctx) }{ " " }{ lang.erase_text() }</p>
            <div class="note warn">{ small_icon(Icon::Warn) }<span>{ lang.erase_final() }</span></div>
        </Modal>
    }
}

/// What the plan holds now.
fn in_it_now(ctx: &Ctx) -> String {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    lang.holds_now(
        &lang.groups(plan.groups.len()),
        &lang.families(plan.enrolments.len()),
    )
}

fn save_first(ctx: &Ctx) -> Html {
    html! {
        <button type="button" class="btn push" onclick={ctx.on(Action::Export(Export::Plan))}>
            { small_icon(Icon::Save) }{ ctx.model.lang.save_first() }
        </button>
    }
}
