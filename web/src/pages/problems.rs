//! The screen of problems: the worst first, one open at a time with its rule and its remedies, and filters.
//! What is wrong and what helps comes from core; nothing is judged here.

mod filters;

use crate::parts::{Icon, Remedies, icon, sets, severity_icon, small_icon};
use crate::state::{
    Action, Ctx, Dialog, Page, PageProps, PlaceFilter, ProblemFilter, Same, Selection,
};
use centering_core::plan::PersonId;
use centering_core::problem::{Place, Problem, Severity, people_of};
use centering_words::problem_family;
use filters::Filters;
use std::collections::{BTreeMap, BTreeSet};
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// So many cards are drawn at first, and so many more each time.
const STEP: usize = 100;

/// The three parts of the list; the first of each gives the part its name.
const PARTS: [&[Severity]; 3] = [
    &[Severity::Error],
    &[Severity::Warning, Severity::Strong],
    &[Severity::Info],
];

/// Whether a problem is shown, its part of the list aside.
fn shows(filter: &ProblemFilter, problem: &Problem, people: &BTreeSet<PersonId>) -> bool {
    let rule = filter.rule.as_deref();
    let is_rule = rule.is_none_or(|rule| problem.code.starts_with(rule));
    let is_place = match &filter.place {
        PlaceFilter::All => true,
        PlaceFilter::NoGroup => problem.place.group().is_none(),
        PlaceFilter::Group(group) => problem.place.group() == Some(group),
    };
    let is_person = filter
        .person
        .as_ref()
        .is_none_or(|person| people.contains(person));
    is_rule && is_place && is_person
}

/// A problem and whom of the team it concerns.
type Concern = (Problem, BTreeSet<PersonId>);

