//! x
use super::PageProps;
use yew::prelude::*;

#[component]
pub fn Groups(props: &PageProps) -> Html {
    let lang = props.ctx.model.lang;
    html! { <h1 tabindex="-1">{ lang.groups_page() }</h1> }
}
