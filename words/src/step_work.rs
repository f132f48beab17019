//! Words of the chosen step, of trying a change out, of roles with few people, and of what the groups say.

use super::{Lang, say, texts};
use centering_core::insight::Evidence;
use centering_core::plan::Plan;

impl Lang {
    texts! {
        step_facts: "Gegevens van de stap", "Facts of the step";
        step_close: "Sluit de stap", "Close the step";
        step_planned: "Gepland", "Planned";
        step_free_slack: "Vrij: schuift niets anders", "Free: moves nothing else";
        step_before: "Wacht op", "Waits for";
        step_next: "Daarna komt", "Then comes";
        step_none: "niets", "nothing";
        step_change: "Wijzig de stap", "Change the step";
        step_open_screen(screen: &str): "Doe het werk op het scherm {screen}", "Do the work on the screen {screen}";
        step_source: "Waarom", "Why";

        what_if: "Wat als?", "What if?";
        what_if_text:
            "Probeer een andere duur of een later begin. Je ziet eerst wat er verandert; het plan blijft zoals het is tot je het overneemt. Je kunt de balk ook slepen.",
            "Try another duration or a later start. You see first what changes; the plan stays as it is until you accept it. You can drag the bar as well.";
        what_if_longer(days: i32): "{} langer", "{} longer" => |lang| lang.days(days);
        what_if_shorter(days: i32): "{} korter", "{} shorter" => |lang| lang.days(days);
        what_if_later: "Week later", "A week later";
        what_if_earlier: "Week eerder", "A week earlier";
        what_if_free: "Zo vroeg mogelijk", "As early as possible";
        what_if_title(name: &str, duration: i32): "Als {name} {} duurt", "If {name} takes {}" => |lang| lang.working_days(duration);
        what_if_title_from(name: &str, duration: i32, day: &str):
            "Als {name} {} duurt en niet voor {day} begint",
            "If {name} takes {} and starts no earlier than {day}"
            => |lang| lang.working_days(duration);
        what_if_nothing: "Er schuift niets.", "Nothing moves.";
        what_if_end_same: "Het einde van het plan blijft gelijk.", "The end of the plan stays the same.";
        what_if_end_later(days: i32): "Het einde van het plan komt {} later.", "The end of the plan comes {} later." => |lang| lang.working_days(days);
        what_if_end_earlier(days: i32): "Het einde van het plan komt {} eerder.", "The end of the plan comes {} earlier." => |lang| lang.working_days(days);
        what_if_moved(count: usize): "1 stap schuift mee." | "{count} stappen schuiven mee.", "1 step moves." | "{count} steps move.";
        what_if_milestones(which: &str): "Mijlpalen die schuiven: {which}.", "Milestones that move: {which}.";
        what_if_critical(which: &str): "Bepaalt dan het einde: {which}.", "Decides the end then: {which}.";
        what_if_relaxed(which: &str): "Bepaalt het einde niet meer: {which}.", "No longer decides the end: {which}.";
        accept: "Neem over", "Accept";
    }

    /// When the plan is done with limits, which is so many days later.
    pub fn limits_finish(self, day: &str, days: i32) -> String {
        let later = match days {
            0 => say!(self; "niet later", "no later"),
            _ => say!(self; "{} later", "{} later"; self.working_days(days)),
        };
        say!(self;
            "Met deze grenzen is het plan klaar op {day}: {later}.",
            "With these limits the plan is done on {day}: {later}.")
    }

