//! A list to choose one from: a field of a form, a filter above a table, or a cell in one.

use crate::parts::field::chosen;
use centering_core::plan::{LocationId, Plan};
use yew::html::IntoPropValue;
use yew::prelude::*;

/// A list to choose from.
pub struct Choice {
    /// The words of each, and whether it is chosen.
    options: Vec<(AttrValue, bool)>,
    onchange: Callback<usize>,
    id: Option<AttrValue>,
    label: AttrValue,
    look: Look,
    class: Classes,
    hint: Option<AttrValue>,
    push: Option<&'static str>,
}

enum Look {
    /// Under its label.
    Field,
    /// Behind its label.
    Filter,
    /// The label is only for screen readers.
    Cell,
}

/// A list to choose one of these from.
pub fn choose<T: Clone + PartialEq + 'static, W: Into<AttrValue>>(
    options: impl IntoIterator<Item = T>,
    now: &T,
    words: impl Fn(&T) -> W,
    onchoose: Callback<T>,
) -> Choice {
    let all: Vec<T> = options.into_iter().collect();
    let options = all.iter().map(|one| (words(one).into(), one == now));
    Choice {
        options: options.collect(),
        onchange: Callback::from(move |place: usize| {
            if let Some(one) = all.get(place) {
                onchoose.emit(one.clone());
            }
        }),
        id: None,
        label: AttrValue::default(),
        look: Look::Cell,
        class: classes!("select"),
        hint: None,
        push: None,
    }
}

/// These, after the choice of none of them.
pub fn or_none<T>(options: impl IntoIterator<Item = T>) -> impl Iterator<Item = Option<T>> {
    std::iter::once(None).chain(options.into_iter().map(Some))
}

/// The names of locations in a list, and what stands for another one.
pub fn location_words(plan: &Plan, other: &'static str) -> impl Fn(&Option<LocationId>) -> String {
    move |id| match id {
        Some(id) => plan.location_name(id).to_owned(),
        None => other.to_owned(),
    }
}

impl Choice {
    /// A field under its label.
    pub fn field(self, id: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self {
            id: Some(id.into()),
            look: Look::Field,
            ..self.named(label)
        }
    }

    /// A filter behind its label.
    pub fn filter(self, label: impl Into<AttrValue>) -> Self {
        Self {
            look: Look::Filter,
            ..self.named(label)
        }
    }

    /// What it is called.
    pub fn named(mut self, label: impl Into<AttrValue>) -> Self {
        self.label = label.into();
        self
    }

    pub fn id(mut self, id: &'static str) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The class of the list, where it is not the usual one.
    pub fn class(mut self, class: impl Into<Classes>) -> Self {
        self.class = class.into();
        self
    }

    /// What is asked.
    pub fn hint(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// At the end of its row.
    pub fn push(mut self) -> Self {
        self.push = Some("push");
        self
    }
}

impl IntoPropValue<Html> for Choice {
    fn into_prop_value(self) -> Html {
        self.into()
    }
}

impl From<Choice> for Html {
    fn from(choice: Choice) -> Self {
        let Choice { id, label, .. } = choice;
        let hint_id = id.as_ref().zip(choice.hint.as_ref());
        let hint_id = hint_id.map(|(id, _)| format!("{id}-hint"));
        let is_empty = choice.options.is_empty();
        let onchange = choice.onchange;
        let onchange = Callback::from(move |event: Event| {
            if let Some(place) = chosen(&event) {
                onchange.emit(place);
            }
        });
        // Other options can take the place of these while the list is shown: none of them stays chosen then.
        let option = |(place, (words, selected)): (usize, (AttrValue, bool))| {
            html! { <option key={format!("{place} {words}")} {selected}>{ words }</option> }
        };
        let has_label = id.is_some();
        let name = (!has_label).then(|| label.clone());
        let list = html! {
            <select id={id.clone()} class={choice.class} aria-label={name} aria-describedby={hint_id.clone()} disabled={is_empty} {onchange}>
                { for choice.options.into_iter().enumerate().map(option) }
            </select>
        };
        match choice.look {
            Look::Cell => list,
            Look::Filter if has_label => html! {
                <span class="filter"><label for={id}>{ label }</label>{ list }</span>
            },
            Look::Filter => {
                html! { <label class={classes!("filter", choice.push)}><span>{ label }</span>{ list }</label> }
            }
            Look::Field => html! {
                <div class="field">
                    <label for={id}>{ label }</label>
                    { list }
                    if let Some(hint) = choice.hint { <span class="hint" id={hint_id}>{ hint }</span> }
                </div>
            },
        }
    }
}
