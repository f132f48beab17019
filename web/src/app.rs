//! The app: one place that holds the state, one list of everything that can happen, and the frame around
//! the screens. Saving runs behind the keys, a moment after the last edit.

use crate::download;
use crate::host::{Host, browser_time};
use crate::pages::{Dialogs, Foot, Groups, Head, Messages, Problems, Roster, Start};
use crate::store::{
    Ctx, Dialog, Loaded, Model, Notice, Page, Preferences, Replacement, RosterView, SaveFault,
    SaveState, Selection, Storage, Theme, example_plan, is_other_tab,
};
use crate::text::Lang;
use centering_core::calendar::Region;
use centering_core::plan::{Edit, History, Plan};
use centering_core::problem::check;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

/// How long after the last edit the plan is saved, in milliseconds.
const SAVE_AFTER: u32 = 400;
/// How long a message about something that was done stays, in milliseconds.
const NOTICE_FOR: u32 = 8_000;

#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    pub host: Host,
}

/// Everything that can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The user makes an edit.
    Edit(Edit),
    /// Several edits after each other, such as reading a list and making a proposal of it.
    Edits(Vec<Edit>),
    Undo,
    Redo,
    Go(Page),
    ShowRoster(RosterView),
    Select(Selection),
    /// Selects something and goes to the screen that shows it.
    GoTo(Page, Selection),
    Open(Dialog),
    CloseDialog,
    /// Another plan takes the place of this one.
    Replace(Replacement),
    /// Offers the plan as a file.
    SaveFile,
    /// Offers the text that was set aside as a file.
    SaveSetAside,
    /// A file was read; the plan in it, or why it is none, in words.
    FileRead(Result<Rc<Plan>, String>),
    /// Removes everything from this browser.
    Erase,
    SetLang(Lang),
    SetTheme(Theme),
    DismissNotice,
    DismissSetAside,
    SaveNow,
    /// Another tab changed an item of localStorage, or all of them.
    Stored {
        key: Option<String>,
        value: Option<String>,
    },
    TakeOther,
    KeepMine,
    AttributesChanged,
}

