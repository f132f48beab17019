//! That a group stops or goes on, and how many of its children follow which vaccination scheme.

use crate::parts::{Figure, Icon, small_icon};
use crate::state::{Action, Ctx};
use centering_core::care::Scheme;
use centering_core::edit::Edit;
use centering_core::plan::Group;
use centering_core::schedule::{Stage, stage};
use yew::prelude::*;

/// The button that stops the group or lets it go on; nothing for a group that is finished.
pub fn stop_button(ctx: &Ctx, group: &Group) -> Html {
    let lang = ctx.model.lang;
    if group.stopped.is_some() {
        let edit = Edit::ResumeGroup(group.id.clone());
        return html! {
            <button type="button" class="btn s" onclick={ctx.on(Action::edit(edit))}>{ lang.resume_group() }</button>
        };
    }
    let is_running = !matches!(
        stage(group, ctx.model.today),
        Stage::Finished | Stage::Stopped
    );
    let Some(today) = ctx.model.today.filter(|_| is_running) else {
        return Html::default();
    };
    let edit = Edit::StopGroup {
        group: group.id.clone(),
        from: today,
    };
    html! {
        <button type="button" class="btn s d" onclick={ctx.on(Action::edit(edit))}>{ lang.stop_group() }</button>
    }
}

/// What it means that the group stopped.
pub fn stopped_note(ctx: &Ctx, group: &Group) -> Html {
    let lang = ctx.model.lang;
    let Some(day) = group.stopped else {
        return Html::default();
    };
    html! {
        <div class="note">
            { small_icon(Icon::Info) }
            <div class="stack xt">
                <b>{ lang.stopped_on(&lang.day_full(day)) }</b>
                <span>{ lang.stopped_means() }</span>
            </div>
        </div>
    }
}

/// Two counts, one per scheme; never which child.
pub fn schemes(ctx: &Ctx, group: &Group) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let children = plan.children(group);
    let counted: usize = group
        .schemes
        .values()
        .map(|count| usize::from(*count))
        .sum();
    let field = |scheme: Scheme| {
        let onset = {
            let (act, group) = (ctx.act.clone(), group.id.clone());
            Callback::from(move |count: Option<u16>| {
                let count = count.and_then(|count| u8::try_from(count).ok());
                let group = group.clone();
                act.emit(Action::change(move |plan| {
                    let known = &plan.groups.get(&group)?.schemes;
                    let mut schemes = known.clone();
                    schemes.insert(scheme, count.unwrap_or_default());
                    let group = group.clone();
                    (schemes != *known).then_some(Edit::SetSchemes { group, schemes })
                }));
            })
        };
        let value = group.schemes.get(&scheme).map(|count| u16::from(*count));
        // The other scheme leaves so many children.
        let others = counted - usize::from(value.unwrap_or_default());
        let most = u16::try_from(children.saturating_sub(others)).unwrap_or(u16::MAX);
        html! {
            <label class="scheme"><span>{ lang.scheme_name(scheme) }</span>
                <Figure {lang} name={format!("scheme {} {scheme:?}", group.id)} label={lang.scheme_children(scheme)} {value} {most} {onset} act={ctx.act.clone()} />
            </label>
        }
    };
    html! {
        <section aria-labelledby="schemes-title">
            <h3 id="schemes-title">{ lang.schemes_title() }</h3>
            <div class="schemes">{ field(Scheme::M3M5M12) }{ field(Scheme::M2M3M5M12) }</div>
            <p class="xs muted">{ lang.schemes_left(children.saturating_sub(counted), children) }{ " " }{ lang.schemes_hint() }</p>
        </section>
    }
}
