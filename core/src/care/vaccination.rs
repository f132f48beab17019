//! The limits of the national immunisation programme (RVP), as versioned data with their sources.
//! A planning aid, no medical advice: the jeugdarts decides. Nothing here can be edited by a plan.

use crate::calendar::{AgeOffset, Date};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::LazyLock;

/// A dose of the programme by the code of the data file, such as `ROTA1` or `DKTP2`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[serde(deny_unknown_fields)]
pub struct DoseInterval {
    /// The earlier dose.
    pub after: Dose,
    /// The least time between the two.
    pub at_least: AgeOffset,
}

/// The hard limits of one dose. A field with a slip in its name is refused: it would be a limit less.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
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
    /// The oldest age at which the programme advises the dose: a later one is named, and given all the same.
    pub advised_max_age: Option<AgeOffset>,
    /// The least time after an earlier dose.
    pub interval: Option<DoseInterval>,
    /// What the programme says beside the limits, in words.
    pub note: Option<String>,
    /// Source keys of `docs/domain.md`.
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

    /// Whether the programme has this dose, for children of this scheme where one is named, whenever they are born.
    pub fn knows(&self, dose: &Dose, scheme: Option<Scheme>) -> bool {
        self.limits_of(dose, scheme, Date::LAST).next().is_some()
    }

    /// The doses of the programme, each once, in the order of the data file.
    pub fn doses(&self) -> Vec<&Dose> {
        let mut doses: Vec<&Dose> = Vec::new();
        for limit in &self.limits {
            if !doses.contains(&&limit.dose) {
                doses.push(&limit.dose);
            }
        }
        doses
    }

    /// The dose that a code which the programme does not know was probably meant to be: the only one that is a slip
    /// of the pen away. `None` where two are as near, or none is near. A guess for words; no limit goes by it.
    pub fn meant_by(&self, unknown: &Dose) -> Option<&Dose> {
        let written = plain(unknown);
        if written.len() > LONGEST_CODE {
            return None;
        }
        let known = self.doses().into_iter();
        let mut known: Vec<(usize, &Dose)> = known
            .map(|dose| (slips(&written, &plain(dose)), dose))
            .filter(|(slips, _)| *slips <= MOST_SLIPS)
            .collect();
        known.sort();
        match known.as_slice() {
            [(_, only)] => Some(only),
            [(nearest, first), (next, _), ..] if nearest < next => Some(first),
            _ => None,
        }
    }
}

/// Two letters that changed places are two slips.
const MOST_SLIPS: usize = 2;
/// No code of the programme is longer, slips included.
const LONGEST_CODE: usize = 12;

/// The letters and digits of a code in capitals, for comparing how people write it.
fn plain(dose: &Dose) -> Vec<char> {
    let characters = dose.code().chars();
    let kept = characters.filter(|character| character.is_alphanumeric());
    kept.map(|character| character.to_ascii_uppercase())
        .take(LONGEST_CODE + 1)
        .collect()
}

/// How many characters must be added, left out or changed to make one code of the other (Levenshtein).
fn slips(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (place, own) in one.iter().enumerate() {
        let (mut corner, mut left) = (place, place + 1);
        let mut next = vec![left];
        for (above, character) in row.iter().skip(1).zip(other) {
            left = (corner + usize::from(own != character))
                .min(left + 1)
                .min(above + 1);
            corner = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
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

    /// An interval after a dose that the data file does not have for those children would never hold.
    #[test]
    fn every_interval_of_the_programme_is_after_a_dose_that_it_has() {
        let programme = Programme::current();
        for limit in &programme.limits {
            if let Some(interval) = &limit.interval {
                let earlier = programme.knows(&interval.after, limit.scheme);
                assert!(earlier && interval.after != limit.dose, "{}", limit.dose);
            }
        }
    }

    #[test]
    fn a_slip_in_a_code_is_a_dose_that_is_not_known_and_perhaps_one_that_was_meant() {
        let programme = Programme::current();
        let dose = |code: &str| Dose(code.to_owned());
        for (written, meant) in [
            ("DTKP1", Some("DKTP1")),
            ("dktp1", Some("DKTP1")),
            (" DKTP-1 ", Some("DKTP1")),
            ("DKTP 1", Some("DKTP1")),
            ("BMR", Some("BMR1")),
            ("MenACWY", Some("MENACWY1")),
            ("rota2", Some("ROTA2")),
            // As near to four, and to nothing.
            ("DKTP", None),
            ("DKTP5", None),
            ("HPV1", None),
            ("", None),
            ("DKTP1 voor iedereen van de groep", None),
        ] {
            let written = dose(written);
            assert!(!programme.knows(&written, None), "{written}");
            let found = programme.meant_by(&written).map(Dose::code);
            assert_eq!(found, meant, "{written}");
        }
        // Known, but not in that scheme.
        assert!(programme.knows(&dose("DKTP4"), Some(Scheme::M2M3M5M12)));
        assert!(!programme.knows(&dose("DKTP4"), Some(Scheme::M3M5M12)));
        // Known to programmes of earlier years, too.
        assert!(programme.knows(&dose("ROTA1"), Some(Scheme::M3M5M12)));
    }
}
