//! The planner on a page as a person meets it: find by words, click, type, read. Counts the clicks.

use super::Failure;
use super::driver::{Browser, Browsers, Engine};
use super::looks::{Lang, Look, Theme};
use fantoccini::Client;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
    TouchActions,
};
use fantoccini::elements::Element;
use serde_json::{Value, json};
use std::fmt::Debug;
use std::path::PathBuf;
use std::time::{Duration, Instant};

const HELPERS: &str = include_str!("page.js");
/// How long something may take to appear, on a machine that does other work too; what is there at once costs nothing.
const PATIENCE: Duration = Duration::from_secs(25);

/// A window of a browser cannot be narrower than this.
const NARROWEST_WINDOW: u32 = 600;
/// How the planner looks in a check that does not vary.
const USUAL: Look = Look {
    lang: Lang::Nl,
    theme: Theme::Light,
    width: 1280,
};

/// A browser on a page of the site.
pub struct Page {
    browser: Browser,
    address: String,
    look: Look,
    /// It was on pages of another server, of which something may be stored.
    was_elsewhere: bool,
    /// How often something was clicked.
    pub clicks: usize,
}

impl Page {
    pub fn new(browser: Browser, address: String, look: Option<Look>) -> Self {
        Self {
            browser,
            address,
            look: look.unwrap_or(USUAL),
            was_elsewhere: false,
            clicks: 0,
        }
    }

    /// How the planner looks in this run.
    pub fn look(&self) -> Look {
        self.look
    }

