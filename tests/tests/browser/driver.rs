//! Starts browser engines with their WebDrivers, hands a browser that knows nothing to each check, and takes all down
//! again.

use super::{Failure, Outcome};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use std::cell::RefCell;
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
const START_WITHIN: Duration = Duration::from_secs(60);

/// How long a browser may take to forget a check. Usually it takes a quarter of a second.
const FORGET_WITHIN: Duration = Duration::from_secs(15);

/// After so many checks a browser is replaced, so that none of them grows old.
const MOST_CHECKS: usize = 12;

/// The browsers that run and are free. Starting one and compiling the planner in it takes longer than many a check, so a
/// browser whose check passed serves another one, with nothing stored and one window.
#[derive(Default)]
pub struct Browsers {
    free: RefCell<Vec<Browser>>,
}

impl Browsers {
    /// A browser of this engine that knows nothing of a check before.
    pub async fn take(&self, engine: Engine, address: &str) -> Result<Browser, Failure> {
        while let Some(browser) = self.free_one(engine) {
            let forgotten = tokio::time::timeout(FORGET_WITHIN, browser.forget(address)).await;
            if matches!(forgotten, Ok(Ok(()))) {
                return Ok(browser);
            }
            browser.stop().await;
        }
        Browser::start(engine, None).await
    }

    fn free_one(&self, engine: Engine) -> Option<Browser> {
        let mut free = self.free.borrow_mut();
        let place = free.iter().position(|one| one.engine == engine)?;
        Some(free.swap_remove(place))
    }

    /// Takes a browser whose check passed.
    pub async fn give_back(&self, mut browser: Browser) {
        browser.checks += 1;
        if browser.checks < MOST_CHECKS {
            self.free.borrow_mut().push(browser);
        } else {
            browser.stop().await;
        }
    }

    /// Ends those that are free.
    pub async fn stop(&self) {
        for browser in self.free.take() {
            browser.stop().await;
        }
    }
}

/// A running browser.
pub struct Browser {
    pub engine: Engine,
    pub client: Client,
    running: Running,
    /// The size of its window at the start.
    window: (u64, u64),
    /// How many checks it has served.
    checks: usize,
}

impl Browser {
    /// Starts the engine, in this time zone where one is named; tries again when it does not come up at once.
    pub async fn start(engine: Engine, zone: Option<&str>) -> Result<Self, Failure> {
        let mut last: Failure = "not tried".into();
        for _ in 0..3 {
            match Self::try_start(engine, zone).await {
                Ok(browser) => return Ok(browser),
                Err(failure) => last = failure,
            }
        }
        Err(format!("{} does not start: {last}", engine.name()).into())
    }

    async fn try_start(engine: Engine, zone: Option<&str>) -> Result<Self, Failure> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let running = Running::start(engine, port, zone)?;
        let mut last = String::from("no answer");
        for _ in 0..60 {
            tokio::time::sleep(Duration::from_millis(250)).await;
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(engine.capabilities());
            let address = format!("http://127.0.0.1:{port}");
            match tokio::time::timeout(START_WITHIN, builder.connect(&address)).await {
                Ok(Ok(client)) => {
                    let window = client.get_window_size().await?;
                    return Ok(Self {
                        engine,
                        client,
                        running,
                        window,
                        checks: 0,
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

    /// Leaves one window of the usual size, on an empty page of the site, with nothing stored.
    async fn forget(&self, address: &str) -> Outcome {
        let client = &self.client;
        client.release_actions().await?;
        let windows = client.windows().await?;
        for window in windows.iter().skip(1) {
            client.switch_to_window(window.clone()).await?;
            client.close_window().await?;
        }
        let first = windows.into_iter().next().ok_or("no window is left")?;
        client.switch_to_window(first).await?;
        let (width, height) = self.window;
        client
            .set_window_size(u32::try_from(width)?, u32::try_from(height)?)
            .await?;
        let empty = format!("http://{address}/there-is-no-such-page");
        client.goto(&empty).await?;
        let clear = "localStorage.clear(); sessionStorage.clear(); return localStorage.length + sessionStorage.length";
        match client.execute(clear, Vec::new()).await?.as_u64() {
            Some(0) => Ok(()),
            left => Err(format!("still stored: {left:?}").into()),
        }
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
    fn start(engine: Engine, port: u16, zone: Option<&str>) -> Result<Self, Failure> {
        let folder = std::env::temp_dir().join(format!("centering-{}-{port}", engine.name()));
        std::fs::create_dir_all(&folder)
            .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
        let driver = engine
            .driver(port)
            .env("TMPDIR", &folder)
            .envs(zone.map(|zone| ("TZ", zone)))
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
