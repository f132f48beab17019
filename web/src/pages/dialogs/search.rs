//! Finds groups, families, people and steps by code or name, from every screen.

use crate::parts::{Icon, Modal, small_icon};
use crate::state::{Action, Dialog, Page, PageProps, Selection};
use centering_core::plan::Plan;
use centering_words::Lang;
use yew::prelude::*;

/// So many of a kind are shown.
const MOST: usize = 8;

/// What was found.
struct Found {
    /// What it is called.
    name: String,
    /// What tells it from others.
    about: String,
    /// Where it is shown.
    actions: Vec<Action>,
}

#[component]
pub fn Search(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let words = use_state_eq(String::new);
    let kinds = found(&model.plan, lang, &words);
    let count: usize = kinds.iter().map(|(_, found, _)| found.len()).sum();
    let go = |actions: &[Action]| {
        let (act, actions) = (ctx.act.clone(), actions.to_vec());
        Callback::from(move |()| {
            act.emit(Action::CloseDialog);
            actions.iter().for_each(|action| act.emit(action.clone()));
        })
    };
    let oninput = {
        let words = words.setter();
        Callback::from(move |event: InputEvent| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            words.set(input.value());
        })
    };
    let first = kinds.iter().find_map(|(_, found, _)| found.first());
    let onsubmit = {
        let first = first.map(|first| go(&first.actions));
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(first) = &first {
                first.emit(());
            }
        })
    };
    let told = match (words.trim().is_empty(), count) {
        (true, _) => lang.search_hint().to_owned(),
        (false, 0) => lang.search_nothing().to_owned(),
        (false, count) => lang.search_found(count),
    };
    html! {
        <Modal title={lang.search()} {lang} onclose={ctx.on(Action::CloseDialog)} is_work={false}>
            <form class="field" {onsubmit}>
                <label for="search-words">{ lang.search_words() }</label>
                <input class="input" id="search-words" type="text" maxlength="40" autocomplete="off" autofocus=true value={(*words).clone()} {oninput} />
                <p class="hint" role="status">{ told }</p>
            </form>
            // In one place, so that the field above stays the same.
            <div class="stack t">{ for kinds.iter().filter(|(_, found, _)| !found.is_empty()).map(|(title, found, more)| html! {
                <section class="stack xt" key={*title}>
                    <h3>{ *title }</h3>
                    <ul class="rows found">
                        { for found.iter().map(|one| {
                            let onclick = go(&one.actions).reform(|_: MouseEvent| ());
                            html! { <li key={one.name.clone()}><button type="button" {onclick}><b>{ &one.name }</b><span class="muted">{ &one.about }</span>{ small_icon(Icon::Right) }</button></li> }
                        }) }
                    </ul>
                    if *more > 0 { <p class="xs muted">{ lang.search_more(*more) }</p> }
                </section>
            }) }</div>
        </Modal>
    }
}

/// What is found of each kind, and how many more there are.
fn found(plan: &Plan, lang: Lang, words: &str) -> [(&'static str, Vec<Found>, usize); 4] {
    let words = words.trim().to_lowercase();
    let of = |title: &'static str, all: &mut dyn Iterator<Item = Found>| {
        let mut found: Vec<(bool, Found)> = all
            .filter(|_| !words.is_empty())
            .filter_map(|one| {
                let name = one.name.to_lowercase();
                let is_it = name.contains(&words) || one.about.to_lowercase().contains(&words);
                is_it.then(|| (!name.starts_with(&words), one))
            })
            .collect();
        found.sort_by(|(later, one), (other_later, other)| {
            (later, &one.name).cmp(&(other_later, &other.name))
        });
        let more = found.len().saturating_sub(MOST);
        let found = found.into_iter().take(MOST).map(|(_, one)| one);
        (title, found.collect(), more)
    };
    [
        of(lang.groups_page(), &mut groups(plan, lang)),
        of(lang.search_families(), &mut families(plan)),
        of(lang.search_people(), &mut people(plan, lang)),
        of(lang.steps_page(), &mut steps(plan, lang)),
    ]
}

fn groups(plan: &Plan, lang: Lang) -> impl Iterator<Item = Found> {
    plan.groups.values().map(move |group| Found {
        name: group.id.to_string(),
        about: format!(
            "{}, {}",
            plan.location_name(&group.location),
            lang.families(plan.families(group))
        ),
        actions: vec![Action::GoTo(
            Page::Groups,
            Selection::Group(group.id.clone()),
        )],
    })
}

fn families(plan: &Plan) -> impl Iterator<Item = Found> {
    plan.enrolments.values().map(move |family| {
        let group = plan.group_of(&family.code);
        let place = plan.location_name(&family.location);
        Found {
            name: family.code.to_string(),
            about: group.map_or_else(
                || place.to_owned(),
                |group| format!("{place}, {}", group.id),
            ),
            actions: vec![Action::Open(Dialog::Family(Some(family.code.clone())))],
        }
    })
}

fn people(plan: &Plan, lang: Lang) -> impl Iterator<Item = Found> {
    plan.people.values().map(move |person| Found {
        name: person.alias.to_string(),
        about: lang.role(person.role).to_owned(),
        actions: vec![
            Action::Go(Page::Team),
            Action::Open(Dialog::Person(Some(person.id.clone()))),
        ],
    })
}

fn steps(plan: &Plan, lang: Lang) -> impl Iterator<Item = Found> {
    let steps = plan.steps.iter().flat_map(|steps| steps.steps.values());
    steps.map(move |step| Found {
        name: lang.wording(&step.title).to_string(),
        about: step.id.to_string(),
        actions: vec![Action::GoTo(Page::Steps, Selection::Step(step.id.clone()))],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = r#"{"format":"centering-plan","version":"1.1",
        "locations":[{"id":"noord","name":"Noord","prefix":"NRD"}],
        "enrolments":[{"code":"NRD-0322","birth":"2027-01-04","location":"noord","language":"nl"},
            {"code":"NRD-0323","birth":"2027-01-05","location":"noord","language":"nl"}],
        "groups":[{"id":"NRD-2027-01-1","location":"noord","language":"nl","members":["NRD-0322"],"sessions":[]}],
        "people":[{"id":"p1","alias":"BG-4","role":"facilitator","locations":["noord"]}]}"#;

    fn names(words: &str) -> Vec<String> {
        let plan = Plan::from_json(PLAN).unwrap();
        let all = found(&plan, Lang::Nl, words).into_iter();
        all.flat_map(|(_, found, _)| found)
            .map(|one| one.name)
            .collect()
    }

    #[test]
    fn groups_families_and_people_are_found_by_what_they_are_called_and_where_they_are() {
        assert_eq!(names("nrd-2027-01"), ["NRD-2027-01-1", "NRD-0322"]);
        assert_eq!(names(" NRD-032 "), ["NRD-0322", "NRD-0323"]);
        assert_eq!(names("bg-4"), ["BG-4"]);
        assert_eq!(names("noord").len(), 3);
        assert!(names("  ").is_empty() && names("zuid").is_empty());
    }
}
