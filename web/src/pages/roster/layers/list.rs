//! The lists of the layers: a heading, what it says, a button that copies it, and its table.

use crate::parts::CopyButton;
use crate::parts::table::{LongTable, Table, panel};
use crate::state::Action;
use crate::state::{Ctx, Same, Selection};
use centering_core::calendar::{Date, DateRange};
use centering_core::plan::Plan;
use centering_words::Lang;
use std::rc::Rc;
use yew::prelude::*;

/// What the list of a layer has a row of.
pub trait Listed: Clone + PartialEq + 'static {
    /// Of its heading; unique on the screen.
    const ID: &'static str;

    fn title(lang: Lang) -> &'static str;

    /// What the list says beside its heading.
    fn text(lang: Lang, all: &[Self]) -> String;

    /// The bijeenkomst that a row goes to.
    fn go_to(&self) -> Option<Selection>;

    fn table(words: Words) -> Table<'static, Self>;
}

/// What a row is put in words with.
#[derive(Clone)]
pub struct Words {
    pub lang: Lang,
    /// A day in the year of which the year is not said.
    pub near: Option<Date>,
    pub plan: Rc<Plan>,
    pub act: Callback<Action>,
}

impl Words {
    /// A table of rows that this tells apart, beginning with a column that goes to the bijeenkomst of a row.
    pub fn table<T: Listed>(
        &self,
        key: impl Fn(&T) -> String + 'static,
        head: &'static str,
        name: impl Fn(&T) -> String + Clone + 'static,
    ) -> Table<'static, T> {
        let act = self.act.clone();
        let go = move |item: &T| {
            let target = item.go_to()?;
            Some(act.reform(move |_: MouseEvent| Action::Select(target.clone())))
        };
        let table = Table::of(key).look("layer").choosable();
        table.button(head, name.clone(), go).copied(name)
    }
}

#[derive(PartialEq, Properties)]
pub struct ListProps<T: Listed> {
    pub ctx: Ctx,
    pub found: Same<Vec<T>>,
    /// The days that the view shows.
    pub days: DateRange,
}

#[component]
pub fn List<T: Listed>(props: &ListProps<T>) -> Html {
    let (ctx, lang, found) = (&props.ctx, props.ctx.model.lang, &props.found);
    let basis = (
        lang,
        props.days,
        Same(ctx.model.plan.clone()),
        ctx.act.clone(),
    );
    let table = use_memo(basis, |(lang, days, plan, act)| {
        T::table(Words {
            lang: *lang,
            near: Some(days.first),
            plan: plan.0.clone(),
            act: act.clone(),
        })
    });
    let row = {
        let selection = ctx.model.selection.clone();
        Callback::from(move |item: T| {
            let is_chosen = item.go_to().is_some_and(|target| target == selection);
            Some((item, is_chosen))
        })
    };
    let text = {
        let (table, found) = (table.clone(), found.0.clone());
        Callback::from(move |()| table.tab_separated(found.iter()))
    };
    let beside = html! {
        <>
            <span class="small muted">{ T::text(lang, &found.0) }</span>
            if !found.0.is_empty() { <CopyButton {lang} {text} /> }
        </>
    };
    let body = html! {
        <LongTable<T, T> {lang} table={Same(table)} id={T::ID} items={found.clone()} {row} />
    };
    panel(T::ID, T::title(lang), beside, body)
}
