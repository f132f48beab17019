//! Problems with lines, rooms and people in words: what is wrong, why, and the rule behind it.

use super::Lang;
use centering_core::plan::{Line, LineId, PersonId, Plan, RoomId};
use centering_core::problem::{Remedy, TeamFinding};

fn room<'a>(plan: &'a Plan, id: &'a RoomId) -> &'a str {
    plan.rooms
        .get(id)
        .map_or(id.as_str(), |room| room.label.as_str())
}

fn person<'a>(plan: &'a Plan, id: &'a PersonId) -> &'a str {
    plan.people
        .get(id)
        .map_or(id.as_str(), |person| person.alias.as_str())
}

impl Lang {
    /// A line by its place and half-day, such as `Noord, dinsdagochtend`.
    pub fn line_name(self, plan: &Plan, id: &LineId) -> String {
        let known = plan.lines.get(id);
        known.map_or_else(|| id.to_string(), |line| self.place_of_line(plan, line))
    }

    /// Where and when a line is, also of a line that is not in the plan yet.
    pub fn place_of_line(self, plan: &Plan, line: &Line) -> String {
        let location = plan.locations.get(&line.location);
        let location = location.map_or(line.location.as_str(), |known| known.name.as_str());
        format!("{location}, {}", self.half_day(line.half_day))
    }

    /// The room and the pair of a line.
    pub fn room_and_pair(self, plan: &Plan, line: &Line) -> String {
        let pair: Vec<String> = line
            .facilitators
            .iter()
            .map(|id| person(plan, id).to_owned())
            .collect();
        let place = line.room.as_ref().map(|id| room(plan, id).to_owned());
        let pair = match pair.as_slice() {
            [] => self.no_pair().to_owned(),
            pair => self.list(pair),
        };
        let place = place.unwrap_or_else(|| self.no_room().to_owned());
        format!("{place}, {pair}")
    }

    /// A line among those of its location: half-day, room and pair, such as
    /// `dinsdagmiddag · Zaal 2 · BG-1 en BG-4`.
    pub fn line_label(self, plan: &Plan, id: &LineId) -> String {
        let Some(line) = plan.lines.get(id) else {
            return id.to_string();
        };
        let pair: Vec<String> = line
            .facilitators
            .iter()
            .map(|id| person(plan, id).to_owned())
            .collect();
        let place = line.room.as_ref().map(|id| room(plan, id).to_owned());
        let parts = [
            Some(self.half_day(line.half_day)),
            place,
            Some(self.list(&pair)),
        ];
        let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    }

