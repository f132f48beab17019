//! Who holds which cell: a line, a doctor or a person at a moment, numbered by whoever compiles the input.

/// The group that holds a cell; [`OPEN`] or [`SHUT`] when no group does.
pub type Holder = u32;
/// Nobody holds the cell.
pub const OPEN: Holder = u32::MAX;
/// The cell cannot be used.
pub const SHUT: Holder = u32::MAX - 1;
/// The cell that stands for nothing at all and is always open.
pub const NOTHING: usize = 0;

/// The holders of numbered cells.
#[derive(Clone, Debug)]
pub struct Holders(Vec<Holder>);

impl Holders {
    /// So many open cells, [`NOTHING`] among them.
    #[must_use]
    pub fn of_cells(cells: usize) -> Self {
        Self(vec![OPEN; cells.max(1)])
    }

    /// Who holds a cell.
    #[must_use]
    pub fn holder(&self, cell: usize) -> Holder {
        self.0.get(cell).copied().unwrap_or(SHUT)
    }

    /// Gives a cell to a holder; the cell of nothing stays open.
    pub fn set(&mut self, cell: usize, holder: Holder) {
        if cell != NOTHING
            && let Some(place) = self.0.get_mut(cell)
        {
            *place = holder;
        }
    }
}
