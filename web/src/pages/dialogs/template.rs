//! The editor of the bijeenkomst template: every bijeenkomst with its windows, its duration, the jeugdarts, what
//! it replaces and the vaccinations. Core judges the whole; what is wrong stands at its field.

mod draft;

use crate::app::Action;
use crate::parts::{Icon, Modal, TextField, chosen, refusal_note, small_icon, ticked, use_focus};
use crate::store::Ctx;
use crate::text::Lang;
use centering_core::care::{PlannedDose, SessionNumber, SessionTemplate};
use centering_core::plan::Edit;
use draft::{After, Age, Change, Draft, Faults, Row, all_doses, is_known};
use std::collections::BTreeMap;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct TemplateProps {
    pub ctx: Ctx,
    pub onclose: Callback<()>,
}

#[component]
pub fn TemplateDialog(props: &TemplateProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let draft = use_reducer_eq(|| Draft::of(plan.template()));
    let refused = use_state_eq(|| None::<String>);
    let form = use_node_ref();
    let focus = use_focus(form.clone());
    let faults = match draft.read(lang) {
        Err(faults) if draft.tried => faults,
        _ => BTreeMap::new(),
    };
    let finish = {
        let (ctx, refused, onclose) = (ctx.clone(), refused.clone(), props.onclose.clone());
        move |edit: Edit, propose: bool| {
            let outcome = ctx.edit_from_dialog(edit);
            if outcome.is_ok() {
                onclose.emit(());
                if propose {
                    ctx.act(Action::edit(Edit::Propose));
                }
            }
            refused.set(outcome.err());
        }
    };
    let onsubmit = {
        let (draft, finish) = (draft.clone(), finish.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match draft.read(lang) {
                Ok(edit) => finish(edit, draft.propose),
                Err(_) => {
                    draft.dispatch(Change::Tried);
                    focus.emit("[aria-invalid=true]");
                }
            }
        })
    };
    let onreset = {
        let (draft, before) = (draft.clone(), plan.template().clone());
        Callback::from(move |_: MouseEvent| finish(back_to_proposal(&before), draft.propose))
    };
    let onpropose = {
        let draft = draft.clone();
        Callback::from(move |event: Event| draft.dispatch(Change::Propose(ticked(&event))))
    };
    let close = {
        let onclose = props.onclose.clone();
        Callback::from(move |_: MouseEvent| onclose.emit(()))
    };
    let is_own = plan.template.is_some();
    let footer = html! {
        <>
            <div class="push stack xt">
                <span class="small muted">{ lang.settings_stay() }</span>
                <label class="check"><input type="checkbox" checked={draft.propose} onchange={onpropose} />{ lang.settings_propose() }</label>
            </div>
            if is_own {
                <button type="button" class="btn d" onclick={onreset}>{ lang.template_reset() }</button>
            }
            <button type="button" class="btn" onclick={close}>{ lang.cancel() }</button>
            <button type="submit" form="template-form" class="btn p">{ lang.save() }</button>
        </>
    };
    html! {
        <Modal id="template-title" title={lang.template_title()} close_label={lang.close()} onclose={props.onclose.clone()} wide={true} {footer}>
            <form id="template-form" class="stack t template" ref={form} novalidate={true} autocomplete="off" {onsubmit}>
                { refusal_note(refused.as_deref()) }
                <p class="small muted">
                    { lang.template_sub() }{ " " }
                    { if is_own { lang.template_own() } else { lang.template_proposal() } }
                </p>
                <p class="small" id="ages-hint">{ lang.template_ages_hint() }</p>
                <ol class="stack t">
                    { for draft.rows.iter().enumerate().map(|(place, row)| {
                        let found = faults.get(&row.key).cloned().unwrap_or_default();
                        session(lang, &draft, place, row, &found)
                    }) }
                </ol>
            </form>
        </Modal>
    }
}

/// The edit that goes back to the proposal of the planner; days stay with their number.
fn back_to_proposal(before: &SessionTemplate) -> Edit {
    let proposal = SessionTemplate::proposal();
    let numbers = before.sessions.iter().map(|spec| spec.number);
    let stays = |number: &SessionNumber| proposal.session(*number).is_some();
    Edit::SetTemplate {
        template: None,
        kept: numbers
            .filter(stays)
            .map(|number| (number, number))
            .collect(),
    }
}

