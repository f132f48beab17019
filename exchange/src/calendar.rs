//! A calendar file. The library escapes and folds; everything it would make up by itself (moment, identity, maker) is
//! said here, so that the same invitation gives the same bytes.

use crate::clock::{digits, utc};
use crate::invitation::{Invitation, Meeting};
use centering_core::calendar::Date;
use centering_words::Lang;
use icalendar::{Calendar, Component, Event, EventLike};

/// Who made the file.
const MAKER: &str = "-//centering-planner//centering-exchange//NL";

/// The calendar file of an invitation.
pub fn write(invitation: &Invitation, lang: Lang) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", MAKER))
        .append_property(("CALSCALE", "GREGORIAN"))
        .append_property(("METHOD", "PUBLISH"));
    for meeting in &invitation.meetings {
        calendar.push(event(invitation, meeting, lang));
    }
    calendar.to_string()
}

fn event(invitation: &Invitation, meeting: &Meeting, lang: Lang) -> Event {
    let Invitation { group, today, .. } = invitation;
    // Without a day of today the file counts as made on the day that it speaks of first.
    let made = today.unwrap_or_else(|| {
        let first = invitation.meetings.first();
        first.map_or(meeting.date, |first| first.date)
    });
    let mut event = Event::new();
    event
        .uid(&format!(
            "{group}-b{}@centering-planner",
            meeting.number.get()
        ))
        .add_property("DTSTAMP", format!("{}T000000Z", digits(made)))
        // A file of a later day stands above one of an earlier day.
        .add_property("SEQUENCE", made.number().max(0).to_string())
        .summary(&lang.invitation_event(meeting.number.get()))
        .location(&invitation.place())
        .description(&lang.invitation_group(group.as_str()))
        .add_property("CATEGORIES", "CenteringOuderschap");
    match meeting.times {
        Some((start, end)) => {
            event
                .add_property("DTSTART", utc(meeting.date, start))
                .add_property("DTEND", utc(meeting.date, end));
        }
        None => {
            event.append_property(whole_day("DTSTART", meeting.date));
            event.append_property(whole_day("DTEND", meeting.date.plus_days(1)));
        }
    }
    event.done()
}

fn whole_day(name: &str, date: Date) -> icalendar::Property {
    let mut property = icalendar::Property::new(name, digits(date));
    property.add_parameter("VALUE", "DATE");
    property
}
