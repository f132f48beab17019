//! Printing: the dialog of the browser; the styles decide what is left out on paper.

/// Opens the print dialog of the browser.
pub fn print_page() {
    if let Some(window) = web_sys::window() {
        // A browser that cannot print leaves everything as it is.
        let _ = window.print();
    }
}
