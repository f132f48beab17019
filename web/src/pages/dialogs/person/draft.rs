//! What the user typed about a person, and what is wrong with it.

use crate::pages::period::{PeriodFault, read_period};
use crate::text::Lang;
use centering_core::calendar::HalfDaySet;
use centering_core::plan::{Absence, AbsenceKind, LocationId, Person, PersonId, Plan, Role};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// The smallest part of a working week that can be set, in hundredths.
const SMALLEST_FTE: u16 = 10;

/// The fields as they stand.
#[derive(Clone, PartialEq)]
pub struct Draft {
    pub alias: String,
    pub role: Role,
    pub trained: bool,
    pub fte: String,
    pub half_days: HalfDaySet,
    pub locations: BTreeSet<LocationId>,
    pub absences: Vec<AbsenceDraft>,
}

#[derive(Clone, Default, PartialEq)]
pub struct AbsenceDraft {
    /// Never changes, so that a row keeps its fields when one above it goes.
    pub key: u32,
    pub first: String,
    pub last: String,
    pub kind: AbsenceKind,
    /// The absence as it was before, if it is not new.
    before: Option<Absence>,
}

pub enum Change {
    Alias(String),
    Role(Role),
    Trained(bool),
    Fte(String),
    HalfDays(HalfDaySet),
    Location(LocationId, bool),
    AddAbsence,
    First(u32, String),
    Last(u32, String),
    Kind(u32, AbsenceKind),
    RemoveAbsence(u32),
}

impl Reducible for Draft {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut draft = (*self).clone();
        match change {
            Change::Alias(text) => draft.alias = text,
            Change::Role(role) => draft.role = role,
            Change::Trained(trained) => draft.trained = trained,
            Change::Fte(text) => draft.fte = text,
            Change::HalfDays(half_days) => draft.half_days = half_days,
            Change::Location(id, true) => {
                draft.locations.insert(id);
            }
            Change::Location(id, false) => {
                draft.locations.remove(&id);
            }
            Change::AddAbsence => {
                let keys = draft.absences.iter().map(|absence| absence.key + 1);
                let key = keys.max().unwrap_or(0);
                draft.absences.push(AbsenceDraft {
                    key,
                    ..AbsenceDraft::default()
                });
            }
            Change::First(key, text) => draft.absence(key, |absence| absence.first = text),
            Change::Last(key, text) => draft.absence(key, |absence| absence.last = text),
            Change::Kind(key, kind) => draft.absence(key, |absence| absence.kind = kind),
            Change::RemoveAbsence(key) => draft.absences.retain(|absence| absence.key != key),
        }
        Rc::new(draft)
    }
}

/// What is wrong, field by field.
#[derive(Default)]
pub struct Faults {
    pub alias: Option<String>,
    pub fte: Option<String>,
    pub absences: Vec<PeriodFault>,
}

impl Draft {
    pub fn of(plan: &Plan, known: Option<&Person>, lang: Lang) -> Self {
        let Some(person) = known else {
            return Self {
                alias: String::new(),
                role: Role::Facilitator,
                trained: true,
                fte: lang.fte(100),
                half_days: HalfDaySet::default(),
                // One location: there is nothing to choose.
                locations: match plan.locations.len() {
                    1 => plan.locations.keys().cloned().collect(),
                    _ => BTreeSet::new(),
                },
                absences: Vec::new(),
            };
        };
        let absences = person
            .absences
            .iter()
            .zip(0..)
            .map(|(absence, key)| AbsenceDraft {
                key,
                first: lang.day_typed(absence.days.first),
                last: lang.day_typed(absence.days.last),
                kind: absence.kind,
                before: Some(absence.clone()),
            });
        Self {
            alias: person.alias.to_string(),
            role: person.role,
            trained: person.trained,
            fte: lang.fte(person.fte),
            half_days: person.half_days,
            locations: person.locations.clone(),
            absences: absences.collect(),
        }
    }

    fn absence(&mut self, key: u32, change: impl FnOnce(&mut AbsenceDraft)) {
        if let Some(absence) = self.absences.iter_mut().find(|absence| absence.key == key) {
            change(absence);
        }
    }

    /// The person as typed, or what is wrong.
    pub fn read(&self, plan: &Plan, known: Option<&Person>, lang: Lang) -> Result<Person, Faults> {
        let mut faults = Faults::default();
        let alias = PersonId::parse(&self.alias);
        let is_taken = |alias: &PersonId| {
            let id = known.map_or(alias, |person| &person.id);
            let others = plan.people.values().filter(|other| match known {
                Some(person) => other.id != person.id,
                None => true,
            });
            let mut others = others.filter(|other| other.alias == *alias || other.id == *id);
            others.next().is_some()
        };
        faults.alias = match &alias {
            Err(fault) => Some(lang.code_fault(*fault)),
            Ok(alias) => is_taken(alias).then(|| lang.person_alias_taken().to_owned()),
        };
        let fte = read_fte(&self.fte);
        if fte.is_none() {
            faults.fte = Some(lang.person_fte_wrong().to_owned());
        }
        let mut absences = Vec::new();
        for absence in &self.absences {
            let is_empty = absence.first.trim().is_empty() && absence.last.trim().is_empty();
            let fault = match read_period(&absence.first, &absence.last, lang) {
                _ if is_empty => (None, None),
                Ok(days) => {
                    let before = absence.before.as_ref();
                    absences.push(Absence {
                        days,
                        kind: absence.kind,
                        extra: before
                            .map(|before| before.extra.clone())
                            .unwrap_or_default(),
                    });
                    (None, None)
                }
                Err(fault) => fault,
            };
            faults.absences.push(fault);
        }
        absences.sort_by_key(|absence| (absence.days.first, absence.days.last));
        match (alias, fte) {
            (Ok(alias), Some(fte))
                if faults.alias.is_none()
                    && faults.absences.iter().all(|fault| *fault == (None, None)) =>
            {
                let before = known.cloned().unwrap_or_else(|| Person::new(alias.clone()));
                Ok(Person {
                    alias,
                    role: self.role,
                    trained: self.trained,
                    fte,
                    half_days: self.half_days,
                    locations: self.locations.clone(),
                    absences,
                    ..before
                })
            }
            _ => Err(faults),
        }
    }
}

/// `0,8` or `0.8` as hundredths.
fn read_fte(text: &str) -> Option<u16> {
    let text = text.trim().replace(',', ".");
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    if rest.len() > 2 || !rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let hundredths = format!("{rest:0<2}").parse::<u16>().ok()?;
    let whole = if whole.is_empty() {
        0
    } else {
        whole.parse().ok()?
    };
    let fte = u16::checked_mul(whole, 100)?.checked_add(hundredths)?;
    (SMALLEST_FTE..=Person::LARGEST_FTE)
        .contains(&fte)
        .then_some(fte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_working_week_is_read_as_people_write_it() {
        assert_eq!(read_fte("0,8"), Some(80));
        assert_eq!(read_fte("1"), Some(100));
        assert_eq!(read_fte(" 0.75 "), Some(75));
        assert_eq!(read_fte(",5"), Some(50));
        for wrong in ["", "0", "2", "0,755", "-1", "a", "1,", "9999999"] {
            let is_one = wrong == "1,";
            assert_eq!(read_fte(wrong), is_one.then_some(100), "{wrong}");
        }
    }
}
