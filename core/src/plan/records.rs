//! Records of a plan in order of their key, on shelves that plans share. A copy of a plan costs next to nothing, a
//! change copies the one shelf on which it stands, and two plans are compared by looking only where their shelves
//! differ.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::cmp::Ordering;
use std::fmt;
use std::iter::{self, FlatMap, Map};
use std::mem;
use std::ops::Index;
use std::slice;
use std::sync::Arc;
use std::vec;

/// A record that knows its own key. The key of a record that stands in [`Records`] never changes.
pub trait Record: Clone {
    /// By what it is found.
    type Key: Ord + Clone + fmt::Debug + fmt::Display;

    /// Its own key.
    fn key(&self) -> &Self::Key;
}

/// Records by their key, each key once, in order: used like a `BTreeMap`, and written as the list of the records.
///
/// Cheap to copy: copies share what none of them changes.
#[derive(Clone)]
pub struct Records<R: Record> {
    /// None of them is empty.
    shelves: Arc<Vec<Shelf<R>>>,
    len: usize,
}

/// Records that stand next to each other.
#[derive(Clone)]
struct Shelf<R: Record> {
    /// The key of the first one, here so that a search need not look into the shelves.
    first: R::Key,
    records: Arc<Vec<R>>,
}

/// The most records of a shelf: many make a copy of all cheap, few make a change cheap.
const SHELF: usize = 64;

impl<R: Record> Shelf<R> {
    fn of(records: Vec<R>) -> Option<Self> {
        Some(Self {
            first: records.first()?.key().clone(),
            records: Arc::new(records),
        })
    }

    fn find(&self, key: &R::Key) -> Result<usize, usize> {
        self.records
            .binary_search_by(|record| record.key().cmp(key))
    }
}

impl<R: Record> Records<R> {
    /// No records.
    pub fn new() -> Self {
        Self {
            shelves: Arc::new(Vec::new()),
            len: 0,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The record with this key.
    pub fn get(&self, key: &R::Key) -> Option<&R> {
        let shelf = self.shelves.get(self.shelf_of(key))?;
        shelf.records.get(shelf.find(key).ok()?)
    }

    /// Whether there is a record with this key.
    pub fn contains_key(&self, key: &R::Key) -> bool {
        self.get(key).is_some()
    }

    /// The record with this key, to be changed in anything but its key.
    pub fn get_mut(&mut self, key: &R::Key) -> Option<&mut R> {
        let at = self.shelf_of(key);
        let place = self.shelves.get(at)?.find(key).ok()?;
        let shelf = Arc::make_mut(&mut self.shelves).get_mut(at)?;
        Arc::make_mut(&mut shelf.records).get_mut(place)
    }

    /// Puts a record in its place and returns the one that stood there. The key is that of the record.
    pub fn insert(&mut self, key: R::Key, record: R) -> Option<R> {
        debug_assert!(key == *record.key(), "a record under another key");
        let at = self.shelf_of(&key);
        let is_last = at + 1 >= self.shelves.len();
        let shelves = Arc::make_mut(&mut self.shelves);
        let shelf = shelves.get_mut(at);
        // Records that come in order fill their shelves.
        let shelf = shelf.filter(|shelf| !is_last || shelf.find(&key) != Err(SHELF));
        let Some(shelf) = shelf else {
            shelves.extend(Shelf::of(vec![record]));
            self.len += 1;
            return None;
        };
        let found = shelf.find(&key);
        let records = Arc::make_mut(&mut shelf.records);
        let place = match found {
            Ok(place) => {
                let slot = records.get_mut(place);
                return slot.map(|slot| mem::replace(slot, record));
            }
            Err(place) => place,
        };
        records.insert(place, record);
        if place == 0 {
            shelf.first = key;
        }
        if records.len() > SHELF {
            let upper = Shelf::of(records.split_off(SHELF / 2));
            shelves.splice(at + 1..at + 1, upper);
        }
        self.len += 1;
        None
    }

    /// Takes the record with this key away.
    pub fn remove(&mut self, key: &R::Key) -> Option<R> {
        let at = self.shelf_of(key);
        let place = self.shelves.get(at)?.find(key).ok()?;
        let shelves = Arc::make_mut(&mut self.shelves);
        let shelf = shelves.get_mut(at)?;
        let records = Arc::make_mut(&mut shelf.records);
        let record = records.remove(place);
        self.len -= 1;
        match records.first() {
            Some(first) => shelf.first = first.key().clone(),
            None => {
                shelves.remove(at);
            }
        }
        Some(record)
    }

    /// Keeps the records for which this holds.
    pub fn retain(&mut self, mut keep: impl FnMut(&R::Key, &R) -> bool) {
        let gone = self.iter().filter(|(key, record)| !keep(key, record));
        let gone: Vec<R::Key> = gone.map(|(key, _)| key.clone()).collect();
        for key in &gone {
            self.remove(key);
        }
    }

    /// Takes all records away.
    pub fn clear(&mut self) {
        *self = Self::new();
    }

    /// The records in order of key.
    pub fn values(&self) -> Values<'_, R> {
        Values(self.shelves.iter().flat_map(|shelf| shelf.records.iter()))
    }

    /// The keys in order.
    pub fn keys(&self) -> Keys<'_, R> {
        self.values().map(R::key)
    }

