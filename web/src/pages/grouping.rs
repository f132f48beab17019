//! How the planner forms groups, beside their sizes: whether half-days are wishes or hard, with what that
//! costs, and which locations share families.

use crate::parts::form::{choose, or_none};
use crate::parts::{Icon, small_icon};
use crate::slices::{Side, on_the_side};
use crate::state::{Ctx, planner};
use centering_core::cohort::HalfDayPrice;
use centering_core::plan::{LocationId, Plan, Settings};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// What the user chose.
pub enum Choice {
    Hard(bool),
    /// The location shares families in the pool with this place in the list; in none when there is no place.
    Pool(LocationId, Option<usize>),
}

impl Choice {
    /// Carries the choice out. Pools keep their place, also when one is empty.
    pub fn make(self, settings: &mut Settings) {
        match self {
            Self::Hard(hard) => settings.hard_half_days = hard,
            Self::Pool(location, place) => {
                let pools = &mut settings.shared_pools;
                for pool in pools.iter_mut() {
                    pool.remove(&location);
                }
                if let Some(place) = place {
                    if pools.len() <= place {
                        pools.resize(place + 1, BTreeSet::new());
                    }
                    pools[place].insert(location);
                }
            }
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct GroupingProps {
    pub ctx: Ctx,
    /// The settings as far as they are typed.
    pub settings: Settings,
    /// The pools as they are chosen, also those of one location.
    pub pools: Vec<BTreeSet<LocationId>>,
    pub onchoose: Callback<Choice>,
}

/// Two parts of the form with the settings.
#[component]
pub fn Grouping(props: &GroupingProps) -> Html {
    html! {
        <>
            <HalfDays ..props.clone() />
            { pools(props) }
        </>
    }
}

/// What is known of the price.
#[derive(Clone, PartialEq)]
enum Price {
    Unknown,
    Reckoning,
    /// Sizes that cannot be planned with hard half-days.
    Impossible,
    Known(HalfDayPrice),
}

#[component]
fn HalfDays(props: &GroupingProps) -> Html {
    let lang = props.ctx.model.lang;
    let price = use_state_eq(|| Price::Unknown);
    let work = use_mut_ref(|| None::<Side>);
    {
        // Another size or spread has another price.
        let mut key = props.settings.clone();
        key.hard_half_days = false;
        let (price, work) = (price.clone(), work.clone());
        use_effect_with(key, move |_| {
            price.set(Price::Unknown);
            *work.borrow_mut() = None;
        });
    }
    let reckon = {
        let (ctx, settings) = (props.ctx.clone(), props.settings.clone());
        let price = price.clone();
        Callback::from(move |_: MouseEvent| {
            let plan = Plan {
                settings: settings.clone(),
                ..(*ctx.model.plan).clone()
            };
            let begun = planner().and_then(|planner| (planner.price)(&plan, ctx.model.today));
            let Some(begun) = begun else {
                price.set(Price::Impossible);
                return;
            };
            price.set(Price::Reckoning);
            let price = price.clone();
            let done = Callback::from(move |known| price.set(Price::Known(known)));
            *work.borrow_mut() = Some(on_the_side(begun, done));
        })
    };
    let option = |hard: bool, label: &'static str, hint: &'static str| {
        let onchoose = props.onchoose.clone();
        let onchange = Callback::from(move |_: Event| onchoose.emit(Choice::Hard(hard)));
        html! {
            <label class="check">
                <input type="radio" name="hard-half-days" checked={props.settings.hard_half_days == hard} {onchange} />
                <span>{ label }<br /><span class="small muted">{ hint }</span></span>
            </label>
        }
    };
    html! {
        <fieldset class="stack t part" id="half-day-rule">
            <legend>{ lang.half_day_rule() }</legend>
            { option(false, lang.half_days_wish(), lang.half_days_wish_hint()) }
            { option(true, lang.half_days_hard(), lang.half_days_hard_hint()) }
            <div class="acts">
                <button type="button" class="btn s" id="half-day-price" disabled={*price == Price::Reckoning} onclick={reckon}>
                    { small_icon(Icon::Help) }{ lang.price_ask() }
                </button>
            </div>
            <p class="small" role="status">
                { match &*price {
                    Price::Unknown => String::new(),
                    Price::Reckoning => lang.price_reckoning().to_owned(),
                    Price::Impossible => lang.price_impossible().to_owned(),
                    Price::Known(known) => lang.price_known([known.as_wishes, known.when_hard, known.at_most]),
                } }
            </p>
        </fieldset>
    }
}

/// For each location with whom it shares families.
fn pools(props: &GroupingProps) -> Html {
    let (plan, lang) = (&props.ctx.model.plan, props.ctx.model.lang);
    if plan.locations.len() < 2 {
        return Html::default();
    }
    let letters: Vec<char> = ('A'..='Z').take(plan.locations.len() / 2).collect();
    let rows = plan.locations.values().map(|location| {
        let now = props
            .pools
            .iter()
            .position(|pool| pool.contains(&location.id));
        let id = format!("pool-{}", location.id);
        let onchoose = {
            let (onchoose, id) = (props.onchoose.clone(), location.id.clone());
            Callback::from(move |place| onchoose.emit(Choice::Pool(id.clone(), place)))
        };
        let words = |place: &Option<usize>| {
            let letter = place.and_then(|place| letters.get(place));
            letter.map_or_else(
                || lang.pool_none().to_owned(),
                |letter| lang.pool_in(*letter),
            )
        };
        choose(or_none(0..letters.len()), &now, words, onchoose).field(id, location.name.clone())
    });
    let names = |pool: &BTreeSet<LocationId>| {
        let names = pool.iter().filter_map(|id| plan.locations.get(id));
        let names: Vec<Rc<str>> = names.map(|own| Rc::from(own.name.as_str())).collect();
        names
    };
    let shared = props.pools.iter().zip(&letters);
    html! {
        <fieldset class="stack t part" aria-describedby="pools-hint">
            <legend>{ lang.pools() }</legend>
            <p class="small muted" id="pools-hint">{ lang.pools_hint() }</p>
            <div class="fields">{ for rows }</div>
            { for shared.filter(|(pool, _)| !pool.is_empty()).map(|(pool, letter)| html! {
                <p class="small">{ lang.pool_is(*letter, &names(pool)) }</p>
            }) }
        </fieldset>
    }
}
