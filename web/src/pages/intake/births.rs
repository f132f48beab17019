//! The births that a location expects, month by month, and how many groups they make.

use crate::parts::table::{By, Table, columns, panel};
use crate::parts::{Figure, Icon, Typed, small_icon};
use crate::state::{Action, Ctx};
use centering_core::calendar::Month;
use centering_core::cohort::{funnels, groups_in_tenths};
use centering_core::edit::Edit;
use centering_core::plan::{LocationId, Plan, Recruitment, RecruitmentFault};
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

/// Changes what a location expects, as it is by then.
pub fn change(
    act: &Callback<Action>,
    location: &LocationId,
    change: impl Fn(&mut Recruitment) + 'static,
) {
    let location = location.clone();
    act.emit(Action::change(move |plan| {
        let known = recruitment(plan, &location);
        let mut changed = known.clone();
        change(&mut changed);
        (changed != known).then(|| Edit::SetRecruitment(Box::new(changed)))
    }));
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
    let set = |location: &LocationId, month: Month| {
        let (act, location) = (ctx.act.clone(), location.clone());
        Callback::from(move |births: Option<u16>| {
            change(&act, &location, move |known| {
                match births {
                    Some(births) => known.births.insert(month, births),
                    None => known.births.remove(&month),
                };
            });
        })
    };
    let total = MonthFacts {
        all_births: sum(|facts| facts.all_births),
        joining: sum(|facts| facts.joining),
        enrolled: all.iter().map(|(_, facts)| facts.enrolled).sum(),
        tenths,
        births: None,
    };
    let rows = all.into_iter().map(|(month, facts)| (Some(month), facts));
    let name = |month: &Month| lang.month_year(month.first());
    let births = |(month, facts): &Row| {
        let Some((month, location)) = month.zip(props.location.as_ref()) else {
            return number(facts.all_births).map(|births| html! { births });
        };
        let label = lang.births_of(&name(&month));
        Some(html! {
            <Figure {lang} name={format!("births {location} {month}")} {label} value={facts.births}
                most={Recruitment::MOST} onset={set(location, month)} act={ctx.act.clone()} />
        })
    };
    let table = columns! { Table::of(|(month, _): &Row| month.map_or_else(String::new, |month| month.to_string())).row_class(|(month, _)| month.is_none().then_some("grp"));
        name(lang.month_word(), |(month, _)| month.as_ref().map_or_else(|| lang.total().to_owned(), name));
        number(lang.births_expected(), births).dash();
        number(lang.births_join(), |(_, facts)| number(facts.joining)).dash();
        number(lang.births_enrolled(), |(_, facts)| facts.enrolled);
        number(lang.births_groups(), |(_, facts)| number(facts.tenths).map(|tenths| lang.tenths(tenths))).dash();
    };
    let body = html! {
        <>
            <div class="pb stack t">
                <p class="small muted measure-text">{ lang.births_sub() }</p>
                if let Some(location) = &props.location { { basis(ctx, location, &months) } }
                else { <p class="note">{ small_icon(Icon::Info) }<span>{ lang.choose_location_first() }</span></p> }
                <p role="status"><b>{ if tenths > 0 { lang.groups_yearly(tenths) } else { lang.groups_yearly_none().to_owned() } }</b></p>
            </div>
            { table.rows(By::Id("births-title"), rows.chain([(None, total)])) }
        </>
    };
    panel("births-title", lang.intake_births(), Html::default(), body)
}

/// A month, or the total of all.
type Row = (Option<Month>, MonthFacts);

/// A number that says something.
fn number(count: u32) -> Option<u32> {
    (count > 0).then_some(count)
}

/// The participation, and a start for who knows no figures.
fn basis(ctx: &Ctx, location: &LocationId, months: &[Month]) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let known = recruitment(plan, location);
    let has_gap = months.iter().any(|month| !known.births.contains_key(month));
    let fill = {
        let (act, location, months) = (ctx.act.clone(), location.clone(), months.to_vec());
        Callback::from(move |_: MouseEvent| {
            let months = months.clone();
            change(&act, &location, move |known| {
                for month in &months {
                    let births = known.births.entry(*month);
                    births.or_insert(Recruitment::AVERAGE_BIRTHS);
                }
            });
        })
    };
    html! {
        <>
            { participation(ctx, &known) }
            if has_gap {
                <p class="small muted measure-text">{ lang.births_average(Recruitment::AVERAGE_BIRTHS) }</p>
                <div class="acts"><button type="button" class="btn s" onclick={fill}>{ lang.births_fill(Recruitment::AVERAGE_BIRTHS) }</button></div>
            }
        </>
    }
}

/// How many of a hundred families take part.
fn participation(ctx: &Ctx, known: &Recruitment) -> Html {
    let (lang, location) = (ctx.model.lang, known.location.clone());
    let name = format!("participation {location}");
    let onset = {
        let act = ctx.act.clone();
        Callback::from(move |text: String| {
            let read = text.trim().parse::<u8>().ok();
            let share = read.filter(|share| Recruitment::PARTICIPATION.contains(share));
            let wrong = || lang.recruitment_fault(RecruitmentFault::Participation);
            let participation = share.ok_or_else(wrong)?;
            change(&act, &location, move |known| {
                known.participation = participation;
            });
            Ok(())
        })
    };
    html! {
        <div class="field">
            <label for="participation">{ lang.participation() }</label>
            <Typed key={name.clone()} name={name.clone()} class="measure" id="participation" value={known.participation.to_string()} {onset} act={ctx.act.clone()}
                label={lang.participation()} hint_id="participation-hint" inputmode="numeric" maxlength="3">
                <span aria-hidden="true">{ lang.of_hundred() }</span>
            </Typed>
            <span class="hint" id="participation-hint">{ lang.participation_hint() }</span>
        </div>
    }
}
