//! The roster as a table: one row per bijeenkomst, as a planner copies it to Excel.

use super::layers::{Layers, Marks, signs};
use super::overview::Overview;
use super::row_view::{RowView, SessionView};
use super::year::days_of;
use crate::app::Action;
use crate::clipboard;
use crate::parts::{Rows, severity_mark, use_rows};
use crate::store::{Ctx, Same, Selection};
use crate::text::Lang;
use centering_core::calendar::Workday;
use centering_core::care::SessionNumber;
use centering_core::plan::LocationId;
use centering_core::problem::{Problem, Severity};
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
    pub year: i32,
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
    let copied = use_state_eq(|| None::<bool>);
    let basis = (
        props.overview.clone(),
        *order,
        props.location.clone(),
        props.year,
        props.search.clone(),
    );
    let rows = use_memo(basis, |_| rows(props, *order));
    let body = use_node_ref();
    let drawn = use_rows(&body, rows.len(), 38);
    let set_order = |to: Order| {
        let order = order.clone();
        Callback::from(move |_: MouseEvent| order.set(to))
    };
    let copy = {
        let (props, rows) = (props.clone(), rows.clone());
        let copied = copied.clone();
        Callback::from(move |event: MouseEvent| {
            let copied = copied.clone();
            clipboard::copy(&event, tab_separated(&props, &rows), move |is_done| {
                copied.set(Some(is_done))
            });
        })
    };
    let chosen = |row: &RowView, session: &SessionView| {
        ctx.model.selection == Selection::Session(row.id.clone(), session.number)
    };
    let on = {
        let act = ctx.act.clone();
        use_callback((), move |selection: Selection, ()| {
            act.emit(Action::Select(selection))
        })
    };
    let line = |position: usize| {
        let Some((row, session)) = rows.get(position).and_then(|line| view(props, line)) else {
            return Html::default();
        };
        let problem = worst(ctx, row, session).map(|problem| {
            (
                problem.severity,
                lang.problem_title(&ctx.model.plan, problem),
            )
        });
        let key = format!("{}/{}", row.id, session.number);
        let signs = signs(
            lang,
            &ctx.model.plan,
            props.layers,
            &props.marks.0,
            &row.id,
            session.number,
        );
        html! {
            <TableRow {key} row={row.clone()} session={session.clone()} {lang} {problem} {position} {signs} is_checked={ctx.model.is_checked}
                is_selected={chosen(row, session)} on={on.clone()} year={props.year} />
        }
    };
    html! {
        <div class="panel">
            <div class="ph">
                <h2 id="roster-table">{ lang.table_title(props.year, rows.len()) }</h2>
                <div class="seg" role="group" aria-label={lang.table_order()}>
                    <button type="button" aria-pressed={(*order == Order::Date).to_string()} onclick={set_order(Order::Date)}>{ lang.table_by_date() }</button>
                    <button type="button" aria-pressed={(*order == Order::Group).to_string()} onclick={set_order(Order::Group)}>{ lang.table_by_group() }</button>
                </div>
                <button type="button" class="btn" onclick={copy}>{ lang.table_copy() }</button>
                <span class="small" role="status">{ copied.map(|is_done| if is_done { lang.table_copied() } else { lang.table_not_copied() }) }</span>
            </div>
            <div class="tw" tabindex="0" role="region" aria-labelledby="roster-table">
                <table class="tb cards flow roster" aria-rowcount={drawn.row_count(1)}>
                    <caption class="sr">{ lang.table_title(props.year, rows.len()) }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ lang.col_date() }</th>
                            <th scope="col">{ lang.col_time() }</th>
                            <th scope="col">{ lang.roster_group() }</th>
                            <th scope="col">{ lang.col_session() }</th>
                            <th scope="col">{ lang.col_window() }</th>
                            <th scope="col">{ lang.col_status() }</th>
                            <th scope="col">{ lang.problems_page() }</th>
                        </tr>
                    </thead>
                    <tbody ref={body}>{ drawn.body(7, line) }</tbody>
                </table>
            </div>
            if rows.is_empty() { <p class="pb small">{ lang.roster_none_in(props.year) }</p> }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TableRowProps {
    row: Rc<RowView>,
    session: SessionView,
    lang: Lang,
    year: i32,
    /// The worst problem in words.
    problem: Option<(Severity, String)>,
    is_checked: bool,
    is_selected: bool,
    position: usize,
    /// What the layers say.
    signs: Vec<Html>,
    on: Callback<Selection>,
}

