//! What a door is, and how an input is let in.

use std::fs;
use std::time::{Duration, Instant};

/// A door by which text comes in.
#[derive(Debug, Clone, Copy)]
pub struct Door {
    /// As `cargo xtask fuzz` takes it.
    pub name: &'static str,
    /// The longest input, bytes.
    pub longest: usize,
    /// Inputs to begin with.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// What is worth putting into an input.
    pub words: fn() -> Vec<String>,
    /// What an input stands for, for people.
    pub shown: fn(&[u8]) -> String,
    /// Lets an input in; panics where a promise of the door does not hold.
    pub try_input: fn(&[u8]),
}

/// Longer than this nobody should wait for one input, with the code compiled
/// for speed.
pub const LONGEST_TIME: Duration = Duration::from_millis(100);

impl Door {
    /// Lets an input in, and makes sure that it takes no longer than
    /// [`LONGEST_TIME`]: of a processor, at the second attempt, since at the
    /// first something else may have been busy, and tables may have been made.
    ///
    /// # Panics
    /// A promise of the door does not hold.
    pub fn try_in_time(&self, input: &[u8]) {
        let input = &input[..input.len().min(self.longest)];
        let start = Instant::now();
        (self.try_input)(input);
        if start.elapsed() <= LONGEST_TIME {
            return;
        }
        let (start, start_on_processor) = (Instant::now(), on_processor());
        (self.try_input)(input);
        let time = on_processor().zip(start_on_processor);
        let time = time.map_or_else(|| start.elapsed(), |(end, start)| end.saturating_sub(start));
        let name = self.name;
        assert!(time <= LONGEST_TIME, "{name}: takes {time:?}");
    }
}

/// How long this thread has had a processor, where the system is Linux, which
/// tells that in nanoseconds.
fn on_processor() -> Option<Duration> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = told.split(' ').next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

/// An input that is the text itself.
pub fn as_text(input: &[u8]) -> String {
    String::from_utf8_lossy(input).into_owned()
}
