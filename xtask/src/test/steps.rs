//! The steps of `cargo xtask test`, in the order in which they run.

use std::env;
use std::fmt::Display;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, anyhow};
use clap::ValueEnum;

use super::reproducible::SecondBuild;
use super::{Count, Failure, pseudo};
use crate::data_folder::DataFolder;
use crate::run::{self, OrHelp};
use crate::serve::{DevServer, HostServer};
use crate::tools::{Chromium, Engine, Host, Tools, address_books, e2e_modules, format_readers};
use crate::{build, check, map, new, paths};

/// A step; each needs what the ones before it have proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Step {
    /// The code is formatted
    Format,
    /// The data have no findings
    Data,
    /// The map file is what the atlas and the register of boundaries give
    Map,
    /// A new network has no findings, whoever its members are
    Network,
    /// Clippy is content with all that runs natively, and compiles it
    Clippy,
    /// Clippy is content with the browser program
    Wasm,
    /// The tests without a browser
    Tests,
    /// The site builds
    Build,
    /// The parts of the site keep to their budgets
    Budgets,
    /// Address books read the contact cards as they were written
    Cards,
    /// Other programs read the data as they were written
    Formats,
    /// The tests in Chromium
    Browser,
    /// What readers do most, in Firefox and in `WebKitGTK`
    Journeys,
    /// What readers do, in Firefox; only where asked for
    Firefox,
    /// What readers do, in `WebKitGTK`; only where asked for
    Webkit,
    /// Some of them on twelve web hosts, two of which read the files that ship for them
    Hosts,
    /// A second build in another folder gives the same bytes
    Reproducible,
}

impl Step {
    /// All of them, the quickest first.
    pub const ALL: [Self; 17] = [
        Self::Format,
        Self::Data,
        Self::Map,
        Self::Network,
        Self::Clippy,
        Self::Wasm,
        Self::Tests,
        Self::Build,
        Self::Budgets,
        Self::Cards,
        Self::Formats,
        Self::Browser,
        Self::Journeys,
        Self::Firefox,
        Self::Webkit,
        Self::Hosts,
        Self::Reproducible,
    ];

    /// Whether it runs where no step is asked for. All that readers do takes each
    /// other engine a quarter of an hour or more; what they do most is a step of its own.
    pub fn belongs_to_whole(self) -> bool {
        !matches!(self, Self::Firefox | Self::Webkit)
    }

    /// As `--only` takes it.
    pub fn name(self) -> String {
        let value = self.to_possible_value();
        value.expect("no step is hidden").get_name().to_owned()
    }

    /// Runs the step and counts its checks; the second build may have begun.
    ///
    /// # Errors
    /// Something does not hold.
    pub fn run(self, second_build: Option<SecondBuild>) -> Result<Count, Failure> {
        // What `serve` has published for a look lacks compressed copies.
        if self >= Self::Budgets {
            build::ensure(&build::Options::default())?;
        }
        match self {
            Self::Format => Ok(single_check(format())?),
            Self::Data => Ok(single_check(data())?),
            Self::Map => Ok(single_check(map::run(&fresh_map()))?),
            Self::Network => Ok(single_check(new::check_every_state())?),
            Self::Clippy => Ok(single_check(clippy())?),
            Self::Wasm => Ok(single_check(wasm())?),
            Self::Tests => tests(),
            Self::Build => Ok(single_check(build::ensure(&build::Options::default()))?),
            Self::Budgets => budgets(),
            Self::Cards => cards(),
            Self::Formats => formats(),
            Self::Browser => browser(),
            Self::Journeys => journeys(),
            Self::Firefox => engine(Engine::Firefox, self, &[]),
            Self::Webkit => engine(Engine::Webkit, self, &[]),
            Self::Hosts => hosts(),
            Self::Reproducible => Ok(single_check(reproducible(second_build))?),
        }
    }
}

/// A step that is one check.
fn single_check(result: Result<()>) -> Result<Count> {
    result.map(|()| Count::ONE)
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(paths::root());
    command
}

fn format() -> Result<()> {
    run::run_captured(cargo().args(["fmt", "--all", "--check"])).or_help("cargo fmt --all")?;
    Ok(())
}

fn data() -> Result<()> {
    check::valid_data(&DataFolder::OWN).map(drop)
}

