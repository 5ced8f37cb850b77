// npm run bench:anchors [-- --json] [--documents N]
// Builds the tree of a million documents as `tally anchor build` does, from a stream of digests with random salts, proves
// some of them, then anchors the root. `--json` prints one JSON object. Exits with 1 when something is above its bar.
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import type { AnchorDocument } from "../../sdk/anchors/anchorDocument.ts";
import { buildAnchor } from "../../sdk/anchors/buildAnchor.ts";
import type { MerkleTree } from "../../sdk/anchors/MerkleTree.ts";
import { verifyInclusion } from "../../sdk/anchors/verifyInclusion.ts";
import { Progress } from "../demo/Progress.ts";

const bars = { seconds: 60, peakMiB: 1_024, gas: 60_000 };
/** One document in so many is proved afterwards. */
const sampled = 9_973;
const progressStep = 10_000;

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    documents: { type: "string", default: "1000000" },
  },
});
const count = Number(options.documents);

function* digests(progress: Progress) {
  const pool = Buffer.alloc(32 * progressStep);
  for (let place = 0; place < count; place += 1) {
    const start = (place % progressStep) * 32;
    if (start === 0) {
      pool.set(randomBytes(pool.length));
      progress.advance(Math.min(progressStep, count - place));
    }
    yield { digest: pool.subarray(start, start + 32), place };
  }
}

/** Whether the tree proves what was kept of its documents, each at its own place alone. */
function proves(tree: MerkleTree, kept: ReadonlyMap<number, AnchorDocument>): boolean {
  const root = tree.rootHex();
  return [...kept].every(([place, document]) => {
    const other = place === 0 ? 1 : place - 1;
    return (
      verifyInclusion(root, document, tree.proofFor(place)) &&
      (tree.count === 1 || !verifyInclusion(root, document, tree.proofFor(other)))
    );
  });
}

/** Peak of this process, in MiB; Node says kilobytes. */
function peakMiB(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** Gas of the transaction that anchors it, on a ledger as it is deployed. */
async function gasOfAnchor(): Promise<number> {
  // Not before the tree was measured: the chain needs memory too.
  const { ledgerFixture } = await import("../../test/helpers/ledgerFixture.ts");
  const { anchoring } = await import("./gas/anchoring.ts");
  const { anchorMillion } = await anchoring(await ledgerFixture());
  if (anchorMillion === undefined) throw new Error("no anchor was measured");
  return anchorMillion.gas;
}

const progress = new Progress();
const kept = new Map<number, AnchorDocument>();
progress.begin("documents", count);
const began = performance.now();
const tree = await buildAnchor(digests(progress), {
  keep: ({ place }, salted) => {
    if (place % sampled === 0) kept.set(place, salted);
  },
});
tree.root();
const seconds = Math.round(performance.now() - began) / 1_000;
progress.end();
const report = {
  documents: tree.count,
  seconds,
  documentsPerSecond: Math.round(tree.count / seconds),
  peakMiB: peakMiB(),
  proved: proves(tree, kept) ? kept.size : 0,
  gas: await gasOfAnchor(),
  bars,
};
if (options.json) console.log(JSON.stringify(report));
else console.log(report);
const isWithin =
  report.seconds < bars.seconds && report.peakMiB < bars.peakMiB && report.gas <= bars.gas;
if (!isWithin || report.proved === 0) process.exitCode = 1;
