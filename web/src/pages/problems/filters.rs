//! What to show of the problems: parts, rules, groups and members of the team, each with how many problems it
//! would show beside the other choices.

use super::{Concern, PARTS, shows};
use crate::parts::form::{choose, tick};
use crate::state::{Action, Ctx, PlaceFilter, ProblemFilter, Same};
use centering_core::plan::{GroupId, PersonId};
use centering_core::problem::Severity;
use centering_words::problem_family;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct FiltersProps {
    pub ctx: Ctx,
    pub concerns: Same<Vec<Concern>>,
    pub filter: Rc<ProblemFilter>,
}

#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let lang = props.ctx.model.lang;
    html! {
        <aside class="insp" aria-label={lang.problems_filter()}>
            <section>
                <fieldset class="checks">
                    <legend><h3>{ lang.problems_filter() }</h3></legend>
                    { for PARTS.iter().enumerate().map(|(number, severities)| part(props, number, severities)) }
                </fieldset>
            </section>
            <section class="picks">
                { rules(props) }
                { groups(props) }
                { people(props) }
            </section>
        </aside>
    }
}

/// The problems that the other choices leave, when `clear` takes one choice away.
fn left(
    props: &FiltersProps,
    clear: impl Fn(&mut ProblemFilter),
) -> impl Iterator<Item = &Concern> {
    let mut filter = (*props.filter).clone();
    clear(&mut filter);
    props.concerns.0.iter().filter(move |(problem, people)| {
        let part = PARTS
            .iter()
            .position(|part| part.contains(&problem.severity));
        let is_hidden = part.is_some_and(|part| filter.hidden.contains(&part));
        !is_hidden && shows(&filter, problem, people)
    })
}

/// An action that changes the filter.
fn change(props: &FiltersProps, change: impl FnOnce(&mut ProblemFilter)) -> Action {
    let mut filter = (*props.filter).clone();
    change(&mut filter);
    Action::FilterProblems(filter)
}

fn part(props: &FiltersProps, number: usize, severities: &'static [Severity]) -> Html {
    let (lang, filter) = (props.ctx.model.lang, &props.filter);
    let count = left(props, |filter| filter.hidden.clear())
        .filter(|(problem, _)| severities.contains(&problem.severity))
        .count();
    let severity = severities.first().copied().unwrap_or(Severity::Info);
    let toggled = change(props, |filter| {
        if !filter.hidden.remove(&number) {
            filter.hidden.insert(number);
        }
    });
    let words = html! { <span>{ lang.severity(severity) }{ " " }<span class="muted">{ count }</span></span> };
    let is_on = !filter.hidden.contains(&number);
    tick(words, is_on, props.ctx.on(toggled))
}

/// A list of choices with their counts; the first one is no choice.
fn list(
    props: &FiltersProps,
    id: &'static str,
    label: &str,
    options: Vec<(String, ProblemFilter, bool)>,
) -> Html {
    let now = options.iter().position(|(.., is_chosen)| *is_chosen);
    let words = |place: &Option<usize>| {
        let option = place.and_then(|place| options.get(place));
        option.map_or_else(String::new, |(text, ..)| text.clone())
    };
    let filters: Vec<ProblemFilter> = options
        .iter()
        .map(|(_, filter, _)| filter.clone())
        .collect();
    let act = props.ctx.act.clone();
    let onchoose = Callback::from(move |place: Option<usize>| {
        if let Some(filter) = place.and_then(|place| filters.get(place)) {
            act.emit(Action::FilterProblems(filter.clone()));
        }
    });
    choose((0..options.len()).map(Some), &now, words, onchoose)
        .field(id, label.to_owned())
        .into()
}