pub struct App {
    host: Host,
    model: Rc<Model>,
    history: History,
    storage: Storage,
    preferences: Preferences,
    save_timer: Option<Timeout>,
    notice_timer: Option<Timeout>,
    heading_wants_focus: bool,
    root: NodeRef,
    /// Removed with the app.
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Action;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let host = ctx.props().host.clone();
        let preferences = Preferences::load();
        let name = host.attribute("storage-key");
        let mut storage = Storage::new(name.as_deref().unwrap_or("plan"));
        let (mut plan, mut save, mut set_aside) = (Plan::empty(), SaveState::Nothing, None);
        match storage.load() {
            Loaded::Nothing => plan = new_plan(&host),
            Loaded::Plan(stored) => {
                plan = *stored;
                save = SaveState::Saved(None);
            }
            Loaded::Newer => save = SaveState::Newer,
            Loaded::Damaged(text) => set_aside = Some(Rc::from(text)),
            Loaded::Forbidden => save = SaveState::Forbidden,
        }
        let mut model = Model {
            plan: Rc::new(plan),
            problems: Rc::default(),
            today: None,
            lang: Lang::Nl,
            theme: Theme::Auto,
            page: Page::Start,
            roster_view: RosterView::Year,
            selection: Selection::Nothing,
            dialog: None,
            notice: None,
            save,
            set_aside,
            undo: None,
            redo: None,
        };
        take_attributes(&mut model, &host, preferences);
        judge(&mut model);
        if !model.is_empty() {
            model.page = Page::Groups;
        }
        match host.attribute("view").as_deref() {
            Some("groepen" | "groups") => model.page = Page::Groups,
            Some("rooster" | "schedule") => model.page = Page::Roster,
            Some("problemen" | "problems") => model.page = Page::Problems,
            _ => {}
        }
        Self {
            host,
            model: Rc::new(model),
            history: History::default(),
            storage,
            preferences,
            save_timer: None,
            notice_timer: None,
            heading_wants_focus: false,
            root: NodeRef::default(),
            _listeners: listeners(ctx),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let before = self.model.page;
        // A copy of the model that shares the plan; screens compare models by identity.
        let mut model = (*self.model).clone();
        self.act(ctx, &mut model, action);
        model.undo = self.history.next_undo().cloned();
        model.redo = self.history.next_redo().cloned();
        self.heading_wants_focus |= model.page != before;
        self.model = Rc::new(model);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let model = &self.model;
        let screen = Ctx {
            model: model.clone(),
            act: ctx.link().callback(|action| action),
        };
        let onkeydown = {
            let act = screen.act.clone();
            Callback::from(move |event: KeyboardEvent| on_key(&event, &act))
        };
        html! {
            <div class="cp" ref={self.root.clone()} lang={model.lang.tag()} data-theme={model.theme.name()} {onkeydown}>
                <div class="cp-body">
                    <Head ctx={screen.clone()} />
                    <Messages ctx={screen.clone()} />
                    <main class="main" id="main">
                        { match model.page {
                            Page::Start => html! { <Start ctx={screen.clone()} /> },
                            Page::Groups => html! { <Groups ctx={screen.clone()} /> },
                            Page::Roster => html! { <Roster ctx={screen.clone()} /> },
                            Page::Problems => html! { <Problems ctx={screen.clone()} /> },
                        } }
                    </main>
                    <Foot ctx={screen.clone()} />
                </div>
                <Dialogs ctx={screen} />
            </div>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        if !std::mem::take(&mut self.heading_wants_focus) {
            return;
        }
        let heading = self
            .root
            .cast::<web_sys::Element>()
            .and_then(|root| root.query_selector("main h1").ok().flatten());
        if let Some(heading) = heading.and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok())
        {
            let _ = heading.focus();
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        let mut model = (*self.model).clone();
        self.save_now(&mut model);
    }
}

impl App {
    fn act(&mut self, ctx: &Context<Self>, model: &mut Model, action: Action) {
        match action {
            Action::Edit(edit) => self.edits(ctx, model, vec![edit]),
            Action::Edits(edits) => self.edits(ctx, model, edits),
            Action::Undo => self.cross(ctx, model, History::undo, Notice::Undone),
            Action::Redo => self.cross(ctx, model, History::redo, Notice::Redone),
            Action::Go(page) => model.page = page,
            Action::ShowRoster(view) => model.roster_view = view,
            Action::Select(selection) => model.selection = selection,
            Action::GoTo(page, selection) => {
                model.dialog = None;
                model.page = page;
                model.selection = selection;
            }
            Action::Open(dialog) => model.dialog = Some(dialog),
            Action::CloseDialog => model.dialog = None,
            Action::Replace(replacement) => {
                model.dialog = None;
                let (plan, page) = match replacement {
                    Replacement::New => (new_plan(&self.host), Page::Start),
                    Replacement::Example => {
                        (example_plan(model.lang.example_title()), Page::Groups)
                    }
                    Replacement::File(plan) => ((*plan).clone(), Page::Groups),
                };
                self.edits(ctx, model, vec![Edit::Open(Box::new(plan))]);
                model.selection = Selection::Nothing;
                model.page = page;
            }
            Action::SaveFile => {
                let name = file_name(model);
                if download::offer(&name, "application/json", &model.plan.to_json_pretty()).is_ok()
                {
                    self.host
                        .tell("centering-export", &JsValue::from_str(&name));
                    self.notify(ctx, model, Notice::FileSaved(name));
                }
            }
            Action::SaveSetAside => {
                if let Some(text) = &model.set_aside {
                    // A browser without downloads leaves the message on the screen.
                    let _ = download::offer("centering-planner-beschadigd.txt", "text/plain", text);
                }
            }
            Action::FileRead(Ok(plan)) if model.is_empty() => {
                self.act(ctx, model, Action::Replace(Replacement::File(plan)));
            }
            Action::FileRead(Ok(plan)) => {
                model.dialog = Some(Dialog::Replace(Replacement::File(plan)));
            }
            Action::FileRead(Err(reason)) => {
                self.notify(ctx, model, Notice::Unreadable(reason));
            }
            Action::Erase => {
                self.storage.erase();
                self.history = History::default();
                self.save_timer = None;
                model.plan = Rc::new(new_plan(&self.host));
                model.save = SaveState::Nothing;
                model.set_aside = None;
                model.selection = Selection::Nothing;
                model.dialog = None;
                model.notice = None;
                model.page = Page::Start;
                judge(model);
            }
            Action::SetLang(lang) => {
                model.lang = lang;
                self.preferences.lang = Some(lang);
                self.preferences.save();
            }
            Action::SetTheme(theme) => {
                model.theme = theme;
                self.preferences.theme = Some(theme);
                self.preferences.save();
            }
            Action::DismissNotice => model.notice = None,
            Action::DismissSetAside => model.set_aside = None,
            Action::SaveNow => self.save_now(model),
            Action::Stored { key, value } => {
                let is_ours = key.is_none_or(|key| key == self.storage.key());
                if is_ours
                    && model.save != SaveState::Newer
                    && is_other_tab(&self.storage, value.as_deref())
                {
                    self.save_timer = None;
                    model.save = SaveState::OtherTab;
                }
            }
            Action::TakeOther => {
                if let Loaded::Plan(plan) = self.storage.load() {
                    self.edits(ctx, model, vec![Edit::Open(plan)]);
                }
                model.save = SaveState::Waiting;
                self.save_soon(ctx);
            }
            Action::KeepMine => {
                self.storage.accept_other();
                model.save = SaveState::Waiting;
                self.save_now(model);
            }
            Action::AttributesChanged => {
                take_attributes(model, &self.host, self.preferences);
                judge(model);
            }
        }
    }

