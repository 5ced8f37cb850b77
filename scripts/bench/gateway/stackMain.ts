import { type Stack, startStack } from "../../stack/startStack.ts";
import { answerParent } from "./answerParent.ts";

/** Ledger and gateway as `npm start` runs them, in a process that does nothing else. */
interface Start {
  readonly directory: string;
  readonly port: number;
  readonly databaseUrl: string | undefined;
}

const MIB = 1024 * 1024;
let stack: Stack | undefined;

function running(): Stack {
  if (stack === undefined) throw new Error("The stack is not started.");
  return stack;
}

async function splits(): Promise<number> {
  const [row] = await running().gateway.gateway.services.database.query<{ count: bigint }>(
    "SELECT count(*) AS count FROM projected.certificate WHERE cause = 'split'",
  );
  return Number(row?.count ?? 0n);
}

function memory() {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { residentMiB: rss / MIB, liveMiB: (heapUsed + external) / MIB };
}

answerParent(
  {
    async start({ directory, port, databaseUrl }: Start) {
      const unlimited = { requestsPerMinute: 0, writesPerMinute: 0, signInsPerMinute: 0 };
      const config = { port, databaseUrl, ...unlimited, similarInvoices: false };
      stack = await startStack({ directory, demo: true, config });
      return { url: stack.url, ledgerUrl: stack.ledger.url };
    },
    async addKeys(keys: readonly (readonly [memberId: number, key: string])[]) {
      const { keystore } = running().gateway.gateway.services;
      for (const [memberId, key] of keys) await keystore.add(memberId, key);
    },
    splits,
    memory,
    processorSeconds() {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000_000;
    },
  },
  async () => stack?.close(),
);
