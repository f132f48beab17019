//! The form of what happened: its kind, who or what, and when.

use crate::pages::period::{PeriodFault, read_period};
use crate::parts::{Icon, TextField, chosen, small_icon, use_focus};
use crate::store::Ctx;
use crate::text::Lang;
use centering_core::plan::{Closure, EnrolmentCode, GroupId, PersonId, Plan, RoomId};
use centering_core::schedule::Event as Happening;
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
    let draft = use_state_eq(|| Draft {
        kind: Kind::Person,
        chosen: String::new(),
        first: ctx
            .model
            .today
            .map_or_else(String::new, |day| lang.day_typed(day)),
        last: String::new(),
        label: String::new(),
    });
    let is_tried = use_state_eq(|| false);
    let choices = draft.kind.choices(plan, lang);
    let read = draft.read(plan, lang);
    let (first_fault, last_fault) = match &read {
        Err(fault) if *is_tried => fault.clone(),
        _ => (None, None),
    };
    let form = use_node_ref();
    let focus = use_focus(form.clone());
    let onsubmit = {
        let (onevent, is_tried, read) = (props.onevent.clone(), is_tried.clone(), read.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_tried.set(true);
            match &read {
                Ok(happening) => onevent.emit(happening.clone()),
                Err(_) => focus.emit("[aria-invalid=true]"),
            }
        })
    };
    let typed = |change: fn(&mut Draft, String)| {
        let (draft, onchange) = (draft.clone(), props.onchange.clone());
        Callback::from(move |text: String| {
            onchange.emit(());
            let mut changed = (*draft).clone();
            change(&mut changed, text);
            draft.set(changed);
        })
    };
    let onkind = {
        let (draft, onchange) = (draft.clone(), props.onchange.clone());
        Callback::from(move |event: Event| {
            onchange.emit(());
            if let Some(kind) = chosen(&event).and_then(|index| Kind::ALL.get(index)) {
                draft.set(Draft {
                    kind: *kind,
                    chosen: String::new(),
                    ..(*draft).clone()
                });
            }
        })
    };
    let onchoose = {
        let (draft, choices) = (draft.clone(), choices.clone());
        let onchange = props.onchange.clone();
        Callback::from(move |event: Event| {
            onchange.emit(());
            if let Some((key, _)) = chosen(&event).and_then(|index| choices.get(index)) {
                draft.set(Draft {
                    chosen: key.clone(),
                    ..(*draft).clone()
                });
            }
        })
    };
    let needs_choice = draft.kind != Kind::Closed;
    html! {
        <form class="panel" ref={form} novalidate={true} {onsubmit}>
            <div class="pb stack t">
                <div class="fields broad">
                    <div class="field">
                        <label for="replan-kind">{ lang.replan_kind() }</label>
                        <select id="replan-kind" class="select" onchange={onkind}>
                            { for Kind::ALL.map(|kind| html! { <option selected={kind == draft.kind}>{ kind.name(lang) }</option> }) }
                        </select>
                    </div>
                    if needs_choice {
                        <div class="field">
                            <label for="replan-choice">{ draft.kind.question(lang) }</label>
                            <select id="replan-choice" class="select" onchange={onchoose} disabled={choices.is_empty()}>
                                { for choices.iter().enumerate().map(|(place, (key, name))| {
                                    let selected = *key == draft.chosen || draft.chosen.is_empty() && place == 0;
                                    html! { <option key={key.clone()} {selected}>{ name }</option> }
                                }) }
                            </select>
                        </div>
                    } else {
                        <TextField id="replan-label" label={lang.replan_label()} value={draft.label.clone()} maxlength="60"
                            oninput={typed(|draft, text| draft.label = text)} />
                    }
                    if draft.kind.has_days() {
                        <TextField id="replan-first" label={lang.replan_first()} value={draft.first.clone()} placeholder={lang.day_example()}
                            oninput={typed(|draft, text| draft.first = text)} error={first_fault.map(AttrValue::from)} />
                        <TextField id="replan-last" label={lang.replan_last()} value={draft.last.clone()} placeholder={lang.day_example()}
                            oninput={typed(|draft, text| draft.last = text)} error={last_fault.map(AttrValue::from)} />
                    }
                </div>
                if needs_choice && choices.is_empty() { <p class="small">{ lang.replan_nothing_to_choose() }</p> }
                <div class="acts">
                    <button type="submit" class="btn p" disabled={needs_choice && choices.is_empty()}>{ small_icon(Icon::Kring) }{ lang.replan_search() }</button>
                </div>
            </div>
        </form>
    }
}
