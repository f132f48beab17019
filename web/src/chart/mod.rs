//! Charts over time as SVG. All geometry is in attributes, so that a strict content security policy holds.

mod scale;

pub use scale::Scale;
