//! Beside the roster: the chosen bijeenkomst or group, or how to choose one.

use super::RosterAct;
use super::move_bar::verdict;
use super::moving::Moving;
use super::overview::Overview;
use super::row::RowEvent;
use super::row_view::RowView;
use super::why::why;
use crate::pages::frame::close_inspector;
use crate::pages::physicians::Physicians;
use crate::pages::telling::Telling;
use crate::parts::form::{choose, or_none};
use crate::parts::{Icon, Typed, small_icon};
use crate::state::{
    Action, Ctx, Dialog, Layer, Model, Page, RosterView, Selection, SessionView, notes,
};
use centering_core::calendar::Date;
use centering_core::care::SessionNumber;
use centering_core::edit::{Edit, Refusal};
use centering_core::intake::CellFault;
use centering_core::layers::catch_up_of;
use centering_core::plan::{Group, GroupId, PersonId, Session, Standing, Status};
use centering_core::problem::{Finding, Place, Problem};
use centering_core::remedy::{Remedy, reasons};
use centering_core::schedule::{
    Alternative, Hindrance, Nearby, Sieve, Visit, Windowed, meeting, needs_physician,
    physicians_for,
};
use centering_words::Lang;
use centering_words::capital;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How many other days are offered.
const ALTERNATIVES: usize = 3;

/// What the planner says of the day of a bijeenkomst.
struct Reasons {
    group: GroupId,
    number: SessionNumber,
    sieve: Option<Sieve>,
    alternatives: Vec<Alternative>,
}

/// The reasons that were asked for last, of one plan: they do not change while a bijeenkomst is moved about.
#[derive(Default)]
pub struct Known(RefCell<Option<Rc<Reasons>>>);

impl Known {
    /// The days that every rule leaves.
    pub fn left(
        &self,
        model: &Model,
        nearby: &Nearby,
        group: &Group,
        number: SessionNumber,
    ) -> Vec<Date> {
        let reasons = self.of(model, nearby, group, number);
        let sieve = reasons.sieve.as_ref();
        sieve.map_or_else(Vec::new, |sieve| sieve.left.clone())
    }

    fn of(
        &self,
        model: &Model,
        nearby: &Nearby,
        group: &Group,
        number: SessionNumber,
    ) -> Rc<Reasons> {
        let mut known = self.0.borrow_mut();
        if let Some(known) = known.as_ref()
            && (&known.group, known.number) == (&group.id, number)
        {
            return known.clone();
        }
        let (plan, today) = (&model.plan, model.today);
        let nearby = Some(nearby);
        let (sieve, alternatives) = reasons(plan, nearby, group, number, today, ALTERNATIVES);
        let found = Rc::new(Reasons {
            group: group.id.clone(),
            number,
            sieve,
            alternatives,
        });
        known.insert(found).clone()
    }
}

/// The inspector of the roster.
pub fn inspector(
    ctx: &Ctx,
    overview: &Overview,
    moving: Option<&Moving>,
    known: &Known,
    on: &Callback<RosterAct>,
) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let found = model
        .selected_group()
        .and_then(|group| Some((group, overview.row(&group.id)?)));
    let Some((group, row)) = found else {
        return hint(lang, model.roster_view);
    };
    match model
        .selection
        .session()
        .and_then(|number| row.session(number))
    {
        Some(session) => {
            let moving =
                moving.filter(|moving| moving.group == row.id && moving.number == session.number);
            let reasons = known.of(model, overview.nearby(), group, session.number);
            of_session(ctx, group, (overview, row), session, &reasons, moving, on)
        }
        None => of_group(ctx, overview, row),
    }
}

fn hint(lang: Lang, view: RosterView) -> Html {
    let text = match view {
        RosterView::Year => lang.insp_hint_text(),
        _ => lang.insp_hint_list(),
    };
    html! {
        <aside class="insp hint" aria-label={lang.insp_label()}>
            <section>
                <h2>{ lang.insp_hint_title() }</h2>
                <p class="small">{ text }</p>
                { keys(lang) }
            </section>
        </aside>
    }
}

