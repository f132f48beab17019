//! The frame around every screen: head with saving and undo, navigation, messages and footer.

use super::import::OpenFile;
use crate::parts::{Icon, icon, sets, severity_mark, small_icon};
use crate::state::{
    Action, Ctx, Dialog, Export, Loading, Notice, Other, Page, PageProps, Replacement, SCREENS,
    SaveState, Selection, Theme, edit_name, notice as in_words, stored_notes,
};
use centering_core::care::PROGRAMME_VERSION;
use centering_core::problem::Severity;
use centering_words::Lang;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// The head of the page: name of the plan, saving, undo, the file menu and the screens.
#[component]
pub fn Head(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let model = &ctx.model;
    let lang = model.lang;
    let is_start = model.page == Page::Start && model.is_empty();
    html! {
        <>
            <a class="skip" href="#main" onclick={skip()}>{ lang.skip() }</a>
            <header class="top">
                <div class="brand">
                    if let Some(page) = model.back {
                        <button type="button" class="btn i q" aria-label={lang.back_to(page.title(lang))} title={lang.back_to(page.title(lang))}
                            onclick={ctx.on(Action::Go(page))}>{ icon(Icon::Left) }</button>
                    }
                    { logo() }
                    <span class="plan" title={title(ctx)}>{ title(ctx) }</span>
                    if let Some(day) = model.plan.today.filter(|_| model.plan.example) {
                        <span class="chip line hide-s">{ lang.example_today(day) }</span>
                    }
                </div>
                <div class="right">
                    { save_status(ctx) }
                    if !is_start {
                        { undo_button(ctx) }
                        { redo_button(ctx) }
                        <button type="button" class="btn i q" aria-label={lang.search()} title={lang.search()}
                            onclick={ctx.on(Action::Open(Dialog::Search))}>
                            { icon(Icon::Search) }
                        </button>
                    }
                    <FileMenu {lang} is_empty={model.is_empty()} act={ctx.act.clone()} />
                    <button type="button" class="btn i q" aria-label={lang.help()} title={lang.help()}
                        onclick={ctx.on(Action::Open(Dialog::Help))}>
                        { icon(Icon::Help) }
                    </button>
                </div>
            </header>
            if !is_start { { navigation(ctx) } }
        </>
    }
}

/// Moves focus to the main part; a link to a fragment would change the address of the page around us.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        let heading = event
            .target_dyn_into::<web_sys::Node>()
            .and_then(|node| node.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok())
            .and_then(|root| root.query_selector("main h1").ok().flatten())
            .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(heading) = heading {
            let _ = heading.focus();
        }
    })
}

fn title(ctx: &Ctx) -> String {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    if !model.plan.title.is_empty() {
        model.plan.title.clone()
    } else if model.is_empty() {
        lang.app_name().to_owned()
    } else {
        lang.untitled().to_owned()
    }
}

fn logo() -> Html {
    let dots = [
        ("17", "4.6"),
        ("25.8", "8.2"),
        ("29.4", "17"),
        ("25.8", "25.8"),
        ("17", "29.4"),
        ("8.2", "25.8"),
        ("4.6", "17"),
        ("8.2", "8.2"),
    ];
    html! {
        <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true">
            { for dots.map(|(cx, cy)| html! { <circle class="fam" {cx} {cy} r="2.9" /> }) }
        </svg>
    }
}

