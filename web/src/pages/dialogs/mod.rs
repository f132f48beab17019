//! Shows the dialog that is open, and holds the small ones: one location, the name of the plan, help,
//! privacy, and the two that ask before something is lost.

mod ask;
mod help;
mod line;
mod location;
mod person;
mod privacy;
mod regroup;
mod rename;
mod room;
mod room_closures;
mod step;
mod take_over;
mod template;
mod working;

pub use location::LocationDialog;
pub use template::TemplateDialog;

use super::PageProps;
use super::family::Family;
use super::import::Import;
use super::settings::SettingsDialog;
use crate::app::Action;
use crate::store::Dialog;
use ask::{Erase, Replace};
use help::Help;
use line::LineDialog;
use person::PersonDialog;
use privacy::Privacy;
use regroup::{MergeDialog, SplitDialog};
use rename::Rename;
use room::RoomDialog;
use step::StepDialog;
use take_over::TakeOver;
use working::Working;
use yew::prelude::*;

#[component]
pub fn Dialogs(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    match &ctx.model.dialog {
        None => Html::default(),
        Some(Dialog::Import(file)) => html! { <Import ctx={ctx.clone()} file={file.clone()} /> },
        Some(Dialog::Family(code)) => html! { <Family ctx={ctx.clone()} code={code.clone()} /> },
        Some(Dialog::Location(id)) => html! {
            <LocationDialog ctx={ctx.clone()} id={id.clone()} onclose={ctx.on(Action::CloseDialog)} />
        },
        Some(Dialog::TakeOver) => html! { <TakeOver ctx={ctx.clone()} /> },
        Some(Dialog::Merge(id)) => html! { <MergeDialog ctx={ctx.clone()} id={id.clone()} /> },
        Some(Dialog::Split(id)) => html! { <SplitDialog ctx={ctx.clone()} id={id.clone()} /> },
        Some(Dialog::Person(id)) => html! { <PersonDialog ctx={ctx.clone()} id={id.clone()} /> },
        Some(Dialog::Room(id)) => html! { <RoomDialog ctx={ctx.clone()} id={id.clone()} /> },
        Some(Dialog::Line(id, place)) => html! {
            <LineDialog ctx={ctx.clone()} id={id.clone()} place={place.clone()} />
        },
        Some(Dialog::Step(id)) => html! { <StepDialog ctx={ctx.clone()} id={id.clone()} /> },
        Some(Dialog::Template) => html! {
            <TemplateDialog ctx={ctx.clone()} onclose={ctx.on(Action::CloseDialog)} />
        },
        Some(Dialog::Settings) => html! { <SettingsDialog ctx={ctx.clone()} /> },
        Some(Dialog::Rename) => html! { <Rename ctx={ctx.clone()} /> },
        Some(Dialog::Help) => html! { <Help ctx={ctx.clone()} /> },
        Some(Dialog::Privacy) => html! { <Privacy ctx={ctx.clone()} /> },
        Some(Dialog::Replace(replacement)) => html! {
            <Replace ctx={ctx.clone()} replacement={replacement.clone()} />
        },
        Some(Dialog::Working) => html! { <Working ctx={ctx.clone()} /> },
        Some(Dialog::Erase) => html! { <Erase ctx={ctx.clone()} /> },
    }
}
