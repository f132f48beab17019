//! What the user typed about the bijeenkomst template, what is wrong with it, and the edit that it becomes.
//! Whether a template can be used is judged by core; here is only read what was typed.

use crate::parts::form::Entries;
use centering_core::calendar::AgeOffset;
use centering_core::care::{
    AgeWindow, Dose, Interval, PlannedDose, Programme, SessionNumber, SessionSpec, SessionTemplate,
    TemplateFault, TemplateRefusal,
};
use centering_core::edit::Edit;
use centering_words::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// Which age of which window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    AllowedFrom,
    AllowedTo,
    PreferredFrom,
    PreferredTo,
}

impl Age {
    pub const ALL: [Self; 4] = [
        Self::AllowedFrom,
        Self::AllowedTo,
        Self::PreferredFrom,
        Self::PreferredTo,
    ];
}

/// One bijeenkomst as it is typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub name: String,
    /// In the order of [`Age::ALL`].
    pub ages: [String; 4],
    pub duration: String,
    pub has_physician: bool,
    pub physician: String,
    pub replaces: String,
    pub doses: BTreeSet<(Dose, Option<centering_core::care::Scheme>)>,
    pub after: Vec<After>,
    /// The bijeenkomst as it was, if it is not new.
    before: Option<SessionSpec>,
}

/// A least time after an earlier bijeenkomst, as it is typed.
#[derive(Clone, Debug, PartialEq)]
pub struct After {
    /// The key of the earlier bijeenkomst.
    pub earlier: u32,
    pub time: String,
    /// The interval as it was, if it is not new.
    before: Option<Interval>,
}

/// The bijeenkomsten, each with a key of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub rows: Entries<Row>,
    basis: SessionTemplate,
    pub propose: bool,
}

/// What is wrong with one row, by field, and as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    pub name: bool,
    pub ages: BTreeSet<Age>,
    pub duration: bool,
    pub physician: bool,
    pub replaces: bool,
    /// The places of the intervals whose time cannot be read.
    pub after: BTreeSet<usize>,
    /// What core says of the row, and the ages that it is about.
    pub rule: Option<(String, BTreeSet<Age>)>,
}

impl Draft {
    pub fn of(template: &SessionTemplate) -> Self {
        let key_of = |number: SessionNumber| u32::from(number.get());
        let row = |spec: &SessionSpec| Row {
            name: spec.name.clone(),
            ages: [
                spec.allowed.from.typed(),
                spec.allowed.to.typed(),
                spec.preferred.from.typed(),
                spec.preferred.to.typed(),
            ],
            duration: spec.duration_minutes.to_string(),
            has_physician: spec.physician_minutes > 0,
            physician: match spec.physician_minutes {
                0 => "60".to_owned(),
                minutes => minutes.to_string(),
            },
            replaces: spec.replaces.join(", "),
            doses: spec
                .doses
                .iter()
                .map(|planned| (planned.dose.clone(), planned.scheme))
                .collect(),
            after: spec
                .after
                .iter()
                .map(|interval| After {
                    earlier: key_of(interval.session),
                    time: interval.at_least.typed(),
                    before: Some(interval.clone()),
                })
                .collect(),
            before: Some(spec.clone()),
        };
        let rows = template.sessions.iter();
        Self {
            rows: Entries::keyed(rows.map(|spec| (key_of(spec.number), row(spec)))),
            basis: template.clone(),
            propose: false,
        }
    }

    /// Adds a bijeenkomst behind one.
    pub fn add_after(&mut self, key: u32, name: String) {
        let row = Row {
            name,
            ages: Default::default(),
            duration: "120".to_owned(),
            has_physician: false,
            physician: "60".to_owned(),
            replaces: String::new(),
            doses: BTreeSet::new(),
            after: Vec::new(),
            before: None,
        };
        self.rows.add_after(key, row);
    }

    /// Takes a bijeenkomst away, with the intervals to it.
    pub fn remove(&mut self, key: u32) {
        self.rows.remove(key);
        self.rows
            .alter_all(|row| row.after.retain(|after| after.earlier != key));
    }

