import { engineProfiles } from "../../../sdk/engine/engineProfiles.ts";
import type { BesuConfig } from "./besuConfigSchema.ts";
import type { BesuNode } from "./besuNode.ts";

/**
 * A node's configuration. The pool, storage and limits are those of Besu's own profile for private networks, spelled out
 * so that a changed profile changes nothing here. Paths are relative to the node's folder, from which it is started.
 */
export function besuNodeConfig(node: BesuNode, chainId: number): BesuConfig {
  const isLocal = node.host === "127.0.0.1";
  const isReader = node.role === "reader";
  // Votes and allow lists are changed through a validator's RPC, so that one never leaves its machine.
  const rpcHost = isReader ? node.host : "127.0.0.1";
  return {
    "data-path": "data",
    "genesis-file": "genesis.json",
    "network-id": chainId,
    "node-private-key-file": "key",
    "sync-mode": "FULL",
    "sync-min-peers": 1,
    "data-storage-format": "FOREST",
    "p2p-host": node.host,
    "p2p-interface": isLocal ? "127.0.0.1" : "0.0.0.0",
    "p2p-port": node.p2pPort,
    "nat-method": "NONE",
    "discovery-enabled": false,
    "static-nodes-file": "static-nodes.json",
    "max-peers": 25,
    "remote-connections-limit-enabled": false,
    "rpc-http-enabled": true,
    "rpc-http-host": rpcHost,
    "rpc-http-port": node.rpcPort,
    "rpc-http-api": isReader
      ? ["ETH", "NET", "WEB3", "TXPOOL"]
      : ["ETH", "NET", "WEB3", "TXPOOL", "QBFT", "PERM"],
    "rpc-http-max-active-connections": 300,
    // What one transaction may have: batches are tried before they are sent.
    "rpc-gas-cap": Number(engineProfiles.besu.largestGasLimit),
    "rpc-max-logs-range": 5_000,
    "host-allowlist": [...new Set(["localhost", "127.0.0.1", rpcHost])],
    "metrics-enabled": true,
    "metrics-host": rpcHost,
    "metrics-port": node.metricsPort,
    "min-gas-price": 0,
    "tx-pool": "SEQUENCED",
    "tx-pool-max-size": 20_000,
    "tx-pool-limit-by-account-percentage": 0.15,
    "tx-pool-no-local-priority": true,
    "permissions-nodes-config-file-enabled": true,
    "permissions-nodes-config-file": "permissions_config.toml",
    "permissions-accounts-config-file-enabled": true,
    "permissions-accounts-config-file": "permissions_config.toml",
    logging: "INFO",
  };
}
