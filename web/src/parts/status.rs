//! Severities as an icon with a colour; the word stands beside it.

use super::icon::{Icon, small_icon};
use centering_core::problem::Severity;
use centering_words::Lang;
use yew::prelude::*;

/// The icon of a severity.
pub fn severity_icon(severity: Severity) -> Icon {
    match severity {
        Severity::Error => Icon::Error,
        Severity::Strong | Severity::Warning => Icon::Warn,
        Severity::Info => Icon::Info,
    }
}

/// Icon and content in the colour of the severity; the word of the severity is there for screen readers.
pub fn severity_mark(lang: Lang, severity: Severity, content: Html) -> Html {
    let class = match severity {
        Severity::Error => "st error",
        Severity::Strong | Severity::Warning => "st warn",
        Severity::Info => "st none",
    };
    html! {
        <span {class}>
            { small_icon(severity_icon(severity)) }
            <span class="sr">{ lang.severity(severity) }{ " " }</span>
            { content }
        </span>
    }
}
