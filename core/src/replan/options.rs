//! The ways in which every bijeenkomst of a location can be kept after an event, as days with a price and
//! the cells that they take. It lists; the engine chooses.

use super::lacks::{Site, absent, is_coming};
use super::{Kept, SessionChange, StandIn, first_after_notice};
use crate::calendar::{Date, HalfDay, Part};
use crate::care::{SessionNumber, SessionWindow};
use crate::engine::schedule::dated::{Agenda, Dated, Price};
use crate::engine::schedule::holders::NOTHING;
use crate::engine::schedule::replan::{Cells, Spot};
use crate::plan::{Group, GroupId, Line, LineId, PersonId, Plan, Status};
use crate::schedule::{Against, Bookings, Question};
use crate::schedule::{
    Days, Meeting, at_once, clash, families_that_can, lines_of, meeting, needs_physician,
    session_windows,
};
use std::collections::{BTreeMap, BTreeSet};

/// A way to keep a bijeenkomst, beside the day and price that the engine sees; `None` as it was.
type Way = Option<Kept>;

/// What a day outside every line takes.
const NO_CELLS: Cells = [NOTHING; 4];

/// A bijeenkomst with all ways to keep it.
struct Row {
    session: SessionNumber,
    from: Date,
    shared: bool,
    within_notice: bool,
    ways: Vec<Way>,
}

/// Which ways are listed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ways {
    /// All of them.
    All,
    /// Only somebody who stands in: every day stays.
    Substitutes,
}

/// All ways of one location.
pub(super) struct Options {
    /// The groups, each with its bijeenkomsten.
    pub groups: Vec<GroupId>,
    rows: Vec<Vec<Row>>,
    /// What the engine sees: the same rows as days, prices and cells.
    pub agendas: Vec<Vec<Agenda<Spot>>>,
    /// One more than the highest cell.
    pub cells: usize,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Cell {
    Line(LineId),
    /// The jeugdarts at a half-day; one cell for each line where several come.
    Physician(Option<LineId>),
    Person(PersonId),
}

struct Lister<'a> {
    plan: &'a Plan,
    today: Option<Date>,
    free_from: Date,
    lines: Vec<&'a Line>,
    /// What other locations and settled visits hold.
    bookings: Bookings,
    listed: Ways,
    numbers: BTreeMap<(Date, Part, Cell), usize>,
}

/// A bijeenkomst as the lister sees it.
struct Case<'a> {
    group: &'a Group,
    window: &'a SessionWindow,
    meeting: Meeting<'a>,
    shared: bool,
    urgent: bool,
    lost: bool,
    pinned: bool,
}

impl Options {
    /// Lists the ways at a location after the event; `struck` are left out.
    pub fn of(
        plan: &Plan,
        site: &Site,
        today: Option<Date>,
        struck: &BTreeSet<(GroupId, SessionNumber, Kept)>,
        listed: Ways,
    ) -> Self {
        let bookings = Bookings::of(plan, |group, session| {
            group.location != site.location || !is_coming(session, today)
        });
        let mut lister = Lister {
            plan,
            today,
            free_from: first_after_notice(plan, today),
            lines: lines_of(plan, &site.location).collect(),
            bookings,
            numbers: BTreeMap::new(),
            listed,
        };
        let mut options = Self {
            groups: Vec::new(),
            rows: Vec::new(),
            agendas: Vec::new(),
            cells: 1,
        };
        for group in plan
            .groups
            .values()
            .filter(|group| group.location == site.location)
        {
            let (rows, agendas) = lister.group(group, site, struck);
            if !rows.is_empty() {
                options.groups.push(group.id.clone());
                options.rows.push(rows);
                options.agendas.push(agendas);
            }
        }
        options.cells = lister.numbers.len() + 1;
        options
    }

    /// The changes that this choice of ways makes.
    pub fn changes(&self, chosen: &[Vec<Option<usize>>]) -> Vec<SessionChange> {
        let mut changes = Vec::new();
        for ((group, rows), chosen) in self.groups.iter().zip(&self.rows).zip(chosen) {
            for (row, at) in rows.iter().zip(chosen) {
                let kept = match at {
                    None => Some(Kept::Lapses),
                    Some(at) => row.ways.get(*at).cloned().flatten(),
                };
                changes.extend(kept.map(|kept| SessionChange {
                    group: group.clone(),
                    session: row.session,
                    from: row.from,
                    kept,
                    within_notice: row.within_notice,
                    shared: row.shared,
                }));
            }
        }
        changes
    }
}

