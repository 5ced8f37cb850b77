// Reads certificates at random over HTTP, in a process of its own so that it takes no time of the gateway's: as many a
// second as asked for, at random moments whatever is still open; or, with 0 a second, 8 at once without a pause. Prints milliseconds, in no order, as a JSON array.
import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";

const [url = "", tokens = "", ...given] = process.argv.slice(2);
const [first = 0, last = 0, per = 1, reads = 0, perSecond = 0] = given.slice(0, 5).map(Number);
const suffix = given[5] ?? "";
const signedIn = tokens.split(",");
const AT_ONCE = 8;
const WARM_UP = 200;
const agent = new Agent({ keepAlive: true });
const times: number[] = [];

async function read(place: number): Promise<void> {
  const receivable = first + Math.floor(Math.random() * (last - first + 1));
  const serial = 1 + Math.floor(Math.random() * per);
  const certificate = (BigInt(receivable) << 32n) | BigInt(serial);
  const headers = { authorization: `Bearer ${signedIn[place % signedIn.length]}` };
  const started = performance.now();
  const asked = get(`${url}/v1/certificates/${certificate}${suffix}`, { agent, headers });
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  const answer = await text(response);
  if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}: ${answer}`);
  if (place >= WARM_UP) times.push(performance.now() - started);
}

async function saturate(): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let place = next++; place < reads + WARM_UP; place = next++) await read(place);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Arrivals as of customers who know nothing of each other (a Poisson process): the next comes however long one takes. */
async function arrive(): Promise<void> {
  const open: Promise<void>[] = [];
  let due = performance.now();
  for (let place = 0; place < reads + WARM_UP; place++) {
    due += (-Math.log(1 - Math.random()) / perSecond) * 1_000;
    const early = due - performance.now();
    if (early > 1) await pause(early);
    open.push(read(place));
  }
  await Promise.all(open);
}

await (perSecond > 0 ? arrive() : saturate());
process.stdout.write(JSON.stringify(times));
