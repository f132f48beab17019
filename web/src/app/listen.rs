//! What the app hears from the page: leaving, other tabs, and keys.

use super::{Action, App};
use crate::parts::pass_all;
use crate::store::Dialog;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Saving when the page is hidden or left, the day when it is seen again, and changes by other tabs.
pub fn listeners(ctx: &Context<App>, root: &NodeRef) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let mut listeners = Vec::new();
    let save = {
        let (link, root) = (ctx.link().clone(), root.clone());
        move || {
            if let Some(root) = root.cast::<web_sys::Element>() {
                pass_all(&root);
            }
            // Behind what was passed on.
            link.send_future(async { Action::SaveNow });
        }
    };
    let look = ctx.link().callback(|()| Action::AskDay);
    if let Some(document) = window.document() {
        listeners.extend(keys_of_page(ctx, root, &document));
        let (save, look) = (save.clone(), look.clone());
        let page = document.clone();
        listeners.push(EventListener::new(
            &document,
            "visibilitychange",
            move |_| {
                if page.hidden() {
                    save();
                } else {
                    look.emit(());
                }
            },
        ));
    }
    listeners.push(EventListener::new(&window, "pagehide", move |_| save()));
    for event in ["pageshow", "focus"] {
        let look = look.clone();
        listeners.push(EventListener::new(&window, event, move |_| look.emit(())));
    }
    let link = ctx.link().clone();
    listeners.push(EventListener::new(&window, "storage", move |event| {
        if let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() {
            link.send_message(Action::Stored(event.key()));
        }
    }));
    listeners
}

/// The shortcuts while focus is with the page itself: what had it is gone, or nothing had it yet. They are ours
/// when focus was here last, or when this is the only planner and nothing else of the page had focus.
fn keys_of_page(
    ctx: &Context<App>,
    root: &NodeRef,
    document: &web_sys::Document,
) -> [EventListener; 3] {
    let planners = document.query_selector_all("centering-planner");
    let is_only = planners.is_ok_and(|found| found.length() <= 1);
    let is_ours = std::rc::Rc::new(std::cell::Cell::new(is_only));
    let noted = |event: &'static str| {
        let (is_ours, root) = (is_ours.clone(), root.clone());
        EventListener::new(document, event, move |event| {
            let place = root.cast::<web_sys::Node>();
            let path = event.composed_path();
            let inside = place.is_some_and(|place| path.index_of(&place, 0) >= 0);
            let on_page = path
                .get(0)
                .dyn_ref::<web_sys::Element>()
                .is_some_and(is_page);
            if !on_page {
                is_ours.set(inside);
            }
        })
    };
    let listeners = [noted("focusin"), noted("pointerdown")];
    let act = ctx.link().callback(|action| action);
    let options = EventListenerOptions::enable_prevent_default();
    let place = root.clone();
    let keys = EventListener::new_with_options(document, "keydown", options, move |event| {
        let root = place.cast::<web_sys::Element>();
        let has_dialog = root.is_some_and(|root| {
            let open = root.query_selector("dialog[open]");
            open.is_ok_and(|dialog| dialog.is_some())
        });
        let on_page = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| is_page(&element));
        if let Some(event) = event.dyn_ref::<KeyboardEvent>()
            && on_page
            && !has_dialog
            && is_ours.get()
        {
            on_key(event, &act);
        }
    });
    let [focus, pointer] = listeners;
    [focus, pointer, keys]
}

/// Whether an element is the page itself.
fn is_page(element: &web_sys::Element) -> bool {
    matches!(element.tag_name().as_str(), "BODY" | "HTML")
}

/// Whether anything of the planner has focus.
pub fn has_focus(root: &NodeRef) -> bool {
    root.cast::<web_sys::Node>()
        .and_then(|node| node.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok())
        .is_some_and(|root| root.active_element().is_some())
}

/// Whether nothing has focus any more, because what had it is gone.
pub fn focus_is_lost(root: &NodeRef) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let outside = document.and_then(|document| document.active_element());
    !has_focus(root) && outside.is_none_or(|element| is_page(&element))
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
