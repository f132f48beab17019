//! x
use super::PageProps;
use yew::prelude::*;

#[component]
pub fn Roster(props: &PageProps) -> Html {
    let lang = props.ctx.model.lang;
    html! { <h1 tabindex="-1">{ lang.roster_page() }</h1> }
}
