import { Transaction } from "ethers";
import { pause } from "../../gateway/helpers/pause.ts";
import { type FaultKind, type FaultScene, faultKind } from "./faultKind.ts";
import type { Exchange, ProxiedAnswer, ProxiedCall } from "./faultProxy.ts";
import { skewClock } from "./skewClock.ts";

const HOUR_MS = 3_600_000;
const PENDING_A_SENDER = 4;

/** Lets transactions gather in the pool while `work` runs. */
async function withoutMining({ chain }: FaultScene, work: () => Promise<void>): Promise<void> {
  await chain.rpc.send("evm_setAutomine", [false]);
  try {
    await work();
  } finally {
    await chain.rpc.send("evm_setAutomine", [true]);
    await chain.rpc.send("evm_mine", []);
  }
}

/** Hashes in the pool, once there are some. */
async function pooled({ chain }: FaultScene): Promise<string[]> {
  for (let attempt = 0; attempt < 1_000; attempt++) {
    const block = (await chain.rpc.send("eth_getBlockByNumber", ["pending", false])) as {
      transactions: string[];
    };
    if (block.transactions.length > 0) return block.transactions;
    await pause(10);
  }
  throw new Error("nothing was sent to the node");
}

/** What an endpoint says that is `behind` blocks late. */
async function lateAnswers(exchange: Exchange, behind: number): Promise<ProxiedAnswer[]> {
  const [head] = await exchange.forward([{ id: 0, method: "eth_blockNumber", params: [] }]);
  const last = Math.max(Number(head?.result) - behind, 1);
  const tag = `0x${last.toString(16)}`;
  const late = (call: ProxiedCall): ProxiedCall => {
    const params = call.params.map((each) => (each === "latest" ? tag : each));
    const [filter] = params;
    if (call.method !== "eth_getLogs") return { ...call, params };
    const { fromBlock, toBlock, ...rest } = filter as Record<string, string>;
    const upTo = Number(toBlock) > last ? tag : toBlock;
    // A range that begins after its head is empty.
    const from = Number(fromBlock) > last ? "0x0" : fromBlock;
    const to = Number(fromBlock) > last ? "0x0" : upTo;
    return { ...call, params: [{ ...rest, fromBlock: from, toBlock: to }] };
  };
  const isLater = (value: unknown): boolean => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const { number, blockNumber } = value as Record<string, unknown>;
    return Number(number ?? blockNumber ?? 0) > last;
  };
  const answers = await exchange.forward(exchange.calls.map(late));
  return answers.map((answer) => (isLater(answer.result) ? { ...answer, result: null } : answer));
}

const lagging = faultKind.exchange(
  "an endpoint that lags",
  ({ method }) => method !== "eth_sendRawTransaction",
  async (exchange, scene) => {
    exchange.reply(await lateAnswers(exchange, faultKind.between(scene, 1, 12)));
  },
);

/** The node's pool takes no fifth transaction of one sender. */
const fifthPending = faultKind.scene("the 5th pending of a sender refused", async (scene) => {
  const held = new Map<string, Set<string>>();
  const takes = ({ params }: ProxiedCall): boolean => {
    const { from, hash } = Transaction.from(String(params[0]));
    const own = held.get(String(from)) ?? new Set<string>();
    held.set(String(from), own);
    if (own.size < PENDING_A_SENDER) own.add(String(hash));
    return own.has(String(hash));
  };
  const armed = scene.proxy.arm({
    meets: ({ calls }) => calls.some(({ method }) => method === "eth_sendRawTransaction"),
    async play(exchange) {
      const taken = exchange.calls.filter(takes);
      const answers = await exchange.forward(taken);
      const error = { code: -32_000, message: "Sender has too many pending transactions" };
      const refused = exchange.calls.filter((call) => !taken.includes(call));
      exchange.reply([
        ...answers,
        ...refused.map(({ id }) => ({ jsonrpc: "2.0" as const, id, error })),
      ]);
    },
  });
  try {
    await withoutMining(scene, async () => {
      await pooled(scene);
      await pause(faultKind.between(scene, 100, 300));
    });
  } finally {
    armed.disarm();
  }
});

/** Things that happen to the node, the chain or the gateway's clock. */
export const nodeFaults: readonly FaultKind[] = [
  lagging,
  fifthPending,
  faultKind.scene("receipts that come late", async (scene) => {
    const armed = scene.proxy.arm({
      meets: ({ calls }) => calls.some(({ method }) => method === "eth_getTransactionReceipt"),
      async play(exchange) {
        const answers = await exchange.forward();
        const isReceipt = (at: number) =>
          exchange.calls[at]?.method === "eth_getTransactionReceipt";
        exchange.reply(
          answers.map((each, at) => (isReceipt(at) ? { ...each, result: null } : each)),
        );
      },
    });
    while (armed.met() === 0) await pause(5);
    await pause(faultKind.between(scene, 500, 3_000));
    armed.disarm();
  }),
  faultKind.scene("a transaction dropped from the pool", (scene) =>
    withoutMining(scene, async () => {
      const waiting = await pooled(scene);
      const hash = waiting[faultKind.between(scene, 0, waiting.length - 1)];
      await scene.chain.rpc.send("anvil_dropTransaction", [hash]);
    }),
  ),
  faultKind.scene("the whole pool dropped", (scene) =>
    withoutMining(scene, async () => {
      await pooled(scene);
      await scene.chain.rpc.send("anvil_dropAllTransactions", []);
    }),
  ),
  faultKind.scene("node restarted without its pool", (scene) =>
    scene.chain.restart(() => pause(faultKind.between(scene, 0, 300))),
  ),
  faultKind.scene("no blocks for a while", (scene) =>
    withoutMining(scene, async () => {
      await pooled(scene);
      await pause(faultKind.between(scene, 500, 2_500));
    }),
  ),
  faultKind.scene("many transactions in one block", (scene) =>
    withoutMining(scene, async () => {
      await pooled(scene);
      await pause(faultKind.between(scene, 50, 200));
    }),
  ),
  ...[HOUR_MS, -HOUR_MS].map((skew) =>
    faultKind.scene(
      `the gateway's clock ${skew > 0 ? "an hour ahead" : "an hour behind"}`,
      async (scene) => {
        const right = skewClock(skew);
        await pause(faultKind.between(scene, 50, 500));
        right();
        await pause(50);
      },
    ),
  ),
];
