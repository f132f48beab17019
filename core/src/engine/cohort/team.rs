//! A group under construction: a fixed array of members, copied rather than allocated.

use super::rules::LARGEST_SIZE;

const ROOM: usize = LARGEST_SIZE as usize;

/// A group of the plan: its half-day and its members in order of birth.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Team {
    pub half_day: u8,
    pub size: u8,
    pub members: [u32; ROOM],
}

impl Team {
    pub const EMPTY: Self = Self {
        half_day: 0,
        size: 0,
        members: [0; ROOM],
    };

    pub fn members(&self) -> &[u32] {
        self.members.get(..usize::from(self.size)).unwrap_or(&[])
    }

    pub fn is_empty(&self) -> bool {
        self.size == 0
    }

    /// Adds a family in its place in order of birth; the caller keeps the size in bounds.
    pub fn insert(&mut self, family: u32) {
        let size = usize::from(self.size);
        let at = self.members().partition_point(|member| *member < family);
        if size < ROOM {
            self.members.copy_within(at..size, at + 1);
            if let Some(place) = self.members.get_mut(at) {
                *place = family;
            }
            self.size += 1;
        }
    }

    pub fn remove(&mut self, family: u32) {
        let size = usize::from(self.size);
        if let Some(at) = self.members().iter().position(|member| *member == family) {
            self.members.copy_within(at + 1..size, at);
            self.size -= 1;
        }
    }
}
