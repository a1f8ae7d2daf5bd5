//! One file a route: reads the address, arranges components.

pub mod data;
pub mod directory;
pub mod member;
pub mod not_found;
pub mod sources;
