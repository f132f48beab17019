//! A value of the plan in a field of a screen. What is typed stays as it was typed until the field is left, whatever
//! is drawn, saved or scrolled in the meantime; then it is in the plan, or named as wrong. What is wrong comes back
//! with the field when it was scrolled away, and is told where its screen is left.

use super::icon::{Icon, small_icon};
use super::rows::{GAP, position_of};
use crate::state::{Action, Draft, Drafts, Page};
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// What marks the field for the app, which has its text passed on before the page goes: see [`pass_all`].
const MARK: &str = "data-typed";

/// Goes from the field in the row at a position to that in the row above (-1) or below (1), where rows are not all drawn;
/// around a table that has it.
#[derive(Clone, PartialEq)]
pub struct Walk(pub Callback<(usize, i32)>);

#[derive(PartialEq, Properties)]
pub struct TypedProps {
    /// Names the value for good, such as `birth A1`. A field for another value needs another `key`.
    pub name: AttrValue,
    /// The value of the plan as text.
    pub value: AttrValue,
    /// Brings what was typed into the plan, where it differs; or says what is wrong with it.
    pub onset: Callback<String, Result<(), String>>,
    pub act: Callback<Action>,
    /// What the field is called: for screen readers, and where its value is told to be lost.
    pub label: AttrValue,
    /// Where a label of the page names the field.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    #[prop_or_default]
    pub hint_id: Option<AttrValue>,
    #[prop_or_default]
    pub class: Classes,
    /// Of the field itself.
    #[prop_or_default]
    pub input_class: Classes,
    /// The type of the field: `text`, or `date` for the calendar of the browser, which has its own keys.
    #[prop_or("text".into())]
    pub kind: AttrValue,
    /// The first day of a date field.
    #[prop_or_default]
    pub min: Option<AttrValue>,
    #[prop_or_default]
    pub inputmode: Option<AttrValue>,
    #[prop_or_default]
    pub maxlength: Option<AttrValue>,
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// What stands between the field and its fault.
    #[prop_or_default]
    pub children: Html,
}

pub enum Msg {
    /// The user typed; the field holds this now.
    Typed(String),
    /// The user is done with this for now: Enter, another row, or the page goes.
    Done(String),
    /// The field was left with this in it.
    Left(String),
    /// The user wants the value of the plan back.
    Back,
}

pub struct Typed {
    field: NodeRef,
    /// What was typed and is not known to be in the plan as it stands there.
    typed: Option<String>,
    /// What was passed on last, so that it is not passed on twice.
    passed: Option<String>,
    fault: Option<String>,
    /// The screen on which the field stands.
    page: Option<Page>,
    /// Whether the app keeps what is wrong here.
    is_kept: bool,
    /// Without it the rows of the table around the field are walked.
    walk: Option<Walk>,
}

impl Component for Typed {
    type Message = Msg;
    type Properties = TypedProps;

    fn create(ctx: &Context<Self>) -> Self {
        // Read once: what other fields leave behind is nothing to this one.
        let drafts = ctx.link().context::<Drafts>(Callback::noop());
        let drafts = drafts.map(|(drafts, _)| drafts);
        let drafts = drafts.as_ref();
        let kept = drafts.and_then(|drafts| drafts.get(&ctx.props().name));
        Self {
            field: NodeRef::default(),
            typed: kept.map(|draft| draft.text.clone()),
            passed: None,
            fault: kept.map(|draft| draft.fault.clone()),
            is_kept: kept.is_some(),
            page: drafts.map(Drafts::page),
            // It stays the same as long as the table is there.
            walk: (ctx.link().context::<Walk>(Callback::noop())).map(|(walk, _)| walk),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Typed(text) => {
                self.typed = Some(text);
                // It stands there already.
                false
            }
            Msg::Done(text) => {
                self.take(ctx, text);
                self.pass(ctx);
                true
            }
            Msg::Left(text) => {
                self.take(ctx, text);
                self.pass(ctx);
                if self.fault.is_none() {
                    self.typed = None;
                    self.passed = None;
                }
                true
            }
            Msg::Back => {
                self.typed = None;
                self.passed = None;
                self.fault = None;
                self.forget(ctx);
                true
            }
        }
    }

