import { runServer } from "./stack/runServer.ts";

/** The ledger, a gateway and the console with a small demonstration. `--fresh` begins anew and keeps the old state aside. */
await runServer({ demo: true, arguments: process.argv.slice(2) });
