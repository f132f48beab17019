//! Tables that can be long, and tables that the user sorts.

use super::draw::{self, By, Sorting};
use super::{Column, Table};
use crate::parts::form::choose;
use crate::parts::typed::Walk;
use crate::parts::{Rows, setter, use_rows};
use crate::state::Same;
use centering_words::Lang;
use std::ops::Range;
use yew::prelude::*;

/// The heading of the rows from a place on.
#[derive(Clone, PartialEq)]
pub struct Heading {
    /// The place of the first of them.
    pub before: usize,
    pub words: Html,
}

#[derive(PartialEq, Properties)]
pub struct LongProps<I: PartialEq + 'static, R: PartialEq + 'static> {
    pub lang: Lang,
    /// What it says; the same object as long as it says the same, so that rows that did not change stay.
    pub table: Same<Table<'static, R>>,
    /// The id of the heading that names it.
    pub id: AttrValue,
    /// What there is a row of. Rows keep their places as long as it is the same object, whatever is typed in them, until
    /// the user sorts.
    pub items: Same<Vec<I>>,
    /// The row of an item, and whether it is chosen; asked only for rows that are drawn, and for all to sort them.
    pub row: Callback<I, Option<(R, bool)>>,
    /// Headings between the rows, in order; rows are sorted under each.
    #[prop_or_default]
    pub headings: Vec<Heading>,
    /// The key of the row of which the button is to take focus, though it may not be drawn.
    #[prop_or_default]
    pub wanted: Option<String>,
    /// About the height of a row in pixels, until one was measured.
    #[prop_or(38)]
    pub height: u32,
}

/// The column by which rows are sorted, if any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sort {
    column: usize,
    descending: bool,
}

impl Sort {
    /// By another column, or the other way round by the same.
    fn by<R>(now: Option<Self>, column: usize, of: &Column<'_, R>) -> Self {
        let descending = match now {
            Some(now) if now.column == column => !now.descending,
            _ => of.most_first,
        };
        Self { column, descending }
    }
}

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// The heading at this place.
    Heading(usize),
    /// The item at this place.
    Item(usize),
}

/// So many items under headings that begin before these, each part in the order of `sorted`.
fn lines(
    count: usize,
    begins: &[usize],
    mut sorted: impl FnMut(Range<usize>) -> Vec<usize>,
) -> Vec<Line> {
    let mut lines = Vec::new();
    let first = begins.first().copied().unwrap_or(count);
    lines.extend(sorted(0..first.min(count)).into_iter().map(Line::Item));
    for (place, begin) in begins.iter().enumerate() {
        let end = begins.get(place + 1).copied().unwrap_or(count);
        lines.push(Line::Heading(place));
        lines.extend(sorted(*begin..end).into_iter().map(Line::Item));
    }
    lines
}

/// A table of which only the rows near the screen are drawn.
#[component]
pub fn LongTable<I, R>(props: &LongProps<I, R>) -> Html
where
    I: Clone + PartialEq + 'static,
    R: PartialEq + 'static,
{
    let table = &props.table.0;
    let items = &props.items.0;
    let sort = use_state_eq(|| {
        let column = table.sorted?;
        let descending = table.columns.get(column)?.most_first;
        Some(Sort { column, descending })
    });
    let begins: Vec<usize> = props
        .headings
        .iter()
        .map(|heading| heading.before)
        .collect();
    let lines = use_memo(
        (props.items.clone(), *sort, begins),
        |(items, sort, begins)| {
            let order =
                sort.and_then(|sort| Some((sort, table.columns.get(sort.column)?.order.as_ref()?)));
            lines(items.0.len(), begins, |places| match order {
                None => places.collect(),
                Some((sort, order)) => {
                    let row = |place: usize| {
                        Some((place, props.row.emit(items.0.get(place)?.clone())?.0))
                    };
                    let mut rows: Vec<(usize, R)> = places.filter_map(row).collect();
                    rows.sort_by(|(_, one), (_, other)| match sort.descending {
                        true => order(one, other).reverse(),
                        false => order(one, other),
                    });
                    rows.into_iter().map(|(place, _)| place).collect()
                }
            })
        },
    );
    let body = use_node_ref();
    let drawn = use_rows(&body, lines.len(), props.height);
    let walk = use_walk(&drawn, lines.len());
    {
        let (lines, drawn) = (lines.clone(), drawn.clone());
        let (table, items, row) = (table.clone(), items.clone(), props.row.clone());
        use_effect_with(props.wanted.clone(), move |wanted| {
            let Some(wanted) = wanted else {
                return;
            };
            let is_wanted = |line: &Line| match line {
                Line::Heading(_) => false,
                Line::Item(place) => {
                    let found = items.get(*place).and_then(|item| row.emit(item.clone()));
                    found.is_some_and(|(row, _)| (table.key)(&row) == *wanted)
                }
            };
            if let Some(position) = lines.iter().position(is_wanted) {
                drawn.focus(position, ".rowbtn");
            }
        });
    }
    if items.is_empty() {
        return draw::nothing(&table.none);
    }
    let columns = table.columns.len();
    let line = |position: usize| match lines.get(position) {
        None => Html::default(),
        Some(Line::Heading(place)) => {
            props
                .headings
                .get(*place)
                .map_or_else(Html::default, |heading| {
                    draw::heading_row(
                        format!("before {}", heading.before),
                        heading.words.clone(),
                        Some(position),
                        columns,
                    )
                })
        }
        Some(Line::Item(place)) => {
            let row = items
                .get(*place)
                .and_then(|item| props.row.emit(item.clone()));
            row.map_or_else(Html::default, |(row, is_chosen)| {
                let key = (table.key)(&row);
                html! { <LongRow<R> {key} table={props.table.clone()} {row} {is_chosen} {position} /> }
            })
        }
    };
    let heads = table.columns.iter().enumerate().map(|(place, column)| {
        let sorting = column.order.as_ref().map(|_| {
            let now = sort.filter(|sort| sort.column == place);
            let to = Sort::by(*sort, place, column);
            let sort = sort.setter();
            Sorting {
                descending: now.map(|sort| sort.descending),
                onclick: Callback::from(move |_| sort.set(Some(to))),
            }
        });
        draw::head(&column.look, sorting)
    });
    let sorts = choice(props.lang, &table.columns, &sort);
    let rows = html! { <tbody ref={body}>{ drawn.body(columns, line) }</tbody> };
    let count = Some(drawn.row_count(1));
    let table = draw::frame(
        By::Id(&props.id),
        table.classes(),
        count,
        heads.collect(),
        rows,
    );
    html! { <ContextProvider<Walk> context={walk}>{ sorts }{ table }</ContextProvider<Walk>> }
}

