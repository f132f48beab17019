//! A list of families or of groups as it was pasted or opened, how it is read, and what the dialogs with a list show of
//! it: the questions that only the user can answer, the cells to mend, the dates as they are read, and what became of
//! its lines.

use crate::parts::table::{By, Table as Grid, columns};
use crate::parts::{Icon, Typed, small_icon};
use crate::state::{Action, Ctx, ListFile, Same};
use centering_core::calendar::Date;
use centering_core::intake::{
    Answers, Candidate, Column, DateExample, DateOrder, DateRead, GroupReading, Intake, LineCount,
    NearPlace, Question, Reading, Table, decode, read_enrolments,
};
use centering_core::plan::{LocationId, Plan};
use centering_words::Lang;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// A value of a column is shown up to so many characters.
const MOST_SHOWN: usize = 40;
/// Of the days that are asked about, so many are shown.
const DAYS_SHOWN: usize = 4;
/// At most this many lines of a kind are listed.
pub const MOST_LISTED: usize = 50;
/// So many dates as they are read are shown without opening them.
const FEW_DATES: usize = 6;

/// How a list of some kind is read.
pub trait Read: Clone {
    /// Guesses it.
    fn guess(table: &Table, plan: &Plan) -> Self;
    /// What the user said of its cells.
    fn answers(&mut self) -> &mut Answers;
}

impl Read for Reading {
    fn guess(table: &Table, plan: &Plan) -> Self {
        Self::guess(table, plan)
    }

    fn answers(&mut self) -> &mut Answers {
        &mut self.answers
    }
}

impl Read for GroupReading {
    fn guess(table: &Table, plan: &Plan) -> Self {
        Self::guess(table, plan)
    }

    fn answers(&mut self) -> &mut Answers {
        &mut self.answers
    }
}

/// A list, and how it is read.
#[derive(Clone, PartialEq)]
pub struct List<R = Reading> {
    /// The name of the file from which it comes.
    pub file: Option<String>,
    pub table: Rc<Table>,
    pub reading: R,
}

impl<R: Read> List<R> {
    pub fn read(text: &str, file: Option<String>, plan: &Plan) -> Self {
        let table = Table::read(text);
        let reading = R::guess(&table, plan);
        Self {
            file,
            table: Rc::new(table),
            reading,
        }
    }

    /// What was pasted; `None` where that is nothing.
    pub fn pasted(event: &InputEvent, plan: &Plan) -> Option<Self> {
        let area: web_sys::HtmlTextAreaElement = event.target_unchecked_into();
        let text = area.value();
        (!text.trim().is_empty()).then(|| Self::read(&text, None, plan))
    }

    /// The list in a file.
    pub fn open(file: &ListFile, plan: &Plan) -> Self {
        Self::read(&decode(&file.bytes), Some(file.name.clone()), plan)
    }

    /// The same list with another text in a cell; it is read in the same way.
    pub fn mended(&self, (line, position, text): &Mended) -> Self {
        Self {
            table: Rc::new(self.table.mended(*line, *position, text)),
            ..self.clone()
        }
    }

    /// The same list, read in another way.
    pub fn with(&self, reading: R) -> Self {
        Self {
            reading,
            ..self.clone()
        }
    }

    /// How it is read with this location for its rows without one; none where that is blank.
    pub fn located(&self, location: &str) -> R {
        let mut reading = self.reading.clone();
        let location = location.trim();
        reading.answers().location = (!location.is_empty()).then(|| location.to_owned());
        reading
    }
}

impl List {
    /// What the user calls a column: its heading, or otherwise its number.
    pub fn column_label(&self, lang: Lang, position: usize) -> String {
        let headings = self.reading.headings;
        headings
            .and_then(|row| self.table.rows.get(row))
            .and_then(|row| row.cells.get(position))
            .filter(|heading| !heading.is_empty())
            .cloned()
            .unwrap_or_else(|| lang.import_column_number(position + 1))
    }
}

