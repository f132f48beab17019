//! Help: how the planner works, its keys, and what the marks mean.

use crate::parts::table::{By, Table, columns};
use crate::parts::{Icon, Modal, severity_icon, small_icon};
use crate::state::{Action, Dialog, PageProps};
use centering_core::plan::Standing;
use centering_core::problem::Severity;
use yew::prelude::*;

#[component]
pub fn Help(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    // The keys, and what they do.
    type Keys = (&'static [&'static str], &'static str);
    let everywhere: [Keys; 4] = [
        (&["Ctrl+Z"], lang.undo()),
        (&["Ctrl+Y", "Ctrl+Shift+Z"], lang.redo()),
        (&["Ctrl+K"], lang.search()),
        (&["F1"], lang.help_this()),
    ];
    let intake: [Keys; 2] = [
        (&["↑", "↓"], lang.help_rows()),
        (&["Enter"], lang.help_row_enter()),
    ];
    let roster: [Keys; 5] = [
        (&["←", "→", "↑", "↓"], lang.help_walk()),
        (&["Alt+←", "Alt+→"], lang.help_move()),
        (&["Enter"], lang.help_enter()),
        (&["Esc"], lang.help_escape()),
        (&["P"], lang.help_pin()),
    ];
    let parts = [
        (lang.help_everywhere(), &everywhere[..]),
        (lang.intake_page(), &intake[..]),
        (lang.roster_page(), &roster[..]),
    ];
    let keys = |keys: &[&'static str]| {
        html! { { for keys.iter().enumerate().map(|(place, key)| html! {
            <>
                if place > 0 && key.len() > 3 { { " " }<span class="muted">{ lang.or_word() }</span>{ " " } } else if place > 0 { { " " } }
                <kbd>{ *key }</kbd>
            </>
        }) } }
    };
    let table = columns! { Table::of(|(_, text): &Keys| (*text).to_owned()).look("keys-table").scrolls();
        name(lang.help_key(), |(known, _)| keys(known));
        column(lang.help_does(), |(_, text)| *text).class("wrap");
    };
    let mark =
        |drawing: Html, text: &'static str| html! { <li>{ drawing }<span>{ text }</span></li> };
    let session = |class: &'static str, extra: Html| {
        html! {
            <svg class="ch" width="28" height="28" aria-hidden="true"><svg class={class} x="14" y="14" overflow="visible">
                { extra }<circle class="b" r="9" /><text y="4">{ "3" }</text>
            </svg></svg>
        }
    };
    let severity = |severity: Severity, class: &'static str| {
        html! {
            <li><span {class}>{ small_icon(severity_icon(severity)) }{ lang.severity(severity) }</span><span>{ lang.severity_meaning(severity) }</span></li>
        }
    };
    let footer = html! {
        <button type="button" class="btn p" onclick={ctx.on(Action::CloseDialog)}>{ lang.close() }</button>
    };
    html! {
        <Modal title={lang.help()} {lang} onclose={ctx.on(Action::CloseDialog)} wide={true} {footer}>
            <section class="stack t">
                <h3>{ lang.how() }</h3>
                <ol class="lines">
                    { for lang.help_lines().iter().map(|line| html! { <li>{ *line }</li> }) }
                </ol>
            </section>
            <section class="stack t">
                <h3 id="help-keys">{ lang.help_keys() }</h3>
                { table.parts(By::Id("help-keys"), parts) }
            </section>
            <section class="stack t">
                <h3>{ lang.help_marks() }</h3>
                <ul class="marks">
                    { mark(session("m past", Html::default()), lang.standing(Standing::Held)) }
                    { mark(session("m set", Html::default()), lang.standing(Standing::Shared)) }
                    { mark(session("m", Html::default()), lang.standing(Standing::Draft)) }
                    { mark(session("m none", Html::default()), lang.standing(Standing::Undated)) }
                    { mark(session("m set", html! { <circle class="ring" r="12.5" /> }), lang.mark_physician()) }
                    { mark(html! {
                        <svg class="ch" width="28" height="28" aria-hidden="true">
                            <line class="allow" x1="2" x2="26" y1="14" y2="14" /><line class="allow-e" x1="2" x2="2" y1="10" y2="18" />
                            <line class="allow-e" x1="26" x2="26" y1="10" y2="18" /><rect class="pref" x="8" y="10" width="12" height="8" rx="2" />
                        </svg>
                    }, lang.mark_window()) }
                </ul>
                <ul class="marks">
                    { severity(Severity::Error, "st error") }
                    { severity(Severity::Strong, "st warn") }
                    { severity(Severity::Warning, "st warn") }
                    { severity(Severity::Info, "st none") }
                </ul>
            </section>
            <div class="note">
                { small_icon(Icon::Info) }
                <div class="stack xt">
                    <span>{ lang.disclaimer() }{ " " }{ lang.unofficial() }</span>
                    <span>{ lang.help_sources() }</span>
                    <div class="acts">
                        <button type="button" class="link" onclick={ctx.on(Action::Open(Dialog::Privacy))}>{ lang.privacy_link() }</button>
                    </div>
                </div>
            </div>
        </Modal>
    }
}
