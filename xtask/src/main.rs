//! The command line of xtask: reads the words after `cargo xtask` and calls the library.
//! Each error ends with the name of what failed and the command that helps.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use xtask::bench::{self, Wanted};
use xtask::check::{self, Step};
use xtask::project::Project;
use xtask::run::say;
use xtask::serve::{Options, Port, Server};
use xtask::{machine, site, split};

const USAGE: &str = "\
cargo xtask serve [--port N]    build the planner and serve it on this computer
cargo xtask build               build the site into target/site
cargo xtask size                build the site and hold it against xtask/size-budget.json
cargo xtask bench [NAME..] [--reference]  plan the benchmark natively and in Chromium, CP-SAT beside it
cargo xtask bench screens [FIGURE..]     the screens with a national plan in Chromium, other libraries beside it;
                                          or of these: example proposal national peers
cargo xtask test [--only STEP]  check everything, or one of: fmt clippy native wasm size browser";

fn main() -> ExitCode {
    if split::is_called_as_bindgen() {
        return ending(split::as_bindgen());
    }
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    ending(command(&words))
}

fn ending(result: Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(words: &[&str]) -> Result<()> {
    let project = Project::find()?;
    match words {
        ["serve"] => serve(&project, Port::From(8080)),
        ["serve", "--port", port] => serve(&project, Port::From(number(port)?)),
        ["build"] => build(&project),
        ["size"] => check::only(&project, Step::Size),
        ["bench", words @ ..] => bench::all(&project, &Wanted::read(words)?),
        ["test"] => check::all(&project),
        ["test", "--only", name] => check::only(&project, Step::named(name).context(USAGE)?),
        [] | ["help" | "--help" | "-h"] => {
            say(USAGE);
            Ok(())
        }
        _ => bail!("not a command: {}\n{USAGE}", words.join(" ")),
    }
}

fn number(port: &str) -> Result<u16> {
    port.parse()
        .with_context(|| format!("not a port number: {port}"))
}

fn build(project: &Project) -> Result<()> {
    machine::prepare_build(project)?;
    site::build(project)?;
    Ok(())
}

fn serve(project: &Project, port: Port) -> Result<()> {
    build(project)?;
    let options = Options {
        port,
        ..Options::default()
    };
    let server = Server::start(&project.site(), options).context("the web server cannot start")?;
    say(&format!(
        "The planner is at http://{}/ (stop with Ctrl+C)",
        server.address()
    ));
    loop {
        std::thread::park();
    }
}
