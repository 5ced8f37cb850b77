import { readWarpTrust } from "../../../sdk/consensus/warp/readWarpTrust.ts";
import { WarpCollector } from "../../../sdk/consensus/warp/WarpCollector.ts";
import { warpNode } from "../../../sdk/consensus/warp/warpNode.ts";
import { EvidenceError } from "../../../sdk/errors/EvidenceError.ts";
import type { SignedMessageOf } from "../../../sdk/provenance/signedHeadersFor.ts";
import { evidenceInput } from "./evidenceInput.ts";

/** Asks the pinned validators about each block that an export needs; undefined where none are pinned. */
export async function askingValidators({
  rpc,
  validators,
  warpUrl: urls = [rpc],
}: {
  readonly rpc: string;
  readonly validators?: string;
  readonly warpUrl?: readonly string[];
}): Promise<SignedMessageOf | undefined> {
  if (validators === undefined) return undefined;
  const trust = readWarpTrust(JSON.parse(await evidenceInput(validators)));
  const collector = new WarpCollector(
    trust,
    urls.map((url) => warpNode(url)),
  );
  return async (block) => {
    const said = await collector.collect(block);
    if (said.outcome === "proved") return said.signedMessage;
    const reasons = [...said.refused, ...said.silent].join("; ");
    const sentence = `Only ${said.signed} validators sign for block ${block.number}: ${reasons}`;
    throw new EvidenceError("evidence-not-exported", sentence);
  };
}
