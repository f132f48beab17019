//! Copies text. Browsers that keep the clipboard to themselves get a text field that is copied from.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies the text and says whether it worked. `event` is the click that asked for it.
pub fn copy(event: &web_sys::MouseEvent, text: String, done: impl FnOnce(bool) + 'static) {
    let near = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    spawn_local(async move {
        let copied = write(&text).await || near.is_some_and(|near| copy_from_field(&near, &text));
        done(copied);
    });
}

async fn write(text: &str) -> bool {
    let Some(window) = web_sys::window().filter(web_sys::Window::is_secure_context) else {
        return false;
    };
    JsFuture::from(window.navigator().clipboard().write_text(text))
        .await
        .is_ok()
}

/// The old way: the browser copies what is selected.
fn copy_from_field(near: &web_sys::Element, text: &str) -> bool {
    let Some(document) = near.owner_document() else {
        return false;
    };
    let field = document
        .create_element("textarea")
        .ok()
        .and_then(|field| field.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    let (Some(field), Some(place)) = (field, near.parent_element()) else {
        return false;
    };
    field.set_class_name("sr");
    field.set_value(text);
    if place.append_child(&field).is_err() {
        return false;
    }
    field.select();
    let copied = document
        .dyn_into::<web_sys::HtmlDocument>()
        .is_ok_and(|document| document.exec_command("copy").unwrap_or(false));
    field.remove();
    if let Some(button) = near
        .closest("button")
        .ok()
        .flatten()
        .and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // Selecting took the focus from the button.
        let _ = button.focus();
    }
    copied
}
