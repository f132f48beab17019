//! The app: one place that holds the state, one list of everything that can happen, and the frame around
//! the screens. Saving runs behind the keys, a moment after the last edit. The screens and the planner itself
//! are loaded after the start screen; an action that needs a part waits until it is there.

mod action;
mod editing;
mod keeping;
mod listen;
mod loading;
mod variants;

pub use action::Action;

use crate::download;
use crate::host::Host;
use crate::later::{Part, draw, files, planner};
use crate::pages::{Foot, Head, Messages, Start};
use crate::store::{
    Ctx, Desk, Dialog, Drafts, Loading, Model, Notice, Page, Preferences, Replacement, RosterView,
    SaveState, Selection, Storage, Theme,
};
use crate::text::Lang;
use crate::work::{Work, Workers};
use centering_core::calendar::{Date, Region};
use centering_core::plan::Plan;
use centering_core::problem::Touched;
use editing::judge;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use keeping::SAVE_AFTER;
use loading::load_rest;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

/// How long a message about something that was done stays, in milliseconds.
const NOTICE_FOR: u32 = 8_000;
/// How long after an edit it is looked whether what had focus is gone, in milliseconds.
const FOCUS_AFTER: u32 = 60;

/// A plan of more groups than this opens on the roster.
const MANY_GROUPS: usize = 1_000;

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
    desk: Desk,
    storage: Storage,
    preferences: Preferences,
    save_timer: Option<Timeout>,
    notice_timer: Option<Timeout>,
    prepare_timer: Option<Timeout>,
    heading_wants_focus: bool,
    /// Whether what had focus can be gone with the last edit.
    focus_may_be_lost: bool,
    focus_timer: Option<Timeout>,
    /// Long work that runs.
    work: Option<Work>,
    /// What a proposal touched that was taken over and not checked yet.
    unchecked: Option<Touched>,
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
            last: None,
            today: None,
            lang: Lang::Nl,
            theme: Theme::Auto,
            page: Page::Start,
            roster_view: RosterView::Year,
            selection: Selection::Nothing,
            variants: Rc::default(),
            variants_in_memory: false,
            problem_filter: Rc::default(),
            dialog: None,
            notice: None,
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
                model.page = storage.page().unwrap_or(Page::Groups);
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
        model.drafts.show(model.page);
        load_rest(ctx.link(), model.page);
        ctx.link().send_message(Action::AskDay);
        let root = NodeRef::default();
        Self {
            host,
            act: ctx.link().callback(|action| action),
            model: Rc::new(model),
            desk: Desk::default(),
            storage,
            preferences,
            save_timer: None,
            notice_timer: None,
            prepare_timer: None,
            heading_wants_focus: false,
            focus_may_be_lost: false,
            focus_timer: None,
            work: None,
            unchecked: None,
            draws_later: false,
            draw_timer: None,
            day_timer: None,
            removed_variant: None,
            waiting: Vec::new(),
            coming: Vec::new(),
            _listeners: listen::listeners(ctx, &root),
            root,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        if matches!(action, Action::Prepare) {
            self.prepare(ctx);
            return false;
        }
        if matches!(action, Action::AskDay) {
            self.ask_day_at_midnight(ctx);
            if day_for(&self.model.plan, &self.host) == self.model.today {
                return false;
            }
        }
        let before = self.model.page;
        // What they take away or put back can be what has focus.
        let crosses = matches!(
            action,
            Action::Undo | Action::Redo | Action::Edits(_) | Action::Change(_)
        ) && listen::has_focus(&self.root);
        // A copy of the model that shares the plan; screens compare models by identity.
        let mut model = (*self.model).clone();
        self.ask_day(&mut model);
        self.act(ctx, &mut model, action);
        self.fetch_missing(ctx, &mut model);
        model.undo = self.desk.history.next_undo().cloned();
        model.redo = self.desk.history.next_redo().cloned();
        if model.page != before {
            self.heading_wants_focus = true;
            self.storage.keep_page(model.page);
            model.drafts.show(model.page);
        }
        self.focus_may_be_lost |= crosses;
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
            Callback::from(move |event: KeyboardEvent| listen::on_key(&event, &act))
        };
        html! {
            <div class="cp" ref={self.root.clone()} lang={model.lang.tag()} data-theme={model.theme.name()} {onkeydown}>
                <div class="cp-body">
                    <ContextProvider<Drafts> context={model.drafts.clone()}>
                        <Head ctx={screen.clone()} />
                        <Messages ctx={screen.clone()} />
                        <main class="main" id="main">
                            { match Part::of(model.page) {
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
                if model.dialog.is_some() { { draw(Part::Dialogs, &screen).unwrap_or_default() } }
            </div>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        if std::mem::take(&mut self.focus_may_be_lost) {
            let root = self.root.clone();
            // Screens put focus back themselves where they know the place; they come first.
            self.focus_timer = Some(Timeout::new(FOCUS_AFTER, move || {
                if listen::focus_is_lost(&root) {
                    focus_heading(&root, Scroll::Stay);
                }
            }));
        }
        // A screen that is still on its way has no heading yet.
        if self.heading_wants_focus && focus_heading(&self.root, Scroll::There) {
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
            Action::Edits(edits) => self.edits(ctx, model, &edits),
            Action::Change(change) => {
                if let Some(edit) = change.of(&model.plan) {
                    self.edits(ctx, model, &[edit]);
                }
            }
            Action::Undo => self.cross(ctx, model, |planner| planner.undo, Notice::Undone),
            Action::Redo => self.cross(ctx, model, |planner| planner.redo, Notice::Redone),
            Action::Go(page) => model.page = page,
            Action::ShowRoster(view) => model.roster_view = view,
            Action::Select(selection) => model.selection = selection,
            Action::FilterProblems(filter) => model.problem_filter = Rc::new(filter),
            Action::GoTo(page, selection) => {
                model.dialog = None;
                model.page = page;
                model.selection = selection;
            }
            Action::Open(dialog) => model.dialog = Some(dialog),
            Action::CloseDialog => model.dialog = None,
            Action::Replace(replacement) => {
                let Some(files) = files() else { return };
                model.dialog = None;
                let (plan, page) = match replacement {
                    Replacement::New => (Rc::new(new_plan(&self.host)), Page::Start),
                    Replacement::Example => {
                        let title = model.lang.example_title();
                        (Rc::new((files.example)(title)), Page::Groups)
                    }
                    // A large plan is shown where only what is in view is drawn.
                    Replacement::File(plan) if plan.groups.len() > MANY_GROUPS => {
                        (plan, Page::Roster)
                    }
                    Replacement::File(plan) => (plan, Page::Groups),
                };
                self.open(ctx, model, plan);
                model.selection = Selection::Nothing;
                model.page = page;
            }
            Action::KeepVariant => self.keep_variant(ctx, model),
            Action::TakeVariant(place) => self.take_variant(ctx, model, place),
            Action::DropVariant(place) => self.drop_variant(ctx, model, place),
            Action::RestoreVariant => self.restore_variant(ctx, model),
            Action::SaveFile => {
                let Some(planner) = planner else { return };
                let (name, text) = (planner.file)(model);
                if download::offer(&name, "application/json", &text).is_ok() {
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
                            model.dialog = Some(Dialog::Replace(replacement));
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
            Action::DismissNotice => model.notice = None,
            Action::KeepDraft(name, draft) => model.drafts.keep(name, draft),
            Action::DropDraft(name) => model.drafts.let_go(&name),
            Action::DismissDrafts => model.drafts.let_go_of_lost(),
            Action::TakeStored => {
                self.take_stored(model);
                self.prepare_soon(ctx, SAVE_AFTER);
            }
            Action::SaveNow => self.save_now(model),
            // They change nothing: see `update`.
            Action::Prepare | Action::Draw | Action::AskDay => {}
            Action::Stored(key) => self.stored(model, key.as_deref()),
            Action::TakeOther => self.take_other(ctx, model),
            Action::KeepMine => self.keep_mine(model),
            Action::AttributesChanged => {
                take_attributes(model, &self.host, self.preferences);
                judge(model);
            }
            Action::WorkSeen(sight) => {
                if self.work.as_ref().is_some_and(Work::is_long) {
                    model.work = Some(sight);
                    model.dialog = Some(Dialog::Working);
                }
            }
            Action::WorkSlice => self.work_on(ctx, model),
            Action::WorkDone(groups) => self.adopt(ctx, model, &groups),
            Action::WorkHeard => {
                if let Some(work) = &mut self.work {
                    work.is_heard();
                }
            }
            Action::WorkFailed => {
                if let (Some(work), Some(planner)) = (&mut self.work, planner) {
                    work.fall_back(ctx.link(), planner);
                }
            }
            Action::StopWork => {
                let result = self.work.as_mut().and_then(Work::finish);
                if let Some(groups) = result {
                    self.adopt(ctx, model, &groups);
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
        let link = ctx.link().clone();
        // What went wrong stays until the user has read it, and so does the only way back.
        self.notice_timer = (!stays)
            .then(|| Timeout::new(NOTICE_FOR, move || link.send_message(Action::DismissNotice)));
    }
}

/// Whether the page scrolls to what gets focus.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scroll {
    There,
    Stay,
}

/// Gives focus to the heading of the screen; says whether there is one.
fn focus_heading(root: &NodeRef, scroll: Scroll) -> bool {
    let heading = root
        .cast::<web_sys::Element>()
        .and_then(|root| root.query_selector("main h1").ok().flatten())
        .and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(heading) = &heading {
        // A heading that cannot take focus leaves it where it is.
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(scroll == Scroll::Stay);
        let _ = heading.focus_with_options(&options);
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
