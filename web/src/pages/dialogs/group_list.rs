//! Groups that run already, pasted from Excel or from a file: what is read from them is shown before anything is kept.

use crate::pages::import::{list_file, on_file};
use crate::pages::list::{
    Faults, List, MOST_LISTED, Mended, Wrong, about_cells, dates, line_count,
};
use crate::parts::form::{Save, use_form};
use crate::parts::table::{By, Table, columns};
use crate::parts::{Icon, small_icon};
use crate::state::{Action, Ctx, ListFile, Page, PageProps, Same, Selection};
use centering_core::calendar::Date;
use centering_core::edit::EnteredGroup;
use centering_core::intake::{GroupList, GroupReading, LONGEST_LOCATION_NAME, read_groups};
use centering_core::plan::{LocationId, Plan, Standing};
use centering_words::Lang;
use gloo::file::callbacks::FileReader;
use yew::prelude::*;

/// The list as it is pasted, and what is said of all of it.
#[derive(Clone, Default)]
struct Draft {
    list: Option<List<GroupReading>>,
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
        draft.list.clone(),
        draft.location.clone(),
        Same(model.plan.clone()),
        model.today,
    );
    let groups = use_memo(basis, |(list, location, plan, today)| {
        let list = list.as_ref()?;
        let reading = list.located(location);
        Some(read_groups(&list.table, &reading, &plan.0, *today))
    });
    let groups = groups.as_ref().as_ref();
    let set = form.on(|draft: &mut Draft, list: Option<List<GroupReading>>| draft.list = list);
    let oninput = {
        let plan = model.plan.clone();
        set.reform(move |event: InputEvent| List::pasted(&event, &plan))
    };
    let onfile = {
        let (set, plan) = (set.clone(), model.plan.clone());
        on_file(reader, move |file: ListFile| {
            set.emit(Some(List::open(&file, &plan)))
        })
    };
    let onlist = set.reform(Some);
    let edit = groups.and_then(|groups| groups.edit(!draft.are_unknown));
    let save = edit.map(|edit| -> Save {
        let ctx = ctx.clone();
        Callback::from(move |()| {
            ctx.edit_and_close(edit.clone())?;
            ctx.act(Action::GoTo(Page::Groups, Selection::Nothing));
            Ok(())
        })
    });
    let is_wrong = form.is_tried() && save.is_none();
    let why = match groups {
        Some(groups) if groups.is_open => lang.import_answer_first(groups.questions.len().max(1)),
        _ => lang.groups_list_nothing().to_owned(),
    };
    let needs_location = groups.is_some_and(|groups| groups.needs_location);
    let fields = html! {
        <>
            <div class="field">
                <label for="group-list">{ lang.groups_list_label() }</label>
                <textarea id="group-list" class="input paste" rows={if draft.list.is_none() { "8" } else { "5" }} spellcheck="false" autocomplete="off" autofocus=true
                    aria-describedby="group-list-hint" aria-invalid={is_wrong.then_some("true")} {oninput} />
                if is_wrong { <span class="err" role="alert">{ small_icon(Icon::Error) }<span>{ why }</span></span> }
                <span class="hint" id="group-list-hint">{ lang.groups_list_hint() }</span>
            </div>
            <div class="acts">
                { list_file(lang, onfile) }
            </div>
            if let Some(file) = draft.list.as_ref().and_then(|list| list.file.as_ref()) {
                <p class="small muted">{ lang.import_file(file) }</p>
            }
            if let (Some(list), Some(groups)) = (&draft.list, groups) {
                { about_cells(lang, list, &groups.questions, &onlist) }
            }
            if needs_location || !draft.location.is_empty() {
                { form.text("group-list-location", lang.groups_list_location(), &draft.location, |draft, text| draft.location = text).most(LONGEST_LOCATION_NAME) }
            }
            if let Some(groups) = groups.filter(|groups| !groups.is_open) {
                if !groups.groups.is_empty() { { summary(lang, groups) } }
                if groups.coming > 0 {
                    { form.tick(lang.groups_list_known(), !draft.are_unknown, |draft, known| draft.are_unknown = !known) }
                }
            }
            { line_count(lang, groups.map(|groups| (groups.lines, groups.is_open))) }
            if let (Some(list), Some(groups)) = (&draft.list, groups.filter(|groups| !groups.is_open)) {
                { faults(&props.ctx, list, groups, &onlist) }
                { table(lang, &model.plan, groups, model.today) }
                { dates(lang, &groups.dates) }
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
                    if list.lapsed > 0 { { " " }{ lang.groups_list_lapsed(list.lapsed) } }
                </span>
                if !locations.is_empty() { <span>{ lang.import_locations(&lang.list(&locations)) }</span> }
                if !without.is_empty() { <span>{ lang.groups_list_without(&lang.list(&without)) }</span> }
                if !list.dropped.is_empty() { <span>{ lang.import_dropped(&lang.list(&list.dropped)) }</span> }
            </div>
        </div>
    }
}

/// The cells that cannot be read.
fn faults(
    ctx: &Ctx,
    list: &List<GroupReading>,
    groups: &GroupList,
    onlist: &Callback<List<GroupReading>>,
) -> Html {
    let lang = ctx.model.lang;
    let wrong = groups.faults.iter().map(|fault| Wrong {
        line: fault.line,
        position: fault.position,
        column: lang.group_column(fault.column),
        value: fault.value.clone(),
        why: lang.group_fault(fault.fault),
    });
    let onmend = {
        let list = list.clone();
        onlist.reform(move |mended: Mended| list.mended(&mended))
    };
    html! { <Faults {lang} act={ctx.act.clone()} title={lang.groups_list_faults(groups.faults.len())} faults={wrong.collect::<Vec<_>>()} {onmend} /> }
}

/// The groups as they are read, with how many of their days are over and the last of all.
fn table(lang: Lang, plan: &Plan, list: &GroupList, today: Option<Date>) -> Html {
    if list.groups.is_empty() {
        return Html::default();
    }
    let place = |id: &LocationId| {
        let new = list.locations.iter().find(|one| one.id == *id);
        new.map_or_else(|| plan.location_name(id).to_owned(), |one| one.name.clone())
    };
    let days = |one: &EnteredGroup| {
        let days = one.dates.iter();
        let days = days.filter(|(number, _)| !one.lapsed.contains(number));
        let named = days.map(|(number, date)| format!("{number} {}", lang.day_tight(*date, today)));
        let lapsed = one.lapsed.iter();
        let lapsed =
            lapsed.map(|number| format!("{number} {}", lang.standing(Standing::Cancelled)));
        named.chain(lapsed).collect::<Vec<_>>().join(", ")
    };
    let table = columns! { Table::of(|one: &EnteredGroup| one.id.to_string());
        name(lang.layer_missed_heads()[0], |one| one.id.to_string());
        column(lang.location(), |one| place(&one.location));
        column(lang.insp_dates(), days).class("wrap");
    };
    html! { { table.rows(By::Words(lang.groups_page()), list.groups.iter().take(MOST_LISTED)) } }
}
