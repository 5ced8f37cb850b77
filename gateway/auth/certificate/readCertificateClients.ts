import { readFile } from "node:fs/promises";
import { z } from "zod";
import { scopes } from "../scopes.ts";
import type { CertificateClient } from "./certificateClient.ts";

const fingerprint = z
  .string()
  .transform((text) => text.replaceAll(":", "").toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{64}$/, "is a SHA-256 in hex"));

const client = z
  .strictObject({
    fingerprint: fingerprint.optional(),
    /** RFC 2253-like, as Node prints it, one attribute a line or separated by commas. */
    subject: z.string().min(1).max(500).optional(),
    member: z.int().min(1),
    scopes: z.array(z.enum(scopes)).min(1),
  })
  .refine(
    (each) => (each.fingerprint === undefined) !== (each.subject === undefined),
    "names either a fingerprint or a subject",
  );

/** Reads TLS_CLIENTS_FILE, a JSON array: whose certificate is good for what. None without a file. */
export async function readCertificateClients(
  file: string | undefined,
): Promise<readonly CertificateClient[]> {
  if (file === undefined) return [];
  try {
    return z.array(client).parse(JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    const reason =
      cause instanceof z.ZodError
        ? cause.issues.map(({ path, message }) => `${path.join(".")}: ${message}.`).join(" ")
        : String(cause instanceof Error ? cause.message : cause);
    throw new Error(`The clients in ${file} can't be used. ${reason}`, { cause });
  }
}
