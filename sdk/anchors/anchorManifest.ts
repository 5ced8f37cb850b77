import { z } from "zod";
import { AnchorError } from "../errors/AnchorError.ts";
import type { AnchorDocument } from "./anchorDocument.ts";

const hash = z.string().regex(/^0x[0-9a-f]{64}$/, "is not 32 bytes in small hex digits");
const documentLine = z.strictObject({ name: z.string(), digest: hash, salt: hash });
const lastLine = z.strictObject({ root: hash, count: z.int().positive() });

/** A line of a manifest: a document, or, last of all, what was anchored. */
export type ManifestLine =
  | ({ readonly name: string } & AnchorDocument)
  | { readonly root: string; readonly count: number };

/**
 * How a manifest is written and read: JSON, one line a document in the order of the tree, then a line with root and count,
 * without which the manifest is not whole. It holds the salts, so it is as confidential as the documents.
 *
 * @example
 * import { anchorManifest } from "@tallystick/sdk";
 *
 * const root = `0x${"01".repeat(32)}`;
 * anchorManifest.read(anchorManifest.write({ root, count: 1 })) // => { root, count: 1 }
 */
export const anchorManifest = {
  /** One line, with its end. */
  write(line: ManifestLine): string {
    return `${JSON.stringify(line)}\n`;
  },

  /**
   * Reads one line.
   *
   * @throws AnchorError `anchor-manifest-invalid`
   */
  read(line: string): ManifestLine {
    try {
      return z.union([documentLine, lastLine]).parse(JSON.parse(line));
    } catch (cause) {
      const sentence = `"${line.slice(0, 60)}" is no line of a manifest.`;
      throw new AnchorError("anchor-manifest-invalid", sentence, { cause });
    }
  },
} as const;
