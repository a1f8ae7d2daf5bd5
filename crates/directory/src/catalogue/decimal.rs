//! Numbers with decimals, for drawings and as the ground of those in words.

/// `12.50` for 12.5 and two places: the nearest such number, of two equally
/// near the even one, as `{:.2}` writes it.
///
/// For numbers under 10¹² and up to six places. The standard library writes
/// any number to any length, by 15 KB of code.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "both parts are positive and within their type"
)]
pub fn decimal(number: f64, places: u32) -> String {
    let sign = if number.is_sign_negative() { "-" } else { "" };
    let whole = number.abs().trunc();
    // In parts of 2⁶⁴, which loses nothing.
    let fraction = ((number.abs() - whole) * 18_446_744_073_709_551_616.0) as u64;
    let unit = 10_u64.pow(places);
    let scaled = u128::from(fraction) * u128::from(unit);
    let steps = whole as u64 * unit + (scaled >> 64) as u64;
    let (rest, half) = (scaled as u64, 1 << 63);
    let up = rest > half || rest == half && steps % 2 == 1;
    let steps = steps + u64::from(up);
    let (whole, part) = (steps / unit, steps % unit);
    match places {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{part:0width$}", width = places as usize),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn decimals_are_those_of_the_standard_library() {
        for number in [
            0.0, -0.0, 0.05, 0.15, 0.25, 0.75, 2.5, -2.5, 99.95, 1e-300, 1e11,
        ] {
            assert_eq!(decimal(number, 0), format!("{number:.0}"));
            assert_eq!(decimal(number, 1), format!("{number:.1}"));
        }
    }

    proptest! {
        #[test]
        fn any_decimal_is_that_of_the_standard_library(
            number in prop_oneof![-1e12..1e12, -2.0..2.0, (-9999..9999).prop_map(|one| f64::from(one) / 64.0)],
            places in 0..=6_u32,
        ) {
            let expected = format!("{number:.*}", places as usize);
            prop_assert_eq!(decimal(number, places), expected);
        }
    }
}
