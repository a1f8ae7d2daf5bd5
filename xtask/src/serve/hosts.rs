//! The site on real web hosts: on two by the files that ship in it for them, on
//! the others as they come.
//!
//! A host gets a whole configuration of its own below `target/hemicycle/hosts`,
//! so that none of the machine's is used; the logs lie beside it.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use exports::media_types::MEDIA_TYPES;

use super::plain_hosts::Start;
use crate::paths;
use crate::run::{self, OrHelp};
use crate::tools::Host;

/// How long a host may take until it answers.
const START_TIMEOUT: Duration = Duration::from_secs(20);

/// The sub-folder in which the site is served too.
const SUBFOLDER: &str = "a/b";

/// Where the modules of Apache lie, by system.
const APACHE_MODULES: [&str; 4] = [
    "/usr/lib/apache2/modules",
    "/usr/lib64/httpd/modules",
    "/usr/lib/httpd/modules",
    "/usr/libexec/apache2",
];

/// The modules of Apache that `apache.conf` and the configuration need, and those
/// that most hosts run beside them. Where one is no file it is built in.
const MODULES: [&str; 11] = [
    "mpm_event",
    "unixd",
    "authz_core",
    "dir",
    "mime",
    "headers",
    "rewrite",
    "setenvif",
    "alias",
    "filter",
    "deflate",
];

/// A host that serves the site at the root and in a sub-folder; ends when dropped.
pub struct HostServer {
    processes: Vec<Child>,
    copy: PathBuf,
    ports: [u16; 2],
}

/// The folders and ports that a configuration names.
struct Layout {
    /// For the configuration, logs and whatever else the host writes.
    work_folder: PathBuf,
    /// Served by the second port; the site lies below it.
    document_root: PathBuf,
    /// For the root, and for the sub-folder.
    ports: [u16; 2],
}

impl HostServer {
    /// Serves the folder `site` with `program`, a `host`.
    ///
    /// # Errors
    /// The host does not take its configuration.
    pub fn start(host: Host, program: &Path, site: &Path) -> Result<Self> {
        let layout = Layout {
            work_folder: paths::intermediates().join("hosts").join(host.to_string()),
            document_root: copy_for_host(host, site)?,
            ports: free_ports()?,
        };
        let shown_folder = layout.work_folder.display().to_string();
        recreate(&layout.work_folder).context(shown_folder.clone())?;
        let output =
            File::create(layout.work_folder.join("output.log")).context(shown_folder.clone())?;
        let mut server = Self {
            processes: Vec::new(),
            copy: layout.document_root.clone(),
            ports: layout.ports,
        };
        for (number, start) in layout.starts(host)?.into_iter().enumerate() {
            let mut command = Command::new(program);
            command.args(start.arguments);
            if let Some((option, text)) = start.configuration {
                let configuration = layout.work_folder.join(format!("configuration-{number}"));
                fs::write(&configuration, text).context(shown_folder.clone())?;
                command.arg(option).arg(configuration);
            }
            command.stdin(Stdio::null());
            command
                .stdout(output.try_clone()?)
                .stderr(output.try_clone()?);
            let process = command
                .spawn()
                .with_context(|| format!("{host} cannot be started"))?;
            server.processes.push(process);
        }
        server
            .wait_until_it_answers()
            .with_context(|| format!("{host}: {}", layout.logs().trim_end()))
            .or_help(format!(
                "see what {host} makes of the files in {shown_folder}"
            ))?;
        Ok(server)
    }

    /// Where the site is at the root, with a slash at the end.
    pub fn root_address(&self) -> String {
        format!("http://localhost:{}/", self.ports[0])
    }

    /// Where the site is in a sub-folder, with a slash at the end.
    pub fn subfolder_address(&self) -> String {
        format!("http://localhost:{}/{SUBFOLDER}/", self.ports[1])
    }

    /// Waits until both ports take connections.
    fn wait_until_it_answers(&mut self) -> Result<()> {
        let start = Instant::now();
        for port in self.ports {
            while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
                for process in &mut self.processes {
                    if let Some(status) = process.try_wait()? {
                        bail!("it ended by itself ({status})");
                    }
                }
                if start.elapsed() > START_TIMEOUT {
                    bail!("port {port} does not answer");
                }
                std::thread::yield_now();
            }
        }
        Ok(())
    }
}

