// npm run bench:proofs -- [--json]
// Blocks that a reader proves a second, offline, on one core, by what Avalanche's validators signed, in four ways: one by one
// (the floor), many signatures at once, a chain of headers under one signature, and such chains in a batch as gateways keep them.
// Exits with 1 when the best way that keeps every block's header misses its bar.
import { measureProofs } from "./proofs/measureProofs.ts";

const BAR = 100;
const isJson = process.argv.includes("--json");

const report = measureProofs((line) => console.error(line));
const { single, batch, covered, coveredBatch } = report;
if (isJson) console.log(JSON.stringify({ ...report, bar: BAR }));
else {
  console.log(
    `one by one ${single.blocksPerSecond} blocks a second, ${batch.blocksPerSecond} in a batch of ${batch.blocks}`,
  );
  console.log(
    `covered by ${covered.signatures} signature: ${covered.blocksPerSecond} a second; by ${coveredBatch.signatures}: ${coveredBatch.blocksPerSecond}`,
  );
}
if (coveredBatch.blocksPerSecond < BAR) {
  console.error("A bar is missed.");
  process.exitCode = 1;
}
