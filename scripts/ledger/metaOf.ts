import type { LedgerOptions } from "./LedgerOptions.ts";
import type { LedgerMeta } from "./ledgerMeta.ts";

/** What `meta.json` will say of a new directory with these options. */
export function metaOf(options: LedgerOptions): LedgerMeta {
  const start = options.clock?.start;
  return {
    version: 1,
    engine: "anvil 1.7.1, prague",
    created: new Date().toISOString(),
    fingerprint: options.fingerprint ?? "",
    chainId: options.chainId ?? 31337,
    genesisTimestamp: start ?? Math.floor(Date.now() / 1000),
    followsWall: start === undefined,
    gasLimit: options.gasLimit ?? 700_000_000,
    accounts: (options.genesisAccounts ?? []).map(({ address, balanceWei }) => ({
      address,
      balanceWei: balanceWei.toString(),
    })),
  };
}
