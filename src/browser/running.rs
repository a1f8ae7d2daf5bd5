//! What works in the browser alone: its clock, its clipboard, files of the
//! site, and how the program starts. Natively `absent.rs` stands in its place.

mod fetching;
mod listing;
mod map_picture;
mod member_page;
mod picture;
mod published;
mod startup;
mod styles;
mod ui_state;

use directory::{Catalogue, PartialDate};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::live_region::announce;
use crate::Problem;
use leptos::prelude::*;

pub use super::history::{address_on_host, go_to_place, stand_where_left};
pub use fetching::{
    Reason, fetch_program_part, fetch_style, file, file_or_problem, program_part_or_problem,
};
pub use listing::{bring_listing_back, focus_where_left, set_listing_aside};
pub use map_picture::save_map;
pub use member_page::read_member_page;
pub use picture::*;
pub use published::{
    FetchedPage, PAGE_NAME, Unfetched, ask_page, fetch_page, reuse_published, warm,
};
pub use startup::*;

/// The day that the reader's clock shows.
pub fn today() -> Option<PartialDate> {
    let now = js_sys::Date::new_0();
    let number = |number: u32| format!("{number:02}");
    let [month, day] = [now.get_month() + 1, now.get_date()].map(number);
    format!("{:04}-{month}-{day}", now.get_full_year())
        .parse()
        .ok()
}

/// Copies a text and says that it did; where it could not, it shows the text to
/// be copied by hand.
pub fn copy(words: &'static Catalogue, text: String, announcement: String) {
    // Where the page has come without encryption there is no clipboard.
    let navigator = window().navigator();
    let known = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    let known = known.is_ok_and(|clipboard| clipboard.is_truthy());
    let copied = known.then(|| navigator.clipboard().write_text(&text));
    spawn_local(async move {
        let copied = match copied {
            Some(copied) => JsFuture::from(copied).await.is_ok(),
            None => false,
        };
        if copied {
            announce(&announcement);
        } else {
            announce(&words.contact_uncopied(&text));
        }
    });
}

/// Hands the text of a file of the site to `act`, once it has come, or what
/// keeps it away.
pub fn with_file(
    words: &'static Catalogue,
    name: String,
    act: Box<dyn FnOnce(Result<String, Problem>)>,
) {
    spawn_local(async move { act(file_or_problem(words, &name).await) });
}
