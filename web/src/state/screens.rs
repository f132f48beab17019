//! The screens, and the parts of the program that hold them, each in one table: what the rest of the app knows of a
//! screen follows from its line here. A screen more is that line, its own file, its name in `pages`, who draws it in
//! `later`, and its words.

use centering_words::Lang;

/// A part of the program that is loaded later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Opening plans.
    Files,
    /// What a plan opens on.
    Today,
    Groups,
    /// Everything that changes a plan or checks it.
    Planner,
    Roster,
    /// The dialogs that are opened often.
    Dialogs,
    /// The dialogs in which a list is read.
    Lists,
    Intake,
    Team,
    Steps,
    Assurance,
    /// The dialogs that are seldom opened.
    Rare,
}

impl Part {
    /// Those that draw dialogs.
    pub const OF_DIALOGS: [Self; 3] = [Self::Dialogs, Self::Lists, Self::Rare];

    /// In the order in which they are fetched when nobody waits for one.
    pub const ALL: [Self; 12] = [
        Self::Files,
        Self::Today,
        Self::Planner,
        Self::Groups,
        Self::Roster,
        Self::Dialogs,
        Self::Lists,
        Self::Intake,
        Self::Team,
        Self::Steps,
        Self::Assurance,
        Self::Rare,
    ];
}

/// What is known of a screen before it is loaded.
pub struct Screen {
    pub page: Page,
    /// Its names in the attribute `view`; the first is the one that is kept.
    names: &'static [&'static str],
    /// What it is called.
    pub title: fn(Lang) -> &'static str,
    /// The part of the program that draws it; the start screen is there from the start.
    part: Option<Part>,
    /// Whether it stands in the row of screens.
    pub in_row: bool,
}

macro_rules! screens {
    ($($(#[$doc:meta])* $page:ident: $names:expr, $title:expr, $part:expr, $in_row:expr;)+) => {
        /// A screen.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Page {
            $($(#[$doc])* $page,)+
        }

        /// Every screen, in the order in which they are offered.
        pub const SCREENS: [Screen; [$(Page::$page),+].len()] = [$(Screen {
            page: Page::$page,
            names: &$names,
            title: $title,
            part: $part,
            in_row: $in_row,
        }),+];
    };
}

screens! {
    Start: ["start"], Lang::app_name, None, false;
    /// What asks for somebody now: a plan opens on it.
    Today: ["vandaag", "today"], Lang::today_page, Some(Part::Today), true;
    /// Enrolments, expected births and recruitment (instroom).
    Intake: ["instroom", "intake"], Lang::intake_page, Some(Part::Intake), true;
    Groups: ["groepen", "groups"], Lang::groups_page, Some(Part::Groups), true;
    Roster: ["rooster", "schedule"], Lang::roster_page, Some(Part::Roster), true;
    Team: ["team"], Lang::team_page, Some(Part::Team), true;
    Steps: ["stappenplan", "steps"], Lang::steps_page, Some(Part::Steps), true;
    /// Whether group care will last: indicators, success factors and self-study (borging).
    Assurance: ["borging", "assurance"], Lang::assurance_page, Some(Part::Assurance), true;
    /// What happened, and the changes that answer it.
    Replan: ["opnieuw-plannen", "replan"], Lang::replan_title, Some(Part::Team), false;
    /// Reached from the end of the row, beside how many there are.
    Problems: ["problemen", "problems"], Lang::problems_page, Some(Part::Planner), false;
}

impl Page {
    /// The screen with this name, as a page names it in `view`.
    pub fn from_name(name: &str) -> Option<Self> {
        let screen = SCREENS.iter().find(|screen| screen.names.contains(&name))?;
        Some(screen.page)
    }

    /// Its name in `view`, in Dutch.
    pub fn name(self) -> &'static str {
        self.screen().names[0]
    }

    /// What it is called.
    pub fn title(self, lang: Lang) -> &'static str {
        (self.screen().title)(lang)
    }

    /// The part of the program that draws it; none for the start screen.
    pub fn part(self) -> Option<Part> {
        self.screen().part
    }

    fn screen(self) -> &'static Screen {
        // Both are made of the same lines.
        &SCREENS[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_found_by_each_of_its_names() {
        for screen in &SCREENS {
            assert_eq!(screen.page.screen().page, screen.page);
            for name in screen.names {
                assert_eq!(Page::from_name(name), Some(screen.page), "{name}");
            }
        }
        assert_eq!(Page::from_name("elders"), None);
    }

    #[test]
    fn the_readme_names_every_screen_that_a_page_can_ask_for() {
        let readme = include_str!("../../../README.md");
        let line = readme.lines().find(|line| line.starts_with("| `view` |"));
        let line = line.expect("a line on `view`");
        for screen in SCREENS.iter().filter(|screen| screen.part.is_some()) {
            let name = screen.page.name();
            assert!(line.contains(&format!("`{name}`")), "{name}: {line}");
        }
    }
}
