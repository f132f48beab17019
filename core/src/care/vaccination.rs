//! The limits of the national immunisation programme (RVP), as versioned data with their sources.
//! A planning aid, no medical advice: the jeugdarts decides. Nothing here can be edited by a plan.

use crate::calendar::{AgeOffset, Date};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::LazyLock;

/// A dose of the programme by the code of the data file, such as `ROTA1` or `DKTP2`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Dose(String);

impl Dose {
    /// The code of the dose.
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Dose {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Which of the two schemes of the DKTP-Hib-HepB vaccination a child follows. The jeugdarts decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Scheme {
    /// At 3, 5 and 12 months, after a valid vaccination of the mother at 22 weeks.
    #[serde(rename = "3-5-12")]
    M3M5M12,
    /// At 2, 3, 5 and 12 months.
    #[serde(rename = "2-3-5-12")]
    M2M3M5M12,
}

/// A minimum interval after an earlier dose of the same series.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct DoseInterval {
    /// The earlier dose.
    pub after: Dose,
    /// The least time between the two.
    pub at_least: AgeOffset,
}

/// The hard limits of one dose.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct DoseLimit {
    /// The dose.
    pub dose: Dose,
    /// The scheme for which the limit holds; absent when it holds for every child.
    pub scheme: Option<Scheme>,
    /// The first birth date for which the limit holds; absent when it always does.
    pub born_from: Option<Date>,
    /// The youngest age at which the dose counts.
    pub min_age: Option<AgeOffset>,
    /// The oldest age at which the dose may be given.
    pub max_age: Option<AgeOffset>,
    /// The least time after an earlier dose.
    pub interval: Option<DoseInterval>,
    /// Source keys of the domain facts.
    pub source: String,
    /// Confidence in the source: H, M or L.
    pub confidence: String,
}

/// The programme: every known limit, with the day of the version.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Programme {
    /// Where the limits come from and what they are not.
    pub source: String,
    /// The day of this version.
    pub version: Date,
    /// The limits, in the order of the data file.
    pub limits: Vec<DoseLimit>,
}

/// The day of the version of [`Programme::current`], for who shows it without reading the whole data file;
/// a test holds the two together.
pub const PROGRAMME_VERSION: Date = match Date::new(2025, 1, 1) {
    Some(day) => day,
    None => Date::FIRST,
};

static PROGRAMME: LazyLock<Programme> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/vaccinations.json")).unwrap_or(Programme {
        source: String::new(),
        version: Date::FIRST,
        limits: Vec::new(),
    })
});

impl Programme {
    /// The programme as it stands in the data file.
    pub fn current() -> &'static Self {
        &PROGRAMME
    }

    /// The limits that hold for a dose given to children of this scheme (`None`: of any scheme), born up
    /// to `youngest`.
    pub fn limits_of<'a>(
        &'a self,
        dose: &'a Dose,
        scheme: Option<Scheme>,
        youngest: Date,
    ) -> impl Iterator<Item = &'a DoseLimit> {
        self.limits.iter().filter(move |limit| {
            // The words of the dose last: this is asked for every family.
            (limit.scheme.is_none() || scheme.is_none() || limit.scheme == scheme)
                && limit.born_from.is_none_or(|from| youngest >= from)
                && limit.dose == *dose
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::SessionTemplate;

    #[test]
    fn every_dose_of_the_template_has_a_limit_in_the_programme() {
        let programme = Programme::current();
        assert_eq!(programme.limits.len(), 15);
        assert_eq!(programme.version, PROGRAMME_VERSION);
        for spec in &SessionTemplate::proposal().sessions {
            for planned in &spec.doses {
                let youngest = Date::new(2027, 1, 1).unwrap();
                let mut limits = programme.limits_of(&planned.dose, planned.scheme, youngest);
                assert!(limits.next().is_some(), "{}", planned.dose);
            }
        }
    }
}
