//! The bijeenkomst template (bijeenkomstenschema): which bijeenkomsten a group has and at which ages.
//! An organisation may edit it; the limits of the vaccination programme are applied on top in `windows`,
//! so that no template can relax them.

use super::vaccination::{Dose, Programme, Scheme};
use crate::calendar::{AgeOffset, Date};
use crate::text::{ParseError, as_text, faults};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

/// The number of a bijeenkomst in its template, 1 to 99, written `B1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = "^B([1-9][0-9]?)$")))]
pub struct SessionNumber(u8);

impl SessionNumber {
    /// The bijeenkomst with this number; `None` outside 1 to 99.
    pub fn new(number: u8) -> Option<Self> {
        (1..=99).contains(&number).then_some(Self(number))
    }

    /// The number, 1 to 99.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl fmt::Display for SessionNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "B{}", self.0)
    }
}

impl FromStr for SessionNumber {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let read = || Self::new(text.strip_prefix('B')?.parse().ok()?);
        read().ok_or(ParseError::new("a bijeenkomst", "B1 to B99"))
    }
}

as_text!(SessionNumber);

/// A window of ages, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgeWindow {
    /// The youngest age; the youngest child of a group decides.
    pub from: AgeOffset,
    /// The oldest age; the oldest child of a group decides.
    pub to: AgeOffset,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A minimum time after an earlier bijeenkomst.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Interval {
    /// The earlier bijeenkomst.
    pub session: SessionNumber,
    /// The least time between the two, in calendar months and days.
    pub at_least: AgeOffset,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A vaccination that is planned at a bijeenkomst, for all children or for those of one scheme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlannedDose {
    /// Which dose, as the programme names it. One that the programme does not have is read and is problem SJA-02: no
    /// limit holds for it.
    pub dose: Dose,
    /// The scheme of the children who get it; absent when all do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<Scheme>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl PlannedDose {
    /// A dose for the children of this scheme, or for all.
    pub fn new(dose: Dose, scheme: Option<Scheme>) -> Self {
        Self {
            dose,
            scheme,
            extra: Map::new(),
        }
    }
}

/// One bijeenkomst of the template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SessionSpec {
    /// Its number; bijeenkomsten are held in this order.
    pub number: SessionNumber,
    /// What the organisation calls it.
    pub name: String,
    /// The ages at which it is best held.
    pub preferred: AgeWindow,
    /// The ages at which it may be held.
    pub allowed: AgeWindow,
    /// How long it lasts, in minutes.
    pub duration_minutes: u16,
    /// How long the jeugdarts is present, in minutes; 0 when no jeugdarts is needed.
    #[serde(default)]
    pub physician_minutes: u16,
    /// Codes of the individual contact moments that it replaces.
    #[serde(default)]
    pub replaces: Vec<String>,
    /// The vaccinations given at it.
    #[serde(default)]
    pub doses: Vec<PlannedDose>,
    /// The least times after earlier bijeenkomsten.
    #[serde(default)]
    pub after: Vec<Interval>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl SessionSpec {
    /// The shortest and the longest bijeenkomst that can be set, in minutes.
    pub const DURATION: std::ops::RangeInclusive<u16> = 15..=480;
    /// The most characters of the code of a contact moment.
    pub const LONGEST_CODE: usize = 12;

    /// Reads codes of contact moments, separated by commas; `None` when one cannot be a code.
    pub fn read_codes(text: &str) -> Option<Vec<String>> {
        let codes = text.split(',').map(str::trim);
        let is_code = |code: &str| {
            let mut letters = code.chars();
            code.len() <= Self::LONGEST_CODE
                && letters.all(|letter| letter.is_ascii_alphanumeric() || "-/".contains(letter))
        };
        codes
            .filter(|code| !code.is_empty())
            .map(|code| is_code(code).then(|| code.to_owned()))
            .collect()
    }
}

/// The bijeenkomsten of a group, in order. The limits of the vaccination programme hold on top of every template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SessionTemplate {
    /// Where the numbers come from.
    pub source: String,
    /// The day of this version of the template.
    pub version: Date,
    /// One to sixteen bijeenkomsten in the order in which they are held, numbered B1, B2, and so on.
    pub sessions: Vec<SessionSpec>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A vaccination of the template that the programme does not have, so that no limit holds for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnknownDose {
    /// As the template has it: the code is unknown, or is none of the scheme.
    pub planned: PlannedDose,
    /// The dose of the programme that was probably meant; absent where that cannot be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meant: Option<Dose>,
}

/// A vaccination of the template of which the programme asks a time after an earlier one that no earlier
/// bijeenkomst gives, so that this time is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LooseDose {
    /// As the template has it.
    pub planned: PlannedDose,
    /// The earlier one.
    pub after: Dose,
}

