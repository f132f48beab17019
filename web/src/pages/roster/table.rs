//! The roster as a table: one row per bijeenkomst, as a planner copies it to Excel.

use super::layers::{Layers, Marks, signs};
use super::overview::Overview;
use super::row_view::RowView;
use crate::parts::CopyButton;
use crate::parts::table::{self as parts, LongTable, Phone, columns, panel};
use crate::parts::{sets, severity_mark, ways};
use crate::state::{Action, Ctx, Same, Selection, SessionView};
use centering_core::calendar::{DateRange, Workday};
use centering_core::care::{SessionNumber, SessionSpec};
use centering_core::plan::{LocationId, Plan, Standing};
use centering_core::problem::{Problem, Severity};
use centering_words::Lang;
use std::rc::Rc;
use yew::prelude::*;

/// In which order the rows stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Date,
    Group,
}

#[derive(Clone, PartialEq, Properties)]
pub struct TableProps {
    pub ctx: Ctx,
    pub overview: Same<Overview>,
    pub range: DateRange,
    pub location: Option<LocationId>,
    /// Only groups whose code holds this text.
    pub search: String,
    pub layers: Layers,
    pub marks: Same<Marks>,
}

#[component]
pub fn Table(props: &TableProps) -> Html {
    let (ctx, lang) = (&props.ctx, props.ctx.model.lang);
    let order = use_state_eq(|| Order::Date);
    let basis = (
        props.overview.clone(),
        *order,
        props.location.clone(),
        props.range,
        props.search.clone(),
    );
    let lines = use_memo(basis, |_| lines(props, *order));
    let basis = (
        lang,
        props.range,
        ctx.model.is_checked,
        Same(ctx.model.plan.clone()),
        ctx.act.clone(),
    );
    let table = use_memo(basis, |(lang, range, is_checked, plan, act)| {
        table(*lang, *range, *is_checked, plan.0.clone(), act.clone())
    });
    let row = {
        let props = props.clone();
        Callback::from(move |line: Line| {
            let facts = RowFacts::of(&props, line)?;
            let session = Selection::Session(facts.row.id.clone(), facts.session.number);
            let is_selected = props.ctx.model.selection == session;
            Some((facts, is_selected))
        })
    };
    let text = {
        let (props, table, lines) = (props.clone(), table.clone(), lines.clone());
        Callback::from(move |()| {
            let rows = lines.iter().filter_map(|line| RowFacts::of(&props, *line));
            table.tab_separated(rows)
        })
    };
    let orders = [
        (Order::Date, lang.table_by_date()),
        (Order::Group, lang.table_by_group()),
    ];
    let beside = html! {
        <>
            { ways(lang.table_order(), &*order, orders, |to| sets(&order, to)) }
            <CopyButton {lang} {text} />
        </>
    };
    let title = lang.table_title(&lang.month_range(props.range), lines.len());
    let body = html! { <LongTable<Line, RowFacts> {lang} table={Same(table)} id="roster-table" items={Same(lines)} {row} /> };
    panel("roster-table", title, beside, body)
}

/// What one row shows.
#[derive(PartialEq)]
struct RowFacts {
    row: Rc<RowView>,
    session: SessionView,
    /// The worst problem in words.
    problem: Option<(Severity, String)>,
    /// What the layers say.
    signs: Vec<Html>,
}

impl RowFacts {
    fn of(props: &TableProps, (place, number): Line) -> Option<Self> {
        let (ctx, lang, plan) = (&props.ctx, props.ctx.model.lang, &props.ctx.model.plan);
        let row = props.overview.0.at(place)?;
        let session = row.session(number)?;
        let problem = worst(ctx, row, session)
            .map(|problem| (problem.severity, lang.problem_title(plan, problem)));
        Some(Self {
            row: row.clone(),
            session: session.clone(),
            problem,
            signs: signs(lang, plan, props.layers, &props.marks.0, &row.id, number),
        })
    }
}

