//! The settings of the plan: sizes, spread, holidays, closed days and locations. Everything is saved as one
//! edit; what is typed stays until then, also when it cannot be read.

use super::dialogs::{LocationDialog, TemplateDialog};
use super::grouping::{Choice, Grouping};
use super::period::{PeriodFault, read_period};
use crate::app::Action;
use crate::parts::{Icon, Modal, TextField, refusal_note, small_icon, use_focus};
use crate::store::Ctx;
use crate::text::Lang;
use centering_core::calendar::{Observance, Region, SchoolHolidayKind};
use centering_core::plan::{Closure, Edit, LocationId, Settings, Treatment};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// The most families of a group that core accepts.
const MOST_FAMILIES: u16 = 30;

/// The fields as they are typed.
#[derive(Clone, PartialEq)]
struct Draft {
    /// Smallest, target, largest, spread.
    numbers: [String; 4],
    closures: Vec<ClosureDraft>,
    /// Everything that is chosen from a list, and what is not shown.
    rest: Settings,
    propose: bool,
    /// Fields that the user left; only their faults are shown before saving.
    left: BTreeSet<String>,
    tried: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct ClosureDraft {
    /// Never changes, so that a row keeps its fields when one above it goes.
    key: u32,
    first: String,
    last: String,
    label: String,
    /// The closure as it was before, if it is not new.
    before: Option<Closure>,
}

const MIN: usize = 0;
const TARGET: usize = 1;
const MAX: usize = 2;
const SPREAD: usize = 3;
const NUMBER_IDS: [&str; 4] = ["size-min", "size-target", "size-max", "spread"];

enum Change {
    Number(usize, String),
    Choose(Box<dyn FnOnce(&mut Settings)>),
    First(u32, String),
    Last(u32, String),
    Label(u32, String),
    AddClosure,
    RemoveClosure(u32),
    Propose(bool),
    Left(String),
    Tried,
}

impl Reducible for Draft {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut draft = (*self).clone();
        match change {
            Change::Number(place, text) => {
                if let Some(number) = draft.numbers.get_mut(place) {
                    *number = text;
                }
            }
            Change::Choose(choose) => choose(&mut draft.rest),
            Change::First(key, text) => draft.closure(key, |own| own.first = text),
            Change::Last(key, text) => draft.closure(key, |own| own.last = text),
            Change::Label(key, text) => draft.closure(key, |own| own.label = text),
            Change::AddClosure => {
                let key = draft
                    .closures
                    .iter()
                    .map(|own| own.key + 1)
                    .max()
                    .unwrap_or(0);
                draft.closures.push(ClosureDraft {
                    key,
                    ..ClosureDraft::default()
                });
            }
            Change::RemoveClosure(key) => draft.closures.retain(|own| own.key != key),
            Change::Propose(propose) => draft.propose = propose,
            Change::Left(id) => {
                draft.left.insert(id);
            }
            Change::Tried => draft.tried = true,
        }
        Rc::new(draft)
    }
}

/// What is wrong with the four numbers and with each closure.
struct Faults {
    numbers: [Option<String>; 4],
    /// First and last day.
    closures: Vec<PeriodFault>,
}

impl Draft {
    fn of(settings: &Settings, lang: Lang) -> Self {
        let size = &settings.group_size;
        let closures = settings
            .closures
            .iter()
            .zip(0..)
            .map(|(own, key)| ClosureDraft {
                key,
                first: lang.day_typed(own.days.first),
                last: lang.day_typed(own.days.last),
                label: own.label.clone(),
                before: Some(own.clone()),
            });
        Self {
            numbers: [
                size.min.to_string(),
                size.target.to_string(),
                size.max.to_string(),
                settings.max_spread_days.to_string(),
            ],
            closures: closures.collect(),
            rest: settings.clone(),
            propose: false,
            left: BTreeSet::new(),
            tried: false,
        }
    }

