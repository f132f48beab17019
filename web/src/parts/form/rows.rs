//! A list of which the user adds and removes rows.

/// Rows with a key each that never changes, so that a row keeps its fields when one above it goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries<T>(Vec<(u32, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Entries<T> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The rows with their keys.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &T)> {
        self.0.iter().map(|(key, row)| (*key, row))
    }

    /// Rows with keys of their own.
    pub fn keyed(rows: impl IntoIterator<Item = (u32, T)>) -> Self {
        Self(rows.into_iter().collect())
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The place of the row with this key.
    pub fn place(&self, key: u32) -> Option<usize> {
        self.0.iter().position(|(own, _)| *own == key)
    }

    /// Adds a row at the end.
    pub fn add(&mut self, row: T) {
        self.insert(self.0.len(), row);
    }

    /// Adds a row behind the one with this key.
    pub fn add_after(&mut self, key: u32, row: T) {
        let place = self.place(key).map_or(self.0.len(), |place| place + 1);
        self.insert(place, row);
    }

    fn insert(&mut self, place: usize, row: T) {
        let keys = self.0.iter().map(|(key, _)| key + 1);
        self.0.insert(place, (keys.max().unwrap_or(0), row));
    }

    /// Changes every row.
    pub fn alter_all(&mut self, change: impl FnMut(&mut T)) {
        self.0.iter_mut().map(|(_, row)| row).for_each(change);
    }

    /// Changes the row with this key, if it is still there.
    pub fn alter(&mut self, key: u32, change: impl FnOnce(&mut T)) {
        if let Some((_, row)) = self.0.iter_mut().find(|(own, _)| *own == key) {
            change(row);
        }
    }

    pub fn remove(&mut self, key: u32) {
        self.0.retain(|(own, _)| *own != key);
    }
}

impl<T> FromIterator<T> for Entries<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        Self((0..).zip(rows).collect())
    }
}
