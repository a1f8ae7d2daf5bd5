//! Web hosts that read no file of the site, as simply as each is started.

use std::path::Path;

use exports::media_types::MEDIA_TYPES;

use crate::tools::PlainHost;

/// This machine alone.
const ADDRESS: &str = "127.0.0.1";

/// How a host is started.
pub struct Start {
    /// What its program is told.
    pub arguments: Vec<String>,
    /// What it reads from a file, and the option before the name of the file.
    pub configuration: Option<(&'static str, String)>,
}

impl PlainHost {
    /// Serves the folder `root` at `port`.
    pub fn start(self, root: &Path, port: u16) -> Start {
        let root = root.display();
        let (arguments, configuration) = match self {
            Self::BusyBox => (format!("httpd -f -p {ADDRESS}:{port} -h {root}"), None),
            Self::Lighttpd => {
                let types = MEDIA_TYPES
                    .map(|known| format!("\".{}\" => \"{}\"", known.ending, known.name))
                    .join(", ");
                let text = format!(
                    "server.document-root = \"{root}\"\n\
                     server.bind = \"{ADDRESS}\"\n\
                     server.port = {port}\n\
                     index-file.names = ( \"index.html\" )\n\
                     mimetype.assign = ( {types} )\n"
                );
                ("-D".to_owned(), Some(("-f", text)))
            }
            Self::MiniHttpd => (
                format!("-D -u nobody -h {ADDRESS} -p {port} -d {root}"),
                None,
            ),
            Self::Webfs => {
                let types = MEDIA_TYPES.map(|known| format!("{} {}\n", known.name, known.ending));
                (
                    format!("-F -i {ADDRESS} -p {port} -f index.html -r {root}"),
                    Some(("-m", types.concat())),
                )
            }
            Self::Caddy => (
                format!("file-server --listen {ADDRESS}:{port} --root {root}"),
                None,
            ),
            Self::H2o => {
                let text = format!(
                    "user: nobody\n\
                     listen:\n  host: {ADDRESS}\n  port: {port}\n\
                     hosts:\n  default:\n    paths:\n      \"/\":\n        file.dir: \"{root}\"\n"
                );
                (String::new(), Some(("-c", text)))
            }
            Self::Python => (
                format!("-m http.server {port} --bind {ADDRESS} --directory {root}"),
                None,
            ),
            Self::Serve => (
                format!(
                    "--no-clipboard --no-request-logging --listen tcp://{ADDRESS}:{port} {root}"
                ),
                None,
            ),
            Self::Sirv => (
                format!("{root} --host {ADDRESS} --port {port} --quiet"),
                None,
            ),
            Self::HttpServer => (format!("{root} -a {ADDRESS} -p {port} -s"), None),
        };
        Start {
            // The folder lies among temporary files, whose names have no space.
            arguments: arguments.split_whitespace().map(str::to_owned).collect(),
            configuration,
        }
    }
}
