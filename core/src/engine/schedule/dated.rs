//! One group's sessions over explicit lists of days, solved exactly and level by level.
//! The search of a whole location uses the faster `single`; re-planning and reasons
//! need days of other lines, substitutes and relaxed rules, which only lists can express.

use std::ops::Range;

/// Costs by level, compared from the first.
pub type Price = [i64; 4];

/// The sum of two prices, level by level.
pub fn sum(a: Price, b: Price) -> Price {
    let [a0, a1, a2, a3] = a;
    let [b0, b1, b2, b3] = b;
    [a0 + b0, a1 + b1, a2 + b2, a3 + b3]
}

/// A day on which a session could take place.
#[derive(Clone, Copy, Debug)]
pub struct Dated<T> {
    pub day: i32,
    pub price: Price,
    pub detail: T,
}

/// One session's possible days, in order, and what it costs to leave it out.
#[derive(Clone, Debug)]
pub struct Agenda<T> {
    pub days: Vec<Dated<T>>,
    pub gap: i32,
    pub without: Price,
}

/// A session on a day, or left out after that day.
#[derive(Clone, Copy)]
struct Entry {
    day: i32,
    total: Price,
    before: usize,
    at: Option<usize>,
}

/// The cheapest choice of days: its price, and for each session the position of its day.
///
/// Days for which `free` is false are passed over. A gap holds between neighbouring sessions
/// that both take place; a session always comes after the last one planned before it.
pub fn cheapest_days<T>(
    sessions: &[Agenda<T>],
    free: impl Fn(usize, &Dated<T>) -> bool,
) -> (Price, Vec<Option<usize>>) {
    let mut entries = vec![Entry {
        day: i32::MIN / 2,
        total: [0; 4],
        before: 0,
        at: None,
    }];
    let mut planned = 0..0;
    let mut left_out = 0..1;
    for (session, agenda) in sessions.iter().enumerate() {
        let start = entries.len();
        let (mut near, mut far) = (planned.clone(), left_out.clone());
        let mut least = None;
        for (at, dated) in agenda.days.iter().enumerate() {
            if !free(session, dated) {
                continue;
            }
            take_until(
                &entries,
                &mut near,
                dated.day - agenda.gap.max(1),
                &mut least,
            );
            take_until(&entries, &mut far, dated.day - 1, &mut least);
            if let Some((total, before)) = least {
                entries.push(Entry {
                    day: dated.day,
                    total: sum(total, dated.price),
                    before,
                    at: Some(at),
                });
            }
        }
        let end = entries.len();
        let earlier: Vec<usize> = planned.chain(left_out).collect();
        leave_out(&mut entries, earlier, agenda.without);
        planned = start..end;
        left_out = end..entries.len();
    }
    let last = entries.iter().enumerate().skip(planned.start);
    let best = last.map(|(at, entry)| (entry.total, at)).min();
    let (price, mut at) = best.unwrap_or(([0; 4], 0));
    let mut chosen = vec![None; sessions.len()];
    for place in chosen.iter_mut().rev() {
        if let Some(entry) = entries.get(at) {
            *place = entry.at;
            at = entry.before;
        }
    }
    (price, chosen)
}

/// Moves past the entries up to a day and remembers the cheapest.
fn take_until(
    entries: &[Entry],
    range: &mut Range<usize>,
    day: i32,
    least: &mut Option<(Price, usize)>,
) {
    while let Some(entry) = entries.get(range.clone()).and_then(|range| range.first()) {
        if entry.day > day {
            break;
        }
        let found = (entry.total, range.start);
        *least = Some(least.map_or(found, |least| least.min(found)));
        range.start += 1;
    }
}

/// Adds the entries that leave a session out, in order of day and of falling price.
fn leave_out(entries: &mut Vec<Entry>, mut earlier: Vec<usize>, without: Price) {
    earlier.sort_by_key(|at| entries.get(*at).map(|entry| (entry.day, entry.total)));
    let mut least = None;
    for at in earlier {
        let Some(entry) = entries.get(at).copied() else {
            continue;
        };
        if least.is_none_or(|least| entry.total < least) {
            least = Some(entry.total);
            entries.push(Entry {
                day: entry.day,
                total: sum(entry.total, without),
                before: at,
                at: None,
            });
        }
    }
}
