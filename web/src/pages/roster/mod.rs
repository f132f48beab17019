//! The roster: one plan as a year, a month, a week, an agenda or a table, with the chosen bijeenkomst beside it
//! and layers over it. Holds what is being moved; a move changes the plan only when it is placed.

mod agenda;
mod bar;
mod calendar;
mod inspector;
mod later_charts;
mod layers;
mod legend;
mod move_bar;
mod moving;
mod overview;
mod row;
mod row_view;
mod table;
mod tight;
mod why;
mod year;

use crate::parts::{Icon, icon, small_icon};
use crate::state::{
    Action, Ctx, Dialog, Layer, Model, Page, PageProps, RosterView, Same, Selection, SessionView,
};
use agenda::Agenda;
use calendar::{Calendar, Span, shared};
use centering_core::calendar::{Date, DateRange, Month};
use centering_core::care::SessionNumber;
use centering_core::edit::Edit;
use centering_core::layers::Scope;
use centering_core::plan::{GroupId, LocationId, Standing};
use centering_core::problem::Touched;
use gloo::timers::callback::Timeout;
use layers::{LayerLists, Layers, Marks};
use legend::Legend;
use moving::Moving;
use overview::Overview;
use row::RowEvent;
use std::rc::Rc;
use table::Table;
use tight::Tight;
use wasm_bindgen::JsCast;
use year::{Backdrops, Year, backdrops, days_from, from_month};
use yew::prelude::*;

/// The rows of a plan with so many groups are worked out before the screen is drawn.
const AT_ONCE: usize = 200;
/// How long a slice of working out rows may take, in milliseconds.
const FILL_SLICE: f64 = 6.0;

/// Everything that can happen on this screen.
#[derive(Clone, Debug)]
pub enum RosterAct {
    /// The user does something with a group or one of its bijeenkomsten.
    Row(GroupId, RowEvent),
    /// Works out some more rows.
    Fill,
    /// Places what is being moved.
    Place,
    /// Stops moving.
    Cancel,
    /// Goes to the inspector.
    ShowInspector,
    /// Goes from there back to what is chosen.
    LeaveInspector,
    /// Shows the months from this one on.
    ShowFrom(Month),
    /// Goes to the period around a day.
    ShowDay(Date),
    /// Goes to the week around a day.
    ShowWeek(Date),
    /// Shows the groups whose code holds this text.
    Search(String),
    ToggleLayer(Layer),
    /// Shows the agenda of somebody or something else.
    ShowAgenda(Scope),
}

/// Where focus goes once the screen is drawn again.
#[derive(Clone, Debug, PartialEq)]
enum Focus {
    /// The mark of a bijeenkomst, when nothing has focus any more.
    Mark(GroupId, SessionNumber),
    /// The title of the inspector.
    Inspector,
    /// What is chosen.
    Chosen,
}

/// The screen.
pub struct Roster {
    overview: Rc<Overview>,
    /// Works out the rows of a large plan behind the keys, a slice at a time.
    fill: Option<Timeout>,
    /// The first of the months that are shown.
    first: Month,
    backdrops: Rc<Backdrops>,
    /// The day around which the month and the week are.
    day: Date,
    search: String,
    scope: Option<Scope>,
    layers: Layers,
    marks: Same<Marks>,
    moving: Option<Moving>,
    focus: Option<Focus>,
    /// Of the plan that is shown.
    known: inspector::Known,
    root: NodeRef,
    /// One callback for the life of the screen, so that rows that did not change are not drawn again.
    on_row: Callback<(GroupId, RowEvent)>,
    on: Callback<RosterAct>,
}

impl Component for Roster {
    type Message = RosterAct;
    type Properties = PageProps;

