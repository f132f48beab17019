//! What the layers list: where a jeugdarts is needed, which vaccinations are given at which bijeenkomst, what that takes
//! off the regular spreekuren, and the individual inhaalafspraken.

use super::list::{Listed, Words};
use crate::parts::table::{Table, columns};
use crate::state::Action;
use crate::state::Selection;
use centering_core::edit::Edit;
use centering_core::layers::{
    CatchUp, ContactWeek, MissedDose, PhysicianHalfDay, VaccinationMoment,
};
use centering_words::Lang;
use yew::prelude::*;

/// A half-day at a location a row, with the bijeenkomsten that share it.
impl Listed for PhysicianHalfDay {
    const ID: &'static str = "layer-physician";

    fn title(lang: Lang) -> &'static str {
        lang.layer_physician_title()
    }

    fn text(lang: Lang, all: &[Self]) -> String {
        let combined = all.iter().filter(|half_day| half_day.is_combined());
        lang.layer_physician_text(all.len(), combined.count())
    }

    fn go_to(&self) -> Option<Selection> {
        let (group, number) = self.sessions.first()?;
        Some(Selection::Session(group.clone(), *number))
    }

    fn table(words: Words) -> Table<'static, Self> {
        let (lang, near) = (words.lang, words.near);
        let [day, part, location, sessions, minutes, present] = lang.layer_physician_heads();
        let plan = words.plan.clone();
        let named = move |half_day: &Self| {
            let sessions = half_day.sessions.iter();
            let named = sessions.map(|(group, number)| {
                let known = plan.groups.get(group);
                let session = known.and_then(|group| group.sessions.get(number));
                match session.and_then(|session| session.physician.as_ref()) {
                    Some(id) => format!("{group} {number} ({})", plan.person_name(id)),
                    None => format!("{group} {number}"),
                }
            });
            named.collect::<Vec<_>>().join(", ")
        };
        columns! { words
            .table(
                |half_day: &Self| {
                    format!(
                        "{} {:?} {}",
                        half_day.date, half_day.part, half_day.location
                    )
                },
                day,
                move |half_day| lang.day(half_day.date, near),
            ).none(lang.layer_physician_none());
            words(part, move |half_day| lang.part(half_day.part).to_owned());
            words(location, move |half_day| words.plan.location_name(&half_day.location).to_owned());
            words(sessions, named);
            words(minutes, move |half_day| lang.minutes(half_day.minutes));
            words(present, move |half_day| lang.physicians_present(half_day.present));
        }
    }
}

/// A bijeenkomst a row, with the RSV marks.
impl Listed for VaccinationMoment {
    const ID: &'static str = "layer-vaccination";

    fn title(lang: Lang) -> &'static str {
        lang.layer_vaccination_title()
    }

    fn text(lang: Lang, _: &[Self]) -> String {
        lang.layer_vaccination_text().to_owned()
    }

    fn go_to(&self) -> Option<Selection> {
        Some(Selection::Session(self.group.clone(), self.number))
    }

    fn table(words: Words) -> Table<'static, Self> {
        let (lang, near) = (words.lang, words.near);
        let [session, day, children, doses, rsv] = lang.layer_vaccination_heads();
        let name = |moment: &Self| format!("{} {}", moment.group, moment.number);
        columns! { words.table(name, session, name).none(lang.layer_vaccination_none());
            words(day, move |moment| lang.day(moment.date, near));
            words(children, |moment| moment.children.to_string());
            words(doses, move |moment| lang.doses(&moment.doses));
            words(rsv, move |moment| { let rsv = moment.rsv.as_ref(); rsv.map_or_else(String::new, |rsv| lang.sign_rsv(rsv.children)) });
        }
    }
}

/// A week at a location a row.
impl Listed for ContactWeek {
    const ID: &'static str = "layer-contacts";

