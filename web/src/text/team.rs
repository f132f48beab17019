//! Words of the screen and the dialogs of team, rooms and weekly lines.

use super::{Lang, texts};
use centering_core::plan::{AbsenceKind, Role};

impl Lang {
    texts! {
        team_page: "Team", "Team";
        team_heading: "Team en ruimtes", "Team and rooms";
        team_counts(people: usize, rooms: usize, lines: usize):
            format!("{} in het team, {}, {}.",
                if people == 1 { "1 persoon".to_owned() } else { format!("{people} mensen") },
                if rooms == 1 { "1 ruimte".to_owned() } else { format!("{rooms} ruimtes") },
                if lines == 1 { "1 vast dagdeel".to_owned() } else { format!("{lines} vaste dagdelen") }),
            format!("{} in the team, {}, {}.",
                if people == 1 { "1 person".to_owned() } else { format!("{people} people") },
                if rooms == 1 { "1 room".to_owned() } else { format!("{rooms} rooms") },
                if lines == 1 { "1 weekly line".to_owned() } else { format!("{lines} weekly lines") });
        team_empty_title: "Wie begeleidt, en waar?", "Who leads, and where?";
        team_empty_text:
            "Zet hier je begeleiders, jeugdartsen en ruimtes. Dan stelt de planner vaste dagdelen voor: een ruimte, een dagdeel en een vast paar. Groepen krijgen dan elk een eigen plek, en je ziet waar iemand dubbel staat.",
            "Put your facilitators, youth physicians and rooms here. The planner then proposes weekly lines: a room, a half-day and a fixed pair. Each group gets a place of its own, and you see where somebody is booked twice.";
        team_needs_locations:
            "Je plan heeft nog geen locaties. Ze komen mee met je lijst met gezinnen.",
            "Your plan has no locations yet. They come with your list of families.";
        add_person: "Voeg iemand toe", "Add a person";
        add_room: "Voeg een ruimte toe", "Add a room";
        add_line_at(half_day: &str, location: &str):
            format!("Voeg een vast dagdeel toe: {half_day}, {location}"),
            format!("Add a weekly line: {half_day}, {location}");
        lines_proposal: "Voorstel voor vaste dagdelen", "Proposal for weekly lines";
        lines_proposal_text:
            "Dit stelt de planner voor met je team en je ruimtes. Vink weg wat je niet wilt. Data van groepen veranderen nog niet.",
            "This is what the planner proposes with your team and rooms. Untick what you do not want. Dates of groups do not change yet.";
        lines_nothing: "De planner heeft geen ander voorstel: zo staat het al.", "The planner has no other proposal: it is already so.";
        lines_take(count: usize): format!("Neem {count} over"), format!("Accept {count}");
        lines_take_all(count: usize): if count == 1 { "Neem over".to_owned() } else { format!("Neem alle {count} over") }, if count == 1 { "Accept".to_owned() } else { format!("Accept all {count}") };
        line_added: "nieuw", "new";
        line_changed: "anders", "changed";
        line_removed: "vervalt", "goes";
        room_closures: "Niet te gebruiken", "Not available";
        room_closures_hint: "Bijvoorbeeld een verbouwing. Eén dag? Laat de laatste dag leeg.", "For example building work. One day? Leave the last day empty.";
        room_closure_add: "Voeg dagen toe", "Add days";
        room_closure_number(number: usize): format!("Dagen {number}"), format!("Days {number}");
        room_closed(when: &str): format!("dicht {when}"), format!("closed {when}");
        propose_lines: "Stel vaste dagdelen voor", "Propose weekly lines";

        lines_possible(now: usize, possible: usize):
            if now >= possible { format!("{now} complete vaste dagdelen: meer kan niet met dit team en deze ruimtes.") } else { format!("{now} complete vaste dagdelen. Met dit team en deze ruimtes zijn er hoogstens {possible} mogelijk.") },
            if now >= possible { format!("{now} complete weekly lines: this team and these rooms allow no more.") } else { format!("{now} complete weekly lines. This team and these rooms allow at most {possible}.") };
        lines_with_one_more(more: usize):
            match more { 0 => "Eén begeleider erbij maakt er niet meer mogelijk.".to_owned(), 1 => "Met één opgeleide begeleider erbij is er 1 meer mogelijk.".to_owned(), more => format!("Met één opgeleide begeleider erbij zijn er {more} meer mogelijk.") },
            match more { 0 => "One more facilitator makes no more possible.".to_owned(), more => format!("With one more trained facilitator {more} more are possible.") };
        week_title(location: &str): format!("Vaste dagdelen in {location}"), format!("Weekly lines in {location}");
        week_part: "Dagdeel", "Half-day";
        no_pair: "nog geen paar", "no pair yet";
        half_pair(alias: &str): format!("{alias} en nog iemand"), format!("{alias} and one more");
        no_room: "nog geen ruimte", "no room yet";
        line_groups(count: usize):
            if count == 1 { "1 groep".to_owned() } else { format!("{count} groepen") },
            if count == 1 { "1 group".to_owned() } else { format!("{count} groups") };

        people_title: "Mensen", "People";
        people_none: "Er staat nog niemand in het team.", "There is nobody in the team yet.";
        person_who: "Wie", "Who";
        person_role: "Rol", "Role";
        person_trained: "Opgeleid", "Trained";
        trained_yes: "opgeleid", "trained";
        trained_no: "nog niet", "not yet";
        person_week: "Werkweek", "Working week";
        person_can: "Kan op", "Available";
        person_where: "Locaties", "Locations";
        person_lines: "Vaste dagdelen", "Weekly lines";
        person_coming: "Komende bijeenkomsten", "Coming sessions";
        away(when: &str): format!("weg {when}"), format!("away {when}");
        nowhere: "nog nergens", "nowhere yet";
        never: "nog niet ingevuld", "not filled in yet";

        rooms_title: "Ruimtes", "Rooms";
        rooms_none: "Er zijn nog geen ruimtes.", "There are no rooms yet.";
        room_name: "Ruimte", "Room";
        room_location: "Locatie", "Location";
        room_capacity: "Plaats voor", "Holds";
        room_adults(count: u16):
            if count == 1 { "1 volwassene".to_owned() } else { format!("{count} volwassenen") },
            if count == 1 { "1 adult".to_owned() } else { format!("{count} adults") };
        room_families(count: usize):
            if count == 0 { "te klein voor een groep".to_owned() } else { format!("tot en met {} in een groep", Lang::Nl.families(count)) },
            if count == 0 { "too small for a group".to_owned() } else { format!("up to {} in a group", Lang::En.families(count)) };
        room_fits: "Past", "Fits";

        person_new: "Voeg iemand toe", "Add a person";
        person_title(alias: &str): format!("{alias} in het team"), format!("{alias} in the team");
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
        person_locations: "Waar werkt deze persoon?", "Where does this person work?";
        person_absences: "Afwezig", "Away";
        person_absences_hint:
            "Alleen de dagen, nooit de reden. Eén dag? Laat de laatste dag leeg.",
            "Only the days, never the reason. One day? Leave the last day empty.";
        absence_kind: "Soort", "Kind";
        absence_add: "Voeg afwezigheid toe", "Add an absence";
        absence_remove: "Haal weg", "Remove";
        absence_number(number: usize): format!("Afwezig {number}"), format!("Away {number}");
        person_remove: "Haal uit het team", "Remove from the team";
        person_gone: "Deze persoon staat niet meer in het team.", "This person is not in the team any more.";

        room_new: "Voeg een ruimte toe", "Add a room";
        room_title(label: &str): format!("Ruimte {label}"), format!("Room {label}");
        room_label: "Naam van de ruimte", "Name of the room";
        room_label_hint: "Bijvoorbeeld zaal 1.", "For example hall 1.";
        room_label_wrong: "Schrijf hoe de ruimte heet.", "Write what the room is called.";
        room_capacity_label: "Plaats voor hoeveel volwassenen?", "How many adults does it hold?";
        room_capacity_unit: "volwassenen", "adults";
        room_capacity_hint(families: usize, adults: usize):
            format!("Een groep van {families} gezinnen is {adults} volwassenen: twee per gezin en drie van het team."),
            format!("A group of {families} families is {adults} adults: two a family and three of the team.");
        room_capacity_wrong: "Schrijf een heel getal van 1 tot en met 200.", "Write a whole number from 1 to 200.";
        room_remove: "Verwijder ruimte", "Remove room";
        room_gone: "Deze ruimte staat niet meer in het plan.", "This room is not in the plan any more.";

        line_new: "Voeg een vast dagdeel toe", "Add a weekly line";
        line_title(half_day: &str, location: &str): format!("{half_day}, {location}"), format!("{half_day}, {location}");
        line_half_day: "Dagdeel", "Half-day";
        line_room: "Ruimte", "Room";
        line_pair: "Vast paar", "Fixed pair";
        line_pair_hint: "Kies twee begeleiders. Eén mag, dan is het vaste dagdeel nog niet compleet.", "Choose two facilitators. One is allowed, but then the line is not complete yet.";
        line_pair_wrong: "Kies niet meer dan twee begeleiders.", "Choose no more than two facilitators.";
        line_pair_none: "Er is nog niemand in het team die groepen begeleidt.", "Nobody in the team leads groups yet.";
        not_trained: "nog niet opgeleid", "not trained yet";
        not_there: "werkt hier dan niet", "does not work here then";
        line_pinned: "Laat dit vaste dagdeel zoals het is als de planner een voorstel maakt", "Keep this line as it is when the planner makes a proposal";
        line_remove: "Verwijder vast dagdeel", "Remove weekly line";
        line_gone: "Dit vaste dagdeel staat niet meer in het plan.", "This weekly line is not in the plan any more.";
        line_used(groups: usize):
            format!("{} op dit vaste dagdeel.", if groups == 1 { "Er is 1 groep".to_owned() } else { format!("Er zijn {groups} groepen") }),
            format!("{} on this line.", if groups == 1 { "There is 1 group".to_owned() } else { format!("There are {groups} groups") });
    }

