//! Brings a list into the plan: paste it or open a CSV file, see at once what was read and what was not.

use crate::app::Action;
use crate::parts::{Icon, Modal, small_icon};
use crate::store::{Ctx, Dialog, Page, Selection};
use crate::text::Lang;
use centering_core::intake::{Column, Intake, Table, guess_columns, read_enrolments};
use centering_core::plan::Edit;
use gloo::file::callbacks::FileReader;
use std::rc::Rc;
use yew::prelude::*;

/// At most this many lines that cannot be read are listed.
const MOST_FAULTS: usize = 50;

/// A list as it was pasted or read, and what the user said of its columns.
#[derive(Clone, PartialEq)]
struct List {
    file: Option<String>,
    table: Rc<Table>,
    columns: Vec<Column>,
    has_headings: bool,
}

impl List {
    fn read(text: &str, file: Option<String>) -> Self {
        let table = Table::read(text);
        let (columns, has_headings) = guess_columns(&table);
        Self {
            file,
            table: Rc::new(table),
            columns,
            has_headings,
        }
    }

    /// The same list with another meaning of one column; a meaning stands at one column only.
    fn with_column(&self, position: usize, kind: Column) -> Self {
        let columns = self.columns.iter().enumerate().map(|(other, old)| {
            if other == position {
                kind
            } else if *old == kind {
                Column::Ignored
            } else {
                *old
            }
        });
        Self {
            columns: columns.collect(),
            ..self.clone()
        }
    }
}

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
        let file = props.file.clone();
        use_state_eq(move || file.map(|file| List::read(&file.text, Some(file.name.clone()))))
    };
    let location = use_state_eq(String::new);
    let propose = use_state_eq(|| true);
    let reader = use_mut_ref(|| None::<FileReader>);

    let oninput = {
        let list = list.clone();
        Callback::from(move |event: InputEvent| {
            let area: web_sys::HtmlTextAreaElement = event.target_unchecked_into();
            let text = area.value();
            list.set((!text.trim().is_empty()).then(|| List::read(&text, None)));
        })
    };
    let onfile = {
        let list = list.clone();
        on_file(reader, move |file| {
            list.set(Some(List::read(&file.text, Some(file.name))));
        })
    };
    let default_location = (!location.trim().is_empty()).then_some(location.as_str());
    let intake = list.as_ref().map(|list| {
        let List {
            table,
            columns,
            has_headings,
            ..
        } = list;
        read_enrolments(
            table,
            columns,
            *has_headings,
            default_location,
            &ctx.model.plan,
        )
    });
    let count = intake.as_ref().map_or(0, |intake| intake.enrolments.len());
    let onsubmit = {
        let (act, propose, edit) = (ctx.act.clone(), *propose, intake.as_ref().map(Intake::edit));
        // Who looks at the list goes on there.
        let stays = ctx.model.page == Page::Intake && !propose;
        Callback::from(move |_: MouseEvent| {
            if let Some(edit) = &edit {
                let mut edits = vec![edit.clone()];
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
        Callback::from(move |event: Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            propose.set(input.checked());
        })
    };
    let footer = html! {
        <>
            <label class="check push">
                <input type="checkbox" checked={*propose} onchange={onpropose} />{ lang.import_propose() }
            </label>
            <button type="button" class="btn" onclick={ctx.on(Action::CloseDialog)}>{ lang.cancel() }</button>
            <button type="button" class="btn p" disabled={count == 0} onclick={onsubmit}>{ lang.import_do(count) }</button>
        </>
    };
    html! {
        <Modal title={lang.import_title()} close_label={lang.close()} onclose={ctx.on(Action::CloseDialog)} wide={true} {footer}>
            <p>{ lang.import_how() }</p>
            <div class="field">
                <label for="paste">{ lang.import_paste() }</label>
                <textarea id="paste" class="input paste" rows={if list.is_some() { "4" } else { "8" }} spellcheck="false"
                    autocomplete="off" autofocus=true aria-describedby="paste-hint" {oninput} />
                <span class="hint" id="paste-hint">{ lang.import_columns_hint() }</span>
            </div>
            <div class="acts">
                <label class="btn filebtn">
                    <input type="file" class="sr" accept=".csv,.txt,text/csv" onchange={onfile} />
                    { small_icon(Icon::Open) }{ lang.import_open() }
                </label>
                <button type="button" class="btn q" onclick={ctx.on(Action::Open(Dialog::Family(None)))}>{ lang.import_by_hand() }</button>
            </div>
            <div class="stack" aria-live="polite">
                if let (Some(read), Some(intake)) = (&*list, &intake) {
                    if let Some(file) = &read.file {
                        <p class="small muted">{ lang.import_file(file) }</p>
                    }
                    { summary(lang, intake) }
                    { faults(lang, intake) }
                    { columns(lang, read, &list) }
                    if !read.columns.contains(&Column::Location) {
                        <div class="field">
                            <label for="default-location">{ lang.import_location() }</label>
                            <input id="default-location" class="input" value={(*location).clone()} oninput={onlocation} autocomplete="off" />
                        </div>
                    }
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
                if intake.replaced > 0 { <span>{ lang.import_replaced(intake.replaced) }</span> }
                if !names.is_empty() { <span>{ lang.import_locations(&lang.list(&names)) }</span> }
                if !intake.dropped.is_empty() { <span>{ lang.import_dropped(&lang.list(&intake.dropped)) }</span> }
            </div>
        </div>
    }
}

fn faults(lang: Lang, intake: &Intake) -> Html {
    if intake.faults.is_empty() {
        return Html::default();
    }
    html! {
        <section class="stack t" aria-labelledby="faults">
            <div class="note warn">
                { small_icon(Icon::Warn) }
                <div class="stack xt">
                    <b id="faults">{ lang.import_faults(intake.faults.len()) }</b>
                    <span>{ lang.import_faults_hint() }</span>
                </div>
            </div>
            <div class="tw" tabindex="0" role="region" aria-labelledby="faults">
                <table class="tb">
                    <thead><tr>
                        <th scope="col" class="num">{ lang.line() }</th>
                        <th scope="col">{ lang.column() }</th>
                        <th scope="col">{ lang.found() }</th>
                        <th scope="col">{ lang.expected() }</th>
                    </tr></thead>
                    <tbody>
                        { for intake.faults.iter().take(MOST_FAULTS).map(|fault| html! {
                            <tr>
                                <td class="num">{ fault.line }</td>
                                <td>{ lang.column_name(fault.column) }</td>
                                <td>
                                    if fault.value.is_empty() { <i class="muted">{ lang.nothing_there() }</i> }
                                    else { <q>{ &fault.value }</q> }
                                </td>
                                <td class="wrap">{ lang.line_fault(fault) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            if intake.faults.len() > MOST_FAULTS {
                <p class="small muted">{ lang.import_more_faults(intake.faults.len() - MOST_FAULTS) }</p>
            }
        </section>
    }
}

/// What each column holds, to be corrected where the planner guessed wrong.
fn columns(lang: Lang, read: &List, list: &UseStateHandle<Option<List>>) -> Html {
    let first_row = read.table.rows.first();
    let fields = read.columns.iter().enumerate().map(|(position, kind)| {
        let heading = first_row
            .filter(|_| read.has_headings)
            .and_then(|row| row.cells.get(position))
            .filter(|heading| !heading.is_empty())
            .cloned()
            .unwrap_or_else(|| lang.import_column_number(position + 1));
        let onchange = {
            let (list, read) = (list.clone(), read.clone());
            Callback::from(move |event: Event| {
                let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
                let chosen = usize::try_from(select.selected_index())
                    .ok()
                    .and_then(|index| Column::KEPT.get(index).copied())
                    .unwrap_or(Column::Ignored);
                list.set(Some(read.with_column(position, chosen)));
            })
        };
        let id = format!("column-{position}");
        html! {
            <div class="field" key={position}>
                <label for={id.clone()}>{ heading }</label>
                <select {id} class="select" {onchange}>
                    { for Column::KEPT.into_iter().chain([Column::Ignored]).map(|column| html! {
                        <option selected={column == *kind}>{ lang.column_name(column) }</option>
                    }) }
                </select>
            </div>
        }
    });
    html! {
        <details class="more">
            <summary>{ lang.import_columns() }</summary>
            <div class="fields">{ for fields }</div>
        </details>
    }
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ListFile {
    pub name: String,
    pub text: String,
}

/// A callback for a file input: reads the chosen file as text.
fn on_file(
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
                let text = decode(&bytes);
                then(ListFile { name, text });
            }
        }));
        // The same file can be chosen again after it was corrected.
        input.set_value("");
    })
}

/// Text of a file: UTF-8, or else the code page in which Excel saves on Windows.
fn decode(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    web_sys::TextDecoder::new_with_label("windows-1252")
        .and_then(|decoder| decoder.decode_with_u8_array(bytes))
        .unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned())
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
        let is_plan = file
            .text
            .trim_start_matches('\u{feff}')
            .trim_start()
            .starts_with('{');
        act.emit(if is_plan {
            Action::FileText(Rc::from(file.text))
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
