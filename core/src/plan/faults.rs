//! What settings, an enrolment, what a location expects, a location, a room, a person or a line of the team must satisfy
//! to be set: the same for every form, list and edit. A file may hold records that do not, so that nothing that was ever
//! stored is refused.

use super::ids::LocationId;
use super::model::{Enrolment, Location, Plan};
use super::recruitment::Recruitment;
use super::settings::{GroupSize, Settings};
use super::team::{Line, Person, Room};
use crate::text::faults;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

faults! {
    /// What is wrong with settings.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum SettingsFault {
        /// A size of groups is 0, or more families than can be set.
        Sizes => "a size of groups cannot be so; expected 1 to {} families", GroupSize::MOST;
        /// The largest group is smaller than the smallest.
        Largest => "the largest group is smaller than the smallest";
        /// The wanted size is below the smallest or above the largest.
        Target => "the wanted size is not between the smallest and the largest group";
        /// The spread is above the largest that can be set.
        Spread => "the spread of a group is too large; expected at most {} days", Settings::LARGEST_SPREAD;
        /// A closure ends before it starts.
        Closure => "a closure ends before it starts";
        /// The notice period is longer than can be set.
        Notice => "the notice period is too long; expected at most {} days", Settings::LONGEST_NOTICE;
        /// The time to invite parents is longer than can be set.
        Invitation => "the time to invite parents is too long; expected at most {} days", Settings::LONGEST_INVITATION;
        /// Half-days cannot be hard with groups of these sizes.
        HardSizes => "half-days cannot be hard with groups of these sizes; expected {} to {} families",
            Settings::HARD_SIZES.start(), Settings::HARD_SIZES.end();
        /// A location is in two sets of locations that share families.
        Pools => "a location is in two sets of locations that share families";
    }
}

faults! {
    /// What is wrong with an enrolment.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum EnrolmentFault {
        /// The plan does not have its location.
        Location => "the plan does not have the location of the enrolment";
        /// It has no children, or more than one birth can bring.
        Children => "an enrolment cannot have so many children; expected {} to {}",
            Enrolment::CHILDREN.start(), Enrolment::CHILDREN.end();
    }
}

faults! {
    /// What is wrong with what a location expects and whom it approached.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum RecruitmentFault {
        /// The plan does not have the location.
        Location => "the plan does not have the location of the expectation";
        /// The participation is no share of families that can be reckoned with.
        Participation => "the participation cannot be so; expected {} to {} of a hundred families",
            Recruitment::PARTICIPATION.start(), Recruitment::PARTICIPATION.end();
        /// More births or families of a month than can be set.
        Figure => "a figure of a month is too large; expected at most {}", Recruitment::MOST;
    }
}

faults! {
    /// What is wrong with a location.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum LocationFault {
        /// The name has no letter or digit.
        Name => "the name of the location has no letter or digit";
        /// Another location has this name.
        NameTaken => "another location has this name";
        /// The start of the group codes is not 1 to 6 letters or digits.
        Prefix => "the group codes of the location cannot start so; expected 1 to {} letters or digits",
            Location::LONGEST_PREFIX;
        /// Another location has this start of its group codes.
        PrefixTaken => "the group codes of another location start so";
        /// The address is longer than can be set, or more than one line.
        Address => "the address of the location cannot be so; expected one line of at most {} characters",
            Location::LONGEST_ADDRESS;
    }
}

faults! {
    /// What is wrong with a room.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum RoomFault {
        /// It has no name.
        Label => "the room has no name";
        /// The plan does not have its location.
        Location => "the plan does not have the location of the room";
        /// It holds nobody, or more adults than can be set.
        Capacity => "the room cannot hold so many; expected 1 to {} adults", Room::MOST_ADULTS;
        /// It is closed for days that end before they start.
        Closure => "the room is closed for days that end before they start";
    }
}

faults! {
    /// What is wrong with a person of the team.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum PersonFault {
        /// Somebody else has this alias.
        AliasTaken => "another person has this alias";
        /// The working week is smaller or larger than can be set.
        WorkingWeek => "the working week cannot be so; expected {} to {} hundredths of a full one",
            Person::SMALLEST_FTE, Person::LARGEST_FTE;
        /// An absence ends before it starts.
        Absence => "an absence ends before it starts";
    }
}

faults! {
    /// What is wrong with a weekly line.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum LineFault {
        /// The plan does not have its location.
        Location => "the plan does not have the location of the line";
        /// More people than a pair.
        Pair => "the line has more people than a pair of {}", Line::PAIR;
    }
}

