//! Members and events to take away, as CSV and JSON; events as calendars too.
//!
//! All of them are written when a network is published ([`members`],
//! [`events`]); what a page shows is picked from that when a reader asks for it
//! ([`picked`]). What a reader must know of the whole stands in JSON under
//! `about`, and goes with the others as a text ([`shown`]).

#[cfg(not(target_arch = "wasm32"))]
pub mod cards;
#[cfg(not(target_arch = "wasm32"))]
pub mod contacts;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod csv;
#[cfg(not(target_arch = "wasm32"))]
pub mod events;
#[cfg(not(target_arch = "wasm32"))]
mod fact;
mod json;
#[cfg(not(target_arch = "wasm32"))]
pub mod members;
pub mod picked;
pub mod shown;
