//! What the user typed about a family, what is wrong with it, and the edits that it becomes.

use centering_core::calendar::{Date, HalfDaySet};
use centering_core::cohort::propose_prefix;
use centering_core::edit::Edit;
use centering_core::intake::{CellFault, DateOrder, read_birth, read_date};
use centering_core::plan::{
    CodeFault, Enrolment, EnrolmentCode, IntakeStatus, Language, Location, LocationId, Plan, Route,
};
use centering_words::Lang;

/// The fields of the dialog, as they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub code: String,
    /// The birth date that takes the place of a due date; only asked for where there is one.
    pub born_on: String,
    pub date: String,
    pub provisional: bool,
    /// An existing location; `None` for another one, by its name.
    pub location: Option<LocationId>,
    pub location_name: String,
    pub half_days: HalfDaySet,
    pub language: Language,
    pub children: u8,
    pub status: IntakeStatus,
    pub route: Option<Route>,
    /// A birth date after this day is a due date.
    pub today: Option<Date>,
}

/// What is wrong with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeTrouble {
    Fault(CodeFault),
    /// Another family has it.
    Known,
}

/// What is wrong, field by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    pub code: Option<CodeTrouble>,
    pub born_on: Option<CellFault>,
    pub date: Option<CellFault>,
    pub location: Option<CellFault>,
}

impl Draft {
    /// The fields of a family that is known, or of a new one.
    pub fn of(plan: &Plan, known: Option<&Enrolment>, lang: Lang, today: Option<Date>) -> Self {
        match known {
            Some(family) => Self {
                code: family.code.to_string(),
                born_on: String::new(),
                date: lang.day_typed(family.birth),
                provisional: family.provisional,
                location: Some(family.location.clone()),
                location_name: String::new(),
                half_days: family.half_days,
                language: family.language.clone(),
                children: family.children,
                status: family.status,
                route: family.route,
                today,
            },
            None => Self {
                code: String::new(),
                born_on: String::new(),
                date: String::new(),
                provisional: false,
                location: plan.locations.keys().next().cloned(),
                location_name: String::new(),
                half_days: HalfDaySet::default(),
                language: Language::dutch(),
                children: 1,
                status: IntakeStatus::default(),
                route: None,
                today,
            },
        }
    }

    fn read_code(&self, plan: &Plan) -> Result<EnrolmentCode, CodeTrouble> {
        let code = EnrolmentCode::parse(&self.code).map_err(CodeTrouble::Fault)?;
        if plan.enrolments.contains_key(&code) {
            return Err(CodeTrouble::Known);
        }
        Ok(code)
    }

    /// The birth date that was entered in place of the due date, if any.
    fn read_born_on(&self) -> Result<Option<Date>, CellFault> {
        if self.born_on.trim().is_empty() {
            return Ok(None);
        }
        read_birth(&self.born_on, DateOrder::DayFirst, self.today).map(Some)
    }

    /// The birth date or due date; one that the plan has is good as it is.
    fn read_date(&self, known: Option<&Enrolment>) -> Result<Date, CellFault> {
        match read_date(&self.date) {
            Ok(date) if known.is_some_and(|known| known.birth == date) => Ok(date),
            _ => read_birth(&self.date, DateOrder::DayFirst, self.today),
        }
    }

    fn read_location(&self) -> Result<LocationId, CellFault> {
        self.location
            .clone()
            .or_else(|| LocationId::from_name(&self.location_name))
            .ok_or(CellFault::LocationMissing)
    }

    /// What is wrong with the fields.
    pub fn faults(&self, plan: &Plan, known: Option<&Enrolment>) -> Faults {
        Faults {
            code: match known {
                Some(_) => None,
                None => self.read_code(plan).err(),
            },
            born_on: self.read_born_on().err(),
            date: self.read_date(known).err(),
            location: self.read_location().err(),
        }
    }

    /// The edits that bring the fields into the plan, none when nothing has changed; `None` when a field
    /// must be corrected first.
    pub fn edits(&self, plan: &Plan, known: Option<&Enrolment>) -> Option<Vec<Edit>> {
        let code = match known {
            Some(family) => family.code.clone(),
            None => self.read_code(plan).ok()?,
        };
        let born_on = self.read_born_on().ok()?;
        let location = self.read_location().ok()?;
        let birth = self.read_date(known).ok()?;
        let is_due = self.today.is_some_and(|today| birth > today);
        // What the dialog has no field for stays.
        let family = known.cloned();
        let family = Enrolment {
            birth,
            location: location.clone(),
            provisional: self.provisional || is_due,
            children: self.children,
            half_days: self.half_days,
            language: self.language.clone(),
            status: self.status,
            route: self.route,
            ..family.unwrap_or_else(|| Enrolment::new(code.clone(), birth, location.clone()))
        };
        let mut edits = Vec::new();
        if !plan.locations.contains_key(&location) {
            edits.push(Edit::SetLocation(self.new_location(plan, location)));
        }
        if known != Some(&family) {
            edits.push(Edit::SetEnrolment(family));
        }
        if let Some(birth) = born_on {
            edits.push(Edit::ConfirmBirth { code, birth });
        }
        Some(edits)
    }

    fn new_location(&self, plan: &Plan, id: LocationId) -> Location {
        let name = self.location_name.trim();
        let name = if name.is_empty() { id.as_str() } else { name };
        Location::new(id.clone(), name, propose_prefix(plan, name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new_family() -> Draft {
        Draft {
            code: "nrd-1".to_owned(),
            date: "4-1-2027".to_owned(),
            location_name: "De Wetering".to_owned(),
            ..Draft::of(&Plan::empty(), None, Lang::Nl, None)
        }
    }

    fn make(plan: &mut Plan, edits: &[Edit]) {
        for edit in edits {
            let changes = edit.changes(plan, None).unwrap();
            plan.apply_all(changes);
        }
    }

    #[test]
    fn a_new_location_comes_with_the_family() {
        let mut plan = Plan::empty();
        let edits = new_family().edits(&plan, None).unwrap();
        make(&mut plan, &edits);
        assert_eq!(plan.enrolments.len(), 1);
        let location = plan.locations.values().next().unwrap();
        assert_eq!(
            (location.name.as_str(), location.prefix.as_str()),
            ("De Wetering", "WET")
        );
    }

    #[test]
    fn a_birth_date_takes_the_place_of_the_due_date() {
        let mut plan = Plan::empty();
        let mut draft = new_family();
        draft.provisional = true;
        let edits = draft.edits(&plan, None).unwrap();
        make(&mut plan, &edits);
        let family = plan.enrolments.values().next().unwrap().clone();
        let mut draft = Draft::of(&plan, Some(&family), Lang::Nl, None);
        assert_eq!(draft.edits(&plan, Some(&family)), Some(Vec::new()));
        draft.born_on = "9-1-2027".to_owned();
        let edits = draft.edits(&plan, Some(&family)).unwrap();
        assert!(matches!(edits.as_slice(), [Edit::ConfirmBirth { .. }]));
    }

    #[test]
    fn a_code_that_is_taken_is_refused() {
        let mut plan = Plan::empty();
        let edits = new_family().edits(&plan, None).unwrap();
        make(&mut plan, &edits);
        assert_eq!(
            new_family().faults(&plan, None).code,
            Some(CodeTrouble::Known)
        );
        assert_eq!(new_family().edits(&plan, None), None);
    }
}
