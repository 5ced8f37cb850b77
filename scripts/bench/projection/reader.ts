// Reads certificates at random over HTTP, 8 at once, in a process of its own so that it takes no time of the gateway's.
// Prints milliseconds, one a line, as a JSON array.
const [url = "", tokens = "", first = "0", last = "0", per = "1", reads = "0", suffix = ""] =
  process.argv.slice(2);
const signedIn = tokens.split(",");
const AT_ONCE = 8;
const WARM_UP = 200;

async function read(place: number): Promise<number> {
  const receivable = Number(first) + Math.floor(Math.random() * (Number(last) - Number(first) + 1));
  const serial = 1 + Math.floor(Math.random() * Number(per));
  const certificate = (BigInt(receivable) << 32n) | BigInt(serial);
  const headers = { authorization: `Bearer ${signedIn[place % signedIn.length]}` };
  const started = performance.now();
  const response = await fetch(`${url}/v1/certificates/${certificate}${suffix}`, { headers });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`answered ${response.status}: ${text}`);
  return performance.now() - started;
}

const times: number[] = [];
let next = 0;
const lane = async (): Promise<void> => {
  for (let place = next++; place < Number(reads) + WARM_UP; place = next++) {
    const took = await read(place);
    if (place >= WARM_UP) times.push(took);
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, lane));
process.stdout.write(JSON.stringify(times));
