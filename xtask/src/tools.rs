//! `cargo xtask tools`: finds or installs what the build needs.
//!
//! A tool of the right version on PATH is used as it is. Otherwise it goes to
//! a folder of this user where every clone finds it again; nothing of the
//! system is changed, but for what [`wasm_target`] and [`apt`] say.

pub mod address_books;
mod apt;
mod chromium;
mod engines;
pub mod format_readers;
mod hosts;
mod wasm_target;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, bail};

use crate::paths;
use crate::run::{self, OrHelp};

pub use chromium::Chromium;
pub use engines::Engine;
pub use hosts::{Host, PlainHost};

/// A program in exactly one version.
struct Tool {
    /// Of the package and of its folder.
    package: &'static str,
    /// What is run.
    program: &'static str,
    /// As `--version` says it, a word by itself.
    version: &'static str,
    /// How it is installed.
    installer: Installer,
}

/// How a tool is installed.
enum Installer {
    /// `cargo install`; with `--locked` where the package's own lock file is
    /// known to build. The one that takes longest is `first`.
    Cargo { locked: bool, first: bool },
    /// `npm install` in the version given, which differs from the program's.
    Npm { version: &'static str },
}

/// In place of what a tool's own release profile asks for: far less to compile,
/// little more to run (`docs/decisions/first-start.md`).
const LIGHT_PROFILE: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "4"),
];

/// Trunk.toml asks for the same versions of the last two, Cargo.toml for the
/// same wasm-bindgen.
const TOOLS: [Tool; 3] = [
    Tool {
        package: "trunk",
        program: "trunk",
        version: "0.21.14",
        installer: Installer::Cargo {
            locked: true,
            first: true,
        },
    },
    Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: "0.2.130",
        installer: Installer::Cargo {
            locked: false,
            first: false,
        },
    },
    Tool {
        package: "binaryen",
        program: "wasm-opt",
        version: "132",
        installer: Installer::Npm { version: "132.0.0" },
    },
];

/// What the build runs with.
pub struct Tools {
    /// Put in front of PATH.
    folders: Vec<PathBuf>,
    /// The toolchain to use in place of the one in rust-toolchain.toml.
    toolchain: Option<&'static str>,
}

impl Tools {
    /// Everything for the browser build, installed where missing.
    ///
    /// # Errors
    /// Something is missing and cannot be installed.
    pub fn for_build() -> Result<Self> {
        let mut found = Self::for_compiling()?;
        // At the same time, since each has work for one processor only at times.
        let folders = thread::scope(|scope| {
            let installing = TOOLS.each_ref().map(|tool| scope.spawn(|| tool.ensure()));
            installing.map(|tool| tool.join().expect("installing a tool does not panic"))
        });
        for folder in folders {
            found.folders.extend(folder?);
        }
        Ok(found)
    }

    /// Everything for compiling to WebAssembly, as clippy does.
    ///
    /// # Errors
    /// The target is missing and cannot be installed.
    pub fn for_compiling() -> Result<Self> {
        Ok(Self {
            folders: Vec::new(),
            toolchain: wasm_target::ensure()?,
        })
    }

    /// `program`, to be run in the workspace with these tools.
    ///
    /// # Errors
    /// PATH cannot hold the folders of the tools.
    pub fn command(&self, program: &str) -> Result<Command> {
        self.command_of(Command::new(program))
    }

    /// `command`, to be run in the workspace with these tools.
    ///
    /// # Errors
    /// As for [`Self::command`].
    pub fn command_of(&self, mut command: Command) -> Result<Command> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned();
        let path = std::env::join_paths(folders.chain(std::env::split_paths(&path)))
            .context("a folder of the tools has a separator of PATH in its name")?;
        command.current_dir(paths::root()).env("PATH", path);
        if let Some(toolchain) = self.toolchain {
            command.env("RUSTUP_TOOLCHAIN", toolchain);
        }
        Ok(command)
    }
}

/// Finds or installs everything, for builds and for tests.
///
/// # Errors
/// Something is missing and cannot be installed.
pub fn run() -> Result<()> {
    let tools = Tools::for_build()?;
    for tool in &TOOLS {
        let mut command = tools.command(tool.program)?;
        let version = run::run_captured(command.arg("--version"))?;
        eprintln!("{}", version.trim());
    }
    if let Some(toolchain) = tools.toolchain {
        eprintln!("toolchain `{toolchain}` for WebAssembly");
    }
    e2e_modules()?;
    eprintln!("{}", Chromium::ensure()?);
    eprintln!("{}", Chromium::ensure_whole()?);
    Ok(())
}

impl Tool {
    /// The folder in which the program lies; none where PATH has it already.
    fn ensure(&self) -> Result<Option<PathBuf>> {
        if self.is_version(Path::new(self.program)) {
            return Ok(None);
        }
        let name = format!("{}-{}", self.package, self.full_version());
        let tools = paths::tools()?;
        let folder = tools.join(&name);
        let program = self.programs(&folder).join(self.program);
        if !self.is_version(&program) {
            // Two clones may want the same tool at the same time.
            let _alone = lock(&tools, &name)?;
            if !self.is_version(&program) {
                eprintln!("installing {name} in {}, once", tools.display());
                // Only a whole installation gets its name.
                let partial = tools.join(format!("{name}.partial"));
                remove(&partial)?;
                self.install(&tools, &partial)
                    .or_help(self.manual_command(&folder))?;
                remove(&folder)?;
                fs::rename(&partial, &folder).with_context(|| folder.display().to_string())?;
            }
        }
        Ok(Some(self.programs(&folder)))
    }

    /// The version as the package has it.
    fn full_version(&self) -> &str {
        match self.installer {
            Installer::Cargo { .. } => self.version,
            Installer::Npm { version } => version,
        }
    }

