//! All groups as a table, by location; sorted inside each location by the column that the user chose. Of a
//! long table only the rows near the part of the page that shows are drawn.

use super::facts::{Facts, GroupFacts};
use crate::parts::{Icon, Rows, severity_mark, small_icon, use_rows};
use crate::store::Same;
use crate::text::Lang;
use centering_core::calendar::Date;
use centering_core::plan::GroupId;
use centering_core::problem::Severity;
use centering_core::schedule::Stage;
use std::cmp::Ordering;
use std::rc::Rc;
use yew::prelude::*;

/// The column by which groups are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Code,
    Born,
    Spread,
    Families,
    First,
    Tightest,
    Problems,
}

impl Column {
    fn compare(self, one: &GroupFacts, other: &GroupFacts) -> Ordering {
        let order = match self {
            Self::Code => Ordering::Equal,
            Self::Born => one.births.cmp(&other.births),
            Self::Spread => one.spread.cmp(&other.spread),
            Self::Families => one.families.cmp(&other.families),
            Self::First => one.first.cmp(&other.first),
            Self::Tightest => {
                let days = |group: &GroupFacts| group.tightest.map_or(usize::MAX, |(_, days)| days);
                days(one).cmp(&days(other))
            }
            Self::Problems => {
                let worst = |group: &GroupFacts| {
                    let counts = group.problems.unwrap_or_default();
                    (counts.errors, counts.warnings)
                };
                worst(one).cmp(&worst(other))
            }
        };
        order.then_with(|| one.id.cmp(&other.id))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sort {
    column: Column,
    descending: bool,
}

impl Sort {
    /// The same column again turns the order; problems start with the most.
    fn by(self, column: Column) -> Self {
        let descending = if self.column == column {
            !self.descending
        } else {
            column == Column::Problems
        };
        Self { column, descending }
    }
}

#[derive(PartialEq, Properties)]
pub struct TableProps {
    pub facts: Rc<Facts>,
    pub today: Option<Date>,
    pub lang: Lang,
    pub selected: Option<GroupId>,
    pub select: Callback<GroupId>,
    /// The group whose row is to take focus, though it may not be drawn.
    pub wanted: Option<GroupId>,
}

/// A line of the table: the heading of a location, by its place, or one of its groups.
enum Line {
    Location(usize),
    Group(Rc<GroupFacts>),
}

/// The groups of each location under its heading, in the order that the user chose.
fn lines(facts: &Facts, sort: Sort) -> Vec<Line> {
    let mut lines = Vec::new();
    for (place, location) in facts.locations.iter().enumerate() {
        if location.groups.is_empty() {
            continue;
        }
        lines.push(Line::Location(place));
        let mut groups = location.groups.clone();
        groups.sort_by(|one, other| {
            let order = sort.column.compare(one, other);
            if sort.descending {
                order.reverse()
            } else {
                order
            }
        });
        lines.extend(groups.into_iter().map(Line::Group));
    }
    lines
}

#[component]
pub fn GroupTable(props: &TableProps) -> Html {
    let lang = props.lang;
    let sort = use_state_eq(|| Sort {
        column: Column::Born,
        descending: false,
    });
    let heading = |column: Column, class: &'static str, text: &'static str| {
        let is_sorted = sort.column == column;
        let order = is_sorted.then_some(if sort.descending {
            "descending"
        } else {
            "ascending"
        });
        let onclick = {
            let sort = sort.clone();
            Callback::from(move |_: MouseEvent| sort.set(sort.by(column)))
        };
        html! {
            <th scope="col" class={class} aria-sort={order}>
                <button type="button" class="sort" {onclick}>
                    { text }
                    if is_sorted { { small_icon(if sort.descending { Icon::Down } else { Icon::Up }) } }
                </button>
            </th>
        }
    };
    let lines = use_memo((Same(props.facts.clone()), *sort), |(facts, sort)| {
        lines(&facts.0, *sort)
    });
    let body = use_node_ref();
    let drawn = use_rows(&body, lines.len(), 41);
    {
        let (lines, drawn) = (lines.clone(), drawn.clone());
        use_effect_with(props.wanted.clone(), move |wanted| {
            let is_wanted = |line: &Line| match line {
                Line::Group(group) => wanted.as_ref() == Some(&group.id),
                Line::Location(_) => false,
            };
            if let Some(position) = lines.iter().position(is_wanted) {
                drawn.focus(position, ".rowbtn");
            }
        });
    }
    let draw = |position: usize| match lines.get(position) {
        None => Html::default(),
        Some(Line::Location(place)) => {
            let location = props.facts.locations.get(*place);
            location.map_or_else(Html::default, |location| html! {
                <tr key={format!("at {}", location.id)} class="grp" data-row={position.to_string()} aria-rowindex={Rows::row_index(position, 1)}>
                    <th colspan="9" scope="col">{ &location.name }<span class="count">{ lang.groups(location.groups.len()) }</span></th>
                </tr>
            })
        }
        Some(Line::Group(group)) => html! {
            <GroupRow key={group.id.to_string()} is_selected={props.selected.as_ref() == Some(&group.id)}
                today={props.today} {lang} {position} select={props.select.clone()} group={group.clone()} />
        },
    };
    html! {
        <section class="panel gtable">
            <div class="ph"><h2 id="groups-title">{ lang.all_groups() }</h2></div>
            <div class="tw" tabindex="0" role="region" aria-labelledby="groups-title">
                <table class="tb cards flow" aria-labelledby="groups-title" aria-rowcount={drawn.row_count(1)}>
                    <thead><tr>
                        { heading(Column::Code, "", lang.code()) }
                        <th scope="col">{ lang.status() }</th>
                        { heading(Column::Born, "", lang.born()) }
                        { heading(Column::Spread, "num", lang.spread()) }
                        { heading(Column::Families, "num", lang.families_column()) }
                        <th scope="col">{ lang.moment() }</th>
                        { heading(Column::First, "opt", lang.first_session()) }
                        { heading(Column::Tightest, "", lang.tightest_window()) }
                        { heading(Column::Problems, "num", lang.problems()) }
                    </tr></thead>
                    <tbody ref={body}>{ drawn.body(9, draw) }</tbody>
                </table>
            </div>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct GroupRowProps {
    group: Rc<GroupFacts>,
    today: Option<Date>,
    lang: Lang,
    is_selected: bool,
    /// Its place in the table.
    position: usize,
    select: Callback<GroupId>,
}

#[component]
fn GroupRow(props: &GroupRowProps) -> Html {
    let (group, lang, today) = (&props.group, props.lang, props.today);
    let onclick = {
        let (select, id) = (props.select.clone(), group.id.clone());
        Callback::from(move |_: MouseEvent| select.emit(id.clone()))
    };
    let moment = group.half_day.map_or_else(
        || "–".to_owned(),
        |half_day| {
            let start = group
                .start
                .map_or_else(String::new, |start| lang.time(start));
            format!("{} {start}", lang.weekday_short(half_day.workday))
        },
    );
    let births = group
        .births
        .map_or_else(String::new, |births| lang.births_range(births, today));
    let tightest = group.tightest.map_or_else(
        || lang.no_free().to_owned(),
        |(number, days)| lang.free(number.get(), days),
    );
    let is_tight = group.tightest.is_some_and(|(_, days)| days == 0);
    html! {
        <tr class={classes!(props.is_selected.then_some("sel"))} data-row={props.position.to_string()} aria-rowindex={Rows::row_index(props.position, 1)}>
            <th scope="row">
                <button type="button" class="rowbtn" id={row_id(&group.id)} aria-pressed={props.is_selected.to_string()} {onclick}>{ group.id.as_str() }</button>
            </th>
            <td class="nw chipc" data-l={lang.status()}>
                { stage_chip(lang, group.stage) }
                if group.pinned { <span class="pinned" title={lang.pinned()}>{ small_icon(Icon::Pin) }<span class="sr">{ lang.pinned() }</span></span> }
            </td>
            <td class="nw dot" data-l={lang.born()}>{ births }</td>
            <td class="num nw dot" data-l={lang.spread()}>
                if group.is_wide { { severity_mark(lang, Severity::Warning, html! { lang.days(group.spread) }) } }
                else { { lang.days(group.spread) } }
            </td>
            <td class="num nw dot" data-l={lang.families_column()}>
                { group.families }<span class="of">{ lang.of_most(group.most) }</span>
                <span class="unit-s">{ lang.families_unit(group.families) }</span>
                if group.children != group.families { <span class="kids">{ lang.children(group.children) }</span> }
            </td>
            <td class="nw dot" data-l={lang.moment()}>{ moment }</td>
            <td class="nw opt" data-l={lang.first_session_full()}>
                { group.first.map_or_else(|| lang.no_date().to_owned(), |date| lang.day(date, today)) }
            </td>
            <td class="nw pre" data-l={lang.tightest_short()}>
                if is_tight { <b>{ tightest }</b> } else { { tightest } }
            </td>
            <td class="num nw tr" data-l={lang.problems()}>{ problem_counts(lang, group) }</td>
        </tr>
    }
}

/// The id of the button that selects a group.
pub fn row_id(id: &GroupId) -> String {
    format!("row-{id}")
}

/// How far a group is.
pub fn stage_chip(lang: Lang, stage: Stage) -> Html {
    let class = match stage {
        Stage::Preparing | Stage::Planned => "chip line",
        Stage::Started => "chip accent",
        Stage::Finished | Stage::Stopped => "chip",
    };
    html! { <span {class}>{ lang.stage(stage) }</span> }
}

fn problem_counts(lang: Lang, group: &GroupFacts) -> Html {
    let Some(counts) = group.problems else {
        return html! { <span class="st none"><span aria-hidden="true">{ "…" }</span><span class="sr">{ lang.checking() }</span></span> };
    };
    if counts.errors + counts.warnings == 0 {
        return html! { <span class="st none none-s">{ lang.none() }</span> };
    }
    html! {
        <>
            if counts.errors > 0 { { severity_mark(lang, Severity::Error, html! { counts.errors }) } }
            { " " }
            if counts.warnings > 0 { { severity_mark(lang, Severity::Warning, html! { counts.warnings }) } }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_column_again_turns_the_order() {
        let sort = Sort {
            column: Column::Born,
            descending: false,
        };
        assert!(sort.by(Column::Born).descending);
        assert!(!sort.by(Column::Code).descending);
        assert!(sort.by(Column::Problems).descending);
    }
}
