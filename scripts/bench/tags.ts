// npm run bench:tags [-- --json]
// Blind tags in batches of 100 on one core: what one share server evaluates and what a client of three of five makes, beside
// the library's evaluation of single elements, in one run. Seconds are of processor time, so that whatever else the machine
// does counts little. Exits with 1 when a share server is below its bar.
import { ristretto255_oprf } from "@noble/curves/ed25519.js";
import { getBytes } from "ethers";
import { blindIdentities } from "../../sdk/tags/blind/blindIdentities.ts";
import { combineEvaluations } from "../../sdk/tags/blind/combineEvaluations.ts";
import { evaluateBlinded } from "../../sdk/tags/blind/evaluateBlinded.ts";
import { generateTagKey } from "../../sdk/tags/blind/generateTagKey.ts";

const batch = 100;
const rounds = 10;
const bar = 500;

const urls = [1, 2, 3, 4, 5].map((index) => `http://server-${index}.test`);
const { keySet, shares } = generateTagKey({ epoch: 1, threshold: 3, urls });
const [share, ...others] = shares;
if (share === undefined) throw new Error("the ceremony made no shares");
const identities = Array.from(
  { length: batch },
  (_, place) => `["invoice","local:A","${place}",""]`,
);
const blinded = blindIdentities(identities);
const answers = [share, ...others.slice(2)].map((each) => evaluateBlinded(each, blinded.elements));

/** Things a second, in the median round: the machine may be busy with something else in some of them. */
function perSecond(things: number, work: () => unknown): number {
  const seconds = Array.from({ length: rounds + 1 }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000_000;
  });
  // The first round warms up.
  const sorted = seconds.slice(1).sort((left, right) => left - right);
  return Math.round(things / (sorted[rounds >> 1] ?? Number.NaN));
}

const secret = getBytes(share.secret);
const publicKey = getBytes(share.publicKey);
const singles = blinded.elements.slice(0, 10).map((element) => getBytes(element));

const report = {
  suite: "ristretto255-SHA512",
  batch,
  evaluationsPerSecond: perSecond(batch, () => evaluateBlinded(share, blinded.elements)),
  bar,
  librarySinglePerSecond: perSecond(singles.length, () => {
    for (const element of singles)
      ristretto255_oprf.voprf.blindEvaluate(secret, publicKey, element);
  }),
  clientTagsPerSecond: perSecond(batch, () => {
    blindIdentities(identities);
    combineEvaluations(keySet, blinded, answers);
  }),
  threshold: keySet.threshold,
  servers: keySet.shares.length,
};

if (process.argv.includes("--json")) console.log(JSON.stringify(report));
else {
  console.log(
    `share server, batches of ${batch}: ${report.evaluationsPerSecond} a second (bar ${bar})`,
  );
  console.log(`the library, one element a proof: ${report.librarySinglePerSecond} a second`);
  console.log(`client, three of five: ${report.clientTagsPerSecond} tags a second`);
}
if (report.evaluationsPerSecond < bar) {
  console.error("A share server is below its bar.");
  process.exitCode = 1;
}
