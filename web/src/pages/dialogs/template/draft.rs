//! What the user typed about the bijeenkomst template, what is wrong with it, and the edit that it becomes.
//! Whether a template can be used is judged by core; here is only read what was typed.

use crate::text::Lang;
use centering_core::calendar::AgeOffset;
use centering_core::care::{
    AgeWindow, Dose, Interval, PlannedDose, Programme, SessionNumber, SessionSpec, SessionTemplate,
    TemplateFault,
};
use centering_core::plan::Edit;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::prelude::*;

/// The shortest and the longest bijeenkomst, in minutes.
const DURATION: std::ops::RangeInclusive<u16> = 15..=480;
/// The most characters of a code of a contact moment.
const LONGEST_CODE: usize = 12;

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
    /// Never changes, so that a row keeps its fields when one above it goes.
    pub key: u32,
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

#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub rows: Vec<Row>,
    basis: SessionTemplate,
    pub propose: bool,
    pub tried: bool,
}

pub enum Change {
    Name(u32, String),
    Age(u32, Age, String),
    Duration(u32, String),
    HasPhysician(u32, bool),
    Physician(u32, String),
    Replaces(u32, String),
    Dose(u32, PlannedDose, bool),
    /// One more least time, after the bijeenkomst with the second key.
    AddInterval(u32, u32),
    /// The interval at a place is after the bijeenkomst with the last key.
    IntervalAfter(u32, usize, u32),
    IntervalTime(u32, usize, String),
    DropInterval(u32, usize),
    AddAfter(u32, String),
    Remove(u32),
    Propose(bool),
    Tried,
}

