//! Brings a list into the plan: paste it or open a CSV file, answer what it leaves open, see at once what was read
//! and what was not.

use super::list::{
    Faults, List, MOST_LISTED, Mended, Wrong, dates, line_count, more, questions, use_intake,
    why_off, why_off_id,
};
use crate::parts::form::choose;
use crate::parts::table::{By, Table};
use crate::parts::{Icon, Modal, setter, small_icon, ticked};
use crate::state::{Action, Ctx, Dialog, ListFile, Page, Selection};
use centering_core::edit::Edit;
use centering_core::intake::{Column, Intake, LONGEST_LOCATION_NAME, Replaced};
use centering_core::plan::Plan;
use centering_words::Lang;
use gloo::file::callbacks::FileReader;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ImportProps {
    pub ctx: Ctx,
    /// A list that was opened as a file before the dialog.
    pub file: Option<ListFile>,
}

/// The dialog in which a list is pasted or opened.
#[component]
pub fn Import(props: &ImportProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let list = {
        let (file, plan) = (props.file.clone(), ctx.model.plan.clone());
        use_state_eq(move || file.map(|file| List::open(&file, &plan)))
    };
    let location = use_state_eq(String::new);
    let propose = use_state_eq(|| true);
    let reader = use_mut_ref(|| None::<FileReader>);

    let oninput = {
        let (list, plan) = (list.clone(), ctx.model.plan.clone());
        Callback::from(move |event: InputEvent| list.set(List::pasted(&event, &plan)))
    };
    let onfile = {
        let (list, plan) = (list.clone(), ctx.model.plan.clone());
        on_file(reader, move |file| {
            list.set(Some(List::open(&file, &plan)));
        })
    };
    let onlist = setter(&list).reform(Some);
    let intake = use_intake(&list, &location, ctx);
    let intake = intake.as_ref().as_ref();
    let edits = intake.and_then(Intake::edits);
    let count = intake
        .filter(|intake| !intake.is_open)
        .map_or(0, |intake| intake.enrolments.len());
    let onsubmit = {
        let (act, propose) = (ctx.act.clone(), *propose);
        // Who looks at the list goes on there.
        let stays = ctx.model.page == Page::Intake && !propose;
        Callback::from(move |_: MouseEvent| {
            if let Some(edits) = &edits {
                let mut edits = edits.clone();
                edits.extend(propose.then_some(Edit::Propose));
                act.emit(Action::edits(edits));
                if stays {
                    act.emit(Action::CloseDialog);
                } else {
                    act.emit(Action::GoTo(Page::Groups, Selection::Nothing));
                }
            }
        })
    };
    let onlocation = {
        let location = location.clone();
        Callback::from(move |event: InputEvent| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            location.set(input.value());
        })
    };
    let onpropose = {
        let propose = propose.clone();
        Callback::from(move |event: Event| propose.set(ticked(&event)))
    };
    let footer = html! {
        <>
            <label class="check push">
                <input type="checkbox" checked={*propose} onchange={onpropose} />{ lang.import_propose() }
            </label>
            <button type="button" class="btn" onclick={ctx.on(Action::CloseDialog)}>{ lang.cancel() }</button>
            { why_off(lang, intake) }
            <button type="button" class="btn p" disabled={count == 0} aria-describedby={why_off_id(intake)} onclick={onsubmit}>{ match count {
                0 => lang.import_do_none().to_owned(),
                _ => lang.import_do(count),
            } }</button>
        </>
    };
    html! {
        <Modal title={lang.import_title()} {lang} onclose={ctx.on(Action::CloseDialog)} wide={true} {footer}>
            <p>{ lang.import_how() }</p>
            <div class="field">
                <label for="paste">{ lang.import_paste() }</label>
                <textarea id="paste" class="input paste" rows={if list.is_some() { "4" } else { "8" }} spellcheck="false"
                    autocomplete="off" autofocus=true aria-describedby="paste-hint" {oninput} />
                <span class="hint" id="paste-hint">{ lang.import_columns_hint() }</span>
            </div>
            <div class="acts">
                { list_file(lang, onfile) }
                <button type="button" class="btn q" onclick={ctx.on(Action::Open(Dialog::Family(None)))}>{ lang.import_by_hand() }</button>
            </div>
            <div class="stack">
                if let (Some(read), Some(intake)) = (&*list, intake) {
                    if let Some(file) = &read.file {
                        <p class="small muted">{ lang.import_file(file) }</p>
                    }
                    { questions(lang, read, intake, &onlist) }
                    if read.reading.position(Column::Location).is_none() {
                        <div class="field">
                            <label for="default-location">{ lang.import_location() }</label>
                            <input id="default-location" class="input" value={(*location).clone()} oninput={onlocation} autocomplete="off"
                                maxlength={LONGEST_LOCATION_NAME.to_string()} />
                        </div>
                    }
                    if !intake.is_open {
                        { faults(ctx, read, intake, &onlist) }
                        { summary(lang, intake) }
                    }
                }
                { line_count(lang, intake.map(|intake| (intake.lines, intake.is_open))) }
                if let (Some(read), Some(intake)) = (&*list, intake) {
                    if !intake.is_open {
                        { replaced(lang, &ctx.model.plan, intake) }
                        { dates(lang, &intake.dates) }
                    }
                    { columns(lang, read, &onlist) }
                }
            </div>
        </Modal>
    }
}

