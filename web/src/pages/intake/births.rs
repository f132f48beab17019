//! The births that a location expects, month by month, and how many groups they make.

use crate::app::Action;
use crate::parts::{Figure, Icon, small_icon};
use crate::store::Ctx;
use crate::text::Lang;
use centering_core::calendar::Month;
use centering_core::cohort::{funnels, groups_in_tenths};
use centering_core::plan::{Edit, LocationId, Plan, Recruitment};
use std::collections::BTreeMap;
use yew::prelude::*;

/// So many months are shown at once.
pub const MONTHS: u16 = 12;

#[derive(PartialEq, Properties)]
pub struct BirthsProps {
    pub ctx: Ctx,
    /// The location, or all together.
    pub location: Option<LocationId>,
    /// The first month that is shown.
    pub first: Month,
}

/// What a location expects, or nothing yet.
pub fn recruitment(plan: &Plan, location: &LocationId) -> Recruitment {
    plan.recruitment
        .get(location)
        .cloned()
        .unwrap_or_else(|| Recruitment::new(location.clone()))
}

/// The locations that are meant.
pub fn meant(plan: &Plan, location: Option<&LocationId>) -> Vec<LocationId> {
    location.map_or_else(
        || plan.locations.keys().cloned().collect(),
        |id| vec![id.clone()],
    )
}

/// What one month shows.
#[derive(Clone, Copy, Default)]
struct MonthFacts {
    births: Option<u16>,
    all_births: u32,
    joining: u32,
    enrolled: usize,
    tenths: u32,
}

