import type { LedgerMeta } from "./ledgerMeta.ts";

/** Block 0 in the form that the node reads. */
export function genesisOf(meta: LedgerMeta): unknown {
  const hex = (value: number | bigint): string => `0x${value.toString(16)}`;
  return {
    config: { chainId: meta.chainId },
    timestamp: hex(meta.genesisTimestamp),
    gasLimit: hex(meta.gasLimit),
    difficulty: "0x0",
    alloc: Object.fromEntries(
      meta.accounts.map(({ address, balanceWei }) => [
        address,
        { balance: hex(BigInt(balanceWei)) },
      ]),
    ),
  };
}
