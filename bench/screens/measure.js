// Put into the page of the planner by `cargo xtask bench screens`: what is measured, as a user sees it.
const root = () => document.querySelector("centering-planner").shadowRoot;
const all = (selector) => [...root().querySelectorAll(selector)];
const button = (selector, words) => all(selector).find((one) => (one.getAttribute("aria-label") ?? one.textContent).trim().includes(words));
const until = async (found, patience = 120_000) => {
  const start = performance.now();
  for (;;) {
    const value = found();
    if (value) return value;
    if (performance.now() - start > patience) throw new Error(`waited in vain for ${found}`);
    await new Promise((next) => requestAnimationFrame(next));
  }
};
// After the next frame was drawn.
const painted = () => new Promise((next) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => next(performance.now());
  channel.port2.postMessage(0);
}));
const rest = (time) => new Promise((next) => setTimeout(next, time));
// Chooses a plan as a file; the moment at which it was chosen.
const openFile = async (address) => {
  const text = await (await fetch(address)).text();
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], "plan.json", { type: "application/json" }));
  const field = await until(() => all("input[type=file]").find((input) => !input.closest("dialog")));
  field.files = transfer.files;
  const start = performance.now();
  field.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
  return start;
};
// How long the tasks of the page took, of those above 50 milliseconds, from an action until it is done and a moment
// longer.
const longTasks = async (action, isDone) => {
  const tasks = [];
  const observer = new PerformanceObserver((seen) => tasks.push(...seen.getEntries()));
  observer.observe({ entryTypes: ["longtask"] });
  const start = performance.now();
  action();
  await until(isDone);
  await rest(1500);
  observer.disconnect();
  return [0, ...tasks.filter((task) => task.startTime + task.duration > start).map((task) => task.duration)];
};

globalThis.measure = {
  // Opens a plan from a file until its first screen is drawn, in milliseconds.
  async open(address) {
    const start = await openFile(address);
    await until(() => root().querySelector("main .today"));
    return (await painted()) - start;
  },
  // Goes to another screen and back to the year overview, until that is drawn, in milliseconds.
  async firstPaint() {
    button("nav button", "Stappenplan").click();
    await until(() => button("main h1", "") && all(".yline").length === 0);
    await rest(1500);
    const start = performance.now();
    button("nav button", "Rooster").click();
    await until(() => all(".yline").length > 0);
    return (await painted()) - start;
  },
  // Waits until what is worked out behind the screen is there: the check of the plan, or the rows of the year overview.
  async settled() {
    const roster = () => /voorkeursvenster/.test(root().querySelector(".rost .sub")?.textContent ?? "");
    await until(() => root().querySelector("main .today:not(:has(> .note))") || roster());
    await rest(1500);
    return true;
  },
  // Gives focus to a bijeenkomst that can be moved, and listens to keys.
  async listen() {
    const mark = await until(() => all(".yline .m.draft .hold")[0]);
    mark.focus();
    globalThis.keyTimes = [];
    if (!globalThis.listens) {
      globalThis.listens = true;
      addEventListener("keydown", async (event) => {
        const start = event.timeStamp;
        globalThis.keyTimes.push((await painted()) - start);
      }, true);
    }
    return mark.dataset.mark ?? "";
  },
  async keys(count) {
    await until(() => globalThis.keyTimes.length >= count);
    await rest(60);
    return globalThis.keyTimes;
  },
  // Scrolls through the year overview; the time of each frame, in milliseconds.
  async scroll(pixels, frames) {
    scrollTo(0, 0);
    await rest(500);
    const times = [];
    let before = await new Promise((next) => requestAnimationFrame(next));
    for (let frame = 0; frame < frames; frame += 1) {
      scrollBy(0, pixels);
      const now = await new Promise((next) => requestAnimationFrame(next));
      times.push(now - before);
      before = now;
    }
    return times;
  },
  // Pastes a list into a new plan and plans it; the tasks of the page that took longer than 50 milliseconds.
  async planList(address) {
    const list = await (await fetch(address)).text();
    (await until(() => button("main button", "Nieuw plan"))).click();
    const field = await until(() => root().querySelector("#paste"));
    field.value = list;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    const go = await until(() => button("dialog[open] button", "in het plan"));
    await rest(1000);
    // Days that are far ahead of that of the measurement are asked about.
    all("dialog[open] label.check").find((label) => label.textContent.startsWith("Ja, het zijn"))?.click();
    await rest(500);
    const saved = () => all(".save").some((state) => /Opgeslagen/.test(state.textContent));
    return longTasks(() => go.click(), () => saved() && all("main table").length > 0);
  },
  // Opens families and weekly lines from a file and makes their groups; the tasks of the page that took longer than 50
  // milliseconds.
  async planRegion(address) {
    await openFile(address);
    (await until(() => button("nav button", "Groepen"))).click();
    const go = await until(() => button("main button", "Maak een voorstel"));
    await rest(3000);
    return longTasks(() => go.click(), () => button(".top button", "voorstel gemaakt"));
  },
  heap() {
    return Promise.resolve(performance.memory ? performance.memory.usedJSHeapSize / 1e6 : 0);
  },
};