/// The keys that move a bijeenkomst.
fn keys(lang: Lang) -> Html {
    let key = |keys: &[&'static str], text: &'static str| {
        html! { <><dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt><dd>{ text }</dd></> }
    };
    html! {
        <dl class="facts keylist">
            { key(&["←", "→"], lang.key_walk()) }
            { key(&["Enter"], lang.key_choose()) }
            { key(&["Alt", "←"], lang.key_earlier()) }
            { key(&["Alt", "→"], lang.key_later()) }
            { key(&["P"], lang.key_pin()) }
        </dl>
    }
}

fn of_session(
    ctx: &Ctx,
    group: &Group,
    (overview, row): (&Overview, &RowView),
    session: &SessionView,
    reasons: &Reasons,
    moving: Option<&Moving>,
    on: &Callback<RosterAct>,
) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let number = session.number;
    let is_unsaid = session.date.is_none() && session.window.is_over(model.today);
    let can_be_held = Windowed::of(&model.plan, group)
        .can_be_held(model.today)
        .contains(&number);
    let lapsed = set_status(&row.id, number, Status::Cancelled);
    let title = session.date.map_or_else(
        || lang.roster_missing_title().to_owned(),
        |date| capital(&lang.day_full(date)),
    );
    // The question whether it took place stands above its two answers.
    let problems: Vec<Problem> = model
        .problems_of_session(&row.id, number)
        .filter(|problem| problem.finding != Finding::Unconfirmed)
        .cloned()
        .collect();
    html! {
        <aside class="insp" aria-label={lang.insp_label()} key="session">
            <header>
                <div class="tt">
                    <span class="small muted">
                        <button type="button" class="link" onclick={ctx.on(Action::Select(Selection::Group(row.id.clone())))}>{ row.id.as_str() }</button>
                        { " · " }{ lang.insp_number(number.get(), row.sessions.len()) }
                    </span>
                    <h2 id="insp-title" tabindex="-1">{ title }</h2>
                    <span class="small">{ time_and_place(ctx, overview, row, session) }</span>
                    if session.date.is_some() { <span class="small" data-test="standing">{ capital(&session.look.status(lang)) }</span> }
                </div>
                { close_inspector(ctx) }
            </header>
            <section>
                if is_unsaid {
                    <p class="note">{ small_icon(Icon::Help) }<span>{ lang.unsaid_session() }</span></p>
                } else if session.can_move() {
                    { move_buttons(ctx, row, session, moving, on) }
                } else {
                    { over(ctx, group, session) }
                }
                if let Some(moving) = moving {
                    // The day that it would get is judged, and not the one that it has.
                    { verdict(lang, moving) }
                } else if !problems.is_empty() {
                    { notes(ctx, problems) }
                } else if !model.is_checked {
                    <p class="note">{ small_icon(Icon::Wait) }<span>{ lang.checking() }</span></p>
                } else if session.can_move() && !is_unsaid {
                    <p class="note ok">{ small_icon(Icon::Ok) }<span>{ lang.insp_fine() }</span></p>
                }
                if can_be_held {
                    <div class="acts">
                        <button type="button" class="btn s" onclick={ctx.on(Action::Open(Dialog::Held(row.id.clone(), Some(number))))}>{ lang.held_button() }</button>
                        if is_unsaid {
                            <button type="button" class="btn s" onclick={ctx.on(Action::edit(lapsed))}>{ lang.it_did_not() }</button>
                        }
                    </div>
                }
            </section>
            <Telling ctx={ctx.clone()} group={row.id.clone()} />
            if session.can_move() && !is_unsaid {
                { why(ctx, row, session, reasons.sieve.as_ref(), moving) }
                { next_best(ctx, group, session, &reasons.alternatives) }
            }
            { who_and_where(ctx, group, session) }
            { facts(ctx, group, session, moving) }
        </aside>
    }
}

fn set_status(group: &GroupId, session: SessionNumber, status: Status) -> Edit {
    Edit::SetStatus {
        group: group.clone(),
        session,
        status,
    }
}

/// What is said of one whose day stays, with the answers that it can get: that it took place, or not.
fn over(ctx: &Ctx, group: &Group, session: &SessionView) -> Html {
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let standing = session.look.standing;
    let is_past = session
        .date
        .zip(today)
        .is_some_and(|(date, today)| date < today);
    // One that lapses can be put back as long as parents count on its own day or on none.
    let known = group.sessions.get(&session.number);
    let back = known.and_then(|known| match known.promised() {
        None => Some(Status::Draft),
        promised => (promised == known.date).then_some(Status::Shared),
    });
    let text = match standing {
        Standing::Held => lang.insp_over(),
        Standing::Unconfirmed => lang.insp_unconfirmed(),
        _ => lang.insp_cancelled(),
    };
    let answer = |text: &'static str, status: Status| {
        let edit = set_status(&group.id, session.number, status);
        html! { <button type="button" class="btn s" onclick={ctx.on(Action::edit(edit))}>{ text }</button> }
    };
    html! {
        <>
            <p class="note">{ small_icon(Icon::Info) }<span>{ text }</span></p>
            <div class="acts">
                if standing == Standing::Unconfirmed { { answer(lang.it_took_place(), Status::Held) } }
                if matches!(standing, Standing::Unconfirmed | Standing::Held) {
                    { answer(lang.it_did_not(), Status::Cancelled) }
                } else if is_past {
                    { answer(lang.it_did_after_all(), Status::Held) }
                } else if let Some(status) = back.filter(|_| session.date.is_some()) {
                    { answer(lang.it_does_after_all(), status) }
                }
            </div>
        </>
    }
}

