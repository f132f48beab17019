// Makes wasm files smaller with binaryen, the library of wasm-opt, as `wasm-opt -Oz` does. Each line of the input is
// the path of a file; the answer is `ok` or what went wrong. One process for all files, for starting takes two seconds.

import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { default: binaryen } = await import(pathToFileURL(process.argv[2]));
binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(2);
binaryen.setGenerateStackIR(true);
binaryen.setOptimizeStackIR(true);

// What the browsers that the planner supports understand; names of functions are left out.
const { BulkMemory, BulkMemoryOpt, NontrappingFPToInt, ReferenceTypes, Multivalue, SignExt, MutableGlobals } =
  binaryen.Features;
const features =
  BulkMemory | BulkMemoryOpt | NontrappingFPToInt | ReferenceTypes | Multivalue | SignExt | MutableGlobals;

function makeSmaller(path) {
  const module = binaryen.readBinary(readFileSync(path));
  module.setFeatures(module.getFeatures() | features);
  module.optimize();
  module.runPasses(["strip-debug", "strip-producers", "strip-target-features"]);
  writeFileSync(path, module.emitBinary());
  module.dispose();
}

for await (const path of createInterface({ input: process.stdin })) {
  let answer = "ok";
  try {
    makeSmaller(path);
  } catch (error) {
    answer = String(error).replaceAll("\n", " ");
  }
  process.stdout.write(`${answer}\n`);
}
