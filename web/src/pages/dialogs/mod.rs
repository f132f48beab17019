//! Shows the dialog that is open, and holds the small ones: one location, the name of the plan, help,
//! privacy, and the two that ask before something is lost.

mod ask;
mod group_list;
mod held;
mod help;
mod invitation;
mod line;
mod location;
mod person;
mod privacy;
mod regroup;
mod rename;
mod room;
mod search;
mod step;
mod take_over;
mod team_list;
mod template;
mod working;

use super::family::Family;
use super::import::Import;
use super::settings::SettingsDialog;
use crate::state::{Ctx, Dialog, PageProps};
use ask::{Erase, Replace};
use group_list::GroupListDialog;
use held::HeldDialog;
use help::Help;
use invitation::InvitationDialog;
use line::LineDialog;
use location::LocationDialog;
use person::PersonDialog;
use privacy::Privacy;
pub use regroup::date_changes;
use regroup::{MergeDialog, SplitDialog};
use rename::Rename;
use room::RoomDialog;
use search::Search;
use step::StepDialog;
use take_over::TakeOver;
use team_list::TeamListDialog;
use template::TemplateDialog;
use working::Working;
use yew::prelude::*;

/// Every dialog that is open, each over the one before it.
#[component]
pub fn Dialogs(props: &PageProps) -> Html {
    let open = props.ctx.model.dialogs.iter().enumerate();
    open.map(|(place, dialog)| html! { <key={place}>{ draw(&props.ctx, dialog) }</> })
        .collect()
}

fn draw(ctx: &Ctx, dialog: &Dialog) -> Html {
    match dialog {
        Dialog::Import(file) => html! { <Import ctx={ctx.clone()} file={file.clone()} /> },
        Dialog::Family(code) => html! { <Family ctx={ctx.clone()} code={code.clone()} /> },
        Dialog::Location(id) => html! {
            <LocationDialog ctx={ctx.clone()} id={id.clone()} />
        },
        Dialog::TakeOver => html! { <TakeOver ctx={ctx.clone()} /> },
        Dialog::Invitation(id) => html! { <InvitationDialog ctx={ctx.clone()} id={id.clone()} /> },
        Dialog::Merge(id) => html! { <MergeDialog ctx={ctx.clone()} id={id.clone()} /> },
        Dialog::Split(id) => html! { <SplitDialog ctx={ctx.clone()} id={id.clone()} /> },
        Dialog::Person(id) => html! { <PersonDialog ctx={ctx.clone()} id={id.clone()} /> },
        Dialog::TeamList => html! { <TeamListDialog ctx={ctx.clone()} /> },
        Dialog::GroupList => html! { <GroupListDialog ctx={ctx.clone()} /> },
        Dialog::Held(group, only) => html! {
            <HeldDialog ctx={ctx.clone()} group={group.clone()} only={*only} />
        },
        Dialog::Room(id) => html! { <RoomDialog ctx={ctx.clone()} id={id.clone()} /> },
        Dialog::Line(id, place) => html! {
            <LineDialog ctx={ctx.clone()} id={id.clone()} place={place.clone()} />
        },
        Dialog::Step(id) => html! { <StepDialog ctx={ctx.clone()} id={id.clone()} /> },
        Dialog::Template => html! {
            <TemplateDialog ctx={ctx.clone()} />
        },
        Dialog::Settings => html! { <SettingsDialog ctx={ctx.clone()} /> },
        Dialog::Rename => html! { <Rename ctx={ctx.clone()} /> },
        Dialog::Search => html! { <Search ctx={ctx.clone()} /> },
        Dialog::Help => html! { <Help ctx={ctx.clone()} /> },
        Dialog::Privacy => html! { <Privacy ctx={ctx.clone()} /> },
        Dialog::Replace(replacement) => html! {
            <Replace ctx={ctx.clone()} replacement={replacement.clone()} />
        },
        Dialog::Working => html! { <Working ctx={ctx.clone()} /> },
        Dialog::Erase => html! { <Erase ctx={ctx.clone()} /> },
    }
}