/// What a list gives, read again only when the list, the location for its rows, the plan or the day changes.
#[hook]
pub fn use_intake(list: &Option<List>, location: &str, ctx: &Ctx) -> Rc<Option<Intake>> {
    let model = &ctx.model;
    let (list, location) = (list.clone(), location.trim().to_owned());
    use_memo(
        (list, location, Same(model.plan.clone()), model.today),
        |(list, location, plan, today)| {
            list.as_ref()
                .map(|list| read_enrolments(&list.table, &list.located(location), &plan.0, *today))
        },
    )
}

/// What became of the lines; before the questions are answered only how many there are. It is said aloud when it
/// changes, and nothing else of a list is.
pub fn line_count(lang: Lang, read: Option<(LineCount, bool)>) -> Html {
    let text = read.map(|(lines, is_open)| {
        if is_open {
            lang.import_lines_before(lines.total)
        } else {
            lang.import_lines(lines)
        }
    });
    html! { <p class="small" id="list-lines" role="status" tabindex="-1">{ text }</p> }
}

/// The id of [`why_off`] for the button that it describes, while it is there.
pub fn why_off_id(intake: Option<&Intake>) -> Option<&'static str> {
    intake
        .is_some_and(|intake| intake.is_open)
        .then_some("list-open")
}

/// Why a list of families cannot be used yet.
pub fn why_off(lang: Lang, intake: Option<&Intake>) -> Html {
    html! {
        if let (Some(id), Some(intake)) = (why_off_id(intake), intake) {
            <span class="small why-off" {id}>{ lang.import_answer_first(intake.questions.len()) }</span>
        }
    }
}

/// The questions of a list of families, answered or not.
pub fn questions(lang: Lang, list: &List, intake: &Intake, onlist: &Callback<List>) -> Html {
    let columns = intake
        .questions
        .iter()
        .filter_map(|question| match question {
            Question::Column(kind, candidates) => {
                Some(about_column(lang, list, *kind, candidates, onlist))
            }
            _ => None,
        });
    html! { <>{ for columns }{ about_cells(lang, list, &intake.questions, onlist) }</> }
}

/// What is asked about the cells of every list.
pub fn about_cells<R: Read + 'static>(
    lang: Lang,
    list: &List<R>,
    questions: &[Question],
    onlist: &Callback<List<R>>,
) -> Html {
    let mut reading = list.reading.clone();
    let answers = reading.answers().clone();
    let onanswer = {
        let list = list.clone();
        onlist.reform(move |answers: Answers| {
            let mut reading = list.reading.clone();
            *reading.answers() = answers;
            list.with(reading)
        })
    };
    let asked = questions.iter().filter_map(|question| match question {
        Question::Column(..) => None,
        Question::DateOrder(example) => Some(about_dates(lang, &answers, example, &onanswer)),
        Question::FarAhead(days) => Some(about_days(lang, &answers, days, &onanswer)),
        Question::Place(near) => Some(about_place(lang, &answers, near, &onanswer)),
    });
    html! { { for asked } }
}

fn about_column(
    lang: Lang,
    list: &List,
    kind: Column,
    candidates: &[Candidate],
    onanswer: &Callback<List>,
) -> Html {
    let reading = &list.reading;
    let answer = |position: Option<usize>, label: String| {
        let is_chosen = reading.is_said(kind) && reading.position(kind) == position;
        let answered = reading.clone().with_answer(kind, position);
        let name = format!("list-{kind:?}");
        choice(name, is_chosen, label, list.with(answered), onanswer)
    };
    let columns = candidates.iter().map(|candidate| {
        let column = list.column_label(lang, candidate.position);
        let values: Vec<String> = candidate
            .values
            .iter()
            .map(|value| shortened(value))
            .collect();
        answer(
            Some(candidate.position),
            format!("{column}: {}", values.join(", ")),
        )
    });
    let none = (kind == Column::Location && !candidates.is_empty())
        .then(|| answer(None, lang.import_no_location().to_owned()));
    let (question, hint) = lang.import_which_column(kind, candidates.len());
    ask(question, hint, columns.chain(none))
}

