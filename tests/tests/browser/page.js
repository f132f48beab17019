// Runs in the page before every script of the tests: finds what a person would see, by its words.
const planner = () => document.querySelector("centering-planner");
const root = () => planner()?.shadowRoot;
const all = (selector) => [...(root()?.querySelectorAll(selector) ?? [])];
const isShown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
const nameOf = (element) => (element.getAttribute("aria-label") ?? element.textContent).replace(/\s+/g, " ").trim();
const topDialog = () => all("dialog[open]").at(-1);
const within = (element) => !topDialog() || topDialog().contains(element);
const named = (selector, words) => {
  const shown = all(selector).filter((element) => within(element) && isShown(element));
  return shown.find((element) => nameOf(element) === words) ?? shown.find((element) => nameOf(element).includes(words));
};
// Counts the edits that the planner tells of, and notes how many of them are in what it stored last.
const watch = () => {
  if (window.kept) return;
  const kept = (window.kept = { edits: 0, stored: 0, asked: 0 });
  document.addEventListener("centering-change", () => (kept.edits += 1), true);
  // What the pointer did last, for the person who looks into a failure.
  window.pointed = [];
  const note = (event) => {
    const [target] = event.composedPath();
    if (event.type === "pointerdown") window.pressed = target;
    const words = target instanceof Element ? `${target.localName} '${nameOf(target).slice(0, 30)}'` : "the page";
    window.pointed = [...window.pointed.slice(-11), `${Math.round(event.timeStamp)} ms ${event.type} at ${event.clientX},${event.clientY} ${words}`];
  };
  for (const kind of ["pointerdown", "pointerup", "pointercancel", "click"]) addEventListener(kind, note, true);
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, text) {
    setItem.call(this, key, text);
    if (/^centering-planner:[^:]+$/.test(key) && text.startsWith("centering-planner/")) kept.stored = kept.edits;
  };
};