/// The faults that are there, in their order.
fn found<T: Copy>(faults: &[(bool, T)]) -> Vec<T> {
    let there = faults.iter().filter(|(is_there, _)| *is_there);
    there.map(|(_, fault)| *fault).collect()
}

impl Settings {
    /// What is wrong with them.
    pub fn faults(&self) -> Vec<SettingsFault> {
        let size = &self.group_size;
        let sizes = [size.min, size.target, size.max];
        let is_size = |families: &u8| (1..=GroupSize::MOST).contains(families);
        let can_be_hard = [size.min, size.max]
            .iter()
            .all(|families| Self::HARD_SIZES.contains(families));
        let mut shared = self.shared_pools.iter().flatten();
        let mut seen = BTreeSet::new();
        found(&[
            (!sizes.iter().all(is_size), SettingsFault::Sizes),
            (size.max < size.min, SettingsFault::Largest),
            (
                size.min <= size.max && !(size.min..=size.max).contains(&size.target),
                SettingsFault::Target,
            ),
            (
                self.max_spread_days > Self::LARGEST_SPREAD,
                SettingsFault::Spread,
            ),
            (
                self.closures.iter().any(|own| own.days.is_empty()),
                SettingsFault::Closure,
            ),
            (
                self.notice_days > Self::LONGEST_NOTICE,
                SettingsFault::Notice,
            ),
            (
                self.invitation_days > Self::LONGEST_INVITATION,
                SettingsFault::Invitation,
            ),
            (
                self.hard_half_days && !can_be_hard,
                SettingsFault::HardSizes,
            ),
            (
                !shared.all(|location| seen.insert(location)),
                SettingsFault::Pools,
            ),
        ])
    }
}

impl Enrolment {
    /// How many children an enrolment can have.
    pub const CHILDREN: RangeInclusive<u8> = 1..=9;

    /// What is wrong with it in this plan. What it had already may stay.
    pub fn faults(&self, plan: &Plan) -> Vec<EnrolmentFault> {
        let before = plan.enrolments.get(&self.code);
        let is_placed = plan.locations.contains_key(&self.location)
            || before.is_some_and(|before| before.location == self.location);
        let is_counted = Self::CHILDREN.contains(&self.children)
            || before.is_some_and(|before| before.children == self.children);
        found(&[
            (!is_placed, EnrolmentFault::Location),
            (!is_counted, EnrolmentFault::Children),
        ])
    }
}

impl Recruitment {
    /// How many of a hundred families can be expected to take part.
    pub const PARTICIPATION: RangeInclusive<u8> = 1..=100;
    /// The most births or families that can be set for a month.
    pub const MOST: u16 = 5_000;

    /// What is wrong with it in this plan.
    pub fn faults(&self, plan: &Plan) -> Vec<RecruitmentFault> {
        let approached = self.approached.values().flat_map(BTreeMap::values);
        let mut figures = self.births.values().chain(approached);
        found(&[
            (
                !plan.locations.contains_key(&self.location),
                RecruitmentFault::Location,
            ),
            (
                !Self::PARTICIPATION.contains(&self.participation),
                RecruitmentFault::Participation,
            ),
            (
                figures.any(|figure| *figure > Self::MOST),
                RecruitmentFault::Figure,
            ),
        ])
    }
}

impl Location {
    /// The most characters of the start of a group code.
    pub const LONGEST_PREFIX: usize = 6;
    /// The most characters of an address: street, number, town and a word on how to get in.
    pub const LONGEST_ADDRESS: usize = 120;

    /// What is wrong with it in this plan. A start of the group codes that it had already may stay.
    pub fn faults(&self, plan: &Plan) -> Vec<LocationFault> {
        let others = || plan.locations.values().filter(|other| other.id != self.id);
        let id = LocationId::from_name(&self.name);
        let is_same = |other: &Location| {
            Some(&other.id) == id.as_ref() || LocationId::from_name(&other.name) == id
        };
        let is_prefix = (1..=Self::LONGEST_PREFIX).contains(&self.prefix.len())
            && self.prefix.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let is_address = self.address.chars().count() <= Self::LONGEST_ADDRESS
            && !self.address.contains(char::is_control);
        let before = plan.locations.get(&self.id);
        let stays = before.is_some_and(|before| before.prefix == self.prefix);
        found(&[
            (id.is_none(), LocationFault::Name),
            (
                id.is_some() && others().any(is_same),
                LocationFault::NameTaken,
            ),
            (!is_prefix && !stays, LocationFault::Prefix),
            (
                others().any(|other| other.prefix == self.prefix),
                LocationFault::PrefixTaken,
            ),
            (!is_address, LocationFault::Address),
        ])
    }
}

