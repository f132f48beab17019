//! The werving funnel: approached, enrolled and started, by route and by month of birth, with what part went on.

use super::births::{MONTHS, change, meant, recruitment};
use crate::parts::{Figure, Icon, chosen, small_icon};
use crate::store::Ctx;
use crate::text::Lang;
use centering_core::calendar::Month;
use centering_core::cohort::{Funnel, funnels};
use centering_core::plan::{LocationId, Recruitment, Route};
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
    let onroute = {
        let route = route.clone();
        Callback::from(move |event: Event| {
            let index = chosen(&event).and_then(|index| index.checked_sub(1));
            route.set(index.and_then(|index| Route::ALL.get(index)).copied());
        })
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
    html! {
        <>
            <section class="panel" aria-labelledby="funnel-title">
                <div class="ph"><h2 id="funnel-title">{ lang.funnel_by_route() }</h2></div>
                <p class="pb small muted measure-text">{ lang.funnel_sub() }</p>
                <div class="tw" tabindex="0" role="region" aria-labelledby="funnel-title">
                    <table class="tb cards" aria-labelledby="funnel-title">
                        { head(lang, lang.route_word()) }
                        <tbody>
                            { for routes.map(|route| {
                                let funnel = by_route.get(&route).copied().unwrap_or_default();
                                html! { <tr key={lang.route(route)}><th scope="row">{ lang.route(route) }</th>{ cells(lang, funnel, None) }</tr> }
                            }) }
                            <tr class="grp"><th scope="row">{ lang.total() }</th>{ cells(lang, all, None) }</tr>
                        </tbody>
                    </table>
                </div>
            </section>
            <section class="panel" aria-labelledby="funnel-months-title">
                <div class="ph">
                    <h2 id="funnel-months-title">{ lang.funnel_by_month() }</h2>
                    <label class="filter"><span>{ lang.route_word() }</span>
                        <select class="select" aria-label={lang.route_word()} onchange={onroute}>
                            <option selected={route.is_none()}>{ lang.all_routes() }</option>
                            { for Route::ALL.map(|one| html! { <option selected={*route == Some(one)}>{ lang.route(Some(one)) }</option> }) }
                        </select>
                    </label>
                </div>
                if props.location.is_none() || route.is_none() {
                    <p class="pb"><span class="note">{ small_icon(Icon::Info) }<span>{ lang.choose_route_first() }</span></span></p>
                }
                <div class="tw" tabindex="0" role="region" aria-labelledby="funnel-months-title">
                    <table class="tb cards" aria-labelledby="funnel-months-title">
                        { head(lang, lang.month_word()) }
                        <tbody>
                            { for months.iter().map(|month| {
                                let funnel = by_month.get(month).copied().unwrap_or_default();
                                html! {
                                    <tr key={month.to_string()}>
                                        <th scope="row">{ lang.month_year(month.first()) }</th>
                                        { cells(lang, funnel, typed(*month)) }
                                    </tr>
                                }
                            }) }
                            <tr class="grp"><th scope="row">{ lang.total() }</th>{ cells(lang, of_months, None) }</tr>
                        </tbody>
                    </table>
                </div>
            </section>
        </>
    }
}

fn head(lang: Lang, first: &'static str) -> Html {
    html! {
        <thead><tr>
            <th scope="col">{ first }</th>
            <th scope="col" class="num">{ lang.approached() }</th>
            <th scope="col" class="num">{ lang.registered() }</th>
            <th scope="col" class="num">{ lang.of_approached() }</th>
            <th scope="col" class="num">{ lang.started() }</th>
            <th scope="col" class="num">{ lang.of_registered() }</th>
        </tr></thead>
    }
}

fn cells(lang: Lang, funnel: Funnel, approached: Option<Html>) -> Html {
    let approached = approached.unwrap_or_else(|| html! { { count(funnel.approached) } });
    html! {
        <>
            <td class="num" data-l={lang.approached()}>{ approached }</td>
            <td class="num" data-l={lang.registered()}>{ count(funnel.registered) }</td>
            <td class="num" data-l={lang.of_approached()}>{ share(funnel.registered, funnel.approached) }</td>
            <td class="num" data-l={lang.started()}>{ count(funnel.started) }</td>
            <td class="num" data-l={lang.of_registered()}>{ share(funnel.started, funnel.registered) }</td>
        </>
    }
}

fn count(families: usize) -> String {
    if families == 0 {
        "–".to_owned()
    } else {
        families.to_string()
    }
}

/// A part as a percentage; nothing where the whole is unknown or too small for it.
fn share(part: usize, whole: usize) -> String {
    if whole == 0 || part > whole {
        return "–".to_owned();
    }
    format!("{} %", (part * 100 + whole / 2) / whole)
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_share_is_rounded_and_never_above_the_whole() {
        assert_eq!(share(1, 3), "33 %");
        assert_eq!(share(2, 3), "67 %");
        assert_eq!(share(4, 3), "–");
        assert_eq!(share(0, 0), "–");
        assert_eq!(share(0, 8), "0 %");
    }
}
