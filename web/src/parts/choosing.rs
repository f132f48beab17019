//! A list to choose from tells what was chosen when it is left or Enter is pressed, not at every key that walks along
//! it: each would be an edit, and a re-planning with some. What is chosen with the pointer is told at once.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement, KeyboardEvent, Node};

/// Holds the choices of all lists in one planner back, until it is dropped.
pub struct ChoiceKeeper {
    _listeners: [EventListener; 4],
}

/// The list along which keys walk, what was chosen before, and whether something else is chosen now.
struct Walk {
    list: HtmlSelectElement,
    before: i32,
    is_other: bool,
}

impl ChoiceKeeper {
    /// For the lists under this node, which stands above all that listens to them.
    pub fn new(root: &Node) -> Self {
        let walk = Rc::new(RefCell::new(None::<Walk>));
        let listen = |name: &'static str, act: fn(&RefCell<Option<Walk>>, &Event)| {
            let walk = walk.clone();
            let options = EventListenerOptions {
                phase: EventListenerPhase::Capture,
                passive: false,
            };
            EventListener::new_with_options(root, name, options, move |event| act(&walk, event))
        };
        let listeners = [
            listen("keydown", |walk, event| {
                let (Some(key), Some(list)) = (event.dyn_ref::<KeyboardEvent>(), list_of(event))
                else {
                    return;
                };
                match key.key().as_str() {
                    "Enter" => tell(walk),
                    "Escape" => {
                        let taken = walk.borrow_mut().take().filter(|walk| walk.is_other);
                        if let Some(walk) = taken {
                            walk.list.set_selected_index(walk.before);
                            event.stop_propagation();
                        }
                    }
                    // They open the list, which tells for itself what is chosen in it.
                    "ArrowDown" | "ArrowUp" if key.alt_key() => tell(walk),
                    " " | "F4" => tell(walk),
                    "Tab" | "Shift" | "Control" | "Alt" | "Meta" => {}
                    _ => {
                        let mut walk = walk.borrow_mut();
                        if walk.as_ref().is_none_or(|walk| walk.list != list) {
                            let before = list.selected_index();
                            *walk = Some(Walk {
                                list,
                                before,
                                is_other: false,
                            });
                        }
                    }
                }
            }),
            listen("change", |walk, event| {
                let list = list_of(event);
                if let Some(walk) = walk.borrow_mut().as_mut()
                    && list.as_ref() == Some(&walk.list)
                {
                    walk.is_other = walk.list.selected_index() != walk.before;
                    event.stop_propagation();
                }
            }),
            listen("focusout", |walk, _| tell(walk)),
            listen("pointerdown", |walk, _| tell(walk)),
        ];
        Self {
            _listeners: listeners,
        }
    }
}

/// Tells what was chosen with the keys.
fn tell(walk: &RefCell<Option<Walk>>) {
    let taken = walk.borrow_mut().take().filter(|walk| walk.is_other);
    if let Some(walk) = taken {
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict("change", &init) {
            // Whether somebody cancels it does not matter.
            let _ = walk.list.dispatch_event(&event);
        }
    }
}

/// The list of which the event is; listeners above the planner see what is in it as well.
fn list_of(event: &Event) -> Option<HtmlSelectElement> {
    event.composed_path().get(0).dyn_into().ok()
}
