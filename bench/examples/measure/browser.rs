//! A headless Chromium that runs the benchmark's page, spoken to through chromedriver over plain HTTP.
//! It knows four commands of WebDriver and no more; the browser tests have a full client.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// The longest a plan may take in the page.
const PATIENCE: Duration = Duration::from_secs(600);
const START_TRIES: u32 = 80;
/// How long a browser may take to close, and how much longer than a script its driver may take to answer.
const SHORT: Duration = Duration::from_secs(5);

/// A browser with one page; both end when it is dropped.
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
    /// The process of Chromium itself.
    process: Option<u64>,
    patience: Duration,
}

impl Browser {
    /// Opens a page.
    ///
    /// # Errors
    /// When chromedriver or Chromium does not start, or the page does not load.
    pub fn open(address: &str) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let driver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("chromedriver cannot be started")?;
        let mut browser = Self {
            driver,
            port,
            session: String::new(),
            process: None,
            patience: PATIENCE,
        };
        browser.wait_for_driver()?;
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "timeouts": { "script": PATIENCE.as_millis() as u64 },
            "goog:chromeOptions": { "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--enable-precise-memory-info",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ]},
        }}});
        let answer = browser.ask("POST", "/session", &wanted)?;
        let id = answer["sessionId"].as_str().context("no session")?;
        browser.session = format!("/session/{id}");
        browser.process = answer["capabilities"]["goog:processID"].as_u64();
        browser.command("/url", &json!({ "url": address }))?;
        Ok(browser)
    }

    /// Calls an asynchronous function of the page and gives its result.
    ///
    /// # Errors
    /// When the function fails or takes too long.
    pub fn call(&self, function: &str, arguments: &Value) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; const words = arguments[0]; \
             const wait = () => globalThis.{function} \
                ? globalThis.{function}(...words).then(done, (error) => done({{ error: String(error) }})) \
                : setTimeout(wait, 20); \
             wait();"
        );
        let body = json!({ "script": script, "args": [arguments] });
        let answer = self.command("/execute/async", &body)?;
        if let Some(error) = answer["error"].as_str() {
            bail!("the page says: {error}");
        }
        Ok(answer)
    }

    /// From now on waits no longer than this for a script.
    ///
    /// # Errors
    /// When the driver refuses it.
    pub fn wait_at_most(&mut self, time: Duration) -> Result<()> {
        self.command("/timeouts", &json!({ "script": time.as_millis() as u64 }))?;
        self.patience = time + SHORT;
        Ok(())
    }

    /// Runs a script in the page; an asynchronous one, that calls its last argument with its result.
    ///
    /// # Errors
    /// When it fails or takes too long.
    pub fn script(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        let body = json!({ "script": script, "args": arguments });
        self.command("/execute/async", &body)
    }

    /// Runs a script in the page for what it leaves behind.
    ///
    /// # Errors
    /// When it fails.
    pub fn run(&self, script: &str) -> Result<()> {
        let body = json!({ "script": script, "args": [] });
        self.command("/execute/sync", &body)?;
        Ok(())
    }

    /// Calls a function of `measure` in the page.
    ///
    /// # Errors
    /// When it fails or takes too long.
    pub fn measure(&self, function: &str, arguments: &[Value]) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; \
             globalThis.measure.{function}(...arguments[0]).then((value) => done({{ value }}), (error) => done({{ error: String(error) }}))"
        );
        let mut answer = self.script(&script, &[json!(arguments)])?;
        if let Some(error) = answer["error"].as_str() {
            bail!("{function}: {error}");
        }
        Ok(answer["value"].take())
    }

    /// A command of the developer tools of Chromium.
    ///
    /// # Errors
    /// When Chromium refuses it.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Result<Value> {
        let body = json!({ "cmd": command, "params": parameters });
        self.command("/goog/cdp/execute", &body)
    }

    /// Goes to another page.
    ///
    /// # Errors
    /// When it does not load.
    pub fn go(&self, address: &str) -> Result<()> {
        self.command("/url", &json!({ "url": address }))?;
        Ok(())
    }

    fn wait_for_driver(&self) -> Result<()> {
        for _ in 0..START_TRIES {
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        bail!("chromedriver does not answer")
    }

    fn command(&self, path: &str, body: &Value) -> Result<Value> {
        self.ask("POST", &format!("{}{path}", self.session), body)
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Result<Value> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(self.patience))?;
        let body = body.to_string();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.port,
            body.len()
        )?;
        let text = read_body(&mut stream)?;
        let mut answer: Value = serde_json::from_slice(&text).context("chromedriver's answer")?;
        let value = answer["value"].take();
        if let Some(message) = value["message"]
            .as_str()
            .filter(|_| value["error"].is_string())
        {
            bail!(
                "chromedriver: {}",
                message.lines().next().unwrap_or(message)
            );
        }
        Ok(value)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            // Ends Chromium; the driver itself is ended below whatever this answers.
            self.patience = SHORT;
            let is_closed = self.ask("DELETE", &self.session, &Value::Null).is_ok();
            if let Some(process) = self.process.filter(|_| !is_closed) {
                // A page that never ends its script keeps the browser from closing.
                let _ = Command::new("kill")
                    .args(["-9", &process.to_string()])
                    .status();
            }
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The body of an answer, by its `Content-Length`.
fn read_body(stream: &mut impl Read) -> Result<Vec<u8>> {
    const MOST_HEADERS: usize = 32;
    let mut bytes = Vec::new();
    let mut part = [0; 1 << 16];
    loop {
        let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
        let mut head = httparse::Response::new(&mut headers);
        if let httparse::Status::Complete(start) = head.parse(&bytes)? {
            let length = head
                .headers
                .iter()
                .find(|header| header.name.eq_ignore_ascii_case("content-length"))
                .context("an answer without a length")?;
            let length: usize = std::str::from_utf8(length.value)?.trim().parse()?;
            if bytes.len() >= start + length {
                return Ok(bytes[start..start + length].to_vec());
            }
        }
        match stream.read(&mut part)? {
            0 => bail!("chromedriver hung up"),
            count => bytes.extend_from_slice(&part[..count]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read_body;

    #[test]
    fn a_body_is_read_to_its_length() {
        let mut answer = &b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}more"[..];
        assert_eq!(read_body(&mut answer).unwrap(), b"{}");
        let mut short = &b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}"[..];
        assert!(read_body(&mut short).is_err());
    }
}
