//! The developer's commands, run as `cargo xtask`.
//!
//! Each is one file. None asks questions; a failure ends with the command or
//! step that repairs it.
#![expect(
    clippy::print_stdout,
    reason = "these commands speak to the person at the terminal"
)]

mod bench;
mod build;
mod check;
mod data_folder;
mod edition;
mod fuzz;
mod import;
mod map;
mod new;
mod npm_package;
mod paths;
mod run;
mod serve;
mod test;
mod tools;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The commands of the project.
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    disable_help_subcommand = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the site where needed, installing what is missing, and serve it
    Serve(serve::Options),
    /// Run everything that must hold: format, data, lints, tests, budgets, browser
    Test(test::Options),
    /// Make a folder of data for another network, from the codes of its members
    New(new::Options),
    /// Say what is wrong with the data
    Check(check::Options),
    /// Keep the data as they are as an edition, which stays when they change
    Edition(edition::Options),
    /// Take facts from CSV files into the data, naming all that is left
    Import(import::Options),
    /// Make dist/, the folder that any web host can serve
    Build(build::Options),
    /// Make the map from the atlas and the register of boundaries
    Map(map::Options),
    /// Measure the built site in Chromium: keystrokes and loading
    Bench(bench::Options),
    /// Try strange inputs on everything that reads text from outside
    Fuzz(fuzz::Options),
    /// Find or install the tools of the build and of the tests
    Tools,
    /// Add to what trunk makes; `serve --dev` does it by itself
    #[command(hide = true)]
    DevFiles,
    /// Compile the program alone; the step `reproducible` does it by itself
    #[command(hide = true)]
    Program,
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Serve(options) => serve::run(&options),
        Command::Test(options) => {
            // What failed has been said; its last line is the count.
            return ExitCode::from(u8::from(!test::run(&options)));
        }
        Command::New(options) => new::run(&options),
        Command::Check(options) => check::run(&options),
        Command::Edition(options) => edition::run(&options),
        Command::Import(options) => import::run(&options),
        Command::Build(options) => build::run(&options),
        Command::Map(options) => map::run(&options),
        Command::Bench(options) => bench::run(&options),
        Command::Fuzz(options) => fuzz::run(&options),
        Command::Tools => tools::run(),
        Command::DevFiles => build::dev_files(),
        Command::Program => build::compile_program(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", run::message(&error));
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    /// clap looks at a command only when it is called.
    #[test]
    fn every_command_can_be_called() {
        Arguments::command().debug_assert();
    }
}