fn save_status(ctx: &Ctx) -> Html {
    let lang = ctx.model.lang;
    let (icon_kind, class, long, short) = match ctx.model.save {
        SaveState::Nothing => return html! { <span class="save" /> },
        SaveState::Waiting => (Icon::Wait, "save", lang.saving(), String::new()),
        SaveState::Saved(time) => {
            let (long, short) = lang.saved_at(time);
            (Icon::Ok, "save", long, short)
        }
        SaveState::Full => (Icon::Warn, "save off", lang.not_saved_full(), String::new()),
        SaveState::Forbidden => (
            Icon::Warn,
            "save off",
            lang.not_saved_forbidden(),
            String::new(),
        ),
        SaveState::OtherTab(Other::Changed) => (
            Icon::Warn,
            "save off",
            lang.not_saved_other(),
            String::new(),
        ),
        SaveState::OtherTab(Other::Erased) => (
            Icon::Warn,
            "save off",
            lang.not_saved_erased(),
            String::new(),
        ),
        SaveState::OtherTab(Other::Damaged) | SaveState::Damaged => (
            Icon::Warn,
            "save off",
            lang.not_saved_damaged(),
            String::new(),
        ),
        SaveState::Newer => (
            Icon::Warn,
            "save off",
            lang.not_saved_newer(),
            String::new(),
        ),
    };
    let separator = if short.is_empty() { "" } else { ", " };
    html! {
        <span {class}>
            { small_icon(icon_kind) }
            <span><span class={classes!((!short.is_empty()).then_some("long"))}>{ long }{ separator }</span>{ short }</span>
        </span>
    }
}

fn undo_button(ctx: &Ctx) -> Html {
    let lang = ctx.model.lang;
    let label = ctx.model.undo.as_ref().map_or_else(
        || lang.nothing_to_undo().to_owned(),
        |name| lang.undo_it(&edit_name(lang, name)),
    );
    html! {
        <button type="button" class="btn i q tool" aria-label={label.clone()} title={label}
            disabled={ctx.model.undo.is_none()} onclick={ctx.on(Action::Undo)}>
            { icon(Icon::Undo) }
        </button>
    }
}

fn redo_button(ctx: &Ctx) -> Html {
    let lang = ctx.model.lang;
    let label = ctx.model.redo.as_ref().map_or_else(
        || lang.nothing_to_redo().to_owned(),
        |name| lang.redo_it(&edit_name(lang, name)),
    );
    html! {
        <button type="button" class="btn i q tool" aria-label={label.clone()} title={label}
            disabled={ctx.model.redo.is_none()} onclick={ctx.on(Action::Redo)}>
            { icon(Icon::Redo) }
        </button>
    }
}

/// Nothing of the plan itself: the menu is not drawn again by every edit.
#[derive(PartialEq, Properties)]
struct FileMenuProps {
    lang: Lang,
    /// Whether the plan holds nothing that another one would replace.
    is_empty: bool,
    act: Callback<Action>,
}

/// A button that shows the actions on the plan as a whole.
#[component]
fn FileMenu(props: &FileMenuProps) -> Html {
    let lang = props.lang;
    let replace = |replacement| Ctx::replacing(props.is_empty, replacement);
    let is_open = use_state_eq(|| false);
    let toggle = sets(&is_open, !*is_open);
    let (place, button) = (use_node_ref(), use_node_ref());
    {
        let (place, button, closes) = (place.clone(), button.clone(), is_open.setter());
        use_effect_with(*is_open, move |is_open| {
            let listeners = is_open.then(|| closes_menu(place, button, closes));
            move || drop(listeners)
        });
    }
    let item = |kind: Icon, text: &'static str, action: Action| {
        let (act, is_open, button) = (props.act.clone(), is_open.clone(), button.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            // The item goes with the menu; a dialog that it opens gives focus back to the button.
            if let Some(button) = button.cast::<web_sys::HtmlElement>() {
                let _ = button.focus();
            }
            is_open.set(false);
            act.emit(action.clone());
        });
        html! { <li><button type="button" {onclick}>{ small_icon(kind) }{ text }</button></li> }
    };
    html! {
        <div class="menuw" ref={place}>
            <button type="button" class="btn q" ref={button.clone()} aria-expanded={is_open.to_string()} aria-controls="file-menu" onclick={toggle}>
                { small_icon(Icon::File) }<span>{ lang.menu_file() }</span>
            </button>
            <ul class="menu" id="file-menu" hidden={!*is_open}>
                { item(Icon::Plus, lang.new_plan(), replace(Replacement::New)) }
                <li><OpenFile act={props.act.clone()} class="item">{ small_icon(Icon::Open) }{ lang.open_file() }</OpenFile></li>
                { item(Icon::Kring, lang.open_example(), replace(Replacement::Example)) }
                <li class="line" aria-hidden="true"></li>
                { item(Icon::List, lang.add_list(), Action::Open(Dialog::Import(None))) }
                { item(Icon::List, lang.add_groups(), Action::Open(Dialog::GroupList)) }
                { item(Icon::Plus, lang.add_family(), Action::Open(Dialog::Family(None))) }
                { for Export::ALL.map(|export| item(Icon::Save, export.title(lang), Action::Export(export))) }
                { item(Icon::Pen, lang.rename(), Action::Open(Dialog::Rename)) }
                <li class="line" aria-hidden="true"></li>
                { item(Icon::Kring, lang.template_title(), Action::Open(Dialog::Template)) }
                { item(Icon::Trash, lang.erase(), Action::Open(Dialog::Erase)) }
            </ul>
        </div>
    }
}

