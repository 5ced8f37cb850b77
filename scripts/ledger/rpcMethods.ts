import type { BlockProducer } from "./BlockProducer.ts";
import type { Chain } from "./Chain.ts";
import type { LedgerClock } from "./LedgerClock.ts";
import { RpcError } from "./RpcError.ts";

export type RpcMethod = (params: readonly unknown[]) => Promise<unknown>;

const RAW = /^0x(?:[0-9a-f]{2})+$/i;

/** The methods that the ledger answers itself; every other one is the node's. */
export function rpcMethods(parts: {
  producer: BlockProducer;
  chain: Chain;
  clock: LedgerClock;
  status: () => unknown;
}): ReadonlyMap<string, RpcMethod> {
  const { producer, chain, clock } = parts;
  const submit = (raw: unknown): Promise<string> => {
    if (typeof raw !== "string" || !RAW.test(raw))
      return Promise.reject(RpcError.invalidParams("A raw transaction is a hex string."));
    return producer.submit(raw.toLowerCase());
  };
  return new Map<string, RpcMethod>([
    ["eth_sendRawTransaction", ([raw]) => submit(raw)],
    [
      "eth_sendRawTransactionSync",
      async ([raw]) => {
        const hash = await submit(raw);
        const receipt = await (await chain.client()).call("eth_getTransactionReceipt", hash);
        if (receipt === null)
          throw RpcError.unavailable(`The transaction ${hash} is kept and waits for earlier ones.`);
        return receipt;
      },
    ],
    // The node proposes a tip of 1 gwei, which nobody here has or needs.
    ["eth_maxPriorityFeePerGas", async () => "0x0"],
    ["tally_setTime", ([seconds]) => producer.mineEmpty(() => clock.jump(seconds))],
    ["tally_mine", () => producer.mineEmpty()],
    ["tally_status", async () => parts.status()],
  ]);
}
