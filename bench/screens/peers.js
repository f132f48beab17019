// The bijeenkomsten of the national plan in a library of others, until they are drawn. One library a page.
const plan = await (await fetch("national.json")).json();
const sessions = plan.groups.flatMap((group) =>
  group.sessions.filter((session) => session.date).map((session) => ({ group: group.id, title: `${group.id} ${session.number}`, date: session.date })));
const place = document.getElementById("place");
const sheet = (href) => new Promise((done) => {
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href, onload: done, onerror: done });
  document.head.append(link);
});
const script = (src) => new Promise((done, failed) => {
  const element = document.createElement("script");
  Object.assign(element, { src, onload: done, onerror: () => failed(new Error(`no ${src}`)) });
  document.head.append(element);
});
const painted = () => new Promise((next) => requestAnimationFrame(() => setTimeout(() => next(performance.now()), 0)));

const libraries = {
  async fullcalendar() {
    await sheet("lib/fullcalendar/skeleton.css");
    await script("lib/temporal-polyfill/global.js").catch(() => {});
    await script("lib/fullcalendar/all/global.js");
    return () => {
      const calendar = new FullCalendar.Calendar(place, {
        initialView: "dayGridMonth",
        initialDate: "2027-03-16",
        dayMaxEvents: 4,
        events: sessions.map((one) => ({ title: one.title, start: one.date, allDay: true })),
      });
      calendar.render();
    };
  },
  async "vis-timeline"() {
    await sheet("lib/vis-timeline/styles/vis-timeline-graph2d.min.css");
    await script("lib/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js");
    return () => new vis.Timeline(place,
      new vis.DataSet(sessions.map((one, id) => ({ id, group: one.group, content: one.title, start: one.date }))),
      new vis.DataSet(plan.groups.map((group) => ({ id: group.id, content: group.id }))),
      { start: "2027-01-01", end: "2027-12-31", maxHeight: 800, stack: false, verticalScroll: true });
  },
  async "frappe-gantt"() {
    await sheet("lib/frappe-gantt/dist/frappe-gantt.css");
    await script("lib/frappe-gantt/dist/frappe-gantt.umd.js");
    return () => new Gantt(place,
      sessions.map((one, id) => ({ id: String(id), name: one.title, start: one.date, end: one.date, progress: 0 })), { view_mode: "Month" });
  },
};

// The time until it is drawn in milliseconds, and the heap in MB.
globalThis.draw = async (name) => {
  const begin = await libraries[name]();
  const start = performance.now();
  begin();
  const time = (await painted()) - start;
  return [time, performance.memory ? performance.memory.usedJSHeapSize / 1e6 : 0];
};
