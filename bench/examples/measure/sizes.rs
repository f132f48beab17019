//! Which instances there are: three sizes, each with the ten sessions of the reference figures and with the
//! product's own eight; and what each must weigh in bytes, so that everybody measures the same.

/// The days of every instance: a year of births and the 830 days after it.
pub const HORIZON: i32 = 365 + 830;

/// One instance to write.
#[derive(Debug)]
pub struct Size {
    /// Its name, which is also the name of its file.
    pub name: &'static str,
    /// Where its chance starts.
    pub seed: u64,
    /// The number of locations.
    pub locations: usize,
    /// The number of births.
    pub births: usize,
    /// The number of regions that families of another language share.
    pub regions: usize,
    /// The groups and sessions.
    pub template: &'static Template,
    /// The md5 of its text, in hexadecimals.
    pub md5: &'static str,
}

/// Sizes of groups and their sessions.
#[derive(Debug)]
pub struct Template {
    /// The fewest families.
    pub smallest: usize,
    /// The number of families that costs nothing.
    pub target: usize,
    /// The most families.
    pub largest: usize,
    /// The most days between the oldest and the youngest child.
    pub spread: i32,
    /// The sessions in order.
    pub sessions: &'static [Session],
}

/// A session; ages and intervals in days.
#[derive(Debug)]
pub struct Session {
    /// Its code.
    pub id: &'static str,
    /// The youngest age of every child.
    pub min_age: i32,
    /// The best age of the median child.
    pub ideal_age: i32,
    /// The oldest age of every child.
    pub max_age: i32,
    /// Whether the doctor is there.
    pub doctor: bool,
    /// The fewest days after the session before.
    pub gap: i32,
}

const fn session(id: &'static str, ages: [i32; 3], doctor: bool, gap: i32) -> Session {
    let [min_age, ideal_age, max_age] = ages;
    Session {
        id,
        min_age,
        ideal_age,
        max_age,
        doctor,
        gap,
    }
}

/// The template of the reference figures.
const TEN: Template = Template {
    smallest: 6,
    target: 8,
    largest: 12,
    spread: 42,
    sessions: &[
        session("w4", [25, 32, 75], false, 0),
        session("m2", [56, 63, 112], true, 21),
        session("m3", [84, 91, 140], false, 28),
        session("m5", [133, 147, 203], false, 49),
        session("m6", [175, 189, 245], false, 28),
        session("m9", [252, 273, 329], true, 42),
        session("m12", [330, 350, 406], false, 42),
        session("m14", [425, 434, 490], false, 28),
        session("m18", [526, 547, 610], true, 42),
        session("m24", [700, 730, 800], false, 60),
    ],
};

/// The product's template in days: allowed windows of `core/data/session-template.json`, a month taken as
/// 30.4 days and rounded inwards; the ideal age is the middle of the preferred window. The six months
/// between B4 and B7 are left out: this format knows only the session before.
const EIGHT: Template = Template {
    smallest: 6,
    target: 8,
    largest: 8,
    spread: 21,
    sessions: &[
        session("B1", [21, 42, 63], true, 0),
        session("B2", [42, 55, 90], false, 14),
        session("B3", [92, 107, 135], true, 28),
        session("B4", [136, 167, 213], false, 56),
        session("B5", [183, 220, 257], false, 0),
        session("B6", [244, 281, 318], true, 0),
        session("B7", [366, 380, 426], false, 0),
        session("B8", [396, 433, 487], true, 0),
    ],
};

/// Every instance, the small ones first.
pub const ALL: [Size; 6] = [
    Size {
        name: "small",
        seed: 1,
        locations: 1,
        births: 229,
        regions: 1,
        template: &TEN,
        md5: "3277d72f23817d8b0dcee7b0494c003d",
    },
    Size {
        name: "medium",
        seed: 2,
        locations: 10,
        births: 2_857,
        regions: 2,
        template: &TEN,
        md5: "483be03e1abbe70d00e50da5fcdafaf1",
    },
    Size {
        name: "large",
        seed: 3,
        locations: 300,
        births: 170_000,
        regions: 25,
        template: &TEN,
        md5: "3bba6b9a9bf6428bf50f9008d15b8979",
    },
    Size {
        name: "small-8",
        seed: 1,
        locations: 1,
        births: 229,
        regions: 1,
        template: &EIGHT,
        md5: "524125cfa471fb6910bcecba7a0d2dd1",
    },
    Size {
        name: "medium-8",
        seed: 2,
        locations: 10,
        births: 2_857,
        regions: 2,
        template: &EIGHT,
        md5: "85f45a09c824d1edc08faca4a4cfeec2",
    },
    Size {
        name: "large-8",
        seed: 3,
        locations: 300,
        births: 170_000,
        regions: 25,
        template: &EIGHT,
        md5: "1500fa8449df4c67df7d326127274daa",
    },
];