    fn closure(&mut self, key: u32, change: impl FnOnce(&mut ClosureDraft)) {
        if let Some(own) = self.closures.iter_mut().find(|own| own.key == key) {
            change(own);
        }
    }

    /// The settings as they are typed, or what is wrong with them.
    fn read(&self, lang: Lang) -> Result<Settings, Faults> {
        let mut settings = self.rest.clone();
        let mut faults = Faults {
            numbers: [const { None }; 4],
            closures: Vec::new(),
        };
        let most = [
            MOST_FAMILIES,
            MOST_FAMILIES,
            MOST_FAMILIES,
            Settings::LARGEST_SPREAD,
        ];
        let mut read = [None; 4];
        for (place, text) in self.numbers.iter().enumerate() {
            let least = u16::from(place != SPREAD);
            let number = text.trim().parse::<u16>().ok();
            read[place] = number.filter(|number| (least..=most[place]).contains(number));
            if read[place].is_none() {
                faults.numbers[place] = Some(lang.number_wrong(least, most[place]));
            }
        }
        if let [Some(min), Some(target), Some(max), _] = read {
            let small = |number: u16| u8::try_from(number).unwrap_or(u8::MAX);
            let size = &mut settings.group_size;
            (size.min, size.target, size.max) = (small(min), small(target), small(max));
            if !size.is_valid() {
                let (place, fault) = if max < min {
                    (MAX, lang.max_wrong())
                } else {
                    (TARGET, lang.target_wrong())
                };
                faults.numbers[place] = Some(fault.to_owned());
            }
        }
        if let Some(spread) = read[SPREAD] {
            settings.max_spread_days = spread;
        }
        settings.shared_pools.retain(|pool| pool.len() > 1);
        settings.closures.clear();
        for own in &self.closures {
            let fault = match own.read(lang) {
                Ok(closure) => {
                    settings.closures.extend(closure);
                    (None, None)
                }
                Err(fault) => fault,
            };
            faults.closures.push(fault);
        }
        settings
            .closures
            .sort_by_key(|own| (own.days.first, own.days.last));
        let is_good = faults.numbers.iter().all(Option::is_none)
            && faults.closures.iter().all(|fault| *fault == (None, None));
        if is_good { Ok(settings) } else { Err(faults) }
    }

    /// A fault that may be shown: of a field that was left, or after saving was tried.
    fn shown(&self, id: &str, fault: Option<&String>) -> Option<AttrValue> {
        fault
            .filter(|_| self.tried || self.left.contains(id))
            .map(|fault| fault.clone().into())
    }
}

impl ClosureDraft {
    /// The closure; nothing when nothing was typed, and one day when there is no last day.
    fn read(&self, lang: Lang) -> Result<Option<Closure>, PeriodFault> {
        if [&self.first, &self.last, &self.label]
            .into_iter()
            .all(|text| text.trim().is_empty())
        {
            return Ok(None);
        }
        let days = read_period(&self.first, &self.last, lang)?;
        Ok(Some(Closure {
            days,
            label: self.label.trim().to_owned(),
            extra: self
                .before
                .as_ref()
                .map(|before| before.extra.clone())
                .unwrap_or_default(),
        }))
    }
}

#[derive(PartialEq, Properties)]
pub struct SettingsProps {
    pub ctx: Ctx,
}

