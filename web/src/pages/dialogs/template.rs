//! The editor of the bijeenkomst template: every bijeenkomst with its windows, its duration, the jeugdarts, what
//! it replaces and the vaccinations. Core judges the whole; what is wrong stands at its field.

mod draft;

use crate::parts::form::{Form, Text, put, saving_by, use_form};
use crate::parts::{Icon, small_icon, ticked};
use crate::state::Ctx;
use centering_core::care::{PlannedDose, SessionNumber, SessionTemplate};
use centering_core::edit::Edit;
use centering_words::Lang;
use draft::{After, Age, Draft, Faults, Row, all_doses, is_known};
use std::collections::{BTreeMap, BTreeSet};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct TemplateProps {
    pub ctx: Ctx,
}

#[component]
pub fn TemplateDialog(props: &TemplateProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let form = use_form(|| Draft::of(plan.template()));
    let draft = form.draft();
    let saving = |edit: Edit| {
        let propose = draft.propose.then_some(Edit::Propose);
        [edit].into_iter().chain(propose).collect()
    };
    let (edits, faults) = match draft.read(lang) {
        Ok(edit) => (Some(saving(edit)), BTreeMap::new()),
        Err(faults) => (None, faults),
    };
    let onreset = {
        let save = saving_by(ctx, saving(back_to_proposal(plan.template())));
        let form = form.clone();
        Callback::from(move |_: MouseEvent| form.save(&save))
    };
    let is_own = plan.template.is_some();
    let footer = html! {
        <>
            <div class="push stack xt">
                <span class="small muted">{ lang.settings_stay() }</span>
                { form.tick(lang.settings_propose(), draft.propose, |draft, is_on| draft.propose = is_on) }
            </div>
            if is_own {
                <button type="button" class="btn d" onclick={onreset}>{ lang.template_reset() }</button>
            }
        </>
    };
    let none = Faults::default();
    let fields = html! {
        <>
            <p class="small muted">
                { lang.template_sub() }{ " " }
                { if is_own { lang.template_own() } else { lang.template_proposal() } }
            </p>
            <p class="small" id="ages-hint">{ lang.template_ages_hint() }</p>
            <ol class="stack t">
                { for draft.rows.iter().enumerate().map(|(place, (key, row))| {
                    let faults = faults.get(&key).unwrap_or(&none);
                    session(&One { lang, form: &form, place, key, row, faults })
                }) }
            </ol>
        </>
    };
    form.dialog(ctx, "template-form", lang.template_title(), edits)
        .class("stack t template")
        .wide()
        .footer(footer)
        .show(fields)
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

/// One bijeenkomst in the form.
struct One<'a> {
    lang: Lang,
    form: &'a Form<Draft>,
    place: usize,
    key: u32,
    row: &'a Row,
    faults: &'a Faults,
}

impl One<'_> {
    /// A field of text of the bijeenkomst.
    fn text(
        &self,
        name: &str,
        label: &'static str,
        value: &str,
        set: fn(&mut Row, String),
        wrong: Option<&'static str>,
    ) -> Text {
        let key = self.key;
        let set = move |draft: &mut Draft, text| draft.rows.alter(key, |row| set(row, text));
        let id = format!("template-{name}-{key}");
        self.form.text(id, label, value, set).fault(wrong)
    }

    /// A button that changes the bijeenkomsten.
    fn button(&self, change: impl Fn(&mut Draft) + Clone + 'static) -> Callback<MouseEvent> {
        self.form.on(move |draft, _| change(draft))
    }

    /// What core says of the bijeenkomst, once it is time to say so, with the ages that it is about.
    fn rule(&self) -> Option<&(String, BTreeSet<Age>)> {
        let is_left = |age: &Age| self.form.shows(&age_id(self.key, *age));
        let rule = self.faults.rule.as_ref();
        rule.filter(|(_, ages)| self.form.is_tried() || ages.iter().any(is_left))
    }
}

