//! What must happen at which age: contact moments, the bijeenkomst template and the vaccination programme.
//! All numbers are data with a source (`core/data`); this room turns them into days for one group.

mod template;
mod vaccination;
mod windows;

pub use template::{
    AgeWindow, Interval, LooseDose, PlannedDose, SessionNumber, SessionSpec, SessionTemplate,
    TemplateFault, TemplateRefusal, UnknownDose,
};
pub use vaccination::{Dose, DoseInterval, DoseLimit, PROGRAMME_VERSION, Programme, Scheme};
pub(crate) use windows::allowed_days;
pub use windows::{
    BirthWindow, DoseWindow, EarliestAfter, IntervalReason, SessionWindow, rsv_season, windows,
};