impl Drop for HostServer {
    fn drop(&mut self) {
        for process in &mut self.processes {
            // Killed at once, a host would leave the processes that it started.
            let mut kill = Command::new("kill");
            if run::run_captured(kill.arg(process.id().to_string())).is_err() {
                // It has ended already.
                let _ = process.kill();
            }
            let _ = process.wait();
        }
        // What stays lies among other temporary files.
        let _ = fs::remove_dir_all(&self.copy);
    }
}

impl Layout {
    /// Where the site lies.
    fn site(&self) -> PathBuf {
        self.document_root.join(SUBFOLDER)
    }

    /// How `host` is started: as one process for both ports, or as one for each.
    fn starts(&self, host: Host) -> Result<Vec<Start>> {
        let configured = |arguments, option, text| Start {
            arguments,
            configuration: Some((option, text)),
        };
        Ok(match host {
            Host::Nginx => vec![configured(Vec::new(), "-c", self.nginx()?)],
            Host::Apache => vec![configured(
                vec!["-DFOREGROUND".to_owned()],
                "-f",
                self.apache()?,
            )],
            Host::Plain(host) => {
                let roots = [&self.site(), &self.document_root];
                let servers = roots.into_iter().zip(self.ports);
                servers.map(|(root, port)| host.start(root, port)).collect()
            }
        })
    }

    fn nginx(&self) -> Result<String> {
        let types = self.types("/etc/nginx/mime.types", |list| {
            format!("types {{\n{}}}\n", list.replace('\n', ";\n"))
        })?;
        let folder = self.work_folder.display();
        let site = self.site();
        let server = |port: u16, root: &Path, missing: &str| {
            format!(
                "  server {{\n    \
                   listen 127.0.0.1:{port};\n    \
                   root \"{}\";\n    \
                   include \"{}/nginx.conf\";\n    \
                   error_page 404 {missing};\n  \
                 }}\n",
                root.display(),
                site.display()
            )
        };
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("  {kind}_temp_path \"{folder}/{kind}\";\n"));
        Ok([
            "daemon off;\n".to_owned(),
            format!("pid \"{folder}/pid\";\nerror_log \"{folder}/error.log\";\n"),
            "events {}\nhttp {\n  access_log off;\n".to_owned(),
            format!("  include \"{}\";\n", types.display()),
            temporary.concat(),
            server(self.ports[0], &site, "/404.html"),
            server(
                self.ports[1],
                &self.document_root,
                &format!("/{SUBFOLDER}/404.html"),
            ),
            "}\n".to_owned(),
        ]
        .concat())
    }

    fn apache(&self) -> Result<String> {
        let types = self.types("/etc/mime.types", str::to_owned)?;
        let folder = self.work_folder.display();
        let site = self.site();
        let server = |port: u16, root: &Path, missing: &str, rules: &str| {
            format!(
                "Listen 127.0.0.1:{port}\n\
                 <VirtualHost 127.0.0.1:{port}>\n  \
                   DocumentRoot \"{}\"\n  \
                   ErrorDocument 404 {missing}\n  \
                   <Directory \"{}\">\n    \
                     Options FollowSymLinks\n    \
                     Require all granted\n    \
                     {rules}\n  \
                   </Directory>\n\
                 </VirtualHost>\n",
                root.display(),
                site.display()
            )
        };
        // The rules of the site in both ways of docs/hosting.md, with no more
        // allowed than it asks for.
        let included = format!(
            "AllowOverride None\n    Include \"{}/apache.conf\"",
            site.display()
        );
        let as_htaccess = "AllowOverride FileInfo";
        Ok([
            format!(
                "ServerRoot \"{folder}\"\nDefaultRuntimeDir \"{folder}\"\nServerName localhost\n"
            ),
            format!("PidFile \"{folder}/pid\"\nErrorLog \"{folder}/error.log\"\n"),
            modules()?,
            // Nobody, by number since the name differs; heard where root starts it.
            "<IfModule unixd_module>\n  User #65534\n  Group #65534\n</IfModule>\n".to_owned(),
            format!("TypesConfig \"{}\"\n", types.display()),
            // What Debian and others set for all, and our files must hold against.
            "AddLanguage br .br\nAddDefaultCharset iso-8859-1\n".to_owned(),
            "<IfModule deflate_module>\n  \
               AddOutputFilterByType DEFLATE text/html text/css text/javascript\n\
             </IfModule>\n"
                .to_owned(),
            "AccessFileName apache.conf\n".to_owned(),
            server(self.ports[0], &site, "/404.html", &included),
            server(
                self.ports[1],
                &self.document_root,
                &format!("/{SUBFOLDER}/404.html"),
                as_htaccess,
            ),
        ]
        .concat())
    }

    /// The list of media types of the system, else that of the site, which
    /// `format` brings into the form of the host.
    fn types(&self, system_list: &str, format: impl Fn(&str) -> String) -> Result<PathBuf> {
        let system_list = PathBuf::from(system_list);
        if system_list.is_file() {
            return Ok(system_list);
        }
        let path = self.work_folder.join("mime.types");
        let list = MEDIA_TYPES.map(|known| format!("{} {}\n", known.name, known.ending));
        fs::write(&path, format(&list.concat())).with_context(|| path.display().to_string())?;
        Ok(path)
    }

    /// What the host wrote to its outputs and to its log.
    fn logs(&self) -> String {
        let logs =
            ["output.log", "error.log"].map(|name| fs::read_to_string(self.work_folder.join(name)));
        logs.into_iter().flatten().collect()
    }
}