    /// Whether `program` runs and names this version.
    fn is_version(&self, program: &Path) -> bool {
        let said = run::run_captured(Command::new(program).arg("--version"));
        said.is_ok_and(|said| said.split_whitespace().any(|word| word == self.version))
    }

    /// Where the programs lie in the folder of the tool.
    fn programs(&self, folder: &Path) -> PathBuf {
        folder.join(match self.installer {
            Installer::Cargo { .. } => "bin",
            Installer::Npm { .. } => "node_modules/.bin",
        })
    }

    /// Installs the tool into `folder`, which is new.
    fn install(&self, tools: &Path, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        let mut command = match self.installer {
            Installer::Cargo { first: true, .. } => Command::new("cargo"),
            Installer::Cargo { first: false, .. } => run::low_priority("cargo"),
            Installer::Npm { .. } => {
                node()?;
                Command::new("npm")
            }
        };
        command.args(self.install_args(folder));
        // Outside of the workspace, whose settings are not for tools.
        command.current_dir(tools);
        let build = folder.join("build");
        command.env("CARGO_TARGET_DIR", &build);
        // The bars of two would fight for one line.
        command.env("CARGO_TERM_PROGRESS_WHEN", "never");
        command.envs(LIGHT_PROFILE);
        run::run(&mut command)?;
        if !self.is_version(&self.programs(folder).join(self.program)) {
            bail!("{} was installed but is not {}", self.program, self.version);
        }
        remove(&build)
    }

    /// The arguments of `cargo` or `npm` that install the tool into `folder`.
    fn install_args(&self, folder: &Path) -> Vec<String> {
        let folder = folder.display().to_string();
        let version = self.full_version();
        let args: Vec<&str> = match self.installer {
            Installer::Cargo { locked, .. } => {
                let mut args = vec!["install", self.package, "--version", version];
                args.extend(["--bin", self.program, "--root", &folder]);
                args.extend(locked.then_some("--locked"));
                // Their defaults are for downloading, which is not asked of them.
                args.push("--no-default-features");
                args
            }
            Installer::Npm { .. } => {
                vec!["install", "--prefix", &folder, "--no-fund", "--no-audit"]
            }
        };
        let mut args: Vec<String> = args.into_iter().map(str::to_owned).collect();
        if let Installer::Npm { version } = self.installer {
            args.push(format!("{}@{version}", self.package));
        }
        args
    }

    /// How to install the tool by hand.
    fn manual_command(&self, folder: &Path) -> String {
        let program = match self.installer {
            Installer::Cargo { .. } => "cargo",
            Installer::Npm { .. } => "npm",
        };
        let args = self.install_args(folder).join(" ");
        format!("with a network, run it again, or: {program} {args}")
    }
}

/// Waits for other installations of the tool `name`, and holds further ones back
/// until the file is dropped.
fn lock(tools: &Path, name: &str) -> Result<File> {
    fs::create_dir_all(tools).with_context(|| tools.display().to_string())?;
    let path = tools.join(format!("{name}.lock"));
    let file = File::create(&path).with_context(|| path.display().to_string())?;
    file.lock().with_context(|| path.display().to_string())?;
    Ok(file)
}

/// Removes a folder with all that is in it, where there is one.
fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    Ok(())
}

/// Sees to Node.js, which runs wasm-opt and the browser tests.
///
/// # Errors
/// It is missing, or older than version 20.
fn node() -> Result<()> {
    let help = "install Node.js 20 or later with npm, as a package of the system";
    let version = run::run_captured(Command::new("node").arg("--version")).or_help(help)?;
    let major = version.trim().trim_start_matches('v').split('.').next();
    match major.and_then(|major| major.parse::<u32>().ok()) {
        Some(20..) => Ok(()),
        _ => bail!(anyhow::anyhow!("Node.js {} is too old", version.trim()).context(help)),
    }
}

/// Sees to the modules of the browser tests, in the versions of the lock file.
///
/// # Errors
/// Node.js is missing, or npm cannot fetch them.
pub fn e2e_modules() -> Result<()> {
    node()?;
    let folder = paths::e2e();
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).with_context(|| lock.display().to_string())?;
    // Written last, so that an interrupted installation is repaired.
    let installed = folder.join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    eprintln!("installing the modules of the browser tests");
    let mut command = Command::new("npm");
    command.arg("ci").current_dir(&folder);
    // Playwright would fetch a browser of its own otherwise.
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run::run_captured(&mut command).or_help("with a network: npm ci --prefix tests/e2e")?;
    fs::write(&installed, wanted).with_context(|| installed.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_and_cargo_ask_for_the_same_versions() {
        let read = |name| fs::read_to_string(paths::root().join(name)).unwrap();
        let [_, bindgen, binaryen] = &TOOLS;
        for line in [
            format!("wasm_bindgen = \"{}\"", bindgen.version),
            format!("wasm_opt = \"version_{}\"", binaryen.version),
        ] {
            assert!(read("Trunk.toml").contains(&line), "Trunk.toml: {line}");
        }
        let line = format!("wasm-bindgen = \"={}\"", bindgen.version);
        assert!(read("Cargo.toml").contains(&line), "Cargo.toml: {line}");
    }

    #[test]
    fn a_tool_of_another_version_is_not_taken() {
        let cargo = |version| Tool {
            package: "cargo",
            program: "cargo",
            version,
            installer: Installer::Cargo {
                locked: true,
                first: true,
            },
        };
        assert!(!cargo("0.0.1").is_version(Path::new("cargo")));
        assert!(!cargo("0.0.1").is_version(Path::new("no-such-program")));
        assert!(cargo("cargo").is_version(Path::new("cargo")));
    }
}
