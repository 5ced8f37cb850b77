/** What a dropped file is for. */
export type EvidenceFileKind =
  | "bundle"
  | "validators"
  | "checkpoint-signers"
  | "checkpoint"
  | "unknown";

/** A file that somebody dropped. */
export interface EvidenceFile {
  readonly name: string;
  readonly kind: EvidenceFileKind;
  readonly text: string;
}

function kindOf(text: string): EvidenceFileKind {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== "object" || json === null) return "unknown";
    if ("format" in json && json.format === "tallystick-evidence") return "bundle";
    if ("validators" in json || "sets" in json) return "validators";
    if ("signers" in json) return "checkpoint-signers";
    return "blockHash" in json && "signature" in json ? "checkpoint" : "unknown";
  } catch {
    return "unknown";
  }
}

/** Reads a file and tells by its content what it is for; whether it is any good, the check says. */
export async function evidenceFile(file: File): Promise<EvidenceFile> {
  const text = await file.text();
  return { name: file.name, kind: kindOf(text), text };
}