/// The dialog with the settings.
#[component]
pub fn SettingsDialog(props: &SettingsProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let draft = {
        let settings = ctx.model.plan.settings.clone();
        use_reducer_eq(move || Draft::of(&settings, lang))
    };
    let location = use_state_eq(|| None::<LocationId>);
    let is_template = use_state_eq(|| false);
    let refused = use_state_eq(|| None::<String>);
    let form = use_node_ref();
    let focus = use_focus(form.clone());
    let read = draft.read(lang);
    let onsubmit = {
        let (ctx, draft, focus) = (ctx.clone(), draft.clone(), focus.clone());
        let refused = refused.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match draft.read(lang) {
                Ok(settings) => {
                    let mut edits = Vec::new();
                    if settings != ctx.model.plan.settings {
                        edits.push(Edit::Configure(Box::new(settings)));
                    }
                    edits.extend(draft.propose.then_some(Edit::Propose));
                    refused.set(ctx.edits_and_close(edits).err());
                }
                Err(_) => {
                    draft.dispatch(Change::Tried);
                    focus.emit("[aria-invalid=true]");
                }
            }
        })
    };
    let onpropose = {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            draft.dispatch(Change::Propose(input.checked()));
        })
    };
    let choose = {
        let draft = draft.clone();
        Callback::from(move |choice: Choice| {
            draft.dispatch(Change::Choose(Box::new(move |settings| {
                choice.make(settings)
            })));
        })
    };
    let footer = html! {
        <>
            <div class="push stack xt">
                <span class="small muted">{ lang.settings_stay() }</span>
                <label class="check">
                    <input type="checkbox" checked={draft.propose} onchange={onpropose} />{ lang.settings_propose() }
                </label>
            </div>
            <button type="button" class="btn" onclick={ctx.on(Action::CloseDialog)}>{ lang.cancel() }</button>
            <button type="submit" form="settings-form" class="btn p">{ lang.save() }</button>
        </>
    };
    let close_location = {
        let location = location.clone();
        Callback::from(move |()| location.set(None))
    };
    let close_template = {
        let is_template = is_template.clone();
        Callback::from(move |()| is_template.set(false))
    };
    html! {
        <>
            <Modal title={lang.settings_title()} close_label={lang.close()} onclose={ctx.on(Action::CloseDialog)} wide={true} {footer}>
                <form id="settings-form" class="stack" ref={form} novalidate={true} {onsubmit}>
                    { refusal_note(refused.as_deref()) }
                    { numbers(lang, &draft, read.as_ref().err()) }
                    <Grouping ctx={ctx.clone()} settings={read.as_ref().unwrap_or(&draft.rest).clone()}
                        pools={draft.rest.shared_pools.clone()} onchoose={choose} />
                    { holidays(lang, &draft) }
                    { closures(lang, &draft, read.as_ref().err(), &focus) }
                    { template(ctx, &is_template) }
                    { locations(ctx, &location) }
                </form>
            </Modal>
            if let Some(id) = &*location {
                <LocationDialog ctx={ctx.clone()} id={id.clone()} onclose={close_location} />
            }
            if *is_template { <TemplateDialog ctx={ctx.clone()} onclose={close_template} /> }
        </>
    }
}

fn numbers(lang: Lang, draft: &UseReducerHandle<Draft>, faults: Option<&Faults>) -> Html {
    let field = |place: usize,
                 label: &'static str,
                 unit: &'static str,
                 hint: Option<&'static str>| {
        let id = NUMBER_IDS[place];
        let fault = faults.and_then(|faults| faults.numbers[place].as_ref());
        let oninput = {
            let draft = draft.clone();
            Callback::from(move |text| draft.dispatch(Change::Number(place, text)))
        };
        html! {
            <TextField {id} {label} value={draft.numbers[place].clone()} {oninput} onleave={leave(draft, id)}
                error={draft.shown(id, fault)} hint={hint.map(AttrValue::from)} {unit} inputmode="numeric" maxlength="3" />
        }
    };
    html! {
        <fieldset class="stack t part" aria-describedby="sizes-hint">
            <legend>{ lang.settings_groups() }</legend>
            <p class="small muted" id="sizes-hint">{ lang.settings_groups_hint() }</p>
            <div class="three">
                { field(MIN, lang.size_min(), lang.unit_families(), None) }
                { field(TARGET, lang.size_target(), lang.unit_families(), None) }
                { field(MAX, lang.size_max(), lang.unit_families(), None) }
            </div>
            <div class="three wide">{ field(SPREAD, lang.largest_spread(), lang.unit_days(), Some(lang.largest_spread_hint())) }</div>
        </fieldset>
    }
}

