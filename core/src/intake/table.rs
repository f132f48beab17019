//! Splits text into rows and cells: tab as Excel copies, `;` or `,` as spreadsheets save, with quotes. Every line
//! of the text is counted, and a quote that is never closed takes no line but its own. What a cell means is not
//! known here.

use super::decode::visible;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the text on which the row starts, from 1.
    pub line: usize,
    /// The cells, without spaces around them.
    pub cells: Vec<String>,
    /// The cells, from 0, that begin with a quote that is never closed. Each ends where it would end without the
    /// quote, so that what stands in them and behind them is not sure.
    pub open_quotes: Vec<usize>,
}

impl Row {
    /// The first open quote that matters: in a column that is kept, or anywhere in a row of none of the widths that a
    /// row can be expected to have; then the cells behind it may stand in the wrong column, and that is the second value.
    pub(super) fn open_quote(
        &self,
        widths: [usize; 2],
        is_kept: impl Fn(usize) -> bool,
    ) -> Option<(usize, bool)> {
        let is_moved = !widths.contains(&self.cells.len());
        let mut open = self.open_quotes.iter().copied();
        let found = open.find(|position| is_moved || is_kept(*position));
        found.map(|position| (position, is_moved))
    }
}

/// The rows of a text that are not empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows in order.
    pub rows: Vec<Row>,
    /// How many lines the text has, counted apart from the rows.
    pub lines: usize,
    /// On how many of these lines no row starts: blank ones, further lines of a cell with line breaks, and a first
    /// line that only names the separator.
    pub skipped: usize,
    /// The number of cells that most rows have.
    pub usual_width: usize,
}

impl Table {
    /// Reads text as Excel copies it (tabs) or saves it (`;` or `,`, by what most lines look like, or as `sep=;` on the
    /// first line says). Lines end in CR LF, LF or CR. Characters that are not seen are left out; spaces and hyphens
    /// of other widths become plain. Never fails, and takes time in proportion to the text.
    ///
    /// A cell in double quotes may hold separators and line breaks, and doubled quotes that stand for one. A
    /// quote that is not closed before a separator or line end is a character like any other. A cell of several
    /// lines never takes lines that are rows themselves: then its quote counts as open.
    pub fn read(text: &str) -> Self {
        let text = visible(text);
        let reader = Reader::new(&text);
        let mut table = Self {
            lines: count_lines(&text),
            skipped: reader.first,
            usual_width: reader.usual_width,
            ..Self::default()
        };
        for (row, lines) in reader.rows() {
            if is_filled(&row) {
                table.skipped += lines - 1;
                table.rows.push(row);
            } else {
                table.skipped += lines;
            }
        }
        table
    }

    /// The same with another text in a cell, as the user mends it: the cell from 0 of the row that starts on this line.
    /// What it was, with a quote that was never closed, is gone.
    #[must_use]
    pub fn mended(&self, line: usize, position: usize, text: &str) -> Self {
        let mut mended = self.clone();
        let row = mended.rows.iter_mut().find(|row| row.line == line);
        if let Some(row) = row.filter(|_| position < self.width().max(self.usual_width)) {
            if row.cells.len() <= position {
                row.cells.resize(position + 1, String::new());
            }
            if let Some(cell) = row.cells.get_mut(position) {
                *cell = visible(text).trim().to_owned();
            }
            row.open_quotes.retain(|open| *open != position);
        }
        mended
    }

    /// The number of cells of the longest row.
    pub fn width(&self) -> usize {
        let widths = self.rows.iter().map(|row| row.cells.len());
        widths.max().unwrap_or(0)
    }
}

/// The lines of a text by their line ends alone, so that a line that the reading loses is seen.
fn count_lines(text: &str) -> usize {
    let ends = text.matches(['\n', '\r']).count() - text.matches("\r\n").count();
    ends + usize::from(!text.is_empty() && !text.ends_with(['\n', '\r']))
}

/// Where each line stands in the text, without its line end.
fn split_lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        lines.push(start..start + length);
        let is_pair = rest
            .get(length..)
            .is_some_and(|end| end.starts_with("\r\n"));
        start += length + if is_pair { 2 } else { 1 };
    }
    lines
}

