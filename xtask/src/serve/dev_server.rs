//! A small server of static files, such as any web host runs.

use std::fs;
use std::io::{BufReader, Result as IoResult};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

use anyhow::{Context, Result};

use super::header_rules;
use super::http::{self, Request};
use crate::run::OrHelp;

/// A folder served at an address of this machine; ends when dropped.
pub struct DevServer {
    address: String,
    port: u16,
    stopped: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// What the server gives for an address.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    /// The file.
    Found(PathBuf),
    /// A folder was named without its last slash.
    Moved(String),
    /// There is nothing.
    Missing,
}

impl DevServer {
    /// Serves `folder` at `port`, 0 for any free one, below the path `mount`,
    /// which begins and ends with a slash.
    ///
    /// # Errors
    /// The port is taken.
    pub fn start(folder: &Path, port: u16, mount: &str) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("port {port}"))
            .or_help("cargo xtask serve --port, with another number")?;
        let port = listener.local_addr()?.port();
        let stopped = Arc::new(AtomicBool::new(false));
        let thread = {
            let (folder, mount) = (folder.to_owned(), mount.to_owned());
            let stopped = Arc::clone(&stopped);
            std::thread::spawn(move || listen(&listener, &stopped, &folder, &mount))
        };
        Ok(Self {
            address: format!("http://localhost:{port}{mount}"),
            port,
            stopped,
            thread: Some(thread),
        })
    }

    /// Where the site is, with a slash at the end.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Serves until the program is stopped.
    pub fn wait(mut self) {
        self.join();
    }

    fn join(&mut self) {
        if let Some(thread) = self.thread.take() {
            // It has no result, and a panic of its own has been printed.
            let _ = thread.join();
        }
    }
}

impl Drop for DevServer {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // The thread waits for a connection, so it gets one.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        self.join();
    }
}

/// Takes connections, each with a thread of its own: a browser opens several
/// and keeps them, and none may have to wait for another.
fn listen(listener: &TcpListener, stopped: &AtomicBool, folder: &Path, mount: &str) {
    for connection in listener.incoming() {
        if stopped.load(Ordering::Relaxed) {
            return;
        }
        let Ok(connection) = connection else { continue };
        let (folder, mount) = (folder.to_owned(), mount.to_owned());
        // A reader who goes away is no failure.
        std::thread::spawn(move || converse(&connection, &folder, &mount).ok());
    }
}

/// Answers the requests of one connection, one after the other.
fn converse(connection: &TcpStream, folder: &Path, mount: &str) -> IoResult<()> {
    connection.set_nodelay(true)?;
    let mut requests = BufReader::new(connection);
    while let Some(request) = http::read(&mut requests)? {
        respond(&request, connection, folder, mount)?;
        if request.last {
            break;
        }
    }
    Ok(())
}

/// Answers one request.
fn respond(request: &Request, connection: &TcpStream, folder: &Path, mount: &str) -> IoResult<()> {
    let (status, path) = match answer(folder, mount, &request.target) {
        _ if !request.reads() => return http::write(connection, request, 405, &[], b""),
        Answer::Moved(address) => {
            let headers = [("location", address)];
            return http::write(connection, request, 301, &headers, b"");
        }
        Answer::Found(path) => (200, path),
        Answer::Missing => (404, folder.join("404.html")),
    };
    let asked = request.target.split('?').next().unwrap_or_default();
    let inside = asked.strip_prefix(mount).unwrap_or_default();
    let shipped = fs::read_to_string(folder.join("_headers")).unwrap_or_default();
    let mut headers = vec![("vary", "accept-encoding".to_owned())];
    headers.extend(header_rules::of(&shipped, &format!("/{inside}")));
    if status == 404 {
        // Nothing is kept of what is not there, and it is a page, whatever its
        // address.
        headers.retain(|(name, _)| !["cache-control", "content-type"].contains(name));
    }
    if !headers.iter().any(|(name, _)| *name == "content-type") {
        headers.push(("content-type", content_type(&path).to_owned()));
    }
    if !headers.iter().any(|(name, _)| *name == "cache-control") {
        // As the hosts do of themselves that read _headers.
        headers.push(("cache-control", "no-cache".to_owned()));
    }
    let body = match compressed(&path, &request.encodings) {
        Some((encoding, body)) => {
            headers.push(("content-encoding", encoding.to_owned()));
            body
        }
        None => fs::read(&path).unwrap_or_default(),
    };
    http::write(connection, request, status, &headers, &body)
}

/// The compressed copy beside a file, for browsers that take it.
fn compressed(path: &Path, encodings: &str) -> Option<(&'static str, Vec<u8>)> {
    let taken = |encoding: &str| {
        let mut named = encodings.split(',').map(|one| one.split(';').next());
        named.any(|one| one.is_some_and(|one| one.trim() == encoding))
    };
    let copies = [("br", ".br"), ("gzip", ".gz")].into_iter();
    let mut copies = copies.filter(|(encoding, _)| taken(encoding));
    copies.find_map(|(encoding, ending)| {
        let mut copy = path.as_os_str().to_owned();
        copy.push(ending);
        Some((encoding, fs::read(copy).ok()?))
    })
}

