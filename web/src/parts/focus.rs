//! Focus that is never lost and never hidden: when what has it goes, is switched off or is hidden, what stands in its
//! place gets it; and a bar that lies over it moves the page. One mechanism for every screen and dialog.

use super::scroll::scroll_by;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, MutationObserver, MutationObserverInit, Node, ShadowRoot};

/// What the Tab key can reach, once it is seen and not switched off.
const REACHED: &str = "a[href], button, input, select, textarea, summary, [tabindex='0']";
/// What stays at the bottom of the screen while the page scrolls.
const BARS: &str = ".movebar, .chosenbar, .split.chosen > .insp";
/// What goes as a whole: focus goes back to where it was before, not to what stood beside it.
const LAYERS: &str = "aside, dialog";
/// So many places are remembered: a dialog over a dialog over a panel, each with some fields.
const REMEMBERED: usize = 24;
/// Between a bar and what it covered, in pixels.
const ROOM: f64 = 12.0;

/// Keeps the focus of one planner, until it is dropped.
pub struct FocusKeeper {
    observer: Option<MutationObserver>,
    _changed: Closure<dyn FnMut()>,
    _listeners: [EventListener; 4],
}

/// Where focus is or was.
struct Place {
    element: Element,
    /// From its parent up: an element, and which of its children the way goes through.
    way: Vec<(Element, Element, u32)>,
    /// Which of the reachable elements of its row of a list or table it is.
    in_row: usize,
}

#[derive(Default)]
struct State {
    /// The last is where focus is.
    places: Vec<Place>,
    /// Whether focus is with the planner, or was until its place went.
    has: bool,
    /// Whether the pointer was used last: then the page stays where it is.
    points: bool,
    timer: Option<Timeout>,
}

impl FocusKeeper {
    /// Keeps the focus of the planner that stands in this element.
    pub fn new(root: &Element) -> Self {
        let state = Rc::new(RefCell::new(State::default()));
        let look = {
            let (state, root) = (state.clone(), root.clone());
            move || {
                let (again, root) = (state.clone(), root.clone());
                // Screens put focus back themselves where they know the place; they come first.
                let timer = Timeout::new(0, move || look_after(&again, &root));
                state.borrow_mut().timer = Some(timer);
            }
        };
        let changed = {
            let (state, look) = (state.clone(), look.clone());
            Closure::<dyn FnMut()>::new(move || {
                if state.borrow().has {
                    look();
                }
            })
        };
        let observer = MutationObserver::new(changed.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            let options = MutationObserverInit::new();
            options.set_child_list(true);
            options.set_subtree(true);
            options.set_attribute_filter(&js_sys::Array::of2(&"disabled".into(), &"hidden".into()));
            // It fails for options that make no sense only.
            let _ = observer.observe_with_options(root, &options);
        }
        let came = {
            let (state, root, look) = (state.clone(), root.clone(), look.clone());
            EventListener::new(&root.clone(), "focusin", move |event| {
                if let Some(element) = target_of(event) {
                    let mut state = state.borrow_mut();
                    state.has = true;
                    state.places.retain(|place| place.element != element);
                    state.places.push(Place::of(element, &root));
                    if state.places.len() > REMEMBERED {
                        state.places.remove(0);
                    }
                }
                look();
            })
        };
        // Some browsers tell so before the element goes, some after, and some not at all.
        let went = EventListener::new(root, "focusout", move |_| look());
        let noted = |event: &'static str, points: bool| {
            let state = state.clone();
            EventListener::new(root, event, move |_| state.borrow_mut().points = points)
        };
        Self {
            observer,
            _changed: changed,
            _listeners: [
                came,
                went,
                noted("pointerdown", true),
                noted("keydown", false),
            ],
        }
    }
}

impl Drop for FocusKeeper {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

impl Place {
    fn of(element: Element, root: &Element) -> Self {
        let mut way = Vec::new();
        let mut child = element.clone();
        while child != *root
            && let Some(parent) = child.parent_element()
        {
            let mut index = 0;
            let mut before = child.previous_element_sibling();
            while let Some(one) = before {
                index += 1;
                before = one.previous_element_sibling();
            }
            way.push((parent.clone(), child, index));
            child = parent;
        }
        let row = element.closest("li, tr").ok().flatten();
        let in_row = row.and_then(|row| {
            let mut reached = reached_in(&row).into_iter();
            reached.position(|one| one == element)
        });
        Self {
            element,
            way,
            in_row: in_row.unwrap_or_default(),
        }
    }

