//! Days with a first and a last one as they are typed, alone and as a list: closed days and absences.

use super::{Entries, Form};
use crate::parts::icon::{Icon, small_icon};
use centering_core::calendar::DateRange;
use centering_core::intake::read_date;
use centering_core::plan::{Absence, AbsenceKind, Closure};
use centering_words::Lang;
use serde_json::{Map, Value};
use yew::prelude::*;

/// What is wrong with the first and with the last day.
pub type PeriodFault = (Option<String>, Option<String>);

/// The period; one day where the last is left out.
pub fn read_period(first: &str, last: &str, lang: Lang) -> Result<DateRange, PeriodFault> {
    let words = |fault| Some(lang.day_fault(fault));
    let is_one_day = last.trim().is_empty();
    let begin = read_date(first);
    let end = if is_one_day { begin } else { read_date(last) };
    let days = match (begin, end) {
        (Ok(first), Ok(last)) => DateRange { first, last },
        (Err(fault), _) if is_one_day => return Err((words(fault), None)),
        (begin, end) => return Err((begin.err().and_then(words), end.err().and_then(words))),
    };
    if days.is_empty() {
        return Err((None, Some(lang.closure_backwards().to_owned())));
    }
    Ok(days)
}

/// Days as they are typed, with what they are called or, of an absence, its kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Period {
    first: String,
    last: String,
    label: String,
    kind: AbsenceKind,
    extra: Map<String, Value>,
}

impl Period {
    fn new(days: DateRange, extra: &Map<String, Value>, lang: Lang) -> Self {
        Self {
            first: lang.day_typed(days.first),
            last: lang.day_typed(days.last),
            extra: extra.clone(),
            ..Self::default()
        }
    }

    pub fn of_closures(closures: &[Closure], lang: Lang) -> Entries<Self> {
        let periods = closures.iter().map(|own| Self {
            label: own.label.clone(),
            ..Self::new(own.days, &own.extra, lang)
        });
        periods.collect()
    }

    pub fn of_absences(absences: &[Absence], lang: Lang) -> Entries<Self> {
        let periods = absences.iter().map(|own| Self {
            kind: own.kind,
            ..Self::new(own.days, &own.extra, lang)
        });
        periods.collect()
    }

    fn is_blank(&self) -> bool {
        [&self.first, &self.last, &self.label]
            .into_iter()
            .all(|text| text.trim().is_empty())
    }
}

impl Entries<Period> {
    /// The closures in order of date, or what is wrong with each row; empty rows do not count.
    pub fn closures(&self, lang: Lang) -> Result<Vec<Closure>, Vec<PeriodFault>> {
        let of = |days, own: &Period| Closure {
            days,
            label: own.label.trim().to_owned(),
            extra: own.extra.clone(),
        };
        Ok(self.read(lang)?.map(|(days, own)| of(days, own)).collect())
    }

    /// The absences in order of date, or what is wrong with each row; empty rows do not count.
    pub fn absences(&self, lang: Lang) -> Result<Vec<Absence>, Vec<PeriodFault>> {
        let of = |days, own: &Period| Absence {
            days,
            kind: own.kind,
            extra: own.extra.clone(),
        };
        Ok(self.read(lang)?.map(|(days, own)| of(days, own)).collect())
    }

    fn read(
        &self,
        lang: Lang,
    ) -> Result<impl Iterator<Item = (DateRange, &Period)>, Vec<PeriodFault>> {
        let mut found = Vec::new();
        let mut faults = Vec::new();
        for (_, own) in self.iter() {
            let read = match own.is_blank() {
                true => Ok(()),
                false => {
                    let days = read_period(&own.first, &own.last, lang);
                    days.map(|days| found.push((days, own)))
                }
            };
            faults.push(read.err().unwrap_or_default());
        }
        if faults.iter().any(|fault| *fault != (None, None)) {
            return Err(faults);
        }
        found.sort_by_key(|(days, _)| (days.first, days.last));
        Ok(found.into_iter())
    }
}

/// How a list of days is shown.
pub struct PeriodList<D> {
    /// The start of every id: `room-closure`.
    pub name: &'static str,
    pub legend: &'static str,
    pub hint: &'static str,
    /// What is said where there are none, in a form of several parts.
    pub none: Option<&'static str>,
    /// What a row is called, by its number.
    pub number: fn(Lang, usize) -> String,
    pub add: &'static str,
    pub remove: &'static str,
    /// The rows ask for the kind of an absence, not for what the days are called.
    pub is_absence: bool,
    /// Where the rows are in the draft.
    pub rows: fn(&mut D) -> &mut Entries<Period>,
}

const KINDS: [AbsenceKind; 3] = [
    AbsenceKind::Leave,
    AbsenceKind::Training,
    AbsenceKind::Unexpected,
];