fn leave(draft: &UseReducerHandle<Draft>, id: &str) -> Callback<()> {
    let (draft, id) = (draft.clone(), id.to_owned());
    Callback::from(move |()| draft.dispatch(Change::Left(id.clone())))
}

/// A list to choose from, with its label.
fn pick<T: Copy + PartialEq + 'static>(
    draft: &UseReducerHandle<Draft>,
    id: String,
    label: &str,
    options: &'static [T],
    word: impl Fn(T) -> &'static str,
    now: T,
    set: impl Fn(&mut Settings, T) + Copy + 'static,
) -> Html {
    let onchange = {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            let chosen = crate::parts::chosen(&event);
            if let Some(chosen) = chosen.and_then(|index| options.get(index)).copied() {
                let choose = move |settings: &mut Settings| set(settings, chosen);
                draft.dispatch(Change::Choose(Box::new(choose)));
            }
        })
    };
    html! {
        <div class="field">
            <label for={id.clone()}>{ label.to_owned() }</label>
            <select {id} class="select" {onchange}>
                { for options.iter().map(|option| html! {
                    <option selected={*option == now}>{ word(*option) }</option>
                }) }
            </select>
        </div>
    }
}

const TREATMENTS: [Treatment; 4] = [
    Treatment::Allow,
    Treatment::Avoid,
    Treatment::AvoidStrongly,
    Treatment::Forbid,
];
const OBSERVANCES: [Observance; 3] = [
    Observance::Never,
    Observance::EveryFifthYear,
    Observance::Always,
];

fn holidays(lang: Lang, draft: &UseReducerHandle<Draft>) -> Html {
    let settings = &draft.rest;
    html! {
        <>
            <fieldset class="stack t part" aria-describedby="treatments-hint">
                <legend>{ lang.treatments() }</legend>
                <p class="small muted" id="treatments-hint">{ lang.treatments_hint() }</p>
                <div class="fields">
                    { pick(draft, "region".to_owned(), lang.settings_region(), &Region::ALL, |region| lang.region(region),
                        settings.region, |settings, region| settings.region = region) }
                    { for SchoolHolidayKind::ALL.map(|kind| pick(
                        draft,
                        format!("treatment-{}", kind as u8),
                        &lang.school_holiday_capital(kind),
                        &TREATMENTS,
                        |treatment| lang.treatment(treatment),
                        settings.treatment(kind),
                        move |settings, treatment| settings.set_treatment(kind, treatment),
                    )) }
                </div>
            </fieldset>
            <fieldset class="stack t part" aria-describedby="observances-hint">
                <legend>{ lang.observances() }</legend>
                <p class="small muted" id="observances-hint">{ lang.observances_hint() }</p>
                <div class="fields">
                    { pick(draft, "liberation-day".to_owned(), lang.liberation_day(), &OBSERVANCES, |choice| lang.observance(choice),
                        settings.holidays.liberation_day, |settings, choice| settings.holidays.liberation_day = choice) }
                    { pick(draft, "good-friday".to_owned(), lang.good_friday(), &OBSERVANCES, |choice| lang.observance(choice),
                        settings.holidays.good_friday, |settings, choice| settings.holidays.good_friday = choice) }
                </div>
            </fieldset>
        </>
    }
}

