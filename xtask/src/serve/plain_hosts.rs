//! Web hosts that read no file of the site, as simply as each is started.

use std::path::Path;

use exports::media_types::MEDIA_TYPES;

use crate::tools::PlainHost;

/// How a host is started.
pub struct Start {
    /// What its program is told.
    pub arguments: Vec<String>,
    /// What it reads from a file, and the option before the name of the file.
    pub configuration: Option<(&'static str, String)>,
}

impl PlainHost {
    /// Serves the folder `root` at `port`, on this machine alone.
    pub fn start(self, root: &Path, port: u16) -> Start {
        let (root, port) = (root.display().to_string(), port.to_string());
        let fill = |text: &str| text.replace("ROOT", &root).replace("PORT", &port);
        let configuration = self.configuration();
        Start {
            arguments: self.arguments().split_whitespace().map(fill).collect(),
            configuration: configuration.map(|(option, text)| (option, fill(&text))),
        }
    }

    /// What its program is told, with `ROOT` and `PORT` where they belong.
    fn arguments(self) -> &'static str {
        match self {
            Self::BusyBox => "httpd -f -p 127.0.0.1:PORT -h ROOT",
            Self::Lighttpd => "-D",
            // A charset for all texts, as older hosts name one.
            Self::MiniHttpd => "-D -h 127.0.0.1 -p PORT -d ROOT -T iso-8859-1",
            Self::Webfs => "-F -i 127.0.0.1 -p PORT -f index.html -r ROOT",
            Self::Caddy => "file-server --listen 127.0.0.1:PORT --root ROOT",
            Self::H2o => "",
            Self::Python => "-m http.server PORT --bind 127.0.0.1 --directory ROOT",
            Self::Serve => "--no-clipboard --no-request-logging --listen tcp://127.0.0.1:PORT ROOT",
            Self::Sirv => "ROOT --host 127.0.0.1 --port PORT --quiet",
            Self::HttpServer => "ROOT -a 127.0.0.1 -p PORT -s",
        }
    }

    /// The option that names its configuration, and the configuration likewise.
    fn configuration(self) -> Option<(&'static str, String)> {
        match self {
            Self::Lighttpd => {
                let types = MEDIA_TYPES
                    .map(|known| format!("\".{}\" => \"{}\"", known.ending, known.name))
                    .join(", ");
                let text = format!(
                    "server.document-root = \"ROOT\"\n\
                     server.bind = \"127.0.0.1\"\n\
                     server.port = PORT\n\
                     index-file.names = ( \"index.html\" )\n\
                     mimetype.assign = ( {types} )\n"
                );
                Some(("-f", text))
            }
            Self::Webfs => {
                let types = MEDIA_TYPES.map(|known| format!("{} {}\n", known.name, known.ending));
                Some(("-m", types.concat()))
            }
            Self::H2o => {
                let text = "listen:\n  host: 127.0.0.1\n  port: PORT\n\
                            hosts:\n  default:\n    paths:\n      \"/\":\n        file.dir: \"ROOT\"\n";
                Some(("-c", text.to_owned()))
            }
            _ => None,
        }
    }
}
