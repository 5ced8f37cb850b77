import { join } from "node:path";
import { durableDatabase } from "../genesis/durableDatabase.ts";
import type { NetworkState } from "../networkState.ts";
import { validatorFiles } from "./validatorFiles.ts";

/** The configuration file of one validator's node. */
export function validatorFlags(
  directory: string,
  state: NetworkState,
  index: number,
  pluginDirectory: string,
): Readonly<Record<string, string | number | boolean>> {
  const own = state.validators.find((validator) => validator.index === index);
  const others = state.validators.filter((validator) => validator.index !== index);
  const files = validatorFiles(directory, index);
  const host = own?.host ?? "127.0.0.1";
  return {
    "network-id": state.networkId,
    "genesis-file": join(directory, "genesis.json"),
    "data-dir": files.folder,
    "plugin-dir": pluginDirectory,
    "http-host": host,
    "http-port": own?.httpPort ?? 0,
    "staking-host": host,
    "public-ip": host,
    "staking-port": own?.stakingPort ?? 0,
    "staking-tls-cert-file": files.certificate,
    "staking-tls-key-file": files.key,
    "staking-signer-key-file": files.signer,
    "bootstrap-ips": others.map((other) => `${other.host}:${other.stakingPort}`).join(","),
    "bootstrap-ids": others.map(({ nodeId }) => nodeId).join(","),
    "db-type": durableDatabase.kind,
    "db-config-file-content": durableDatabase.settings,
    "chain-config-dir": join(directory, "configs", "chains"),
    "subnet-config-dir": join(directory, "configs", "subnets"),
    ...(state.subnetId === undefined || own?.retired === true
      ? {}
      : { "track-subnets": state.subnetId }),
    "log-level": "warn",
    "log-display-level": "off",
    // A peer that is cut off or paused counts as asked until it is dropped, and each vote waits for it: 30 s by default.
    "network-ping-frequency": "2s",
    "network-ping-timeout": "5s",
    "network-initial-timeout": "2s",
    "network-minimum-timeout": "500ms",
    "network-max-reconnect-delay": "1s",
    "network-peer-list-pull-gossip-frequency": "250ms",
    "network-allow-private-ips": true,
    "health-check-frequency": "2s",
    // The node asks for 32,768 by default and ends where the hard limit is lower.
    "fd-limit": 8_192,
    "proposervm-use-current-height": true,
  };
}
