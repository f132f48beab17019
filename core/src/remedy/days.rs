//! The other days of a bijeenkomst in one order, which everything that offers a day follows: those on which the least is
//! wrong come first, then those that cost the least. Each was tried on the plan.

use super::Remedy;
use crate::calendar::Date;
use crate::care::SessionNumber;
use crate::plan::{Group, Plan};
use crate::problem::{Preview, Problem, Severity};
use crate::schedule::{Alternative, Nearby, Sieve, Windowed, alternatives_of, reasons_of};

/// How many errors, strong warnings and warnings there are: what is compared is how bad the worst is.
type Wrong = [usize; 3];

fn wrong(problems: &[Problem]) -> Wrong {
    [Severity::Error, Severity::Strong, Severity::Warning].map(|severity| {
        let like = problems.iter().filter(|one| one.severity == severity);
        like.count()
    })
}

/// Whether these problems leave one as it is: the same rule, or another of its family that is as bad.
pub(super) fn leaves(problem: &Problem, problems: &[Problem]) -> bool {
    let family = |code: &'static str| code.split_once('-').map_or(code, |(family, _)| family);
    problems.iter().any(|other| {
        let is_family = family(other.code) == family(problem.code);
        other.code == problem.code || (is_family && other.severity >= problem.severity)
    })
}

/// A day, and what would be wrong on it.
struct Tried {
    to: Alternative,
    problems: Vec<Problem>,
}

/// The days of a bijeenkomst that nothing forbids, in the order in which they are offered, and what is wrong now.
struct Ranked {
    now: Vec<Problem>,
    days: Vec<Tried>,
}

impl Ranked {
    fn of(
        windowed: &Windowed<'_>,
        number: SessionNumber,
        today: Option<Date>,
        found: Vec<Alternative>,
    ) -> Self {
        let preview = Preview::new(windowed, number, today);
        let tried = found.into_iter().map(|to| Tried {
            problems: preview.on(to.date),
            to,
        });
        // What no rule about days forbids can still need what another group has at that moment.
        let mut days: Vec<Tried> = tried.filter(|day| wrong(&day.problems)[0] == 0).collect();
        // They come by their cost, and those that are alike stay so.
        days.sort_by_key(|day| wrong(&day.problems));
        Self {
            now: preview.now(),
            days,
        }
    }

    /// Those that are better than the day that it has: not more is wrong, and where something is, not all of it stays.
    fn better(self) -> impl Iterator<Item = Alternative> {
        let Self { now, days } = self;
        let wrong_now = wrong(&now);
        days.into_iter().filter_map(move |day| {
            let mut solved = now.iter().filter(|own| !leaves(own, &day.problems));
            let is_better = wrong_now == Wrong::default()
                || (solved.next().is_some() && wrong(&day.problems) <= wrong_now);
            is_better.then_some(day.to)
        })
    }
}

fn can_move(group: &Group, number: SessionNumber, today: Option<Date>) -> bool {
    let session = group.sessions.get(&number);
    session.is_some_and(|session| session.is_to_come(today))
}

/// The days that solve this problem of a bijeenkomst and bring none that is as bad in its place.
pub(super) fn solving<'a>(
    windowed: &'a Windowed<'a>,
    number: SessionNumber,
    problem: &'a Problem,
    today: Option<Date>,
) -> impl Iterator<Item = Remedy> + 'a {
    let found = if can_move(windowed.group, number, today) {
        alternatives_of(windowed, number, today)
    } else {
        Vec::new()
    };
    let Ranked { now, days } = Ranked::of(windowed, number, today, found);
    let preferred = windowed.window(number).map(|window| window.preferred);
    days.into_iter()
        .filter(move |day| !leaves(problem, &day.problems) && wrong(&day.problems) <= wrong(&now))
        .map(move |day| Remedy::Move {
            group: windowed.group.id.clone(),
            session: number,
            preferred: preferred.is_some_and(|range| range.contains(day.to.date)),
            to: day.to,
        })
}

/// The best other days for a bijeenkomst on any weekday, the other bijeenkomsten staying where they are: those on which
/// the least is wrong first, then those that cost the least, at most `most`. Every hard rule is kept. Where something
/// is wrong now, only days that solve some of it and bring nothing that is as bad; the days that [`remedies`](super::remedies)
/// offers are in the same order.
/// Without a day of [today](crate#today) no day is over.
pub fn next_days(
    plan: &Plan,
    group: &Group,
    number: SessionNumber,
    today: Option<Date>,
    most: usize,
) -> Vec<Alternative> {
    let (_, days) = reasons(plan, None, group, number, today, most);
    days
}

/// The rules that took days of a bijeenkomst away, as [`sieve`](crate::schedule::sieve) tells them, and its best other
/// days, as [`next_days`] finds them: together they cost little more than one. `nearby` is who and what is near the
/// group, where that is known.
/// Without a day of [today](crate#today) no day is over.
pub fn reasons(
    plan: &Plan,
    nearby: Option<&Nearby>,
    group: &Group,
    number: SessionNumber,
    today: Option<Date>,
    most: usize,
) -> (Option<Sieve>, Vec<Alternative>) {
    let windowed = Windowed::of(plan, group);
    let (sieve, found) = reasons_of(&windowed, nearby, number, today);
    if !can_move(group, number, today) {
        return (sieve, Vec::new());
    }
    let ranked = Ranked::of(&windowed, number, today, found);
    (sieve, ranked.better().take(most).collect())
}
