//! Variants: plans that are kept beside this one. Another tab's are never overwritten unseen, and those of a newer planner
//! not at all.

use super::App;
use crate::place::SaveFault;
use crate::state::{Model, Notice, files, planner};
use centering_core::plan::Plan;
use std::rc::Rc;
use yew::Context;

/// So many variants can be kept.
const MOST: usize = 2;

impl App {
    /// Keeps the plan as it is now.
    pub(super) fn keep_variant(&mut self, ctx: &Context<Self>, model: &mut Model) {
        let mut variants = (*model.variants).clone();
        if variants.len() >= MOST {
            self.notify(ctx, model, Notice::VariantsFull);
            return;
        }
        variants.push(model.plan.clone());
        let place = model.variants.len();
        if self.change_variants(ctx, model, variants) {
            // It may have taken the place of the one that was removed.
            self.removed_variant = None;
            self.notify(ctx, model, Notice::VariantKept(place));
        }
    }

    /// Puts a variant in place of the plan, which becomes that variant.
    pub(super) fn take_variant(&mut self, ctx: &Context<Self>, model: &mut Model, place: usize) {
        let mut variants = (*model.variants).clone();
        if let Some(variant) = variants.get_mut(place) {
            let taken = std::mem::replace(variant, model.plan.clone());
            if self.change_variants(ctx, model, variants) {
                self.open(ctx, model, taken);
            }
        }
    }

    pub(super) fn drop_variant(&mut self, ctx: &Context<Self>, model: &mut Model, place: usize) {
        let mut variants = (*model.variants).clone();
        if place < variants.len() {
            let removed = variants.remove(place);
            if self.change_variants(ctx, model, variants) {
                self.removed_variant = Some((place, removed));
                self.notify(ctx, model, Notice::VariantRemoved(place));
            }
        }
    }

    /// Brings the variant back that was removed last.
    pub(super) fn restore_variant(&mut self, ctx: &Context<Self>, model: &mut Model) {
        if let Some((place, variant)) = self.removed_variant.clone() {
            let mut variants = (*model.variants).clone();
            variants.insert(place.min(variants.len()), variant);
            if self.change_variants(ctx, model, variants) {
                self.removed_variant = None;
                model.notice = None;
            }
        }
    }

    /// Keeps these variants; tells where another tab or a newer planner changed them, and reads them anew.
    fn change_variants(
        &mut self,
        ctx: &Context<Self>,
        model: &mut Model,
        variants: Vec<Rc<Plan>>,
    ) -> bool {
        let is_kept = self.keep(model, variants);
        if !is_kept {
            let is_newer = self.read_variants(model);
            let notice = if is_newer {
                Notice::VariantsNewer
            } else {
                Notice::VariantsChanged
            };
            self.notify(ctx, model, notice);
        }
        is_kept
    }

    /// Keeps these variants, in the browser where it has room; not where another tab changed them.
    pub(super) fn keep(&mut self, model: &mut Model, variants: Vec<Rc<Plan>>) -> bool {
        let Some(planner) = planner() else {
            return false;
        };
        match self.storage.save_variants(planner, &variants) {
            // Those that have no room stay what this tab shows.
            Err(SaveFault::OtherTab) if !model.variants_in_memory => return false,
            saved => model.variants_in_memory = saved.is_err() && !variants.is_empty(),
        }
        model.variants = Rc::new(variants);
        self.see_set_aside(model);
        true
    }

    /// Shows the variants that are stored now; says whether they are of a newer planner.
    pub(super) fn read_variants(&mut self, model: &mut Model) -> bool {
        let Some(files) = files() else { return false };
        let (variants, is_newer) = self.storage.load_variants(files);
        model.variants = Rc::new(variants);
        model.variants_in_memory = false;
        model.damaged = self.storage.damaged().into();
        is_newer
    }

    /// Stores the variants of this tab again where another one erased everything.
    pub(super) fn keep_erased_variants(&mut self, model: &mut Model) {
        let mine = model.variants.clone();
        let is_newer = self.read_variants(model);
        if model.variants.is_empty() && !is_newer {
            self.keep(model, mine.to_vec());
        }
    }
}
