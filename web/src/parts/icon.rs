//! The icons, as one path each on a 20 by 20 grid. They are decoration: a word always stands beside them,
//! or in the label of their button.

use yew::prelude::*;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Undo,
    Redo,
    Plus,
    File,
    Open,
    Shield,
    Right,
    Left,
    Down,
    Up,
    Warn,
    Error,
    Ok,
    Info,
    Close,
    Pin,
    Help,
    Kring,
    Save,
    Settings,
    Pen,
    Trash,
    List,
    Wait,
    Search,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Search => "M14 8.6a5.4 5.4 0 1 1-10.8 0 5.4 5.4 0 0 1 10.8 0zm-1.5 3.9 4.6 4.6",
            Self::Undo => "M8 5 4 9l4 4M4 9h7a5 5 0 0 1 0 10",
            Self::Redo => "m12 5 4 4-4 4M16 9H9a5 5 0 0 0 0 10",
            Self::Plus => "M10 4v12M4 10h12",
            Self::File => "M5 2.8h6.4L15.2 6.6V17.2H5zM11 3v4h4",
            Self::Open => "M2.8 15.5V4.8h5l1.6 2h7.8v8.7z",
            Self::Shield => {
                "M10 2.6 16 5v4.6c0 3.7-2.5 6.4-6 7.8-3.5-1.4-6-4.1-6-7.8V5zm-2.6 7.3 1.9 1.9 3.4-3.7"
            }
            Self::Right => "m8 5 5 5-5 5",
            Self::Left => "m12 5-5 5 5 5",
            Self::Down => "m5 8 5 5 5-5",
            Self::Up => "m5 12 5-5 5 5",
            Self::Warn => "M10 3.2 17.6 16.4H2.4zM10 8v4m0 2.2v.1",
            Self::Error => "M7 2.8h6L17.2 7v6L13 17.2H7L2.8 13V7zM10 6.6V11m0 2.6v.1",
            Self::Ok => {
                "M17.2 10a7.2 7.2 0 1 1-14.4 0 7.2 7.2 0 0 1 14.4 0zM6.8 10.2l2.3 2.3 4.2-4.6"
            }
            Self::Info => "M17.2 10a7.2 7.2 0 1 1-14.4 0 7.2 7.2 0 0 1 14.4 0zM10 9.2v4.2m0-6.8v.1",
            Self::Close => "m5 5 10 10M15 5 5 15",
            Self::Pin => "M6.5 3h7M8 3v5l-2.5 3h9L12 8V3m-2 8v6",
            Self::Help => {
                "M17.2 10a7.2 7.2 0 1 1-14.4 0 7.2 7.2 0 0 1 14.4 0zM7.8 8A2.2 2.2 0 1 1 11 10c-.7.4-1 .8-1 1.5m0 2.5v.1"
            }
            Self::Kring => {
                "M10 2.6v1.6m5.2 1-1.1 1.1M17.4 10h-1.6m-.6 5.2-1.1-1.1M10 17.4v-1.6m-5.2-.6 1.1-1.1M2.6 10h1.6m.6-5.2 1.1 1.1M12.5 10a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z"
            }
            Self::Save => "M10 3v9m-4-3.5 4 4 4-4M4 16.5h12",
            Self::Settings => "M3 6h8m4 0h2M3 14h2m4 0h8M13 4v4M7 12v4",
            Self::Pen => "M4 16l.8-3.4L13.4 4 16 6.6 7.4 15.2zM12 5.4 14.6 8",
            Self::Trash => "M4 6h12M8 6V3.5h4V6M5.5 6l.8 10.5h7.4L14.5 6",
            Self::List => "M3 5.5h14M3 10h14M3 14.5h9",
            Self::Wait => "M10 2.8a7.2 7.2 0 1 1-7.2 7.2M10 6v4l2.6 1.8",
        }
    }
}

/// An icon of 20 px.
pub fn icon(icon: Icon) -> Html {
    draw(icon, "icon")
}

/// An icon of 16 px.
pub fn small_icon(icon: Icon) -> Html {
    draw(icon, "icon s")
}

fn draw(icon: Icon, class: &'static str) -> Html {
    html! {
        <svg {class} viewBox="0 0 20 20" aria-hidden="true"><path d={icon.path()} /></svg>
    }
}
