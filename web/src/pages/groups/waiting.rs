//! The families without a group: why they have none, in which group each would fit best, and the way to
//! make a group of some of them by hand. Of a long list only the rows near the part of the page that shows are
//! drawn: what fits is worked out for each.

use super::facts::{Facts, WaitingFacts};
use crate::app::Action;
use crate::parts::{Icon, Rows, severity_mark, small_icon, use_rows};
use crate::store::{Ctx, Dialog, Same};
use crate::text::Lang;
use centering_core::calendar::Date;
use centering_core::care::BirthWindow;
use centering_core::cohort::{Fit, fits};
use centering_core::plan::{Edit, EnrolmentCode, Plan};
use centering_core::problem::Severity;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// About the height of a row in pixels.
const USUAL_HEIGHT: u32 = 51;
/// At most this many groups are offered for a family.
const MOST_FITS: usize = 4;
/// The id of the heading, to which the counts at the top of the screen lead.
pub const TITLE_ID: &str = "waiting-title";

#[derive(PartialEq, Properties)]
pub struct WaitingProps {
    pub ctx: Ctx,
    pub facts: Rc<Facts>,
}

#[component]
pub fn Waiting(props: &WaitingProps) -> Html {
    let ctx = &props.ctx;
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let chosen = use_state_eq(BTreeSet::<EnrolmentCode>::new);
    let body = use_node_ref();
    let families: Vec<&Rc<WaitingFacts>> = props
        .facts
        .locations
        .iter()
        .flat_map(|location| &location.waiting)
        .collect();
    let toggle = {
        // The choice as it is now, whatever row asks: the callback itself stays the same.
        let latest = use_mut_ref(BTreeSet::new);
        latest.borrow_mut().clone_from(&chosen);
        let setter = chosen.setter();
        use_callback((), move |code: EnrolmentCode, ()| {
            let mut codes = latest.borrow().clone();
            if !codes.remove(&code) {
                codes.insert(code);
            }
            setter.set(codes);
        })
    };
    let drawn = use_rows(&body, families.len(), USUAL_HEIGHT);
    if families.is_empty() {
        return Html::default();
    }
    let picked: Vec<&WaitingFacts> = families
        .iter()
        .map(|family| &***family)
        .filter(|family| chosen.contains(&family.birth.code))
        .collect();
    let draw = |position: usize| {
        families.get(position).map_or_else(Html::default, |family| {
            let key = family.birth.code.to_string();
            html! {
                <WaitingRow {key} {position} family={(*family).clone()} plan={Same(model.plan.clone())} today={model.today} {lang}
                    act={ctx.act.clone()} is_chosen={chosen.contains(&family.birth.code)} toggle={toggle.clone()} />
            }
        })
    };
    html! {
        <section class="panel">
            <div class="ph"><h2 id={TITLE_ID} tabindex="-1">{ lang.without_group() }</h2><span class="small muted">{ lang.families(families.len()) }</span></div>
            { choice_bar(ctx, &picked, &chosen) }
            <div class="tw" tabindex="0" role="region" aria-labelledby={TITLE_ID}>
                <table class="tb cards flow waiting" aria-labelledby={TITLE_ID} aria-rowcount={drawn.row_count(1)}>
                    <thead><tr>
                        <th scope="col"><span class="sr">{ lang.choose() }</span></th>
                        <th scope="col">{ lang.code() }</th>
                        <th scope="col">{ lang.born() }</th>
                        <th scope="col">{ lang.location_and_language() }</th>
                        <th scope="col">{ lang.why() }</th>
                        <th scope="col">{ lang.best_fit() }</th>
                        <th scope="col"><span class="sr">{ lang.edit() }</span></th>
                    </tr></thead>
                    <tbody ref={body}>{ drawn.body(7, draw) }</tbody>
                </table>
            </div>
        </section>
    }
}

