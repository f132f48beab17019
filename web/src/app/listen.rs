//! What the app hears from the page: leaving, other tabs, and keys.

use super::{Action, App};
use crate::store::Dialog;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Saving when the page is hidden or left, and changes by other tabs.
pub fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let mut listeners = Vec::new();
    let save = ctx.link().callback(|()| Action::SaveNow);
    if let Some(document) = window.document() {
        let save = save.clone();
        listeners.push(EventListener::new(
            &document,
            "visibilitychange",
            move |_| {
                save.emit(());
            },
        ));
    }
    listeners.push(EventListener::new(&window, "pagehide", move |_| {
        save.emit(())
    }));
    let link = ctx.link().clone();
    listeners.push(EventListener::new(&window, "storage", move |event| {
        if let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() {
            link.send_message(Action::Stored {
                key: event.key(),
                value: event.new_value(),
            });
        }
    }));
    listeners
}

/// The keys that work everywhere; keys of a text field are left to it.
pub fn on_key(event: &KeyboardEvent, act: &Callback<Action>) {
    let typing = event
        .composed_path()
        .get(0)
        .dyn_ref::<web_sys::Element>()
        .is_some_and(|element| {
            matches!(
                element.tag_name().to_ascii_lowercase().as_str(),
                "input" | "textarea" | "select"
            )
        });
    if typing {
        return;
    }
    let command = event.ctrl_key() || event.meta_key();
    let action = match (command, event.shift_key(), event.key().as_str()) {
        (true, false, "z" | "Z") => Action::Undo,
        (true, true, "z" | "Z") | (true, false, "y" | "Y") => Action::Redo,
        (false, _, "?") => Action::Open(Dialog::Help),
        _ => return,
    };
    event.prevent_default();
    act.emit(action);
}
