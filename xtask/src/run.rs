//! Runs other programs, and says what repairs a failure.

use std::ffi::OsStr;
use std::fmt;
use std::iter;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, Result, bail};

/// The command or step that repairs a failure; closes its message.
#[derive(Debug)]
pub struct Help(String);

impl fmt::Display for Help {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Adds the repairing step to a failure.
pub trait OrHelp<T> {
    /// Gives the failure `step` as its help.
    ///
    /// # Errors
    /// The failure itself.
    fn or_help(self, step: impl Into<String>) -> Result<T>;
}

impl<T, E: Into<anyhow::Error>> OrHelp<T> for Result<T, E> {
    fn or_help(self, step: impl Into<String>) -> Result<T> {
        self.map_err(|error| error.into().context(Help(step.into())))
    }
}

/// The whole message of a failure: what happened and why, then the help.
pub fn message(error: &anyhow::Error) -> String {
    let help = error.downcast_ref::<Help>().map(|help| help.0.as_str());
    let causes: Vec<String> = error
        .chain()
        .map(ToString::to_string)
        .filter(|cause| Some(cause.as_str()) != help)
        .collect();
    let message = format!("error: {}", causes.join(": "));
    match help {
        Some(help) => format!("{message}\n  help: {help}"),
        None if message.contains("\n  help: ") => message,
        None => format!("{message}\n  help: cargo xtask --help"),
    }
}

/// `program` with less of a busy processor than others, where the system has
/// such an order.
pub fn low_priority(program: impl AsRef<OsStr>) -> Command {
    if cfg!(unix) {
        let mut command = Command::new("nice");
        command.arg(program);
        command
    } else {
        Command::new(program)
    }
}

/// Runs `command` with its output on the terminal.
///
/// # Errors
/// It cannot be started, or it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let name = program_and_subcommand(command);
    let status = command
        .status()
        .with_context(|| format!("{name} cannot be started"))?;
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}

/// Runs `command` and gives what it wrote to its standard output.
///
/// # Errors
/// It cannot be started, or it fails; then with all that it wrote.
pub fn run_captured(command: &mut Command) -> Result<String> {
    let name = program_and_subcommand(command);
    let output = command
        .output()
        .with_context(|| format!("{name} cannot be started"))?;
    if !output.status.success() {
        bail!(
            "{name} failed ({})\n{}",
            output.status,
            combined_output(&output)
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What a program wrote to both of its outputs.
fn combined_output(output: &Output) -> String {
    let text = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
    text.concat().trim_end().to_owned()
}

/// The program and its first arguments that are no options, as in
/// `cargo clippy`.
fn program_and_subcommand(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    let subcommands = command
        .get_args()
        .take(2)
        .map(|argument| argument.to_string_lossy())
        .take_while(|argument| !argument.starts_with('-'));
    let words: Vec<_> = iter::once(program.to_string_lossy())
        .chain(subcommands)
        .collect();
    words.join(" ")
}

/// Where `program` lies among the folders of PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// `program` with the rights to change the system, without asking questions.
///
/// # Errors
/// Those rights are not at hand.
pub fn as_root(program: &str) -> Result<Command> {
    let user = run_captured(Command::new("id").arg("-u"))?;
    if user.trim() == "0" {
        let mut command = Command::new(program);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        return Ok(command);
    }
    run_captured(Command::new("sudo").args(["-n", "true"]))
        .with_context(|| format!("{program} needs the rights of root"))?;
    let mut command = Command::new("sudo");
    command.args(["-n", "DEBIAN_FRONTEND=noninteractive", program]);
    Ok(command)
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn a_message_ends_with_the_help() {
        let failure: Result<()> = Err(anyhow!("no such file")).context("trunk cannot be started");
        let failure = failure.or_help("cargo xtask tools").unwrap_err();
        let outer = failure.context("the build stopped");
        assert_eq!(
            message(&outer),
            "error: the build stopped: trunk cannot be started: no such file\n  help: cargo xtask tools"
        );
    }

    #[test]
    fn a_failing_program_shows_what_it_wrote() {
        let mut command = Command::new("rustc");
        let error = run_captured(command.arg("--no-such-option")).unwrap_err();
        assert!(error.to_string().contains("no-such-option"), "{error}");
        assert!(error.to_string().starts_with("rustc failed"), "{error}");
    }
}
