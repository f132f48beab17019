//! Brings a list into the plan: paste it or open a CSV file, answer what it leaves open, see at once what was read
//! and what was not.

use super::list::{List, line_count, questions, use_intake, why_off, why_off_id};
use crate::app::Action;
use crate::parts::{Icon, Modal, small_icon};
use crate::store::{Ctx, Dialog, Page, Selection};
use crate::text::Lang;
use centering_core::intake::{Column, Intake, LONGEST_LOCATION_NAME};
use centering_core::plan::Edit;
use gloo::file::callbacks::FileReader;
use std::rc::Rc;
use yew::prelude::*;

/// At most this many lines that cannot be read are listed.
const MOST_FAULTS: usize = 50;

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
        use_state_eq(move || file.map(|file| List::read(&file.text, Some(file.name), &plan)))
    };
    let location = use_state_eq(String::new);
    let propose = use_state_eq(|| true);
    let reader = use_mut_ref(|| None::<FileReader>);

    let oninput = {
        let (list, plan) = (list.clone(), ctx.model.plan.clone());
        Callback::from(move |event: InputEvent| {
            let area: web_sys::HtmlTextAreaElement = event.target_unchecked_into();
            let text = area.value();
            list.set((!text.trim().is_empty()).then(|| List::read(&text, None, &plan)));
        })
    };
    let onfile = {
        let (list, plan) = (list.clone(), ctx.model.plan.clone());
        on_file(reader, move |file| {
            list.set(Some(List::read(&file.text, Some(file.name), &plan)));
        })
    };
    let onlist = {
        let list = list.clone();
        Callback::from(move |changed: List| list.set(Some(changed)))
    };
    let intake = use_intake(&list, &location, ctx);
    let intake = intake.as_ref().as_ref();
    let edit = intake.and_then(Intake::edit);
    let count = intake
        .filter(|intake| !intake.is_open)
        .map_or(0, |intake| intake.enrolments.len());
    let onsubmit = {
        let (act, propose) = (ctx.act.clone(), *propose);
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
            { why_off(lang, intake) }
            <button type="button" class="btn p" disabled={count == 0} aria-describedby={why_off_id(intake)} onclick={onsubmit}>{ lang.import_do(count) }</button>
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
                        { summary(lang, intake) }
                    }
                    { line_count(lang, intake) }
                    if !intake.is_open {
                        { faults(lang, intake) }
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
                                <td>{ lang.fault_column(fault.column) }</td>
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
fn columns(lang: Lang, read: &List, onlist: &Callback<List>) -> Html {
    let fields = read
        .reading
        .columns
        .iter()
        .enumerate()
        .map(|(position, kind)| {
            let onchange = {
                let (onlist, read) = (onlist.clone(), read.clone());
                Callback::from(move |event: Event| {
                    let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
                    let chosen = usize::try_from(select.selected_index())
                        .ok()
                        .and_then(|index| Column::KEPT.get(index).copied())
                        .unwrap_or(Column::Ignored);
                    let reading = read.reading.clone().with_column(position, chosen);
                    onlist.emit(read.with(reading));
                })
            };
            let id = format!("column-{position}");
            html! {
                <div class="field" key={position}>
                    <label for={id.clone()}>{ read.column_label(lang, position) }</label>
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
