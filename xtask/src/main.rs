//! The command line of xtask: reads the words after `cargo xtask` and calls the library.
//! Each error ends with the name of what failed and the command that helps.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use xtask::check::{self, Step};
use xtask::project::Project;
use xtask::run::{cargo, run, say};
use xtask::serve::{Options, Port, Server};
use xtask::site::{self, Profile};
use xtask::{dev, machine, split};

const USAGE: &str = "\
cargo xtask serve [--port N]    build the planner and serve it on this computer
cargo xtask serve --dev [--port N]  the same quickly: not optimised, built again when a file changes
cargo xtask build               build the site into target/site
cargo xtask size                build the site and hold it against xtask/size-budget.json
cargo xtask schema              write www/plan.schema.json from the types of core
cargo xtask bench [NAME..] [--reference]  plan the benchmark natively and in Chromium, CP-SAT beside it
cargo xtask bench screens [FIGURE..]     the screens with a national plan in Chromium, other libraries beside it;
                                          or of these: example proposal national peers
cargo xtask test [--only STEP]  check everything, or one of: fmt clippy native wasm size browser
cargo xtask properties [--seed N]  the properties on other random cases than those of the tests, ten times as many";

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
        ["serve", "--dev", words @ ..] => dev::serve(&project, port(words)?),
        ["serve", words @ ..] => serve(&project, port(words)?),
        ["build"] => build(&project),
        ["size"] => check::only(&project, Step::Size),
        ["bench", words @ ..] => bench(&project, words),
        ["schema"] => schema(&project),
        ["properties"] => check::properties(&project, None),
        ["properties", "--seed", seed] => {
            let number = seed.parse();
            let seed = number.with_context(|| format!("not a whole number: {seed}"))?;
            check::properties(&project, Some(seed))
        }
        ["test"] => check::all(&project),
        ["test", "--only", name] => check::only(&project, Step::named(name).context(USAGE)?),
        [] | ["help" | "--help" | "-h"] => {
            say(USAGE);
            Ok(())
        }
        _ => bail!("not a command: {}\n{USAGE}", words.join(" ")),
    }
}

fn port(words: &[&str]) -> Result<Port> {
    match words {
        [] => Ok(Port::From(8080)),
        ["--port", port] => {
            let number = port.parse();
            Ok(Port::From(
                number.with_context(|| format!("not a port number: {port}"))?,
            ))
        }
        _ => bail!("not a command: serve {}\n{USAGE}", words.join(" ")),
    }
}

fn build(project: &Project) -> Result<()> {
    machine::prepare_build(project, Profile::Web)?;
    site::build(project)?;
    Ok(())
}

/// Hands the words on to the benchmark's own command.
fn bench(project: &Project, words: &[&str]) -> Result<()> {
    let measure = ["run", "--quiet", "--package", "centering-bench"];
    run(cargo(project)
        .args(measure)
        .args(["--example", "measure", "--"])
        .args(words))
}

fn schema(project: &Project) -> Result<()> {
    // An example of core, so that this program needs neither core nor what its schema is made with.
    let example = "run --quiet --package centering-core --features schema --example schema";
    let path = ["--", "www/plan.schema.json"];
    run(cargo(project).args(example.split(' ')).args(path))
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
