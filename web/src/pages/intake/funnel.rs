//! The werving funnel: approached, enrolled and started, by route and by month of birth, with what part went on.

use super::births::{MONTHS, change, meant, recruitment};
use crate::parts::form::{choose, or_none};
use crate::parts::table::{By, Table, columns, panel};
use crate::parts::{Figure, Icon, setter, small_icon};
use crate::state::Ctx;
use centering_core::calendar::Month;
use centering_core::cohort::{Funnel, funnels};
use centering_core::plan::{LocationId, Recruitment, Route};
use centering_words::Lang;
use std::collections::BTreeMap;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct FunnelProps {
    pub ctx: Ctx,
    /// The location, or all together.
    pub location: Option<LocationId>,
    /// The first month that is shown.
    pub first: Month,
}

#[component]
pub fn FunnelView(props: &FunnelProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let route = use_state_eq(|| None::<Route>);
    let locations = meant(plan, props.location.as_ref());
    let months: Vec<Month> = props.first.run(MONTHS).collect();
    let mut by_route: BTreeMap<Option<Route>, Funnel> = BTreeMap::new();
    let mut by_month: BTreeMap<Month, Funnel> = BTreeMap::new();
    for ((location, month, of), funnel) in funnels(plan, ctx.model.today) {
        if !locations.contains(&location) || !months.contains(&month) {
            continue;
        }
        let sum = by_route.entry(of).or_default();
        *sum = sum.plus(funnel);
        if route.is_none() || *route == of {
            let sum = by_month.entry(month).or_default();
            *sum = sum.plus(funnel);
        }
    }
    let onroute = setter(&route);
    let words = |route: &Option<Route>| match route {
        None => lang.all_routes(),
        route => lang.route(*route),
    };
    let typed = |month: Month| {
        let (location, route) = (props.location.as_ref()?, (*route)?);
        let value = recruitment(plan, location)
            .approached
            .get(&month)
            .and_then(|routes| routes.get(&route))
            .copied();
        let onset = {
            let (act, location) = (ctx.act.clone(), location.clone());
            Callback::from(move |families: Option<u16>| {
                change(&act, &location, move |known| {
                    let routes = known.approached.entry(month).or_default();
                    match families {
                        Some(families) => routes.insert(route, families),
                        None => routes.remove(&route),
                    };
                    known.approached.retain(|_, routes| !routes.is_empty());
                });
            })
        };
        let name = format!("approached {location} {month} {route:?}");
        let label = lang.approached_of(&lang.month_year(month.first()));
        let (most, act) = (Recruitment::MOST, ctx.act.clone());
        Some(html! { <Figure {lang} {name} {label} {value} {most} {onset} {act} /> })
    };
    let routes = Route::ALL.map(Some).into_iter().chain([None]);
    let all = by_route
        .values()
        .copied()
        .fold(Funnel::default(), Funnel::plus);
    let of_months = by_month
        .values()
        .copied()
        .fold(Funnel::default(), Funnel::plus);
    let mut of_routes: Vec<Line> = routes
        .map(|route| {
            let funnel = by_route.get(&route).copied().unwrap_or_default();
            Line::of(lang.route(route).to_owned(), funnel)
        })
        .collect();
    of_routes.push(Line::total(lang, all));
    let mut of_months_lines: Vec<Line> = months
        .iter()
        .map(|month| {
            let funnel = by_month.get(month).copied().unwrap_or_default();
            let line = Line::of(lang.month_year(month.first()), funnel);
            Line {
                field: typed(*month),
                ..line
            }
        })
        .collect();
    of_months_lines.push(Line::total(lang, of_months));
    let choice = choose(or_none(Route::ALL), &route, words, onroute).filter(lang.route_word());
    html! {
        <>
            { panel("funnel-title", lang.funnel_by_route(), Html::default(), html! {
                <>
                    <p class="pb small muted measure-text">{ lang.funnel_sub() }</p>
                    { table(lang, lang.route_word()).rows(By::Id("funnel-title"), &of_routes) }
                </>
            }) }
            { panel("funnel-months-title", lang.funnel_by_month(), choice.into(), html! {
                <>
                    if props.location.is_none() || route.is_none() {
                        <p class="pb"><span class="note">{ small_icon(Icon::Info) }<span>{ lang.choose_route_first() }</span></span></p>
                    }
                    { table(lang, lang.month_word()).rows(By::Id("funnel-months-title"), &of_months_lines) }
                </>
            }) }
        </>
    }
}

/// A row of the funnel.
struct Line {
    name: String,
    funnel: Funnel,
    /// Where those that were approached are typed.
    field: Option<Html>,
    is_total: bool,
}

impl Line {
    fn of(name: String, funnel: Funnel) -> Self {
        Self {
            name,
            funnel,
            field: None,
            is_total: false,
        }
    }

    fn total(lang: Lang, funnel: Funnel) -> Self {
        Self {
            is_total: true,
            ..Self::of(lang.total().to_owned(), funnel)
        }
    }
}

fn table(lang: Lang, first: &'static str) -> Table<'static, Line> {
    columns! { Table::of(|line: &Line| line.name.clone()).row_class(|line| line.is_total.then_some("grp"));
        name(first, |line| line.name.clone());
        number(lang.approached(), |line| line.field.clone().or_else(|| count(line.funnel.approached).map(|count| html! { count }))).dash();
        number(lang.registered(), |line| count(line.funnel.registered)).dash();
        number(lang.of_approached(), |line| share(line.funnel.registered, line.funnel.approached)).dash();
        number(lang.started(), |line| count(line.funnel.started)).dash();
        number(lang.of_registered(), |line| share(line.funnel.started, line.funnel.registered)).dash();
    }
}

fn count(families: usize) -> Option<usize> {
    (families > 0).then_some(families)
}

/// A part as a percentage; nothing where the whole is unknown or too small for it.
fn share(part: usize, whole: usize) -> Option<String> {
    let is_part = whole > 0 && part <= whole;
    is_part.then(|| format!("{} %", (part * 100 + whole / 2) / whole))
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_share_is_rounded_and_never_above_the_whole() {
        assert_eq!(share(1, 3).as_deref(), Some("33 %"));
        assert_eq!(share(2, 3).as_deref(), Some("67 %"));
        assert_eq!(share(4, 3), None);
        assert_eq!(share(0, 0), None);
        assert_eq!(share(0, 8).as_deref(), Some("0 %"));
    }
}
