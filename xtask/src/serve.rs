//! A small static web server for this computer only: right types, brotli where it lies ready,
//! and the strict content security policy that the planner promises to live with.
//! It never lists folders and never leaves its root folder. Each connection has a thread of its own and
//! carries one request: browsers open connections ahead of time, and one that waits never holds up another.

use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// The policy every page is served with: no inline code or style, nothing from elsewhere.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'; \
    manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'";

/// How long a connection may stay silent.
const SILENCE: Duration = Duration::from_secs(60);
/// The most bytes of a request; it has no body.
const LARGEST_REQUEST: usize = 32 * 1024;
const MOST_HEADERS: usize = 64;
const PORTS_TO_TRY: u16 = 100;

/// How a server is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where it listens.
    pub port: Port,
    /// The `Content-Security-Policy` header of every HTML page.
    pub content_security_policy: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: Port::Any,
            content_security_policy: CONTENT_SECURITY_POLICY.into(),
        }
    }
}

/// Which port of 127.0.0.1 a server takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Port {
    /// Whichever is free.
    Any,
    /// This one, or the next free one after it.
    From(u16),
}

/// A running server; it stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    is_stopping: Arc<AtomicBool>,
    doorman: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves the files below `root` on 127.0.0.1, on threads of its own.
    ///
    /// # Errors
    /// When `root` is no folder or no port is free.
    pub fn start(root: &Path, options: Options) -> io::Result<Self> {
        if !root.is_dir() {
            let message = format!("no folder {}", root.display());
            return Err(io::Error::new(ErrorKind::NotFound, message));
        }
        let listener = listen(options.port)?;
        let address = listener.local_addr()?;
        let is_stopping = Arc::new(AtomicBool::new(false));
        let site = Arc::new(Site {
            root: root.to_path_buf(),
            policy: options.content_security_policy,
        });
        let stop = Arc::clone(&is_stopping);
        let doorman = thread::spawn(move || {
            for connection in listener.incoming() {
                if stop.load(Ordering::SeqCst) {
                    break;
                }
                let Ok(connection) = connection else { continue };
                let site = Arc::clone(&site);
                // A browser that went away in the meantime is nobody's problem.
                thread::spawn(move || drop(site.answer_one(connection)));
            }
        });
        Ok(Self {
            address,
            is_stopping,
            doorman: Some(doorman),
        })
    }

    /// The address it listens on, for `http://{address}/`.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.is_stopping.store(true, Ordering::SeqCst);
        // Wakes the doorman, who waits for the next connection.
        drop(TcpStream::connect(self.address));
        if let Some(doorman) = self.doorman.take() {
            let _ = doorman.join();
        }
    }
}

fn listen(port: Port) -> io::Result<TcpListener> {
    let Port::From(first) = port else {
        return TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    };
    let mut result = Err(ErrorKind::AddrInUse.into());
    for port in first..=first.saturating_add(PORTS_TO_TRY) {
        result = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        match &result {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            _ => break,
        }
    }
    result
}

/// What is served: the folder, and the policy of its pages.
struct Site {
    root: PathBuf,
    policy: String,
}

/// What is sent back.
struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Site {
    fn answer_one(&self, mut connection: TcpStream) -> io::Result<()> {
        connection.set_read_timeout(Some(SILENCE))?;
        let mut bytes = Vec::new();
        let mut piece = [0; 4096];
        loop {
            let count = connection.read(&mut piece)?;
            if count == 0 {
                return Ok(());
            }
            bytes.extend_from_slice(&piece[..count]);
            let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
            let mut request = httparse::Request::new(&mut headers);
            let answer = match request.parse(&bytes) {
                Ok(httparse::Status::Complete(_)) => self.answer(&request),
                Ok(httparse::Status::Partial) if bytes.len() < LARGEST_REQUEST => continue,
                _ => refusal(400, "not a request"),
            };
            let is_head = request.method == Some("HEAD");
            return send(&mut connection, &answer, is_head);
        }
    }

    fn answer(&self, request: &httparse::Request<'_, '_>) -> Answer {
        if !matches!(request.method, Some("GET" | "HEAD")) {
            return refusal(405, "only GET and HEAD");
        }
        match request.path.and_then(relative_path) {
            Some(path) => self.file(&path, takes_brotli(request)),
            None => refusal(404, "not found"),
        }
    }

    fn file(&self, path: &str, encoding: Encoding) -> Answer {
        let plain = self.root.join(path);
        let packed = self.root.join(format!("{path}.br"));
        let (body, packed) = match encoding {
            Encoding::Brotli if packed.is_file() => (fs::read(&packed), true),
            _ => (fs::read(&plain), false),
        };
        let Ok(body) = body else {
            return refusal(404, "not found");
        };
        let mut headers = vec![
            ("Content-Type", media_type(path).to_owned()),
            ("Cache-Control", "no-cache".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Vary", "Accept-Encoding".to_owned()),
        ];
        if packed {
            headers.push(("Content-Encoding", "br".to_owned()));
        }
        if path.ends_with(".html") {
            headers.push(("Content-Security-Policy", self.policy.clone()));
            headers.push(("Referrer-Policy", "no-referrer".to_owned()));
        }
        Answer {
            status: 200,
            headers,
            body,
        }
    }
}

fn refusal(status: u16, reason: &str) -> Answer {
    Answer {
        status,
        headers: vec![("Content-Type", "text/plain; charset=utf-8".to_owned())],
        body: reason.as_bytes().to_vec(),
    }
}

fn send(connection: &mut TcpStream, answer: &Answer, is_head: bool) -> io::Result<()> {
    let reason = match answer.status {
        200 => "OK",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Bad Request",
    };
    let mut head = format!("HTTP/1.1 {} {reason}\r\n", answer.status);
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    let length = answer.body.len();
    head.push_str(&format!(
        "Content-Length: {length}\r\nConnection: close\r\n\r\n"
    ));
    connection.write_all(head.as_bytes())?;
    if !is_head {
        connection.write_all(&answer.body)?;
    }
    connection.flush()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Brotli,
    Plain,
}

fn takes_brotli(request: &httparse::Request<'_, '_>) -> Encoding {
    let accepted = request
        .headers
        .iter()
        .filter(|header| header.name.eq_ignore_ascii_case("Accept-Encoding"))
        .filter_map(|header| std::str::from_utf8(header.value).ok())
        .any(accepts_brotli);
    if accepted {
        Encoding::Brotli
    } else {
        Encoding::Plain
    }
}

fn accepts_brotli(accept_encoding: &str) -> bool {
    accept_encoding.split(',').any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let weight = |part: &str| part.strip_prefix("q=").and_then(|q| q.parse::<f32>().ok());
        parts.next() == Some("br") && parts.find_map(weight) != Some(0.0)
    })
}

