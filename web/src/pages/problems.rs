//! x
use super::PageProps;
use yew::prelude::*;

#[component]
pub fn Problems(props: &PageProps) -> Html {
    let lang = props.ctx.model.lang;
    html! { <h1 tabindex="-1">{ lang.problems_page() }</h1> }
}
