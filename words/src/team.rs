//! Words of the screen and the dialogs of team, rooms and weekly lines.

use super::{Lang, say, texts};
use centering_core::calendar::{Date, HalfDay, HalfDaySet, Part, Workday};
use centering_core::intake::TeamFault;
use centering_core::plan::{
    AbsenceKind, Enrolment, EnrolmentFault, LineFault, LocationFault, PersonFault, Role, RoomFault,
};
use centering_core::schedule::Lack;

impl Lang {
    texts! {
        team_page: "Team", "Team";
        team_heading: "Team en ruimtes", "Team and rooms";
        team_counts(people: usize, rooms: usize, lines: usize):
            "{} in het team, {}, {}.",
            "{} in the team, {}, {}."
            => |lang| lang.some_people(people), lang.some_rooms(rooms), lang.some_lines(lines);
        some_people(count: usize): "1 persoon" | "{count} mensen", "1 person" | "{count} people";
        some_rooms(count: usize): "1 ruimte" | "{count} ruimtes", "1 room" | "{count} rooms";
        some_lines(count: usize): "1 vast dagdeel" | "{count} vaste dagdelen", "1 weekly line" | "{count} weekly lines";
        team_empty_title: "Wie begeleidt, en waar?", "Who leads, and where?";
        team_empty_text:
            "Zet hier je begeleiders, jeugdartsen en ruimtes. Dan stelt de planner vaste dagdelen voor: een ruimte, een dagdeel en een vast duo. Groepen krijgen dan elk een eigen plek, en je ziet waar iemand dubbel staat.",
            "Put your facilitators, youth physicians and rooms here. The planner then proposes weekly lines: a room, a half-day and a fixed pair. Each group gets a place of its own, and you see where somebody is booked twice.";
        team_needs_locations:
            "Je plan heeft nog geen locaties. Ze komen mee met je lijst met gezinnen.",
            "Your plan has no locations yet. They come with your list of families.";
        add_person: "Voeg iemand toe", "Add a person";
        add_team_list: "Plak een team", "Paste a team";
        team_list_label: "Je team, geplakt uit Excel", "Your team, pasted from Excel";
        team_list_hint:
            "Een regel per persoon: code, rol, dagdelen, locatie, en als je wilt fte en getraind. Geen namen: die kolom wordt niet gebruikt en niet bewaard.",
            "A line for each person: code, role, half-days, location, and if you like FTE and trained. No names: that column is not used and not kept.";
        team_list_nobody: "Er is nog niemand gelezen. Plak minstens één regel met een code.", "Nobody was read yet. Paste at least one line with a code.";
        team_list_line(line: usize): "Regel {line}:", "Line {line}:";
        team_list_read(people: usize, faults: usize, dropped: usize):
            "{}. Regels die niet gelezen kunnen worden: {faults}. Kolommen die niet gebruikt en niet bewaard worden: {dropped}.",
            "{}. Lines that cannot be read: {faults}. Columns that are not used and not kept: {dropped}."
            => |lang| lang.some_people(people);
        add_room: "Voeg een ruimte toe", "Add a room";
        add_line_at(half_day: &str, location: &str):
            "Voeg een vast dagdeel toe: {half_day}, {location}",
            "Add a weekly line: {half_day}, {location}";
        lines_proposal: "Voorstel voor vaste dagdelen", "Proposal for weekly lines";
        lines_proposal_text:
            "Dit stelt de planner voor met je team en je ruimtes. Vink weg wat je niet wilt. Datums van groepen veranderen nog niet.",
            "This is what the planner proposes with your team and rooms. Untick what you do not want. Dates of groups do not change yet.";
        lines_nothing: "De planner heeft geen ander voorstel: zo staat het al.", "The planner has no other proposal: it is already so.";
        lines_take(count: usize): "Neem {count} over", "Accept {count}";
        lines_take_all(count: usize): "Neem over" | "Neem alle {count} over", "Accept" | "Accept all {count}";
        line_added: "nieuw", "new";
        line_changed: "anders", "changed";
        line_removed: "vervalt", "goes";
        room_half_days: "Wanneer is de ruimte van jullie?", "When is the room yours?";
        room_half_days_hint:
            "Niets aangevinkt: dan is de ruimte op elk dagdeel van jullie.",
            "Nothing ticked: the room is yours on every half-day.";
        room_when: "Van jullie", "Yours";
        room_always: "altijd", "always";
        room_closures: "Niet te gebruiken", "Not available";
        room_closures_hint: "Bijvoorbeeld een verbouwing. Eén dag? Laat de laatste dag leeg.", "For example building work. One day? Leave the last day empty.";
        room_closure_add: "Voeg dagen toe", "Add days";
        room_closure_number(number: usize): "Dagen {number}", "Days {number}";
        room_closed(when: &str): "dicht {when}", "closed {when}";
        lines_need_room(location: &str):
            "In {location} kan nog geen vast dagdeel: voeg eerst een ruimte toe voor een groep.",
            "There can be no weekly line in {location} yet: first add a room for a group.";
        lines_need_pair(location: &str):
            "{location} krijgt geen vast dagdeel: er zijn geen twee getrainde begeleiders die daar op één dagdeel kunnen.",
            "{location} gets no weekly line: no two trained facilitators can be there on one half-day.";
        lines_need_physician(location: &str):
            "{location} krijgt geen vast dagdeel: op de dagdelen van de ruimte is er geen jeugdarts.",
            "{location} gets no weekly line: there is no youth physician on the half-days of the room.";
        no_physician_then: "geen jeugdarts op dit dagdeel", "no youth physician on this half-day";
        lines_next:
            "De vaste dagdelen staan klaar. Maak nu bij Groepen een voorstel: dan krijgt elke groep een vast dagdeel en datums.",
            "The weekly lines are ready. Now make a proposal at Groups: then each group gets a weekly line and dates.";
        to_groups: "Naar Groepen", "To Groups";
        line_location: "Locatie", "Location";
        line_moves(groups: usize):
            "Op een andere locatie verliest 1 groep dit vaste dagdeel. De datums blijven staan tot je een nieuw voorstel maakt." | "Op een andere locatie verliezen {groups} groepen dit vaste dagdeel. De datums blijven staan tot je een nieuw voorstel maakt.",
            "At another location 1 group loses this weekly line. Its dates stay until you make a new proposal." | "At another location {groups} groups lose this weekly line. Their dates stay until you make a new proposal.";
        propose_lines: "Stel vaste dagdelen voor", "Propose weekly lines";

        lines_possible(now: usize, possible: usize):
            if now >= possible { format!("{now} complete vaste dagdelen: meer kan niet met dit team en deze ruimtes.") } else { format!("{now} complete vaste dagdelen. Met dit team en deze ruimtes zijn er hoogstens {possible} mogelijk.") },
            if now >= possible { format!("{now} complete weekly lines: this team and these rooms allow no more.") } else { format!("{now} complete weekly lines. This team and these rooms allow at most {possible}.") };
        lines_with_one_more(more: usize):
            match more { 0 => "Eén begeleider erbij maakt er niet meer mogelijk.".to_owned(), 1 => "Met één getrainde begeleider erbij is er 1 meer mogelijk.".to_owned(), more => format!("Met één getrainde begeleider erbij zijn er {more} meer mogelijk.") },
            match more { 0 => "One more facilitator makes no more possible.".to_owned(), more => format!("With one more trained facilitator {more} more are possible.") };
        week_title(location: &str): "Vaste dagdelen in {location}", "Weekly lines in {location}";
        week_part: "Dagdeel", "Half-day";
        no_pair: "nog geen duo", "no pair yet";
        half_pair(alias: &str): "{alias} en nog iemand", "{alias} and one more";
        no_room: "nog geen ruimte", "no room yet";
        line_groups(count: usize): "1 groep" | "{count} groepen", "1 group" | "{count} groups";

        people_title: "Mensen", "People";
        people_none: "Er staat nog niemand in het team.", "There is nobody in the team yet.";
        person_who: "Wie", "Who";
        person_role: "Rol", "Role";
        person_role_hint: "Een jeugdverpleegkundige of assistent begeleidt ook groepen. ‘Begeleider’ is voor wie een andere functie heeft.", "A youth nurse or an assistant leads groups as well. ‘Facilitator’ is for who has another job.";
        person_trained: "Getraind", "Trained";
        trained_yes: "getraind", "trained";
        trained_no: "nog niet", "not yet";
        person_week: "Werkweek", "Working week";
        person_can: "Kan op", "Available";
        all_day: "hele dag", "all day";
        person_where: "Locaties", "Locations";
        person_lines: "Vaste dagdelen", "Weekly lines";
        person_coming: "Komende bijeenkomsten", "Coming sessions";
        busiest(month: Date, count: usize): "hoogstens {count} in {}", "at most {count} in {}" => |lang| lang.month_name(month);
        away(when: &str): "weg {when}", "away {when}";
        nowhere: "nog nergens", "nowhere yet";
        never: "nog niet ingevuld", "not filled in yet";

        rooms_title: "Ruimtes", "Rooms";
        rooms_none: "Er zijn nog geen ruimtes.", "There are no rooms yet.";
        room_name: "Ruimte", "Room";
        room_location: "Locatie", "Location";
        room_capacity: "Plaats voor", "Holds";
        room_adults(count: u16): "1 volwassene" | "{count} volwassenen", "1 adult" | "{count} adults";
        room_fits: "Past", "Fits";
    }