/// What a phone has in place of the headings that sort, which do not show there.
fn choice(
    lang: Lang,
    columns: &[Column<'_, impl Sized>],
    sort: &UseStateHandle<Option<Sort>>,
) -> Html {
    let sortable = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.order.is_some());
    let options: Vec<_> = sortable
        .flat_map(|(place, column)| {
            let to = Sort::by(None, place, column);
            [to, Sort::by(Some(to), place, column)].map(Some)
        })
        .collect();
    if options.is_empty() {
        return Html::default();
    }
    let words = |to: &Option<Sort>| {
        let column = to.and_then(|to| Some((to, columns.get(to.column)?)));
        column.map_or_else(String::new, |(to, column)| {
            match to.descending == column.most_first {
                true => column.look.head.to_string(),
                false => lang.sort_back(&column.look.head),
            }
        })
    };
    let list = choose(options, &**sort, words, setter(sort)).filter(lang.sort_by());
    html! { <div class="tbar only-s">{ list }</div> }
}

/// Goes from a field in one row to that in the next, also where that is not drawn.
#[hook]
fn use_walk(drawn: &Rows, count: usize) -> Walk {
    // The rows as they are by then: what is handed on stays the same.
    let latest = use_mut_ref(|| (drawn.clone(), count));
    *latest.borrow_mut() = (drawn.clone(), count);
    let walk = use_callback((), move |(from, by): (usize, i32), ()| {
        let (rows, count) = &*latest.borrow();
        let to = from.checked_add_signed(by as isize);
        // At the ends focus goes back to where it was.
        let to = to.filter(|row| row < count).unwrap_or(from);
        rows.focus(to, "[data-typed]");
    });
    Walk(walk)
}

#[derive(PartialEq, Properties)]
struct RowProps<R: PartialEq + 'static> {
    table: Same<Table<'static, R>>,
    row: R,
    is_chosen: bool,
    position: usize,
}

/// A row that is drawn again only when what it shows changed.
#[component]
fn LongRow<R: PartialEq + 'static>(props: &RowProps<R>) -> Html {
    let table = &props.table.0;
    table.row(&props.row, props.is_chosen, Some(props.position))
}

#[cfg(test)]
mod tests {
    use super::Line::{Heading, Item};
    use super::*;

    fn table() -> Table<'static, u32> {
        Table::of(u32::to_string)
            .name("a", u32::to_string)
            .sort(|row| *row)
            .sorted()
            .number("b", |row| *row)
            .sort(|row| *row)
            .most_first()
    }

    #[test]
    fn the_same_column_again_turns_the_order() {
        let table = table();
        let by = |now, column: usize| Sort::by(now, column, &table.columns[column]);
        let first = by(None, 0);
        assert!(!first.descending);
        assert!(by(Some(first), 0).descending);
        assert!(by(Some(first), 1).descending);
        assert!(!by(Some(by(Some(first), 1)), 1).descending);
    }

    #[test]
    fn each_part_is_sorted_under_its_heading() {
        let reversed = |places: Range<usize>| places.rev().collect();
        let all = lines(4, &[0, 3], reversed);
        assert_eq!(
            all,
            [Heading(0), Item(2), Item(1), Item(0), Heading(1), Item(3)]
        );
        assert_eq!(lines(2, &[], reversed), [Item(1), Item(0)]);
        assert_eq!(lines(0, &[], reversed), []);
    }

    #[test]
    fn a_copy_has_a_line_for_each_row_and_no_cell_moves() {
        let table = Table::of(|row: &&str| (*row).to_owned())
            .words("a\tb", |row| (*row).to_owned())
            .copy("c", |_| "\n".to_owned());
        assert_eq!(
            table.tab_separated(["x\ty", "z"]),
            "a b\tc\r\nx y\t \r\nz\t "
        );
    }
}
