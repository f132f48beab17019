//! The benchmark's file format, as `bench/README.md` of the planning notes describes it.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Instance {
    pub horizon: Horizon,
    pub group: Group,
    pub cost: Cost,
    pub sessions: Vec<Session>,
    pub closed: Closed,
    pub locations: Vec<Location>,
    pub doctor_absent: Vec<Vec<i32>>,
    pub lines: Vec<Line>,
    pub bookings: Vec<(usize, i32)>,
    pub children: Children,
    pub cohorts: Cohorts,
}

#[derive(Deserialize)]
pub struct Horizon {
    pub days: i32,
    pub weekday_of_day0: i32,
}

#[derive(Deserialize)]
pub struct Group {
    pub min: u32,
    pub target: u32,
    pub max: u32,
    pub window_days: i32,
}

#[derive(Deserialize)]
pub struct Cost {
    pub size_weight: i64,
    pub span_weight: i64,
}

#[derive(Deserialize)]
pub struct Session {
    pub min_age: i32,
    pub ideal_age: i32,
    pub max_age: i32,
    pub doctor: bool,
    pub min_gap_prev: i32,
}

#[derive(Deserialize)]
pub struct Closed {
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
pub struct Location {
    pub region: u32,
}

#[derive(Deserialize)]
pub struct Line {
    pub loc: usize,
    pub slot: u8,
}

#[derive(Deserialize)]
pub struct Children {
    pub birth: Vec<i32>,
    pub loc: Vec<usize>,
    pub lang: Vec<u32>,
    pub slots: Vec<u16>,
    pub group_choice: Vec<u8>,
}

#[derive(Deserialize)]
pub struct Cohorts {
    /// Location, first, median and last birth, size, half-days.
    pub rows: Vec<(usize, i32, i32, i32, u32, u16)>,
}
