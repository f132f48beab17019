//! The columns of the table of enrolments, with the cells that are edited in place. A new one is a line in [`table`].

use crate::parts::form::{choose, or_none};
use crate::parts::table::{Table, columns};
use crate::parts::{Icon, Typed, small_icon, ticked};
use crate::state::{Action, Dialog, Page, Selection};
use centering_core::calendar::Date;
use centering_core::cohort::IntakeState;
use centering_core::edit::Edit;
use centering_core::intake::{DateOrder, read_birth};
use centering_core::plan::{Enrolment, EnrolmentCode, GroupId, IntakeStatus, LocationId, Route};
use centering_words::Lang;
use std::rc::Rc;
use yew::prelude::*;

/// Above so many locations each row would hold a list too long to look through; the dialog has it.
const MOST_CHOICES: usize = 30;

/// Everything that one row shows.
#[derive(Clone, Debug, PartialEq)]
pub struct RowFacts {
    pub family: Enrolment,
    pub state: IntakeState,
    pub group: Option<GroupId>,
}

/// What the cells need besides their row.
#[derive(Clone)]
pub struct Columns {
    pub lang: Lang,
    pub today: Option<Date>,
    /// All locations with their names.
    pub locations: Rc<Vec<(LocationId, String)>>,
    pub act: Callback<Action>,
}

/// The table; all cells of a row are about its family.
pub fn table(columns: Columns) -> Table<'static, RowFacts> {
    let (lang, act) = (columns.lang, columns.act.clone());
    let columns = Rc::new(columns);
    let cell = |of: fn(&Columns, &RowFacts) -> Html| {
        let columns = columns.clone();
        move |row: &RowFacts| of(&columns, row)
    };
    let code = |row: &RowFacts| row.family.code.to_string();
    let open = move |row: &RowFacts| {
        let (act, code) = (act.clone(), row.family.code.clone());
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::Open(Dialog::Family(Some(code.clone()))));
        })
    };
    columns! { Table::of(code).look("itable").row_class(|row| (row.state == IntakeState::Stopped).then_some("gone"));
        button(lang.code(), code, open).button_label(move |row| lang.change_family(row.family.code.as_str())).sort(|row| row.family.code.clone());
        column(lang.born_or_due(), cell(birth)).sort(|row| row.family.birth).sorted();
        column(lang.location(), cell(location)).sort(|row| row.family.location.clone());
        column(lang.filter_status(), cell(status)).sort(|row| row.state);
        column(lang.route_word(), cell(route)).class("route").sort(|row| row.family.route);
        column(lang.intake_group(), cell(group)).nowrap().dash().sort(|row| row.group.clone());
        column(lang.intake_half_days(), move |row| half_days(lang, row)).roomy();
        column(lang.language(), cell(language)).roomy();
    }
}

fn half_days(lang: Lang, row: &RowFacts) -> String {
    let half_days = row.family.half_days.iter();
    let words: Vec<String> = half_days
        .map(|half_day| lang.half_day_short(half_day))
        .collect();
    if words.is_empty() {
        return lang.any_half_day().to_owned();
    }
    words.join(", ")
}

fn group(columns: &Columns, row: &RowFacts) -> Html {
    let button = row.group.clone().map(|group| {
        let (name, act) = (group.to_string(), columns.act.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            act.emit(Action::GoTo(Page::Groups, Selection::Group(group.clone())));
        });
        html! { <button type="button" class="link" {onclick}>{ name }</button> }
    });
    button.unwrap_or_default()
}

fn language(columns: &Columns, row: &RowFacts) -> Html {
    let (lang, family) = (columns.lang, &row.family);
    html! {
        <>
            { lang.language_name(&family.language) }
            if family.children > 1 { { ", " }{ lang.children(usize::from(family.children)) } }
            if family.provisional && columns.today.is_some_and(|today| family.birth < today) {
                <span class="st warn">{ small_icon(Icon::Warn) }{ lang.enter_birth() }</span>
            }
        </>
    }
}

/// Changes one thing of a family, as the family is by then.
fn change(act: &Callback<Action>, code: &EnrolmentCode, change: impl Fn(&mut Enrolment) + 'static) {
    let code = code.clone();
    act.emit(Action::change(move |plan| {
        let family = plan.enrolments.get(&code)?;
        let mut changed = family.clone();
        change(&mut changed);
        (changed != *family).then_some(Edit::SetEnrolment(changed))
    }));
}