impl<D: Clone + 'static> Form<D> {
    /// A list of days, with buttons to add and to remove some.
    pub fn periods(
        &self,
        lang: Lang,
        rows: &Entries<Period>,
        list: &PeriodList<D>,
        faults: Option<&Vec<PeriodFault>>,
    ) -> Html {
        let (name, at) = (list.name, list.rows);
        let add_id = format!("{name}-add");
        let row = |(position, (key, own)): (usize, (u32, &Period))| {
            let fault = faults.and_then(|faults| faults.get(position)).cloned();
            let (first_fault, last_fault) = fault.unwrap_or_default();
            let id = |field: &str| format!("{name}-{field}-{key}");
            let text =
                |field: &str, label: &'static str, value: &str, set: fn(&mut Period, String)| {
                    self.text(id(field), label, value, move |draft, text| {
                        at(draft).alter(key, |own| set(own, text));
                    })
                };
            let onremove = {
                let (form, add) = (self.clone(), AttrValue::from(format!("#{add_id}")));
                Callback::from(move |_: MouseEvent| {
                    form.change(move |draft| at(draft).remove(key));
                    form.focus.emit(add.clone());
                })
            };
            let number = (list.number)(lang, position + 1);
            html! {
                <li {key}>
                    <fieldset class="closure">
                        <legend class="sr">{ &number }</legend>
                        { text("first", lang.closure_first(), &own.first, |own, text| own.first = text).example(lang.day_example()).fault(first_fault) }
                        { text("last", lang.closure_last(), &own.last, |own, text| own.last = text).example(lang.day_example()).fault(last_fault) }
                        if list.is_absence {
                            { self.choice(id("kind"), lang.absence_kind(), KINDS, &own.kind, |kind| lang.absence_kind_name(*kind),
                                move |draft, kind| at(draft).alter(key, |own| own.kind = kind)) }
                        } else {
                            { text("label", lang.closure_label(), &own.label, |own, text| own.label = text).most(60) }
                        }
                        <button type="button" class="btn i q" aria-label={format!("{}: {number}", list.remove)}
                            title={list.remove} onclick={onremove}>{ small_icon(Icon::Trash) }</button>
                    </fieldset>
                </li>
            }
        };
        let onadd = {
            let form = self.clone();
            Callback::from(move |_: MouseEvent| {
                form.change(move |draft| at(draft).add(Period::default()));
                form.focus.emit(".closures > li:last-child input".into());
            })
        };
        let hint_id = format!("{name}s-hint");
        let is_part = list.none.is_some();
        html! {
            <fieldset class={if is_part { "stack t part" } else { "field" }} aria-describedby={hint_id.clone()}>
                <legend>{ list.legend }</legend>
                if is_part { <p class="small muted" id={hint_id.clone()}>{ list.hint }</p> }
                if !rows.is_empty() { <ul class="closures stack t">{ for rows.iter().enumerate().map(row) }</ul> }
                else if let Some(none) = list.none { <p class="small">{ none }</p> }
                if !is_part { <span class="hint" id={hint_id}>{ list.hint }</span> }
                <div class="acts">
                    <button type="button" class="btn s" id={add_id.clone()} onclick={onadd}>{ small_icon(Icon::Plus) }{ list.add }</button>
                </div>
            </fieldset>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_row_by_row_and_come_in_order_of_date() {
        let period = |first: &str, last: &str, label: &str| Period {
            first: first.to_owned(),
            last: last.to_owned(),
            label: label.to_owned(),
            ..Period::default()
        };
        let mut rows: Entries<Period> = [
            period("14-9-2026", "18-9-2026", " verbouwing "),
            period(" ", "", ""),
            period("1-9-2026", "", ""),
        ]
        .into_iter()
        .collect();
        let read = rows.closures(Lang::Nl).unwrap();
        let days: Vec<String> = read.iter().map(|own| own.days.first.to_string()).collect();
        assert_eq!(days, ["2026-09-01", "2026-09-14"]);
        assert_eq!(read[0].days.first, read[0].days.last);
        assert_eq!(read[1].label, "verbouwing");
        assert_eq!(
            Period::of_closures(&read, Lang::Nl).closures(Lang::Nl),
            Ok(read)
        );
        // Keys stay with their rows.
        rows.remove(1);
        rows.alter(2, |own| own.last = "31-8-2026".to_owned());
        let faults = rows.closures(Lang::Nl).unwrap_err();
        assert_eq!(faults[0], (None, None));
        assert!(faults[1].0.is_none() && faults[1].1.is_some());
        rows.alter(2, |own| own.first = String::new());
        assert!(rows.absences(Lang::Nl).unwrap_err()[1].0.is_some());
    }
}
