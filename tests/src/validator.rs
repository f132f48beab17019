//! Checks a plan document against every hard rule, by code that knows nothing of core.
//! It says what is broken and where; what a person settled (pinned, told, over) is theirs and not judged.

use crate::day::Day;
use crate::document::{Document, Group, HalfDayChoice, Session};
use crate::programme::Spec;
use crate::rules::{self, SessionRules};
use crate::team::{TeamRule, can_hold, team_faults};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// A hard rule that a plan breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The group; empty for the plan as a whole.
    pub group: String,
    /// What is broken.
    pub rule: Rule,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {:?}", self.group, self.rule)
    }
}

/// The hard rules, each with what breaks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A family is in more than one group.
    InTwoGroups(String),
    /// A member has no enrolment.
    UnknownMember(String),
    /// A group that the planner formed is too small or too large.
    Size(usize),
    /// A group that the planner formed is too wide, in days.
    Spread(i32),
    /// A group that the planner formed misses windows that one of its families alone would meet.
    Windows,
    /// Half-days are hard, and a member of a group that the planner formed cannot come on its half-day.
    HalfDay(String),
    /// A member is of another location that shares no families with that of the group.
    OtherLocation(String),
    /// A member speaks another language.
    OtherLanguage(String),
    /// A bijeenkomst of the template is not in the group.
    Missing(String),
    /// A bijeenkomst is on a closed day.
    Closed(String, Day, String),
    /// A bijeenkomst is outside the allowed window of the template.
    NotAllowed(String, Day),
    /// A vaccination would be given at the wrong age.
    DoseAge(String, Day, String),
    /// A bijeenkomst is not on the weekday of the group.
    OtherWeekday(String, Day),
    /// A bijeenkomst is not later than an earlier one, or too soon after it.
    TooSoon(String, String),
    /// A bijeenkomst has no day although one was left.
    DayWasLeft(String, Day),
    /// The template has a vaccination that the programme does not have: bijeenkomst and code.
    UnknownDose(String, String),
    /// A rule of lines, rooms and people is broken.
    Team(TeamRule),
}

/// Everything that is wrong with a plan. `today` is the day on which it was planned.
pub fn faults(plan: &Value, today: Option<Day>) -> Vec<Fault> {
    let plan = Document::read(plan);
    let mut faults: Vec<Fault> = plan
        .template()
        .sessions
        .iter()
        .flat_map(unknown_doses)
        .collect();
    let mut group_of: BTreeMap<&str, &str> = BTreeMap::new();
    for group in &plan.groups {
        let mut report = |rule| {
            faults.push(Fault {
                group: group.id.clone(),
                rule,
            });
        };
        for code in &group.members {
            if group_of.insert(code, &group.id).is_some() {
                report(Rule::InTwoGroups(code.clone()));
            }
        }
        families(&plan, group, today, &mut report);
        sessions(&plan, group, today, &mut report);
    }
    let team = team_faults(&plan, today).into_iter();
    faults.extend(team.map(|(group, rule)| Fault {
        group,
        rule: Rule::Team(rule),
    }));
    faults
}

/// The vaccinations of a bijeenkomst for which no limit is written, whatever the year of birth.
fn unknown_doses(spec: &Spec) -> impl Iterator<Item = Fault> {
    let latest = Day::civil(2199, 12, 31);
    let doses = spec.doses.iter();
    let unknown = doses.filter(move |dose| rules::limits(dose, latest).is_empty());
    unknown.map(|dose| Fault {
        group: String::new(),
        rule: Rule::UnknownDose(spec.number.clone(), dose.dose.clone()),
    })
}

/// Panics with all faults of a plan, if it has any.
///
/// # Panics
/// When a hard rule is broken.
pub fn assert_valid(plan: &Value, today: Option<Day>) {
    let faults: Vec<String> = faults(plan, today).iter().map(Fault::to_string).collect();
    assert!(
        faults.is_empty(),
        "the plan breaks rules:\n{}",
        faults.join("\n")
    );
}

