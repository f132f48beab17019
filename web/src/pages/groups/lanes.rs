//! Where marks and bars go so that none covers another. Only positions in pixels; draws nothing.

/// The distance between two marks beside each other, and between two rows of marks.
pub const MARK_STEP: i32 = 11;

/// The row of every mark, 0 for the lowest: each goes in the first row where the mark before it is far
/// enough away. `positions` are in ascending order.
pub fn stack(positions: &[i32]) -> Vec<usize> {
    let mut last_of_row: Vec<i32> = Vec::new();
    positions
        .iter()
        .map(|position| {
            let free = last_of_row
                .iter()
                .position(|last| position - last >= MARK_STEP);
            let row = free.unwrap_or(last_of_row.len());
            match last_of_row.get_mut(row) {
                Some(last) => *last = *position,
                None => last_of_row.push(*position),
            }
            row
        })
        .collect()
}

/// The number of rows that marks take.
pub fn rows(marks: &[usize]) -> usize {
    marks.iter().max().map_or(0, |row| row + 1)
}

/// The lane of every bar, 0 for the upper one: each goes in the first lane where the bar before it has
/// ended. `bars` are pairs of start and end in ascending order of start.
pub fn lanes(bars: &[(i32, i32)]) -> Vec<usize> {
    let mut end_of_lane: Vec<i32> = Vec::new();
    bars.iter()
        .map(|(start, end)| {
            let free = end_of_lane.iter().position(|last| last < start);
            let lane = free.unwrap_or(end_of_lane.len());
            match end_of_lane.get_mut(lane) {
                Some(last) => *last = *end,
                None => end_of_lane.push(*end),
            }
            lane
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_on_one_day_are_stacked() {
        assert_eq!(stack(&[10, 10, 10, 40]), [0, 1, 2, 0]);
        assert_eq!(stack(&[0, 6, 12]), [0, 1, 0]);
        assert_eq!(rows(&[0, 1, 0]), 2);
        assert_eq!(rows(&[]), 0);
    }

    #[test]
    fn bars_that_overlap_take_another_lane() {
        assert_eq!(
            lanes(&[(0, 50), (40, 90), (60, 100), (70, 80)]),
            [0, 1, 0, 2]
        );
    }
}
