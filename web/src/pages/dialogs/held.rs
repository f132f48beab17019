//! When the bijeenkomsten of a group were: one of them, or all whose time has come, typed under each other.

use crate::parts::form::{gone, use_form};
use crate::state::Ctx;
use centering_core::calendar::Date;
use centering_core::care::SessionNumber;
use centering_core::edit::Edit;
use centering_core::intake::{DateOrder, GroupFault, read_birth};
use centering_core::plan::{Group, GroupId, Session, Standing};
use centering_core::schedule::Windowed;
use std::collections::BTreeMap;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct HeldProps {
    pub ctx: Ctx,
    pub group: GroupId,
    /// The only bijeenkomst that is asked about, where it is one.
    pub only: Option<SessionNumber>,
}

/// The days that are typed, of every bijeenkomst that is asked about.
type Draft = BTreeMap<SessionNumber, String>;

#[component]
pub fn HeldDialog(props: &HeldProps) -> Html {
    let ctx = &props.ctx;
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let group = model.plan.groups.get(&props.group);
    let form = use_form(|| group.map_or_else(Draft::new, |group| draft(props, group)));
    let title = match props.only {
        Some(number) => lang.held_one_title(props.group.as_str(), number),
        None => lang.held_title(props.group.as_str()),
    };
    let Some(group) = group else {
        return gone(ctx, title, lang.group_gone());
    };
    let windowed = Windowed::of(&model.plan, group);
    let read = |text: &str| -> Result<Option<Date>, String> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let day = read_birth(text.trim(), DateOrder::DayFirst, model.today);
        let day = day.map_err(|fault| lang.group_fault(GroupFault::Day(fault)))?;
        let is_over = model.today.is_none_or(|today| day <= today);
        is_over
            .then_some(Some(day))
            .ok_or_else(|| lang.held_later().to_owned())
    };
    let typed = form
        .draft()
        .iter()
        .map(|(number, text)| (*number, read(text)));
    let typed: Vec<(SessionNumber, Result<Option<Date>, String>)> = typed.collect();
    let is_known = |number: SessionNumber, date: Date| {
        let session = group.sessions.get(&number);
        session.is_some_and(|one| {
            one.date == Some(date) && one.standing(model.today) == Standing::Held
        })
    };
    let held = typed
        .iter()
        .filter_map(|(number, day)| Some((*number, day.clone().ok()??)));
    let held = held.filter(|(number, date)| !is_known(*number, *date));
    let edits: Vec<Edit> = held
        .map(|(session, date)| Edit::HeldOn {
            group: group.id.clone(),
            session,
            date,
        })
        .collect();
    let is_right = typed.iter().all(|(_, day)| day.is_ok());
    let is_empty = typed.iter().all(|(_, day)| matches!(day, Ok(None)));
    let fields = typed.iter().enumerate().map(|(place, (number, day))| {
        let number = *number;
        let value = form.draft().get(&number).map_or("", String::as_str);
        let window = windowed.window(number).map(|window| window.template);
        let hint = window.filter(|days| !days.is_empty());
        let hint = hint.map(|days| lang.held_window(days));
        let fault = day.clone().err();
        let fault =
            fault.or_else(|| (is_empty && place == 0).then(|| lang.held_nothing().to_owned()));
        let set = move |draft: &mut Draft, text: String| {
            draft.insert(number, text);
        };
        let field = form.text(
            format!("held-{}", number.get()),
            lang.held_field(number),
            value,
            set,
        );
        let field = field.first(place == 0).example("4-1-2027").fault(fault);
        match hint {
            Some(hint) => Html::from(field.hint(hint)),
            None => Html::from(field),
        }
    });
    let fields = html! {
        <>
            <p>{ lang.held_text() }</p>
            <div class="fields">{ for fields }</div>
        </>
    };
    form.dialog(
        ctx,
        "held-form",
        title,
        (is_right && !is_empty).then_some(edits),
    )
    .show(fields)
}

/// The days that are known of the bijeenkomsten that are asked about.
fn draft(props: &HeldProps, group: &Group) -> Draft {
    let (model, lang) = (&props.ctx.model, props.ctx.model.lang);
    let numbers = Windowed::of(&model.plan, group).can_be_held(model.today);
    let numbers = numbers
        .into_iter()
        .filter(|number| props.only.is_none_or(|only| only == *number));
    let known = |number: &SessionNumber| {
        let session: Option<&Session> = group.sessions.get(number);
        session.and_then(|session| session.date)
    };
    numbers
        .map(|number| {
            (
                number,
                known(&number).map_or_else(String::new, |day| lang.day_typed(day)),
            )
        })
        .collect()
}