/// Nothing is written.
fn fresh_map() -> map::Options {
    map::Options {
        check: true,
        ..map::Options::default()
    }
}

/// `cargo test` by Clippy, which compiles as rustc does: what `cargo clippy` checks
/// is then compiled, and all that it builds upon is compiled once instead of
/// checked first (docs/decisions/first-start.md).
fn linted_tests() -> Command {
    let mut tests = cargo();
    tests.args(["test", "--quiet", "--locked", "--workspace"]);
    tests.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver");
    // As `cargo clippy -- -D warnings` hands it over.
    tests.env(
        "CLIPPY_ARGS",
        "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__",
    );
    tests
}

fn clippy() -> Result<()> {
    run::run_captured(linted_tests().arg("--no-run"))
        .or_help("correct the lines named above; then: cargo xtask test --only clippy")?;
    Ok(())
}

fn wasm() -> Result<()> {
    let mut clippy = Tools::for_compiling()?.command("cargo")?;
    clippy.args(["clippy", "--quiet", "--locked", "--package", "hemicycle"]);
    clippy.args(["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"]);
    run::run_captured(&mut clippy)
        .or_help("correct the lines named above; then: cargo xtask test --only wasm")?;
    Ok(())
}

/// What decides which cases the property tests draw, as proptest reads it.
const SEED: &str = "PROPTEST_RNG_SEED";

fn tests() -> Result<Count, Failure> {
    let mut tests = linted_tests();
    tests.arg("--no-fail-fast");
    // The same code passes or fails in the same way on every machine. `cargo
    // test` draws other cases each time.
    if env::var_os(SEED).is_none() {
        tests.env(SEED, "1961");
    }
    let output = tests.output().context("cargo test cannot be started")?;
    let text = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
    let text = text.concat();
    let mut count = parse_cargo_output(&text);
    if output.status.success() {
        return Ok(count);
    }
    // Code that does not compile has no failing test.
    count.failed = count.failed.max(1);
    let error = Err::<(), _>(anyhow!("cargo test failed\n{text}"))
        .or_help("correct what fails; then: cargo xtask test --only tests");
    Err(Failure {
        count,
        error: error.expect_err("made as an error"),
    })
}

/// Sums the result lines of `cargo test`.
fn parse_cargo_output(output: &str) -> Count {
    let mut count = Count::default();
    for line in output
        .lines()
        .filter(|line| line.starts_with("test result: "))
    {
        let line_words: Vec<&str> = line.split_whitespace().collect();
        for pair in line_words.windows(2) {
            let number = || pair[0].parse().unwrap_or(0);
            match pair[1] {
                "passed;" => count.passed += number(),
                "failed;" => count.failed += number(),
                _ => {}
            }
        }
    }
    count
}

fn budgets() -> Result<Count, Failure> {
    let weights = build::weigh()?;
    let limited = weights.iter().filter(|weight| weight.budget.is_some());
    let (within, over): (Vec<_>, Vec<_>) = limited.partition(|weight| weight.holds());
    let count = Count {
        passed: within.len(),
        failed: over.len(),
    };
    if over.is_empty() {
        return Ok(count);
    }
    let names: Vec<_> = over.iter().map(|weight| weight.name.as_str()).collect();
    let table = build::table(&weights);
    let error = anyhow!("over budget: {}\n{table}", names.join(", "));
    let error = Err::<(), _>(error).or_help("make it lighter; to weigh again: cargo xtask build");
    Err(Failure {
        count,
        error: error.expect_err("made as an error"),
    })
}

/// Has address books read the cards, where they are here or can be installed.
fn cards() -> Result<Count, Failure> {
    if let Err(error) = address_books::ensure() {
        eprintln!("address books are missing and cannot be installed: not tried ({error:#})");
        return Ok(Count::default());
    }
    let mut readers = Command::new(address_books::PYTHON);
    readers.arg(paths::root().join("tests/readers/cards.py"));
    let table = run::run_captured(readers.arg(paths::dist()))
        .or_help("correct what is read otherwise; then: cargo xtask test --only cards")?;
    eprint!("{table}");
    Ok(Count::ONE)
}