impl Room {
    /// The most adults that a room can be set to hold.
    pub const MOST_ADULTS: u16 = 200;

    /// What is wrong with it in this plan.
    pub fn faults(&self, plan: &Plan) -> Vec<RoomFault> {
        found(&[
            (self.label.trim().is_empty(), RoomFault::Label),
            (
                !plan.locations.contains_key(&self.location),
                RoomFault::Location,
            ),
            (
                !(1..=Self::MOST_ADULTS).contains(&self.capacity),
                RoomFault::Capacity,
            ),
            (
                self.closures.iter().any(|own| own.days.is_empty()),
                RoomFault::Closure,
            ),
        ])
    }
}

impl Person {
    /// What is wrong with this person in this plan.
    pub fn faults(&self, plan: &Plan) -> Vec<PersonFault> {
        let mut others = plan.people.values().filter(|other| other.id != self.id);
        found(&[
            (
                others.any(|other| other.alias == self.alias),
                PersonFault::AliasTaken,
            ),
            (
                !(Self::SMALLEST_FTE..=Self::LARGEST_FTE).contains(&self.fte),
                PersonFault::WorkingWeek,
            ),
            (
                self.absences.iter().any(|absence| absence.days.is_empty()),
                PersonFault::Absence,
            ),
        ])
    }

    /// Reads a working week that can be set: `0,8` or `0.8` as hundredths of a full one.
    pub fn read_fte(text: &str) -> Option<u16> {
        let text = text.trim().replace(',', ".");
        let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
        if rest.len() > 2 || !rest.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let hundredths = format!("{rest:0<2}").parse::<u16>().ok()?;
        let whole = match whole {
            "" => 0,
            whole => whole.parse().ok()?,
        };
        let fte = u16::checked_mul(whole, 100)?.checked_add(hundredths)?;
        (Self::SMALLEST_FTE..=Self::LARGEST_FTE)
            .contains(&fte)
            .then_some(fte)
    }
}

impl Line {
    /// The people of the fixed pair. Source: `docs/domain.md#1.1`.
    pub const PAIR: usize = 2;

    /// Whether its pair is there.
    pub fn has_pair(&self) -> bool {
        self.facilitators.len() >= Self::PAIR
    }

