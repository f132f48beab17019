//! What a screen shows where there is nothing yet: what it is for, and what to do first.

use super::icon::{Icon, small_icon};
use crate::state::{Action, Ctx, Dialog, Replacement};
use yew::prelude::*;

/// A screen that has nothing to show: its name, and a title, a text and buttons in the middle.
pub fn empty_screen(name: &str, title: &str, text: Html, acts: Html) -> Html {
    html! {
        <div class="stack">
            <div class="head"><div class="t"><h1 tabindex="-1">{ name }</h1></div></div>
            <section class="panel empty" aria-labelledby="empty-title">
                <h2 id="empty-title">{ title }</h2>
                { text }
                <div class="acts">{ acts }</div>
            </section>
        </div>
    }
}

/// The same for a screen that needs families.
pub fn no_families(ctx: &Ctx, name: &str, text: &str) -> Html {
    let lang = ctx.model.lang;
    let acts = html! {
        <>
            <button type="button" class="btn p l" onclick={ctx.on(Action::Open(Dialog::Import(None)))}>
                { small_icon(Icon::List) }{ lang.add_list() }
            </button>
            <button type="button" class="btn l" onclick={ctx.on(Action::Open(Dialog::Family(None)))}>
                { small_icon(Icon::Plus) }{ lang.add_family() }
            </button>
            <button type="button" class="btn q l" onclick={ctx.on(ctx.replace(Replacement::Example))}>{ lang.open_example() }</button>
        </>
    };
    empty_screen(
        name,
        lang.no_families_title(),
        html! { <p>{ text }</p> },
        acts,
    )
}