fn time_and_place(ctx: &Ctx, overview: &Overview, row: &RowView, session: &SessionView) -> String {
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    let place = overview
        .location(&row.location)
        .map_or("", |location| location.name.as_str());
    let minutes = plan
        .template()
        .session(session.number)
        .map_or(0, |spec| spec.duration_minutes);
    match row.start {
        Some(start) => format!(
            "{} – {} · {place}",
            lang.time(start),
            lang.time(start.plus_minutes(minutes))
        ),
        None => place.to_owned(),
    }
}

fn move_buttons(
    ctx: &Ctx,
    row: &RowView,
    session: &SessionView,
    moving: Option<&Moving>,
    on: &Callback<RosterAct>,
) -> Html {
    let (lang, number) = (ctx.model.lang, session.number);
    let min = ctx.model.today.map(|today| today.to_string());
    let act = |act: RosterAct| {
        let on = on.clone();
        Callback::from(move |_: MouseEvent| on.emit(act.clone()))
    };
    let event = |event: RowEvent| act(RosterAct::Row(row.id.clone(), event));
    let onset = {
        let (on, id, model) = (on.clone(), row.id.clone(), ctx.model.clone());
        Callback::from(move |text: String| {
            let fault = || lang.day_fault(CellFault::DateMissing);
            let date = Date::parse_iso(&text).ok_or_else(fault)?;
            if model.is_past(date) {
                return Err(lang.refusal(&model.plan, &Refusal::Past(date)));
            }
            on.emit(RosterAct::Row(id.clone(), RowEvent::Drag(number, date)));
            Ok(())
        })
    };
    let lapse = set_status(&row.id, number, Status::Cancelled);
    let name = format!("day {} {number}", row.id);
    let day = moving.map(|moving| moving.to).or(session.date);
    let value = day.map_or_else(String::new, |date| date.to_string());
    let is_first = day.is_some_and(|day| ctx.model.is_past(day.plus_days(-7)));
    let pinned = session.look.pinned;
    html! {
        <>
            <div class="acts move">
                <button type="button" class="btn s" aria-label={lang.week_earlier()} disabled={is_first} onclick={event(RowEvent::Step(number, -7))}>{ small_icon(Icon::Left) }{ lang.week() }</button>
                <button type="button" class="btn s" aria-label={lang.week_later()} onclick={event(RowEvent::Step(number, 7))}>{ lang.week() }{ small_icon(Icon::Right) }</button>
                <button type="button" class="btn s" aria-pressed={pinned.to_string()} disabled={session.date.is_none()} onclick={event(RowEvent::Pin(number))}>
                    { small_icon(Icon::Pin) }{ if pinned { lang.unpin() } else { lang.pin() } }
                </button>
                if session.date.is_some() && moving.is_none() {
                    <button type="button" class="btn s" onclick={ctx.on(Action::edit(lapse))}>{ lang.it_does_not() }</button>
                }
            </div>
            <div class="field day">
                <label for="insp-day">{ lang.choose_day() }</label>
                <Typed key={name.clone()} name={name.clone()} id="insp-day" kind="date" {min} {value} {onset} act={ctx.act.clone()} label={lang.choose_day()} />
            </div>
            if let Some(moving) = moving {
                <div class="acts">
                    <button type="button" class="btn s p" onclick={act(RosterAct::Place)}>{ lang.move_to(&lang.day(moving.to, session.date)) }</button>
                    <button type="button" class="btn s q" onclick={act(RosterAct::Cancel)}>{ lang.move_back() }</button>
                </div>
            }
        </>
    }
}

