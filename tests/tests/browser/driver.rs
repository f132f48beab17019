//! Starts a browser engine with its WebDriver and a fresh profile, and takes both down again.

use super::Failure;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The command that starts the WebDriver of the engine on a port.
    fn driver(self, port: u16) -> Command {
        match self {
            Self::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg(format!("--port={port}"));
                command
            }
            Self::Firefox => {
                let tools = std::env::var_os("CENTERING_TOOLS").unwrap_or_default();
                let mut command = Command::new(PathBuf::from(tools).join("geckodriver"));
                command.args(["--port", &port.to_string(), "--log", "fatal"]);
                command
            }
            Self::WebKit => {
                let mut command = Command::new("xvfb-run");
                command.args([
                    "-a",
                    "-s",
                    "-screen 0 2000x1100x24",
                    "dbus-run-session",
                    "--",
                ]);
                command.args(["WebKitWebDriver", &format!("--port={port}")]);
                // Root has no user namespaces for the sandbox of the engine.
                command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
                command
            }
        }
    }

    fn capabilities(self) -> Map<String, Value> {
        let wanted = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": { "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--window-size=1280,900", "--lang=nl-NL",
                ]},
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "args": ["-headless", "--width=1280", "--height=900"],
                    "prefs": { "intl.accept_languages": "nl-NL", "browser.shell.checkDefaultBrowser": false },
                },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
            }),
        };
        match wanted {
            Value::Object(map) => map,
            _ => Map::new(),
        }
    }
}

/// MiniBrowser lies in a folder that is named after the architecture.
fn mini_browser() -> String {
    let folder = PathBuf::from("/usr/lib");
    let architectures = std::fs::read_dir(&folder).into_iter().flatten().flatten();
    architectures
        .map(|entry| entry.path().join("webkit2gtk-4.1/MiniBrowser"))
        .find(|path| path.exists())
        .map_or_else(
            || "MiniBrowser".to_owned(),
            |path| path.display().to_string(),
        )
}

/// How long a browser may take to start. Usually it takes one to four seconds.
const START_WITHIN: Duration = Duration::from_secs(25);

/// A running browser.
pub struct Browser {
    pub engine: Engine,
    pub client: Client,
    running: Running,
}

impl Browser {
    /// Starts the engine; tries again when it does not come up at once.
    pub async fn start(engine: Engine) -> Result<Self, Failure> {
        let mut last: Failure = "not tried".into();
        for _ in 0..3 {
            match Self::try_start(engine).await {
                Ok(browser) => return Ok(browser),
                Err(failure) => last = failure,
            }
        }
        Err(format!("{} does not start: {last}", engine.name()).into())
    }

    async fn try_start(engine: Engine) -> Result<Self, Failure> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let running = Running::start(engine, port)?;
        let mut last = String::from("no answer");
        for _ in 0..60 {
            tokio::time::sleep(Duration::from_millis(250)).await;
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(engine.capabilities());
            let address = format!("http://127.0.0.1:{port}");
            match tokio::time::timeout(START_WITHIN, builder.connect(&address)).await {
                Ok(Ok(client)) => {
                    return Ok(Self {
                        engine,
                        client,
                        running,
                    });
                }
                Ok(Err(error)) => last = error.to_string(),
                Err(_) => {
                    // A browser that hangs at its start is ended, and another one started.
                    last = format!("no session within {} s", START_WITHIN.as_secs());
                    break;
                }
            }
        }
        Err(last.into())
    }

    /// Closes the browser and ends its WebDriver.
    pub async fn stop(self) {
        // Whatever happens, the driver and all it started end with `running`.
        let _ = tokio::time::timeout(Duration::from_secs(10), self.client.close()).await;
        drop(self.running);
    }
}

/// A WebDriver, all that it started, and the folder of its profile: ended and removed together.
/// An engine that is killed leaves its profile behind, some 15 MB for each check.
struct Running {
    driver: Child,
    folder: PathBuf,
}

impl Running {
    fn start(engine: Engine, port: u16) -> Result<Self, Failure> {
        let folder = std::env::temp_dir().join(format!("centering-{}-{port}", engine.name()));
        std::fs::create_dir_all(&folder)
            .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
        let driver = engine
            .driver(port)
            .env("TMPDIR", &folder)
            .process_group(0)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("the WebDriver cannot be started: {error}"))?;
        Ok(Self { driver, folder })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let group = format!("-{}", self.driver.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        std::thread::sleep(Duration::from_millis(150));
        let _ = Command::new("kill")
            .args(["-KILL", "--", &group])
            .stderr(Stdio::null())
            .status();
        let _ = self.driver.wait();
        remove(&self.folder);
    }
}

/// Removes a folder. A process that is just ending may still write in it, so it is tried again.
fn remove(folder: &Path) {
    for _ in 0..10 {
        if std::fs::remove_dir_all(folder).is_ok() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}
