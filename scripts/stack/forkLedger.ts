import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { LedgerOptions } from "../ledger/LedgerOptions.ts";
import { StackError } from "./StackError.ts";

/** A ledger that runs beside this process and ends with it. */
export interface LedgerProcess {
  readonly url: string;
  readonly processId: number;
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
  const exited = once(child, "exit");
  child.once("exit", (code) =>
    reject(new StackError("LEDGER_FAILED", `The ledger's process ended with code ${code}.`)),
  );
  const url = await promise;
  return {
    url,
    processId: child.pid ?? 0,
    async close() {
      if (child.connected) child.send("close");
      await exited;
    },
  };
}
