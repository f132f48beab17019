//! One pool's search for groups that share a half-day: the plan, what a move changed in it, and the record.
//! [`super::moves`] makes the moves, [`super::common`] hands out the budget.

use super::rules::GroupRules;
pub(crate) use super::team::Team;
use crate::engine::random::Random;

/// Half-days in a week.
pub const HALF_DAYS: usize = 10;
/// A set of half-days, bit 0 Monday morning to bit 9 Friday afternoon.
pub type HalfDays = u16;

pub(super) const NOBODY: u32 = u32::MAX;
/// What one placed family is worth to the walk, in units of cost; the record keeps levels apart.
pub(super) const PLACED_WORTH: i64 = 150;

/// The families of one pool, in order of birth.
#[derive(Clone, Debug)]
pub(crate) struct Families {
    pub births: Vec<i32>,
    pub half_days: Vec<HalfDays>,
}

/// The walk through plans of one pool.
#[derive(Clone, Debug)]
pub(crate) struct PoolSearch {
    pub(super) families: Families,
    pub(super) rules: GroupRules,
    pub(super) random: Random,
    /// The team of each family, or [`NOBODY`].
    pub(super) team_of: Vec<u32>,
    pub(super) teams: Vec<Team>,
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
    pub(super) loose: Vec<u32>,
    pub(super) nearby: Vec<u32>,
    /// When each team was last listed in `nearby`.
    pub(super) seen_at: Vec<u32>,
    pub(super) seen: u32,
    /// Working memory: candidates of a half-day, and the recursion over them.
    pub(super) candidates: Vec<u32>,
    pub(super) value: Vec<i64>,
    pub(super) size: Vec<u8>,
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

    /// Makes the best plan the current one; the current one must be empty.
    pub fn take_best(&mut self) {
        self.now += 1;
        self.touched.clear();
        for at in 0..self.best_teams.len() {
            let Some(group) = self.best_teams.get(at).copied() else {
                continue;
            };
            let team = self.open(group.half_day);
            for family in group.members() {
                self.join(*family, team);
            }
        }
        self.close_move();
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

    pub(super) fn open(&mut self, half_day: u8) -> u32 {
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
    pub(super) fn join(&mut self, family: u32, team: u32) {
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
    pub(super) fn leave(&mut self, family: u32, team: u32) {
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
    pub(super) fn dissolve(&mut self, team: u32) {
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
