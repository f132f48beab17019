//! What must hold for every plan, whatever the families, settings and edits: tried on random ones.
//! The judges are the validator and the brute force of this package, which share no code with core.

mod borders;
mod checks;
mod edits;
mod files;
mod insight;
mod one_truth;
mod proposals;
mod random;
mod robust;
mod steps;
mod team;
