//! Splits text into rows and cells: tab as Excel copies, `;` or `,` as spreadsheets save, with quotes.

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the text on which the row starts, from 1.
    pub line: usize,
    /// The cells, without spaces around them.
    pub cells: Vec<String>,
}

/// The rows of a text that are not empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows in order.
    pub rows: Vec<Row>,
}

impl Table {
    /// Reads text as Excel copies it (tabs) or saves it (`;`, or `,` where there is no `;`), with or without
    /// byte order mark. Cells in double quotes may hold separators and line breaks. Never fails.
    pub fn read(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let separator = separator(text);
        let mut reader = Reader {
            rows: Vec::new(),
            row: Row {
                line: 1,
                cells: Vec::new(),
            },
            cell: String::new(),
        };
        let mut line = 1;
        let mut in_quotes = false;
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            if in_quotes {
                if character == '"' {
                    if characters.next_if_eq(&'"').is_some() {
                        reader.cell.push('"');
                    } else {
                        in_quotes = false;
                    }
                } else {
                    line += usize::from(character == '\n');
                    reader.cell.push(character);
                }
            } else if character == '"' && reader.cell.trim().is_empty() {
                reader.cell.clear();
                in_quotes = true;
            } else if character == separator {
                reader.end_cell();
            } else if character == '\n' {
                line += 1;
                reader.end_row(line);
            } else if character != '\r' {
                reader.cell.push(character);
            }
        }
        reader.end_row(line + 1);
        Self { rows: reader.rows }
    }

    /// The number of cells of the longest row.
    pub fn width(&self) -> usize {
        let widths = self.rows.iter().map(|row| row.cells.len());
        widths.max().unwrap_or(0)
    }
}

struct Reader {
    rows: Vec<Row>,
    row: Row,
    cell: String,
}

impl Reader {
    fn end_cell(&mut self) {
        self.row.cells.push(self.cell.trim().to_owned());
        self.cell.clear();
    }

    fn end_row(&mut self, next_line: usize) {
        self.end_cell();
        let next = Row {
            line: next_line,
            cells: Vec::new(),
        };
        let row = std::mem::replace(&mut self.row, next);
        if row.cells.iter().any(|cell| !cell.is_empty()) {
            self.rows.push(row);
        }
    }
}

/// The separator that the first line with any of them uses.
fn separator(text: &str) -> char {
    for line in text.lines() {
        for separator in ['\t', ';', ','] {
            if line.contains(separator) {
                return separator;
            }
        }
    }
    ';'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_cells_keep_separators_and_lines_keep_their_number() {
        let table = Table::read("\u{feff}a;b\r\n\"x;\"\"y\"\"\nz\";2\r\n;;\r\n c ;3\r\n;\r\n");
        let rows: Vec<(usize, Vec<&str>)> = table
            .rows
            .iter()
            .map(|row| (row.line, row.cells.iter().map(String::as_str).collect()))
            .collect();
        assert_eq!(
            rows,
            [
                (1, vec!["a", "b"]),
                (2, vec!["x;\"y\"\nz", "2"]),
                (5, vec!["c", "3"])
            ]
        );
    }

    #[test]
    fn tabs_win_over_semicolons_and_those_over_commas() {
        assert_eq!(Table::read("a\tb;c").rows[0].cells, ["a", "b;c"]);
        assert_eq!(Table::read("a;b,c").rows[0].cells, ["a", "b,c"]);
        assert_eq!(Table::read("a,b").rows[0].cells, ["a", "b"]);
        assert!(Table::read("").rows.is_empty());
    }
}