    /// What a person does.
    pub fn role(self, role: Role) -> &'static str {
        match (self, role) {
            (Self::Nl, Role::Facilitator) => "begeleider",
            (Self::Nl, Role::YouthNurse) => "jeugdverpleegkundige",
            (Self::Nl, Role::Assistant) => "assistent",
            (Self::Nl, Role::YouthPhysician) => "jeugdarts",
            (Self::En, Role::Facilitator) => "facilitator",
            (Self::En, Role::YouthNurse) => "youth nurse",
            (Self::En, Role::Assistant) => "assistant",
            (Self::En, Role::YouthPhysician) => "youth physician",
        }
    }

    /// What kind of absence it is.
    pub fn absence_kind_name(self, kind: AbsenceKind) -> &'static str {
        match (self, kind) {
            (Self::Nl, AbsenceKind::Leave) => "gepland",
            (Self::Nl, AbsenceKind::Training) => "andere taak",
            (Self::Nl, AbsenceKind::Unexpected) => "onverwacht",
            (Self::En, AbsenceKind::Leave) => "planned",
            (Self::En, AbsenceKind::Training) => "other duty",
            (Self::En, AbsenceKind::Unexpected) => "unexpected",
        }
    }

    /// Hundredths of a full working week, as people write them: `0,8`.
    pub fn fte(self, hundredths: u16) -> String {
        let point = match self {
            Self::Nl => ',',
            Self::En => '.',
        };
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        match (rest, rest % 10) {
            (0, _) => whole.to_string(),
            (_, 0) => format!("{whole}{point}{}", rest / 10),
            _ => format!("{whole}{point}{rest:02}"),
        }
    }
}