fn age_id(key: u32, age: Age) -> String {
    format!("template-{key}-{}", age as usize)
}

fn session(one: &One<'_>) -> Html {
    let One {
        lang,
        form,
        place,
        key,
        row,
        faults,
    } = *one;
    let number = u8::try_from(place + 1).unwrap_or(u8::MAX);
    let wrong = |is_wrong: bool, words: &'static str| is_wrong.then_some(words);
    let add = one.button(move |draft| draft.add_after(key, lang.template_new_name().to_owned()));
    let remove = one.button(move |draft| draft.remove(key));
    let title = lang.template_number(number);
    html! {
        <li key={key} class="frame">
            <fieldset class="stack t session">
                <legend>{ &title }</legend>
                { one.text("name", lang.template_name(), &row.name, |row, text| row.name = text,
                    wrong(faults.name, lang.template_name_hint())).most(60) }
                <div class="ages">
                    { ages(one, [Age::AllowedFrom, Age::AllowedTo], lang.template_allowed()) }
                    { ages(one, [Age::PreferredFrom, Age::PreferredTo], lang.template_preferred()) }
                </div>
                if let Some((words, _)) = one.rule() {
                    <p class="err" id={format!("template-rule-{key}")} role="alert">{ small_icon(Icon::Error) }<span>{ words }</span></p>
                }
                <div class="three">
                    { one.text("duration", lang.template_duration(), &row.duration, |row, text| row.duration = text,
                        wrong(faults.duration, lang.template_duration_wrong())).unit(lang.template_minutes()).keys("numeric").most(3) }
                    <div class="stack xt">
                        { form.tick(lang.template_physician(), row.has_physician,
                            move |draft, is_on| draft.rows.alter(key, |row| row.has_physician = is_on)) }
                        if row.has_physician {
                            { one.text("physician", lang.template_physician_minutes(), &row.physician, |row, text| row.physician = text,
                                wrong(faults.physician, lang.template_physician_wrong())).unit(lang.template_minutes()).keys("numeric").most(3) }
                        }
                    </div>
                    { one.text("replaces", lang.template_replaces(), &row.replaces, |row, text| row.replaces = text,
                        wrong(faults.replaces, lang.template_replaces_wrong())).most(80).hint(lang.template_replaces_hint()) }
                </div>
                { doses(one) }
                { intervals(one) }
                <div class="acts">
                    <button type="button" class="btn s q" onclick={add}>{ small_icon(Icon::Plus) }{ lang.template_add() }<span class="sr">{ " (" }{ &title }{ ")" }</span></button>
                    if form.draft().rows.len() > 1 {
                        <button type="button" class="btn s q" onclick={remove}>{ small_icon(Icon::Trash) }{ lang.template_remove() }<span class="sr">{ ": " }{ &title }</span></button>
                    }
                </div>
            </fieldset>
        </li>
    }
}

/// From which to which age.
fn ages(one: &One<'_>, ends: [Age; 2], window: &'static str) -> Html {
    let One {
        lang,
        form,
        key,
        row,
        faults,
        ..
    } = *one;
    let is_unread = |age: &Age| faults.ages.contains(age) && form.shows(&age_id(key, *age));
    let error_id = format!("template-age-{key}-{}", ends[0] as usize);
    let field = |age: Age, side: &'static str| {
        let id = AttrValue::from(age_id(key, age));
        let by_rule = one.rule().is_some_and(|(_, ages)| ages.contains(&age));
        let set = move |draft: &mut Draft, text: String| {
            draft.rows.alter(key, |row| row.ages[age as usize] = text);
        };
        let (typed, onblur) = form.typing(&id, set);
        let oninput = typed.reform(|event: InputEvent| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            input.value()
        });
        let described = match (is_unread(&age), by_rule) {
            (true, _) => error_id.clone(),
            (false, true) => format!("template-rule-{key}"),
            (false, false) => "ages-hint".to_owned(),
        };
        html! {
            <label class="age"><span class="small muted">{ side }</span>
                <input {id} class="input" value={row.ages[age as usize].clone()} maxlength="12"
                    autocomplete="off" spellcheck="false" aria-label={lang.template_age_of(window, side)}
                    aria-invalid={(is_unread(&age) || by_rule).then_some("true")} aria-describedby={described} {oninput} {onblur} />
            </label>
        }
    };
    html! {
        <div class="window">
            <span class="small"><b>{ window }</b></span>
            { field(ends[0], lang.template_from()) }
            { field(ends[1], lang.template_to()) }
            if ends.iter().any(is_unread) { <span class="err" id={error_id.clone()}>{ small_icon(Icon::Error) }<span>{ lang.template_age_wrong() }</span></span> }
        </div>
    }
}

