// Plans an instance as often as asked and measures it; `cargo xtask bench` calls it through the browser's driver.
import init, { Task } from "./pkg/bench.js";

const texts = new Map();

async function text(file) {
  if (!texts.has(file)) texts.set(file, await (await fetch(file)).text());
  return texts.get(file);
}

globalThis.plan = async (file, problem, iterations, seed, repeat) => {
  await init();
  const task = new Task(await text(file), problem, iterations, seed);
  const start = performance.now();
  for (let run = 0; run < repeat; run += 1) task.run();
  const elapsed = performance.now() - start;
  const found = JSON.parse(task.found());
  const solution = task.solution();
  task.free();
  return { ...found, milliseconds: elapsed / repeat / Math.max(found.tasks, 1), solution };
};
