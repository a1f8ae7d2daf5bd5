//! A text as a code that cameras read.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};
use leptos::prelude::*;

/// The white border that a code needs, in modules (ISO/IEC 18004, 9.1).
const QUIET: usize = 4;

/// The QR code of `text`; none where it is too long for one.
///
/// Each run of dark modules is a line, so that the drawing stays small.
pub fn qr_code(text: &str, title: &str) -> Option<AnyView> {
    let code = QRBuilder::new(text).ecl(ECL::L).build().ok()?;
    let mut path = String::new();
    for row in 0..code.size {
        let modules = &code[row];
        let mut column = 0;
        while column < code.size {
            let run = modules[column..code.size].iter();
            let length = run.take_while(|module| module.value()).count();
            if length > 0 {
                let _ = write!(path, "M{} {}h{length}", column + QUIET, row + QUIET);
            }
            column += length.max(1);
        }
    }
    let size = code.size + 2 * QUIET;
    let view_box = format!("0 -.5 {size} {size}");
    let title = title.to_owned();
    let code = view! {
        <svg class="qr-code" viewBox=view_box role="img" aria-label=title>
            <path d=path></path>
        </svg>
    };
    Some(code.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_no_code_can_hold_has_none() {
        assert!(qr_code("BEGIN:VCARD", "code").is_some());
        assert!(qr_code(&"x".repeat(3000), "code").is_none());
    }
}
