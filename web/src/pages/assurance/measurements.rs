//! Measurements and who takes part: begin one, add roles, and go on where somebody stopped.

use crate::parts::form::choose;
use crate::parts::{Icon, icon, setter, small_icon};
use crate::state::{Action, Ctx};
use centering_core::assurance::{Measurement, SuccessFactors};
use centering_core::calendar::Date;
use centering_core::edit::{AssuranceEdit, Edit};
use centering_core::steps::{Role, roles};
use centering_words::Lang;
use centering_words::capital;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct MeasurementsProps {
    pub ctx: Ctx,
    /// The measurement that is shown; `None` where there is none yet.
    pub day: Option<Date>,
    pub onstudy: Callback<(Date, usize)>,
}

fn edit(edit: AssuranceEdit) -> Action {
    Action::edit(Edit::Assurance(Box::new(edit)))
}

/// The roles of the respondents, numbered where there are more of one.
pub fn names(lang: Lang, measurement: &Measurement) -> Vec<String> {
    let all = &measurement.respondents;
    all.iter()
        .enumerate()
        .map(|(place, one)| {
            let name = capital(&lang.step_role(&one.role));
            let of_role = |until: usize| {
                let before = all.iter().take(until);
                before.filter(|other| other.role == one.role).count()
            };
            if of_role(all.len()) > 1 {
                lang.respondent_of(&name, of_role(place) + 1)
            } else {
                name
            }
        })
        .collect()
}

#[component]
pub fn Measurements(props: &MeasurementsProps) -> Html {
    let ctx = &props.ctx;
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let all = &ctx.model.plan.assurance.measurements;
    let role = use_state_eq(Role::default);
    let begin = today.filter(|today| !all.contains_key(today)).map(|today| {
        html! {
            <button type="button" class={classes!("btn", props.day.is_none().then_some("p"))} onclick={ctx.on(edit(AssuranceEdit::BeginMeasurement(today)))}>
                { small_icon(Icon::Plus) }{ lang.begin_measurement() }
            </button>
        }
    });
    let Some(measurement) = props.day.and_then(|day| all.get(&day)) else {
        return html! {
            <section class="panel empty" aria-labelledby="factors-empty">
                <h2 id="factors-empty">{ lang.factors_empty_title() }</h2>
                <p>{ lang.factors_empty_text() }</p>
                <div class="acts">{ begin }</div>
            </section>
        };
    };
    let day = measurement.began;
    let known: Vec<Role> = roles().iter().map(|named| named.id.clone()).collect();
    let chosen = if known.contains(&role) {
        (*role).clone()
    } else {
        known.first().cloned().unwrap_or_default()
    };
    let onrole = setter(&role);
    let add = AssuranceEdit::AddRespondent {
        measurement: day,
        role: chosen.clone(),
    };
    let factors = SuccessFactors::current();
    let count = factors.statements().count();
    let names = names(lang, measurement);
    html! {
        <section class="panel" aria-labelledby="who-title">
            <div class="ph"><h2 id="who-title">{ lang.respondents_title() }</h2></div>
            <div class="pb stack t">
                <p class="small muted">{ lang.respondents_text() }</p>
                if !measurement.respondents.is_empty() {
                    <ul class="rows">
                        { for measurement.respondents.iter().zip(&names).enumerate().map(|(place, (one, name))| {
                            let go = props.onstudy.reform(move |_: MouseEvent| (day, place));
                            let is_done = one.next(factors).is_none();
                            let remove = AssuranceEdit::RemoveRespondent { measurement: day, respondent: place };
                            html! {
                                <li>
                                    <span><b>{ name }</b>{ " " }<span class="muted">{ lang.respondent_done(one.scores.len(), count) }</span></span>
                                    <span class="acts">
                                        <button type="button" class={classes!("btn", "s", (!is_done).then_some("p"))} onclick={go}>
                                            { if is_done { lang.look_again(name) } else { lang.go_on_as(name) } }
                                        </button>
                                        <button type="button" class="btn i s q" aria-label={lang.remove_respondent(name)} onclick={ctx.on(edit(remove))}>{ icon(Icon::Trash) }</button>
                                    </span>
                                </li>
                            }
                        }) }
                    </ul>
                }
                <div class="acts">
                    { choose(known, &chosen, |role| lang.step_role(role), onrole).filter(lang.respondent_role()).id("respondent-role") }
                    <button type="button" class="btn" onclick={ctx.on(edit(add))}>{ small_icon(Icon::Plus) }{ lang.add_respondent() }</button>
                </div>
                <div class="acts">
                    { begin }
                    <button type="button" class="btn d" onclick={ctx.on(edit(AssuranceEdit::RemoveMeasurement(day)))}>
                        { small_icon(Icon::Trash) }{ lang.remove_measurement() }
                    </button>
                </div>
            </div>
        </section>
    }
}
