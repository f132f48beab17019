//! What the parents of a group are told: when and where they meet.

use crate::calendar;
use centering_core::calendar::{ClockTime, Date, DateRange};
use centering_core::care::SessionNumber;
use centering_core::layers::{Entry, Scope, agenda};
use centering_core::plan::{GroupId, Plan, Status};
use centering_words::Lang;

/// The bijeenkomsten of a group that are still to come, for its parents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The group.
    pub group: GroupId,
    /// What the organisation calls the location.
    pub location: String,
    /// The street, number and town of the location; empty where they are not known.
    pub address: String,
    /// The room, where all bijeenkomsten are in the same one.
    pub room: Option<String>,
    /// The bijeenkomsten with a day, in order of day.
    pub meetings: Vec<Meeting>,
    /// The bijeenkomsten that have no day yet, in order of number.
    pub undated: Vec<SessionNumber>,
    /// The day of today, for the day of making in a calendar file.
    pub today: Option<Date>,
}

/// One bijeenkomst with its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Which bijeenkomst.
    pub number: SessionNumber,
    /// Its day.
    pub date: Date,
    /// From when until when; `None` where the group has no fixed half-day.
    pub times: Option<(ClockTime, ClockTime)>,
}

/// A place in one line: what is known of it.
pub(crate) fn place(parts: [&str; 3]) -> String {
    let known = parts.into_iter().filter(|part| !part.is_empty());
    known.collect::<Vec<_>>().join(", ")
}

impl Meeting {
    pub(crate) fn of(entry: &Entry) -> Self {
        let times = |start: ClockTime| (start, start.plus_minutes(entry.minutes));
        Self {
            number: entry.number,
            date: entry.date,
            times: entry.start.map(times),
        }
    }
}

/// A line of what parents are told, by what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// What stands above it.
    Title(String),
    /// When a bijeenkomst is.
    Meeting(SessionNumber, String),
    /// Whole sentences.
    Words(String),
}

impl Invitation {
    /// What the parents of this group are told. Days before [`today`](centering_core#today) and bijeenkomsten that do not
    /// take place are left out. `None` where the plan does not have the group, or nothing is to come.
    pub fn of(plan: &Plan, group: &GroupId, today: Option<Date>) -> Option<Self> {
        let found = plan.groups.get(group)?;
        let to_come = DateRange {
            first: today.unwrap_or(Date::FIRST),
            last: Date::LAST,
        };
        let entries = agenda(plan, &Scope::Group(group.clone()), to_come);
        let told: Vec<&Entry> = entries
            .iter()
            .filter(|entry| entry.status != Status::Held)
            .collect();
        let rooms = || told.iter().map(|entry| entry.room.as_ref());
        let room = rooms().next().flatten();
        let is_same = rooms().all(|other| other == room);
        let waits = found.sessions.values().filter(|session| {
            session.date.is_none() && !matches!(session.status, Status::Cancelled | Status::Held)
        });
        let location = plan.locations.get(&found.location);
        let invitation = Self {
            group: group.clone(),
            location: plan.location_name(&found.location).to_owned(),
            address: location.map_or_else(String::new, |location| location.address.clone()),
            room: room
                .filter(|_| is_same)
                .and_then(|room| plan.rooms.get(room))
                .map(|room| room.label.clone()),
            meetings: told.into_iter().map(Meeting::of).collect(),
            undated: waits.map(|session| session.number).collect(),
            today,
        };
        (!invitation.meetings.is_empty()).then_some(invitation)
    }

    /// Where they meet, in one line: location, address and room, as far as they are known.
    pub fn place(&self) -> String {
        place([
            self.location.as_str(),
            self.address.as_str(),
            self.room.as_deref().unwrap_or_default(),
        ])
    }

    /// What they are told, in plain words: paragraphs of lines.
    pub fn paragraphs(&self, lang: Lang) -> Vec<Vec<Line>> {
        let undated = self.undated.iter();
        let undated: Vec<String> = undated.map(|number| number.get().to_string()).collect();
        let later = (!undated.is_empty()).then(|| lang.invitation_later(&undated));
        let meetings = self.meetings.iter().map(|meeting| {
            let line = lang.invitation_line(meeting.date, meeting.times);
            Line::Meeting(meeting.number, line)
        });
        vec![
            vec![Line::Title(lang.invitation_title().to_owned())],
            vec![
                Line::Words(lang.invitation_intro(self.group.as_str(), self.meetings.len())),
                Line::Words(lang.invitation_place(&self.place())),
            ],
            meetings.chain(later.map(Line::Words)).collect(),
            vec![Line::Words(lang.invitation_end().to_owned())],
        ]
    }

    /// The same as one text, lines ended by `\n`.
    pub fn text(&self, lang: Lang) -> String {
        let line = |line: &Line| match line {
            Line::Meeting(number, line) => format!("{}. {line}\n", number.get()),
            Line::Title(line) | Line::Words(line) => format!("{line}\n"),
        };
        let paragraphs = self.paragraphs(lang).into_iter();
        let paragraphs: Vec<String> = paragraphs
            .map(|lines| lines.iter().map(line).collect())
            .collect();
        paragraphs.join("\n")
    }

    /// A calendar file (iCalendar) with an event for each bijeenkomst; one without a time lasts the whole day.
    ///
    /// Every event is known by group and number, so that a newer file changes what an older one brought. It has no
    /// reminder, no organiser and no guests.
    pub fn calendar(&self, lang: Lang) -> String {
        calendar::write(self, lang)
    }

    /// A name for its file, without the ending: `centering-nrd-2027-01-1`.
    pub fn file_name(&self) -> String {
        format!("centering-{}", self.group.as_str().to_lowercase())
    }
}
