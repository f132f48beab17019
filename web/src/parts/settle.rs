//! What is done meets the screen as it is. Yew puts its work off to a task of its own, and where that takes longer than
//! a frame it goes on after the events that wait (`yew::scheduler`, since 0.23). On a slow machine a key, a click or the
//! end of the page would then come between a change and its drawing: what was typed last was not in the plan yet when
//! the page went, and a click met a list that was about to change.

use gloo::events::{EventListener, EventListenerOptions};
use std::pin::pin;
use std::task::{Context, Waker};
use wasm_bindgen::JsCast;

/// What a person does. None of these is sent while a component is at work, as events of focus are when that gives focus
/// to something: then nothing else may be done. And none comes after the browser has changed a field: `input` is too
/// late, for what is drawn then would put back what stood there.
const DEEDS: [&str; 7] = [
    "beforeinput",
    "click",
    "keydown",
    "paste",
    "pointerdown",
    "pointermove",
    "pointerup",
];

/// Does all that waits to be done or drawn before it returns. Not from within a component.
pub fn draw_now() {
    let drawing = pin!(yew::scheduler::flush());
    // The first poll has done all; nobody waits for what it says.
    let _ = drawing.poll(&mut Context::from_waker(Waker::noop()));
}

/// Has all that waits done before anything in this place hears of what a person does, as long as they are kept. They
/// come first when they are made before the planner is drawn there.
pub fn settle_first(place: &web_sys::Element) -> Vec<EventListener> {
    let listen = |deed| {
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(place, deed, options, |event| {
            if !is_ticked(event) {
                draw_now();
            }
        })
    };
    DEEDS.into_iter().map(listen).collect()
}

/// Whether it is a click on a field: a tick is in its box already when that is told.
fn is_ticked(event: &web_sys::Event) -> bool {
    let target = event.composed_path().get(0);
    event.type_() == "click" && target.is_instance_of::<web_sys::HtmlInputElement>()
}
