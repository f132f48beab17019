//! One way to make a table. It is said column by column, each on a line with all that holds for it: what stands above it,
//! the cell of a row, how wide it is, what becomes of it on a phone, how the user sorts by it. Everything else is the
//! same everywhere: a box that scrolls and has a name, a row that is named by its first heading, the button in it, rows
//! that are chosen, totals, what is said when there is no row, copying to Excel.
//!
//! ```ignore
//! let people = columns! { Table::of(|one: &Person| one.id.to_string()).none(lang.nobody());
//!     button(lang.who(), |one| one.alias.to_string(), |one| ctx.on(open(one)));
//!     column(lang.role(), |one| lang.role_name(one.role)).phone(Phone::Run);
//!     number(lang.groups(), |one| one.groups).sort(|one| one.groups).most_first();
//! };
//! people.panel("people-title", lang.people(), &facts.people)
//! ```
//!
//! [`Table::rows`] draws a short table with its screen. [`LongTable`] is for what can be long or is sorted by the user:
//! it draws only the rows near the screen, keeps rows that did not change, and sorts by the columns that say how
//! ([`Table::sort`]). A cell can hold a field ([`super::Typed`], [`super::Figure`]); the arrows go from row to row.

mod copy;
mod draw;
mod long;

pub use draw::{By, panel, show_all};
pub use long::{Heading, LongTable};

use draw::Look;
use std::borrow::Borrow;
use std::cmp::Ordering;
use yew::html::IntoPropValue;
use yew::prelude::*;

/// A table and its columns, each on a line with all that is said of it.
macro_rules! columns {
    ($table:expr; $($column:ident($($said:tt)*) $(.$more:ident($($how:tt)*))*;)*) => {
        $table $(.$column($($said)*) $(.$more($($how)*))*)*
    };
}
pub(crate) use columns;

/// Something of a row.
type Of<'a, R, T> = Box<dyn Fn(&R) -> T + 'a>;

/// How two rows stand to each other in a column.
type Order<'a, R> = Box<dyn Fn(&R, &R) -> Ordering + 'a>;

/// What becomes of a cell on a phone, where a row is a card under its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phone {
    /// A line of its own: the heading, and the cell at the end.
    #[default]
    Line,
    /// As it is, without its heading.
    Bare,
    /// One running text with its neighbours.
    Run,
    /// The same, behind its heading.
    Told,
    /// Under the running text, over the whole width.
    Below,
    /// On the line of the name, right after it.
    Beside,
    /// On the line of the name, at its end.
    Corner,
    /// Not there.
    Hidden,
}

/// The cells of a column.
enum Cell<'a, R> {
    Shows(Of<'a, R, Html>),
    Names(Name<'a, R>),
}

/// The name of a row as a button that chooses or opens it, where it can.
struct Name<'a, R> {
    words: Of<'a, R, String>,
    onclick: Of<'a, R, Option<Callback<MouseEvent>>>,
    /// What it is called, where that is more than its words.
    label: Option<Of<'a, R, String>>,
    id: Option<Of<'a, R, String>>,
}

struct Column<'a, R> {
    look: Look,
    cell: Cell<'a, R>,
    order: Option<Order<'a, R>>,
    /// Sorted by this column it starts with the most.
    most_first: bool,
}

/// What a table with rows `R` says. After a column follows what only it has.
pub struct Table<'a, R> {
    key: Of<'a, R, String>,
    columns: Vec<Column<'a, R>>,
    /// The heading and the text of each column of a copy.
    copies: Vec<(AttrValue, Of<'a, R, String>)>,
    class: Option<&'static str>,
    row_class: Option<Of<'a, R, Option<&'static str>>>,
    chosen: Option<Of<'a, R, bool>>,
    is_whole: bool,
    scrolls: bool,
    /// The column by which it is sorted at first.
    sorted: Option<usize>,
    none: Html,
}

/// The table as a whole.
impl<'a, R> Table<'a, R> {
    /// A table of rows that this tells apart.
    pub fn of(key: impl Fn(&R) -> String + 'a) -> Self {
        Self {
            key: Box::new(key),
            columns: Vec::new(),
            copies: Vec::new(),
            class: None,
            row_class: None,
            chosen: None,
            is_whole: false,
            scrolls: false,
            sorted: None,
            none: Html::default(),
        }
    }

    /// A class of the table.
    pub fn look(mut self, class: &'static str) -> Self {
        self.class = Some(class);
        self
    }

    /// A class of some rows: `grp` for totals, `gone` for what counts no more.
    pub fn row_class(mut self, class: impl Fn(&R) -> Option<&'static str> + 'a) -> Self {
        self.row_class = Some(Box::new(class));
        self
    }

    /// Rows can be chosen; those of a [`LongTable`] say themselves which are.
    pub fn choosable(self) -> Self {
        self.chosen(|_| false)
    }

    /// Rows can be chosen, and these are.
    pub fn chosen(mut self, chosen: impl Fn(&R) -> bool + 'a) -> Self {
        self.chosen = Some(Box::new(chosen));
        self
    }

