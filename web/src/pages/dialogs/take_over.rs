//! Takes a CenteringZwangerschap group over whole: a few codes and due dates become one group (doorgaande lijn).

use crate::pages::list::{List, line_count, questions, use_intake, why_off, why_off_id};
use crate::parts::form::{choose, location_words};
use crate::parts::{Icon, Modal, TextField, refusal_note, setter, small_icon};
use crate::state::{Action, Page, PageProps, Selection};
use centering_core::care::BirthWindow;
use centering_core::edit::Edit;
use centering_core::intake::{BirthDates, Column, Intake, LONGEST_LOCATION_NAME};
use centering_core::plan::{Enrolment, Location, Plan};
use yew::prelude::*;

/// A list of codes and dates of one group.
fn read(text: &str, plan: &Plan) -> Option<List> {
    if text.trim().is_empty() {
        return None;
    }
    let list: List = List::read(text, None, plan);
    let mut reading = list.reading.clone();
    // With one wrong code among few the guess is unsure; the first column is the code.
    let columns = &reading.columns;
    if !columns.contains(&Column::Code)
        && let Some(first) = columns.iter().position(|column| *column != Column::Birth)
    {
        reading = reading.with_column(first, Column::Code);
    }
    // All go to one location, whatever the lines say; of some the child is not born yet.
    reading = reading.with_answer(Column::Location, None);
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
        let families = families.clone();
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
    let onlocation = setter(&chosen);
    let ids = plan.locations.keys().cloned().map(Some).chain([None]);
    let name = location_words(plan, lang.family_other_location());
    let ontext = {
        let (list, plan) = (list.clone(), plan.clone());
        Callback::from(move |event: InputEvent| {
            let area: web_sys::HtmlTextAreaElement = event.target_unchecked_into();
            list.set(read(&area.value(), &plan));
        })
    };
    let onlist = setter(&list).reform(Some);
    let close = ctx.on(Action::CloseDialog);
    let footer = html! {
        <>
            <button type="button" class="btn" onclick={ctx.on(Action::CloseDialog)}>{ lang.cancel() }</button>
            { why_off(lang, intake) }
            <button type="submit" form="take-over-form" class="btn p" aria-describedby={why_off_id(intake)} disabled={families.is_empty()}>{ lang.take_over_do(families.len()) }</button>
        </>
    };
    html! {
        <Modal title={lang.take_over()} {lang} onclose={close} {footer}>
            <form id="take-over-form" class="stack t" novalidate=true autocomplete="off" {onsubmit}>
                { refusal_note(refused.as_deref()) }
                <p class="small">{ lang.take_over_how() }</p>
                if !plan.locations.is_empty() {
                    { choose(ids, &*chosen, name, onlocation).field("take-over-location", lang.family_location()) }
                }
                if chosen.is_none() {
                    <TextField id="take-over-other" label={lang.family_location_name()} value={(*other).clone()} oninput={setter(&other)}
                        maxlength={LONGEST_LOCATION_NAME.to_string()} />
                }
                <div class="field">
                    <label for="take-over-list">{ lang.take_over_list() }</label>
                    <textarea id="take-over-list" class="input paste" rows="8" spellcheck="false" autocomplete="off" autofocus=true
                        aria-describedby="take-over-hint" oninput={ontext} />
                    <span class="hint" id="take-over-hint">{ lang.take_over_hint() }</span>
                </div>
                <div class="stack xt">
                    if let (Some(list), Some(intake)) = (&*list, intake) {
                        { questions(lang, list, intake, &onlist) }
                        if !intake.is_open {
                            { summary(props, intake, spread, most) }
                        }
                    }
                    { line_count(lang, intake.map(|intake| (intake.lines, intake.is_open))) }
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
                        if intake.known > 0 { <span>{ lang.take_over_known(intake.known) }</span> }
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
