//! The screen groups: births and groups on a time axis, all groups as a table, one group in detail, and the
//! families that have none. Computes what it shows once per plan (`facts`) and holds no planning rule.

mod drag;
mod facts;
mod families;
mod focus;
mod inspector;
mod lanes;
mod stop;
mod table;
mod timeline;
mod timeline_row;
mod waiting;
mod windows;

use crate::parts::{Icon, LocationFilter, no_families, small_icon};
use crate::state::{Action, Ctx, Dialog, PageProps, Same, Selection, planner};
use centering_core::edit::Edit;
use centering_core::plan::GroupId;
pub use drag::DragBar;
use facts::Facts;
pub use inspector::Inspector as GroupInspector;
use table::{GroupTable, row_id};
use timeline::Timeline;
use waiting::Waiting;
use yew::prelude::*;

#[component]
pub fn Groups(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let facts = {
        let basis = (
            Same(model.plan.clone()),
            model.found().cloned().map(Same),
            model.today,
        );
        use_memo(basis, |(plan, problems, today)| {
            Facts::of(&plan.0, problems.as_ref().map(|same| &*same.0), *today)
        })
    };
    let filter = model.shown_location(|id| facts.locations.iter().any(|one| one.id == *id));
    let filter = filter.cloned();
    let names = use_memo(Same(facts.clone()), |facts| facts.0.names());
    let shown = use_memo((Same(facts.clone()), filter.clone()), |(facts, filter)| {
        facts.0.only(filter.as_ref())
    });
    let place = use_node_ref();
    let selected = model.selected_group().map(|group| group.id.clone());
    // Focus goes to a group that the user chose here, and back to where it was when it is closed.
    let wants_focus = use_mut_ref(|| false);
    let came_from = use_mut_ref(|| None::<String>);
    // A group whose row was not drawn when focus was to go back to it.
    let wanted = use_state_eq(|| None::<GroupId>);
    let select = {
        let (place, wants_focus, came_from) =
            (place.clone(), wants_focus.clone(), came_from.clone());
        use_callback(ctx.act.clone(), move |id: GroupId, act| {
            *wants_focus.borrow_mut() = true;
            *came_from.borrow_mut() = place
                .cast::<web_sys::Node>()
                .and_then(|node| focus::focused(&node));
            act.emit(Action::Select(Selection::Group(id)));
        })
    };
    {
        let place = place.clone();
        let before = use_mut_ref(|| None::<GroupId>);
        let far = wanted.setter();
        use_effect_with(selected.clone(), move |selected| {
            let before = before.replace(selected.clone());
            let wanted = wants_focus.replace(false);
            let Some(node) = place.cast::<web_sys::Node>() else {
                return;
            };
            if selected.is_some() {
                far.set(None);
            }
            if selected.is_some() && wanted {
                focus::focus(&node, inspector::TITLE_ID);
            }
            if let (Some(before), None) = (before, selected)
                && focus::is_lost(&node)
            {
                let is_back = came_from.take().is_some_and(|id| focus::focus(&node, &id));
                if !is_back && !focus::focus(&node, &row_id(&before)) {
                    far.set(Some(before));
                }
            }
        });
    }
    let onkeydown = {
        let act = ctx.act.clone();
        let is_open = selected.is_some() && model.dialogs.is_empty();
        Callback::from(move |event: KeyboardEvent| {
            if is_open && event.key() == "Escape" {
                act.emit(Action::Select(Selection::Nothing));
            }
        })
    };
    if !model.has_families() {
        return no_families(ctx, lang.groups_page(), lang.no_families_text());
    }
    html! {
        <div class="stack" ref={place} {onkeydown}>
            { head(ctx, &facts) }
            if names.len() > 1 {
                <div class="bar"><LocationFilter {lang} names={Same(names)} chosen={filter} act={ctx.act.clone()} buttons={true} /></div>
            }
            <div class={if selected.is_some() { "split chosen" } else { "split none" }}>
                <div class="stack">
                    if facts.groups() == 0 { { no_groups(ctx) } }
                    <Timeline ctx={ctx.clone()} facts={shown.clone()} today={model.today} {lang} selected={selected.clone()} select={select.clone()} />
                    if shown.groups() > 0 {
                        <GroupTable facts={shown.clone()} today={model.today} {lang} selected={selected.clone()} {select} wanted={(*wanted).clone()} />
                    }
                    <Waiting ctx={ctx.clone()} facts={shown} />
                </div>
                if let Some(id) = selected {
                    { detail(ctx, id) }
                }
            </div>
        </div>
    }
}

/// The chosen group in detail, once the planner is there.
fn detail(ctx: &Ctx, id: GroupId) -> Html {
    planner().map_or_else(
        || html! { <aside class="insp"><p class="small muted" role="status">{ ctx.model.lang.loading() }</p></aside> },
        |planner| (planner.group)(ctx, id),
    )
}

fn head(ctx: &Ctx, facts: &Facts) -> Html {
    let lang = ctx.model.lang;
    let waiting = facts.waiting();
    let to_waiting = Callback::from(|event: MouseEvent| {
        if let Some(node) = event.target_dyn_into::<web_sys::Node>() {
            focus::focus(&node, waiting::TITLE_ID);
        }
    });
    let is_first = facts.groups() == 0;
    let propose = if is_first {
        lang.make_proposal()
    } else {
        lang.make_new_proposal()
    };
    html! {
        <div class="head">
            <div class="t">
                <h1 tabindex="-1">{ lang.groups_page() }</h1>
                <p class="sub">
                    if facts.groups() > 0 { { lang.groups_counts(facts.groups(), facts.placed()) }{ " " } }
                    if waiting == 0 { { lang.all_placed() } }
                    else { <button type="button" class="link" onclick={to_waiting}>{ lang.families_wait(waiting) }</button> }
                </p>
            </div>
            <div class="acts">
                <button type="button" class="btn" onclick={ctx.on(Action::Open(Dialog::Family(None)))}>
                    { small_icon(Icon::Plus) }{ lang.add_family() }
                </button>
                <button type="button" class="btn" onclick={ctx.on(Action::Open(Dialog::Import(None)))}>
                    { small_icon(Icon::List) }{ lang.add_list() }
                </button>
                <button type="button" class="btn" onclick={ctx.on(Action::Open(Dialog::GroupList))}>
                    { small_icon(Icon::List) }{ lang.add_groups() }
                </button>
                <button type="button" class={classes!("btn", is_first.then_some("p"))} onclick={ctx.on(Action::edit(Edit::Propose))}>
                    { small_icon(Icon::Kring) }{ propose }
                </button>
            </div>
        </div>
    }
}

fn no_groups(ctx: &Ctx) -> Html {
    let (lang, settings) = (ctx.model.lang, &ctx.model.plan.settings);
    let size = &settings.group_size;
    html! {
        <section class="panel empty" aria-labelledby="empty-title">
            <h2 id="empty-title">{ lang.no_groups_title() }</h2>
            <p>{ lang.no_groups_text(size.min, size.max, settings.max_spread_days) }</p>
        </section>
    }
}
