// Long work of the planner beside the page: gets a day and a plan, tells how far it is, and gives the groups.
// Between slices it listens, so that it can be stopped when the plan is good enough. Whatever goes wrong here, the
// page is told, and does the work itself.

import init, { load_job, start_job } from "./pkg/centering_web.js";

const slice = 40; // milliseconds
const breath = () => new Promise((resolve) => setTimeout(resolve));
let stopped = false;

async function work(question) {
  await init();
  if (!(await load_job())) return "failed";
  postMessage("ready");
  const end = question.indexOf("\n");
  const job = start_job(question.slice(end + 1), question.slice(0, end));
  if (!job) return "failed";
  for (let iterations = 50, done = false; !done && !stopped; ) {
    const start = performance.now();
    const told = job.advance(Math.round(iterations));
    const took = Math.max(performance.now() - start, 0.5);
    iterations = Math.min(Math.max((iterations * slice) / took, 1), 1e6);
    done = told.startsWith("1 ");
    postMessage(told);
    await breath();
  }
  return `done\n${job.finish()}`;
}

onmessage = ({ data }) => {
  if (data === "stop") stopped = true;
  else work(data).then(postMessage, () => postMessage("failed"));
};
