//! What is told of the stored plan: another tab changed it, a newer planner wrote it, or it could not be read; and what
//! was typed and is not stored.

use super::frame::note;
use crate::parts::{Icon, small_icon};
use crate::place::{Damaged, Kind};
use crate::state::{Action, Ctx, Export, Other, SaveState};
use yew::prelude::*;

/// The messages, which stay until they are answered.
pub fn stored_notes(ctx: &Ctx) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let button = |text: String, action: Action| {
        html! { <button type="button" class="btn s" onclick={ctx.on(action)}>{ text }</button> }
    };
    let fixed = |text: &str, action| button(text.to_owned(), action);
    let save_file = || fixed(lang.save_file_now(), Action::Export(Export::Plan));
    let keep_mine = || fixed(lang.keep_mine(), Action::KeepMine);
    let damaged_of = |kind: Kind| {
        let of_kind = |(_, text): &(usize, &Damaged)| text.kind == kind;
        let texts: Vec<(usize, &Damaged)> =
            model.damaged.iter().enumerate().filter(of_kind).collect();
        if texts.is_empty() {
            return Html::default();
        }
        let is_set_aside = texts.iter().all(|(_, text)| text.is_set_aside);
        let buttons = texts.iter().map(|(place, _)| {
            // One alone needs no number.
            let number = (model.damaged.len() > 1).then_some(place + 1);
            html! {
                <>
                    { button(lang.download_damaged(number), Action::SaveDamaged(*place)) }
                    { button(lang.let_go_damaged(number), Action::LetGo(*place)) }
                </>
            }
        });
        note(
            kind.damaged_title(lang),
            kind.damaged_text(is_set_aside, lang),
            html! { <>{ for buttons }</> },
        )
    };
    html! {
        <>
            { match model.save {
                SaveState::OtherTab(Other::Changed) => note(lang.saved_other_title(), lang.saved_other_text(), html! {
                    <>
                        { fixed(lang.take_other(), Action::TakeOther) }
                        { keep_mine() }
                        { save_file() }
                    </>
                }),
                SaveState::OtherTab(Other::Erased) => note(lang.erased_title(), lang.erased_text(), html! {
                    <>
                        { fixed(lang.take_erased(), Action::TakeOther) }
                        { fixed(lang.keep_erased(), Action::KeepMine) }
                        { save_file() }
                    </>
                }),
                SaveState::OtherTab(Other::Damaged) => note(lang.damaged_other_title(), lang.damaged_other_text(), html! {
                    <>
                        { keep_mine() }
                        { save_file() }
                    </>
                }),
                SaveState::Newer => note(lang.newer_title(), lang.newer_text(), save_file()),
                _ => Html::default(),
            } }
            { damaged_of(Kind::Plan) }
            { damaged_of(Kind::Variants) }
            { lost_drafts(ctx) }
        </>
    }
}

/// What was typed on another screen and is not stored, until the user has read it.
fn lost_drafts(ctx: &Ctx) -> Html {
    let lang = ctx.model.lang;
    let lines: Vec<Html> = ctx
        .model
        .drafts
        .lost()
        .map(
            |draft| html! { <li>{ lang.draft_line(&draft.label, &draft.text, &draft.fault) }</li> },
        )
        .collect();
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <div class="note warn block" role="alert">
            { small_icon(Icon::Warn) }
            <div class="stack xt">
                <b>{ lang.drafts_title() }</b>
                <ul>{ for lines }</ul>
                <div class="acts"><button type="button" class="btn s" onclick={ctx.on(Action::DismissDrafts)}>{ lang.dismiss() }</button></div>
            </div>
        </div>
    }
}
