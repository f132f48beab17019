//! Merges two groups or splits one, with what that does to every coming bijeenkomst before it is done.

use crate::parts::form::{choose, put, tick};
use crate::parts::table::{By, Table, columns};
use crate::parts::{Icon, Modal, setter, small_icon};
use crate::state::{Action, Ctx, Planner, Same, planner};
use centering_core::edit::Edit;
use centering_core::plan::{DateChange, EnrolmentCode, GroupId};
use std::collections::BTreeSet;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct RegroupProps {
    pub ctx: Ctx,
    pub id: GroupId,
}

/// The dialog that merges a group into another one of its location and language.
#[component]
pub fn MergeDialog(props: &RegroupProps) -> Html {
    let (ctx, lang) = (&props.ctx, props.ctx.model.lang);
    let plan = &ctx.model.plan;
    let others = use_memo((Same(plan.clone()), props.id.clone()), |(plan, id)| {
        let merges = |planner: &Planner| (planner.merges)(&plan.0, id, ctx.model.today);
        planner().map(merges).unwrap_or_default()
    });
    let chosen = use_state_eq(|| None::<GroupId>);
    // A full group is chosen only by hand.
    let best = others.first().filter(|merged| !merged.is_full);
    let into = (*chosen)
        .clone()
        .or_else(|| best.map(|merged| merged.into.clone()));
    let onchoose = setter(&chosen);
    let fit = |id: &GroupId| others.iter().find(|merged| merged.into == *id);
    let most = plan.settings.group_size.max;
    let words = |id: &Option<GroupId>| match id.as_ref().and_then(fit) {
        Some(merged) => format!("{}: {}", merged.into, lang.merge_fit(merged, most)),
        None => lang.merge_choose().to_owned(),
    };
    let edit = into.clone().map(|into| Edit::Merge {
        from: props.id.clone(),
        into,
    });
    let form = if others.is_empty() {
        html! { <p>{ lang.merge_none() }</p> }
    } else {
        let nobody = into.is_none().then_some(None);
        let ids = others.iter().map(|merged| Some(merged.into.clone()));
        let list = choose(nobody.into_iter().chain(ids), &into, words, onchoose);
        let is_full = into
            .as_ref()
            .and_then(fit)
            .is_some_and(|merged| merged.is_full);
        html! {
            <>
                { Html::from(list.field("merge-into", lang.merge_into())) }
                if is_full { <p class="note warn" role="status">{ small_icon(Icon::Warn) }<span>{ lang.merge_full() }</span></p> }
            </>
        }
    };
    regroup(
        ctx,
        lang.merge_title(props.id.as_str()),
        lang.merge(),
        form,
        edit,
    )
}

/// The dialog that moves some families of a group to a new one.
#[component]
pub fn SplitDialog(props: &RegroupProps) -> Html {
    let (ctx, lang) = (&props.ctx, props.ctx.model.lang);
    let plan = &ctx.model.plan;
    let chosen = use_state_eq(BTreeSet::<EnrolmentCode>::new);
    let members = plan.groups.get(&props.id).map(|group| &group.members);
    let tick = |code: &EnrolmentCode| {
        let set = {
            let (chosen, code) = (chosen.clone(), code.clone());
            Callback::from(move |is_on| {
                let mut changed = (*chosen).clone();
                put(&mut changed, &code, is_on);
                chosen.set(changed);
            })
        };
        let birth = plan
            .enrolments
            .get(code)
            .map(|family| lang.day_month(family.birth, None));
        let words = html! { <span>{ code.to_string() }{ birth.map(|day| html! { <span class="muted">{ " · " }{ day }</span> }) }</span> };
        tick(words, chosen.contains(code), set)
    };
    let edit = (!chosen.is_empty()).then(|| Edit::Split {
        group: props.id.clone(),
        families: chosen.iter().cloned().collect(),
    });
    let form = html! {
        <fieldset class="field">
            <legend>{ lang.split_who() }</legend>
            <div class="checks">{ for members.into_iter().flatten().map(tick) }</div>
        </fieldset>
    };
    regroup(
        ctx,
        lang.split_title(props.id.as_str()),
        lang.split(),
        form,
        edit,
    )
}

/// The dialog around either form: what the edit would change, and the button that makes it.
fn regroup(ctx: &Ctx, title: String, button: &'static str, form: Html, edit: Option<Edit>) -> Html {
    let lang = ctx.model.lang;
    let preview = edit.as_ref().zip(planner()).map(|(edit, planner)| {
        (planner.preview)(&ctx.model.plan, std::slice::from_ref(edit), ctx.model.today)
    });
    let can_do = matches!(preview, Some(Ok(_)));
    let outcome = match preview {
        None => Html::default(),
        Some(Err(refusal)) => {
            let reason =
                planner().map(|planner| (planner.refusal)(lang, &ctx.model.plan, &refusal));
            html! { <p class="note warn">{ small_icon(Icon::Warn) }<span>{ reason }</span></p> }
        }
        Some(Ok(changes)) if changes.is_empty() => html! { <p>{ lang.regroup_nothing() }</p> },
        Some(Ok(changes)) => columns! { date_changes(ctx);
            column(lang.replan_becomes(), |change| becomes(ctx, edit.as_ref(), change));
            column(lang.replan_families(), |change| lang.parents_know(change.shared));
        }
        .rows(By::Words(lang.regroup_dates()), &changes),
    };
    let onclick = {
        let act = ctx.act.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(edit) = edit.clone() {
                act.emit(Action::CloseDialog);
                act.emit(Action::edit(edit));
            }
        })
    };
    let footer = html! {
        <>
            <button type="button" class="btn" onclick={ctx.on(Action::CloseDialog)}>{ lang.cancel() }</button>
            <button type="button" class="btn p" disabled={!can_do} {onclick}>{ button }</button>
        </>
    };
    html! {
        <Modal {title} {lang} onclose={ctx.on(Action::CloseDialog)} wide={true} {footer}>
            <div class="stack t">{ form }<div role="status">{ outcome }</div></div>
        </Modal>
    }
}

/// The day that a bijeenkomst gets, or why it has none.
fn becomes(ctx: &Ctx, edit: Option<&Edit>, change: &DateChange) -> String {
    let lang = ctx.model.lang;
    match (change.to, edit) {
        (Some(to), _) => lang.day(to, ctx.model.today),
        (None, Some(Edit::Merge { from, into })) if *from == change.group => {
            lang.regroup_along(into.as_str())
        }
        (None, _) => lang.regroup_no_day().to_owned(),
    }
}

/// A table of days that change: the bijeenkomst and the day that it had; what follows says what becomes of it.
pub fn date_changes(ctx: &Ctx) -> Table<'_, DateChange> {
    let lang = ctx.model.lang;
    let name = move |change: &DateChange| {
        let session = lang.session_number(change.session.get());
        format!("{}, {session}", change.group)
    };
    columns! { Table::of(name);
        name(lang.regroup_session(), name);
        column(lang.replan_was(), move |change| change.from.map(|day| lang.day(day, ctx.model.today))).dash();
    }
}
