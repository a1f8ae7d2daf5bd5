//! What the browser may do on our pages, and how long it may keep a file.
//!
//! The pages carry the policy themselves, so that it holds on hosts that set
//! no headers; a host that can set headers sends [`headers`] too.
//! `hosting.rs` writes both for the hosts that read them from a file.

use hemicycle::{EMBED_FOLDER, Embed};

/// What every page does before it asks for anything: some hosts give the page of
/// a folder at an address without the slash, from which the page's links and
/// files would be looked for one folder too high. It gives the address its slash.
pub const ADDRESS_SCRIPT: &str = r#"if(!/(\/|\.html)$/.test(location.pathname))history.replaceState(history.state,"",location.pathname+"/"+location.search+location.hash)"#;

/// The Content-Security-Policy, but for what only a header can say.
///
/// Scripts and styles come from files of the site alone, but for
/// [`ADDRESS_SCRIPT`], which is named by its hash, and nothing is asked of any
/// other host. `blob:` in `img-src` allows pictures that the program itself has
/// made: the SVG of the map, which it draws into a PNG. `'wasm-unsafe-eval'` allows WebAssembly, not `eval`.
/// `frame-src` lets the page that gives code for frames show them.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' \
    'sha256-jzkObcAzU6ibZoj7uOnKaBpKq5XSbRN7PvVDzt3floo='; \
    style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; \
    manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'self'; form-action 'none'";

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

/// The policy in the header of what others may show in a frame: the pages
/// below [`framed_folders`], and no other. The remaining headers are those of
/// every answer.
pub fn embed_policy() -> String {
    format!("{POLICY}; frame-ancestors *")
}

/// Where such pages stand, below the folder of each language: `embed/map/`. The
/// page that gives the code, `embed/`, is none of them.
pub fn framed_folders() -> [String; 4] {
    Embed::FOLDERS.map(|folder| format!("{EMBED_FOLDER}{folder}"))
}

/// For files whose names change with what they hold.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// For all others: kept, but used only once the host says that they are still
/// right.
pub const REVALIDATE: &str = "no-cache";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::integrity;

    #[test]
    fn the_policy_needs_no_escaping_in_an_attribute() {
        assert!(!POLICY.contains(['"', '<', '&']), "{POLICY}");
    }

    #[test]
    fn the_policy_allows_the_script_of_every_page() {
        let hash = integrity(ADDRESS_SCRIPT.as_bytes());
        assert!(POLICY.contains(&format!("'{hash}'")), "{hash}");
    }

    #[test]
    fn the_service_worker_gives_pages_the_same_headers() {
        let worker = include_str!("../../../js/sw.js");
        let names = headers().map(|(name, _)| format!("'{name}'")).join(", ");
        let line = format!("const POLICY_HEADERS = [{names}];");
        assert!(worker.contains(&line), "sw.js needs the line: {line}");
    }

    #[test]
    fn trunk_serves_under_the_same_policy_but_for_its_own_inline_script() {
        let trunk = include_str!("../../../Trunk.toml");
        let [(_, policy), ..] = headers();
        let hash = integrity(ADDRESS_SCRIPT.as_bytes());
        let policy = policy.replace(&format!("'{hash}'"), "'unsafe-inline'");
        let line = format!("content-security-policy = \"{policy}\"");
        assert!(trunk.contains(&line), "Trunk.toml needs the line: {line}");
    }
}
