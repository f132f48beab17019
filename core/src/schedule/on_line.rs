//! One group on the lines of its location: which lines it can have, and its best days on one of them while
//! everything else stays. All groups of a location together are planned in `shared`.

use super::bookings::{Bookings, meeting};
use super::dates::{Chosen, best_dates};
use super::group::{has_settled_dates, slots};
use super::overview::families_that_can;
use super::windowed::Windowed;
use crate::calendar::{Date, HalfDay, Workday};
use crate::care::{SessionNumber, SessionWindow};
use crate::plan::{
    Group, HalfDayChoice, Line, LineChoice, LocationId, PersonId, Plan, Session, Status,
};

/// The cost of each family that did not name the half-day of a line, for every bijeenkomst: as much as a day
/// outside the preferred window. A family that cannot come misses them all, so a half-day for all comes first,
/// as it does without lines; but a full line is no dead end. Own choice.
const FAMILY_CANNOT_COST: i64 = super::rules::OUTSIDE_PREFERRED_COST;

/// The lines of a location, in order of id.
pub fn lines_of<'a>(
    plan: &'a Plan,
    location: &'a LocationId,
) -> impl Iterator<Item = &'a Line> + 'a {
    plan.lines
        .values()
        .filter(move |line| line.location == *location)
}

/// The lines on which the group can be planned, in order of id.
///
/// Only its own when the user set it or dates on it are settled; otherwise those of its half-day where that is
/// fixed, with room for its families where one has that.
pub(super) fn eligible_lines<'a>(
    plan: &'a Plan,
    group: &'a Group,
    today: Option<Date>,
) -> Vec<&'a Line> {
    let is_settled = has_settled_dates(group, today);
    let own = group
        .line
        .as_ref()
        .filter(|choice| is_settled || matches!(choice, LineChoice::User(_)));
    let own = own
        .and_then(|choice| plan.lines.get(choice.line()))
        .filter(|line| line.location == group.location);
    if let Some(line) = own {
        return vec![line];
    }
    let fixed: Option<HalfDay> = match group.half_day {
        Some(HalfDayChoice::User(half_day)) => Some(half_day),
        Some(HalfDayChoice::Planner(half_day)) if is_settled => Some(half_day),
        _ => None,
    };
    let lines: Vec<&Line> = lines_of(plan, &group.location)
        .filter(|line| fixed.is_none_or(|half_day| line.half_day == half_day))
        .collect();
    let lines = if plan.settings.hard_half_days {
        for_all_families(plan, group, lines)
    } else {
        lines
    };
    let families = plan.families(group);
    let has_room = |line: &&Line| {
        let room = line.room.as_ref().and_then(|room| plan.rooms.get(room));
        room.is_none_or(|room| room.fits(families))
    };
    let roomy: Vec<&Line> = lines.iter().copied().filter(has_room).collect();
    if roomy.is_empty() { lines } else { roomy }
}

/// The lines on whose half-day all families of the group can come; all of them where there is no such line: a
/// group that was made by hand, or whose families changed, still meets.
fn for_all_families<'a>(plan: &Plan, group: &Group, lines: Vec<&'a Line>) -> Vec<&'a Line> {
    let for_all: Vec<&Line> = lines
        .iter()
        .copied()
        .filter(|line| families_that_can(plan, group, line.half_day) == group.members.len())
        .collect();
    if for_all.is_empty() { lines } else { for_all }
}

/// What every bijeenkomst of the group costs more on this half-day.
pub(super) fn half_day_cost(plan: &Plan, group: &Group, half_day: HalfDay) -> i64 {
    let families = group.members.len();
    let cannot = families.saturating_sub(families_that_can(plan, group, half_day));
    i64::try_from(cannot).unwrap_or(i64::from(i16::MAX)) * FAMILY_CANNOT_COST
}

