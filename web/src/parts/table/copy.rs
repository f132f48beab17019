//! What a copy of a table is for a spreadsheet.

/// A line of cells.
pub(super) fn line(cells: impl Iterator<Item = impl AsRef<str>>) -> String {
    // A tab or line break of the user would shift the cells.
    let clean = cells.map(|cell| cell.as_ref().replace(['\t', '\r', '\n'], " "));
    clean.collect::<Vec<_>>().join("\t")
}
