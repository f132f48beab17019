//! Which location is shown: one choice for all screens that look at one location or at all.

use super::form::choose;
use super::ways;
use crate::state::{Action, Same};
use centering_core::plan::LocationId;
use centering_words::Lang;
use yew::prelude::*;

/// More locations than this are chosen from a list and not with buttons.
const MOST_BUTTONS: usize = 12;

#[derive(Clone, PartialEq, Properties)]
pub struct LocationFilterProps {
    pub lang: Lang,
    /// The locations to choose from, with their names.
    pub names: Same<Vec<(LocationId, String)>>,
    /// The one that is shown; all without one.
    pub chosen: Option<LocationId>,
    pub act: Callback<Action>,
    /// Buttons, where they do not fill the screen.
    #[prop_or_default]
    pub buttons: bool,
    /// At the end of its row.
    #[prop_or_default]
    pub push: bool,
}

/// The choice of a location. A country has hundreds: they are drawn again only when they are others.
#[component]
pub fn LocationFilter(props: &LocationFilterProps) -> Html {
    let (lang, chosen) = (props.lang, props.chosen.as_ref());
    let names = &props.names.0;
    if props.buttons && names.len() <= MOST_BUTTONS {
        let all = std::iter::once((None, lang.all_locations()));
        let all = all.chain(names.iter().map(|(id, name)| (Some(id), name.as_str())));
        return ways(lang.location(), &chosen, all, |id| {
            let action = Action::ShowLocation(id.cloned());
            props.act.reform(move |_: MouseEvent| action.clone())
        });
    }
    let named = names
        .iter()
        .map(|(id, name)| (Some(id.clone()), name.clone()));
    let all = std::iter::once((None, lang.all_locations().to_owned()));
    let all: Vec<(Option<LocationId>, String)> = all.chain(named).collect();
    let now = all.iter().find(|(id, _)| id.as_ref() == chosen);
    let now = now.cloned().unwrap_or_default();
    let onchoose = props.act.reform(|(id, _)| Action::ShowLocation(id));
    let list = choose(all, &now, |(_, name)| name.clone(), onchoose);
    let list = list.class("input select").filter(lang.location());
    if props.push {
        list.push().into()
    } else {
        list.into()
    }
}
