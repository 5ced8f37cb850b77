import { type EngineProfile, headerCodecs } from "@tallystick/sdk";
import type { GatewayConfig } from "../config/gatewayConfig.ts";
import { createProofDesk, type ProofDeskOptions } from "./createProofDesk.ts";
import type { ProofDesk } from "./proofDesk.ts";
import { readPinned } from "./readPinned.ts";

/** Opens what proves blocks; undefined where no validators are pinned. Throws a sentence when it can't be used. */
export async function openProofDesk(
  { validatorsFile: file, warpUrls }: Pick<GatewayConfig, "validatorsFile" | "warpUrls">,
  { headerCodec, name }: Pick<EngineProfile, "headerCodec" | "name">,
  services: Pick<ProofDeskOptions, "database" | "rpc" | "projector">,
): Promise<ProofDesk | undefined> {
  if (file === undefined) return undefined;
  if (headerCodec === "unchecked") {
    throw new Error(
      `VALIDATORS_FILE: how ${name} hashes its blocks is not known, so none is proved.`,
    );
  }
  const codec = headerCodecs[headerCodec];
  return createProofDesk({ ...services, codec, readPinned: readPinned(file, warpUrls) });
}