    fn edits(&mut self, ctx: &Context<Self>, model: &mut Model, edits: Vec<Edit>) {
        let mut made = false;
        for edit in edits {
            match edit.changes(&model.plan, model.today) {
                Ok(changes) => {
                    let plan = Rc::make_mut(&mut model.plan);
                    self.history.commit(plan, edit.name(), changes);
                    made = true;
                    self.notify(ctx, model, Notice::Done(edit.name()));
                }
                // A proposal after a list that changes nothing is no news.
                Err(_) if made => {}
                Err(refusal) => self.notify(ctx, model, Notice::Refused(refusal)),
            }
        }
        if made {
            self.changed(ctx, model);
        }
    }

    fn cross(
        &mut self,
        ctx: &Context<Self>,
        model: &mut Model,
        step: fn(&mut History, &mut Plan) -> Option<centering_core::plan::EditName>,
        notice: fn(centering_core::plan::EditName) -> Notice,
    ) {
        if let Some(name) = step(&mut self.history, Rc::make_mut(&mut model.plan)) {
            self.notify(ctx, model, notice(name));
            self.changed(ctx, model);
        }
    }

    /// After every change of the plan: the day, the problems, what is selected, and saving.
    fn changed(&mut self, ctx: &Context<Self>, model: &mut Model) {
        model.today = model.plan.today.or_else(|| self.host.today());
        judge(model);
        if model.selected_group().is_none() {
            model.selection = Selection::Nothing;
        }
        if matches!(
            model.save,
            SaveState::Nothing | SaveState::Saved(_) | SaveState::Full | SaveState::Waiting
        ) {
            model.save = SaveState::Waiting;
            self.save_soon(ctx);
        }
        self.host.tell("centering-change", &JsValue::NULL);
    }

    fn save_soon(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.save_timer = Some(Timeout::new(SAVE_AFTER, move || {
            link.send_message(Action::SaveNow);
        }));
    }

