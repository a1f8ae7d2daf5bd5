//! What only published pages show: they are written natively, and the program
//! leaves what stands there as it is (docs/decisions/pages-as-published.md).
//!
//! In the browser `reused.rs` takes the place of this folder.

mod chamber_card;
mod charts;
mod completeness_table;
mod contact_line;
mod contact_table;
mod correction_form;
pub mod embeds;
mod fact;
mod insights;
mod institution_name;
mod locator_map;
pub mod map_svg;
mod member_contact;
mod member_events;
mod member_movement;
mod member_names;
mod network_offices;
mod no_translate;
mod pages;
mod qr_code;
mod seat_chart;
mod source_note;

pub use contact_table::{contact_coverage, contact_table};
pub use pages::published_page;
