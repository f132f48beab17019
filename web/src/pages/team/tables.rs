//! The people and the rooms as tables; a row opens its dialog.

use super::facts::{Facts, PersonFacts};
use crate::app::Action;
use crate::store::{Ctx, Dialog};
use crate::text::Lang;
use centering_core::calendar::{Date, DateRange, HalfDaySet, Workday};
use centering_core::plan::Room;
use yew::prelude::*;

pub fn people(ctx: &Ctx, facts: &Facts) -> Html {
    let lang = ctx.model.lang;
    html! {
        <section class="panel">
            <div class="ph"><h2 id="people-title">{ lang.people_title() }</h2></div>
            if facts.people.is_empty() {
                <div class="pb"><p>{ lang.people_none() }</p></div>
            } else {
                <div class="tw" tabindex="0" role="region" aria-labelledby="people-title">
                    <table class="tb cards" aria-labelledby="people-title">
                        <thead><tr>
                            <th scope="col">{ lang.person_who() }</th>
                            <th scope="col">{ lang.person_role() }</th>
                            <th scope="col">{ lang.person_trained() }</th>
                            <th scope="col" class="num">{ lang.person_week() }</th>
                            <th scope="col">{ lang.person_can() }</th>
                            <th scope="col">{ lang.person_where() }</th>
                            <th scope="col" class="num">{ lang.person_lines() }</th>
                            <th scope="col" class="num">{ lang.person_coming() }</th>
                        </tr></thead>
                        <tbody>{ for facts.people.iter().map(|facts| person(ctx, facts)) }</tbody>
                    </table>
                </div>
            }
        </section>
    }
}

fn person(ctx: &Ctx, facts: &PersonFacts) -> Html {
    let lang = ctx.model.lang;
    let person = &facts.person;
    let leads = person.role.leads_groups();
    let count = |number: usize| {
        if leads {
            number.to_string()
        } else {
            "–".to_owned()
        }
    };
    let locations = if facts.locations.is_empty() {
        lang.nowhere().to_owned()
    } else {
        facts.locations.join(", ")
    };
    html! {
        <tr key={person.id.to_string()}>
            <th scope="row">
                <button type="button" class="rowbtn" onclick={ctx.on(Action::Open(Dialog::Person(Some(person.id.clone()))))}>
                    { person.alias.to_string() }
                </button>
            </th>
            <td data-l={lang.person_role()}>{ lang.role(person.role) }</td>
            <td data-l={lang.person_trained()}>
                if !leads { { "–" } }
                else if person.trained { <span class="chip ok">{ lang.trained_yes() }</span> }
                else { <span class="chip line">{ lang.trained_no() }</span> }
            </td>
            <td data-l={lang.person_week()} class="num">{ lang.fte(person.fte) }</td>
            <td data-l={lang.person_can()}>
                { half_days(lang, person.half_days) }
                { for absences(facts, ctx.model.today, lang).map(|text| html! { <>{ " " }<span class="chip warn">{ text }</span></> }) }
            </td>
            <td data-l={lang.person_where()}>{ locations }</td>
            <td data-l={lang.person_lines()} class="num">{ count(facts.lines) }</td>
            <td data-l={lang.person_coming()} class="num">{ count(facts.coming) }</td>
        </tr>
    }
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

/// `ma, di o, wo m`: whole days by their name, half ones with their part.
fn half_days(lang: Lang, half_days: HalfDaySet) -> String {
    let mut words = Vec::new();
    for workday in Workday::ALL {
        let parts: Vec<_> = half_days
            .iter()
            .filter(|half_day| half_day.workday == workday)
            .collect();
        let day = lang.weekday_short(workday);
        match parts.as_slice() {
            [] => {}
            [only] => words.push(format!("{day} {}", lang.part(only.part).to_lowercase())),
            _ => words.push(day.to_owned()),
        }
    }
    if words.is_empty() {
        return lang.never().to_owned();
    }
    words.join(", ")
}

pub fn rooms(ctx: &Ctx, facts: &Facts) -> Html {
    let lang = ctx.model.lang;
    html! {
        <section class="panel">
            <div class="ph"><h2 id="rooms-title">{ lang.rooms_title() }</h2></div>
            if facts.rooms.is_empty() {
                <div class="pb"><p>{ lang.rooms_none() }</p></div>
            } else {
                <div class="tw" tabindex="0" role="region" aria-labelledby="rooms-title">
                    <table class="tb cards" aria-labelledby="rooms-title">
                        <thead><tr>
                            <th scope="col">{ lang.room_name() }</th>
                            <th scope="col">{ lang.room_location() }</th>
                            <th scope="col">{ lang.room_capacity() }</th>
                            <th scope="col">{ lang.room_fits() }</th>
                        </tr></thead>
                        <tbody>{ for facts.rooms.iter().map(|(room, location)| room_row(ctx, room, location)) }</tbody>
                    </table>
                </div>
            }
        </section>
    }
}

fn room_row(ctx: &Ctx, room: &Room, location: &str) -> Html {
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let is_coming = |days: &DateRange| today.is_none_or(|today| days.last >= today);
    let closed = room
        .closures
        .iter()
        .map(|closure| closure.days)
        .filter(is_coming);
    html! {
        <tr key={room.id.to_string()}>
            <th scope="row">
                <button type="button" class="rowbtn" onclick={ctx.on(Action::Open(Dialog::Room(Some(room.id.clone()))))}>
                    { &room.label }
                </button>
            </th>
            <td data-l={lang.room_location()}>{ location.to_owned() }</td>
            <td data-l={lang.room_capacity()}>{ lang.room_adults(room.capacity) }</td>
            <td data-l={lang.room_fits()}>
                { lang.room_families(most_families(room)) }
                { for closed.map(|days| html! { <>{ " " }<span class="chip warn">{ lang.room_closed(&lang.range(days, today)) }</span></> }) }
            </td>
        </tr>
    }
}

/// The families of the largest group that fits in.
fn most_families(room: &Room) -> usize {
    (1..).take_while(|families| room.fits(*families)).count()
}
