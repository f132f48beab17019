//! The benchmark's file format, as `bench/README.md` describes it.

use serde::Deserialize;

/// An instance as it is read.
#[derive(Deserialize)]
pub struct Instance {
    pub(crate) horizon: Horizon,
    pub(crate) group: Group,
    pub(crate) cost: Cost,
    pub(crate) sessions: Vec<Session>,
    pub(crate) closed: Closed,
    pub(crate) locations: Vec<Location>,
    pub(crate) doctor_absent: Vec<Vec<i32>>,
    pub(crate) lines: Vec<Line>,
    pub(crate) bookings: Vec<(usize, i32)>,
    pub(crate) children: Children,
    pub(crate) cohorts: Cohorts,
}

#[derive(Deserialize)]
pub(crate) struct Horizon {
    pub days: i32,
    pub weekday_of_day0: i32,
}

#[derive(Deserialize)]
pub(crate) struct Group {
    pub min: u32,
    pub target: u32,
    pub max: u32,
    pub window_days: i32,
}

#[derive(Deserialize)]
pub(crate) struct Cost {
    pub size_weight: i64,
    pub span_weight: i64,
}

#[derive(Deserialize)]
pub(crate) struct Session {
    pub min_age: i32,
    pub ideal_age: i32,
    pub max_age: i32,
    pub doctor: bool,
    pub min_gap_prev: i32,
}

#[derive(Deserialize)]
pub(crate) struct Closed {
    pub public: Vec<i32>,
    pub school_reduced: Vec<(i32, i32)>,
    pub school_full: Vec<(i32, i32)>,
    pub mode: String,
}

impl Closed {
    pub fn days(&self) -> Vec<i32> {
        let ranges: &[(i32, i32)] = match self.mode.as_str() {
            "school_reduced" => &self.school_reduced,
            "school_full" => &self.school_full,
            _ => &[],
        };
        let mut days = self.public.clone();
        days.extend(ranges.iter().flat_map(|(from, to)| *from..=*to));
        days.sort_unstable();
        days.dedup();
        days
    }
}

#[derive(Deserialize)]
pub(crate) struct Location {
    pub region: u32,
}

#[derive(Deserialize)]
pub(crate) struct Line {
    pub loc: usize,
    pub slot: u8,
}

#[derive(Deserialize)]
pub(crate) struct Children {
    pub birth: Vec<i32>,
    pub loc: Vec<usize>,
    pub lang: Vec<u32>,
    pub slots: Vec<u16>,
    pub group_choice: Vec<u8>,
}

#[derive(Deserialize)]
pub(crate) struct Cohorts {
    /// Location, first, median and last birth, size, half-days.
    pub rows: Vec<(usize, i32, i32, i32, u32, u16)>,
}
