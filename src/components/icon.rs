//! Icons, drawn on a grid of 20 units with strokes in the colour of the text.

use leptos::prelude::*;

/// An icon; always beside or inside something that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Back,
    Calendar,
    Check,
    Close,
    Copy,
    Dark,
    Down,
    Download,
    Filter,
    Forward,
    Globe,
    Light,
    List,
    Map,
    Minus,
    Move,
    Pause,
    Play,
    Plus,
    Search,
    Table,
    Time,
    Up,
    Whole,
}

impl Icon {
    /// SVG path data.
    fn path(self) -> &'static str {
        match self {
            Self::Back => "M12 4l-6 6 6 6",
            Self::Calendar => "M3 5h14v12H3zM3 9h14M7 3v4M13 3v4",
            Self::Check => "M4 10.5l4 4 8-9",
            Self::Copy => "M7 7h10v10H7zM13 7V3H3v10h4",
            Self::Close => "M5 5l10 10M15 5L5 15",
            Self::Dark => "M15.5 12.5a6.5 6.5 0 0 1-8-8 6.5 6.5 0 1 0 8 8z",
            Self::Down => "M5 8l5 5 5-5",
            Self::Download => "M10 3v9M6 8.5l4 4 4-4M4 16.5h12",
            Self::Filter => "M3 5h14M6 10h8M8.5 15h3",
            Self::Forward => "M8 4l6 6-6 6",
            Self::Globe => {
                "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM2.5 10h15M10 2.5c-5 5-5 10 0 15M10 2.5c5 5 5 10 0 15"
            }
            Self::Light => {
                "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M4.3 15.7l1.4-1.4M14.3 5.7l1.4-1.4"
            }
            Self::List => "M7 5h10M7 10h10M7 15h10M3 5h.5M3 10h.5M3 15h.5",
            Self::Map => "M3 5.5l4.5-2 5 2 4.5-2v11l-4.5 2-5-2-4.5 2zM7.5 3.5v11M12.5 5.5v11",
            Self::Minus => "M4 10h12",
            Self::Move => {
                "M10 2v16M2 10h16M7.5 4.5l2.5-2.5 2.5 2.5M7.5 15.5l2.5 2.5 2.5-2.5M4.5 7.5l-2.5 2.5 2.5 2.5M15.5 7.5l2.5 2.5-2.5 2.5"
            }
            Self::Pause => "M7 4.5v11M13 4.5v11",
            Self::Play => "M6.5 4l9 6-9 6z",
            Self::Plus => "M4 10h12M10 4v12",
            Self::Search => "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l4 4",
            Self::Table => "M3 4h14v12H3zM3 8h14M3 12h14M8 8v8",
            Self::Time => "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 6v4l3 2",
            Self::Up => "M5 12l5-5 5 5",
            Self::Whole => "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4",
        }
    }

    /// The drawing; hidden from assistive technology.
    pub fn view(self) -> AnyView {
        view! {
            <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
                <path d=self.path()></path>
            </svg>
        }
        .into_any()
    }
}

/// A button with an icon alone, which says its name to those who hear it.
#[component]
pub fn IconButton(
    icon: Icon,
    /// What it does, to be heard.
    name: &'static str,
    class: &'static str,
    /// Does it.
    press: impl Fn() + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <button type="button" class=class aria-label=name on:click=move |_| press()>
            {icon.view()}
        </button>
    }
}
