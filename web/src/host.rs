//! The custom element around the planner: its attributes, its events and the day and time of the browser.

use centering_core::calendar::{ClockTime, Date};
use wasm_bindgen::JsValue;

/// The `<centering-planner>` element.
#[derive(Clone, PartialEq)]
pub struct Host(web_sys::HtmlElement);

impl Host {
    pub fn new(element: web_sys::HtmlElement) -> Self {
        Self(element)
    }

    /// The value of an attribute; `None` when it is absent or empty.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.0.get_attribute(name).filter(|value| !value.is_empty())
    }

    /// Whether the page is the planner's own: its address and title may name the screen.
    pub fn owns_page(&self) -> bool {
        self.0.has_attribute("own-page")
    }

    /// The language of the element or the nearest ancestor that names one.
    pub fn language(&self) -> Option<String> {
        let element = self.0.closest("[lang]").ok().flatten()?;
        element.get_attribute("lang")
    }

    /// Dispatches an event that the page can hear.
    pub fn tell(&self, name: &str, detail: &JsValue) {
        let init = web_sys::CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(detail);
        if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict(name, &init) {
            // Whether somebody cancels it does not matter.
            let _ = self.0.dispatch_event(&event);
        }
    }

    /// The day the planner counts from: that of the attribute `today`, otherwise that of the browser.
    pub fn today(&self) -> Option<Date> {
        self.attribute("today")
            .and_then(|text| Date::parse_iso(&text))
            .or_else(browser_day)
    }
}

fn browser_day() -> Option<Date> {
    let now = js_sys::Date::new_0();
    Date::new(
        i32::try_from(now.get_full_year()).ok()?,
        now.get_month() + 1,
        now.get_date(),
    )
}

/// The milliseconds until the next day begins on the clock of the browser, and a moment more.
pub fn until_midnight() -> u32 {
    const DAY: u32 = 24 * 60 * 60 * 1_000;
    const MOMENT: u32 = 50;
    let now = js_sys::Date::new_0();
    let midnight = js_sys::Date::new_with_year_month_day(
        now.get_full_year(),
        i32::try_from(now.get_month()).unwrap_or_default(),
        i32::try_from(now.get_date()).unwrap_or_default() + 1,
    );
    // A day is at most 25 hours long; what is not a number becomes 0.
    ((midnight.get_time() - now.get_time()) as u32).min(2 * DAY) + MOMENT
}

/// The time on the clock of the browser.
pub fn browser_time() -> Option<ClockTime> {
    let now = js_sys::Date::new_0();
    let part = |number: u32| u16::try_from(number).ok();
    ClockTime::new(part(now.get_hours())?, part(now.get_minutes())?)
}
