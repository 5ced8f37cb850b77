import { z } from "zod";
import type { EvidenceSource } from "../../../sdk/provenance/evidenceSource.ts";

const answer = z.object({
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});
const PATIENCE_MS = 60_000;

/** A node by its URL. */
export function nodeSource(url: string): EvidenceSource {
  return {
    async request({ method, params }) {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const { result, error } = answer.parse(await response.json());
      if (error !== undefined) throw new Error(error.message);
      return result;
    },
  };
}