    fn changed(&mut self, _ctx: &Context<Self>, _old: &TypedProps) -> bool {
        // A browser that did not tell that the field was left: the value of the plan shows again.
        if self.fault.is_none() && self.typed == self.passed && !self.has_focus() {
            self.typed = None;
            self.passed = None;
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let value = self
            .typed
            .clone()
            .map_or_else(|| props.value.clone(), AttrValue::from);
        let error_id = format!("{}-error", props.name.replace(' ', "-"));
        let described: Vec<&str> = [
            props.hint_id.as_deref(),
            self.fault.is_some().then_some(error_id.as_str()),
        ]
        .into_iter()
        .flatten()
        .collect();
        let described = (!described.is_empty()).then(|| described.join(" "));
        let told = |message: fn(String) -> Msg| {
            move |field: web_sys::HtmlInputElement| message(field.value())
        };
        let link = ctx.link();
        let (typed, done, left) = (told(Msg::Typed), told(Msg::Done), told(Msg::Left));
        let oninput = link.callback(move |event: InputEvent| typed(event.target_unchecked_into()));
        let onchange = link.callback(move |event: Event| done(event.target_unchecked_into()));
        let onblur = link.callback(move |event: FocusEvent| left(event.target_unchecked_into()));
        html! {
            <span class={classes!("typed", props.class.clone())}>
                <input ref={self.field.clone()} id={props.id.clone()} class={classes!("input", props.input_class.clone())} {value}
                    type={props.kind.clone()} min={props.min.clone()} inputmode={props.inputmode.clone()} maxlength={props.maxlength.clone()} placeholder={props.placeholder.clone()}
                    autocomplete="off" spellcheck="false" data-typed={props.name.clone()}
                    aria-label={props.id.is_none().then(|| props.label.clone())} aria-invalid={self.fault.is_some().then_some("true")}
                    aria-describedby={described} {oninput} {onchange} {onblur} onkeydown={self.on_key(ctx)} />
                { props.children.clone() }
                if let Some(fault) = &self.fault {
                    <span class="err" id={error_id} role="alert">{ small_icon(Icon::Error) }<span>{ fault }</span></span>
                }
            </span>
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        self.pass(ctx);
        if let (Some(text), Some(fault)) = (self.typed.take(), self.fault.take()) {
            let props = ctx.props();
            let draft = Draft {
                page: self.page,
                label: props.label.to_string(),
                text,
                fault,
            };
            props
                .act
                .emit(Action::KeepDraft(props.name.to_string(), draft));
        }
    }
}

impl Typed {
    /// What stands in the field is what was typed, also where the browser did not tell of each key.
    fn take(&mut self, ctx: &Context<Self>, text: String) {
        if self.typed.is_some() || text != *ctx.props().value {
            self.typed = Some(text);
        }
    }

    /// Passes on what was typed, once.
    fn pass(&mut self, ctx: &Context<Self>) {
        let Some(text) = self.typed.clone() else {
            return;
        };
        if self.passed.as_ref() == Some(&text) {
            return;
        }
        match ctx.props().onset.emit(text.clone()) {
            Ok(()) => {
                self.fault = None;
                self.passed = Some(text);
                self.forget(ctx);
            }
            Err(fault) => {
                self.fault = Some(fault);
                self.passed = None;
            }
        }
    }

    /// The app need not keep what was wrong any more.
    fn forget(&mut self, ctx: &Context<Self>) {
        if std::mem::take(&mut self.is_kept) {
            let props = ctx.props();
            props.act.emit(Action::DropDraft(props.name.to_string()));
        }
    }

    /// Enter and the arrows go to another row, and Escape takes the value of the plan back.
    fn on_key(&self, ctx: &Context<Self>) -> Callback<KeyboardEvent> {
        let (link, walk) = (ctx.link().clone(), self.walk.clone());
        let (value, is_wrong) = (ctx.props().value.clone(), self.fault.is_some());
        let is_text = ctx.props().kind == "text";
        Callback::from(move |event: KeyboardEvent| {
            let field: web_sys::HtmlInputElement = event.target_unchecked_into();
            let by = match event.key().as_str() {
                "ArrowDown" | "Enter" if is_text => 1,
                "ArrowUp" if is_text => -1,
                "Escape" if is_wrong || field.value() != *value => {
                    event.stop_propagation();
                    link.send_message(Msg::Back);
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            link.send_message(Msg::Done(field.value()));
            // At once, wherever it can be: what is typed next must not end up in this field.
            match (field_beside(&field, by), walk.as_ref()) {
                (Beside::Field(found), _) => enter(&found),
                (Beside::NotDrawn, Some(walk)) => {
                    if let Some(position) = position_of(&field) {
                        walk.0.emit((position, by));
                    }
                }
                _ => field.select(),
            }
        })
    }

    fn has_focus(&self) -> bool {
        let field = self.field.cast::<web_sys::Element>();
        let root = field
            .as_ref()
            .and_then(|field| field.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok());
        root.and_then(|root| root.active_element()) == field
    }
}

/// What is in the row of the table above or below.
enum Beside {
    Field(web_sys::HtmlInputElement),
    /// Rows that are not drawn.
    NotDrawn,
    /// The end of the table.
    Nothing,
}

/// The field in the row above (-1) or below (1); rows without one are passed.
fn field_beside(field: &web_sys::HtmlInputElement, by: i32) -> Beside {
    let mut row = field.closest("tr").ok().flatten();
    while let Some(other) = row.and_then(|row| {
        if by < 0 {
            row.previous_element_sibling()
        } else {
            row.next_element_sibling()
        }
    }) {
        let found = other
            .query_selector(&format!("[{MARK}]"))
            .ok()
            .flatten()
            .and_then(|found| found.dyn_into::<web_sys::HtmlInputElement>().ok());
        match found {
            Some(found) => return Beside::Field(found),
            None if other.class_name() == GAP => return Beside::NotDrawn,
            None => row = Some(other),
        }
    }
    Beside::Nothing
}

/// Gives focus to a field as Tab does: what is typed takes the place of what stands there.
pub fn enter(field: &web_sys::HtmlInputElement) {
    // An element that cannot take focus leaves it where it is.
    let _ = field.focus();
    field.select();
}

/// Has every field below pass on what was typed into it, as when it is left; focus stays.
pub fn pass_all(root: &web_sys::Element) {
    let Ok(fields) = root.query_selector_all(&format!("[{MARK}]")) else {
        return;
    };
    for index in 0..fields.length() {
        let options = web_sys::EventInit::new();
        options.set_bubbles(true);
        if let (Some(field), Ok(event)) = (
            fields.item(index),
            web_sys::Event::new_with_event_init_dict("change", &options),
        ) {
            // Nobody cancels it.
            let _ = field.dispatch_event(&event);
        }
    }
}