fn next_best(ctx: &Ctx, group: &Group, session: &SessionView, found: &[Alternative]) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    html! {
        <section aria-labelledby="insp-alts">
            <h3 id="insp-alts">{ lang.next_best() }</h3>
            if found.is_empty() { <p class="small">{ lang.next_best_none() }</p> }
            <ol class="alts">
                { for found.iter().cloned().map(|alternative| {
                    let (date, preferred) = (alternative.date, session.window.preferred.contains(alternative.date));
                    let edit = Edit::Move { group: group.id.clone(), session: session.number, date };
                    let remedy = Remedy::Move { group: group.id.clone(), session: session.number, to: alternative, preferred };
                    let (_, cost) = lang.remedy(&model.plan, &remedy);
                    let day = lang.day(date, session.date.or(model.today));
                    html! {
                        <li key={date.number()}>
                            <span class="d">{ &day }</span>
                            <span class="c">{ cost }</span>
                            <button type="button" class="btn s" aria-label={format!("{}: {day}", lang.try_it())} onclick={ctx.on(Action::edit(edit))}>{ lang.try_it() }</button>
                        </li>
                    }
                }) }
            </ol>
        </section>
    }
}

/// Who leads the bijeenkomst in which room, and what its families need one by one; nothing where the plan has no team.
fn who_and_where(ctx: &Ctx, group: &Group, session: &SessionView) -> Html {
    let (model, plan, lang) = (&ctx.model, &ctx.model.plan, ctx.model.lang);
    let known = group.sessions.get(&session.number);
    let held = known.and_then(|known| meeting(plan, group, known));
    let catch_up = catch_up_of(plan, group, model.today);
    let missed = catch_up.iter().find(|one| one.number == session.number);
    let has_team = !plan.lines.is_empty() || !plan.people.is_empty();
    if missed.is_none() && !(has_team && held.is_some()) {
        return Html::default();
    }
    let held = held.filter(|_| has_team).map(|held| {
        let room = held.room.and_then(|id| plan.rooms.get(id));
        let room = room.map_or_else(|| lang.fact_unknown().to_owned(), |room| room.label.clone());
        let people: Vec<String> = held
            .facilitators
            .iter()
            .map(|id| plan.person_name(id).to_owned())
            .collect();
        let people = if people.is_empty() {
            lang.fact_unknown().to_owned()
        } else {
            lang.list(&people)
        };
        html! { <><dt>{ lang.fact_room() }</dt><dd>{ room }</dd><dt>{ lang.fact_leads() }</dt><dd>{ people }</dd></> }
    });
    html! {
        <section aria-labelledby="insp-who">
            <h3 id="insp-who">{ lang.who_and_where() }</h3>
            <dl class="facts">
                { held }
                if let Some(missed) = missed {
                    <dt>{ Layer::CatchUp.label(lang) }</dt>
                    <dd>{ format!("{}, {}", lang.catch_up_count(missed.appointments, missed.at_most), lang.catch_up_when(missed.from, missed.until, missed.by_programme, model.today)) }</dd>
                }
            </dl>
            { known.map(|known| physician(ctx, group, known)) }
        </section>
    }
}

/// Who comes as the jeugdarts, to choose from all there are; of one that is over who was chosen.
fn physician(ctx: &Ctx, group: &Group, session: &Session) -> Html {
    let (model, plan, lang) = (&ctx.model, &ctx.model.plan, ctx.model.lang);
    let named = &session.physician;
    if !session.is_to_come(model.today) {
        return html! {
            if let Some(id) = named {
                <dl class="facts"><dt>{ lang.fact_physician() }</dt><dd>{ plan.person_name(id) }</dd></dl>
            }
        };
    }
    let found = physicians_for(plan, group, session.number, model.today);
    let found = found
        .into_iter()
        .map(|(person, why)| (person.id.clone(), why));
    let mut found: Vec<(PersonId, Option<Hindrance>)> = found.collect();
    if let Some(id) = named
        && !found.iter().any(|(known, _)| known == id)
    {
        found.push((id.clone(), Some(Hindrance::OtherRole)));
    }
    let is_asked = named.is_some() || needs_physician(plan, session.number);
    if found.is_empty() || !is_asked {
        return Html::default();
    }
    let options: Vec<PersonId> = found.iter().map(|(id, _)| id.clone()).collect();
    let words = |one: &Option<PersonId>| match one {
        None => lang.physician_nobody().to_owned(),
        Some(id) => {
            let why = found.iter().find(|(known, _)| known == id);
            let why = why.and_then(|(_, why)| why.as_ref());
            lang.physician_option(plan.person_name(id), why)
        }
    };
    let (act, id, number) = (ctx.act.clone(), group.id.clone(), session.number);
    let onchoose = Callback::from(move |physician: Option<PersonId>| {
        let (group, session) = (id.clone(), number);
        let visit = Visit {
            group,
            session,
            physician,
        };
        act.emit(Action::edit(Edit::AssignPhysicians(vec![visit])));
    });
    let choice = choose(or_none(options), named, words, onchoose);
    html! {
        <div key={format!("physician {} {number}", group.id)}>
            { Html::from(choice.field("insp-physician", lang.physician_who())) }
        </div>
    }
}

