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

use crate::parts::{Icon, print_page, sets, small_icon, ways};
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
    let views = [
        (View::Indicators, lang.part_indicators()),
        (View::Factors, lang.part_factors()),
        (View::Study, lang.part_study()),
    ];
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
                { ways(lang.assurance_parts(), &*view, views, |to| sets(&view, to)) }
            </div>
            { match *view {
                View::Indicators => html! { <Indicators ctx={ctx.clone()} /> },
                View::Factors => html! { <Factors ctx={ctx.clone()} {onstudy} /> },
                View::Study => html! { <Study ctx={ctx.clone()} {onfactors} {onstudy} answering={*answering} /> },
            } }
        </div>
    }
}