    /// What gets the focus that was here.
    fn heir(&self, may: &dyn Fn(&Element) -> bool) -> Heir {
        if is_usable(&self.element) && may(&self.element) {
            return Heir::Element(self.element.clone());
        }
        let there = |(parent, ..): &&(Element, Element, u32)| parent.is_connected();
        for (parent, child, index) in self.way.iter().skip_while(|step| !there(step)) {
            let is_gone = !child.is_connected();
            if is_gone && child.matches(LAYERS).unwrap_or_default() {
                let next = parent.children().item(*index);
                let title = next
                    .filter(|next| next.matches(LAYERS).unwrap_or_default())
                    .and_then(|next| next.query_selector("[tabindex='-1']").ok().flatten());
                return title
                    .filter(|title| may(title))
                    .map_or(Heir::Before, Heir::Element);
            }
            if parent.matches("main, .cp-body, .cp").unwrap_or_default() {
                // The screen is another one.
                return Heir::Heading;
            }
            let children = parent.children();
            // What stands in its place now, what follows, and then what stands before it.
            let after = (*index + u32::from(!is_gone))..children.length();
            let nearest = after.chain((0..*index).rev());
            let is_row = parent.matches("ul, ol, tbody").unwrap_or_default();
            let found = nearest
                .filter_map(|index| children.item(index))
                .find_map(|child| {
                    let mut reached = reached_in(&child);
                    reached.retain(|one| may(one));
                    let place = if is_row { self.in_row } else { 0 };
                    let last = reached.len().checked_sub(1)?;
                    reached.into_iter().nth(place.min(last))
                });
            if let Some(found) = found {
                return Heir::Element(found);
            }
        }
        Heir::Before
    }
}

/// What gets the focus of a place that went.
enum Heir {
    Element(Element),
    /// What had it before.
    Before,
    /// The heading of the screen.
    Heading,
}

/// Gives focus to an heir when it is lost, and moves what has it out from under a bar.
fn look_after(state: &RefCell<State>, root: &Element) {
    let Some(shadow) = root.get_root_node().dyn_into::<ShadowRoot>().ok() else {
        return;
    };
    if let Some(element) = shadow.active_element().filter(is_usable) {
        if !state.borrow().points {
            uncover(root, &element);
        }
        return;
    }
    let outside = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.active_element());
    let is_elsewhere = outside.is_some_and(|element| {
        !matches!(element.tag_name().as_str(), "BODY" | "HTML") && element != shadow.host()
    });
    let stays = {
        let state = state.borrow();
        let last = state.places.last();
        !state.has || last.is_none_or(|place| is_usable(&place.element))
    };
    if is_elsewhere || stays {
        // Who leaves what is still there wants to be elsewhere.
        state.borrow_mut().has = false;
        return;
    }
    let dialogs = root.query_selector_all("dialog[open]").ok();
    let dialog = dialogs.and_then(|found| found.item(found.length().checked_sub(1)?));
    // Behind a dialog nothing can take focus.
    let may = |element: &Element| {
        let node: &Node = element;
        dialog
            .as_ref()
            .is_none_or(|dialog| dialog.contains(Some(node)))
    };
    let heir = {
        let state = state.borrow();
        let heirs = state.places.iter().rev().map(|place| place.heir(&may));
        heirs.into_iter().find(|heir| !matches!(heir, Heir::Before))
    };
    let element = match heir {
        Some(Heir::Element(element)) => Some(element),
        _ => root.query_selector("main h1").ok().flatten().filter(may),
    };
    if let Some(element) = element {
        give_focus(&element);
        uncover(root, &element);
    }
}

/// Scrolls the page when a bar lies over the element.
fn uncover(root: &Element, element: &Element) {
    let Ok(bars) = root.query_selector_all(BARS) else {
        return;
    };
    let bars = (0..bars.length()).filter_map(|index| bars.item(index)?.dyn_into::<Element>().ok());
    for bar in bars.filter(|bar| !bar.contains(Some(element))) {
        let (own, over) = (
            element.get_bounding_client_rect(),
            bar.get_bounding_client_rect(),
        );
        let is_beside = own.right() <= over.left() || own.left() >= over.right();
        if !is_beside && own.bottom() > over.top() && own.top() < over.bottom() {
            scroll_by(element, own.bottom() - over.top() + ROOM);
        }
    }
}

/// What of this element the Tab key reaches, it included.
fn reached_in(element: &Element) -> Vec<Element> {
    let own = element.matches(REACHED).unwrap_or_default();
    let inside = element.query_selector_all(REACHED).ok();
    let inside = inside.into_iter().flat_map(|found| {
        (0..found.length()).filter_map(move |index| found.item(index)?.dyn_into::<Element>().ok())
    });
    let all = own.then(|| element.clone()).into_iter().chain(inside);
    all.filter(|one| is_usable(one) && one.get_attribute("tabindex").as_deref() != Some("-1"))
        .collect()
}

/// Whether the element is there, seen and not switched off.
fn is_usable(element: &Element) -> bool {
    let rect = element.get_bounding_client_rect();
    element.is_connected()
        && !element.matches(":disabled").unwrap_or_default()
        && (rect.width() > 0.0 || rect.height() > 0.0)
}

/// Gives focus, to a mark of a chart as well; an element that cannot take it leaves it where it is.
fn give_focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        let _ = element.focus();
    } else if let Some(element) = element.dyn_ref::<web_sys::SvgElement>() {
        let _ = element.focus();
    }
}

fn target_of(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}
