//! What readers take away: members, events and contacts as CSV and JSON,
//! members also as `GeoJSON`, contacts as cards, events as calendars and feeds;
//! what programs need to know of these; all of it as Popolo.
//! No browser, no files, no clock.
//!
//! All of them are written when a network is published; what a page shows is
//! picked from that when a reader asks for it ([`directory::export::subset`]).
#![warn(missing_docs)]
#![deny(clippy::unwrap_used)]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")
)]

pub mod calendars;
pub mod cards;
pub mod cell;
pub mod columns;
pub mod contacts;
mod content_lines;
pub mod csv;
pub mod csvw;
pub mod data_package;
mod days;
pub mod edition_text;
pub mod event_text;
pub mod events;
pub mod feeds;
pub mod formats;
pub mod geojson;
pub mod json_schema;
pub mod markdown;
pub mod media_types;
pub mod members;
pub mod page_urls;
pub mod plain_text;
pub mod popolo;
pub mod table;