fn facts(ctx: &Ctx, group: &Group, session: &SessionView, moving: Option<&Moving>) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let Some(spec) = plan.template().session(session.number) else {
        return Html::default();
    };
    let vaccinations = if spec.doses.is_empty() {
        html! { lang.fact_none() }
    } else {
        html! { <ul>{ for spec.doses.iter().map(|dose| html! { <li class="nw">{ lang.dose(dose) }</li> }) }</ul> }
    };
    let day = moving.map(|moving| moving.to).or(session.date);
    let ages = day.and_then(|date| {
        let births = plan.births(group)?;
        let age = |birth: Date| lang.age_short(date.days_since(birth));
        Some(format!(
            "{} – {}",
            age(births.youngest()),
            age(births.oldest())
        ))
    });
    html! {
        <section aria-labelledby="insp-facts">
            <h3 id="insp-facts">{ lang.facts_title(&spec.name) }</h3>
            <dl class="facts">
                <dt>{ lang.fact_physician() }</dt><dd>{ lang.fact_physician_minutes(spec.physician_minutes) }</dd>
                <dt>{ lang.fact_vaccinations() }</dt><dd>{ vaccinations }</dd>
                <dt>{ lang.fact_replaces() }</dt><dd>{ replaced(lang, &spec.replaces, plan.children(group)) }</dd>
                if let Some(ages) = ages { <dt>{ lang.fact_ages() }</dt><dd>{ ages }</dd> }
                <dt>{ lang.fact_families() }</dt><dd>{ lang.families_and_children(plan.families(group), plan.children(group)) }</dd>
            </dl>
        </section>
    }
}

fn replaced(lang: Lang, codes: &[String], children: usize) -> String {
    if codes.is_empty() {
        return lang.fact_none().to_owned();
    }
    let moments: Vec<String> = codes.iter().map(|code| lang.contact_moment(code)).collect();
    lang.replaces(children, &lang.list(&moments))
}

fn of_group(ctx: &Ctx, overview: &Overview, row: &RowView) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let place = overview
        .location(&row.location)
        .map_or("", |location| location.name.as_str());
    let problems = model.problems_of(&row.id).count();
    let own: Vec<Problem> = model
        .problems_of(&row.id)
        .filter(|problem| matches!(problem.place, Place::Group(_)))
        .cloned()
        .collect();
    html! {
        <aside class="insp" aria-label={lang.insp_label()} key="group">
            <header>
                <div class="tt">
                    <span class="small muted">{ place }</span>
                    <h2 id="insp-title" tabindex="-1">{ row.id.as_str() }</h2>
                    <span class="small">{ lang.roster_when_long(row.half_day, row.start, row.families) }</span>
                </div>
                { close_inspector(ctx) }
            </header>
            if !own.is_empty() { <section>{ notes(ctx, own) }</section> }
            <Telling ctx={ctx.clone()} group={row.id.clone()} />
            <Physicians ctx={ctx.clone()} group={row.id.clone()} />
            <section aria-labelledby="insp-dates">
                <h3 id="insp-dates">{ lang.insp_dates() }</h3>
                <ol class="dates">
                    { for row.sessions.iter().map(|session| {
                        let select = Action::Select(Selection::Session(row.id.clone(), session.number));
                        let day = session.date.map_or_else(|| lang.standing(Standing::Undated).to_owned(), |date| lang.day(date, model.today));
                        html! {
                            <li key={session.number.get()}>
                                <button type="button" onclick={ctx.on(select)}>
                                    <span class="n">{ session.number.to_string() }</span>
                                    <span class="d">{ day }</span>
                                    <span class="c">{ session.state.label(lang) }</span>
                                </button>
                            </li>
                        }
                    }) }
                </ol>
                <div class="acts">
                    <button type="button" class="btn s" onclick={ctx.on(Action::GoTo(Page::Groups, Selection::Group(row.id.clone())))}>{ lang.to_group() }</button>
                    if problems > 0 {
                        <button type="button" class="btn s q" onclick={ctx.on(Action::GoTo(Page::Problems, Selection::Group(row.id.clone())))}>{ lang.to_problems(problems) }</button>
                    }
                </div>
            </section>
        </aside>
    }
}
