//! The screen intake (instroom): the enrolments as a table, the births that are expected, and how the werving
//! goes.

mod births;
mod columns;
mod facts;
mod funnel;
mod quick_add;
mod table;

use crate::parts::{Icon, LocationFilter, no_families, sets, small_icon, ways};
use crate::state::{Action, Ctx, Dialog, PageProps, Same};
use births::{Births, MONTHS};
use centering_core::calendar::{Date, Month};
use centering_core::plan::Location;
use facts::States;
use funnel::FunnelView;
use table::Table;
use yew::prelude::*;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    Enrolments,
    Births,
    Recruitment,
}

#[component]
pub fn Intake(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let model = &ctx.model;
    let view = use_state_eq(|| View::Enrolments);
    // Months before today and after it; the werving looks back, the births look forward.
    let shift = use_state_eq(|| 0_i32);
    let states = use_memo(Same(model.plan.clone()), |plan| States::of(&plan.0));
    let only_one = model.plan.locations.len() == 1;
    let first_of_all = model.plan.locations.keys().next();
    let chosen = model
        .shown_location(|id| model.plan.locations.contains_key(id))
        .or(first_of_all.filter(|_| only_one))
        .cloned();
    let names = use_memo(Same(model.plan.clone()), |plan| {
        let named = |one: &Location| (one.id.clone(), one.name.clone());
        plan.0.locations.values().map(named).collect::<Vec<_>>()
    });
    if !model.has_families() && model.plan.locations.is_empty() {
        return no_families(
            ctx,
            model.lang.intake_page(),
            model.lang.intake_empty_text(),
        );
    }
    let lang = model.lang;
    let views = [
        (View::Enrolments, lang.intake_enrolments()),
        (View::Births, lang.intake_births()),
        (View::Recruitment, lang.intake_recruitment()),
    ];
    let now = Month::of(model.today.unwrap_or(Date::FIRST));
    let back = if *view == View::Recruitment { 8 } else { 0 };
    let first = shifted(now, *shift - back);
    html! {
        <div class="stack">
            { head(ctx) }
            <div class="bar">
                { ways(lang.intake_view(), &*view, views, |to| sets(&view, to)) }
                if !only_one { <LocationFilter lang={model.lang} names={Same(names.clone())} chosen={chosen.clone()} act={ctx.act.clone()} /> }
                if *view != View::Enrolments { { months(ctx, first, &shift) } }
            </div>
            { match *view {
                View::Enrolments => html! { <Table ctx={ctx.clone()} states={Same(states)} locations={Same(names)} location={chosen} /> },
                View::Births => html! { <Births ctx={ctx.clone()} location={chosen} {first} /> },
                View::Recruitment => html! { <FunnelView ctx={ctx.clone()} location={chosen} {first} /> },
            } }
        </div>
    }
}

/// The month so many later, or earlier.
fn shifted(month: Month, by: i32) -> Month {
    Month::from_number(month.number() + by).unwrap_or(month)
}

fn head(ctx: &Ctx) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let button = |kind: Icon, text: &'static str, dialog: Dialog| {
        html! {
            <button type="button" class="btn" onclick={ctx.on(Action::Open(dialog))}>{ small_icon(kind) }{ text }</button>
        }
    };
    html! {
        <div class="head">
            <div class="t">
                <h1 tabindex="-1">{ lang.intake_page() }</h1>
                <p class="sub">{ lang.intake_counts(model.plan.enrolments.len()) }</p>
            </div>
            <div class="acts">
                { button(Icon::Plus, lang.add_family(), Dialog::Family(None)) }
                { button(Icon::Kring, lang.take_over(), Dialog::TakeOver) }
                { button(Icon::List, lang.add_list(), Dialog::Import(None)) }
                { button(Icon::List, lang.add_groups(), Dialog::GroupList) }
            </div>
        </div>
    }
}

/// The months that are shown, and half a year back and forth.
fn months(ctx: &Ctx, first: Month, shift: &UseStateHandle<i32>) -> Html {
    let lang = ctx.model.lang;
    let step = |by: i32, label: &'static str, kind: Icon| {
        let shift = shift.clone();
        let onclick =
            Callback::from(move |_: MouseEvent| shift.set((*shift + by).clamp(-120, 120)));
        html! { <button type="button" class="btn i s q" aria-label={label} title={label} {onclick}>{ small_icon(kind) }</button> }
    };
    let last = first.plus(MONTHS - 1);
    html! {
        <div class="acts push">
            { step(-6, lang.months_earlier(), Icon::Left) }
            <span class="small period" aria-live="polite">{ format!("{} – {}", lang.month_year(first.first()), lang.month_year(last.first())) }</span>
            { step(6, lang.months_later(), Icon::Right) }
        </div>
    }
}