    /// A click anywhere in a row is one on its button.
    pub fn whole_rows(mut self) -> Self {
        self.is_whole = true;
        self
    }

    /// On a phone it stays a table, that scrolls.
    pub fn scrolls(mut self) -> Self {
        self.scrolls = true;
        self
    }

    /// What is said in its place when it has no row.
    pub fn none(mut self, words: impl IntoPropValue<Html>) -> Self {
        self.none = words.into_prop_value();
        self
    }
}

/// Columns.
impl<'a, R> Table<'a, R> {
    /// A column.
    pub fn column<H: IntoPropValue<Html>>(
        self,
        head: impl Into<AttrValue>,
        cell: impl Fn(&R) -> H + 'a,
    ) -> Self {
        let cell = Cell::Shows(Box::new(move |row: &R| cell(row).into_prop_value()));
        self.with(head.into(), cell)
    }

    /// A column of numbers.
    pub fn number<H: IntoPropValue<Html>>(
        self,
        head: impl Into<AttrValue>,
        cell: impl Fn(&R) -> H + 'a,
    ) -> Self {
        self.column(head, cell).class("num")
    }

    /// What names the row.
    pub fn name<H: IntoPropValue<Html>>(
        self,
        head: impl Into<AttrValue>,
        cell: impl Fn(&R) -> H + 'a,
    ) -> Self {
        self.column(head, cell).naming()
    }

    /// The name of the row as a button, where there is something to do.
    pub fn button<C: Into<Option<Callback<MouseEvent>>>>(
        self,
        head: impl Into<AttrValue>,
        words: impl Fn(&R) -> String + 'a,
        onclick: impl Fn(&R) -> C + 'a,
    ) -> Self {
        let name = Name {
            words: Box::new(words),
            onclick: Box::new(move |row: &R| onclick(row).into()),
            label: None,
            id: None,
        };
        self.with(head.into(), Cell::Names(name)).naming()
    }

    /// A column of buttons, of which the heading is only for screen readers.
    pub fn acts<H: IntoPropValue<Html>>(
        self,
        head: impl Into<AttrValue>,
        cell: impl Fn(&R) -> H + 'a,
    ) -> Self {
        self.column(head, cell).silent().phone(Phone::Bare)
    }

    /// A column of words that are copied as well.
    pub fn words(self, head: &'static str, text: impl Fn(&R) -> String + Clone + 'a) -> Self {
        self.column(head, text.clone()).copied(text)
    }

    /// A column that only the copy has, in this place.
    pub fn copy<C: Into<Option<String>>>(
        mut self,
        head: impl Into<AttrValue>,
        text: impl Fn(&R) -> C + 'a,
    ) -> Self {
        let text = move |row: &R| text(row).into().unwrap_or_default();
        self.copies.push((head.into(), Box::new(text)));
        self
    }

    fn with(mut self, head: AttrValue, cell: Cell<'a, R>) -> Self {
        self.columns.push(Column {
            look: Look::of(head),
            cell,
            order: None,
            most_first: false,
        });
        self
    }
}