/// The separator that a first line such as `sep=;` names, which Excel writes and reads as a hint.
fn said_separator(line: &str) -> Option<char> {
    let (key, rest) = line.trim_start_matches('"').split_at_checked(4)?;
    let mut rest = rest.chars();
    let separator = rest.next().filter(|_| key.eq_ignore_ascii_case("sep="))?;
    let is_rest = |character: char| character == separator || character == '"' || character == ' ';
    ([';', ',', '\t', '|'].contains(&separator) && rest.all(is_rest)).then_some(separator)
}

/// The separator by which most lines have one width, wide rows first: a title, a heading or the words in a cell may
/// hold another one. A comma with a space behind it is one of words, as long as another separator is found. Tabs that
/// most lines have are no words at all.
fn separator(lines: &[&str]) -> char {
    let filled = lines.iter().filter(|line| !line.trim().is_empty()).count();
    // The lines of the usual width for a separator, and that width.
    let shape = |widths: &mut dyn Iterator<Item = usize>| {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for width in widths.filter(|width| *width > 1) {
            *counts.entry(width).or_default() += 1;
        }
        let best = counts
            .into_iter()
            .max_by_key(|(width, lines)| (*lines, *width));
        best.map_or((0, 0), |(width, lines)| (lines, width - 1))
    };
    let of = |separator| shape(&mut lines.iter().map(|line| width(line, separator)));
    let (with_tabs, tabs) = of('\t');
    if with_tabs * 2 >= filled && tabs > 0 {
        return '\t';
    }
    let tight = |line: &&str| width(&line.replace(", ", " "), ',');
    let shapes = [(';', of(';')), (',', shape(&mut lines.iter().map(tight)))];
    let score = |(lines, cells): (usize, usize)| lines * cells;
    let [semicolon, comma] = shapes.map(|(_, shape)| score(shape));
    match (semicolon, comma) {
        (0, 0) if tabs > 0 => '\t',
        (0, 0) if of(',').0 > 0 => ',',
        (semicolon, comma) if comma > semicolon => ',',
        _ => ';',
    }
}

struct Reader<'a> {
    text: &'a str,
    separator: char,
    /// How many lines stand above the rows: one where it names the separator.
    first: usize,
    lines: Vec<Range<usize>>,
    /// How many cells each line has when it is read on its own.
    widths: Vec<usize>,
    usual_width: usize,
}

