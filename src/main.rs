//! The browser program. Natively there is nothing to run: pages are rendered
//! through the library.

fn main() {
    #[cfg(target_arch = "wasm32")]
    hemicycle::start();
}
