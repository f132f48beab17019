//! Makes panics traps. A panic in the browser ends the program by a trap, and all that its message does is to stand in the
//! console. So in what is shipped every call that panics, with what only makes its message, becomes the trap itself. Then
//! the cutter finds nobody who needs the messages, the places in the source, and what writes them: a tenth of the first
//! load. Rust has no stable option for this. `serve --dev` keeps the messages.

use std::collections::HashSet;
use std::ops::Range;

use anyhow::{Context, Result};
use wasmparser::{
    CustomSectionReader, FunctionBody, KnownCustom, Name, Operator, Parser, Payload,
    RelocAddendKind, RelocationEntry,
};

use crate::pack;

/// The section of what the cutter follows.
const RELOCATIONS: &str = "reloc.CODE";
/// Parts of the names of functions that do nothing but panic, as the compiler writes paths. Others that call these first
/// of all are found. The hook that Yew sets would write to the console.
const PANICS: [&str; 12] = [
    "24console_error_panic_hook4hook",
    "4core9panicking",
    "4core6option13unwrap_failed",
    "4core6option13expect_failed",
    "4core6result13unwrap_failed",
    "4core4cell22panic_already_borrowed",
    "4core4cell30panic_already_mutably_borrowed",
    "4core3str16slice_error_fail",
    "4core5slice5index16slice_index_fail",
    "5alloc7raw_vec12handle_error",
    "5alloc7raw_vec17capacity_overflow",
    "5alloc5alloc18handle_alloc_error",
];
const UNREACHABLE: u8 = 0x00;
const NOP: u8 = 0x01;

/// The linked program with every panic a trap.
///
/// # Errors
/// When it cannot be read, or has no relocations.
pub fn without_messages(linked: &[u8]) -> Result<Vec<u8>> {
    let program = Program::read(linked)?;
    let mut wasm = linked.to_vec();
    let dead = program.dead()?;
    for range in &dead {
        let (first, rest) = wasm[range.clone()].split_first_mut().context("no code")?;
        *first = UNREACHABLE;
        rest.fill(NOP);
    }
    let (section, place) = program
        .relocations
        .context("a program that was not linked with relocations")?;
    let KnownCustom::Reloc(reader) = section.as_known() else {
        anyhow::bail!("relocations that cannot be read");
    };
    let mut kept = Vec::new();
    for entry in reader.entries() {
        let entry = entry?;
        let at = program.code + entry.offset as usize;
        // The ranges are in the order of the code.
        let after = dead.partition_point(|range| range.end <= at);
        if dead.get(after).is_none_or(|range| at < range.start) {
            kept.push(entry);
        }
    }
    let mut made = wasm[..place.start].to_vec();
    pack::add_section(
        &mut made,
        RELOCATIONS,
        &written(reader.section_index(), &kept),
    );
    made.extend(&wasm[place.end..]);
    Ok(made)
}

/// What is read of a program.
struct Program<'a> {
    bodies: Vec<FunctionBody<'a>>,
    /// How many functions come before the first body.
    imported: usize,
    /// The functions that return something, so that they can be no panic.
    returning: Vec<bool>,
    /// The functions that are a panic by their names.
    panics: HashSet<usize>,
    /// Where the code section begins: what relocations count from.
    code: usize,
    /// The relocations of the code and the bytes of their section, its head with them.
    relocations: Option<(CustomSectionReader<'a>, Range<usize>)>,
}

impl<'a> Program<'a> {
    fn read(wasm: &'a [u8]) -> Result<Self> {
        let mut program = Self {
            bodies: Vec::new(),
            imported: 0,
            returning: Vec::new(),
            panics: HashSet::new(),
            code: 0,
            relocations: None,
        };
        let mut types = Vec::new();
        let mut end = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            let start = end;
            if let Some((_, range)) = payload.as_section() {
                end = usize::try_from(range.end)?;
            }
            match payload {
                Payload::TypeSection(section) => {
                    for kind in section.into_iter_err_on_gc_types() {
                        types.push(!kind?.results().is_empty());
                    }
                }
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        if let wasmparser::TypeRef::Func(_) = import?.ty {
                            program.imported += 1;
                        }
                    }
                }
                Payload::FunctionSection(section) => {
                    for kind in section {
                        program.returning.push(types[kind? as usize]);
                    }
                }
                Payload::CodeSectionStart { range, .. } => {
                    program.code = usize::try_from(range.start)?;
                }
                Payload::CodeSectionEntry(body) => program.bodies.push(body),
                Payload::CustomSection(section) if section.name() == RELOCATIONS => {
                    program.relocations = Some((section, start..end));
                }
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        program.see_names(names)?;
                    }
                }
                _ => {}
            }
        }
        Ok(program)
    }

    fn see_names(&mut self, names: wasmparser::NameSectionReader<'_>) -> Result<()> {
        for part in names {
            let Name::Function(functions) = part? else {
                continue;
            };
            for function in functions {
                let function = function?;
                if PANICS.iter().any(|path| function.name.contains(path)) {
                    self.panics.insert(function.index as usize);
                }
            }
        }
        Ok(())
    }

    /// The code that only panics, in order, without overlap.
    fn dead(&self) -> Result<Vec<Range<usize>>> {
        let mut panics = self.panics.clone();
        panics.retain(|index| self.is_silent(*index));
        loop {
            let mut dead = Vec::new();
            let before = panics.len();
            for (place, body) in self.bodies.iter().enumerate() {
                let index = self.imported + place;
                if self.panics.contains(&index) && self.is_silent(index) {
                    dead.push(whole(body)?);
                } else if dead_in(body, &panics, &mut dead)? && self.is_silent(index) {
                    panics.insert(index);
                }
            }
            if panics.len() == before {
                return Ok(dead);
            }
        }
    }

    /// Whether a function has a body, and returns nothing.
    fn is_silent(&self, index: usize) -> bool {
        let place = index.checked_sub(self.imported);
        let returns = place.and_then(|place| self.returning.get(place));
        returns.is_some_and(|returns| !returns)
    }
}