    /// Words in the language of this run.
    pub fn say(&self, nl: &'static str, en: &'static str) -> &'static str {
        match self.look.lang {
            Lang::Nl => nl,
            Lang::En => en,
        }
    }

    /// Words that were put together, in the language of this run.
    pub fn either(&self, nl: String, en: String) -> String {
        match self.look.lang {
            Lang::Nl => nl,
            Lang::En => en,
        }
    }

    /// Opens the planner so wide, and chooses language and colours where a person does: at its foot.
    pub async fn open_in_look(&mut self, today: &str) -> Result<(), Failure> {
        self.open_at(self.look.width, today).await?;
        if self.look.lang == Lang::En {
            self.click("footer button", "English").await?;
        }
        let theme = match self.look.theme {
            Theme::Light => self.say("Licht", "Light"),
            Theme::Dark => self.say("Donker", "Dark"),
        };
        self.choose_colours(theme).await?;
        self.find("footer button", self.say("English", "Nederlands"))
            .await?;
        Ok(())
    }

    /// The colours of this run as the page around the planner asks for them.
    pub async fn set_theme(&self) -> Result<(), Failure> {
        let theme = match self.look.theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let set = "planner().setAttribute('theme', arguments[0]); return true";
        self.script(set, &[json!(theme)]).await?;
        Ok(())
    }

    async fn choose_colours(&self, theme: &str) -> Result<(), Failure> {
        let body = "const list = all('footer select')[0]; if (!list) return false; \
            list.selectedIndex = [...list.options].findIndex((one) => one.textContent === arguments[0]); \
            list.dispatchEvent(new Event('change', { bubbles: true })); return list.selectedIndex > 0";
        self.wait(&format!("the colours {theme}"), body, &[json!(theme)])
            .await
    }

    /// Opens the example from the start screen, and goes on to its groups.
    pub async fn open_example(&mut self) -> Result<(), Failure> {
        self.click("button", "Bekijk het voorbeeld").await?;
        self.find("h1", "Vandaag").await?;
        self.click("nav button", "Groepen").await?;
        self.find("h1", "Groepen").await?;
        Ok(())
    }

    /// Opens the planner on a page that is so wide. A frame stands for windows that cannot be so narrow.
    pub async fn open_at(&self, width: u32, today: &str) -> Result<(), Failure> {
        if width >= NARROWEST_WINDOW {
            self.widen(width).await?;
            return self.open_planner("index.html", today).await;
        }
        // A page without a content policy, so that the test may put a frame in it.
        self.client()
            .set_window_size(NARROWEST_WINDOW, 1000)
            .await?;
        self.open("there-is-no-such-page").await?;
        let frame = "document.body.innerHTML = ''; document.body.style.margin = 0; const frame = document.createElement('iframe'); frame.src = '/index.html'; \
            frame.width = arguments[0]; frame.height = 800; frame.style.border = '0'; frame.title = 'narrow'; \
            document.body.append(frame); return true";
        self.client().execute(frame, vec![json!(width)]).await?;
        self.client().enter_frame(0).await?;
        self.planner_is_up(today).await
    }

    /// Gives the page this width: that of its window without what the browser puts beside it.
    pub async fn widen(&self, width: u32) -> Result<(), Failure> {
        let mut window = width;
        let mut inner = 0;
        for _ in 0..40 {
            self.client().set_window_size(window, 900).await?;
            tokio::time::sleep(Duration::from_millis(50)).await;
            let script = "return innerWidth";
            let found = self.client().execute(script, Vec::new()).await?;
            inner = u32::try_from(found.as_u64().unwrap_or_default())?;
            if inner == width {
                return Ok(());
            }
            if inner < width && width - inner < 100 && window == width {
                window = width + (width - inner);
            }
        }
        Err(format!("the page is {inner} px wide and not {width}").into())
    }

    pub fn engine(&self) -> Engine {
        self.browser.engine
    }

    pub fn client(&self) -> &Client {
        &self.browser.client
    }

    /// Opens a page of the site.
    pub async fn open(&self, path: &str) -> Result<(), Failure> {
        let url = format!("http://{}/{path}", self.address);
        self.client().goto(&url).await?;
        Ok(())
    }

    /// Opens the planner and lets it count from this day, so that no test depends on the day it runs.
    pub async fn open_planner(&self, path: &str, today: &str) -> Result<(), Failure> {
        self.open(path).await?;
        self.planner_is_up(today).await
    }

    /// Waits for the planner and sets the day it counts from.
    pub async fn planner_is_up(&self, today: &str) -> Result<(), Failure> {
        self.wait(
            "the planner is up",
            "return !!root()?.querySelector('h1')",
            &[],
        )
        .await?;
        let set = "watch(); planner().setAttribute('today', arguments[0]); return true";
        self.script(set, &[json!(today)]).await?;
        Ok(())
    }

    /// Loads the page again, as a person who comes back.
    pub async fn reload(&self, today: &str) -> Result<(), Failure> {
        self.client().refresh().await?;
        self.planner_is_up(today).await
    }

    /// Runs a script with the helpers of `page.js`.
    pub async fn script(&self, body: &str, arguments: &[Value]) -> Result<Value, Failure> {
        let script = format!("{HELPERS}\n{body}");
        Ok(self.client().execute(&script, arguments.to_vec()).await?)
    }

    /// Runs a script that calls its last argument when it is done, with the helpers of `page.js`.
    pub async fn script_async(&self, body: &str, arguments: &[Value]) -> Result<Value, Failure> {
        let script = format!("{HELPERS}\n{body}");
        Ok(self
            .client()
            .execute_async(&script, arguments.to_vec())
            .await?)
    }

    /// Waits until what is seen is as wanted, and gives it. All waiting is here: in vain it names what was waited for
    /// and what was seen last.
    pub async fn until<T: Debug>(
        &self,
        what: &str,
        mut see: impl AsyncFnMut() -> Result<T, Failure>,
        is_wanted: impl Fn(&T) -> bool,
    ) -> Result<T, Failure> {
        let start = Instant::now();
        loop {
            let seen = see().await?;
            if is_wanted(&seen) {
                return Ok(seen);
            }
            if start.elapsed() > PATIENCE {
                return Err(format!("waited in vain: {what}; seen last: {seen:?}").into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until the script gives true.
    pub async fn wait(&self, what: &str, body: &str, arguments: &[Value]) -> Result<(), Failure> {
        let see = async || self.script(body, arguments).await;
        let found = self.until(what, see, |seen| *seen == json!(true)).await;
        found.map(drop)
    }

    /// Waits until text with these words is shown somewhere in the planner.
    pub async fn sees(&self, words: &str) -> Result<(), Failure> {
        let body = "return all('.cp').some((place) => (place.innerText ?? '').replace(/\\s+/g, ' ').includes(arguments[0]))";
        self.wait(&format!("'{words}' is shown"), body, &[json!(words)])
            .await
    }

    /// The first shown element that matches and has these words as its name.
    pub async fn find(&self, selector: &str, words: &str) -> Result<Element, Failure> {
        let arguments = [json!(selector), json!(words)];
        // In one script: between looking and taking it a drawing could replace it.
        let see = async || self.script("return named(...arguments)", &arguments).await;
        let what = format!("{selector} '{words}'");
        let found = self.until(&what, see, |found| !found.is_null()).await?;
        self.element(&found)
    }

    /// Clicks what has these words with the pointer, as a person does: who sees that the page moved under the pointer,
    /// aims again. A press that arrived is never made twice.
    pub async fn click(&mut self, selector: &str, words: &str) -> Result<(), Failure> {
        self.clicks += 1;
        // A message may lie over it: a person waits until it goes.
        let click = async || {
            let element = self.standing_still(selector, words).await?;
            if let Err(error) = element.click().await {
                return Ok(Err(error.to_string()));
            }
            Ok(self.missed(element).await.map_or(Ok(()), Err))
        };
        let what = format!("{selector} '{words}' takes a click");
        self.until(&what, click, Result::is_ok).await.map(drop)
    }

    /// Has no message about the last edit over the page: closes it, where it did not go by itself before.
    pub async fn without_message(&self) -> Result<(), Failure> {
        let body = "named('button', arguments[0])?.click(); return all('.toast').length === 0";
        let close = self.say("Sluit deze melding", "Dismiss this message");
        self.wait("no message", body, &[json!(close)]).await
    }

    /// What the pointer pressed instead of this element or the label around it, if it did. A page that went away with the
    /// click was not missed.
    async fn missed(&self, element: Element) -> Option<String> {
        let body = "const [wanted] = arguments; const pressed = window.pressed; window.pressed = null; \
            const missed = pressed && wanted.isConnected && pressed.isConnected && !(wanted.closest('label') ?? wanted).contains(pressed); \
            return missed ? `pressed ${pressed.localName} '${nameOf(pressed).slice(0, 30)}'` : null";
        let wanted = serde_json::to_value(element).ok()?;
        let seen = self.script(body, &[wanted]).await.ok()?;
        seen.as_str().map(str::to_owned)
    }

    /// Waits for an element, brings it into view and waits until it stands still: on a page that still draws or
    /// scrolls, the pointer of a driver would miss it. All in one script: each call to a driver takes its time.
    async fn standing_still(&self, selector: &str, words: &str) -> Result<Element, Failure> {
        // A page that was just loaded is watched as well, so that a press that misses is seen.
        let body = "watch(); const done = arguments[arguments.length - 1]; const until = Date.now() + arguments[2]; let shown = null; let before = ''; \
            const look = () => { \
                const found = named(arguments[0], arguments[1]); \
                if (found && found !== shown) { found.scrollIntoView({ block: 'center', behavior: 'instant' }); shown = found; before = ''; } \
                const box = found?.getBoundingClientRect(); const now = box ? [box.x, box.y, box.width, box.height].join() : ''; \
                if (now && now === before) return done(found); \
                before = now; \
                if (Date.now() > until) return done(found ? 'moves' : 'missing'); \
                setTimeout(look, 30); }; look()";
        let patience = u64::try_from(PATIENCE.as_millis())?;
        let arguments = [json!(selector), json!(words), json!(patience)];
        let found = self.script_async(body, &arguments).await?;
        match found.as_str() {
            Some("moves") => Err(format!("{selector} '{words}' does not stand still").into()),
            Some(_) => Err(format!("waited in vain: {selector} '{words}'").into()),
            None => self.element(&found),
        }
    }

    /// Brings what the selector finds into view and waits until it stands still there: a screen that just came still
    /// moves, and the pointer would miss.
    async fn in_view(&self, selector: &str) -> Result<(), Failure> {
        let body = "const found = root().querySelector(arguments[0]); if (!found) return false; \
            const place = () => { const box = found.getBoundingClientRect(); return [box.x, box.y, box.width].join() }; \
            const before = window.placed; found.scrollIntoView({ block: 'center', behavior: 'instant' }); window.placed = arguments[0] + place(); \
            return window.placed === before";
        self.wait(
            &format!("{selector} stands still"),
            body,
            &[json!(selector)],
        )
        .await
    }

    /// Clicks the mark of a bijeenkomst in the year overview.
    pub async fn click_mark(&mut self, group: &str, number: usize) -> Result<(), Failure> {
        let selector = mark(group, number);
        self.in_view(&selector).await?;
        let body = "const mark = root().querySelector(arguments[0]); \
            const box = mark.querySelector('.hit').getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]";
        let place = self.script(body, &[json!(selector)]).await?;
        let (x, y) = (place[0].as_f64(), place[1].as_f64());
        let (Some(x), Some(y)) = (x, y) else {
            return Err(format!("{selector} has no place").into());
        };
        self.clicks += 1;
        let pointer = MouseActions::new("pointer".to_owned())
            .then(PointerAction::MoveTo {
                duration: None,
                x,
                y,
            })
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        Ok(self.client().perform_actions(pointer).await?)
    }

    /// Drags with the pointer from the middle of one element, over the middle of another or so many pixels aside,
    /// and holds it there.
    pub async fn drag(&self, from: &str, to: &str, aside: f64) -> Result<(), Failure> {
        let body = "const middle = (selector) => { const box = root().querySelector(selector)?.getBoundingClientRect(); return box && [box.x + box.width / 2, box.y + box.height / 2] }; \
            return [middle(arguments[0]), middle(arguments[1])]";
        let arguments = [json!(from), json!(to)];
        self.wait(
            &format!("{from} and {to}"),
            "return [...arguments].every((selector) => root().querySelector(selector))",
            &arguments,
        )
        .await?;
        self.in_view(from).await?;
        let places = self.script(body, &arguments).await?;
        let place = |index: usize, axis: usize| places[index][axis].as_f64().unwrap_or_default();
        let to_place = |part: f64| PointerAction::MoveTo {
            duration: Some(Duration::from_millis(40)),
            x: place(0, 0) + (place(1, 0) + aside - place(0, 0)) * part,
            y: place(0, 1) + (place(1, 1) - place(0, 1)) * part,
        };
        let pointer = MouseActions::new("pointer".to_owned())
            .then(to_place(0.0))
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(to_place(0.3))
            .then(to_place(0.7))
            .then(to_place(1.0));
        Ok(self.client().perform_actions(pointer).await?)
    }

    /// Drags with the pointer from the middle of an element some pixels aside, and on to the edge of the page beside the
    /// planner; lets go there.
    pub async fn drag_outside(&self, from: &str) -> Result<(), Failure> {
        self.in_view(from).await?;
        let body = "const one = root().querySelector(arguments[0]); \
            const box = one.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]";
        let place = self.script(body, &[json!(from)]).await?;
        let at = |axis: usize| place[axis].as_f64().unwrap_or_default();
        let to = |x: f64| PointerAction::MoveTo {
            duration: Some(Duration::from_millis(60)),
            x,
            y: at(1),
        };
        let pointer = MouseActions::new("pointer".to_owned())
            .then(to(at(0)))
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(to(at(0) + 30.0))
            .then(to(at(0) + 60.0))
            .then(to(4.0))
            .then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        Ok(self.client().perform_actions(pointer).await?)
    }

    /// Drags with the pointer from the middle of an element to the lower edge of the window, and holds it there.
    pub async fn hold_at_the_foot(&self, from: &str) -> Result<(), Failure> {
        let body = "const box = root().querySelector(arguments[0]).getBoundingClientRect(); \
            return [box.x + box.width / 2, box.y + box.height / 2, innerHeight - 6]";
        let place = self.script(body, &[json!(from)]).await?;
        let at = |index: usize| place[index].as_f64().unwrap_or_default();
        let to = |y: f64| PointerAction::MoveTo {
            duration: Some(Duration::from_millis(60)),
            x: at(0),
            y,
        };
        let pointer = MouseActions::new("pointer".to_owned())
            .then(to(at(1)))
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(to((at(1) + at(2)) / 2.0))
            .then(to(at(2)));
        Ok(self.client().perform_actions(pointer).await?)
    }

    /// Drags a finger from the middle of an element so many pixels aside and down, and lets go.
    pub async fn swipe(&self, from: &str, aside: f64, down: f64) -> Result<(), Failure> {
        self.in_view(from).await?;
        let body = "const box = root().querySelector(arguments[0]).getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]";
        let place = self.script(body, &[json!(from)]).await?;
        let at = |axis: usize| place[axis].as_f64().unwrap_or_default();
        let to = |part: f64| PointerAction::MoveTo {
            duration: Some(Duration::from_millis(60)),
            x: at(0) + aside * part,
            y: at(1) + down * part,
        };
        let finger = TouchActions::new("finger".to_owned())
            .then(to(0.0))
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(to(0.2))
            .then(to(0.6))
            .then(to(1.0))
            .then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        Ok(self.client().perform_actions(finger).await?)
    }

    /// Lets go of what the pointer holds.
    pub async fn let_go(&self) -> Result<(), Failure> {
        let pointer = MouseActions::new("pointer".to_owned()).then(PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        });
        Ok(self.client().perform_actions(pointer).await?)
    }

    /// The element that a script gave.
    fn element(&self, found: &Value) -> Result<Element, Failure> {
        let id = found
            .as_object()
            .and_then(|object| object.values().next())
            .and_then(Value::as_str)
            .ok_or("the element went away")?;
        let reference = fantoccini::elements::ElementRef::from(id.to_owned());
        Ok(Element::from_element_id(self.client().clone(), reference))
    }

    /// From now on the pages of another server.
    pub fn visit(&mut self, address: String) {
        self.address = address;
        self.was_elsewhere = true;
    }

    /// Puts text into a field at once, as pasting does.
    pub async fn paste(&self, selector: &str, text: &str) -> Result<(), Failure> {
        let is_there = "return all(arguments[0]).some(isShown)";
        self.wait(
            &format!("the field {selector}"),
            is_there,
            &[json!(selector)],
        )
        .await?;
        let body = "const field = all(arguments[0]).find(isShown); field.focus(); field.value = arguments[1]; \
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' })); return true";
        self.script(body, &[json!(selector), json!(text)]).await?;
        Ok(())
    }

    /// Opens a file as the button of the start screen does, once a person has chosen it.
    pub async fn open_file(&self, text: &str) -> Result<(), Failure> {
        let body = "const field = all('input[type=file]').find((input) => !input.closest('dialog')); if (!field) return false; \
            const transfer = new DataTransfer(); transfer.items.add(new File([arguments[0]], 'plan.json', { type: 'application/json' })); \
            field.files = transfer.files; field.dispatchEvent(new Event('change', { bubbles: true, composed: true })); return true";
        self.wait("a field for files", body, &[json!(text)]).await
    }

    /// Chooses an option of a list by its words, and tells the page so.
    pub async fn choose(&self, label: &str, option: &str) -> Result<(), Failure> {
        let body = "const label = all('label').find((one) => isShown(one) && nameOf(one) === arguments[0]); \
            const list = named('select', arguments[0]) ?? (label && root().getElementById(label.htmlFor)); if (!list) return false; \
            list.selectedIndex = [...list.options].findIndex((one) => one.textContent === arguments[1]); \
            list.dispatchEvent(new Event('change', { bubbles: true })); return list.selectedIndex >= 0";
        let arguments = [json!(label), json!(option)];
        self.wait(&format!("{option} in the list {label}"), body, &arguments)
            .await
    }

    /// Presses keys after each other, wherever the focus is. Names of keys stand for themselves: see `key`.
    pub async fn press(&self, keys: &[&str]) -> Result<(), Failure> {
        for name in keys {
            let parts: Vec<char> = match name.split_once('+') {
                Some((modifier, name)) if !name.is_empty() => vec![key(modifier), key(name)],
                _ => vec![key(name)],
            };
            let mut actions = KeyActions::new("keys".to_owned());
            for &value in &parts {
                actions = actions.then(KeyAction::Down { value });
            }
            for &value in parts.iter().rev() {
                actions = actions.then(KeyAction::Up { value });
            }
            self.client().perform_actions(actions).await?;
        }
        Ok(())
    }

    /// Types text with real keys, wherever the focus is.
    pub async fn type_text(&self, text: &str) -> Result<(), Failure> {
        self.type_at(text, Duration::ZERO).await
    }

    /// The same with so much time from key to key, as people type.
    pub async fn type_at(&self, text: &str, pace: Duration) -> Result<(), Failure> {
        let mut actions = KeyActions::new("keys".to_owned());
        for character in text.chars() {
            let value = match character {
                '\n' => key("Enter"),
                '\t' => key("Tab"),
                character => character,
            };
            actions = actions
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
            if !pace.is_zero() {
                actions = actions.then(KeyAction::Pause { duration: pace });
            }
        }
        Ok(self.client().perform_actions(actions).await?)
    }

    /// The name of what has the focus, through the shadow root.
    pub async fn focused(&self) -> Result<String, Failure> {
        let body = "const element = root()?.activeElement; return element ? `${element.localName} ${nameOf(element)}` : ''";
        Ok(self
            .script(body, &[])
            .await?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// Presses Tab until what has these words has the focus.
    pub async fn tab_to(&self, words: &str) -> Result<(), Failure> {
        self.walk_to("Tab", words).await
    }

    /// Presses Shift and Tab until what has these words has the focus.
    pub async fn tab_back_to(&self, words: &str) -> Result<(), Failure> {
        self.walk_to("Shift+Tab", words).await
    }

    async fn walk_to(&self, step: &str, words: &str) -> Result<(), Failure> {
        let mut passed = Vec::new();
        for _ in 0..80 {
            let focused = self.focused().await?;
            if focused.contains(words) {
                return Ok(());
            }
            passed.push(focused);
            self.press(&[step]).await?;
        }
        passed.dedup();
        Err(format!("{step} never reached '{words}'; it passed {passed:?}").into())
    }

    /// Presses Tab until the mark of a bijeenkomst has the focus.
    pub async fn tab_to_mark(&self, group: &str, number: usize) -> Result<(), Failure> {
        for _ in 0..80 {
            let body = "return !!root()?.activeElement?.matches(arguments[0])";
            if self.script(body, &[json!(mark(group, number))]).await? == json!(true) {
                return Ok(());
            }
            self.press(&["Tab"]).await?;
        }
        Err(format!("Tab never reached bijeenkomst {number} of {group}").into())
    }

    /// Fails when the page asked anything of another origin than its own.
    pub async fn asked_only_its_own_origin(&self) -> Result<(), Failure> {
        let body = "return performance.getEntriesByType('resource').map((entry) => entry.name)\
            .filter((name) => !name.startsWith(location.origin + '/') && !name.startsWith('blob:') && !name.startsWith('data:'))";
        let strangers = self.script(body, &[]).await?;
        if strangers == json!([]) {
            return Ok(());
        }
        Err(format!("the page asked other origins: {strangers}").into())
    }

    /// What the pointer did last, for the person who looks into a failure.
    pub async fn last_pointed(&self) -> String {
        let body = "return (window.pointed ?? []).join('\\n        ') + '\\n        now: ' + Math.round(performance.now())";
        let seen = self.script(body, &[]).await.unwrap_or_default();
        let seen = seen.as_str().unwrap_or_default();
        format!("\n        the pointer: {seen}")
    }

    /// Keeps a picture of the page for the person who looks into a failure; says where it is.
    pub async fn keep_picture(&self, name: &str) -> String {
        let folder = std::env::var_os("CENTERING_SITE")
            .map(|site| PathBuf::from(site).with_file_name("browser-failures"));
        let (Some(folder), Ok(picture)) = (folder, self.client().screenshot().await) else {
            return String::new();
        };
        let file = folder.join(format!("{}-{name}.png", self.engine().name()));
        let kept = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&file, picture));
        match kept {
            Ok(()) => format!("\n        picture: {}", file.display()),
            Err(_) => String::new(),
        }
    }

    /// Hands the browser on to another check.
    pub async fn hand_on(self, browsers: &Browsers) {
        if self.was_elsewhere {
            self.browser.stop().await;
        } else {
            browsers.give_back(self.browser).await;
        }
    }

    pub async fn close(self) {
        self.browser.stop().await;
    }
}

/// What finds the mark of a bijeenkomst.
fn mark(group: &str, number: usize) -> String {
    format!("[data-mark='{group}/B{number}']")
}

/// The WebDriver code of a key by its name; a single character is itself.
fn key(name: &str) -> char {
    match name {
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Left" => '\u{e012}',
        "Up" => '\u{e013}',
        "Right" => '\u{e014}',
        "Down" => '\u{e015}',
        _ => name.chars().next().unwrap_or(' '),
    }
}