    texts! {
        person_new: "Voeg iemand toe", "Add a person";
        person_title(alias: &str): "{alias} in het team", "{alias} in the team";
        person_alias: "Code", "Code";
        person_alias_hint:
            "Een eigen code met een cijfer, geen naam. Bijvoorbeeld JV-1.",
            "A code of your own with a digit, no name. For example JV-1.";
        person_alias_taken: "Iemand anders heeft deze code al. Kies een andere.", "Somebody else has this code. Choose another one.";
        person_is_trained: "heeft de Centering-training gevolgd", "followed the Centering training";
        person_fte: "Werkweek", "Working week";
        person_fte_unit: "fte", "FTE";
        person_fte_hint: "1 is voltijd: tien dagdelen. Schrijf bijvoorbeeld 0,8.", "1 is full time: ten half-days. Write 0.8, for example.";
        person_fte_wrong: "Schrijf een getal van 0,1 tot en met 1,5, bijvoorbeeld 0,8.", "Write a number from 0.1 to 1.5, for example 0.8.";
        person_half_days: "Wanneer kan deze persoon?", "When is this person available?";
        person_half_days_hint:
            "Niets aangevinkt: dan plant de planner deze persoon nergens.",
            "Nothing ticked: the planner does not plan this person.";
        person_nowhere: "Niets aangevinkt? Dan plant de planner deze persoon nergens.", "Nothing ticked? Then the planner plans this person nowhere.";
        person_locations: "Waar werkt deze persoon?", "Where does this person work?";
        person_absences: "Afwezig", "Away";
        person_absences_hint:
            "Alleen de dagen, nooit de reden. Eén dag? Laat de laatste dag leeg.",
            "Only the days, never the reason. One day? Leave the last day empty.";
        absence_kind: "Soort", "Kind";
        absence_add: "Voeg afwezigheid toe", "Add an absence";
        absence_remove: "Haal weg", "Remove";
        absence_number(number: usize): "Afwezig {number}", "Away {number}";
        person_remove: "Haal uit het team", "Remove from the team";
        person_gone: "Deze persoon staat niet meer in het team.", "This person is not in the team any more.";

        room_new: "Voeg een ruimte toe", "Add a room";
        room_title(label: &str): "Ruimte {label}", "Room {label}";
        room_label: "Naam van de ruimte", "Name of the room";
        room_label_hint: "Bijvoorbeeld zaal 1.", "For example hall 1.";
        room_label_wrong: "Schrijf hoe de ruimte heet.", "Write what the room is called.";
        room_capacity_label: "Plaats voor hoeveel volwassenen?", "How many adults does it hold?";
        room_capacity_unit: "volwassenen", "adults";
        room_capacity_hint(families: usize, adults: usize):
            "Een groep van {families} gezinnen is {adults} volwassenen: twee per gezin en drie van het team.",
            "A group of {families} families is {adults} adults: two a family and three of the team.";
        no_such_location: "Kies een locatie van het plan.", "Choose a location of the plan.";
        room_capacity_wrong: "Schrijf een heel getal van 1 tot en met 200.", "Write a whole number from 1 to 200.";
        room_remove: "Verwijder ruimte", "Remove room";
        room_gone: "Deze ruimte staat niet meer in het plan.", "This room is not in the plan any more.";

        line_new: "Voeg een vast dagdeel toe", "Add a weekly line";
        line_title(half_day: &str, location: &str): "{half_day}, {location}", "{half_day}, {location}";
        line_half_day: "Dagdeel", "Half-day";
        line_room: "Ruimte", "Room";
        line_pair: "Vast duo", "Fixed pair";
        line_pair_hint: "Kies twee begeleiders. Eén mag, dan is het vaste dagdeel nog niet compleet.", "Choose two facilitators. One is allowed, but then the weekly line is not complete yet.";
        line_pair_wrong: "Kies niet meer dan twee begeleiders.", "Choose no more than two facilitators.";
        line_pair_none: "Er is nog niemand in het team die groepen begeleidt.", "Nobody in the team leads groups yet.";
        not_trained: "nog niet getraind", "not trained yet";
        not_there: "werkt hier dan niet", "does not work here then";
        line_pinned: "Laat dit vaste dagdeel zoals het is als de planner een voorstel maakt", "Keep this weekly line as it is when the planner makes a proposal";
        line_remove: "Verwijder vast dagdeel", "Remove weekly line";
        line_gone: "Dit vaste dagdeel staat niet meer in het plan.", "This weekly line is not in the plan any more.";
        line_used(groups: usize):
            "Er is 1 groep op dit vaste dagdeel." | "Er zijn {groups} groepen op dit vaste dagdeel.",
            "There is 1 group on this weekly line." | "There are {groups} groups on this weekly line.";
    }

