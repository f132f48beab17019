//! How many people of one role are busy on each day, and the first days on which enough are free.

use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Included};

/// The people of a role that are busy, as steps over time: a count holds from its day until the next one.
pub(super) struct Usage {
    people: u32,
    busy: BTreeMap<i32, u32>,
}

impl Usage {
    pub fn of(people: u32) -> Self {
        Self {
            people,
            busy: BTreeMap::from([(i32::MIN, 0)]),
        }
    }

    /// The first day from `from` on which `needed` people are free for `duration` days in a row. The caller
    /// has checked that so many people exist; after the last busy day all of them are free.
    pub fn earliest(&self, from: i32, duration: i32, needed: u32) -> i32 {
        let mut start = from;
        if duration <= 0 {
            return start;
        }
        loop {
            let segment = self.segment(start);
            let window = self
                .busy
                .range((Included(segment), Excluded(start.saturating_add(duration))));
            let full = window
                .rev()
                .find(|(_, busy)| busy.saturating_add(needed) > self.people);
            let Some((full, _)) = full else {
                return start;
            };
            match self
                .busy
                .range((Excluded(*full), Included(i32::MAX)))
                .next()
            {
                Some((free, _)) => start = *free,
                None => return start,
            }
        }
    }

    /// Makes `needed` people busy from `start` for `duration` days.
    pub fn occupy(&mut self, start: i32, duration: i32, needed: u32) {
        if duration <= 0 {
            return;
        }
        let finish = start.saturating_add(duration);
        self.split(start);
        self.split(finish);
        for (_, busy) in self.busy.range_mut((Included(start), Excluded(finish))) {
            *busy = busy.saturating_add(needed);
        }
    }

    /// The day from which the count on this day holds.
    fn segment(&self, day: i32) -> i32 {
        self.busy
            .range(..=day)
            .next_back()
            .map_or(i32::MIN, |(first, _)| *first)
    }

    fn split(&mut self, day: i32) {
        let count = self.busy.get(&self.segment(day)).copied().unwrap_or(0);
        self.busy.entry(day).or_insert(count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_goes_where_enough_people_are_free_in_a_row() {
        let mut usage = Usage::of(2);
        usage.occupy(2, 3, 1);
        usage.occupy(4, 4, 1);
        // Busy: day 2 and 3 one, day 4 two, day 5 to 7 one.
        assert_eq!(usage.earliest(0, 4, 1), 0);
        assert_eq!(usage.earliest(0, 5, 1), 5);
        assert_eq!(usage.earliest(0, 2, 2), 0);
        assert_eq!(usage.earliest(1, 2, 2), 8);
        assert_eq!(usage.earliest(3, 0, 2), 3);
    }
}
