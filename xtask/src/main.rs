//! The developer's commands.

use std::path::Path;

mod map;

fn main() -> anyhow::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask lies in the workspace");
    map::run(root, std::env::args().any(|argument| argument == "--check"))
}
