//! What all tables look like, whatever their rows are.

use super::Phone;
use crate::parts::icon::{Icon, small_icon};
use crate::parts::{Rows, sets};
use centering_words::Lang;
use yew::prelude::*;

/// What names a table.
pub enum By<'a> {
    /// The heading with this id.
    Id(&'a str),
    /// These words.
    Words(&'a str),
}

/// How a column looks.
pub(super) struct Look {
    pub head: AttrValue,
    /// Its heading is only for screen readers.
    pub is_silent: bool,
    /// What it is called on a phone.
    pub label: AttrValue,
    /// Of its heading and its cells.
    pub class: Classes,
    /// Of its cells.
    pub cell_class: Classes,
    pub phone: Phone,
    /// A dash stands where there is nothing.
    pub dash: bool,
    /// Its cells name their rows.
    pub is_name: bool,
}

impl Look {
    pub fn of(head: AttrValue) -> Self {
        Self {
            label: head.clone(),
            head,
            is_silent: false,
            class: Classes::new(),
            cell_class: Classes::new(),
            phone: Phone::default(),
            dash: false,
            is_name: false,
        }
    }
}

/// A panel with its heading, what stands beside that, and its content.
pub fn panel(id: &'static str, title: impl Into<AttrValue>, beside: Html, body: Html) -> Html {
    html! {
        <section class="panel" aria-labelledby={id}>
            <div class="ph"><h2 {id}>{ title.into() }</h2>{ beside }</div>
            { body }
        </section>
    }
}

/// What is said when there is no row.
pub(super) fn nothing(words: &Html) -> Html {
    html! { <div class="pb stack t">{ words.clone() }</div> }
}

/// A button that shows all of so many rows, while not all are shown.
pub fn show_all(lang: Lang, count: usize, shows_all: &UseStateHandle<bool>) -> Html {
    if **shows_all {
        return Html::default();
    }
    let onclick = sets::<_, MouseEvent>(shows_all, true);
    html! { <p class="pb"><button type="button" class="btn s" {onclick}>{ lang.show_all(count) }</button></p> }
}

/// The order that the user asked for, and what the heading of the column does about it.
pub(super) struct Sorting {
    /// Whether the table is sorted by this column, and then whether it starts with the most.
    pub descending: Option<bool>,
    pub onclick: Callback<MouseEvent>,
}

/// The heading of a column.
pub(super) fn head(look: &Look, sorting: Option<Sorting>) -> Html {
    let class = look.class.clone();
    let words = if look.is_silent {
        html! { <span class="sr">{ &look.head }</span> }
    } else {
        html! { { &look.head } }
    };
    let Some(Sorting {
        descending,
        onclick,
    }) = sorting
    else {
        return html! { <th scope="col" {class}>{ words }</th> };
    };
    let order = descending.map(|descending| match descending {
        true => ("descending", Icon::Down),
        false => ("ascending", Icon::Up),
    });
    html! {
        <th scope="col" {class} aria-sort={order.map(|(order, _)| order)}>
            <button type="button" class="sort" {onclick}>
                { words }
                { order.map(|(_, icon)| small_icon(icon)) }
            </button>
        </th>
    }
}

/// A cell; in the running text of a card a dot parts it from the next.
pub(super) fn cell(look: &Look, content: Html, is_followed: bool) -> Html {
    let class = classes!(look.class.clone(), look.cell_class.clone());
    let content = match look.dash && content == Html::default() {
        true => html! { "–" },
        false => content,
    };
    if look.is_name {
        return html! { <th scope="row" {class}>{ content }</th> };
    }
    let is_flow = matches!(look.phone, Phone::Run | Phone::Told);
    let place = match look.phone {
        Phone::Line | Phone::Bare | Phone::Run => None,
        Phone::Told => Some("pre"),
        Phone::Below => Some("brk"),
        Phone::Beside => Some("chipc"),
        Phone::Corner => Some("tr"),
        Phone::Hidden => Some("drop"),
    };
    let dot = (is_flow && is_followed).then_some("dot");
    let is_bare = look.is_silent || matches!(look.phone, Phone::Bare | Phone::Hidden);
    let label = (!is_bare).then(|| look.label.clone());
    html! { <td class={classes!(class, place, dot)} data-l={label}>{ content }</td> }
}

/// A row, at its position among the rows of a long table.
pub(super) fn row(
    key: String,
    class: Classes,
    position: Option<usize>,
    onclick: Option<Callback<MouseEvent>>,
    cells: Vec<Html>,
) -> Html {
    let index = position.map(|position| Rows::row_index(position, 1));
    html! {
        <tr key={key.clone()} {class} data-key={key} data-row={position.map(|position| position.to_string())} aria-rowindex={index} {onclick}>
            { for cells }
        </tr>
    }
}

/// The heading of some rows, over all columns.
pub(super) fn heading_row(
    key: String,
    words: Html,
    position: Option<usize>,
    columns: usize,
) -> Html {
    let index = position.map(|position| Rows::row_index(position, 1));
    html! {
        <tr {key} class="grp" data-row={position.map(|position| position.to_string())} aria-rowindex={index}>
            <th scope="rowgroup" colspan={columns.to_string()}>{ words }</th>
        </tr>
    }
}

/// The table in the box in which it scrolls.
pub(super) fn frame(
    by: By,
    class: Classes,
    row_count: Option<String>,
    heads: Vec<Html>,
    body: Html,
) -> Html {
    let (id, label) = match by {
        By::Id(id) => (Some(id.to_owned()), None),
        By::Words(words) => (None, Some(words.to_owned())),
    };
    html! {
        <div class="tw" tabindex="0" role="region" aria-labelledby={id.clone()} aria-label={label.clone()}>
            <table {class} aria-labelledby={id} aria-label={label} aria-rowcount={row_count.clone()}>
                <thead><tr aria-rowindex={row_count.map(|_| "1")}>{ for heads }</tr></thead>
                { body }
            </table>
        </div>
    }
}
