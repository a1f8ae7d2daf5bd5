//! The server on this machine, for `serve`, the browser tests and the
//! measurements.

use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use http_body_util::Full;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;

use super::static_files::StaticFiles;
use crate::run::OrHelp;

/// A folder served at an address of this machine; ends when dropped.
pub struct DevServer {
    address: String,
    accepting: JoinHandle<()>,
    /// Ends all connections when it is dropped.
    runtime: Runtime,
}

impl DevServer {
    /// Serves `folder` at `port`, 0 for any free one, below the path `mount`,
    /// which begins and ends with a slash.
    ///
    /// # Errors
    /// The port is taken.
    pub fn start(folder: &Path, port: u16, mount: &str) -> Result<Self> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_io()
            .build()?;
        let listener = runtime
            .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, port)))
            .with_context(|| format!("port {port}"))
            .or_help("cargo xtask serve --port, with another number")?;
        let port = listener.local_addr()?.port();
        let files = Arc::new(StaticFiles::new(folder, mount));
        Ok(Self {
            address: format!("http://localhost:{port}{mount}"),
            accepting: runtime.spawn(accept(listener, files)),
            runtime,
        })
    }

    /// Where the site is, with a slash at the end.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Serves until the program is stopped.
    ///
    /// # Errors
    /// The server ended by itself.
    pub fn wait(self) -> Result<()> {
        let ended = self.runtime.block_on(self.accepting);
        ended.context("the server ended by itself")
    }
}

/// Takes connections, none of which waits for another: a browser opens several
/// and keeps them.
async fn accept(listener: TcpListener, files: Arc<StaticFiles>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let files = Arc::clone(&files);
        let service = service_fn(move |request| {
            let files = Arc::clone(&files);
            async move { Ok::<_, Infallible>(files.respond(&request).await.map(Full::new)) }
        });
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        // A reader who goes away is no failure.
        tokio::spawn(async { connection.await.ok() });
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn connections_are_kept_and_none_waits_for_another() {
        let folder = std::env::temp_dir().join(format!("hemicycle-server-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "a page").unwrap();
        let server = DevServer::start(&folder, 0, "/a/").unwrap();
        let address = server.address().to_owned();
        let host = &address["http://".len()..address.len() - "/a/".len()];
        let connect = || TcpStream::connect(host).unwrap();
        let ask = |stream: &mut TcpStream, method: &str, last: &str| {
            let request = format!("{method} /a/ HTTP/1.1\r\nHost: {host}\r\n{last}\r\n");
            stream.write_all(request.as_bytes()).unwrap();
        };
        let _idle = connect();
        let mut stream = connect();
        ask(&mut stream, "HEAD", "");
        ask(&mut stream, "GET", "Connection: close\r\n");
        let mut answers = String::new();
        stream.read_to_string(&mut answers).unwrap();
        assert_eq!(answers.matches("HTTP/1.1 200").count(), 2, "{answers}");
        // HEAD tells the length too, and sends nothing of the file.
        assert_eq!(answers.matches("content-length: 6\r\n").count(), 2);
        assert_eq!(answers.matches("a page").count(), 1, "{answers}");
        drop(server);
        assert!(TcpStream::connect(host).is_err(), "it ends when dropped");
        fs::remove_dir_all(&folder).unwrap();
    }
}
