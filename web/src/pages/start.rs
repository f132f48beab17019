//! The start screen: three ways to begin, one sentence on privacy, and how it works.

use super::import::OpenFile;
use crate::parts::{Icon, icon};
use crate::state::{Action, Ctx, Dialog, Page, PageProps, Replacement};
use centering_words::Lang;
use yew::prelude::*;

#[component]
pub fn Start(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    html! {
        <>
            <div class="hero">
                <div class="stack">
                    <h1 tabindex="-1">{ lang.start_title() }</h1>
                    <p class="lead">{ lang.start_lead() }</p>
                    <div class="choices">
                        if ctx.model.is_empty() {
                            { choice(ctx, "choice main1", Icon::Plus, lang.new_plan(), lang.start_new(), Action::Open(Dialog::Import(None))) }
                        } else {
                            { choice(ctx, "choice main1", Icon::Right, Page::Today.title(lang), lang.start_continue(), Action::Go(Page::Today)) }
                        }
                        { choice(ctx, "choice", Icon::Kring, lang.open_example(), lang.start_example(), ctx.replace(Replacement::Example)) }
                        <OpenFile act={ctx.act.clone()} class="choice">{ choice_body(Icon::Open, lang.open_file(), lang.start_open()) }</OpenFile>
                    </div>
                    <p>
                        { lang.start_running() }{ " " }
                        <button type="button" class="link" onclick={ctx.on(Action::Open(Dialog::GroupList))}>{ lang.add_groups() }</button>
                    </p>
                    <p>
                        { lang.start_before() }{ " " }
                        <button type="button" class="link" onclick={ctx.on(Action::Go(Page::Steps))}>{ lang.start_steps() }</button>
                    </p>
                    <p class="privacy">
                        { icon(Icon::Shield) }
                        <span>
                            <b>{ lang.stays_here() }</b>{ " " }{ lang.stays_here_more() }{ " " }
                            <button type="button" class="link" onclick={ctx.on(Action::Open(Dialog::Privacy))}>{ lang.privacy_link() }</button>
                        </span>
                    </p>
                </div>
                { kring(lang) }
            </div>
            <section class="how" aria-labelledby="how">
                <h2 id="how">{ lang.how() }</h2>
                <ol>
                    { step("1", lang.how_1(), lang.how_1_text()) }
                    { step("2", lang.how_2(), lang.how_2_text()) }
                    { step("3", lang.how_3(), lang.how_3_text()) }
                </ol>
            </section>
        </>
    }
}

fn choice(
    ctx: &Ctx,
    class: &'static str,
    kind: Icon,
    title: &'static str,
    text: &'static str,
    action: Action,
) -> Html {
    html! {
        <button type="button" {class} onclick={ctx.on(action)}>{ choice_body(kind, title, text) }</button>
    }
}

fn choice_body(kind: Icon, title: &'static str, text: &'static str) -> Html {
    html! {
        <>
            <span class="ic">{ icon(kind) }</span>
            <span><b>{ title }</b><span>{ text }</span></span>
            { icon(Icon::Right) }
        </>
    }
}

fn step(number: &'static str, title: &'static str, text: &'static str) -> Html {
    html! {
        <li><span class="n" aria-hidden="true">{ number }</span><h3>{ title }</h3><p>{ text }</p></li>
    }
}

/// Eight bijeenkomsten around the families: what the planner plans, in one picture.
fn kring(lang: Lang) -> Html {
    // Positions on a circle of radius 150 around (250, 200), the first at one o'clock.
    let sessions: [(i32, i32, u8, bool); 8] = [
        (307, 61, 1, true),
        (389, 143, 2, false),
        (389, 257, 3, true),
        (307, 339, 4, false),
        (193, 339, 5, false),
        (111, 257, 6, true),
        (111, 143, 7, false),
        (193, 61, 8, true),
    ];
    let labels: [(i32, i32, &str, String); 8] = [
        (307, 28, "kt kc", lang.weeks(4)),
        (420, 136, "kt", lang.weeks(8)),
        (420, 276, "kt", lang.months(3)),
        (307, 383, "kt kc", lang.months(5)),
        (193, 383, "kt kc", lang.months(7)),
        (80, 276, "kt ke", lang.months(9)),
        (80, 136, "kt ke", lang.months(12)),
        (193, 28, "kt kc", lang.months(14)),
    ];
    let families = [
        (275, 139),
        (311, 175),
        (311, 225),
        (275, 261),
        (225, 261),
        (189, 225),
        (189, 175),
        (225, 139),
    ];
    html! {
        <figure class="stack t">
            <svg class="kring" viewBox="0 0 500 400" role="img" aria-label={lang.kring_alt()}>
                <circle class="path" cx="250" cy="200" r="150" />
                <circle class="inner" cx="250" cy="200" r="92" />
                { for families.map(|(cx, cy)| html! { <circle class="famd" cx={cx.to_string()} cy={cy.to_string()} r="8" /> }) }
                <text class="kb kc" x="250" y="203">{ "6 – 8" }</text>
                <text class="kc" x="250" y="223">{ lang.families_word() }</text>
                { for sessions.map(|(cx, cy, number, physician)| html! {
                    <>
                        if physician { <circle class="ringa" cx={cx.to_string()} cy={cy.to_string()} r="24" /> }
                        <circle class="node" cx={cx.to_string()} cy={cy.to_string()} r="18.5" />
                        <text class="kn kc" x={cx.to_string()} y={(cy + 5).to_string()}>{ number }</text>
                    </>
                }) }
                { for labels.into_iter().map(|(x, y, class, text)| html! {
                    <text {class} x={x.to_string()} y={y.to_string()}>{ text }</text>
                }) }
            </svg>
            <ul class="legend c" aria-hidden="true">
                <li><svg width="12" height="12"><circle class="famd" cx="6" cy="6" r="5" /></svg>{ lang.legend_family() }</li>
                <li><svg width="18" height="18"><circle class="node" cx="9" cy="9" r="8" /></svg>{ lang.legend_session() }</li>
                <li><svg width="20" height="20"><circle class="ringa" cx="10" cy="10" r="8.5" /></svg>{ lang.legend_physician() }</li>
            </ul>
        </figure>
    }
}