    /// What is wrong, in one line.
    pub(super) fn team_problem_title(self, plan: &Plan, finding: &TeamFinding) -> String {
        let line_name = |id: &LineId| self.line_name(plan, id);
        let (nl, en) = match finding {
            TeamFinding::SameLine { line, other } => (
                format!("Zelfde vaste dagdeel als {other}: {}", line_name(line)),
                format!("Same line as {other}: {}", line_name(line)),
            ),
            TeamFinding::SameRoom { room: id, other } => (
                format!("{} is dan al van {other}", room(plan, id)),
                format!("{} is taken by {other} then", room(plan, id)),
            ),
            TeamFinding::SamePerson { person: id, other } => (
                format!("{} staat ook bij {other}", person(plan, id)),
                format!("{} is with {other} as well", person(plan, id)),
            ),
            TeamFinding::Absent { person: id } => (
                format!("{} is die dag afwezig", person(plan, id)),
                format!("{} is away that day", person(plan, id)),
            ),
            TeamFinding::NotAvailable {
                person: id,
                half_day,
            } => (
                format!(
                    "{} werkt hier niet op {}",
                    person(plan, id),
                    Self::Nl.half_day(*half_day)
                ),
                format!(
                    "{} does not work here on {}",
                    person(plan, id),
                    Self::En.half_day(*half_day)
                ),
            ),
            TeamFinding::LineNotAvailable { person: id } => (
                format!("{} werkt hier niet op dit dagdeel", person(plan, id)),
                format!("{} does not work here on this half-day", person(plan, id)),
            ),
            TeamFinding::NotTrained { person: id } | TeamFinding::LineNotTrained { person: id } => {
                (
                    format!("{} heeft de training nog niet gevolgd", person(plan, id)),
                    format!("{} has not followed the training yet", person(plan, id)),
                )
            }
            TeamFinding::NoPhysician { half_day } => (
                format!("Geen jeugdarts op {}", Self::Nl.half_day(*half_day)),
                format!("No youth physician on {}", Self::En.half_day(*half_day)),
            ),
            TeamFinding::PhysicianBusy { other } => (
                format!("De jeugdarts is dan bij {other}"),
                format!("The youth physician is with {other} then"),
            ),
            TeamFinding::RoomClosed { room: id } => (
                format!("{} is die dag niet beschikbaar", room(plan, id)),
                format!("{} is not available that day", room(plan, id)),
            ),
            TeamFinding::RoomTooSmall {
                room: id,
                adults,
                capacity,
            } => (
                format!(
                    "{} is te klein: {adults} volwassenen, plaats voor {capacity}",
                    room(plan, id)
                ),
                format!(
                    "{} is too small: {adults} adults, room for {capacity}",
                    room(plan, id)
                ),
            ),
            TeamFinding::WithoutLine => (
                "Deze groep heeft nog geen vast dagdeel met ruimte en begeleiders".to_owned(),
                "This group has no line with a room and facilitators yet".to_owned(),
            ),
            TeamFinding::WithoutPair { people: 0 } => (
                "Dit vaste dagdeel heeft nog geen begeleiders".to_owned(),
                "This line has no facilitators yet".to_owned(),
            ),
            TeamFinding::WithoutPair { .. } => (
                "Dit vaste dagdeel heeft maar één begeleider".to_owned(),
                "This line has only one facilitator".to_owned(),
            ),
            TeamFinding::WithoutRoom => (
                "Dit vaste dagdeel heeft nog geen ruimte".to_owned(),
                "This line has no room yet".to_owned(),
            ),
            TeamFinding::LinesClash { other } => (
                format!("Zelfde ruimte of begeleider als {}", line_name(other)),
                format!("Same room or facilitator as {}", line_name(other)),
            ),
            TeamFinding::UnknownLine(id) => (
                format!("Vast dagdeel {id} staat niet in het plan"),
                format!("Line {id} is not in the plan"),
            ),
            TeamFinding::UnknownRoom(id) => (
                format!("Ruimte {id} staat niet in het plan"),
                format!("Room {id} is not in the plan"),
            ),
            TeamFinding::UnknownPerson(id) => (
                format!("{id} staat niet in het team"),
                format!("{id} is not in the team"),
            ),
        };
        self.either(nl, en)
    }

