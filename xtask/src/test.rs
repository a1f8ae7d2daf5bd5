//! `cargo xtask test`: runs everything that must hold, the quickest first.

mod pseudo;
mod reproducible;
mod steps;

use std::time::Instant;

use reproducible::SecondBuild;
pub use steps::Step;

/// What to run.
#[derive(Debug, Clone, clap::Args)]
pub struct Options {
    /// Run this step alone; may be given several times
    #[arg(long, value_name = "STEP")]
    pub only: Vec<Step>,
}

/// Checks that held and that did not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Checks that held.
    pub passed: usize,
    /// Checks that did not.
    pub failed: usize,
}

impl Count {
    /// One check that held.
    pub const ONE: Self = Self {
        passed: 1,
        failed: 0,
    };
}

/// Why a step failed.
#[derive(Debug)]
pub struct Failure {
    /// The checks of the step; at least one failed.
    pub count: Count,
    /// What went wrong and what repairs it.
    pub error: anyhow::Error,
}

impl From<anyhow::Error> for Failure {
    /// The step as a whole is the one check that failed.
    fn from(error: anyhow::Error) -> Self {
        let count = Count {
            passed: 0,
            failed: 1,
        };
        Self { count, error }
    }
}

/// Runs the steps up to the first that fails.
///
/// The last line is `N passed, N failed` for the whole: each test of a test
/// step counts, and every other step counts as one.
///
/// Gives whether all of them hold.
pub fn run(options: &Options) -> bool {
    let is_asked_for = |step: &Step| {
        if options.only.is_empty() {
            step.belongs_to_whole()
        } else {
            options.only.contains(step)
        }
    };
    let mut total = Count::default();
    let mut second_build = None;
    for step in Step::ALL.into_iter().filter(is_asked_for) {
        let name = step.name();
        eprintln!("{name} …");
        let start = Instant::now();
        // Readers of cards, browsers and hosts leave a processor idle now and then.
        // What keeps it from starting is told by its own step.
        if step == Step::Cards && is_asked_for(&Step::Reproducible) {
            second_build = SecondBuild::start().ok();
        }
        let started = second_build.take_if(|_| step == Step::Reproducible);
        let result = step.run(started);
        let seconds = start.elapsed().as_secs_f64();
        let count = match &result {
            Ok(count) => *count,
            Err(failure) => failure.count,
        };
        total.passed += count.passed;
        total.failed += count.failed;
        match result {
            Ok(count) => eprintln!("{name:<10}{:>5} passed {seconds:>7.1} s", count.passed),
            Err(failure) => {
                eprintln!("{name:<10}{:>5} failed {seconds:>7.1} s", count.failed);
                eprintln!("{}", crate::run::message(&failure.error));
                break;
            }
        }
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    total.failed == 0 && total.passed > 0
}