fn summary(lang: Lang, intake: &Intake) -> Html {
    let names: Vec<String> = intake
        .locations
        .iter()
        .map(|one| one.name.clone())
        .collect();
    let kind = if intake.enrolments.is_empty() {
        "note"
    } else {
        "note ok"
    };
    html! {
        <div class={kind}>
            { small_icon(if intake.enrolments.is_empty() { Icon::Info } else { Icon::Ok }) }
            <div class="stack xt">
                <b>{ lang.import_good(intake.enrolments.len()) }</b>
                if intake.became_due > 0 { <span>{ lang.import_became_due(intake.became_due) }</span> }
                if intake.known > intake.replaced.len() { <span>{ lang.import_known(intake.known - intake.replaced.len()) }</span> }
                if !intake.groups.is_empty() { <span>{ lang.import_groups(intake.groups.len()) }</span> }
                if !names.is_empty() { <span>{ lang.import_locations(&lang.list(&names)) }</span> }
                if !intake.dropped.is_empty() { <span>{ lang.import_dropped(&lang.list(&intake.dropped)) }</span> }
            </div>
        </div>
    }
}

/// The lines that cannot be read.
fn faults(ctx: &Ctx, read: &List, intake: &Intake, onlist: &Callback<List>) -> Html {
    let lang = ctx.model.lang;
    let wrong = intake.faults.iter().map(|fault| Wrong {
        line: fault.line,
        position: fault.position,
        column: lang.fault_column(fault.column).to_owned(),
        value: fault.value.clone(),
        why: lang.line_fault(fault),
    });
    let onmend = {
        let read = read.clone();
        onlist.reform(move |mended: Mended| read.mended(&mended))
    };
    html! { <Faults {lang} act={ctx.act.clone()} title={lang.import_faults(intake.faults.len())} faults={wrong.collect::<Vec<_>>()} {onmend} /> }
}

