//! What the parents of a group are told: to copy, to print, as calendar file, and then marked as told.

use crate::download;
use crate::parts::form::choose;
use crate::parts::{CopyButton, Icon, Modal, print_page, setter, small_icon};
use crate::state::{Action, Ctx, Dialog};
use centering_core::edit::Edit;
use centering_core::plan::GroupId;
use centering_exchange::{Invitation, Line};
use centering_words::Lang;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct InvitationProps {
    pub ctx: Ctx,
    pub id: GroupId,
}

/// The dialog with the invitation of one group.
#[component]
pub fn InvitationDialog(props: &InvitationProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let told = use_state_eq(|| lang);
    // What came of the last file.
    let outcome = use_state_eq(String::new);
    // A group that is gone, after an undo, has nothing to show.
    let Some(group) = plan.groups.get(&props.id) else {
        return Html::default();
    };
    let has_drafts = group.has_drafts(ctx.model.today);
    let invitation = Invitation::of(plan, &group.id, ctx.model.today);
    let location = plan.locations.get(&group.location);
    let lacks_address = location.filter(|location| location.address.is_empty());
    let buttons = invitation.as_ref().map(|invitation| {
        let text = {
            let (invitation, told) = (invitation.clone(), *told);
            Callback::from(move |()| invitation.text(told))
        };
        let save = {
            let (outcome, invitation, told) = (outcome.setter(), invitation.clone(), *told);
            Callback::from(move |_: MouseEvent| {
                let name = format!("{}.ics", invitation.file_name());
                let calendar = invitation.calendar(told);
                let is_done = download::offer(&name, "text/calendar", &calendar).is_ok();
                outcome.set(if is_done {
                    lang.file_saved(&name)
                } else {
                    lang.file_not_saved().to_owned()
                });
            })
        };
        let share = Edit::Share(vec![group.id.clone()]);
        html! {
            <>
                <CopyButton {lang} {text} class="btn" shown={Html::from(lang.invitation_copy())} copied={lang.invitation_copied()} />
                <button type="button" class="btn" onclick={|_: MouseEvent| print_page()}>{ lang.print() }</button>
                <button type="button" class="btn" onclick={save}>{ lang.invitation_save() }</button>
                if has_drafts {
                    <button type="button" class="btn p" onclick={ctx.on(Action::edit(share))}>
                        { small_icon(Icon::Ok) }{ lang.share_dates() }
                    </button>
                } else {
                    // In its place, so that no other button comes under the pointer.
                    <span class="st ok" role="status">{ small_icon(Icon::Ok) }{ lang.invitation_told() }</span>
                }
            </>
        }
    });
    html! {
        <Modal title={lang.invitation_dialog(group.id.as_str())} {lang} onclose={ctx.on(Action::CloseDialog)} id="invitation-title" footer={buttons.unwrap_or_default()}>
            <div class="stack invite">
                if let Some(invitation) = &invitation {
                    if let Some(location) = lacks_address {
                        <p class="note">
                            { small_icon(Icon::Info) }
                            <span>{ lang.invitation_no_address(&location.name) }</span>
                            <button type="button" class="link" onclick={ctx.on(Action::OpenOver(Dialog::Location(location.id.clone())))}>
                                { lang.invitation_add_address() }
                            </button>
                        </p>
                    }
                    { choose(Lang::ALL, &told, |lang| lang.own_name(), setter(&told)).field("invitation-lang", lang.invitation_for()) }
                    <div class="paper-text" lang={told.tag()}>{ paper(invitation, *told) }</div>
                    <p class="small muted">{ lang.invitation_save_hint() }</p>
                    if has_drafts { <p class="small muted">{ lang.invitation_after() }</p> }
                    <p class="small" role="status">{ &*outcome }</p>
                } else {
                    <p>{ lang.invitation_none() }</p>
                }
            </div>
        </Modal>
    }
}

/// The text as a page: what is printed.
fn paper(invitation: &Invitation, lang: Lang) -> Html {
    let lines = invitation.paragraphs(lang).concat();
    let is_meeting = |line: &Line| matches!(line, Line::Meeting(..));
    let parts = lines.chunk_by(|one, next| is_meeting(one) && is_meeting(next));
    let line = |line: &Line| match line {
        Line::Title(words) => html! { <h3>{ words }</h3> },
        Line::Words(words) => html! { <p>{ words }</p> },
        Line::Meeting(number, when) => {
            html! { <li value={number.get().to_string()}>{ when }</li> }
        }
    };
    let part = |part: &[Line]| match part {
        [Line::Meeting(..), ..] => html! { <ol>{ for part.iter().map(line) }</ol> },
        _ => part.iter().map(line).collect(),
    };
    parts.map(part).collect()
}
