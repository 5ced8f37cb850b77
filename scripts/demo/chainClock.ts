import { startOfDay } from "@tallystick/sdk";

const NINE_O_CLOCK = 9 * 3600;

async function call(url: string, method: string, params: readonly unknown[]): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  const { result, error } = (await response.json()) as {
    readonly result?: unknown;
    readonly error?: { readonly message: string };
  };
  if (error !== undefined) throw new Error(`${method}: ${error.message}`);
  return result;
}

/** The clock of a ledger that jumps from day to day. */
export const chainClock = {
  /** Nine in the morning of a civil day, in Unix seconds. */
  morningOf(day: number): number {
    return startOfDay(day) + NINE_O_CLOCK;
  },

  async jumpTo(rpcUrl: string, day: number): Promise<void> {
    await call(rpcUrl, "tally_setTime", [chainClock.morningOf(day)]);
  },

  async height(rpcUrl: string): Promise<number> {
    return Number(await call(rpcUrl, "eth_blockNumber", []));
  },

  /** RFC 3339 of the morning `days` after a day. */
  after(day: number, days: number): string {
    return new Date(chainClock.morningOf(day + days) * 1000).toISOString();
  },
} as const;
