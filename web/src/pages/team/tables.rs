//! The people and the rooms as tables; a row opens its dialog.

use super::facts::{Facts, PersonFacts};
use crate::pages::physicians::physicians;
use crate::parts::table::{By, Table, columns, panel};
use crate::state::{Action, Ctx, Dialog};
use centering_core::calendar::{Date, DateRange};
use centering_core::plan::Room;
use centering_words::Lang;
use yew::prelude::*;

pub fn people(ctx: &Ctx, facts: &Facts) -> Html {
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let open =
        |one: &PersonFacts| ctx.on(Action::Open(Dialog::Person(Some(one.person.id.clone()))));
    // Only of who leads groups.
    let led = |one: &PersonFacts| one.person.role.leads_groups().then_some(());
    let trained = |one: &PersonFacts| match one.person.trained {
        true => html! { <span class="chip ok">{ lang.trained_yes() }</span> },
        false => html! { <span class="chip line">{ lang.trained_no() }</span> },
    };
    let can = |one: &PersonFacts| {
        html! { <>{ lang.half_days_short(one.person.half_days) }{ for absences(one, today, lang).map(notice) }</> }
    };
    let coming = |one: &PersonFacts| {
        let busiest = one.busiest.map(|(month, count)| {
            html! { <><br /><span class="small muted">{ lang.busiest(month, count) }</span></> }
        });
        html! { <>{ one.coming }{ busiest }</> }
    };
    let table = columns! { Table::of(|one: &PersonFacts| one.person.id.to_string()).none(lang.people_none());
        button(lang.person_who(), |one| one.person.alias.to_string(), open);
        column(lang.person_role(), |one| lang.role(one.person.role));
        column(lang.person_trained(), |one| led(one).map(|()| trained(one))).dash();
        number(lang.person_week(), |one| lang.fte(one.person.fte));
        column(lang.person_can(), can);
        column(lang.person_where(), |one| match one.locations.as_slice() { [] => lang.nowhere().to_owned(), locations => locations.join(", ") });
        number(lang.person_lines(), |one| led(one).map(|()| one.lines)).dash();
        number(lang.person_coming(), coming);
    };
    let visits = (facts.visits.needed > 0).then(|| {
        html! { <div class="pb stack xt">{ physicians(ctx, &facts.visits) }</div> }
    });
    let rows = table.rows(By::Id("people-title"), &facts.people);
    let body = html! { <>{ visits }{ rows }</> };
    panel("people-title", lang.people_title(), Html::default(), body)
}

/// Something to mind, behind what stands in a cell.
fn notice(words: String) -> Html {
    html! { <>{ " " }<span class="chip warn">{ words }</span></> }
}

/// The absences that are not over.
fn absences(
    facts: &PersonFacts,
    today: Option<Date>,
    lang: Lang,
) -> impl Iterator<Item = String> + '_ {
    facts
        .person
        .absences
        .iter()
        .filter(move |absence| today.is_none_or(|today| absence.days.last >= today))
        .map(move |absence| lang.away(&lang.range(absence.days, today)))
}

pub fn rooms(ctx: &Ctx, facts: &Facts) -> Html {
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let is_coming = |days: &DateRange| today.is_none_or(|today| days.last >= today);
    let fits = |room: &Room| {
        let closed = room.closures.iter().map(|closure| closure.days);
        let closed = closed.filter(is_coming);
        let closed = closed.map(|days| notice(lang.room_closed(&lang.range(days, today))));
        html! { <>{ lang.room_families(most_families(room)) }{ for closed }</> }
    };
    // A room, and where it is.
    let table = columns! { Table::of(|(room, _): &(Room, String)| room.id.to_string()).none(lang.rooms_none());
        button(lang.room_name(), |(room, _)| room.label.clone(), |(room, _)| ctx.on(Action::Open(Dialog::Room(Some(room.id.clone())))));
        column(lang.room_location(), |(_, location)| location.clone());
        column(lang.room_capacity(), |(room, _)| lang.room_adults(room.capacity));
        column(lang.room_fits(), |(room, _)| fits(room));
        column(lang.room_when(), |(room, _)| if room.half_days.is_empty() { lang.room_always().to_owned() } else { lang.half_days_short(room.half_days) });
    };
    table.panel("rooms-title", lang.rooms_title(), &facts.rooms)
}

/// The families of the largest group that fits in.
fn most_families(room: &Room) -> usize {
    (1..).take_while(|families| room.fits(*families)).count()
}
