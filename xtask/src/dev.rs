//! `cargo xtask serve --dev`: a site that is not optimised, made again when a file changes. Its pages ask every half
//! second for the name of the build, and load themselves again when that changed; the open plan is kept, as it is in
//! the browser. Nothing of this is in the site that is shipped.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result};

use crate::machine;
use crate::project::Project;
use crate::run::say;
use crate::serve::{Options, Port, Server};
use crate::site::{self, Files, Profile};

/// Of what the app is made, beside the static files.
const SOURCES: [&str; 6] = [
    "core",
    "words",
    "exchange",
    "web",
    "Cargo.toml",
    "Cargo.lock",
];
/// So often the files are looked at: there are a few hundred.
const LOOK: Duration = Duration::from_millis(300);
/// The name of the build that is served; written when all of it is there.
const BUILD: &str = "dev-build.txt";
const RELOAD: &str = "dev-reload.js";
const SCRIPT: &str = "const build = async () => {
  const answer = await fetch(new URL(\"dev-build.txt\", import.meta.url), { cache: \"no-store\" });
  return answer.ok ? answer.text() : undefined;
};
let shown;
setInterval(async () => {
  const now = await build().catch(() => undefined); // the server is away, or writes
  shown ??= now;
  if (now && now !== shown) location.reload();
}, 500);
";

/// When each file was written.
type Times = BTreeMap<PathBuf, SystemTime>;

/// Builds and serves, for ever.
///
/// # Errors
/// When a tool cannot be had, the files cannot be looked at, or the server cannot start. What does not compile is
/// told, and the next change waited for.
pub fn serve(project: &Project, port: Port) -> Result<()> {
    machine::prepare_build(project, Profile::DevWeb)?;
    fs::create_dir_all(project.dev_site())?;
    let options = Options {
        port,
        ..Options::default()
    };
    let server = Server::start(&project.dev_site(), options);
    let server = server.context("the web server cannot start")?;
    let (mut sources, mut pages) = (Times::new(), Times::new());
    let mut app = None;
    loop {
        // Before building, so that what changes meanwhile is built next.
        let (old_sources, old_pages) = (sources, pages);
        sources = times(project, &SOURCES)?;
        pages = times(project, &["www"])?;
        if sources != old_sources {
            app = None;
        }
        if sources != old_sources || pages != old_pages {
            let start = Instant::now();
            match build(project, &mut app) {
                Ok(()) => say(&format!(
                    "Built in {:.1} s: http://{}/ (stop with Ctrl+C)",
                    start.elapsed().as_secs_f32(),
                    server.address()
                )),
                Err(error) => say(&format!("{error:#}; waiting for a change")),
            }
        }
        sleep(LOOK);
    }
}

/// Lays the site together, with the app as it was where only a static file changed.
fn build(project: &Project, app: &mut Option<Files>) -> Result<()> {
    let app = match app {
        Some(app) => app,
        None => {
            app.insert(site::compile(project, Profile::DevWeb)?.laid(|_, content| Ok(content))?)
        }
    };
    let mut files = site::www(project)?;
    for (path, page) in &mut files {
        if path.ends_with(".html") {
            *page = with_reload(&String::from_utf8_lossy(page)).into_bytes();
        }
    }
    files.extend(app.clone());
    files.insert(RELOAD.to_owned(), SCRIPT.into());
    let site = project.dev_site();
    site::write_site(&site, &files)?;
    let name = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?;
    fs::write(site.join(BUILD), name.as_millis().to_string())?;
    Ok(())
}

fn with_reload(page: &str) -> String {
    let script = format!("<script type=\"module\" src=\"{RELOAD}\"></script>\n</head>");
    page.replacen("</head>", &script, 1)
}

/// When each of these files, and each below these folders, was written.
fn times(project: &Project, paths: &[&str]) -> Result<Times> {
    let mut times = Times::new();
    let mut open: Vec<PathBuf> = paths.iter().map(|path| project.root().join(path)).collect();
    while let Some(path) = open.pop() {
        // An editor may just have put another file in its place.
        let Ok(found) = fs::metadata(&path) else {
            continue;
        };
        if !found.is_dir() {
            times.insert(path, found.modified()?);
            continue;
        }
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            if !entry.file_name().to_string_lossy().starts_with('.') {
                open.push(entry.path());
            }
        }
    }
    Ok(times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_project_loads_itself_again() {
        let pages = site::www(&Project::find().unwrap()).unwrap();
        let pages = pages.iter().filter(|(path, _)| path.ends_with(".html"));
        let pages: Vec<_> = pages
            .map(|(_, page)| String::from_utf8_lossy(page))
            .collect();
        assert!(!pages.is_empty());
        for page in pages {
            assert!(!page.contains(RELOAD) && with_reload(&page).contains(RELOAD));
        }
        assert!(SCRIPT.contains(BUILD));
    }

    #[test]
    fn a_file_that_changes_is_seen() {
        let project = Project::find().unwrap();
        let before = times(&project, &SOURCES).unwrap();
        assert!(before.keys().any(|path| path.ends_with("web/src/lib.rs")));
        assert!(before.keys().any(|path| path.ends_with("Cargo.toml")));
        assert_eq!(times(&project, &SOURCES).unwrap(), before);
    }
}
