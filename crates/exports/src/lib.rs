//! What readers take away: members, events and contacts as CSV and JSON,
//! contacts also as cards. No browser, no files, no clock.
//!
//! All of them are written when a network is published; what a page shows is
//! picked from that when a reader asks for it ([`directory::export::picked`]).
#![warn(missing_docs)]
#![deny(clippy::unwrap_used)]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")
)]

pub mod cards;
mod cell;
pub mod contacts;
pub mod csv;
pub mod events;
pub mod members;
mod table;

#[cfg(test)]
mod picked;
#[cfg(test)]
mod shown;