/// What is said of the last column.
impl<'a, R> Table<'a, R> {
    fn said(mut self, say: impl FnOnce(&mut Column<'a, R>)) -> Self {
        if let Some(column) = self.columns.last_mut() {
            say(column);
        }
        self
    }

    fn said_of_name(self, say: impl FnOnce(&mut Name<'a, R>)) -> Self {
        self.said(|column| {
            if let Cell::Names(name) = &mut column.cell {
                say(name);
            }
        })
    }

    /// It names its row.
    pub fn naming(self) -> Self {
        self.said(|column| column.look.is_name = true)
    }

    /// Its heading is only for screen readers.
    pub fn silent(self) -> Self {
        self.said(|column| column.look.is_silent = true)
    }

    /// What becomes of it on a phone.
    pub fn phone(self, phone: Phone) -> Self {
        self.said(|column| column.look.phone = phone)
    }

    /// What it is called on a phone, where that is not its heading.
    pub fn called(self, label: &'static str) -> Self {
        self.said(|column| column.look.label = label.into())
    }

    /// Its words stay on one line.
    pub fn nowrap(self) -> Self {
        self.said(|column| column.look.cell_class.push("nw"))
    }

    /// A dash stands where there is nothing.
    pub fn dash(self) -> Self {
        self.said(|column| column.look.dash = true)
    }

    /// Only where there is room: not on a tablet.
    pub fn roomy(self) -> Self {
        self.class("roomy")
    }

    /// A class of its heading and its cells.
    pub fn class(self, class: &'static str) -> Self {
        self.said(|column| column.look.class.push(class))
    }

    /// What the button of a row is called, where that is more than its words.
    pub fn button_label(self, words: impl Fn(&R) -> String + 'a) -> Self {
        self.said_of_name(|name| name.label = Some(Box::new(words)))
    }

    /// The id of the button of a row.
    pub fn button_id(self, id: impl Fn(&R) -> String + 'a) -> Self {
        self.said_of_name(|name| name.id = Some(Box::new(id)))
    }

    /// It is copied as well, as this.
    pub fn copied<C: Into<Option<String>>>(self, text: impl Fn(&R) -> C + 'a) -> Self {
        let head = self.columns.last().map(|column| column.look.head.clone());
        self.copy(head.unwrap_or_default(), text)
    }

    /// The user can sort by it, by this of a row. Rows that are equal keep their order.
    pub fn sort<K: Ord>(self, key: impl Fn(&R) -> K + 'a) -> Self {
        let order = move |one: &R, other: &R| key(one).cmp(&key(other));
        self.said(|column| column.order = Some(Box::new(order)))
    }

    /// Sorted by it, the table starts with the most.
    pub fn most_first(self) -> Self {
        self.said(|column| column.most_first = true)
    }

    /// The table is sorted by it until the user sorts.
    pub fn sorted(mut self) -> Self {
        self.sorted = self.columns.len().checked_sub(1);
        self
    }
}

/// Drawing.
impl<R> Table<'_, R> {
    /// The table with these rows.
    pub fn rows(&self, by: By, rows: impl IntoIterator<Item = impl Borrow<R>>) -> Html {
        self.whole(by, self.part(rows).collect())
    }

    /// A panel with its heading, and the table in it.
    pub fn panel(
        &self,
        id: &'static str,
        title: impl Into<AttrValue>,
        rows: impl IntoIterator<Item = impl Borrow<R>>,
    ) -> Html {
        panel(id, title, Html::default(), self.rows(By::Id(id), rows))
    }

    /// The table with parts, each under a heading.
    pub fn parts<P: IntoIterator<Item = impl Borrow<R>>>(
        &self,
        by: By,
        parts: impl IntoIterator<Item = (&'static str, P)>,
    ) -> Html {
        let mut drawn = Vec::new();
        for (words, rows) in parts {
            let columns = self.columns.len();
            drawn.push(draw::heading_row(
                words.to_owned(),
                html! { words },
                None,
                columns,
            ));
            drawn.extend(self.part(rows));
        }
        self.whole(by, drawn)
    }

    fn part(&self, rows: impl IntoIterator<Item = impl Borrow<R>>) -> impl Iterator<Item = Html> {
        rows.into_iter().map(|row| {
            let row = row.borrow();
            let is_chosen = self.chosen.as_ref().is_some_and(|chosen| chosen(row));
            self.row(row, is_chosen, None)
        })
    }

    fn whole(&self, by: By, rows: Vec<Html>) -> Html {
        if rows.is_empty() {
            return draw::nothing(&self.none);
        }
        let columns = self.columns.iter();
        let heads = columns.map(|column| draw::head(&column.look, None));
        let body = html! { <tbody>{ for rows }</tbody> };
        draw::frame(by, self.classes(), None, heads.collect(), body)
    }

    /// Where the last cell stands that is a piece of running text on a phone.
    fn last_run(&self) -> Option<usize> {
        let mut columns = self.columns.iter();
        columns.rposition(|column| matches!(column.look.phone, Phone::Run | Phone::Told))
    }

    fn classes(&self) -> Classes {
        let cards = (!self.scrolls).then_some("cards");
        let flow = self.last_run().map(|_| "flow");
        classes!("tb", cards, flow, self.class)
    }

    /// A row; of a long table at its position among all.
    fn row(&self, row: &R, is_chosen: bool, position: Option<usize>) -> Html {
        let pressed = self.chosen.as_ref().map(|_| is_chosen.to_string());
        let last_run = self.last_run();
        let mut whole = None;
        let cells = self.columns.iter().enumerate().map(|(place, column)| {
            let content = match &column.cell {
                Cell::Shows(cell) => cell(row),
                Cell::Names(name) => {
                    let mut onclick = (name.onclick)(row);
                    let can_do = onclick.is_some();
                    if self.is_whole {
                        whole = onclick.take();
                    }
                    let [label, id] = [&name.label, &name.id].map(|of| Some(of.as_ref()?(row)));
                    let words = (name.words)(row);
                    match can_do {
                        true => html! { <button type="button" class="rowbtn" {id} aria-label={label} aria-pressed={pressed.clone()} {onclick}>{ words }</button> },
                        false => html! { words },
                    }
                }
            };
            draw::cell(&column.look, content, last_run.is_some_and(|last| place < last))
        });
        let cells = cells.collect();
        let class = self.row_class.as_ref().and_then(|class| class(row));
        let class = classes!(is_chosen.then_some("sel"), class);
        draw::row((self.key)(row), class, position, whole, cells)
    }

    /// These rows as Excel takes them from the clipboard.
    pub fn tab_separated(&self, rows: impl IntoIterator<Item = impl Borrow<R>>) -> String {
        let heads = self.copies.iter().map(|(head, _)| head.as_str());
        let mut lines = vec![copy::line(heads)];
        lines.extend(rows.into_iter().map(|row| {
            let cells = self.copies.iter().map(|(_, text)| text(row.borrow()));
            copy::line(cells)
        }));
        lines.join("\r\n")
    }
}
