//! How the planner looks in each run of the main jobs: language, colours and width vary, so that each of
//! them is met in each engine. The table is fixed, so that a failure comes back.

use super::driver::Engine;

/// The language of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    Nl,
    En,
}

/// The colours of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

/// Language, colours and width of one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub lang: Lang,
    pub theme: Theme,
    /// The width of the page in CSS pixels.
    pub width: u32,
}

const fn nl(theme: Theme, width: u32) -> Look {
    let lang = Lang::Nl;
    Look { lang, theme, width }
}

const fn en(theme: Theme, width: u32) -> Look {
    let lang = Lang::En;
    Look { lang, theme, width }
}

use Theme::{Dark, Light};

/// Every width that must be met in each engine.
const WIDTHS: [u32; 5] = [320, 360, 768, 1280, 1920];

/// The checks that vary, each with its look in Chromium, Firefox and WebKit.
#[rustfmt::skip]
const LOOKS: &[(&str, [Look; 3])] = &[
    ("scenario_3_a_spread_of_20_days_fits", [nl(Light, 1280), en(Dark, 320), nl(Dark, 768)]),
    ("scenario_4_a_holiday_and_what_is_left", [en(Dark, 360), nl(Light, 1920), en(Light, 320)]),
    ("scenario_5_a_spread_of_27_days_does_not_fit", [nl(Dark, 1920), en(Light, 768), nl(Light, 360)]),
    ("scenario_7_rsv_and_the_summer", [en(Light, 320), nl(Dark, 1280), en(Dark, 1920)]),
    ("scenario_9_a_begeleider_drops_out", [nl(Light, 768), en(Light, 360), nl(Dark, 1280)]),
    ("scenario_12_the_day_of_koningsdag", [en(Dark, 1280), nl(Dark, 320), en(Light, 360)]),
    ("scenario_13_a_bijeenkomst_without_a_day", [nl(Dark, 360), en(Light, 1920), nl(Light, 320)]),
    ("the_whole_job_with_the_keyboard", [en(Light, 768), nl(Dark, 1280), en(Dark, 1920)]),
];

/// The look of a check in an engine; `None` for a check that always looks the same.
pub fn look(check: &str, engine: Engine) -> Option<Look> {
    let (_, looks) = LOOKS.iter().find(|(name, _)| *name == check)?;
    let place = Engine::ALL.iter().position(|one| *one == engine)?;
    looks.get(place).copied()
}

/// Whether the table holds every language, theme and width in every engine, for checks that there are.
pub fn cover(checks: &[&str]) -> Result<(), String> {
    if let Some((name, _)) = LOOKS.iter().find(|(name, _)| !checks.contains(name)) {
        return Err(format!("{name} has looks, but is no check"));
    }
    for engine in Engine::ALL {
        let looks: Vec<Look> = LOOKS
            .iter()
            .filter_map(|(name, _)| look(name, engine))
            .collect();
        let has = |what: String, is_so: &dyn Fn(&Look) -> bool| match looks.iter().any(is_so) {
            true => Ok(()),
            false => Err(format!("no run in {} has {what}", engine.name())),
        };
        for lang in [Lang::Nl, Lang::En] {
            has(format!("{lang:?}"), &|look| look.lang == lang)?;
        }
        for theme in [Light, Dark] {
            has(format!("{theme:?}"), &|look| look.theme == theme)?;
        }
        for width in WIDTHS {
            has(format!("{width} px"), &|look| look.width == width)?;
        }
    }
    Ok(())
}
