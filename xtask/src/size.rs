//! The size report: what a visitor downloads, held against `xtask/size-budget.json`.
//! KB is 1,000 bytes after brotli at its highest level; a budget that is passed fails the run.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::project::Project;
use crate::run::say;
use crate::site::Wasm;

/// Prints the report of the built site.
///
/// # Errors
/// When a budget is passed, a file of a budget is missing, or wasm-opt could not be used.
pub fn check(project: &Project, wasm: Wasm) -> Result<()> {
    if wasm == Wasm::AsCompiled {
        bail!("the sizes mean nothing without wasm-opt: install Node (apt-get install nodejs npm)");
    }
    let budget = project.root().join("xtask/size-budget.json");
    let budgets = budgets(&fs::read_to_string(&budget)?)
        .with_context(|| format!("{} cannot be read", budget.display()))?;
    let report = report(&budgets, &sizes(&project.site(), "")?)?;
    say(&report.table);
    if !report.over.is_empty() {
        bail!("over its size budget: {}", report.over.join(", "));
    }
    Ok(())
}

/// What may be downloaded for one purpose.
#[derive(Debug, PartialEq)]
struct Budget {
    name: String,
    /// Above this the run fails.
    limit_kb: f64,
    /// Paths below the site. One with `/` at its end means all files below it, if any; one with `*` at its
    /// end means every file whose path starts so, at least one: parts carry their build in their names.
    files: Vec<String>,
}

fn budgets(json: &str) -> Result<Vec<Budget>> {
    let json: Value = serde_json::from_str(json)?;
    let list = json["budgets"].as_array().context("no list `budgets`")?;
    list.iter().map(budget).collect()
}

fn budget(json: &Value) -> Result<Budget> {
    let files = json["files"].as_array().context("no list `files`")?;
    Ok(Budget {
        name: json["name"].as_str().context("no text `name`")?.to_owned(),
        limit_kb: json["limit"].as_f64().context("no number `limit`")?,
        files: files
            .iter()
            .map(|file| file.as_str().map(str::to_owned))
            .collect::<Option<_>>()
            .context("`files` holds more than texts")?,
    })
}

/// Bytes of one file, plain and as brotli.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Size {
    plain: u64,
    packed: u64,
}

/// The sizes of all files that lie beside their brotli twin.
fn sizes(folder: &Path, prefix: &str) -> Result<BTreeMap<String, Size>> {
    let mut sizes = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        let twin = folder.join(format!("{name}.br"));
        if entry.file_type()?.is_dir() {
            sizes.extend(self::sizes(&entry.path(), &format!("{path}/"))?);
        } else if let Ok(twin) = fs::metadata(twin) {
            let size = Size {
                plain: entry.metadata()?.len(),
                packed: twin.len(),
            };
            sizes.insert(path, size);
        }
    }
    Ok(sizes)
}

#[derive(Debug)]
struct Report {
    table: String,
    over: Vec<String>,
}

fn report(budgets: &[Budget], sizes: &BTreeMap<String, Size>) -> Result<Report> {
    let mut lines = vec![format!(
        "{:<32}{:>10}{:>10}{:>10}",
        "Size in KB", "plain", "brotli", "budget"
    )];
    let mut over = Vec::new();
    for budget in budgets {
        let mut total = Size::default();
        for (path, size) in files_of(budget, sizes)? {
            lines.push(row(&format!("  {path}"), size, ""));
            total.plain += size.plain;
            total.packed += size.packed;
        }
        lines.push(row(&budget.name, total, &budget.limit_kb.to_string()));
        if kb(total.packed) > budget.limit_kb {
            let (packed, limit) = (kb(total.packed), budget.limit_kb);
            over.push(format!("{} ({packed:.1} of {limit} KB)", budget.name));
        }
    }
    Ok(Report {
        table: lines.join("\n"),
        over,
    })
}

fn files_of<'a>(
    budget: &'a Budget,
    sizes: &'a BTreeMap<String, Size>,
) -> Result<Vec<(&'a str, Size)>> {
    let mut files = Vec::new();
    for wanted in &budget.files {
        let start = wanted.strip_suffix('*');
        let start = start.or(wanted.ends_with('/').then_some(wanted.as_str()));
        let below = |path: &str| start.is_some_and(|start| path.starts_with(start));
        let found = sizes
            .iter()
            .filter(|(path, _)| *path == wanted || below(path));
        let before = files.len();
        files.extend(found.map(|(path, size)| (path.as_str(), *size)));
        if files.len() == before && !wanted.ends_with('/') {
            bail!(
                "the site has no {wanted}, which the budget of the {} names",
                budget.name
            );
        }
    }
    Ok(files)
}

fn row(name: &str, size: Size, limit: &str) -> String {
    let (plain, packed) = (kb(size.plain), kb(size.packed));
    format!("{name:<32}{plain:>10.1}{packed:>10.1}{limit:>10}")
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a site is smaller than 2^52 bytes"
)]
fn kb(bytes: u64) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUDGET: &str = r#"{"budgets": [
        {"name": "first load", "limit": 1.5, "files": ["a.js", "pkg/a.wasm", "pkg/snippets/"]},
        {"name": "loader", "limit": 0.5, "files": ["a.js"]},
        {"name": "part", "limit": 9, "files": ["later*"]}
    ]}"#;

    fn measured(files: &[(&str, u64)]) -> Result<Report> {
        let sizes = files
            .iter()
            .map(|&(path, packed)| {
                let plain = 3 * packed;
                (path.to_owned(), Size { plain, packed })
            })
            .collect();
        report(&budgets(BUDGET)?, &sizes)
    }

    #[test]
    fn a_site_within_its_budgets_is_reported() {
        let report = measured(&[("a.js", 500), ("pkg/a.wasm", 1000), ("later-1f.wasm", 9000)]);
        let report = report.unwrap();
        assert!(report.over.is_empty());
        let rows: Vec<Vec<&str>> = report
            .table
            .lines()
            .map(|line| line.split_whitespace().collect())
            .collect();
        assert!(rows.contains(&vec!["loader", "1.5", "0.5", "0.5"]));
        assert!(rows.contains(&vec!["part", "27.0", "9.0", "9"]));
    }

    #[test]
    fn a_budget_that_is_passed_is_named() {
        let report = measured(&[
            ("a.js", 400),
            ("pkg/a.wasm", 1000),
            ("pkg/snippets/x/y.js", 200),
            ("later-1f.wasm", 9000),
        ]);
        assert_eq!(report.unwrap().over, ["first load (1.6 of 1.5 KB)"]);
    }

    #[test]
    fn a_missing_file_is_no_small_file() {
        let error = measured(&[("a.js", 400)]).unwrap_err().to_string();
        assert!(error.contains("pkg/a.wasm"), "{error}");
        let without_part = measured(&[("a.js", 400), ("pkg/a.wasm", 1000)]);
        let error = without_part.unwrap_err().to_string();
        assert!(error.contains("later*"), "{error}");
    }

    #[test]
    fn the_budget_file_of_the_project_is_read() {
        let project = Project::find().unwrap();
        let text = fs::read_to_string(project.root().join("xtask/size-budget.json")).unwrap();
        let names: Vec<_> = budgets(&text)
            .unwrap()
            .into_iter()
            .map(|it| it.name)
            .collect();
        for name in ["first load", "loader"] {
            assert!(names.iter().any(|known| known == name), "{names:?}");
        }
    }
}
