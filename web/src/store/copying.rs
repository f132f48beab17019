//! A copy of a plan that is made in slices: of a national plan one takes longer than a frame may.

use centering_core::plan::Plan;
use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Unbounded};
use std::rc::Rc;

/// So many records are copied between two looks at the clock.
const AT_A_TIME: usize = 200;

/// A copy that is on its way.
pub struct Copying {
    source: Rc<Plan>,
    pub copy: Plan,
}

impl Copying {
    /// Begins with everything but the families and the groups, which are nearly all of a plan.
    pub fn new(source: &Rc<Plan>) -> Self {
        let Plan {
            format,
            version,
            title,
            example,
            today,
            settings,
            template,
            locations,
            enrolments: _,
            groups: _,
            rooms,
            people,
            lines,
            recruitment,
            steps,
            assurance,
            extra,
        } = &**source;
        let copy = Plan {
            format: format.clone(),
            version: *version,
            title: title.clone(),
            example: *example,
            today: *today,
            settings: settings.clone(),
            template: template.clone(),
            locations: locations.clone(),
            enrolments: BTreeMap::new(),
            groups: BTreeMap::new(),
            rooms: rooms.clone(),
            people: people.clone(),
            lines: lines.clone(),
            recruitment: recruitment.clone(),
            steps: steps.clone(),
            assurance: assurance.clone(),
            extra: extra.clone(),
        };
        Self {
            source: source.clone(),
            copy,
        }
    }

    /// Whether it is a copy of this plan.
    pub fn is_of(&self, plan: &Rc<Plan>) -> bool {
        Rc::ptr_eq(&self.source, plan)
    }

    /// Copies some more; says whether all is copied.
    pub fn advance(&mut self) -> bool {
        let (source, copy) = (&self.source, &mut self.copy);
        some_more(&source.enrolments, &mut copy.enrolments)
            && some_more(&source.groups, &mut copy.groups)
    }
}

fn some_more<K: Ord + Clone, V: Clone>(from: &BTreeMap<K, V>, to: &mut BTreeMap<K, V>) -> bool {
    if to.len() < from.len() {
        let rest = match to.last_key_value() {
            Some((last, _)) => from.range((Excluded(last.clone()), Unbounded)),
            None => from.range::<K, _>(..),
        };
        let some = rest.take(AT_A_TIME);
        to.extend(some.map(|(key, record)| (key.clone(), record.clone())));
    }
    to.len() == from.len()
}
