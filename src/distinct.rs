//! Signals that are set when what they hold has changed, and not before.
//!
//! A memo of Leptos has each of its followers look whether it has changed
//! whenever anything that it reads does, and takes time in the square of how
//! many follow it (docs/decisions/views.md). Where hundreds of rows and outlines
//! follow, they follow signals of this kind.

use leptos::prelude::*;

use crate::browser;

/// What `read` gives; follows the signals that it reads.
pub fn distinct<T>(read: impl Fn() -> T + 'static) -> RwSignal<T>
where
    T: PartialEq + Clone + Send + Sync + 'static,
{
    let signal = RwSignal::new(untrack(&read));
    browser::effect(move || set_distinct(signal, read()));
    signal
}

/// A signal for each of the values that `read` gives, always as many; so a key
/// wakes the rows which it changes.
pub fn distinct_each<T>(read: impl Fn() -> Vec<T> + 'static) -> Vec<RwSignal<T>>
where
    T: PartialEq + Clone + Send + Sync + 'static,
{
    let signals: Vec<RwSignal<T>> = untrack(&read).into_iter().map(RwSignal::new).collect();
    let followed = signals.clone();
    browser::effect(move || {
        for (signal, value) in followed.iter().zip(read()) {
            set_distinct(*signal, value);
        }
    });
    signals
}

/// Sets a signal, unless it holds that value already: those that follow it
/// would draw anew what they have drawn.
pub fn set_distinct<T>(signal: RwSignal<T>, value: T)
where
    T: PartialEq + Send + Sync + 'static,
{
    if *signal.read_untracked() != value {
        signal.set(value);
    }
}
