//! One pool's search for groups that share a half-day: the state and its moves.
//! A move removes the groups of some half-days around one family, refills half-day by half-day
//! with the exact recursion, and inserts who is left. [`super::common`] hands out the budget.

use super::rules::GroupRules;
pub(crate) use super::team::Team;
use crate::engine::random::Random;
use std::ops::Range;

/// Half-days in a week.
pub const HALF_DAYS: usize = 10;
/// A set of half-days, bit 0 Monday morning to bit 9 Friday afternoon.
pub type HalfDays = u16;

const NOBODY: u32 = u32::MAX;
/// Marks a candidate that another group can spare.
const SPARED: u32 = 1 << 31;
/// What one placed family is worth to the walk, in units of cost; the record keeps levels apart.
const PLACED_WORTH: i64 = 150;

/// The families of one pool, in order of birth.
#[derive(Clone, Debug)]
pub(crate) struct Families {
    pub births: Vec<i32>,
    pub half_days: Vec<HalfDays>,
}

/// The walk through plans of one pool.
#[derive(Clone, Debug)]
pub(crate) struct PoolSearch {
    families: Families,
    rules: GroupRules,
    random: Random,
    /// The team of each family, or [`NOBODY`].
    team_of: Vec<u32>,
    teams: Vec<Team>,
    spare: Vec<u32>,
    /// Teams changed in this move with their state before it.
    touched: Vec<(u32, Team)>,
    stamp: Vec<u32>,
    now: u32,
    placed: i64,
    cost: i64,
    best: (i64, i64),
    best_teams: Vec<Team>,
    /// Families of the window without a team, and the teams of the window.
    loose: Vec<u32>,
    nearby: Vec<u32>,
    /// When each team was last listed in `nearby`.
    seen_at: Vec<u32>,
    seen: u32,
    /// Working memory: candidates of a half-day, and the recursion over them.
    candidates: Vec<u32>,
    value: Vec<i64>,
    size: Vec<u8>,
}

impl PoolSearch {
    pub fn new(families: Families, rules: GroupRules, random: Random) -> Self {
        let count = families.births.len();
        Self {
            families,
            rules,
            random,
            team_of: vec![NOBODY; count],
            teams: Vec::new(),
            spare: Vec::new(),
            touched: Vec::new(),
            stamp: Vec::new(),
            now: 0,
            placed: 0,
            cost: 0,
            best: (0, 0),
            best_teams: Vec::new(),
            loose: Vec::new(),
            nearby: Vec::new(),
            seen_at: Vec::new(),
            seen: 0,
            candidates: Vec::new(),
            value: Vec::new(),
            size: Vec::new(),
        }
    }

    /// Families placed and cost of the best plan.
    pub const fn best(&self) -> (i64, i64) {
        self.best
    }

    pub const fn families(&self) -> &Families {
        &self.families
    }

    pub fn best_teams(&self) -> &[Team] {
        &self.best_teams
    }

    /// Forgets the current plan, not the record.
    pub fn restart(&mut self) {
        self.team_of.fill(NOBODY);
        self.teams.clear();
        self.stamp.clear();
        self.seen_at.clear();
        self.spare.clear();
        self.placed = 0;
        self.cost = 0;
    }

    /// Fills an empty plan half-day by half-day.
    pub fn construct(&mut self) {
        let mut order: [u8; HALF_DAYS] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        self.random.shuffle(&mut order);
        self.now += 1;
        self.touched.clear();
        let all = 0..self.families.births.len();
        self.gather_loose(all.clone());
        for half_day in order {
            self.gather_free(half_day);
            self.form(half_day);
        }
        self.insert_loose(all);
        self.close_move();
        self.record();
    }

    /// Tries one move; `heat` is the accepted worsening in 1024ths of cost, on average.
    pub fn iterate(&mut self, heat: i64) {
        let before = (self.placed, self.cost);
        self.now += 1;
        self.touched.clear();
        self.disturb();
        let gain = PLACED_WORTH * (self.placed - before.0) - (self.cost - before.1);
        let allowed = (heat * self.random.exponential()) >> 20;
        if gain + allowed < 0 {
            self.undo();
            (self.placed, self.cost) = before;
        }
        self.close_move();
        self.record();
    }

