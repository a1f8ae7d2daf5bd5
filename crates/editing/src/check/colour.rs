//! Whether a colour can be told from the background of the page.

/// The least contrast of parts of a picture with what surrounds them
/// (WCAG 2.2, 1.4.11).
pub(crate) const MIN_CONTRAST: f64 = 3.0;

/// Background of the page in the light theme, as in `styles/tokens.css`.
pub(crate) const LIGHT_BACKGROUND: &str = "#fbfaf7";

/// Background of the page in the dark theme.
pub(crate) const DARK_BACKGROUND: &str = "#12171d";

/// The contrast ratio of two colours `#rrggbb`, 1 to 21, as WCAG 2.2 defines
/// it; none where one of them has another form.
pub(crate) fn contrast(one: &str, other: &str) -> Option<f64> {
    let (one, other) = (luminance(one)?, luminance(other)?);
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

/// Relative luminance, 0 to 1, of a colour in sRGB.
fn luminance(colour: &str) -> Option<f64> {
    let digits = colour.strip_prefix('#').filter(|text| text.len() == 6)?;
    let channel = |place: usize| {
        let part = digits.get(place..place + 2)?;
        let share = f64::from(u8::from_str_radix(part, 16).ok()?) / 255.0;
        Some(if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        })
    };
    Some(0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, expected: f64) {
        let found = contrast(one, other).unwrap();
        assert!((found - expected).abs() < 0.01, "{one} {other}: {found}");
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        check("#000000", "#ffffff", 21.0);
        check("#777777", "#ffffff", 4.48);
        check("#ffffff", "#777777", 4.48);
        check("#123456", "#123456", 1.0);
        assert_eq!(contrast("#12345", "#ffffff"), None);
        assert_eq!(contrast("red", "#ffffff"), None);
    }

    #[test]
    fn grey_in_place_of_a_bad_colour_shows_on_both_backgrounds() {
        for background in [LIGHT_BACKGROUND, DARK_BACKGROUND] {
            assert!(contrast(crate::read::GREY, background).unwrap() > MIN_CONTRAST);
        }
    }

    #[test]
    fn the_backgrounds_are_those_of_the_style_sheet() {
        let tokens = include_str!("../../../../styles/tokens.css");
        let (light, dark) = tokens
            .split_once(":root[data-theme=\"dark\"]")
            .expect("the sheet has a dark theme");
        for (sheet, background) in [(light, LIGHT_BACKGROUND), (dark, DARK_BACKGROUND)] {
            let line = format!("--paper: {background};");
            assert!(sheet.contains(&line), "styles/tokens.css has no {line}");
        }
    }
}