/// What was chosen and what can be done with it.
fn choice_bar(
    ctx: &Ctx,
    picked: &[&WaitingFacts],
    chosen: &UseStateHandle<BTreeSet<EnrolmentCode>>,
) -> Html {
    let lang = ctx.model.lang;
    let Some(first) = picked.first() else {
        return html! { <p class="choice-bar small muted" role="status">{ lang.choose_first() }</p> };
    };
    let refusal = if picked
        .iter()
        .any(|family| family.location != first.location)
    {
        Some(lang.one_location())
    } else if picked
        .iter()
        .any(|family| family.language != first.language)
    {
        Some(lang.one_language())
    } else {
        None
    };
    let spread = BirthWindow::around(picked.iter().map(|family| family.birth.date))
        .map_or(0, BirthWindow::spread_days);
    let most = i32::from(ctx.model.plan.settings.max_spread_days);
    let create = {
        let codes: Vec<EnrolmentCode> = picked
            .iter()
            .map(|family| family.birth.code.clone())
            .collect();
        let (act, chosen) = (ctx.act.clone(), chosen.clone());
        Callback::from(move |_: MouseEvent| {
            chosen.set(BTreeSet::new());
            act.emit(Action::edit(Edit::CreateGroup(codes.clone())));
        })
    };
    let clear = {
        let chosen = chosen.clone();
        Callback::from(move |_: MouseEvent| chosen.set(BTreeSet::new()))
    };
    html! {
        <div class="choice-bar">
            <span class="small" role="status">
                <b>{ lang.chosen(picked.len()) }</b>{ ", " }
                if spread > most { { severity_mark(lang, Severity::Warning, html! { lang.chosen_spread(spread) }) } }
                else { { lang.chosen_spread(spread) } }
                if let Some(reason) = refusal { { ". " }<span id="choice-reason">{ reason }</span> }
            </span>
            <span class="acts">
                <button type="button" class="btn s p" disabled={refusal.is_some()}
                    aria-describedby={refusal.map(|_| "choice-reason")} onclick={create}>{ lang.group_of_chosen() }</button>
                <button type="button" class="btn s q" onclick={clear}>{ lang.choose_none() }</button>
            </span>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct WaitingRowProps {
    family: Rc<WaitingFacts>,
    plan: Same<Plan>,
    today: Option<Date>,
    lang: Lang,
    act: Callback<Action>,
    is_chosen: bool,
    toggle: Callback<EnrolmentCode>,
    /// Its place in the table.
    position: usize,
}

#[component]
fn WaitingRow(props: &WaitingRowProps) -> Html {
    let (family, lang) = (&props.family, props.lang);
    let code = &family.birth.code;
    let fits = use_memo(
        (props.plan.clone(), code.clone(), props.today),
        |(plan, code, today)| {
            let found = plan
                .0
                .enrolments
                .get(code)
                .map(|family| fits(&plan.0, family, *today));
            found.unwrap_or_default()
        },
    );
    let onchange = {
        let (toggle, code) = (props.toggle.clone(), code.clone());
        Callback::from(move |_: Event| toggle.emit(code.clone()))
    };
    let onedit = {
        let (act, code) = (props.act.clone(), code.clone());
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::Open(Dialog::Family(Some(code.clone()))));
        })
    };
    html! {
        <tr class={classes!(props.is_chosen.then_some("sel"))} data-row={props.position.to_string()} aria-rowindex={Rows::row_index(props.position, 1)}>
            <td class="pick">
                <label class="check">
                    <input type="checkbox" checked={props.is_chosen} {onchange} />
                    <span class="sr">{ lang.choose_family(code.as_str()) }</span>
                </label>
            </td>
            <th scope="row">{ code.as_str() }</th>
            <td class="nw dot" data-l={lang.born()}>
                { lang.day_month(family.birth.date, props.today) }
                if family.birth.provisional { { " " }{ severity_mark(lang, Severity::Warning, html! { lang.provisional() }) } }
            </td>
            <td data-l={lang.location_and_language()}>{ &family.location_name }{ ", " }{ lang.language_name(&family.language) }</td>
            <td class="brk" data-l={lang.why()}>{ family.why.map(|why| lang.unplaced_reason(why)).unwrap_or_default() }</td>
            <td class="brk fit" data-l={lang.best_fit()}>
                { best_fits(props, &fits) }
            </td>
            <td class="tr">
                <button type="button" class="btn i s q" aria-label={lang.change_family(code.as_str())}
                    title={lang.change_family(code.as_str())} onclick={onedit}>{ small_icon(Icon::Pen) }</button>
            </td>
        </tr>
    }
}

fn best_fits(props: &WaitingRowProps, fits: &[Fit]) -> Html {
    let lang = props.lang;
    let Some((best, rest)) = fits.split_first() else {
        return html! { <span class="muted">{ lang.no_fit() }</span> };
    };
    let rest: Vec<&Fit> = rest.iter().take(MOST_FITS - 1).collect();
    html! {
        <>
            { offer(props, best) }
            if !rest.is_empty() {
                <details class="more">
                    <summary>{ lang.more_groups(rest.len()) }</summary>
                    { for rest.into_iter().map(|fit| offer(props, fit)) }
                </details>
            }
        </>
    }
}

fn offer(props: &WaitingRowProps, fit: &Fit) -> Html {
    let (lang, code) = (props.lang, &props.family.birth.code);
    let onclick = {
        let act = props.act.clone();
        let edit = Edit::Place {
            code: code.clone(),
            group: fit.group.clone(),
        };
        Callback::from(move |_: MouseEvent| act.emit(Action::edit(edit.clone())))
    };
    html! {
        <div class="offer">
            <button type="button" class="btn s" {onclick}>
                { lang.put_in(fit.group.as_str()) }<span class="sr">{ ": " }{ code.as_str() }</span>
            </button>
            <span class="xs muted">
                { lang.spread_becomes(fit.spread_days) }
                if !fit.half_day_fits { { ", " }{ lang.half_day_misfit() } }
            </span>
        </div>
    }
}
