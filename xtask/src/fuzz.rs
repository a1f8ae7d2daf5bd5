//! `cargo xtask fuzz`: strange inputs for each door by which text comes in.
//!
//! docs/fuzzing.md tells what the doors promise, and what to do with a finding.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};
use clap::ValueEnum;

use crate::run::{self, OrHelp};
use crate::serve::DevServer;
use crate::tools::{Chromium, e2e_modules};
use crate::{build, paths};

/// What to try, and for how long.
#[derive(Debug, Clone, clap::Args)]
pub struct Options {
    /// One door alone; otherwise all of them, one after the other
    pub door: Option<Door>,
    /// How long each door is tried
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    pub time: u32,
    /// How many inputs each door is given, however long that takes
    #[arg(long, value_name = "N", conflicts_with = "time")]
    pub inputs: Option<u64>,
    /// Repeat this input of a door, which an earlier run has kept: a file, or
    /// for pages its number
    #[arg(
        long,
        value_name = "INPUT",
        requires = "door",
        conflicts_with = "inputs"
    )]
    pub repeat: Option<String>,
}

/// Where text comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Door {
    /// A data file as an editor may write it
    DataFile,
    /// A sheet of corrections that comes back
    CorrectionForm,
    /// A table of facts
    Import,
    /// The text of an address
    Address,
    /// A date known in part
    Date,
    /// Words typed into the search
    Search,
    /// The parts of a snapshot
    Snapshot,
    /// A catalogue of texts
    Catalogue,
    /// Pages, storage and messages in the browser, on the built site
    Pages,
}

impl Door {
    /// As the command takes it, and the fuzzer.
    fn name(self) -> String {
        let value = self.to_possible_value();
        value.expect("no door is hidden").get_name().to_owned()
    }
}

/// Tries the doors that are asked for, up to the first that does not hold.
///
/// # Errors
/// A promise of a door does not hold for an input, which is told; or something
/// cannot be built.
pub fn run(options: &Options) -> Result<()> {
    let doors = match options.door {
        Some(door) => vec![door],
        None => Door::value_variants().to_vec(),
    };
    for door in doors {
        println!("{} …", door.name());
        match door {
            Door::Pages => pages(options)?,
            door => Fuzzer::build(door)?.run(options)?,
        }
    }
    Ok(())
}

/// How rustc makes code that tells libFuzzer what an input reaches; as
/// cargo-fuzz does it, but without telling of all that is compared, which takes
/// a third of the time, and without sanitizers, which need another compiler and
/// find faults of memory that safe code has not.
const COVERAGE: &str = "-Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table";

/// Seconds after which an input counts as one that never ends.
const ENDLESS: u32 = 10;

/// Seconds in which a failing input is made smaller.
const SHRINKING: u32 = 20;

/// The fuzzer of one door.
struct Fuzzer {
    door: String,
    program: PathBuf,
    /// What libFuzzer keeps of a door: inputs that reach something new.
    corpus: PathBuf,
    /// Inputs that a promise does not hold for.
    failures: PathBuf,
}