faults! {
    /// Why a template cannot be set, though a file may hold it.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum TemplateRefusal {
        /// It cannot be used.
        Fault(fault: TemplateFault) => "{fault}";
        /// The programme does not have these vaccinations of a bijeenkomst, so no limit would hold.
        UnknownDoses(session: SessionNumber, doses: Vec<UnknownDose>)
            => "{session} of the template: the vaccination programme does not have {}", quoted(doses);
        /// A window would allow this dose before or after the limit of the vaccination programme.
        VaccineLimit(session: SessionNumber, dose: Dose)
            => "{session} of the template: its window allows {dose} before or after the limit of the programme";
    }
}

/// The doses as the template has them.
fn quoted(doses: &[UnknownDose]) -> String {
    let names = doses
        .iter()
        .map(|unknown| format!("'{}'", unknown.planned.dose));
    names.collect::<Vec<_>>().join(" ")
}

faults! {
    /// Why a template cannot be used.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    #[serde(rename_all = "snake_case")]
    pub enum TemplateFault {
        /// It has no bijeenkomst, or more than sixteen.
        Count => "the template has no bijeenkomst, or more than {}", SessionTemplate::MOST_SESSIONS;
        /// Its numbers do not run 1, 2, 3, ... in order.
        Numbering(session: SessionNumber)
            => "{session} of the template: the numbers do not run B1, B2, B3, ... in order";
        /// A window ends before it starts.
        EndsBeforeStart(session: SessionNumber) => "{session} of the template: a window ends before it starts";
        /// A window is longer than a year and a half, or reaches beyond the age of six.
        TooWide(session: SessionNumber)
            => "{session} of the template: a window is longer than a year and a half, or reaches beyond the age of six";
        /// The preferred window is not inside the allowed one.
        PreferredOutsideAllowed(session: SessionNumber)
            => "{session} of the template: the preferred window is not inside the allowed one";
        /// A window starts or ends before the one of the bijeenkomst before it.
        RunsBack(session: SessionNumber)
            => "{session} of the template: a window starts or ends before that of the bijeenkomst before it";
        /// An interval names a bijeenkomst that is not an earlier one.
        IntervalNotEarlier(session: SessionNumber)
            => "{session} of the template: an interval names a bijeenkomst that is not an earlier one";
        /// An interval cannot be met: even the earliest day of the earlier one is too late.
        IntervalTooLong(session: SessionNumber)
            => "{session} of the template: an interval cannot be met even from the earliest day of the earlier bijeenkomst";
    }
}

static DEFAULT: LazyLock<SessionTemplate> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/session-template.json")).unwrap_or(
        SessionTemplate {
            source: String::new(),
            version: Date::FIRST,
            sessions: Vec::new(),
            extra: Map::new(),
        },
    )
});

impl SessionTemplate {
    /// The most bijeenkomsten a template may have.
    pub const MOST_SESSIONS: usize = 16;
    /// The longest window of ages, in days.
    const LONGEST_WINDOW: i32 = 549;
    /// No window reaches beyond this age, in months.
    const OLDEST_MONTHS: u16 = 72;

