//! RUI-03, RUI-04, TEA-02: the room is open, and the organisation's on that half-day, and those who lead the bijeenkomst
//! are there, as far as the plan knows them. Source: `docs/domain.md#1.1` and `docs/domain.md#1.3`.

use super::{Against, Question, Say};
use crate::calendar::{Date, HalfDay, Workday};

pub(super) fn check<'a>(question: &Question<'a>, date: Date, say: Say<'_, 'a>) {
    let Some(crew) = question.crew else {
        return;
    };
    if let Some(room) = crew.room.and_then(|room| question.plan.rooms.get(room)) {
        if room.is_closed(date) {
            say(Against::RoomClosed(&room.id));
        }
        let workday = Workday::of(date);
        let part = crew.hours.part;
        let half_day = workday.map(|workday| HalfDay { workday, part });
        if let Some(half_day) = half_day.filter(|half_day| !room.is_ours(*half_day)) {
            say(Against::RoomNotOurs(&room.id, half_day));
        }
    }
    let known = crew
        .people
        .iter()
        .filter_map(|id| question.plan.people.get(id));
    for person in known.filter(|person| person.is_absent(date)) {
        say(Against::Absent(&person.id));
    }
}
