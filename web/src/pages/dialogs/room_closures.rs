//! The days on which a room cannot be used, as they are typed.

use crate::pages::period::{PeriodFault, read_period};
use crate::parts::{Icon, TextField, small_icon};
use crate::text::Lang;
use centering_core::plan::{Closure, Room};
use yew::prelude::*;

/// One period as it is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClosureDraft {
    /// Never changes, so that a row keeps its fields when one above it goes.
    key: u32,
    first: String,
    last: String,
    label: String,
    /// The closure as it was before, if it is not new.
    before: Option<Closure>,
}

/// The periods of a room, or none for a new one.
pub fn drafts_of(known: Option<&Room>, lang: Lang) -> Vec<ClosureDraft> {
    let closures = known.into_iter().flat_map(|room| &room.closures);
    let drafts = closures.zip(0..).map(|(closure, key)| ClosureDraft {
        key,
        first: lang.day_typed(closure.days.first),
        last: lang.day_typed(closure.days.last),
        label: closure.label.clone(),
        before: Some(closure.clone()),
    });
    drafts.collect()
}

/// The closures in order of date, or what is wrong with each row; empty rows do not count.
pub fn read(drafts: &[ClosureDraft], lang: Lang) -> Result<Vec<Closure>, Vec<PeriodFault>> {
    let mut closures = Vec::new();
    let mut faults = Vec::new();
    for draft in drafts {
        let texts = [&draft.first, &draft.last, &draft.label];
        let is_empty = texts.into_iter().all(|text| text.trim().is_empty());
        faults.push(match read_period(&draft.first, &draft.last, lang) {
            _ if is_empty => (None, None),
            Ok(days) => {
                closures.push(Closure {
                    days,
                    label: draft.label.trim().to_owned(),
                    extra: draft
                        .before
                        .as_ref()
                        .map(|before| before.extra.clone())
                        .unwrap_or_default(),
                });
                (None, None)
            }
            Err(fault) => fault,
        });
    }
    if faults.iter().any(|fault| *fault != (None, None)) {
        return Err(faults);
    }
    closures.sort_by_key(|closure| (closure.days.first, closure.days.last));
    Ok(closures)
}

#[derive(PartialEq, Properties)]
pub struct ClosuresProps {
    pub lang: Lang,
    pub drafts: Vec<ClosureDraft>,
    pub faults: Vec<PeriodFault>,
    pub onchange: Callback<Vec<ClosureDraft>>,
    pub focus: Callback<&'static str>,
}

/// The rows with their fields, and the button for one more.
#[component]
pub fn Closures(props: &ClosuresProps) -> Html {
    let lang = props.lang;
    let rows = props.drafts.iter().enumerate().map(|(position, draft)| {
        let key = draft.key;
        let (first_fault, last_fault) = props.faults.get(position).cloned().unwrap_or_default();
        let typed = |change: fn(&mut ClosureDraft, String)| {
            let (drafts, onchange) = (props.drafts.clone(), props.onchange.clone());
            Callback::from(move |text: String| {
                let mut changed = drafts.clone();
                if let Some(draft) = changed.iter_mut().find(|draft| draft.key == key) {
                    change(draft, text);
                }
                onchange.emit(changed);
            })
        };
        let onremove = {
            let (mut drafts, onchange) = (props.drafts.clone(), props.onchange.clone());
            let focus = props.focus.clone();
            drafts.retain(|draft| draft.key != key);
            Callback::from(move |_: MouseEvent| {
                onchange.emit(drafts.clone());
                focus.emit("#room-closure-add");
            })
        };
        let number = lang.room_closure_number(position + 1);
        html! {
            <li {key}>
                <fieldset class="closure">
                    <legend class="sr">{ &number }</legend>
                    <TextField id={format!("room-closure-first-{key}")} label={lang.closure_first()} value={draft.first.clone()}
                        placeholder={lang.day_example()} oninput={typed(|draft, text| draft.first = text)} error={first_fault.map(AttrValue::from)} />
                    <TextField id={format!("room-closure-last-{key}")} label={lang.closure_last()} value={draft.last.clone()}
                        placeholder={lang.day_example()} oninput={typed(|draft, text| draft.last = text)} error={last_fault.map(AttrValue::from)} />
                    <TextField id={format!("room-closure-label-{key}")} label={lang.closure_label()} value={draft.label.clone()}
                        maxlength="60" oninput={typed(|draft, text| draft.label = text)} />
                    <button type="button" class="btn i q" aria-label={format!("{}: {number}", lang.closure_remove())}
                        title={lang.closure_remove()} onclick={onremove}>{ small_icon(Icon::Trash) }</button>
                </fieldset>
            </li>
        }
    });
    let onadd = {
        let (drafts, onchange) = (props.drafts.clone(), props.onchange.clone());
        let focus = props.focus.clone();
        Callback::from(move |_: MouseEvent| {
            let mut changed = drafts.clone();
            let key = changed.iter().map(|draft| draft.key + 1).max().unwrap_or(0);
            changed.push(ClosureDraft {
                key,
                ..ClosureDraft::default()
            });
            onchange.emit(changed);
            focus.emit(".closures > li:last-child input");
        })
    };
    html! {
        <fieldset class="field" aria-describedby="room-closures-hint">
            <legend>{ lang.room_closures() }</legend>
            if !props.drafts.is_empty() { <ul class="closures stack t">{ for rows }</ul> }
            <span class="hint" id="room-closures-hint">{ lang.room_closures_hint() }</span>
            <div class="acts">
                <button type="button" class="btn s" id="room-closure-add" onclick={onadd}>{ small_icon(Icon::Plus) }{ lang.room_closure_add() }</button>
            </div>
        </fieldset>
    }
}
