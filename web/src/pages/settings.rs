//! The settings of the plan: sizes, spread, holidays, closed days and locations. Everything is saved as one
//! edit; what is typed stays until then, also when it cannot be read.

use super::grouping::{Choice, Grouping};
use crate::parts::form::{Entries, Form, Period, PeriodFault, PeriodList, use_form};
use crate::parts::{Icon, small_icon};
use crate::state::{Action, Ctx, Dialog};
use centering_core::calendar::{MonthEnd, Observance, Region, SchoolHolidayKind};
use centering_core::edit::Edit;
use centering_core::plan::{GroupSize, Settings, SettingsFault, Treatment};
use centering_words::Lang;
use std::collections::BTreeMap;
use yew::prelude::*;

/// The fields as they are typed.
#[derive(Clone)]
struct Draft {
    min: String,
    target: String,
    max: String,
    spread: String,
    invitation: String,
    closures: Entries<Period>,
    /// Everything that is chosen from a list, and what is not shown.
    rest: Settings,
    propose: bool,
}

/// What is wrong with the numbers, by the id of the field, and with each closure.
#[derive(Default)]
struct Faults {
    numbers: BTreeMap<&'static str, String>,
    closures: Vec<PeriodFault>,
}

impl Draft {
    fn of(settings: &Settings, lang: Lang) -> Self {
        let size = &settings.group_size;
        Self {
            min: size.min.to_string(),
            target: size.target.to_string(),
            max: size.max.to_string(),
            spread: settings.max_spread_days.to_string(),
            invitation: settings.invitation_days.to_string(),
            closures: Period::of_closures(&settings.closures, lang),
            rest: settings.clone(),
            propose: false,
        }
    }

    /// The settings as they are typed, or what is wrong with them.
    fn read(&self, lang: Lang) -> Result<Settings, Faults> {
        let mut settings = self.rest.clone();
        let mut faults = Faults::default();
        let mut number = |id: &'static str, text: &str, least: u16, most: u16| {
            let number = text.trim().parse::<u16>().ok();
            let number = number.filter(|number| (least..=most).contains(number));
            if number.is_none() {
                faults.numbers.insert(id, lang.number_wrong(least, most));
            }
            number
        };
        let mut families = |id, text| {
            let families = number(id, text, 1, u16::from(GroupSize::MOST))?;
            u8::try_from(families).ok()
        };
        let size = &mut settings.group_size;
        let sizes = [
            families("size-min", &self.min),
            families("size-target", &self.target),
            families("size-max", &self.max),
        ];
        if let Some(spread) = number("spread", &self.spread, 0, Settings::LARGEST_SPREAD) {
            settings.max_spread_days = spread;
        }
        if let Some(days) = number(
            "invitation",
            &self.invitation,
            0,
            Settings::LONGEST_INVITATION,
        ) {
            settings.invitation_days = days;
        }
        if let [Some(min), Some(target), Some(max)] = sizes {
            (size.min, size.target, size.max) = (min, target, max);
        }
        settings.shared_pools.retain(|pool| pool.len() > 1);
        match self.closures.closures(lang) {
            Ok(closures) => settings.closures = closures,
            Err(wrong) => faults.closures = wrong,
        }
        for fault in settings.faults() {
            let id = match fault {
                SettingsFault::Largest => "size-max",
                SettingsFault::Target => "size-target",
                // Read as such above, or said by the edit, as they are about more than one field.
                SettingsFault::Sizes
                | SettingsFault::Spread
                | SettingsFault::Closure
                | SettingsFault::Notice
                | SettingsFault::Invitation
                | SettingsFault::HardSizes
                | SettingsFault::Pools => continue,
            };
            let words = || lang.settings_fault(fault);
            faults.numbers.entry(id).or_insert_with(words);
        }
        if faults.numbers.is_empty() && faults.closures.is_empty() {
            Ok(settings)
        } else {
            Err(faults)
        }
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
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let form = use_form(|| Draft::of(&plan.settings, lang));
    let draft = form.draft();
    let read = draft.read(lang);
    let edits = read.as_ref().ok().map(|settings| {
        let changed =
            (*settings != plan.settings).then(|| Edit::Configure(Box::new(settings.clone())));
        let propose = draft.propose.then_some(Edit::Propose);
        changed.into_iter().chain(propose).collect()
    });
    let choose = form.on(|draft: &mut Draft, choice: Choice| choice.make(&mut draft.rest));
    let footer = html! {
        <div class="push stack xt">
            <span class="small muted">{ lang.settings_stay() }</span>
            { form.tick(lang.settings_propose(), draft.propose, |draft, is_on| draft.propose = is_on) }
        </div>
    };
    let closed = PeriodList {
        name: "closure",
        legend: lang.closures(),
        hint: lang.closures_hint(),
        none: Some(lang.closures_none()),
        number: |lang, number| lang.closure_number(number),
        add: lang.closure_add(),
        remove: lang.closure_remove(),
        is_absence: false,
        rows: |draft: &mut Draft| &mut draft.closures,
    };
    let faults = read.as_ref().err();
    let fields = html! {
        <>
            { numbers(lang, &form, faults) }
            <Grouping ctx={ctx.clone()} settings={read.as_ref().unwrap_or(&draft.rest).clone()}
                pools={draft.rest.shared_pools.clone()} onchoose={choose} />
            { holidays(lang, &form) }
            { form.periods(lang, &draft.closures, &closed, faults.map(|faults| &faults.closures)) }
            { template(ctx) }
            { locations(ctx) }
        </>
    };
    let dialog = form.dialog(ctx, "settings-form", lang.settings_title(), edits);
    dialog.class("stack").wide().footer(footer).show(fields)
}

