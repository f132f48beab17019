//! Printing: the dialog of the browser; the styles decide what is left out on paper.

use std::pin::pin;
use std::task::{Context, Waker};

/// Opens the print dialog of the browser.
pub fn print_page() {
    if let Some(window) = web_sys::window() {
        // A browser that cannot print leaves everything as it is.
        let _ = window.print();
    }
}

/// Draws what is to be drawn before it returns. Yew draws in a task of its own, and between `beforeprint` and the
/// paper no task runs: Firefox holds them all back, the others those of a page that prints by a script.
pub fn draw_now() {
    let drawing = pin!(yew::scheduler::flush());
    // The first poll has drawn all; nobody waits for what it says.
    let _ = drawing.poll(&mut Context::from_waker(Waker::noop()));
}