fn doses(one: &One<'_>) -> Html {
    let One {
        lang,
        form,
        key,
        row,
        ..
    } = *one;
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
    let tick = |planned: PlannedDose| {
        let checked = is_on(&planned);
        let is_unknown = !is_known(&planned);
        let word = if is_unknown {
            lang.template_dose_unknown(&lang.dose(&planned))
        } else {
            lang.dose(&planned)
        };
        let dose = (planned.dose, planned.scheme);
        let set = form.on(move |draft: &mut Draft, is_on| {
            draft
                .rows
                .alter(key, |row| put(&mut row.doses, &dose, is_on));
        });
        let onchange = set.reform(|event: Event| ticked(&event));
        html! {
            <label class="check">
                <input type="checkbox" {checked} aria-invalid={is_unknown.then_some("true")} {onchange} />{ word }
            </label>
        }
    };
    html! {
        <details class="more" open={has_unknown}>
            <summary>{ lang.template_doses() }{ ": " }{ words }</summary>
            <div class="checks">{ for all.into_iter().map(tick) }</div>
        </details>
    }
}

/// The least times after earlier bijeenkomsten that the template asks for; those of vaccines hold anyway.
fn intervals(one: &One<'_>) -> Html {
    let One {
        lang,
        form,
        place,
        key,
        row,
        faults,
    } = *one;
    let rows = form.draft().rows.iter().take(place);
    let earlier: Vec<u32> = rows.map(|(key, _)| key).collect();
    let Some(last) = earlier.last().copied() else {
        return Html::default();
    };
    let number = |place: usize| lang.template_number(u8::try_from(place + 1).unwrap_or(u8::MAX));
    let word = |key: &u32| number(form.draft().rows.place(*key).unwrap_or(0));
    let add = one.button(move |draft| draft.add_interval(key, last));
    let interval = |(at, after): (usize, &After)| {
        let drop = one.button(move |draft| draft.drop_interval(key, at));
        let wrong = faults.after.contains(&at);
        let words = lang.template_interval_drop(&after.time);
        html! {
            <li key={at} class="after">
                { form.text(format!("template-after-{key}-{at}"), lang.template_at_least(), &after.time,
                    move |draft, text| draft.set_interval(key, at, |after| after.time = text))
                    .most(12).fault(wrong.then(|| lang.template_interval_wrong())) }
                { form.choice(format!("template-earlier-{key}-{at}"), lang.template_after(), earlier.iter().copied(), &after.earlier, word,
                    move |draft, earlier| draft.set_interval(key, at, |after| after.earlier = earlier)).class("input") }
                <button type="button" class="btn i q" aria-label={words.clone()} title={words} onclick={drop}>{ small_icon(Icon::Close) }</button>
            </li>
        }
    };
    html! {
        <div class="stack xt">
            if !row.after.is_empty() {
                <ul class="stack xt" aria-label={lang.template_intervals()}>{ for row.after.iter().enumerate().map(interval) }</ul>
            }
            <div class="acts">
                <button type="button" class="btn s q" onclick={add}>
                    { small_icon(Icon::Plus) }{ lang.template_interval_add() }<span class="sr">{ ": " }{ number(place) }</span>
                </button>
            </div>
        </div>
    }
}
