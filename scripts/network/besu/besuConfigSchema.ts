import { z } from "zod";

/**
 * Options of a node's TOML file. Besu refuses a file with a name that it doesn't know; this refuses it before it is sent
 * to a bank. Only those that a private network of ours uses are here.
 *
 * Sources: the references of options for public and for private networks in Besu's documentation
 * (besu.hyperledger.org/public-networks/reference/cli/options, private-networks/reference/cli/options) and
 * app/src/test/resources/everything_config.toml of github.com/besu-eth/besu, which its own tests keep complete, as of 26.8.
 */
const port = z.number().int().min(1).max(65_535);
const path = z.string().min(1);
const host = z.ipv4();
const enode = z.string().regex(/^enode:\/\/[0-9a-f]{128}@\d{1,3}(\.\d{1,3}){3}:\d{1,5}$/);
const api = z.enum(["ETH", "NET", "WEB3", "TXPOOL", "QBFT", "PERM", "ADMIN", "DEBUG", "TRACE"]);

/** What a node of the network is configured with. */
const node = z.strictObject({
  "data-path": path,
  "genesis-file": path,
  "network-id": z.number().int().min(1),
  "node-private-key-file": path.optional(),
  "security-module": z.string().optional(),
  "sync-mode": z.literal("FULL"),
  "sync-min-peers": z.number().int().min(1),
  "data-storage-format": z.enum(["FOREST", "BONSAI"]),
  "p2p-host": host,
  "p2p-interface": host,
  "p2p-port": port,
  "nat-method": z.enum(["NONE", "AUTO"]),
  "discovery-enabled": z.literal(false),
  bootnodes: z.array(enode).optional(),
  "static-nodes-file": path,
  "max-peers": z.number().int().min(1),
  "remote-connections-limit-enabled": z.boolean(),
  "rpc-http-enabled": z.boolean(),
  "rpc-http-host": host,
  "rpc-http-port": port,
  "rpc-http-api": z.array(api).min(1),
  "rpc-http-max-active-connections": z.number().int().min(1),
  "rpc-gas-cap": z.number().int().min(1),
  "rpc-max-logs-range": z.number().int().min(0),
  "host-allowlist": z.array(z.string()).min(1),
  "metrics-enabled": z.boolean(),
  "metrics-host": host,
  "metrics-port": port,
  "min-gas-price": z.literal(
    0,
    "must be 0 on every node: others drop free transactions without a word",
  ),
  "tx-pool": z.literal("SEQUENCED"),
  "tx-pool-max-size": z.number().int().min(1),
  "tx-pool-limit-by-account-percentage": z.number().gt(0).max(1),
  "tx-pool-no-local-priority": z.boolean(),
  "permissions-nodes-config-file-enabled": z.literal(true),
  "permissions-nodes-config-file": path,
  "permissions-accounts-config-file-enabled": z.literal(true),
  "permissions-accounts-config-file": path,
  logging: z.enum(["OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE", "ALL"]),
});

/** The allow lists of local permissioning (private-networks/how-to/use-local-permissioning). */
const permissions = z.strictObject({
  "accounts-allowlist": z.array(z.string().regex(/^0x[0-9a-f]{40}$/)),
  "nodes-allowlist": z.array(enode),
});

export const besuConfigSchema = { node, permissions, staticNodes: z.array(enode) };

export type BesuConfig = z.infer<typeof node>;
