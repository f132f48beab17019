//! What was typed into a field and cannot be stored as it is, kept while the field is not drawn.

use super::Page;
use std::rc::Rc;

/// What stands in a field that is not drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The screen on which the field shows it again; `None` where no field does.
    pub page: Option<Page>,
    /// What the field is called.
    pub label: String,
    pub text: String,
    /// What is wrong with it, and what is expected.
    pub fault: String,
}

/// All of them, by the names of their fields, and the screen that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Drafts {
    page: Page,
    /// In the order of the names; they are few.
    kept: Rc<Vec<(String, Draft)>>,
}

impl Drafts {
    pub fn new(page: Page) -> Self {
        Self {
            page,
            kept: Rc::default(),
        }
    }

    /// The screen that is shown.
    pub fn page(&self) -> Page {
        self.page
    }

    pub fn show(&mut self, page: Page) {
        self.page = page;
    }

    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    pub fn get(&self, name: &str) -> Option<&Draft> {
        let found = self.kept.iter().find(|(other, _)| other == name);
        found.map(|(_, draft)| draft)
    }

    pub fn keep(&mut self, name: String, draft: Draft) {
        self.let_go(&name);
        let place = self.kept.partition_point(|(other, _)| *other < name);
        Rc::make_mut(&mut self.kept).insert(place, (name, draft));
    }

    pub fn let_go(&mut self, name: &str) {
        Rc::make_mut(&mut self.kept).retain(|(other, _)| other != name);
    }

    /// Lets go of those that no field on this screen shows.
    pub fn let_go_of_lost(&mut self) {
        let page = self.page;
        Rc::make_mut(&mut self.kept).retain(|(_, draft)| draft.page == Some(page));
    }

    /// Those that no field on this screen shows: the user is to know that they are not stored.
    pub fn lost(&self) -> impl Iterator<Item = &Draft> {
        let is_lost = |draft: &&Draft| draft.page != Some(self.page);
        self.kept.iter().map(|(_, draft)| draft).filter(is_lost)
    }
}
