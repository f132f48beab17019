//! Borging in the example plan: two measurements of the success factors, answers, ticks, and how it stood on
//! earlier days. The days before the example are written by hand; nobody scored them.

use super::example::make;
use centering_core::assurance::{Figure, IndicatorId, Indicators, Score, SuccessFactors};
use centering_core::calendar::Date;
use centering_core::edit::{AssuranceEdit, Edit};
use centering_core::plan::{Answers, Evaluation, Plan};
use centering_core::steps::Role;

/// A round: its day, and each role with what it scores the seven factors on average.
type Round = (&'static str, &'static [(&'static str, [u8; 7])]);

const ROUNDS: [Round; 2] = [
    (
        "2026-03-02",
        &[
            ("project_lead", [4, 2, 3, 2, 3, 2, 4]),
            ("team_manager", [3, 2, 4, 2, 3, 2, 4]),
            ("facilitators", [3, 3, 4, 1, 2, 1, 4]),
        ],
    ),
    (
        "2027-02-09",
        &[
            ("project_lead", [4, 3, 4, 3, 4, 2, 5]),
            ("team_manager", [4, 3, 4, 2, 3, 3, 4]),
            ("facilitators", [4, 4, 5, 2, 3, 2, 4]),
            ("lead_physician", [5, 3, 4, 3, 3, 1, 4]),
        ],
    ),
];

/// On each earlier day: trained begeleiders of the smallest location, bijeenkomsten of a hundred that keep
/// two begeleiders, and those in their preferred window.
const BEFORE: [(&str, u32, u32, u32); 4] = [
    ("2026-03-31", 1, 50, 100),
    ("2026-06-30", 2, 64, 98),
    ("2026-09-30", 2, 70, 97),
    ("2026-12-31", 2, 78, 96),
];

/// How many items of each checklist are ticked.
const TICKS: [(&str, usize); 3] = [("handreiking", 8), ("recruitment", 7), ("care_system", 9)];

pub fn add_assurance(plan: &mut Plan) {
    for (day, people) in ROUNDS {
        let Some(day) = Date::parse_iso(day) else {
            continue;
        };
        add(plan, AssuranceEdit::BeginMeasurement(day), day);
        for (respondent, (role, levels)) in people.iter().enumerate() {
            let role = AssuranceEdit::AddRespondent {
                measurement: day,
                role: Role::new(role),
            };
            add(plan, role, day);
            score(plan, day, respondent, levels);
        }
    }
    let answers = Answers {
        coordinator_with_backup: Some(true),
        in_budget: Some(true),
        in_work_plan: Some(true),
        in_product_catalogue: Some(false),
        evaluation: Date::new(2026, 12, 8).map(Evaluation::On),
        groups_wanted: Some(4),
        ..Answers::default()
    };
    let today = plan.today.unwrap_or(Date::FIRST);
    add(plan, AssuranceEdit::Answer(Box::new(answers)), today);
    for (list, count) in TICKS {
        for item in 0..count {
            let tick = AssuranceEdit::Tick {
                list: list.to_owned(),
                item,
                done: true,
            };
            add(plan, tick, Date::new(2026, 8, 24).unwrap_or(today));
        }
    }
    keep_earlier_days(plan);
}

/// Around what the role scores a factor, a statement is one higher or lower here and there.
fn score(plan: &mut Plan, day: Date, respondent: usize, levels: &[u8; 7]) {
    let statements: Vec<_> = SuccessFactors::current().statements().collect();
    for (place, statement) in statements.iter().enumerate() {
        let factor = usize::from(statement.id.factor.get()).saturating_sub(1);
        let level = i32::from(levels.get(factor).copied().unwrap_or(3));
        let shift = match (place + 2 * respondent) % 5 {
            0 => 1,
            3 => -1,
            _ => 0,
        };
        let points = u8::try_from((level + shift).clamp(1, 5)).unwrap_or(3);
        let set = AssuranceEdit::SetScore {
            measurement: day,
            respondent,
            statement: statement.id,
            score: Score::new(points),
        };
        add(plan, set, day);
    }
}

fn keep_earlier_days(plan: &mut Plan) {
    for (day, trained, kept, preferred) in BEFORE {
        let Some(on) = Date::parse_iso(day) else {
            continue;
        };
        let documents = u32::from(on.month() > 6) + u32::from(on.month() > 9);
        let has_coordinator = on.year() > 2026 || on.month() > 6;
        let figures = [
            (
                IndicatorId::TrainedPerLocation,
                Figure::count(trained).at("De Wetering"),
            ),
            (
                IndicatorId::Resilience,
                Figure::share((kept, 100)).at("BG-2"),
            ),
            (
                IndicatorId::CoordinatorWithBackup,
                Figure::answer(has_coordinator),
            ),
            (
                IndicatorId::PreferredWindow,
                Figure::share((preferred, 100)),
            ),
            (IndicatorId::Embedded, Figure::count(documents)),
            (IndicatorId::Evaluated, Figure::answer(on.month() > 11)),
        ];
        let figures = figures.map(|(indicator, figure)| (indicator, vec![figure]));
        let readings = Indicators::proposal().read(&figures.into(), &plan.assurance.limits);
        add(plan, AssuranceEdit::KeepReadings { on, readings }, on);
    }
}

fn add(plan: &mut Plan, edit: AssuranceEdit, today: Date) {
    make(plan, &Edit::Assurance(Box::new(edit)), Some(today));
}