impl<'a> Lister<'a> {
    fn group(
        &mut self,
        group: &'a Group,
        site: &Site,
        struck: &BTreeSet<(GroupId, SessionNumber, Kept)>,
    ) -> (Vec<Row>, Vec<Agenda<Spot>>) {
        let windows = session_windows(self.plan, group);
        let mut rows = Vec::new();
        let mut agendas: Vec<Agenda<Spot>> = Vec::new();
        let mut before: Option<(&SessionWindow, Date)> = None;
        for window in &windows {
            let session = group.sessions.get(&window.number);
            let held = session.and_then(|session| meeting(self.plan, group, session));
            let (Some(session), Some(held)) = (session, held) else {
                continue;
            };
            let date = held.date;
            if before.is_some_and(|(_, earlier)| date <= earlier) {
                // Out of order already: it stays where it is, and the engine need not know.
                continue;
            }
            let coming = is_coming(session, self.today);
            let lost = coming && site.lost.contains(&(group.id.clone(), window.number));
            let case = Case {
                group,
                window,
                meeting: held,
                shared: session.status == Status::Shared,
                urgent: date < self.free_from,
                lost,
                pinned: session.pinned,
            };
            let mut ways = if coming {
                self.ways(&case)
            } else {
                vec![way(date, [0; 4], NO_CELLS, None)]
            };
            ways.retain(|(_, way)| {
                way.as_ref().is_none_or(|way| {
                    !struck.contains(&(group.id.clone(), window.number, way.clone()))
                })
            });
            ways.sort_by(|(one, way), (other, other_way)| {
                (one.day, one.price, way).cmp(&(other.day, other.price, other_way))
            });
            let gap = before.map_or(1, |(earlier, earlier_date)| {
                let asked = window
                    .after
                    .iter()
                    .filter(|rule| rule.session == earlier.number);
                let fewest = asked
                    .map(|rule| {
                        i32::from(rule.at_least.months()) * 28 + i32::from(rule.at_least.days())
                    })
                    .fold(1, i32::max);
                fewest.min(date.days_since(earlier_date)).max(1)
            });
            rows.push(Row {
                session: window.number,
                from: date,
                shared: case.shared,
                within_notice: coming && case.urgent,
                ways: ways.iter().map(|(_, way)| way.clone()).collect(),
            });
            agendas.push(Agenda {
                days: ways.into_iter().map(|(day, _)| day).collect(),
                gap,
                without: [1, i64::from(case.shared), 0, 0],
            });
            before = Some((window, date));
        }
        (rows, agendas)
    }

    /// Every way to keep a coming bijeenkomst.
    fn ways(&mut self, case: &Case<'_>) -> Vec<(Dated<Spot>, Way)> {
        let mut ways = Vec::new();
        let changed = i64::from(case.shared);
        if !case.lost {
            let cells = self.cells_as_held(case);
            ways.push(way(case.meeting.date, [0; 4], cells, None));
            // Told dates move for others only after the notice period; pinned ones never.
            if case.pinned || (case.shared && case.urgent) || self.listed == Ways::Substitutes {
                return ways;
            }
        }
        let earliest = self.today.map_or(Date::FIRST, |today| today.plus_days(1));
        let from = if !case.shared || (case.lost && case.urgent) {
            earliest
        } else {
            self.free_from
        };
        if case.lost {
            self.substitutes(case, changed, &mut ways);
        }
        if self.listed == Ways::Substitutes {
            return ways;
        }
        if let Some(line) = case.meeting.line {
            let rank = i64::from(case.lost && case.urgent);
            self.dates_on(case, line, from, [changed, rank], &mut ways);
        } else {
            self.dates_without_line(case, from, changed, &mut ways);
        }
        if case.lost {
            let own = case.meeting.line.map(|line| &line.id);
            let families = |half_day: HalfDay| families_that_can(self.plan, case.group, half_day);
            let now = case.meeting.line.map_or(0, |line| families(line.half_day));
            let room = self.plan.families(case.group);
            let others: Vec<&Line> = self
                .lines
                .iter()
                .copied()
                .filter(|line| Some(&line.id) != own && families(line.half_day) >= now)
                .filter(|line| {
                    let known = line
                        .room
                        .as_ref()
                        .and_then(|room| self.plan.rooms.get(room));
                    known.is_none_or(|known| known.fits(room))
                })
                .collect();
            for line in others {
                self.other_line(case, line, from, changed, &mut ways);
            }
        }
        ways
    }