/// Has programs of Python read what is published for such, where they are here
/// or can be installed.
fn formats() -> Result<Count, Failure> {
    let python = match format_readers::ensure() {
        Ok(python) => python,
        Err(error) => {
            eprintln!("readers of formats cannot be installed: not tried ({error:#})");
            return Ok(Count::default());
        }
    };
    let mut readers = Command::new(python);
    readers.arg(paths::root().join("tests/readers/formats.py"));
    let table = run::run_captured(readers.arg(paths::dist()))
        .or_help("correct what is read otherwise; then: cargo xtask test --only formats")?;
    eprint!("{table}");
    Ok(Count::ONE)
}

fn reproducible(second_build: Option<SecondBuild>) -> Result<()> {
    second_build
        .map_or_else(SecondBuild::start, Ok)
        .and_then(SecondBuild::check)
}

fn browser() -> Result<Count, Failure> {
    let root = DevServer::start(&paths::dist(), 0, "/")?;
    let subfolder = DevServer::start(&paths::dist(), 0, "/a/b/")?;
    let second_network = DevServer::start(&build::second_network()?, 0, "/")?;
    let pseudo_files = paths::intermediates().join("pseudo-languages");
    pseudo::write(&pseudo_files)?;
    let pseudo_languages = DevServer::start(&build::build_from(&pseudo_files)?, 0, "/")?;
    let mut playwright = playwright_command(root.address(), subfolder.address(), &[])?;
    playwright.env("SECOND_URL", second_network.address());
    playwright.env("PSEUDO_URL", pseudo_languages.address());
    let result = run_playwright(&mut playwright, Step::Browser);
    // What was tried of broken files, whether or not it went well.
    if let Ok(table) = fs::read_to_string(paths::e2e().join("results/faults.txt")) {
        eprintln!("{table}");
    }
    result
}

/// What readers do. The other tests are of the files, of faults of a network,
/// and of what all engines read in the same way.
const READER_SPECS: [&str; 19] = [
    "/choices.spec.ts",
    "/contacts.spec.ts",
    "/editions.spec.ts",
    "/event-page.spec.ts",
    "/events-pointer.spec.ts",
    "/events.spec.ts",
    "/filter-and-share.spec.ts",
    "/find-by-old-name.spec.ts",
    "/going.spec.ts",
    "/keyboard.spec.ts",
    "/languages.spec.ts",
    "/map-detail.spec.ts",
    "/map-zoomed.spec.ts",
    "/map.spec.ts",
    "/member-page.spec.ts",
    "/membership-through-time.spec.ts",
    "/single-page.spec.ts",
    "/sort-and-table.spec.ts",
    "/theme.spec.ts",
];

/// Tests what readers do most in the other engines: what is tagged so.
fn journeys() -> Result<Count, Failure> {
    let mut total = Count::default();
    for one in [Engine::Firefox, Engine::Webkit] {
        let result = engine(one, Step::Journeys, &["--grep", "@journey"]);
        add(&mut total, one, result)?;
    }
    Ok(total)
}

/// Tests what readers do in another engine, where it is here or can be installed;
/// `options` are Playwright's.
fn engine(engine: Engine, step: Step, options: &[&str]) -> Result<Count, Failure> {
    let program = match engine.ensure() {
        Ok(program) => program,
        Err(error) => {
            eprintln!("{engine} is not here and cannot be installed: not tried ({error:#})");
            return Ok(Count::default());
        }
    };
    let root = DevServer::start(&paths::dist(), 0, "/")?;
    let subfolder = DevServer::start(&paths::dist(), 0, "/a/b/")?;
    let mut playwright = playwright_command(root.address(), subfolder.address(), &READER_SPECS)?;
    engine.configure(&program, playwright.args(options));
    run_playwright(&mut playwright, step)
}

/// What depends on the host: that pages are found, in any folder and without
/// the program, and that files come with their headers.
const HOST_SPECS: [&str; 5] = [
    "opens.spec.ts",
    "folder.spec.ts",
    "going.spec.ts",
    "without-program.spec.ts",
    "hosting.spec.ts",
];

/// Tells how a part of a step went, and counts it with the others.
fn add(
    total: &mut Count,
    part: impl Display,
    result: Result<Count, Failure>,
) -> Result<(), Failure> {
    let Count { passed, failed } = match &result {
        Ok(count) => *count,
        Err(failure) => failure.count,
    };
    eprintln!("  {part:<11} {passed} passed, {failed} failed");
    total.passed += passed;
    total.failed += failed;
    result.map(drop).map_err(|Failure { error, .. }| Failure {
        count: *total,
        error: error.context(format!("on {part}")),
    })
}