/// The columns, and beside them what only the copy has room for.
fn table(
    lang: Lang,
    range: DateRange,
    is_checked: bool,
    plan: Rc<Plan>,
    act: Callback<Action>,
) -> parts::Table<'static, RowFacts> {
    let near = Some(range.first);
    let choose = move |facts: &RowFacts| {
        let session = Selection::Session(facts.row.id.clone(), facts.session.number);
        act.reform(move |_: MouseEvent| Action::Select(session.clone()))
    };
    // The bijeenkomst as the template has it.
    let template = plan.clone();
    let spec = move |facts: &RowFacts| template.template().session(facts.session.number).cloned();
    let of_spec = |words: fn(Lang, &SessionSpec) -> String| {
        let spec = spec.clone();
        move |facts: &RowFacts| spec(facts).map(|spec| words(lang, &spec))
    };
    let session = move |facts: &RowFacts| {
        let signs = facts.signs.iter().cloned().collect();
        html! { <>{ facts.session.number.to_string() }{ if facts.signs.is_empty() { extras(lang, &facts.session) } else { signs } }</> }
    };
    let problem = move |facts: &RowFacts| match &facts.problem {
        Some((severity, text)) => {
            severity_mark(lang, *severity, html! { <span class="w">{ text }</span> })
        }
        None if is_checked => html! { <span class="muted none-s">{ "–" }</span> },
        None => html! { <span class="muted">{ lang.checking() }</span> },
    };
    let date = move |facts: &RowFacts| match facts.session.date {
        None => lang.standing(Standing::Undated).to_owned(),
        Some(date) => lang.day(date, near),
    };
    let end = {
        let spec = spec.clone();
        move |facts: &RowFacts| {
            Some(
                facts
                    .row
                    .start?
                    .plus_minutes(spec(facts).map_or(0, |spec| spec.duration_minutes))
                    .to_string(),
            )
        }
    };
    columns! { parts::Table::of(|facts: &RowFacts| format!("{}/{}", facts.row.id, facts.session.number)).look("roster").choosable().whole_rows().none(lang.roster_none_in(&lang.month_range(range)));
        button(lang.col_date(), date, choose).copied(move |facts| facts.session.date.map(|date| lang.day_typed(date)));
        copy(lang.col_day(), move |facts| Some(lang.weekday_short(Workday::of(facts.session.date?)?).to_owned()));
        column(lang.col_time(), move |facts| facts.row.start.map(|start| lang.time(start))).nowrap().phone(Phone::Run);
        copy(lang.col_start(), |facts| facts.row.start.map(|start| start.to_string()));
        copy(lang.col_end(), end);
        copy(lang.location(), move |facts| plan.location_name(&facts.row.location).to_owned());
        words(lang.roster_group(), |facts| facts.row.id.to_string()).nowrap().phone(Phone::Run);
        column(lang.col_session(), session).nowrap().phone(Phone::Corner).copied(|facts| facts.session.number.to_string());
        copy(lang.col_name(), of_spec(|_, spec| spec.name.clone()));
        words(lang.col_window(), move |facts| facts.session.state.label(lang).to_owned()).phone(Phone::Run);
        copy(lang.col_physician(), of_spec(|_, spec| spec.physician_minutes.to_string()));
        copy(lang.col_doses(), of_spec(|lang, spec| lang.doses(&spec.doses)));
        words(lang.col_status(), move |facts| facts.session.look.status(lang)).phone(Phone::Run);
        column(lang.problems_page(), problem).phone(Phone::Below);
        copy(lang.col_problem(), |facts| facts.problem.as_ref().map(|(_, text)| text.clone()));
    }
}

/// What comes to a bijeenkomst besides the group.
fn extras(lang: Lang, session: &SessionView) -> Html {
    html! {
        <>
            if session.look.physician { { " " }<span class="chip arts">{ lang.roster_physician() }</span> }
            if session.look.vaccination { { " " }<span class="chip">{ lang.roster_vaccination() }</span> }
        </>
    }
}

fn worst<'a>(ctx: &'a Ctx, row: &'a RowView, session: &SessionView) -> Option<&'a Problem> {
    session.severity?;
    let (id, number) = (&row.id, session.number);
    let mut worst: Option<&Problem> = None;
    for problem in ctx.model.problems_of_session(id, number) {
        if worst.is_none_or(|known| problem.severity > known.severity) {
            worst = Some(problem);
        }
    }
    worst
}

/// A row of the table: the place of a group and which bijeenkomst of it.
type Line = (usize, SessionNumber);

fn lines(props: &TableProps, order: Order) -> Vec<Line> {
    let search = props.search.trim().to_uppercase();
    let overview = &props.overview.0;
    let mut rows = overview.sessions_in(props.location.as_ref(), props.range, &search);
    if order == Order::Date {
        // They are in order of code already.
        rows.sort_by_key(|(date, start, _, _)| (*date, *start));
    }
    rows.into_iter()
        .map(|(_, _, group, number)| (group, number))
        .collect()
}