    /// The largest group for which a room has place.
    pub fn room_families(self, count: usize) -> String {
        match count {
            0 => say!(self; "te klein voor een groep", "too small for a group"),
            _ => {
                say!(self; "tot en met {} in een groep", "up to {} in a group"; self.families(count))
            }
        }
    }

    /// `ma en wo hele dag; di ochtend`: days by the parts of them, so that no part seems to hold for another day.
    pub fn half_days_short(self, half_days: HalfDaySet) -> String {
        let on = |workday: Workday, part: Part| half_days.contains(HalfDay { workday, part });
        let parts = [
            (true, true, self.all_day()),
            (true, false, self.part(Part::Morning)),
            (false, true, self.part(Part::Afternoon)),
        ];
        let groups = parts.map(|(morning, afternoon, words)| {
            let is_so = |workday: &Workday| {
                on(*workday, Part::Morning) == morning && on(*workday, Part::Afternoon) == afternoon
            };
            let days = Workday::ALL.into_iter().filter(is_so);
            let days: Vec<&str> = days.map(|day| self.weekday_short(day)).collect();
            let (last, before) = days.split_last()?;
            // A list that is pasted is read so as well: the part behind "en" is that of all days before it.
            Some(match before {
                [] => format!("{last} {words}"),
                _ => say!(self; "{} en {last} {words}", "{} and {last} {words}"; before.join(", ")),
            })
        });
        let groups: Vec<String> = groups.into_iter().flatten().collect();
        match groups.is_empty() {
            true => self.never().to_owned(),
            false => groups.join("; "),
        }
    }