/// What a reader needs of a host that knows nothing of the site.
const PLAIN_HOST_SPECS: [&str; 1] = ["plain-host.spec.ts"];

/// Tests the site on every host that is here or can be installed.
fn hosts() -> Result<Count, Failure> {
    let mut total = Count::default();
    for host in Host::ALL {
        let program = match host.ensure() {
            Ok(program) => program,
            Err(error) => {
                eprintln!("{host} is not here and cannot be installed: not tried ({error:#})");
                continue;
            }
        };
        add(&mut total, host, on_host(host, &program))?;
    }
    Ok(total)
}

fn on_host(host: Host, program: &Path) -> Result<Count, Failure> {
    let server = HostServer::start(host, program, &paths::dist())?;
    let specs = match host {
        Host::Nginx | Host::Apache => &HOST_SPECS[..],
        Host::Plain(_) => &PLAIN_HOST_SPECS,
    };
    let mut playwright =
        playwright_command(&server.root_address(), &server.subfolder_address(), specs)?;
    run_playwright(&mut playwright, Step::Hosts)
}

/// Playwright with `specs`, or all where none is named, for a site that is
/// served at the root and in a sub-folder.
fn playwright_command(root: &str, subfolder: &str, specs: &[&str]) -> Result<Command> {
    e2e_modules()?;
    let mut playwright = Command::new("npx");
    playwright.args(["--no-install", "playwright", "test"]);
    playwright.args(specs).current_dir(paths::e2e());
    playwright.env("BASE_URL", root);
    playwright.env("SUBFOLDER_URL", subfolder);
    Chromium::ensure()?.configure(&mut playwright, "CHROMIUM");
    Chromium::ensure_whole()?.configure(&mut playwright, "WHOLE_CHROMIUM");
    Ok(playwright)
}

/// Runs Playwright for a step and counts its tests.
fn run_playwright(playwright: &mut Command, step: Step) -> Result<Count, Failure> {
    let report = paths::e2e().join("results/report.json");
    // A report of an earlier run must not pass for one of this run.
    let _ = fs::remove_file(&report);
    let step = step.name();
    let result = run::run_captured(playwright).or_help(format!(
        "correct what fails; then: cargo xtask test --only {step}"
    ));
    let count = fs::read_to_string(&report)
        .ok()
        .and_then(|report| parse_playwright_report(&report));
    match (result, count) {
        (Ok(_), Some(count)) => Ok(count),
        (Ok(_), None) => Err(anyhow!("Playwright left no report in tests/e2e/results"))
            .or_help("npm ci --prefix tests/e2e")
            .map_err(Failure::from),
        (Err(error), count) => {
            let mut count = count.unwrap_or_default();
            count.failed = count.failed.max(1);
            Err(Failure { count, error })
        }
    }
}

/// Sums the report of Playwright; a test that passed only on a second try
/// would count as failed.
fn parse_playwright_report(report: &str) -> Option<Count> {
    let report: serde_json::Value = serde_json::from_str(report).ok()?;
    let number = |name: &str| usize::try_from(report["stats"][name].as_u64()?).ok();
    Some(Count {
        passed: number("expected")?,
        failed: number("unexpected")? + number("flaky")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_of_cargo_are_summed() {
        let output = "running 2 tests\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
            test result: FAILED. 3 passed; 4 failed; 0 ignored; 0 measured\n\
            9 passed; 9 failed; in a text of our own\n";
        assert_eq!(
            parse_cargo_output(output),
            Count {
                passed: 5,
                failed: 4
            }
        );
        assert_eq!(
            parse_cargo_output("error: could not compile"),
            Count::default()
        );
    }

    #[test]
    fn the_report_of_playwright_is_summed() {
        let report = r#"{"stats": {"expected": 7, "unexpected": 1, "flaky": 1, "skipped": 3}}"#;
        assert_eq!(
            parse_playwright_report(report),
            Some(Count {
                passed: 7,
                failed: 2
            })
        );
        assert_eq!(parse_playwright_report("{}"), None);
        assert_eq!(parse_playwright_report(""), None);
    }
}
