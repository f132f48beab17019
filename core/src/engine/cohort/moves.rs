//! The moves of a pool's search: one removes the groups of some half-days around one family, refills half-day
//! by half-day with the exact recursion, and inserts who is left.
//! [`super::pool`] keeps the plan and takes a move back.

use super::pool::{HALF_DAYS, NOBODY, PLACED_WORTH, PoolSearch};
use std::ops::Range;

/// Marks a candidate that another group can spare.
const SPARED: u32 = 1 << 31;

impl PoolSearch {
    /// The move: remove, refill, insert.
    #[expect(
        clippy::indexing_slicing,
        reason = "the centre and the window lie inside the families"
    )]
    pub(super) fn disturb(&mut self) {
        let count = self.families.births.len();
        if count == 0 {
            return;
        }
        let mut centre = self.random.index(count);
        for _ in 0..4 {
            if self.team_of[centre] == NOBODY {
                break;
            }
            centre = self.random.index(count);
        }
        let birth = self.families.births[centre];
        let radius = 2 + self.random.below(self.rules.spread() as u32) as i32;
        let births = &self.families.births;
        let near = births.partition_point(|b| *b < birth - radius)
            ..births.partition_point(|b| *b <= birth + radius);
        let reach = radius + self.rules.spread();
        let far = births[..near.start].partition_point(|b| *b < birth - reach)
            ..near.end + births[near.end..].partition_point(|b| *b <= birth + reach);
        let mut order: [u8; HALF_DAYS] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        let chosen = 1 + self.random.index(6);
        for place in 0..chosen {
            let other = place + self.random.index(HALF_DAYS - place);
            order.swap(place, other);
        }
        let mine = self.families.half_days[centre];
        if let Some(at) = order.iter().position(|half_day| mine >> half_day & 1 == 1) {
            order.swap(0, at);
        }
        let set = order[..chosen]
            .iter()
            .fold(0_u16, |set, half_day| set | 1 << half_day);
        for family in near {
            let team = self.team_of[family];
            if team != NOBODY && set >> self.teams[team as usize].half_day & 1 == 1 {
                self.dissolve(team);
            }
        }
        self.random.shuffle(&mut order[..chosen]);
        self.gather_loose(far.clone());
        for half_day in order.into_iter().take(chosen) {
            match self.random.below(4) {
                0 => {
                    self.gather_spared(half_day, far.clone());
                    self.form(half_day);
                    self.gather_loose(far.clone());
                }
                _ => {
                    self.gather_free(half_day);
                    self.form(half_day);
                }
            }
        }
        self.insert_loose(far);
    }

    /// Lists the families of a window that have no group.
    pub(super) fn gather_loose(&mut self, window: Range<usize>) {
        self.loose.clear();
        let families = window.clone().zip(self.team_of.get(window).unwrap_or(&[]));
        self.loose.extend(
            families
                .filter(|(_, team)| **team == NOBODY)
                .map(|(family, _)| family as u32),
        );
    }

    /// Makes candidates of the loose families that can come on a half-day; now and then one
    /// is passed over, so that it stays available to another half-day.
    #[expect(
        clippy::indexing_slicing,
        reason = "loose families are families of the pool"
    )]
    pub(super) fn gather_free(&mut self, half_day: u8) {
        let pass_over = self.random.below(4) == 0;
        self.candidates.clear();
        for family in &self.loose {
            let at = *family as usize;
            let fits =
                self.families.half_days[at] >> half_day & 1 == 1 && self.team_of[at] == NOBODY;
            if fits && !(pass_over && self.random.below(8) == 0) {
                self.candidates.push(*family);
            }
        }
    }

    /// Makes candidates of the loose families and of some that their own group can spare.
    #[expect(
        clippy::indexing_slicing,
        reason = "the window lies inside the families"
    )]
    fn gather_spared(&mut self, half_day: u8, window: Range<usize>) {
        self.candidates.clear();
        for family in window {
            if self.families.half_days[family] >> half_day & 1 == 0 {
                continue;
            }
            let team = self.team_of[family];
            if team == NOBODY {
                self.candidates.push(family as u32);
                continue;
            }
            let group = &self.teams[team as usize];
            let spare = usize::from(group.size) > self.rules.smallest();
            if spare && group.half_day != half_day && self.random.below(3) == 0 {
                self.candidates.push(family as u32 | SPARED);
            }
        }
    }

    /// Forms the best groups of one half-day from the candidates.
    #[expect(
        clippy::indexing_slicing,
        reason = "ends and starts run over the candidates"
    )]
    pub(super) fn form(&mut self, half_day: u8) {
        let count = self.candidates.len();
        let (smallest, largest) = (self.rules.smallest(), self.rules.largest());
        if count < smallest {
            return;
        }
        self.value.clear();
        self.value.resize(count + 1, 0);
        self.size.clear();
        self.size.resize(count + 1, 0);
        let birth = |candidate: u32| self.families.births[(candidate & !SPARED) as usize];
        for end in 1..=count {
            let last = birth(self.candidates[end - 1]);
            let mut best = self.value[end - 1];
            let mut choice = 0;
            let mut reward = 0;
            for size in 1..=largest.min(end) {
                let candidate = self.candidates[end - size];
                if candidate & SPARED == 0 {
                    reward += PLACED_WORTH;
                }
                if size < smallest {
                    continue;
                }
                let span = last - birth(candidate);
                if span > self.rules.spread() {
                    break;
                }
                let value = self.value[end - size] + reward - self.rules.cost(size, span);
                if value > best {
                    best = value;
                    choice = size;
                }
            }
            self.value[end] = best;
            self.size[end] = choice as u8;
        }
        let mut end = count;
        while end > 0 {
            let size = usize::from(self.size[end]);
            if size == 0 {
                end -= 1;
                continue;
            }
            let team = self.open(half_day);
            for at in end - size..end {
                let family = self.candidates[at] & !SPARED;
                let from = self.team_of[family as usize];
                if from != NOBODY {
                    self.leave(family, from);
                }
                self.join(family, team);
            }
            end -= size;
        }
    }

    /// Puts loose families into the group of the window where they cost least.
    #[expect(
        clippy::indexing_slicing,
        reason = "families come from the range of the pool, teams from the families"
    )]
    pub(super) fn insert_loose(&mut self, window: Range<usize>) {
        if self
            .loose
            .iter()
            .all(|family| self.team_of[*family as usize] != NOBODY)
        {
            return;
        }
        self.seen += 1;
        self.nearby.clear();
        for family in window {
            let team = self.team_of[family];
            if team != NOBODY && self.seen_at[team as usize] != self.seen {
                self.seen_at[team as usize] = self.seen;
                self.nearby.push(team);
            }
        }
        for at in 0..self.loose.len() {
            let family = self.loose[at];
            if self.team_of[family as usize] != NOBODY {
                continue;
            }
            let half_days = self.families.half_days[family as usize];
            let birth = self.families.births[family as usize];
            let mut best = (i64::MAX, NOBODY);
            for team in &self.nearby {
                let group = &self.teams[*team as usize];
                let size = usize::from(group.size);
                if half_days >> group.half_day & 1 == 0 || size >= self.rules.largest() {
                    continue;
                }
                let first = self.families.births[group.members[0] as usize];
                let last = self.families.births[group.members[size - 1] as usize];
                let span = last.max(birth) - first.min(birth);
                if span > self.rules.spread() {
                    continue;
                }
                let cost = self.rules.cost(size + 1, span) - self.rules.cost(size, last - first);
                best = best.min((cost, *team));
            }
            if best.1 != NOBODY {
                self.join(family, best.1);
            }
        }
    }
}