/// The birth date or due date, and whether it is a due date.
fn birth(columns: &Columns, row: &RowFacts) -> Html {
    let (lang, family) = (columns.lang, &row.family);
    let code = family.code.as_str();
    let onset = {
        let (act, code, today) = (columns.act.clone(), family.code.clone(), columns.today);
        Callback::from(move |text: String| {
            let birth = read_birth(&text, DateOrder::DayFirst, today);
            let birth = birth.map_err(|fault| lang.cell_fault(fault))?;
            change(&act, &code, move |family| {
                family.birth = birth;
                family.provisional |= today.is_some_and(|today| birth > today);
            });
            Ok(())
        })
    };
    let onprovisional = {
        let (act, code) = (columns.act.clone(), family.code.clone());
        Callback::from(move |event: Event| {
            let provisional = ticked(&event);
            change(&act, &code, move |family| family.provisional = provisional);
        })
    };
    html! {
        <Typed name={format!("birth {code}")} class="birth" input_class="cell" value={lang.day_typed(family.birth)} {onset} act={columns.act.clone()}
            label={lang.of_family(lang.born_or_due(), code)} maxlength="20" placeholder={lang.day_example()}>
            <label class="check small">
                <input type="checkbox" checked={family.provisional} onchange={onprovisional} />
                <span>{ lang.provisional() }<span class="sr">{ ": " }{ code }</span></span>
            </label>
        </Typed>
    }
}

fn location(columns: &Columns, row: &RowFacts) -> Html {
    let (lang, family) = (columns.lang, &row.family);
    let locations = columns.locations.clone();
    if locations.len() > MOST_CHOICES {
        let known = locations.iter().find(|(id, _)| *id == family.location);
        let name = known.map_or_else(|| family.location.to_string(), |(_, name)| name.clone());
        return html! { { name } };
    }
    let now = locations.iter().position(|(id, _)| *id == family.location);
    let onchoose = {
        let (act, code, locations) = (columns.act.clone(), family.code.clone(), locations.clone());
        Callback::from(move |place: Option<usize>| {
            if let Some((location, _)) = place.and_then(|place| locations.get(place)) {
                let location = location.clone();
                change(&act, &code, move |family| {
                    family.location = location.clone();
                });
            }
        })
    };
    let places = (0..locations.len()).map(Some);
    let words = |place: &Option<usize>| {
        let known = place.and_then(|place| locations.get(place));
        known.map_or_else(|| family.location.to_string(), |(_, name)| name.clone())
    };
    let places = places.chain(now.is_none().then_some(None));
    choose(places, &now, words, onchoose)
        .named(lang.of_family(lang.location(), family.code.as_str()))
        .class(classes!("select", "cell"))
        .into()
}

/// Where the family stands; who has a group and gets another status leaves that group.
fn status(columns: &Columns, row: &RowFacts) -> Html {
    let (lang, family, state) = (columns.lang, &row.family, row.state);
    let is_in_group = row.group.is_some();
    let onchoose = {
        let (act, code) = (columns.act.clone(), family.code.clone());
        Callback::from(move |status: Option<IntakeStatus>| {
            let Some(status) = status else {
                return;
            };
            let set = Edit::SetIntakeStatus {
                codes: vec![code.clone()],
                status,
            };
            // Who stops leaves the group by that alone.
            let mut edits = Vec::new();
            if is_in_group && status != IntakeStatus::Stopped {
                edits.push(Edit::TakeOut(code.clone()));
            }
            edits.push(set);
            act.emit(Action::edits(edits));
        })
    };
    let of_group = is_in_group.then_some(None);
    let now = (!is_in_group).then_some(family.status);
    let words = |status: &Option<IntakeStatus>| {
        status.map_or_else(
            || lang.intake_state(state),
            |status| lang.intake_status(status),
        )
    };
    choose(
        of_group.into_iter().chain(IntakeStatus::ALL.map(Some)),
        &now,
        words,
        onchoose,
    )
    .named(lang.of_family(lang.filter_status(), family.code.as_str()))
    .class(classes!("select", "cell"))
    .into()
}

fn route(columns: &Columns, row: &RowFacts) -> Html {
    let (lang, family) = (columns.lang, &row.family);
    let onchoose = {
        let (act, code) = (columns.act.clone(), family.code.clone());
        Callback::from(move |route| change(&act, &code, move |family| family.route = route))
    };
    let words = |route: &Option<Route>| match route {
        None => lang.route_unknown(),
        route => lang.route(*route),
    };
    choose(or_none(Route::ALL), &family.route, words, onchoose)
        .named(lang.of_family(lang.route_word(), family.code.as_str()))
        .class(classes!("select", "cell"))
        .into()
}
