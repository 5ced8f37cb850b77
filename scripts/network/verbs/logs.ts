import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { networkState } from "../networkState.ts";
import { gatewayFiles } from "../services/gatewayFiles.ts";
import { validatorFiles } from "../validator/validatorFiles.ts";
import type { Targets } from "./targets.ts";

/** The end of one log file. */
export interface LogEnd {
  readonly file: string;
  readonly lines: readonly string[];
}

function endOf(file: string, count: number): LogEnd[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  return [{ file, lines: lines.slice(-count) }];
}

/** The last lines of what validators and gateways wrote; for a validator its node's and its chain's log. */
export function logs(directory: string, { validators, gateways }: Targets, count: number) {
  const { blockchainId } = networkState.read(directory);
  const files = [
    ...validators.flatMap((index) => {
      const { folder, log } = validatorFiles(directory, index);
      const chain = blockchainId === undefined ? [] : [join(folder, "logs", `${blockchainId}.log`)];
      return [log, join(folder, "logs", "main.log"), ...chain];
    }),
    ...gateways.map((index) => gatewayFiles(directory, index).log),
  ];
  return files.flatMap((file) => endOf(file, count));
}
