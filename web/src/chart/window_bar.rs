//! The window of a bijeenkomst: a line with end ticks for the days that are allowed, a bar on it for those
//! that are preferred, brackets around the tightest one of a group.

use super::Scale;
use centering_core::care::SessionWindow;
use yew::prelude::*;

/// How a window is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowLook {
    Plain,
    /// The tightest one of its group.
    Tight,
    /// The one in which a bijeenkomst is being moved.
    Strong,
    /// Another one, while a bijeenkomst is being moved.
    Faint,
}

/// The part of the window that the scale shows, at `y` pixels from the top. End ticks stand only where the
/// window ends on the chart.
pub fn window_bar(scale: Scale, window: &SessionWindow, y: i32, look: WindowLook) -> Html {
    let class = match look {
        WindowLook::Plain | WindowLook::Tight => "win",
        WindowLook::Strong => "win strong",
        WindowLook::Faint => "win faint",
    };
    let is_tight = look == WindowLook::Tight;
    let allowed = scale.visible(window.allowed);
    let preferred = scale.visible(window.preferred.and(window.allowed));
    let (above, below) = ((y - 3).to_string(), (y + 3).to_string());
    let y_text = y.to_string();
    let tick = |x: String| {
        html! { <line class="allow-e" x1={x.clone()} x2={x} y1={above.clone()} y2={below.clone()} /> }
    };
    let bracket = |x: String, d: &'static str| {
        html! { <svg {x} y={y_text.clone()} overflow="visible"><path class="bracket" {d} /></svg> }
    };
    html! {
        <g {class}>
            if let Some(shown) = allowed {
                <line class="allow" x1={scale.start_of(shown.first)} x2={scale.end_of(shown.last)} y1={y_text.clone()} y2={y_text.clone()} />
                if shown.first == window.allowed.first { { tick(scale.start_of(shown.first)) } }
                if shown.last == window.allowed.last { { tick(scale.end_of(shown.last)) } }
            }
            if let Some(shown) = preferred {
                <rect class={classes!("pref", is_tight.then_some("tight"))} x={scale.start_of(shown.first)}
                    width={scale.width_of(shown)} y={(y - 4).to_string()} height="8" rx="2" />
                if is_tight {
                    { bracket(scale.start_of(shown.first), "M0 -8h-4v16h4") }
                    { bracket(scale.end_of(shown.last), "M0 -8h4v16h-4") }
                }
            }
        </g>
    }
}
