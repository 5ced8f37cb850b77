import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { startingSentence } from "../../gateway/startingSentence.ts";
import { seedDemonstration } from "../demonstration/seedDemonstration.ts";
import { writeDurably } from "../ledger/writeDurably.ts";
import { moveAside } from "./moveAside.ts";
import { portOrFree } from "./portOrFree.ts";
import { StackError } from "./StackError.ts";
import { type Stack, startStack } from "./startStack.ts";

/** How to run. */
export interface ServerOptions {
  readonly demo: boolean;
  readonly arguments: readonly string[];
}

interface Flags {
  readonly fresh?: boolean;
  readonly directory: string;
  readonly port: string;
  readonly ledgerPort: string;
}

function flagsOf({ demo, arguments: given }: ServerOptions): Flags {
  const state = join(import.meta.dirname, "..", "..", ".tallystick", demo ? "demo" : "server");
  return new Command(demo ? "npm start --" : "npm run serve --")
    .option("--fresh", "begin a new ledger; the old state is moved aside, not deleted")
    .option("--directory <path>", "where all state lies", process.env["TALLYSTICK_STATE"] ?? state)
    .option("--port <number>", "port of the console and the API", process.env["PORT"] ?? "8080")
    .option(
      "--ledger-port <number>",
      "port of the ledger's JSON-RPC; where it is taken, a free one",
      process.env["LEDGER_PORT"] ?? "8545",
    )
    .parse([...given], { from: "user" })
    .opts<Flags>();
}

function explain(error: unknown): string {
  if (error instanceof StackError && error.code === "FINGERPRINT_MISMATCH")
    return "This state was made with other contracts than these. Start with --fresh: the old state is moved aside.";
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
    return "The port is in use. Stop what runs there, or choose another one with --port.";
  return startingSentence(error);
}

/** Ends everything on the first Ctrl-C; a second one doesn't wait. */
function stopOnSignal(stack: Stack): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      console.error("Stopping…");
      stack.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

/** Without its ledger the gateway serves nobody; whoever watches over this process sees the code. */
function end(sentence: string): void {
  console.error(sentence);
  process.exit(1);
}

/** The story is told to a new ledger only: its dates count from that moment. */
async function tellOnce(directory: string, url: string): Promise<void> {
  const told = join(directory, "demonstration-told");
  if (existsSync(told)) return;
  await seedDemonstration(url);
  await writeDurably(told, new Date().toISOString());
}

/** Runs until it is stopped; what can't start is said in a sentence. */
export async function runServer(options: ServerOptions): Promise<void> {
  const { fresh, directory, port, ledgerPort: wanted } = flagsOf(options);
  try {
    const aside = fresh === true ? await moveAside(directory) : undefined;
    if (aside !== undefined) console.error(`The old state lies in ${aside}`);
    console.error("Starting ledger and gateway…");
    const config = { port: Number(port) };
    const tell = (sentence: string) => console.error(sentence);
    const ledgerPort = await portOrFree(Number(wanted));
    const how = { directory, demo: options.demo, config, ledgerPort, tell, giveUp: end };
    const stack = await startStack(how);
    stopOnSignal(stack);
    if (options.demo) await tellOnce(directory, stack.url);
    console.error(
      `\n  Tallystick is at ${stack.url}, its ledger's JSON-RPC at ${stack.ledger.url}`,
    );
    console.error("  Ctrl-C stops it; its state stays.\n");
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}
