//! The self-study (zelfstudie): one respondent goes through the seven factors, statement by statement. Every
//! score is kept at once, so it can be stopped and taken up again. On paper all statements are printed.

use super::measurements::{Measurements, names};
use crate::parts::form::choose;
use crate::parts::{Icon, small_icon};
use crate::state::{Action, Ctx};
use centering_core::assurance::{
    Respondent, Score, Statement, StatementId, SuccessFactor, SuccessFactors,
};
use centering_core::calendar::Date;
use centering_core::edit::{AssuranceEdit, Edit};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct StudyProps {
    pub ctx: Ctx,
    /// Whose answers they are: the measurement, and the place in it.
    pub answering: Option<(Date, usize)>,
    pub onstudy: Callback<(Date, usize)>,
    /// Goes to the success factors.
    pub onfactors: Callback<()>,
}

#[component]
pub fn Study(props: &StudyProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let all = &ctx.model.plan.assurance.measurements;
    let factors = SuccessFactors::current();
    // The one that was asked for, otherwise the first of the newest measurement who is not done.
    let answering = props.answering.or_else(|| {
        let newest = all.values().next_back()?;
        let open = newest
            .respondents
            .iter()
            .position(|one| one.next(factors).is_some());
        Some((newest.began, open.unwrap_or(0)))
    });
    let found = answering.and_then(|(day, place)| {
        let measurement = all.get(&day)?;
        Some((measurement, place, measurement.respondents.get(place)?))
    });
    let first_open = |one: &Respondent| {
        let next = one.next(factors)?;
        factors
            .factors
            .iter()
            .position(|factor| factor.id == next.factor)
    };
    let start = found.and_then(|(.., one)| first_open(one)).unwrap_or(0);
    let shown = use_state_eq(|| start);
    {
        let shown = shown.clone();
        use_effect_with(answering, move |_| shown.set(start));
    }
    let heading = use_node_ref();
    let Some((measurement, place, respondent)) = found else {
        let newest = all.keys().next_back().copied();
        return html! {
            <>
                { introduction(ctx) }
                if newest.is_some() { <p>{ lang.study_no_measurement() }</p> }
                <Measurements ctx={ctx.clone()} onstudy={props.onstudy.clone()} day={newest} />
            </>
        };
    };
    let day = measurement.began;
    let names = names(lang, measurement);
    let onwho = {
        let onstudy = props.onstudy.clone();
        Callback::from(move |place| onstudy.emit((day, place)))
    };
    let who = |place: &usize| names.get(*place).cloned().unwrap_or_default();
    let count = factors.factors.len();
    let now = (*shown).min(count.saturating_sub(1));
    let go = |to: usize| {
        let (shown, heading) = (shown.clone(), heading.clone());
        Callback::from(move |_: MouseEvent| {
            shown.set(to);
            if let Some(heading) = heading.cast::<web_sys::HtmlElement>() {
                // Where it cannot take focus it stays on the button.
                let _ = heading.focus();
            }
        })
    };
    let onfactors = props.onfactors.reform(|_: MouseEvent| ());
    let next_open = first_open(respondent).filter(|open| *open != now);
    let Some(factor) = factors.factors.get(now) else {
        return Html::default();
    };
    let answering = Who { day, place };
    html! {
        <>
            { introduction(ctx) }
            <div class="bar">
                { choose(0..names.len(), &place, who, onwho).filter(lang.study_who()).id("study-who") }
                <span class="small muted" role="status">{ lang.respondent_done(respondent.scores.len(), factors.statements().count()) }</span>
            </div>
            <nav class="bar" aria-label={lang.study_factors()}>
                <ol class="track">
                    { for factors.factors.iter().enumerate().map(|(place, factor)| {
                        let done = factor.statements.iter().all(|one| respondent.scores.contains_key(&one.id));
                        let current = (place == now).then_some("step");
                        html! {
                            <li>
                                <button type="button" class={classes!("btn", "s", (place == now).then_some("on"))} aria-current={current} onclick={go(place)}
                                    aria-label={format!("{} {}", place + 1, lang.wording(&factor.name))}>
                                    { place + 1 }if done { { small_icon(Icon::Ok) } }
                                </button>
                            </li>
                        }
                    }) }
                </ol>
            </nav>
            <section class="panel" aria-labelledby="study-factor">
                <div class="ph">
                    <h2 id="study-factor" tabindex="-1" ref={heading.clone()}>{ lang.wording(&factor.name) }</h2>
                    <span class="small muted">{ lang.study_progress(now + 1, count) }</span>
                </div>
                <div class="pb stack">
                    { for factor.statements.iter().map(|one| question(ctx, answering, respondent, one)) }
                    <div class="acts">
                        if now > 0 { <button type="button" class="btn" onclick={go(now - 1)}>{ small_icon(Icon::Left) }{ lang.study_previous() }</button> }
                        if now + 1 < count { <button type="button" class="btn p" onclick={go(now + 1)}>{ lang.study_next() }{ small_icon(Icon::Right) }</button> }
                        else { <button type="button" class="btn p" onclick={onfactors}>{ lang.study_done() }</button> }
                        if let Some(open) = next_open { <button type="button" class="btn q" onclick={go(open)}>{ lang.study_first_open() }</button> }
                    </div>
                </div>
            </section>
            { on_paper(ctx, respondent, factors) }
        </>
    }
}

