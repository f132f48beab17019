//! The frame of the list of a layer: a heading, what it says, a table of which only the rows near the screen
//! are drawn, and a button that copies it.

use crate::app::Action;
use crate::clipboard;
use crate::parts::{Rows, use_rows};
use crate::store::{Ctx, Selection};
use centering_core::care::SessionNumber;
use centering_core::plan::{GroupId, LocationId};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, Properties)]
pub struct ListProps {
    pub ctx: Ctx,
    /// Unique on the screen.
    pub id: &'static str,
    pub title: String,
    pub text: String,
    /// What stands in place of the table when it has no row.
    pub none: String,
    pub heads: Rc<[&'static str]>,
    /// The cells of each row as text, the first of them naming the row.
    pub rows: Rc<Vec<Vec<String>>>,
    /// The bijeenkomst that a row goes to.
    pub go_to: Rc<Vec<Option<(GroupId, SessionNumber)>>>,
}

impl PartialEq for ListProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.rows, &other.rows)
            && self.title == other.title
            && self.ctx.model.lang == other.ctx.model.lang
            && self.ctx.model.selection == other.ctx.model.selection
    }
}

#[component]
pub fn List(props: &ListProps) -> Html {
    let (ctx, lang) = (&props.ctx, props.ctx.model.lang);
    let body = use_node_ref();
    let drawn = use_rows(&body, props.rows.len(), 38);
    let copied = use_state_eq(|| None::<bool>);
    let copy = {
        let (copied, heads, rows) = (copied.clone(), props.heads.clone(), props.rows.clone());
        Callback::from(move |event: MouseEvent| {
            let copied = copied.clone();
            clipboard::copy(&event, tab_separated(&heads, &rows), move |is_done| {
                copied.set(Some(is_done));
            });
        })
    };
    let row = |position: usize| {
        let Some(cells) = props.rows.get(position) else {
            return Html::default();
        };
        let target = props.go_to.get(position).cloned().flatten();
        let selection = target.map(|(group, number)| Selection::Session(group, number));
        let is_selected = selection.as_ref() == Some(&ctx.model.selection);
        let mut cells = cells.iter();
        let first = cells.next().cloned().unwrap_or_default();
        html! {
            <tr key={position} data-row={position.to_string()} aria-rowindex={Rows::row_index(position, 1)} class={classes!(is_selected.then_some("sel"))}>
                <th scope="row">
                    if let Some(selection) = selection {
                        <button type="button" class="rowbtn" aria-pressed={is_selected.to_string()} onclick={ctx.on(Action::Select(selection))}>{ first }</button>
                    } else {
                        { first }
                    }
                </th>
                { for cells.zip(props.heads.iter().skip(1)).map(|(cell, head)| html! { <td data-l={*head}>{ cell }</td> }) }
            </tr>
        }
    };
    html! {
        <section class="panel layer" aria-labelledby={props.id}>
            <div class="ph">
                <h2 id={props.id}>{ &props.title }</h2>
                <span class="small muted">{ &props.text }</span>
                if !props.rows.is_empty() {
                    <button type="button" class="btn s" onclick={copy}>{ lang.table_copy() }</button>
                    <span class="small" role="status">{ copied.map(|is_done| if is_done { lang.table_copied() } else { lang.table_not_copied() }) }</span>
                }
            </div>
            if props.rows.is_empty() {
                <p class="pb">{ &props.none }</p>
            } else {
                <div class="tw" tabindex="0" role="region" aria-labelledby={props.id}>
                    <table class="tb cards" aria-labelledby={props.id} aria-rowcount={drawn.row_count(1)}>
                        <thead><tr>{ for props.heads.iter().map(|head| html! { <th scope="col">{ *head }</th> }) }</tr></thead>
                        <tbody ref={body}>{ drawn.body(props.heads.len(), row) }</tbody>
                    </table>
                </div>
            }
        </section>
    }
}

/// As Excel takes it from the clipboard.
fn tab_separated(heads: &[&str], rows: &[Vec<String>]) -> String {
    // A tab or line break of the user would shift the cells.
    let clean = |cell: &String| cell.replace(['\t', '\r', '\n'], " ");
    let mut text = heads.join("\t");
    for row in rows {
        let cells: Vec<String> = row.iter().map(clean).collect();
        text.push_str("\r\n");
        text.push_str(&cells.join("\t"));
    }
    text
}

/// What the plan calls a location.
pub fn location_name(ctx: &Ctx, id: &LocationId) -> String {
    let known = ctx.model.plan.locations.get(id);
    known.map_or_else(|| id.to_string(), |location| location.name.clone())
}