/// The lines that load the modules of Apache.
fn modules() -> Result<String> {
    let folder = APACHE_MODULES
        .map(Path::new)
        .into_iter()
        .find(|folder| folder.join("mod_mime.so").is_file())
        .context("the modules of Apache lie in none of the known folders")
        .or_help("install Apache as a package of the system")?;
    let mut lines = String::new();
    for name in MODULES {
        let file = folder.join(format!("mod_{name}.so"));
        if file.is_file() {
            lines.extend([
                "LoadModule ",
                name,
                "_module \"",
                &file.display().to_string(),
                "\"\n",
            ]);
        }
    }
    Ok(lines)
}

/// Copies `site` to where a host may read it that has given up the rights of
/// root; gives the folder around the copy.
fn copy_for_host(host: Host, site: &Path) -> Result<PathBuf> {
    let name = format!("hemicycle-{host}-{}", std::process::id());
    let document_root = std::env::temp_dir().join(name);
    let copy = document_root.join(SUBFOLDER);
    recreate(&document_root)
        .and_then(|()| fs::create_dir_all(&copy))
        .with_context(|| document_root.display().to_string())?;
    run::run_captured(Command::new("cp").arg("-R").args([&site.join("."), &copy]))?;
    run::run_captured(
        Command::new("chmod")
            .args(["-R", "a+rX"])
            .arg(&document_root),
    )?;
    Ok(document_root)
}

/// Makes `folder` anew.
fn recreate(folder: &Path) -> std::io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)
}

/// Two ports that nobody listens at.
fn free_ports() -> Result<[u16; 2]> {
    // Held together, so that they differ.
    let listen = || TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let listeners = [listen()?, listen()?];
    let [first, second] = listeners.each_ref().map(TcpListener::local_addr);
    Ok([first?.port(), second?.port()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_servers_of_a_host_include_what_ships_and_stay_on_this_machine() {
        let work_folder =
            std::env::temp_dir().join(format!("hemicycle-hosts-{}", std::process::id()));
        recreate(&work_folder).unwrap();
        let layout = Layout {
            work_folder: work_folder.clone(),
            document_root: PathBuf::from("/srv"),
            ports: [1, 2],
        };
        let text = layout.nginx().unwrap();
        for line in ["include \"/srv/a/b/nginx.conf\";", "listen 127.0.0.1:"] {
            assert_eq!(text.matches(line).count(), 2, "{line}: {text}");
        }
        assert!(text.contains("error_page 404 /a/b/404.html;"), "{text}");
        fs::remove_dir_all(&work_folder).unwrap();
    }

    #[test]
    fn two_free_ports_differ() {
        let [first, second] = free_ports().unwrap();
        assert_ne!(first, second);
    }
}
