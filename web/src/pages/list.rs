//! A list as it was pasted or opened, how it is read, and what both dialogs with a list show of it: the questions
//! that only the user can answer, and what became of its lines.

use crate::parts::{Icon, small_icon};
use crate::state::{Ctx, ListFile, Same};
use centering_core::calendar::Date;
use centering_core::intake::{
    Candidate, Column, DateExample, DateOrder, DateRead, Intake, NearPlace, Question, Reading,
    Table, decode, read_enrolments,
};
use centering_core::plan::{LocationId, Plan};
use centering_words::Lang;
use std::rc::Rc;
use yew::prelude::*;

/// A value of a column is shown up to so many characters.
const MOST_SHOWN: usize = 40;
/// Of the days that are asked about, so many are shown.
const DAYS_SHOWN: usize = 4;

/// A list, and how it is read.
#[derive(Clone, PartialEq)]
pub struct List {
    /// The name of the file from which it comes.
    pub file: Option<String>,
    pub table: Rc<Table>,
    pub reading: Reading,
}

impl List {
    pub fn read(text: &str, file: Option<String>, plan: &Plan) -> Self {
        let table = Table::read(text);
        let reading = Reading::guess(&table, plan);
        Self {
            file,
            table: Rc::new(table),
            reading,
        }
    }

    /// The list in a file.
    pub fn open(file: &ListFile, plan: &Plan) -> Self {
        Self::read(&decode(&file.bytes), Some(file.name.clone()), plan)
    }

    /// The same list with another text in a cell; it is read in the same way.
    pub fn mended(&self, line: usize, position: usize, text: &str) -> Self {
        Self {
            table: Rc::new(self.table.mended(line, position, text)),
            ..self.clone()
        }
    }

    /// The same list, read in another way.
    pub fn with(&self, reading: Reading) -> Self {
        Self {
            reading,
            ..self.clone()
        }
    }

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
            list.as_ref().map(|list| {
                let mut reading = list.reading.clone();
                reading.default_location = (!location.is_empty()).then(|| location.clone());
                read_enrolments(&list.table, &reading, &plan.0, *today)
            })
        },
    )
}

/// What became of the lines; before the questions are answered only how many there are. It is said aloud when it
/// changes, and nothing else of a list is.
pub fn line_count(lang: Lang, intake: Option<&Intake>) -> Html {
    let text = intake.map(|intake| {
        if intake.is_open {
            lang.import_lines_before(intake.lines.total)
        } else {
            lang.import_lines(intake.lines)
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

/// Why the list cannot be used yet.
pub fn why_off(lang: Lang, intake: Option<&Intake>) -> Html {
    html! {
        if let (Some(id), Some(intake)) = (why_off_id(intake), intake) {
            <span class="small" {id}>{ lang.import_answer_first(intake.questions.len()) }</span>
        }
    }
}

/// The questions of a list, answered or not.
pub fn questions(lang: Lang, list: &List, intake: &Intake, onanswer: &Callback<List>) -> Html {
    html! {
        { for intake.questions.iter().map(|question| match question {
            Question::Column(kind, candidates) => about_column(lang, list, *kind, candidates, onanswer),
            Question::DateOrder(example) => about_dates(lang, list, example, onanswer),
            Question::FarAhead(days) => about_days(lang, list, days, onanswer),
            Question::Place(near) => about_place(lang, list, near, onanswer),
        }) }
    }
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

fn about_days(lang: Lang, list: &List, days: &[DateRead], onanswer: &Callback<List>) -> Html {
    let answer = |is_right: bool, label: &'static str| {
        let mut answered = list.reading.clone();
        answered.far_ahead = Some(is_right);
        let is_chosen = list.reading.far_ahead == Some(is_right);
        choice("list-far", is_chosen, label, list.with(answered), onanswer)
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
    ask(lang.import_are_far(), &hint.join(" "), answers.into_iter())
}

fn about_place(lang: Lang, list: &List, near: &NearPlace, onanswer: &Callback<List>) -> Html {
    let answer = |meant: &LocationId, label: String| {
        let mut answered = list.reading.clone();
        let is_chosen = answered.places.get(&near.id) == Some(meant);
        answered.places.insert(near.id.clone(), meant.clone());
        let name = format!("list-place-{}", near.id);
        choice(name, is_chosen, label, list.with(answered), onanswer)
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

fn about_dates(lang: Lang, list: &List, example: &DateExample, onanswer: &Callback<List>) -> Html {
    let answer = |order: DateOrder, day: Option<Date>| {
        let day = match day {
            Some(day) => lang.day_full(day),
            None => lang.import_no_such_day().to_owned(),
        };
        let label = match order {
            DateOrder::DayFirst => lang.import_day_first(&day),
            DateOrder::MonthFirst => lang.import_month_first(&day),
        };
        let is_chosen = list.reading.order == Some(order);
        let mut answered = list.reading.clone();
        answered.order = Some(order);
        choice(
            "list-order",
            is_chosen,
            label,
            list.with(answered),
            onanswer,
        )
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

fn choice(
    name: impl Into<AttrValue>,
    checked: bool,
    label: impl Into<AttrValue>,
    answered: List,
    onanswer: &Callback<List>,
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