fn closures(
    lang: Lang,
    draft: &UseReducerHandle<Draft>,
    faults: Option<&Faults>,
    focus: &Callback<&'static str>,
) -> Html {
    let rows = draft.closures.iter().enumerate().map(|(position, own)| {
        let key = own.key;
        let fault = faults.and_then(|faults| faults.closures.get(position));
        let (first_id, last_id) = (format!("closure-first-{key}"), format!("closure-last-{key}"));
        let set = |change: fn(u32, String) -> Change| {
            let draft = draft.clone();
            Callback::from(move |text| draft.dispatch(change(key, text)))
        };
        let remove = {
            let (draft, focus) = (draft.clone(), focus.clone());
            Callback::from(move |_: MouseEvent| {
                draft.dispatch(Change::RemoveClosure(key));
                focus.emit("#closure-add");
            })
        };
        let number = lang.closure_number(position + 1);
        html! {
            <li {key}>
                <fieldset class="closure">
                    <legend class="sr">{ &number }</legend>
                    <TextField id={first_id.clone()} label={lang.closure_first()} value={own.first.clone()}
                        placeholder={lang.day_example()} oninput={set(Change::First)} onleave={leave(draft, &first_id)}
                        error={draft.shown(&first_id, fault.and_then(|(first, _)| first.as_ref()))} />
                    <TextField id={last_id.clone()} label={lang.closure_last()} value={own.last.clone()}
                        placeholder={lang.day_example()} oninput={set(Change::Last)} onleave={leave(draft, &last_id)}
                        error={draft.shown(&last_id, fault.and_then(|(_, last)| last.as_ref()))} />
                    <TextField id={format!("closure-label-{key}")} label={lang.closure_label()} value={own.label.clone()}
                        oninput={set(Change::Label)} maxlength="60" />
                    <button type="button" class="btn i q" aria-label={format!("{}: {number}", lang.closure_remove())}
                        title={lang.closure_remove()} onclick={remove}>{ small_icon(Icon::Trash) }</button>
                </fieldset>
            </li>
        }
    });
    let add = {
        let (draft, focus) = (draft.clone(), focus.clone());
        Callback::from(move |_: MouseEvent| {
            draft.dispatch(Change::AddClosure);
            focus.emit(".closures > li:last-child input");
        })
    };
    html! {
        <fieldset class="stack t part" aria-describedby="closures-hint">
            <legend>{ lang.closures() }</legend>
            <p class="small muted" id="closures-hint">{ lang.closures_hint() }</p>
            if draft.closures.is_empty() {
                <p class="small">{ lang.closures_none() }</p>
            } else {
                <ul class="closures stack t">{ for rows }</ul>
            }
            <div class="acts">
                <button type="button" class="btn s" id="closure-add" onclick={add}>{ small_icon(Icon::Plus) }{ lang.closure_add() }</button>
            </div>
        </fieldset>
    }
}

/// The template of bijeenkomsten, which has an editor of its own.
fn template(ctx: &Ctx, is_open: &UseStateHandle<bool>) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(true))
    };
    html! {
        <section class="stack t part" aria-labelledby="settings-template">
            <h3 id="settings-template">{ lang.template_title() }</h3>
            <p class="small muted">
                { lang.template_settings_text() }{ " " }
                { if plan.template.is_some() { lang.template_own() } else { lang.template_proposal() } }
            </p>
            <div class="acts"><button type="button" class="btn s" {onclick}>{ small_icon(Icon::Pen) }{ lang.template_open() }</button></div>
        </section>
    }
}

fn locations(ctx: &Ctx, chosen: &UseStateHandle<Option<LocationId>>) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    html! {
        <section class="stack t part" aria-labelledby="settings-locations">
            <h3 id="settings-locations">{ lang.settings_locations() }</h3>
            if plan.locations.is_empty() {
                <p class="small muted">{ lang.settings_locations_none() }</p>
            } else {
                <ul class="rows">
                    { for plan.locations.values().map(|location| {
                        let onclick = {
                            let (chosen, id) = (chosen.clone(), location.id.clone());
                            Callback::from(move |_: MouseEvent| chosen.set(Some(id.clone())))
                        };
                        html! {
                            <li>
                                <span><b>{ &location.name }</b>{ " " }<span class="muted">{ &location.prefix }{ ", " }{ lang.region(plan.region(&location.id)) }</span></span>
                                <button type="button" class="btn s" aria-label={lang.change_location(&location.name)} {onclick}>
                                    { small_icon(Icon::Pen) }{ lang.change_it() }
                                </button>
                            </li>
                        }
                    }) }
                </ul>
            }
        </section>
    }
}
