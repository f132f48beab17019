//! The planner in the browser: a Yew app that mounts into a custom element and keeps its plan in
//! localStorage. Holds no planning rule: what a plan is, which days fit and what is wrong comes from
//! `centering_core`. Start reading at `app`.

mod app;
mod chart;
mod clipboard;
mod download;
mod host;
mod later;
mod pages;
mod parts;
mod place;
mod slices;
mod state;
mod store;
mod text;
mod work;

use app::{App, AppProps};
use gloo::events::EventListener;
use host::Host;
use parts::{draw_now, pass_all, settle_first};
use wasm_bindgen::prelude::*;
use work::Workers;
use yew::{AppHandle, Renderer};

/// A running planner.
#[wasm_bindgen]
pub struct Handle {
    app: Option<AppHandle<App>>,
    place: web_sys::Element,
    _settled: Vec<EventListener>,
}

/// Starts a planner in `place`, an element of the shadow root of `element`, and tells the page so.
/// `start_worker` gives a worker for long work; where it throws, the work is done on the page.
#[wasm_bindgen]
pub fn mount(
    element: web_sys::HtmlElement,
    place: web_sys::Element,
    start_worker: js_sys::Function,
) -> Handle {
    let host = Host::new(element);
    let props = AppProps {
        host: host.clone(),
        workers: Workers::new(start_worker),
    };
    let settled = settle_first(&place);
    let app = Renderer::<App>::with_root_and_props(place.clone(), props).render();
    host.tell("centering-ready", &JsValue::NULL);
    Handle {
        app: Some(app),
        place,
        _settled: settled,
    }
}

#[wasm_bindgen]
impl Handle {
    /// Takes an attribute of the element over that was changed after the start.
    pub fn attribute_changed(&self, _name: &str) {
        if let Some(app) = &self.app {
            app.send_message(state::Action::AttributesChanged);
        }
    }

    /// Saves what is not saved yet and takes the planner down.
    pub fn destroy(&mut self) {
        let Some(app) = self.app.take() else { return };
        pass_all(&self.place);
        // In a task of its own, for a component may be at work now, and behind what was passed on: components that go
        // would go before what they were told.
        wasm_bindgen_futures::spawn_local(async move {
            draw_now();
            app.destroy();
        });
    }
}
