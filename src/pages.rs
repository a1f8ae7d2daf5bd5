//! One file a route that the program draws: reads the address, arranges components.

pub mod contacts;
pub mod directory;
pub mod events;
pub mod not_found;
