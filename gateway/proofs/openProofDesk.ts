import { readFile } from "node:fs/promises";
import {
  BaseError,
  type EngineProfile,
  headerCodecs,
  readWarpTrust,
  WarpCollector,
  type WarpTrust,
  warpNode,
} from "@tallystick/sdk";
import type { GatewayConfig } from "../config/gatewayConfig.ts";
import { createProofDesk, type ProofDeskOptions } from "./createProofDesk.ts";
import type { ProofDesk } from "./proofDesk.ts";

async function trustIn(file: string): Promise<WarpTrust> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new Error(`VALIDATORS_FILE: ${file} can't be read.`, { cause });
  });
  try {
    return readWarpTrust(JSON.parse(text));
  } catch (cause) {
    const reason = cause instanceof BaseError ? cause.message : "it is no JSON.";
    throw new Error(`VALIDATORS_FILE: ${file} can't be used: ${reason}`, { cause });
  }
}

/** Opens what proves blocks; undefined where no validators are pinned. Throws a sentence when it can't be used. */
export async function openProofDesk(
  config: Pick<GatewayConfig, "validatorsFile" | "warpUrls">,
  { headerCodec, name }: Pick<EngineProfile, "headerCodec" | "name">,
  services: Pick<ProofDeskOptions, "database" | "rpc" | "projector">,
): Promise<ProofDesk | undefined> {
  if (config.validatorsFile === undefined) return undefined;
  if (headerCodec === "unchecked") {
    throw new Error(
      `VALIDATORS_FILE: how ${name} hashes its blocks is not known, so none is proved.`,
    );
  }
  const trust = await trustIn(config.validatorsFile);
  const collector = new WarpCollector(
    trust,
    config.warpUrls.map((url) => warpNode(url)),
  );
  return createProofDesk({ ...services, trust, collector, codec: headerCodecs[headerCodec] });
}