fn session(
    lang: Lang,
    draft: &UseReducerHandle<Draft>,
    place: usize,
    row: &Row,
    faults: &Faults,
) -> Html {
    let key = row.key;
    let number = u8::try_from(place + 1).unwrap_or(u8::MAX);
    let typed = |change: fn(u32, String) -> Change| {
        let draft = draft.clone();
        Callback::from(move |text| draft.dispatch(change(key, text)))
    };
    let wrong = |is_wrong: bool, words: &'static str| is_wrong.then(|| AttrValue::from(words));
    let has_physician = {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            draft.dispatch(Change::HasPhysician(key, ticked(&event)))
        })
    };
    let add = {
        let (draft, name) = (draft.clone(), lang.template_new_name().to_owned());
        Callback::from(move |_: MouseEvent| draft.dispatch(Change::AddAfter(key, name.clone())))
    };
    let remove = {
        let draft = draft.clone();
        Callback::from(move |_: MouseEvent| draft.dispatch(Change::Remove(key)))
    };
    let title = lang.template_number(number);
    html! {
        <li key={key} class="frame">
            <fieldset class="stack t session">
                <legend>{ &title }</legend>
                <TextField id={format!("template-name-{key}")} label={lang.template_name()} value={row.name.clone()} maxlength="60"
                    oninput={typed(Change::Name)} error={wrong(faults.name, lang.template_name_hint())} />
                <div class="ages">
                    { ages(lang, draft, row, faults, [Age::AllowedFrom, Age::AllowedTo], lang.template_allowed()) }
                    { ages(lang, draft, row, faults, [Age::PreferredFrom, Age::PreferredTo], lang.template_preferred()) }
                </div>
                if let Some((words, _)) = &faults.rule {
                    <p class="err" id={format!("template-rule-{key}")} role="alert">{ small_icon(Icon::Error) }<span>{ words }</span></p>
                }
                <div class="three">
                    <TextField id={format!("template-duration-{key}")} label={lang.template_duration()} unit={lang.template_minutes()} value={row.duration.clone()}
                        inputmode="numeric" maxlength="3" oninput={typed(Change::Duration)} error={wrong(faults.duration, lang.template_duration_wrong())} />
                    <div class="stack xt">
                        <label class="check"><input type="checkbox" checked={row.has_physician} onchange={has_physician} />{ lang.template_physician() }</label>
                        if row.has_physician {
                            <TextField id={format!("template-physician-{key}")} label={lang.template_physician_minutes()} unit={lang.template_minutes()} value={row.physician.clone()}
                                inputmode="numeric" maxlength="3" oninput={typed(Change::Physician)} error={wrong(faults.physician, lang.template_physician_wrong())} />
                        }
                    </div>
                    <TextField id={format!("template-replaces-{key}")} label={lang.template_replaces()} value={row.replaces.clone()} maxlength="80"
                        hint={lang.template_replaces_hint()} oninput={typed(Change::Replaces)} error={wrong(faults.replaces, lang.template_replaces_wrong())} />
                </div>
                { doses(lang, draft, row) }
                { intervals(lang, draft, place, row, faults) }
                <div class="acts">
                    <button type="button" class="btn s q" onclick={add}>{ small_icon(Icon::Plus) }{ lang.template_add() }<span class="sr">{ " (" }{ &title }{ ")" }</span></button>
                    if draft.rows.len() > 1 {
                        <button type="button" class="btn s q" onclick={remove}>{ small_icon(Icon::Trash) }{ lang.template_remove() }<span class="sr">{ ": " }{ &title }</span></button>
                    }
                </div>
            </fieldset>
        </li>
    }
}

/// From which to which age.
fn ages(
    lang: Lang,
    draft: &UseReducerHandle<Draft>,
    row: &Row,
    faults: &Faults,
    ends: [Age; 2],
    window: &'static str,
) -> Html {
    let key = row.key;
    let unread = ends.iter().any(|age| faults.ages.contains(age));
    let error_id = format!("template-age-{key}-{}", ends[0] as usize);
    let field = |age: Age, side: &'static str| {
        let by_rule = faults
            .rule
            .as_ref()
            .is_some_and(|(_, ages)| ages.contains(&age));
        let is_wrong = faults.ages.contains(&age) || by_rule;
        let oninput = {
            let draft = draft.clone();
            Callback::from(move |event: InputEvent| {
                let input: web_sys::HtmlInputElement = event.target_unchecked_into();
                draft.dispatch(Change::Age(key, age, input.value()));
            })
        };
        let described = match (faults.ages.contains(&age), by_rule) {
            (true, _) => error_id.clone(),
            (false, true) => format!("template-rule-{key}"),
            (false, false) => "ages-hint".to_owned(),
        };
        html! {
            <label class="age"><span class="small muted">{ side }</span>
                <input id={format!("template-{key}-{}", age as usize)} class="input" value={row.ages[age as usize].clone()} maxlength="12"
                    autocomplete="off" spellcheck="false" aria-label={lang.template_age_of(window, side)}
                    aria-invalid={is_wrong.then_some("true")} aria-describedby={described} {oninput} />
            </label>
        }
    };
    html! {
        <div class="window">
            <span class="small"><b>{ window }</b></span>
            { field(ends[0], lang.template_from()) }
            { field(ends[1], lang.template_to()) }
            if unread { <span class="err" id={error_id.clone()}>{ small_icon(Icon::Error) }<span>{ lang.template_age_wrong() }</span></span> }
        </div>
    }
}