    fn title(lang: Lang) -> &'static str {
        lang.layer_contacts_title()
    }

    fn text(lang: Lang, all: &[Self]) -> String {
        lang.layer_contacts_text(all.iter().map(Self::slots).sum())
    }

    fn go_to(&self) -> Option<Selection> {
        None
    }

    fn table(words: Words) -> Table<'static, Self> {
        let (lang, near) = (words.lang, words.near);
        let [week, location, sessions, moments, slots] = lang.layer_contacts_heads();
        let named = move |week: &Self| {
            let moments = week.moments.iter();
            let named =
                moments.map(|(code, count)| format!("{count}× {}", lang.contact_moment(code)));
            named.collect::<Vec<_>>().join(", ")
        };
        columns! { words
            .table(
                |week: &Self| format!("{} {}", week.monday, week.location),
                week,
                move |week| lang.week_from(week.monday, near),
            ).none(lang.layer_contacts_none());
            words(location, move |week| words.plan.location_name(&week.location).to_owned());
            words(sessions, |week| week.sessions.to_string());
            words(moments, named);
            words(slots, |week| week.slots().to_string());
        }
    }
}

/// The first deadline first; of all days, because a deadline that the view does not show is one all the same.
impl Listed for CatchUp {
    const ID: &'static str = "layer-catch-up";

    fn title(lang: Lang) -> &'static str {
        lang.layer_catch_up_title()
    }

    fn text(lang: Lang, all: &[Self]) -> String {
        lang.layer_catch_up_text(all.iter().map(|one| one.appointments).sum())
    }

    fn go_to(&self) -> Option<Selection> {
        Some(Selection::Session(self.group.clone(), self.number))
    }

    fn table(words: Words) -> Table<'static, Self> {
        let (lang, near) = (words.lang, words.near);
        let [session, location, cause, count, when, doses] = lang.layer_catch_up_heads();
        let name = |one: &Self| format!("{} {}", one.group, one.number);
        let key = move |one: &Self| format!("{} {:?}", name(one), one.cause);
        columns! { words.table(key, session, name).none(lang.layer_catch_up_none());
            words(location, move |one| words.plan.location_name(&one.location).to_owned());
            words(cause, move |one| lang.catch_up_cause(one.cause).to_owned());
            words(count, move |one| lang.catch_up_count(one.appointments, one.at_most));
            words(when, move |one| lang.catch_up_when(one.from, one.until, one.by_programme, near));
            words(doses, move |one| lang.missed_doses(one.doses.iter()));
        }
    }
}

/// A vaccination of a group a row, until it is ticked off; of all days as well.
impl Listed for MissedDose {
    const ID: &'static str = "layer-missed";

    fn title(lang: Lang) -> &'static str {
        lang.layer_missed_title()
    }

    fn text(lang: Lang, all: &[Self]) -> String {
        lang.layer_missed_text(all.iter().map(|one| one.children).sum())
    }

    fn go_to(&self) -> Option<Selection> {
        let number = self.numbers.first()?;
        Some(Selection::Session(self.group.clone(), *number))
    }

    fn table(words: Words) -> Table<'static, Self> {
        let (lang, near, act) = (words.lang, words.near, words.act.clone());
        let [group, location, dose, children, until, done] = lang.layer_missed_heads();
        let name = |one: &Self| one.group.to_string();
        let key = |one: &Self| format!("{} {}", one.group, one.dose);
        let named = move |one: &Self| {
            let dose = lang.vaccination(&one.dose);
            format!("{dose} ({})", lang.session_numbers(&one.numbers))
        };
        let tick = move |one: &Self| {
            let edit = Edit::CatchUp {
                group: one.group.clone(),
                dose: one.dose.clone(),
                done: true,
            };
            let onclick = act.reform(move |_: MouseEvent| Action::edit(edit.clone()));
            let label = lang.missed_done_label(&lang.vaccination(&one.dose), one.group.as_str());
            html! { <button type="button" class="btn s" aria-label={label} {onclick}>{ lang.missed_done() }</button> }
        };
        columns! { words.table(key, group, name).none(lang.layer_missed_none());
            words(location, move |one| words.plan.location_name(&one.location).to_owned());
            words(dose, named);
            words(children, move |one| lang.catch_up_count(one.children, one.at_most));
            words(until, move |one| one.until.map_or_else(String::new, |until| lang.day(until, near))).dash();
            acts(done, tick);
        }
    }
}