    fn dates_on(
        &mut self,
        case: &Case<'_>,
        line: &Line,
        from: Date,
        [changed, rank]: [i64; 2],
        ways: &mut Vec<(Dated<Spot>, Way)>,
    ) {
        for date in self.open_days(case, line, from) {
            let is_preferred = case.window.preferred.contains(date);
            let (kept, rank) = if is_preferred {
                (Kept::OtherDate(date), rank)
            } else {
                (Kept::Wider(date), 3)
            };
            let rank = rank + self.last_resort(case, date);
            let price = [0, changed, rank, self.cost(case, date)];
            let cells = self.cells(case, line, date, &[]);
            ways.push(way(date, price, cells, Some(kept)));
        }
    }

    /// Other days of a group that is on no line: its half-day, whatever others do.
    fn dates_without_line(
        &mut self,
        case: &Case<'_>,
        from: Date,
        changed: i64,
        ways: &mut Vec<(Dated<Spot>, Way)>,
    ) {
        let Some(choice) = case.group.half_day else {
            return;
        };
        let asked = self.asked(case, Some(from));
        for date in asked.range().on_weekday(choice.half_day().workday) {
            if date == case.meeting.date || !asked.is_open(date) {
                continue;
            }
            let is_preferred = case.window.preferred.contains(date);
            let (kept, rank) = if is_preferred {
                (Kept::OtherDate(date), 0)
            } else {
                (Kept::Wider(date), 3)
            };
            let rank = rank + self.last_resort(case, date);
            let price = [0, changed, rank, self.cost(case, date)];
            ways.push(way(date, price, NO_CELLS, Some(kept)));
        }
    }

    fn other_line(
        &mut self,
        case: &Case<'_>,
        line: &Line,
        from: Date,
        changed: i64,
        ways: &mut Vec<(Dated<Spot>, Way)>,
    ) {
        for date in self.open_days(case, line, from) {
            if !case.window.preferred.contains(date) {
                continue;
            }
            let rank = 2 + self.last_resort(case, date);
            let price = [0, changed, rank, self.cost(case, date)];
            let cells = self.cells(case, line, date, &[]);
            let kept = Kept::OtherLine {
                line: line.id.clone(),
                date,
            };
            ways.push(way(date, price, cells, Some(kept)));
        }
    }

    /// People who can stand in for one or two who are away, where nothing else of the day was lost.
    fn substitutes(&mut self, case: &Case<'_>, changed: i64, ways: &mut Vec<(Dated<Spot>, Way)>) {
        let (meeting, location) = (&case.meeting, &case.group.location);
        let date = meeting.date;
        let Some(line) = meeting.line else { return };
        let absent = absent(self.plan, meeting);
        let asked = Question {
            crew: Some(meeting.crew()),
            ..self.asked(case, None)
        };
        let forbidding = asked.forbidding(date);
        let is_absence = |against: &Against<'_>| matches!(against, Against::Absent(_));
        let has_physician = !self.needs_physician(case) || self.physicians(line, date) > 0;
        if !forbidding.iter().all(is_absence) || !has_physician {
            return;
        }
        let rank = i64::from(!case.urgent);
        let free: Vec<&PersonId> = self
            .plan
            .people
            .values()
            .filter(|person| {
                person.can_lead(location, line.half_day)
                    && !person.is_absent(date)
                    && !meeting.facilitators.contains(&person.id)
                    && !self.bookings.is_busy(&person.id, date, meeting.hours)
            })
            .map(|person| &person.id)
            .collect();
        let choices: Vec<Vec<&PersonId>> = match absent.as_slice() {
            [_] => free.iter().map(|person| vec![*person]).collect(),
            [_, _] => pairs(&free),
            _ => return,
        };
        for chosen in choices {
            // A pair of which both are replaced is broken twice.
            let price = [0, changed, rank, chosen.len() as i64 - 1];
            let cells = self.cells(case, line, date, &chosen);
            let stand_ins = absent.iter().zip(chosen);
            let stand_ins = stand_ins.map(|(absent, substitute)| StandIn {
                absent: (*absent).clone(),
                substitute: substitute.clone(),
            });
            let kept = Kept::Substitutes(stand_ins.collect());
            ways.push(way(date, price, cells, Some(kept)));
        }
    }

