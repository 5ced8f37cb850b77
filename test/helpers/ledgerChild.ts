import { startLedger } from "../../scripts/ledger/startLedger.ts";

/** A ledger in a process of its own, to be killed: prints its address, checkpoints all the time. */
const [directory = "", checkpointMs = "400"] = process.argv.slice(2);
const ledger = await startLedger({ directory, clock: { mode: "wall" } });
process.stdout.write(`${JSON.stringify({ url: ledger.url, restored: ledger.restored })}\n`);
setInterval(() => {
  ledger.checkpoint().catch((error: unknown) => console.error(error));
}, Number(checkpointMs));
