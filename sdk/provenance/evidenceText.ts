import { canonicalJson } from "../documents/canonicalJson.ts";
import { EvidenceError } from "../errors/EvidenceError.ts";
import { type EvidenceBundle, evidenceBundle } from "./evidenceBundle.ts";

/** More than any bundle has: a hundred hops of a ledger with millions of certificates. */
const LARGEST_TEXT = 32 * 2 ** 20;

function unreadable(reason: string, cause?: unknown): EvidenceError {
  const sentence = `The file is no evidence bundle: ${reason}.`;
  return new EvidenceError("evidence-unreadable", sentence, { cause });
}

function parsed(text: string): unknown {
  if (text.length > LARGEST_TEXT) throw unreadable("it is too long");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable("it is no JSON", cause);
  }
}

/**
 * A bundle's file: canonical JSON (RFC 8785). Equal bundles are equal bytes, and a file with other bytes for
 * the same bundle is refused.
 *
 * @example
 * import { BaseError, evidenceText } from "@tallystick/sdk";
 *
 * let caught;
 * try {
 *   evidenceText.read("{}");
 * } catch (error) {
 *   caught = error;
 * }
 * caught.code // => "evidence-unreadable"
 */
export const evidenceText = {
  /** The bytes of a bundle, as text. */
  write(bundle: EvidenceBundle): string {
    return canonicalJson(evidenceBundle.encode(bundle));
  },

  /**
   * Reads a bundle; whether it proves anything, `verifyEvidence` says.
   *
   * @throws EvidenceError `evidence-unreadable`
   */
  read(text: string): EvidenceBundle {
    const read = evidenceBundle.safeParse(parsed(text));
    if (!read.success) {
      const [issue] = read.error.issues;
      throw unreadable(`${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`, read.error);
    }
    if (evidenceText.write(read.data) !== text) throw unreadable("its bytes aren't canonical");
    return read.data;
  },
} as const;