    /// Days of the allowed window on which the line could take the bijeenkomst if other groups let it.
    fn open_days(&self, case: &Case<'_>, line: &Line, from: Date) -> Vec<Date> {
        let needs_physician = self.needs_physician(case);
        let asked = self.asked(case, Some(from));
        let asked = asked.on(line, &self.bookings, needs_physician);
        let is_own = case.meeting.line.is_some_and(|own| own.id == line.id);
        asked
            .range()
            .on_weekday(line.half_day.workday)
            .filter(|date| !is_own || *date != case.meeting.date)
            .filter(|date| asked.is_open(*date))
            .collect()
    }

    /// What is asked of every day that the bijeenkomst could get from this one on.
    fn asked<'b>(&'b self, case: &'b Case<'_>, from: Option<Date>) -> Question<'b> {
        Question {
            today: from,
            window: Some(case.window),
            ..Question::at(self.plan, &case.group.location)
        }
    }

    /// Who stands in for a begeleider has nothing to do with whether the jeugdarts comes.
    fn needs_physician(&self, case: &Case<'_>) -> bool {
        self.listed != Ways::Substitutes
            && self.bookings.plans_physicians(&case.group.location)
            && needs_physician(self.plan, case.window.number)
    }

    fn physicians(&self, line: &Line, date: Date) -> usize {
        self.bookings
            .physicians_left(&line.location, line.half_day, date)
    }

    fn cost(&self, case: &Case<'_>, date: Date) -> i64 {
        Days::of(self.plan, &case.group.location).cost(case.window, date)
    }

    /// What a day in a school holiday that is used only when there is hardly another adds to the rank of a way: every
    /// other way comes first.
    fn last_resort(&self, case: &Case<'_>, date: Date) -> i64 {
        let days = Days::of(self.plan, &case.group.location);
        i64::from(days.is_last_resort(date)) * 4
    }

    /// The cells of a bijeenkomst as it stands, with those who stand in already.
    fn cells_as_held(&mut self, case: &Case<'_>) -> Cells {
        let Some(line) = case.meeting.line else {
            return NO_CELLS;
        };
        let people = case.meeting.facilitators.iter();
        let others: Vec<&PersonId> = people
            .filter(|person| !line.facilitators.contains(*person))
            .collect();
        self.cells(case, line, case.meeting.date, &others)
    }

    fn cells(
        &mut self,
        case: &Case<'_>,
        line: &Line,
        date: Date,
        substitutes: &[&PersonId],
    ) -> Cells {
        let part = line.half_day.part;
        let held = self.held(date, line);
        let physician = if self.needs_physician(case) {
            let own = (self.physicians(line, date) > 1).then(|| line.id.clone());
            self.number(date, part, Cell::Physician(own))
        } else {
            NOTHING
        };
        let mut people = substitutes.iter().map(|person| {
            // Somebody with a line at that moment can stand in only while that line has no group.
            let own = self.lines.iter().copied().find(|other| {
                other.facilitators.contains(*person) && at_once(self.plan, other, line)
            });
            (*person, own)
        });
        let [first, second] = [people.next(), people.next()];
        let mut number = |found: Option<(&PersonId, Option<&Line>)>| match found {
            None => NOTHING,
            Some((_, Some(own))) => self.held(date, own),
            Some((person, None)) => self.number(date, part, Cell::Person(person.clone())),
        };
        let [first, second] = [number(first), number(second)];
        [held, physician, first, second]
    }

    /// The cell of a line: lines that need the same room or person at the same time count as one.
    fn held(&mut self, date: Date, line: &Line) -> usize {
        let is_one = |other: &&&Line| other.id == line.id || clash(self.plan, other, line);
        let row = self.lines.iter().find(is_one).map_or(line, |row| row);
        let (part, cell) = (row.half_day.part, Cell::Line(row.id.clone()));
        self.number(date, part, cell)
    }

    fn number(&mut self, date: Date, part: Part, cell: Cell) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry((date, part, cell)).or_insert(next)
    }
}

/// Every two of these people.
fn pairs<'a>(people: &[&'a PersonId]) -> Vec<Vec<&'a PersonId>> {
    let others = people.iter().enumerate();
    others
        .flat_map(|(at, one)| people.iter().skip(at + 1).map(|other| vec![*one, *other]))
        .collect()
}

/// A way with what the engine sees of it.
fn way(date: Date, price: Price, cells: Cells, way: Way) -> (Dated<Spot>, Way) {
    let detail = Spot {
        cells,
        is_kept: way.is_none(),
        way: (),
    };
    let dated = Dated {
        day: date.number(),
        price,
        detail,
    };
    (dated, way)
}
