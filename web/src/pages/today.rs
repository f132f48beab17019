//! The screen of today: what asks for somebody now, kind after kind, each thing with what answers it. What that is comes from
//! core; nothing is judged here.

use super::telling::addressee;
use crate::parts::{Icon, Typed, no_families, small_icon};
use crate::state::{
    Action, Ctx, Dialog, Page, PageProps, PlaceFilter, ProblemFilter, Same, Selection, planner,
};
use centering_core::calendar::Date;
use centering_core::edit::Edit;
use centering_core::insight::{Task, tasks};
use centering_core::plan::Status;
use centering_words::{Lang, capital};
use std::collections::BTreeMap;
use yew::prelude::*;

/// So many things of a kind are shown at first, and so many more each time; paper has those that come next too.
const FIRST: usize = 8;
const STEP: usize = 100;

/// How many things of a kind the user asked for, by its heading.
type Asked = BTreeMap<&'static str, usize>;

#[component]
pub fn Today(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let open = use_state_eq(Asked::new);
    let found = {
        let basis = (
            Same(model.plan.clone()),
            model.found().cloned().map(Same),
            Same(model.news.clone()),
            model.today,
        );
        use_memo(basis, |(plan, problems, news, today)| {
            let problems = problems.as_ref().map(|same| &*same.0);
            tasks(&plan.0, problems, &news.0, *today)
        })
    };
    if model.is_empty() {
        return no_families(ctx, lang.today_page(), lang.today_empty_text());
    }
    let sections = found.chunk_by(|one, other| heading(lang, one) == heading(lang, other));
    html! {
        <div class="stack today">
            <div class="head">
                <div class="t">
                    <h1 tabindex="-1">{ lang.today_page() }</h1>
                    if let Some(day) = model.today { <p class="sub">{ lang.today_sub(day, found.len()) }</p> }
                </div>
            </div>
            if !model.is_checked {
                <div class="note">{ small_icon(Icon::Wait) }<span role="status">{ lang.checking() }</span></div>
            } else if found.is_empty() {
                <section class="panel empty" aria-labelledby="empty-title">
                    <h2 id="empty-title">{ lang.today_none() }</h2>
                    <p>{ lang.today_none_text() }</p>
                </section>
            }
            { for sections.enumerate().map(|(place, tasks)| section(ctx, tasks, place, &open)) }
        </div>
    }
}

/// What a kind is called. Families that fit a group and those that do not are one kind here.
fn heading(lang: Lang, task: &Task) -> &'static str {
    match task {
        Task::Tell { .. } => lang.today_tell(),
        Task::Confirm { .. } => lang.today_confirm(),
        Task::Away { .. } => lang.today_away(),
        Task::Invite { .. } => lang.today_invite(),
        Task::Birth { .. } => lang.today_birth(),
        Task::Small { .. } => lang.today_small(),
        Task::Place { .. } | Task::Wait { .. } => lang.today_wait(),
        Task::Step { .. } => lang.today_step(),
        Task::News(_) => lang.today_news(),
    }
}

/// The things of one kind, the kind at this place of those that there are; there is at least one.
fn section(ctx: &Ctx, tasks: &[Task], place: usize, open: &UseStateHandle<Asked>) -> Html {
    let lang = ctx.model.lang;
    let Some(first) = tasks.first() else {
        return Html::default();
    };
    let (title, id) = (heading(lang, first), format!("today-{place}"));
    let shown = open.get(title).copied().unwrap_or(FIRST);
    let left = tasks.len().saturating_sub(shown);
    let show_more = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| {
            let mut all = (*open).clone();
            all.insert(title, shown + STEP);
            open.set(all);
        })
    };
    let drawn = tasks.iter().take(shown + STEP).enumerate();
    let rows = drawn.map(|(place, task)| row(ctx, task, place, place >= shown));
    let held: Vec<Edit> = tasks
        .iter()
        .filter_map(|task| confirm(task, Status::Held))
        .collect();
    html! {
        <section class="panel" key={title} aria-labelledby={id.clone()}>
            <div class="ph">
                <h2 {id}>{ title }{ " " }<span class="muted">{ tasks.len() }</span></h2>
                if held.len() > 1 {
                    <button type="button" class="btn s" onclick={ctx.on(Action::edits(held))}>{ small_icon(Icon::Ok) }{ lang.today_confirm_all() }</button>
                }
            </div>
            <ul class="todo">{ for rows }</ul>
            if left > 0 {
                <div class="acts rest-of"><button type="button" class="btn s q" onclick={show_more}>{ lang.today_more(left.min(STEP)) }</button></div>
            }
        </section>
    }
}

/// Says where a bijeenkomst that is over stands.
fn confirm(task: &Task, status: Status) -> Option<Edit> {
    let Task::Confirm { group, session, .. } = task else {
        return None;
    };
    Some(Edit::SetStatus {
        group: group.clone(),
        session: *session,
        status,
    })
}

