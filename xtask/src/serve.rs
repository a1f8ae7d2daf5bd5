//! `cargo xtask serve`: shows the site.

mod dev_server;
mod header_rules;
mod hosts;
mod plain_hosts;
mod static_files;

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use anyhow::{Context, Result};

use crate::build;
use crate::data_folder::DataFolder;
use crate::paths;
use crate::run::{self, OrHelp};
use crate::tools::Tools;

pub use dev_server::DevServer;
pub use hosts::HostServer;

/// The first port to try where none is given.
const FIRST_PORT: u16 = 8080;

/// How to serve.
#[derive(Debug, Clone, clap::Args)]
pub struct Options {
    #[command(flatten)]
    pub data: DataFolder,
    /// The port [default: 8080, or the next free one]
    #[arg(long)]
    pub port: Option<u16>,
    /// Rebuild on every change and reload the page; unlike the built site,
    /// an address without a page shows the start page
    #[arg(long, conflicts_with = "data_folder")]
    pub dev: bool,
}

/// Builds the site where needed, then serves it until it is stopped.
///
/// # Errors
/// The build fails, or the port is taken.
pub fn run(options: &Options) -> Result<()> {
    if options.dev {
        return dev(options.port);
    }
    build::ensure_preview(&options.data)?;
    let port = free_port(options.port)?;
    let server = DevServer::start(&paths::dist(), port, "/")?;
    println!(
        "The directory is at {} (stop it with Ctrl+C)",
        server.address()
    );
    server.wait()
}

/// Lets trunk build, serve and watch.
fn dev(port: Option<u16>) -> Result<()> {
    let tools = Tools::for_build()?;
    let port = free_port(port)?.to_string();
    let mut trunk: Command = tools.command("trunk")?;
    // Deep addresses get the start page, whose links must then be absolute.
    trunk.args(["serve", "--public-url", "/", "--port", &port, "--dist"]);
    trunk
        .arg(paths::intermediates().join("dev"))
        .env_remove("NO_COLOR");
    println!("The directory will be at http://localhost:{port}/ and follow every change");
    run::run(&mut trunk).or_help("correct what is said above; for the tools: cargo xtask tools")
}

/// The port that was asked for, or the first free one.
fn free_port(requested: Option<u16>) -> Result<u16> {
    let is_free = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok();
    match requested {
        Some(port) if is_free(port) => Ok(port),
        Some(port) => Err(anyhow::anyhow!("port {port} is taken"))
            .or_help("give another one, or none: cargo xtask serve"),
        None => (FIRST_PORT..FIRST_PORT + 100)
            .find(|&port| is_free(port))
            .context("no port is free from 8080 to 8179")
            .or_help("cargo xtask serve --port 9000"),
    }
}