    /// What is wrong with it in this plan.
    pub fn faults(&self, plan: &Plan) -> Vec<LineFault> {
        found(&[
            (
                !plan.locations.contains_key(&self.location),
                LineFault::Location,
            ),
            (self.facilitators.len() > Self::PAIR, LineFault::Pair),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Language, LineId, PersonId, RoomId};

    #[test]
    fn a_working_week_is_read_as_people_write_it() {
        for (text, fte) in [
            ("0,8", 80),
            ("1", 100),
            (" 0.75 ", 75),
            (",5", 50),
            ("1,", 100),
        ] {
            assert_eq!(Person::read_fte(text), Some(fte), "{text}");
        }
        for wrong in ["", ".", "0", "2", "0,755", "-1", "a", "9999999"] {
            assert_eq!(Person::read_fte(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn edits_refuse_what_a_form_refuses() {
        use crate::edit::{Edit, Refusal};
        let mut plan = Plan::empty();
        let location = |name: &str, prefix: &str| Location {
            id: LocationId::from_name(name).unwrap(),
            name: name.to_owned(),
            prefix: prefix.to_owned(),
            address: String::new(),
            region: None,
            start_times: Default::default(),
            extra: Default::default(),
        };
        let refusal = |plan: &Plan, edit: Edit| edit.changes(plan, None).err();
        let made = Edit::SetLocation(location("Noord", "NRD"));
        plan.apply_all(made.changes(&plan, None).unwrap());
        let noord = location("Noord", "NRD").id;
        for (name, prefix, fault) in [
            ("Zuid", "ZUIDOOST", LocationFault::Prefix),
            ("Zuid", "Z-1", LocationFault::Prefix),
            ("Zuid", "NRD", LocationFault::PrefixTaken),
        ] {
            let edit = Edit::SetLocation(location(name, prefix));
            assert_eq!(refusal(&plan, edit), Some(Refusal::Location(fault)));
        }
        let edit = Edit::Import {
            locations: vec![location("Zuid", "NRD")],
            enrolments: Vec::new(),
        };
        let fault = LocationFault::PrefixTaken;
        assert_eq!(refusal(&plan, edit), Some(Refusal::Location(fault)));
        let mut family: Enrolment =
            serde_json::from_str(r#"{"code":"A1","birth":"2027-01-04","location":"zuid"}"#)
                .unwrap();
        for (place, children, fault) in [
            ("zuid", 1, EnrolmentFault::Location),
            ("noord", 0, EnrolmentFault::Children),
            ("noord", 10, EnrolmentFault::Children),
        ] {
            family.location = LocationId::parse(place).unwrap();
            family.children = children;
            let refused = Some(Refusal::Enrolment(family.code.clone(), fault));
            assert_eq!(refusal(&plan, Edit::SetEnrolment(family.clone())), refused);
            let enrolments = vec![family.clone()];
            let edit = Edit::Import {
                locations: Vec::new(),
                enrolments,
            };
            assert_eq!(refusal(&plan, edit), refused);
        }
        for (place, participation, births, fault) in [
            ("zuid", 40, 15, RecruitmentFault::Location),
            ("noord", 0, 15, RecruitmentFault::Participation),
            ("noord", 101, 15, RecruitmentFault::Participation),
            ("noord", 40, 5_001, RecruitmentFault::Figure),
        ] {
            let mut expected = Recruitment::new(LocationId::parse(place).unwrap());
            expected.participation = participation;
            let month = "2027-01".parse().unwrap();
            expected.births.insert(month, births);
            let edit = Edit::SetRecruitment(Box::new(expected));
            assert_eq!(refusal(&plan, edit), Some(Refusal::Recruitment(fault)));
        }
        // One from a file is changed all the same.
        let mut read = plan.clone();
        read.enrolments.insert(family.code.clone(), family.clone());
        family.language = Language::parse("en").unwrap();
        assert_eq!(refusal(&read, Edit::SetEnrolment(family)), None);
        let mut other = location("Zuid", "ZUI");
        for (name, fault) in [
            ("noord", LocationFault::NameTaken),
            ("-", LocationFault::Name),
        ] {
            name.clone_into(&mut other.name);
            let edit = Edit::SetLocation(other.clone());
            assert_eq!(refusal(&plan, edit), Some(Refusal::Location(fault)));
        }
        let room = |place: &LocationId, label: &str, capacity| Room {
            id: RoomId::new("zaal"),
            location: place.clone(),
            label: label.to_owned(),
            capacity,
            half_days: Default::default(),
            closures: Vec::new(),
            extra: Default::default(),
        };
        for (room, fault) in [
            (room(&noord, " ", 20), RoomFault::Label),
            (room(&other.id, "Zaal", 20), RoomFault::Location),
            (room(&noord, "Zaal", 0), RoomFault::Capacity),
            (room(&noord, "Zaal", 201), RoomFault::Capacity),
        ] {
            assert_eq!(
                refusal(&plan, Edit::SetRoom(room)),
                Some(Refusal::Room(fault))
            );
        }
        let mut line = Line {
            id: LineId::new("NRD-1"),
            location: other.id.clone(),
            half_day: crate::calendar::HalfDay::all().next().unwrap(),
            room: None,
            facilitators: Default::default(),
            pinned: true,
            extra: Default::default(),
        };
        let edit = Edit::SetLine(line.clone());
        assert_eq!(
            refusal(&plan, edit),
            Some(Refusal::Line(LineFault::Location))
        );
        line.location = noord;
        for alias in ["A1", "A2", "A3"] {
            let alias = PersonId::parse(alias).unwrap();
            plan.people
                .insert(alias.clone(), Person::new(alias.clone()));
            line.facilitators.insert(alias);
        }
        let edit = Edit::SetLine(line.clone());
        assert_eq!(refusal(&plan, edit), Some(Refusal::Line(LineFault::Pair)));
        line.facilitators.pop_last();
        assert_eq!(refusal(&plan, Edit::SetLine(line)), None);
        let mut person = Person::new(PersonId::parse("A4").unwrap());
        person.fte = 5;
        let edit = Edit::SetPerson(Box::new(person));
        assert_eq!(
            refusal(&plan, edit),
            Some(Refusal::Person(PersonFault::WorkingWeek))
        );
    }
}
