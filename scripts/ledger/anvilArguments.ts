import { fileURLToPath } from "node:url";
import { anvilBinary } from "./anvilBinary.ts";

export type AnvilSettings = {
  /** Block 0; what it says of these three is repeated for a start from `stateFile`. */
  genesisFile: string;
  chainId: number;
  genesisTimestamp: number;
  /** State to begin with instead of block 0. */
  stateFile?: string;
  gasLimit: number;
  /** Of how many past blocks the state stays readable. */
  historyBlocks: number;
  /** Whether estimates of the next block see the last block's time, or a clock that runs on. */
  standingClock: boolean;
};

/** What to start anvil with, through its guard; every flag that shapes a block is written out. */
export function anvilArguments(port: number, settings: AnvilSettings): string[] {
  const guard = fileURLToPath(new URL("./anvilGuard.ts", import.meta.url));
  const state =
    settings.stateFile === undefined
      ? ["--init", settings.genesisFile]
      : ["--load-state", settings.stateFile, "--timestamp", String(settings.genesisTimestamp)];
  const server = ["--host", "127.0.0.1", "--port", String(port), "--no-cors", "--quiet"];
  const free = ["--gas-price", "0", "--base-fee", "0", "--disable-min-priority-fee"];
  const bare = ["--accounts", "0", "--disable-default-create2-deployer", "--no-request-size-limit"];
  const blocks = ["--no-mining", "--order", "fifo", "--hardfork", "prague"];
  blocks.push("--gas-limit", String(settings.gasLimit), "--chain-id", String(settings.chainId));
  blocks.push("--prune-history", String(settings.historyBlocks));
  return [guard, anvilBinary(), ...server, ...free, ...bare, ...blocks, ...state];
}
