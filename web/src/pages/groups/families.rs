//! The families of one group, and those that still wait and could join it.

use crate::parts::{Icon, severity_mark, small_icon};
use crate::state::{Action, Ctx, Dialog};
use centering_core::calendar::HalfDay;
use centering_core::cohort::fits;
use centering_core::edit::Edit;
use centering_core::plan::{Enrolment, Group, HalfDayChoice};
use centering_core::problem::Severity;
use yew::prelude::*;

/// At most this many families that could join are offered.
const MOST_OFFERS: usize = 3;

/// The families of a group in order of birth, with what can be done with each.
pub fn families_list(ctx: &Ctx, group: &Group) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let half_day = group.half_day.map(HalfDayChoice::half_day);
    let mut members: Vec<&Enrolment> = model.plan.members(group).collect();
    members.sort_by_key(|member| (member.birth, &member.code));
    html! {
        <section aria-labelledby="families-title">
            <h3 id="families-title">{ lang.families_title() }</h3>
            <ul class="members">
                { for members.into_iter().map(|member| family(ctx, member, half_day)) }
            </ul>
            if let Some(known) = &group.known_births {
                <p class="small muted">{ lang.known_births(usize::from(known.families), usize::from(known.children)) }</p>
            }
        </section>
    }
}

fn family(ctx: &Ctx, family: &Enrolment, half_day: Option<HalfDay>) -> Html {
    let lang = ctx.model.lang;
    let code = family.code.as_str();
    let date = lang.day_month(family.birth, ctx.model.today);
    let cannot = half_day.filter(|half_day| !family.half_days.allows(*half_day));
    let open = ctx.on(Action::Open(Dialog::Family(Some(family.code.clone()))));
    html! {
        <li key={code.to_owned()}>
            <div class="who">
                <b>{ code.to_owned() }</b>
                <span>{ if family.provisional { lang.due(&date) } else { date } }</span>
                if family.children > 1 { <span class="muted">{ lang.children(usize::from(family.children)) }</span> }
            </div>
            <div class="do">
                <button type="button" class="btn i s q" aria-label={lang.change_family(code)} title={lang.change_family(code)} onclick={open.clone()}>
                    { small_icon(Icon::Pen) }
                </button>
                <button type="button" class="btn i s q" aria-label={lang.take_out(code)} title={lang.take_out(code)}
                    onclick={ctx.on(Action::edit(Edit::TakeOut(family.code.clone())))}>
                    { small_icon(Icon::Close) }
                </button>
            </div>
            if family.provisional || cannot.is_some() {
                <div class="more">
                    if family.provisional {
                        { severity_mark(lang, Severity::Warning, html! { lang.provisional() }) }
                        <button type="button" class="btn s q" onclick={open}>{ lang.enter_birth() }<span class="sr">{ ": " }{ code.to_owned() }</span></button>
                    }
                    if let Some(half_day) = cannot {
                        { severity_mark(lang, Severity::Warning, html! { lang.cannot(&lang.half_day(half_day)) }) }
                    }
                </div>
            }
        </li>
    }
}

/// Families without a group that fit in this one.
pub fn offers(ctx: &Ctx, group: &Group) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let waiting = model
        .plan
        .unplaced()
        .filter(|family| family.location == group.location && family.language == group.language);
    let mut offers: Vec<_> = waiting
        .filter_map(|family| {
            let fits = fits(&model.plan, family, model.today);
            let fit = fits.into_iter().find(|fit| fit.group == group.id)?;
            Some((fit, family))
        })
        .collect();
    offers.sort_by_key(|(fit, family)| (!fit.half_day_fits, fit.cost, &family.code));
    if offers.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="offers-title">
            <h3 id="offers-title">{ lang.may_fit() }</h3>
            <ul class="offers">
                { for offers.into_iter().take(MOST_OFFERS).map(|(fit, family)| {
                    let edit = Edit::Place { code: family.code.clone(), group: group.id.clone() };
                    let code = family.code.as_str();
                    html! {
                        <li key={code.to_owned()}>
                            <div class="who"><b>{ code.to_owned() }</b><span>{ lang.day_month(family.birth, model.today) }</span></div>
                            <button type="button" class="btn s" onclick={ctx.on(Action::edit(edit))}>
                                { lang.put_here() }<span class="sr">{ ": " }{ code.to_owned() }</span>
                            </button>
                            <span class="xs muted">
                                { lang.spread_becomes(fit.spread_days) }
                                if !fit.half_day_fits { { ", " }{ lang.half_day_misfit() } }
                            </span>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}
