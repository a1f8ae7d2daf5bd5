//! A text as a code that cameras read.

use std::fmt::Write;

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment};

/// The white border that a code needs, in modules (ISO/IEC 18004, 9.1).
const QUIET: i32 = 4;

/// The ECI of UTF-8, by AIM's list of Extended Channel Interpretations.
const UTF_8: u32 = 26;

/// The QR code of `text`; none where it is too long for one.
///
/// Each run of dark modules is a line, so that the drawing stays small.
pub fn qr_code(text: &str, title: &str) -> Option<AnyView> {
    let code = QrCode::encode_segments(&segments(text), QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for row in 0..code.size() {
        let mut column = 0;
        while column < code.size() {
            let is_light = |at: &i32| !code.get_module(*at, row);
            let end = (column..=code.size()).find(is_light);
            let end = end.expect("beyond the edge no module is dark");
            if end > column {
                let (x, y, length) = (column + QUIET, row + QUIET, end - column);
                let _ = write!(path, "M{x} {y}h{length}");
            }
            column = end + 1;
        }
    }
    let size = code.size() + 2 * QUIET;
    let view_box = format!("0 -.5 {size} {size}");
    let title = title.to_owned();
    let code = view! {
        <svg class="qr-code" viewBox=view_box role="img" aria-label=title>
            <path d=path></path>
        </svg>
    };
    Some(code.into_any())
}

/// What the code holds. Letters beyond ASCII are said to be UTF-8, as zbar takes
/// them for Chinese or Japanese else.
fn segments(text: &str) -> Vec<QrSegment> {
    let mut segments = QrSegment::make_segments(text);
    if !text.is_ascii() {
        segments.insert(0, QrSegment::make_eci(UTF_8));
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;
    use qrcodegen::QrSegmentMode::{Byte, Eci};

    #[test]
    fn letters_beyond_ascii_are_said_to_be_utf_8() {
        let modes = |text| {
            segments(text)
                .iter()
                .map(QrSegment::mode)
                .collect::<Vec<_>>()
        };
        assert_eq!(modes("FN:Senate"), [Byte]);
        assert_eq!(modes("FN:Sénat"), [Eci, Byte]);
    }

    #[test]
    fn a_text_that_no_code_can_hold_has_none() {
        assert!(qr_code("BEGIN:VCARD", "code").is_some());
        assert!(qr_code(&"x".repeat(3000), "code").is_none());
    }
}
