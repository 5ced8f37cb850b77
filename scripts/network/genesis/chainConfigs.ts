import { durableDatabase } from "./durableDatabase.ts";

/** Settings of the chains in each validator. */
export const chainConfigs = {
  /** The ledger's chain: every block's state is kept, so that old proofs can be asked for. */
  ledger: {
    "eth-apis": [
      "eth",
      "eth-filter",
      "net",
      "web3",
      "debug",
      "debug-tracer",
      "internal-eth",
      "internal-blockchain",
      "internal-transaction",
      "internal-tx-pool",
      "internal-debug",
    ],
    "warp-api-enabled": true,
    "database-type": durableDatabase.kind,
    "database-config": durableDatabase.settings,
    "pruning-enabled": false,
    "state-sync-enabled": false,
    "trie-clean-cache": 64,
    "trie-dirty-cache": 64,
    "snapshot-cache": 32,
    "tx-pool-account-slots": 2_048,
    "tx-pool-global-slots": 65_536,
    "tx-pool-account-queue": 2_048,
    "tx-pool-global-queue": 16_384,
    "batch-request-limit": 2_000,
    "metrics-expensive-enabled": false,
    "log-level": "warn",
  },
  /** The primary network's contract chain, which nobody uses: as little memory as it takes. */
  contract: {
    "trie-clean-cache": 16,
    "trie-dirty-cache": 16,
    "snapshot-cache": 16,
    "state-sync-enabled": false,
    "eth-apis": ["eth"],
  },
} as const;