fn about_days(
    lang: Lang,
    answers: &Answers,
    days: &[DateRead],
    onanswer: &Callback<Answers>,
) -> Html {
    let answer = |is_right: bool, label: &'static str| {
        let mut answered = answers.clone();
        answered.far_ahead = Some(is_right);
        let is_chosen = answers.far_ahead == Some(is_right);
        choice("list-far", is_chosen, label, answered, onanswer)
    };
    let shown = days.iter().take(DAYS_SHOWN);
    let shown = shown.map(|day| lang.import_far_day(day.line, &lang.day_full(day.date)));
    let more = days.len().saturating_sub(DAYS_SHOWN);
    let more = (more > 0).then(|| lang.import_more_faults(more));
    let hint: Vec<String> = shown.chain(more).collect();
    let answers = [
        answer(true, lang.import_far_right()),
        answer(false, lang.import_far_wrong()),
    ];
    ask(
        lang.import_are_far(days.len()),
        &hint.join(" "),
        answers.into_iter(),
    )
}

fn about_place(
    lang: Lang,
    answers: &Answers,
    near: &NearPlace,
    onanswer: &Callback<Answers>,
) -> Html {
    let answer = |meant: &LocationId, label: String| {
        let mut answered = answers.clone();
        let is_chosen = answered.places.get(&near.id) == Some(meant);
        answered.places.insert(near.id.clone(), meant.clone());
        let name = format!("list-place-{}", near.id);
        choice(name, is_chosen, label, answered, onanswer)
    };
    let name = shortened(&near.name);
    let answers = [
        answer(&near.known, lang.import_same_place(&near.known_name)),
        answer(&near.id, lang.import_other_place(&name)),
    ];
    ask(
        lang.import_is_place(&name, &near.known_name),
        &lang.import_place_rows(near.rows),
        answers.into_iter(),
    )
}

fn about_dates(
    lang: Lang,
    answers: &Answers,
    example: &DateExample,
    onanswer: &Callback<Answers>,
) -> Html {
    let answer = |order: DateOrder, day: Option<Date>| {
        let day = match day {
            Some(day) => lang.day_full(day),
            None => lang.import_no_such_day().to_owned(),
        };
        let label = match order {
            DateOrder::DayFirst => lang.import_day_first(&day),
            DateOrder::MonthFirst => lang.import_month_first(&day),
        };
        let is_chosen = answers.order == Some(order);
        let mut answered = answers.clone();
        answered.order = Some(order);
        choice("list-order", is_chosen, label, answered, onanswer)
    };
    let answers = [
        answer(DateOrder::DayFirst, example.day_first),
        answer(DateOrder::MonthFirst, Some(example.month_first)),
    ];
    ask(
        lang.import_which_order(),
        &lang.import_order_hint(&example.cell),
        answers.into_iter(),
    )
}

/// A cell that cannot be read.
#[derive(Clone, PartialEq)]
pub struct Wrong {
    pub line: usize,
    /// Where the cell stands that can mend it.
    pub position: Option<usize>,
    pub column: String,
    pub value: String,
    /// What is wrong with it.
    pub why: String,
}

/// A line, the place of a cell in it, and what stands there now.
pub type Mended = (usize, usize, String);

#[derive(PartialEq, Properties)]
pub struct FaultsProps {
    pub lang: Lang,
    pub act: Callback<Action>,
    pub title: String,
    pub faults: Vec<Wrong>,
    pub onmend: Callback<Mended>,
}

/// The cells that cannot be read, each with a field: what is mended counts at once.
#[component]
pub fn Faults(props: &FaultsProps) -> Html {
    let lang = props.lang;
    let place = use_node_ref();
    {
        let place = place.clone();
        let cells = props
            .faults
            .iter()
            .map(|fault| (fault.line, fault.position));
        use_effect_with(cells.collect::<Vec<_>>(), move |_| keep_focus(&place));
    }
    let faults = &props.faults;
    let label = |fault: &Wrong| lang.import_mend(&fault.column, fault.line);
    let hint_id = |fault: &Wrong| match fault.position {
        Some(position) => format!("fault-{}-{position}", fault.line),
        None => format!("fault-{}", fault.line),
    };
    let table = columns! { Grid::of(|fault: &Wrong| format!("{} {}", fault.line, fault.column));
        name(lang.import_where(), label);
        column(lang.found(), |fault| mend(props, fault, label(fault), hint_id(fault)));
        column(lang.expected(), |fault| html! { <span id={hint_id(fault)}>{ &fault.why }</span> }).class("wrap");
    };
    html! {
        <div ref={place}>
            if !faults.is_empty() {
                <section class="stack t" aria-labelledby="faults">
                    <div class="note warn">
                        { small_icon(Icon::Warn) }
                        <div class="stack xt">
                            <b id="faults">{ &props.title }</b>
                            <span>{ lang.import_faults_hint() }</span>
                        </div>
                    </div>
                    { table.rows(By::Id("faults"), faults.iter().take(MOST_LISTED)) }
                    { more(lang, faults.len()) }
                </section>
            }
        </div>
    }
}

