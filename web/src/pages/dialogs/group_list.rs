//! Groups that run already, pasted from Excel or from a file: what is read from them is shown before anything is kept.

use crate::pages::import::{list_file, on_file};
use crate::parts::form::{Save, use_form};
use crate::parts::table::{By, Table, columns};
use crate::parts::{Icon, small_icon};
use crate::state::{Action, ListFile, Page, PageProps, Same, Selection};
use centering_core::calendar::Date;
use centering_core::edit::EnteredGroup;
use centering_core::intake::{
    GroupLineFault, GroupList, LONGEST_LOCATION_NAME, Table as Rows, decode, read_groups,
};
use centering_core::plan::{LocationId, Plan};
use centering_words::Lang;
use gloo::file::callbacks::FileReader;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// At most this many lines of a kind are listed.
const MOST_LISTED: usize = 50;

/// The list as it is pasted, and what is said of all of it.
#[derive(Clone, Default)]
struct Draft {
    text: String,
    file: Option<String>,
    location: String,
    are_unknown: bool,
}

#[component]
pub fn GroupListDialog(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let form = use_form(Draft::default);
    let reader = use_mut_ref(|| None::<FileReader>);
    let draft = form.draft();
    let basis = (
        draft.text.clone(),
        draft.location.clone(),
        Same(model.plan.clone()),
        model.today,
    );
    let list = use_memo(basis, |(text, location, plan, today)| {
        read_groups(&Rows::read(text), location, &plan.0, *today)
    });
    let oninput = form
        .on(|draft: &mut Draft, text: String| {
            draft.text = text;
            draft.file = None;
        })
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let onfile = {
        let set = form.on(|draft: &mut Draft, file: ListFile| {
            draft.text = decode(&file.bytes);
            draft.file = Some(file.name);
        });
        on_file(reader, move |file| set.emit(file))
    };
    let save = list.edit(!draft.are_unknown).map(|edit| -> Save {
        let ctx = ctx.clone();
        Callback::from(move |()| {
            ctx.edit_and_close(edit.clone())?;
            ctx.act(Action::GoTo(Page::Groups, Selection::Nothing));
            Ok(())
        })
    });
    let is_wrong = form.is_tried() && list.groups.is_empty();
    let fields = html! {
        <>
            <div class="field">
                <label for="group-list">{ lang.groups_list_label() }</label>
                <textarea id="group-list" class="input paste" rows={if draft.text.is_empty() { "8" } else { "5" }} spellcheck="false" autocomplete="off" autofocus=true
                    aria-describedby="group-list-hint" aria-invalid={is_wrong.then_some("true")} value={draft.text.clone()} {oninput} />
                if is_wrong { <span class="err" role="alert">{ small_icon(Icon::Error) }<span>{ lang.groups_list_nothing() }</span></span> }
                <span class="hint" id="group-list-hint">{ lang.groups_list_hint() }</span>
            </div>
            <div class="acts">
                { list_file(lang, onfile) }
            </div>
            if let Some(file) = &draft.file { <p class="small muted">{ lang.import_file(file) }</p> }
            if list.needs_location || !draft.location.is_empty() {
                { form.text("group-list-location", lang.groups_list_location(), &draft.location, |draft, text| draft.location = text).most(LONGEST_LOCATION_NAME) }
            }
            if !list.groups.is_empty() { { summary(lang, &list) } }
            if list.coming > 0 {
                { form.tick(lang.groups_list_known(), !draft.are_unknown, |draft, known| draft.are_unknown = !known) }
            }
            <p class="small" role="status">
                if !draft.text.trim().is_empty() { { lang.import_lines(list.lines) } }
            </p>
            { faults(lang, &list) }
            { groups(lang, &model.plan, &list, model.today) }
            if !list.dates.is_empty() {
                <details class="more">
                    <summary>{ lang.import_dates(list.dates.len()) }</summary>
                    <ul class="small">
                        { for list.dates.iter().take(MOST_LISTED).map(|read| html! { <li>{ lang.import_read_as(read.line, &read.cell, &lang.day_typed(read.date)) }</li> }) }
                    </ul>
                </details>
            }
        </>
    };
    form.dialog_by(ctx, "group-list-form", lang.add_groups_title(), save)
        .wide()
        .show(fields)
}

fn summary(lang: Lang, list: &GroupList) -> Html {
    let locations: Vec<String> = list.locations.iter().map(|one| one.name.clone()).collect();
    let without: Vec<String> = list
        .without_families
        .iter()
        .map(ToString::to_string)
        .collect();
    html! {
        <div class="note ok">
            { small_icon(Icon::Ok) }
            <div class="stack xt">
                <b>{ lang.groups_list_read(list.groups.len()) }</b>
                <span>
                    if list.new > 0 { { lang.groups_list_new(list.new) }{ " " } }
                    { lang.groups_list_days(list.held, list.coming) }
                </span>
                if !locations.is_empty() { <span>{ lang.import_locations(&lang.list(&locations)) }</span> }
                if !without.is_empty() { <span>{ lang.groups_list_without(&lang.list(&without)) }</span> }
                if !list.dropped.is_empty() { <span>{ lang.import_dropped(&lang.list(&list.dropped)) }</span> }
            </div>
        </div>
    }
}

fn faults(lang: Lang, list: &GroupList) -> Html {
    if list.faults.is_empty() {
        return Html::default();
    }
    let table = columns! { Table::of(|fault: &GroupLineFault| format!("{} {:?}", fault.line, fault.column));
        name(lang.import_where(), |fault| lang.import_mend(&lang.group_column(fault.column), fault.line));
        column(lang.found(), |fault| html! { <q>{ &fault.value }</q> });
        column(lang.expected(), |fault| lang.group_fault(fault.fault)).class("wrap");
    };
    html! {
        <section class="stack t" aria-labelledby="group-faults">
            <div class="note warn">
                { small_icon(Icon::Warn) }
                <div class="stack xt">
                    <b id="group-faults">{ lang.groups_list_faults(list.faults.len()) }</b>
                    <span>{ lang.groups_list_mend() }</span>
                </div>
            </div>
            { table.rows(By::Id("group-faults"), list.faults.iter().take(MOST_LISTED)) }
            if list.faults.len() > MOST_LISTED { <p class="small muted">{ lang.import_more_faults(list.faults.len() - MOST_LISTED) }</p> }
        </section>
    }
}

/// The groups as they are read, with how many of their days are over and the last of all.
fn groups(lang: Lang, plan: &Plan, list: &GroupList, today: Option<Date>) -> Html {
    if list.groups.is_empty() {
        return Html::default();
    }
    let place = |id: &LocationId| {
        let new = list.locations.iter().find(|one| one.id == *id);
        new.map_or_else(|| plan.location_name(id).to_owned(), |one| one.name.clone())
    };
    let days = |one: &EnteredGroup| {
        let days = one.dates.iter();
        let named = days.map(|(number, date)| format!("{number} {}", lang.day_tight(*date, today)));
        named.collect::<Vec<_>>().join(", ")
    };
    let table = columns! { Table::of(|one: &EnteredGroup| one.id.to_string());
        name(lang.layer_missed_heads()[0], |one| one.id.to_string());
        column(lang.location(), |one| place(&one.location));
        column(lang.insp_dates(), days).class("wrap");
    };
    html! { { table.rows(By::Words(lang.groups_page()), list.groups.iter().take(MOST_LISTED)) } }
}
