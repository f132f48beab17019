//! The fields of a form: text, choice and tick.

use super::Form;
use super::choice::{Choice, choose};
use super::text::{TextField, TextFieldProps};
use crate::parts::field::ticked;
use std::collections::BTreeSet;
use yew::html::IntoPropValue;
use yew::prelude::*;

/// A field for a line of text, a number or a date.
pub struct Text {
    props: TextFieldProps,
    shows: bool,
}

impl Text {
    /// What is expected.
    pub fn hint(mut self, hint: impl Into<AttrValue>) -> Self {
        self.props.hint = Some(hint.into());
        self
    }

    /// A word behind the field, such as `dagen`.
    pub fn unit(mut self, unit: impl Into<Option<&'static str>>) -> Self {
        self.props.unit = unit.into().map(Into::into);
        self
    }

    /// What stands in it while it is empty.
    pub fn example(mut self, example: &'static str) -> Self {
        self.props.placeholder = Some(example.into());
        self
    }

    /// The most characters.
    pub fn most(mut self, characters: usize) -> Self {
        self.props.maxlength = Some(characters.to_string().into());
        self
    }

    /// What is typed is a number: `numeric` or `decimal`.
    pub fn keys(mut self, mode: &'static str) -> Self {
        self.props.inputmode = mode.into();
        self
    }

    /// Its label is only for screen readers.
    pub fn quiet(mut self) -> Self {
        self.props.quiet = true;
        self
    }

    /// It has the focus when the dialog opens, where that is so.
    pub fn first(mut self, is_first: bool) -> Self {
        self.props.autofocus = is_first;
        self
    }

    /// What is wrong with what stands in it; shown when it is time.
    pub fn fault(mut self, fault: Option<impl Into<AttrValue>>) -> Self {
        self.props.error = fault.filter(|_| self.shows).map(Into::into);
        self
    }
}

impl IntoPropValue<Html> for Text {
    fn into_prop_value(self) -> Html {
        self.into()
    }
}

impl From<Text> for Html {
    fn from(text: Text) -> Self {
        html! { <TextField ..text.props /> }
    }
}

/// Puts one of a set in it or takes it out, as its tick says.
pub fn put<T: Clone + Ord>(set: &mut BTreeSet<T>, one: &T, is_in: bool) {
    if is_in {
        set.insert(one.clone());
    } else {
        set.remove(one);
    }
}

/// A tick with its words.
pub fn tick(words: impl Into<Html>, checked: bool, set: Callback<bool>) -> Html {
    let onchange = Callback::from(move |event: Event| set.emit(ticked(&event)));
    html! { <label class="check"><input type="checkbox" {checked} {onchange} />{ words.into() }</label> }
}

impl<D: Clone + 'static> Form<D> {
    /// A field for text with what stands in it.
    pub fn text(
        &self,
        id: impl Into<AttrValue>,
        label: impl Into<AttrValue>,
        value: &str,
        set: impl Fn(&mut D, String) + 'static,
    ) -> Text {
        let (id, label, value) = (id.into(), label.into(), value.to_owned());
        let (oninput, onblur) = self.typing(&id, set);
        let shows = self.shows(&id);
        let props = yew::props! {
            TextFieldProps { id, label, value, oninput, onblur }
        };
        Text { props, shows }
    }

    /// A list to choose one of these from.
    pub fn choice<T: Clone + PartialEq + 'static, W: Into<AttrValue>>(
        &self,
        id: impl Into<AttrValue>,
        label: impl Into<AttrValue>,
        options: impl IntoIterator<Item = T>,
        now: &T,
        words: impl Fn(&T) -> W,
        set: impl Fn(&mut D, T) + 'static,
    ) -> Choice {
        choose(options, now, words, self.on(set)).field(id, label)
    }

    /// A tick with its words.
    pub fn tick(
        &self,
        words: impl Into<Html>,
        is_on: bool,
        set: impl Fn(&mut D, bool) + 'static,
    ) -> Html {
        tick(words, is_on, self.on(set))
    }
}
