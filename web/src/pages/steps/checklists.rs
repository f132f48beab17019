//! The checklists of a step: tick, change, add and remove items; the words are the organisation's own once
//! they are changed.

use crate::parts::form::tick;
use crate::parts::{Icon, TextField, icon, sets, setter, small_icon, use_leaving};
use crate::state::{Action, Ctx};
use centering_core::assurance::{Checklist, ChecklistItem};
use centering_core::edit::{AssuranceEdit, Edit};
use centering_core::steps::{Role, StepId};
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ChecklistsProps {
    pub ctx: Ctx,
    pub step: StepId,
    /// Who does a new item.
    pub role: Role,
}

#[component]
pub fn Checklists(props: &ChecklistsProps) -> Html {
    let ctx = &props.ctx;
    let kept = &ctx.model.plan.assurance;
    let lists = kept.lists().into_iter();
    let of_step = lists.filter(|list| list.steps.contains(&props.step));
    html! {
        <>
            { for of_step.map(|list| html! {
                <List key={list.id.clone()} ctx={ctx.clone()} id={list.id.clone()} role={props.role.clone()} />
            }) }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct ListProps {
    ctx: Ctx,
    id: String,
    role: Role,
}

fn emit(ctx: &Ctx, edit: AssuranceEdit) {
    ctx.act(Action::edit(Edit::Assurance(Box::new(edit))));
}

#[component]
fn List(props: &ListProps) -> Html {
    let ctx = &props.ctx;
    let (lang, kept) = (ctx.model.lang, &ctx.model.plan.assurance);
    let own = use_state_eq(String::new);
    let editing = use_state_eq(|| None::<usize>);
    use_unsaved_text(ctx, lang.list_add(), &own, "");
    let Some(list) = kept.list(&props.id) else {
        return Html::default();
    };
    let (done, all) = list.ticked();
    let onadd = {
        let (ctx, own) = (ctx.clone(), own.clone());
        let (list, role) = (props.id.clone(), props.role.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = (*own).clone();
            emit(
                &ctx,
                AssuranceEdit::AddItem {
                    list: list.clone(),
                    text,
                    role: role.clone(),
                },
            );
            own.set(String::new());
        })
    };
    let ontype = setter(&own);
    let onreset = {
        let (ctx, list) = (ctx.clone(), props.id.clone());
        Callback::from(move |_: MouseEvent| emit(&ctx, AssuranceEdit::ResetList(list.clone())))
    };
    let is_changed =
        kept.checklists.contains_key(&props.id) && Checklist::proposed(&props.id).is_some();
    html! {
        <section class="checklist" aria-labelledby={format!("list-{}", props.id)}>
            <h3 id={format!("list-{}", props.id)}>
                { lang.wording(&list.title) }{ " " }<span class="muted" role="status">{ lang.list_ticked(done, all) }</span>
            </h3>
            <ul class="ticks">
                { for list.items.iter().enumerate().map(|(place, one)| item(props, place, one, &editing)) }
            </ul>
            <form class="own" novalidate={true} onsubmit={onadd}>
                <TextField id={format!("own-{}", props.id)} label={lang.list_add()} value={(*own).clone()} hint={lang.list_add_hint()} maxlength="300" oninput={ontype} />
                <button type="submit" class="btn s" disabled={own.trim().is_empty()}>{ small_icon(Icon::Plus) }{ lang.list_add_button() }</button>
            </form>
            <p class="xs muted">{ lang.list_source() }</p>
            if is_changed { <div class="acts"><button type="button" class="btn s q" onclick={onreset}>{ small_icon(Icon::Undo) }{ lang.list_reset() }</button></div> }
        </section>
    }
}

/// Tells that the words of an item were typed and not kept, when the screen is left; not where the user answered for
/// that before.
#[hook]
fn use_unsaved_text(ctx: &Ctx, label: &'static str, typed: &str, before: &str) -> Rc<Cell<bool>> {
    let is_answered = use_memo((), |()| Cell::new(false));
    let (ctx, text) = (ctx.clone(), typed.trim().to_owned());
    let is_unsaved = text != before;
    let answered = is_answered.clone();
    use_leaving(move || {
        if is_unsaved && !answered.get() {
            let fault = ctx.model.lang.button_not_used();
            ctx.lose(&format!("{label} {text}"), label, &text, fault);
        }
    });
    is_answered
}

fn item(
    props: &ListProps,
    place: usize,
    one: &ChecklistItem,
    editing: &UseStateHandle<Option<usize>>,
) -> Html {
    let (ctx, lang) = (&props.ctx, props.ctx.model.lang);
    let text = lang.wording(&one.text).to_owned();
    if **editing == Some(place) {
        return html! { <li key={place}><EditItem ctx={ctx.clone()} list={props.id.clone()} {place} {text} onclose={close(editing)} /></li> };
    }
    let ontick = {
        let (ctx, list) = (ctx.clone(), props.id.clone());
        Callback::from(move |done| {
            let list = list.clone();
            let item = place;
            emit(&ctx, AssuranceEdit::Tick { list, item, done });
        })
    };
    let onremove = {
        let (ctx, list) = (ctx.clone(), props.id.clone());
        Callback::from(move |_: MouseEvent| {
            emit(
                &ctx,
                AssuranceEdit::RemoveItem {
                    list: list.clone(),
                    item: place,
                },
            );
        })
    };
    let onedit = sets(editing, Some(place));
    let when = lang.wording(&one.when);
    let role = lang.step_role(&one.role);
    let words = html! {
        <span>
            { &text }
            <span class="sub-l">
                { role }
                if !when.is_empty() { { ", " }{ when } }
                if let Some(day) = one.ticked { { ", " }{ lang.list_ticked_on(&lang.day_month(day, ctx.model.today)) } }
            </span>
        </span>
    };
    html! {
        <li key={place}>
            { tick(words, one.ticked.is_some(), ontick) }
            <span class="do">
                <button type="button" class="btn i s q" aria-label={lang.list_edit(&text)} onclick={onedit}>{ icon(Icon::Pen) }</button>
                <button type="button" class="btn i s q" aria-label={lang.list_remove(&text)} onclick={onremove}>{ icon(Icon::Trash) }</button>
            </span>
        </li>
    }
}

fn close(editing: &UseStateHandle<Option<usize>>) -> Callback<()> {
    let editing = editing.clone();
    Callback::from(move |()| editing.set(None))
}

#[derive(PartialEq, Properties)]
struct EditItemProps {
    ctx: Ctx,
    list: String,
    place: usize,
    text: String,
    onclose: Callback<()>,
}

/// The words of one item as a field.
#[component]
fn EditItem(props: &EditItemProps) -> Html {
    let lang = props.ctx.model.lang;
    let typed = use_state_eq(|| props.text.clone());
    let oninput = setter(&typed);
    let is_answered = use_unsaved_text(&props.ctx, lang.list_text(), &typed, &props.text);
    let onsubmit = {
        let (ctx, onclose) = (props.ctx.clone(), props.onclose.clone());
        let (list, place, before) = (props.list.clone(), props.place, props.text.clone());
        let (typed, is_answered) = (typed.clone(), is_answered.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_answered.set(true);
            if typed.trim() != before {
                emit(
                    &ctx,
                    AssuranceEdit::SetItem {
                        list: list.clone(),
                        item: place,
                        text: (*typed).clone(),
                    },
                );
            }
            onclose.emit(());
        })
    };
    let oncancel = {
        let onclose = props.onclose.clone();
        Callback::from(move |_: MouseEvent| {
            is_answered.set(true);
            onclose.emit(());
        })
    };
    html! {
        <form class="own" novalidate={true} {onsubmit}>
            <TextField id={format!("item-{}-{}", props.list, props.place)} label={lang.list_text()} value={(*typed).clone()} hint={lang.list_add_hint()} maxlength="300" {oninput} autofocus={true} />
            <span class="acts">
                <button type="submit" class="btn s" disabled={typed.trim().is_empty()}>{ lang.save() }</button>
                <button type="button" class="btn s q" onclick={oncancel}>{ lang.cancel() }</button>
            </span>
        </form>
    }
}