/// The cell of a line in a field, where one cell can mend the line.
fn mend(props: &FaultsProps, fault: &Wrong, label: String, hint_id: String) -> Html {
    let Some(position) = fault.position else {
        return html! { <q>{ &fault.value }</q> };
    };
    let onset = {
        let (onmend, line) = (props.onmend.clone(), fault.line);
        Callback::from(move |text: String| {
            onmend.emit((line, position, text));
            Ok(())
        })
    };
    html! {
        <Typed name={format!("line {} {position}", fault.line)} input_class="cell" value={fault.value.clone()} {onset} act={props.act.clone()}
            {label} {hint_id} />
    }
}

/// When the line with focus is gone because it is right now, focus goes to the last one that is left, or to the count
/// of lines.
fn keep_focus(place: &NodeRef) {
    let Some(place) = place.cast::<web_sys::Element>() else {
        return;
    };
    let root = place.get_root_node().dyn_into::<web_sys::ShadowRoot>();
    let Ok(root) = root else {
        return;
    };
    let focused = root.active_element();
    if focused.is_some_and(|element| element.tag_name() != "DIALOG") {
        return;
    }
    let left = place.query_selector("tr:last-child input").ok().flatten();
    let found = left.or_else(|| root.get_element_by_id("list-lines"));
    if let Some(element) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        // An element that cannot take focus leaves it where it is.
        let _ = element.focus();
    }
}

/// How many are not listed.
pub fn more(lang: Lang, all: usize) -> Html {
    html! {
        if all > MOST_LISTED {
            <p class="small muted">{ lang.import_more_faults(all - MOST_LISTED) }</p>
        }
    }
}

/// The dates that are written in another way, as they are read.
pub fn dates(lang: Lang, dates: &[DateRead]) -> Html {
    if dates.is_empty() {
        return Html::default();
    }
    let shown = dates.iter().take(MOST_LISTED).map(|read| {
        html! { <li>{ lang.import_read_as(read.line, &read.cell, &lang.day_typed(read.date)) }</li> }
    });
    html! {
        <details class="more" open={dates.len() <= FEW_DATES}>
            <summary>{ lang.import_dates(dates.len()) }</summary>
            <ul class="small">{ for shown }</ul>
            { more(lang, dates.len()) }
        </details>
    }
}

fn ask(question: impl Into<AttrValue>, hint: &str, answers: impl Iterator<Item = Html>) -> Html {
    html! {
        <div class="note warn">
            { small_icon(Icon::Help) }
            <fieldset class="stack t part">
                <legend>{ question.into() }</legend>
                <p class="small">{ hint }</p>
                { for answers }
            </fieldset>
        </div>
    }
}

fn choice<T: Clone + 'static>(
    name: impl Into<AttrValue>,
    checked: bool,
    label: impl Into<AttrValue>,
    answered: T,
    onanswer: &Callback<T>,
) -> Html {
    let onchange = {
        let onanswer = onanswer.clone();
        Callback::from(move |_: Event| onanswer.emit(answered.clone()))
    };
    html! {
        <label class="check"><input type="radio" name={name.into()} {checked} {onchange} /><span>{ label.into() }</span></label>
    }
}

/// The start of a value that is long, or that has several lines.
fn shortened(value: &str) -> String {
    let line = value.lines().next().unwrap_or_default();
    let mut start: String = line.chars().take(MOST_SHOWN).collect();
    if start.len() < value.len() {
        start.push('…');
    }
    start
}
