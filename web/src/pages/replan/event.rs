//! The form of what happened: its kind, who or what, and when.

use crate::parts::form::{PeriodFault, read_period, use_form};
use crate::parts::{Icon, small_icon};
use crate::state::{Action, Ctx, Page};
use centering_core::plan::{Closure, EnrolmentCode, GroupId, PersonId, Plan, RoomId};
use centering_core::replan::Event as Happening;
use centering_words::Lang;
use yew::prelude::*;

/// What can have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Person,
    Room,
    Closed,
    Family,
    Group,
}

impl Kind {
    pub const ALL: [Self; 5] = [
        Self::Person,
        Self::Room,
        Self::Closed,
        Self::Family,
        Self::Group,
    ];

    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Person => lang.replan_person(),
            Self::Room => lang.replan_room(),
            Self::Closed => lang.replan_closed(),
            Self::Family => lang.replan_family(),
            Self::Group => lang.replan_group(),
        }
    }

    fn question(self, lang: Lang) -> &'static str {
        match self {
            Self::Person | Self::Closed => lang.replan_who(),
            Self::Room => lang.replan_which_room(),
            Self::Family => lang.replan_which_family(),
            Self::Group => lang.replan_which_group(),
        }
    }

    /// Where what can be chosen is put into the plan.
    fn source(self) -> Page {
        match self {
            Self::Person | Self::Room | Self::Closed => Page::Team,
            Self::Family | Self::Group => Page::Groups,
        }
    }

    fn has_days(self) -> bool {
        matches!(self, Self::Person | Self::Room | Self::Closed)
    }

    /// What can be chosen: a key and what the user sees.
    fn choices(self, plan: &Plan, lang: Lang) -> Vec<(String, String)> {
        match self {
            Self::Person => plan
                .people
                .values()
                .map(|person| {
                    let name = format!("{}, {}", person.alias, lang.role(person.role));
                    (person.id.to_string(), name)
                })
                .collect(),
            Self::Room => plan
                .rooms
                .values()
                .map(|room| {
                    let place = plan.locations.get(&room.location);
                    let place = place.map_or("", |location| &location.name);
                    (room.id.to_string(), format!("{}, {place}", room.label))
                })
                .collect(),
            Self::Closed => Vec::new(),
            Self::Family => {
                let in_groups = plan.groups.values().flat_map(|group| {
                    let members = group.members.iter();
                    members.map(|code| (code.to_string(), format!("{code}, {}", group.id)))
                });
                in_groups.collect()
            }
            Self::Group => plan
                .groups
                .keys()
                .map(|id| (id.to_string(), id.to_string()))
                .collect(),
        }
    }
}

/// The form as it stands.
#[derive(Clone, PartialEq)]
pub struct Draft {
    pub kind: Kind,
    pub chosen: String,
    pub first: String,
    pub last: String,
    pub label: String,
}

impl Draft {
    /// What happened; `None` with the faults of the days when something is missing.
    fn read(&self, plan: &Plan, lang: Lang) -> Result<Happening, PeriodFault> {
        let nothing = || (None, None);
        let choices = self.kind.choices(plan, lang);
        let known = choices.iter().find(|(key, _)| *key == self.chosen);
        // Before anything was chosen the list shows its first.
        let chosen = known.or(choices.first()).map(|(key, _)| key.as_str());
        let days = || read_period(&self.first, &self.last, lang);
        Ok(match self.kind {
            Kind::Person => Happening::PersonAbsent {
                person: chosen
                    .and_then(|key| PersonId::parse(key).ok())
                    .ok_or_else(nothing)?,
                days: days()?,
            },
            Kind::Room => Happening::RoomLost {
                room: RoomId::new(chosen.ok_or_else(nothing)?),
                days: days()?,
            },
            Kind::Closed => Happening::Closed(Closure {
                days: days()?,
                label: self.label.trim().to_owned(),
                extra: Default::default(),
            }),
            Kind::Family => Happening::Left(
                chosen
                    .and_then(|key| EnrolmentCode::parse(key).ok())
                    .ok_or_else(nothing)?,
            ),
            Kind::Group => Happening::Stopped(GroupId::new(chosen.ok_or_else(nothing)?)),
        })
    }
}

#[derive(PartialEq, Properties)]
pub struct EventFormProps {
    pub ctx: Ctx,
    pub onevent: Callback<Happening>,
    /// The form is not what it was any more.
    pub onchange: Callback<()>,
}

/// The form; gives what happened when it is whole.
#[component]
pub fn EventForm(props: &EventFormProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let away = ctx.model.away.as_ref();
    let first = away.map(|(_, days)| days.first).or(ctx.model.today);
    let last = away.map(|(_, days)| days.last);
    let form = use_form(|| Draft {
        kind: Kind::Person,
        chosen: away.map_or_else(String::new, |(person, _)| person.to_string()),
        first: first.map_or_else(String::new, |day| lang.day_typed(day)),
        last: last.map_or_else(String::new, |day| lang.day_typed(day)),
        label: String::new(),
    });
    let draft = form.draft();
    {
        let onchange = props.onchange.clone();
        use_effect_with(draft.clone(), move |_| onchange.emit(()));
    }
    let kind = draft.kind;
    let choices = kind.choices(plan, lang);
    let read = draft.read(plan, lang);
    let (first_fault, last_fault) = read.as_ref().err().cloned().unwrap_or_default();
    let save = read.ok().map(|happening| {
        let onevent = props.onevent.clone();
        Callback::from(move |()| {
            onevent.emit(happening.clone());
            Ok(())
        })
    });
    let needs_choice = kind != Kind::Closed;
    let is_stuck = needs_choice && choices.is_empty();
    let now = choices.iter().find(|(key, _)| *key == draft.chosen);
    let now = now.or(choices.first()).cloned().unwrap_or_default();
    let day = |id: &'static str, label: &'static str, value: &str, set: fn(&mut Draft, String)| {
        form.text(id, label, value, set).example(lang.day_example())
    };
    html! {
        <form class="panel" ref={form.place()} novalidate={true} onsubmit={form.onsubmit(save)}>
            <div class="pb stack t">
                <div class="fields broad">
                    { form.choice("replan-kind", lang.replan_kind(), Kind::ALL, &kind, |kind| kind.name(lang), |draft, kind| {
                        draft.kind = kind;
                        draft.chosen = String::new();
                    }) }
                    if needs_choice {
                        { form.choice("replan-choice", kind.question(lang), choices, &now, |(_, name)| name.clone(), |draft, (key, _)| draft.chosen = key) }
                    } else {
                        { form.text("replan-label", lang.replan_label(), &draft.label, |draft, text| draft.label = text).most(60) }
                    }
                    if kind.has_days() {
                        { day("replan-first", lang.replan_first(), &draft.first, |draft, text| draft.first = text).fault(first_fault) }
                        { day("replan-last", lang.replan_last(), &draft.last, |draft, text| draft.last = text).fault(last_fault) }
                    }
                </div>
                if is_stuck {
                    <p class="small">
                        { lang.replan_nothing_to_choose() }{ " " }
                        <button type="button" class="link" onclick={ctx.on(Action::Go(kind.source()))}>{ kind.source().title(lang) }</button>
                    </p>
                }
                <div class="acts">
                    <button type="submit" class="btn p" disabled={is_stuck}>{ small_icon(Icon::Kring) }{ lang.replan_search() }</button>
                </div>
            </div>
        </form>
    }
}