fn doses(lang: Lang, draft: &UseReducerHandle<Draft>, row: &Row) -> Html {
    let key = row.key;
    let is_on = |planned: &PlannedDose| row.doses.contains(&(planned.dose.clone(), planned.scheme));
    // Those that the programme does not have are shown as long as they are on, so that they can be taken away.
    let own = row.doses.iter();
    let own = own.map(|(dose, scheme)| PlannedDose::new(dose.clone(), *scheme));
    let mut all: Vec<PlannedDose> = own.filter(|planned| !is_known(planned)).collect();
    let has_unknown = !all.is_empty();
    all.extend(all_doses());
    let chosen: Vec<PlannedDose> = all
        .iter()
        .filter(|planned| is_on(planned))
        .cloned()
        .collect();
    let words = if chosen.is_empty() {
        lang.template_doses_none().to_owned()
    } else {
        lang.doses(&chosen)
    };
    html! {
        <details class="more" open={has_unknown}>
            <summary>{ lang.template_doses() }{ ": " }{ words }</summary>
            <div class="checks">
                { for all.into_iter().map(|planned| {
                    let checked = is_on(&planned);
                    let is_unknown = !is_known(&planned);
                    let word = if is_unknown { lang.template_dose_unknown(&lang.dose(&planned)) } else { lang.dose(&planned) };
                    let draft = draft.clone();
                    let onchange = Callback::from(move |event: Event| {
                        draft.dispatch(Change::Dose(key, planned.clone(), ticked(&event)));
                    });
                    html! {
                        <label class="check">
                            <input type="checkbox" {checked} aria-invalid={is_unknown.then_some("true")} {onchange} />{ word }
                        </label>
                    }
                }) }
            </div>
        </details>
    }
}

/// The least times after earlier bijeenkomsten that the template asks for; those of vaccines hold anyway.
fn intervals(
    lang: Lang,
    draft: &UseReducerHandle<Draft>,
    place: usize,
    row: &Row,
    faults: &Faults,
) -> Html {
    let earlier: Vec<u32> = draft.rows.iter().take(place).map(|row| row.key).collect();
    let Some(last) = earlier.last().copied() else {
        return Html::default();
    };
    let key = row.key;
    let add = {
        let draft = draft.clone();
        Callback::from(move |_: MouseEvent| draft.dispatch(Change::AddInterval(key, last)))
    };
    let one = |(at, after): (usize, &After)| {
        let keys = earlier.clone();
        let onchange = {
            let draft = draft.clone();
            Callback::from(move |event: Event| {
                if let Some(key_of) = chosen(&event).and_then(|at| keys.get(at)) {
                    draft.dispatch(Change::IntervalAfter(key, at, *key_of));
                }
            })
        };
        let oninput = {
            let draft = draft.clone();
            Callback::from(move |text| draft.dispatch(Change::IntervalTime(key, at, text)))
        };
        let drop = {
            let draft = draft.clone();
            Callback::from(move |_: MouseEvent| draft.dispatch(Change::DropInterval(key, at)))
        };
        let error = faults.after.contains(&at);
        let words = lang.template_interval_drop(&after.time);
        html! {
            <li key={at} class="after">
                <TextField id={format!("template-after-{key}-{at}")} label={lang.template_at_least()} value={after.time.clone()} maxlength="12"
                    oninput={oninput} error={error.then(|| AttrValue::from(lang.template_interval_wrong()))} />
                <div class="field">
                    <label for={format!("template-earlier-{key}-{at}")}>{ lang.template_after() }</label>
                    <select id={format!("template-earlier-{key}-{at}")} class="input" {onchange}>
                        { for earlier.iter().zip(1_u8..).map(|(other, number)| html! {
                            <option selected={*other == after.earlier}>{ lang.template_number(number) }</option>
                        }) }
                    </select>
                </div>
                <button type="button" class="btn i q" aria-label={words.clone()} title={words} onclick={drop}>{ small_icon(Icon::Close) }</button>
            </li>
        }
    };
    html! {
        <div class="stack xt">
            if !row.after.is_empty() {
                <ul class="stack xt" aria-label={lang.template_intervals()}>{ for row.after.iter().enumerate().map(one) }</ul>
            }
            <div class="acts">
                <button type="button" class="btn s q" onclick={add}>
                    { small_icon(Icon::Plus) }{ lang.template_interval_add() }<span class="sr">{ ": " }{ lang.template_number(u8::try_from(place + 1).unwrap_or(u8::MAX)) }</span>
                </button>
            </div>
        </div>
    }
}