    /// Adds a least time of a bijeenkomst after an earlier one.
    pub fn add_interval(&mut self, key: u32, earlier: u32) {
        self.rows.alter(key, |row| {
            row.after.push(After {
                earlier,
                time: String::new(),
                before: None,
            });
        });
    }

    pub fn set_interval(&mut self, key: u32, at: usize, change: impl FnOnce(&mut After)) {
        self.rows.alter(key, |row| {
            if let Some(after) = row.after.get_mut(at) {
                change(after);
            }
        });
    }

    pub fn drop_interval(&mut self, key: u32, at: usize) {
        self.rows.alter(key, |row| {
            if at < row.after.len() {
                row.after.remove(at);
            }
        });
    }

    /// The edit, or what is wrong, by row.
    pub fn read(&self, lang: Lang) -> Result<Edit, BTreeMap<u32, Faults>> {
        let mut faults: BTreeMap<u32, Faults> = BTreeMap::new();
        let mut sessions = Vec::new();
        let mut kept = BTreeMap::new();
        for ((key, row), number) in self.rows.iter().zip(1..) {
            let Some(number) = SessionNumber::new(number) else {
                break;
            };
            if let Some(before) = &row.before {
                kept.insert(before.number, number);
            }
            match self.read_row(row, number) {
                Ok(spec) => sessions.push(spec),
                Err(found) => {
                    faults.insert(key, found);
                }
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let template = SessionTemplate {
            source: "own template of the organisation".to_owned(),
            sessions,
            ..self.basis.clone()
        };
        if let Some((number, words, ages)) = judge(&template, lang) {
            let place = number.map_or(0, |number| usize::from(number.get()) - 1);
            let row = self.rows.iter().nth(place).or(self.rows.iter().next());
            faults.insert(
                row.map_or(0, |(key, _)| key),
                Faults {
                    rule: Some((words, ages)),
                    ..Faults::default()
                },
            );
            return Err(faults);
        }
        Ok(Edit::SetTemplate {
            template: Some(Box::new(template)),
            kept,
        })
    }

    fn read_row(&self, row: &Row, number: SessionNumber) -> Result<SessionSpec, Faults> {
        let mut faults = Faults::default();
        let ages = Age::ALL.map(|age| {
            let read = AgeOffset::read(&row.ages[age as usize]);
            if read.is_none() {
                faults.ages.insert(age);
            }
            read
        });
        let name = row.name.trim();
        faults.name = name.is_empty();
        let duration = row.duration.trim().parse::<u16>().ok();
        let duration = duration.filter(|minutes| SessionSpec::DURATION.contains(minutes));
        faults.duration = duration.is_none();
        let physician = if row.has_physician {
            let minutes = row.physician.trim().parse::<u16>().ok();
            minutes.filter(|minutes| {
                (1..=duration.unwrap_or(*SessionSpec::DURATION.end())).contains(minutes)
            })
        } else {
            Some(0)
        };
        faults.physician = physician.is_none();
        let replaces = SessionSpec::read_codes(&row.replaces);
        faults.replaces = replaces.is_none();
        let after: Vec<Option<AgeOffset>> = row
            .after
            .iter()
            .map(|after| AgeOffset::read(&after.time))
            .collect();
        let unread = after.iter().enumerate().filter(|(_, time)| time.is_none());
        faults.after = unread.map(|(at, _)| at).collect();
        let ([Some(allowed_from), Some(allowed_to), Some(from), Some(to)], Some(duration)) =
            (ages, duration)
        else {
            return Err(faults);
        };
        let (Some(physician_minutes), Some(replaces), true) =
            (physician, replaces, !faults.name && faults.after.is_empty())
        else {
            return Err(faults);
        };
        let before = row.before.as_ref();
        let window = |from, to, extra: Option<&AgeWindow>| AgeWindow {
            from,
            to,
            extra: extra.map(|window| window.extra.clone()).unwrap_or_default(),
        };
        let planned = |(dose, scheme): &(Dose, Option<_>)| {
            let known = before.into_iter().flat_map(|spec| &spec.doses);
            let mut known =
                known.filter(|planned| planned.dose == *dose && planned.scheme == *scheme);
            let own = || PlannedDose::new(dose.clone(), *scheme);
            known.next().cloned().unwrap_or_else(own)
        };
        let after = row.after.iter().zip(after).filter_map(|(after, at_least)| {
            let place = self.rows.place(after.earlier)?;
            let extra = after.before.as_ref().map(|before| before.extra.clone());
            Some(Interval {
                session: SessionNumber::new(u8::try_from(place + 1).ok()?)?,
                at_least: at_least?,
                extra: extra.unwrap_or_default(),
            })
        });
        Ok(SessionSpec {
            number,
            name: name.to_owned(),
            allowed: window(allowed_from, allowed_to, before.map(|spec| &spec.allowed)),
            preferred: window(from, to, before.map(|spec| &spec.preferred)),
            duration_minutes: duration,
            physician_minutes,
            replaces,
            doses: row.doses.iter().map(planned).collect(),
            after: after.collect(),
            extra: before.map(|spec| spec.extra.clone()).unwrap_or_default(),
        })
    }
}

/// What core says of the template: where, in words, and the ages that it is about.
fn judge(
    template: &SessionTemplate,
    lang: Lang,
) -> Option<(Option<SessionNumber>, String, BTreeSet<Age>)> {
    let allowed = || [Age::AllowedFrom, Age::AllowedTo].into();
    let refusal = template.can_be_set(Programme::current()).err()?;
    let (number, ages) = match &refusal {
        TemplateRefusal::Fault(fault) => match *fault {
            TemplateFault::Count => (None, BTreeSet::new()),
            TemplateFault::EndsBeforeStart(number) => (Some(number), Age::ALL.into()),
            TemplateFault::PreferredOutsideAllowed(number) => {
                (Some(number), [Age::PreferredFrom, Age::PreferredTo].into())
            }
            TemplateFault::Numbering(number)
            | TemplateFault::TooWide(number)
            | TemplateFault::RunsBack(number)
            | TemplateFault::IntervalNotEarlier(number)
            | TemplateFault::IntervalTooLong(number) => (Some(number), allowed()),
        },
        TemplateRefusal::UnknownDoses(number, _) => (Some(*number), BTreeSet::new()),
        TemplateRefusal::VaccineLimit(number, _) => (Some(*number), allowed()),
    };
    Some((number, lang.template_refusal(&refusal), ages))
}

/// Every dose of the programme that can be given at a bijeenkomst, with its scheme.
pub fn all_doses() -> Vec<PlannedDose> {
    let mut doses: Vec<PlannedDose> = Vec::new();
    for limit in &Programme::current().limits {
        // The RSV immunisation goes by the season, not by age.
        let is_known = doses
            .iter()
            .any(|planned| planned.dose == limit.dose && planned.scheme == limit.scheme);
        if !is_known && limit.dose.code() != "RSV" {
            doses.push(PlannedDose::new(limit.dose.clone(), limit.scheme));
        }
    }
    doses
}

/// Whether the programme has a vaccination of a bijeenkomst; a template from a file may have others.
pub fn is_known(planned: &PlannedDose) -> bool {
    Programme::current().knows(&planned.dose, planned.scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_untouched_draft_is_the_template_and_a_wrong_window_is_named_at_its_row() {
        let proposal = SessionTemplate::proposal();
        let draft = Draft::of(proposal);
        let Ok(Edit::SetTemplate { template, kept }) = draft.read(Lang::Nl) else {
            panic!("the proposal is refused");
        };
        let template = template.unwrap();
        assert_eq!(template.sessions.len(), 8);
        for (spec, own) in proposal.sessions.iter().zip(&template.sessions) {
            assert_eq!(
                (spec.number, &spec.allowed, &spec.after),
                (own.number, &own.allowed, &own.after)
            );
            let doses = |spec: &SessionSpec| {
                spec.doses
                    .iter()
                    .map(|one| (one.dose.clone(), one.scheme))
                    .collect::<BTreeSet<_>>()
            };
            assert_eq!(doses(spec), doses(own));
        }
        assert!(kept.iter().all(|(old, new)| old == new));
        let mut wrong = draft.clone();
        wrong
            .rows
            .alter(5, |row| row.ages[Age::AllowedTo as usize] = "5m".to_owned());
        let faults = wrong.read(Lang::Nl).unwrap_err();
        assert!(faults[&5].rule.is_some());
        let mut unread = draft.clone();
        unread.rows.alter(2, |row| {
            row.ages[Age::PreferredTo as usize] = "tien weken".to_owned();
        });
        unread.rows.alter(3, |row| row.duration = "9".to_owned());
        let faults = unread.read(Lang::Nl).unwrap_err();
        assert_eq!(faults[&2].ages, [Age::PreferredTo].into());
        assert!(faults[&3].duration);
        let mut early = draft;
        early.rows.alter(3, |row| {
            row.ages[Age::AllowedFrom as usize] = "2m20d".to_owned()
        });
        let faults = early.read(Lang::Nl).unwrap_err();
        assert!(faults[&3].rule.as_ref().unwrap().0.contains("DKTP"));
    }

    #[test]
    fn a_vaccination_that_is_not_known_is_refused_until_it_is_taken_away() {
        let text = serde_json::to_string(SessionTemplate::proposal()).unwrap();
        // At the second bijeenkomst, in one scheme.
        let slip = text.replacen(r#""dose":"DKTP1""#, r#""dose":"dktp1""#, 1);
        let mut draft = Draft::of(&serde_json::from_str(&slip).unwrap());
        let faults = draft.read(Lang::Nl).unwrap_err();
        let (words, ages) = faults[&2].rule.clone().unwrap();
        assert!(
            words.contains("‘dktp1’") && words.contains("Bedoel je DKTP1?"),
            "{words}"
        );
        assert!(ages.is_empty());
        let chosen = &draft.rows.iter().nth(1).unwrap().1.doses;
        let planned = chosen
            .iter()
            .map(|(dose, scheme)| PlannedDose::new(dose.clone(), *scheme));
        let unknown: Vec<PlannedDose> = planned.filter(|planned| !is_known(planned)).collect();
        assert_eq!(unknown.len(), 1);
        let gone = (unknown[0].dose.clone(), unknown[0].scheme);
        draft.rows.alter(2, |row| {
            row.doses.remove(&gone);
        });
        assert!(draft.read(Lang::Nl).is_ok());
    }

    #[test]
    fn a_time_between_two_bijeenkomsten_is_added_and_changed() {
        let number = |number| SessionNumber::new(number).unwrap();
        let mut draft = Draft::of(SessionTemplate::proposal());
        draft.add_interval(2, 1);
        let faults = draft.read(Lang::Nl).unwrap_err();
        // The proposal has one already.
        assert_eq!(faults[&2].after, [1].into());
        draft.set_interval(2, 1, |after| after.time = "5w".to_owned());
        let read = |draft: &Draft| match draft.read(Lang::Nl) {
            Ok(Edit::SetTemplate { template, .. }) => template.unwrap().sessions,
            other => panic!("{other:?}"),
        };
        let after = read(&draft)[1].after.clone();
        assert_eq!(after.len(), 2);
        assert_eq!(after[1].session, number(1));
        assert_eq!(after[1].at_least, AgeOffset::new(0, 35).unwrap());
        draft.drop_interval(2, 0);
        assert_eq!(read(&draft)[1].after, after[1..]);
    }

    #[test]
    fn a_bijeenkomst_that_goes_takes_the_intervals_to_it_along() {
        let mut draft = Draft::of(SessionTemplate::proposal());
        draft.remove(4);
        let Ok(Edit::SetTemplate { template, kept }) = draft.read(Lang::Nl) else {
            panic!("seven are refused");
        };
        let template = template.unwrap();
        assert_eq!(template.sessions.len(), 7);
        assert!(
            template.sessions[5].after.is_empty(),
            "the one of B7 after B4 went"
        );
        let number = |number| SessionNumber::new(number).unwrap();
        assert_eq!(kept.get(&number(7)), Some(&number(6)));
        assert!(!kept.contains_key(&number(4)));
    }
}