#[component]
pub fn Births(props: &BirthsProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let size = plan.settings.group_size.target;
    let locations = meant(plan, props.location.as_ref());
    let months: Vec<Month> = props.first.run(MONTHS).collect();
    let mut enrolled: BTreeMap<Month, usize> = BTreeMap::new();
    for ((location, month, _), funnel) in funnels(plan, ctx.model.today) {
        if locations.contains(&location) {
            *enrolled.entry(month).or_default() += funnel.registered;
        }
    }
    let facts = |month: Month| {
        let mut facts = MonthFacts {
            enrolled: enrolled.get(&month).copied().unwrap_or_default(),
            ..MonthFacts::default()
        };
        for location in &locations {
            let known = recruitment(plan, location);
            let births = known.births.get(&month).copied();
            facts.births = births.or(facts.births);
            let births = u32::from(births.unwrap_or_default());
            facts.all_births += births;
            facts.joining += births * u32::from(known.participation) / 100;
            facts.tenths += groups_in_tenths(births, known.participation, size);
        }
        facts
    };
    let all: Vec<(Month, MonthFacts)> =
        months.iter().map(|month| (*month, facts(*month))).collect();
    let sum = |of: fn(&MonthFacts) -> u32| all.iter().map(|(_, facts)| of(facts)).sum::<u32>();
    let tenths: u32 = locations
        .iter()
        .map(|location| {
            let known = recruitment(plan, location);
            let births = months
                .iter()
                .filter_map(|month| known.births.get(month))
                .map(|births| u32::from(*births))
                .sum();
            groups_in_tenths(births, known.participation, size)
        })
        .sum();
    let set = |month: Month| {
        let (act, plan, location) = (ctx.act.clone(), plan.clone(), props.location.clone());
        Callback::from(move |births: Option<u16>| {
            let Some(location) = &location else { return };
            let mut changed = recruitment(&plan, location);
            match births {
                Some(births) => changed.births.insert(month, births),
                None => changed.births.remove(&month),
            };
            act.emit(Action::edit(Edit::SetRecruitment(Box::new(changed))));
        })
    };
    html! {
        <section class="panel" aria-labelledby="births-title">
            <div class="ph"><h2 id="births-title">{ lang.intake_births() }</h2></div>
            <div class="pb stack t">
                <p class="small muted measure-text">{ lang.births_sub() }</p>
                if let Some(location) = &props.location { { basis(ctx, location, &months) } }
                else { <p class="note">{ small_icon(Icon::Info) }<span>{ lang.choose_location_first() }</span></p> }
                <p role="status"><b>{ if tenths > 0 { lang.groups_yearly(tenths) } else { lang.groups_yearly_none().to_owned() } }</b></p>
            </div>
            <div class="tw" tabindex="0" role="region" aria-labelledby="births-title">
                <table class="tb cards" aria-labelledby="births-title">
                    <thead><tr>
                        <th scope="col">{ lang.month_word() }</th>
                        <th scope="col" class="num">{ lang.births_expected() }</th>
                        <th scope="col" class="num">{ lang.births_join() }</th>
                        <th scope="col" class="num">{ lang.births_enrolled() }</th>
                        <th scope="col" class="num">{ lang.births_groups() }</th>
                    </tr></thead>
                    <tbody>
                        { for all.iter().map(|(month, facts)| {
                            let name = lang.month_year(month.first());
                            html! {
                                <tr key={month.to_string()}>
                                    <th scope="row">{ &name }</th>
                                    <td class="num" data-l={lang.births_expected()}>
                                        if props.location.is_some() {
                                            <Figure {lang} label={lang.births_of(&name)} value={facts.births} most={Recruitment::MOST} onset={set(*month)} />
                                        } else { { number(facts.all_births) } }
                                    </td>
                                    <td class="num" data-l={lang.births_join()}>{ number(facts.joining) }</td>
                                    <td class="num" data-l={lang.births_enrolled()}>{ facts.enrolled }</td>
                                    <td class="num" data-l={lang.births_groups()}>{ if facts.tenths > 0 { lang.tenths(facts.tenths) } else { "–".to_owned() } }</td>
                                </tr>
                            }
                        }) }
                        <tr class="grp">
                            <th scope="row">{ lang.total() }</th>
                            <td class="num" data-l={lang.births_expected()}>{ sum(|facts| facts.all_births) }</td>
                            <td class="num" data-l={lang.births_join()}>{ sum(|facts| facts.joining) }</td>
                            <td class="num" data-l={lang.births_enrolled()}>{ all.iter().map(|(_, facts)| facts.enrolled).sum::<usize>() }</td>
                            <td class="num" data-l={lang.births_groups()}>{ lang.tenths(tenths) }</td>
                        </tr>
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn number(count: u32) -> String {
    if count == 0 {
        "–".to_owned()
    } else {
        count.to_string()
    }
}

/// The participation, and a start for who knows no figures.
fn basis(ctx: &Ctx, location: &LocationId, months: &[Month]) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let known = recruitment(plan, location);
    let has_gap = months.iter().any(|month| !known.births.contains_key(month));
    let fill = {
        let (act, known, months) = (ctx.act.clone(), known.clone(), months.to_vec());
        Callback::from(move |_: MouseEvent| {
            let mut changed = known.clone();
            for month in &months {
                changed
                    .births
                    .entry(*month)
                    .or_insert(Recruitment::AVERAGE_BIRTHS);
            }
            act.emit(Action::edit(Edit::SetRecruitment(Box::new(changed))));
        })
    };
    html! {
        <>
            <Participation ctx={ctx.clone()} {known} {lang} />
            if has_gap {
                <p class="small muted measure-text">{ lang.births_average(Recruitment::AVERAGE_BIRTHS) }</p>
                <div class="acts"><button type="button" class="btn s" onclick={fill}>{ lang.births_fill(Recruitment::AVERAGE_BIRTHS) }</button></div>
            }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct ParticipationProps {
    ctx: Ctx,
    known: Recruitment,
    lang: Lang,
}

/// How many of a hundred families take part.
#[component]
fn Participation(props: &ParticipationProps) -> Html {
    let lang = props.lang;
    let typed = use_state_eq(|| None::<String>);
    let shown = (*typed)
        .clone()
        .unwrap_or_else(|| props.known.participation.to_string());
    let onchange = {
        let (typed, act, known) = (typed.clone(), props.ctx.act.clone(), props.known.clone());
        Callback::from(move |event: Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            let text = input.value();
            match text
                .trim()
                .parse::<u8>()
                .ok()
                .filter(|share| (1..=100).contains(share))
            {
                Some(participation) => {
                    typed.set(None);
                    if participation != known.participation {
                        let changed = Recruitment {
                            participation,
                            ..known.clone()
                        };
                        act.emit(Action::edit(Edit::SetRecruitment(Box::new(changed))));
                    }
                }
                None => typed.set(Some(text)),
            }
        })
    };
    html! {
        <div class="field">
            <label for="participation">{ lang.participation() }</label>
            <span class="measure">
                <input id="participation" class="input" value={shown} inputmode="numeric" maxlength="3" autocomplete="off"
                    aria-describedby="participation-hint" aria-invalid={typed.is_some().then_some("true")} {onchange} />
                <span aria-hidden="true">{ lang.of_hundred() }</span>
            </span>
            if typed.is_some() { <span class="err" role="alert">{ small_icon(Icon::Error) }<span>{ lang.participation_wrong() }</span></span> }
            <span class="hint" id="participation-hint">{ lang.participation_hint() }</span>
        </div>
    }
}