impl Reducible for Draft {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut draft = (*self).clone();
        match change {
            Change::Name(key, text) => draft.row(key, |row| row.name = text),
            Change::Age(key, age, text) => draft.row(key, |row| row.ages[age as usize] = text),
            Change::Duration(key, text) => draft.row(key, |row| row.duration = text),
            Change::HasPhysician(key, is_on) => draft.row(key, |row| row.has_physician = is_on),
            Change::Physician(key, text) => draft.row(key, |row| row.physician = text),
            Change::Replaces(key, text) => draft.row(key, |row| row.replaces = text),
            Change::Dose(key, planned, is_on) => draft.row(key, |row| {
                let dose = (planned.dose, planned.scheme);
                if is_on {
                    row.doses.insert(dose);
                } else {
                    row.doses.remove(&dose);
                }
            }),
            Change::AddInterval(key, earlier) => draft.row(key, |row| {
                row.after.push(After {
                    earlier,
                    time: String::new(),
                    before: None,
                });
            }),
            Change::IntervalAfter(key, at, earlier) => {
                draft.interval(key, at, |after| after.earlier = earlier);
            }
            Change::IntervalTime(key, at, text) => {
                draft.interval(key, at, |after| after.time = text);
            }
            Change::DropInterval(key, at) => draft.row(key, |row| {
                if at < row.after.len() {
                    row.after.remove(at);
                }
            }),
            Change::AddAfter(key, name) => draft.add_after(key, name),
            Change::Remove(key) => {
                draft.rows.retain(|row| row.key != key);
                for row in &mut draft.rows {
                    row.after.retain(|after| after.earlier != key);
                }
            }
            Change::Propose(propose) => draft.propose = propose,
            Change::Tried => draft.tried = true,
        }
        Rc::new(draft)
    }
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
        let rows = template.sessions.iter().map(|spec| Row {
            key: key_of(spec.number),
            name: spec.name.clone(),
            ages: [
                write_age(spec.allowed.from),
                write_age(spec.allowed.to),
                write_age(spec.preferred.from),
                write_age(spec.preferred.to),
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
                    time: write_age(interval.at_least),
                    before: Some(interval.clone()),
                })
                .collect(),
            before: Some(spec.clone()),
        });
        Self {
            rows: rows.collect(),
            basis: template.clone(),
            propose: false,
            tried: false,
        }
    }

    fn row(&mut self, key: u32, change: impl FnOnce(&mut Row)) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.key == key) {
            change(row);
        }
    }

    fn interval(&mut self, key: u32, at: usize, change: impl FnOnce(&mut After)) {
        self.row(key, |row| {
            if let Some(after) = row.after.get_mut(at) {
                change(after);
            }
        });
    }

    fn add_after(&mut self, key: u32, name: String) {
        let new = self.rows.iter().map(|row| row.key + 1).max().unwrap_or(1);
        let place = self.rows.iter().position(|row| row.key == key);
        let row = Row {
            key: new,
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
        self.rows
            .insert(place.map_or(self.rows.len(), |place| place + 1), row);
    }

    /// The edit, or what is wrong, by row.
    pub fn read(&self, lang: Lang) -> Result<Edit, BTreeMap<u32, Faults>> {
        let mut faults: BTreeMap<u32, Faults> = BTreeMap::new();
        let mut sessions = Vec::new();
        let mut kept = BTreeMap::new();
        for (row, number) in self.rows.iter().zip(1..) {
            let Some(number) = SessionNumber::new(number) else {
                break;
            };
            if let Some(before) = &row.before {
                kept.insert(before.number, number);
            }
            match self.read_row(row, number) {
                Ok(spec) => sessions.push(spec),
                Err(found) => {
                    faults.insert(row.key, found);
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
            let row = self.rows.get(place).or(self.rows.first());
            faults.insert(
                row.map_or(0, |row| row.key),
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
            let read = read_age(&row.ages[age as usize]);
            if read.is_none() {
                faults.ages.insert(age);
            }
            read
        });
        let name = row.name.trim();
        faults.name = name.is_empty();
        let duration = row.duration.trim().parse::<u16>().ok();
        let duration = duration.filter(|minutes| DURATION.contains(minutes));
        faults.duration = duration.is_none();
        let physician = if row.has_physician {
            let minutes = row.physician.trim().parse::<u16>().ok();
            minutes.filter(|minutes| (1..=duration.unwrap_or(*DURATION.end())).contains(minutes))
        } else {
            Some(0)
        };
        faults.physician = physician.is_none();
        let replaces = read_codes(&row.replaces);
        faults.replaces = replaces.is_none();
        let after: Vec<Option<AgeOffset>> = row
            .after
            .iter()
            .map(|after| read_age(&after.time))
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
            let place = self.rows.iter().position(|row| row.key == after.earlier)?;
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
    if let Err(fault) = template.check() {
        let (number, ages) = match fault {
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
        };
        return Some((number, lang.template_fault(fault), ages));
    }
    let programme = Programme::current();
    let unknown = template.unknown_doses(programme);
    if let Some((number, doses)) = unknown.into_iter().next() {
        let words = lang.unknown_doses(number, &doses);
        return Some((Some(number), words, BTreeSet::new()));
    }
    let relaxed = template.relaxed_limits(programme);
    let (number, dose) = relaxed.into_iter().next()?;
    Some((Some(number), lang.vaccine_limit(number, &dose), allowed()))
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

/// `6w`, `9w6d`, `3m`, `4m14d`: as it is typed.
fn write_age(age: AgeOffset) -> String {
    let (months, days) = (age.months(), age.days());
    let mut text = String::new();
    if months > 0 {
        text.push_str(&format!("{months}m"));
        if days > 0 {
            text.push_str(&format!("{days}d"));
        }
        return text;
    }
    if days >= 7 {
        text.push_str(&format!("{}w", days / 7));
    }
    if days % 7 > 0 || days == 0 {
        text.push_str(&format!("{}d", days % 7));
    }
    text
}

/// Reads months, weeks and days in that order, each once, with spaces between or not.
fn read_age(text: &str) -> Option<AgeOffset> {
    let text: String = text.to_lowercase().split_whitespace().collect();
    let (mut months, mut days, mut number) = (0_u16, 0_u16, String::new());
    let mut left = "mwd";
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            number.push(letter);
            continue;
        }
        let place = left.find(letter)?;
        left = &left[place + 1..];
        let count: u16 = number.parse().ok()?;
        number.clear();
        match letter {
            'm' => months = count,
            'w' => days = count.checked_mul(7)?,
            _ => days = days.checked_add(count)?,
        }
    }
    if !number.is_empty() || text.is_empty() {
        return None;
    }
    AgeOffset::new(months, days)
}

/// Codes of contact moments, separated by commas.
fn read_codes(text: &str) -> Option<Vec<String>> {
    let codes = text
        .split(',')
        .map(str::trim)
        .filter(|code| !code.is_empty());
    codes
        .map(|code| {
            let is_code = code.len() <= LONGEST_CODE
                && code
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '/'));
            is_code.then(|| code.to_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_as_they_are_written() {
        for text in ["0m42d", "0m69d", "3m0d", "4m14d", "0m5d", "0m0d"] {
            let age: AgeOffset = text.parse().unwrap();
            assert_eq!(read_age(&write_age(age)), Some(age), "{text}");
        }
        assert_eq!(write_age("0m69d".parse().unwrap()), "9w6d");
        assert_eq!(read_age(" 4M 2w "), AgeOffset::new(4, 14));
        for wrong in [
            "", "6", "w", "6x", "3d2w", "3m3m", "-1d", "99999m", "9w60000d",
        ] {
            assert_eq!(read_age(wrong), None, "{wrong}");
        }
    }

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
        wrong.rows[4].ages[Age::AllowedTo as usize] = "5m".to_owned();
        let faults = wrong.read(Lang::Nl).unwrap_err();
        assert!(faults[&5].rule.is_some());
        let mut unread = draft.clone();
        unread.rows[1].ages[Age::PreferredTo as usize] = "tien weken".to_owned();
        unread.rows[2].duration = "9".to_owned();
        let faults = unread.read(Lang::Nl).unwrap_err();
        assert_eq!(faults[&2].ages, [Age::PreferredTo].into());
        assert!(faults[&3].duration);
        let mut early = draft;
        early.rows[2].ages[Age::AllowedFrom as usize] = "2m20d".to_owned();
        let faults = early.read(Lang::Nl).unwrap_err();
        assert!(faults[&3].rule.as_ref().unwrap().0.contains("DKTP"));
    }

    #[test]
    fn a_vaccination_that_is_not_known_is_refused_until_it_is_taken_away() {
        let text = serde_json::to_string(SessionTemplate::proposal()).unwrap();
        // At the second bijeenkomst, in one scheme.
        let slip = text.replacen(r#""dose":"DKTP1""#, r#""dose":"dktp1""#, 1);
        let draft = Rc::new(Draft::of(&serde_json::from_str(&slip).unwrap()));
        let faults = draft.read(Lang::Nl).unwrap_err();
        let (words, ages) = faults[&2].rule.clone().unwrap();
        assert!(
            words.contains("‘dktp1’") && words.contains("Bedoel je DKTP1?"),
            "{words}"
        );
        assert!(ages.is_empty());
        let chosen = &draft.rows[1].doses;
        let planned = chosen
            .iter()
            .map(|(dose, scheme)| PlannedDose::new(dose.clone(), *scheme));
        let unknown: Vec<PlannedDose> = planned.filter(|planned| !is_known(planned)).collect();
        assert_eq!(unknown.len(), 1);
        let draft = draft.reduce(Change::Dose(2, unknown[0].clone(), false));
        assert!(draft.read(Lang::Nl).is_ok());
    }

    #[test]
    fn a_time_between_two_bijeenkomsten_is_added_and_changed() {
        let number = |number| SessionNumber::new(number).unwrap();
        let draft = Rc::new(Draft::of(SessionTemplate::proposal()));
        let draft = draft.reduce(Change::AddInterval(2, 1));
        let faults = draft.read(Lang::Nl).unwrap_err();
        // The proposal has one already.
        assert_eq!(faults[&2].after, [1].into());
        let draft = draft.reduce(Change::IntervalTime(2, 1, "5w".to_owned()));
        let read = |draft: &Draft| match draft.read(Lang::Nl) {
            Ok(Edit::SetTemplate { template, .. }) => template.unwrap().sessions,
            other => panic!("{other:?}"),
        };
        let after = &read(&draft)[1].after;
        assert_eq!(after.len(), 2);
        assert_eq!(after[1].session, number(1));
        assert_eq!(after[1].at_least, AgeOffset::new(0, 35).unwrap());
        let draft = draft.reduce(Change::DropInterval(2, 0));
        assert_eq!(read(&draft)[1].after, after[1..]);
    }

    #[test]
    fn a_bijeenkomst_that_goes_takes_the_intervals_to_it_along() {
        let draft = Rc::new(Draft::of(SessionTemplate::proposal()));
        let draft = draft.reduce(Change::Remove(4));
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
