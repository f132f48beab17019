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