/// The code of a function, without its end.
fn whole(body: &FunctionBody) -> Result<Range<usize>> {
    let begin = body.get_operators_reader()?.original_position();
    Ok(usize::try_from(begin)?..usize::try_from(body.range().end)? - 1)
}

/// Adds the code of a function that leads to a panic and nowhere else; says whether that is how it begins.
fn dead_in(
    body: &FunctionBody,
    panics: &HashSet<usize>,
    dead: &mut Vec<Range<usize>>,
) -> Result<bool> {
    let mut operators = body.get_operators_reader()?;
    let begin = operators.original_position();
    let (mut start, mut only) = (begin, false);
    while !operators.eof() {
        let operator = operators.read()?;
        let end = operators.original_position();
        match operator {
            Operator::Call { function_index } if panics.contains(&(function_index as usize)) => {
                only |= start == begin;
                dead.push(usize::try_from(start)?..usize::try_from(end)?);
                start = end;
            }
            // From here another way can be gone, or something was done that can be seen.
            Operator::Block { .. }
            | Operator::Loop { .. }
            | Operator::If { .. }
            | Operator::Else
            | Operator::End
            | Operator::Br { .. }
            | Operator::BrIf { .. }
            | Operator::BrTable { .. }
            | Operator::Return
            | Operator::Unreachable
            | Operator::Call { .. }
            | Operator::CallIndirect { .. } => start = end,
            _ => {}
        }
    }
    Ok(only)
}

/// Relocations as the section has them.
fn written(section: u32, entries: &[RelocationEntry]) -> Vec<u8> {
    let mut content = Vec::new();
    let add = |content: &mut Vec<u8>, number: u32| pack::add_number(content, number as usize);
    add(&mut content, section);
    pack::add_number(&mut content, entries.len());
    for entry in entries {
        content.push(entry.ty as u8);
        add(&mut content, entry.offset);
        add(&mut content, entry.index);
        if entry.ty.addend_kind() != RelocAddendKind::None {
            add_signed(&mut content, entry.addend);
        }
    }
    content
}

/// Adds a signed number as wasm writes it: seven bits a byte, the lowest first.
fn add_signed(content: &mut Vec<u8>, mut number: i64) {
    const SIGN: u8 = 0x40;
    loop {
        let byte = number.to_le_bytes()[0] & 0x7f;
        number >>= 7;
        if (number == 0 && byte & SIGN == 0) || (number == -1 && byte & SIGN != 0) {
            content.push(byte);
            return;
        }
        content.push(byte | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A panic, and a function that panics on one of its ways.
    const CODE: [u8; 27] = [
        2, 3, 0, 1, 0x0b, // a body of nothing
        21, 0, 0x41, 0, 0x04, 0x40, // if
        0x41, 0x81, 0x80, 0x80, 0x80, 0, 0x1a, // the place of a message
        0x10, 0x80, 0x80, 0x80, 0x80, 0, // the panic
        0, 0x0b, 0x0b,
    ];

    fn program(code: &[u8], relocations: &[u8]) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 4, 1, 0x60, 0, 0, 3, 3, 2, 0, 0, 10, 27]);
        wasm.extend(code);
        pack::add_section(&mut wasm, RELOCATIONS, relocations);
        let name = b"_RNvNtCsgX_4core9panicking9panic_fmt";
        let mut names = vec![1, 39, 1, 0, 36];
        names.extend(name);
        pack::add_section(&mut wasm, "name", &names);
        wasm
    }

    #[test]
    fn a_panic_is_a_trap_and_nobody_needs_its_message() {
        // A place in memory and a function within what panics, and one before it.
        let linked = program(&CODE, &[2, 3, 0, 7, 1, 4, 12, 0, 0, 0, 19, 1]);
        let mut code = CODE;
        code[3] = UNREACHABLE;
        code[11] = UNREACHABLE;
        code[12..24].fill(NOP);
        let made = without_messages(&linked).unwrap();
        assert_eq!(made, program(&code, &[2, 1, 0, 7, 1]));
    }

    #[test]
    fn signed_numbers_are_written_as_they_are_read() {
        for number in [0, 1, 63, 64, -1, -64, -65, 1_000_000, -1_000_000] {
            let mut bytes = Vec::new();
            add_signed(&mut bytes, number);
            let read = wasmparser::BinaryReader::new(&bytes, 0).read_var_i64();
            assert_eq!(read.unwrap(), number);
        }
    }
}
