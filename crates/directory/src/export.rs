//! Members, events and contacts to take away, as the page that shows them does it.
//!
//! The crate `exports` writes all of them when a network is published; what a
//! page shows is picked from that when a reader asks for it ([`subset`]). What a
//! reader must know of the whole stands in JSON under `about`, and goes with the
//! others as a text ([`notes`]).

pub mod json;
pub mod notes;
pub mod subset;