    texts! {
        estimates_title: "Pas de schattingen aan", "Change the estimates";
        estimates_text: "Hoeveel korter of langer kan een stap worden dan gepland? Dit geldt voor alle stappen. Ons voorstel is 70 % en 180 %.", "How much shorter or longer can a step become than planned? This counts for all steps. Our proposal is 70 % and 180 %.";
        estimate_short: "Als alles meezit", "If all goes well";
        estimate_long: "Als veel tegenzit", "If much goes wrong";
        estimate_short_wrong: "Schrijf een heel getal van 1 tot en met 100.", "Write a whole number from 1 to 100.";
        estimate_long_wrong: "Schrijf een heel getal van 100 tot en met 1000.", "Write a whole number from 100 to 1000.";
        estimates_save: "Bewaar de schattingen", "Keep the estimates";
        steps_roles: "Rollen", "Roles";
        roles_title: "Mensen per rol", "People by role";
        roles_text:
            "Standaard rekent de planner met zoveel mensen als nodig. Zijn er maar weinig, dan moeten stappen op elkaar wachten. Kies hoeveel mensen tegelijk aan stappen kunnen werken; je ziet wat dat kost.",
            "By default the planner counts on as many people as needed. Where they are few, steps have to wait for each other. Choose how many can work on steps at once; you see what it costs.";
        role_steps: "Stappen te doen", "Steps to do";
        role_people: "Mensen tegelijk", "People at once";
        role_people_of(role: &str): "Mensen tegelijk: {role}", "People at once: {role}";
        role_enough: "zoveel als nodig", "as many as needed";
        role_delay: "Later door deze grens", "Later because of this limit";
        role_mine: "Mijn stappen", "My steps";
        role_mine_of(role: &str): "Mijn stappen: {role}", "My steps: {role}";
        limits_none: "Geen rol heeft een grens.", "No role has a limit.";
        limits_proven: "Sneller kan niet.", "No plan is faster.";
        limits_bound(days: i32): "Misschien kan het tot {} sneller; dat weten we niet zeker.", "It may be up to {} faster; we are not sure of that." => |lang| lang.working_days(days);

        steps_groups: "Je groepen", "Your groups";
        offers_title: "Wat volgens je plan al klaar is", "What your plan knows to be done";
        offers_none: "De planner ziet nu geen open stap die al klaar is.", "The planner sees no open step that is done already.";
        offers_note(count: usize):
            "De planner ziet dat 1 open stap al klaar is." | "De planner ziet dat {count} open stappen al klaar zijn.",
            "The planner sees that 1 open step is done already." | "The planner sees that {count} open steps are done already.";
        offers_show: "Bekijk ze", "Look at them";
        offer_take(step: &str): "Neem over: {step} is klaar", "Accept: {step} is done";
        deadlines_title: "Klaar voor de eerste groep", "Ready for the first group";
        deadlines_none: "Er is nog geen groep met een datum.", "There is no group with a date yet.";
        deadlines_text(group: &str, day: &str, is_over: bool):
            if is_over { format!("De eerste bijeenkomst van {group} was op {day}. Deze stappen moesten dan klaar zijn.") } else { format!("De eerste bijeenkomst van {group} is op {day}. Deze stappen moeten dan klaar zijn.") },
            if is_over { format!("The first session of {group} was on {day}. These steps had to be done by then.") } else { format!("The first session of {group} is on {day}. These steps have to be done by then.") };
        deadline_of_group(group: &str, day: &str, by: &str, is_over: bool):
            if is_over { format!("De eerste bijeenkomst van {group} was op {day}. Deze stap moest daarom uiterlijk op {by} klaar zijn.") } else { format!("De eerste bijeenkomst van {group} is op {day}. Deze stap moet daarom uiterlijk op {by} klaar zijn.") },
            if is_over { format!("The first session of {group} was on {day}. So this step had to be done by {by}.") } else { format!("The first session of {group} is on {day}. So this step has to be done by {by}.") };
        deadline_planned(day: &str): "Gepland: klaar op {day}.", "Planned: done on {day}.";
        deadline_by: "Uiterlijk", "By";
        deadline_room: "Tijd over", "Time left";
        deadline_left(days: i32): "{} over", "{} left" => |lang| lang.working_days(days);
        deadline_late(days: i32): "{} te laat", "{} late" => |lang| lang.working_days(days);
        deadline_set: "Leg vast als uiterste dag", "Set as the last day";
        deadline_is_set: "ligt vast", "is set";
        needs_title: "Wat je groepen vragen", "What your groups ask";
        needs_text:
            "Per locatie: zoveel getrainde begeleiders en vaste dagdelen heb je nodig. Dit hoort bij de stappen over werven, trainen en opschalen.",
            "By location: so many trained facilitators and weekly lines you need. This belongs to the steps on recruiting, training and scaling up.";
        needs_none: "Er zijn nog geen groepen of vaste dagdelen.", "There are no groups or weekly lines yet.";
        need_location: "Locatie", "Location";
        need_groups: "Groepen", "Groups";
        need_lines: "Vaste dagdelen", "Weekly lines";
        need_trained: "Getraind", "Trained";
        need_needed: "Nodig", "Needed";
        need_todo: "Nog te doen", "Still to do";
        need_train(count: usize): "train 1 begeleider" | "train {count} begeleiders", "train 1 facilitator" | "train {count} facilitators";
        need_line(count: usize): "1 groep zonder vast dagdeel" | "{count} groepen zonder vast dagdeel", "1 group without a weekly line" | "{count} groups without a weekly line";
        need_pair(count: usize): "1 vast dagdeel is niet compleet" | "{count} vaste dagdelen zijn niet compleet", "1 weekly line is not complete" | "{count} weekly lines are not complete";
        need_nothing: "niets", "nothing";
        need_short(groups: usize, trained: usize, needed: usize, todo: &str):
            "{}; {trained} van {needed} begeleiders getraind. Nog te doen: {todo}.",
            "{}; {trained} of {needed} facilitators trained. Still to do: {todo}."
            => |lang| lang.groups(groups);
    }

