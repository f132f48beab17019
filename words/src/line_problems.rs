//! Problems with lines, rooms and people in words: what is wrong, why, and the rule behind it.

use super::problems::Part;
use super::{Lang, say};
use centering_core::plan::{Line, LineId, Plan, RoomId};
use centering_core::problem::TeamFinding;
use centering_core::remedy::Remedy;

fn room<'a>(plan: &'a Plan, id: &'a RoomId) -> &'a str {
    plan.rooms
        .get(id)
        .map_or(id.as_str(), |room| room.label.as_str())
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
            .map(|id| plan.person_name(id).to_owned())
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
            .map(|id| plan.person_name(id).to_owned())
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

    /// What is wrong, in one line; and what follows from it, in full sentences, or nothing where the title says it
    /// all.
    pub(super) fn team_problem(self, plan: &Plan, finding: &TeamFinding, part: Part) -> String {
        use Part::{Detail, Title};
        use TeamFinding as Found;
        let line_name = |id: &LineId| self.line_name(plan, id);
        match (finding, part) {
            (Found::SameLine { line, other }, Title) => say!(self;
                "Zelfde vaste dagdeel als {other}: {}",
                "Same weekly line as {other}: {}";
                line_name(line)),
            (Found::SameRoom { room: id, other }, Title) => say!(self;
                "{} is dan al van {other}",
                "{} is taken by {other} then";
                room(plan, id)),
            (Found::PhysicianBusy { other }, Title) => say!(self;
                "De jeugdarts is dan bij {other}",
                "The youth physician is with {other} then"),
            (
                Found::SameLine { .. } | Found::SameRoom { .. } | Found::PhysicianBusy { .. },
                Detail,
            ) => say!(self;
                "Dat kan maar met één groep tegelijk. Verplaats één van de twee.",
                "That is possible with one group at a time only. Move one of the two."),
            (Found::SamePerson { person: id, other }, Title) => say!(self;
                "{} staat ook bij {other}",
                "{} is with {other} as well";
                plan.person_name(id)),
            (Found::SamePerson { .. }, Detail) => say!(self;
                "Niemand kan twee groepen tegelijk begeleiden. Kies een vervanger of een andere dag.",
                "Nobody can lead two groups at once. Choose a substitute or another day."),
            (Found::Absent { person: id }, Title) => say!(self;
                "{} is die dag afwezig",
                "{} is away that day";
                plan.person_name(id)),
            (
                Found::NotAvailable {
                    person: id,
                    half_day,
                },
                Title,
            ) => say!(self;
                "{} werkt hier niet op {}",
                "{} does not work here on {}";
                plan.person_name(id), self.half_day(*half_day)),
            (Found::Absent { .. } | Found::NotAvailable { .. }, Detail) => say!(self;
                "Kies een vervanger of een andere dag.",
                "Choose a substitute or another day."),
            (Found::LineNotAvailable { person: id }, Title) => say!(self;
                "{} werkt hier niet op dit dagdeel",
                "{} does not work here on this half-day";
                plan.person_name(id)),
            (Found::LineNotAvailable { .. }, Detail) => say!(self;
                "Verander het dagdeel, de werkdagen van deze persoon, of kies iemand anders.",
                "Change the half-day, the working days of this person, or choose somebody else."),
            (
                Found::PhysicianLeads { person: id } | Found::LineLedByPhysician { person: id },
                Title,
            ) => say!(self;
                "{} is jeugdarts en begeleidt geen groepen",
                "{} is a youth physician and leads no groups";
                plan.person_name(id)),
            (Found::PhysicianLeads { .. } | Found::LineLedByPhysician { .. }, Detail) => say!(self;
                "Kies iemand anders als begeleider, of verander de rol bij het team.",
                "Choose somebody else as facilitator, or change the role in the team."),
            (
                Found::WeekTooShort {
                    person: id,
                    half_days,
                    most,
                },
                Title,
            ) => say!(self;
                "{} staat op {half_days} dagdelen per week, de werkweek heeft er {most}",
                "{} leads on {half_days} half-days a week, the working week has {most}";
                plan.person_name(id)),
            (Found::WeekTooShort { .. }, Detail) => say!(self;
                "Zet iemand anders op dit vaste dagdeel, of verander de werkweek bij het team.",
                "Put somebody else on this weekly line, or change the working week in the team."),
            (Found::LineElsewhere { line }, Title) => say!(self;
                "Dit vaste dagdeel is van een andere locatie: {}",
                "This weekly line is of another location: {}";
                line_name(line)),
            (Found::LineElsewhere { .. }, Detail) => say!(self;
                "Kies een vast dagdeel van de locatie van de groep.",
                "Choose a weekly line of the location of the group."),
            (Found::NotTrained { person: id } | Found::LineNotTrained { person: id }, Title) => {
                say!(self;
                    "{} heeft de training nog niet gevolgd",
                    "{} has not followed the training yet";
                    plan.person_name(id))
            }
            (Found::NoPhysician { half_day }, Title) => say!(self;
                "Geen jeugdarts op {}",
                "No youth physician on {}";
                self.half_day(*half_day)),
            (Found::NoPhysician { .. }, Detail) => say!(self;
                "Bij deze bijeenkomst hoort een jeugdarts. Vraag een jeugdarts op dit dagdeel, of kies een andere dag.",
                "A youth physician belongs to this session. Ask one for this half-day, or choose another day."),
            (Found::PhysicianAbsent { person: id }, Title) => say!(self;
                "Jeugdarts {} is die dag afwezig",
                "Youth physician {} is away that day";
                plan.person_name(id)),
            (
                Found::PhysicianNotAvailable {
                    person: id,
                    half_day,
                },
                Title,
            ) => say!(self;
                "Jeugdarts {} werkt hier niet op {}",
                "Youth physician {} does not work here on {}";
                plan.person_name(id), self.half_day(*half_day)),
            (Found::PhysicianElsewhere { person: id, other }, Title) => say!(self;
                "{} is dan ook bij {other}",
                "{} is with {other} then as well";
                plan.person_name(id)),
            (Found::NotPhysician { person: id }, Title) => say!(self;
                "{} is gekozen als jeugdarts, maar is dat niet",
                "{} was chosen as youth physician, but is none";
                plan.person_name(id)),
            (
                Found::PhysicianAbsent { .. }
                | Found::PhysicianNotAvailable { .. }
                | Found::PhysicianElsewhere { .. }
                | Found::NotPhysician { .. },
                Detail,
            ) => say!(self;
                "Kies een andere jeugdarts of een andere dag.",
                "Choose another youth physician or another day."),
            (Found::RoomNotOurs { room: id, half_day }, Title) => say!(self;
                "{} is op {} niet van jullie",
                "{} is not yours on {}";
                room(plan, id), self.half_day(*half_day)),
            (Found::RoomNotOurs { .. }, Detail) => say!(self;
                "Kies een andere ruimte of een ander dagdeel, of vink dit dagdeel aan bij de ruimte.",
                "Choose another room or half-day, or tick this half-day at the room."),
            (Found::RoomClosed { room: id }, Title) => say!(self;
                "{} is die dag niet beschikbaar",
                "{} is not available that day";
                room(plan, id)),
            (Found::RoomClosed { .. }, Detail) => say!(self;
                "Kies een andere dag of een ander vast dagdeel.",
                "Choose another day or another weekly line."),
            (
                Found::RoomTooSmall {
                    room: id,
                    adults,
                    capacity,
                },
                Title,
            ) => say!(self;
                "{} is te klein: {adults} volwassenen, plaats voor {capacity}",
                "{} is too small: {adults} adults, room for {capacity}";
                room(plan, id)),
            (Found::RoomTooSmall { .. }, Detail) => say!(self;
                "Kies een grotere ruimte of een kleinere groep.",
                "Choose a larger room or a smaller group."),
            (Found::WithoutLine, Title) => say!(self;
                "Deze groep heeft nog geen vast dagdeel met ruimte en begeleiders",
                "This group has no weekly line with a room and facilitators yet"),
            (Found::WithoutLine, Detail) => say!(self;
                "Maak een nieuw voorstel, of kies zelf een vast dagdeel voor deze groep.",
                "Make a new proposal, or choose a weekly line for this group yourself."),
            (Found::WithoutPair { people: 0 }, Title) => say!(self;
                "Dit vaste dagdeel heeft nog geen begeleiders",
                "This weekly line has no facilitators yet"),
            (Found::WithoutPair { .. }, Title) => say!(self;
                "Dit vaste dagdeel heeft maar één begeleider",
                "This weekly line has only one facilitator"),
            (Found::WithoutRoom, Title) => say!(self;
                "Dit vaste dagdeel heeft nog geen ruimte",
                "This weekly line has no room yet"),
            (Found::WithoutPair { .. } | Found::WithoutRoom, Detail) => say!(self;
                "Vul het aan bij het team, of laat de planner de vaste dagdelen voorstellen.",
                "Complete it in the team, or let the planner propose the weekly lines."),
            (Found::LinesClash { other }, Title) => say!(self;
                "Zelfde ruimte of begeleider als {}",
                "Same room or facilitator as {}";
                line_name(other)),
            (Found::LinesClash { .. }, Detail) => say!(self;
                "De planner zet er nooit twee groepen tegelijk op. Verander één van de twee.",
                "The planner never puts two groups on them at once. Change one of the two."),
            (Found::UnknownLine(id), Title) => say!(self;
                "Vast dagdeel {id} staat niet in het plan",
                "Weekly line {id} is not in the plan"),
            (Found::UnknownRoom(id), Title) => say!(self;
                "Ruimte {id} staat niet in het plan",
                "Room {id} is not in the plan"),
            (Found::UnknownPerson(id), Title) => say!(self;
                "{id} staat niet in het team",
                "{id} is not in the team"),
            (
                Found::NotTrained { .. }
                | Found::LineNotTrained { .. }
                | Found::UnknownLine(_)
                | Found::UnknownRoom(_)
                | Found::UnknownPerson(_),
                Detail,
            ) => String::new(),
        }
    }

    /// What can be done about it with the team, and what that means; empty for other remedies.
    pub(super) fn team_remedy(self, plan: &Plan, remedy: &Remedy) -> (String, String) {
        match remedy {
            Remedy::Substitute {
                absent, substitute, ..
            } => {
                let (away, other) = (plan.person_name(absent), plan.person_name(substitute));
                (
                    say!(self; "Laat {other} deze keer vervangen", "Let {other} stand in this once"),
                    say!(self;
                        "In plaats van {away}. De datum blijft hetzelfde voor de gezinnen.",
                        "In place of {away}. The date stays the same for the families."),
                )
            }
            Remedy::Physician { physician, .. } => (
                say!(self;
                    "Laat jeugdarts {} komen",
                    "Let youth physician {} come";
                    plan.person_name(physician)),
                say!(self;
                    "De datum blijft hetzelfde voor de gezinnen.",
                    "The date stays the same for the families."),
            ),
            Remedy::Line {
                line, unscheduled, ..
            } => {
                let name = self.line_name(plan, line);
                let then = match unscheduled {
                    0 => say!(self; "Dan past elke bijeenkomst.", "Then every session fits."),
                    left => say!(self;
                        "Dan blijft er {} zonder datum.",
                        "Then {} stay without a date.";
                        self.sessions(*left)),
                };
                (
                    say!(self; "Zet de groep op {name}", "Put the group on {name}"),
                    then,
                )
            }
            Remedy::ProposeLines => (
                say!(self;
                    "Laat de planner de vaste dagdelen voorstellen",
                    "Let the planner propose the weekly lines"),
                say!(self; "Wat je zelf hebt gemaakt blijft staan.", "What you made yourself stays."),
            ),
            _ => (String::new(), String::new()),
        }
    }

    /// One rule of these, by its code, for the filter; the kind where it has no other name.
    pub(super) fn team_rule_name(self, code: &str) -> &'static str {
        self.of(match code {
            "LIJ-01" => ["Twee groepen tegelijk", "Two groups at once"],
            "LIJ-02" => ["Groep zonder vast dagdeel", "Group without a weekly line"],
            "LIJ-03" => ["Zonder vast duo", "Without a fixed pair"],
            "LIJ-04" => ["Zonder ruimte", "Without a room"],
            "LIJ-05" => ["Zelfde ruimte of begeleider", "Same room or facilitator"],
            "LIJ-06" => ["Van een andere locatie", "Of another location"],
            "RUI-01" => ["Bezet", "Taken"],
            "RUI-02" => ["Te klein", "Too small"],
            "RUI-03" => ["Niet te gebruiken", "Not available"],
            "RUI-04" => ["Niet van jullie", "Not yours"],
            "TEA-01" => ["Twee groepen tegelijk", "Two groups at once"],
            "TEA-02" => ["Afwezig", "Away"],
            "TEA-03" => ["Werkt dan niet", "Not at work then"],
            "TEA-04" => ["Nog niet getraind", "Not trained yet"],
            "TEA-05" => ["Jeugdarts als begeleider", "Youth physician as facilitator"],
            "TEA-06" => ["Meer dan de werkweek", "More than the working week"],
            "ART-01" => ["Geen jeugdarts", "No youth physician"],
            "ART-02" => ["Bij een andere groep", "With another group"],
            code => return self.problem_kind(code),
        })
    }

    /// The kind of these problems by the first part of their code, for the filter.
    pub(super) fn team_kind(self, family: &str) -> Option<&'static str> {
        Some(self.of(match family {
            "LIJ" => ["Vaste dagdelen", "Weekly lines"],
            "RUI" => ["Ruimtes", "Rooms"],
            "TEA" => ["Begeleiders", "Facilitators"],
            "ART" => ["Jeugdarts", "Youth physician"],
            _ => return None,
        }))
    }
}