    fn create(ctx: &Context<Self>) -> Self {
        let model = &ctx.props().ctx.model;
        let overview = Rc::new(Overview::of(model));
        // A usual plan is worked out at once.
        overview.fill(|| overview.len() <= AT_ONCE);
        let first = first_month(&ctx.props().ctx, &overview);
        let day = day_of_selection(&ctx.props().ctx, &overview);
        Self {
            backdrops: Rc::new(backdrops(model, &overview, days_from(first))),
            fill: fill_soon(ctx, &overview),
            overview,
            first,
            day: day.unwrap_or_else(|| first_day(model, first)),
            search: String::new(),
            scope: None,
            layers: Layers::default(),
            marks: shared(Marks::of(model, Layers::default())),
            moving: None,
            focus: None,
            known: inspector::Known::default(),
            root: NodeRef::default(),
            on_row: ctx
                .link()
                .callback(|(group, event)| RosterAct::Row(group, event)),
            on: ctx.link().callback(|act| act),
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &PageProps) -> bool {
        let (model, before) = (&ctx.props().ctx.model, &before.ctx.model);
        if !Rc::ptr_eq(&model.plan, &before.plan)
            || !Rc::ptr_eq(&model.problems, &before.problems)
            || model.today != before.today
        {
            // What differs from the plan that was shown, where that is groups only.
            let touched = Touched::between(&before.plan, &model.plan);
            let groups = touched.only_groups();
            let groups = groups.filter(|_| before.is_checked && model.today == before.today);
            self.overview = Rc::new(match groups {
                Some(groups) => self.overview.after(model, groups),
                None => Overview::of(model),
            });
            self.fill = fill_soon(ctx, &self.overview);
            self.marks = shared(match groups {
                Some(groups) => self.marks.0.after(model, groups),
                None => {
                    self.backdrops =
                        Rc::new(backdrops(model, &self.overview, days_from(self.first)));
                    Marks::of(model, self.layers)
                }
            });
            self.moving = None;
            self.known = inspector::Known::default();
        }
        if model.selection != before.selection {
            let is_moving = self.moving.as_ref().is_some_and(|moving| {
                model.selection == Selection::Session(moving.group.clone(), moving.number)
            });
            if !is_moving {
                self.moving = None;
            }
            if let Some(day) = day_of_selection(&ctx.props().ctx, &self.overview) {
                self.show_day(&ctx.props().ctx, day);
            }
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, act: RosterAct) -> bool {
        let screen = &ctx.props().ctx;
        match act {
            RosterAct::Row(group, event) => self.row(screen, group, event),
            RosterAct::Fill => {
                let start = js_sys::Date::now();
                let is_done = self
                    .overview
                    .fill(|| js_sys::Date::now() - start < FILL_SLICE);
                self.fill = fill_soon(ctx, &self.overview);
                return is_done;
            }
            RosterAct::Place => self.place(screen),
            RosterAct::Cancel => self.cancel(screen),
            RosterAct::LeaveInspector => self.focus = Some(Focus::Chosen),
            RosterAct::ShowInspector => self.focus = Some(Focus::Inspector),
            RosterAct::ShowFrom(first) => {
                self.moving = None;
                // The day of the calendars goes along.
                self.day = later(self.day, first.number() - self.first.number());
                self.show_from(screen, first);
            }
            RosterAct::ShowDay(day) => {
                self.moving = None;
                self.show_day(screen, day);
            }
            RosterAct::ShowWeek(day) => {
                self.show_day(screen, day);
                screen.act(Action::ShowRoster(RosterView::Week));
            }
            RosterAct::Search(text) => self.search = text,
            RosterAct::ToggleLayer(layer) => {
                self.layers = self.layers.toggled(layer);
                self.marks = shared(Marks::of(&screen.model, self.layers));
            }
            RosterAct::ShowAgenda(scope) => self.scope = Some(scope),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let screen = &ctx.props().ctx;
        let (model, lang) = (&screen.model, screen.model.lang);
        if model.plan.groups.is_empty() {
            return empty(screen);
        }
        let onkeydown = {
            let (on, is_moving) = (self.on.clone(), self.moving.is_some());
            Callback::from(move |event: KeyboardEvent| {
                if event.key() != "Escape" {
                    return;
                }
                let target = event.target_dyn_into::<web_sys::Element>();
                let inspector = target.and_then(|place| place.closest(".insp").ok().flatten());
                if is_moving {
                    event.prevent_default();
                    on.emit(RosterAct::Cancel);
                } else if inspector.is_some() {
                    on.emit(RosterAct::LeaveInspector);
                }
            })
        };
        let moving = self.moving.as_ref();
        html! {
            <div class="rost" ref={self.root.clone()} {onkeydown}>
                <div class="head">
                    <div class="t">
                        <h1 tabindex="-1">{ lang.roster_page() }</h1>
                        <p class="sub">{ self.counts(screen) }</p>
                    </div>
                    <div class="acts">
                        <button type="button" class="btn" onclick={screen.on(Action::Go(Page::Replan))}>
                            { small_icon(Icon::Warn) }{ lang.replan() }
                        </button>
                    </div>
                </div>
                { bar::bar(screen, self.bar_facts(screen), &self.on) }
                <div class="sr" role="status">{ moving.map(|moving| move_bar::announcement(lang, moving)) }</div>
                <div class="split">
                    <div class="col">
                        { match model.roster_view {
                            RosterView::Year => self.year(screen),
                            RosterView::Month => self.calendar(screen, Span::Month),
                            RosterView::Week => self.calendar(screen, Span::Week),
                            RosterView::Agenda => self.agenda(screen),
                            RosterView::Table => html! {
                                <Table ctx={screen.clone()} overview={Same(self.overview.clone())} range={days_from(self.first)}
                                    location={self.location(screen).cloned()} search={self.search.clone()} layers={self.layers} marks={self.marks.clone()} />
                            },
                        } }
                        <LayerLists ctx={screen.clone()} layers={self.layers} marks={self.marks.clone()} location={self.location(screen).cloned()} days={self.days(model.roster_view)} />
                        if moving.is_none() { { self.chosen(screen) } }
                    </div>
                    { inspector::inspector(screen, &self.overview, moving, &self.known, &self.on) }
                </div>
                if let Some(moving) = moving { { move_bar::move_bar(lang, moving, &self.on) } }
            </div>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        let Some(root) = self.root.cast::<web_sys::Element>() else {
            return;
        };
        match self.focus.take() {
            None => {}
            Some(Focus::Inspector) => focus(&root, "#insp-title"),
            Some(Focus::Chosen) => focus(
                &root,
                ".hold[aria-selected=true], .ev[aria-pressed=true], .rowbtn[aria-pressed=true]",
            ),
            Some(Focus::Mark(group, number)) => {
                let shadow = root.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok();
                if shadow.is_some_and(|shadow| shadow.active_element().is_none()) {
                    focus(
                        &root,
                        &format!("[data-mark='{group}/{number}'], #insp-title"),
                    );
                }
            }
        }
    }
}

impl Roster {
    fn row(&mut self, screen: &Ctx, group: GroupId, event: RowEvent) {
        let model = &screen.model;
        let selection = |number| Selection::Session(group.clone(), number);
        match event {
            RowEvent::Group => screen.act(Action::Select(Selection::Group(group))),
            // What moves is known here: the row may not be drawn yet since the key before.
            RowEvent::Enter(number) if self.is_moving(&group, number) => self.place(screen),
            RowEvent::Enter(number) if model.selection == selection(number) => {
                self.focus = Some(Focus::Inspector);
            }
            RowEvent::Choose(number) | RowEvent::Enter(number) => {
                screen.act(Action::Select(selection(number)))
            }
            RowEvent::Step(number, days) => {
                let from = match &self.moving {
                    Some(moving) if self.is_moving(&group, number) => Some(moving.to),
                    _ => Moving::start(model, &group, number),
                };
                // The first step of a bijeenkomst without a day shows where it could start.
                let has_date = self.moving.is_some()
                    || model
                        .plan
                        .groups
                        .get(&group)
                        .and_then(|group| group.sessions.get(&number)?.date)
                        .is_some();
                let days = if has_date { days } else { 0 };
                let Some(to) = from.map(|from| from.plus_days(days)) else {
                    return;
                };
                if model.is_past(to) {
                    // The edit says why it is refused.
                    return screen.act(Action::edit(Edit::Move {
                        group,
                        session: number,
                        date: to,
                    }));
                }
                self.move_to(screen, &group, number, to);
            }
            RowEvent::Drag(number, to) => self.move_to(screen, &group, number, to),
            RowEvent::Place => self.place(screen),
            RowEvent::Cancel => self.cancel(screen),
            RowEvent::Pin(session) => {
                let known = model
                    .plan
                    .groups
                    .get(&group)
                    .and_then(|group| group.sessions.get(&session));
                if let Some(known) = known.filter(|known| known.date.is_some()) {
                    let pinned = !known.pinned;
                    screen.act(Action::edit(Edit::PinSession {
                        group,
                        session,
                        pinned,
                    }));
                }
            }
        }
    }

    fn move_to(&mut self, screen: &Ctx, group: &GroupId, number: SessionNumber, to: Date) {
        let model = &screen.model;
        let is_calendar = matches!(model.roster_view, RosterView::Month | RosterView::Week);
        let can_move = self
            .overview
            .row(group)
            .and_then(|row| row.session(number))
            .is_some_and(SessionView::can_move);
        // A day that is over cannot be planned: the bijeenkomst would be over at once, too.
        if !can_move || model.is_past(to) {
            return;
        }
        if self.moving.is_none() && model.notice.is_some() {
            // It would lie over the consequences of the move.
            screen.act(Action::DismissNotice);
        }
        let around = (&self.known, self.overview.nearby());
        self.moving = Moving::to(self.moving.as_ref(), around, model, group, number, to);
        let selection = Selection::Session(group.clone(), number);
        if model.selection != selection {
            screen.act(Action::Select(selection));
        }
        self.show_day(screen, to);
        if is_calendar {
            // In a calendar it comes to stand in another day, as another element.
            self.focus = Some(Focus::Mark(group.clone(), number));
        }
    }

    fn is_moving(&self, group: &GroupId, number: SessionNumber) -> bool {
        let moving = self.moving.as_ref();
        moving.is_some_and(|moving| moving.group == *group && moving.number == number)
    }

    fn place(&mut self, screen: &Ctx) {
        let Some(moving) = self.moving.take() else {
            return;
        };
        self.focus = Some(Focus::Mark(moving.group.clone(), moving.number));
        let row = self.overview.row(&moving.group);
        let now = row.and_then(|row| row.session(moving.number)?.date);
        if now != Some(moving.to) {
            screen.act(Action::edit(Edit::Move {
                group: moving.group,
                session: moving.number,
                date: moving.to,
            }));
        }
    }

    fn cancel(&mut self, screen: &Ctx) {
        if let Some(moving) = self.moving.take() {
            self.focus = Some(Focus::Mark(moving.group, moving.number));
            if let Some(day) = day_of_selection(screen, &self.overview) {
                self.show_day(screen, day);
            }
        }
    }

    fn show_day(&mut self, screen: &Ctx, day: Date) {
        self.day = day;
        if !days_from(self.first).contains(day) {
            // With a month before it.
            self.show_from(screen, from_month(Month::of(day), -1));
        }
    }

    fn show_from(&mut self, screen: &Ctx, first: Month) {
        self.first = first;
        let backdrops = backdrops(&screen.model, &self.overview, days_from(first));
        self.backdrops = Rc::new(backdrops);
    }

    /// The days that a view shows.
    fn days(&self, view: RosterView) -> DateRange {
        match view {
            RosterView::Month => Span::Month.around(self.day),
            RosterView::Week => Span::Week.around(self.day),
            RosterView::Year | RosterView::Agenda | RosterView::Table => days_from(self.first),
        }
    }

    /// The location that is shown alone.
    fn location<'a>(&self, screen: &'a Ctx) -> Option<&'a LocationId> {
        let has = |id: &LocationId| self.overview.location(id).is_some();
        screen.model.shown_location(has)
    }

    fn bar_facts<'a>(&'a self, screen: &'a Ctx) -> bar::Facts<'a> {
        bar::Facts {
            first: self.first,
            day: self.day,
            overview: &self.overview,
            location: self.location(screen),
            search: &self.search,
            layers: self.layers,
        }
    }

    fn calendar(&self, screen: &Ctx, span: Span) -> Html {
        let on_day = self.on.reform(|(day, week)| {
            if week {
                RosterAct::ShowWeek(day)
            } else {
                RosterAct::ShowDay(day)
            }
        });
        html! {
            <Calendar ctx={screen.clone()} {span} day={self.day} location={self.location(screen).cloned()} layers={self.layers}
                marks={self.marks.clone()} moving={self.moving.clone()} on={self.on_row.clone()} {on_day} />
        }
    }

    fn agenda(&self, screen: &Ctx) -> Html {
        let on_scope = self.on.reform(RosterAct::ShowAgenda);
        html! {
            <Agenda ctx={screen.clone()} range={days_from(self.first)} location={self.location(screen).cloned()} scope={self.scope.clone()}
                layers={self.layers} marks={self.marks.clone()} {on_scope} />
        }
    }

    fn counts(&self, screen: &Ctx) -> String {
        let lang = screen.model.lang;
        if !self.overview.is_filled() {
            return lang.roster_size(self.overview.len(), self.overview.session_count());
        }
        let counts = self.overview.counts();
        lang.roster_counts(
            counts.groups,
            counts.sessions,
            counts.allowed,
            counts.preferred,
            counts.missing,
        )
    }

    /// What is chosen, where the inspector stands below and may be out of sight.
    fn chosen(&self, screen: &Ctx) -> Html {
        let (model, lang) = (&screen.model, screen.model.lang);
        let Some(row) = model.selection.group().and_then(|id| self.overview.row(id)) else {
            return Html::default();
        };
        let session = model
            .selection
            .session()
            .and_then(|number| row.session(number));
        let text = session.map(|session| match session.date {
            Some(date) => format!("{} · {}", session.number, lang.day(date, model.today)),
            None => format!("{} · {}", session.number, lang.standing(Standing::Undated)),
        });
        let on = self.on.clone();
        let onclick = Callback::from(move |_: MouseEvent| on.emit(RosterAct::ShowInspector));
        html! {
            <div class="chosenbar">
                <span><b>{ row.id.as_str() }</b>{ " " }{ text }</span>
                <button type="button" class="btn s" {onclick}>{ lang.show_chosen() }{ small_icon(Icon::Down) }</button>
            </div>
        }
    }

    fn year(&self, screen: &Ctx) -> Html {
        let (model, lang) = (&screen.model, screen.model.lang);
        let has_shared = self.overview.has_shared();
        html! {
            <>
                <p class="sr" id="roster-keys">{ lang.roster_keys() }</p>
                <section class="panel chart" aria-label={lang.roster_chart(&lang.month_range(days_from(self.first)))} aria-describedby="roster-keys">
                    <Year {lang} range={days_from(self.first)} overview={Same(self.overview.clone())} backdrops={self.backdrops.clone()}
                        location={self.location(screen).cloned()} search={self.search.clone()} layers={self.layers}
                        selection={model.selection.clone()} moving={self.moving.clone()} on={self.on_row.clone()} />
                    <div class="pb"><Legend {lang} {has_shared} /></div>
                </section>
                if self.overview.is_filled() {
                    <Tight ctx={screen.clone()} overview={Same(self.overview.clone())} range={days_from(self.first)} location={self.location(screen).cloned()} />
                }
            </>
        }
    }
}

/// The next slice of working out rows, when any are left.
fn fill_soon(ctx: &Context<Roster>, overview: &Overview) -> Option<Timeout> {
    let link = ctx.link().clone();
    (!overview.is_filled()).then(|| Timeout::new(16, move || link.send_message(RosterAct::Fill)))
}

fn focus(root: &web_sys::Element, selector: &str) {
    let found = root.query_selector(selector).ok().flatten();
    // An element that cannot take focus leaves it where it is.
    match found {
        Some(element) if element.is_instance_of::<web_sys::SvgElement>() => {
            let _ = element.unchecked_ref::<web_sys::SvgElement>().focus();
        }
        Some(element) => {
            let _ = element.unchecked_ref::<web_sys::HtmlElement>().focus();
        }
        None => {}
    }
}

/// The day of what is selected, or the middle of its window while it has none.
fn day_of_selection(screen: &Ctx, overview: &Overview) -> Option<Date> {
    let selection = &screen.model.selection;
    let row = overview.row(selection.group()?)?;
    Some(row.session(selection.session()?)?.place())
}

/// The same day so many months later or earlier, or the last one of its month before it.
fn later(day: Date, months: i32) -> Date {
    let to = |month: Month, day: u32| Date::new(month.first().year(), month.first().month(), day);
    let month = Month::from_number(Month::of(day).number() + months);
    let found = month.and_then(|month| to(month, day.day()).or_else(|| to(month, 28)));
    found.unwrap_or(day)
}

/// Today when it is among what is shown, otherwise its first day.
fn first_day(model: &Model, first: Month) -> Date {
    let range = days_from(first);
    let today = model.today.filter(|today| range.contains(*today));
    today.unwrap_or(range.first)
}

/// The month of today, where anything is to come; of what is selected when that lies elsewhere; and of a plan that is
/// over, or begins much later, the nearest month with something.
fn first_month(screen: &Ctx, overview: &Overview) -> Month {
    let today = screen.model.today;
    let first = match (overview.days(), today) {
        (Some(days), Some(today)) => {
            if days_from(Month::of(today)).and(days).is_empty() {
                today.clamp(days.first, days.last)
            } else {
                today
            }
        }
        (Some(days), None) => days.first,
        (None, today) => today.unwrap_or(Date::FIRST),
    };
    let first = from_month(Month::of(first), 0);
    let chosen = day_of_selection(screen, overview);
    chosen.map_or(first, |day| {
        if days_from(first).contains(day) {
            first
        } else {
            from_month(Month::of(day), 0)
        }
    })
}

/// What to do while there is no group yet.
fn empty(screen: &Ctx) -> Html {
    let (model, lang) = (&screen.model, screen.model.lang);
    let (text, button, action) = if model.plan.enrolments.is_empty() {
        (
            lang.roster_empty_no_families(),
            lang.add_list(),
            Action::Open(Dialog::Import(None)),
        )
    } else {
        (
            lang.roster_empty_no_groups(),
            lang.make_proposal(),
            Action::edit(Edit::Propose),
        )
    };
    html! {
        <>
            <div class="head"><div class="t"><h1 tabindex="-1">{ lang.roster_page() }</h1></div></div>
            <section class="panel teach" aria-labelledby="roster-empty">
                <div class="pb stack t">
                    <h2 id="roster-empty">{ lang.roster_empty_title() }</h2>
                    <p>{ text }</p>
                    <ul class="points">
                        { for [lang.roster_empty_1(), lang.roster_empty_2(), lang.roster_empty_3()].map(|point| html! { <li>{ icon(Icon::Ok) }<span>{ point }</span></li> }) }
                    </ul>
                    <div class="acts"><button type="button" class="btn p l" onclick={screen.on(action)}>{ button }</button></div>
                </div>
            </section>
        </>
    }
}
