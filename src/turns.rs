//! What takes long to draw, drawn a part at a time while the app is mounted.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::dynamic::dynamic;

/// How many items are drawn before another task may have its turn.
const CHUNK: usize = 12;

/// What `draw` makes. While the app is being mounted it waits for its turn, so that
/// the page which the reader has before them goes on answering; later, and natively,
/// it is drawn at once.
pub fn in_turn<V: IntoAny>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    let draw = move || draw().into_any();
    match browser::next_turn() {
        None => draw(),
        Some(turn) => dynamic(move || turn.get().then(|| untrack(&draw))),
    }
}

/// What `draw` makes of each of `items`, a chunk of them in each turn ([`in_turn`]).
pub fn in_chunks<T, V>(items: &[T], draw: impl Fn(T) -> V + Send + Sync + 'static) -> Vec<AnyView>
where
    T: Copy + Send + Sync + 'static,
    V: IntoAny,
{
    let draw = Arc::new(draw);
    let chunks = items.chunks(CHUNK).map(|chunk| {
        let (chunk, draw) = (chunk.to_vec(), Arc::clone(&draw));
        in_turn(move || {
            let items = chunk.iter().map(|item| draw(*item).into_any());
            items.collect_view()
        })
    });
    chunks.collect()
}
