// Defines <centering-planner>: loads the planner when it comes near the screen and runs it in a
// shadow root. It holds no logic of the planner. Until the planner runs, and when it cannot run,
// the element shows the text that the page put inside it.

const attributes = ["lang", "view", "region", "storage-key", "theme", "today"];

const excuses = {
  nl: "De planner kan hier niet starten. Laad de pagina opnieuw. Lukt het dan nog niet? Gebruik een nieuwe versie van je browser, of vraag de beheerder van deze website of WebAssembly is toegestaan.",
  en: "The planner cannot start here. Reload the page. Still no luck? Use a recent version of your browser, or ask the administrator of this website whether WebAssembly is allowed.",
};

const ground = new CSSStyleSheet(); // until the planner's own style is there
ground.replaceSync(":host { display: block } :host([hidden]) { display: none }");

let parts; // one download for all planners of the page

function load() {
  parts ??= Promise.all([loadStyle(), loadApp()]);
  parts.catch(() => (parts = undefined)); // the next planner on the page tries again
  return parts;
}

async function loadStyle() {
  const answer = await fetch(new URL("centering-planner.css", import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await answer.text());
  return sheet;
}

async function loadApp() {
  const app = await import("./pkg/centering_web.js");
  await app.default();
  return app;
}

let policy; // a page may allow its name once

// Long work runs beside the page. A page with trusted types asks for a policy of the address.
function startWorker() {
  const address = new URL("centering-worker.js", import.meta.url).href;
  policy ??= globalThis.trustedTypes?.createPolicy("centering-planner", { createScriptURL: (url) => url });
  return new Worker(policy ? policy.createScriptURL(address) : address, { type: "module" });
}

class CenteringPlanner extends HTMLElement {
  static observedAttributes = attributes;
  #waiting = false;
  #planner;

  connectedCallback() {
    for (const name of attributes.map(propertyOf)) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name]; // set before this class was there
      delete this[name];
      this[name] = value;
    }
    if (this.#planner || this.#waiting) return; // moved within the page: the work goes on
    this.#waiting = true;
    if (!this.shadowRoot) this.attachShadow({ mode: "open" });
    this.#show(ground, document.createElement("slot"));
    if (this.hasAttribute("eager")) return void this.#start();
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watcher.disconnect();
        this.#start();
      },
      { rootMargin: "400px" },
    );
    watcher.observe(this);
  }

  disconnectedCallback() {
    setTimeout(() => {
      if (this.isConnected || !this.#planner) return;
      this.#planner.destroy();
      this.#planner = undefined;
      this.#show(ground, document.createElement("slot"));
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#planner?.attribute_changed(name);
  }

  #show(style, ...content) {
    this.shadowRoot.adoptedStyleSheets = [style];
    this.shadowRoot.replaceChildren(...content);
  }

  async #start() {
    try {
      const [sheet, app] = await load();
      this.#waiting = false;
      if (!this.isConnected) return;
      const place = document.createElement("div");
      this.#show(sheet, place);
      this.#planner = app.mount(this, place, startWorker);
    } catch (error) {
      this.#waiting = false;
      this.#apologise(error);
    }
  }

  #apologise(error) {
    const around = this.closest("[lang]")?.lang ?? "";
    const language = Object.keys(excuses).find((tag) => around.startsWith(tag)) ?? "nl";
    const excuse = document.createElement("p");
    excuse.setAttribute("role", "alert");
    excuse.setAttribute("part", "error");
    excuse.lang = language;
    excuse.textContent = excuses[language];
    this.#show(ground, excuse, document.createElement("slot"));
    console.error(error);
    const detail = { code: "start", message: String(error) };
    this.dispatchEvent(new CustomEvent("centering-error", { bubbles: true, composed: true, detail }));
  }
}

function propertyOf(attribute) {
  return attribute.replace(/-./, (letters) => letters[1].toUpperCase());
}

// Properties that reflect the attributes; every element already has one for lang.
for (const name of attributes.filter((name) => name !== "lang")) {
  Object.defineProperty(CenteringPlanner.prototype, propertyOf(name), {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}

if (!customElements.get("centering-planner")) customElements.define("centering-planner", CenteringPlanner);