    /// What follows from it, in full sentences; empty where the title says it all.
    pub(super) fn team_problem_detail(self, finding: &TeamFinding) -> String {
        let (nl, en) = match finding {
            TeamFinding::SameLine { .. }
            | TeamFinding::SameRoom { .. }
            | TeamFinding::PhysicianBusy { .. } => (
                "Dat kan maar met één groep tegelijk. Verplaats één van de twee.",
                "That is possible with one group at a time only. Move one of the two.",
            ),
            TeamFinding::SamePerson { .. } => (
                "Niemand kan twee groepen tegelijk begeleiden. Kies een vervanger of een andere dag.",
                "Nobody can lead two groups at once. Choose a substitute or another day.",
            ),
            TeamFinding::Absent { .. } | TeamFinding::NotAvailable { .. } => (
                "Kies een vervanger of een andere dag.",
                "Choose a substitute or another day.",
            ),
            TeamFinding::NoPhysician { .. } => (
                "Bij deze bijeenkomst hoort een jeugdarts. Vraag een jeugdarts op dit dagdeel, of kies een andere dag.",
                "A youth physician belongs to this session. Ask one for this half-day, or choose another day.",
            ),
            TeamFinding::RoomClosed { .. } => (
                "Kies een andere dag of een ander vast dagdeel.",
                "Choose another day or another line.",
            ),
            TeamFinding::RoomTooSmall { .. } => (
                "Kies een grotere ruimte of een kleinere groep.",
                "Choose a larger room or a smaller group.",
            ),
            TeamFinding::WithoutLine => (
                "Maak een nieuw voorstel, of kies zelf een vast dagdeel voor deze groep.",
                "Make a new proposal, or choose a line for this group yourself.",
            ),
            TeamFinding::WithoutPair { .. } | TeamFinding::WithoutRoom => (
                "Vul het aan bij het team, of laat de planner de vaste dagdelen voorstellen.",
                "Complete it in the team, or let the planner propose the lines.",
            ),
            TeamFinding::LinesClash { .. } => (
                "De planner zet er nooit twee groepen tegelijk op. Verander één van de twee.",
                "The planner never puts two groups on them at once. Change one of the two.",
            ),
            TeamFinding::LineNotAvailable { .. } => (
                "Verander het dagdeel, de werkdagen van deze persoon, of kies iemand anders.",
                "Change the half-day, the working days of this person, or choose somebody else.",
            ),
            TeamFinding::NotTrained { .. }
            | TeamFinding::LineNotTrained { .. }
            | TeamFinding::UnknownLine(_)
            | TeamFinding::UnknownRoom(_)
            | TeamFinding::UnknownPerson(_) => ("", ""),
        };
        self.either(nl, en).to_owned()
    }

    /// What can be done about it with the team, and what that means; empty for other remedies.
    pub(super) fn team_remedy(self, plan: &Plan, remedy: &Remedy) -> (String, String) {
        match remedy {
            Remedy::Substitute {
                absent, substitute, ..
            } => {
                let (away, other) = (person(plan, absent), person(plan, substitute));
                self.either(
                    (
                        format!("Laat {other} deze keer vervangen"),
                        format!(
                            "In plaats van {away}. De datum blijft hetzelfde voor de gezinnen."
                        ),
                    ),
                    (
                        format!("Let {other} stand in this once"),
                        format!("In place of {away}. The date stays the same for the families."),
                    ),
                )
            }
            Remedy::Line {
                line, unscheduled, ..
            } => {
                let name = self.line_name(plan, line);
                let left = self.sessions(*unscheduled);
                let what = self.either(
                    format!("Zet de groep op {name}"),
                    format!("Put the group on {name}"),
                );
                let then = match unscheduled {
                    0 => self.either(
                        "Dan past elke bijeenkomst.".to_owned(),
                        "Then every session fits.".to_owned(),
                    ),
                    _ => self.either(
                        format!("Dan blijft er {left} zonder datum."),
                        format!("Then {left} stay without a date."),
                    ),
                };
                (what, then)
            }
            Remedy::ProposeLines => self.either(
                (
                    "Laat de planner de vaste dagdelen voorstellen".to_owned(),
                    "Wat je zelf hebt gemaakt blijft staan.".to_owned(),
                ),
                (
                    "Let the planner propose the lines".to_owned(),
                    "What you made yourself stays.".to_owned(),
                ),
            ),
            _ => (String::new(), String::new()),
        }
    }

