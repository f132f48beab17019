// Long work of the planner beside the page: gets a day and a plan, tells how far it is, and gives the groups.
// Between slices it listens, so that it can be stopped when the plan is good enough.

import init, { start_job } from "./pkg/centering_web.js";

const slice = 40; // milliseconds
const breath = () => new Promise((resolve) => setTimeout(resolve));
const ready = init();
let stopped = false;

onmessage = async ({ data }) => {
  if (data === "stop") {
    stopped = true;
    return;
  }
  await ready;
  const end = data.indexOf("\n");
  const job = await start_job(data.slice(end + 1), data.slice(0, end));
  if (!job) return void postMessage("failed");
  for (let iterations = 50, done = false; !done && !stopped; ) {
    const start = performance.now();
    const told = job.advance(Math.round(iterations));
    const took = Math.max(performance.now() - start, 0.5);
    iterations = Math.min(Math.max((iterations * slice) / took, 1), 1e6);
    done = told.startsWith("1 ");
    postMessage(told);
    await breath();
  }
  postMessage(`done\n${job.finish()}`);
};
