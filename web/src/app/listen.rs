//! What the app hears from the page: leaving, other tabs, and keys.

use super::App;
use crate::parts::{draw_now, pass_all};
use crate::state::{Action, Dialog};
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Saving when the page is hidden or left, the day when it is seen again, and changes by other tabs.
pub fn listeners(
    ctx: &Context<App>,
    root: &NodeRef,
    is_unsaved: &Rc<Cell<bool>>,
) -> Vec<EventListener> {
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
            // At once, for no task may follow: what was passed on, and behind that the save.
            draw_now();
            link.send_message(Action::SaveNow);
            draw_now();
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
    let options = EventListenerOptions::enable_prevent_default();
    let is_unsaved = is_unsaved.clone();
    let asks = move |event: &web_sys::Event| {
        draw_now();
        if is_unsaved.get() {
            // The browser asks in its own words.
            event.prevent_default();
        }
    };
    listeners.push(EventListener::new_with_options(
        &window,
        "beforeunload",
        options,
        asks,
    ));
    if ctx.props().host.owns_page() {
        let went = ctx.link().callback(|()| Action::GoWhereAddressSays);
        let options = EventListenerOptions::default();
        let listen = move |_: &web_sys::Event| went.emit(());
        let listener = EventListener::new_with_options(&window, "hashchange", options, listen);
        listeners.push(listener);
    }
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
    let is_ours = Rc::new(Cell::new(is_only));
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

/// What takes the keys that are typed: a text field takes all, a list its letters and arrows.
const TEXT: &str = "textarea, input:not([type=checkbox], [type=radio], [type=file], [type=button])";
const TYPED: &str = "textarea, input, select";

fn is_in(event: &KeyboardEvent, kind: &str) -> bool {
    let place = event.composed_path().get(0);
    let element = place.dyn_ref::<web_sys::Element>();
    element.is_some_and(|element| element.matches(kind).unwrap_or_default())
}

/// Keys that are typed into a field of the planner are no keys of the page around it, which cannot see that it is a
/// field.
pub fn keep_typed(event: &KeyboardEvent) {
    let is_command = event.ctrl_key() || event.meta_key() || event.alt_key();
    if is_in(event, TYPED) && !is_command && event.key() != "Tab" {
        event.stop_propagation();
    }
}

/// The keys that work everywhere; keys of a text field are left to it. No letter alone: whoever dictates would press it.
pub fn on_key(event: &KeyboardEvent, act: &Callback<Action>) {
    if is_in(event, TEXT) {
        return;
    }
    let command = event.ctrl_key() || event.meta_key();
    let action = match (command, event.shift_key(), event.key().as_str()) {
        (true, false, "z" | "Z") => Action::Undo,
        (true, true, "z" | "Z") | (true, false, "y" | "Y") => Action::Redo,
        (true, false, "k" | "K") => Action::Open(Dialog::Search),
        (false, false, "F1") => Action::Open(Dialog::Help),
        _ => return,
    };
    event.prevent_default();
    act.emit(action);
}