    /// The kind of these problems by the first part of their code, for the filter.
    pub(super) fn team_kind(self, family: &str) -> Option<&'static str> {
        let (nl, en) = match family {
            "LIJ" => ("Vaste dagdelen", "Lines"),
            "RUI" => ("Ruimtes", "Rooms"),
            "TEA" => ("Begeleiders", "Facilitators"),
            "ART" => ("Jeugdarts", "Youth physician"),
            _ => return None,
        };
        Some(self.either(nl, en))
    }

    /// What the rule is and where it comes from.
    pub(super) fn team_help(self, code: &str) -> Option<&'static str> {
        let (nl, en) = match code {
            "LIJ-01" => (
                "Op een vast dagdeel werkt één vast duo in één ruimte. Daar is elke keer plaats voor één groep. Bron: voorstel van deze planner.",
                "On a line one fixed pair works in one room. Each time there is place for one group. Source: a proposal of this planner.",
            ),
            "LIJ-02" => (
                "Een locatie met vaste dagdelen plant elke groep op één daarvan. Dan zijn ruimte en begeleiders geregeld en houdt de groep hetzelfde duo. Bron: elementen van Centering (vaste begeleiding) en een voorstel van deze planner.",
                "A location with lines plans each group on one of them. Then room and facilitators are settled and the group keeps the same pair. Source: elements of Centering (stable leadership) and a proposal of this planner.",
            ),
            "LIJ-03" => (
                "Een groep heeft twee vaste begeleiders. Bron: ZonMw eindverslag en de essentiële elementen van Centering.",
                "A group has two fixed facilitators. Source: ZonMw report and the essential elements of Centering.",
            ),
            "LIJ-04" => (
                "Een groep heeft een vaste ruimte nodig. Zonder ruimte kan de planner niet zien of die vrij en groot genoeg is. Bron: voorstel van deze planner.",
                "A group needs a fixed room. Without one the planner cannot see whether it is free and large enough. Source: a proposal of this planner.",
            ),
            "LIJ-05" => (
                "Twee vaste dagdelen op hetzelfde moment kunnen geen ruimte of begeleider delen. Bron: voorstel van deze planner.",
                "Two lines at the same moment cannot share a room or a facilitator. Source: a proposal of this planner.",
            ),
            "RUI-01" | "RUI-03" => (
                "In een ruimte is plaats voor één groep tegelijk, en alleen op dagen dat de ruimte beschikbaar is. Bron: voorstel van deze planner.",
                "A room holds one group at a time, and only on days on which it is available. Source: a proposal of this planner.",
            ),
            "RUI-02" => (
                "De planner rekent twee volwassenen per gezin en drie medewerkers. Partners zijn dus altijd welkom. Bron: berekening van deze planner uit de elementen van Centering.",
                "The planner counts two adults for each family and three members of staff. So partners are always welcome. Source: calculated by this planner from the elements of Centering.",
            ),
            "TEA-01" => (
                "Een begeleider is bij één groep tegelijk. Bron: voorstel van deze planner.",
                "A facilitator is with one group at a time. Source: a proposal of this planner.",
            ),
            "TEA-02" => (
                "Wie afwezig is, kan geen groep begeleiden. Een vervanger van dezelfde locatie houdt de datum voor de gezinnen hetzelfde. Bron: voorstel van deze planner.",
                "Who is away cannot lead a group. A substitute of the same location keeps the date the same for the families. Source: a proposal of this planner.",
            ),
            "TEA-03" => (
                "De planner zet begeleiders alleen op dagdelen en locaties waar ze werken. Met de hand mag het wel: overleg dan eerst. Bron: voorstel van deze planner.",
                "The planner only puts facilitators on half-days and at locations where they work. By hand it is possible: ask first. Source: a proposal of this planner.",
            ),
            "TEA-04" => (
                "Begeleiders volgen eerst de tweedaagse Centering-training. Bron: GGD IJsselland.",
                "Facilitators first follow the two-day Centering training. Source: GGD IJsselland.",
            ),
            "ART-01" | "ART-02" => (
                "Bij welke bijeenkomsten een jeugdarts hoort, staat in het bijeenkomstenschema. Een jeugdarts is bij één groep tegelijk. Bron: voorstel van deze planner; je organisatie beslist.",
                "The session template says which sessions need a youth physician. A youth physician is with one group at a time. Source: a proposal of this planner; your organisation decides.",
            ),
            _ => return None,
        };
        Some(self.either(nl, en))
    }

    fn either<T>(self, nl: T, en: T) -> T {
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }
}
