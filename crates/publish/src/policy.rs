//! What the browser may do on our pages, and how long it may keep a file.
//!
//! The pages carry the policy themselves, so that it holds on hosts that set
//! no headers; a host that can set headers sends [`headers`] too.
//! `hosting.rs` writes both for the hosts that read them from a file.

/// The Content-Security-Policy, but for what only a header can say.
///
/// Scripts and styles come from files of the site alone, and nothing is asked
/// of any other host. `'wasm-unsafe-eval'` allows WebAssembly, not `eval`.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
    manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'none'";

/// The headers of every answer: name and value.
pub fn headers() -> [(&'static str, String); 5] {
    [
        (
            "content-security-policy",
            format!("{POLICY}; frame-ancestors 'none'"),
        ),
        ("x-content-type-options", "nosniff".to_owned()),
        ("referrer-policy", "no-referrer".to_owned()),
        ("cross-origin-opener-policy", "same-origin".to_owned()),
        (
            "permissions-policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
                .to_owned(),
        ),
    ]
}

/// For files whose names change with what they hold.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// For all others: kept, but used only once the host says that they are still
/// right.
pub const REVALIDATE: &str = "no-cache";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_needs_no_escaping_in_an_attribute() {
        assert!(!POLICY.contains(['"', '<', '&']), "{POLICY}");
    }

    #[test]
    fn trunk_serves_under_the_same_policy_but_for_its_own_inline_script() {
        let trunk = include_str!("../../../Trunk.toml");
        let [(_, policy), ..] = headers();
        let policy = policy.replace(
            "script-src 'self' 'wasm-unsafe-eval'",
            "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'",
        );
        let line = format!("content-security-policy = \"{policy}\"");
        assert!(trunk.contains(&line), "Trunk.toml needs the line: {line}");
    }
}
