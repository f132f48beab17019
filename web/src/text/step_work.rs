//! Words of the chosen step, of trying a change out, of roles with few people, and of what the groups say.

use super::{Lang, texts};
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
        step_open_screen(screen: &str): format!("Doe het werk op het scherm {screen}"), format!("Do the work on the screen {screen}");
        step_source: "Waarom", "Why";

        what_if: "Wat als?", "What if?";
        what_if_text:
            "Probeer een andere duur of een later begin. Je ziet eerst wat er verandert; het plan blijft zoals het is tot je het overneemt. Je kunt de balk ook slepen.",
            "Try another duration or a later start. You see first what changes; the plan stays as it is until you accept it. You can drag the bar as well.";
        what_if_longer(days: i32): format!("{} langer", Lang::Nl.days(days)), format!("{} longer", Lang::En.days(days));
        what_if_shorter(days: i32): format!("{} korter", Lang::Nl.days(days)), format!("{} shorter", Lang::En.days(days));
        what_if_later: "Week later", "A week later";
        what_if_earlier: "Week eerder", "A week earlier";
        what_if_free: "Zo vroeg mogelijk", "As early as possible";
        what_if_title(id: &str, duration: i32): format!("Als stap {id} {} duurt", Lang::Nl.working_days(duration)), format!("If step {id} takes {}", Lang::En.working_days(duration));
        what_if_title_from(id: &str, duration: i32, day: &str):
            format!("Als stap {id} {} duurt en niet voor {day} begint", Lang::Nl.working_days(duration)),
            format!("If step {id} takes {} and starts no earlier than {day}", Lang::En.working_days(duration));
        what_if_nothing: "Er schuift niets.", "Nothing moves.";
        what_if_end_same: "Het einde van het plan blijft gelijk.", "The end of the plan stays the same.";
        what_if_end_later(days: i32): format!("Het einde van het plan komt {} later.", Lang::Nl.working_days(days)), format!("The end of the plan comes {} later.", Lang::En.working_days(days));
        what_if_end_earlier(days: i32): format!("Het einde van het plan komt {} eerder.", Lang::Nl.working_days(days)), format!("The end of the plan comes {} earlier.", Lang::En.working_days(days));
        what_if_moved(count: usize): if count == 1 { "1 stap schuift mee.".to_owned() } else { format!("{count} stappen schuiven mee.") }, if count == 1 { "1 step moves.".to_owned() } else { format!("{count} steps move.") };
        what_if_milestones(which: &str): format!("Mijlpalen die schuiven: {which}."), format!("Milestones that move: {which}.");
        what_if_critical(which: &str): format!("Wordt kritiek: {which}."), format!("Becomes critical: {which}.");
        what_if_relaxed(which: &str): format!("Is niet meer kritiek: {which}."), format!("Is no longer critical: {which}.");
        accept: "Neem over", "Accept";
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
        role_people_of(role: &str): format!("Mensen tegelijk: {role}"), format!("People at once: {role}");
        role_enough: "zoveel als nodig", "as many as needed";
        role_delay: "Later door deze grens", "Later because of this limit";
        role_mine: "Mijn stappen", "My steps";
        role_mine_of(role: &str): format!("Mijn stappen: {role}"), format!("My steps: {role}");
        limits_none: "Geen rol heeft een grens.", "No role has a limit.";
        limits_finish(day: &str, days: i32):
            if days == 0 { format!("Met deze grenzen is het plan klaar op {day}: niet later.") } else { format!("Met deze grenzen is het plan klaar op {day}: {} later.", Lang::Nl.working_days(days)) },
            if days == 0 { format!("With these limits the plan is done on {day}: no later.") } else { format!("With these limits the plan is done on {day}: {} later.", Lang::En.working_days(days)) };
        limits_proven: "Sneller kan niet (bewezen).", "No plan is faster (proven).";
        limits_bound(days: i32): format!("Misschien kan het tot {} sneller; dat is niet bewezen.", Lang::Nl.working_days(days)), format!("It may be up to {} faster; that is not proven.", Lang::En.working_days(days));

        steps_groups: "Je groepen", "Your groups";
        offers_title: "Wat volgens je plan al klaar is", "What your plan knows to be done";
        offers_none: "De planner ziet nu geen open stap die al klaar is.", "The planner sees no open step that is done already.";
        offers_note(count: usize):
            if count == 1 { "De planner ziet dat 1 open stap al klaar is.".to_owned() } else { format!("De planner ziet dat {count} open stappen al klaar zijn.") },
            if count == 1 { "The planner sees that 1 open step is done already.".to_owned() } else { format!("The planner sees that {count} open steps are done already.") };
        offers_show: "Bekijk ze", "Look at them";
        offer_take(id: &str): format!("Neem over: stap {id} is klaar"), format!("Accept: step {id} is done");
        deadlines_title: "Klaar voor de eerste groep", "Ready for the first group";
        deadlines_none: "Er is nog geen groep met een datum.", "There is no group with a date yet.";
        deadlines_text(group: &str, day: &str):
            format!("De eerste bijeenkomst van {group} is op {day}. Deze stappen moeten dan klaar zijn."),
            format!("The first session of {group} is on {day}. These steps have to be done by then.");
        deadline_by: "Uiterlijk", "By";
        deadline_room: "Ruimte", "Room left";
        deadline_left(days: i32): format!("{} over", Lang::Nl.working_days(days)), format!("{} left", Lang::En.working_days(days));
        deadline_late(days: i32): format!("{} te laat", Lang::Nl.working_days(days)), format!("{} late", Lang::En.working_days(days));
        deadline_set(id: &str): format!("Leg vast als uiterste dag van {id}"), format!("Set as the last day of {id}");
        deadline_is_set: "ligt vast", "is set";
        needs_title: "Wat je groepen vragen", "What your groups ask";
        needs_text:
            "Per locatie: zoveel getrainde begeleiders en vaste dagdelen heb je nodig. Dit hoort bij werven (V10), trainen (V11, P02) en opschalen (P01, P03).",
            "By location: so many trained facilitators and weekly lines you need. This belongs to recruiting (V10), training (V11, P02) and scaling up (P01, P03).";
        needs_none: "Er zijn nog geen groepen of vaste dagdelen.", "There are no groups or weekly lines yet.";
        need_location: "Locatie", "Location";
        need_groups: "Groepen", "Groups";
        need_lines: "Vaste dagdelen", "Weekly lines";
        need_trained: "Getraind", "Trained";
        need_needed: "Nodig", "Needed";
        need_todo: "Nog te doen", "Still to do";
        need_train(count: usize): if count == 1 { "train 1 begeleider".to_owned() } else { format!("train {count} begeleiders") }, if count == 1 { "train 1 facilitator".to_owned() } else { format!("train {count} facilitators") };
        need_line(count: usize): if count == 1 { "1 groep zonder vast dagdeel".to_owned() } else { format!("{count} groepen zonder vast dagdeel") }, if count == 1 { "1 group without a weekly line".to_owned() } else { format!("{count} groups without a weekly line") };
        need_pair(count: usize): if count == 1 { "1 vast dagdeel is niet compleet".to_owned() } else { format!("{count} vaste dagdelen zijn niet compleet") }, if count == 1 { "1 weekly line is not complete".to_owned() } else { format!("{count} weekly lines are not complete") };
        need_nothing: "niets", "nothing";
        need_short(groups: usize, trained: usize, needed: usize, todo: &str):
            format!("{}; {trained} van {needed} begeleiders getraind. Nog te doen: {todo}.", Lang::Nl.groups(groups)),
            format!("{}; {trained} of {needed} facilitators trained. Still to do: {todo}.", Lang::En.groups(groups));
    }

    /// Why the plan knows that a step is done.
    pub fn evidence(self, plan: &Plan, evidence: &Evidence) -> String {
        let name = |id: &centering_core::plan::LocationId| {
            let known = plan.locations.get(id);
            known.map_or_else(|| id.to_string(), |known| known.name.clone())
        };
        let (nl, en) = match evidence {
            Evidence::Recruited(location, count) => (
                format!("{} heeft {count} begeleiders.", name(location)),
                format!("{} has {count} facilitators.", name(location)),
            ),
            Evidence::Trained(location, count) => (
                format!("{} heeft {count} getrainde begeleiders.", name(location)),
                format!("{} has {count} trained facilitators.", name(location)),
            ),
            Evidence::TrainedEverywhere => (
                "Elke locatie met groepen heeft genoeg getrainde begeleiders.".to_owned(),
                "Every location with groups has enough trained facilitators.".to_owned(),
            ),
            Evidence::Room(location) => (
                format!("{} heeft een ruimte.", name(location)),
                format!("{} has a room.", name(location)),
            ),
            Evidence::Template => (
                "Het plan heeft een eigen bijeenkomstenschema.".to_owned(),
                "The plan has a template of its own.".to_owned(),
            ),
            Evidence::GroupFull(group, families) => (
                format!("{group} heeft {}.", Self::Nl.families(*families)),
                format!("{group} has {}.", Self::En.families(*families)),
            ),
            Evidence::DatesShared(group) => (
                format!("Alle data van {group} zijn gedeeld met ouders."),
                format!("All dates of {group} were shared with parents."),
            ),
            Evidence::ThreeHeld(group) => (
                format!("De eerste drie bijeenkomsten van {group} zijn geweest."),
                format!("The first three sessions of {group} are over."),
            ),
            Evidence::GroupFinished(group) => (
                format!("{group} is afgerond."),
                format!("{group} has finished."),
            ),
            Evidence::Evaluated(day) => (
                format!("De laatste evaluatie was op {}.", Self::Nl.day_full(*day)),
                format!("The last evaluation was on {}.", Self::En.day_full(*day)),
            ),
            Evidence::SelfStudy(day) => (
                format!(
                    "In de meting van {} zijn alle stellingen beantwoord.",
                    Self::Nl.day_full(*day)
                ),
                format!(
                    "All statements were answered in the measurement of {}.",
                    Self::En.day_full(*day)
                ),
            ),
            Evidence::MoreLocations(count) => (
                format!("Er lopen groepen op {count} locaties."),
                format!("Groups run at {count} locations."),
            ),
            Evidence::InBudget => (
                "Groepszorg staat in de begroting.".to_owned(),
                "Group care is in the budget.".to_owned(),
            ),
            Evidence::InProductCatalogue => (
                "Groepszorg staat in het productenboek.".to_owned(),
                "Group care is in the product catalogue.".to_owned(),
            ),
            Evidence::Backup => (
                "Er is een coördinator met een benoemde achtervang.".to_owned(),
                "There is a coordinator with a named back-up.".to_owned(),
            ),
        };
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }
}
