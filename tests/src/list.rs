//! Lists of families and of groups as tests read them: with the way they are read, which a user can change, and what of
//! them is compared. Whatever is read, every line of the text is counted once.

use crate::planning::date;
use centering_core::calendar::Date;
use centering_core::intake::{
    Answers, CellFault, Column, GroupList, GroupReading, Intake, LineCount, Question, Reading,
    Table, read_enrolments, read_groups,
};
use centering_core::plan::Plan;

/// The day on which the lists are read.
pub fn today() -> Option<Date> {
    Some(date("2027-01-20"))
}

/// A list with the way it is read.
#[derive(Clone)]
pub struct List<R = Reading> {
    /// Its rows.
    pub table: Table,
    /// How it is read.
    pub reading: R,
    /// Beside which plan.
    pub plan: Plan,
}

impl List {
    /// A list of families beside an empty plan.
    pub fn of(text: &str) -> Self {
        Self::beside(text, Plan::empty())
    }

    /// A list of families beside a plan, read as core guesses.
    pub fn beside(text: &str, plan: Plan) -> Self {
        let table = Table::read(text);
        let reading = Reading::guess(&table, &plan);
        Self {
            table,
            reading,
            plan,
        }
    }

    /// What is read on a day.
    pub fn intake_on(&self, today: Option<Date>) -> Intake {
        let intake = read_enrolments(&self.table, &self.reading, &self.plan, today);
        assert_all_counted(intake.lines);
        intake
    }

    /// What is read today.
    pub fn intake(&self) -> Intake {
        self.intake_on(today())
    }

    /// What the user says of it.
    pub fn answers(&mut self) -> &mut Answers {
        &mut self.reading.answers
    }
}

impl List<GroupReading> {
    /// A list of groups beside a plan, read as core guesses.
    pub fn of_groups(text: &str, plan: Plan) -> Self {
        let table = Table::read(text);
        let reading = GroupReading::guess(&table, &plan);
        Self {
            table,
            reading,
            plan,
        }
    }

    /// What is read on a day.
    pub fn groups_on(&self, today: Option<Date>) -> GroupList {
        let list = read_groups(&self.table, &self.reading, &self.plan, today);
        assert_all_counted(list.lines);
        list
    }
}

fn assert_all_counted(lines: LineCount) {
    let LineCount {
        total,
        read,
        rejected,
        skipped,
    } = lines;
    assert_eq!(total, read + rejected + skipped, "no line is lost");
}

/// What a list of families beside a plan gives.
pub fn read_beside(text: &str, plan: &Plan) -> Intake {
    List::beside(text, plan.clone()).intake()
}

/// What a list of families gives.
pub fn read(text: &str) -> Intake {
    List::of(text).intake()
}

/// The birth dates of the families, in order.
pub fn births(intake: &Intake) -> Vec<String> {
    let all = intake.enrolments.iter();
    all.map(|family| family.birth.to_string()).collect()
}

/// Their codes.
pub fn codes(intake: &Intake) -> Vec<&str> {
    let all = intake.enrolments.iter();
    all.map(|family| family.code.as_str()).collect()
}

/// The names of the locations that the plan does not have.
pub fn locations(intake: &Intake) -> Vec<&str> {
    let all = intake.locations.iter();
    all.map(|location| location.name.as_str()).collect()
}

/// What could not be read, with its line and its column.
pub fn faults(intake: &Intake) -> Vec<(usize, Column, CellFault)> {
    let all = intake.faults.iter();
    all.map(|fault| (fault.line, fault.column, fault.fault))
        .collect()
}

/// So many lines that were read, rejected and skipped.
pub fn lines(read: usize, rejected: usize, skipped: usize) -> LineCount {
    LineCount {
        total: read + rejected + skipped,
        read,
        rejected,
        skipped,
    }
}

/// The columns that the user is asked about, with the values that are shown.
pub fn candidates(intake: &Intake) -> Vec<(usize, Vec<&str>)> {
    let all = intake.questions.iter();
    all.filter_map(|question| match question {
        Question::Column(_, candidates) => Some(candidates),
        _ => None,
    })
    .flatten()
    .map(|one| {
        let values = one.values.iter().map(String::as_str).collect();
        (one.position, values)
    })
    .collect()
}
