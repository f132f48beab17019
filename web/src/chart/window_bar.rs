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
    let allowed = scale.visible(window.allowed);
    let (above, below) = ((y - 3).to_string(), (y + 3).to_string());
    let y_text = y.to_string();
    let tick = |x: String| {
        html! { <line class="allow-e" x1={x.clone()} x2={x} y1={above.clone()} y2={below.clone()} /> }
    };
    html! {
        <g {class}>
            if let Some(shown) = allowed {
                <line class="allow" x1={scale.start_of(shown.first)} x2={scale.end_of(shown.last)} y1={y_text.clone()} y2={y_text.clone()} />
                if shown.first == window.allowed.first { { tick(scale.start_of(shown.first)) } }
                if shown.last == window.allowed.last { { tick(scale.end_of(shown.last)) } }
            }
            { preferred(scale, window, y, look == WindowLook::Tight) }
        </g>
    }
}

/// The windows of a row, `y` pixels from its top and that row so many pixels high, like [`window_bar`] but
/// with one path for the lines of all that look alike: a long list has them in every row.
pub fn window_bars(
    scale: Scale,
    windows: &[(&SessionWindow, WindowLook)],
    y: i32,
    height: i32,
) -> Html {
    let alike = |class: &'static str, looks: &[WindowLook]| {
        let windows = windows.iter().filter(|(_, look)| looks.contains(look));
        let shown: Vec<_> = windows
            .filter(|(window, _)| scale.visible(window.allowed).is_some())
            .collect();
        (!shown.is_empty()).then(|| {
            let lines: String = shown.iter().map(|(window, _)| line(scale, window, y)).collect();
            html! {
                <g {class}>
                    <svg width="100%" height={height.to_string()} viewBox={format!("0 0 {} {height}", scale.half_days())} preserveAspectRatio="none" overflow="visible">
                        <path class="allow" d={lines} />
                    </svg>
                    { for shown.iter().filter_map(|(window, look)| preferred(scale, window, y, *look == WindowLook::Tight)) }
                </g>
            }
        })
    };
    html! {
        <>
            { alike("win", &[WindowLook::Plain, WindowLook::Tight]) }
            { alike("win faint", &[WindowLook::Faint]) }
            { alike("win strong", &[WindowLook::Strong]) }
        </>
    }
}

/// The line with its end ticks as a path, in half days from the left and pixels from the top.
fn line(scale: Scale, window: &SessionWindow, y: i32) -> String {
    let Some(shown) = scale.visible(window.allowed) else {
        return String::new();
    };
    let (first, last) = (scale.start_at(shown.first), scale.end_at(shown.last));
    let tick = |is_end: bool, x: i32| {
        if is_end {
            format!("M{x} {}v6", y - 3)
        } else {
            String::new()
        }
    };
    format!(
        "M{first} {y}H{last}{}{}",
        tick(shown.first == window.allowed.first, first),
        tick(shown.last == window.allowed.last, last)
    )
}

/// The bar over the preferred days.
fn preferred(scale: Scale, window: &SessionWindow, y: i32, is_tight: bool) -> Option<Html> {
    let shown = scale.visible(window.preferred.and(window.allowed))?;
    let bracket = |x: String, d: &'static str| {
        html! { <svg {x} y={y.to_string()} overflow="visible"><path class="bracket" {d} /></svg> }
    };
    Some(html! {
        <>
            <rect class={if is_tight { "pref tight" } else { "pref" }} x={scale.start_of(shown.first)}
                width={scale.width_of(shown)} y={(y - 4).to_string()} height="8" rx="2" />
            if is_tight {
                { bracket(scale.start_of(shown.first), "M0 -8h-4v16h4") }
                { bracket(scale.end_of(shown.last), "M0 -8h4v16h-4") }
            }
        </>
    })
}
