//! Merges two groups or splits one, with what that does to every coming bijeenkomst before it is done.

use crate::app::Action;
use crate::later::planner;
use crate::parts::{Icon, Modal, small_icon};
use crate::store::Ctx;
use centering_core::plan::{DateChange, Edit, EnrolmentCode, Group, GroupId};
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
    let others: Vec<&Group> = match plan.groups.get(&props.id) {
        None => Vec::new(),
        Some(group) => plan
            .groups
            .values()
            .filter(|other| {
                other.id != group.id
                    && other.stopped.is_none()
                    && other.location == group.location
                    && other.language == group.language
            })
            .collect(),
    };
    let chosen = use_state_eq(|| None::<GroupId>);
    let into = (*chosen)
        .clone()
        .or_else(|| others.first().map(|group| group.id.clone()));
    let onchange = {
        let ids: Vec<GroupId> = others.iter().map(|group| group.id.clone()).collect();
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let index = crate::parts::chosen(&event);
            chosen.set(index.and_then(|index| ids.get(index)).cloned());
        })
    };
    let edit = into.clone().map(|into| Edit::Merge {
        from: props.id.clone(),
        into,
    });
    let form = html! {
        if others.is_empty() {
            <p>{ lang.merge_none() }</p>
        } else {
            <div class="field">
                <label for="merge-into">{ lang.merge_into() }</label>
                <select id="merge-into" class="select" {onchange}>
                    { for others.iter().map(|group| html! {
                        <option key={group.id.to_string()} selected={into.as_ref() == Some(&group.id)}>
                            { format!("{}, {}", group.id, lang.families(plan.families(group))) }
                        </option>
                    }) }
                </select>
            </div>
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
        let onchange = {
            let (chosen, code) = (chosen.clone(), code.clone());
            Callback::from(move |event: Event| {
                let input: web_sys::HtmlInputElement = event.target_unchecked_into();
                let mut changed = (*chosen).clone();
                if input.checked() {
                    changed.insert(code.clone());
                } else {
                    changed.remove(&code);
                }
                chosen.set(changed);
            })
        };
        let birth = plan
            .enrolments
            .get(code)
            .map(|family| lang.day_month(family.birth, None));
        html! {
            <label class="check" key={code.to_string()}>
                <input type="checkbox" checked={chosen.contains(code)} {onchange} />
                <span>{ code.to_string() }{ birth.map(|day| html! { <span class="muted">{ " · " }{ day }</span> }) }</span>
            </label>
        }
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
            let reason = planner().map(|planner| (planner.refusal)(lang, &refusal));
            html! { <p class="note warn">{ small_icon(Icon::Warn) }<span>{ reason }</span></p> }
        }
        Some(Ok(changes)) if changes.is_empty() => html! { <p>{ lang.regroup_nothing() }</p> },
        Some(Ok(changes)) => html! {
            <div class="tw" tabindex="0" role="region" aria-label={lang.regroup_dates()}>
                <table class="tb cards" aria-label={lang.regroup_dates()}>
                    <thead><tr>
                        <th scope="col">{ lang.regroup_session() }</th>
                        <th scope="col">{ lang.replan_was() }</th>
                        <th scope="col">{ lang.replan_becomes() }</th>
                        <th scope="col">{ lang.replan_families() }</th>
                    </tr></thead>
                    <tbody>{ for changes.iter().map(|change| row(ctx, change)) }</tbody>
                </table>
            </div>
        },
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
        <Modal {title} close_label={lang.close()} onclose={ctx.on(Action::CloseDialog)} wide={true} {footer}>
            <div class="stack t">{ form }<div role="status">{ outcome }</div></div>
        </Modal>
    }
}

fn row(ctx: &Ctx, change: &DateChange) -> Html {
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let day = |day| Option::map_or(day, "–".to_owned(), |day| lang.day(day, today));
    let name = format!(
        "{}, {}",
        change.group,
        lang.session_number(change.session.get())
    );
    html! {
        <tr key={name.clone()}>
            <th scope="row">{ name }</th>
            <td data-l={lang.replan_was()}>{ day(change.from) }</td>
            <td data-l={lang.replan_becomes()}>{ day(change.to) }</td>
            <td data-l={lang.replan_families()}>{ if change.shared { lang.replan_known() } else { lang.replan_unknown() } }</td>
        </tr>
    }
}