/// The path below the root that a URL asks for, or nothing where it would leave the root.
fn relative_path(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut path = percent_decoded(path)?;
    if path.is_empty() || path.ends_with('/') {
        path.push_str("index.html");
    }
    let safe = |segment: &str| {
        !segment.is_empty() && !segment.starts_with('.') && !segment.contains(['\\', ':', '\0'])
    };
    path.split('/').all(safe).then_some(path)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut pieces = text.split('%');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn paths_stay_below_the_root() {
        for url in [
            "/../Cargo.toml",
            "/pkg/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/pkg/%2e%2e%2f%2e%2e/x",
            "/..\\Cargo.toml",
            "/C:/x",
            "//etc/passwd",
            "/.git/config",
            "/a%00b",
            "/a%2",
            "/a%ff",
            "no-slash",
        ] {
            assert_eq!(relative_path(url), None, "{url}");
        }
    }

    #[test]
    fn paths_are_found() {
        for (url, path) in [
            ("/", "index.html"),
            ("/?lang=en#/rooster", "index.html"),
            ("/docs/", "docs/index.html"),
            ("/pkg/a.wasm?v=1", "pkg/a.wasm"),
            ("/a%20b.css", "a b.css"),
        ] {
            assert_eq!(relative_path(url).as_deref(), Some(path), "{url}");
        }
    }

    #[test]
    fn media_types_are_the_ones_browsers_ask_for() {
        assert_eq!(media_type("pkg/app_bg.wasm"), "application/wasm");
        assert_eq!(media_type("app.js"), "text/javascript; charset=utf-8");
        assert_eq!(media_type("plan.schema.json"), "application/json");
        assert_eq!(media_type("LICENSE"), "application/octet-stream");
    }

    #[test]
    fn brotli_only_for_those_who_take_it() {
        assert!(accepts_brotli("gzip, deflate, br, zstd"));
        assert!(accepts_brotli("br;q=1.0, gzip"));
        assert!(!accepts_brotli("gzip, deflate"));
        assert!(!accepts_brotli("br;q=0, gzip"));
    }

    #[test]
    fn takes_the_next_free_port() {
        let taken = listen(Port::Any).unwrap();
        let first = taken.local_addr().unwrap().port();
        let next = listen(Port::From(first)).unwrap();
        assert!(next.local_addr().unwrap().port() > first);
    }

    #[test]
    fn serves_refuses_and_stops() {
        let root = std::env::temp_dir().join(format!("xtask-serve-{}", std::process::id()));
        fs::create_dir_all(&root).unwrap();
        fs::write(root.join("index.html"), "plain page").unwrap();
        fs::write(root.join("app.js"), "plain script").unwrap();
        fs::write(root.join("app.js.br"), "packed script").unwrap();
        let server = Server::start(&root, Options::default()).unwrap();
        let address = server.address();

        let page = asked(address, "GET / HTTP/1.1", "");
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        assert!(page.contains("Content-Security-Policy: default-src 'none'; script-src 'self'"));
        assert!(page.ends_with("plain page"), "{page}");

        let packed = asked(
            address,
            "GET /app.js HTTP/1.1",
            "Accept-Encoding: gzip, br\r\n",
        );
        assert!(packed.contains("Content-Encoding: br") && packed.ends_with("packed script"));
        assert!(packed.contains("Cache-Control: no-cache"));
        assert!(packed.contains("Content-Type: text/javascript"));
        assert!(!packed.contains("Content-Security-Policy"));

        assert!(asked(address, "GET /app.js HTTP/1.1", "").ends_with("plain script"));
        assert!(asked(address, "GET /gone.js HTTP/1.1", "").starts_with("HTTP/1.1 404"));
        assert!(asked(address, "GET /../app.js HTTP/1.1", "").starts_with("HTTP/1.1 404"));
        assert!(asked(address, "POST / HTTP/1.1", "").starts_with("HTTP/1.1 405"));

        // Browsers open connections ahead of time and leave them silent.
        let silent: Vec<TcpStream> = (0..20)
            .map(|_| TcpStream::connect(address).unwrap())
            .collect();
        assert!(asked(address, "GET / HTTP/1.1", "").starts_with("HTTP/1.1 200"));
        drop(silent);

        drop(server);
        assert!(TcpStream::connect(address).is_err(), "it still listens");
        fs::remove_dir_all(&root).unwrap();
    }

    fn asked(address: SocketAddr, line: &str, headers: &str) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(
            stream,
            "{line}\r\nHost: x\r\nConnection: close\r\n{headers}\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}