    /// Keys and records in order of key.
    pub fn iter(&self) -> Iter<'_, R> {
        self.values().map(|record| (record.key(), record))
    }

    /// The records in order of key, to be changed in anything but their keys.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut R> {
        let shelves = Arc::make_mut(&mut self.shelves).iter_mut();
        shelves.flat_map(|shelf| Arc::make_mut(&mut shelf.records).iter_mut())
    }

    /// The keys of which the record is not the same in both, in order. Where the two share a shelf nothing is looked
    /// at.
    pub fn changed<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a R::Key>
    where
        R: PartialEq,
    {
        let (mut own, mut others) = (Place::start(self), Place::start(other));
        iter::from_fn(move || {
            loop {
                if own.shares_shelf(&others) {
                    own.next_shelf();
                    others.next_shelf();
                    continue;
                }
                let (one, two) = (own.record(), others.record());
                let order = match (one, two) {
                    (Some(one), Some(two)) => one.key().cmp(two.key()),
                    (Some(_), None) => Ordering::Less,
                    (None, Some(_)) => Ordering::Greater,
                    (None, None) => return None,
                };
                if order.is_le() {
                    own.step();
                }
                if order.is_ge() {
                    others.step();
                }
                if order.is_ne() || one != two {
                    return if order.is_le() { one } else { two }.map(R::key);
                }
            }
        })
    }

    /// The shelf on which the key stands or belongs.
    fn shelf_of(&self, key: &R::Key) -> usize {
        self.shelves
            .partition_point(|shelf| shelf.first <= *key)
            .saturating_sub(1)
    }
}

/// A place between records, from which shelves are compared.
struct Place<'a, R: Record> {
    shelves: &'a [Shelf<R>],
    /// In the first of these shelves.
    place: usize,
}

impl<'a, R: Record> Place<'a, R> {
    fn start(records: &'a Records<R>) -> Self {
        Self {
            shelves: &records.shelves,
            place: 0,
        }
    }

    fn record(&self) -> Option<&'a R> {
        self.shelves.first()?.records.get(self.place)
    }

    fn step(&mut self) {
        self.place += 1;
        let shelf = self.shelves.first();
        if shelf.is_some_and(|shelf| self.place >= shelf.records.len()) {
            self.next_shelf();
        }
    }

    fn next_shelf(&mut self) {
        self.shelves = self.shelves.get(1..).unwrap_or_default();
        self.place = 0;
    }

    /// Whether both stand before the same shelf.
    fn shares_shelf(&self, other: &Self) -> bool {
        let shelves = self.shelves.first().zip(other.shelves.first());
        self.place == 0
            && other.place == 0
            && shelves.is_some_and(|(one, two)| Arc::ptr_eq(&one.records, &two.records))
    }
}

