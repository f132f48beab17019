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
use crate::state::{Ctx, Dialog};
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

/// The open dialogs of a part of the program, each over the one before it; `draw` gives nothing for the dialogs of other
/// parts.
fn open(ctx: &Ctx, draw: fn(&Ctx, &Dialog) -> Option<Html>) -> Html {
    let dialogs = ctx.model.dialogs.iter().enumerate();
    dialogs
        .filter_map(|(place, dialog)| {
            let drawn = draw(ctx, dialog)?;
            Some(html! { <key={place}>{ drawn }</> })
        })
        .collect()
}

/// The dialogs that are opened often.
pub fn dialogs(ctx: &Ctx) -> Html {
    open(ctx, |ctx, dialog| {
        Some(match dialog {
            Dialog::Family(code) => html! { <Family ctx={ctx.clone()} code={code.clone()} /> },
            Dialog::Location(id) => html! {
                <LocationDialog ctx={ctx.clone()} id={id.clone()} />
            },
            Dialog::Invitation(id) => {
                html! { <InvitationDialog ctx={ctx.clone()} id={id.clone()} /> }
            }
            Dialog::Person(id) => html! { <PersonDialog ctx={ctx.clone()} id={id.clone()} /> },
            Dialog::Held(group, only) => html! {
                <HeldDialog ctx={ctx.clone()} group={group.clone()} only={*only} />
            },
            Dialog::Room(id) => html! { <RoomDialog ctx={ctx.clone()} id={id.clone()} /> },
            Dialog::Line(id, place) => html! {
                <LineDialog ctx={ctx.clone()} id={id.clone()} place={place.clone()} />
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
            // A new dialog is drawn here or in one of those below, and `Dialog::part` says where.
            Dialog::Import(_)
            | Dialog::TakeOver
            | Dialog::TeamList
            | Dialog::GroupList
            | Dialog::Merge(_)
            | Dialog::Split(_)
            | Dialog::Step(_)
            | Dialog::Template => return None,
        })
    })
}

/// The dialogs in which a list is read.
pub fn list_dialogs(ctx: &Ctx) -> Html {
    open(ctx, |ctx, dialog| match dialog {
        Dialog::Import(file) => Some(html! { <Import ctx={ctx.clone()} file={file.clone()} /> }),
        Dialog::TakeOver => Some(html! { <TakeOver ctx={ctx.clone()} /> }),
        Dialog::TeamList => Some(html! { <TeamListDialog ctx={ctx.clone()} /> }),
        Dialog::GroupList => Some(html! { <GroupListDialog ctx={ctx.clone()} /> }),
        _ => None,
    })
}

/// The dialogs that are seldom opened.
pub fn rare_dialogs(ctx: &Ctx) -> Html {
    open(ctx, |ctx, dialog| match dialog {
        Dialog::Merge(id) => Some(html! { <MergeDialog ctx={ctx.clone()} id={id.clone()} /> }),
        Dialog::Split(id) => Some(html! { <SplitDialog ctx={ctx.clone()} id={id.clone()} /> }),
        Dialog::Step(id) => Some(html! { <StepDialog ctx={ctx.clone()} id={id.clone()} /> }),
        Dialog::Template => Some(html! { <TemplateDialog ctx={ctx.clone()} /> }),
        _ => None,
    })
}