/// A cell, the place where it ends, and the line on which that is.
struct Cell<'a> {
    text: Cow<'a, str>,
    end: usize,
    last_line: usize,
    is_open: bool,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        let lines = split_lines(text);
        let texts: Vec<&str> = lines
            .iter()
            .map(|range| text.get(range.clone()).unwrap_or_default())
            .collect();
        let said = texts.first().and_then(|line| said_separator(line));
        let separator = said.unwrap_or_else(|| separator(&texts));
        let widths: Vec<usize> = texts.iter().map(|line| width(line, separator)).collect();
        let mut reader = Self {
            text,
            separator,
            first: usize::from(said.is_some()),
            lines,
            widths,
            // Nothing is so wide: every cell of several lines is believed at first.
            usual_width: usize::MAX,
        };
        reader.usual_width = usual(&reader.rows());
        reader
    }

    /// The rows, each with the number of lines that it takes; rows of empty cells are among them.
    fn rows(&self) -> Vec<(Row, usize)> {
        let mut rows = Vec::new();
        let mut next = self.first;
        while next < self.lines.len() {
            let first = next;
            let row;
            (row, next) = self.row(first);
            rows.push((row, next - first));
        }
        rows
    }

    /// The row that starts on this line, and the first line behind it.
    fn row(&self, first: usize) -> (Row, usize) {
        let mut row = Row {
            line: first + 1,
            cells: Vec::new(),
            open_quotes: Vec::new(),
        };
        let mut line = first;
        let mut at = self.lines.get(first).map_or(0, |line| line.start);
        loop {
            let cell = self.cell(at, line);
            line = cell.last_line;
            if cell.is_open {
                row.open_quotes.push(row.cells.len());
            }
            row.cells.push(cell.text.into_owned());
            let rest = self.text.get(cell.end..).unwrap_or_default();
            if !rest.starts_with(self.separator) {
                return (row, line + 1);
            }
            at = cell.end + self.separator.len_utf8();
        }
    }

    fn cell(&self, at: usize, line: usize) -> Cell<'a> {
        if let Some(quoted) = quoted(self.text, self.separator, at) {
            let ends_before = |line: usize| {
                self.lines
                    .get(line)
                    .is_some_and(|range| range.end < quoted.end)
            };
            let last_line = (line..).find(|line| !ends_before(*line)).unwrap_or(line);
            if last_line == line || !self.takes_rows(line, last_line, quoted.content) {
                let text = if quoted.content.contains("\"\"") {
                    Cow::Owned(quoted.content.replace("\"\"", "\"").trim().to_owned())
                } else {
                    Cow::Borrowed(quoted.content.trim())
                };
                return Cell {
                    text,
                    end: quoted.end,
                    last_line,
                    is_open: false,
                };
            }
        }
        let line_end = self.lines.get(line).map_or(at, |range| range.end);
        let rest = self.text.get(at..line_end).unwrap_or_default();
        let text = plain(rest, self.separator);
        let end = at + text.len();
        let text = text.trim();
        Cell {
            text: Cow::Borrowed(text),
            end,
            last_line: line,
            // Quotes in pairs are meant as they stand: `"Noord" oost`.
            is_open: text.starts_with('"') && text.matches('"').count() % 2 == 1,
        }
    }

    /// Whether a cell from one line to a later one holds what are rows of their own: then the quotes at its ends
    /// are no pair. The last line has more cells behind the quote, so that it says something only together with
    /// what it has before the quote, or with the first line; there a doubled quote shows that a program quoted.
    fn takes_rows(&self, first: usize, last: usize, content: &str) -> bool {
        let is_row = |line: usize| {
            self.widths
                .get(line)
                .is_some_and(|width| *width >= self.usual_width)
        };
        let before_quote = content.rsplit(['\n', '\r']).next().unwrap_or_default();
        let are_both = is_row(first) && !content.contains("\"\"");
        (first + 1..last).any(is_row)
            || (is_row(last) && (are_both || before_quote.contains(self.separator)))
    }
}

/// A cell in quotes: what stands between them, and where the separator or line end behind it is.
struct Quoted<'a> {
    content: &'a str,
    end: usize,
}

/// The cell in quotes that begins here; `None` where none does, or where the next quote that is not doubled does
/// not end a cell.
///
/// It searches to the next odd run of quotes, and only from an odd run; so all searches of a text together read
/// it about once.
fn quoted(text: &str, separator: char, at: usize) -> Option<Quoted<'_>> {
    let is_space = |character: char| {
        character.is_whitespace() && character != separator && !['\n', '\r'].contains(&character)
    };
    let opened = text
        .get(at..)?
        .trim_start_matches(is_space)
        .strip_prefix('"')?;
    let mut searched = 0;
    loop {
        let run_start = searched + opened.get(searched..)?.find('"')?;
        let run = opened.get(run_start..)?;
        searched = run_start + run.len() - run.trim_start_matches('"').len();
        if (searched - run_start) % 2 == 1 {
            break;
        }
    }
    let content = opened.get(..searched - 1)?;
    let behind = opened.get(searched..)?.trim_start_matches(is_space);
    let is_closed = behind.is_empty() || behind.starts_with([separator, '\n', '\r']);
    is_closed.then(|| Quoted {
        content,
        end: text.len() - behind.len(),
    })
}

/// The cell at the start of the rest of a line, when quotes say nothing.
fn plain(rest: &str, separator: char) -> &str {
    rest.split(separator).next().unwrap_or_default()
}

/// The number of cells of a line that is read on its own.
fn width(line: &str, separator: char) -> usize {
    let (mut width, mut at) = (1, 0);
    loop {
        let end = quoted(line, separator, at).map_or_else(
            || at + plain(line.get(at..).unwrap_or_default(), separator).len(),
            |quoted| quoted.end,
        );
        if end >= line.len() {
            return width;
        }
        width += 1;
        at = end + separator.len_utf8();
    }
}

