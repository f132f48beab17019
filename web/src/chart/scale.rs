//! A time axis: days as percentages of the width, so that charts stretch without being drawn again.

use centering_core::calendar::{Date, DateRange, Month};

/// The days that a chart shows, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    range: DateRange,
}

impl Scale {
    /// A scale over these days; a range without days becomes its first day.
    pub fn new(range: DateRange) -> Self {
        let last = range.last.max(range.first);
        Self {
            range: DateRange {
                first: range.first,
                last,
            },
        }
    }

    /// The days that are shown.
    pub fn range(self) -> DateRange {
        self.range
    }

    /// Where a day starts, such as `12.34%`; may lie outside the chart.
    pub fn start_of(self, date: Date) -> String {
        percent(self.parts(date, 0))
    }

    /// Where the middle of a day lies.
    pub fn middle_of(self, date: Date) -> String {
        percent(self.parts(date, 1))
    }

    /// Where the middle of a day lies, as a part of the width from 0 to 1; may lie outside the chart.
    pub fn fraction(self, date: Date) -> f64 {
        let days = f64::from(date.days_since(self.range.first)) + 0.5;
        days / f64::from(self.range.days())
    }

    /// Where a day ends.
    pub fn end_of(self, date: Date) -> String {
        percent(self.parts(date, 2))
    }

    /// How wide a range of days is drawn.
    pub fn width_of(self, range: DateRange) -> String {
        percent(self.parts(range.last, 2) - self.parts(range.first, 0))
    }

    /// How wide the chart is for [`Scale::start_at`] and [`Scale::end_at`], in half days.
    pub fn half_days(self) -> i32 {
        2 * self.range.days()
    }

    /// Where a day starts, in half days from the left edge.
    pub fn start_at(self, date: Date) -> i32 {
        2 * date.days_since(self.range.first)
    }

    /// Where a day ends, in half days from the left edge.
    pub fn end_at(self, date: Date) -> i32 {
        self.start_at(date) + 2
    }

    /// The part of a range that is shown; `None` when none of it is.
    pub fn visible(self, range: DateRange) -> Option<DateRange> {
        let shown = self.range.and(range);
        (!shown.is_empty()).then_some(shown)
    }

    /// The first days of the months that start on the chart.
    pub fn months(self) -> impl Iterator<Item = Date> {
        self.range.months().map(Month::first)
    }

    /// The day under a point at `x` of `width` pixels from the left edge of the chart.
    pub fn day_at(self, x: f64, width: f64) -> Date {
        if width <= 0.0 {
            return self.range.first;
        }
        let days = (x / width * f64::from(self.range.days())).floor();
        // A pointer is never further away than an i32 counts days.
        self.range
            .first
            .plus_days(days.clamp(-100_000.0, 100_000.0) as i32)
    }

    /// Ten-thousandths of the width, `halves` half days after the start of the day.
    fn parts(self, date: Date, halves: i64) -> i64 {
        let days = i64::from(date.days_since(self.range.first));
        (2 * days + halves) * 1_000_000 / (2 * i64::from(self.range.days()))
    }
}

/// Ten-thousandths as a percentage with four decimals.
fn percent(parts: i64) -> String {
    let sign = if parts < 0 { "-" } else { "" };
    let parts = parts.abs();
    format!("{sign}{}.{:04}%", parts / 10_000, parts % 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale() -> Scale {
        Scale::new(DateRange {
            first: Date::new(2027, 1, 1).unwrap(),
            last: Date::new(2027, 1, 10).unwrap(),
        })
    }

    #[test]
    fn days_are_parts_of_the_width() {
        let day = |number| Date::new(2027, 1, number).unwrap();
        assert_eq!(scale().start_of(day(1)), "0.0000%");
        assert_eq!(scale().middle_of(day(6)), "55.0000%");
        assert_eq!(scale().end_of(day(10)), "100.0000%");
        assert_eq!(scale().start_of(day(1).plus_days(-1)), "-10.0000%");
    }

    #[test]
    fn a_point_is_the_day_under_it() {
        assert_eq!(scale().day_at(49.9, 100.0), Date::new(2027, 1, 5).unwrap());
        assert_eq!(scale().day_at(50.0, 100.0), Date::new(2027, 1, 6).unwrap());
    }
}
