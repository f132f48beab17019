//! Charts over time as SVG. All geometry is in attributes, so that a strict content security policy holds.

mod backdrop;
mod mark;
mod scale;
mod today;
mod window_bar;
mod year_head;

pub use backdrop::Backdrop;
pub use mark::{
    MARK_Y, ROW_HEIGHT, TRACK_Y, badge, mark, mark_classes, mark_shapes, mark_stem, standing_class,
    waits,
};
pub use scale::Scale;
pub use today::today_label;
pub use window_bar::{WindowLook, window_bar, window_bars};
pub use year_head::year_head;