fn is_filled(row: &Row) -> bool {
    row.cells.iter().any(|cell| !cell.is_empty())
}

/// The most common width of the rows on one line, or of all where each takes several; of as many the smaller.
/// Rows of one cell count only where there are no others: they are titles.
fn usual(rows: &[(Row, usize)]) -> usize {
    let most_common = |is_meant: &dyn Fn(usize, usize) -> bool| {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for (row, lines) in rows {
            let width = row.cells.len();
            if is_filled(row) && is_meant(width, *lines) {
                *counts.entry(width).or_default() += 1;
            }
        }
        let most = counts.values().max().copied();
        let found = counts.iter().find(|(_, count)| Some(**count) == most);
        found.map(|(width, _)| *width)
    };
    most_common(&|width, lines| width > 1 && lines == 1)
        .or_else(|| most_common(&|width, _| width > 1))
        .or_else(|| most_common(&|_, _| true))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(table: &Table) -> Vec<(usize, Vec<&str>)> {
        table
            .rows
            .iter()
            .map(|row| (row.line, row.cells.iter().map(String::as_str).collect()))
            .collect()
    }

    #[test]
    fn quoted_cells_keep_separators_and_lines_keep_their_number() {
        let table = Table::read("\u{feff}a;b\r\n\"x;\"\"y\"\"\nz\";2\r\n;;\r\n c ;3\r\n;\r\n");
        assert_eq!(
            rows(&table),
            [
                (1, vec!["a", "b"]),
                (2, vec!["x;\"y\"\nz", "2"]),
                (5, vec!["c", "3"])
            ]
        );
        assert_eq!((table.lines, table.skipped), (6, 3));
    }

    #[test]
    fn tabs_win_over_semicolons_and_those_over_commas() {
        assert_eq!(Table::read("a\tb;c").rows[0].cells, ["a", "b;c"]);
        assert_eq!(Table::read("a;b,c").rows[0].cells, ["a", "b,c"]);
        assert_eq!(Table::read("a,b").rows[0].cells, ["a", "b"]);
        assert!(Table::read("").rows.is_empty());
    }

    #[test]
    fn the_separator_is_that_of_most_lines() {
        let cells = |list: &str| Table::read(list).rows.last().unwrap().cells.len();
        assert_eq!(cells("Lijst, regio Noord\na;b;di, do\nc;d;di, wo\n"), 3);
        assert_eq!(
            cells("Lijst, regio\nblad 1, x\na;b;di, do\nc;d;di, wo\n"),
            3
        );
        assert_eq!(
            cells("a;b (dag, maand, jaar);c\nx;y;di, do, vr\nx;y;di, do, vr\n"),
            3
        );
        assert_eq!(cells("a,b,c\n1,2,later; soms\n1,2,later; nooit\n"), 3);
        assert_eq!(cells("1, 2, 3\n4, 5, 6\n"), 3);
        assert_eq!(cells("Lijst; deel 1; x\na\tb;c\nd\te;f\n"), 2);
    }

    #[test]
    fn a_first_line_can_name_the_separator() {
        for (first, said) in [
            ("sep=;", ';'),
            ("SEP=,", ','),
            ("\"sep=|\"", '|'),
            ("sep=;;;", ';'),
        ] {
            let table = Table::read(&format!("{first}\r\na{said}b\r\nc{said}d"));
            assert_eq!(rows(&table), [(2, vec!["a", "b"]), (3, vec!["c", "d"])]);
            assert_eq!((table.lines, table.skipped), (3, 1));
        }
        assert_eq!(Table::read("separatie;b").rows[0].cells, ["separatie", "b"]);
    }

    #[test]
    fn a_cell_is_mended_in_its_row() {
        let table = Table::read("a;b;c\n1;\"x;y\n2\n");
        let mended = table.mended(2, 1, " z\u{200b} ").mended(3, 2, "w");
        assert_eq!(mended.rows[1].cells, ["1", "z", "y"]);
        assert!(mended.rows[1].open_quotes.is_empty());
        assert_eq!(mended.rows[2].cells, ["2", "", "w"]);
        assert_eq!((mended.lines, mended.skipped), (table.lines, table.skipped));
        assert_eq!(table.mended(9, 0, "x"), table);
        assert_eq!(table.mended(2, 5, "x"), table);
    }

    #[test]
    fn a_line_ends_in_crlf_lf_or_cr() {
        for end in ["\r\n", "\n", "\r"] {
            let table = Table::read(&["a;b", "", "\"c\";d"].join(end));
            assert_eq!(rows(&table), [(1, vec!["a", "b"]), (3, vec!["c", "d"])]);
            assert_eq!((table.lines, table.skipped), (3, 1));
        }
    }

    #[test]
    fn an_open_quote_ends_at_its_cell_and_says_so() {
        // Never closed; and closed by the quote of a cell in a later row.
        for last in ["5;f;g", "5;\"f\";g"] {
            let table = Table::read(&format!("1;a;b\n2;\"c;d\n3;e;\n4;;\n{last}\n"));
            let lines: Vec<usize> = table.rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, [1, 2, 3, 4, 5], "{last}");
            assert_eq!(table.rows[1].cells, ["2", "\"c", "d"]);
            assert_eq!(table.rows[1].open_quotes, [1]);
            assert!(table.rows[4].open_quotes.is_empty());
        }
    }

    /// What looks like a cell of several lines, but takes a row in between, at its end, or the first half of one.
    #[test]
    fn a_cell_never_takes_a_row() {
        for (list, open) in [
            ("0;x;y\n1;\"a;b\n2;c;d\n3;e\";f\n4;g;h\n", 1),
            ("0;x;y\n1;a;\"b\n2;c;d\"\n3;e;f\n", 2),
            ("0;x;y\n1;\"a;b\n2;c\";d\n3;e;f\n", 1),
            ("0;x;y\n\"1;a;b\n2\";c;d\n3;e;f\n", 0),
        ] {
            let table = Table::read(list);
            assert_eq!(table.rows.len(), list.lines().count(), "{list}");
            assert_eq!(table.rows[1].open_quotes, [open], "{list}");
            assert_eq!(table.skipped, 0, "{list}");
        }
    }

    #[test]
    fn a_remark_of_several_lines_is_one_cell() {
        for remark in ["belt terug\nna 16 uur", "a\n\nb; c\nd", "x\r\ny", "\n"] {
            for list in [
                format!("code;datum;opmerking\n1;a;\"{remark}\"\n2;b;\n"),
                format!("code;opmerking;datum\n1;\"{remark}\" ;a\n2;;b\n"),
                format!("opmerking;code;datum\n\"{remark}\";1;a\n;2;b\n"),
                // In every row.
                format!("code;opmerking;datum\n1;\"{remark}\";a\n2;\"{remark}\";b\n"),
            ] {
                let table = Table::read(&list);
                assert_eq!(table.rows.len(), 3, "{list}");
                assert!(table.rows[1].cells.contains(&remark.trim().to_owned()));
                assert!(table.rows.iter().all(|row| row.open_quotes.is_empty()));
                assert_eq!(table.lines, 3 + table.skipped);
                assert_eq!(table.usual_width, 3);
            }
        }
    }

    #[test]
    fn quotes_inside_a_cell_are_kept_as_they_stand() {
        let table = Table::read("1;\"Noord\" oost\n2;Noord \"oost\"\n3;5\"\n4;\"\"\n");
        assert_eq!(
            rows(&table),
            [
                (1, vec!["1", "\"Noord\" oost"]),
                (2, vec!["2", "Noord \"oost\""]),
                (3, vec!["3", "5\""]),
                (4, vec!["4", ""])
            ]
        );
        assert!(table.rows.iter().all(|row| row.open_quotes.is_empty()));
    }

    /// With a scan per quote these would take hours.
    #[test]
    fn a_quote_on_every_line_takes_no_longer() {
        for line in ["N1;\"a;b\n", "\"\"\"a;\"b\n", "\"\";\"\"\"\"\n"] {
            let table = Table::read(&format!("\";{}", line.repeat(300_000)));
            assert_eq!(table.lines, table.rows.len() + table.skipped);
        }
        let table = Table::read(&"\"a;".repeat(500_000));
        assert_eq!(table.width(), 500_001);
    }
}
