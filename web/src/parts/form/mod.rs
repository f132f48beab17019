//! One way to make a form: a draft of the record as it is typed, its fields, what is wrong with each, and the edit.
//! What is wrong with a field is said when the user leaves it, and of all of them when the user saves; then the first
//! that is wrong gets the focus. The fields do not know what they mean: a dialog reads its draft, core judges it.

mod choice;
mod dialog;
mod fields;
mod periods;
mod rows;
mod text;

pub use choice::{choose, location_words, or_none};
pub use dialog::{gone, saving_by};
pub use fields::{Text, put, tick};
pub use periods::{Period, PeriodFault, PeriodList, read_period};
pub use rows::Entries;
pub use text::TextField;

use super::field::use_focus;
use crate::state::{Action, Ctx};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Saves a form, or says why it is refused.
pub type Save = Callback<(), Result<(), String>>;

/// Saves a form by an action that nothing refuses.
pub fn saves(ctx: &Ctx, action: Action) -> Save {
    let ctx = ctx.clone();
    Callback::from(move |()| {
        ctx.act(action.clone());
        Ok(())
    })
}

/// A form as it stands.
#[derive(Clone)]
pub struct Form<D: Clone + 'static> {
    state: UseReducerHandle<State<D>>,
    place: NodeRef,
    /// Gives the focus to what a selector finds first in the form, once it is drawn.
    pub focus: Callback<AttrValue>,
}

#[derive(Clone)]
struct State<D> {
    draft: D,
    /// The fields in which was typed, and whether they were left since.
    typed: BTreeMap<AttrValue, bool>,
    is_tried: bool,
    /// Why the last attempt to save was refused.
    refused: Option<String>,
}

/// Brings what a field gives into the draft.
type Set<D, T> = Rc<dyn Fn(&mut D, T)>;

type Change<D> = Box<dyn FnOnce(&mut State<D>)>;

impl<D: Clone> Reducible for State<D> {
    type Action = Change<D>;

    fn reduce(self: Rc<Self>, change: Change<D>) -> Rc<Self> {
        let mut state = (*self).clone();
        change(&mut state);
        Rc::new(state)
    }
}

/// A form that begins with this draft.
#[hook]
pub fn use_form<D: Clone + 'static>(draft: impl FnOnce() -> D) -> Form<D> {
    let state = use_reducer(|| State {
        draft: draft(),
        typed: BTreeMap::new(),
        is_tried: false,
        refused: None,
    });
    let place = use_node_ref();
    let focus = use_focus(place.clone());
    Form {
        state,
        place,
        focus,
    }
}

/// A form of a value that is in the plan: it begins again with another one, after undo or from another plan.
#[hook]
pub fn use_form_of<D: Clone + PartialEq + 'static>(now: &D) -> Form<D> {
    let form = use_form(|| now.clone());
    {
        let form = form.clone();
        use_effect_with(now.clone(), move |now| {
            let now = now.clone();
            form.begin(move |draft| *draft = now);
        });
    }
    form
}

impl<D: Clone + 'static> Form<D> {
    pub fn draft(&self) -> &D {
        &self.state.draft
    }

    /// The element of the form, in which the focus is moved.
    pub fn place(&self) -> NodeRef {
        self.place.clone()
    }

    /// Changes the draft.
    pub fn change(&self, change: impl FnOnce(&mut D) + 'static) {
        self.alter(Box::new(|state| change(&mut state.draft)));
    }

    /// Changes the draft to one of which nothing was typed yet.
    pub fn begin(&self, change: impl FnOnce(&mut D) + 'static) {
        self.alter(Box::new(|state| {
            change(&mut state.draft);
            state.typed.clear();
        }));
    }

    /// A callback that changes the draft by what a field gives.
    pub fn on<T: 'static>(&self, set: impl Fn(&mut D, T) + 'static) -> Callback<T> {
        self.setting(Rc::new(set))
    }

    fn setting<T: 'static>(&self, set: Set<D, T>) -> Callback<T> {
        let form = self.clone();
        Callback::from(move |value| {
            let set = set.clone();
            form.alter(Box::new(move |state| set(&mut state.draft, value)));
        })
    }

    fn alter(&self, change: Change<D>) {
        self.state.dispatch(change);
    }

    /// Whether what is wrong with a field is said by now.
    pub fn shows(&self, id: &str) -> bool {
        self.state.is_tried || self.state.typed.get(id).is_some_and(|is_left| *is_left)
    }

    /// Whether the user tried to save what was wrong.
    pub fn is_tried(&self) -> bool {
        self.state.is_tried
    }

    /// What follows when the form is sent: it is saved, or shows what is wrong, where there is nothing to save yet.
    pub fn onsubmit(&self, save: Option<Save>) -> Callback<SubmitEvent> {
        let form = self.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match &save {
                Some(save) => form.save(save),
                None => {
                    form.alter(Box::new(|state| state.is_tried = true));
                    form.focus.emit("[aria-invalid=true]".into());
                }
            }
        })
    }

    /// Saves, or says why not.
    pub fn save(&self, save: &Save) {
        let refused = save.emit(()).err();
        self.alter(Box::new(|state| {
            state.is_tried = false;
            state.refused = refused;
        }));
    }

    /// What a field does that stands in its own words: when something is typed in it, and when it is left.
    pub fn typing(
        &self,
        id: &AttrValue,
        set: impl Fn(&mut D, String) + 'static,
    ) -> (Callback<String>, Callback<FocusEvent>) {
        self.typing_by(id.clone(), Rc::new(set))
    }

    fn typing_by(
        &self,
        id: AttrValue,
        set: Set<D, String>,
    ) -> (Callback<String>, Callback<FocusEvent>) {
        let oninput = {
            let (form, id) = (self.clone(), id.clone());
            Callback::from(move |text| {
                let (set, id) = (set.clone(), id.clone());
                form.alter(Box::new(move |state| {
                    set(&mut state.draft, text);
                    state.typed.entry(id).or_insert(false);
                }));
            })
        };
        let onblur = {
            let form = self.clone();
            Callback::from(move |event: FocusEvent| {
                let id = id.clone();
                if !is_for_button(&event) {
                    form.alter(Box::new(move |state| {
                        if let Some(is_left) = state.typed.get_mut(&id) {
                            *is_left = true;
                        }
                    }));
                }
            })
        };
        (oninput, onblur)
    }
}

/// Whether a field is left for the button that saves, which says all that is wrong, or for one that the pointer holds
/// down: what is said would move it away.
fn is_for_button(event: &FocusEvent) -> bool {
    let to = event.related_target();
    let to = to.and_then(|to| to.dyn_into::<web_sys::Element>().ok());
    to.is_some_and(|to| to.matches("[type=submit], button:active").unwrap_or(false))
}
