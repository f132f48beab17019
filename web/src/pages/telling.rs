//! What changed and was not told yet: a message for the parents of each group and one for each colleague, to copy and then to
//! tick off. It follows from the plan, so that it stays until it is told, wherever it is shown.

use crate::parts::{CopyButton, Icon, small_icon};
use crate::state::{Action, Ctx, Same, planner};
use centering_core::edit::{Audience, Edit};
use centering_core::plan::{GroupId, Plan};
use centering_exchange::Message;
use centering_words::Lang;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct TellingProps {
    pub ctx: Ctx,
    /// Of this group only, beside it; otherwise of the whole plan.
    #[prop_or_default]
    pub group: Option<GroupId>,
}

/// The messages that wait, each with what ticks it off; nothing where none does.
#[component]
pub fn Telling(props: &TellingProps) -> Html {
    let ctx = &props.ctx;
    let model = &ctx.model;
    let key = (Same(model.plan.clone()), model.today, model.lang);
    let of = props.group.clone();
    let found = use_memo((key, of), |((plan, today, lang), of)| match of {
        Some(group) => Message::of_group(&plan.0, group, *today, *lang),
        None => Message::all(&plan.0, *today, *lang),
    });
    section(ctx, &found, true, props.group.is_some())
}

#[derive(PartialEq, Properties)]
pub struct PreviewProps {
    pub ctx: Ctx,
    pub edits: Vec<Edit>,
}

/// The messages that these edits would add.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let ctx = &props.ctx;
    let model = &ctx.model;
    let key = (Same(model.plan.clone()), model.today, model.lang);
    let found = use_memo(
        (key, props.edits.clone()),
        |((plan, today, lang), edits)| {
            let after = edits.iter().try_fold((*plan.0).clone(), |plan, edit| {
                (planner()?.after)(&plan, edit, *today)
            });
            let now = Message::all(&plan.0, *today, *lang);
            let mut messages =
                after.map_or_else(Vec::new, |after| Message::all(&after, *today, *lang));
            messages.retain(|message| !now.contains(message));
            messages
        },
    );
    section(ctx, &found, false, false)
}

fn section(ctx: &Ctx, messages: &Rc<Vec<Message>>, is_now: bool, is_beside: bool) -> Html {
    let lang = ctx.model.lang;
    if messages.is_empty() {
        return Html::default();
    }
    let (id, title) = if is_now {
        ("untold-title", lang.untold_title())
    } else {
        ("untold-preview", lang.untold_preview())
    };
    let list = messages.iter().map(|message| article(ctx, message, is_now));
    let content = html! {
        <>
            <p class="small muted">{ lang.untold_hint() }</p>
            { for list }
        </>
    };
    if is_beside {
        return html! {
            <section class="stack" aria-labelledby={id}>
                <h3 {id}>{ title }</h3>
                { content }
            </section>
        };
    }
    html! {
        <section class="panel" aria-labelledby={id}>
            <div class="ph"><h2 {id}>{ title }</h2></div>
            <div class="pb stack">{ content }</div>
        </section>
    }
}

/// Who is told, as people know them.
pub fn addressee(plan: &Plan, lang: Lang, audience: &Audience) -> String {
    match audience {
        Audience::Parents(group) => lang.untold_parents(group.as_str()),
        Audience::Person(person) => plan.person_name(person).to_owned(),
    }
}

fn article(ctx: &Ctx, message: &Message, is_now: bool) -> Html {
    let lang = ctx.model.lang;
    let who = addressee(&ctx.model.plan, lang, &message.audience);
    let copied = {
        let text = message.text.clone();
        Callback::from(move |()| text.clone())
    };
    let told = Action::edit(Edit::Tell(message.audience.clone()));
    html! {
        <article class="message stack xt" key={who.clone()}>
            <h3>{ &who }</h3>
            <pre>{ &message.text }</pre>
            <div class="acts">
                <CopyButton {lang} text={copied} name={lang.replan_copy_of(&who)} copied={lang.replan_copied()}
                    shown={html! { <>{ small_icon(Icon::List) }{ lang.replan_copy() }</> }} />
                if is_now {
                    <button type="button" class="btn s" aria-label={lang.untold_tick_of(&who)} onclick={ctx.on(told)}>
                        { small_icon(Icon::Ok) }{ lang.untold_tick() }
                    </button>
                }
            </div>
        </article>
    }
}
