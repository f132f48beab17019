//! A team that is pasted from Excel: who is read from it is shown before anybody is set.

use crate::parts::form::use_form;
use crate::parts::table::{By, Table, columns};
use crate::parts::{Icon, small_icon};
use crate::state::PageProps;
use centering_core::intake::read_team;
use centering_core::plan::Person;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[component]
pub fn TeamListDialog(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let form = use_form(String::new);
    let text = form.draft();
    let list = read_team(text, plan);
    let edits = (!list.people.is_empty()).then(|| list.edits());
    let oninput = form
        .on(|draft: &mut String, text: String| *draft = text)
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let is_wrong = form.is_tried() && list.people.is_empty();
    let locations = |person: &Person| {
        let names = person.locations.iter().map(|id| plan.location_name(id));
        let names: Vec<&str> = names.collect();
        match names.as_slice() {
            [] => lang.nowhere().to_owned(),
            names => names.join(", "),
        }
    };
    let people = columns! { Table::of(|one: &Person| one.alias.to_string());
        name(lang.person_who(), |one| one.alias.to_string());
        column(lang.person_role(), |one| lang.role(one.role));
        column(lang.person_can(), |one| lang.half_days_short(one.half_days));
        column(lang.person_where(), locations);
    };
    let fields = html! {
        <>
            <div class="field">
                <label for="team-list">{ lang.team_list_label() }</label>
                <textarea id="team-list" class="input paste" rows="6" spellcheck="false" autocomplete="off" autofocus=true
                    aria-describedby="team-list-hint" aria-invalid={is_wrong.then_some("true")} value={text.clone()} {oninput} />
                if is_wrong { <span class="err" role="alert">{ small_icon(Icon::Error) }<span>{ lang.team_list_nobody() }</span></span> }
                <span class="hint" id="team-list-hint">{ lang.team_list_hint() }</span>
            </div>
            <p role="status">
                if !text.is_empty() { { lang.team_list_read(list.people.len(), list.faults.len(), list.dropped) } }
            </p>
            if !list.faults.is_empty() {
                <ul class="rows">
                    { for list.faults.iter().map(|(line, fault)| html! {
                        <li key={*line}><span>{ lang.team_list_line(*line) }{ " " }{ lang.team_fault(*fault) }</span></li>
                    }) }
                </ul>
            }
            if !list.people.is_empty() { { people.rows(By::Words(lang.people_title()), &list.people) } }
        </>
    };
    form.dialog(ctx, "team-list-form", lang.add_team_list(), edits)
        .wide()
        .show(fields)
}
