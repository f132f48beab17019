//! Where a group stands in a plan of one location, and what that costs.

use super::model::{MOST_SESSIONS, Model};
use super::part::Taken;
use super::single::{Scale, UNSCHEDULED, Weeks};

/// A group without a line.
pub(crate) const NO_CHOICE: u32 = u32::MAX;

/// Where a group stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seat {
    pub choice: u32,
    pub weeks: Weeks,
    /// Its unscheduled sessions.
    pub missing: u8,
    pub cost: i64,
}

impl Seat {
    /// A group that was taken out of the plan.
    pub const EMPTY: Self = Self {
        choice: NO_CHOICE,
        weeks: [UNSCHEDULED; MOST_SESSIONS],
        missing: 0,
        cost: 0,
    };

    /// A group without any session.
    pub fn idle(sessions: usize, scale: Scale) -> Self {
        Self {
            missing: sessions as u8,
            cost: scale.unscheduled * sessions as i64,
            ..Self::EMPTY
        }
    }

    /// A group with what it takes, which costs so much.
    #[inline]
    pub fn at(cost: i64, (at, weeks): Taken, sessions: usize) -> Self {
        let planned = weeks.iter().take(sessions);
        Self {
            choice: at as u32,
            weeks,
            missing: planned.filter(|week| **week == UNSCHEDULED).count() as u8,
            cost,
        }
    }

    /// A group with what it takes.
    pub fn of(model: &Model, group: usize, taken: Option<Taken>, scale: Scale) -> Self {
        let sessions = model.sessions.get(group).map_or(0, |count| *count as usize);
        let choice = taken.and_then(|taken| Some((taken, model.choices.get(taken.0)?)));
        let Some((taken, choice)) = choice else {
            return Self::idle(sessions, scale);
        };
        let windows = model.windows_of(choice, sessions).iter();
        let costs = windows.zip(&taken.1).map(|(window, week)| match *week {
            UNSCHEDULED => scale.unscheduled,
            week => {
                let at = window.start as usize + usize::from(week);
                scale.date * model.cost.get(at).map_or(0, |cost| i64::from(*cost))
            }
        });
        Self::at(costs.sum(), taken, sessions)
    }
}

/// What a group costs at least, with the lines to itself.
pub(crate) fn floor(model: &Model, group: usize, scale: Scale) -> i64 {
    let sessions = model.sessions.get(group).map_or(0, |count| *count as usize);
    let choices = model.choices.get(model.choices_of(group)).unwrap_or(&[]);
    let floors = choices
        .iter()
        .filter_map(|choice| model.floors_of(choice, sessions).first());
    let costs = floors.map(|floor| floor.date * scale.date + floor.missing * scale.unscheduled);
    costs.min().unwrap_or(0)
}