/// The families of the plan that the list changes, as they are and as they would be.
fn replaced(lang: Lang, plan: &Plan, intake: &Intake) -> Html {
    if intake.replaced.is_empty() {
        return Html::default();
    }
    let changes = intake.replaced.iter().take(MOST_LISTED);
    let cells = changes.flat_map(|changed: &Replaced| {
        let columns = changed.columns().into_iter().map(|column| {
            // A due date that becomes a birth date is one change of the date.
            if column == Column::Provisional {
                Column::Birth
            } else {
                column
            }
        });
        let columns: BTreeSet<Column> = columns.collect();
        columns.into_iter().map(move |column| (changed, column))
    });
    let value = |changed: &Replaced, family, column| {
        let new = (intake.locations.iter()).find(|one| one.id == changed.after.location);
        lang.import_value(plan, new, family, column)
    };
    let table = Table::of(|(changed, column): &(&Replaced, Column)| {
        format!("{} {column:?}", changed.before.code)
    })
    .name(lang.code(), |(changed, _)| changed.before.code.to_string())
    .column(lang.import_what(), |(_, column)| lang.column_name(*column))
    .column(lang.import_now(), |(changed, column)| {
        value(changed, &changed.before, *column)
    })
    .class("wrap")
    .column(lang.import_then(), |(changed, column)| {
        value(changed, &changed.after, *column)
    })
    .class("wrap");
    html! {
        <section class="stack t" aria-labelledby="replaced">
            <div class="note warn">
                { small_icon(Icon::Warn) }
                <b id="replaced">{ lang.import_replaced(intake.replaced.len()) }</b>
            </div>
            { table.rows(By::Id("replaced"), cells) }
            { more(lang, intake.replaced.len()) }
        </section>
    }
}

/// What each column holds, to be corrected where the planner guessed wrong.
fn columns(lang: Lang, read: &List, onlist: &Callback<List>) -> Html {
    let fields = read
        .reading
        .columns
        .iter()
        .enumerate()
        .map(|(position, kind)| {
            let onchoose = {
                let (onlist, read) = (onlist.clone(), read.clone());
                Callback::from(move |chosen: Column| {
                    let reading = read.reading.clone().with_column(position, chosen);
                    onlist.emit(read.with(reading));
                })
            };
            let columns = Column::KEPT.into_iter().chain([Column::Ignored]);
            choose(columns, kind, |column| lang.column_name(*column), onchoose).field(
                format!("column-{position}"),
                read.column_label(lang, position),
            )
        });
    html! {
        <details class="more">
            <summary>{ lang.import_columns() }</summary>
            <div class="fields">{ for fields }</div>
        </details>
    }
}

/// The button that opens a list from a file.
pub fn list_file(lang: Lang, onchange: Callback<Event>) -> Html {
    html! {
        <label class="btn filebtn">
            <input type="file" class="sr" accept=".csv,.txt,text/csv" {onchange} />
            { small_icon(Icon::Open) }{ lang.import_open() }
        </label>
    }
}

/// A callback for a file input: reads the chosen file.
pub fn on_file(
    reader: Rc<std::cell::RefCell<Option<FileReader>>>,
    then: impl Fn(ListFile) + Clone + 'static,
) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        let (name, then) = (file.name(), then.clone());
        let blob = gloo::file::Blob::from(web_sys::Blob::from(file));
        *reader.borrow_mut() = Some(gloo::file::callbacks::read_as_bytes(&blob, move |bytes| {
            if let Ok(bytes) = bytes {
                let bytes = Rc::from(bytes);
                then(ListFile { name, bytes });
            }
        }));
        // The same file can be chosen again after it was corrected.
        input.set_value("");
    })
}

#[derive(PartialEq, Properties)]
pub struct OpenFileProps {
    pub act: Callback<Action>,
    pub class: AttrValue,
    pub children: Html,
}

/// A file input that looks like a button and opens a plan or a list.
#[component]
pub fn OpenFile(props: &OpenFileProps) -> Html {
    let reader = use_mut_ref(|| None::<FileReader>);
    let act = props.act.clone();
    let onchange = on_file(reader, move |file| {
        let text = file.bytes.strip_prefix("\u{feff}".as_bytes());
        let text = text.unwrap_or(&file.bytes).trim_ascii_start();
        act.emit(if text.starts_with(b"{") {
            Action::FileText(String::from_utf8_lossy(text).into())
        } else {
            Action::Open(Dialog::Import(Some(file)))
        });
    });
    html! {
        <label class={classes!("filebtn", props.class.to_string())}>
            <input type="file" class="sr" accept=".json,.csv,.txt,application/json,text/csv" {onchange} />
            { props.children.clone() }
        </label>
    }
}