/// How a shelf is opened.
type Open<'a, R> = fn(&'a Shelf<R>) -> slice::Iter<'a, R>;

/// Records in order of key.
#[derive(Clone)]
pub struct Values<'a, R: Record>(
    FlatMap<slice::Iter<'a, Shelf<R>>, slice::Iter<'a, R>, Open<'a, R>>,
);

/// Keys in order.
pub type Keys<'a, R> = Map<Values<'a, R>, fn(&'a R) -> &'a <R as Record>::Key>;

/// Keys and records in order of key.
pub type Iter<'a, R> = Map<Values<'a, R>, fn(&'a R) -> (&'a <R as Record>::Key, &'a R)>;

impl<'a, R: Record> Iterator for Values<'a, R> {
    type Item = &'a R;

    fn next(&mut self) -> Option<&'a R> {
        self.0.next()
    }
}

impl<R: Record> DoubleEndedIterator for Values<'_, R> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back()
    }
}

/// As of a `BTreeMap`: for tests, and for who knows that the record is there.
impl<R: Record> Index<&R::Key> for Records<R> {
    type Output = R;

    /// # Panics
    /// Where there is no record with this key; nothing in the planner itself asks so.
    #[expect(clippy::expect_used, reason = "an index has no other answer")]
    fn index(&self, key: &R::Key) -> &R {
        self.get(key).expect("a record with this key")
    }
}

impl<R: Record> Default for Records<R> {
    fn default() -> Self {
        Self::new()
    }
}

impl<R: Record + fmt::Debug> fmt::Debug for Records<R> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_map().entries(self).finish()
    }
}

impl<R: Record + PartialEq> PartialEq for Records<R> {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.changed(other).next().is_none()
    }
}

impl<R: Record + Eq> Eq for Records<R> {}

impl<R: Record> Extend<(R::Key, R)> for Records<R> {
    fn extend<T: IntoIterator<Item = (R::Key, R)>>(&mut self, records: T) {
        for (key, record) in records {
            self.insert(key, record);
        }
    }
}

impl<R: Record> FromIterator<(R::Key, R)> for Records<R> {
    fn from_iter<T: IntoIterator<Item = (R::Key, R)>>(records: T) -> Self {
        let mut all = Self::new();
        all.extend(records);
        all
    }
}

impl<'a, R: Record> IntoIterator for &'a Records<R> {
    type Item = (&'a R::Key, &'a R);
    type IntoIter = Iter<'a, R>;

    fn into_iter(self) -> Iter<'a, R> {
        self.iter()
    }
}

impl<R: Record> IntoIterator for Records<R> {
    type Item = (R::Key, R);
    type IntoIter = vec::IntoIter<(R::Key, R)>;

    fn into_iter(self) -> Self::IntoIter {
        let shelves = Arc::unwrap_or_clone(self.shelves).into_iter();
        let records = shelves.flat_map(|shelf| Arc::unwrap_or_clone(shelf.records));
        let pairs = records.map(|record| (record.key().clone(), record));
        pairs.collect::<Vec<_>>().into_iter()
    }
}

impl<R: Record + Serialize> Serialize for Records<R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.values())
    }
}

impl<'de, R: Record + Deserialize<'de>> Deserialize<'de> for Records<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut records = Self::new();
        each_once(deserializer, |key, record| records.insert(key, record))?;
        Ok(records)
    }
}

/// Reads a list of records, each key once; `put` gives the one that stood there.
pub(super) fn each_once<'de, D: Deserializer<'de>, R: Record + Deserialize<'de>>(
    deserializer: D,
    mut put: impl FnMut(R::Key, R) -> Option<R>,
) -> Result<(), D::Error> {
    for record in Vec::<R>::deserialize(deserializer)? {
        if let Some(twice) = put(record.key().clone(), record) {
            return Err(de::Error::custom(format_args!(
                "'{}' stands in the list twice",
                twice.key()
            )));
        }
    }
    Ok(())
}

