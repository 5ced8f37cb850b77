import { EvidenceError } from "../../../sdk/errors/EvidenceError.ts";
import { fastRecoverSigner } from "../../../sdk/node/fastRecoverSigner.ts";
import { evidenceText } from "../../../sdk/provenance/evidenceText.ts";
import { type EvidenceTrust, evidenceTrust } from "../../../sdk/provenance/evidenceTrust.ts";
import type { EvidenceVerdict } from "../../../sdk/provenance/evidenceVerdict.ts";
import { verifyEvidence } from "../../../sdk/provenance/verifyEvidence.ts";
import { parseRfc3339 } from "../../../sdk/time/parseRfc3339.ts";
import { evidenceInput } from "./evidenceInput.ts";
import { readCheckpoints } from "./readCheckpoints.ts";

export type EvidenceVerifyOptions = {
  readonly validators?: string;
  readonly checkpointSigners?: string;
  readonly checkpoint?: readonly string[];
  readonly notBefore?: string;
};

async function trustIn(options: EvidenceVerifyOptions): Promise<EvidenceTrust> {
  const { validators, checkpointSigners } = options;
  if (validators !== undefined && checkpointSigners === undefined) {
    return evidenceTrust("validators", await evidenceInput(validators));
  }
  if (checkpointSigners !== undefined && validators === undefined) {
    return evidenceTrust("checkpoint-signers", await evidenceInput(checkpointSigners));
  }
  const sentence = "Say whom you trust, by one of --validators FILE and --checkpoint-signers FILE.";
  throw new EvidenceError("evidence-trust-unreadable", sentence);
}

/** Checks a bundle's file. It opens no connection. */
export async function evidenceVerify(
  file: string,
  options: EvidenceVerifyOptions,
): Promise<EvidenceVerdict> {
  const bundle = evidenceText.read(await evidenceInput(file));
  const trust = await trustIn(options);
  const { notBefore } = options;
  return verifyEvidence(bundle, trust, {
    checkpoints: await readCheckpoints(options.checkpoint),
    recover: fastRecoverSigner,
    notBefore: notBefore === undefined ? undefined : BigInt(parseRfc3339(notBefore)),
  });
}