    fn save_now(&mut self, model: &mut Model) {
        self.save_timer = None;
        if model.save != SaveState::Waiting {
            return;
        }
        model.save = match self.storage.save(&model.plan) {
            Ok(()) => SaveState::Saved(browser_time()),
            Err(SaveFault::OtherTab) => SaveState::OtherTab,
            Err(SaveFault::Full) => SaveState::Full,
            Err(SaveFault::Forbidden) => SaveState::Forbidden,
        };
    }

    fn notify(&mut self, ctx: &Context<Self>, model: &mut Model, notice: Notice) {
        let is_error = matches!(notice, Notice::Refused(_) | Notice::Unreadable(_));
        model.notice = Some(notice);
        let link = ctx.link().clone();
        // What went wrong stays until the user has read it.
        self.notice_timer = (!is_error)
            .then(|| Timeout::new(NOTICE_FOR, move || link.send_message(Action::DismissNotice)));
    }
}

/// The problems of the plan as it is now.
fn judge(model: &mut Model) {
    model.problems = Rc::new(check(&model.plan, model.today));
}

fn take_attributes(model: &mut Model, host: &Host, preferences: Preferences) {
    let of_page = || host.language().map(|tag| Lang::of_tag(&tag));
    model.lang = preferences.lang.or_else(of_page).unwrap_or(Lang::Nl);
    let theme = || host.attribute("theme").map(|name| Theme::from_name(&name));
    model.theme = preferences.theme.or_else(theme).unwrap_or(Theme::Auto);
    model.today = model.plan.today.or_else(|| host.today());
}

/// An empty plan, in the region of school holidays that the page names.
fn new_plan(host: &Host) -> Plan {
    let mut plan = Plan::empty();
    match host.attribute("region").as_deref() {
        Some("noord" | "north") => plan.settings.region = Region::North,
        Some("zuid" | "south") => plan.settings.region = Region::South,
        _ => {}
    }
    plan
}

/// A file name from the title of the plan.
fn file_name(model: &Model) -> String {
    let title: String = model
        .plan
        .title
        .to_lowercase()
        .chars()
        .map(|character| {
            if character.is_alphanumeric() {
                character
            } else {
                '-'
            }
        })
        .collect();
    let words: Vec<&str> = title.split('-').filter(|word| !word.is_empty()).collect();
    let day = model
        .today
        .map_or_else(String::new, |day| format!("-{day}"));
    match words.as_slice() {
        [] => format!("centering-plan{day}.json"),
        words => format!("{}{day}.json", words.join("-")),
    }
}

/// Saving when the page is hidden or left, and changes by other tabs.
fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let mut listeners = Vec::new();
    let save = ctx.link().callback(|()| Action::SaveNow);
    if let Some(document) = window.document() {
        let save = save.clone();
        listeners.push(EventListener::new(
            &document,
            "visibilitychange",
            move |_| {
                save.emit(());
            },
        ));
    }
    listeners.push(EventListener::new(&window, "pagehide", move |_| {
        save.emit(())
    }));
    let link = ctx.link().clone();
    listeners.push(EventListener::new(&window, "storage", move |event| {
        if let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() {
            link.send_message(Action::Stored {
                key: event.key(),
                value: event.new_value(),
            });
        }
    }));
    listeners
}

/// The keys that work everywhere; keys of a text field are left to it.
fn on_key(event: &KeyboardEvent, act: &Callback<Action>) {
    let typing = event
        .composed_path()
        .get(0)
        .dyn_ref::<web_sys::Element>()
        .is_some_and(|element| {
            matches!(
                element.tag_name().to_lowercase().as_str(),
                "input" | "textarea" | "select"
            )
        });
    if typing {
        return;
    }
    let command = event.ctrl_key() || event.meta_key();
    let action = match (command, event.shift_key(), event.key().as_str()) {
        (true, false, "z" | "Z") => Action::Undo,
        (true, true, "z" | "Z") | (true, false, "y" | "Y") => Action::Redo,
        (false, _, "?") => Action::Open(Dialog::Help),
        _ => return,
    };
    event.prevent_default();
    act.emit(action);
}