/// A problem that stays the same one after an edit: its rule and place, and which of them it is.
#[derive(Clone, Debug, PartialEq)]
struct Key(&'static str, Place, usize);

fn keyed(problems: &centering_core::problem::Problems) -> Vec<(Key, &Problem)> {
    let mut seen: BTreeMap<(&'static str, &Place), usize> = BTreeMap::new();
    let keyed = problems.iter().map(|problem| {
        let count = seen.entry((problem.code, &problem.place)).or_insert(0);
        *count += 1;
        (Key(problem.code, problem.place.clone(), *count), problem)
    });
    keyed.collect()
}

#[component]
pub fn Problems(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let filter = model.problem_filter.clone();
    let concerns = {
        let basis = (Same(model.plan.clone()), Same(model.problems.clone()));
        use_memo(basis, |(plan, problems)| {
            let concerns = problems.0.iter();
            concerns
                .map(|problem| (problem.clone(), people_of(&plan.0, problem)))
                .collect::<Vec<Concern>>()
        })
    };
    let open = use_state_eq(|| None::<Key>);
    let most = use_state_eq(|| STEP);
    let heading = use_node_ref();
    let problems = keyed(&model.problems);
    let is_gone = open
        .as_ref()
        .is_some_and(|key| problems.iter().all(|(other, _)| other != key));
    {
        let (heading, open) = (heading.clone(), open.clone());
        use_effect_with(is_gone, move |is_gone| {
            if *is_gone {
                open.set(None);
                focus_if_lost(&heading);
            }
        });
    }
    let (errors, warnings) = model.counts();
    let chosen: Vec<&(Key, &Problem)> = problems
        .iter()
        .zip(concerns.iter())
        .filter(|((_, problem), (_, people))| shows(&filter, problem, people))
        .map(|(keyed, _)| keyed)
        .collect();
    let mut room = *most;
    let mut shown = 0;
    let mut total = 0;
    let parts = PARTS.iter().enumerate().map(|(number, severities)| {
        let mut of_part: Vec<&(Key, &Problem)> = chosen
            .iter()
            .copied()
            .filter(|(_, problem)| severities.contains(&problem.severity))
            .collect();
        if of_part.is_empty() || filter.hidden.contains(&number) {
            return Html::default();
        }
        of_part.sort_by_key(|(_, problem)| std::cmp::Reverse(problem.severity));
        let count = of_part.len();
        total += count;
        of_part.truncate(room);
        room -= of_part.len();
        shown += of_part.len();
        if of_part.is_empty() {
            return Html::default();
        }
        let heading = severities.first().copied().unwrap_or(Severity::Info);
        html! {
            <section class="stack t" key={number} aria-labelledby={format!("part-{number}")}>
                <h2 id={format!("part-{number}")}>{ lang.severity(heading) }{ " " }<span class="muted">{ count }</span></h2>
                <ul class="stack t">
                    { for of_part.into_iter().enumerate().map(|(position, (key, problem))| {
                        card(ctx, &open, key, problem, &format!("problem-{number}-{position}"))
                    }) }
                </ul>
            </section>
        }
    });
    let parts: Html = parts.collect();
    let left = total - shown;
    let show_more = sets(&most, *most + STEP);
    let show_all = ctx.on(Action::FilterProblems(ProblemFilter::default()));
    html! {
        <>
            <div class="head">
                <div class="t">
                    <h1 tabindex="-1" ref={heading}>{ lang.problems_page() }</h1>
                    if !problems.is_empty() {
                        <p class="sub">{ lang.problems_sub(errors, warnings) }{ " " }{ lang.problems_try() }</p>
                    }
                </div>
            </div>
            if !model.is_checked {
                <div class="note">{ small_icon(Icon::Wait) }<span role="status">{ lang.checking() }</span></div>
            } else if problems.is_empty() {
                { nothing(ctx) }
            } else {
                <div class="split probs">
                    <Filters ctx={ctx.clone()} concerns={Same(concerns)} filter={filter.clone()} />
                    <div class="stack">
                        { parts }
                        <p class="sr" role="status">{ (total == 0).then(|| lang.problems_filtered()) }</p>
                        if total == 0 {
                            <div class="note">
                                { small_icon(Icon::Info) }
                                <div class="stack xt">
                                    <b>{ lang.problems_filtered() }</b>
                                    <span>{ lang.problems_filtered_text(problems.len()) }</span>
                                    <div class="acts"><button type="button" class="btn s" onclick={show_all}>{ lang.problems_show_all() }</button></div>
                                </div>
                            </div>
                        }
                        if left > 0 {
                            <div class="acts"><button type="button" class="btn" onclick={show_more}>{ lang.problems_more(left.min(STEP)) }</button></div>
                        }
                    </div>
                </div>
            }
        </>
    }
}

/// Gives the heading focus when an edit took away what had it.
fn focus_if_lost(heading: &NodeRef) {
    let Some(heading) = heading.cast::<web_sys::HtmlElement>() else {
        return;
    };
    let root = heading.get_root_node().dyn_into::<web_sys::ShadowRoot>();
    if root.is_ok_and(|root| root.active_element().is_none()) {
        // A heading that cannot take focus leaves it with the page.
        let _ = heading.focus();
    }
}

fn nothing(ctx: &Ctx) -> Html {
    let lang = ctx.model.lang;
    let is_empty = !ctx.model.has_families();
    let text = if is_empty {
        lang.problems_empty_text()
    } else {
        lang.problems_none_text()
    };
    html! {
        <div class={if is_empty { "note" } else { "note ok" }}>
            { small_icon(if is_empty { Icon::Info } else { Icon::Ok }) }
            <div class="stack xt">
                <b>{ lang.problems_none() }</b>
                <span>{ text }</span>
                if is_empty {
                    <div class="acts">
                        <button type="button" class="btn s" onclick={ctx.on(Action::Open(Dialog::Import(None)))}>{ lang.add_list() }</button>
                    </div>
                }
            </div>
        </div>
    }
}

/// A problem as a card: a line that opens, and then why, the rule and the remedies.
fn card(
    ctx: &Ctx,
    open: &UseStateHandle<Option<Key>>,
    key: &Key,
    problem: &Problem,
    id: &str,
) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let is_open = open.as_ref() == Some(key);
    let toggle = {
        let (open, key) = (open.clone(), key.clone());
        Callback::from(move |_: MouseEvent| open.set((!is_open).then(|| key.clone())))
    };
    let class = match problem.severity {
        Severity::Error => "sev st error",
        Severity::Strong | Severity::Warning => "sev st warn",
        Severity::Info => "sev st none",
    };
    html! {
        <li class={classes!("prob", is_open.then_some("open"))} key={format!("{key:?}")} data-rule={problem.code}>
            <button type="button" class="ph" aria-expanded={is_open.to_string()} aria-controls={id.to_owned()} onclick={toggle}>
                <span {class}>
                    { icon(severity_icon(problem.severity)) }
                    <span class="sr">{ lang.severity(problem.severity) }{ ": " }</span>
                </span>
                <span class="pt">{ lang.problem_title(&model.plan, problem) }</span>
                <span class="pc">
                    if problem.severity == Severity::Strong {
                        <span class="chip warn" aria-hidden="true">{ lang.severity(problem.severity) }</span>
                    }
                    { small_icon(if is_open { Icon::Up } else { Icon::Down }) }
                </span>
                <span class="pm">{ for place(ctx, problem).into_iter().map(|part| html! { <span>{ part }</span> }) }</span>
            </button>
            <div class="pb" id={id.to_owned()} hidden={!is_open}>
                if is_open { { body(ctx, problem) } }
            </div>
        </li>
    }
}

fn body(ctx: &Ctx, problem: &Problem) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let detail = lang.problem_detail(&model.plan, problem);
    let (word, action) = match &problem.place {
        Place::Session(group, number) => (
            lang.see_in_roster(),
            Some(Action::GoTo(
                Page::Roster,
                Selection::Session(group.clone(), *number),
            )),
        ),
        Place::Group(group) => (
            lang.see_group(),
            Some(Action::GoTo(Page::Groups, Selection::Group(group.clone()))),
        ),
        Place::Enrolment(code) => (
            lang.see_family(),
            Some(Action::Open(Dialog::Family(Some(code.clone())))),
        ),
        Place::Location(id) => (
            lang.see_location(),
            Some(Action::Open(Dialog::Location(id.clone()))),
        ),
        Place::Plan if problem_family(problem.code) == "SJA" => {
            (lang.see_template(), Some(Action::Open(Dialog::Template)))
        }
        Place::Plan | Place::Line(_) => ("", None),
    };
    html! {
        <>
            if !detail.is_empty() { <p class="small">{ detail }</p> }
            <div class="stack xt">
                <h3>{ lang.remedies_title() }</h3>
                <Remedies ctx={ctx.clone()} problem={problem.clone()} />
            </div>
            <div class="stack xt">
                <h3>{ lang.problem_rule() }</h3>
                <p class="small rule">{ lang.problem_help(problem) }{ " " }<span class="muted xs">{ problem.code }</span></p>
            </div>
            if let Some(action) = action {
                <div class="acts">
                    <button type="button" class="link small" onclick={ctx.on(action)}>{ word }</button>
                </div>
            }
        </>
    }
}

/// Where a problem is: group, bijeenkomst and day, or family, location and birth date.
fn place(ctx: &Ctx, problem: &Problem) -> Vec<String> {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let (plan, today) = (&model.plan, model.today);
    let location = |id| plan.location_name(id).to_owned();
    match &problem.place {
        Place::Plan => vec![lang.whole_plan().to_owned()],
        Place::Location(id) => vec![location(id)],
        Place::Line(id) => vec![lang.line_name(plan, id)],
        Place::Enrolment(code) => {
            let mut parts = vec![code.to_string()];
            if let Some(family) = plan.enrolments.get(code) {
                parts.push(location(&family.location));
                parts.push(lang.born_on(family.birth, family.provisional));
            }
            parts
        }
        Place::Group(id) => {
            let mut parts = vec![id.to_string()];
            parts.extend(plan.groups.get(id).map(|group| location(&group.location)));
            parts
        }
        Place::Session(id, number) => {
            let session = plan
                .groups
                .get(id)
                .and_then(|group| group.sessions.get(number));
            let date = session.and_then(|session| session.date);
            let when = date.map_or_else(
                || lang.without_date().to_owned(),
                |date| lang.day(date, today),
            );
            vec![id.to_string(), lang.session_number(number.get()), when]
        }
    }
}
