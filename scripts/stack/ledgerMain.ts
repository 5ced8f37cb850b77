import { LedgerError } from "../ledger/LedgerError.ts";
import type { EmbeddedLedger, LedgerOptions } from "../ledger/LedgerOptions.ts";
import { startLedger } from "../ledger/startLedger.ts";

/** The embedded ledger in a process of its own, so that gateway and ledger share the work of two cores. */
function tell(message: unknown): void {
  process.send?.(message);
}

const LOOK_MS = 500;

/** A ledger whose node died too often writes nothing any more: a new process replays the journal and begins anew. */
function endWhenDown(ledger: EmbeddedLedger): void {
  setInterval(() => {
    const { failure } = ledger.status();
    if (failure === null) return;
    console.error(`ledger: ${failure}`);
    process.exit(1);
  }, LOOK_MS).unref();
}

async function run(options: LedgerOptions): Promise<void> {
  try {
    const ledger = await startLedger({
      ...options,
      onReplay: (block) => tell({ kind: "replay", block }),
    });
    const stop = () => void ledger.close().finally(() => process.exit(0));
    process.once("disconnect", stop);
    process.on("message", stop);
    tell({ kind: "started", url: ledger.url });
    endWhenDown(ledger);
  } catch (error) {
    const code = error instanceof LedgerError ? error.code : "LEDGER_FAILED";
    tell({ kind: "failed", code, message: error instanceof Error ? error.message : String(error) });
    process.exitCode = 1;
    process.disconnect();
  }
}

// The terminal's Ctrl-C reaches this process too; it stops when its parent says so.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);
await run(JSON.parse(process.argv[2] ?? "{}") as LedgerOptions);