    /// The planner's own proposal of eight bijeenkomsten; its source stands in the template itself.
    pub fn proposal() -> &'static Self {
        &DEFAULT
    }

    /// The bijeenkomst with this number.
    pub fn session(&self, number: SessionNumber) -> Option<&SessionSpec> {
        self.sessions.iter().find(|spec| spec.number == number)
    }

    /// The day of birth on which ages are compared, because months have no fixed length: the version, as long as no
    /// age reaches the end of the calendar from there, where all ages are the same day.
    fn reference_birth(&self) -> Date {
        let twenty_years = 20 * 366;
        self.version.min(Date::LAST.plus_days(-twenty_years))
    }

    /// The vaccinations that the programme does not have, by bijeenkomst: a slip in a code or a scheme switches a limit
    /// off, so it is never let pass.
    pub fn unknown_doses(&self, programme: &Programme) -> Vec<(SessionNumber, Vec<UnknownDose>)> {
        let of_session = |spec: &SessionSpec| {
            let doses = spec.doses.iter();
            let unknown = doses.filter(|own| !programme.knows(&own.dose, own.scheme));
            let unknown = unknown.map(|planned| UnknownDose {
                planned: planned.clone(),
                meant: programme
                    .meant_by(&planned.dose)
                    .filter(|meant| **meant != planned.dose)
                    .cloned(),
            });
            (spec.number, unknown.collect::<Vec<_>>())
        };
        let sessions = self.sessions.iter().map(of_session);
        sessions.filter(|(_, doses)| !doses.is_empty()).collect()
    }

    /// The vaccinations whose time after an earlier one is not kept, by bijeenkomst: no earlier one gives that one.
    pub fn loose_doses(&self, programme: &Programme) -> Vec<(SessionNumber, Vec<LooseDose>)> {
        let of_session = |spec: &SessionSpec| {
            let mut loose: Vec<LooseDose> = Vec::new();
            for planned in &spec.doses {
                let limits = programme.limits_of(&planned.dose, planned.scheme, Date::LAST);
                for interval in limits.filter_map(|limit| limit.interval.as_ref()) {
                    let found = LooseDose {
                        planned: planned.clone(),
                        after: interval.after.clone(),
                    };
                    let mut givers = self.givers(spec, planned, &interval.after);
                    if givers.next().is_none() && !loose.contains(&found) {
                        loose.push(found);
                    }
                }
            }
            (spec.number, loose)
        };
        let sessions = self.sessions.iter().map(of_session);
        sessions.filter(|(_, doses)| !doses.is_empty()).collect()
    }

    /// The bijeenkomsten before `spec` that give an earlier dose to children who get `planned` there.
    pub(super) fn givers<'a>(
        &'a self,
        spec: &SessionSpec,
        planned: &'a PlannedDose,
        earlier: &'a Dose,
    ) -> impl Iterator<Item = &'a SessionSpec> {
        let number = spec.number;
        self.sessions.iter().filter(move |other| {
            other.number < number
                && other.doses.iter().any(|before| {
                    before.dose == *earlier
                        && (before.scheme.is_none()
                            || planned.scheme.is_none()
                            || before.scheme == planned.scheme)
                })
        })
    }

    /// The bijeenkomsten whose allowed window reaches beyond an age limit of a dose that is given at them, each
    /// with that dose. Such a window promises days that `windows` does not give: the limits stand above it.
    pub fn relaxed_limits(&self, programme: &Programme) -> Vec<(SessionNumber, Dose)> {
        let birth = self.reference_birth();
        let mut relaxed = Vec::new();
        for spec in &self.sessions {
            let (from, to) = (spec.allowed.from.on(birth), spec.allowed.to.on(birth));
            for planned in &spec.doses {
                // Those of every year of birth: the version of a template switches none off.
                let mut limits = programme.limits_of(&planned.dose, planned.scheme, Date::LAST);
                let is_beyond = limits.any(|limit| {
                    limit.min_age.is_some_and(|age| from < age.on(birth))
                        || limit.max_age.is_some_and(|age| to > age.on(birth))
                });
                if is_beyond {
                    relaxed.push((spec.number, planned.dose.clone()));
                }
            }
        }
        relaxed
    }

    /// Checks that the template can be set, for form and edit alike.
    ///
    /// # Errors
    /// The first reason, with the bijeenkomst where it stands.
    pub fn can_be_set(&self, programme: &Programme) -> Result<(), TemplateRefusal> {
        self.check().map_err(TemplateRefusal::Fault)?;
        let unknown = self.unknown_doses(programme).into_iter().next();
        if let Some((number, doses)) = unknown {
            return Err(TemplateRefusal::UnknownDoses(number, doses));
        }
        let relaxed = self.relaxed_limits(programme).into_iter().next();
        relaxed.map_or(Ok(()), |(number, dose)| {
            Err(TemplateRefusal::VaccineLimit(number, dose))
        })
    }

    /// Checks that the template can be planned at all.
    ///
    /// Ages are compared on one reference birth date, because months have no fixed length. Doses are not judged
    /// here: a template with an unknown one can be planned; see [`SessionTemplate::unknown_doses`].
    ///
    /// # Errors
    /// The first fault, with the bijeenkomst where it stands.
    pub fn check(&self) -> Result<(), TemplateFault> {
        if self.sessions.is_empty() || self.sessions.len() > Self::MOST_SESSIONS {
            return Err(TemplateFault::Count);
        }
        let birth = self.reference_birth();
        let on = |age: AgeOffset| age.on(birth);
        let mut earlier: Vec<&SessionSpec> = Vec::new();
        for (position, spec) in self.sessions.iter().enumerate() {
            let number = spec.number;
            if usize::from(number.get()) != position + 1 {
                return Err(TemplateFault::Numbering(number));
            }
            for window in [&spec.allowed, &spec.preferred] {
                if on(window.from) > on(window.to) {
                    return Err(TemplateFault::EndsBeforeStart(number));
                }
                let is_long = on(window.to).days_since(on(window.from)) > Self::LONGEST_WINDOW;
                if is_long || on(window.to) > birth.plus_months(Self::OLDEST_MONTHS) {
                    return Err(TemplateFault::TooWide(number));
                }
            }
            if on(spec.preferred.from) < on(spec.allowed.from)
                || on(spec.preferred.to) > on(spec.allowed.to)
            {
                return Err(TemplateFault::PreferredOutsideAllowed(number));
            }
            if let Some(previous) = earlier.last()
                && (on(spec.allowed.from) < on(previous.allowed.from)
                    || on(spec.allowed.to) < on(previous.allowed.to))
            {
                return Err(TemplateFault::RunsBack(number));
            }
            for interval in &spec.after {
                let Some(before) = earlier.iter().find(|one| one.number == interval.session) else {
                    return Err(TemplateFault::IntervalNotEarlier(number));
                };
                if interval.at_least.on(on(before.allowed.from)) > on(spec.allowed.to) {
                    return Err(TemplateFault::IntervalTooLong(number));
                }
            }
            earlier.push(spec);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_proposal_has_eight_bijeenkomsten_and_no_fault() {
        let template = SessionTemplate::proposal();
        assert_eq!(template.sessions.len(), 8);
        assert_eq!(template.check(), Ok(()));
        let with_physician = template
            .sessions
            .iter()
            .filter(|spec| spec.physician_minutes > 0);
        let numbers: Vec<u8> = with_physician.map(|spec| spec.number.get()).collect();
        assert_eq!(numbers, [1, 3, 6, 8]);
    }

    #[test]
    fn faults_are_found_where_they_stand() {
        let mut template = SessionTemplate::proposal().clone();
        template.sessions[2].preferred.to = "9m0d".parse().unwrap();
        let third = SessionNumber::new(3).unwrap();
        assert_eq!(
            template.check(),
            Err(TemplateFault::PreferredOutsideAllowed(third))
        );
        let mut wide = SessionTemplate::proposal().clone();
        wide.sessions[7].allowed.to = "40m0d".parse().unwrap();
        let eighth = SessionNumber::new(8).unwrap();
        assert_eq!(wide.check(), Err(TemplateFault::TooWide(eighth)));
        template.sessions.clear();
        assert_eq!(template.check(), Err(TemplateFault::Count));
    }

    #[test]
    fn ages_are_compared_where_they_are_not_all_the_same_day() {
        let mut template = SessionTemplate::proposal().clone();
        template.version = Date::LAST;
        assert_eq!(template.check(), Ok(()));
        template.sessions[2].preferred.to = "9m0d".parse().unwrap();
        let third = SessionNumber::new(3).unwrap();
        let outside = Err(TemplateFault::PreferredOutsideAllowed(third));
        assert_eq!(template.check(), outside);
    }

    #[test]
    fn a_vaccination_without_the_one_before_it_is_found_in_its_scheme() {
        let programme = Programme::current();
        let proposal = SessionTemplate::proposal();
        assert_eq!(proposal.unknown_doses(programme), []);
        assert_eq!(proposal.loose_doses(programme), []);
        let found = |template: &SessionTemplate| -> Vec<String> {
            let loose = template.loose_doses(programme).into_iter();
            let words = loose.flat_map(|(number, doses)| {
                let word = move |loose: LooseDose| {
                    format!("{number} {} after {}", loose.planned.dose, loose.after)
                };
                doses.into_iter().map(word)
            });
            words.collect()
        };
        // The first of one scheme goes; that of the other scheme is none for these children.
        let mut without = proposal.clone();
        without.sessions[1].doses.pop();
        assert_eq!(found(&without), ["B3 DKTP2 after DKTP1"]);
        // Given later, or twice the same: no time is kept.
        let mut swapped = proposal.clone();
        let first = swapped.sessions[1].doses.remove(0);
        swapped.sessions[2].doses.push(first);
        assert_eq!(found(&swapped), ["B3 ROTA2 after ROTA1"]);
        // A slip in the code of the first leaves the second loose, and is named itself.
        let text = serde_json::to_string(proposal).unwrap();
        let slip = text.replacen(r#""dose":"ROTA1""#, r#""dose":"ROTA-1""#, 1);
        let slip: SessionTemplate = serde_json::from_str(&slip).unwrap();
        assert_eq!(found(&slip), ["B3 ROTA2 after ROTA1"]);
        let [(number, unknown)] = &slip.unknown_doses(programme)[..] else {
            panic!("one bijeenkomst has it");
        };
        assert_eq!((number.get(), unknown.len()), (2, 1));
        assert_eq!(unknown[0].meant.as_ref().map(Dose::code), Some("ROTA1"));
    }
}