    /// Why the plan knows that a step is done.
    pub fn evidence(self, plan: &Plan, evidence: &Evidence) -> String {
        let name = |id: &centering_core::plan::LocationId| {
            let known = plan.locations.get(id);
            known.map_or_else(|| id.to_string(), |known| known.name.clone())
        };
        match evidence {
            Evidence::Recruited(location, count) => say!(self;
                "{} heeft {count} begeleiders.",
                "{} has {count} facilitators.";
                name(location)),
            Evidence::Trained(location, count) => say!(self;
                "{} heeft {count} getrainde begeleiders.",
                "{} has {count} trained facilitators.";
                name(location)),
            Evidence::TrainedEverywhere => say!(self;
                "Elke locatie met groepen heeft genoeg getrainde begeleiders.",
                "Every location with groups has enough trained facilitators."),
            Evidence::Room(location) => say!(self;
                "{} heeft een ruimte.",
                "{} has a room.";
                name(location)),
            Evidence::Template => say!(self;
                "Het plan heeft een eigen bijeenkomstenschema.",
                "The plan has a template of its own."),
            Evidence::GroupFull(group, families) => say!(self;
                "{group} heeft {}.",
                "{group} has {}.";
                self.families(*families)),
            Evidence::DatesShared(group) => say!(self;
                "Alle datums van {group} zijn gedeeld met ouders.",
                "All dates of {group} were shared with parents."),
            Evidence::ThreeHeld(group) => say!(self;
                "De eerste drie bijeenkomsten van {group} zijn geweest.",
                "The first three sessions of {group} are over."),
            Evidence::GroupFinished(group) => say!(self;
                "{group} is afgerond.",
                "{group} has finished."),
            Evidence::Evaluated(day) => say!(self;
                "De laatste evaluatie was op {}.",
                "The last evaluation was on {}.";
                self.day_full(*day)),
            Evidence::SelfStudy(day) => say!(self;
                "In de meting van {} zijn alle stellingen beantwoord.",
                "All statements were answered in the measurement of {}.";
                self.day_full(*day)),
            Evidence::MoreLocations(count) => say!(self;
                "Er lopen groepen op {count} locaties.",
                "Groups run at {count} locations."),
            Evidence::InBudget => say!(self;
                "Groepszorg staat in de begroting.",
                "Group care is in the budget."),
            Evidence::InProductCatalogue => say!(self;
                "Groepszorg staat in het productenboek.",
                "Group care is in the product catalogue."),
            Evidence::Backup => say!(self;
                "Er is een coördinator met een benoemde vervanger.",
                "There is a coordinator with a named back-up."),
        }
    }
}
