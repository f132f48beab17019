//! Who comes as the jeugdarts: how many bijeenkomsten still wait for a choice, the button that shares them out, and where
//! nobody can come.

use crate::parts::{Icon, small_icon};
use crate::state::{Action, Ctx, Page, Same, Selection};
use centering_core::edit::Edit;
use centering_core::plan::GroupId;
use centering_core::schedule::{Visits, physician_visits};
use yew::prelude::*;

/// How many bijeenkomsten where nobody can come are named.
const MOST_NAMED: usize = 12;

#[derive(PartialEq, Properties)]
pub struct PhysiciansProps {
    pub ctx: Ctx,
    pub group: GroupId,
}

/// The jeugdartsen of one group; nothing where none of its bijeenkomsten to come needs one, or the plan has none.
#[component]
pub fn Physicians(props: &PhysiciansProps) -> Html {
    let (ctx, lang) = (&props.ctx, props.ctx.model.lang);
    let basis = (Same(ctx.model.plan.clone()), ctx.model.today);
    let found = use_memo((basis, props.group.clone()), |((plan, today), id)| {
        physician_visits(&plan.0, *today, |group| group.id == *id)
    });
    if found.needed == 0 {
        return Html::default();
    }
    html! {
        <section class="stack xt" aria-labelledby="insp-physicians">
            <h3 id="insp-physicians">{ lang.fact_physician() }</h3>
            { physicians(ctx, &found) }
        </section>
    }
}

/// The same of what was found.
pub fn physicians(ctx: &Ctx, found: &Visits) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let without = found.without.iter().take(MOST_NAMED);
    let without = without.map(|(group, number, why)| {
        let select = Selection::Session(group.clone(), *number);
        let name = lang.tight_choose(group.as_str(), number.get());
        let location = plan.groups.get(group);
        let location = location.map_or("", |group| plan.location_name(&group.location));
        html! {
            <li key={name.clone()}>
                <button type="button" class="link" onclick={ctx.on(Action::GoTo(Page::Roster, select))}>{ &name }</button>
                { format!(", {location}: {}", lang.physician_why(why)) }
            </li>
        }
    });
    let open = found.proposed.len() + found.without.len();
    let more = found.without.len().saturating_sub(MOST_NAMED);
    let assign = Edit::AssignPhysicians(found.proposed.clone());
    html! {
        <>
            <p class="small">{ lang.physician_visits(found.needed) }{ " " }{ lang.physician_visits_open(open) }</p>
            if !found.proposed.is_empty() {
                <p class="small muted">{ lang.assign_physicians_hint() }</p>
                <div class="acts">
                    <button type="button" class="btn s" onclick={ctx.on(Action::edit(assign))}>
                        { small_icon(Icon::Kring) }{ lang.assign_physicians() }
                    </button>
                </div>
            }
            if !found.without.is_empty() {
                <p class="small">{ lang.physician_visits_without(found.without.len()) }</p>
                <ul class="small">
                    { for without }
                    if more > 0 { <li>{ lang.physician_visits_more(more) }</li> }
                </ul>
            }
        </>
    }
}
