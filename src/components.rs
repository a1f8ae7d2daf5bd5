//! The parts that pages are made of, one file a component.

pub mod chamber_card;
pub mod chips;
pub mod export_menu;
pub mod fact;
pub mod filters;
pub mod icon;
pub mod lang_name;
pub mod language_switch;
pub mod member_contact;
pub mod member_list;
pub mod member_movement;
pub mod member_names;
pub mod member_table;
pub mod nothing_found;
pub mod offline_note;
pub mod problem_notice;
pub mod search_box;
pub mod search_key_switch;
pub mod seat_chart;
pub mod site_footer;
pub mod site_header;
pub mod source_note;
pub mod spoken;
pub mod theme_switch;
pub mod view_switch;
