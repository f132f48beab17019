//! Tasks from beginning to end. Each is a program that runs; `fn main` is hidden in it, and so is reading the list where
//! that is not the point. `today` is a [day or none](crate#today).
//!
//! # A list to groups with dates
//!
//! A list is read as [`Reading`](crate::intake::Reading) says; one that leaves something open has no edit before its
//! [questions](crate::intake::Intake::questions) are answered in the reading. A line that cannot be read is named without
//! what stands in it, and the others are read.
//!
//! ```
//! use centering_core::prelude::*;
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let today = Some("2027-01-25".parse()?);
//! let list = "Code;Geboortedatum;Locatie\n\
//!     N1;4-1-2027;Noord\nN2;6-1-2027;Noord\nN3;9-1-2027;Noord\nN4;12-1-2027;Noord\n\
//!     N5;20-1-2027;Noord\nN6;24-1-2027;Noord\nJansen;25-1-2027;Noord\n";
//! let mut plan = Plan::empty();
//! let table = Table::read(list);
//! let reading = Reading::guess(&table, &plan);
//! let intake = read_enrolments(&table, &reading, &plan, today);
//! assert!(intake.faults[0].to_string().starts_with("line 8, column Code: the code has no digit"));
//!
//! plan.edit(&intake.edit().ok_or("a question about the list is open")?, today)?;
//! let done = plan.edit(&Edit::Propose, today)?;
//! assert_eq!((plan.groups.len(), done.dates.len()), (1, 8));
//! assert_eq!(Plan::from_json(&plan.to_json())?, plan);
//! # Ok(())
//! # }
//! ```
//!
//! # What is wrong, and what helps
//!
//! A remedy was tried before it is offered, and is an edit where the planner can carry it out.
//!
//! ```
//! use centering_core::prelude::*;
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let today = Some("2027-01-25".parse()?);
//! # let list = "Code;Geboortedatum;Locatie\nN1;4-1-2027;Noord\nN2;6-1-2027;Noord\nN3;9-1-2027;Noord\n\
//! #     N4;12-1-2027;Noord\nN5;20-1-2027;Noord\nN6;24-1-2027;Noord\n";
//! # let mut plan = Plan::empty();
//! # let table = Table::read(list);
//! # let intake = read_enrolments(&table, &Reading::guess(&table, &plan), &plan, today);
//! # plan.edit(&intake.edit().ok_or("no question is open")?, today)?;
//! plan.edit(&Edit::Propose, today)?;
//! let group = GroupId::parse("NOO-2027-01-1")?;
//! let (session, date) = ("B2".parse()?, "2027-05-03".parse()?);
//! plan.edit(&Edit::Move { group: group.clone(), session, date }, today)?;
//!
//! let problems = check(&plan, today);
//! let of_b2 = Place::Session(group, session);
//! let is_worst = |problem: &&Problem| problem.place == of_b2 && problem.severity == Severity::Error;
//! let problem = problems.iter().find(is_worst).ok_or("it is too late for the dose of B2")?;
//! let helps = remedies(&plan, problem, today).iter().find_map(Remedy::edit).ok_or("a remedy")?;
//! plan.edit(&helps, today)?;
//! assert!(check(&plan, today).len() < problems.len());
//! # Ok(())
//! # }
//! ```
//!
//! # What a move would do, what it did, and back
//!
//! A day that the vaccination limits forbid is not refused: somebody may have agreed on it with the parents. It is a
//! problem, before the move as after it. A day before today is refused.
//!
//! ```
//! use centering_core::prelude::*;
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let today = Some("2027-01-25".parse()?);
//! # let list = "Code;Geboortedatum;Locatie\nN1;4-1-2027;Noord\nN2;6-1-2027;Noord\nN3;9-1-2027;Noord\n\
//! #     N4;12-1-2027;Noord\nN5;20-1-2027;Noord\nN6;24-1-2027;Noord\n";
//! # let mut plan = Plan::empty();
//! # let table = Table::read(list);
//! # let intake = read_enrolments(&table, &Reading::guess(&table, &plan), &plan, today);
//! # plan.edit(&intake.edit().ok_or("no question is open")?, today)?;
//! plan.edit(&Edit::Propose, today)?;
//! let group = GroupId::parse("NOO-2027-01-1")?;
//! let session = "B1".parse()?;
//! let was = plan.groups[&group].sessions[&session].date.ok_or("a day")?;
//! let date = was.plus_days(7);
//! let would_be = problems_if_held_on(&plan, &group, session, date, today);
//!
//! let done = plan.edit(&Edit::Move { group: group.clone(), session, date }, today)?;
//! assert_eq!((done.dates[0].from, done.dates[0].to), (Some(was), Some(date)));
//! let problems = check(&plan, today);
//! assert!(would_be.iter().all(|problem| problems.contains(problem)));
//!
//! plan.apply_all(done.undo);
//! assert_eq!(plan.groups[&group].sessions[&session].date, Some(was));
//! let date = "2027-01-04".parse()?;
//! let refusal = plan.edit(&Edit::Move { group, session, date }, today).unwrap_err();
//! assert_eq!(refusal.to_string(), "2027-01-04 lies before today");
//! # Ok(())
//! # }
//! ```
//!
//! # A team, its rooms and weekly lines
//!
//! Lines are proposed from who works where and when; all groups of the location are then planned on them together.
//!
//! ```
//! use centering_core::prelude::*;
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let today = Some("2027-01-25".parse()?);
//! # let list = "Code;Geboortedatum;Locatie\nN1;4-1-2027;Noord\nN2;6-1-2027;Noord\nN3;9-1-2027;Noord\n\
//! #     N4;12-1-2027;Noord\nN5;20-1-2027;Noord\nN6;24-1-2027;Noord\n";
//! # let mut plan = Plan::empty();
//! # let table = Table::read(list);
//! # let intake = read_enrolments(&table, &Reading::guess(&table, &plan), &plan, today);
//! # plan.edit(&intake.edit().ok_or("no question is open")?, today)?;
//! let noord = LocationId::parse("noord")?;
//! plan.edit(&Edit::SetRoom(Room::new(RoomId::parse("noord-1")?, noord.clone())), today)?;
//! for alias in ["A1", "B1"] {
//!     let mut person = Person::new(PersonId::parse(alias)?);
//!     person.locations.insert(noord.clone());
//!     person.half_days = HalfDaySet::default().with("tue-am".parse()?);
//!     plan.edit(&Edit::SetPerson(Box::new(person)), today)?;
//! }
//! plan.edit(&Edit::ProposeLines, today)?;
//! plan.edit(&Edit::Propose, today)?;
//!
//! let all = DateRange { first: Date::FIRST, last: Date::LAST };
//! let agenda = agenda(&plan, &Scope::Person(PersonId::parse("A1")?), all);
//! assert_eq!(agenda.len(), 8);
//! assert!(agenda.iter().all(|entry| entry.room.is_some() && entry.facilitators.len() == 2));
//! # Ok(())
//! # }
//! ```
//!
//! # Somebody is away
//!
//! [`replan`](crate::replan::replan) only looks. What happened is an edit of its own; the changes to accept are another,
//! of all of them or of some.
//!
//! ```
//! use centering_core::prelude::*;
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let today = Some("2027-01-25".parse()?);
//! # let list = "Code;Geboortedatum;Locatie\nN1;4-1-2027;Noord\nN2;6-1-2027;Noord\nN3;9-1-2027;Noord\n\
//! #     N4;12-1-2027;Noord\nN5;20-1-2027;Noord\nN6;24-1-2027;Noord\n";
//! # let mut plan = Plan::empty();
//! # let table = Table::read(list);
//! # let intake = read_enrolments(&table, &Reading::guess(&table, &plan), &plan, today);
//! # plan.edit(&intake.edit().ok_or("no question is open")?, today)?;
//! # let noord = LocationId::parse("noord")?;
//! # plan.edit(&Edit::SetRoom(Room::new(RoomId::parse("noord-1")?, noord.clone())), today)?;
//! # for alias in ["A1", "B1", "C1"] {
//! #     let mut person = Person::new(PersonId::parse(alias)?);
//! #     person.locations.insert(noord.clone());
//! #     person.half_days = HalfDaySet::default().with("tue-am".parse()?);
//! #     plan.edit(&Edit::SetPerson(Box::new(person)), today)?;
//! # }
//! # plan.edit(&Edit::ProposeLines, today)?;
//! # plan.edit(&Edit::Propose, today)?;
//! // This plan has the three colleagues A1, B1 and C1, of whom two lead the line.
//! let person = plan.lines.values().flat_map(|line| &line.facilitators).next().ok_or("a pair")?;
//! let days = DateRange { first: "2027-03-01".parse()?, last: "2027-03-31".parse()? };
//! let event = Event::PersonAbsent { person: person.clone(), days };
//!
//! let found = replan(&plan, &event, today);
//! assert!(found.is_proven() && found.lapses() == 0);
//! plan.edit(&Edit::Happened(Box::new(event)), today)?;
//! plan.edit(&Edit::Replan(found.changes), today)?;
//!
//! let nobody = Event::PersonAbsent { person: PersonId::parse("Z9")?, days };
//! let refusal = plan.edit(&Edit::Happened(Box::new(nobody)), today).unwrap_err();
//! assert_eq!(refusal.to_string(), "the plan has no person Z9");
//! # Ok(())
//! # }
//! ```
//!
//! # The windows of a range of births, without a plan
//!
//! ```
//! use centering_core::prelude::*;
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let births = BirthWindow::new("2027-01-24".parse()?, "2027-01-04".parse()?);
//! assert_eq!(births.spread_days(), 20);
//! let (template, programme) = (SessionTemplate::proposal(), Programme::current());
//! for window in windows(template, programme, births, MonthEnd::LastDay) {
//!     println!("{}: {} to {}", window.number, window.allowed.first, window.allowed.last);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # The step plan
//!
//! Working days follow from the holidays and closures of the [settings](crate::plan::Settings).
//!
//! ```
//! use centering_core::prelude::*;
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let mut steps = StepPlan::proposal().clone();
//! steps.start = Some("2027-01-04".parse()?);
//! let calendar = WorkCalendar::from(&Settings::default());
//! let timetable = steps.timetable(&calendar)?;
//! println!("{} working days, until {:?}", timetable.length(), timetable.last_day());
//! for id in timetable.critical() {
//!     println!("{id} {}", steps.steps[id].title.nl);
//! }
//!
//! let mut plan = Plan::empty();
//! plan.edit(&Edit::StartSteps(Box::new(steps)), None)?;
//! let later = StepEdit::SetDuration { step: StepId::parse("B07")?, duration: -1 };
//! let refusal = plan.edit(&Edit::Steps(Box::new(later)), None).unwrap_err();
//! assert!(refusal.to_string().starts_with("step B07: its duration"));
//! # Ok(())
//! # }
//! ```
//!
//! # Edits of a script
//!
//! Edits, changes, events and what comes of them are read and written by name, as are refusals.
//!
//! ```
//! use centering_core::prelude::*;
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let today = Some("2027-01-25".parse()?);
//! # let list = "Code;Geboortedatum;Locatie\nN1;4-1-2027;Noord\nN2;6-1-2027;Noord\nN3;9-1-2027;Noord\n\
//! #     N4;12-1-2027;Noord\nN5;20-1-2027;Noord\nN6;24-1-2027;Noord\n";
//! # let mut plan = Plan::empty();
//! # let table = Table::read(list);
//! # let intake = read_enrolments(&table, &Reading::guess(&table, &plan), &plan, today);
//! # plan.edit(&intake.edit().ok_or("no question is open")?, today)?;
//! let json = r#"[{"rename": "Noord"}, "propose", {"pin_group": {"group": "NOO-2027-01-1", "pinned": true}}]"#;
//! let edits: Vec<Edit> = serde_json::from_str(json)?;
//! let (_, changes) = Edit::together(&edits, &plan, today)?;
//! plan.apply_all(changes);
//! assert!(plan.groups[&GroupId::parse("NOO-2027-01-1")?].pinned);
//! # Ok(())
//! # }
//! ```
