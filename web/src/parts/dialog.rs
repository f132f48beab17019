//! A modal dialog: the browser's own `<dialog>`, so that Escape, the focus trap and the backdrop are the
//! browser's. When it closes, the browser gives focus back to what opened it.

use super::icon::{Icon, icon, small_icon};
use centering_words::Lang;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ModalProps {
    pub title: AttrValue,
    pub lang: Lang,
    pub onclose: Callback<()>,
    /// Whether what is typed in it is work that should not be lost by a key: then it asks before it closes.
    #[prop_or(true)]
    pub is_work: bool,
    /// The id of its title, where two dialogs can be open at once.
    #[prop_or_else(|| "dialog-title".into())]
    pub id: AttrValue,
    /// Wider, for tables.
    #[prop_or_default]
    pub wide: bool,
    /// What stands above the line at the bottom.
    pub children: Html,
    /// The buttons at the bottom.
    #[prop_or_default]
    pub footer: Html,
}

/// A modal dialog with a title, a close button, content and buttons.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let dialog = use_node_ref();
    {
        let (dialog, onclose) = (dialog.clone(), props.onclose.clone());
        use_effect_with((), move |()| {
            let element = dialog.cast::<web_sys::HtmlDialogElement>();
            if let Some(element) = &element {
                // It can only fail when it is open already.
                let _ = element.show_modal();
            }
            // The page behind it stays where it is.
            let still = ["wheel", "touchmove"].map(|name| {
                let options = EventListenerOptions::enable_prevent_default();
                let dialog = dialog.cast::<web_sys::Element>()?;
                let keep = move |event: &Event| {
                    let target = event.target().and_then(|target| target.dyn_into().ok());
                    let inside = std::iter::successors(target, |place: &web_sys::Element| {
                        place.parent_element()
                    });
                    let mut inside = inside.take_while(|place| place.tag_name() != "DIALOG");
                    if !inside.any(|place| place.scroll_height() > place.client_height()) {
                        event.prevent_default();
                    }
                };
                Some(EventListener::new_with_options(
                    &dialog, name, options, keep,
                ))
            });
            // A browser lets a dialog refuse to close once; after that it closes it without asking.
            let closed = element
                .as_ref()
                .map(|element| EventListener::new(element, "close", move |_| onclose.emit(())));
            move || {
                drop(still);
                drop(closed);
                // As long as it is open, nothing behind it can take focus.
                if let Some(element) = element {
                    element.close();
                }
            }
        });
    }
    let is_typed = use_mut_ref(|| false);
    let asks = use_state_eq(|| false);
    let oninput = {
        let is_typed = is_typed.clone();
        Callback::from(move |_: InputEvent| *is_typed.borrow_mut() = true)
    };
    let leave = {
        let (onclose, asks) = (props.onclose.clone(), asks.clone());
        let is_work = props.is_work;
        Callback::from(move |()| {
            // Who closes it once more means it.
            if is_work && *is_typed.borrow() && !*asks {
                asks.set(true);
            } else {
                onclose.emit(());
            }
        })
    };
    let close = leave.reform(|_: MouseEvent| ());
    let oncancel = leave.reform(|event: Event| event.prevent_default());
    let is_asked = *asks;
    let stay = Callback::from(move |_: MouseEvent| asks.set(false));
    let lang = props.lang;
    // The shortcuts of the planner act on the screen behind the dialog, not from within it.
    let onkeydown = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    html! {
        <dialog ref={dialog} class={classes!("dialog", props.wide.then_some("wide"))} aria-labelledby={props.id.clone()} {oncancel} {onkeydown} {oninput}>
            <header>
                <h2 id={props.id.clone()}>{ &props.title }</h2>
                <button type="button" class="btn i q" aria-label={lang.close()} onclick={close}>
                    { icon(Icon::Close) }
                </button>
            </header>
            if is_asked {
                <div class="note warn leave" role="alert">
                    <span>{ lang.leave_typed() }</span>
                    <button type="button" class="btn s" onclick={props.onclose.reform(|_: MouseEvent| ())}>{ lang.leave_it() }</button>
                    <button type="button" class="btn s" onclick={stay}>{ lang.go_on() }</button>
                </div>
            }
            <div class="b">{ props.children.clone() }</div>
            if props.footer != Html::default() {
                <footer>{ props.footer.clone() }</footer>
            }
        </dialog>
    }
}

/// Why an edit was refused, above the fields of a dialog that stays open; nothing where it was not.
pub fn refusal_note(reason: Option<&str>) -> Html {
    reason.map_or_else(Html::default, |reason| {
        html! { <p class="note error" role="alert">{ small_icon(Icon::Error) }<span>{ reason }</span></p> }
    })
}
