//! All enrolments as a table that is filtered, sorted and edited in place; only the rows near the screen are
//! drawn. A line above it adds a family without leaving the keyboard.

use super::facts::{Column, Filter, Kept, RowFacts, Sort, States};
use super::row::{COLUMNS, Row, chosen};
use crate::action_edits;
use crate::app::Action;
use crate::parts::{Icon, Rows, small_icon, use_rows};
use crate::store::{Ctx, Same};
use centering_core::cohort::IntakeState;
use centering_core::plan::{LocationId, Route};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct TableProps {
    pub ctx: Ctx,
    pub states: Rc<States>,
    pub location: Option<LocationId>,
}