fn numbers(lang: Lang, form: &Form<Draft>, faults: Option<&Faults>) -> Html {
    let draft = form.draft();
    let field =
        |id: &'static str, label: &'static str, value: &str, set: fn(&mut Draft, String)| {
            let fault = faults.and_then(|faults| faults.numbers.get(id));
            form.text(id, label, value, set)
                .keys("numeric")
                .most(3)
                .fault(fault.cloned())
        };
    html! {
        <fieldset class="stack t part" aria-describedby="sizes-hint">
            <legend>{ lang.settings_groups() }</legend>
            <p class="small muted" id="sizes-hint">{ lang.settings_groups_hint() }</p>
            <div class="three">
                { field("size-min", lang.size_min(), &draft.min, |draft, text| draft.min = text).unit(lang.unit_families()) }
                { field("size-target", lang.size_target(), &draft.target, |draft, text| draft.target = text).unit(lang.unit_families()) }
                { field("size-max", lang.size_max(), &draft.max, |draft, text| draft.max = text).unit(lang.unit_families()) }
            </div>
            <div class="three wide">
                { field("spread", lang.largest_spread(), &draft.spread, |draft, text| draft.spread = text)
                    .unit(lang.unit_days()).hint(lang.largest_spread_hint()) }
            </div>
            <div class="three wide">
                { field("invitation", lang.invitation_days(), &draft.invitation, |draft, text| draft.invitation = text)
                    .unit(lang.unit_days()).hint(lang.invitation_days_hint()) }
            </div>
        </fieldset>
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

fn holidays(lang: Lang, form: &Form<Draft>) -> Html {
    let settings = &form.draft().rest;
    let treatment = |kind: SchoolHolidayKind| {
        let id = format!("treatment-{}", kind as u8);
        let (words, now) = (lang.school_holiday_capital(kind), settings.treatment(kind));
        form.choice(
            id,
            words,
            TREATMENTS,
            &now,
            |one| lang.treatment(*one),
            move |draft, one| {
                draft.rest.set_treatment(kind, one);
            },
        )
    };
    let observance = |id: &'static str,
                      label: &'static str,
                      now: Observance,
                      set: fn(&mut Settings, Observance)| {
        form.choice(
            id,
            label,
            OBSERVANCES,
            &now,
            |one| lang.observance(*one),
            move |draft, one| {
                set(&mut draft.rest, one);
            },
        )
    };
    html! {
        <>
            <fieldset class="stack t part" aria-describedby="treatments-hint">
                <legend>{ lang.treatments() }</legend>
                <p class="small muted" id="treatments-hint">{ lang.treatments_hint() }</p>
                <div class="fields">
                    { form.choice("region", lang.settings_region(), Region::ALL, &settings.region, |region| lang.region(*region),
                        |draft, region| draft.rest.region = region) }
                    { for SchoolHolidayKind::ALL.map(treatment) }
                </div>
            </fieldset>
            <fieldset class="stack t part" aria-describedby="observances-hint">
                <legend>{ lang.observances() }</legend>
                <p class="small muted" id="observances-hint">{ lang.observances_hint() }</p>
                <div class="fields">
                    { observance("liberation-day", lang.liberation_day(), settings.holidays.liberation_day, |settings, one| settings.holidays.liberation_day = one) }
                    { observance("good-friday", lang.good_friday(), settings.holidays.good_friday, |settings, one| settings.holidays.good_friday = one) }
                </div>
            </fieldset>
            <fieldset class="stack t part" aria-describedby="month-end-hint">
                <legend>{ lang.month_ends() }</legend>
                <p class="small muted" id="month-end-hint">{ lang.month_ends_hint() }</p>
                <div class="fields">
                    { form.choice("month-end", lang.month_end_from(), [MonthEnd::LastDay, MonthEnd::NextMonth], &settings.month_end,
                        |one| lang.month_end(*one), |draft, one| draft.rest.month_end = one) }
                </div>
            </fieldset>
        </>
    }
}

/// The template of bijeenkomsten, which has an editor of its own.
fn template(ctx: &Ctx) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let onclick = ctx.on(Action::OpenOver(Dialog::Template));
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

fn locations(ctx: &Ctx) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    html! {
        <section class="stack t part" aria-labelledby="settings-locations">
            <h3 id="settings-locations">{ lang.settings_locations() }</h3>
            if plan.locations.is_empty() {
                <p class="small muted">{ lang.settings_locations_none() }</p>
            } else {
                <ul class="rows">
                    { for plan.locations.values().map(|location| {
                        let onclick = ctx.on(Action::OpenOver(Dialog::Location(location.id.clone())));
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
