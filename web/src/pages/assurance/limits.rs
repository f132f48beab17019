//! The limits of the indicators as a form, one row each; what is changed can be taken back to the proposal.

use crate::parts::form::{saves, use_form_of};
use crate::parts::{Icon, small_icon, use_leaving};
use crate::state::{Action, Ctx, PageProps};
use centering_core::assurance::{Indicator, Indicators, Rule, Unit};
use centering_core::edit::{AssuranceEdit, Edit};
use yew::prelude::*;

#[component]
pub fn LimitsForm(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let all = Indicators::proposal().indicators.iter();
    let changeable = all.filter(|indicator| indicator.unit != Unit::YesOrNo);
    html! {
        <section class="panel" aria-labelledby="limits-title">
            <div class="ph"><h2 id="limits-title">{ lang.change_limits() }</h2></div>
            <div class="pb stack t">
                <p class="small muted">{ lang.limits_text() }</p>
                <ul class="limits">
                    { for changeable.map(|indicator| html! {
                        <li key={format!("{:?}", indicator.id)}><Limit ctx={ctx.clone()} {indicator} /></li>
                    }) }
                </ul>
            </div>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct LimitProps {
    ctx: Ctx,
    indicator: &'static Indicator,
}

/// The limits as numbers, in the order in which they are shown.
fn numbers(rule: Rule) -> Vec<u32> {
    match rule {
        Rule::AtLeast { green, amber } | Rule::AtMost { green, amber } => vec![green, amber],
        Rule::Within { green, amber } => vec![green.0, green.1, amber.0, amber.1],
    }
}

/// The same kind of rule with other numbers.
fn with(rule: Rule, numbers: &[u32]) -> Option<Rule> {
    Some(match (rule, numbers) {
        (Rule::AtLeast { .. }, &[green, amber]) => Rule::AtLeast { green, amber },
        (Rule::AtMost { .. }, &[green, amber]) => Rule::AtMost { green, amber },
        (Rule::Within { .. }, &[least, most, lower, higher]) => Rule::Within {
            green: (least, most),
            amber: (lower, higher),
        },
        _ => return None,
    })
}

#[component]
fn Limit(props: &LimitProps) -> Html {
    let (ctx, indicator) = (&props.ctx, props.indicator);
    let (lang, limits) = (ctx.model.lang, &ctx.model.plan.assurance.limits);
    let own = limits.get(&indicator.id).copied();
    let rule = own.unwrap_or(indicator.rule);
    let now: Vec<String> = numbers(rule).iter().map(ToString::to_string).collect();
    let form = use_form_of(&now);
    let typed = form.draft();
    let name = lang.wording(&indicator.name);
    let words: &[&'static str] = match rule {
        Rule::AtLeast { .. } => &[lang.limit_green_from(), lang.limit_amber_from()],
        Rule::AtMost { .. } => &[lang.limit_green_to(), lang.limit_amber_to()],
        Rule::Within { .. } => &[
            lang.limit_green_from(),
            lang.limit_green_to(),
            lang.limit_amber_from(),
            lang.limit_amber_to(),
        ],
    };
    let read: Option<Vec<u32>> = typed.iter().map(|text| text.trim().parse().ok()).collect();
    let read = read.and_then(|numbers| with(rule, &numbers));
    // The proposal itself is not stored.
    let own_rule = |rule: Rule| Some(rule).filter(|rule| *rule != indicator.rule);
    let set = move |rule: Option<Rule>| {
        let edit = AssuranceEdit::SetLimit {
            indicator: indicator.id,
            rule,
        };
        Action::edit(Edit::Assurance(Box::new(edit)))
    };
    {
        let ctx = ctx.clone();
        let (typed, action) = (typed.clone(), read.map(own_rule));
        use_leaving(move || {
            if typed != now {
                match &action {
                    Some(rule) => ctx.act(set(*rule)),
                    None => ctx.lose(
                        &format!("limit {:?}", indicator.id),
                        name,
                        &typed.join(", "),
                        lang.limit_wrong(),
                    ),
                }
            }
        });
    }
    let save = read.map(|rule| saves(ctx, set(own_rule(rule))));
    let fault = read.is_none().then(|| lang.limit_wrong());
    let unit = (indicator.unit == Unit::Share).then_some("%");
    let field = |(place, (word, value)): (usize, (&&'static str, &String))| {
        let set = move |typed: &mut Vec<String>, text| {
            if let Some(field) = typed.get_mut(place) {
                *field = text;
            }
        };
        let id = format!("limit-{:?}-{place}", indicator.id);
        form.text(id, *word, value, set)
            .unit(unit)
            .keys("numeric")
            .most(4)
            .fault(fault)
    };
    html! {
        <form class="limit" ref={form.place()} novalidate={true} onsubmit={form.onsubmit(save)}>
            <b>{ name }</b>
            { for words.iter().zip(typed).enumerate().map(field) }
            <span class="acts">
                <button type="submit" class="btn s" aria-label={lang.limit_save(name)}>{ lang.save() }</button>
                if own.is_some() {
                    <button type="button" class="btn s q" aria-label={lang.limit_reset(name)} onclick={ctx.on(set(None))}>
                        { small_icon(Icon::Undo) }{ lang.list_reset() }
                    </button>
                }
            </span>
        </form>
    }
}