impl Fuzzer {
    fn build(door: Door) -> Result<Self> {
        let door = door.name();
        let folder = paths::intermediates().join("fuzz");
        let version = run::run_captured(Command::new("rustc").arg("-vV"))?;
        let host = version.lines().find_map(|line| line.strip_prefix("host: "));
        let host = host.context("rustc does not say which target it runs on")?;
        let mut cargo = run::low_priority("cargo");
        cargo.current_dir(paths::root());
        cargo.args(["build", "--quiet", "--locked", "--package", "fuzz"]);
        cargo.args(["--features", "libfuzzer", "--profile", "fuzz"]);
        // With a target, what runs while compiling is compiled as always.
        cargo.args(["--target", host]);
        cargo.env("RUSTFLAGS", COVERAGE);
        cargo.env("CARGO_TARGET_DIR", &folder);
        run::run(&mut cargo).or_help("libFuzzer is compiled from C++: apt install g++")?;
        let fuzzer = Self {
            program: folder.join(host).join("fuzz/fuzz"),
            corpus: folder.join("corpus").join(&door),
            failures: folder.join("failures"),
            door,
        };
        for folder in [&fuzzer.corpus, &fuzzer.failures] {
            fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        Ok(fuzzer)
    }

    fn command(&self) -> Command {
        let mut command = run::low_priority(&self.program);
        command.env("FUZZ_DOOR", &self.door);
        command.arg(format!("-timeout={ENDLESS}"));
        command
    }

    fn run(&self, options: &Options) -> Result<()> {
        if let Some(file) = &options.repeat {
            return self.repeat(Path::new(file));
        }
        let words = self.corpus.with_extension("words");
        let mut fuzzer = self.command();
        fuzzer.env("FUZZ_SEEDS", &self.corpus);
        fuzzer.env("FUZZ_WORDS", &words);
        fuzzer.arg(format!("-dict={}", words.display()));
        fuzzer.arg(match options.inputs {
            Some(inputs) => format!("-runs={inputs}"),
            None => format!("-max_total_time={}", options.time),
        });
        fuzzer.args(["-verbosity=0", "-print_final_stats=1"]);
        let before = self.kept_failures()?;
        let prefix = self.failures.join(format!("{}-", self.door));
        fuzzer.arg(format!("-artifact_prefix={}", prefix.display()));
        fuzzer.arg(&self.corpus);
        let Err(error) = run::run(&mut fuzzer) else {
            return Ok(());
        };
        let mut after = self.kept_failures()?;
        after.retain(|file| !before.contains(file));
        let Some(failure) = after.first() else {
            return Err(error);
        };
        let smallest = self.shrink(failure)?;
        self.repeat(&smallest)
    }

    /// All inputs of this door that failed.
    fn kept_failures(&self) -> Result<Vec<PathBuf>> {
        let files = fs::read_dir(&self.failures)?;
        let mut files = files
            .map(|file| Ok(file?.path()))
            .collect::<Result<Vec<PathBuf>>>()?;
        files.retain(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(&self.door)
        });
        files.sort();
        Ok(files)
    }

    /// A smaller input that fails as well, where one is found soon.
    fn shrink(&self, failure: &Path) -> Result<PathBuf> {
        let smallest = failure.with_extension("small");
        let mut fuzzer = self.command();
        fuzzer.args(["-minimize_crash=1", "-verbosity=0"]);
        fuzzer.arg(format!("-max_total_time={SHRINKING}"));
        fuzzer.arg(format!("-exact_artifact_path={}", smallest.display()));
        // It ends with a failure by intention; what it says is of its search.
        let output = fuzzer.arg(failure).output();
        output.with_context(|| self.program.display().to_string())?;
        Ok(if smallest.exists() {
            smallest
        } else {
            failure.to_owned()
        })
    }

    /// Shows an input, and what becomes of it.
    fn repeat(&self, input: &Path) -> Result<()> {
        if !input.exists() {
            bail!("{} is not there", input.display());
        }
        let mut fuzzer = self.command();
        fuzzer
            .env("FUZZ_SHOW", "1")
            .args(["-runs=1", "-verbosity=0"]);
        let repeated = run::run(fuzzer.arg(input));
        let (door, input) = (&self.door, input.display());
        repeated
            .map_err(|_| anyhow!("the door `{door}` does not hold"))
            .or_help(format!(
                "mend it (docs/fuzzing.md); to see it again: cargo xtask fuzz {door} --repeat {input}"
            ))
    }
}

/// Opens strange pages on the built site.
fn pages(options: &Options) -> Result<()> {
    build::ensure(&build::Options::default())?;
    e2e_modules()?;
    let site = DevServer::start(&paths::dist(), 0, "/")?;
    let mut script = Command::new("node");
    script.arg("fuzz/pages.mjs").current_dir(paths::e2e());
    script.env("BASE_URL", site.address());
    match (&options.repeat, options.inputs) {
        (Some(number), _) => script.env("FUZZ_REPEAT", number),
        (None, Some(inputs)) => script.env("FUZZ_INPUTS", inputs.to_string()),
        (None, None) => script.env("FUZZ_SECONDS", options.time.to_string()),
    };
    Chromium::ensure()?.configure(&mut script, "CHROMIUM");
    run::run(&mut script)
        .or_help("mend it, docs/fuzzing.md; the last lines say how to see it again")
}