    fn record(&mut self) {
        let (placed, cost) = self.best;
        if (self.placed, -self.cost) > (placed, -cost) {
            self.best = (self.placed, self.cost);
            self.best_teams.clear();
            let teams = self.teams.iter().filter(|team| !team.is_empty());
            self.best_teams.extend(teams.copied());
        }
    }

    /// The move: remove, refill, insert.
    #[expect(
        clippy::indexing_slicing,
        reason = "the centre and the window lie inside the families"
    )]
    fn disturb(&mut self) {
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
    fn gather_loose(&mut self, window: Range<usize>) {
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
    fn gather_free(&mut self, half_day: u8) {
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
    fn form(&mut self, half_day: u8) {
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
    fn insert_loose(&mut self, window: Range<usize>) {
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

    fn cost_of(&self, team: &Team) -> i64 {
        let birth = |family: Option<&u32>| {
            family
                .and_then(|f| self.families.births.get(*f as usize))
                .copied()
                .unwrap_or(0)
        };
        let members = team.members();
        if members.is_empty() {
            return 0;
        }
        self.rules.cost(
            members.len(),
            birth(members.last()) - birth(members.first()),
        )
    }

    /// Remembers a team's state before its first change in this move.
    #[expect(clippy::indexing_slicing, reason = "team numbers index both lists")]
    fn touch(&mut self, team: u32) {
        if self.stamp[team as usize] != self.now {
            self.stamp[team as usize] = self.now;
            self.touched.push((team, self.teams[team as usize]));
        }
    }

    fn open(&mut self, half_day: u8) -> u32 {
        let team = self.spare.pop().unwrap_or_else(|| {
            self.teams.push(Team::EMPTY);
            self.stamp.push(0);
            self.seen_at.push(0);
            self.teams.len() as u32 - 1
        });
        self.touch(team);
        if let Some(team) = self.teams.get_mut(team as usize) {
            team.half_day = half_day;
        }
        team
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "team and family numbers are in range"
    )]
    fn join(&mut self, family: u32, team: u32) {
        self.touch(team);
        let group = self.teams[team as usize];
        let before = self.cost_of(&group);
        self.teams[team as usize].insert(family);
        let after = self.cost_of(&self.teams[team as usize]);
        self.team_of[family as usize] = team;
        self.placed += 1;
        self.cost += after - before;
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "team and family numbers are in range"
    )]
    fn leave(&mut self, family: u32, team: u32) {
        self.touch(team);
        let before = self.cost_of(&self.teams[team as usize]);
        self.teams[team as usize].remove(family);
        let after = self.cost_of(&self.teams[team as usize]);
        self.team_of[family as usize] = NOBODY;
        self.placed -= 1;
        self.cost += after - before;
        if usize::from(self.teams[team as usize].size) < self.rules.smallest() {
            self.dissolve(team);
        }
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "team and family numbers are in range"
    )]
    fn dissolve(&mut self, team: u32) {
        self.touch(team);
        let group = self.teams[team as usize];
        self.cost -= self.cost_of(&group);
        self.placed -= i64::from(group.size);
        for family in group.members() {
            self.team_of[*family as usize] = NOBODY;
        }
        self.teams[team as usize].size = 0;
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "team and family numbers are in range"
    )]
    fn undo(&mut self) {
        for (team, _) in &self.touched {
            for family in self.teams[*team as usize].members() {
                self.team_of[*family as usize] = NOBODY;
            }
        }
        for (team, before) in &self.touched {
            self.teams[*team as usize] = *before;
            for family in before.members() {
                self.team_of[*family as usize] = *team;
            }
        }
    }

    /// Makes teams that ended empty available again.
    fn close_move(&mut self) {
        for (team, _) in &self.touched {
            if self.teams.get(*team as usize).is_some_and(Team::is_empty) {
                self.spare.push(*team);
            }
        }
    }
}