/// The best days of the group on the line beside all that is booked, and what they cost.
pub(super) fn best_on_line(
    windowed: &Windowed<'_>,
    bookings: &Bookings,
    line: &Line,
    today: Option<Date>,
) -> Chosen {
    let on = Some((line, bookings));
    best_dates(&slots(windowed, line.half_day.workday, on, today))
}

/// Whether planning may choose the day of this bijeenkomst.
pub(super) fn is_open_session(session: &Session, today: Option<Date>) -> bool {
    !session.is_settled(today) && session.status != Status::Cancelled
}

/// Puts the group on the line with these days; what is settled stays.
pub(super) fn sit(
    group: &mut Group,
    line: &Line,
    windows: &[SessionWindow],
    dates: &[Option<Date>],
    today: Option<Date>,
) {
    if !matches!(group.line, Some(LineChoice::User(_))) {
        group.line = Some(LineChoice::Planner(line.id.clone()));
    }
    if !matches!(group.half_day, Some(HalfDayChoice::User(_))) {
        group.half_day = Some(HalfDayChoice::Planner(line.half_day));
    }
    for (window, date) in windows.iter().zip(dates) {
        let session = group
            .sessions
            .entry(window.number)
            .or_insert_with(|| Session::draft(window.number, None));
        if is_open_session(session, today) {
            session.date = *date;
            session.line = None;
            session.room = None;
            session.facilitators.clear();
        }
    }
}

/// The group with its best line and days while all other groups stay; `None` when the location has no line
/// for it.
pub(super) fn plan_on_lines(windowed: &Windowed<'_>, today: Option<Date>) -> Option<Group> {
    let (plan, group) = (windowed.plan, windowed.group);
    let lines = eligible_lines(plan, group, today);
    if lines.is_empty() || windowed.windows.is_empty() {
        return None;
    }
    let bookings = Bookings::of(plan, |other, _| other.id != group.id);
    let best = lines
        .into_iter()
        .map(|line| (best_on_line(windowed, &bookings, line, today), line))
        .min_by(|(one, line), (other, other_line)| {
            (one.cost, &one.dates, &line.id).cmp(&(other.cost, &other.dates, &other_line.id))
        });
    let (chosen, line) = best?;
    let mut planned = group.clone();
    sit(&mut planned, line, &windowed.windows, &chosen.dates, today);
    Some(planned)
}

/// Who can lead this bijeenkomst in place of a person: trained, at work there, not away and not with another
/// group, in order of id.
pub fn substitutes(
    plan: &Plan,
    group: &Group,
    number: SessionNumber,
    absent: &PersonId,
) -> Vec<PersonId> {
    let session = group.sessions.get(&number);
    let Some(held) = session.and_then(|session| meeting(plan, group, session)) else {
        return Vec::new();
    };
    let Some(workday) = Workday::of(held.date) else {
        return Vec::new();
    };
    let half_day = HalfDay {
        workday,
        part: held.part,
    };
    let bookings = Bookings::of(plan, |other, session| {
        other.id != group.id || session.number != number
    });
    plan.people
        .values()
        .filter(|person| person.id != *absent && !held.facilitators.contains(&person.id))
        .filter(|person| person.can_lead(&group.location, half_day))
        .filter(|person| !person.is_absent(held.date))
        .filter(|person| !bookings.is_busy(&person.id, held.date, held.hours))
        .map(|person| person.id.clone())
        .collect()
}

/// Books all that the group holds.
pub(super) fn book_group(plan: &Plan, bookings: &mut Bookings, group: &Group) {
    for session in group.sessions.values() {
        if let Some(meeting) = meeting(plan, group, session) {
            bookings.book(&group.location, &meeting);
        }
    }
}

/// Gives back all that the group holds.
pub(super) fn release_group(plan: &Plan, bookings: &mut Bookings, group: &Group) {
    for session in group.sessions.values() {
        if let Some(meeting) = meeting(plan, group, session) {
            bookings.release(&group.location, &meeting);
        }
    }
}