/// What a thing is about, and more of it.
fn words(ctx: &Ctx, task: &Task) -> (String, String) {
    let (plan, lang, today) = (&ctx.model.plan, ctx.model.lang, ctx.model.today);
    let on = |day: Date| lang.day(day, today);
    let of = |group: &_, number: u8| format!("{group}, {}", lang.session_number(number));
    match task {
        Task::Tell { to, sessions } => {
            let first = sessions.first();
            let change = first.map(|(_, session)| lang.untold_change(session, today));
            let more = lang.today_tell_of(sessions.len(), &change.unwrap_or_default());
            (addressee(plan, lang, to), more)
        }
        Task::Confirm {
            group,
            session,
            day,
        } => (of(group, session.get()), on(*day)),
        Task::Away {
            person,
            days,
            sessions,
        } => {
            let missed: Vec<String> = sessions
                .iter()
                .take(FIRST)
                .map(|(day, group, number)| format!("{} ({})", of(group, number.get()), on(*day)))
                .collect();
            let days = lang.range(*days, today);
            let who = plan.person_name(person).to_owned();
            (who, lang.today_away_of(&days, &missed.join("; ")))
        }
        Task::Invite { group, day, by } => {
            let is_late = today.is_some_and(|today| *by < today);
            let more = if is_late {
                lang.today_invite_late(&on(*day))
            } else {
                lang.today_invite_of(&on(*day), &on(*by))
            };
            (group.to_string(), more)
        }
        Task::Birth { family, due } => (family.to_string(), lang.today_due(&on(*due))),
        Task::Small {
            group,
            families,
            min,
        } => (group.to_string(), lang.today_small_of(*families, *min)),
        Task::Place {
            family,
            group,
            families,
        } => (
            family.to_string(),
            lang.today_fits(group.as_str(), *families),
        ),
        Task::Wait { families, reason } => {
            let most = reason.map(|(why, count)| {
                let why = lang.unplaced_reason(why);
                lang.today_waits_most(count, &why)
            });
            (lang.today_waits(*families), most.unwrap_or_default())
        }
        Task::Step { step, day, begins } => {
            let known = plan.steps.as_ref().and_then(|steps| steps.steps.get(step));
            let title = known.map_or("", |step| lang.wording(&step.title));
            let more = if *begins {
                lang.today_begin(&on(*day), ctx.model.is_past(*day))
            } else {
                lang.today_end(&on(*day), ctx.model.is_past(*day))
            };
            (title.to_owned(), more)
        }
        Task::News(problem) => {
            let title = planner().map(|planner| (planner.problem_title)(lang, plan, problem));
            let place = problem.place.group().map(ToString::to_string);
            (title.unwrap_or_default(), place.unwrap_or_default())
        }
    }
}

fn row(ctx: &Ctx, task: &Task, place: usize, is_left: bool) -> Html {
    let (what, more) = words(ctx, task);
    // Two problems can say the same of one group, and a key may stand in a list once.
    let key = match task {
        Task::News(_) => place.to_string(),
        _ => format!("{what} {more}"),
    };
    html! {
        <li {key} class={is_left.then_some("rest")}>
            <div class="w"><b>{ &what }</b>{ " " }<span class="c">{ capital(&more) }</span></div>
            <div class="does">{ answers(ctx, task, &what) }</div>
        </li>
    }
}

/// What answers it: a button, or the field of a birth date.
fn answers(ctx: &Ctx, task: &Task, what: &str) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let button = |word: &str, class: &'static str, action: Action| {
        html! {
            <button type="button" class={classes!("btn", "s", class)} aria-label={format!("{word}: {what}")} onclick={ctx.on(action)}>{ word.to_owned() }</button>
        }
    };
    let says = |word: &'static str, status| {
        confirm(task, status).map(|edit| button(word, "", Action::edit(edit)))
    };
    match task {
        Task::Tell { to, .. } => html! {
            <>
                { button(lang.today_message(), "q", Action::Go(Page::Replan)) }
                { button(lang.untold_tick(), "", Action::edit(Edit::Tell(to.clone()))) }
            </>
        },
        Task::Confirm { .. } => html! {
            <>{ says(lang.today_yes(), Status::Held) }{ says(lang.today_no(), Status::Cancelled) }</>
        },
        Task::Away { person, days, .. } => {
            button(lang.replan(), "", Action::Answer(person.clone(), *days))
        }
        Task::Invite { group, .. } => button(
            lang.invitation_make(),
            "",
            Action::Open(Dialog::Invitation(group.clone())),
        ),
        Task::Birth { family, .. } => {
            let (act, today, family) = (ctx.act.clone(), model.today, family.clone());
            let (name, label) = (
                format!("born {family}"),
                lang.today_born_of(family.as_str()),
            );
            let onset = Callback::from(move |text: String| {
                let birth = Date::parse_iso(&text).filter(|day| Some(*day) <= today);
                let birth = birth.ok_or_else(|| lang.today_born_fault().to_owned())?;
                act.emit(Action::edit(Edit::ConfirmBirth {
                    code: family.clone(),
                    birth,
                }));
                Ok(())
            });
            html! { <Typed {name} value="" {onset} act={ctx.act.clone()} {label} kind="date" /> }
        }
        Task::Small { group, .. } => button(
            lang.today_see(),
            "",
            Action::GoTo(Page::Groups, Selection::Group(group.clone())),
        ),
        Task::Place { family, group, .. } => button(
            &lang.today_place(group.as_str()),
            "",
            Action::edit(Edit::Place {
                code: family.clone(),
                group: group.clone(),
            }),
        ),
        Task::Wait { .. } => button(lang.today_see(), "", Action::Go(Page::Groups)),
        Task::Step { step, .. } => button(
            lang.today_to_step(),
            "",
            Action::GoTo(Page::Steps, Selection::Step(step.clone())),
        ),
        Task::News(problem) => {
            let filter = ProblemFilter {
                rule: Some(problem.code.to_owned()),
                place: problem
                    .place
                    .group()
                    .map_or(PlaceFilter::All, |group| PlaceFilter::Group(group.clone())),
                ..ProblemFilter::default()
            };
            let act = ctx.act.clone();
            let onclick = Callback::from(move |_: MouseEvent| {
                act.emit(Action::FilterProblems(filter.clone()));
                act.emit(Action::Go(Page::Problems));
            });
            let word = lang.today_see();
            html! { <button type="button" class="btn s" aria-label={format!("{word}: {what}")} {onclick}>{ word }</button> }
        }
    }
}