#[component]
fn TableRow(props: &TableRowProps) -> Html {
    let TableRowProps {
        row, session, lang, ..
    } = props;
    let select = Selection::Session(row.id.clone(), session.number);
    let on = props.on.clone();
    let onclick = Callback::from(move |_: MouseEvent| on.emit(select.clone()));
    let near = Some(days_of(props.year).first);
    let day = session.date.map_or_else(
        || lang.roster_missing().to_owned(),
        |date| lang.day(date, near),
    );
    html! {
        <tr class={classes!(props.is_selected.then_some("sel"))} data-row={props.position.to_string()} aria-rowindex={Rows::row_index(props.position, 1)} onclick={onclick.clone()}>
            <th scope="row"><button type="button" class="rowbtn" aria-pressed={props.is_selected.to_string()}>{ day }</button></th>
            <td class="nw dot" data-l={lang.col_time()}>{ row.start.map(|start| lang.time(start)) }</td>
            <td class="nw dot" data-l={lang.roster_group()}>{ row.id.as_str() }</td>
            <td class="nw tr" data-l={lang.col_session()}>{ session.number.to_string() }{ if props.signs.is_empty() { extras(*lang, session) } else { props.signs.iter().cloned().collect() } }</td>
            <td class="dot" data-l={lang.col_window()}>{ lang.window_state(session.state) }</td>
            <td data-l={lang.col_status()}>{ lang.session_status(session.look) }</td>
            <td class="brk" data-l={lang.problems_page()}>
                if let Some((severity, text)) = &props.problem {
                    { severity_mark(*lang, *severity, html! { <span class="w">{ text }</span> }) }
                } else if props.is_checked {
                    <span class="muted none-s">{ "–" }</span>
                } else {
                    <span class="muted">{ lang.checking() }</span>
                }
            </td>
        </tr>
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

fn view<'a>(
    props: &'a TableProps,
    (place, number): &Line,
) -> Option<(&'a Rc<RowView>, &'a SessionView)> {
    let row = props.overview.0.at(*place)?;
    Some((row, row.session(*number)?))
}

/// A row of the table: the place of a group and which bijeenkomst of it.
type Line = (usize, SessionNumber);

fn rows(props: &TableProps, order: Order) -> Vec<Line> {
    let search = props.search.trim().to_uppercase();
    let range = days_of(props.year);
    let overview = &props.overview.0;
    let mut rows = overview.sessions_in(props.location.as_ref(), range, &search);
    if order == Order::Date {
        // They are in order of code already.
        rows.sort_by_key(|(date, start, _, _)| (*date, *start));
    }
    rows.into_iter()
        .map(|(_, _, group, number)| (group, number))
        .collect()
}

/// The rows as Excel takes them from the clipboard, with more columns than the screen has room for.
fn tab_separated(props: &TableProps, rows: &[Line]) -> String {
    let (lang, plan) = (props.ctx.model.lang, &props.ctx.model.plan);
    let mut text = lang.table_heads().join("\t");
    for (row, session) in rows.iter().filter_map(|line| view(props, line)) {
        let spec = plan.template().session(session.number);
        let minutes = spec.map_or(0, |spec| spec.duration_minutes);
        let location = props.overview.0.location(&row.location);
        let cells = [
            session
                .date
                .map_or_else(String::new, |date| lang.day_typed(date)),
            session
                .date
                .and_then(Workday::of)
                .map_or_else(String::new, |day| lang.weekday_short(day).to_owned()),
            row.start
                .map_or_else(String::new, |start| start.to_string()),
            row.start
                .map_or_else(String::new, |start| start.plus_minutes(minutes).to_string()),
            location.map_or_else(String::new, |location| location.name.clone()),
            row.id.to_string(),
            session.number.to_string(),
            spec.map_or_else(String::new, |spec| spec.name.clone()),
            lang.window_state(session.state).to_owned(),
            spec.map_or_else(String::new, |spec| spec.physician_minutes.to_string()),
            spec.map_or_else(String::new, |spec| lang.doses(&spec.doses)),
            lang.session_status(session.look),
            worst(&props.ctx, row, session)
                .map_or_else(String::new, |problem| lang.problem_title(plan, problem)),
        ];
        text.push_str("\r\n");
        // A tab or line break of the user would shift the cells.
        let cells = cells.map(|cell| cell.replace(['\t', '\r', '\n'], " "));
        text.push_str(&cells.join("\t"));
    }
    text
}
