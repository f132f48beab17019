//! All groups as a table, by location; sorted inside each location by the column that the user chose.

use super::facts::{Facts, GroupFacts};
use crate::parts::table::{Heading, LongTable, Phone, Table, columns, panel};
use crate::parts::{Icon, severity_mark, small_icon};
use crate::state::Same;
use centering_core::calendar::Date;
use centering_core::plan::GroupId;
use centering_core::problem::Severity;
use centering_core::schedule::Stage;
use centering_words::Lang;
use std::rc::Rc;
use yew::prelude::*;

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

#[component]
pub fn GroupTable(props: &TableProps) -> Html {
    let lang = props.lang;
    let basis = (lang, props.today, props.select.clone());
    let table = use_memo(basis, |(lang, today, select)| {
        table(*lang, *today, select.clone())
    });
    let groups = use_memo(Same(props.facts.clone()), |facts| {
        let locations = facts.0.locations.iter();
        locations
            .flat_map(|location| location.groups.clone())
            .collect::<Vec<_>>()
    });
    let mut headings = Vec::new();
    let mut before = 0;
    for location in props
        .facts
        .locations
        .iter()
        .filter(|location| !location.groups.is_empty())
    {
        let count = location.groups.len();
        let words =
            html! { <>{ &location.name }<span class="count">{ lang.groups(count) }</span></> };
        headings.push(Heading { before, words });
        before += count;
    }
    let row = {
        let selected = props.selected.clone();
        Callback::from(move |group: Rc<GroupFacts>| {
            let is_selected = selected.as_ref() == Some(&group.id);
            Some((group, is_selected))
        })
    };
    let wanted = props.wanted.as_ref().map(GroupId::to_string);
    let body = html! {
        <LongTable<Rc<GroupFacts>, Rc<GroupFacts>> {lang} table={Same(table)} id="groups-title" items={Same(groups)} {row} {headings} {wanted} height={41} />
    };
    panel("groups-title", lang.all_groups(), Html::default(), body)
}

fn table(
    lang: Lang,
    today: Option<Date>,
    select: Callback<GroupId>,
) -> Table<'static, Rc<GroupFacts>> {
    let id = |group: &Rc<GroupFacts>| group.id.to_string();
    let choose = move |group: &Rc<GroupFacts>| {
        let id = group.id.clone();
        select.reform(move |_: MouseEvent| id.clone())
    };
    let days = |group: &GroupFacts| group.tightest.map_or(usize::MAX, |(_, days)| days);
    let worst = |group: &GroupFacts| {
        let counts = group.problems.unwrap_or_default();
        (counts.errors, counts.warnings)
    };
    let spread = move |group: &Rc<GroupFacts>| match html! { lang.days(group.spread) } {
        days if group.is_wide => severity_mark(lang, Severity::Warning, days),
        days => days,
    };
    let first = move |group: &Rc<GroupFacts>| {
        let first = group.first.map(|date| lang.day(date, today));
        first.unwrap_or_else(|| lang.no_date().to_owned())
    };
    columns! { Table::of(id).look("gtable").choosable();
        button(lang.code(), id, choose).button_id(|group| row_id(&group.id)).sort(|row| row.id.clone());
        column(lang.status(), move |group| status(lang, group)).nowrap().phone(Phone::Beside);
        column(lang.born(), move |group| group.births.map(|births| lang.births_range(births, today))).nowrap().phone(Phone::Run).sort(|row| row.births).sorted();
        number(lang.spread(), spread).nowrap().phone(Phone::Run).sort(|row| row.spread);
        number(lang.families_column(), move |group| families(lang, group)).nowrap().phone(Phone::Run).sort(|row| row.families);
        column(lang.fixed_time(), move |group| moment(lang, group)).nowrap().dash().phone(Phone::Run);
        column(lang.first_session(), first).nowrap().phone(Phone::Hidden).class("opt").sort(|row| row.first);
        column(lang.tightest_window(), move |group| tightest(lang, group)).nowrap().phone(Phone::Told).called(lang.tightest_short()).sort(move |row| days(row));
        number(lang.problems(), move |group| problem_counts(lang, group)).nowrap().phone(Phone::Corner).sort(move |row| worst(row)).most_first();
    }
}

fn status(lang: Lang, group: &GroupFacts) -> Html {
    html! {
        <>
            { stage_chip(lang, group.stage) }
            if group.pinned { <span class="pinned" title={lang.pinned()}>{ small_icon(Icon::Pin) }<span class="sr">{ lang.pinned() }</span></span> }
        </>
    }
}

fn families(lang: Lang, group: &GroupFacts) -> Html {
    html! {
        <>
            { group.families }<span class="of">{ lang.of_most(group.most) }</span>
            <span class="unit-s">{ lang.families_unit(group.families) }</span>
            if group.children != group.families { <span class="kids">{ lang.children(group.children) }</span> }
        </>
    }
}

fn moment(lang: Lang, group: &GroupFacts) -> Option<String> {
    let half_day = group.half_day?;
    let start = group
        .start
        .map_or_else(String::new, |start| lang.time(start));
    Some(format!("{} {start}", lang.weekday_short(half_day.workday)))
}

fn tightest(lang: Lang, group: &GroupFacts) -> Html {
    match group.tightest {
        None => html! { lang.no_free() },
        Some((number, 0)) => html! { <b>{ lang.free(number.get(), 0) }</b> },
        Some((number, days)) => html! { lang.free(number.get(), days) },
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
