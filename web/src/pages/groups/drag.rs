//! Dragging on the birth timeline: a family onto another group, or an edge of a group over more or fewer births.
//! While it is dragged, what it would do to every window and date of the group is shown; letting go makes the
//! edit, Escape goes back. The same is done without dragging in the list of families of a group.

use crate::state::{Ctx, Drag, Edge, Held, planner};
use centering_core::calendar::{Date, DateRange};
use centering_core::care::{BirthWindow, SessionNumber};
use centering_core::cohort::members_between;
use centering_core::edit::Edit;
use centering_core::plan::{Group, GroupId, Plan};
use centering_core::schedule::session_windows;
use centering_words::Lang;
use yew::prelude::*;

/// What happens with the pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DragEvent {
    Move(Drag),
    Drop,
    Cancel,
}

impl Drag {
    /// The edit that letting go here would make; nothing where it would change nothing.
    pub fn edit(&self, plan: &Plan) -> Option<Edit> {
        match &self.held {
            Held::Family(code) => {
                let group = plan.groups.get(self.over.as_ref()?)?;
                let family = plan.enrolments.get(code)?;
                let fits = group.location == family.location
                    && group.language == family.language
                    && group.stopped.is_none()
                    && !group.members.contains(code);
                fits.then(|| Edit::Place {
                    code: code.clone(),
                    group: group.id.clone(),
                })
            }
            Held::Edge(group, edge) => {
                let group = plan.groups.get(group)?;
                let births = plan.births(group)?;
                // An edge does not cross the other one.
                let (oldest, youngest) = (births.oldest(), births.youngest());
                let window = match edge {
                    Edge::Oldest => BirthWindow::new(self.day.min(youngest), youngest),
                    Edge::Youngest => BirthWindow::new(oldest, self.day.max(oldest)),
                };
                let members = members_between(plan, group, window);
                (members != group.members && !members.is_empty()).then(|| Edit::SetMembers {
                    group: group.id.clone(),
                    members,
                })
            }
        }
    }
}

/// What becomes of one bijeenkomst.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Effect {
    number: SessionNumber,
    /// Allowed days before and after.
    days: [i32; 2],
    dates: [Option<Date>; 2],
}

/// What becomes of the group.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Effects {
    group: GroupId,
    families: [usize; 2],
    spread: [i32; 2],
    sessions: Vec<Effect>,
}

fn effects(plan: &Plan, edit: &Edit, today: Option<Date>) -> Option<Effects> {
    let id = match edit {
        Edit::Place { group, .. } | Edit::SetMembers { group, .. } => group,
        _ => return None,
    };
    let draft = (planner()?.after)(plan, edit, today)?;
    let (before, after) = (plan.groups.get(id)?, draft.groups.get(id)?);
    let length = |days: DateRange| if days.is_empty() { 0 } else { days.days() };
    let old = session_windows(plan, before);
    let sessions = session_windows(&draft, after).into_iter().map(|window| {
        let number = window.number;
        let known = old.iter().find(|old| old.number == number);
        let date = |group: &Group| group.sessions.get(&number).and_then(|session| session.date);
        Effect {
            number,
            days: [
                known.map_or(0, |known| length(known.allowed)),
                length(window.allowed),
            ],
            dates: [date(before), date(after)],
        }
    });
    let spread =
        |plan: &Plan, group: &Group| plan.births(group).map_or(0, BirthWindow::spread_days);
    Some(Effects {
        group: id.clone(),
        families: [plan.families(before), draft.families(after)],
        spread: [spread(plan, before), spread(&draft, after)],
        sessions: sessions.collect(),
    })
}

#[derive(PartialEq, Properties)]
pub struct DragBarProps {
    pub ctx: Ctx,
    pub drag: Drag,
}

/// What letting go would do, while it is dragged.
#[component]
pub fn DragBar(props: &DragBarProps) -> Html {
    let (model, lang) = (&props.ctx.model, props.ctx.model.lang);
    let edit = props.drag.edit(&model.plan);
    let found = {
        let (plan, today) = (model.plan.clone(), model.today);
        use_memo(edit.clone().map(DebugEq), move |edit| {
            let edit = edit.as_ref()?;
            effects(&plan, &edit.0, today)
        })
    };
    let what = match &props.drag.held {
        Held::Family(code) => lang.drag_family(code.as_str()),
        Held::Edge(group, _) => lang.drag_edge(group.as_str()),
    };
    html! {
        <section class="movebar dragbar" role="status" aria-label={what.clone()}>
            { match &*found {
                Some(effects) => words(lang, &what, effects, model.today),
                None => html! { <div class="words"><p><b>{ what }</b></p><p class="muted">{ lang.drag_hint() }</p></div> },
            } }
        </section>
    }
}

/// Edits are compared whole.
#[derive(Clone, PartialEq)]
struct DebugEq(Edit);

fn words(lang: Lang, what: &str, effects: &Effects, today: Option<Date>) -> Html {
    let [families_before, families] = effects.families;
    let [spread_before, spread] = effects.spread;
    html! {
        <div class="words">
            <p><b>{ effects.group.as_str() }</b>{ " " }<span class="muted">{ what.to_owned() }</span></p>
            <p>{ lang.drag_sizes(families_before, families, spread_before, spread) }</p>
            <ol class="effects">
                { for effects.sessions.iter().map(|effect| {
                    let [days_before, days] = effect.days;
                    let [date_before, date] = effect.dates;
                    let day = |date: Option<Date>| date.map_or_else(|| lang.not_planned().to_owned(), |date| lang.day_tight(date, today));
                    let class = classes!("effect", (days < days_before).then_some("less"), (days <= 0).then_some("none"));
                    html! {
                        <li {class}>
                            <b>{ effect.number.to_string() }</b>
                            <span>{ lang.drag_window(days_before, days) }</span>
                            <span class="muted">
                                if date_before == date { { day(date) } } else { <s>{ day(date_before) }</s>{ " " }<b>{ day(date) }</b> }
                            </span>
                        </li>
                    }
                }) }
            </ol>
        </div>
    }
}
