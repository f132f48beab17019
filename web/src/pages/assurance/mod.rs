//! The screen of borging: indicators with what to do about them, the success factors as people scored
//! them, and the self-study that asks for these scores.

mod answers;
mod factors;
mod heat;
mod history;
mod indicators;
mod limits;
mod measurements;
mod missed;
mod study;
mod trend;

use crate::parts::{Icon, print_page, sets, small_icon};
use crate::state::PageProps;
use centering_core::calendar::Date;
use factors::Factors;
use indicators::Indicators;
use study::Study;
use yew::prelude::*;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    Indicators,
    Factors,
    Study,
}

#[component]
pub fn Assurance(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let view = use_state_eq(|| View::Indicators);
    let answering = use_state_eq(|| None::<(Date, usize)>);
    let onstudy = {
        let (view, answering) = (view.clone(), answering.clone());
        Callback::from(move |who| {
            answering.set(Some(who));
            view.set(View::Study);
        })
    };
    let onfactors = sets(&view, View::Factors);
    let button = |shown: View, name: &'static str| {
        let view = view.clone();
        let pressed = (*view == shown).to_string();
        let onclick = Callback::from(move |_: MouseEvent| view.set(shown));
        html! { <button type="button" aria-pressed={pressed} {onclick}>{ name }</button> }
    };
    let day = today.map_or_else(String::new, |day| lang.day_full(day));
    html! {
        <div class="stack assurance">
            <div class="head">
                <div class="t">
                    <h1 tabindex="-1">{ lang.assurance_page() }</h1>
                    <p class="sub">{ lang.assurance_sub(&day) }</p>
                </div>
                <div class="acts">
                    <button type="button" class="btn" onclick={Callback::from(|_: MouseEvent| print_page())}>
                        { small_icon(Icon::File) }{ lang.print_it() }
                    </button>
                </div>
            </div>
            <div class="bar">
                <div class="seg wraps" role="group" aria-label={lang.assurance_parts()}>
                    { button(View::Indicators, lang.part_indicators()) }
                    { button(View::Factors, lang.part_factors()) }
                    { button(View::Study, lang.part_study()) }
                </div>
            </div>
            { match *view {
                View::Indicators => html! { <Indicators ctx={ctx.clone()} /> },
                View::Factors => html! { <Factors ctx={ctx.clone()} {onstudy} /> },
                View::Study => html! { <Study ctx={ctx.clone()} {onfactors} {onstudy} answering={*answering} /> },
            } }
        </div>
    }
}
