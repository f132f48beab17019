//! The families without a group: why they have none, in which group each would fit best, and the way to
//! make a group of some of them by hand. What fits is worked out for the rows that are drawn.

use super::facts::{Facts, WaitingFacts};
use crate::parts::form::tick;
use crate::parts::table::{LongTable, Phone, Table, columns};
use crate::parts::{Icon, sets, severity_mark, small_icon};
use crate::state::{Action, Ctx, Dialog, Same};
use centering_core::calendar::Date;
use centering_core::care::BirthWindow;
use centering_core::cohort::{Fit, fits};
use centering_core::edit::Edit;
use centering_core::plan::{EnrolmentCode, Plan};
use centering_core::problem::Severity;
use centering_words::{Lang, capital};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

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
    let families = use_memo(Same(props.facts.clone()), |facts| {
        let locations = facts.0.locations.iter();
        locations
            .flat_map(|location| location.waiting.clone())
            .collect::<Vec<_>>()
    });
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
    let basis = (
        Same(model.plan.clone()),
        lang,
        model.today,
        ctx.act.clone(),
        toggle,
    );
    let table = use_memo(basis, |(plan, lang, today, act, toggle)| {
        table(*lang, *today, plan.clone(), act.clone(), toggle.clone())
    });
    let row = {
        let chosen = chosen.clone();
        Callback::from(move |family: Rc<WaitingFacts>| {
            let is_chosen = chosen.contains(&family.birth.code);
            Some(((family, is_chosen), is_chosen))
        })
    };
    if families.is_empty() {
        return Html::default();
    }
    let picked: Vec<&WaitingFacts> = families
        .iter()
        .map(|family| &**family)
        .filter(|family| chosen.contains(&family.birth.code))
        .collect();
    html! {
        <section class="panel" aria-labelledby={TITLE_ID}>
            <div class="ph"><h2 id={TITLE_ID} tabindex="-1">{ lang.without_group() }</h2><span class="small muted">{ lang.families(families.len()) }</span></div>
            { choice_bar(ctx, &picked, &chosen) }
            <LongTable<Rc<WaitingFacts>, Row> {lang} table={Same(table)} id={TITLE_ID} items={Same(families.clone())} {row} height={51} />
        </section>
    }
}

/// A family, and whether it is ticked.
type Row = (Rc<WaitingFacts>, bool);

fn table(
    lang: Lang,
    today: Option<Date>,
    plan: Same<Plan>,
    act: Callback<Action>,
    toggle: Callback<EnrolmentCode>,
) -> Table<'static, Row> {
    let edit = {
        let act = act.clone();
        move |(family, _): &Row| {
            let (act, code) = (act.clone(), family.birth.code.clone());
            let label = lang.change_family(code.as_str());
            let onedit = Callback::from(move |_: MouseEvent| {
                act.emit(Action::Open(Dialog::Family(Some(code.clone()))));
            });
            html! {
                <button type="button" class="btn i s q" aria-label={label.clone()} title={label} onclick={onedit}>{ small_icon(Icon::Pen) }</button>
            }
        }
    };
    let pick = move |(family, is_ticked): &Row| {
        let code = family.birth.code.clone();
        let words = html! { <span class="sr">{ lang.choose_family(code.as_str()) }</span> };
        tick(
            words,
            *is_ticked,
            toggle.reform(move |_: bool| code.clone()),
        )
    };
    let born = move |(family, _): &Row| {
        let provisional = family
            .birth
            .provisional
            .then(|| severity_mark(lang, Severity::Warning, html! { lang.provisional() }));
        html! { <>{ lang.day_month(family.birth.date, today) }{ " " }{ provisional }</> }
    };
    let place = move |(family, _): &Row| {
        format!(
            "{}, {}",
            family.location_name,
            lang.language_name(&family.language)
        )
    };
    let fits = move |(family, _): &Row| {
        let (plan, act) = (plan.clone(), act.clone());
        html! { <BestFits code={family.birth.code.clone()} {plan} {today} {lang} {act} /> }
    };
    columns! { Table::of(|(family, _): &Row| family.birth.code.to_string()).look("waiting");
        acts(lang.choose(), pick).class("pick");
        name(lang.code(), |(family, _)| family.birth.code.to_string());
        column(lang.born(), born).nowrap().phone(Phone::Run);
        column(lang.location_and_language(), place).phone(Phone::Run);
        column(lang.why(), move |(family, _)| family.why.map(|why| format!("{}.", capital(&lang.unplaced_reason(why))))).phone(Phone::Below);
        column(lang.best_fit(), fits).phone(Phone::Below);
        acts(lang.edit(), edit).phone(Phone::Corner);
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
    let clear = sets(chosen, BTreeSet::new());
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
struct FitsProps {
    code: EnrolmentCode,
    plan: Same<Plan>,
    today: Option<Date>,
    lang: Lang,
    act: Callback<Action>,
}

/// The groups that fit a family best, each with the button that puts it there.
#[component]
fn BestFits(props: &FitsProps) -> Html {
    let lang = props.lang;
    let basis = (props.plan.clone(), props.code.clone(), props.today);
    let fits = use_memo(basis, |(plan, code, today)| {
        let family = plan.0.enrolments.get(code);
        family.map_or_else(Vec::new, |family| fits(&plan.0, family, *today))
    });
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

fn offer(props: &FitsProps, fit: &Fit) -> Html {
    let (lang, code) = (props.lang, &props.code);
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
