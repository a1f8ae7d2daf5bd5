//! `cargo xtask bench`: measures the built site in Chromium.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::run::{self, OrHelp};
use crate::serve::DevServer;
use crate::tools::{Chromium, e2e_modules};
use crate::{build, paths};

/// What the script measured, milliseconds.
#[derive(Deserialize)]
struct Measured {
    /// From a key to the frame that shows the list it leads to.
    keystroke: Vec<f64>,
    /// From the start of the navigation to the first list.
    load: Vec<f64>,
}

/// What was measured of the time line, milliseconds.
#[derive(Deserialize)]
struct Zoomed {
    /// From a turn of the wheel to the frame that shows it.
    zoom: Vec<f64>,
    /// From frame to frame meanwhile.
    frame: Vec<f64>,
}

/// What was measured of a page on a slow line, milliseconds.
#[derive(Deserialize)]
struct Slow {
    /// Its address below the site.
    page: String,
    /// To the first content on screen, of the same page without scripts.
    plain: Vec<f64>,
    /// To the first content on screen.
    site: Vec<f64>,
    /// To the moment when the program has taken over.
    running: Vec<f64>,
}

/// What was measured of a map, medians.
#[derive(Deserialize)]
struct MapRow {
    /// By what it is drawn, at which level and on which processor.
    map: String,
    /// What had come over the wire when it was painted, KB of 1024 bytes.
    to_paint: f64,
    /// What had come at last.
    all: f64,
    /// From the start of the navigation to the painted map, milliseconds.
    painted: f64,
    /// Frames that came a frame late or more while it was dragged and zoomed.
    late: f64,
    /// The longest frame meanwhile, milliseconds.
    longest: f64,
}

/// What to measure the site beside.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Options {
    /// Measure it beside the same directory written otherwise, and nothing else:
    /// a folder with `build.sh`, which prints NAME=FOLDER for each, and
    /// `measure.mjs`, which compares such sites in one run
    #[arg(long, value_name = "FOLDER")]
    pub peers: Option<PathBuf>,
    /// Measure its map beside those of three libraries with the same shapes,
    /// and nothing else
    #[arg(long, conflicts_with = "peers")]
    pub map: bool,
    /// The peer in times of which all are told
    #[arg(long, value_name = "NAME", default_value = "svelte-d3")]
    pub against: String,
    /// How often each is measured beside its peers
    #[arg(long, value_name = "N", default_value_t = 9)]
    pub rounds: u32,
}

/// Builds and serves the site, then measures it.
///
/// # Errors
/// The build fails, the page has no search box or no list, or a peer cannot be
/// built.
pub fn run(options: &Options) -> Result<()> {
    build::ensure(&build::Options::default())?;
    match &options.peers {
        Some(peers) => beside(peers, options),
        None if options.map => map(),
        None => alone(),
    }
}

/// Measures the site beside its peers. Only ratios within one run count.
fn beside(peers: &Path, options: &Options) -> Result<()> {
    let help = "a folder with build.sh and measure.mjs";
    let peers = peers.canonicalize().or_help(help)?;
    let mut build = Command::new(peers.join("build.sh"));
    let sites = run::run_captured(&mut build).or_help(help)?;
    let out = paths::intermediates().join("bench");
    fs::create_dir_all(&out).with_context(|| out.display().to_string())?;
    let mut measure = Command::new("node");
    measure.arg(peers.join("measure.mjs"));
    let mut sites: Vec<&str> = sites.lines().collect();
    sites.sort_by_key(|site| site.split('=').next() != Some(&options.against));
    measure.args(sites);
    measure.arg(format!("ours={}", paths::dist().display()));
    measure.arg("--config").arg(peers.join("ours.json"));
    measure.arg("--rounds").arg(options.rounds.to_string());
    measure.arg("--out").arg(out.join("beside-peers.json"));
    run::run(&mut measure).or_help(help)
}

/// Measures the map beside those of libraries.
fn map() -> Result<()> {
    e2e_modules()?;
    println!(
        "{:<34}{:>10}{:>8}{:>10}{:>6}{:>10}",
        "median", "KB, paint", "KB, all", "paint, ms", "late", "most, ms"
    );
    // It serves the site itself, as it serves the others.
    let rows: Vec<MapRow> = script("bench/map/measure.mjs", "")?;
    for row in rows {
        println!(
            "{:<34}{:>10.1}{:>8.1}{:>10.0}{:>6.0}{:>10.0}",
            row.map, row.to_paint, row.all, row.painted, row.late, row.longest
        );
    }
    Ok(())
}

/// Measures the site by itself.
fn alone() -> Result<()> {
    e2e_modules()?;
    let site = DevServer::start(&paths::dist(), 0, "/")?;
    let measured: Measured = script("bench/keystroke.mjs", site.address())?;
    let zoomed: Zoomed = script("bench/timeline.mjs", site.address())?;
    println!(
        "{:<44}{:>4}{:>10}{:>10}{:>10}",
        "ms", "n", "median", "p95", "most"
    );
    for (name, times) in [
        ("key to updated list", measured.keystroke),
        ("opening to first list", measured.load),
        ("turn of the wheel to zoomed timeline", zoomed.zoom),
        ("frame to frame while zooming", zoomed.frame),
    ] {
        println!("{}", row(name, times));
    }
    println!("on 1.6 Mbit/s, 150 ms, a processor 4 times slower:");
    let slow: Vec<Slow> = script("bench/slow-line.mjs", site.address())?;
    for Slow {
        page,
        plain,
        site,
        running,
    } in slow
    {
        let ratio = median(&site) / median(&plain);
        println!(
            "{}",
            row(&format!("{page} without scripts, on screen"), plain)
        );
        println!("{}", row(&format!("{page} on screen"), site));
        println!("{}", row(&format!("{page} taken over"), running));
        println!("{page} on screen, in times of the page without scripts: {ratio:.2}");
    }
    Ok(())
}

/// Runs a script of the browser tests on the site at `address`; reads the JSON
/// that it writes.
fn script<T: DeserializeOwned>(name: &'static str, address: &str) -> Result<T> {
    let mut script = Command::new("node");
    script.arg(name).current_dir(paths::e2e());
    script.env("BASE_URL", address).env("DIST", paths::dist());
    Chromium::ensure_whole()?.configure(&mut script, "CHROMIUM");
    let output = run::run_captured(&mut script)
        .or_help("see whether the tests pass: cargo xtask test --only browser")?;
    serde_json::from_str(&output).context(name)
}

fn median(times: &[f64]) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    percentile(&times, 50)
}

/// A line of the table.
fn row(name: &str, mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    let [median, p95, most] = [50, 95, 100].map(|percent| percentile(&times, percent));
    format!(
        "{name:<44}{:>4}{median:>10.1}{p95:>10.1}{most:>10.1}",
        times.len()
    )
}

/// The smallest time that `percent` of the `sorted` ones do not exceed
/// (nearest rank); 0 where there are none.
fn percentile(sorted: &[f64], percent: usize) -> f64 {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_taken_by_nearest_rank() {
        let times = [1.0, 2.0, 3.0, 4.0];
        let of = |percent| percentile(&times, percent).to_string();
        assert_eq!([of(50), of(51), of(95), of(100)], ["2", "3", "4", "4"]);
        assert_eq!(percentile(&[], 50).to_string(), "0");
    }
}
