//! Takes a CenteringZwangerschap group over whole: a few codes and due dates become one group (doorgaande lijn).

use crate::app::Action;
use crate::pages::PageProps;
use crate::pages::list::{List, line_count, questions, use_intake, why_off, why_off_id};
use crate::parts::{Icon, Modal, refusal_note, small_icon};
use crate::store::{Page, Selection};
use centering_core::care::BirthWindow;
use centering_core::intake::{BirthDates, Column, Intake, LONGEST_LOCATION_NAME};
use centering_core::plan::{Edit, Enrolment, Location, LocationId, Plan};
use yew::prelude::*;

/// A list of codes and dates of one group.
fn read(text: &str, plan: &Plan) -> Option<List> {
    if text.trim().is_empty() {
        return None;
    }
    let list = List::read(text, None, plan);
    let mut reading = list.reading.clone();
    // With one wrong code among few the guess is unsure; the first column is the code.
    let columns = &reading.columns;
    if !columns.contains(&Column::Code)
        && let Some(first) = columns.iter().position(|column| *column != Column::Birth)
    {
        reading = reading.with_column(first, Column::Code);
    }
    // All go to one location, whatever the lines say; of some the child is not born yet.
    reading = reading.with_location(None);
    reading.birth_dates = BirthDates::BornOrDue;
    Some(list.with(reading))
}

#[component]
pub fn TakeOver(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let list = use_state_eq(|| None::<List>);
    let chosen = use_state_eq(|| plan.locations.keys().next().cloned());
    let other = use_state_eq(String::new);
    let refused = use_state_eq(|| None::<String>);
    let location = chosen
        .as_ref()
        .and_then(|id| plan.locations.get(id))
        .map_or_else(|| (*other).clone(), |location| location.name.clone());
    let intake = use_intake(&list, &location, ctx);
    let intake = intake.as_ref().as_ref();
    let known = intake.filter(|intake| !intake.is_open);
    let families: Vec<Enrolment> = known.map_or_else(Vec::new, |intake| intake.enrolments.clone());
    let spread = BirthWindow::around(families.iter().map(|family| family.birth))
        .map_or(0, BirthWindow::spread_days);
    let most = plan.settings.max_spread_days;
    let onsubmit = {
        let (ctx, refused) = (ctx.clone(), refused.clone());
        let locations: Vec<Location> =
            known.map_or_else(Vec::new, |intake| intake.locations.clone());
        let today = ctx.model.today;
        let mut families = families.clone();
        // A date that is still to come is a due date.
        for family in &mut families {
            family.provisional |= today.is_some_and(|today| family.birth > today);
        }
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if families.is_empty() {
                return;
            }
            let edit = Edit::TakeOver {
                locations: locations.clone(),
                families: families.clone(),
            };
            let outcome = ctx.edit_and_close(edit);
            if outcome.is_ok() {
                ctx.act(Action::GoTo(Page::Groups, Selection::Nothing));
            }
            refused.set(outcome.err());
        })
    };
    let onlocation = {
        let (chosen, ids) = (
            chosen.clone(),
            plan.locations.keys().cloned().collect::<Vec<LocationId>>(),
        );
        Callback::from(move |event: Event| {
            let index = crate::parts::chosen(&event);
            chosen.set(index.and_then(|index| ids.get(index)).cloned());
        })
    };
    let onother = {
        let other = other.clone();
        Callback::from(move |event: InputEvent| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            other.set(input.value());
        })
    };
    let ontext = {
        let (list, plan) = (list.clone(), plan.clone());
        Callback::from(move |event: InputEvent| {
            let area: web_sys::HtmlTextAreaElement = event.target_unchecked_into();
            list.set(read(&area.value(), &plan));
        })
    };
    let onlist = {
        let list = list.clone();
        Callback::from(move |changed: List| list.set(Some(changed)))
    };
    let close = ctx.on(Action::CloseDialog);
    let footer = html! {
        <>
            <button type="button" class="btn" onclick={ctx.on(Action::CloseDialog)}>{ lang.cancel() }</button>
            { why_off(lang, intake) }
            <button type="submit" form="take-over-form" class="btn p" aria-describedby={why_off_id(intake)} disabled={families.is_empty()}>{ lang.take_over_do(families.len()) }</button>
        </>
    };
    html! {
        <Modal title={lang.take_over()} close_label={lang.close()} onclose={close} {footer}>
            <form id="take-over-form" class="stack t" novalidate=true autocomplete="off" {onsubmit}>
                { refusal_note(refused.as_deref()) }
                <p class="small">{ lang.take_over_how() }</p>
                if !plan.locations.is_empty() {
                    <div class="field">
                        <label for="take-over-location">{ lang.family_location() }</label>
                        <select id="take-over-location" class="select" onchange={onlocation}>
                            { for plan.locations.values().map(|one| html! { <option selected={chosen.as_ref() == Some(&one.id)}>{ &one.name }</option> }) }
                            <option selected={chosen.is_none()}>{ lang.family_other_location() }</option>
                        </select>
                    </div>
                }
                if chosen.is_none() {
                    <div class="field">
                        <label for="take-over-other">{ lang.family_location_name() }</label>
                        <input id="take-over-other" class="input" value={(*other).clone()} oninput={onother}
                            maxlength={LONGEST_LOCATION_NAME.to_string()} />
                    </div>
                }
                <div class="field">
                    <label for="take-over-list">{ lang.take_over_list() }</label>
                    <textarea id="take-over-list" class="input paste" rows="8" spellcheck="false" autocomplete="off" autofocus=true
                        aria-describedby="take-over-hint" oninput={ontext} />
                    <span class="hint" id="take-over-hint">{ lang.take_over_hint() }</span>
                </div>
                <div class="stack xt" aria-live="polite">
                    if let (Some(list), Some(intake)) = (&*list, intake) {
                        { questions(lang, list, intake, &onlist) }
                        if !intake.is_open {
                            { summary(props, intake, spread, most) }
                        }
                        { line_count(lang, intake) }
                    }
                </div>
            </form>
        </Modal>
    }
}

fn summary(props: &PageProps, intake: &Intake, spread: i32, most: u16) -> Html {
    let lang = props.ctx.model.lang;
    html! {
        <>
            if !intake.enrolments.is_empty() {
                <div class={if spread > i32::from(most) { "note warn" } else { "note ok" }}>
                    { small_icon(if spread > i32::from(most) { Icon::Warn } else { Icon::Ok }) }
                    <div class="stack xt">
                        <b>{ lang.import_good(intake.enrolments.len()) }</b>
                        <span>{ if spread > i32::from(most) { lang.take_over_wide(spread, most) } else { lang.take_over_spread(spread) } }</span>
                        if intake.replaced > 0 { <span>{ lang.take_over_known(intake.replaced) }</span> }
                        if !intake.dropped.is_empty() { <span>{ lang.import_dropped(&lang.list(&intake.dropped)) }</span> }
                    </div>
                </div>
            }
            if !intake.faults.is_empty() {
                <div class="note warn">
                    { small_icon(Icon::Warn) }
                    <div class="stack xt">
                        <b>{ lang.import_faults(intake.faults.len()) }</b>
                        <ul>
                            { for intake.faults.iter().take(5).map(|fault| html! {
                                <li>{ lang.line() }{ " " }{ fault.line }{ ": " }{ lang.line_fault(fault) }</li>
                            }) }
                        </ul>
                    </div>
                </div>
            }
        </>
    }
}
