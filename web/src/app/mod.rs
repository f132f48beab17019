//! The app: one place that holds the state, one list of everything that can happen, and the frame around
//! the screens. Saving runs behind the keys, a moment after the last edit. The screens and the planner itself
//! are loaded after the start screen; an action that needs a part waits until it is there.

mod address;
mod editing;
mod keeping;
mod listen;
mod loading;
mod variants;

use crate::download;
use crate::host::Host;
use crate::pages::{Foot, Head, Messages, Start};
use crate::state::{
    Action, Ctx, Dialog, Drafts, Loading, Model, Notice, Page, Part, Replacement, RosterView,
    SaveState, Selection, Theme, draw, files, planner,
};
use crate::store::{Preferences, Storage};
use crate::work::{Work, Workers};
use centering_core::calendar::{Date, Region};
use centering_core::edit::History;
use centering_core::plan::Plan;
use centering_words::Lang;
use editing::judge;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use loading::load_rest;
use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

/// How long a message about something that was done stays, in milliseconds.
const NOTICE_FOR: u32 = 8_000;

#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    pub host: Host,
    pub workers: Workers,
}

pub struct App {
    host: Host,
    /// One for the life of the app, so that what gets it need not be drawn again.
    act: Callback<Action>,
    model: Rc<Model>,
    history: History,
    storage: Storage,
    preferences: Preferences,
    save_timer: Option<Timeout>,
    notice_timer: Option<Timeout>,
    /// Whether the page is the planner's own, with the screens in its address.
    owns_page: bool,
    /// On another page: the screens that were shown before this one.
    trail: Vec<Page>,
    heading_wants_focus: bool,
    /// Keeps focus, and choices with the keys, once the planner is there.
    attendant: Option<Box<dyn Any>>,
    /// Long work that runs.
    work: Option<Work>,
    /// What a proposal touched that was taken over and not checked yet.
    unchecked: bool,
    /// Whether the screen is drawn in a task of its own, after much work; and the time at which it is.
    draws_later: bool,
    draw_timer: Option<Timeout>,
    /// Asks for the day again after midnight.
    day_timer: Option<Timeout>,
    /// The variant that was removed last, and where it was.
    removed_variant: Option<(usize, Rc<Plan>)>,
    /// What waits until a part is there, in order.
    waiting: Vec<Action>,
    /// The parts that are on their way.
    coming: Vec<Part>,
    root: NodeRef,
    /// Whether work would be lost with the page.
    is_unsaved: Rc<Cell<bool>>,
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
        let storage = Storage::new(name.as_deref().unwrap_or("plan"));
        let mut model = Model {
            plan: Rc::new(new_plan(&host)),
            problems: Rc::default(),
            is_checked: false,
            today: None,
            lang: Lang::Nl,
            theme: Theme::Auto,
            page: Page::Start,
            back: None,
            roster_view: RosterView::Year,
            selection: Selection::Nothing,
            location: None,
            variants: Rc::default(),
            variants_in_memory: false,
            problem_filter: Rc::default(),
            news: Rc::default(),
            away: None,
            dialogs: Vec::new(),
            notice: None,
            told: 0,
            save: SaveState::Nothing,
            damaged: Rc::default(),
            loading: Loading::No,
            work: None,
            undo: None,
            redo: None,
            drafts: Drafts::new(Page::Start),
        };
        take_attributes(&mut model, &host, preferences);
        match storage.has_plan() {
            Some(true) => {
                // Not the start screen first: the plan is on its way.
                model.page = storage.page().unwrap_or(Page::Today);
                ctx.link().send_message(Action::TakeStored);
            }
            Some(false) => {
                take_view(&mut model, &host);
                if storage.has_any() {
                    ctx.link().send_message(Action::TakeStored);
                }
            }
            None => model.save = SaveState::Forbidden,
        }
        let owns_page = host.owns_page();
        if owns_page {
            if model.page != Page::Start {
                model.page = address::page()
                    .filter(|page| *page != Page::Start)
                    .unwrap_or(model.page);
            }
            address::show(model.page, true);
        }
        model.drafts.show(model.page);
        load_rest(ctx.link(), model.page);
        ctx.link().send_message(Action::AskDay);
        let root = NodeRef::default();
        let is_unsaved = Rc::new(Cell::new(false));
        Self {
            host,
            act: ctx.link().callback(|action| action),
            model: Rc::new(model),
            history: History::default(),
            storage,
            preferences,
            save_timer: None,
            notice_timer: None,
            owns_page,
            trail: Vec::new(),
            heading_wants_focus: false,
            attendant: None,
            work: None,
            unchecked: false,
            draws_later: false,
            draw_timer: None,
            day_timer: None,
            removed_variant: None,
            waiting: Vec::new(),
            coming: Vec::new(),
            _listeners: listen::listeners(ctx, &root, &is_unsaved),
            is_unsaved,
            root,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        if matches!(action, Action::AskDay) {
            self.ask_day_at_midnight(ctx);
            if day_for(&self.model.plan, &self.host) == self.model.today {
                return false;
            }
        }
        let before = self.model.page;
        // A copy of the model that shares the plan; screens compare models by identity.
        let mut model = (*self.model).clone();
        self.ask_day(&mut model);
        self.act(ctx, &mut model, action);
        self.fetch_missing(ctx, &mut model);
        [model.undo, model.redo] = files()
            .map(|files| (files.next)(&self.history))
            .unwrap_or_default();
        if model.page != before {
            if model.page != Page::Replan {
                model.away = None;
            }
            self.heading_wants_focus = true;
            self.storage.keep_page(model.page);
            if self.owns_page {
                address::show(model.page, false);
            } else if model.back == Some(model.page) {
                self.trail.pop();
            } else if before != Page::Start {
                self.trail.push(before);
            }
            model.back = self.trail.last().copied();
            model.drafts.show(model.page);
        }
        self.is_unsaved.set(model.is_unsaved());
        self.model = Rc::new(model);
        if std::mem::take(&mut self.draws_later) {
            let link = ctx.link().clone();
            self.draw_timer = Some(Timeout::new(0, move || link.send_message(Action::Draw)));
            return false;
        }
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        let model = &self.model;
        let screen = Ctx {
            model: model.clone(),
            act: self.act.clone(),
        };
        let onkeydown = {
            let act = screen.act.clone();
            Callback::from(move |event: KeyboardEvent| {
                listen::keep_typed(&event);
                listen::on_key(&event, &act);
            })
        };
        let onkeyup = Callback::from(|event: KeyboardEvent| listen::keep_typed(&event));
        let onkeypress = onkeyup.clone();
        html! {
            <div class="cp" ref={self.root.clone()} lang={model.lang.tag()} data-theme={model.theme.name()} {onkeydown} {onkeyup} {onkeypress}>
                <div class="cp-body">
                    <ContextProvider<Drafts> context={model.drafts.clone()}>
                        <Head ctx={screen.clone()} />
                        <Messages ctx={screen.clone()} />
                        <main class="main" id="main">
                            { match model.page.part() {
                                None => html! { <Start ctx={screen.clone()} /> },
                                // Not an empty plan while one is on its way.
                                Some(_) if self.waits_for(Part::Files) => Html::default(),
                                // Nor one without groups for the moment in which they are made.
                                Some(Part::Groups) if self.makes_first_groups() => Html::default(),
                                Some(part) => draw(part, &screen).unwrap_or_default(),
                            } }
                        </main>
                        <Foot ctx={screen.clone()} />
                    </ContextProvider<Drafts>>
                </div>
                // Each in its own place: a dialog stays when one of another part opens over it.
                { for Part::OF_DIALOGS.map(|part| match model.has_dialog(part) {
                    true => draw(part, &screen).unwrap_or_default(),
                    false => Html::default(),
                }) }
            </div>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        if self.attendant.is_none()
            && let (Some(planner), Some(root)) = (planner(), self.root.cast())
        {
            self.attendant = Some((planner.attend)(&root));
        }
        if self.owns_page {
            let lang = self.model.lang;
            let name = lang.app_name();
            address::title(&match self.model.page {
                Page::Start => name.to_owned(),
                page => format!("{} – {name}", page.title(lang)),
            });
        }
        // A screen that is still on its way has no heading yet.
        if self.heading_wants_focus && focus_heading(&self.root) {
            self.heading_wants_focus = false;
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        let mut model = (*self.model).clone();
        self.save_now(&mut model);
    }
}

impl App {
    fn act(&mut self, ctx: &Context<Self>, model: &mut Model, action: Action) {
        if self.check_proposal(ctx, model) && matches!(action, Action::Draw) {
            self.draws_later = true;
        }
        if let Some(part) = action.needs()
            && (!part.is_there() || !self.waiting.is_empty())
        {
            self.waiting.push(action);
            return;
        }
        let planner = planner();
        match action {
            Action::Edits(edits) => self.edits(ctx, model, edits.as_slice()),
            Action::Change(change) => {
                if let Some(edits) = change.of(&model.plan) {
                    self.edits(ctx, model, edits.as_slice());
                }
            }
            Action::Undo => self.cross(ctx, model, |planner| planner.undo, Notice::Undone),
            Action::Redo => self.cross(ctx, model, |planner| planner.redo, Notice::Redone),
            Action::Go(page) => model.page = page,
            Action::GoWhereAddressSays => {
                if let Some(page) = address::page().filter(|page| *page != model.page) {
                    model.dialogs.clear();
                    model.page = page;
                }
            }
            Action::ShowRoster(view) => model.roster_view = view,
            Action::Select(selection) => model.selection = selection,
            Action::ShowLocation(location) => model.location = location,
            Action::FilterProblems(filter) => model.problem_filter = Rc::new(filter),
            Action::GoTo(page, selection) => {
                model.dialogs.clear();
                model.page = page;
                model.selection = selection;
            }
            Action::Answer(person, days) => {
                model.away = Some((person, days));
                model.page = Page::Replan;
            }
            Action::Open(dialog) => model.dialogs = vec![dialog],
            Action::OpenOver(dialog) => model.dialogs.push(dialog),
            Action::CloseDialog => {
                model.dialogs.pop();
            }
            Action::Replace(replacement) => {
                let Some(files) = files() else { return };
                model.dialogs.clear();
                let (plan, page) = match replacement {
                    Replacement::New => (Rc::new(new_plan(&self.host)), Page::Start),
                    Replacement::Example => {
                        let title = model.lang.example_title();
                        (Rc::new((files.example)(title)), Page::Today)
                    }
                    Replacement::File(plan) => (plan, Page::Today),
                };
                self.open(ctx, model, plan);
                model.selection = Selection::Nothing;
                model.location = None;
                model.page = page;
            }
            Action::KeepVariant => self.keep_variant(ctx, model),
            Action::TakeVariant(place) => self.take_variant(ctx, model, place),
            Action::DropVariant(place) => self.drop_variant(ctx, model, place),
            Action::RestoreVariant => self.restore_variant(ctx, model),
            Action::Export(export) => {
                let Some(planner) = planner else { return };
                let (name, text) = (planner.export)(export, model);
                if download::offer(&name, export.media_type(), &text).is_ok() {
                    self.host
                        .tell("centering-export", &JsValue::from_str(&name));
                    self.notify(ctx, model, Notice::FileSaved(name));
                } else {
                    let reason = model.lang.file_not_saved().to_owned();
                    self.notify(ctx, model, Notice::Refused(reason));
                }
            }
            Action::SaveDamaged(place) => self.save_damaged(model, place),
            Action::LetGo(place) => self.let_go(model, place),
            Action::FileText(text) => {
                let Some(files) = files() else { return };
                match (files.read)(&text) {
                    Ok(plan) => {
                        let replacement = Replacement::File(Rc::new(plan));
                        if model.is_empty() {
                            self.act(ctx, model, Action::Replace(replacement));
                        } else {
                            model.dialogs = vec![Dialog::Replace(replacement)];
                        }
                    }
                    Err(error) => {
                        let reason = (files.read_error)(model.lang, &error);
                        self.notify(ctx, model, Notice::Unreadable(reason));
                    }
                }
            }
            Action::Erase => self.erase(model),
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
            Action::NoticeSeen => {
                let root = self.root.cast::<web_sys::Element>();
                let used = root.and_then(|root| {
                    let found = root.query_selector(".toast:is(:hover, :focus-within)");
                    found.ok().flatten()
                });
                if used.is_some() {
                    self.notice_timer = Some(notice_timer(ctx));
                } else {
                    model.notice = None;
                }
            }
            Action::DismissNotice => model.notice = None,
            Action::KeepDraft(name, draft) => model.drafts.keep(name, draft),
            Action::DropDraft(name) => model.drafts.let_go(&name),
            Action::DismissDrafts => model.drafts.let_go_of_lost(),
            Action::TakeStored => {
                self.take_stored(model);
            }
            Action::SaveNow => self.save_or_retry(ctx, model),
            // They change nothing: see `update`.
            Action::Draw | Action::AskDay => {}
            Action::Stored(key) => self.stored(ctx, model, key.as_deref()),
            Action::TakeOther => self.take_other(ctx, model),
            Action::KeepMine => self.keep_mine(model),
            Action::AttributesChanged => {
                take_attributes(model, &self.host, self.preferences);
                judge(model);
            }
            Action::WorkSeen(sight) => {
                if self.work.as_ref().is_some_and(Work::is_long) {
                    model.work = Some(sight);
                    model.dialogs = vec![Dialog::Working];
                }
            }
            Action::WorkSlice => self.work_on(ctx, model),
            Action::WorkDone(text) => self.worker_done(ctx, model, &text),
            Action::WorkHeard => {
                if let Some(work) = &mut self.work {
                    work.is_heard();
                }
            }
            Action::WorkFailed => {
                if let Some(planner) = planner {
                    self.fall_back(planner);
                }
            }
            Action::StopWork => {
                let result = self.work.as_mut().and_then(Work::finish);
                if let Some(groups) = result {
                    self.adopt(ctx, model, groups);
                }
            }
            Action::CancelWork => self.end_work(model),
            Action::Loaded(part, is_there) => self.loaded(ctx, model, part, is_there),
            Action::LoadAgain => model.loading = Loading::No,
        }
    }

    fn notify(&mut self, ctx: &Context<Self>, model: &mut Model, notice: Notice) {
        let stays = matches!(
            notice,
            Notice::Refused(_)
                | Notice::Unreadable(_)
                | Notice::VariantRemoved(_)
                | Notice::VariantsFull
                | Notice::VariantsChanged
                | Notice::VariantsNewer
        );
        model.notice = Some(notice);
        model.told = model.told.wrapping_add(1);
        // What went wrong stays until the user has read it, and so does the only way back.
        self.notice_timer = (!stays).then(|| notice_timer(ctx));
    }
}

/// Lets go of a message after a while, and not from under the pointer or the focus of who is about to use it.
fn notice_timer(ctx: &Context<App>) -> Timeout {
    let link = ctx.link().clone();
    Timeout::new(NOTICE_FOR, move || link.send_message(Action::NoticeSeen))
}

/// Shows a screen from its top and gives focus to its heading; says whether there is one.
fn focus_heading(root: &NodeRef) -> bool {
    let heading = root
        .cast::<web_sys::Element>()
        .and_then(|root| root.query_selector("main h1").ok().flatten())
        .and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok());
    if let (Some(heading), Some(root)) = (&heading, root.cast::<web_sys::Element>()) {
        // How far the screen before was scrolled is of no use here.
        if root.get_bounding_client_rect().top() < 0.0 {
            root.scroll_into_view();
        }
        // A heading that cannot take focus leaves it where it is.
        let _ = heading.focus();
    }
    heading.is_some()
}

/// The screen that the page asks for.
fn take_view(model: &mut Model, host: &Host) {
    let named = host.attribute("view");
    if let Some(page) = named.and_then(|name| Page::from_name(&name)) {
        model.page = page;
    }
}

fn take_attributes(model: &mut Model, host: &Host, preferences: Preferences) {
    let of_page = || host.language().map(|tag| Lang::of_tag(&tag));
    model.lang = preferences.lang.or_else(of_page).unwrap_or(Lang::Nl);
    let theme = || host.attribute("theme").map(|name| Theme::from_name(&name));
    model.theme = preferences.theme.or_else(theme).unwrap_or(Theme::Auto);
    model.today = day_for(&model.plan, host);
}

/// The day that a plan counts from.
fn day_for(plan: &Plan, host: &Host) -> Option<Date> {
    plan.today.or_else(|| host.today())
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