fn introduction(ctx: &Ctx) -> Html {
    let lang = ctx.model.lang;
    html! {
        <div class="stack xt study">
            <h2>{ lang.study_title() }</h2>
            <p>{ lang.study_text() }</p>
            <p class="small muted">{ lang.study_unofficial() }</p>
        </div>
    }
}

/// Whose answers they are.
#[derive(Clone, Copy)]
struct Who {
    day: Date,
    place: usize,
}

/// One statement with its five scores, and open.
fn question(ctx: &Ctx, who: Who, respondent: &Respondent, statement: &Statement) -> Html {
    let lang = ctx.model.lang;
    let now = respondent
        .scores
        .get(&statement.id)
        .map(|score| score.points());
    let name = format!("score-{}-{}", who.place, statement.id);
    let choice = |points: Option<u8>| {
        let onchange = ctx.on(set(who, statement.id, points));
        html! {
            <label class="check">
                <input type="radio" name={name.clone()} checked={now == points} {onchange} />
                <span>
                    { match points {
                        Some(points) => html! { <><b>{ points }</b>{ " " }<span class="muted">{ lang.score(points) }</span></> },
                        None => html! { <span class="muted">{ lang.score_open() }</span> },
                    } }
                </span>
            </label>
        }
    };
    html! {
        <fieldset class="question" key={statement.id.to_string()}>
            <legend>{ lang.wording(&statement.text) }</legend>
            <div class="scale">
                { for (1..=5).map(|points| choice(Some(points))) }
                { choice(None) }
            </div>
        </fieldset>
    }
}

fn set(who: Who, statement: StatementId, points: Option<u8>) -> Action {
    let edit = AssuranceEdit::SetScore {
        measurement: who.day,
        respondent: who.place,
        statement,
        score: points.and_then(Score::new),
    };
    Action::edit(Edit::Assurance(Box::new(edit)))
}

/// All statements with a box for each score; only on paper.
fn on_paper(ctx: &Ctx, respondent: &Respondent, factors: &SuccessFactors) -> Html {
    let lang = ctx.model.lang;
    let part = |factor: &SuccessFactor| {
        html! {
            <>
                <h3>{ lang.wording(&factor.name) }</h3>
                <ul>
                    { for factor.statements.iter().map(|one| {
                        let now = respondent.scores.get(&one.id).map(|score| score.points());
                        let boxes: Vec<String> = (1..=5)
                            .map(|points| if now == Some(points) { format!("[{points}]") } else { points.to_string() })
                            .collect();
                        html! { <li>{ lang.wording(&one.text) }{ "   " }<b>{ boxes.join("  ") }</b></li> }
                    }) }
                </ul>
            </>
        }
    };
    html! {
        <div class="paper">
            <h2>{ lang.study_print_title() }</h2>
            { for factors.factors.iter().map(part) }
        </div>
    }
}
