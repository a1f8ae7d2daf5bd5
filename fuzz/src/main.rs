//! Lets libFuzzer draw the inputs of one door.
//!
//! `cargo xtask fuzz` says by the environment which door: `FUZZ_DOOR`. In
//! `FUZZ_SEEDS` and `FUZZ_WORDS` it names a folder and a file, for what libFuzzer
//! begins with. With `FUZZ_SHOW` each input is told.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;
use std::{env, fs};

use fuzz::{DOORS, Door};
use libfuzzer_sys::fuzz_target;

static DOOR: LazyLock<Door> = LazyLock::new(|| {
    let name = env::var("FUZZ_DOOR").expect("FUZZ_DOOR names a door");
    let mut doors = DOORS.into_iter();
    let door = doors.find(|door| door.name == name);
    door.unwrap_or_else(|| panic!("FUZZ_DOOR is no door: {name}"))
});

static IS_SHOWN: LazyLock<bool> = LazyLock::new(|| env::var_os("FUZZ_SHOW").is_some());

fuzz_target!(
    init: write_beginnings(),
    |input: &[u8]| {
        if *IS_SHOWN {
            eprintln!("{}", (DOOR.shown)(input));
        }
        DOOR.try_in_time(input);
    }
);

/// Writes what libFuzzer begins with, which it reads only afterwards.
fn write_beginnings() {
    if let Some(folder) = env::var_os("FUZZ_SEEDS").map(PathBuf::from) {
        for (number, seed) in (DOOR.seeds)().iter().enumerate() {
            fs::write(folder.join(format!("seed-{number}")), seed).expect("a seed can be written");
        }
    }
    if let Some(file) = env::var_os("FUZZ_WORDS") {
        let words = (DOOR.words)();
        let lines = words.iter().map(|word| dictionary_line(word));
        // An empty file is none to libFuzzer.
        let text = format!("# {}\n{}", DOOR.name, lines.collect::<String>());
        fs::write(file, text).expect("the words can be written");
    }
}

/// A word as dictionaries of libFuzzer have it.
fn dictionary_line(word: &str) -> String {
    let bytes = word.bytes().map(|byte| format!("\\x{byte:02x}"));
    format!("\"{}\"\n", bytes.collect::<String>())
}