    /// Why somebody on a pasted list cannot be read, and what is expected.
    pub fn team_fault(self, fault: TeamFault) -> String {
        match fault {
            TeamFault::Alias(fault) => self.code_fault(fault),
            TeamFault::Twice { first_line } => say!(self;
                "De code staat al op regel {first_line}.",
                "The code stands on line {first_line} already."),
            TeamFault::Role => say!(self;
                "Dit is geen rol. Schrijf begeleider, jeugdverpleegkundige, assistent of jeugdarts.",
                "This is no role. Write facilitator, youth nurse, assistant or youth physician."),
            TeamFault::HalfDay => say!(self;
                "Een dagdeel is niet te lezen. Schrijf bijvoorbeeld: di ochtend, wo middag. Een dag alleen, zoals ma, is de hele dag.",
                "A half-day cannot be read. Write for example: tue morning, wed afternoon. A day alone, such as mon, is the whole day."),
            TeamFault::Location => say!(self;
                "Deze locatie staat niet in je plan.",
                "This location is not in your plan."),
            TeamFault::Fte => self.person_fte_wrong().to_owned(),
            TeamFault::YesNo => say!(self; "Schrijf ja of nee.", "Write yes or no."),
        }
    }

    /// All half-days of the mornings or the afternoons.
    pub fn all_of_part(self, part: Part) -> &'static str {
        self.of(match part {
            Part::Morning => ["Alle ochtenden", "All mornings"],
            Part::Afternoon => ["Alle middagen", "All afternoons"],
        })
    }

    /// What a location lacks first for a weekly line.
    pub fn line_lack(self, location: &str, lack: Lack) -> String {
        match lack {
            Lack::Room => self.lines_need_room(location),
            Lack::Pair => self.lines_need_pair(location),
            Lack::Physician => self.lines_need_physician(location),
        }
    }

    /// What is wrong with a location, and what is expected.
    pub fn location_fault(self, fault: LocationFault) -> &'static str {
        match fault {
            LocationFault::Name => self.location_name_wrong(),
            LocationFault::NameTaken => self.location_name_twice(),
            LocationFault::Prefix => self.location_prefix_wrong(),
            LocationFault::PrefixTaken => self.location_prefix_twice(),
            LocationFault::Address => self.location_address_wrong(),
        }
    }

    /// What is wrong with an enrolment, and what is expected.
    pub fn enrolment_fault(self, fault: EnrolmentFault) -> String {
        match fault {
            EnrolmentFault::Location => self.no_such_location().to_owned(),
            EnrolmentFault::Children => say!(self;
                "Een gezin heeft {} tot en met {} kinderen.",
                "A family has {} to {} children.";
                Enrolment::CHILDREN.start(), Enrolment::CHILDREN.end()),
        }
    }

    /// What is wrong with a room, and what is expected.
    pub fn room_fault(self, fault: RoomFault) -> &'static str {
        match fault {
            RoomFault::Label => self.room_label_wrong(),
            RoomFault::Location => self.no_such_location(),
            RoomFault::Capacity => self.room_capacity_wrong(),
            RoomFault::Closure => self.closure_backwards(),
        }
    }

    /// What is wrong with somebody of the team, and what is expected.
    pub fn person_fault(self, fault: PersonFault) -> &'static str {
        match fault {
            PersonFault::AliasTaken => self.person_alias_taken(),
            PersonFault::WorkingWeek => self.person_fte_wrong(),
            PersonFault::Absence => self.closure_backwards(),
        }
    }

    /// What is wrong with a weekly line, and what is expected.
    pub fn line_set_fault(self, fault: LineFault) -> &'static str {
        match fault {
            LineFault::Location => self.no_such_location(),
            LineFault::Pair => self.line_pair_wrong(),
        }
    }

    /// What a person does.
    pub fn role(self, role: Role) -> &'static str {
        self.of(match role {
            Role::Facilitator => ["begeleider", "facilitator"],
            Role::YouthNurse => ["jeugdverpleegkundige", "youth nurse"],
            Role::Assistant => ["assistent", "assistant"],
            Role::YouthPhysician => ["jeugdarts", "youth physician"],
        })
    }

    /// What kind of absence it is.
    pub fn absence_kind_name(self, kind: AbsenceKind) -> &'static str {
        self.of(match kind {
            AbsenceKind::Leave => ["gepland", "planned"],
            AbsenceKind::Training => ["andere taak", "other duty"],
            AbsenceKind::Unexpected => ["onverwacht", "unexpected"],
        })
    }

    /// Hundredths of a full working week, as people write them: `0,8`.
    pub fn fte(self, hundredths: u16) -> String {
        let point = self.of([',', '.']);
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        match (rest, rest % 10) {
            (0, _) => whole.to_string(),
            (_, 0) => format!("{whole}{point}{}", rest / 10),
            _ => format!("{whole}{point}{rest:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_the_day_is_said_of_its_own_days_only() {
        let halves = [
            "mon-am", "mon-pm", "tue-am", "wed-am", "wed-pm", "thu-am", "fri-pm",
        ];
        let half_days = halves.iter().fold(HalfDaySet::default(), |set, half| {
            set.with(half.parse().unwrap())
        });
        assert_eq!(
            Lang::Nl.half_days_short(half_days),
            "ma en wo hele dag; di en do ochtend; vr middag"
        );
        assert_eq!(
            Lang::Nl.half_days_short(HalfDaySet::default()),
            Lang::Nl.never()
        );
    }
}