#[cfg(feature = "schema")]
impl<R: Record + schemars::JsonSchema> schemars::JsonSchema for Records<R> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        Vec::<R>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<Vec<R>>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::random::Random;
    use std::collections::BTreeMap;

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Note(u32, u32);

    impl Record for Note {
        type Key = u32;
        fn key(&self) -> &u32 {
            &self.0
        }
    }

    fn notes(keys: impl IntoIterator<Item = u32>) -> Records<Note> {
        keys.into_iter().map(|key| (key, Note(key, 0))).collect()
    }

    /// The keys that differ, the slow way.
    fn differing(one: &BTreeMap<u32, Note>, other: &BTreeMap<u32, Note>) -> Vec<u32> {
        let mut keys: Vec<u32> = one.keys().chain(other.keys()).copied().collect();
        keys.sort_unstable();
        keys.dedup();
        keys.retain(|key| one.get(key) != other.get(key));
        keys
    }

    #[test]
    fn they_are_what_a_map_of_the_standard_library_would_be() {
        let mut random = Random::new(7);
        for most in [3, 130, 700] {
            let (mut records, mut map) = (Records::new(), BTreeMap::new());
            let mut before = (records.clone(), map.clone());
            for step in 0..3_000 {
                let key = random.below(most);
                let note = Note(key, random.below(3));
                match random.below(5) {
                    0 | 1 => assert_eq!(records.insert(key, note.clone()), map.insert(key, note)),
                    2 | 3 => assert_eq!(records.remove(&key), map.remove(&key)),
                    _ => {
                        let changed = records.get_mut(&key).map(|known| *known = note.clone());
                        assert_eq!(changed, map.get_mut(&key).map(|known| *known = note));
                    }
                }
                assert_eq!(
                    (records.len(), records.get(&key)),
                    (map.len(), map.get(&key))
                );
                if step % 37 == 0 {
                    assert!(
                        records.iter().eq(&map) && records.values().rev().eq(map.values().rev())
                    );
                    let changed: Vec<u32> = records.changed(&before.0).copied().collect();
                    assert_eq!(changed, differing(&map, &before.1));
                    assert_eq!(records == before.0, map == before.1);
                    // What is shared stays as it was.
                    assert!(before.0.iter().eq(&before.1));
                    before = (records.clone(), map.clone());
                }
            }
            records.retain(|key, _| key % 3 == 0);
            map.retain(|key, _| key % 3 == 0);
            records.values_mut().for_each(|note| note.1 = 9);
            map.values_mut().for_each(|note| note.1 = 9);
            assert!(records.iter().eq(&map) && records.into_iter().eq(map));
        }
    }

    #[test]
    fn a_change_copies_one_shelf() {
        let before = notes(0..1_000);
        let mut after = before.clone();
        if let Some(note) = after.get_mut(&500) {
            note.1 = 1;
        }
        let shelves = before.shelves.iter().zip(after.shelves.iter());
        let copied = shelves.filter(|(one, other)| !Arc::ptr_eq(&one.records, &other.records));
        assert_eq!(
            (copied.count(), before.shelves.len()),
            (1, 1_000_usize.div_ceil(SHELF))
        );
        assert_eq!(after.changed(&before).collect::<Vec<_>>(), [&500]);
    }

    #[test]
    fn a_key_that_stands_twice_is_refused_in_any_order() {
        for text in ["[[1,0],[1,0]]", "[[1,0],[2,0],[1,5]]"] {
            let read: Result<Records<Note>, _> = serde_json::from_str(text);
            assert!(read.is_err_and(|error| error.to_string().starts_with("'1' stands")));
        }
        let read: Records<Note> = serde_json::from_str("[[2,0],[1,0]]").unwrap_or_default();
        assert_eq!(read, notes([1, 2]));
    }
}