fn families(plan: &Document, group: &Group, today: Option<Day>, report: &mut impl FnMut(Rule)) {
    for code in &group.members {
        match plan.enrolments.iter().find(|one| one.code == *code) {
            None => report(Rule::UnknownMember(code.clone())),
            Some(one) if !plan.settings.share(&one.location, &group.location) => {
                report(Rule::OtherLocation(code.clone()));
            }
            Some(one) if one.language != group.language => {
                report(Rule::OtherLanguage(code.clone()));
            }
            Some(_) => {}
        }
    }
    if !group.is_free(today) {
        return;
    }
    let sizes = plan.settings.group_size;
    if !(sizes.min..=sizes.max).contains(&group.members.len()) {
        report(Rule::Size(group.members.len()));
    }
    if let Some((oldest, youngest)) = plan.births(group)
        && youngest.0 - oldest.0 > plan.settings.max_spread_days
    {
        report(Rule::Spread(youngest.0 - oldest.0));
    }
    let births: Vec<Day> = plan.members(group).map(|one| one.birth).collect();
    if !rules::can_meet(plan, &group.location, &births, today) {
        report(Rule::Windows);
    }
    if plan.settings.hard_half_days {
        let half_day = group.half_day.as_ref().map(HalfDayChoice::chosen);
        for one in plan.members(group) {
            let can = one.half_days.is_empty()
                || half_day.is_none_or(|half_day| {
                    one.half_days.iter().any(|own| own.as_str() == half_day)
                });
            if !can {
                report(Rule::HalfDay(one.code.clone()));
            }
        }
    }
}

fn sessions(plan: &Document, group: &Group, today: Option<Day>, report: &mut impl FnMut(Rule)) {
    let rules = rules::of_group(plan, group);
    for rule in &rules {
        match group.session(&rule.number) {
            None => report(Rule::Missing(rule.number.clone())),
            Some(session) if session.is_settled(today) => {}
            Some(session) => match session.date {
                Some(day) => one_day(plan, group, rule, day, report),
                None => {
                    if let Some(day) = first_day_left(plan, group, &rules, rule, today) {
                        report(Rule::DayWasLeft(rule.number.clone(), day));
                    }
                }
            },
        }
    }
    for (position, rule) in rules.iter().enumerate() {
        for (earlier, before) in rules[..position].iter().enumerate() {
            let pair = (held(group, before), held(group, rule));
            let (Some((first, first_day)), Some((second, second_day))) = pair else {
                continue;
            };
            let both_settled = first.is_settled(today) && second.is_settled(today);
            if !both_settled && !rule.may_follow(earlier, first_day, second_day) {
                report(Rule::TooSoon(before.number.clone(), rule.number.clone()));
            }
        }
    }
}

/// The bijeenkomst of these rules and its day, when it is held at all.
fn held<'a>(group: &'a Group, rules: &SessionRules) -> Option<(&'a Session, Day)> {
    let session = group.session(&rules.number)?;
    (session.status != "cancelled").then_some((session, session.date?))
}

fn one_day(
    plan: &Document,
    group: &Group,
    rules: &SessionRules,
    day: Day,
    report: &mut impl FnMut(Rule),
) {
    let number = || rules.number.clone();
    if let Some(by) = rules::closed_by(plan, &group.location, day) {
        report(Rule::Closed(number(), day, by));
    }
    if !rules::is_in(day, rules.allowed) {
        report(Rule::NotAllowed(number(), day));
    }
    for (dose, first, last) in &rules.doses {
        if first.is_some_and(|first| day < first) || last.is_some_and(|last| last < day) {
            report(Rule::DoseAge(number(), day, dose.clone()));
        }
    }
    let weekday = group.half_day.as_ref().map(|choice| choice.weekday());
    if weekday != Some(day.weekday()) {
        report(Rule::OtherWeekday(number(), day));
    }
}

/// A day on which a bijeenkomst without a day could be held while the others stay.
fn first_day_left(
    plan: &Document,
    group: &Group,
    rules: &[SessionRules],
    own: &SessionRules,
    today: Option<Day>,
) -> Option<Day> {
    let weekday = group.half_day.as_ref()?.weekday();
    let position = rules.iter().position(|rule| rule.number == own.number)?;
    let (first, last) = own.allowed;
    (first.0..=last.0).map(Day).find(|day| {
        day.weekday() == weekday
            && own.holds(*day)
            && today.is_none_or(|today| today <= *day)
            && rules::closed_by(plan, &group.location, *day).is_none()
            && group
                .session(&own.number)
                .is_none_or(|session| can_hold(plan, group, session, *day))
            && rules.iter().enumerate().all(|(other, rule)| {
                held(group, rule).is_none_or(|(_, other_day)| {
                    if other < position {
                        own.may_follow(other, other_day, *day)
                    } else {
                        rule.may_follow(position, *day, other_day)
                    }
                })
            })
    })
}
