import { fork } from "node:child_process";
import { join } from "node:path";
import type { LedgerOptions } from "../ledger/LedgerOptions.ts";
import { StackError } from "./StackError.ts";

/** A ledger that runs beside this process and ends with it. */
export interface LedgerProcess {
  readonly url: string;
  readonly processId: number;
  /** Resolves when its process ended, with a sentence that says how. */
  readonly ended: Promise<string>;
  close(): Promise<void>;
}

type Message =
  | { readonly kind: "replay"; readonly block: number }
  | { readonly kind: "started"; readonly url: string }
  | { readonly kind: "failed"; readonly code: string; readonly message: string };

/** What a caller may ask for; callbacks stay on this side. */
export type ForkOptions = Omit<LedgerOptions, "onReplay"> & {
  readonly onReplay?: (block: number) => void;
};

function sentenceOf(code: number | null, signal: string | null): string {
  return `The ledger's process ended ${signal === null ? `with code ${code}` : `by ${signal}`}.`;
}

/** Starts the embedded ledger in a process of its own. Rejects with the launcher's own sentence. */
export async function forkLedger({ onReplay, ...options }: ForkOptions): Promise<LedgerProcess> {
  const child = fork(join(import.meta.dirname, "ledgerMain.ts"), [JSON.stringify(options)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  child.on("message", (message: Message) => {
    if (message.kind === "replay") onReplay?.(message.block);
    else if (message.kind === "started") resolve(message.url);
    else reject(new StackError(message.code, message.message));
  });
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  child.once("exit", (code, signal) => end(sentenceOf(code, signal)));
  child.once("error", ({ message }) => end(`The ledger's process did not run: ${message}.`));
  void ended.then((sentence) => reject(new StackError("LEDGER_FAILED", sentence)));
  const url = await promise;
  return {
    url,
    processId: child.pid ?? 0,
    ended,
    async close() {
      if (child.connected) child.send("close", () => undefined);
      await ended;
    },
  };
}
