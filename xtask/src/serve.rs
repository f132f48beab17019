//! A small static web server for this computer only: right types, brotli where it lies ready,
//! and the strict content security policy that the planner promises to live with.
//! It never lists folders and never leaves its root folder.

use std::fs;
use std::io::{self, Cursor, ErrorKind};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Method, Request, Response};

/// The policy every page is served with: no inline code or style, nothing from elsewhere.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'; \
    manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'";

const WORKERS: usize = 4;
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
    http: Arc<tiny_http::Server>,
    workers: Vec<JoinHandle<()>>,
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
        let http = tiny_http::Server::from_listener(listener, None).map_err(io::Error::other)?;
        let http = Arc::new(http);
        let site = Arc::new(Site {
            root: root.to_path_buf(),
            policy: options.content_security_policy,
        });
        let workers = (0..WORKERS)
            .map(|_| {
                let (http, site) = (Arc::clone(&http), Arc::clone(&site));
                thread::spawn(move || site.answer_all(&http))
            })
            .collect();
        Ok(Self {
            address,
            http,
            workers,
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
        for _ in &self.workers {
            self.http.unblock();
        }
        for worker in self.workers.drain(..) {
            let _ = worker.join();
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

type Answer = Response<Cursor<Vec<u8>>>;

impl Site {
    fn answer_all(&self, http: &tiny_http::Server) {
        // An error of recv is the unblock of drop, or a listener that is gone.
        while let Ok(request) = http.recv() {
            let answer = self.answer(&request);
            // A browser that went away in the meantime is nobody's problem.
            let _ = request.respond(answer);
        }
    }

    fn answer(&self, request: &Request) -> Answer {
        if !matches!(request.method(), Method::Get | Method::Head) {
            return refusal(405, "only GET and HEAD");
        }
        match relative_path(request.url()) {
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
        let mut answer = Response::from_data(body)
            .with_chunked_threshold(usize::MAX)
            .with_header(header("Content-Type", media_type(path)))
            .with_header(header("Cache-Control", "no-cache"))
            .with_header(header("X-Content-Type-Options", "nosniff"))
            .with_header(header("Vary", "Accept-Encoding"));
        if packed {
            answer.add_header(header("Content-Encoding", "br"));
        }
        if path.ends_with(".html") {
            answer.add_header(header("Content-Security-Policy", &self.policy));
            answer.add_header(header("Referrer-Policy", "no-referrer"));
        }
        answer
    }
}

fn refusal(status: u16, reason: &str) -> Answer {
    Response::from_string(reason).with_status_code(status)
}

/// # Panics
/// Never in practice: every name and value here is a visible ASCII text of this file.
fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("header in ASCII")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Brotli,
    Plain,
}

fn takes_brotli(request: &Request) -> Encoding {
    let accepted = request
        .headers()
        .iter()
        .filter(|header| header.field.equiv("Accept-Encoding"))
        .any(|header| accepts_brotli(header.value.as_str()));
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

        let http = Arc::downgrade(&server.http);
        drop(server);
        assert!(http.upgrade().is_none(), "a thread still serves");
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