/// Closes an open menu on Escape, and when the pointer goes down or focus goes elsewhere.
fn closes_menu(
    place: NodeRef,
    button: NodeRef,
    closes: UseStateSetter<bool>,
) -> Option<[EventListener; 3]> {
    let document = web_sys::window()?.document()?;
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    let beside = |name: &'static str| {
        let (place, closes) = (place.clone(), closes.clone());
        EventListener::new_with_options(&document, name, options, move |event| {
            let place = place.cast::<web_sys::Node>();
            if place.is_none_or(|place| event.composed_path().index_of(&place, 0) < 0) {
                closes.set(false);
            }
        })
    };
    let (pointer, focus) = (beside("pointerdown"), beside("focusin"));
    let escape = EventListener::new_with_options(&document, "keydown", options, move |event| {
        let key = event.dyn_ref::<KeyboardEvent>();
        if key.is_some_and(|key| key.key() == "Escape") {
            event.stop_propagation();
            if let Some(button) = button.cast::<web_sys::HtmlElement>() {
                let _ = button.focus();
            }
            closes.set(false);
        }
    });
    Some([pointer, focus, escape])
}

fn navigation(ctx: &Ctx) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let link = |page: Page, content: Html| {
        let current = match model.page {
            shown if shown == page => Some("page"),
            // What happened is answered for the roster.
            Page::Replan if page == Page::Roster => Some("true"),
            _ => None,
        };
        html! {
            <button type="button" class="tab" aria-current={current} onclick={ctx.on(Action::Go(page))}>{ content }</button>
        }
    };
    let (errors, warnings) = model.counts();
    // A narrow screen has no room for the name beside the counts.
    let is_counted = !model.is_checked || errors > 0 || warnings > 0;
    let row = SCREENS.iter().filter(|screen| screen.in_row);
    html! {
        <nav class="nav" aria-label={lang.screens()}>
            <ul>
                { for row.map(|screen| html! { <li>{ link(screen.page, (screen.title)(lang).into()) }</li> }) }
            </ul>
            <div class="end">
                <button type="button" class="tab set" aria-label={lang.settings()} title={lang.settings()} onclick={ctx.on(Action::Open(Dialog::Settings))}>
                    { small_icon(Icon::Settings) }<span>{ lang.settings() }</span>
                </button>
                { link(Page::Problems, html! {
                    <>
                        if !model.is_checked {
                            <span class="st none">{ small_icon(Icon::Wait) }<span class="sr">{ lang.checking() }{ " " }</span></span>
                        }
                        if errors > 0 { { severity_mark(lang, Severity::Error, html! { errors }) } }
                        if warnings > 0 { { severity_mark(lang, Severity::Warning, html! { warnings }) } }
                        <span class={classes!(is_counted.then_some("counted"))}>{ Page::Problems.title(lang) }</span>
                    </>
                }) }
            </div>
        </nav>
    }
}