/// What stands at `url`, a path with or without a query.
fn answer(folder: &Path, mount: &str, url: &str) -> Answer {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    if path == mount.trim_end_matches('/') && mount != "/" {
        return Answer::Moved(mount.to_owned());
    }
    let Some(inside) = path.strip_prefix(mount).and_then(decoded) else {
        return Answer::Missing;
    };
    // Nothing outside of the folder is ours to give.
    let names = inside.split('/').filter(|name| !name.is_empty());
    if names
        .clone()
        .any(|name| name == ".." || name.contains(['\\', '\0']))
    {
        return Answer::Missing;
    }
    let found = names.fold(folder.to_owned(), |path, name| path.join(name));
    let is_folder = inside.is_empty() || inside.ends_with('/');
    match fs::metadata(&found) {
        Ok(data) if data.is_dir() && is_folder && found.join("index.html").is_file() => {
            Answer::Found(found.join("index.html"))
        }
        Ok(data) if data.is_dir() && !is_folder => {
            let query = if query.is_empty() {
                String::new()
            } else {
                format!("?{query}")
            };
            Answer::Moved(format!("{path}/{query}"))
        }
        Ok(data) if data.is_file() && !is_folder => Answer::Found(found),
        _ => Answer::Missing,
    }
}

/// A path with its `%41` turned into letters; none where that is not UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let (high, low) = (digit()?, digit()?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The media type of a file by its name.
fn content_type(path: &Path) -> &'static str {
    let extension = path.extension().and_then(|extension| extension.to_str());
    match extension.unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "vcf" => "text/vcard; charset=utf-8",
        "atom" => "application/atom+xml; charset=utf-8",
        "xml" => "application/xml",
        "webmanifest" => "application/manifest+json",
        "zip" => "application/zip",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    /// A site of three files; `name` keeps tests apart.
    fn folder(name: &str) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("hemicycle-site-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("members/ü")).unwrap();
        for file in ["index.html", "members/ü/index.html", "404.html"] {
            fs::write(folder.join(file), file).unwrap();
        }
        folder
    }

    #[test]
    fn addresses_lead_to_files() {
        let folder = folder("answer");
        let check = |mount, url, expected: Answer| {
            assert_eq!(answer(&folder, mount, url), expected, "{mount} {url}");
        };
        let found = |file: &str| Answer::Found(folder.join(file));
        let moved = |address: &str| Answer::Moved(address.to_owned());
        check("/", "/", found("index.html"));
        check("/", "/?q=%2F", found("index.html"));
        check("/", "/members/%C3%BC/", found("members/ü/index.html"));
        check("/", "/members/%c3%bc?q=1", moved("/members/%c3%bc/?q=1"));
        check("/a/b/", "/a/b/index.html", found("index.html"));
        check("/a/b/", "/a/b", moved("/a/b/"));
        for url in [
            "/members/",
            "/index.html/",
            "/none",
            "/../Cargo.toml",
            "/%2e%2e/x",
            "/%zz",
            "/%",
            "/%ff",
        ] {
            check("/", url, Answer::Missing);
        }
        check("/a/b/", "/", Answer::Missing);
        check("/a/b/", "/a/", Answer::Missing);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn answers_carry_status_type_length_and_policy() {
        let folder = folder("headers");
        let shipped = "/*\n  a-policy: strict\n/*.ics\n  content-type: a/calendar\n";
        fs::write(folder.join("_headers"), shipped).unwrap();
        fs::write(folder.join("all.ics"), "calendar").unwrap();
        fs::write(folder.join("index.html.br"), "short").unwrap();
        let site = DevServer::start(&folder, 0, "/a/").unwrap();
        let host = site.address().trim_start_matches("http://localhost");
        let port: u16 = host
            .trim_start_matches(':')
            .split('/')
            .next()
            .unwrap()
            .parse()
            .unwrap();
        let ask = |path: &str, encodings: &str| {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
            write!(
                stream,
                "GET {path} HTTP/1.1\r\nHost: a\r\nAccept-Encoding: {encodings}\r\nConnection: close\r\n\r\n"
            )
            .unwrap();
            let mut text = String::new();
            stream.read_to_string(&mut text).unwrap();
            text.to_lowercase()
        };
        let page = ask("/a/", "gzip");
        assert!(page.starts_with("http/1.1 200"), "{page}");
        for line in [
            "content-type: text/html; charset=utf-8\r\n",
            "content-length: 10\r\n",
            "a-policy: strict\r\n",
            "cache-control: no-cache\r\n",
        ] {
            assert!(page.contains(line), "{line} is missing in {page}");
        }
        let short = ask("/a/", "gzip;q=1, br");
        assert!(short.contains("content-encoding: br\r\n"), "{short}");
        assert!(short.ends_with("\r\n\r\nshort"), "{short}");
        let calendar = ask("/a/all.ics", "");
        assert!(
            calendar.contains("content-type: a/calendar\r\n"),
            "{calendar}"
        );
        assert_eq!(calendar.matches("content-type").count(), 1, "{calendar}");
        let missing = ask("/a/none.ics", "");
        assert!(missing.starts_with("http/1.1 404"), "{missing}");
        assert!(missing.contains("content-type: text/html"), "{missing}");
        assert!(missing.ends_with("404.html"), "{missing}");
        drop(site);
        fs::remove_dir_all(&folder).unwrap();
    }
}