/// Kinds of rules, and the rules of those that have several.
fn rules(props: &FiltersProps) -> Html {
    let (lang, filter) = (props.ctx.model.lang, &props.filter);
    let mut counts: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for (problem, _) in left(props, |filter| filter.rule = None) {
        let codes = counts.entry(problem_family(problem.code)).or_default();
        *codes.entry(problem.code).or_default() += 1;
    }
    // What is chosen stays in its list, also when its last problem was solved.
    if let Some(rule) = filter.rule.as_deref() {
        let codes = counts.entry(problem_family(rule)).or_default();
        if rule.contains('-') {
            codes.entry(rule).or_default();
        }
    }
    let all = counts.values().flat_map(BTreeMap::values).sum::<usize>();
    let option = |text: String, rule: Option<&str>| {
        let chosen = ProblemFilter {
            rule: rule.map(str::to_owned),
            ..(**filter).clone()
        };
        (text, chosen, filter.rule.as_deref() == rule)
    };
    let mut options = vec![option(
        lang.with_count(lang.problems_all_kinds(), all),
        None,
    )];
    for (family, codes) in &counts {
        let count = codes.values().sum();
        options.push(option(
            lang.with_count(lang.problem_kind(family), count),
            Some(family),
        ));
        if codes.len() > 1
            || codes
                .keys()
                .any(|code| filter.rule.as_deref() == Some(code))
        {
            for (code, count) in codes {
                options.push(option(
                    format!(
                        "\u{2003}{}",
                        lang.with_count(lang.problem_rule_name(code), *count)
                    ),
                    Some(code),
                ));
            }
        }
    }
    list(props, "filter-kind", lang.problems_kind(), options)
}

fn groups(props: &FiltersProps) -> Html {
    let (lang, filter) = (props.ctx.model.lang, &props.filter);
    let mut counts: BTreeMap<&GroupId, usize> = BTreeMap::new();
    let (mut all, mut without) = (0, 0);
    for (problem, _) in left(props, |filter| filter.place = PlaceFilter::All) {
        all += 1;
        match problem.place.group() {
            Some(group) => *counts.entry(group).or_default() += 1,
            None => without += 1,
        }
    }
    if let PlaceFilter::Group(group) = &filter.place {
        counts.entry(group).or_default();
    }
    let option = |text: String, place: PlaceFilter| {
        let is_chosen = filter.place == place;
        let chosen = ProblemFilter {
            place,
            ..(**filter).clone()
        };
        (text, chosen, is_chosen)
    };
    let mut options = vec![option(
        lang.with_count(lang.problems_all_groups(), all),
        PlaceFilter::All,
    )];
    if without > 0 || filter.place == PlaceFilter::NoGroup {
        options.push(option(
            lang.with_count(lang.problems_no_group(), without),
            PlaceFilter::NoGroup,
        ));
    }
    for (group, count) in counts {
        options.push(option(
            lang.with_count(group.as_str(), count),
            PlaceFilter::Group(group.clone()),
        ));
    }
    list(props, "filter-group", lang.problems_group(), options)
}

fn people(props: &FiltersProps) -> Html {
    let (plan, lang, filter) = (&props.ctx.model.plan, props.ctx.model.lang, &props.filter);
    let mut counts: BTreeMap<&PersonId, usize> = BTreeMap::new();
    let mut all = 0;
    for (_, people) in left(props, |filter| filter.person = None) {
        all += 1;
        for person in people {
            *counts.entry(person).or_default() += 1;
        }
    }
    let chosen: BTreeSet<&PersonId> = filter.person.iter().collect();
    for person in chosen {
        counts.entry(person).or_default();
    }
    if counts.is_empty() {
        return Html::default();
    }
    let option = |text: String, person: Option<&PersonId>| {
        let chosen = ProblemFilter {
            person: person.cloned(),
            ..(**filter).clone()
        };
        (text, chosen, filter.person.as_ref() == person)
    };
    let mut options = vec![option(lang.with_count(lang.problems_everyone(), all), None)];
    for (person, count) in counts {
        let alias = plan.people.get(person).map_or(person, |known| &known.alias);
        options.push(option(lang.with_count(alias.as_str(), count), Some(person)));
    }
    list(props, "filter-person", lang.problems_person(), options)
}