/// Messages that stay until they are answered, and the short one about the last edit.
#[component]
pub fn Messages(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let save_file = || {
        html! {
            <button type="button" class="btn s" onclick={ctx.on(Action::Export(Export::Plan))}>{ lang.save_file_now() }</button>
        }
    };
    html! {
        <div class="messages">
            { match model.save {
                SaveState::Full => note(lang.not_saved_full(), lang.stays_open(), save_file()),
                SaveState::Forbidden => note(lang.not_saved_forbidden(), lang.stays_open(), save_file()),
                _ => Html::default(),
            } }
            { stored_notes(ctx) }
            if model.loading == Loading::Failed {
                { note(lang.load_failed_title(), lang.load_failed_text(), html! {
                    <button type="button" class="btn s" onclick={ctx.on(Action::LoadAgain)}>{ lang.try_again() }</button>
                }) }
            }
            <p class="sr" role="status">{ said(ctx) }</p>
            <div class="toasts">
                if model.loading == Loading::Busy {
                    <div class="toast"><span>{ lang.loading() }</span></div>
                }
                // Behind a dialog nobody could reach it.
                if let Some(notice) = model.notice.as_ref().filter(|_| model.dialogs.is_empty()) {
                    { toast(ctx, lang, notice) }
                }
            </div>
        </div>
    }
}

/// What is told to who does not see it: the last message, without its buttons.
fn said(ctx: &Ctx) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let notice = model.notice.as_ref().filter(|_| model.dialogs.is_empty());
    match notice {
        Some(notice) => html! { <span key={model.told}>{ in_words(lang, notice) }</span> },
        None if model.loading == Loading::Busy => html! { <span>{ lang.loading() }</span> },
        None => Html::default(),
    }
}

/// A message that stays until it is answered.
pub(super) fn note(title: &str, text: &str, buttons: Html) -> Html {
    html! {
        <div class="note warn block" role="alert">
            { small_icon(Icon::Warn) }
            <div class="stack xt"><b>{ title.to_owned() }</b><span>{ text.to_owned() }</span><div class="acts">{ buttons }</div></div>
        </div>
    }
}

fn toast(ctx: &Ctx, lang: Lang, notice: &Notice) -> Html {
    html! {
        <div class="toast">
            <span>{ in_words(lang, notice) }</span>
            if matches!(notice, Notice::Done(_) | Notice::Redone(_)) {
                <button type="button" class="btn s" onclick={ctx.on(Action::Undo)}>{ lang.undo() }</button>
            }
            if matches!(notice, Notice::VariantRemoved(_)) {
                <button type="button" class="btn s" onclick={ctx.on(Action::RestoreVariant)}>{ lang.undo() }</button>
            }
            <button type="button" class="btn i s" aria-label={lang.dismiss()} onclick={ctx.on(Action::DismissNotice)}>
                { small_icon(Icon::Close) }
            </button>
        </div>
    }
}

/// The foot of the page: what the planner is not, versions, language and colours.
#[component]
pub fn Foot(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let other = lang.next();
    let onchange = {
        let act = ctx.act.clone();
        Callback::from(move |event: Event| {
            let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
            act.emit(Action::SetTheme(Theme::from_name(&select.value())));
        })
    };
    html! {
        <footer class="foot">
            <span>{ lang.disclaimer() }{ " " }{ lang.unofficial() }</span>
            if let Some(day) = model.plan.today.filter(|_| model.plan.example) {
                <span class="only-s">{ lang.example_today(day) }</span>
            }
            <span>{ lang.data_note(PROGRAMME_VERSION, model.plan.settings.region) }</span>
            <span class="push acts">
                <button type="button" class="link" onclick={ctx.on(Action::Open(Dialog::Privacy))}>{ lang.privacy_link() }</button>
                <label>
                    <span>{ lang.theme() }{ " " }</span>
                    <select class="plain" {onchange}>
                        { for [Theme::Auto, Theme::Light, Theme::Dark].map(|theme| html! {
                            <option value={theme.name()} selected={theme == model.theme}>{ theme.label(lang) }</option>
                        }) }
                    </select>
                </label>
                <button type="button" class="link" lang={other.tag()} onclick={ctx.on(Action::SetLang(other))}>
                    { other.own_name() }
                </button>
            </span>
        </footer>
    }
}

/// Clears the selection: the close button of every inspector.
pub fn close_inspector(ctx: &Ctx) -> Html {
    html! {
        <button type="button" class="btn i q" aria-label={ctx.model.lang.close()} onclick={ctx.on(Action::Select(Selection::Nothing))}>
            { icon(Icon::Close) }
        </button>
    }
}
