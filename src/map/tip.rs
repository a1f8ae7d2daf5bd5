//! The name of the member under the pointer or the focus.

use domain::Directory;
use domain::directory::Status;
use domain::map::PxPoint;
use leptos::html::Div;
use leptos::prelude::*;

use crate::browser;

/// Where the tip stands, and for whom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pointed {
    /// Place in the directory's members.
    pub place: usize,
    /// Where it stands on the map.
    pub at: PxPoint,
    /// Width of the map, so that the tip stays on it.
    pub width: f64,
}

/// Name and parliament beside the member that is pointed at.
#[component]
pub fn Tip(
    /// Loaded once; lives as long as the page.
    directory: &'static Directory,
    /// The member pointed at, if any.
    #[prop(into)]
    pointed: Signal<Option<Pointed>>,
) -> impl IntoView {
    let node = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let (Some(pointed), Some(node)) = (pointed.get(), node.get()) {
            browser::place(&node, pointed.at.x, pointed.at.y);
        }
    });
    let side = move || {
        let pointed = pointed.get()?;
        let side = if pointed.at.x > pointed.width * 0.6 {
            "start"
        } else {
            "end"
        };
        Some(if pointed.at.y < 90.0 {
            format!("{side} below")
        } else {
            side.to_owned()
        })
    };
    let text = move || {
        let member = &directory.members[pointed.get()?.place];
        let parliament = member
            .parliament
            .as_ref()
            .and_then(|parliament| parliament.names.first());
        Some(view! {
            <b>{member.names.get(directory.language())}</b>
            {(member.status == Status::Observer).then_some(" (observer)")}
            <span>{parliament.map(|name| name.name.as_str())}</span>
        })
    };

    view! {
        <div class="map-tip" node_ref=node data-side=side hidden=move || pointed.read().is_none() aria-hidden="true">
            <div class="map-tip__box">{text}</div>
        </div>
    }
}
