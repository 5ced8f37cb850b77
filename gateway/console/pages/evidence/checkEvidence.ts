import {
  BaseError,
  type EvidenceVerdict,
  evidenceText,
  evidenceTrust,
  readCheckpoint,
  verifyEvidence,
} from "@tallystick/sdk";
import type { EvidenceFile } from "./evidenceFile.ts";

/** What came of a check: a verdict, a refusal, or what is still missing. */
export type EvidenceCheck =
  | { readonly outcome: "proved"; readonly verdict: EvidenceVerdict; readonly ms: number }
  | { readonly outcome: "refused"; readonly sentence: string }
  | { readonly outcome: "missing"; readonly what: "bundle" | "trust" };

/** Checks dropped files here, in the browser; of each kind the last one counts, checkpoints all. */
export function checkEvidence(files: readonly EvidenceFile[]): EvidenceCheck {
  const bundle = files.findLast(({ kind }) => kind === "bundle");
  const trust = files.findLast(
    ({ kind }) => kind === "validators" || kind === "checkpoint-signers",
  );
  if (bundle === undefined) return { outcome: "missing", what: "bundle" };
  if (trust === undefined) return { outcome: "missing", what: "trust" };
  const began = performance.now();
  try {
    const kind = trust.kind === "validators" ? "validators" : "checkpoint-signers";
    const checkpoints = files
      .filter((each) => each.kind === "checkpoint")
      .map(({ text }) => readCheckpoint(JSON.parse(text)));
    const verdict = verifyEvidence(
      evidenceText.read(bundle.text),
      evidenceTrust(kind, trust.text),
      { checkpoints },
    );
    return { outcome: "proved", verdict, ms: Math.ceil(performance.now() - began) };
  } catch (error) {
    if (!(error instanceof BaseError)) throw error;
    return { outcome: "refused", sentence: error.message };
  }
}
